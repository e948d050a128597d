//! The shapes of the entries that have tests.

use super::shape::{Kind, Shape, choice, ids, list, optional, required, texts};
use crate::rules::entries::{CONFIDENCES, SEVERITIES};

/// Limits, criteria and rules, which may have these words under `each`.
pub(super) fn shapes(each: Vec<&'static str>) -> Vec<Shape> {
    vec![
        limit(),
        criterion(),
        rule(each),
        lowered(),
        test(),
        item(),
        waiver(),
    ]
}

fn limit() -> Shape {
    Shape::new(
        "a limit",
        "Numbers of one guideline edition for some treatments.",
        vec![
            required("id", Kind::Id, "Id: `acupuncture-trial`."),
            required("title", Kind::Text, "Title for people."),
            required("treatments", ids(), "Ids of the treatments it limits."),
            required("guidelines", ids(), "Ids of the editions that state it."),
            optional("section", Kind::Text, "Section of the guideline."),
            optional(
                "trial",
                Kind::Amount,
                "Size of a first course: `3..6 visits`.",
            ),
            optional(
                "total",
                Kind::Amount,
                "Size of the whole course: `12 visits`.",
            ),
            optional("frequency", Kind::Frequency, "How often: `1..3 per week`."),
            optional("duration", Kind::Duration, "For how long: `1..2 months`."),
            optional(
                "diagnoses",
                texts(),
                "Phrases of which one must stand in the heading or the case summary.",
            ),
            optional(
                "recited",
                texts(),
                "Phrases behind which letters recite the number.",
            ),
            optional(
                "extended_by",
                ids(),
                "Ids of the facts that extend a course beyond the trial.",
            ),
            optional(
                "exempt_when",
                ids(),
                "Ids of the facts under which the limit does not apply.",
            ),
            required("citation", Kind::Text, "The citation under a finding."),
            required(
                "confidence",
                choice(&CONFIDENCES),
                "How sure we are; an `unverified` limit must be `enabled: false`.",
            ),
            required("source", Kind::Text, "Where the number was read."),
            optional("enabled", Kind::Boolean, "`false`: it is not used."),
            required(
                "tests",
                list(Kind::Map("a test")),
                "At least one that makes a `limit/*` rule fire, and one that keeps it silent.",
            ),
        ],
    )
    .with_one_of(&["trial", "total", "frequency", "duration"])
}

fn criterion() -> Shape {
    Shape::new(
        "a criterion",
        "What one guideline edition wants to see documented.",
        vec![
            required("id", Kind::Id, "Id: `knee-special-studies`."),
            required("title", Kind::Text, "Title for people."),
            required("treatments", ids(), "Ids of the treatments it holds for."),
            required("guidelines", ids(), "Ids of the editions that state it."),
            optional(
                "requires",
                ids(),
                "Ids of facts that must all be documented.",
            ),
            optional(
                "requires_any",
                ids(),
                "Ids of facts of which one must be documented.",
            ),
            optional(
                "waived_by",
                ids(),
                "Ids of facts any of which makes the requirements needless.",
            ),
            optional(
                "sufficient",
                Kind::Boolean,
                "Whether the guideline asks for nothing else.",
            ),
            required("citation", Kind::Text, "The citation under a finding."),
            required(
                "confidence",
                choice(&CONFIDENCES),
                "How sure we are; an `unverified` criterion must be `enabled: false`.",
            ),
            required("source", Kind::Text, "Where it was read."),
            optional("enabled", Kind::Boolean, "`false`: it is not used."),
            required(
                "tests",
                list(Kind::Map("a test")),
                "At least one that makes a `criterion/*` rule fire, and one that keeps it silent.",
            ),
        ],
    )
    .with_one_of(&["requires", "requires_any"])
}

