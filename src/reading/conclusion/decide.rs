//! Which of the claims of a rationale is its conclusion.
//!
//! The order of precedence:
//!
//! 1. A claim that only gives a reason ("as the surgery is not medically necessary, ...") counts where nothing
//!    else is claimed.
//! 2. The strongest families decide: "is not medically necessary" before "medical necessity has not been
//!    established" before "is not supported".
//! 3. Claims about another item ("the brace is not") yield to those that name this one.
//! 4. Where these disagree, claims about another part ("the first six visits were medically necessary") yield,
//!    then those that neither name the request nor stand behind a "therefore" (unless one of them comes last and
//!    repeats the item).
//! 5. Where they still disagree, the last one is the conclusion, unless an earlier one is about the same item:
//!    then the rationale is mixed. Weak claims are never mixed; the last of them stands.

use super::lexicon::Lexicon;
use super::phrases::{Mark, Marks, Strength};
use super::scene::Claim;
use super::words::Kind;
use super::{Conclusion, Named, Statement, Verdict};
use crate::span::ByteSpan;

/// The conclusion that the claims of `rationale` come to.
pub(super) fn conclusion(
    rationale: &str,
    lexicon: &Lexicon,
    mut claims: Vec<Claim>,
    named: &dyn Fn(ByteSpan) -> Named,
) -> Conclusion {
    claims.retain(|claim| !claim.by_name || named(claim.statement.subject) == Named::Item);
    let deciding = deciding(rationale, lexicon, &claims, named);
    let mut verdict = Verdict::None;
    for at in &deciding {
        let says = claims[*at].statement.verdict;
        verdict = match verdict {
            Verdict::None => says,
            same if same == says => same,
            _ => Verdict::Mixed,
        };
        claims[*at].statement.deciding = true;
    }
    Conclusion {
        verdict,
        statements: claims.into_iter().map(|claim| claim.statement).collect(),
    }
}

/// The claims that decide, by number: all of one verdict, or those of both sides.
fn deciding(
    rationale: &str,
    lexicon: &Lexicon,
    claims: &[Claim],
    named: &dyn Fn(ByteSpan) -> Named,
) -> Vec<usize> {
    let mut left: Vec<usize> = (0..claims.len()).collect();
    prefer(&mut left, |at| !claims[at].reason);
    let strongest = left.iter().map(|at| claims[*at].statement.strength).max();
    left.retain(|at| Some(claims[*at].statement.strength) == strongest);
    let subject = |at: usize| named(claims[at].statement.subject);
    if left.iter().any(|at| subject(*at) == Named::Item) {
        left.retain(|at| subject(*at) != Named::Another);
    }
    let agree = |left: &[usize]| {
        left.windows(2)
            .all(|pair| claims[pair[0]].statement.verdict == claims[pair[1]].statement.verdict)
    };
    if !agree(&left) {
        prefer(&mut left, |at| !claims[at].part);
    }
    if !agree(&left) {
        yield_unanchored(rationale, lexicon, claims, &mut left);
    }
    let Some(last) = left.last().map(|at| &claims[*at].statement) else {
        return left;
    };
    if !agree(&left) {
        let mixed = last.strength != Strength::Weak;
        let stays = |at: usize| {
            let other = &claims[at].statement;
            other.verdict == last.verdict
                || (mixed && same_item(rationale, lexicon, other, last) != Some(false))
        };
        left.retain(|at| stays(*at));
    }
    left
}

/// Leaves out claims that neither name the request nor are announced as the conclusion, unless such a claim
/// comes last and names the item of another one.
fn yield_unanchored(rationale: &str, lexicon: &Lexicon, claims: &[Claim], left: &mut Vec<usize>) {
    let last = left
        .last()
        .map(|at| &claims[*at])
        .filter(|last| !last.anchored);
    let repeats = last.is_some_and(|last| {
        left.iter()
            .map(|at| &claims[*at])
            .filter(|claim| claim.anchored)
            .any(|claim| {
                same_item(rationale, lexicon, &claim.statement, &last.statement) == Some(true)
            })
    });
    if !repeats {
        prefer(left, |at| claims[at].anchored);
    }
}

/// Keeps what is `wanted`, if there is any.
fn prefer(left: &mut Vec<usize>, wanted: impl Fn(usize) -> bool) {
    if left.iter().any(|at| wanted(*at)) {
        left.retain(|at| wanted(*at));
    }
}

/// Whether two statements are about one item: they share a word and no numbers that differ. `None` when one
/// of them names no item ("the request").
fn same_item(
    rationale: &str,
    lexicon: &Lexicon,
    one: &Statement,
    other: &Statement,
) -> Option<bool> {
    let (one, other) = (
        item_words(rationale, lexicon, one),
        item_words(rationale, lexicon, other),
    );
    if one.is_empty() || other.is_empty() {
        return None;
    }
    let number = |word: &&str| word.bytes().all(|byte| byte.is_ascii_digit());
    let shares = |wanted: &dyn Fn(&&str) -> bool| {
        one.iter()
            .filter(|word| wanted(word))
            .any(|word| other.iter().any(|second| second.eq_ignore_ascii_case(word)))
    };
    let numbered = one.iter().any(&number) && other.iter().any(&number);
    Some(shares(&|word| !number(word)) && (!numbered || shares(&number)))
}

/// The words of a statement's subject that name its item.
fn item_words<'t>(rationale: &'t str, lexicon: &Lexicon, statement: &Statement) -> Vec<&'t str> {
    let nameless = Marks::of(&[
        Mark::Generic,
        Mark::Determiner,
        Mark::Between,
        Mark::Request,
        Mark::Fronting,
        Mark::Pronoun,
    ]);
    let words = lexicon.read(rationale, statement.subject);
    words
        .into_iter()
        .filter(|word| word.kind == Kind::Word && !word.marks.any(nameless))
        .map(|word| word.span.of(rationale))
        .collect()
}
