//! What counts as repeated, and files that are whole, cut off and damaged.
#![allow(clippy::unwrap_used)]

use super::learner::{Added, RecitalsLearner};
use super::runs::{runs, words};
use super::{Recitals, RecitalsError};

/// What letters of one text each share.
fn shared(letters: &[&str]) -> Recitals {
    let mut learner = RecitalsLearner::new();
    for letter in letters {
        learner.add_letter([*letter].into_iter());
    }
    learner.finish()
}

/// Two letters that share seven words and a formula.
fn sample() -> Recitals {
    shared(&[
        "Massage is an adjunct to other treatment. She gardens. The request for massage is denied today.",
        "We read that massage is an adjunct to other treatment. The request for massage is denied, then.",
    ])
}

#[test]
fn words_in_runs_that_two_letters_share_are_covered() {
    let recitals = sample();
    assert_eq!(recitals.letters(), 2);
    // Three in the first seven words, two in the last six.
    assert_eq!(recitals.runs(), 3 + 2);
    for (text, coverage) in [
        ("Massage is an adjunct to other treatment.", 1.0),
        ("Massage is an adjunct to", 1.0),
        // Six of eight: runs that overlap cover a word once.
        ("Here massage is an adjunct to other means.", 6.0 / 8.0),
        // Five and six of twelve, apart from each other.
        (
            "Massage is an adjunct to nothing; the request for massage is denied.",
            11.0 / 12.0,
        ),
        ("She gardens with her sister in spring.", 0.0),
    ] {
        assert_eq!(recitals.coverage(text), coverage, "{text}");
    }
}

#[test]
fn fewer_than_five_words_are_never_covered() {
    let recitals = sample();
    for text in ["", "...", "massage", "is an adjunct to"] {
        assert_eq!(recitals.coverage(text), 0.0, "{text}");
    }
}

#[test]
fn without_letters_nothing_is_covered() {
    for recitals in [
        Recitals::default(),
        shared(&[]),
        shared(&["one two three four five"]),
    ] {
        assert_eq!(recitals.runs(), 0);
        assert_eq!(recitals.coverage("one two three four five"), 0.0);
    }
}

#[test]
fn what_one_letter_repeats_is_its_own() {
    let mut learner = RecitalsLearner::new();
    let own = "He walks with a cane daily.";
    learner.add_letter([own, own].into_iter());
    learner.add_letter(["Something else is written in this one."].into_iter());
    assert_eq!(learner.finish().coverage(own), 0.0);
}

#[test]
fn no_run_goes_from_one_text_to_the_next() {
    let mut learner = RecitalsLearner::new();
    for more in ["and so on", "and no more"] {
        learner.add_letter(["one two three", "four five", more].into_iter());
    }
    assert_eq!(learner.finish().runs(), 0);
}

#[test]
fn a_copy_of_a_letter_is_not_counted() {
    let mut learner = RecitalsLearner::new();
    let mut add = |texts: [&str; 2]| learner.add_letter(texts.into_iter());
    assert_eq!(add(["He walks with a cane.", "Denied."]), Added::Counted);
    assert_eq!(add(["He walks with\na CANE", "Denied."]), Added::Copy);
    assert_eq!(add(["He walks with a cane.", "Upheld."]), Added::Counted);
    assert_eq!(learner.letters(), 2);
}

#[test]
fn layout_case_and_the_shape_of_marks_change_nothing() {
    let same = [
        "The worker's non-MTUS page: \"up to 10 visits\"",
        "the WORKER\u{2019}S Non\u{2010}MTUS page\n(\u{201c}up to 10 visits\u{201d})",
        "The workers' nonMTUS page -- up to 10 visits",
    ];
    let hashes = same.map(|text| words(text).collect::<Vec<_>>());
    assert_eq!(hashes[0].len(), 8);
    assert_eq!(hashes[0], hashes[1]);
    assert_eq!(hashes[0], hashes[2]);
}

#[test]
fn numbers_stay_and_are_not_joined() {
    let count = |text: &str| words(text).count();
    assert_eq!(count("1-2 times"), 3);
    assert_eq!(count("L4-L5"), 2);
    assert_eq!(count("2.5mg x-ray"), 3);
    assert_eq!(count("' - \u{2019}"), 0);
    assert!(words("10").ne(words("12")));
    assert!(words("\u{c9}tude").eq(words("\u{e9}tude")));
}

#[test]
fn the_order_of_the_words_counts() {
    let last = |text: &str| runs(text).last().flatten();
    assert_ne!(last("a b c d e"), last("b a c d e"));
    assert_ne!(last("a b c d e"), last("a b c e d"));
    assert_eq!(last("x a b c d e"), last("a b c d e"));
    assert_eq!(last("a b c d"), None);
}

