//! Lines in colour that are wrapped with a hanging indent.

use std::fmt::{self, Write};

use miette::ThemeStyles;

use crate::check::Truth;
use crate::finding::Severity;
use crate::report::full::Drawing;
use crate::report::printable::one_line;

/// What a piece of a line is, which decides its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ink {
    Plain,
    /// Headings and names.
    Strong,
    /// What may be passed over.
    Faint,
    /// Words of the letter.
    Quote,
    /// A finding.
    Severity(Severity),
    /// The truth of a condition.
    Truth(Truth),
}

/// One line before it is wrapped: pieces with their inks. A space at the border of two pieces stands in one
/// of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Line(Vec<(Ink, String)>);

impl Line {
    /// A line of one piece.
    pub(super) fn of(ink: Ink, text: &str) -> Self {
        Self::default().then(ink, text)
    }

    /// The same line with another piece. What it says is made printable.
    pub(super) fn then(mut self, ink: Ink, text: &str) -> Self {
        self.0.push((ink, one_line(text).into_owned()));
        self
    }

    /// The same line with another behind it.
    pub(super) fn followed(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// Adds to the last piece where that has the same ink, so that colours are not set again and again.
    fn push(&mut self, ink: Ink, text: &str) {
        match self.0.last_mut().filter(|(last, _)| *last == ink) {
            Some((_, piece)) => piece.push_str(text),
            None if text.is_empty() => {}
            None => self.0.push((ink, text.to_owned())),
        }
    }

    /// Adds the space before a word of this ink.
    fn push_space(&mut self, ink: Ink) {
        let same = self.0.last().is_some_and(|(last, _)| *last == ink);
        self.push(if same { ink } else { Ink::Plain }, " ");
    }

    /// How many columns it takes unwrapped.
    pub(super) fn columns(&self) -> usize {
        self.0.iter().map(|(_, text)| text.chars().count()).sum()
    }

    /// What it says, without inks.
    #[cfg(test)]
    pub(super) fn text(&self) -> String {
        self.0.iter().map(|(_, text)| text.as_str()).collect()
    }

    /// Its words; one that lies across a border of pieces has several.
    fn words(&self) -> Vec<Vec<(Ink, &str)>> {
        let mut words: Vec<Vec<(Ink, &str)>> = vec![Vec::new()];
        for (ink, text) in &self.0 {
            for (at, part) in text.split(' ').enumerate() {
                if at > 0 {
                    words.push(Vec::new());
                }
                if let Some(word) = words.last_mut().filter(|_| !part.is_empty()) {
                    word.push((*ink, part));
                }
            }
        }
        words.retain(|word| !word.is_empty());
        words
    }
}

/// Where lines are written, with its width and colours.
pub(super) struct Page<'o> {
    out: &'o mut dyn Write,
    width: usize,
    drawing: Drawing,
    styles: ThemeStyles,
}

impl<'o> Page<'o> {
    pub(super) fn new(out: &'o mut dyn Write, width: usize, drawing: Drawing) -> Self {
        Self {
            out,
            width,
            drawing,
            styles: ThemeStyles::ansi(),
        }
    }

    /// The columns of a line.
    pub(super) fn width(&self) -> usize {
        self.width
    }

