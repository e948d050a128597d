//! `conclusion: not-necessary`: what the rationale concludes.

use super::{Answer, Case, Places, Predicate, Truth, Vocable};
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
            return Answer::unknown().because("the item has no rationale");
        };
        let conclusion = &item.conclusion;
        let answer = Answer::plain(conclusion.verdict == self.0)
            .with("conclusion", in_words(conclusion.verdict));
        match (conclusion.verdict, conclusion.last_deciding()) {
            (Verdict::Mixed, _) => conclusion.deciding().fold(answer, |answer, statement| {
                let said = in_words(statement.verdict);
                answer.shown(statement.span, format!("concludes that it is {said}"))
            }),
            (verdict, Some(statement)) => {
                let said = in_words(verdict);
                answer.shown(statement.span, format!("concludes that it is {said}"))
            }
            (_, None) => answer.missing_at(case.last_words(rationale), "ends without a conclusion"),
        }
    }

    fn truth(&self, case: &Case<'_>) -> Truth {
        let item = case.item.filter(|item| item.item.rationale.is_some());
        item.map_or(Truth::Unknown, |item| {
            (item.conclusion.verdict == self.0).into()
        })
    }
}

fn in_words(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Necessary => "medically necessary",
        Verdict::NotNecessary => "not medically necessary",
        Verdict::Mixed => "both medically necessary and not",
        Verdict::None => "neither",
    }
}
