//! `rationale_matches: "..."` and `heading_matches: "..."`: a regular expression, for what no other condition says.

use regex::{Regex, RegexBuilder};

use super::{Answer, Argument, Case, Places, Predicate, Vocable};
use crate::span::ByteSpan;

pub(super) const RATIONALE: Vocable = Vocable {
    name: "rationale_matches",
    about: "whether a regular expression matches in the rationale; letter case does not matter, a line wrap is a space",
    example: "rationale_matches: \"tapering|weaning\"",
    places: Places::Item,
    provides: &["matched"],
    parse: |argument| parse(argument, Place::Rationale),
};

pub(super) const HEADING: Vocable = Vocable {
    name: "heading_matches",
    about: "whether a regular expression matches in the heading; letter case does not matter, a line wrap is a space",
    example: "heading_matches: \"unspecified|unknown quantity\"",
    places: Places::Item,
    provides: &["matched"],
    parse: |argument| parse(argument, Place::Heading),
};

/// The longest pattern, in bytes, and the most memory that its automaton may take.
const MAX_PATTERN: usize = 2_000;
const MAX_COMPILED: usize = 1 << 20;

#[derive(Clone, Copy, Debug)]
enum Place {
    Heading,
    Rationale,
}

#[derive(Debug)]
struct TextMatches {
    pattern: Regex,
    place: Place,
}

impl Predicate for TextMatches {
    fn ask(&self, case: &Case<'_>) -> Answer {
        let place = case.item.and_then(|item| match self.place {
            Place::Heading => item.item.heading,
            Place::Rationale => item.item.rationale,
        });
        let Some(place) = place else {
            return Answer::unknown().because("the item has no such part");
        };
        match self.pattern.find(case.quote(place)) {
            Some(found) => {
                let span = ByteSpan::from(found.range()).shifted(place.start);
                Answer::plain(true)
                    .shown(span, "matches")
                    .with("matched", found.as_str())
            }
            None => Answer::plain(false).because("matches nowhere"),
        }
    }
}

fn parse(mut argument: Argument<'_>, place: Place) -> Option<Box<dyn Predicate>> {
    let written = argument.pattern()?;
    let whole = argument.node.span;
    if written.len() > MAX_PATTERN {
        let message = format!(
            "the pattern is {} bytes long; at most {MAX_PATTERN} are taken",
            written.len()
        );
        argument.decoder.report(whole, message, "too long");
        return None;
    }
    if let Err((span, message)) = syntax(&written) {
        let within = argument.decoder.part(argument.node, span.start..span.end);
        argument.decoder.report(
            within,
            format!("not a regular expression: {message}"),
            message,
        );
        return None;
    }
    let built = RegexBuilder::new(&written)
        .case_insensitive(true)
        .size_limit(MAX_COMPILED)
        .build();
    match built {
        Ok(pattern) => Some(Box::new(TextMatches { pattern, place })),
        Err(_) => {
            let message = "the pattern needs too much memory; repeat less".to_owned();
            argument.decoder.report(whole, message, "too large");
            None
        }
    }
}

/// What is wrong with a pattern, and where in it.
fn syntax(pattern: &str) -> Result<(), (ByteSpan, String)> {
    let place = |span: &regex_syntax::ast::Span| ByteSpan::new(span.start.offset, span.end.offset);
    match regex_syntax::Parser::new().parse(pattern) {
        Ok(_) => Ok(()),
        Err(regex_syntax::Error::Parse(error)) => {
            Err((place(error.span()), error.kind().to_string()))
        }
        Err(regex_syntax::Error::Translate(error)) => {
            Err((place(error.span()), error.kind().to_string()))
        }
        Err(other) => Err((ByteSpan::new(0, pattern.len()), other.to_string())),
    }
}