    /// The sign before a finding, as the full report draws it.
    pub(super) fn sign(&self, severity: Severity) -> &'static str {
        match (severity, self.drawing) {
            (Severity::Error, Drawing::Ascii) => "x",
            (Severity::Warning, Drawing::Ascii) => "!",
            (Severity::Note, Drawing::Ascii) => ">",
            (Severity::Error, _) => "×",
            (Severity::Warning, _) => "⚠",
            (Severity::Note, _) => "☞",
        }
    }

    pub(super) fn blank(&mut self) -> fmt::Result {
        self.out.write_char('\n')
    }

    /// Writes a line at `indent`; what does not fit stands on further lines at `hanging`.
    pub(super) fn line(&mut self, indent: usize, hanging: usize, line: &Line) -> fmt::Result {
        self.labelled(&Line::default(), indent, hanging, line)
    }

    /// Writes `label` from the first column, and `line` beside it at `indent`; what does not fit stands on
    /// further lines at `hanging`. A label that is too long has its line to itself.
    pub(super) fn labelled(
        &mut self,
        label: &Line,
        indent: usize,
        hanging: usize,
        line: &Line,
    ) -> fmt::Result {
        let mut row = label.clone();
        let mut margin = indent;
        let mut filled = false;
        for word in line.words() {
            let length: usize = word.iter().map(|(_, text)| text.chars().count()).sum();
            let is_too_long = !filled && row.columns() > 0 && row.columns() >= margin;
            if is_too_long || (filled && row.columns() + 1 + length > self.width) {
                self.row(&row)?;
                row = Line::default();
                margin = if filled { hanging } else { indent };
                filled = false;
            }
            if !filled {
                row.push(Ink::Plain, &" ".repeat(margin - row.columns()));
            }
            for (at, (ink, text)) in word.into_iter().enumerate() {
                if filled && at == 0 {
                    row.push_space(ink);
                }
                row.push(ink, text);
            }
            filled = true;
        }
        self.row(&row)
    }

    /// Writes one row.
    fn row(&mut self, row: &Line) -> fmt::Result {
        for (ink, text) in &row.0 {
            self.paint(*ink, text)?;
        }
        self.out.write_char('\n')
    }

    fn paint(&mut self, ink: Ink, text: &str) -> fmt::Result {
        let styles = &self.styles;
        let style = match ink {
            _ if self.drawing != Drawing::Coloured => return self.out.write_str(text),
            Ink::Plain => return self.out.write_str(text),
            Ink::Strong => styles.error.default_color().bold(),
            Ink::Faint => styles.linum,
            Ink::Quote => styles.help,
            Ink::Severity(Severity::Error) | Ink::Truth(Truth::False) => styles.error,
            Ink::Severity(Severity::Warning) | Ink::Truth(Truth::Unknown) => styles.warning,
            Ink::Severity(Severity::Note) => styles.advice,
            Ink::Truth(Truth::True) => styles.error.green(),
        };
        write!(self.out, "{}", style.style(text))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn written(drawing: Drawing, write: impl Fn(&mut Page<'_>) -> fmt::Result) -> String {
        let mut out = String::new();
        write(&mut Page::new(&mut out, 24, drawing)).unwrap();
        out
    }

    #[test]
    fn a_line_hangs_where_it_is_wrapped() {
        let line = Line::of(Ink::Plain, "one two three ")
            .then(Ink::Faint, "(")
            .then(Ink::Quote, "four five")
            .then(Ink::Faint, ") six");
        let plain = written(Drawing::Ascii, |page| page.line(2, 4, &line));
        assert_eq!(plain, "  one two three (four\n    five) six\n");
        let label = Line::of(Ink::Strong, "  name");
        let beside = written(Drawing::Plain, |page| page.labelled(&label, 8, 8, &line));
        assert_eq!(beside, "  name  one two three\n        (four five) six\n");
        let below = written(Drawing::Plain, |page| page.labelled(&label, 4, 4, &line));
        assert_eq!(below, "  name\n    one two three (four\n    five) six\n");
    }

    #[test]
    fn colours_stand_around_words_and_nothing_else() {
        let line = Line::of(Ink::Truth(Truth::False), "false ").then(Ink::Plain, "a\u{1b}[1m");
        let coloured = written(Drawing::Coloured, |page| page.line(2, 2, &line));
        assert_eq!(coloured, "  \u{1b}[31mfalse\u{1b}[0m a␛[1m\n");
    }

    #[test]
    fn an_empty_line_is_a_line() {
        assert_eq!(
            written(Drawing::Ascii, |page| page.line(2, 2, &Line::default())),
            "\n"
        );
    }
}
