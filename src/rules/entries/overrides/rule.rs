//! Another severity or wording of a rule, or whether it is used at all.

use super::replace;
use crate::finding::Severity;
use crate::rules::decode::{Decoder, Fields, Located};
use crate::rules::entries::{message, rule};
use crate::rules::pack::Rule;

/// What an override may change of a rule.
#[derive(Debug)]
pub(super) struct Change {
    severity: Option<Severity>,
    enabled: Option<bool>,
    message: Option<Located<String>>,
    help: Option<Located<String>>,
}

impl Change {
    pub(super) fn decode(decoder: &mut Decoder, fields: &mut Fields<'_>) -> Self {
        Self {
            severity: fields.optional(decoder, "severity", rule::severity),
            enabled: fields.optional(decoder, "enabled", Decoder::boolean),
            message: fields.optional(decoder, "message", message::decode),
            help: fields.optional(decoder, "help", message::decode),
        }
    }

    pub(super) fn apply(self, rule: &mut Rule) {
        if let Some(severity) = self.severity {
            rule.regrade(severity);
        }
        replace(&mut rule.enabled, self.enabled);
        replace(&mut rule.message, self.message);
        if let Some(help) = self.help {
            rule.help = Some(help.value);
        }
    }
}
