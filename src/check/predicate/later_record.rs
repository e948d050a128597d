//! `later_record: relied-on`: whether a record that is relied on is dated after the utilization review.

use super::{Answer, Case, Places, Predicate, Vocable};
use crate::reading::date::Date;
use crate::reading::letter::LetterReading;
use crate::span::ByteSpan;

pub(super) const VOCABLE: Vocable = Vocable {
    name: "later_record",
    about: "whether a rationale or the case summary dates a record, visit or test after the utilization review's \
            decision; of several dates of the review the last counts. Unknown where the letter does not date the review",
    example: "later_record: relied-on",
    places: Places::Letter,
    provides: &["record_date", "review_date"],
    parse: |argument| {
        argument.choice(&[("relied-on", ())])?;
        Some(Box::new(LaterRecord))
    },
};

#[derive(Debug)]
struct LaterRecord;

/// How many later records are shown.
const MOST_SHOWN: usize = 3;

impl Predicate for LaterRecord {
    fn ask(&self, case: &Case<'_>) -> Answer {
        let Some((review, place)) = last_review(case.reading) else {
            return Answer::unknown().because("the letter does not date the utilization review");
        };
        let records = case.reading.summary.records.iter();
        let later: Vec<_> = records.filter(|record| record.date > review).collect();
        let shown = |answer: Answer| answer.shown(place, "the utilization review");
        let Some(first) = later.first() else {
            return shown(Answer::plain(false));
        };
        let answer = later.iter().take(MOST_SHOWN);
        let answer = answer.fold(Answer::plain(true), |answer, record| {
            answer.shown(record.span, "a later record")
        });
        shown(answer)
            .with("record_date", first.date.to_string())
            .with("review_date", review.to_string())
    }
}

/// The last of the dates that front matter and case summary give for the review.
fn last_review(reading: &LetterReading<'_>) -> Option<(Date, ByteSpan)> {
    let front = reading.dates.review.map(|front| (front.date, front.span));
    let said = reading.summary.review.iter();
    let dates = front
        .into_iter()
        .chain(said.map(|said| (said.date, said.span)));
    dates.reduce(|last, next| if next.0 > last.0 { next } else { last })
}
