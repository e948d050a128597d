//! From the tags and strings of a page to its text.

use html5gum::{DefaultEmitter, EndTag, StartTag, Token, Tokenizer};

use super::element::{self, Kind};
use super::tree::{Open, Tree};
use crate::source::document::flow::Flow;

/// Reads a whole page.
pub(super) fn read(source: &str) -> Flow {
    let mut page = Page {
        flow: Flow::new(),
        tree: Tree::default(),
        begins_preformatted: false,
    };
    for token in tokens(source) {
        match token {
            Token::StartTag(tag) => page.begin(&tag),
            Token::EndTag(tag) => page.end(&tag),
            Token::String(text) => page.text(&String::from_utf8_lossy(&text)),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    while page.tree.innermost().is_some() {
        page.end_innermost();
    }
    page.flow
}

/// The words of a piece of HTML within a line of Markdown: without its tags, as far as they are tags of HTML. `None`: it
/// is a line break.
pub(crate) fn fragment(source: &str) -> Option<String> {
    let mut words = String::new();
    for token in tokens(source) {
        match token {
            Token::StartTag(tag) if &*tag.name == b"br" => return None,
            Token::StartTag(tag) if !element::is_known(&tag.name) => words.push_str(source),
            Token::String(text) => words.push_str(&String::from_utf8_lossy(&text)),
            _ => {}
        }
    }
    Some(words)
}

fn tokens(source: &str) -> impl Iterator<Item = Token> {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    Tokenizer::new_with_emitter(source, emitter).flatten()
}

struct Page {
    flow: Flow,
    tree: Tree,
    /// Nothing stands between here and the tag of preformatted text.
    begins_preformatted: bool,
}

impl Page {
    fn begin(&mut self, tag: &StartTag<()>) {
        let name: &[u8] = &tag.name;
        for _ in 0..self.tree.ended_by(name) {
            self.end_innermost();
        }
        match element::kind(name) {
            Kind::Void => {}
            Kind::LineBreak => {
                if self.is_seen() {
                    self.flow.line_break();
                }
            }
            Kind::Row if self.tree.is_in(Kind::Table) => self.open(name, Kind::Row, tag),
            Kind::Cell if self.tree.is_in(Kind::Table) => {
                if !self.tree.is_in(Kind::Row) && self.tree.begin(b"tr", Kind::Row, false) {
                    self.flow.begin_row();
                }
                if self.tree.is_in(Kind::Row) {
                    self.open(name, Kind::Cell, tag);
                }
            }
            Kind::Row | Kind::Cell => self.open(name, Kind::Block, tag),
            kind => self.open(name, kind, tag),
        }
    }

    fn open(&mut self, name: &[u8], kind: Kind, tag: &StartTag<()>) {
        let unseen = kind == Kind::Unseen || hides(tag);
        if !self.tree.begin(name, kind, unseen) {
            return;
        }
        self.begins_preformatted = kind == Kind::Preformatted;
        match kind {
            Kind::Block | Kind::Preformatted | Kind::Table if self.is_seen() => {
                self.flow.end_open_paragraph();
            }
            Kind::Row => self.flow.begin_row(),
            Kind::Cell => self.flow.begin_cell(),
            _ => {}
        }
    }

    fn end(&mut self, tag: &EndTag<()>) {
        if &*tag.name == b"br" && self.is_seen() {
            // Browsers take it for the other one.
            self.flow.line_break();
        }
        for _ in 0..self.tree.ended_with(&tag.name) {
            self.end_innermost();
        }
    }

    fn end_innermost(&mut self) {
        match self.tree.end() {
            Some(Open {
                kind: Kind::Row, ..
            }) => self.flow.end_row(),
            Some(Open {
                kind: Kind::Cell, ..
            }) => self.flow.end_cell(),
            Some(Open {
                kind: Kind::Block | Kind::Preformatted | Kind::Table,
                unseen: false,
                ..
            }) => {
                self.flow.end_open_paragraph();
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        match self.tree.innermost() {
            Some(Open { unseen: true, .. }) => {}
            Some(Open {
                preformatted: true, ..
            }) => self.preformatted(text),
            _ => self.collapsed(text),
        }
    }

    /// Text in which a run of white space is one space, and none at the beginning of a line.
    fn collapsed(&mut self, text: &str) {
        let is_space = |character: char| character.is_ascii_whitespace();
        let mut rest = text;
        while let Some(character) = rest.chars().next() {
            let is_blank = is_space(character);
            let end = rest
                .find(|character| is_space(character) != is_blank)
                .unwrap_or(rest.len());
            let (run, behind) = rest.split_at(end);
            if !is_blank {
                self.flow.text(run);
            } else if !self.flow.is_spaced() {
                self.flow.text(" ");
            }
            rest = behind;
        }
    }

    fn preformatted(&mut self, text: &str) {
        // A line end behind the tag is there for whoever reads the source.
        let begins = std::mem::take(&mut self.begins_preformatted);
        let text = text.strip_prefix('\n').filter(|_| begins).unwrap_or(text);
        for (at, line) in text.split('\n').enumerate() {
            if at > 0 {
                self.flow.line_break();
            }
            let mut parts = line.split('\x0c');
            self.flow.text(parts.next().unwrap_or_default());
            for part in parts {
                self.flow.page_break();
                self.flow.text(part);
            }
        }
    }

    fn is_seen(&self) -> bool {
        !self.tree.innermost().is_some_and(|open| open.unseen)
    }
}

/// Whether a tag says that its element is not shown.
fn hides(tag: &StartTag<()>) -> bool {
    let attribute = |name: &[u8]| tag.attributes.iter().find(|(named, _)| ***named == *name);
    let style =
        attribute(b"style").map(|(_, value)| String::from_utf8_lossy(value).to_ascii_lowercase());
    let style: String = style.unwrap_or_default().split_whitespace().collect();
    attribute(b"hidden").is_some()
        || ["display:none", "visibility:hidden", "mso-hide:all"]
            .iter()
            .any(|hiding| style.contains(hiding))
}
