//! Does an Independent Medical Review determination agree with itself and with the guideline it cites?
//!
//! A *determination letter* decides disputed medical items. This library reads such a letter
//! ([`source`], [`letter`], [`reading`]), holds it against the rules of a YAML rule pack ([`rules`],
//! [`check`]) and says where decision, rationale, citation and limit do not agree ([`finding`],
//! [`report`]). It touches no file, clock, thread or terminal; the binary `imr-lint` does.

pub mod baseline;
pub mod check;
pub mod config;
pub mod finding;
pub mod letter;
pub mod reading;
pub mod report;
pub mod rules;
pub mod source;
pub mod span;
mod suggest;
pub mod waiver;
