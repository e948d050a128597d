//! Where a comma or an "and" begins a clause, and not one more member of a list.

use super::token::Token;
use super::triggers::ClauseWords;

/// How many words a subject may have before its verb.
const SUBJECT: usize = 5;

/// The same behind a determiner.
const DETERMINED_SUBJECT: usize = 7;

/// What a word can do in a clause: a set of the constants.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Mark(u16);

impl Mark {
    pub(super) const JOINER: Self = Self(1);
    pub(super) const SUBJECT: Self = Self(1 << 1);
    pub(super) const ASIDE: Self = Self(1 << 2);
    pub(super) const VERB: Self = Self(1 << 3);
    pub(super) const DETERMINER: Self = Self(1 << 4);
    pub(super) const BREAK: Self = Self(1 << 5);
    pub(super) const PREPOSITION: Self = Self(1 << 6);
    pub(super) const RECORD: Self = Self(1 << 7);

    /// The marks with the words that the pack gives them to.
    pub(super) fn lists(words: &ClauseWords) -> [(Self, &[String]); 7] {
        [
            (Self::JOINER, &words.joiners),
            (Self::SUBJECT, &words.subjects),
            (Self::ASIDE, &words.asides),
            (Self::VERB, &words.verbs),
            (Self::DETERMINER, &words.determiners),
            (Self::BREAK, &words.breaks),
            (Self::PREPOSITION, &words.prepositions),
        ]
    }

    /// This set and another.
    pub(super) fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the sets share a mark.
    pub(super) fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// How a joiner begins a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opening {
    /// It does not.
    None,
    /// With a subject that can be no member of a list: "and she".
    Subject,
    /// With a verb not far behind: the subject before it could be a member of a list too.
    Verb,
}

/// What begins with the joiner at `at`.
pub(super) fn opening(tokens: &[Token], at: usize) -> Opening {
    let behind = tokens.get(at + 1..).unwrap_or_default();
    let Some(first) = behind.first() else {
        return Opening::None;
    };
    let comma = tokens
        .get(at)
        .is_some_and(|joiner| joiner.marks.has(Mark::BREAK));
    if first.marks.has(Mark::SUBJECT) || comma && first.marks.has(Mark::ASIDE) {
        return Opening::Subject;
    }
    let reach = if first.marks.has(Mark::DETERMINER) {
        DETERMINED_SUBJECT
    } else {
        SUBJECT
    };
    for token in behind.iter().take(reach + 1) {
        if token.marks.has(Mark::VERB) {
            return Opening::Verb;
        }
        if token.marks.has(Mark::BREAK) {
            break;
        }
    }
    Opening::None
}
