#![allow(clippy::unwrap_used)]

mod headings;
mod portions;
