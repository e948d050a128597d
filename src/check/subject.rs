//! What a rule is asked of: the letter, an item, or one thing after the other that `each` names.

use super::limit::GoverningLimit;
use crate::letter::{ItemPart, SectionKind};
use crate::reading::citation::{Citation, GuidelineLine};
use crate::reading::credential::LicensedState;
use crate::reading::letter::{FrontDate, ItemReading};
use crate::rules::pack::Criterion;
use crate::span::ByteSpan;
use crate::waiver::Judgement;

/// The things that `each` can name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Each {
    /// Every section that the letter's form requires.
    RequiredSection,
    /// Every part that an item must have.
    RequiredPart,
    /// Every two neighbouring dates of the front matter.
    DatePair,
    /// Every state of licensure, and the certification.
    Credential,
    /// Every item before this one; of several that ask for the same, the first.
    EarlierItem,
    /// The claims administrator's line and the reviewer's.
    GuidelineLine,
    /// Every citation of both lines.
    Citation,
    /// Every limit that applies to the item and governs.
    Limit,
    /// Every limit on the item's treatment in an edition that the reviewer cites.
    RecitedLimit,
    /// Every criterion that applies to the item.
    Criterion,
    /// Every waiver of the waivers file. No letter holds any.
    Waiver,
}

impl Each {
    /// All of them.
    pub(crate) const ALL: [Self; 11] = [
        Self::RequiredSection,
        Self::RequiredPart,
        Self::DatePair,
        Self::Credential,
        Self::EarlierItem,
        Self::GuidelineLine,
        Self::Citation,
        Self::Limit,
        Self::RecitedLimit,
        Self::Criterion,
        Self::Waiver,
    ];

    /// The word in rules.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::RequiredSection => "required-section",
            Self::RequiredPart => "required-part",
            Self::DatePair => "date-pair",
            Self::Credential => "credential",
            Self::EarlierItem => "earlier-item",
            Self::GuidelineLine => "guideline-line",
            Self::Citation => "citation",
            Self::Limit => "limit",
            Self::RecitedLimit => "recited-limit",
            Self::Criterion => "criterion",
            Self::Waiver => "waiver",
        }
    }

    /// What a rule is asked of, for rule editors.
    pub(crate) fn about(self) -> &'static str {
        match self {
            Self::RequiredSection => "every section that the letter's form requires",
            Self::RequiredPart => "every part that an item must have",
            Self::DatePair => "every two neighbouring dates of the front matter",
            Self::Credential => "every state of licensure, and the certification",
            Self::EarlierItem => {
                "every item before this one; of several that ask for the same, the first"
            }
            Self::GuidelineLine => "the claims administrator's line and the reviewer's",
            Self::Citation => "every citation of both lines",
            Self::Limit => "every limit that applies to the item and governs",
            Self::RecitedLimit => {
                "every limit on the item's treatment in an edition that the reviewer cites"
            }
            Self::Criterion => "every criterion that applies to the item",
            Self::Waiver => "every waiver of the waivers file; no letter holds any",
        }
    }

    /// Whether it belongs to an item, or to the letter as a whole.
    pub(crate) fn is_of_item(self) -> bool {
        !matches!(
            self,
            Self::RequiredSection | Self::DatePair | Self::Credential | Self::Waiver
        )
    }

    /// Why a rule has nothing to be asked of.
    pub(crate) fn absent(self) -> &'static str {
        match self {
            Self::RequiredSection => "the form of this letter requires no section",
            Self::RequiredPart => "the form of this letter requires no part",
            Self::DatePair => "the front matter gives fewer than two dates",
            Self::Credential => "no credentials of the reviewer were found",
            Self::EarlierItem => "there is no item before this one",
            Self::GuidelineLine => "there is no guideline line",
            Self::Citation => "neither guideline line cites anything",
            Self::Limit => "no limit governs this item",
            Self::RecitedLimit => {
                "no limit on the treatment is in an edition that the reviewer cites"
            }
            Self::Criterion => "no criterion applies to this item",
            Self::Waiver => "waivers stand in a file of their own",
        }
    }

    /// The placeholders that it fills in messages.
    pub(crate) fn provides(self) -> &'static [&'static str] {
        match self {
            Self::RequiredSection => &["section"],
            Self::RequiredPart => &["part"],
            Self::DatePair => &["earlier", "earlier_date", "later", "later_date"],
            Self::Credential => &[],
            Self::EarlierItem => &["other_item"],
            Self::GuidelineLine => &["side"],
            Self::Citation => &["side", "cited", "guideline"],
            Self::Limit | Self::RecitedLimit => &["limit", "guideline"],
            Self::Criterion => &["criterion"],
            Self::Waiver => &["waiver", "approver", "expires", "nearest"],
        }
    }
}

/// Whose guideline line it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    /// The claims administrator's, from the utilization review.
    ClaimsAdministrator,
    /// The reviewer's.
    Reviewer,
}

impl Side {
    /// Both, in the order of the form.
    pub(crate) const BOTH: [Self; 2] = [Self::ClaimsAdministrator, Self::Reviewer];

    /// The word in rules.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::ClaimsAdministrator => "claims-administrator",
            Self::Reviewer => "reviewer",
        }
    }

    /// An item's line of this side.
    pub(crate) fn line(self, item: &ItemReading) -> &GuidelineLine {
        match self {
            Self::ClaimsAdministrator => &item.claims_administrator,
            Self::Reviewer => &item.reviewer,
        }
    }

    /// Where an item's line of this side stands.
    pub(crate) fn place(self, item: &ItemReading) -> Option<ByteSpan> {
        match self {
            Self::ClaimsAdministrator => item.item.claims_administrator,
            Self::Reviewer => item.item.reviewer,
        }
    }

    /// The words in messages.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::ClaimsAdministrator => "claims administrator",
            Self::Reviewer => "reviewer",
        }
    }
}

/// One thing that a rule is asked of.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Subject<'r> {
    /// The letter or item as a whole.
    Whole,
    /// A required section.
    Section(SectionKind),
    /// A required part of the item.
    Part(ItemPart),
    /// Two dates that must not lie the other way round.
    Dates {
        /// The one that must not lie after the other.
        earlier: FrontDate,
        /// The other.
        later: FrontDate,
    },
    /// A credential.
    Credential(CredentialSubject<'r>),
    /// The index of an earlier item.
    EarlierItem(usize),
    /// A guideline line.
    Line(Side),
    /// A citation.
    Citation(Side, &'r Citation),
    /// A limit that governs.
    Limit(&'r GoverningLimit<'r>),
    /// A limit that may be recited.
    RecitedLimit(&'r GoverningLimit<'r>),
    /// A criterion that applies.
    Criterion(&'r Criterion),
    /// A waiver.
    Waiver(&'r Judgement<'r>),
}

/// One credential of the reviewer.
#[derive(Clone, Copy, Debug)]
pub(crate) enum CredentialSubject<'r> {
    /// A state that is named.
    State(&'r LicensedState),
    /// Where states are to be named, and whether any is.
    States(ByteSpan, bool),
    /// Where a certification is to be named, and whether one is.
    Certification(ByteSpan, bool),
}
