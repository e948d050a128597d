//! Why each rule fired or stayed silent: for reading in a terminal ([`text`], cargo feature `cli`), and as
//! JSON ([`json`]).

#[cfg(feature = "cli")]
mod folded;
pub mod json;
#[cfg(feature = "cli")]
mod limits;
#[cfg(feature = "cli")]
mod page;
#[cfg(feature = "cli")]
mod rules;
#[cfg(feature = "cli")]
pub mod text;
#[cfg(feature = "cli")]
mod tree;
#[cfg(feature = "cli")]
mod words;
