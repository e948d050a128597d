//! `organisation: missing`: whether a citation outside the MTUS says whose guideline or work it is.

use super::{Answer, Case, Each, Places, Predicate, Subject, Vocable};
use crate::reading::citation::{BasisKind, Citation};
use crate::reading::lexicon::Meaning;
use crate::reading::phrase::hits_within;
use crate::rules::pack::System;

pub(super) const VOCABLE: Vocable = Vocable {
    name: "organisation",
    about: "whether a citation outside the MTUS leaves out whose guideline or work it is: nothing is cited, a chapter \
            without its guideline, or only a treatment. A source that the pack does not know counts as named",
    example: "organisation: missing",
    places: Places::Of(&[Each::Citation]),
    provides: &[],
    parse: |argument| {
        argument.choice(&[("missing", ())])?;
        Some(Box::new(OrganisationMissing))
    },
};

#[derive(Debug)]
struct OrganisationMissing;

impl Predicate for OrganisationMissing {
    fn ask(&self, case: &Case<'_>) -> Answer {
        let Subject::Citation(_, citation) = case.subject else {
            return Answer::unknown();
        };
        let outside = matches!(
            citation.basis,
            Some(BasisKind::NonMtus | BasisKind::OutsideMtus)
        );
        if !outside {
            return Answer::plain(false).shown(citation.span, "within the MTUS");
        }
        let missing = !citation.organisation_named || is_treatment_alone(case, citation);
        let note = if missing {
            "names no organisation"
        } else {
            "says whose it is"
        };
        Answer::plain(missing).shown(citation.span, note)
    }
}

/// Whether all that is cited is the name of a treatment.
fn is_treatment_alone(case: &Case<'_>, citation: &Citation) -> bool {
    let unknown = citation.system == System::Other && citation.guideline.is_none();
    unknown
        && hits_within(&case.reading.hits, citation.span)
            .iter()
            .any(|hit| {
                let names = matches!(
                    hit.meaning,
                    Meaning::Treatment(_) | Meaning::GenericTreatment(_)
                );
                names && hit.span == citation.span
            })
}
