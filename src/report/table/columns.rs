//! The columns of the table.

use super::row::{FindingCells, ItemCells, Row};
use crate::reading::date::Date;

/// What stands in a cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value<'r> {
    /// Nothing: the letter does not say, or the column does not concern the row.
    Null,
    /// A text.
    Text(&'r str),
    /// Several texts.
    Texts(&'r [String]),
    /// A whole number.
    Integer(i64),
    /// A day.
    Date(Date),
    /// Yes or no.
    Flag(bool),
}

/// The type of a column; each of its cells has that type or is [`Value::Null`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// [`Value::Text`].
    Text,
    /// [`Value::Texts`], never null.
    Texts,
    /// [`Value::Integer`].
    Integer,
    /// [`Value::Date`].
    Date,
    /// [`Value::Flag`].
    Flag,
}

impl Kind {
    /// The word in the documentation.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Texts => "list",
            Self::Integer => "integer",
            Self::Date => "date",
            Self::Flag => "boolean",
        }
    }
}

/// A column.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// Its type.
    pub kind: Kind,
    /// What stands in it, for people.
    pub about: &'static str,
    /// Its cell in a row.
    pub value: for<'r> fn(&'r Row) -> Value<'r>,
}

const fn column(
    name: &'static str,
    kind: Kind,
    about: &'static str,
    value: for<'r> fn(&'r Row) -> Value<'r>,
) -> Column {
    Column {
        name,
        kind,
        about,
        value,
    }
}

