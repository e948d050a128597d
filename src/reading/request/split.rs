//! Split requests: "X was the original request. Y was authorized by the Claims Administrator. The remaining
//! IMR eligible portion of the original request, Z is", and the forms in which letters vary it.

use crate::reading::lexicon::{Mark, Meaning, SplitMark, longest};
use crate::reading::phrase::Hit;
use crate::span::ByteSpan;

/// The portions of a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Portions {
    /// What is disputed.
    pub(super) disputed: ByteSpan,
    /// What was asked for.
    pub(super) original: Option<ByteSpan>,
    /// What was authorized.
    pub(super) authorized: Option<ByteSpan>,
}

/// Cuts `heading` at its formulas. Without a formula all of it is disputed. `closing` are the words that may
/// end a split request ("is").
pub(super) fn portions(heading: &str, hits: &[Hit<Meaning>], closing: &[String]) -> Portions {
    let whole = ByteSpan::new(0, heading.len());
    let marks = marks(hits);
    let tells_apart =
        |mark: &SplitMark| matches!(mark, SplitMark::OriginalBefore | SplitMark::DisputedBehind);
    if !marks.iter().any(|(mark, _)| tells_apart(mark)) {
        return Portions {
            disputed: tidied(heading, whole).unwrap_or(whole),
            original: None,
            authorized: None,
        };
    }
    let original = before(heading, &marks, SplitMark::OriginalBefore);
    let authorized = before(heading, &marks, SplitMark::AuthorizedBefore)
        .or_else(|| behind(heading, &marks, SplitMark::AuthorizedBehind));
    let rest = marks
        .iter()
        .rfind(|(mark, _)| *mark == SplitMark::DisputedBehind)
        .or(marks.last())
        .map(|(_, span)| ByteSpan::new(span.end, heading.len()));
    let disputed = rest.and_then(|rest| tidied(heading, without_closing(heading, rest, closing)));
    Portions {
        disputed: disputed.or(original).unwrap_or(whole),
        original,
        authorized,
    }
}

fn marks(hits: &[Hit<Meaning>]) -> Vec<(SplitMark, ByteSpan)> {
    longest(hits.iter().filter_map(|hit| match hit.meaning {
        Meaning::Mark(Mark::Split(mark)) => Some((mark, hit.span)),
        _ => None,
    }))
}

/// What stands between the first `wanted` mark and the one before it.
fn before(heading: &str, marks: &[(SplitMark, ByteSpan)], wanted: SplitMark) -> Option<ByteSpan> {
    let at = marks.iter().position(|(mark, _)| *mark == wanted)?;
    let start = at
        .checked_sub(1)
        .map_or(0, |previous| marks[previous].1.end);
    tidied(heading, ByteSpan::new(start, marks[at].1.start))
}

/// What stands between the first `wanted` mark and the next one.
fn behind(heading: &str, marks: &[(SplitMark, ByteSpan)], wanted: SplitMark) -> Option<ByteSpan> {
    let at = marks.iter().position(|(mark, _)| *mark == wanted)?;
    let end = marks
        .get(at + 1)
        .map_or(heading.len(), |(_, next)| next.start);
    tidied(heading, ByteSpan::new(marks[at].1.end, end))
}

/// `span` without a closing "is".
fn without_closing(heading: &str, span: ByteSpan, closing: &[String]) -> ByteSpan {
    let kept = span.of(heading).trim_end_matches([' ', '\n', ':']);
    let last_word = kept.rsplit([' ', '\n']).next().unwrap_or_default();
    let is_closing = closing
        .iter()
        .any(|word| word.eq_ignore_ascii_case(last_word));
    let length = if is_closing {
        kept.len() - last_word.len()
    } else {
        kept.len()
    };
    ByteSpan::new(span.start, span.start + length)
}

/// `span` without white space and loose marks at its ends; `None` when nothing is left.
fn tidied(heading: &str, span: ByteSpan) -> Option<ByteSpan> {
    let loose = [' ', '\n', ',', '.', ';', ':'];
    let covered = span.of(heading);
    let kept = covered.trim_start_matches(loose);
    let start = span.start + (covered.len() - kept.len());
    let kept = kept.trim_end_matches(loose);
    (!kept.is_empty()).then(|| ByteSpan::new(start, start + kept.len()))
}
