//! The limits on an item's treatment, those that govern first.

use std::fmt;

use super::page::{Ink, Line, Page};
use super::words::Quotes;
use crate::check::Truth;
use crate::check::explain::ConsideredLimit;

/// Where the text of a limit begins.
const TEXT: usize = 13;

/// Writes the limits that were considered: those that govern, and why the others do not. Limits with the
/// same reason stand together, unless all is asked for.
pub(super) fn write(
    page: &mut Page<'_>,
    quotes: &Quotes<'_>,
    limits: &[ConsideredLimit],
    all: bool,
) -> fmt::Result {
    if limits.is_empty() {
        return Ok(());
    }
    page.blank()?;
    page.line(2, 2, &Line::of(Ink::Strong, "limits on this treatment"))?;
    for limit in limits.iter().filter(|limit| limit.governs) {
        let label = Line::of(Ink::Truth(Truth::True), "    governs");
        page.labelled(&label, TEXT, TEXT + 2, &named(limit))?;
        page.line(TEXT, TEXT + 2, &ground(quotes, limit))?;
    }
    for alike in alike(limits, all) {
        let label = Line::of(Ink::Faint, "    not");
        let (name, ground) = match alike.as_slice() {
            [] => continue,
            [only] => (named(only), ground(quotes, only)),
            [first, ..] => {
                let names: Vec<&str> = alike.iter().map(|limit| limit.id.as_str()).collect();
                let ground = match first.reason {
                    OTHER_DIAGNOSIS => Line::of(Ink::Plain, NO_DIAGNOSIS),
                    _ => ground(quotes, first),
                };
                (Line::of(Ink::Plain, &names.join(", ")), ground)
            }
        };
        page.labelled(&label, TEXT, TEXT + 2, &name)?;
        page.line(TEXT, TEXT + 2, &ground)?;
    }
    Ok(())
}

/// The reason of a limit for diagnoses that are not named, each limit its own.
const OTHER_DIAGNOSIS: &str = "other-diagnosis";
const NO_DIAGNOSIS: &str = "neither heading nor case summary names a diagnosis that they are for";

/// The limits that do not govern; those with the same reason together, or each alone.
fn alike(limits: &[ConsideredLimit], all: bool) -> Vec<Vec<&ConsideredLimit>> {
    let mut alike: Vec<Vec<&ConsideredLimit>> = Vec::new();
    for limit in limits.iter().filter(|limit| !limit.governs) {
        let is_same = |other: &&ConsideredLimit| {
            let diagnoses = limit.reason == OTHER_DIAGNOSIS && other.reason == limit.reason;
            !all && (diagnoses || other.because == limit.because)
        };
        let group = alike
            .iter_mut()
            .find(|group| group.first().is_some_and(is_same));
        match group {
            Some(group) => group.push(limit),
            None => alike.push(vec![limit]),
        }
    }
    alike
}

fn named(limit: &ConsideredLimit) -> Line {
    Line::of(Ink::Plain, &limit.id).then(Ink::Plain, &format!(": {}", limit.numbers))
}

fn ground(quotes: &Quotes<'_>, limit: &ConsideredLimit) -> Line {
    let mut line = Line::of(Ink::Plain, &limit.because);
    for (at, words) in limit.words.iter().enumerate() {
        let separator = if at == 0 { ": " } else { ", " };
        line = line
            .then(Ink::Faint, separator)
            .followed(quotes.shown(words));
    }
    line
}
