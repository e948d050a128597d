//! What can be checked only when the whole pack is known.

mod body_parts;
mod editions;
mod members;
mod names;
mod units;

use self::names::Names;
use super::entries::Draft;
use super::load::Unread;
use super::pack::Pack;
use super::problem::{RulePlace, RuleProblem};
use super::problem_log::ProblemLog;

/// Checks the entries of a pack against each other and completes them.
pub(super) fn resolve(mut draft: Draft, unread: &Unread<'_>, log: &mut ProblemLog) -> Pack {
    header(&draft.headers, unread, log);
    if draft.declared_rules() == 0 && !unread.may_declare("rules") {
        log.push(RuleProblem {
            message: "the pack has no rule".to_owned(),
            places: Vec::new(),
            help: Some("without a rule nothing is ever found; add a file with `rules:`".to_owned()),
        });
    }
    let names = Names::new(&draft.declared, unread, log);
    names.check(&draft.pack, log);
    body_parts::no_cycles(&draft.pack.body_parts, log);
    editions::told_apart(&draft.pack.guidelines, log);
    members::of_their_treatments(&draft.pack, unread, log);
    units::settle(&mut draft, unread, log);
    draft.pack
}

/// A pack has one header.
fn header(headers: &[RulePlace], unread: &Unread<'_>, log: &mut ProblemLog) {
    let Some((first, others)) = headers.split_first() else {
        if !unread.may_declare("pack") {
            log.push(RuleProblem {
                message: "the pack has no header".to_owned(),
                places: Vec::new(),
                help: Some(
                    "add a file with `pack: { name: ..., version: ..., title: ... }`".to_owned(),
                ),
            });
        }
        return;
    };
    for other in others {
        log.push(RuleProblem {
            message: "the pack has a second header".to_owned(),
            places: vec![
                (other.clone(), "given again here".to_owned()),
                (first.clone(), "first given here".to_owned()),
            ],
            help: Some("keep one of the two; the files of two packs do not mix".to_owned()),
        });
    }
}

#[cfg(test)]
mod tests;
