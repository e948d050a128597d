//! `required_facts: stated`: whether the rationale states all that a criterion requires.

use super::{Answer, Case, Each, Places, Predicate, Subject, Vocable};
use crate::check::truth::Truth;
use crate::reading::fact::FactAnswer;
use crate::reading::letter::ItemReading;
use crate::rules::decode::Located;

pub(super) const VOCABLE: Vocable = Vocable {
    name: "required_facts",
    about: "whether the rationale states about this patient every fact that the criterion requires, and one of those of \
            which it requires any; unknown when it does not say, and for a criterion that is not `sufficient`",
    example: "required_facts: stated",
    places: Places::Of(&[Each::Criterion]),
    provides: &["facts"],
    parse: |argument| {
        argument.choice(&[("stated", ())])?;
        Some(Box::new(RequiredFactsStated))
    },
};

#[derive(Debug)]
struct RequiredFactsStated;

impl Predicate for RequiredFactsStated {
    fn ask(&self, case: &Case<'_>) -> Answer {
        let (Subject::Criterion(criterion), Some(item)) = (case.subject, case.item) else {
            return Answer::unknown();
        };
        if !criterion.sufficient {
            let reason = "the guideline may ask for more than the criterion says";
            return Answer::unknown().because(reason);
        }
        let each = criterion.requires.iter();
        let each = each
            .map(|fact| stated(case, item, fact))
            .reduce(Answer::and);
        let any = criterion.requires_any.iter();
        let any = any.map(|fact| stated(case, item, fact)).reduce(Answer::or);
        let answer = match (each, any) {
            (Some(each), Some(any)) => each.and(any),
            (Some(one), None) | (None, Some(one)) => one,
            (None, None) => return Answer::unknown().because("the criterion requires no fact"),
        };
        let ids = criterion.requires.iter().chain(&criterion.requires_any);
        let held = ids.filter(|fact| stated(case, item, fact).truth == Truth::True);
        let titles: Vec<&str> = held.map(|fact| case.fact_title(&fact.value)).collect();
        answer.with("facts", titles.join(", "))
    }
}

fn stated(case: &Case<'_>, item: &ItemReading, fact: &Located<String>) -> Answer {
    let read = case.fact(item, &fact.value);
    let firm = read.deciding.iter().find(|said| said.is_firm());
    let truth = match (read.answer, firm) {
        (FactAnswer::Stated, Some(_)) => Truth::True,
        (FactAnswer::Absent | FactAnswer::NotDocumented, _) => Truth::False,
        _ => Truth::Unknown,
    };
    let words = firm.or_else(|| read.deciding.first());
    if words.is_none() {
        let reason = format!(
            "neither stated nor denied: {}",
            case.fact_title(&fact.value)
        );
        return Answer::plain(truth).because(reason);
    }
    let note = format!("{}: {}", case.fact_title(&fact.value), read.answer.name());
    Answer::plain(truth).shown_if(words.map(|said| said.span), note)
}
