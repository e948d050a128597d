//! `language.assertions`: the triggers by which a sentence denies, doubts or dates what it names.

use std::collections::HashMap;

use crate::reading::assertion::{
    AssertionTriggers, ClauseWords, Effect, Phrase, PhrasePart, Reach, Trigger, WordList,
};
use crate::rules::decode::{Decoder, Located};
use crate::rules::problem::RulePlace;
use crate::rules::yaml::{Node, Value};

/// Decodes `language.assertions`. `None`, reported, when it is no map.
pub(super) fn decode(decoder: &mut Decoder, node: &Node) -> Option<AssertionTriggers> {
    let mut fields = decoder.fields(node, "the triggers of assertions")?;
    let words = fields.required(decoder, "words", word_lists);
    let words = words.unwrap_or_default();
    let clauses = fields.required(decoder, "clauses", clauses);
    let records = fields.required(decoder, "records", single_words);
    let mut known = Known {
        words: &words,
        ids: HashMap::new(),
        phrases: HashMap::new(),
    };
    let triggers = fields.required(decoder, "triggers", |decoder, node| {
        decoder.nonempty_list(node, |decoder, node| trigger(decoder, node, &mut known))
    });
    fields.finish(decoder);
    Some(AssertionTriggers {
        triggers: triggers.unwrap_or_default(),
        clauses: clauses.unwrap_or_default(),
        records: records.unwrap_or_default(),
        words,
    })
}

/// What the triggers before one have given.
struct Known<'w> {
    words: &'w [WordList],
    ids: HashMap<String, RulePlace>,
    phrases: HashMap<Phrase, RulePlace>,
}

/// The named lists; any names may be given, so that they are taken as they come.
fn word_lists(decoder: &mut Decoder, node: &Node) -> Option<Vec<WordList>> {
    let Value::Map(entries) = &node.value else {
        return decoder.wrong_kind(node, "lists of words as a map of names and lists");
    };
    let mut lists: Vec<WordList> = Vec::with_capacity(entries.len());
    for (key, node) in entries {
        if lists.iter().any(|list| list.name == key.name) {
            let message = format!("the list `{}` is given twice", key.name);
            decoder.report(key.span, message, "given before");
        } else {
            let words = single_words(decoder, node).unwrap_or_default();
            let name = key.name.clone().into_owned();
            lists.push(WordList { name, words });
        }
    }
    Some(lists)
}

/// A list of words. A phrase is matched word by word, so that one of several words would never match.
fn single_words(decoder: &mut Decoder, node: &Node) -> Option<Vec<String>> {
    decoder.nonempty_list(node, |decoder, node| {
        let text = decoder.text(node)?;
        let words = Phrase::words(&text);
        if words.len() == 1 {
            return words.into_iter().next();
        }
        let message = format!("`{text}` is not one word");
        decoder.report(node.span, message, "write words one by one");
        None
    })
}

fn clauses(decoder: &mut Decoder, node: &Node) -> Option<ClauseWords> {
    let mut fields = decoder.fields(node, "the words of clauses")?;
    let mut list = |decoder: &mut Decoder, key| {
        let words = fields.required(decoder, key, single_words);
        words.unwrap_or_default()
    };
    let words = ClauseWords {
        joiners: list(decoder, "joiners"),
        subjects: list(decoder, "subjects"),
        asides: list(decoder, "asides"),
        verbs: list(decoder, "verbs"),
        determiners: list(decoder, "determiners"),
        breaks: list(decoder, "breaks"),
        prepositions: list(decoder, "prepositions"),
    };
    fields.finish(decoder);
    Some(words)
}

fn trigger(decoder: &mut Decoder, node: &Node, known: &mut Known<'_>) -> Option<Trigger> {
    let mut fields = decoder.fields(node, "a trigger")?;
    let id = fields.required(decoder, "id", Decoder::located_text);
    let effects = fields.required(decoder, "means", effects);
    let reach = fields.optional(decoder, "reach", |decoder, node| {
        decoder.choice(node, &Reach::KEYS)
    });
    let says = fields.required(decoder, "says", |decoder, node| {
        decoder.nonempty_list(node, |decoder, node| phrase(decoder, node, known))
    });
    fields.finish(decoder);
    let id = new_id(decoder, id?, known)?;
    Some(Trigger {
        id,
        effects: effects?,
        reach: reach.unwrap_or_default(),
        says: says?,
    })
}

/// One effect, or a list of them.
fn effects(decoder: &mut Decoder, node: &Node) -> Option<Vec<Effect>> {
    let effect = |decoder: &mut Decoder, node: &Node| decoder.choice(node, &Effect::KEYS);
    if matches!(node.value, Value::List(_)) {
        return decoder.nonempty_list(node, effect);
    }
    Some(vec![effect(decoder, node)?])
}

fn new_id(decoder: &mut Decoder, id: Located<String>, known: &mut Known<'_>) -> Option<String> {
    let Located { value, place } = id;
    if let Some(first) = known.ids.get(&value) {
        decoder.report_twice(
            format!("trigger `{value}` is given twice"),
            place,
            first.clone(),
            "give each trigger an id of its own",
        );
        return None;
    }
    known.ids.insert(value.clone(), place);
    Some(value)
}

