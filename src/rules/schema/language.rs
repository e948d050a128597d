//! The shapes of `language:`.

use super::shape::{Key, Kind, Shape, list, names, optional, required, texts};
use crate::reading::comparison::ComparisonWord;
use crate::reading::prior_treatment::PriorWord;
use crate::reading::quantity::{CountUnit, DoseUnit, Region, TimeUnit, WordClass};
use crate::reading::recited_limit::RecitedWord;
use crate::reading::sentence::SentenceWord;
use crate::reading::zone::CueKind;

/// Words and phrases by which letters are read.
pub(super) fn shapes() -> Vec<Shape> {
    let mut shapes = vec![language(), quantities()];
    shapes.extend(sentences_and_zones());
    shapes.extend(request());
    shapes.extend(limits());
    shapes.extend(findings());
    shapes.extend(summary());
    shapes
}

fn language() -> Shape {
    let map = |what| Kind::Map(what);
    Shape::new(
        "the language",
        "Words and phrases by which letters are read. Each part stands in one place of the pack.",
        vec![
            optional(
                "quantities",
                map("the words of quantities"),
                "How amounts, times and doses are written.",
            ),
            optional(
                "sentences",
                map("the sentence words"),
                "What decides where sentences end.",
            ),
            optional(
                "conclusions",
                map("the conclusion phrases"),
                "How a rationale says that an item is necessary or not.",
            ),
            optional(
                "assertions",
                map("the triggers of assertions"),
                "What denies, doubts or dates what a sentence names.",
            ),
            optional(
                "zones",
                map("the cues of zones"),
                "What tells the voices of a rationale apart.",
            ),
            optional(
                "reasons",
                map("the reasons"),
                "The reasons that a rationale gives for or against an item.",
            ),
            optional(
                "surgery",
                map("the words of operations"),
                "What tells an operation, and what belongs to one.",
            ),
            optional(
                "sources",
                map("the words around sources"),
                "How a rationale speaks of the guidelines that it names.",
            ),
            optional(
                "facts",
                map("the words around facts"),
                "What tells whether a denial reaches a fact.",
            ),
            optional(
                "comparison",
                map("the words of comparisons"),
                "How a rationale compares a request with a limit.",
            ),
            optional(
                "prior_treatment",
                map("the words of earlier treatment"),
                "How a rationale speaks of treatment had before.",
            ),
            optional(
                "recited_limits",
                map("the words of recited limits"),
                "How a rationale recites a number.",
            ),
            optional(
                "states",
                texts(),
                "States and territories that license physicians.",
            ),
            optional(
                "sides",
                map("the words for sides"),
                "Words for left, right and both.",
            ),
            optional(
                "findings",
                map("the findings"),
                "Examinations, and the findings they make.",
            ),
            optional(
                "summary",
                map("the words of case summaries"),
                "How a case summary is read.",
            ),
            optional(
                "credentials",
                map("the words of credentials"),
                "How credentials are given in prose.",
            ),
            optional(
                "request_marks",
                map("the marks of requests"),
                "Phrases of a heading that say what kind of request it is.",
            ),
            optional(
                "split",
                map("the phrases of split requests"),
                "The formulas that tell apart what was asked for, authorized and disputed.",
            ),
            optional(
                "not_body_parts",
                texts(),
                "Phrases in which the name of a body part names none.",
            ),
            optional(
                "restatement",
                map("the words of restatements"),
                "How a conclusion restates a request.",
            ),
            optional(
                "fillers",
                texts(),
                "Words that make no difference between two requests.",
            ),
        ],
    )
}

/// Keys that all must be given, each with a list of words that the comments of the shipped files explain.
pub(super) fn lists(keys: impl IntoIterator<Item = &'static str>) -> Vec<Key> {
    let key = |name| required(name, texts(), "");
    keys.into_iter().map(key).collect()
}

fn quantities() -> Shape {
    let numbers = || Kind::Free(Box::new(Kind::Whole(0, 100)));
    let named = |names| Kind::Named(names, Box::new(texts()));
    let doses = names(&DoseUnit::NAMES).into_iter();
    let mut keys = vec![
        required("numbers", numbers(), "Number words and their numbers."),
        required(
            "repetitions",
            numbers(),
            "Words like `twice` and their numbers.",
        ),
        required(
            "months",
            Kind::Exactly(12, Box::new(texts())),
            "Names of the months, one list for each, January first.",
        ),
        required(
            "rates",
            Kind::Free(Box::new(texts())),
            "Frequencies, `2 per day`, and their words.",
        ),
        required(
            "time_units",
            named(names(&TimeUnit::NAMES)),
            "Units of time and their words.",
        ),
        required(
            "short_time_units",
            named(names(&TimeUnit::NAMES)),
            "Units of time and their short forms.",
        ),
        required(
            "counted",
            named(names(&CountUnit::NAMES)),
            "What is counted, and its words.",
        ),
        required(
            "dose_units",
            named(doses.filter(|name| *name != "%").collect()),
            "Units of doses and their words.",
        ),
        required(
            "spine",
            named(names(&Region::NAMES)),
            "Regions of the spine and their words.",
        ),
    ];
    keys.extend(lists(names(&WordClass::LISTS)));
    Shape::new(
        "the words of quantities",
        "How amounts, times and doses are written.",
        keys,
    )
}

