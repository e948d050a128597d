#![allow(clippy::unwrap_used)]
//! Sentences with the shipped triggers, and any text at all.

mod any_text;
mod sentences;
mod words;

use std::sync::LazyLock;

use super::AssertionReader;
use crate::rules::{embedded, load};

/// A reader with the triggers of the shipped pack.
static READER: LazyLock<AssertionReader> =
    LazyLock::new(|| AssertionReader::new(&load(embedded()).pack.language.assertions));
