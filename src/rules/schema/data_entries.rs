//! The shapes of a file and of the entries that are data.

use super::overrides;
use super::shape::{Key, Kind, Shape, choice, ids, list, optional, required, texts};
use crate::rules::entries::{ADVICE, CONFIDENCES, SYSTEMS, YEARS};

/// A file, its header, and the entries by which letters are read. The file comes first.
pub(super) fn shapes() -> Vec<Shape> {
    vec![
        file(),
        header(),
        guideline(),
        in_force(),
        treatment(),
        body_part(),
        fact(),
        law(),
        recommendation(),
    ]
}

fn file() -> Shape {
    let entries = |what| list(Kind::Map(what));
    Shape::new(
        "a rules file",
        "A file of a rule pack for imr-lint. It may hold any of these lists.",
        vec![
            optional(
                "pack",
                Kind::Map("the pack header"),
                "Name and version of the pack; once in all its files.",
            ),
            optional(
                "guidelines",
                entries("a guideline"),
                "Editions of guidelines: labels, dates in force, sections.",
            ),
            optional(
                "treatments",
                entries("a treatment"),
                "Treatment classes with the phrases that name them.",
            ),
            optional(
                "body_parts",
                entries("a body part"),
                "Parts of the body with the phrases that name them.",
            ),
            optional(
                "facts",
                entries("a fact"),
                "What a rationale may state or deny about this patient.",
            ),
            optional(
                "limits",
                entries("a limit"),
                "Numbers of one guideline edition for some treatments.",
            ),
            optional(
                "criteria",
                entries("a criterion"),
                "What one guideline edition wants to see documented.",
            ),
            optional(
                "laws",
                entries("a law"),
                "Definitions and duties that are neither a number nor a fact to document.",
            ),
            optional(
                "recommendations",
                entries("a recommendation"),
                "What a guideline edition says of a treatment without a number or a fact to document.",
            ),
            optional(
                "rules",
                entries("a rule"),
                "Conditions and the findings they make.",
            ),
            optional(
                "overrides",
                list(overrides::any()),
                "Fields of entries below that this file changes, by id; only in files laid over a pack.",
            ),
            optional(
                "language",
                Kind::Map("the language"),
                "Words and phrases by which letters are read.",
            ),
        ],
    )
}

fn header() -> Shape {
    Shape::new(
        "the pack header",
        "Name and version of a rule pack.",
        vec![
            required("name", Kind::Id, "Short name: `ca-dwc-imr`."),
            required(
                "version",
                Kind::Text,
                "Version, in quotes: `\"2026.11.0\"`.",
            ),
            required("title", Kind::Text, "Title for people."),
        ],
    )
}

fn guideline() -> Shape {
    Shape::new(
        "a guideline",
        "One edition of one guideline. Letters name it by label and year.",
        vec![
            required("id", Kind::Id, "Id: `mtus-acupuncture-2007`."),
            required("title", Kind::Text, "Full title."),
            required(
                "system",
                choice(&SYSTEMS),
                "The body of guidelines it belongs to.",
            ),
            required(
                "labels",
                texts(),
                "The labels that letters print, without the year.",
            ),
            optional(
                "year",
                Kind::Whole(*YEARS.start(), *YEARS.end()),
                "The year that letters print behind the label.",
            ),
            optional(
                "chapter",
                Kind::Whole(1, 99),
                "Number of the chapter, where it is one of a book.",
            ),
            optional(
                "in_force",
                Kind::Map("the time in force"),
                "First and last day in force; leave it out where neither is known.",
            ),
            optional(
                "body_parts",
                ids(),
                "Ids of the body parts that the chapter is about.",
            ),
            optional(
                "sections",
                texts(),
                "Names of its sections as letters print them.",
            ),
            required("citation", Kind::Text, "The regulation that adopts it."),
            required(
                "confidence",
                choice(&CONFIDENCES),
                "How sure we are of the dates.",
            ),
        ],
    )
}

fn in_force() -> Shape {
    Shape::new(
        "the time in force",
        "The days between which an edition was in force, both included.",
        vec![
            optional(
                "from",
                Kind::Day,
                "First day: `2016-07-28`, or `2009-07` or `2009` where no more is known.",
            ),
            optional("to", Kind::Day, "Last day."),
        ],
    )
    .with_one_of(&["from", "to"])
}

