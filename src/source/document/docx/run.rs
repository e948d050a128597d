//! What a run shows: text, and the signs that stand for text.

use super::symbol;
use super::xml::Element;
use crate::source::document::flow::Flow;

/// Writes what an element of a run shows, other than text. Tells whether it is such an element.
pub(super) fn write(element: &Element<'_>, flow: &mut Flow) -> bool {
    match element.name() {
        "tab" | "ptab" => flow.text("\t"),
        "cr" => flow.line_break(),
        "br" => match element.attribute("type").as_deref() {
            Some("page") => flow.page_break(),
            _ => flow.line_break(),
        },
        "lastRenderedPageBreak" => flow.page_begins(),
        // A plain hyphen, as that is how words with one are looked up.
        "noBreakHyphen" => flow.text("-"),
        "softHyphen" => flow.text("\u{AD}"),
        "sym" => {
            let font = element.attribute("font").unwrap_or_default();
            let place = element.attribute("char").unwrap_or_default();
            let character = symbol::character(&font, &place);
            flow.text(character.encode_utf8(&mut [0; 4]));
        }
        _ => return false,
    }
    true
}
