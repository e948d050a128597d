//! The limits on an item's treatment: which governs, and why the others do not.

use super::ShownWords;
use crate::check::case::Case;
use crate::check::limit::{self, OutOfPlay, Standing};
use crate::reading::letter::ItemReading;
use crate::rules::pack::{Guideline, Limit};
use crate::source::SourceText;
use crate::span::ByteSpan;

/// A limit on the treatment of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConsideredLimit {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its numbers, `trial 3 to 6 visits, 1 to 3 per week`.
    pub numbers: String,
    /// The editions that state it, by id.
    pub guidelines: Vec<String>,
    /// The edition by which it applies, by id; `None` where none is in play.
    pub guideline: Option<String>,
    /// Whether it governs.
    pub governs: bool,
    /// Why it does or does not, as one of a few words: `cited`, `in-force`, `other-diagnosis`, `exempt`,
    /// `not-cited`, `another-cited`, `no-decision-date`, `not-in-force`, `behind-cited`, `less-generous`.
    pub reason: &'static str,
    /// The same as part of a sentence: "the reviewer does not cite Official Disability Guidelines".
    pub because: String,
    /// The words of the letter that made it so.
    pub words: Vec<ShownWords>,
}

/// What is known of a limit's standing, before words are located.
struct Ground<'p> {
    guideline: Option<&'p Guideline>,
    reason: &'static str,
    because: String,
    words: Vec<(ByteSpan, &'static str)>,
}

/// The limits that were considered for an item.
pub(super) fn explain(
    case: &Case<'_>,
    item: &ItemReading,
    source: &SourceText,
) -> Vec<ConsideredLimit> {
    let considered = limit::considered(case, item).into_iter();
    considered
        .map(|considered| {
            let limit = considered.limit;
            let ground = ground(case, item, limit, considered.standing);
            let words = ground.words.into_iter().map(|(span, note)| ShownWords {
                span: source.locate(span),
                note: note.to_owned(),
            });
            ConsideredLimit {
                id: limit.id.value.clone(),
                title: limit.title.clone(),
                numbers: limit.numbers(),
                guidelines: limit.guidelines.iter().map(|id| id.value.clone()).collect(),
                guideline: ground.guideline.map(|edition| edition.id.value.clone()),
                governs: matches!(considered.standing, Standing::Governs { .. }),
                reason: ground.reason,
                because: ground.because,
                words: words.collect(),
            }
        })
        .collect()
}

fn ground<'p>(
    case: &Case<'_>,
    item: &ItemReading,
    limit: &Limit,
    standing: Standing<'p>,
) -> Ground<'p> {
    match standing {
        Standing::Governs { guideline, cited } => governs(case, item, limit, guideline, cited),
        Standing::OtherDiagnosis => Ground {
            guideline: None,
            reason: "other-diagnosis",
            because: format!(
                "neither heading nor case summary names {}",
                one_of(&limit.diagnoses)
            ),
            words: Vec::new(),
        },
        Standing::Exempt { fact, words } => Ground {
            guideline: None,
            reason: "exempt",
            because: format!("the letter speaks of {}", lowered(case.fact_title(fact))),
            words: vec![(words, "")],
        },
        Standing::OutOfPlay(why) => out_of_play(case, item, limit, why),
        Standing::BehindCited { guideline } => Ground {
            guideline: Some(guideline),
            reason: "behind-cited",
            because: format!(
                "{} was in force, but the reviewer cites another edition with limits of its own",
                titled(guideline)
            ),
            words: cited_words(item),
        },
        Standing::LessGenerous { guideline, than } => Ground {
            guideline: Some(guideline),
            reason: "less-generous",
            because: format!(
                "`{}` of the same edition allows as much or more, and the letter rarely says which diagnosis a \
                 treatment is for",
                than.id.value
            ),
            words: Vec::new(),
        },
    }
}

