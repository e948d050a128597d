//! `basis_contradicts: citation`: whether a guideline line says one basis and cites another.

use super::{Answer, Case, Each, Places, Predicate, Subject, Vocable};
use crate::reading::citation::{BasisKind, GuidelineLine};

pub(super) const VOCABLE: Vocable = Vocable {
    name: "basis_contradicts",
    about: "whether the line lists an MTUS guideline as a Non-MTUS citation, or says that the decision rests on \
            something outside the MTUS and then cites the MTUS",
    example: "basis_contradicts: citation",
    places: Places::Of(&[Each::GuidelineLine]),
    provides: &["contradiction"],
    parse: |argument| {
        argument.choice(&[("citation", ())])?;
        Some(Box::new(BasisContradictsCitation))
    },
};

#[derive(Debug)]
struct BasisContradictsCitation;

impl Predicate for BasisContradictsCitation {
    fn ask(&self, case: &Case<'_>) -> Answer {
        let (Subject::Line(side), Some(item)) = (case.subject, case.item) else {
            return Answer::unknown();
        };
        let line = side.line(item);
        let Some(first) = line.bases.first() else {
            return Answer::unknown().because("the line does not say on what the decision rests");
        };
        mtus_as_other(line)
            .or_else(|| mtus_after_all(line))
            .or_else(|| evidence_after_all(line))
            .unwrap_or_else(|| Answer::plain(false).shown(first.span, "agrees with what is cited"))
    }
}

/// "Decision based on Non-MTUS Citation California MTUS ...".
fn mtus_as_other(line: &GuidelineLine) -> Option<Answer> {
    let listed = line
        .citations
        .iter()
        .filter(|citation| citation.basis == Some(BasisKind::NonMtus))
        .find_map(|citation| citation.names_mtus)?;
    let basis = line.basis_of(BasisKind::NonMtus)?;
    Some(
        Answer::plain(true)
            .shown(listed, "names the MTUS")
            .shown(basis.span, "listed as outside the MTUS")
            .with(
                "contradiction",
                "a guideline of the MTUS is listed as a Non-MTUS citation",
            ),
    )
}

/// "... outside of the MTUS Guidelines. Decision based on MTUS ...".
fn mtus_after_all(line: &GuidelineLine) -> Option<Answer> {
    let outside = line.basis_of(BasisKind::OutsideMtus)?;
    let inside = line.basis_of(BasisKind::Mtus)?;
    Some(
        Answer::plain(true)
            .shown(inside.span, "rests on the MTUS")
            .shown(outside.span, "rests on something else")
            .with(
                "contradiction",
                "the decision is said to rest on something outside the MTUS, and on the MTUS",
            ),
    )
}

/// "... did not cite any medical evidence for its decision. Decision based on MTUS ...".
fn evidence_after_all(line: &GuidelineLine) -> Option<Answer> {
    let none = line.basis_of(BasisKind::NoEvidence)?;
    let some = line
        .basis_of(BasisKind::Mtus)
        .or_else(|| line.basis_of(BasisKind::NonMtus))?;
    Some(
        Answer::plain(true)
            .shown(some.span, "cites evidence")
            .shown(none.span, "cites none")
            .with(
                "contradiction",
                "no evidence is said to be cited, and a guideline is cited",
            ),
    )
}
