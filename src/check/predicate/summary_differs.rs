//! `summary_differs: date-of-injury`: whether the case summary gives another date than the front matter.

use super::{Answer, Case, Places, Predicate, Vocable};

pub(super) const VOCABLE: Vocable = Vocable {
    name: "summary_differs",
    about: "whether every date that the case summary gives for this differs from the front matter's; unknown when \
            one of the two gives none",
    example: "summary_differs: date-of-injury",
    places: Places::Letter,
    provides: &["summary_date", "front_date"],
    parse: |argument| {
        let which = argument.choice(&[
            ("date-of-injury", Which::Injury),
            ("review-date", Which::Review),
        ])?;
        Some(Box::new(SummaryDiffers(which)))
    },
};

#[derive(Clone, Copy, Debug)]
enum Which {
    Injury,
    Review,
}

#[derive(Debug)]
struct SummaryDiffers(Which);

impl Predicate for SummaryDiffers {
    fn ask(&self, case: &Case<'_>) -> Answer {
        let reading = case.reading;
        let (front, said) = match self.0 {
            Which::Injury => (reading.dates.injury, &reading.summary.injury),
            Which::Review => (reading.dates.review, &reading.summary.review),
        };
        let (Some(front), Some(first)) = (front, said.first()) else {
            return match (front, said.first()) {
                (_, Some(said)) => Answer::unknown().shown(said.span, "only the case summary"),
                (front, None) => Answer::unknown()
                    .shown_if(front.map(|front| front.span), "only the front matter")
                    .because("the case summary gives no such date"),
            };
        };
        let differs = said.iter().all(|said| said.date != front.date);
        Answer::plain(differs)
            .shown(first.span, "the case summary")
            .shown(front.span, "the front matter")
            .with("summary_date", first.date.to_string())
            .with("front_date", front.date.to_string())
    }
}
