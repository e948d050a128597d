//! `imr-lint rules list`.

use std::io::Write;

use imr_lint::report::rule_list::{self, Wanted};
use imr_lint::rules::catalogue::EntryKind;
use imr_lint::rules::nearest_entry;
use imr_lint::rules::pack::Pack;

use crate::cli::args::{ListFormat, RuleListArguments};
use crate::cli::output::{Output, Terminal};
use crate::cli::{Failure, Status, pack};

/// Lists what a pack holds, or what of it is asked for.
pub(super) fn run(arguments: &RuleListArguments, terminal: &Terminal) -> Result<Status, Failure> {
    let linter = pack::load_or_complain(&arguments.pack, terminal)?;
    let pack = linter.pack();
    let kinds: Vec<EntryKind> = arguments.kind.iter().map(|kind| kind.entries()).collect();
    let wanted = Wanted {
        kinds: &kinds,
        treatment: known(pack, EntryKind::Treatment, arguments.treatment.as_deref())?,
        guideline: known(pack, EntryKind::Guideline, arguments.guideline.as_deref())?,
        severity: arguments.severity.map(Into::into),
        confidence: arguments.confidence.map(Into::into),
        on: pack::day("--on", arguments.on.as_deref())?,
    };
    let entries = rule_list::listed(pack, &wanted);
    let mut page = String::new();
    // Writing to a string cannot fail.
    let _ = match arguments.format {
        ListFormat::Text => rule_list::render_text(&mut page, &entries),
        ListFormat::Markdown => rule_list::render_markdown(&mut page, &entries),
        ListFormat::Json => {
            page = format!("{:#}\n", rule_list::json(&entries));
            Ok(())
        }
    };
    let mut out = Output::open(None)?;
    out.write_all(page.as_bytes())?;
    out.finish()?;
    Ok(Status::Clean)
}

/// Insists that the pack has an entry with this id.
fn known<'i>(
    pack: &Pack,
    kind: EntryKind,
    id: Option<&'i str>,
) -> Result<Option<&'i str>, Failure> {
    let Some(id) = id else {
        return Ok(None);
    };
    let ids = pack.ids(kind);
    if ids.contains(&id) {
        return Ok(Some(id));
    }
    let name = kind.name();
    Err(Failure::new(
        format!("--{name}: the pack has no {name} `{id}`"),
        nearest_entry(id, &ids),
    ))
}
