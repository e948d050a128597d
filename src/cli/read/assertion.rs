//! `imr-lint read assertions`: what a text says of a thing that it names.

use imr_lint::check::Linter;
use imr_lint::reading::zone::Zone;
use imr_lint::span::ByteSpan;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::cli::Failure;

/// A text and what it is asked about.
#[derive(Debug, Deserialize)]
pub(super) struct Row {
    text: String,
    target: Target,
}

/// The place of a target in its row.
#[derive(Clone, Copy, Debug, Deserialize)]
struct Target {
    start: usize,
    end: usize,
}

/// What to send for a row.
pub(super) const EXAMPLE: &str =
    "{\"text\": \"There is no weakness.\", \"target\": {\"start\": 12, \"end\": 20}}";

impl Target {
    /// The target as a place in `text`.
    ///
    /// # Errors
    ///
    /// Says what is wrong with a place that is none: outside the text, inside a character, or without words.
    fn place(self, text: &str) -> Result<ByteSpan, String> {
        let Self { start, end } = self;
        let bytes = text.len();
        if start >= end {
            return Err(format!("the target {start}..{end} is empty"));
        }
        if end > bytes {
            let message =
                format!("the target {start}..{end} ends behind the text of {bytes} bytes");
            return Err(message);
        }
        match text.get(start..end) {
            Some(words) if words.trim().is_empty() => {
                Err(format!("the target {start}..{end} is white space"))
            }
            Some(_) => Ok(ByteSpan::new(start, end)),
            None => Err(format!("the target {start}..{end} cuts a character in two")),
        }
    }
}

/// The place of `words`, which must stand in `text` once, as whole words.
///
/// # Errors
///
/// Says how often they stand there.
fn find(text: &str, words: &str) -> Result<ByteSpan, String> {
    let words = words.trim();
    let is_word = |char: Option<char>| char.is_some_and(char::is_alphanumeric);
    let cut = |at: usize, outer: Option<char>| {
        let inner = text.get(at..).and_then(|rest| rest.chars().next());
        is_word(outer) && is_word(inner)
    };
    let mut places = text.match_indices(words).filter(|(at, found)| {
        let before = text
            .get(..*at)
            .and_then(|before| before.chars().next_back());
        let last = found.chars().next_back();
        !found.is_empty() && !cut(*at, before) && !cut(at + found.len(), last)
    });
    match (places.next(), places.next()) {
        (Some((at, found)), None) => Ok(ByteSpan::new(at, at + found.len())),
        (None, _) => Err(format!("`{words}` does not stand in: {text}")),
        (Some(_), Some(_)) => Err(format!("`{words}` stands more than once in: {text}")),
    }
}

/// What `text` says of `target`.
fn answer(linter: &Linter, text: &str, target: ByteSpan) -> Value {
    let reader = linter.reader();
    let sentences = reader.sentences(text);
    let around = sentences
        .iter()
        .filter(|sentence| sentence.overlaps(target));
    let sentence = around.fold(target, |joined, sentence| joined.joined(*sentence));
    let zones = reader.zones(text, &sentences);
    let zone = zones.iter().find(|zoned| zoned.span.overlaps(target));
    let zone = zone.map_or(Zone::default(), |zoned| zoned.zone_of(target));
    let assertions = reader.assertions();
    let said = assertions.scene(text, sentence).of(target, zone);
    let cue = said.cue.map(
        |cue| json!({ "text": cue.span.of(text), "start": cue.span.start, "end": cue.span.end }),
    );
    json!({
        "polarity": said.polarity.name(),
        "modality": said.modality.name(),
        "time": said.time.name(),
        "holder": said.holder.name(),
        "cue": cue,
        "rule": said.cue.map(|cue| assertions.trigger_id(cue.trigger)),
    })
}

/// The answer to a row.
///
/// # Errors
///
/// Says what is wrong with a target that is no place in the text.
pub(super) fn answer_row(linter: &Linter, row: &Row) -> Result<Value, String> {
    let target = row.target.place(&row.text)?;
    Ok(answer(linter, &row.text, target))
}

/// The answer to a text and the words of `--target`, as a row of a table: the cue by its words alone.
pub(super) fn answer_argument(
    linter: &Linter,
    text: &str,
    target: Option<&str>,
) -> Result<Value, Failure> {
    let Some(target) = target else {
        return Err(Failure::new(
            "nothing says what the assertion is to be about",
            "name words of TEXT, as in: imr-lint read assertions \"There is no weakness.\" --target weakness",
        ));
    };
    let place = find(text, target)
        .map_err(|problem| Failure::new(problem, "give --target words that stand in TEXT once"))?;
    let mut answer = answer(linter, text, place);
    if let Some(cue) = answer.get_mut("cue") {
        let words = cue.get("text").cloned();
        *cue = words.unwrap_or_default();
    }
    Ok(json!({ "assertions": [answer] }))
}

/// What is said when `--target` is given for something else.
pub(super) fn target_refused() -> Failure {
    Failure::new(
        "--target is for assertions only",
        "leave it out, or write: imr-lint read assertions TEXT --target WORDS",
    )
}
