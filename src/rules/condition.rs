//! The conditions of the rule language: `all`, `any`, `not` over predicates that are still unresolved.

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
        argument: Located<Node>,
    },
}
