//! Words and phrases: `language:`.

use std::collections::HashMap;

use super::{
    assertion_triggers, conclusion_phrases, credential_words, fact_words, finding_words,
    limit_words, quantity_words, reason_words, request_words, sentence_words, source_words,
    summary_words, zone_cues,
};
use crate::rules::decode::{Decoder, Fields};
use crate::rules::pack::Language;
use crate::rules::problem::RulePlace;
use crate::rules::yaml::Node;

/// Adds the parts of the language that one file gives to those of the files before it. `given` says
/// where each part was given; a part given again is reported.
pub(super) fn decode(
    decoder: &mut Decoder,
    node: &Node,
    language: &mut Language,
    given: &mut HashMap<&'static str, RulePlace>,
) -> Option<()> {
    let fields = decoder.fields(node, "the language")?;
    let mut parts = Parts { fields, given };
    parts.part(
        decoder,
        "quantities",
        quantity_words::decode,
        &mut language.quantities,
    );
    parts.part(
        decoder,
        "sentences",
        sentence_words::decode,
        &mut language.sentences,
    );
    parts.part(
        decoder,
        "conclusions",
        conclusion_phrases::decode,
        &mut language.conclusions,
    );
    parts.part(
        decoder,
        "assertions",
        assertion_triggers::decode,
        &mut language.assertions,
    );
    parts.part(decoder, "zones", zone_cues::decode, &mut language.zones);
    parts.part(
        decoder,
        "reasons",
        reason_words::decode,
        &mut language.reasons,
    );
    parts.part(
        decoder,
        "sources",
        source_words::decode,
        &mut language.sources,
    );
    parts.part(decoder, "facts", fact_words::decode, &mut language.facts);
    parts.part(
        decoder,
        "comparison",
        limit_words::comparison,
        &mut language.comparison,
    );
    parts.part(
        decoder,
        "prior_treatment",
        limit_words::prior,
        &mut language.prior_treatment,
    );
    parts.part(
        decoder,
        "recited_limits",
        limit_words::recited,
        &mut language.recited_limits,
    );
    parts.part(decoder, "states", Decoder::texts, &mut language.states);
    parts.part(decoder, "sides", request_words::sides, &mut language.sides);
    parts.part(
        decoder,
        "findings",
        finding_words::decode,
        &mut language.findings,
    );
    parts.part(
        decoder,
        "summary",
        summary_words::decode,
        &mut language.summary,
    );
    parts.part(
        decoder,
        "credentials",
        credential_words::decode,
        &mut language.credentials,
    );
    parts.part(
        decoder,
        "request_marks",
        request_words::marks,
        &mut language.request_marks,
    );
    parts.part(
        decoder,
        "surgery",
        request_words::surgery,
        &mut language.surgery,
    );
    parts.part(decoder, "split", request_words::split, &mut language.split);
    parts.part(
        decoder,
        "not_body_parts",
        Decoder::texts,
        &mut language.not_body_parts,
    );
    parts.part(
        decoder,
        "restatement",
        request_words::restatement,
        &mut language.restatement,
    );
    parts.part(decoder, "fillers", Decoder::texts, &mut language.fillers);
    parts.fields.finish(decoder);
    Some(())
}

struct Parts<'n, 'g> {
    fields: Fields<'n>,
    given: &'g mut HashMap<&'static str, RulePlace>,
}

impl Parts<'_, '_> {
    fn part<T>(
        &mut self,
        decoder: &mut Decoder,
        key: &'static str,
        decode: fn(&mut Decoder, &Node) -> Option<T>,
        into: &mut T,
    ) {
        let decoded = self.fields.optional(decoder, key, decode);
        let Some(span) = self.fields.key_span(key) else {
            return;
        };
        let place = decoder.place(span);
        match self.given.get(key) {
            Some(first) => decoder.report_twice(
                format!("`language: {key}` is given twice"),
                place,
                first.clone(),
                "a part of the language stands in one place, and no layer changes it",
            ),
            None => {
                self.given.insert(key, place);
                if let Some(decoded) = decoded {
                    *into = decoded;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::rules::entries::trial::{complaints, decoded};

    fn language(decoder: &mut Decoder, node: &Node) -> Option<Language> {
        let mut language = Language::default();
        decode(decoder, node, &mut language, &mut HashMap::new())?;
        Some(language)
    }

    #[test]
    fn words_are_decoded() {
        let text = "\
states: [California, Nevada]
sides: { left: [left, lt], right: [right, rt], both: [bilateral] }
request_marks: { retrospective: [retrospective], surgical_service: [associated surgical service] }
";
        let (found, problems) = decoded(text, language);
        assert!(problems.is_empty(), "{problems:?}");
        let found = found.unwrap();
        assert_eq!(found.states.len(), 2);
        assert_eq!(found.sides.left, ["left", "lt"]);
        assert_eq!(found.request_marks.retrospective, ["retrospective"]);
    }

    #[test]
    fn every_mistake_is_told() {
        let text = "state: [California]\nsides: { left: [], rigth: [rt], both: [both] }\nrequest_marks: [x]\n";
        assert_eq!(
            complaints(text, language),
            [
                "t.yaml:1:1: unknown key `state` in the language (did you mean `states`?)",
                "t.yaml:2:16: this list is empty",
                "t.yaml:2:20: unknown key `rigth` in the words for sides (did you mean `right`?)",
                "t.yaml:3:16: expected the marks of requests as a map of keys and values, found a list",
            ]
        );
    }

    #[test]
    fn a_part_says_which_of_its_lists_are_missing() {
        for (part, lists) in [
            ("reasons", 2),
            ("summary", 9),
            ("credentials", 2),
            ("split", 6),
            ("restatement", 2),
            ("sides", 3),
            ("sources", 7),
            ("surgery", 4),
            ("request_marks", 2),
        ] {
            let found = complaints(&format!("{part}: {{}}"), language);
            assert_eq!(found.len(), lists, "{found:?}");
            assert!(found[0].contains(" needs the key `"), "{found:?}");
        }
    }
}
