//! `required_fact: denied`: whether the rationale denies what a criterion requires.

use super::{Answer, Case, Each, Places, Predicate, Subject, Vocable};

pub(super) const VOCABLE: Vocable = Vocable {
    name: "required_fact",
    about: "whether the rationale denies, in so many words, a fact that the criterion requires; unknown when it does \
            not speak of it",
    example: "required_fact: denied",
    places: Places::Of(&[Each::Criterion]),
    provides: &["fact"],
    parse: |argument| {
        argument.choice(&[("denied", ())])?;
        Some(Box::new(RequiredFactDenied))
    },
};

#[derive(Debug)]
struct RequiredFactDenied;

impl Predicate for RequiredFactDenied {
    fn ask(&self, case: &Case<'_>) -> Answer {
        let (Subject::Criterion(criterion), Some(item)) = (case.subject, case.item) else {
            return Answer::unknown();
        };
        let denied = criterion
            .requires
            .iter()
            .find_map(|fact| Some((fact, case.denies_fact(item, &fact.value)?)));
        match denied {
            Some((fact, words)) => Answer::plain(true)
                .shown(words, "denied here")
                .with("fact", case.fact_title(&fact.value)),
            None => Answer::unknown(),
        }
    }
}
