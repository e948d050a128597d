//! What holds for any text.

use std::time::Instant;

use proptest::prelude::*;

use super::{READERS, zoned};
use crate::reading::conclusion::Conclusion;
use crate::reading::word_index::CutText;
use crate::span::ByteSpan;

fn assert_in_order(text: &str) {
    let zoned = zoned(text);
    let mut end = 0;
    for sentence in &zoned {
        assert!(sentence.span.start >= end && sentence.span.end <= text.len());
        end = sentence.span.end;
        if let Some(cue) = sentence.cue {
            assert!(sentence.span.contains(cue) && !cue.of(text).is_empty());
        }
        let mut start = sentence.span.start;
        for clause in &sentence.clauses {
            assert_eq!(clause.span.start, start);
            assert!(text.is_char_boundary(clause.span.end));
            start = clause.span.end;
        }
        let parts = sentence.clauses.len();
        assert!(parts == 0 || (parts > 1 && start == sentence.span.end));
        let whole = ByteSpan::new(sentence.span.start, sentence.span.end);
        assert!(parts > 0 || sentence.zone_of(whole) == sentence.zone);
    }
}

const PIECES: [&str; 24] = [
    "Although ",
    "the MTUS ",
    "recommends ",
    "the patient ",
    "has ",
    ", ",
    "; ",
    "but ",
    ". ",
    "\"",
    "(",
    ")",
    ": ",
    "which exceeds ",
    "if ",
    "In this case",
    "is not medically necessary",
    "caf\u{e9} ",
    "\u{201c}",
    "\u{201d}",
    "10/9/2015 ",
    "Per ",
    "however ",
    "patients ",
];

proptest! {
    #[test]
    fn clauses_make_up_their_sentences(text in "\\PC{0,200}") {
        assert_in_order(&text);
    }

    #[test]
    fn so_they_do_in_texts_full_of_cues(pieces in prop::collection::vec(0..PIECES.len(), 0..60)) {
        let text: String = pieces.into_iter().map(|piece| PIECES[piece]).collect();
        assert_in_order(&text);
    }
}

#[test]
fn time_grows_with_the_text_and_no_faster() {
    for piece in [
        "the patient ",
        "however ",
        "the MTUS recommends ",
        "but the patient has ",
        "; ",
        "does not address ",
        "exceeds ",
        "\" ",
        "if ",
        "10/9/2015 ",
        "Per MTUS, ",
        "the request, ",
        "MTUS ",
    ] {
        let once = |text: &str| {
            let sentences = [ByteSpan::new(0, text.len())];
            let started = Instant::now();
            let cut = CutText::new(text);
            let zoned = READERS
                .zones
                .read(cut.words(), &sentences, &Conclusion::default(), None);
            assert_eq!(zoned.len(), 1);
            started.elapsed().as_secs_f64()
        };
        // The quickest of a few, and of texts too long for small caches: other programs may be at work.
        let took = |kilobytes: usize| {
            let text = piece.repeat(kilobytes * 1024 / piece.len());
            (0..3).map(|_| once(&text)).fold(f64::INFINITY, f64::min)
        };
        let (short, long) = (took(64), took(256));
        assert!(long < short * 4.0 * 4.0, "{piece:?}: {short} s, {long} s");
    }
}