fn governs<'p>(
    case: &Case<'_>,
    item: &ItemReading,
    limit: &Limit,
    guideline: &'p Guideline,
    cited: bool,
) -> Ground<'p> {
    let place = case.guideline(&guideline.id.value).map(|(index, _)| index);
    let citation = place
        .filter(|_| cited)
        .and_then(|index| case.reviewer_citation(item, index));
    let diagnosis = case
        .diagnosis(item, limit)
        .filter(|_| !limit.diagnoses.is_empty());
    let words = [(citation, ""), (diagnosis, "a diagnosis of the limit")];
    let words = words
        .into_iter()
        .filter_map(|(span, note)| Some((span?, note)));
    let title = titled(guideline);
    Ground {
        guideline: Some(guideline),
        reason: if cited { "cited" } else { "in-force" },
        because: match (cited, case.reading.decided) {
            (true, _) => format!("the reviewer cites {title}"),
            (false, Some(decided)) => format!("{title} was in force on {}", decided.date),
            (false, None) => format!("{title} was in force"),
        },
        words: words.collect(),
    }
}

fn out_of_play(
    case: &Case<'_>,
    item: &ItemReading,
    limit: &Limit,
    why: OutOfPlay,
) -> Ground<'static> {
    let editions: Vec<String> = limit
        .guidelines
        .iter()
        .filter_map(|id| case.guideline(&id.value))
        .map(|(_, guideline)| titled(guideline))
        .collect();
    let editions = one_of(&editions);
    let (reason, because) = match why {
        OutOfPlay::NotCited => (
            "not-cited",
            format!("the reviewer does not cite {editions}"),
        ),
        OutOfPlay::AnotherCited => (
            "another-cited",
            format!("the reviewer cites another guideline, and not {editions}"),
        ),
        OutOfPlay::NoDecisionDate => (
            "no-decision-date",
            format!(
                "the letter gives no decision date, so whether {editions} was in force is not known"
            ),
        ),
        OutOfPlay::NotInForce => {
            let day = case.reading.decided.map(|decided| decided.date.to_string());
            let day = day.unwrap_or_default();
            (
                "not-in-force",
                format!("{editions} is not cited, and was not in force on {day}"),
            )
        }
    };
    Ground {
        guideline: None,
        reason,
        because,
        words: match why {
            OutOfPlay::NotCited | OutOfPlay::AnotherCited => cited_words(item),
            OutOfPlay::NoDecisionDate => Vec::new(),
            OutOfPlay::NotInForce => {
                let day = case.reading.decided.and_then(|decided| decided.span);
                day.map(|day| (day, "the decision")).into_iter().collect()
            }
        },
    }
}

/// What the reviewer's line cites, to be seen where an edition is missed in it.
fn cited_words(item: &ItemReading) -> Vec<(ByteSpan, &'static str)> {
    let first = item.reviewer.citations.first();
    first
        .map(|citation| (citation.span, ""))
        .into_iter()
        .collect()
}

/// The title of an edition with its year, which some titles name themselves.
fn titled(guideline: &Guideline) -> String {
    match guideline.year {
        Some(year) if !guideline.title.contains(&year.to_string()) => {
            format!("{} ({year})", guideline.title)
        }
        _ => guideline.title.clone(),
    }
}

/// "a", "a or b", "a, b or c"; of many the first ones.
fn one_of(names: &[String]) -> String {
    const MOST: usize = 3;
    match names {
        [] => "its editions".to_owned(),
        [only] => only.clone(),
        [first @ .., last] if first.len() <= MOST => format!("{} or {last}", first.join(", ")),
        several => {
            let first: Vec<&str> = several.iter().take(MOST).map(String::as_str).collect();
            format!("{} or {} others", first.join(", "), several.len() - MOST)
        }
    }
}

/// A title in the middle of a sentence.
fn lowered(title: &str) -> String {
    let mut characters = title.chars();
    match (characters.next(), characters.as_str()) {
        // An abbreviation keeps its capitals.
        (Some(first), rest) if !rest.starts_with(char::is_uppercase) => {
            first.to_lowercase().chain(rest.chars()).collect()
        }
        _ => title.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_put_in_words() {
        let names: Vec<String> = ["a", "b", "c", "d", "e"].map(str::to_owned).to_vec();
        assert_eq!(one_of(&names[..1]), "a");
        assert_eq!(one_of(&names[..2]), "a or b");
        assert_eq!(one_of(&names[..4]), "a, b, c or d");
        assert_eq!(one_of(&names), "a, b, c or 2 others");
        assert_eq!(lowered("Functional gain"), "functional gain");
        assert_eq!(lowered("MRI before"), "MRI before");
    }
}
