//! What decided a rule that did not fire, in a line or two.

use super::page::{Ink, Line};
use super::words::Quotes;
use crate::check::Truth;
use crate::check::explain::{ConditionNode, RuleExplanation, RuleOutcome};
use crate::span::SourceSpan;

/// One thing that was seen, and the places where it was: "in force" of two citations.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Ground {
    note: String,
    places: Vec<SourceSpan>,
}

/// What decided a rule: the words of the letter, and where there are none the reasons. Each ground stands
/// once, though several branches of a condition may rest on it. Of what does not fit into `room` columns
/// only the number is told.
pub(super) fn folded(quotes: &Quotes<'_>, rule: &RuleExplanation, room: usize) -> Line {
    let grounds = grounds(&deciding(rule));
    let mut line = Line::default();
    let mut told = 0;
    let mut columns = 0;
    for ground in &grounds {
        let mut fits = true;
        let told_before = told;
        for piece in ground.pieces(quotes, told == 0) {
            columns += piece.columns();
            fits = told == 0 || columns <= room;
            if !fits {
                break;
            }
            line = line.followed(piece);
            told += 1;
        }
        if told > told_before && ground.is_bracketed() {
            line = line.then(Ink::Faint, ")");
        }
        if !fits {
            break;
        }
    }
    let count = grounds.iter().map(Ground::count).sum::<usize>();
    match count.saturating_sub(told) {
        0 => line,
        more => line.then(Ink::Faint, &format!("; and {more} more")),
    }
}

impl Ground {
    /// How many pieces it is told in.
    fn count(&self) -> usize {
        self.places.len().max(1)
    }

    /// Whether its places stand in brackets behind its note.
    fn is_bracketed(&self) -> bool {
        !self.note.is_empty() && !self.places.is_empty()
    }

    /// `in force (line 46 "ACOEM"` and `, line 48 "ODG"`; the bracket is closed behind what fits.
    fn pieces(&self, quotes: &Quotes<'_>, is_first: bool) -> Vec<Line> {
        let note = Line::of(Ink::Faint, if is_first { "" } else { "; " });
        let note = note.then(Ink::Plain, &self.note);
        let Some((first, others)) = self.places.split_first() else {
            return vec![note];
        };
        let opening = if self.is_bracketed() { " (" } else { "" };
        let first = note
            .then(Ink::Faint, opening)
            .followed(quotes.briefly(*first));
        let others = others
            .iter()
            .map(|place| Line::of(Ink::Faint, ", ").followed(quotes.briefly(*place)));
        std::iter::once(first).chain(others).collect()
    }
}

/// The predicates that decided; those with words, if there are any.
fn deciding(rule: &RuleExplanation) -> Vec<&ConditionNode> {
    let truth = match rule.outcome {
        RuleOutcome::Undecided => Truth::Unknown,
        _ => Truth::False,
    };
    let trees = rule.asked.iter().map(|asking| &asking.tree);
    let trees = trees.filter(|tree| tree.truth == truth);
    let mut leaves: Vec<&ConditionNode> = trees.flat_map(ConditionNode::deciding).collect();
    if leaves.iter().any(|leaf| !leaf.words.is_empty()) {
        leaves.retain(|leaf| !leaf.words.is_empty());
    }
    leaves
}

/// What was seen, in the order of the rule; the places of one note stand together.
fn grounds(leaves: &[&ConditionNode]) -> Vec<Ground> {
    let mut grounds: Vec<Ground> = Vec::new();
    let mut add = |note: &str, place: Option<SourceSpan>| {
        let at = grounds.iter().position(|ground| ground.note == note);
        let ground = match at.and_then(|at| grounds.get_mut(at)) {
            Some(ground) => ground,
            None => {
                grounds.push(Ground {
                    note: note.to_owned(),
                    places: place.into_iter().collect(),
                });
                return;
            }
        };
        let new = place.filter(|place| !ground.places.contains(place));
        ground.places.extend(new);
    };
    for leaf in leaves {
        for words in &leaf.words {
            add(&words.note, Some(words.span));
        }
        match &leaf.reason {
            Some(reason) => add(reason, None),
            None if leaf.words.is_empty() => {
                let truth = format!("{} is {}", leaf.kind.written(), leaf.truth.name());
                add(&truth, None);
            }
            None => {}
        }
    }
    grounds
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::explain::{Asking, ConditionKind, ShownWords};
    use crate::finding::Severity;
    use crate::source::SourceText;

    const TEXT: &str = "Acupuncture, 12 visits: Upheld\nis not medically necessary\n";

    fn leaf(written: &str, words: &[(&str, &str)], reason: Option<&str>) -> Asking {
        let words = words.iter().map(|(quote, note)| {
            let start = TEXT.find(quote).unwrap_or_default();
            ShownWords {
                span: SourceSpan {
                    start,
                    end: start + quote.len(),
                },
                note: (*note).to_owned(),
            }
        });
        Asking {
            subject: None,
            tree: ConditionNode {
                kind: ConditionKind::Ask(written.to_owned()),
                truth: Truth::False,
                words: words.collect(),
                reason: reason.map(str::to_owned),
                children: Vec::new(),
                decided: true,
            },
            finding: None,
        }
    }

    fn folded_to(asked: Vec<Asking>, room: usize) -> String {
        let rule = RuleExplanation {
            rule: "a/b".to_owned(),
            severity: Severity::Error,
            about: String::new(),
            of_limits: false,
            outcome: RuleOutcome::Silent,
            asked,
        };
        let source = SourceText::from_text(TEXT.to_owned());
        folded(&Quotes::new(&source), &rule, room).text()
    }

    #[test]
    fn what_was_seen_is_told_once_with_all_its_places() {
        let asked = || {
            vec![
                leaf(
                    "a: b",
                    &[("Upheld", "decided upheld"), ("12 visits", "asked")],
                    None,
                ),
                leaf(
                    "c: d",
                    &[("is not", "decided upheld"), ("12 visits", "asked")],
                    None,
                ),
                leaf("e: f", &[], Some("not told beside words")),
            ]
        };
        assert_eq!(
            folded_to(asked(), 200),
            "decided upheld (line 1 \"Upheld\", line 2 \"is not\"); asked (line 1 \"12 visits\")"
        );
        assert_eq!(
            folded_to(asked(), 60),
            "decided upheld (line 1 \"Upheld\", line 2 \"is not\"); and 1 more"
        );
        assert_eq!(
            folded_to(asked(), 10),
            "decided upheld (line 1 \"Upheld\"); and 2 more"
        );
    }

    #[test]
    fn without_words_the_reasons_are_told_and_without_reasons_the_truth() {
        let asked = vec![
            leaf("a: b", &[], Some("no amount")),
            leaf("c: d", &[], None),
        ];
        assert_eq!(folded_to(asked, 200), "no amount; c: d is false");
        assert_eq!(
            folded_to(vec![leaf("a: b", &[("Upheld", "")], None)], 9),
            "line 1 \"Upheld\""
        );
    }
}
