//! Text that many letters repeat word for word: recited guidelines and boilerplate.

/// How often runs of five words were seen in a collection of letters. Holds hashes and counts, no text.
#[derive(Debug, Default)]
pub struct Recitals {}

impl Recitals {
    /// The share, 0 to 1, of the words of `text` that stand in runs of five words which other letters repeat.
    #[must_use]
    pub fn coverage(&self, _text: &str) -> f64 {
        0.0
    }
}
