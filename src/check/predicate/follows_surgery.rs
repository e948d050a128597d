//! `follows_surgery: upheld`: whether an item goes with an operation whose denial stands.

use super::{Answer, Case, Places, Predicate, Vocable};
use crate::letter::Decision;
use crate::reading::conclusion::Verdict;

pub(super) const VOCABLE: Vocable = Vocable {
    name: "follows_surgery",
    about: "whether the item only makes sense beside an operation of the same letter whose denial was upheld, or beside \
            one that its own rationale calls not necessary; unknown when no such operation is known",
    example: "follows_surgery: upheld",
    places: Places::Item,
    provides: &["surgery"],
    parse: |argument| {
        argument.choice(&[("upheld", ())])?;
        Some(Box::new(FollowsUpheldSurgery))
    },
};

#[derive(Debug)]
struct FollowsUpheldSurgery;

impl Predicate for FollowsUpheldSurgery {
    fn ask(&self, case: &Case<'_>) -> Answer {
        let Some(item) = case.item else {
            return Answer::unknown();
        };
        let Some(tie) = case.tie_to_surgery(item) else {
            return Answer::unknown().because("the item stands on its own");
        };
        if let Some(surgery) = case.surgery_of(item) {
            let upheld = surgery.item.decision == Some(Decision::Upheld);
            let decided = surgery.item.decision.map_or("not decided", Decision::name);
            let heading = surgery.item.heading.map(|span| case.quote(span));
            return Answer::plain(upheld)
                .shown_if(item.item.heading, "goes with the operation")
                .shown_if(surgery.item.heading, "the operation")
                .shown_if(surgery.item.decision_span, format!("decided {decided}"))
                .with("surgery", heading.unwrap_or_default());
        }
        match case.denies_surgery(item) {
            // A rationale that concludes both ways is another finding.
            Some(span)
                if item.conclusion.verdict == Verdict::Necessary && !case.overturns_a_surgery() =>
            {
                Answer::plain(true)
                    .shown(span, "the operation is called not necessary")
                    .shown(tie, "goes with it")
                    .with("surgery", "the operation")
            }
            _ => Answer::unknown()
                .because("no operation that it goes with is decided in this letter"),
        }
    }
}