/// `{be} not {adverb?} documented`: words, and in braces the names of lists, with a question mark where the word
/// may be left out.
fn phrase(decoder: &mut Decoder, node: &Node, known: &mut Known<'_>) -> Option<Phrase> {
    let text = decoder.text(node)?;
    let mut parts = Vec::new();
    for piece in text.split_whitespace() {
        let Some(name) = piece
            .strip_prefix('{')
            .and_then(|piece| piece.strip_suffix('}'))
        else {
            parts.extend(Phrase::words(piece).into_iter().map(PhrasePart::Word));
            continue;
        };
        let (name, optional) = match name.strip_suffix('?') {
            Some(name) => (name, true),
            None => (name, false),
        };
        let Some(list) = known.words.iter().position(|list| list.name == name) else {
            let names: Vec<&str> = known.words.iter().map(|list| list.name.as_str()).collect();
            decoder.unknown_name(node.span, "list of words", name, &names);
            return None;
        };
        parts.push(PhrasePart::OneOf { list, optional });
    }
    let may_be_empty = |part: &PhrasePart| matches!(part, PhrasePart::OneOf { optional: true, .. });
    if parts.iter().all(may_be_empty) {
        decoder.report(node.span, "this phrase has no words", "write at least one");
        return None;
    }
    let phrase = Phrase(parts);
    let place = decoder.place(node.span);
    if let Some(first) = known.phrases.get(&phrase) {
        let message = format!("the phrase `{text}` is given twice");
        let help = "leave one of them out: only the first would ever count";
        decoder.report_twice(message, place, first.clone(), help);
        return None;
    }
    known.phrases.insert(phrase.clone(), place);
    Some(phrase)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::rules::entries::trial::{complaints, decoded};

    /// Everything but the triggers.
    const REST: &str = "\
words: { be: [is, was], adverb: [clearly] }
clauses: { joiners: [and], subjects: [she], asides: [with], verbs: [is], determiners: [the], breaks: [or], prepositions: [of] }
records: [report]
";

    fn with(triggers: &str) -> String {
        format!("{REST}triggers:\n{triggers}")
    }

    #[test]
    fn triggers_are_decoded() {
        let text =
            with("  - { id: a, means: absent, says: [\"{be} not {adverb?} seen\", \"isn't\"] }\n");
        let (found, problems) = decoded(&text, decode);
        assert!(problems.is_empty(), "{problems:?}");
        let found = found.unwrap();
        let trigger = found.triggers.first().unwrap();
        assert_eq!(trigger.reach, Reach::Forward);
        let word = |word: &str| PhrasePart::Word(word.to_owned());
        let list = |list, optional| PhrasePart::OneOf { list, optional };
        assert_eq!(
            trigger.says,
            [
                Phrase(vec![
                    list(0, false),
                    word("not"),
                    list(1, true),
                    word("seen")
                ]),
                Phrase(vec![word("is"), word("not")]),
            ]
        );
    }

    #[test]
    fn every_mistake_of_a_trigger_is_told() {
        let triggers = "  \
  - { id: a, means: absnt, says: [no], scope: both }
  - { id: b, means: absent, reach: before, says: [] }
  - { id: c, means: absent, says: [\"{bee} not\", \"{adverb?}\", \"not one\"] }
  - { id: c, means: absent, says: [\"not  one\"] }
  - { means: absent, says: [without] }
";
        assert_eq!(
            complaints(&with(triggers), decode),
            [
                "t.yaml:5:21: unknown value `absnt` (did you mean `absent`?)",
                "t.yaml:5:40: unknown key `scope` in a trigger (known: id, means, reach, says)",
                "t.yaml:6:36: unknown value `before` (known: forward, backward, both, phrase)",
                "t.yaml:6:50: this list is empty",
                "t.yaml:7:36: unknown list of words `bee` (did you mean `be`?)",
                "t.yaml:7:49: this phrase has no words",
                "t.yaml:8:11: trigger `c` is given twice (give each trigger an id of its own)",
                "t.yaml:8:36: the phrase `not  one` is given twice (leave one of them out: only the first would ever count)",
                "t.yaml:9:7: a trigger needs the key `id`",
            ]
        );
    }

    #[test]
    fn every_mistake_of_the_other_lists_is_told() {
        let text = "words: [is]\nclauses: { verbs: [had been], joiner: [and] }\nrecords: []\ntriggers: []\n";
        let told = complaints(text, decode);
        for part in [
            "t.yaml:1:8: expected lists of words",
            "t.yaml:2:20: `had been` is not one word",
            "unknown key `joiner`",
            "needs the key `subjects`",
            "t.yaml:3:10: this list is empty",
            "t.yaml:4:11: this list is empty",
        ] {
            assert!(
                told.iter().any(|told| told.contains(part)),
                "{part} in {told:#?}"
            );
        }
    }
}
