use proptest::prelude::*;

use super::*;

const PHRASES: [&str; 12] = [
    "MRI",
    "office visit",
    "x-ray",
    "PT",
    "PT/PTT",
    "patient's",
    "%",
    "arm",
    "arms race",
    "follow-up x-ray",
    "arm (s)",
    "s",
];

fn found(text: &str) -> Vec<(usize, ByteSpan)> {
    let index = WordIndex::new(PHRASES.iter().enumerate().map(|(at, phrase)| (*phrase, at)));
    index
        .find(CutText::new(text).words())
        .iter()
        .map(|hit| (hit.meaning, hit.span))
        .collect()
}

fn words(text: &str) -> Vec<&str> {
    found(text)
        .into_iter()
        .map(|(_, span)| span.of(text))
        .collect()
}

#[test]
fn whole_words_in_any_case_with_plurals() {
    assert_eq!(
        words("Two Office Visits, mris; an army alarm"),
        ["Office Visits", "mris"]
    );
    assert_eq!(words("arms race, arms"), ["arms race", "arms", "arms"]);
    assert_eq!(words("MRIss xray"), Vec::<&str>::new());
}

#[test]
fn marks_hyphens_and_apostrophes() {
    assert_eq!(words("5% X ray"), ["%", "X ray"]);
    assert_eq!(
        words("the patient\u{2019}s arm"),
        ["patient\u{2019}s", "s", "arm"]
    );
    assert_eq!(words("follow up x-ray"), ["follow up x-ray", "x-ray"]);
    assert_eq!(words("PT/PTT"), ["PT/PTT", "PT"]);
}

#[test]
fn nothing_is_found_by_nothing() {
    let none = WordIndex::new([("", 0), (" ", 1)]);
    assert!(none.find(CutText::new("MRI").words()).is_empty());
    assert!(found("").is_empty());
}

#[test]
fn a_part_has_its_own_places_and_no_cut_words() {
    let index = WordIndex::new([("arm", 0), ("arms race", 1), ("%", 2)]);
    let text = "The arms race of 5% arms";
    let cut = CutText::new(text);
    let found = |start: usize, end: usize| -> Vec<(usize, ByteSpan)> {
        let hits = index.find(cut.words().part(ByteSpan::new(start, end)));
        hits.iter().map(|hit| (hit.meaning, hit.span)).collect()
    };
    assert_eq!(
        found(4, 13),
        [(1, ByteSpan::new(0, 9)), (0, ByteSpan::new(0, 4))]
    );
    // Of the second "arms" only "arm" is in the part, and of the race only a letter.
    assert_eq!(found(4, 10), [(0, ByteSpan::new(0, 4))]);
    assert_eq!(found(13, 23), [(2, ByteSpan::new(5, 6))]);
    let inner = cut.words().part(ByteSpan::new(4, 24));
    let hits = index.find(inner.part(ByteSpan::new(10, 20)));
    assert_eq!(hits.len(), 2);
    assert_eq!(
        hits[1].span.of(inner.part(ByteSpan::new(10, 20)).text()),
        "arms"
    );
}

/// The same by trying every spelling of every phrase at every place.
fn tried(text: &str) -> Vec<(usize, ByteSpan)> {
    let is_word = |at: usize| {
        text.as_bytes()
            .get(at)
            .is_some_and(u8::is_ascii_alphanumeric)
    };
    let lower = text.to_ascii_lowercase();
    let mut found = Vec::new();
    for (at, phrase) in PHRASES.iter().enumerate() {
        let spellings = [phrase.replace('-', " "), phrase.replace('\'', "\u{2019}")];
        let spellings: std::collections::BTreeSet<String> = spellings
            .into_iter()
            .chain([(*phrase).to_owned()])
            .collect();
        for spelling in spellings {
            let starts = (0..text.len()).filter(|at| text.is_char_boundary(*at));
            let wanted = spelling.to_ascii_lowercase();
            for start in starts.filter(|start| lower[*start..].starts_with(&wanted)) {
                let end = start + spelling.len();
                let cuts_before = start > 0 && is_word(start - 1) && is_word(start);
                let is_plural = lower.as_bytes().get(end) == Some(&b's') && !is_word(end + 1);
                let end = match (is_word(end - 1) && is_word(end), is_plural) {
                    (false, _) => Some(end),
                    (true, true) => Some(end + 1),
                    (true, false) => None,
                };
                let end = end.filter(|_| !cuts_before);
                found.extend(end.map(|end| (at, ByteSpan::new(start, end))));
            }
        }
    }
    found
}

#[test]
fn behind_capitals_only_a_small_s_makes_a_plural() {
    let index = WordIndex::new([("CRP", 0), ("visit", 1)]);
    let found = |text: &str| index.find(CutText::new(text).words()).len();
    assert_eq!(found("two CRPs and crps"), 2);
    assert_eq!(found("CRPS"), 0);
    assert_eq!(found("SIX VISITS"), 1);
}

#[test]
fn a_part_has_the_words_that_stand_whole_in_it() {
    let text = format!("{} one two-three {}four", "-".repeat(70), " ".repeat(100));
    let cut = CutText::new(&text);
    let words = |start: usize, end: usize| {
        let part = cut.words().part(ByteSpan::new(start, end));
        let words = part.iter().map(|word| word.written.to_owned());
        words.collect::<Vec<_>>()
    };
    assert_eq!(words(0, text.len()), ["one", "two", "three", "four"]);
    assert_eq!(words(0, 71), [""; 0]);
    assert_eq!(words(71, 78), ["one", "two"]);
    assert_eq!(words(71, 77), ["one"]);
    assert_eq!(words(72, 84), ["two", "three"]);
    assert_eq!(words(90, text.len() - 1), [""; 0]);
    let inner = cut
        .words()
        .part(ByteSpan::new(71, 84))
        .part(ByteSpan::new(4, 13));
    assert_eq!(inner.iter().count(), 2);
    assert_eq!(
        inner.get(0).map(|word| (word.start, word.end)),
        Some((0, 3))
    );
}

#[test]
fn the_stem_of_a_plural_is_the_word() {
    let word = |text: &str| Word::at(text.as_bytes(), 0);
    assert_eq!(word("visits").singular(), Some(word("Visit").hash));
    assert_eq!(word("visit").singular(), None);
    assert!(word("visit").is_letters() && !word("l5").is_letters() && !word("5l").is_letters());
}

proptest! {
    #[test]
    fn finds_what_trying_finds(text in "(MRI|visit|office|x|-ray|PT|/|PTT|patient|'s|\u{2019}|%|arm|s| |,|race|e|\u{e9}){0,12}") {
        let mut found = found(&text);
        prop_assert!(found.is_sorted_by_key(|(_, span)| (span.start, std::cmp::Reverse(span.end))));
        let mut expected = tried(&text);
        expected.sort_by_key(|(meaning, span)| (span.start, *meaning));
        found.sort_by_key(|(meaning, span)| (span.start, *meaning));
        prop_assert_eq!(found, expected);
    }
}
