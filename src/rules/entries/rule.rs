//! Rules: a condition and the finding that it makes.

use super::{condition, id, message, provenance, rule_test};
use crate::finding::Severity;
use crate::rules::condition::Condition;
use crate::rules::decode::{Decoder, Located};
use crate::rules::pack::Rule;
use crate::rules::yaml::Node;

/// How grave a finding can be.
pub(in crate::rules) const SEVERITIES: [(&str, Severity); 3] = [
    (Severity::Error.name(), Severity::Error),
    (Severity::Warning.name(), Severity::Warning),
    (Severity::Note.name(), Severity::Note),
];

/// A rule. Its predicates and placeholders are checked by [`crate::check`], which knows them.
pub(super) fn decode(decoder: &mut Decoder, node: &Node) -> Option<Rule> {
    let mut fields = decoder.fields(node, "a rule")?;
    let id = fields.required(decoder, "id", id::of_rule);
    let severity = fields.required(decoder, "severity", severity);
    let lowered = fields.optional(decoder, "lowered", |d, n| {
        d.nonempty_list(n, |d, n| lowered(d, n, severity))
    });
    let each = fields.optional(decoder, "each", Decoder::located_text);
    let when = fields.required(decoder, "when", condition::decode);
    let message = fields.required(decoder, "message", message::decode);
    let help = fields.optional(decoder, "help", message::decode);
    let source = fields.optional(decoder, "source", Decoder::text);
    let explain = fields.required(decoder, "explain", Decoder::text);
    let enabled = provenance::enabled(decoder, &mut fields);
    let tests = rule_test::of_entry(decoder, &mut fields, "rule");
    fields.finish(decoder);
    // What is missing has been reported; the rest of the rule is checked all the same.
    Some(Rule {
        id: id?,
        severity: severity.unwrap_or(Severity::Warning),
        lowered: lowered.unwrap_or_default(),
        each,
        when: when?,
        message: message?,
        help: help.map(|help| help.value),
        source,
        explain: explain.unwrap_or_default(),
        enabled,
        tests,
    })
}

/// A lower severity and when it is taken.
fn lowered(
    decoder: &mut Decoder,
    node: &Node,
    from: Option<Severity>,
) -> Option<(Severity, Condition)> {
    let mut fields = decoder.fields(node, "a lowered severity")?;
    let to = fields.required(decoder, "to", located_severity);
    let when = fields.required(decoder, "when", condition::decode);
    fields.finish(decoder);
    let to = to?;
    if let Some(from) = from.filter(|from| to.value >= *from) {
        decoder.report_with_help(
            to.place.span,
            format!(
                "`{}` is not lower than the rule's own severity `{from}`",
                to.value
            ),
            "not lower",
            Some("the order is error, warning, note".to_owned()),
        );
    }
    Some((to.value, when?))
}

fn located_severity(decoder: &mut Decoder, node: &Node) -> Option<Located<Severity>> {
    let severity = severity(decoder, node)?;
    Some(decoder.locate(severity, node.span))
}

pub(super) fn severity(decoder: &mut Decoder, node: &Node) -> Option<Severity> {
    decoder.choice(node, &SEVERITIES)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::rules::entries::trial::{complaints, decoded};

    const RULE: &str = "\
id: decision/contradicts-conclusion
severity: error
lowered:
  - { to: note, when: { cited_by: claims-administrator } }
each: citation
when: { decision: upheld }
message: 'decided {decision}'
help: 'it was in force until {in_force_to}'
source: 8 CCR 9792.10.6(d)
explain: |
  Why it matters.
tests:
  - { name: n, decision: upheld, expect: [decision/contradicts-conclusion] }
";

    #[test]
    fn a_rule_is_decoded() {
        let (rule, problems) = decoded(RULE, decode);
        assert!(problems.is_empty(), "{problems:?}");
        let rule = rule.unwrap();
        assert_eq!(rule.severity, Severity::Error);
        assert_eq!(rule.lowered[0].0, Severity::Note);
        assert_eq!(rule.each.unwrap().value, "citation");
        assert!(rule.enabled);
    }

    #[test]
    fn every_mistake_is_told() {
        let text = RULE
            .replace("decision/contradicts-conclusion\nsev", "contradicts\nsev")
            .replace("severity: error", "severity: eror")
            .replace("when: { decision: upheld }", "when: []")
            .replace("{decision}", "{decision")
            .replace("{in_force_to}", "in_force_to}")
            .replace("source:", "sources:")
            .replace("explain: |\n  Why it matters.\n", "");
        assert_eq!(
            complaints(&text, decode),
            [
                "t.yaml:1:5: `contradicts` is not the form of an id \
                 (an id consists of a group and a name in small letters, `group/name`)",
                "t.yaml:1:5: a rule needs the key `explain`",
                "t.yaml:2:11: unknown value `eror` (did you mean `error`?)",
                "t.yaml:6:7: a condition is no list \
                 (write `all: [...]` where all must hold, `any: [...]` where one must)",
                "t.yaml:7:19: an opening brace without a closing one in `decided {decision` \
                 (a placeholder is a name in braces, `{decision}`)",
                "t.yaml:8:41: a closing brace without an opening one in `it was in force until in_force_to}` \
                 (a placeholder is a name in braces, `{decision}`)",
                "t.yaml:9:1: unknown key `sources` in a rule (did you mean `source`?)",
            ]
        );
    }

    #[test]
    fn a_severity_can_only_be_lowered() {
        for (to, from) in [("error", "error"), ("warning", "note")] {
            let text = RULE
                .replace("severity: error", &format!("severity: {from}"))
                .replace("to: note", &format!("to: {to}"));
            assert_eq!(
                complaints(&text, decode),
                [format!(
                    "t.yaml:4:11: `{to}` is not lower than the rule's own severity `{from}` \
                     (the order is error, warning, note)"
                )]
            );
        }
        let text = RULE.replace(
            "{ to: note, when: { cited_by: claims-administrator } }",
            "{ to: note }",
        );
        assert_eq!(
            complaints(&text, decode),
            ["t.yaml:4:7: a lowered severity needs the key `when`"]
        );
    }
}