fn treatment() -> Shape {
    Shape::new(
        "a treatment",
        "A class of treatment.",
        vec![
            required("id", Kind::Id, "Id: `acupuncture`."),
            required("title", Kind::Text, "Title for people."),
            required("names", texts(), "Phrases that name it in a heading."),
            optional(
                "unit",
                Kind::Text,
                "What is counted of it: `visit`, `study`. Without one, amounts of it are not compared.",
            ),
            optional(
                "drug",
                Kind::Boolean,
                "Whether it is a drug, so that `#60` is what is dispensed.",
            ),
            optional(
                "generic",
                texts(),
                "Phrases that name it only where nothing more exact is named.",
            ),
            optional(
                "forms",
                texts(),
                "Forms that make a drug in the same heading one of this class: `cream`.",
            ),
            optional(
                "after_surgery",
                Kind::Id,
                "The treatment that it is counted under when it follows a surgery.",
            ),
        ],
    )
}

fn body_part() -> Shape {
    Shape::new(
        "a body part",
        "A part of the body.",
        vec![
            required("id", Kind::Id, "Id: `thoracic-spine`."),
            required("names", texts(), "Phrases that name it."),
            optional("within", Kind::Id, "The larger part it belongs to."),
            optional(
                "levels",
                list(Kind::Level),
                "Letters of the spinal levels it holds: `T`.",
            ),
            optional(
                "paired",
                Kind::Boolean,
                "Whether there is one on each side.",
            ),
        ],
    )
}

fn fact() -> Shape {
    Shape::new(
        "a fact",
        "Something that a rationale may state or deny about this patient. Alternatives stand in parentheses: `(failed|failure of) conservative care`.",
        vec![
            required("id", Kind::Id, "Id: `functional-improvement`."),
            required("title", Kind::Text, "Title for people."),
            required(
                "says",
                texts(),
                "Phrases that name it: to affirm one states it, to deny one denies it.",
            ),
            optional(
                "signs",
                texts(),
                "Phrases for one sign of it: to affirm one states it; to deny one says little.",
            ),
            optional(
                "needs",
                texts(),
                "Phrases for what it takes: to deny one denies it; to affirm one does not state it.",
            ),
            optional(
                "denied_by",
                texts(),
                "Phrases that deny it in so many words.",
            ),
            optional(
                "unlike",
                texts(),
                "Phrases that hold its words and mean something else.",
            ),
            optional(
                "past_counts",
                Kind::Boolean,
                "Whether it counts also when it is told of the past.",
            ),
            optional(
                "absence_counts",
                Kind::Boolean,
                "Whether to deny it states it, because it was looked for.",
            ),
        ],
    )
}

/// The keys that tell where an entry was read, how sure we are of it, and whether it is used.
fn provenance() -> [Key; 4] {
    [
        required(
            "citation",
            Kind::Text,
            "The citation, with the page where letters give one.",
        ),
        required(
            "confidence",
            choice(&CONFIDENCES),
            "How sure we are; an `unverified` entry must be `enabled: false`.",
        ),
        required("source", Kind::Text, "Where it was read."),
        optional(
            "enabled",
            Kind::Boolean,
            "`false`: it may not be relied on.",
        ),
    ]
}

fn law() -> Shape {
    let mut keys = vec![
        required("id", Kind::Id, "Id: `medical-necessity`."),
        required("title", Kind::Text, "Title for people."),
        required("says", Kind::Text, "What it says, in your own words."),
        required(
            "guidelines",
            ids(),
            "Ids of the statutes and regulations that say it.",
        ),
        optional("in_force", Kind::Map("the time in force"), "When it holds."),
    ];
    keys.extend(provenance());
    Shape::new(
        "a law",
        "A definition or duty that is neither a number nor a fact to document.",
        keys,
    )
}

fn recommendation() -> Shape {
    let mut keys = vec![
        required("id", Kind::Id, "Id: `neck-tens`."),
        required("title", Kind::Text, "Title for people."),
        required("treatments", ids(), "Ids of the treatments it is about."),
        optional(
            "names",
            texts(),
            "Names of these treatments that alone are meant: `carisoprodol`.",
        ),
        optional("body_parts", ids(), "Ids of the body parts it is about."),
        required("guidelines", ids(), "Ids of the editions that say it."),
        required("says", choice(&ADVICE), "What they say."),
        optional(
            "condition",
            Kind::Text,
            "When, or within what bounds; needed with `only-when`.",
        ),
    ];
    keys.extend(provenance());
    Shape::new(
        "a recommendation",
        "What a guideline edition says of a treatment without a number or a fact to document.",
        keys,
    )
}
