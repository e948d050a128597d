//! `extension: stated`: whether the letter states a ground to exceed a limit.

use super::{Answer, Case, Each, Places, Predicate, Subject, Vocable};
use crate::check::truth::Truth;
use crate::reading::fact::{FactAnswer, FactStatement};
use crate::reading::letter::ItemReading;
use crate::span::ByteSpan;

pub(super) const VOCABLE: Vocable = Vocable {
    name: "extension",
    about: "whether a fact that extends the limit is stated about this patient, in the rationale or else in the case \
            summary, or `denied` there; unknown where it is unclear, said both ways, or named without more. What a \
            guideline asks for is not stated. `mentioned`: whether heading, rationale or case summary speak of it at all",
    example: "extension: stated",
    places: Places::Of(&[Each::Limit]),
    provides: &[],
    parse: |argument| {
        let asked = argument.choice(&[
            ("stated", Asked::Stated),
            ("mentioned", Asked::Mentioned),
            ("denied", Asked::Denied),
        ])?;
        Some(Box::new(Extension(asked)))
    },
};

#[derive(Clone, Copy, Debug)]
enum Asked {
    Stated,
    Mentioned,
    Denied,
}

#[derive(Debug)]
struct Extension(Asked);

impl Predicate for Extension {
    fn ask(&self, case: &Case<'_>) -> Answer {
        let (Subject::Limit(governing), Some(item)) = (case.subject, case.item) else {
            return Answer::unknown();
        };
        let facts = governing.limit.extended_by.iter();
        let answers = facts.map(|fact| match self.0 {
            Asked::Stated => stated(case, item, &fact.value),
            Asked::Mentioned => mentioned(case, item, &fact.value),
            Asked::Denied => denied(case, item, &fact.value),
        });
        match answers.reduce(Answer::or) {
            Some(answer) => answer,
            None => Answer::plain(false).because("nothing extends the limit"),
        }
    }
}

fn mentioned(case: &Case<'_>, item: &ItemReading, fact: &str) -> Answer {
    match case.mentions_fact(item, fact) {
        Some(words) => Answer::plain(true).shown(words, "a ground for more"),
        None => Answer::plain(false).because(format!("not spoken of: {}", case.fact_title(fact))),
    }
}

/// The rationale goes first. It may leave unsaid, or even deny, what the summary of the same case states.
fn stated(case: &Case<'_>, item: &ItemReading, fact: &str) -> Answer {
    let read = case.fact(item, fact);
    let summary = case.fact_in_summary(fact);
    let words = |said: &[&FactStatement]| said.first().map(|said| said.span);
    let by = |answer: FactAnswer| {
        let of = |read: FactAnswer| read == answer;
        of(read.answer) || of(summary.answer)
    };
    match read.answer {
        FactAnswer::Stated => {
            Answer::plain(true).shown_if(words(&read.deciding), "a ground for more")
        }
        FactAnswer::Unsaid if summary.answer == FactAnswer::Stated => {
            let answer = Answer::plain(true);
            answer.shown_if(
                words(&summary.deciding),
                "a ground for more in the case summary",
            )
        }
        FactAnswer::Conflict => {
            let answer = Answer::unknown();
            read.deciding.iter().fold(answer, |answer, said| {
                answer.shown(said.span, said.standing.name())
            })
        }
        _ if by(FactAnswer::Uncertain) || by(FactAnswer::Conflict) || by(FactAnswer::Stated) => {
            let unclear = words(&read.deciding).or(words(&summary.deciding));
            Answer::unknown().shown_if(unclear, "not clear")
        }
        FactAnswer::Absent | FactAnswer::NotDocumented => {
            let note = format!("{} here", read.answer.name());
            Answer::plain(false).shown_if(words(&read.deciding), note)
        }
        _ => unsaid(
            case,
            item,
            fact,
            read.named.or(summary.named).map(|said| said.span),
        ),
    }
}

/// Nothing is said: where the case is spoken of with its words, or the heading has them, that is not certain.
fn unsaid(case: &Case<'_>, item: &ItemReading, fact: &str, named: Option<ByteSpan>) -> Answer {
    let heading = item.item.heading;
    let named = named.or_else(|| case.names_fact(heading?, fact));
    match named {
        Some(words) => Answer::unknown().shown(words, "named, and neither stated nor denied"),
        None => Answer::plain(false).because(format!("not stated: {}", case.fact_title(fact))),
    }
}

fn denied(case: &Case<'_>, item: &ItemReading, fact: &str) -> Answer {
    let read = case.fact(item, fact);
    let truth = match read.answer {
        answer if answer.denies() => Truth::True,
        FactAnswer::Stated => Truth::False,
        _ => Truth::Unknown,
    };
    if read.deciding.is_empty() {
        let title = case.fact_title(fact);
        return Answer::plain(truth).because(format!("neither stated nor denied: {title}"));
    }
    let note = format!("{} here", read.answer.name());
    Answer::plain(truth).shown_if(read.deciding.first().map(|said| said.span), note)
}
