//! Words of amounts, times and doses: `language: quantities:`.

use std::collections::HashMap;

use crate::reading::quantity::{
    CountUnit, DoseUnit, QuantityWords, Rate, Region, TimeUnit, WordClass,
};
use crate::rules::decode::{Decoder, Fields, Located, quoted};
use crate::rules::problem::RulePlace;
use crate::rules::yaml::{Key, Node};

/// The largest number that one word stands for.
const MAX_NUMBER: i64 = 100;

/// The form of the keys of `rates`.
const RATE_FORM: &str = "`2 per day` or `1 per 2 day`";

/// Decodes `language.quantities`. `None`, reported, when it is no map.
pub(crate) fn decode(decoder: &mut Decoder, node: &Node) -> Option<QuantityWords> {
    let mut fields = decoder.fields(node, "the words of quantities")?;
    let mut words = Words::default();
    words.numbers(decoder, &mut fields, "numbers", WordClass::Number);
    words.numbers(decoder, &mut fields, "repetitions", WordClass::Repetition);
    fields.required(decoder, "months", |d, node| words.months(d, node));
    fields.required(decoder, "rates", |d, node| words.rates(d, node));
    let units = TimeUnit::NAMES;
    words.named(decoder, &mut fields, "time_units", &units, WordClass::Time);
    words.named(
        decoder,
        &mut fields,
        "short_time_units",
        &units,
        WordClass::ShortTime,
    );
    words.named(
        decoder,
        &mut fields,
        "counted",
        &CountUnit::NAMES,
        WordClass::Counted,
    );
    let not_percent = |(_, unit): &(&str, DoseUnit)| *unit != DoseUnit::Percent;
    let doses: Vec<_> = DoseUnit::NAMES.into_iter().filter(not_percent).collect();
    words.named(decoder, &mut fields, "dose_units", &doses, WordClass::Dose);
    words.named(
        decoder,
        &mut fields,
        "spine",
        &Region::NAMES,
        WordClass::Spine,
    );
    for (key, class) in WordClass::LISTS {
        fields.required(decoder, key, |d, node| words.list(d, node, class));
    }
    fields.finish(decoder);
    Some(QuantityWords { words: words.words })
}

/// The words decoded so far.
#[derive(Debug, Default)]
struct Words {
    words: Vec<(String, WordClass)>,
    /// Where each word was given: none can mean two things.
    given: HashMap<String, RulePlace>,
}

impl Words {
    /// Adds one word. It must be one that the reader can meet, and new.
    fn add(&mut self, decoder: &mut Decoder, word: Located<String>, class: WordClass) {
        let Located { value, place } = word;
        if !is_word(&value) {
            decoder.report_with_help(
                place.span,
                format!("`{}` can never be found: it is no single word in lower case", quoted(&value)),
                "not one word",
                Some("write one word without spaces, digits, dots and hyphens; of a name list its last word".to_owned()),
            );
            return;
        }
        match self.given.get(&value) {
            Some(first) => decoder.report_twice(
                format!("`{}` is listed twice", quoted(&value)),
                place,
                first.clone(),
                "a word can mean one thing only: keep one of the two",
            ),
            None => {
                self.given.insert(value.clone(), place);
                self.words.push((value, class));
            }
        }
    }

    /// A list of words of one class.
    fn list(&mut self, decoder: &mut Decoder, node: &Node, class: WordClass) -> Option<()> {
        for word in decoder.located_texts(node)? {
            self.add(decoder, word, class);
        }
        Some(())
    }

    /// A map from words to whole numbers.
    fn numbers(
        &mut self,
        decoder: &mut Decoder,
        fields: &mut Fields<'_>,
        key: &'static str,
        class: fn(u32) -> WordClass,
    ) {
        fields.required(decoder, key, |d, node| {
            for (word, number) in d.entries(node, "words and their numbers")? {
                let number = d.whole_number(number, 0..=MAX_NUMBER);
                if let Some(number) = number.and_then(|number| u32::try_from(number).ok()) {
                    let word = d.locate(word.name.clone().into_owned(), word.span);
                    self.add(d, word, class(number));
                }
            }
            Some(())
        });
    }

