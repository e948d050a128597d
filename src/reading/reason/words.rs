//! The families of reasons of a pack.

use super::Bearing;

/// The reasons of a pack: `language.reasons`.
#[derive(Clone, Debug, Default)]
pub struct ReasonWords {
    /// The families.
    pub families: Vec<ReasonFamily>,
    /// Verbs behind which the words of some families are a judgement: "is", "appears".
    pub verbs: Vec<String>,
}

/// Phrases that speak the same way.
#[derive(Clone, Debug)]
pub struct ReasonFamily {
    /// `exceeds-guideline`.
    pub id: String,
    /// Which way they speak where it is so; `None`: neither.
    pub affirmed: Option<Bearing>,
    /// Which way where it is not so, or not documented; `None`: neither.
    pub denied: Option<Bearing>,
    /// Whether they only hint.
    pub hint: bool,
    /// Whether they count only behind a verb.
    pub behind_verb: bool,
    /// The phrases.
    pub phrases: Vec<String>,
}
