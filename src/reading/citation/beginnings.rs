//! Tells most sentences that name no guideline by their words alone.

use crate::reading::word_index::{CutWords, SeenWord, WordFilter};

/// The first two words of names. What stands between the words of a name, and endings that do not count, are left out
/// here as they are where names are compared.
#[derive(Debug)]
pub(super) struct Beginnings {
    /// Names of one word.
    alone: WordFilter,
    /// The first words of the others.
    first: WordFilter,
    /// Their second words.
    second: WordFilter,
}

impl Beginnings {
    /// None yet, of so many names.
    pub(super) fn new(names: usize) -> Self {
        let filter = || WordFilter::new(2 * names);
        Self {
            alone: filter(),
            first: filter(),
            second: filter(),
        }
    }

    /// Adds those of a name.
    pub(super) fn add(&mut self, name: CutWords<'_>) {
        let mut words = name.iter().filter(counts);
        let (first, second) = (words.next(), words.next());
        let filters = match second {
            Some(_) => [&mut self.first, &mut self.second],
            None => [&mut self.alone, &mut self.second],
        };
        for (filter, word) in filters.into_iter().zip([first, second]) {
            for hash in word.iter().flat_map(|word| word.hashes) {
                filter.add(hash);
            }
        }
    }

    /// Whether a name may stand in a text; `false` is certain.
    pub(super) fn stand_in(&self, text: CutWords<'_>) -> bool {
        let mut words = text.iter().filter(counts).peekable();
        while let Some(word) = words.next() {
            let leads = || may_have(&self.first, &word);
            let follows = |next: &SeenWord<'_>| may_have(&self.second, next);
            if is_initial(&word)
                || may_have(&self.alone, &word)
                || leads() && words.peek().is_some_and(follows)
            {
                return true;
            }
        }
        false
    }
}

fn may_have(filter: &WordFilter, word: &SeenWord<'_>) -> bool {
    word.hashes.into_iter().any(|hash| filter.may_have(hash))
}

/// Whether a word counts in a name: "and" does not, nor does what an apostrophe parts from its word.
fn counts(word: &SeenWord<'_>) -> bool {
    !matches!(word.written, "s" | "S") && !word.written.eq_ignore_ascii_case("and")
}

/// Whether a word may be the first letter of initials, which are one word of a name: "O.D.G.".
fn is_initial(word: &SeenWord<'_>) -> bool {
    word.written.len() == 1 && word.behind.starts_with('.')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::word_index::CutText;

    fn may_stand(text: &str) -> bool {
        let names = [
            "ODG",
            "Labor Code",
            "Mosby's Manual",
            "9792.24.2",
            "Cal. Code",
        ];
        let mut beginnings = Beginnings::new(names.len());
        for name in names {
            beginnings.add(CutText::new(name).words());
        }
        beginnings.stand_in(CutText::new(text).words())
    }

    #[test]
    fn a_name_is_never_missed() {
        for text in [
            "per the odg's chapter",
            "see O.D.G.",
            "Labor and Code",
            "the labors code",
            "Mosby\u{2019}s Manual",
            "Section 9792.24.2 applies",
            "CAL CODE",
        ] {
            assert!(may_stand(text), "{text}");
        }
    }

    #[test]
    fn the_first_word_alone_names_nothing() {
        for text in ["hard labor", "the code of labor", "Mosby writes", "no name"] {
            assert!(!may_stand(text), "{text}");
        }
    }
}
