//! Fields: an instruction, which nobody sees, and the result that Word made of it.

use super::xml::Element;

/// The fields that have not ended, the outermost first.
#[derive(Debug, Default)]
pub(super) struct Fields(Vec<Field>);

#[derive(Debug, Default)]
struct Field {
    /// The instruction is over.
    in_result: bool,
    /// Something was shown as its result.
    shown: bool,
    list: List,
}

/// A list that one entry is chosen from. Old forms keep the choice apart from the text.
#[derive(Debug, Default)]
struct List {
    entries: Vec<String>,
    chosen: usize,
}

impl Fields {
    /// Whether what is read now is seen: it is in the result of each field.
    pub(super) fn show(&self) -> bool {
        self.0.iter().all(|field| field.in_result)
    }

    /// Takes note that something was seen.
    pub(super) fn take_note(&mut self) {
        for field in &mut self.0 {
            field.shown = true;
        }
    }

    /// Whether a field has begun and not ended.
    pub(super) fn are_open(&self) -> bool {
        !self.0.is_empty()
    }

    /// A part of a field begins or ends. Gives the text that the end shows: the choice of a list that has no other result.
    pub(super) fn mark(&mut self, element: &Element<'_>) -> Option<String> {
        match element.attribute("fldCharType").as_deref() {
            Some("begin") => self.0.push(Field::default()),
            Some("separate") => {
                if let Some(field) = self.0.last_mut() {
                    field.in_result = true;
                }
            }
            Some("end") => return self.0.pop().and_then(Field::choice),
            _ => {}
        }
        None
    }

    /// An element of the description of a list.
    pub(super) fn describe(&mut self, element: &Element<'_>) {
        let Some(field) = self.0.last_mut() else {
            return;
        };
        let value = element.attribute("val").unwrap_or_default();
        match element.name() {
            "listEntry" => field.list.entries.push(value),
            // The default stands in front of the choice, if one was made.
            "default" | "result" => field.list.chosen = value.parse().unwrap_or_default(),
            _ => {}
        }
    }
}

impl Field {
    fn choice(self) -> Option<String> {
        let List { entries, chosen } = self.list;
        entries.into_iter().nth(chosen).filter(|_| !self.shown)
    }
}
