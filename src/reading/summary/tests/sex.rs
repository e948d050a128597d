//! Words about the worker's sex.

use super::read;

/// The words that tell the worker's sex in a summary and a rationale, the strong ones with a star.
fn told(summary: &str, rationale: &str) -> Vec<String> {
    read([summary, "Acupuncture, 6 visits", rationale], |reading| {
        let mentions = reading.summary.sex.iter();
        let word = |mention: &crate::reading::summary::SexMention| {
            let star = if mention.strong { "*" } else { "" };
            let sex = mention.sex.name().chars().next().unwrap();
            format!("{star}{} {sex}", mention.span.of(reading.text))
        };
        mentions.map(word).collect()
    })
}

#[track_caller]
fn summary(text: &str, want: &[&str]) {
    assert_eq!(told(text, "The records were read."), want, "{text}");
}

#[test]
fn nouns_that_describe_the_worker() {
    summary(
        "The injured worker is a 40 year old male with a sprain.",
        &["*male m"],
    );
    summary(
        "This is a 61-year-old, left-hand-dominant woman.",
        &["*woman f"],
    );
    summary(
        "This case involves a now 58-year-old female with a claim.",
        &["*female f"],
    );
    summary("The patient is a woman who fell.", &["*woman f"]);
    summary(
        "The claimant, a gentleman of few words, fell.",
        &["*gentleman m"],
    );
    summary("This male patient fell.", &["*male m"]);
    summary(
        "The applicant is a female, 45 years of age.",
        &["*female f"],
    );
    summary(
        "According to the file, the employee is a 33 y/o F with a strain.",
        &["*F f"],
    );
    summary("Ms. Brown fell from a ladder.", &["*Ms f"]);
}

#[test]
fn nouns_that_describe_somebody_else() {
    summary("The patient was helping a male assistant.", &[]);
    summary("The injured worker was struck by a 30 year old male.", &[]);
    summary("The patient has a 12 year old male child.", &[]);
    summary("The worker lifted a 200-pound man.", &[]);
    summary("The patient was seen by a female chiropractor.", &[]);
    summary("The claimant's attorney is Mr. Brown.", &[]);
    summary("Grade C female connectors were used.", &[]);
    summary("The patient is 40 years old. Grade F oil helps.", &[]);
}

#[test]
fn pronouns_of_the_worker() {
    summary("The applicant has trouble lifting his arm.", &["his m"]);
    summary(
        "The patient fell. On 3/4/2016 she was seen again.",
        &["she f"],
    );
    summary(
        "This is a 50 year old man. The MRI showed a tear. He wears a brace.",
        &["*man m", "He m"],
    );
    summary(
        "A physician progress note says that the worker hurts and that he limps.",
        &["he m"],
    );
}

#[test]
fn pronouns_that_may_mean_somebody_else() {
    summary(
        "The physician wrote that she had examined the patient.",
        &[],
    );
    summary("The patient saw the surgeon. He advised rest.", &[]);
    summary(
        "The patient was referred to , who wrote that he agreed.",
        &[],
    );
    summary("The patient was seen by . He advised rest.", &[]);
    summary(
        "The patient told his wife that she would be late.",
        &["his m"],
    );
    summary("She is well.", &[]);
    summary("The patient may choose what he or she likes.", &[]);
    summary("The patient said \"he hurt me\" at once.", &[]);
    summary("Acupuncture helps the patient (He, 2004).", &[]);
    summary("Patients should be told when she returns.", &[]);
    summary("Workers' compensation pays what he asks.", &[]);
}

#[test]
fn rationales_are_read_where_they_speak_of_the_case() {
    assert_eq!(
        told(
            "None.",
            "In this case, the patient has neck pain. She has had no therapy."
        ),
        ["She f"]
    );
    assert_eq!(
        told(
            "None.",
            "The guidelines recommend therapy when the patient says that he gains from it."
        ),
        Vec::<String>::new()
    );
}
