//! Amounts in limits: `6 visits`, `3..6 visits`, `1..3 per week`, `6..8 weeks`.

use std::ops::Range;

use crate::rules::decode::{Decoder, Located, quoted, suggestion};
use crate::rules::pack::{Bounds, TimeUnit, Timed};
use crate::rules::yaml::{Node, Value};
use crate::span::SourceSpan;

/// The largest number of a limit. Larger ones are slips of the keyboard.
const MAX_AMOUNT: u32 = 99_999;

const TIME_UNITS: [(&str, TimeUnit); 8] = [
    ("day", TimeUnit::Day),
    ("days", TimeUnit::Day),
    ("week", TimeUnit::Week),
    ("weeks", TimeUnit::Week),
    ("month", TimeUnit::Month),
    ("months", TimeUnit::Month),
    ("year", TimeUnit::Year),
    ("years", TimeUnit::Year),
];

/// A number of what is counted, `3..6 visits`, and the word for it as written. Whether something is
/// counted in it is known only when the whole pack is.
pub(super) fn amount(decoder: &mut Decoder, node: &Node) -> Option<(Bounds, Located<String>)> {
    const FORM: &str = "`6 visits` or `3..6 visits`";
    let text = amount_text(decoder, node, FORM)?;
    let (numbers, unit) = two_words(decoder, node, &text, FORM)?;
    let bounds = bounds(decoder, node, &text, numbers)?;
    let span = decoder.part(node, unit.clone());
    Some((bounds, decoder.locate(text[unit].to_owned(), span)))
}

/// How often in a unit of time, `1..3 per week`.
pub(super) fn frequency(decoder: &mut Decoder, node: &Node) -> Option<Timed> {
    const FORM: &str = "`2 per week` or `1..3 per week`";
    let text = amount_text(decoder, node, FORM)?;
    let words = words(&text);
    let [numbers, per, unit] = words.as_slice() else {
        return wrong_form(decoder, node, &text, FORM);
    };
    if &text[per.clone()] != "per" {
        return wrong_form(decoder, node, &text, FORM);
    }
    let bounds = bounds(decoder, node, &text, numbers.clone());
    let unit = time_unit(decoder, node, &text, unit.clone());
    Some(Timed {
        bounds: bounds?,
        unit: unit?,
    })
}

/// A length of time, `6..8 weeks`.
pub(super) fn duration(decoder: &mut Decoder, node: &Node) -> Option<Timed> {
    const FORM: &str = "`8 weeks` or `6..8 weeks`";
    let text = amount_text(decoder, node, FORM)?;
    let (numbers, unit) = two_words(decoder, node, &text, FORM)?;
    let bounds = bounds(decoder, node, &text, numbers);
    let unit = time_unit(decoder, node, &text, unit);
    Some(Timed {
        bounds: bounds?,
        unit: unit?,
    })
}

fn amount_text(decoder: &mut Decoder, node: &Node, form: &str) -> Option<String> {
    if matches!(node.value, Value::Int(_) | Value::Float(_)) {
        decoder.report_with_help(
            node.span,
            "a number alone does not say what is counted",
            "the unit is missing",
            Some(format!("write {form}")),
        );
        return None;
    }
    decoder.text(node)
}

fn wrong_form<T>(decoder: &mut Decoder, node: &Node, text: &str, form: &str) -> Option<T> {
    decoder.report_with_help(
        node.span,
        format!("`{}` is no amount", quoted(text)),
        "not understood",
        Some(format!("write {form}")),
    );
    None
}

/// The numbers and the unit.
fn two_words(
    decoder: &mut Decoder,
    node: &Node,
    text: &str,
    form: &str,
) -> Option<(Range<usize>, Range<usize>)> {
    match words(text).as_slice() {
        [numbers, unit] => Some((numbers.clone(), unit.clone())),
        [numbers] => {
            bounds(decoder, node, text, numbers.clone())?;
            decoder.report_with_help(
                node.span,
                format!("`{}` does not say what is counted", quoted(text)),
                "the unit is missing",
                Some(format!("write {form}")),
            );
            None
        }
        _ => wrong_form(decoder, node, text, form),
    }
}

/// `6` or `3..6`, in `text[at]`.
fn bounds(decoder: &mut Decoder, node: &Node, text: &str, at: Range<usize>) -> Option<Bounds> {
    let written = &text[at.clone()];
    let span = decoder.part(node, at.clone());
    let Some((low, high)) = written.split_once("..") else {
        let number = number(decoder, node, text, at)?;
        return Some(Bounds {
            min: number,
            max: number,
        });
    };
    let missing = match (low.is_empty(), high.is_empty()) {
        (false, false) => {
            let middle = at.start + low.len();
            let min = number(decoder, node, text, at.start..middle);
            let max = number(decoder, node, text, middle + 2..at.end);
            return ordered(decoder, span, min?, max?);
        }
        (false, true) => "highest",
        (true, false) => "lowest",
        (true, true) => "lowest and highest",
    };
    decoder.report_with_help(
        span,
        format!("the range `{}` lacks its {missing} number", quoted(written)),
        "an open range is no limit",
        Some("write both ends, `3..6`, or one number alone".to_owned()),
    );
    None
}

fn ordered(decoder: &mut Decoder, span: SourceSpan, min: u32, max: u32) -> Option<Bounds> {
    if min <= max {
        return Some(Bounds { min, max });
    }
    decoder.report_with_help(
        span,
        format!("the range `{min}..{max}` runs backwards"),
        "the first number is the larger one",
        Some(format!("did you mean `{max}..{min}`?")),
    );
    None
}

/// The number in `text[at]`.
fn number(decoder: &mut Decoder, node: &Node, text: &str, at: Range<usize>) -> Option<u32> {
    let written = &text[at.clone()];
    let span = decoder.part(node, at);
    let is_number = !written.is_empty() && written.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number {
        let is_dashed =
            written.contains(['-', '\u{2013}']) && written.starts_with(char::is_numeric);
        let help = is_dashed.then(|| {
            let dotted = written.replace(['-', '\u{2013}'], "..");
            format!("did you mean `{}`?", quoted(&dotted))
        });
        let message = format!("`{}` is not a whole number", quoted(written));
        decoder.report_with_help(span, message, "not a whole number", help);
        return None;
    }
    match written.parse::<u32>() {
        Ok(0) => {
            decoder.report(span, "0 is no limit", "must be at least 1");
            None
        }
        Ok(number) if number <= MAX_AMOUNT => Some(number),
        _ => {
            let message = format!("{} is too large for a limit", quoted(written));
            decoder.report(span, message, format!("must be at most {MAX_AMOUNT}"));
            None
        }
    }
}

/// The unit of time in `text[at]`.
fn time_unit(decoder: &mut Decoder, node: &Node, text: &str, at: Range<usize>) -> Option<TimeUnit> {
    let written = &text[at.clone()];
    let found = TIME_UNITS.iter().find(|(name, _)| *name == written);
    if found.is_none() {
        let names = TIME_UNITS.map(|(name, _)| name);
        let span = decoder.part(node, at);
        decoder.report_with_help(
            span,
            format!("unknown unit of time `{}`", quoted(written)),
            "no such unit of time",
            Some(suggestion(written, &names)),
        );
    }
    found.map(|(_, unit)| *unit)
}

/// The words of `text` as ranges of its bytes.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices() {
        match (c.is_whitespace(), start) {
            (false, None) => start = Some(at),
            (true, Some(begin)) => {
                words.push(begin..at);
                start = None;
            }
            _ => {}
        }
    }
    words.extend(start.map(|begin| begin..text.len()));
    words
}

#[cfg(test)]
mod tests;
