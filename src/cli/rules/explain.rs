//! `imr-lint rules explain`.

use std::io::Write;

use imr_lint::report::rule_page;
use imr_lint::rules::catalogue::EntryKind;
use imr_lint::rules::nearest_entry;
use imr_lint::rules::pack::Pack;

use crate::cli::args::ExplainArguments;
use crate::cli::output::{Output, Terminal};
use crate::cli::{Failure, Status, pack};

/// How many ids that hold the given words are named when no entry has the id.
const MAX_NAMED: usize = 8;

/// Prints the page about one entry.
pub(super) fn run(arguments: &ExplainArguments, terminal: &Terminal) -> Result<Status, Failure> {
    let linter = pack::load_or_complain(&arguments.pack, terminal)?;
    let kind = kind_of(arguments, linter.pack())?;
    let Some(page) = rule_page::page(&linter, kind, &arguments.id) else {
        return Err(unknown(&arguments.id, linter.pack(), &[kind]));
    };
    let mut text = String::new();
    // Writing to a string cannot fail.
    let _ = rule_page::render(&mut text, &page, terminal.drawing(false).width);
    let mut out = Output::open(None)?;
    out.write_all(text.as_bytes())?;
    out.finish()?;
    Ok(Status::Clean)
}

/// The kind that is asked for, or else the only one of which an entry has the id.
fn kind_of(arguments: &ExplainArguments, pack: &Pack) -> Result<EntryKind, Failure> {
    if let Some(kind) = arguments.kind {
        return Ok(kind.into());
    }
    let id = &arguments.id;
    match pack.kinds_of(id).as_slice() {
        [kind] => Ok(*kind),
        [] => Err(unknown(id, pack, &EntryKind::ALL)),
        several => {
            let names: Vec<&str> = several.iter().map(|kind| kind.name()).collect();
            Err(Failure::new(
                format!("`{id}` is the id of a {}", names.join(" and of a ")),
                format!("say which with --kind {}", names.join(" or --kind ")),
            ))
        }
    }
}

/// No entry of these kinds has the id: those that hold it, or else the nearest.
fn unknown(id: &str, pack: &Pack, kinds: &[EntryKind]) -> Failure {
    let ids: Vec<&str> = kinds.iter().flat_map(|kind| pack.ids(*kind)).collect();
    let asked = id.to_lowercase();
    let holding: Vec<&str> = ids
        .iter()
        .copied()
        .filter(|id| id.contains(&asked))
        .take(MAX_NAMED)
        .collect();
    let help = if asked.is_empty() || holding.is_empty() {
        nearest_entry(id, &ids)
    } else {
        format!("did you mean `{}`?", holding.join("` or `"))
    };
    let what = match kinds {
        [kind] => kind.name(),
        _ => "entry",
    };
    Failure::new(format!("the pack has no {what} `{id}`"), help)
}
