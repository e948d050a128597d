//! XML as it is read here: elements with what they belong to, and text with its references resolved.

use std::borrow::Cow;

use quick_xml::NsReader;
use quick_xml::escape::{resolve_predefined_entity, unescape};
use quick_xml::events::{BytesRef, BytesStart, Event as XmlEvent};
use quick_xml::name::{Namespace, ResolveResult};

use super::{damaged, refused};
use crate::source::decode::Unreadable;

/// How deep elements may be nested. A table in a table in a text box takes 30.
const DEEPEST: usize = 256;

/// What is read next.
pub(super) enum Event<'x> {
    /// An element begins.
    Start(Element<'x>),
    /// The element that began last, of those that have not ended, ends.
    End,
    /// Text between two tags, or a part of it.
    Text(Cow<'x, str>),
}

/// The start tag of an element.
pub(super) struct Element<'x> {
    /// What it belongs to.
    pub(super) vocabulary: Vocabulary,
    tag: BytesStart<'x>,
}

/// What an element belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Vocabulary {
    /// Text.
    Word,
    /// Formulas.
    Math,
    /// The same thing written for programs of several ages.
    Compatibility,
    /// Anything else.
    Other,
}

/// Reads an XML file from its beginning to its end.
pub(super) struct Reader<'x> {
    xml: NsReader<&'x [u8]>,
    depth: usize,
}

impl<'x> Reader<'x> {
    pub(super) fn new(text: &'x str) -> Self {
        let mut xml = NsReader::from_str(text);
        xml.config_mut().expand_empty_elements = true;
        Self { xml, depth: 0 }
    }

    /// The next event; `None` at the end of the file.
    pub(super) fn next(&mut self) -> Result<Option<Event<'x>>, Unreadable> {
        loop {
            let (resolved, event) = self.xml.read_resolved_event().map_err(damaged)?;
            match event {
                XmlEvent::Start(tag) => {
                    let vocabulary = Vocabulary::of(&resolved);
                    self.depth += 1;
                    if self.depth > DEEPEST {
                        return Err(too_deep());
                    }
                    return Ok(Some(Event::Start(Element { vocabulary, tag })));
                }
                XmlEvent::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Ok(Some(Event::End));
                }
                XmlEvent::Text(text) => return Ok(Some(Event::Text(text.into_inner()))),
                XmlEvent::CData(text) => return Ok(Some(Event::Text(text.into_inner()))),
                XmlEvent::GeneralRef(reference) => {
                    return Ok(Some(Event::Text(resolved_reference(&reference)?)));
                }
                XmlEvent::Eof if self.depth > 0 => return Err(damaged("its text breaks off")),
                XmlEvent::Eof => return Ok(None),
                XmlEvent::Empty(_)
                | XmlEvent::Comment(_)
                | XmlEvent::Decl(_)
                | XmlEvent::PI(_)
                | XmlEvent::DocType(_) => {}
            }
        }
    }
}

impl Element<'_> {
    /// The name without a prefix.
    pub(super) fn name(&self) -> &str {
        self.tag.local_name().into_inner()
    }

    /// The value of the attribute of that name, whatever its prefix.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.tag.attributes();
        let named = attributes
            .with_checks(false)
            .flatten()
            .find(|attribute| attribute.key.local_name().into_inner() == name)?;
        let value =
            unescape(&named.value).map_or_else(|_| named.value.to_string(), Cow::into_owned);
        Some(value)
    }

    /// Whether a property is switched on, as it is where nothing is said.
    pub(super) fn is_on(&self) -> bool {
        let value = self.attribute("val");
        !matches!(value.as_deref(), Some("0" | "false" | "off" | "none"))
    }
}

impl Vocabulary {
    /// Tells the namespaces of ECMA-376, transitional and strict.
    fn of(resolved: &ResolveResult<'_>) -> Self {
        let ResolveResult::Bound(Namespace(namespace)) = resolved else {
            return Self::Other;
        };
        match *namespace {
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
            | "http://purl.oclc.org/ooxml/wordprocessingml/main" => Self::Word,
            "http://schemas.openxmlformats.org/officeDocument/2006/math"
            | "http://purl.oclc.org/ooxml/officeDocument/math" => Self::Math,
            "http://schemas.openxmlformats.org/markup-compatibility/2006" => Self::Compatibility,
            _ => Self::Other,
        }
    }
}

fn resolved_reference<'x>(reference: &BytesRef<'x>) -> Result<Cow<'x, str>, Unreadable> {
    if let Some(character) = reference.resolve_char_ref().map_err(damaged)? {
        return Ok(Cow::Owned(character.to_string()));
    }
    match resolve_predefined_entity(reference) {
        Some(text) => Ok(Cow::Borrowed(text)),
        None => Err(damaged(format!("&{}; stands for nothing", &**reference))),
    }
}

fn too_deep() -> Unreadable {
    refused(
        format!("its parts are nested more than {DEEPEST} deep"),
        "open it in Word and save it as a new document",
    )
}