/// A file is read on another machine and by a later release.
#[test]
fn hashes_never_change() {
    assert_eq!(words("Pain").next(), Some(0x0369_310d_eb88_ae95));
    let run = runs("Pain, in the low back").last().flatten();
    assert_eq!(run, Some(0x26b8_9fa7_c179_7996));
}

#[test]
fn counting_in_batches_comes_to_the_same() {
    let letters: Vec<String> = (0..60)
        .map(|letter| {
            format!(
                "{letter} starts here. Words all letters share, {} of them",
                letter % 7
            )
        })
        .collect();
    let learned = |batch, most| {
        let mut learner = RecitalsLearner::bounded(batch, most);
        for letter in &letters {
            learner.add_letter([letter.as_str()].into_iter());
        }
        (learner.forgotten(), learner.finish().to_bytes())
    };
    let (forgotten, whole) = learned(1 << 20, 1 << 20);
    assert_eq!(forgotten, 0);
    assert_eq!(learned(1, 1 << 20), (0, whole));
}

#[test]
fn what_is_forgotten_for_want_of_room_is_rare() {
    let mut learner = RecitalsLearner::bounded(1, 20);
    for letter in 0..100 {
        let text =
            format!("Recited in all letters alike. {letter} was seen only here, {letter} times");
        learner.add_letter([text.as_str()].into_iter());
    }
    assert!(learner.forgotten() > 0);
    let recitals = learner.finish();
    assert!(recitals.runs() <= 20);
    assert_eq!(recitals.coverage("recited in all letters alike"), 1.0);
}

#[test]
fn a_file_holds_what_was_learned() {
    let recitals = sample();
    let bytes = recitals.to_bytes();
    let read = Recitals::from_bytes(&bytes).unwrap();
    assert_eq!(read.letters(), 2);
    assert_eq!(read.to_bytes(), bytes);
    let text = "Massage is an adjunct to other treatment.";
    assert_eq!(read.coverage(text), 1.0);
    let empty = Recitals::default().to_bytes();
    assert_eq!(Recitals::from_bytes(&empty).unwrap().runs(), 0);
}

#[test]
fn a_file_cut_off_anywhere_is_refused() {
    let bytes = sample().to_bytes();
    for length in 0..bytes.len() {
        let error = Recitals::from_bytes(&bytes[..length]).unwrap_err();
        let RecitalsError::Truncated { expected, found } = error else {
            panic!("{length} bytes: {error}")
        };
        assert!(found == length as u64 && expected > found, "{error}");
    }
}

#[test]
fn a_file_with_a_flipped_bit_is_refused() {
    let bytes = sample().to_bytes();
    for at in 0..bytes.len() {
        for bit in 0..8 {
            let mut flipped = bytes.clone();
            flipped[at] ^= 1 << bit;
            assert!(
                Recitals::from_bytes(&flipped).is_err(),
                "byte {at}, bit {bit}"
            );
        }
    }
}

#[test]
fn what_is_wrong_with_a_file_is_told() {
    let good = sample().to_bytes();
    let error = |bytes: &[u8]| Recitals::from_bytes(bytes).unwrap_err();
    let mut long = good.clone();
    long.push(0);
    assert_eq!(error(&long), RecitalsError::Damaged);
    let mut later = good.clone();
    later[18] = 2;
    assert_eq!(error(&later), RecitalsError::OtherVersion { found: 2 });
    assert_eq!(error(b"Final Determination"), RecitalsError::NotRecitals);
    let mut endless = good;
    endless[28..36].fill(0xff);
    assert_eq!(error(&endless), RecitalsError::Damaged);
}

/// Whoever can write a checksum can write anything.
#[test]
fn a_file_that_was_never_learned_is_refused() {
    use sha2::{Digest, Sha256};
    let forged = |hashes: [u64; 2], counts: [u16; 2]| {
        let mut bytes = b"imr-lint recitals\n".to_vec();
        bytes.extend(1_u16.to_le_bytes());
        bytes.extend([9_u64, 2].iter().flat_map(|number| number.to_le_bytes()));
        bytes.extend(hashes.iter().flat_map(|hash| hash.to_le_bytes()));
        bytes.extend(counts.iter().flat_map(|count| count.to_le_bytes()));
        let digest = Sha256::digest(&bytes);
        bytes.extend(digest);
        Recitals::from_bytes(&bytes).map(|recitals| recitals.runs())
    };
    assert_eq!(forged([0, u64::MAX], [2, 3]), Ok(2));
    for (hashes, counts) in [([5, 4], [2, 2]), ([4, 4], [2, 2]), ([4, 5], [2, 1])] {
        assert_eq!(forged(hashes, counts), Err(RecitalsError::Damaged));
    }
}
