//! What a map of a rules file may hold, in terms of the decoders.

/// A map with known keys.
#[derive(Debug)]
pub(super) struct Shape {
    /// What the decoder calls it, "a limit".
    pub(super) what: &'static str,
    /// What it is, for rule editors.
    pub(super) about: &'static str,
    /// Its keys, in the order in which they are best written.
    pub(super) keys: Vec<Key>,
    /// Keys of which at least one must be given; empty: no such rule.
    pub(super) one_of: &'static [&'static str],
}

/// One key of a map.
#[derive(Debug)]
pub(super) struct Key {
    /// As written.
    pub(super) name: &'static str,
    /// Whether it must be given.
    pub(super) required: bool,
    /// What it says, for rule editors; empty where the words of the list say it themselves.
    pub(super) about: &'static str,
    /// What stands behind it.
    pub(super) kind: Kind,
}

/// What stands behind a key.
#[derive(Clone, Debug)]
pub(super) enum Kind {
    /// Text with at least one letter.
    Text,
    /// Text that may be empty.
    AnyText,
    /// `acupuncture-trial`.
    Id,
    /// `limit/claims-above`.
    RuleId,
    /// `true` or `false`.
    Boolean,
    /// A whole number between these, both included.
    Whole(i64, i64),
    /// `2016-07-28`, `2009-07` or `2009`.
    Day,
    /// `3..6 visits`.
    Amount,
    /// `1..3 per week`.
    Frequency,
    /// `6..8 weeks`.
    Duration,
    /// The capital letter of a group of spinal levels.
    Level,
    /// One of these words.
    Choice(Vec<&'static str>),
    /// A list of at least one.
    List(Box<Kind>),
    /// A list of exactly so many.
    Exactly(usize, Box<Kind>),
    /// A map with free keys.
    Free(Box<Kind>),
    /// A map with these keys, none of them required.
    Named(Vec<&'static str>, Box<Kind>),
    /// One of these.
    AnyOf(Vec<Kind>),
    /// The map that the decoder calls so.
    Map(&'static str),
    /// A condition.
    Condition,
}

impl Shape {
    pub(super) fn new(what: &'static str, about: &'static str, keys: Vec<Key>) -> Self {
        Self {
            what,
            about,
            keys,
            one_of: &[],
        }
    }

    /// A map in which one of these keys must be given.
    pub(super) fn with_one_of(self, one_of: &'static [&'static str]) -> Self {
        Self { one_of, ..self }
    }
}

/// A key that must be given.
pub(super) fn required(name: &'static str, kind: Kind, about: &'static str) -> Key {
    Key {
        name,
        required: true,
        about,
        kind,
    }
}

/// A key that may be left out.
pub(super) fn optional(name: &'static str, kind: Kind, about: &'static str) -> Key {
    Key {
        required: false,
        ..required(name, kind, about)
    }
}

/// A list of texts.
pub(super) fn texts() -> Kind {
    list(Kind::Text)
}

/// A list of ids.
pub(super) fn ids() -> Kind {
    list(Kind::Id)
}

/// A list.
pub(super) fn list(kind: Kind) -> Kind {
    Kind::List(Box::new(kind))
}

/// One of the words of a table of the decoders.
pub(super) fn choice<T>(choices: &[(&'static str, T)]) -> Kind {
    Kind::Choice(names(choices))
}

/// The words of a table of the decoders, each once.
pub(super) fn names<T>(choices: &[(&'static str, T)]) -> Vec<&'static str> {
    choices.iter().map(|(name, _)| *name).collect()
}
