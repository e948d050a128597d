//! The templates, and the style and script that they hold.

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value};
use minijinja::{AutoEscape, Environment, Error, UndefinedBehavior};
use serde::Serialize;

/// The style of the page.
pub(super) const STYLE: &str = include_str!("page.css");
/// Its script.
pub(super) const SCRIPT: &str = include_str!("page.js");

/// The templates by name; everything that is put into one is escaped, whatever its name.
const TEMPLATES: [(&str, &str); 6] = [
    ("page", include_str!("page.html")),
    ("letter", include_str!("letter.html")),
    ("text", include_str!("text.html")),
    ("rows", include_str!("rows.html")),
    ("left-out", include_str!("left_out.html")),
    ("parts", include_str!("parts.html")),
];

/// The templates, read once for all letters of a run.
pub(super) fn environment() -> Environment<'static> {
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    let mut syntax = SyntaxConfig::builder();
    if let Ok(syntax) = syntax.trim_blocks(true).lstrip_blocks(true).build() {
        environment.set_syntax(syntax);
    }
    for (name, template) in TEMPLATES {
        // One that could not be read is missed, and told, where it is to be drawn; the tests draw all of them.
        let _ = environment.add_template(name, template);
    }
    environment
}

/// Draws a template. What cannot be drawn is told on the page, in its place.
pub(super) fn drawn(environment: &Environment<'_>, name: &str, context: &impl Serialize) -> String {
    try_drawn(environment, name, context).unwrap_or_else(|error| {
        let text = format!("This part of the report ({name}) could not be drawn: {error}");
        let escaped: String = text.chars().map(escaped).collect();
        format!("<p class=\"alarm\" role=\"alert\">{escaped}</p>\n")
    })
}

fn try_drawn(
    environment: &Environment<'_>,
    name: &str,
    context: &impl Serialize,
) -> Result<String, Error> {
    let template = environment.get_template(name)?;
    template.render(Value::from(Serde(context)))
}

/// A character of a message; of markup nothing is left.
fn escaped(c: char) -> char {
    if matches!(c, '<' | '>' | '&' | '"' | '\'') {
        ' '
    } else {
        c
    }
}
