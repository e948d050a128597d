//! What all statements of a fact come to.

use super::statement::{FactStatement, Standing};

/// What a text says of a fact, taken together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum FactAnswer {
    /// It is stated.
    Stated,
    /// It is denied.
    Absent,
    /// Nothing on record says so.
    NotDocumented,
    /// It is stated in one place and denied in another.
    Conflict,
    /// It is said to be unclear.
    Uncertain,
    /// Nothing is said of it about this patient.
    #[default]
    Unsaid,
}

/// What a text says of a fact, with the statements that decide it.
#[derive(Clone, Debug, Default)]
pub struct FactReading<'r> {
    /// What it comes to.
    pub answer: FactAnswer,
    /// The statements that decide it, by place; of a conflict those of both sides.
    pub deciding: Vec<&'r FactStatement>,
    /// Where the text speaks of the fact about this patient and says nothing that decides.
    pub named: Option<&'r FactStatement>,
}

impl FactAnswer {
    /// The name in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::Absent => "absent",
            Self::NotDocumented => "not-documented",
            Self::Conflict => "conflict",
            Self::Uncertain => "uncertain",
            Self::Unsaid => "unsaid",
        }
    }

    /// Whether the fact is denied of this patient, or missing on record, and nowhere stated.
    #[must_use]
    pub fn denies(self) -> bool {
        matches!(self, Self::Absent | Self::NotDocumented)
    }
}

impl<'r> FactReading<'r> {
    /// What `statements`, which are of one text and by place, say of the fact with the index `fact`.
    #[must_use]
    pub fn of(statements: &'r [FactStatement], fact: usize) -> Self {
        let of_fact = || statements.iter().filter(move |said| said.fact == fact);
        let any = |wanted: fn(Standing) -> bool| of_fact().any(|said| wanted(said.standing));
        let stated = any(|standing| standing == Standing::Stated);
        let denied = any(Standing::denies);
        let uncertain = any(|standing| standing == Standing::Uncertain);
        let answer = match (stated, denied, uncertain) {
            (true, true, _) => FactAnswer::Conflict,
            (false, true, _) if any(|standing| standing == Standing::Absent) => FactAnswer::Absent,
            (false, true, _) => FactAnswer::NotDocumented,
            (_, false, true) => FactAnswer::Uncertain,
            (true, false, false) => FactAnswer::Stated,
            (false, false, false) => FactAnswer::Unsaid,
        };
        let decides = |standing: Standing| match answer {
            FactAnswer::Stated => standing == Standing::Stated,
            FactAnswer::Absent | FactAnswer::NotDocumented => standing.denies(),
            FactAnswer::Conflict => standing == Standing::Stated || standing.denies(),
            FactAnswer::Uncertain => standing == Standing::Uncertain,
            FactAnswer::Unsaid => false,
        };
        let is_named =
            |said: &&FactStatement| said.standing.is_about_the_case() && !decides(said.standing);
        Self {
            answer,
            deciding: of_fact().filter(|said| decides(said.standing)).collect(),
            named: of_fact().find(is_named),
        }
    }
}
