//! The phrases of an index, in one text and in chains.

/// All phrases, in the order in which they were given. Phrases that are looked up together are chained: a pack has
/// thousands, and a list and a text of its own for each would take longer to make than the look-ups of a letter.
#[derive(Debug)]
pub(super) struct Phrases<M> {
    /// The texts of all, one behind the other.
    pub(super) texts: String,
    pub(super) phrases: Vec<Phrase<M>>,
}

#[derive(Debug)]
pub(super) struct Phrase<M> {
    /// Where its text ends in [`Phrases::texts`]; it begins where that of the one before ends.
    pub(super) end: usize,
    /// The number of the next in its chain.
    pub(super) next: Option<usize>,
    /// How many words it has.
    pub(super) words: usize,
    /// Of all its words, in their order.
    pub(super) hash: u64,
    pub(super) meaning: M,
}

/// The numbers of the first and the last of some phrases, each of which knows the next.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Chain {
    ends: Option<(usize, usize)>,
}

impl<M> Phrases<M> {
    pub(super) fn text(&self, number: usize) -> &str {
        let start = match number.checked_sub(1) {
            Some(before) => self.phrases[before].end,
            None => 0,
        };
        &self.texts[start..self.phrases[number].end]
    }

    /// Puts a phrase behind the last of `chain`.
    pub(super) fn push(&mut self, number: usize, chain: &mut Chain) {
        let first = chain.ends.map_or(number, |(first, last)| {
            self.phrases[last].next = Some(number);
            first
        });
        chain.ends = Some((first, number));
    }

    /// The numbers of the phrases of a chain.
    pub(super) fn numbers(&self, chain: Chain) -> impl Iterator<Item = usize> {
        let first = chain.ends.map(|(first, _)| first);
        std::iter::successors(first, |number| self.phrases[*number].next)
    }
}
