//! The shapes of overrides, one for each kind of entry: their fields are those of the entries.

use super::shape::{Key, Kind, Shape, optional, required};
use crate::rules::entries::Kind as EntryKind;

/// What an override of one kind may change.
pub(super) struct Overridable {
    /// The kind.
    pub(super) kind: EntryKind,
    /// What the schema calls the override.
    pub(super) what: &'static str,
    /// The entry whose fields it changes.
    entry: &'static str,
    about: &'static str,
    fields: &'static [&'static str],
}

/// Overrides of all kinds.
pub(super) const ALL: [Overridable; 9] = [
    Overridable {
        kind: EntryKind::Rule,
        what: "an override of a rule",
        entry: "a rule",
        about: "Another severity or wording of a rule, or whether it is used.",
        fields: &["severity", "enabled", "message", "help"],
    },
    Overridable {
        kind: EntryKind::Limit,
        what: "an override of a limit",
        entry: "a limit",
        about: "Other numbers of a limit, or whether it is used. Other numbers need tests of their own.",
        fields: &[
            "trial",
            "total",
            "frequency",
            "duration",
            "recited",
            "extended_by",
            "exempt_when",
            "citation",
            "confidence",
            "source",
            "enabled",
            "tests",
        ],
    },
    Overridable {
        kind: EntryKind::Criterion,
        what: "an override of a criterion",
        entry: "a criterion",
        about: "Other facts that a criterion asks for, or whether it is used.",
        fields: &[
            "requires",
            "requires_any",
            "waived_by",
            "sufficient",
            "citation",
            "confidence",
            "source",
            "enabled",
            "tests",
        ],
    },
    Overridable {
        kind: EntryKind::Guideline,
        what: "an override of a guideline",
        entry: "a guideline",
        about: "More labels of an edition, or other dates.",
        fields: &[
            "labels",
            "sections",
            "in_force",
            "body_parts",
            "citation",
            "confidence",
        ],
    },
    Overridable {
        kind: EntryKind::Treatment,
        what: "an override of a treatment",
        entry: "a treatment",
        about: "More names of a treatment.",
        fields: &["names", "generic", "forms"],
    },
    Overridable {
        kind: EntryKind::Fact,
        what: "an override of a fact",
        entry: "a fact",
        about: "More phrases for a fact.",
        fields: &["says", "signs", "needs", "denied_by"],
    },
    Overridable {
        kind: EntryKind::Law,
        what: "an override of a law",
        entry: "a law",
        about: "Other words of a law, or other dates.",
        fields: &[
            "says",
            "in_force",
            "citation",
            "confidence",
            "source",
            "enabled",
        ],
    },
    Overridable {
        kind: EntryKind::Recommendation,
        what: "an override of a recommendation",
        entry: "a recommendation",
        about: "What else a recommendation says.",
        fields: &[
            "names",
            "says",
            "condition",
            "citation",
            "confidence",
            "source",
            "enabled",
        ],
    },
    Overridable {
        kind: EntryKind::BodyPart,
        what: "an override of a body part",
        entry: "a body part",
        about: "More names of a body part.",
        fields: &["names"],
    },
];

/// What a list of overrides may hold.
pub(super) fn any() -> Kind {
    Kind::AnyOf(ALL.iter().map(|of| Kind::Map(of.what)).collect())
}

/// The shapes, whose fields are taken from those of the entries in `shapes`.
pub(super) fn shapes(shapes: &[Shape]) -> Vec<Shape> {
    ALL.iter().map(|of| of.shape(shapes)).collect()
}

impl Overridable {
    fn shape(&self, shapes: &[Shape]) -> Shape {
        let entry = shapes.iter().find(|shape| shape.what == self.entry);
        let entry_keys = entry.map_or(&[][..], |entry| &entry.keys);
        let id = if self.kind == EntryKind::Rule {
            Kind::RuleId
        } else {
            Kind::Id
        };
        let mut keys = vec![
            required(self.kind.key(), id, "Id of the entry that is changed."),
            optional("reason", Kind::Text, "Why it is changed."),
        ];
        let is_field = |key: &&Key| self.fields.contains(&key.name);
        let fields = entry_keys.iter().filter(is_field);
        keys.extend(fields.map(|key| optional(key.name, key.kind.clone(), key.about)));
        Shape::new(self.what, self.about, keys).with_one_of(self.fields)
    }
}
