//! Whose voice speaks.
