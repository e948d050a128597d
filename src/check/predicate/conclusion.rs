//! `conclusion: not-necessary`: what the rationale concludes.

use super::{Answer, Case, Places, Predicate, Vocable};
use crate::reading::conclusion::Verdict;

pub(super) const VOCABLE: Vocable = Vocable {
    name: "conclusion",
    about: "the rationale concludes this about the item; unknown when there is no rationale",
    example: "conclusion: not-necessary",
    places: Places::Item,
    provides: &["conclusion"],
    parse: |argument| {
        let verdict = argument.choice(&[
            ("necessary", Verdict::Necessary),
            ("not-necessary", Verdict::NotNecessary),
            ("mixed", Verdict::Mixed),
            ("none", Verdict::None),
        ])?;
        Some(Box::new(ConclusionIs(verdict)))
    },
};

#[derive(Debug)]
struct ConclusionIs(Verdict);

impl Predicate for ConclusionIs {
    fn ask(&self, case: &Case<'_>) -> Answer {
        let Some((item, rationale)) = case
            .item
            .and_then(|item| Some((item, item.item.rationale?)))
        else {
            return Answer::unknown();
        };
        let conclusion = &item.conclusion;
        let said = match conclusion.verdict {
            Verdict::Necessary => "medically necessary",
            Verdict::NotNecessary => "not medically necessary",
            Verdict::Mixed => "both necessary and not necessary",
            Verdict::None => "neither",
        };
        let answer = Answer::plain(conclusion.verdict == self.0).with("conclusion", said);
        match conclusion.last_deciding() {
            Some(statement) => answer.shown(statement.span, format!("concludes that it is {said}")),
            None => answer.shown(case.last_words(rationale), "ends without a conclusion"),
        }
    }
}