fn rule(each: Vec<&'static str>) -> Shape {
    Shape::new(
        "a rule",
        "A condition and the finding that it makes.",
        vec![
            required("id", Kind::RuleId, "Group and name: `limit/claims-above`."),
            required(
                "severity",
                choice(&SEVERITIES),
                "How grave its findings are.",
            ),
            optional(
                "lowered",
                list(Kind::Map("a lowered severity")),
                "Lower severities; the first whose condition holds is taken.",
            ),
            optional(
                "each",
                Kind::Choice(each),
                "What the rule is asked of, one thing after the other.",
            ),
            required("when", Kind::Condition, "When it fires."),
            required(
                "message",
                Kind::Text,
                "One sentence without a full stop, with {placeholders}.",
            ),
            optional(
                "help",
                Kind::Text,
                "What to do about a finding, with {placeholders}.",
            ),
            optional("source", Kind::Text, "The regulation behind the rule."),
            required(
                "explain",
                Kind::Text,
                "What the rule finds and why it matters; shown by `rules explain`.",
            ),
            optional("enabled", Kind::Boolean, "`false`: it is not asked."),
            required(
                "tests",
                list(Kind::Map("a test")),
                "At least one letter that makes it fire, and one that keeps it silent.",
            ),
        ],
    )
}

fn lowered() -> Shape {
    Shape::new(
        "a lowered severity",
        "A severity below the rule's own, and when it is taken.",
        vec![
            required("to", choice(&SEVERITIES), "The lower severity."),
            required("when", Kind::Condition, "When it is taken."),
        ],
    )
}

fn test() -> Shape {
    let mut keys = vec![
        required("name", Kind::Text, "What the case shows."),
        optional(
            "letter",
            Kind::Text,
            "A whole letter, in place of all other parts.",
        ),
        optional(
            "front_matter",
            Kind::Free(Box::new(Kind::AnyText)),
            "Lines of the front matter: `{ Decision Date: 01/10/2017 }`.",
        ),
        optional("credentials", Kind::AnyText, "The credentials paragraph."),
        optional("summary", Kind::AnyText, "The clinical case summary."),
        optional(
            "items",
            list(Kind::Map("an item of a test")),
            "Several disputed items, in place of the parts of a single one.",
        ),
    ];
    keys.extend(item().keys);
    keys.extend([
        optional(
            "waivers",
            list(Kind::Map("a waiver")),
            "Waivers as in a waivers file; together with `today`.",
        ),
        optional(
            "today",
            Kind::Day,
            "The day on which the letter is checked; together with `waivers`.",
        ),
        optional("expect", list(Kind::RuleId), "Rules that must fire."),
        optional(
            "labels",
            list(Kind::Text),
            "Words that a label of an expected finding must cover; together with `expect`.",
        ),
        optional("silent", list(Kind::RuleId), "Rules that must stay silent."),
    ]);
    Shape::new(
        "a test",
        "A letter and the rules that must or must not fire. What is not given is filled in by a letter in which nothing is wrong; an empty text leaves a part out.",
        keys,
    )
    .with_one_of(&["expect", "silent"])
}

fn item() -> Shape {
    Shape::new(
        "an item of a test",
        "One disputed item.",
        vec![
            optional(
                "heading",
                Kind::AnyText,
                "The heading, without the decision word.",
            ),
            optional(
                "decision",
                Kind::AnyText,
                "The decision word: `upheld`, `overturned`.",
            ),
            optional(
                "claims_administrator_guideline",
                Kind::AnyText,
                "The claims administrator's guideline line, without its label.",
            ),
            optional(
                "reviewer_guideline",
                Kind::AnyText,
                "The reviewer's guideline line, without its label.",
            ),
            optional(
                "rationale",
                Kind::AnyText,
                "The rationale, without its label.",
            ),
        ],
    )
}

fn waiver() -> Shape {
    let item = Kind::AnyOf(vec![Kind::Whole(1, 9999), Kind::Choice(vec!["letter"])]);
    Shape::new(
        "a waiver",
        "A finding that may stand, by its fingerprint, or by rule, case number and item.",
        vec![
            optional(
                "fingerprint",
                Kind::Text,
                "Fingerprint of the finding, in quotes.",
            ),
            optional("rule", Kind::Text, "Id of the rule."),
            optional("case_number", Kind::Text, "Case number of the letter."),
            optional("item", item, "Number of the item, or `letter`."),
            optional("reason", Kind::AnyText, "Why it may stand."),
            required("approver", Kind::Text, "Who says so."),
            required("expires", Kind::Day, "The last day on which it does."),
        ],
    )
    .with_one_of(&["fingerprint", "rule"])
}
