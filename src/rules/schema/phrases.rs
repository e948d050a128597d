//! The shapes of the phrases by which conclusions, assertions and reasons are read.

use super::language::lists;
use super::shape::{Kind, Shape, choice, list, names, optional, required, texts};
use crate::reading::assertion::{Effect, Reach};
use crate::reading::conclusion::Mark;
use crate::rules::entries::conclusion_phrases::{FORMS, STRENGTHS, VERDICTS};
use crate::rules::entries::reason_words::BEARINGS;

/// Conclusions, assertions and reasons.
pub(super) fn shapes() -> impl Iterator<Item = Shape> {
    conclusions()
        .into_iter()
        .chain(assertions())
        .chain(reasons())
}

fn conclusions() -> [Shape; 3] {
    let about = Kind::AnyOf(vec![Kind::Choice(vec!["anything", "request"]), texts()]);
    [
        Shape::new(
            "the conclusion phrases",
            "How a rationale says that an item is necessary or not.",
            vec![
                required(
                    "families",
                    list(Kind::Map("a conclusion family")),
                    "Phrases that mean the same.",
                ),
                required(
                    "words",
                    Kind::Map("the words around conclusions"),
                    "Words around those phrases.",
                ),
            ],
        ),
        Shape::new(
            "a conclusion family",
            "Phrases that conclude the same in the same form.",
            vec![
                required("id", Kind::Text, "Name of the family."),
                required(
                    "strength",
                    choice(&STRENGTHS),
                    "How surely the phrases conclude.",
                ),
                required(
                    "verdict",
                    choice(&VERDICTS),
                    "What they conclude, said without a denial.",
                ),
                required(
                    "form",
                    choice(&FORMS),
                    "What part of the sentence they are.",
                ),
                optional(
                    "about",
                    about,
                    "What they must be said of; `anything` when left out.",
                ),
                required("says", texts(), "The phrases."),
                optional(
                    "misspelt",
                    texts(),
                    "Those of them that also count with a slip in each of their words.",
                ),
            ],
        ),
        Shape::new(
            "the words around conclusions",
            "Words around the phrases of conclusions.",
            lists(names(Mark::KEYS)),
        ),
    ]
}

fn assertions() -> [Shape; 3] {
    let effect = || choice(&Effect::KEYS);
    let effects = Kind::AnyOf(vec![effect(), list(effect())]);
    [
        Shape::new(
            "the triggers of assertions",
            "What denies, doubts or dates what a sentence names.",
            vec![
                required(
                    "words",
                    Kind::Free(Box::new(texts())),
                    "Lists of words that phrases name in braces.",
                ),
                required(
                    "clauses",
                    Kind::Map("the words of clauses"),
                    "What divides a sentence into clauses.",
                ),
                required(
                    "records",
                    texts(),
                    "Words for records that speak of a patient.",
                ),
                required("triggers", list(Kind::Map("a trigger")), "The triggers."),
            ],
        ),
        Shape::new(
            "the words of clauses",
            "What divides a sentence into clauses.",
            lists([
                "joiners",
                "subjects",
                "asides",
                "verbs",
                "determiners",
                "breaks",
                "prepositions",
            ]),
        ),
        Shape::new(
            "a trigger",
            "Phrases that change what a sentence says of what it names.",
            vec![
                required("id", Kind::Text, "Name of the trigger."),
                required("means", effects, "What the phrases do."),
                optional(
                    "reach",
                    choice(&Reach::KEYS),
                    "Which way they reach; `forward` when left out.",
                ),
                required(
                    "says",
                    texts(),
                    "The phrases: `{be} not {adverb?} documented`.",
                ),
            ],
        ),
    ]
}

fn reasons() -> [Shape; 2] {
    let bearing = || choice(&BEARINGS);
    [
        Shape::new(
            "the reasons",
            "The reasons that a rationale gives for or against an item.",
            vec![
                required(
                    "families",
                    list(Kind::Map("a family of reasons")),
                    "Phrases that speak the same way.",
                ),
                required(
                    "verbs",
                    texts(),
                    "Words behind which the phrases of some families count.",
                ),
            ],
        ),
        Shape::new(
            "a family of reasons",
            "Phrases that speak the same way.",
            vec![
                required("id", Kind::Text, "Name of the family."),
                optional(
                    "affirmed",
                    bearing(),
                    "Which way they speak where they are affirmed.",
                ),
                optional(
                    "denied",
                    bearing(),
                    "Which way they speak where they are denied.",
                ),
                optional(
                    "hint",
                    Kind::Boolean,
                    "Whether they are too weak to be a reason, but raise a doubt.",
                ),
                optional(
                    "behind_verb",
                    Kind::Boolean,
                    "Whether they count only behind one of `verbs`.",
                ),
                required("phrases", texts(), "The phrases."),
            ],
        )
        .with_one_of(&["affirmed", "denied"]),
    ]
}
