//! What the words of a letter mean: amounts, dates, sentences, citations, requests, conclusions. Language,
//! no rules.

pub mod assertion;
pub mod body_part;
pub mod citation;
pub mod comparison;
pub mod conclusion;
pub mod credential;
pub mod date;
pub mod fact;
mod front;
pub mod letter;
pub mod lexicon;
pub mod named_source;
pub mod number;
pub mod phrase;
pub mod phrase_lists;
pub mod prior_treatment;
pub mod quantity;
pub mod rationale;
pub mod reason;
pub mod recitals;
pub mod recited_limit;
pub mod request;
pub mod restatement;
pub mod sentence;
pub mod summary;
pub mod treatment;
mod word;
mod word_index;
pub use word_index::{CutText, CutWords};
pub mod zone;
