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
}

impl ByTreatment {
    /// The entries of `pack` whose treatments these are.
    pub(super) fn new<'p>(
        pack: &'p Pack,
        treatments: impl Iterator<Item = &'p Vec<Located<String>>>,
    ) -> Self {
        let classes = pack.treatments.iter().enumerate();
        let numbers: HashMap<&str, usize> = classes
            .map(|(number, class)| (class.id.value.as_str(), number))
            .collect();
        let mut entries = vec![Vec::new(); pack.treatments.len()];
        for (entry, treatments) in treatments.enumerate() {
            let classes = treatments
                .iter()
                .filter_map(|id| numbers.get(id.value.as_str()));
            for class in classes {
                entries[*class].push(entry);
            }
        }
        Self { entries }
    }

    /// The numbers of the entries on what is disputed in an item, in order and each once.
    pub(super) fn of(&self, item: &ItemReading) -> Vec<usize> {
        let request = item.request.iter();
        let named = request.flat_map(|request| &request.disputed.treatments);
        let mut found: Vec<usize> = named
            .filter_map(|named| self.entries.get(named.treatment))
            .flatten()
            .copied()
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}
