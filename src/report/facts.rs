//! What an item says of the facts of a pack, fact by fact.

use crate::reading::fact::{FactAnswer, FactReading, FactStatement};
use crate::rules::pack::Pack;

/// What is said of one fact.
#[derive(Clone, Debug)]
pub(super) struct ToldFact<'r, 'p> {
    /// The id of the fact.
    pub(super) id: &'p str,
    /// What it comes to.
    pub(super) answer: FactAnswer,
    /// Every place that speaks of it, in every voice, by place.
    pub(super) statements: Vec<&'r FactStatement>,
}

/// The facts that `statements` speak of, in the order of the pack.
pub(super) fn told<'r, 'p>(
    statements: &'r [FactStatement],
    pack: &'p Pack,
) -> Vec<ToldFact<'r, 'p>> {
    let mut facts: Vec<usize> = statements.iter().map(|said| said.fact).collect();
    facts.sort_unstable();
    facts.dedup();
    let told = facts.into_iter().filter_map(|fact| {
        Some(ToldFact {
            id: &pack.facts.get(fact)?.id.value,
            answer: FactReading::of(statements, fact).answer,
            statements: statements.iter().filter(|said| said.fact == fact).collect(),
        })
    });
    told.collect()
}
