//! The text of a part of a Word file: its paragraphs, tables and text boxes in the order of reading.

use std::collections::{HashMap, HashSet};

use super::field::Fields;
use super::xml::{Element, Event, Reader, Vocabulary};
use super::{damaged, refused, run};
use crate::source::decode::Unreadable;
use crate::source::document::flow::Flow;

/// The text of notes by their ids.
pub(super) type Notes = HashMap<String, String>;

/// What other parts say about the text.
#[derive(Debug, Default)]
pub(super) struct Beside {
    pub(super) hidden_styles: HashSet<String>,
    pub(super) footnotes: Notes,
    pub(super) endnotes: Notes,
}

/// A part that is being read.
pub(super) struct Body<'b> {
    beside: &'b Beside,
    flow: Flow,
    /// What the elements that have not ended are.
    open: Vec<Part>,
    /// How many elements of one that is left out have not ended.
    skipped: usize,
    paragraphs: Vec<Paragraph>,
    /// Whether the runs that have not ended are hidden. There are several where one holds a text box.
    hidden_runs: Vec<bool>,
    fields: Fields,
    /// The content of the text element.
    said: String,
    /// Notes that were referred to and not yet written.
    due_notes: Vec<String>,
    notes: Notes,
    found_body: bool,
}

/// What an element is to the text.
#[derive(Debug)]
enum Part {
    Paragraph,
    ParagraphProperties,
    SectionProperties,
    Run,
    RunProperties,
    /// Text; with the white space at its ends, or without.
    Text {
        preserved: bool,
    },
    Row {
        deleted: bool,
    },
    RowProperties,
    Cell,
    TextBox,
    Note {
        id: String,
    },
    /// The same in several forms, of which one was taken or not.
    Alternatives {
        taken: bool,
    },
    Other,
    /// Left out, with all that is in it.
    Skipped,
}

#[derive(Debug, Default)]
struct Paragraph {
    hidden: bool,
    /// Its end was deleted: the next one goes on where it ends.
    goes_on: bool,
    /// A section that ends with it, and with the section the page.
    ends_page: bool,
}

impl<'b> Body<'b> {
    /// Reads a part from its beginning to its end.
    pub(super) fn read(xml: &str, beside: &'b Beside) -> Result<Self, Unreadable> {
        let mut body = Self {
            beside,
            flow: Flow::new(),
            open: Vec::new(),
            skipped: 0,
            paragraphs: Vec::new(),
            hidden_runs: Vec::new(),
            fields: Fields::default(),
            said: String::new(),
            due_notes: Vec::new(),
            notes: Notes::new(),
            found_body: false,
        };
        let mut reader = Reader::new(xml);
        while let Some(event) = reader.next()? {
            match event {
                Event::Start(_) if body.skipped > 0 => body.skipped += 1,
                Event::Start(element) => body.start(&element)?,
                Event::End if body.skipped > 0 => body.skipped -= 1,
                Event::End => body.end(),
                Event::Text(text) => body.text(&text),
            }
        }
        Ok(body)
    }

    /// The text of the document.
    pub(super) fn into_text(mut self) -> Result<Flow, Unreadable> {
        if !self.found_body {
            return Err(damaged("it has no text part"));
        }
        if self.fields.are_open() {
            return Err(damaged(
                "a field in it has no end, so what follows cannot be told from its instruction",
            ));
        }
        self.write_notes();
        Ok(self.flow)
    }

    /// The notes that are in the part.
    pub(super) fn into_notes(self) -> Notes {
        self.notes
    }

    fn start(&mut self, element: &Element<'_>) -> Result<(), Unreadable> {
        let part = match element.vocabulary {
            Vocabulary::Word => self.word(element)?,
            Vocabulary::Math if element.name() == "t" => Part::Text { preserved: true },
            Vocabulary::Compatibility => self.alternative(element),
            Vocabulary::Math | Vocabulary::Other => Part::Other,
        };
        match part {
            Part::Skipped => self.skipped = 1,
            part => self.open.push(part),
        }
        Ok(())
    }

