//! What can be checked only when the whole pack is known.

mod body_parts;
mod editions;
mod limits;
mod members;
mod names;
mod units;

use self::names::Names;
use super::entries::Draft;
use super::layer::Header;
use super::load::Unread;
use super::pack::Pack;
use super::problem::{RulePlace, RuleProblem};
use super::problem_log::ProblemLog;

/// Checks the entries of a pack against each other and completes them.
pub(super) fn resolve(mut draft: Draft, unread: &Unread<'_>, log: &mut ProblemLog) -> Pack {
    if draft.declared_rules() == 0 && !unread.may_declare("rules") {
        log.push(RuleProblem {
            message: "the pack has no rule".to_owned(),
            places: Vec::new(),
            help: Some("without a rule nothing is ever found; add a file with `rules:`".to_owned()),
        });
    }
    let names = Names::new(&draft, unread, log);
    names.check(&draft.pack, log);
    body_parts::no_cycles(&draft.pack.body_parts, log);
    editions::told_apart(&draft.pack.guidelines, log);
    members::of_their_treatments(&draft.pack, unread, log);
    units::settle(&mut draft, unread, log);
    limits::agree(&draft.pack.limits, log);
    draft.pack
}

/// The header of a layer. It has at most one; the first layer, number 0, has to have it.
pub(super) fn header(
    headers: Vec<(RulePlace, Option<Header>)>,
    layer: usize,
    unread: &Unread<'_>,
    log: &mut ProblemLog,
) -> Option<Header> {
    let mut headers = headers.into_iter();
    let Some((first, header)) = headers.next() else {
        if layer == 0 && !unread.may_declare("pack") {
            log.push(RuleProblem {
                message: "the pack has no header".to_owned(),
                places: Vec::new(),
                help: Some(
                    "add a file with `pack: { name: ..., version: ..., title: ... }`".to_owned(),
                ),
            });
        }
        return None;
    };
    for (other, _) in headers {
        log.push(RuleProblem {
            message: "the pack has a second header".to_owned(),
            places: vec![
                (other, "given again here".to_owned()),
                (first.clone(), "first given here".to_owned()),
            ],
            help: Some("keep one of the two; the files of two packs do not mix".to_owned()),
        });
    }
    header
}

#[cfg(test)]
mod tests;
