//! Levels of the spine.

use super::check;

#[test]
fn lettered_levels() {
    check(&[
        ("L3-L4", "level L3-L4"),
        ("L3-4", "level L3-L4"),
        ("L3\u{2013}4", "level L3-L4"),
        ("L3- 4", "level L3-L4"),
        ("L3/4", "level L3-L4"),
        ("L3/L4", "level L3-L4"),
        ("L3 L4", "level L3-L4"),
        ("L 3-4", "level L3-L4"),
        ("L-3", "level L3"),
        ("C4 through C6", "level C4-C6"),
        ("C4 to 6", "level C4-C6"),
        ("C4-6", "level C4-C6"),
        ("C7-T1", "level C7-T1"),
        ("T12-L1", "level T12-L1"),
        ("L5-1", "level L5-S1"),
        ("L3-S1", "level L3-S1"),
        ("L4/L5/S1", "level L4-S1"),
        ("left C6 radiculopathy", "level C6"),
    ]);
}

#[test]
fn lists_of_levels() {
    check(&[
        (
            "C4-5, C5-6 and T1-2",
            "level C4-C5; level C5-C6; level T1-T2",
        ),
        (
            "C4-5, 5-6, and 6-7",
            "level C4-C5; level C5-C6; level C6-C7",
        ),
        ("L2, 3, and 4 branch blocks", "level L2; level L3; level L4"),
        ("L3 and L5", "level L3; level L5"),
        ("L3 L5", "level L3; level L5"),
        ("L5, 6 visits", "level L5; count 6"),
    ]);
}

#[test]
fn levels_in_words() {
    check(&[
        ("lumbar three to four", "level L3-L4"),
        ("cervical 5-6", "level C5-C6"),
        ("lumbar five sacral one", "level L5-S1"),
        ("right lumbar three root", "level L3"),
        ("lumbar 2 times a week", "frequency 2/week"),
        ("lumbar, 2 visits", "count 2"),
        ("cervical 3 view x-ray", ""),
        ("lumbar 2-level fusion", ""),
    ]);
}

#[test]
fn letters_that_are_no_levels() {
    check(&[
        ("T2-weighted images", ""),
        ("T1 and T2 signal", ""),
        ("vitamin B12", ""),
        ("an H2 blocker", ""),
        ("C9", ""),
        ("L14", ""),
    ]);
}
