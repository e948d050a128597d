//! Text that many letters repeat word for word: recited guidelines and boilerplate.
//!
//! Five words in a row that stand in several letters were seldom written about one patient. A
//! [`RecitalsLearner`] counts, over a collection of letters, in how many of them each run of five words
//! stands; [`Recitals`] keeps the runs of two letters or more, as hashes. `docs/recitals.md` describes the
//! file and what it reveals.
//!
//! ```
//! use imr_lint::reading::recitals::RecitalsLearner;
//!
//! let mut learner = RecitalsLearner::new();
//! learner.add_letter(["Care may be extended with documented gains. He walks with a cane."].into_iter());
//! learner.add_letter(["The page says that care may be extended with documented gains."].into_iter());
//! let recitals = learner.finish();
//! assert_eq!(recitals.coverage("Care may be extended with documented gains."), 1.0);
//! assert_eq!(recitals.coverage("He walks with a cane."), 0.0);
//! ```

mod file;
mod learner;
mod runs;
mod table;
#[cfg(test)]
mod tests;

pub use file::RecitalsError;
pub use learner::{Added, RecitalsLearner};

use self::runs::{RUN_WORDS, runs};
use self::table::Table;

/// The runs of five words that at least two letters of a collection share. Holds hashes and counts, no text.
#[derive(Debug, Default)]
pub struct Recitals {
    letters: u64,
    table: Table,
}

impl Recitals {
    /// The share, 0 to 1, of the words of `text` that stand in runs of five words which other letters repeat.
    /// A text of fewer than five words has none: so little is repeated by chance. `text` is in canonical form.
    #[must_use]
    pub fn coverage(&self, text: &str) -> f64 {
        let (mut words, mut covered, mut covered_to) = (0_usize, 0_usize, 0_usize);
        for run in runs(text) {
            words += 1;
            if run.is_some_and(|run| self.table.contains(run)) {
                covered += words - covered_to.max(words - RUN_WORDS);
                covered_to = words;
            }
        }
        if covered == 0 {
            return 0.0;
        }
        covered as f64 / words as f64
    }

    /// The number of letters that they were learned from.
    #[must_use]
    pub fn letters(&self) -> u64 {
        self.letters
    }

    /// The number of runs.
    #[must_use]
    pub fn runs(&self) -> usize {
        self.table.hashes().len()
    }
}
