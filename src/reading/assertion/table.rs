//! All phrases of all triggers in one tree, walked from each word of a sentence once.

use super::token::Token;
use super::triggers::{AssertionTriggers, PhrasePart};
use super::vocabulary::{Vocabulary, WordId};
use crate::reading::word_index::ByHash;

/// The tree. An edge is a word or a list of words, so that a phrase with lists needs no expansion.
#[derive(Debug, Default)]
pub(super) struct PhraseTable {
    edges: ByHash<u32>,
    /// The trigger that ends at each node.
    ends: Vec<Option<u32>>,
    /// What leaves each node; most have no edge of a kind, and need no look-up.
    nodes: Vec<Outgoing>,
    /// By the number of a word, whether a phrase begins with it.
    begins: Vec<bool>,
}

/// What kinds of edges leave a node.
#[derive(Clone, Copy, Debug, Default)]
struct Outgoing {
    words: bool,
    lists: bool,
}

/// A phrase that stands at some tokens, and the trigger it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    /// Its first token.
    pub(super) start: usize,
    /// Just behind its last.
    pub(super) end: usize,
    /// The trigger.
    pub(super) trigger: usize,
}

/// Numbers of lists are told from those of words by this bit.
const LIST: u32 = 1 << 31;

impl PhraseTable {
    /// The table of all phrases; their words are added to `vocabulary`.
    pub(super) fn new(given: &AssertionTriggers, vocabulary: &mut Vocabulary) -> Self {
        let mut table = Self::default();
        table.node();
        for (list, given) in (0..).zip(&given.words) {
            vocabulary.enlist(LIST | list, &given.words);
        }
        for (trigger, given) in (0..).zip(&given.triggers) {
            for phrase in &given.says {
                table.insert(&phrase.0, trigger, vocabulary);
            }
        }
        let begins = |word: WordId| {
            let mut labels = std::iter::once(&word).chain(vocabulary.lists(word));
            labels.any(|label| table.edges.contains_key(&edge(0, *label)))
        };
        table.begins = vocabulary.numbers().map(begins).collect();
        table
    }

    fn node(&mut self) -> u32 {
        let node = u32::try_from(self.ends.len()).unwrap_or_default();
        self.ends.push(None);
        self.nodes.push(Outgoing::default());
        node
    }

    /// Adds a phrase, with and without each of its optional places.
    fn insert(&mut self, parts: &[PhrasePart], trigger: u32, vocabulary: &mut Vocabulary) {
        let mut nodes = vec![0];
        for part in parts {
            let (label, optional) = match part {
                PhrasePart::Word(word) => (vocabulary.intern(word), false),
                PhrasePart::OneOf { list, optional } => {
                    (LIST | u32::try_from(*list).unwrap_or_default(), *optional)
                }
            };
            let mut next: Vec<u32> = nodes.iter().map(|node| self.step(*node, label)).collect();
            if optional {
                next.append(&mut nodes);
            }
            nodes = next;
        }
        for node in nodes {
            // The root ends no phrase: a phrase of optional places alone would stand everywhere.
            if let Some(end) = self.ends.get_mut(node as usize).filter(|_| node != 0) {
                *end = Some(end.map_or(trigger, |before| before.min(trigger)));
            }
        }
    }

    fn step(&mut self, node: u32, label: u32) -> u32 {
        if let Some(next) = self.edges.get(&edge(node, label)) {
            return *next;
        }
        let next = self.node();
        self.edges.insert(edge(node, label), next);
        if let Some(outgoing) = self.nodes.get_mut(node as usize) {
            outgoing.words |= label & LIST == 0;
            outgoing.lists |= label & LIST != 0;
        }
        next
    }

    /// Every phrase that stands in `tokens`, by start and then longest first.
    pub(super) fn find(&self, tokens: &[Token], vocabulary: &Vocabulary) -> Vec<Candidate> {
        let mut found: Vec<Candidate> = Vec::new();
        for (start, token) in tokens.iter().enumerate() {
            if self.begins.get(token.word as usize) == Some(&true) {
                let first = found.len();
                self.follow(0, start, start, tokens, vocabulary, &mut found);
                if let Some(here) = found.get_mut(first..).filter(|here| here.len() > 1) {
                    here.sort_by_key(|found| (std::cmp::Reverse(found.end), found.trigger));
                }
            }
        }
        found
    }

    /// Follows the edges of the word at `at`. The depth is that of the tree: the length of the longest phrase.
    fn follow(
        &self,
        node: u32,
        start: usize,
        at: usize,
        tokens: &[Token],
        vocabulary: &Vocabulary,
        found: &mut Vec<Candidate>,
    ) {
        let Some(token) = tokens.get(at).filter(|token| token.word != 0) else {
            return;
        };
        let Some(outgoing) = self.nodes.get(node as usize) else {
            return;
        };
        let word = outgoing.words.then_some(token.word);
        let lists = if outgoing.lists {
            vocabulary.lists(token.word)
        } else {
            &[]
        };
        for label in word.iter().chain(lists) {
            let Some(next) = self.edges.get(&edge(node, *label)) else {
                continue;
            };
            if let Some(Some(trigger)) = self.ends.get(*next as usize) {
                found.push(Candidate {
                    start,
                    end: at + 1,
                    trigger: *trigger as usize,
                });
            }
            self.follow(*next, start, at + 1, tokens, vocabulary, found);
        }
    }
}

/// The key of an edge. Multiplied, so that the keys of a node's edges do not lie side by side.
fn edge(node: u32, label: u32) -> u64 {
    (u64::from(node) << 32 | u64::from(label)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}