    /// A map from the names of units to lists of words.
    fn named<T: Copy>(
        &mut self,
        decoder: &mut Decoder,
        fields: &mut Fields<'_>,
        key: &'static str,
        names: &[(&'static str, T)],
        class: fn(T) -> WordClass,
    ) {
        fields.required(decoder, key, |d, node| {
            for (name, list) in d.entries(node, "units and their words")? {
                if let Some((_, unit)) = names.iter().find(|(known, _)| *known == name.name) {
                    self.list(d, list, class(*unit));
                } else {
                    let known: Vec<_> = names.iter().map(|(known, _)| *known).collect();
                    d.unknown_name(name.span, "unit", &name.name, &known);
                }
            }
            Some(())
        });
    }

    /// Twelve lists, January first.
    fn months(&mut self, decoder: &mut Decoder, node: &Node) -> Option<()> {
        let lists = decoder.list(node, Decoder::located_texts)?;
        if lists.len() != 12 {
            let message = format!("expected the names of 12 months, found {}", lists.len());
            decoder.report(node.span, message, "one list for each month, January first");
        }
        for (names, month) in lists.into_iter().zip(1..=12) {
            for name in names {
                self.add(decoder, name, WordClass::Month(month));
            }
        }
        Some(())
    }

    /// A map from frequencies, `2 per day`, to lists of words.
    fn rates(&mut self, decoder: &mut Decoder, node: &Node) -> Option<()> {
        for (key, list) in decoder.entries(node, "frequencies and their words")? {
            if let Some(rate) = rate(decoder, key) {
                self.list(decoder, list, WordClass::Rate(rate));
            }
        }
        Some(())
    }
}

/// Whether the reader can meet `word`: lower-case letters, with a slash between two of them ("y/o").
fn is_word(word: &str) -> bool {
    let letters =
        |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase());
    match word.split_once('/') {
        Some((first, second)) => {
            first.len() == 1 && second.len() == 1 && letters(first) && letters(second)
        }
        None => letters(word),
    }
}

/// `2 per day`, `1 per 2 day`.
fn rate(decoder: &mut Decoder, key: &Key) -> Option<Rate> {
    let parts: Vec<_> = key.name.split_whitespace().collect();
    let (times, every, unit) = match parts.as_slice() {
        [times, "per", unit] => (times.parse().ok(), Some(1), unit),
        [times, "per", every, unit] => (times.parse().ok(), every.parse().ok(), unit),
        _ => (None, None, &""),
    };
    let known = TimeUnit::NAMES.iter().find(|(name, _)| name == unit);
    let (Some(times @ 1..), Some(every @ 1..)) = (times, every) else {
        let message = format!(
            "expected a frequency as {RATE_FORM}, found `{}`",
            quoted(&key.name)
        );
        decoder.report(key.span, message, "no frequency");
        return None;
    };
    let Some((_, unit)) = known else {
        let names = TimeUnit::NAMES.map(|(name, _)| name);
        decoder.unknown_name(key.span, "unit of time", unit, &names);
        return None;
    };
    Some(Rate {
        times,
        every,
        unit: *unit,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::entries::trial::{complaints, decoded};

    const SHIPPED: &str = include_str!("../../../rules/language/quantities.yaml");

    /// The shipped words without the two keys above them.
    fn shipped() -> String {
        let lines = SHIPPED.lines().filter(|line| line.starts_with("    "));
        lines.map(|line| format!("{}\n", &line[4..])).collect()
    }

    #[test]
    fn the_shipped_words_are_right() {
        let (words, problems) = decoded(&shipped(), decode);
        assert!(problems.is_empty(), "{problems:?}");
        let words = words.unwrap_or_default().words;
        let class = |word| {
            words
                .iter()
                .find(|(given, _)| given == word)
                .map(|(_, class)| *class)
        };
        let every_second_day = Rate {
            times: 1,
            every: 2,
            unit: TimeUnit::Day,
        };
        assert_eq!(class("qod"), Some(WordClass::Rate(every_second_day)));
        assert_eq!(class("no"), Some(WordClass::None));
        assert_eq!(class("december"), Some(WordClass::Month(12)));
        assert_eq!(class("lumbar"), Some(WordClass::Spine(Region::Lumbar)));
    }

    #[test]
    fn every_mistake_is_told() {
        let text = shipped()
            .replace("halves: [half]", "halves: [half, Half, one half]")
            .replace("1 per month:", "1 per moth:")
            .replace("4 per day:", "four per day:")
            .replace("  mcg:", "  mcgg:")
            .replace("of: [of]", "of: [or]")
            .replace("hundred: 100", "hundred: 1000");
        let complaints: Vec<_> = complaints(&text, decode)
            .iter()
            .filter_map(|line| Some(line.splitn(4, ':').nth(3)?.trim().to_owned()))
            .collect();
        assert_eq!(
            complaints,
            [
                "1000 is out of range: expected 0 to 100",
                "`Half` can never be found: it is no single word in lower case (write one word without spaces, \
                 digits, dots and hyphens; of a name list its last word)",
                "`one half` can never be found: it is no single word in lower case (write one word without \
                 spaces, digits, dots and hyphens; of a name list its last word)",
                "expected a frequency as `2 per day` or `1 per 2 day`, found `four per day`",
                "unknown unit of time `moth` (did you mean `month`?)",
                "unknown unit `mcgg` (did you mean `mcg`?)",
                "`or` is listed twice (a word can mean one thing only: keep one of the two)",
            ]
        );
    }
}
