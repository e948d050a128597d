//! What a page draws: measured before it is drawn, as a drawing may hold drawings, each of them many times.

use std::collections::{HashMap, HashSet};

use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::{Array, Dict, Name, Object, ObjectIdentifier, Stream};
use hayro_syntax::page::{Page, Resources};

use super::{damaged, fonts, too_much_text};
use crate::source::decode::Unreadable;
use crate::source::document::pdf::unpack::{Size, measure};

/// Bytes of content that make up one drawing. A dense page of a letter has 50,000.
const LARGEST_DRAWING: usize = 2 << 20;

/// Bytes of content that a page may draw, those of a drawing counted as often as it is drawn.
const MOST_CONTENT: usize = 16 << 20;

/// Bytes of text that a page may show. A full page of small type has 6,000 glyphs.
const MOST_TEXT: usize = 256 << 10;

/// Drawings within drawings. Deeper ones the library leaves out.
const DEEPEST: usize = 16;

/// Annotations of one page.
const MOST_ANNOTATIONS: usize = 2000;

/// Measures what the page draws.
///
/// # Errors
///
/// When that is more than a page of a letter shows, or part of it cannot be unpacked and words would be missing.
pub(in super::super) fn vouch_for_page(number: usize, page: &Page<'_>) -> Result<(), Unreadable> {
    measure_page(page)
        .map(|_| ())
        .map_err(|problem| match problem {
            Problem::TooMuch => too_much_text(number),
            Problem::Damaged => damaged(&format!("part of page {number} cannot be read")),
        })
}

/// Whether a stream holds the pixels of a picture, which nothing here ever unpacks.
pub(super) fn is_picture(stream: &Stream<'_>) -> bool {
    has_subtype(stream, "Image")
}

fn has_subtype(stream: &Stream<'_>, subtype: &str) -> bool {
    let named = stream.dict().get::<Name<'_>>("Subtype");
    named.is_some_and(|name| name.as_str() == subtype)
}

enum Problem {
    TooMuch,
    Damaged,
}

/// What drawing something takes.
#[derive(Clone, Copy, Default)]
struct Cost {
    content: usize,
    text: usize,
}

impl Cost {
    fn add(&mut self, other: Self) -> Result<(), Problem> {
        self.content += other.content;
        self.text += other.text;
        if self.content > MOST_CONTENT || self.text > MOST_TEXT {
            return Err(Problem::TooMuch);
        }
        Ok(())
    }
}

fn measure_page(page: &Page<'_>) -> Result<Cost, Problem> {
    let mut survey = Survey::default();
    let mut cost = Cost::default();
    for stream in contents(page.raw())? {
        refuse_damaged(&stream)?;
    }
    if let Some(content) = page.page_stream() {
        cost.add(survey.content(content, page.resources(), 0)?)?;
    }
    let annotations = page.raw().get::<Array<'_>>("Annots");
    for (count, annotation) in annotations
        .iter()
        .flat_map(Array::iter::<Dict<'_>>)
        .enumerate()
    {
        if count == MOST_ANNOTATIONS {
            return Err(Problem::TooMuch);
        }
        for appearance in appearances(&annotation) {
            cost.add(survey.drawing(&appearance, page.resources(), 0)?)?;
        }
    }
    Ok(cost)
}

/// The streams of the page's own content.
fn contents<'a>(page: &Dict<'a>) -> Result<Vec<Stream<'a>>, Problem> {
    match page.get::<Object<'_>>("Contents") {
        Some(Object::Stream(stream)) => Ok(vec![stream]),
        Some(Object::Array(parts)) => {
            let streams: Vec<_> = parts.iter::<Stream<'_>>().collect();
            let are_all = streams.len() == parts.raw_iter().count();
            if are_all {
                Ok(streams)
            } else {
                Err(Problem::Damaged)
            }
        }
        Some(Object::Null(_)) => Ok(Vec::new()),
        None if !page.contains_key("Contents") => Ok(Vec::new()),
        _ => Err(Problem::Damaged),
    }
}

fn appearances<'a>(annotation: &Dict<'a>) -> Vec<Stream<'a>> {
    let normal = annotation
        .get::<Dict<'_>>("AP")
        .and_then(|all| all.get::<Object<'_>>("N"));
    match normal {
        Some(Object::Stream(stream)) => vec![stream],
        Some(Object::Dict(states)) => states
            .keys()
            .filter_map(|state| states.get::<Stream<'_>>(&state))
            .collect(),
        _ => Vec::new(),
    }
}

fn refuse_damaged(stream: &Stream<'_>) -> Result<(), Problem> {
    match measure(stream, LARGEST_DRAWING) {
        Size::Whole(_) => Ok(()),
        Size::Damaged => Err(Problem::Damaged),
        Size::Beyond => Err(Problem::TooMuch),
    }
}

/// What is known of the drawings of a page.
#[derive(Default)]
struct Survey {
    costs: HashMap<ObjectIdentifier, Cost>,
    /// Streams of fonts that are whole.
    fonts: HashSet<ObjectIdentifier>,
}

impl Survey {
    fn drawing(
        &mut self,
        stream: &Stream<'_>,
        inherited: &Resources<'_>,
        depth: usize,
    ) -> Result<Cost, Problem> {
        if let Some(known) = self.costs.get(&stream.obj_id()) {
            return Ok(*known);
        }
        if depth == DEEPEST {
            return Err(Problem::TooMuch);
        }
        refuse_damaged(stream)?;
        let content = stream.decoded_data().map_err(|_| Problem::Damaged)?;
        let own = stream
            .dict()
            .get::<Dict<'_>>("Resources")
            .map(Resources::new);
        let cost = self.content(&content, own.as_ref().unwrap_or(inherited), depth)?;
        self.costs.insert(stream.obj_id(), cost);
        Ok(cost)
    }

    fn content(
        &mut self,
        content: &[u8],
        resources: &Resources<'_>,
        depth: usize,
    ) -> Result<Cost, Problem> {
        if !fonts::are_whole(resources, &mut self.fonts) {
            return Err(Problem::Damaged);
        }
        if !fonts::are_loadable(resources) {
            return Err(Problem::TooMuch);
        }
        let mut cost = Cost::default();
        cost.add(Cost {
            content: content.len(),
            text: 0,
        })?;
        let mut instructions = TypedIter::new(content);
        while let Some(instruction) = instructions.next() {
            let text = match instruction {
                TypedInstruction::ShowText(shown) => shown.0.as_bytes().len(),
                TypedInstruction::NextLineAndShowText(shown) => shown.0.as_bytes().len(),
                TypedInstruction::ShowTextWithParameters(shown) => shown.2.as_bytes().len(),
                TypedInstruction::ShowTexts(shown) => shown.0.data().len(),
                TypedInstruction::XObject(drawn) => {
                    match resources.get_x_object(drawn.0) {
                        Some(stream) if has_subtype(&stream, "Form") => {
                            cost.add(self.drawing(&stream, resources, depth + 1)?)?;
                        }
                        None if resources.x_objects.contains_key(&**drawn.0) => {
                            return Err(Problem::Damaged);
                        }
                        _ => {}
                    }
                    0
                }
                _ => 0,
            };
            cost.add(Cost { content: 0, text })?;
        }
        Ok(cost)
    }
}
