//! `summary_request: differs`: whether the case summary states another request than the heading.

use super::{Answer, Case, Places, Predicate, Vocable};

pub(super) const VOCABLE: Vocable = Vocable {
    name: "summary_request",
    about: "whether the case summary states the request for the item's treatment with another number or unit than the \
            heading; not while any amount that it gives for the treatment is one that a heading gives. Unknown where \
            it states no request for the treatment",
    example: "summary_request: differs",
    places: Places::Item,
    provides: &["summary_value", "heading_value"],
    parse: |argument| {
        argument.choice(&[("differs", ())])?;
        Some(Box::new(SummaryRequest))
    },
};

#[derive(Debug)]
struct SummaryRequest;

impl Predicate for SummaryRequest {
    fn ask(&self, case: &Case<'_>) -> Answer {
        let Some(item) = case.item else {
            return Answer::unknown();
        };
        let mut requests = case.reading.summary.requests.iter();
        let Some(request) = requests.find(|request| request.item == item.number) else {
            return Answer::unknown()
                .because("the case summary states no request for this treatment");
        };
        let Some(difference) = &request.difference else {
            return Answer::plain(false).shown(request.sentence, "the case summary");
        };
        Answer::plain(true)
            .shown(difference.summary, "the case summary")
            .shown(difference.heading, "the disputed item")
            .with("summary_value", case.quote(difference.summary))
            .with("heading_value", case.quote(difference.heading))
    }
}