fn sentences_and_zones() -> [Shape; 4] {
    [
        Shape::new(
            "the sentence words",
            "What decides where sentences end.",
            lists(names(&SentenceWord::KEYS)),
        ),
        Shape::new(
            "the cues of zones",
            "What tells the voices of a rationale apart.",
            lists(names(CueKind::KEYS)),
        ),
        Shape::new(
            "the words around sources",
            "How a rationale speaks of the guidelines that it names.",
            lists([
                "before",
                "behind",
                "silent_before",
                "silent_behind",
                "retold",
                "fillers",
                "joins",
            ]),
        ),
        Shape::new(
            "the words around facts",
            "What tells whether a denial reaches a fact, and what speaks against an item.",
            lists([
                "links",
                "transparent",
                "joins",
                "concessions",
                "contrasts",
                "objections",
            ]),
        ),
    ]
}

fn request() -> [Shape; 6] {
    [
        Shape::new(
            "the words of operations",
            "What tells an operation, and what belongs to one.",
            lists(["requested", "words", "whole_body", "independent"]),
        ),
        Shape::new(
            "the words for sides",
            "Words for sides of the body.",
            vec![
                required("left", texts(), ""),
                required("right", texts(), ""),
                required("both", texts(), ""),
                optional(
                    "breaks",
                    texts(),
                    "Words that a side does not reach across to a body part.",
                ),
            ],
        ),
        Shape::new(
            "the marks of requests",
            "Phrases of a heading that say what kind of request it is.",
            vec![
                required(
                    "retrospective",
                    texts(),
                    "The item was given before it was asked for.",
                ),
                required("surgical_service", texts(), "A service beside a surgery."),
                optional(
                    "post_operative",
                    texts(),
                    "What follows is therapy after a surgery.",
                ),
                optional(
                    "date_of_service",
                    texts(),
                    "What follows is the day of a service.",
                ),
            ],
        ),
        Shape::new(
            "the phrases of split requests",
            "The formulas that tell apart what was asked for, authorized and disputed.",
            lists([
                "original",
                "authorized",
                "authorizes",
                "leaving",
                "disputed",
                "closing",
            ]),
        ),
        Shape::new(
            "the words of restatements",
            "How a conclusion restates a request.",
            lists(["bounds", "asides"]),
        ),
        Shape::new(
            "the words of credentials",
            "How credentials are given in prose.",
            lists(["licensed_in", "certified_in"]),
        ),
    ]
}

fn summary() -> [Shape; 4] {
    let mut whole = lists([
        "injury",
        "at_work",
        "review",
        "fillers",
        "date_openers",
        "date_joins",
    ]);
    whole.extend([
        required(
            "worker",
            Kind::Map("the words about the worker"),
            "What tells that the worker is a man or a woman.",
        ),
        required(
            "records",
            Kind::Map("the words about dated records"),
            "What dates a record.",
        ),
        required(
            "requests",
            Kind::Map("the words about stated requests"),
            "What states a request.",
        ),
    ]);
    [
        Shape::new(
            "the words of case summaries",
            "How a case summary is read.",
            whole,
        ),
        Shape::new(
            "the words about the worker",
            "What tells that the worker is a man or a woman.",
            lists([
                "male",
                "male_letters",
                "male_titles",
                "male_pronouns",
                "female",
                "female_letters",
                "female_titles",
                "female_pronouns",
                "names",
                "not_names",
                "open",
                "links",
                "others",
                "not_others",
            ]),
        ),
        Shape::new(
            "the words about dated records",
            "What dates a record.",
            lists(["cues", "not_in", "not_behind"]),
        ),
        Shape::new(
            "the words about stated requests",
            "What states a request.",
            lists(["cues", "not_in"]),
        ),
    ]
}

fn limits() -> [Shape; 3] {
    [
        Shape::new(
            "the words of recited limits",
            "How a rationale recites a number.",
            lists(names(&RecitedWord::KEYS)),
        ),
        Shape::new(
            "the words of earlier treatment",
            "How a rationale speaks of treatment had before.",
            lists(names(&PriorWord::KEYS)),
        ),
        Shape::new(
            "the words of comparisons",
            "How a rationale compares a request with a limit.",
            lists(names(&ComparisonWord::KEYS)),
        ),
    ]
}

fn findings() -> [Shape; 3] {
    [
        Shape::new(
            "the findings",
            "Examinations, and the findings they make.",
            vec![
                required(
                    "examinations",
                    list(Kind::Map("an examination")),
                    "The examinations.",
                ),
                required("signs", list(Kind::Map("a finding")), "The findings."),
                required(
                    "objective",
                    texts(),
                    "A finding was made on examination where one of these stands in its sentence.",
                ),
                required(
                    "subjective",
                    texts(),
                    "What stands with one of these is a complaint, the history or a plan, no finding.",
                ),
                required(
                    "restrictions",
                    texts(),
                    "A denial with one of these is narrower than the finding.",
                ),
            ],
        ),
        Shape::new(
            "an examination",
            "A way of looking for findings.",
            vec![
                required("id", Kind::Text, "Id that findings name."),
                required("names", texts(), "Phrases that name it."),
                optional("covers", texts(), "Ids of the examinations that it holds."),
            ],
        ),
        Shape::new(
            "a finding",
            "What an examination shows.",
            vec![
                required("id", Kind::Text, "Its name."),
                required("names", texts(), "Phrases that name it."),
                required(
                    "examination",
                    Kind::Text,
                    "Id of the examination that shows it.",
                ),
                optional(
                    "test",
                    Kind::Boolean,
                    "Whether it is only made on examination, so that it needs no word of one beside it.",
                ),
            ],
        ),
    ]
}
