//! Which limits and criteria are on which treatment.

use std::collections::HashMap;

use crate::reading::letter::ItemReading;
use crate::rules::decode::Located;
use crate::rules::pack::Pack;

/// The entries of one kind, by the treatments that they are on: an item is asked only about those on its own. A pack
/// may have thousands of others.
#[derive(Debug)]
pub(super) struct ByTreatment {
    /// For each treatment class the numbers of the entries, in order.
    entries: Vec<Vec<usize>>,
    /// For each entry the numbers of the editions by which it applies.
    editions: Vec<Vec<usize>>,
}

/// The ids of an entry: of the treatments that it is on, and of the editions by which it applies.
pub(super) type Ids<'p> = (&'p [Located<String>], &'p [Located<String>]);

impl ByTreatment {
    /// The entries of `pack` that have these ids.
    pub(super) fn new<'p>(pack: &'p Pack, ids: impl Iterator<Item = Ids<'p>>) -> Self {
        let classes = numbers(pack.treatments.iter().map(|class| &class.id));
        let editions = numbers(pack.guidelines.iter().map(|edition| &edition.id));
        let known = |numbers: &HashMap<&str, usize>, ids: &[Located<String>]| -> Vec<usize> {
            let ids = ids.iter();
            ids.filter_map(|id| numbers.get(id.value.as_str()).copied())
                .collect()
        };
        let mut found = Self {
            entries: vec![Vec::new(); pack.treatments.len()],
            editions: Vec::new(),
        };
        for (entry, (treatments, guidelines)) in ids.enumerate() {
            for class in known(&classes, treatments) {
                found.entries[class].push(entry);
            }
            found.editions.push(known(&editions, guidelines));
        }
        found
    }

    /// Those of `entries`, all that there are, on what is disputed in an item: in order and each once, with the numbers
    /// of their editions.
    pub(super) fn of<'s, T>(
        &'s self,
        entries: &'s [T],
        item: &ItemReading,
    ) -> impl Iterator<Item = (&'s T, &'s [usize])> + use<'s, T> {
        let request = item.request.iter();
        let named = request.flat_map(|request| &request.disputed.treatments);
        let mut found: Vec<usize> = named
            .filter_map(|named| self.entries.get(named.treatment))
            .flatten()
            .copied()
            .collect();
        found.sort_unstable();
        found.dedup();
        let found = found.into_iter();
        found.filter_map(|entry| Some((entries.get(entry)?, self.editions.get(entry)?.as_slice())))
    }
}

fn numbers<'p>(ids: impl Iterator<Item = &'p Located<String>>) -> HashMap<&'p str, usize> {
    let ids = ids.enumerate();
    ids.map(|(number, id)| (id.value.as_str(), number))
        .collect()
}
