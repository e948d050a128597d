//! What the words of a letter mean: amounts, dates, sentences, citations, requests, conclusions. Language,
//! no rules.

pub mod body_part;
pub mod citation;
pub mod conclusion;
pub mod credential;
pub mod date;
pub mod letter;
pub mod lexicon;
pub mod number;
pub mod phrase;
pub mod quantity;
pub mod request;
pub mod restatement;
pub mod sentence;
pub mod summary;
pub mod treatment;
mod word;
mod word_index;
