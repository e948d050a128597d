//! Whatever the text and the target: no panic, and cues that are places outside the target.

use proptest::prelude::*;

use super::super::Polarity;
use super::READER;
use crate::reading::zone::Zone;
use crate::span::ByteSpan;

/// Words that triggers are made of, among others.
const WORDS: &str = "(no |not |isn't |cannot |was |has |been |documented|, |and |: |; |if |pain |caf\u{e9}|n\u{2019}t|'s |the |history of |but |\n|\\.|\u{1f600}|with prior |however ){0,24}";

fn check(text: &str, target: ByteSpan) {
    let whole = ByteSpan::new(0, text.len());
    let said = READER.scene(text, whole).of(target, Zone::Case);
    if let Some(cue) = said.cue {
        assert!(!cue.span.of(text).is_empty(), "{cue:?} in {text:?}");
        assert!(!cue.span.overlaps(target), "{cue:?} in {text:?}");
        assert!(!READER.trigger_id(cue.trigger).is_empty());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn words_of_triggers(text in WORDS, start in 0..80_usize, length in 0..12_usize) {
        check(&text, ByteSpan::new(start, start + length));
    }

    #[test]
    fn any_characters(text in "\\PC{0,40}", start in 0..80_usize, length in 0..12_usize) {
        check(&text, ByteSpan::new(start, start + length));
    }
}

#[test]
fn nothing_is_said_of_a_target_outside_the_sentence() {
    let text = "There is no pain. It was denied.";
    let scene = READER.scene(text, ByteSpan::new(0, 17));
    let outside = scene.of(ByteSpan::new(18, 20), Zone::Case);
    assert_eq!(outside.cue, None);
    assert_eq!(outside.polarity, Polarity::Affirmed);
}

/// A target in the middle of a long run of triggers: the work around it does not grow with the text.
#[test]
fn long_runs_of_triggers_take_linear_work() {
    for unit in [
        "not ",
        "no, ",
        "no documentation of ",
        "and the ",
        "is not ",
        ", ",
    ] {
        let half = unit.repeat(32 * 1024 / unit.len());
        let text = format!("{half}pain {half}");
        let scene = READER.scene(&text, ByteSpan::new(0, text.len()));
        // Each word begins only so many phrases, however long the run.
        let found = scene.candidates();
        assert!(found <= 4 * text.len(), "{unit:?}: {found} phrases");
        let target = ByteSpan::new(half.len(), half.len() + 4);
        for _ in 0..1_000 {
            let _ = scene.of(target, Zone::Case);
        }
    }
}
