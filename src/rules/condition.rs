//! The conditions of the rule language: `all`, `any`, `not` over predicates that are still unresolved, and what
//! rule editors are told of them.

use std::fmt;

use super::decode::Located;
use super::yaml::Node;

/// A condition as written. The predicates are resolved by [`crate::check`], which knows them.
#[derive(Clone, Debug)]
pub enum Condition {
    /// True when all are.
    All(Vec<Condition>),
    /// True when one is.
    Any(Vec<Condition>),
    /// True when the other is false.
    Not(Box<Condition>),
    /// One predicate with its argument, `decision: upheld`.
    Ask {
        /// The predicate's name.
        name: Located<String>,
        /// Its argument.
        argument: Located<Node<'static>>,
    },
}

/// What may stand behind the name of a condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ArgumentType {
    /// `true` or `false`.
    Boolean,
    /// One of these words.
    OneOf(Vec<&'static str>),
    /// A regular expression.
    Pattern,
    /// The id of a treatment.
    Treatment,
}

/// `true or false`, `one of upheld, overturned`.
impl fmt::Display for ArgumentType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Boolean => f.write_str("true or false"),
            Self::OneOf(words) if words.len() == 1 => write!(f, "only {}", words.concat()),
            Self::OneOf(words) => write!(f, "one of {}", words.join(", ")),
            Self::Pattern => f.write_str("a regular expression"),
            Self::Treatment => f.write_str("the id of a treatment"),
        }
    }
}

/// A condition of the rule language, for rule editors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConditionDoc {
    /// Its key in YAML.
    pub name: &'static str,
    /// What it asks.
    pub about: &'static str,
    /// How it is written.
    pub example: &'static str,
    /// What may stand behind its name.
    pub argument: ArgumentType,
    /// Where it makes sense: "in any rule".
    pub places: String,
    /// The placeholders that it fills in messages.
    pub placeholders: &'static [&'static str],
}

/// A thing that `each` can name, for rule editors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EachDoc {
    /// The word in YAML.
    pub name: &'static str,
    /// What the rule is then asked of.
    pub about: &'static str,
    /// The placeholders that it fills in messages.
    pub placeholders: &'static [&'static str],
}
