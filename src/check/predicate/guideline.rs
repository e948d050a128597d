//! `guideline: unknown`: whether the pack knows a cited guideline.

use super::{Answer, Case, Each, Places, Predicate, Subject, Truth, Vocable};
use crate::rules::pack::System;

pub(super) const VOCABLE: Vocable = Vocable {
    name: "guideline",
    about: "whether the pack knows the cited MTUS label and year",
    example: "guideline: unknown",
    places: Places::Of(&[Each::Citation]),
    provides: &[],
    parse: |argument| {
        let known = argument.choice(&[("known", true), ("unknown", false)])?;
        Some(Box::new(GuidelineIs { known }))
    },
};

#[derive(Debug)]
struct GuidelineIs {
    known: bool,
}

impl Predicate for GuidelineIs {
    fn ask(&self, case: &Case<'_>) -> Answer {
        let Subject::Citation(_, citation) = case.subject else {
            return Answer::unknown();
        };
        let label = citation
            .label
            .as_ref()
            .map_or(citation.span, |label| label.span);
        let note = match (citation.is_unknown(), citation.system) {
            (true, _) => "no edition of the pack",
            (false, System::Mtus) => "an edition of the pack",
            (false, _) => "no guideline of the MTUS",
        };
        Answer::plain(citation.is_unknown() != self.known).shown(label, note)
    }

    fn truth(&self, case: &Case<'_>) -> Truth {
        match case.subject {
            Subject::Citation(_, citation) => (citation.is_unknown() != self.known).into(),
            _ => Truth::Unknown,
        }
    }
}
