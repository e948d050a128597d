//! Dates of records.

use super::read;

fn dates(summary: &str, rationale: &str) -> Vec<String> {
    read([summary, "Acupuncture, 6 visits", rationale], |reading| {
        let records = reading.summary.records.iter();
        records.map(|record| record.date.to_string()).collect()
    })
}

#[test]
fn records_visits_and_tests() {
    for (rationale, want) in [
        ("The patient was seen on 5/6/2016.", "2016-05-06"),
        (
            "The progress note dated May 6, 2016 describes spasm.",
            "2016-05-06",
        ),
        ("The patient had an MRI on 05-06-16.", "2016-05-06"),
        (
            "There were 8 sessions without benefit (5/6/16 note).",
            "2016-05-06",
        ),
        (
            "In this case, the patient complained of pain on 5/6/2016.",
            "2016-05-06",
        ),
    ] {
        assert_eq!(dates("None.", rationale), [want], "{rationale}");
    }
}

#[test]
fn rationales_come_first() {
    assert_eq!(
        dates(
            "A report of 1/2/2016 is on file.",
            "The patient was seen on 5/6/2016."
        ),
        ["2016-05-06", "2016-01-02"]
    );
}

#[test]
fn other_dates() {
    for rationale in [
        "The patient was injured.",
        "The utilization review report of 5/6/2016 denied the visit.",
        "The letter of appeal dated 5/6/2016 repeats the examination.",
        "The request for authorization of 5/6/2016 came with a note.",
        "The next visit will be on 5/6/2016.",
        "The patient was seen and put off work until 5/6/2016.",
        "The patient was evaluated in May 2016.",
        "The date of birth in the chart note is 5/6/1966.",
        "The chapter was updated on 5/6/2016 with a note on imaging.",
    ] {
        assert_eq!(
            dates("None.", rationale),
            Vec::<String>::new(),
            "{rationale}"
        );
    }
}
