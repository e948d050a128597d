//! Treatment classes.

use super::id;
use crate::rules::decode::{Decoder, Located};
use crate::rules::pack::Treatment;
use crate::rules::yaml::Node;

/// A treatment, and the word for what is counted of it as written: whether it is one that the readers
/// know is checked when the whole pack is known.
pub(super) fn decode(
    decoder: &mut Decoder,
    node: &Node,
) -> Option<(Treatment, Option<Located<String>>)> {
    let mut fields = decoder.fields(node, "a treatment")?;
    let id = fields.required(decoder, "id", id::kebab);
    let title = fields.required(decoder, "title", Decoder::text);
    let names = fields.required(decoder, "names", Decoder::texts);
    let unit = fields.optional(decoder, "unit", Decoder::located_text);
    let drug = fields.optional(decoder, "drug", Decoder::boolean);
    let generic = fields.optional(decoder, "generic", Decoder::texts);
    let forms = fields.optional(decoder, "forms", Decoder::texts);
    let after_surgery = fields.optional(decoder, "after_surgery", Decoder::located_text);
    fields.finish(decoder);
    let treatment = Treatment {
        id: id?,
        title: title?,
        names: names?,
        unit: unit.as_ref().map(|unit| unit.value.clone()),
        drug: drug.unwrap_or(false),
        generic: generic.unwrap_or_default(),
        forms: forms.unwrap_or_default(),
        after_surgery,
    };
    Some((treatment, unit))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::rules::entries::trial::{complaints, decoded};

    #[test]
    fn unit_and_drug_may_be_left_out() {
        let text = "{ id: mri, title: MRI, names: [MRI, magnetic resonance imaging] }";
        let (treatment, _) = decoded(text, decode).0.unwrap();
        assert_eq!(treatment.unit, None);
        assert!(!treatment.drug);
        let text = "{ id: norco, title: Norco, names: [norco], unit: unit, drug: true }";
        let (treatment, unit) = decoded(text, decode).0.unwrap();
        assert_eq!(unit.unwrap().value, "unit");
        assert!(treatment.drug);
    }

    #[test]
    fn every_mistake_is_told() {
        let text = "id: MRI\nnames: []\nunits: study\ndrug: no\n";
        assert_eq!(
            complaints(text, decode),
            [
                "t.yaml:1:5: `MRI` is not the form of an id (write `mri`)",
                "t.yaml:1:5: a treatment needs the key `title`",
                "t.yaml:2:8: this list is empty",
                "t.yaml:3:1: unknown key `units` in a treatment (did you mean `unit`?)",
                "t.yaml:4:7: expected true or false, found text (write `false`)",
            ]
        );
        assert_eq!(
            complaints("acupuncture", decode),
            ["t.yaml:1:1: expected a treatment as a map of keys and values, found text"]
        );
    }
}
