//! `imr-lint why`: why each rule fired in a letter or stayed silent.

use std::io::Write;

use imr_lint::check::explain::{Explanation, Question};
use imr_lint::report::why::json::write_why;
use imr_lint::report::why::text::{Detail, WhyOptions, render_why};

use super::args::{WhyArguments, WhyFormat};
use super::config::{Given, Settings};
use super::letter::{self, Letter};
use super::output::{Output, Terminal};
use super::{Failure, Status, pack};

pub(crate) fn run(arguments: &WhyArguments, terminal: &Terminal) -> Result<Status, Failure> {
    let settings = Settings::of(&Given {
        first: Some(&arguments.path),
        reading: Some(&arguments.reading),
        ..Given::of(&arguments.pack)
    })?;
    let linter = pack::of_settings(&settings, terminal)?;
    pack::check_names(&linter, &arguments.rule)?;
    let Letter { name, source } = letter::read(&arguments.path, &arguments.reading)?;
    let letter = linter.parse(&source);
    let reading = linter.read(&source, &letter, settings.as_of.value);
    let question = Question {
        item: arguments.item,
        rules: &arguments.rule,
    };
    check_item(&name, arguments.item, reading.items.len())?;
    let explanation = linter.explain(&source, &reading, &question);
    check_asked(arguments, &explanation)?;
    let mut out = Output::open(None)?;
    match arguments.format {
        WhyFormat::Json => {
            write_why(
                &mut out,
                &name,
                &source,
                (&reading, &explanation),
                linter.pack(),
            )?;
        }
        WhyFormat::Text => {
            let full = terminal.drawing(false);
            let options = WhyOptions {
                drawing: full.drawing,
                width: full.width,
                detail: detail(arguments),
            };
            let mut text = String::new();
            // Writing to a string cannot fail.
            let _ = render_why(&mut text, &name, &source, &explanation, &options);
            out.write_all(text.as_bytes())?;
        }
    }
    out.finish()?;
    Ok(Status::Clean)
}

/// Who names rules wants to see their conditions.
fn detail(arguments: &WhyArguments) -> Detail {
    match (arguments.all, arguments.rule.is_empty()) {
        (true, _) => Detail::All,
        (false, false) => Detail::Decided,
        (false, true) => Detail::Folded,
    }
}

/// An item that is not there has nothing to explain.
fn check_item(name: &str, item: Option<usize>, items: usize) -> Result<(), Failure> {
    let Some(number) = item.filter(|number| !(1..=items).contains(number)) else {
        return Ok(());
    };
    let help = match items {
        0 => "no disputed item was found in the letter; leave out --item to see why".to_owned(),
        1 => "the letter decides one item; its number is 1".to_owned(),
        _ => format!("the letter decides {items} items, numbered from 1 to {items}"),
    };
    Err(Failure::new(
        format!("{name}: there is no item {number}"),
        help,
    ))
}

/// A rule about the letter as a whole has nothing to say about an item.
fn check_asked(arguments: &WhyArguments, explanation: &Explanation) -> Result<(), Failure> {
    let asked = explanation.items.iter().any(|item| !item.rules.is_empty());
    if arguments.item.is_none() || asked {
        return Ok(());
    }
    Err(Failure::new(
        format!(
            "no rule of `{}` is asked of an item",
            arguments.rule.join(",")
        ),
        "it is about the letter as a whole; leave out --item",
    ))
}
