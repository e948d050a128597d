//! One place that speaks of a fact, and how the fact stands in it.

use super::reach::Concession;
use super::{Counts, FactReader, Found};
use crate::reading::assertion::{Assertion, Holder, Modality, Polarity, Time};
use crate::reading::lexicon::FactPhrase;
use crate::reading::zone::Zone;
use crate::span::ByteSpan;

/// A place that speaks of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FactStatement {
    /// The fact, as an index into [`Pack::facts`](crate::rules::pack::Pack::facts).
    pub fact: usize,
    /// The words that speak of it.
    pub span: ByteSpan,
    /// Their sentence.
    pub sentence: ByteSpan,
    /// Whose voice it is.
    pub zone: Zone,
    /// What is said of the words.
    pub assertion: Assertion,
    /// How the words speak of the fact.
    pub phrase: FactPhrase,
    /// How the fact stands here.
    pub standing: Standing,
    /// Whether the sentence, or the beginning of the next one, concedes it and goes on to something else:
    /// "although", "however".
    pub conceded: bool,
}

/// How a fact stands in one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// It is said of this patient.
    Stated,
    /// It is denied of this patient.
    Absent,
    /// Nothing on record says so.
    NotDocumented,
    /// It is not known.
    Uncertain,
    /// It was so once, which does not make it so now.
    Past,
    /// It is named about this patient, and nothing is said of it.
    Named,
    /// It is what the utilization review held.
    Reported,
    /// It is what would be, or is to come.
    Conditional,
    /// It is what a guideline asks for, or the review speaks of itself.
    Recited,
}

impl Standing {
    /// The name in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::Absent => "absent",
            Self::NotDocumented => "not-documented",
            Self::Uncertain => "uncertain",
            Self::Past => "past",
            Self::Named => "named",
            Self::Reported => "reported",
            Self::Conditional => "conditional",
            Self::Recited => "recited",
        }
    }

    /// Whether the fact is denied of this patient, or missing on record.
    #[must_use]
    pub fn denies(self) -> bool {
        matches!(self, Self::Absent | Self::NotDocumented)
    }

    /// Whether the place speaks of this patient, whatever it says.
    #[must_use]
    pub fn is_about_the_case(self) -> bool {
        !matches!(self, Self::Reported | Self::Conditional | Self::Recited)
    }
}

impl FactStatement {
    /// Whether it states the fact beyond doubt: in the reviewer's own account of the case, not as the word of a
    /// treating provider, and not within the conclusion.
    #[must_use]
    pub fn is_firm(&self) -> bool {
        self.standing == Standing::Stated
            && self.zone.is_about_the_case()
            && self.assertion.holder != Holder::Provider
    }
}

impl FactReader {
    /// What the words at a place say of the fact that they speak of.
    pub(super) fn statement(
        &self,
        text: &str,
        found: Found,
        sentence: ByteSpan,
        zone: Zone,
        assertion: Assertion,
        concession: &Concession,
    ) -> FactStatement {
        let Found { fact, phrase, span } = found;
        let counts = self.counts.get(fact).copied().unwrap_or_default();
        let mut standing = standing(zone, phrase, &assertion, counts);
        // "no response to conservative care" denies the response; a phrase of denial carries its own.
        if standing.denies() && phrase != FactPhrase::Denies {
            let cue = assertion.cue.map(|cue| cue.span);
            if !self.reach.reaches(text, sentence, cue, span) {
                standing = Standing::Named;
            }
        }
        if standing == Standing::Absent && counts.absence {
            standing = Standing::Stated;
        }
        FactStatement {
            fact,
            span,
            sentence,
            zone,
            assertion,
            phrase,
            standing,
            conceded: concession.covers(span),
        }
    }
}

fn standing(zone: Zone, phrase: FactPhrase, said: &Assertion, counts: Counts) -> Standing {
    if matches!(zone, Zone::Guideline | Zone::Meta) || said.holder == Holder::Guideline {
        return Standing::Recited;
    }
    match (said.holder, said.modality) {
        (Holder::UtilizationReview, _) => return Standing::Reported,
        (_, Modality::Hypothetical) => return Standing::Conditional,
        (_, Modality::Uncertain) => return Standing::Uncertain,
        (_, Modality::Fact) => {}
    }
    match (phrase, said.polarity) {
        (FactPhrase::Denies, Polarity::Affirmed) => Standing::Absent,
        // "does not show a lack of improvement" does not show improvement.
        (FactPhrase::Denies | FactPhrase::Unlike, _) | (FactPhrase::Needs, Polarity::Affirmed) => {
            Standing::Named
        }
        // Who finds no weakness has not denied every deficit.
        (FactPhrase::Signs, Polarity::Absent | Polarity::NotDocumented) => Standing::Named,
        (FactPhrase::Says | FactPhrase::Signs, Polarity::Affirmed) => {
            if said.time == Time::Historical && !counts.past {
                Standing::Past
            } else {
                Standing::Stated
            }
        }
        (_, Polarity::Absent) => Standing::Absent,
        (_, Polarity::NotDocumented) => Standing::NotDocumented,
    }
}
