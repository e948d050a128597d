//! What is read from case summaries with the words that are shipped.
#![allow(clippy::unwrap_used)]

mod dates;
mod findings;
mod records;
mod requests;
mod sex;

use std::sync::OnceLock;

use proptest::prelude::*;

use crate::letter;
use crate::reading::letter::{LetterReading, Reader};
use crate::reading::request::shipped::shipped;

/// A letter with this summary and one item.
fn letter(summary: &str, heading: &str, rationale: &str) -> String {
    format!(
        "CLINICAL CASE SUMMARY\n\n{summary}\n\nIMR ISSUES, DECISIONS AND RATIONALES\n\n\
         {heading}: Upheld\n\n\
         Claims Administrator guideline: Decision based on MTUS Acupuncture Treatment 2007.\n\n\
         MAXIMUS guideline: Decision based on MTUS Acupuncture Treatment 2007.\n\n\
         Decision rationale: {rationale}"
    )
}

/// What `tell` makes of the reading of such a letter.
fn read<T>(
    [summary, heading, rationale]: [&str; 3],
    tell: impl FnOnce(&LetterReading<'_>) -> T,
) -> T {
    static READER: OnceLock<Reader> = OnceLock::new();
    let pack = &shipped().pack;
    let text = letter(summary, heading, rationale);
    let structure = letter::parse(&text);
    let reader = READER.get_or_init(|| Reader::new(pack));
    tell(&reader.read(&text, &structure, pack, None))
}

proptest! {
    /// Whatever a letter says, spans lie on its words.
    #[test]
    fn any_words_can_be_read(
        summary in "([a-z\u{e9}]{1,4}|he|she|his|, | \\.|\\. |; |\"|a 53-year-old man|the patient|Dr\\.|was seen on 1/2/2015|                    request for 6 visits of acupuncture|no spasm|spasm on examination| ){0,24}",
        rationale in "([a-z]{1,4}|he|her|the claimant|nurse|Mr\\.|female|53 y/o F|dated 3/4/2016| \\. |\\. |no spasm| ){0,24}",
    ) {
        read([&summary, "Acupuncture, six weeks", &rationale], |reading| {
            let found = &reading.summary;
            let sexes = found.sex.iter().map(|mention| mention.span);
            let records = found.records.iter().map(|record| record.span);
            for span in sexes.chain(records) {
                assert!(!span.of(reading.text).is_empty());
            }
        });
    }
}
