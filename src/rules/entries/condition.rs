//! Conditions: `all`, `any` and `not` over predicates.

use crate::rules::condition::Condition;
use crate::rules::decode::{Decoder, quoted};
use crate::rules::yaml::{Key, Node, Value};
use crate::span::SourceSpan;

/// A condition. Predicates are kept as they stand; [`crate::check`] knows which there are.
pub(super) fn decode(decoder: &mut Decoder, node: &Node) -> Option<Condition> {
    let (key, argument) = single_key(decoder, node)?;
    match key.name.as_ref() {
        "all" => conditions(decoder, key, argument).map(Condition::All),
        "any" => conditions(decoder, key, argument).map(Condition::Any),
        "not" => Some(Condition::Not(Box::new(decode(decoder, argument)?))),
        name => Some(Condition::Ask {
            name: decoder.locate(name.to_owned(), key.span),
            argument: decoder.locate(argument.clone().into_owned(), argument.span),
        }),
    }
}

fn single_key<'n>(
    decoder: &mut Decoder,
    node: &'n Node<'n>,
) -> Option<(&'n Key<'n>, &'n Node<'n>)> {
    let entries = match &node.value {
        Value::Map(entries) => entries,
        Value::List(_) => {
            let help = "write `all: [...]` where all must hold, `any: [...]` where one must";
            return wrong(
                decoder,
                node.span,
                "a condition is no list".to_owned(),
                help,
            );
        }
        _ => {
            let message = format!("expected a condition, found {}", node.kind());
            let help = "a condition is a map with one key, `decision: upheld`";
            return wrong(decoder, node.span, message, help);
        }
    };
    match entries.as_slice() {
        [(key, argument)] => Some((key, argument)),
        [] => {
            let help = "a condition that asks nothing would always hold; write one, or remove it";
            wrong(
                decoder,
                node.span,
                "this condition is empty".to_owned(),
                help,
            )
        }
        [_, (second, _), ..] => {
            let names: Vec<_> = entries
                .iter()
                .take(4)
                .map(|(key, _)| quoted(&key.name))
                .collect();
            let message = format!(
                "a condition has one key, this one has {}: {}",
                entries.len(),
                names.join(", ")
            );
            let help = "write `all: [ { ... }, { ... } ]` where all must hold, `any: [...]` where one must";
            wrong(decoder, second.span, message, help)
        }
    }
}

fn conditions(decoder: &mut Decoder, key: &Key, argument: &Node) -> Option<Vec<Condition>> {
    if matches!(&argument.value, Value::List(nodes) if nodes.is_empty()) {
        let outcome = if key.name == "all" { "always" } else { "never" };
        let message = format!("`{}` lists no condition", key.name);
        let help = format!("it would {outcome} hold; write at least one condition");
        return wrong(decoder, argument.span, message, &help);
    }
    let Value::List(nodes) = &argument.value else {
        let message = format!(
            "`{}` expects a list of conditions, found {}",
            key.name,
            argument.kind()
        );
        let help = format!("write `{}: [ {{ ... }}, {{ ... }} ]`", key.name);
        return wrong(decoder, argument.span, message, &help);
    };
    // One condition less would change what the others mean, so all are decoded before one may be lost.
    let decoded: Vec<_> = nodes.iter().map(|node| decode(decoder, node)).collect();
    decoded.into_iter().collect()
}

fn wrong<T>(decoder: &mut Decoder, span: SourceSpan, message: String, help: &str) -> Option<T> {
    decoder.report_with_help(span, message, "not a condition", Some(help.to_owned()));
    None
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use super::*;
    use crate::rules::entries::trial::{complaints, decoded};

    #[test]
    fn conditions_combine() {
        let text = "all: [ { decision: upheld }, { not: { any: [ { a: 1 }, { b: [x] } ] } } ]";
        let (condition, problems) = decoded(text, decode);
        assert!(problems.is_empty(), "{problems:?}");
        let Some(Condition::All(both)) = condition else {
            panic!("all")
        };
        let [Condition::Ask { name, argument }, Condition::Not(_)] = both.as_slice() else {
            panic!("a predicate and a negation")
        };
        assert_eq!(name.value, "decision");
        assert_eq!(name.place.column(), 10);
        assert_eq!(argument.value.value, Value::Text("upheld".into()));
        assert_eq!(argument.place.column(), 20);
    }

    #[test]
    fn wrong_conditions_are_told() {
        let combine =
            "write `all: [ { ... }, { ... } ]` where all must hold, `any: [...]` where one must";
        for (text, complaint) in [
            (
                "{ decision: upheld, conclusion: none }".to_owned(),
                format!("1:21: a condition has one key, this one has 2: decision, conclusion ({combine})"),
            ),
            (
                "{}".to_owned(),
                "1:1: this condition is empty (a condition that asks nothing would always hold; write one, or remove it)"
                    .to_owned(),
            ),
            (
                "all: []".to_owned(),
                "1:6: `all` lists no condition (it would always hold; write at least one condition)"
                    .to_owned(),
            ),
            (
                "not: { any: [] }".to_owned(),
                "1:13: `any` lists no condition (it would never hold; write at least one condition)"
                    .to_owned(),
            ),
            (
                "all: { decision: upheld }".to_owned(),
                "1:6: `all` expects a list of conditions, found a map (write `all: [ { ... }, { ... } ]`)"
                    .to_owned(),
            ),
            (
                "- decision: upheld".to_owned(),
                "1:1: a condition is no list (write `all: [...]` where all must hold, `any: [...]` where one must)"
                    .to_owned(),
            ),
            (
                "not: upheld".to_owned(),
                "1:6: expected a condition, found text (a condition is a map with one key, `decision: upheld`)"
                    .to_owned(),
            ),
        ] {
            assert_eq!(complaints(&text, decode), [format!("t.yaml:{complaint}")]);
        }
    }

    #[test]
    fn all_members_are_checked() {
        let found = complaints("any: [ {}, { a: 1 }, upheld ]", decode);
        assert_eq!(found.len(), 2, "{found:?}");
    }
}