    /// An element of text begins.
    fn word(&mut self, element: &Element<'_>) -> Result<Part, Unreadable> {
        let name = element.name();
        Ok(match (name, self.open.last()) {
            ("del" | "moveFrom", _) => self.deletion(),
            ("vanish" | "specVanish" | "rStyle" | "pStyle" | "pageBreakBefore" | "sectPr", _) => {
                self.property(element)
            }
            // Properties as they were before a change, and the settings of a control.
            (change, _) if change.ends_with("Change") => Part::Skipped,
            ("sdtPr", _) => Part::Skipped,
            ("altChunk" | "subDoc", _) => {
                return Err(refused(
                    "a part of its text is in another file",
                    "open it in Word, which takes in that text, and save it as a new document",
                ));
            }
            ("body", _) => {
                self.found_body = true;
                Part::Other
            }
            ("p", _) => {
                self.paragraphs.push(Paragraph::default());
                Part::Paragraph
            }
            ("r", _) => {
                self.hidden_runs.push(false);
                Part::Run
            }
            ("t", _) => Part::Text {
                preserved: element.attribute("space").as_deref() == Some("preserve"),
            },
            ("pPr", Some(Part::Paragraph)) => Part::ParagraphProperties,
            ("rPr", Some(Part::Run | Part::ParagraphProperties)) => {
                if matches!(self.open.last(), Some(Part::Run)) {
                    Part::RunProperties
                } else {
                    Part::ParagraphProperties
                }
            }
            ("trPr", Some(Part::Row { .. })) => Part::RowProperties,
            ("type", Some(Part::SectionProperties)) => {
                let goes_on = matches!(
                    element.attribute("val").as_deref(),
                    Some("continuous" | "nextColumn")
                );
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.ends_page &= !goes_on;
                }
                Part::Other
            }
            ("tr", _) => {
                self.flow.begin_row();
                Part::Row { deleted: false }
            }
            ("tc", _) => {
                self.flow.begin_cell();
                Part::Cell
            }
            ("txbxContent", _) => {
                self.flow.begin_box();
                Part::TextBox
            }
            ("footnote" | "endnote", _) => {
                self.flow.begin_box();
                Part::Note {
                    id: element.attribute("id").unwrap_or_default(),
                }
            }
            (_, Some(Part::Run)) => {
                self.sign(element);
                Part::Other
            }
            ("listEntry" | "default" | "result", _) => {
                self.fields.describe(element);
                Part::Other
            }
            _ => Part::Other,
        })
    }

    /// Something was deleted, or moved away: the end of a paragraph, a row, or text.
    fn deletion(&mut self) -> Part {
        let within = self.open.len().saturating_sub(1);
        match self.open.last_mut() {
            Some(Part::ParagraphProperties) => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.goes_on = true;
                }
            }
            Some(Part::RowProperties) => {
                if let Some(Part::Row { deleted }) = self.open.get_mut(within.saturating_sub(1)) {
                    *deleted = true;
                }
            }
            _ => {}
        }
        Part::Skipped
    }

    /// A property of a run or paragraph that bears on what is seen.
    fn property(&mut self, element: &Element<'_>) -> Part {
        let is_hidden_style = || {
            let style = element.attribute("val").unwrap_or_default();
            self.beside.hidden_styles.contains(&style)
        };
        match (element.name(), self.open.last()) {
            ("vanish" | "specVanish", Some(Part::RunProperties)) => {
                let hidden = element.is_on();
                if let Some(run) = self.hidden_runs.last_mut() {
                    *run = hidden;
                }
            }
            ("rStyle", Some(Part::RunProperties)) => {
                let hidden = is_hidden_style();
                if let Some(run) = self.hidden_runs.last_mut() {
                    *run |= hidden;
                }
            }
            ("pStyle", Some(Part::ParagraphProperties)) => {
                let hidden = is_hidden_style();
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.hidden = hidden;
                }
            }
            ("pageBreakBefore", Some(Part::ParagraphProperties)) if element.is_on() => {
                self.flow.page_break();
            }
            ("sectPr", Some(Part::ParagraphProperties)) => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.ends_page = true;
                }
                return Part::SectionProperties;
            }
            _ => {}
        }
        Part::Other
    }

    /// Something in a run that is not text.
    fn sign(&mut self, element: &Element<'_>) {
        match element.name() {
            "fldChar" => {
                if let Some(choice) = self.fields.mark(element)
                    && self.is_seen()
                {
                    self.flow.text(&choice);
                }
            }
            "footnoteReference" => self.refer(element, &self.beside.footnotes),
            "endnoteReference" => self.refer(element, &self.beside.endnotes),
            _ if self.is_seen() => {
                run::write(element, &mut self.flow);
            }
            _ => {}
        }
    }

    fn refer(&mut self, element: &Element<'_>, notes: &'b Notes) {
        let id = element.attribute("id").unwrap_or_default();
        if let Some(note) = notes.get(&id)
            && self.is_seen()
        {
            self.due_notes.push(note.clone());
        }
    }

    fn alternative(&mut self, element: &Element<'_>) -> Part {
        match (element.name(), self.open.last_mut()) {
            ("AlternateContent", _) => Part::Alternatives { taken: false },
            ("Choice" | "Fallback", Some(Part::Alternatives { taken })) => {
                if std::mem::replace(taken, true) {
                    Part::Skipped
                } else {
                    Part::Other
                }
            }
            _ => Part::Other,
        }
    }

    fn text(&mut self, text: &str) {
        if self.skipped == 0 && matches!(self.open.last(), Some(Part::Text { .. })) {
            self.said.push_str(text);
        }
    }

    fn end(&mut self) {
        match self.open.pop() {
            Some(Part::Text { preserved }) => {
                let said = std::mem::take(&mut self.said);
                if self.is_seen() {
                    let blank = [' ', '\t', '\r', '\n'];
                    self.flow.text(if preserved {
                        &said
                    } else {
                        said.trim_matches(blank)
                    });
                    self.fields.take_note();
                }
            }
            Some(Part::Run) => {
                self.hidden_runs.pop();
            }
            Some(Part::Paragraph) => self.end_paragraph(),
            Some(Part::Cell) => self.flow.end_cell(),
            Some(Part::Row { deleted: true }) => self.flow.drop_row(),
            Some(Part::Row { deleted: false }) => self.flow.end_row(),
            Some(Part::TextBox) => self.flow.end_box(),
            Some(Part::Note { id }) => {
                let note = self.flow.take_box();
                self.notes.insert(id, note);
            }
            _ => {}
        }
    }

    fn end_paragraph(&mut self) {
        let paragraph = self.paragraphs.pop().unwrap_or_default();
        if paragraph.goes_on {
            return;
        }
        self.flow.end_paragraph();
        if paragraph.ends_page {
            self.flow.page_break();
        }
        if self.flow.ends_sentence() {
            self.write_notes();
        }
    }

    /// Writes the notes that are due, each as a paragraph. Behind a heading they would part it from what it heads, so they wait for
    /// the end of a sentence.
    fn write_notes(&mut self) {
        for note in std::mem::take(&mut self.due_notes) {
            self.flow.paragraph(&note);
        }
    }

    fn is_seen(&self) -> bool {
        let hidden = self.hidden_runs.last().copied().unwrap_or_default();
        let hidden_paragraph = self
            .paragraphs
            .last()
            .is_some_and(|paragraph| paragraph.hidden);
        !hidden && !hidden_paragraph && self.fields.show()
    }
}
