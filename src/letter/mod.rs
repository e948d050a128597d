//! The structure of a determination letter: front matter, sections and disputed items, as spans into the
//! canonical text. What the words mean is for [`crate::reading`].

mod parse;
#[cfg(test)]
mod tests;

pub use parse::parse;

use crate::span::ByteSpan;

/// A letter cut into its parts.
#[derive(Clone, Debug, Default)]
pub struct Letter {
    /// Which of the known forms it has.
    pub layout: Layout,
    /// The fields before the first section.
    pub front_matter: FrontMatter,
    /// The sections in the order of the letter.
    pub sections: Vec<Section>,
    /// What is said of the reviewer.
    pub credentials: Credentials,
    /// The disputed items in the order of the letter.
    pub items: Vec<Item>,
}

/// The forms of a letter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// None of the known forms.
    #[default]
    Unknown,
    /// The final determination of late 2013 on: "IMR ISSUES, DECISIONS AND RATIONALES".
    Determination,
    /// The notice of 2013, whose numbered items are decided in a sentence each.
    Notice,
    /// "ISSUE AT DISPUTE" and "RATIONALE FOR WHY ...".
    IssueAtDispute,
}

impl Layout {
    /// What the form is called in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Unknown => "no known form of a determination",
            Self::Determination => "final determination",
            Self::Notice => "numbered notice of 2013",
            Self::IssueAtDispute => "determination by issue at dispute",
        }
    }
}

/// The kinds of sections.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SectionKind {
    /// How the determination was made.
    HowMade,
    /// Clinical case summary.
    CaseSummary,
    /// Issues, decisions and rationales.
    Issues,
    /// Documents reviewed.
    DocumentsReviewed,
    /// Issue at dispute.
    IssueAtDispute,
    /// Medical treatment guidelines relied upon.
    GuidelinesReliedUpon,
    /// Rationale for why the treatment is or is not medically necessary.
    RationaleForWhy,
    /// Medical reviewer qualifications.
    Qualifications,
    /// Effect of the decision.
    Effect,
}

impl SectionKind {
    /// The heading that the form prints.
    #[must_use]
    pub fn heading(self) -> &'static str {
        match self {
            Self::HowMade => "HOW THE IMR FINAL DETERMINATION WAS MADE",
            Self::CaseSummary => "CLINICAL CASE SUMMARY",
            Self::Issues => "IMR ISSUES, DECISIONS AND RATIONALES",
            Self::DocumentsReviewed => "DOCUMENTS REVIEWED",
            Self::IssueAtDispute => "ISSUE AT DISPUTE",
            Self::GuidelinesReliedUpon => "MEDICAL TREATMENT GUIDELINE(S) RELIED UPON",
            Self::RationaleForWhy => "RATIONALE FOR WHY",
            Self::Qualifications => "MEDICAL REVIEWER QUALIFICATIONS",
            Self::Effect => "EFFECT OF THE DECISION",
        }
    }

    /// The sections that a letter of `layout` must have.
    #[must_use]
    pub fn required_by(layout: Layout) -> &'static [Self] {
        match layout {
            Layout::Determination => &[Self::HowMade, Self::CaseSummary, Self::Issues],
            Layout::IssueAtDispute => &[Self::IssueAtDispute, Self::RationaleForWhy],
            Layout::Notice | Layout::Unknown => &[],
        }
    }
}

/// One section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Section {
    /// Which one.
    pub kind: SectionKind,
    /// Its heading.
    pub heading: ByteSpan,
    /// Everything under it.
    pub body: ByteSpan,
}

/// The fields that stand before the first section. `None`: not there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FrontMatter {
    /// "CM16-0231745".
    pub case_number: Option<ByteSpan>,
    /// Date of injury.
    pub injury: Option<ByteSpan>,
    /// Date of the utilization review's denial.
    pub review: Option<ByteSpan>,
    /// Date on which the application for review was received.
    pub received: Option<ByteSpan>,
    /// Date on which the case was assigned.
    pub assigned: Option<ByteSpan>,
    /// Date of the determination.
    pub decided: Option<ByteSpan>,
}

