//! How sentences are cut into words.

use super::super::token::words;

#[test]
fn contractions_are_two_words() {
    assert_eq!(words("isn't"), ["is", "not"]);
    assert_eq!(words("Isn\u{2019}t"), ["is", "not"]);
    assert_eq!(words("CANNOT can't"), ["can", "not", "ca", "not"]);
    assert_eq!(words("n't"), ["not"]);
    assert_eq!(words("don'ts"), ["don", "'ts"]);
}

#[test]
fn marks_are_words_and_what_an_apostrophe_begins_is_one() {
    assert_eq!(
        words("the worker\u{2019}s non-tender L5/S1: none."),
        [
            "the", "worker", "'s", "non", "-", "tender", "l5", "/", "s1", ":", "none", "."
        ]
    );
    assert_eq!(words(" \u{a0}' \u{e9}t\u{e9}"), ["'", "\u{e9}t\u{e9}"]);
}