/// All columns, in their order. New ones are only added at the end.
#[rustfmt::skip]
pub const COLUMNS: &[Column] = &[
    column("row", Kind::Text, "`item`, `finding` or `problem`", |row| Value::Text(row.of.name())),
    column("path", Kind::Text, "the letter, or the waivers file", |row| Value::Text(&row.letter.path)),
    column("case_number", Kind::Text, "from the front matter", |row| text(row.letter.case_number.as_ref())),
    column("decision_date", Kind::Date, "from the front matter or `--as-of`", |row| date(row.letter.decision_date)),
    column("item", Kind::Integer, "number of the item; null: the letter as a whole", |row| of_item(row, |item| integer(item.number))),
    column("heading", Kind::Text, "its heading without the decision word", |row| of_item(row, |item| text(item.heading.as_ref()))),
    column("decision", Kind::Text, "`upheld`, `overturned`, or null when the word is neither", |row| of_item(row, |item| said(item.decision))),
    column("conclusion", Kind::Text, "`necessary`, `not-necessary`, `mixed`, `none`", |row| of_item(row, |item| Value::Text(item.conclusion))),
    column("treatments", Kind::Texts, "treatment classes in dispute", |row| of_item_or_none(row, |item| &item.treatments)),
    column("count_min", Kind::Integer, "the stated count, its lower end", |row| of_item(row, |item| count(item.count.map(|range| range.min)))),
    column("count_max", Kind::Integer, "its upper end", |row| of_item(row, |item| count(item.count.map(|range| range.max)))),
    column("derived_min", Kind::Integer, "frequency times duration, its lower end", |row| of_item(row, |item| count(item.derived.map(|range| range.min)))),
    column("derived_max", Kind::Integer, "its upper end", |row| of_item(row, |item| count(item.derived.map(|range| range.max)))),
    column("unit", Kind::Text, "what is counted: `visit`, `study`", |row| of_item(row, |item| text(item.unit.as_ref()))),
    column("frequency", Kind::Text, "`2/week`, `1-3/week`", |row| of_item(row, |item| text(item.frequency.as_ref()))),
    column("duration", Kind::Text, "`6 week`", |row| of_item(row, |item| text(item.duration.as_ref()))),
    column("body_parts", Kind::Texts, "`left knee`, `lumbar-spine L4-L5`", |row| of_item_or_none(row, |item| &item.body_parts)),
    column("editions", Kind::Texts, "guideline editions that the reviewer cites", |row| of_item_or_none(row, |item| &item.editions)),
    column("errors", Kind::Integer, "errors reported for the item", |row| of_item(row, |item| integer(item.errors))),
    column("warnings", Kind::Integer, "warnings reported for the item", |row| of_item(row, |item| integer(item.warnings))),
    column("notes", Kind::Integer, "notes reported for the item", |row| of_item(row, |item| integer(item.notes))),
    column("rule", Kind::Text, "public id", |row| of_finding(row, |found| Value::Text(&found.rule))),
    column("severity", Kind::Text, "`error`, `warning`, `note`", |row| of_finding(row, |found| Value::Text(found.severity.name()))),
    column("message", Kind::Text, "of a finding, or why the letter could not be read", |row| match row.of.problem() {
        Some(problem) => Value::Text(&problem.message),
        None => of_finding(row, |found| Value::Text(&found.message)),
    }),
    column("line", Kind::Integer, "of the primary label, in the text as it was read", |row| of_finding(row, |found| place(found.position.map(|at| at.line)))),
    column("column", Kind::Integer, "in characters, from 1", |row| of_finding(row, |found| place(found.position.map(|at| at.column)))),
    column("page", Kind::Integer, "from 1", |row| of_finding(row, |found| place(found.position.map(|at| at.page)))),
    column("place", Kind::Text, "where a person finds it in the document: `page 2, line 14`", |row| of_finding(row, |found| text(found.place.as_ref()))),
    column("words", Kind::Text, "the words of the primary label", |row| of_finding(row, |found| text(found.words.as_ref()))),
    column("labels", Kind::Text, "all labels, a JSON array as in [json.md](json.md)", |row| of_finding(row, |found| Value::Text(&found.labels))),
    column("help", Kind::Text, "what to do", |row| match row.of.problem() {
        Some(problem) => text(problem.help.as_ref()),
        None => of_finding(row, |found| text(found.help.as_ref())),
    }),
    column("source", Kind::Text, "the regulation or guideline", |row| of_finding(row, |found| text(found.source.as_ref()))),
    column("fingerprint", Kind::Text, "identity of the finding", |row| of_finding(row, |found| Value::Text(&found.fingerprint))),
    column("waived", Kind::Flag, "whether a waiver keeps it from being reported", |row| of_finding(row, |found| Value::Flag(found.reported.is_waived()))),
    column("waiver_reason", Kind::Text, "why", |row| of_finding(row, |found| said(found.reported.waiver_reason()))),
    column("known", Kind::Flag, "whether the baseline knows it, so that it is not reported", |row| of_finding(row, |found| Value::Flag(found.reported.is_known()))),
];

fn of_item<'r>(row: &'r Row, value: fn(&'r ItemCells) -> Value<'r>) -> Value<'r> {
    row.item.as_deref().map_or(Value::Null, value)
}

fn of_item_or_none<'r>(row: &'r Row, texts: fn(&'r ItemCells) -> &'r [String]) -> Value<'r> {
    Value::Texts(row.item.as_deref().map_or(&[], texts))
}

fn of_finding<'r>(row: &'r Row, value: fn(&'r FindingCells) -> Value<'r>) -> Value<'r> {
    row.of.finding().map_or(Value::Null, value)
}

fn text(text: Option<&String>) -> Value<'_> {
    said(text.map(String::as_str))
}

fn said(text: Option<&str>) -> Value<'_> {
    text.map_or(Value::Null, Value::Text)
}

fn date(date: Option<Date>) -> Value<'static> {
    date.map_or(Value::Null, Value::Date)
}

fn integer(number: usize) -> Value<'static> {
    i64::try_from(number).map_or(Value::Null, Value::Integer)
}

fn place(number: Option<usize>) -> Value<'static> {
    number.map_or(Value::Null, integer)
}

fn count(number: Option<u32>) -> Value<'static> {
    number.map_or(Value::Null, |number| Value::Integer(i64::from(number)))
}