/// What the letter says of its reviewer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Credentials {
    /// The section or block that says it; where credentials are searched for.
    pub text: Option<ByteSpan>,
    /// The value of "State(s) of Licensure:", unsplit.
    pub states: Option<ByteSpan>,
    /// The value of "Certification(s)/Specialty:".
    pub certification: Option<ByteSpan>,
    /// Whether the labelled block is there; else they stand in prose.
    pub labelled: bool,
}

/// The parts that every item must have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ItemPart {
    /// What is disputed.
    Heading,
    /// Upheld or overturned.
    Decision,
    /// "Claims Administrator guideline:".
    ClaimsAdministratorGuideline,
    /// "MAXIMUS guideline:".
    ReviewerGuideline,
    /// "Decision rationale:".
    Rationale,
}

impl ItemPart {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 5] = [
        Self::Heading,
        Self::Decision,
        Self::ClaimsAdministratorGuideline,
        Self::ReviewerGuideline,
        Self::Rationale,
    ];

    /// What it is called in messages.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Heading => "heading",
            Self::Decision => "decision",
            Self::ClaimsAdministratorGuideline => "claims administrator guideline line",
            Self::ReviewerGuideline => "reviewer guideline line",
            Self::Rationale => "rationale",
        }
    }
}

/// The decision on an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Decision {
    /// The denial stands: not medically necessary.
    Upheld,
    /// The denial falls: medically necessary.
    Overturned,
}

impl Decision {
    /// The word of the form, in lower case.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Upheld => "upheld",
            Self::Overturned => "overturned",
        }
    }
}

/// One disputed item.
#[derive(Clone, Debug)]
pub struct Item {
    /// From the heading to the end of the rationale.
    pub span: ByteSpan,
    /// The whole heading, without the decision word and its colon.
    pub heading: Option<ByteSpan>,
    /// The decision, when the word is one.
    pub decision: Option<Decision>,
    /// The decision's words, also when they are no decision ("Granted").
    pub decision_span: Option<ByteSpan>,
    /// The claims administrator's guideline line, without its label.
    pub claims_administrator: Option<ByteSpan>,
    /// The reviewer's guideline line, without its label.
    pub reviewer: Option<ByteSpan>,
    /// The rationale, without its label.
    pub rationale: Option<ByteSpan>,
    /// Where the strict form of an item breaks off; `None` for a well-formed item.
    pub breaks_at: Option<ByteSpan>,
}

impl Item {
    /// The span of a part, when the letter has it.
    #[must_use]
    pub fn part(&self, part: ItemPart) -> Option<ByteSpan> {
        match part {
            ItemPart::Heading => self.heading,
            ItemPart::Decision => self.decision.and(self.decision_span),
            ItemPart::ClaimsAdministratorGuideline => self.claims_administrator,
            ItemPart::ReviewerGuideline => self.reviewer,
            ItemPart::Rationale => self.rationale,
        }
    }
}

impl Letter {
    /// The first section of a kind.
    #[must_use]
    pub fn section(&self, kind: SectionKind) -> Option<&Section> {
        self.sections.iter().find(|section| section.kind == kind)
    }

    /// The clinical case summary.
    #[must_use]
    pub fn case_summary(&self) -> Option<ByteSpan> {
        self.section(SectionKind::CaseSummary)
            .map(|section| section.body)
    }

    /// The parts that an item of this letter must have: the older forms keep some of them elsewhere.
    #[must_use]
    pub fn required_parts(&self) -> &'static [ItemPart] {
        match self.layout {
            Layout::Determination => &ItemPart::ALL,
            Layout::Notice | Layout::IssueAtDispute | Layout::Unknown => &[ItemPart::Heading],
        }
    }
}
