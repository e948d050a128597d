//! Dates of editions: `2016-07-28`, or `2009-07` and `2009` where no more is known.

use crate::reading::date::Date;
use crate::rules::decode::{Decoder, Located, quoted};
use crate::rules::pack::InForce;
use crate::rules::yaml::{Node, Value};

/// The years that a guideline can be of.
pub(in crate::rules) const YEARS: std::ops::RangeInclusive<i64> = 1950..=2099;

/// The days between which an edition was in force: `{ from: 2009-07-18, to: 2016-07-27 }`.
pub(super) fn in_force(decoder: &mut Decoder, node: &Node) -> Option<InForce> {
    let mut fields = decoder.fields(node, "the time in force")?;
    let from = fields.optional(decoder, "from", date);
    let to = fields.optional(decoder, "to", date);
    let is_empty = fields.key_span("from").or(fields.key_span("to")).is_none();
    fields.finish(decoder);
    if is_empty {
        decoder.report_with_help(
            node.span,
            "the time in force has neither a first nor a last day",
            "says nothing",
            Some("give `from`, `to` or both, or leave `in_force` out".to_owned()),
        );
    }
    if let (Some(from), Some(to)) = (&from, &to)
        && from.value > to.value
    {
        let message = format!(
            "in force from {} to {}, which is earlier",
            from.value, to.value
        );
        decoder.report_with_help(
            to.place.span,
            message,
            "before the first day",
            Some("exchange the two days, or correct one".to_owned()),
        );
    }
    Some(InForce {
        from: from.map(|date| date.value),
        to: to.map(|date| date.value),
    })
}

/// One date in ISO form.
fn date(decoder: &mut Decoder, node: &Node) -> Option<Located<Date>> {
    let written = match &node.value {
        Value::Text(text) => text.clone().into_owned(),
        // A year alone is a number to YAML.
        Value::Int(year) => year.to_string(),
        _ => return decoder.wrong_kind(node, "a date"),
    };
    let Ok(date) = written.parse::<Date>() else {
        let message = format!("`{}` is no date", quoted(&written));
        let help = "write the year, month and day of a day that exists, `2016-07-28`";
        decoder.report_with_help(node.span, message, "no date", Some(help.to_owned()));
        return None;
    };
    Some(decoder.locate(date, node.span))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::rules::entries::trial::{complaints, decoded};

    #[test]
    fn one_end_may_be_open_and_the_day_unknown() {
        let days = |text| {
            let (value, problems) = decoded(text, in_force);
            assert!(problems.is_empty(), "{problems:?}");
            let InForce { from, to } = value.unwrap();
            [from, to].map(|date| date.map(|date| date.to_string()))
        };
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(
            days("{ from: 2007-06-15, to: 2017-11-30 }"),
            [some("2007-06-15"), some("2017-11-30")]
        );
        assert_eq!(days("from: 2004"), [some("2004"), None]);
        assert_eq!(days("to: '2009-07'"), [None, some("2009-07")]);
        assert_eq!(
            days("{ from: 2016-07-28, to: 2016-07-28 }"),
            [some("2016-07-28"), some("2016-07-28")]
        );
    }

    #[test]
    fn wrong_days_are_told() {
        let form = "write the year, month and day of a day that exists, `2016-07-28`";
        for (text, complaint) in [
            (
                "from: 2016-13-01",
                format!("1:7: `2016-13-01` is no date ({form})"),
            ),
            (
                "to: 2015-02-29",
                format!("1:5: `2015-02-29` is no date ({form})"),
            ),
            (
                "to: 02/28/2015",
                format!("1:5: `02/28/2015` is no date ({form})"),
            ),
            (
                "to: [2015]",
                "1:5: expected a date, found a list".to_owned(),
            ),
            (
                "{ from: 2017-01-01, to: 2016-12-31 }",
                "1:25: in force from 2017-01-01 to 2016-12-31, which is earlier \
                 (exchange the two days, or correct one)"
                    .to_owned(),
            ),
            (
                "{}",
                "1:1: the time in force has neither a first nor a last day \
                 (give `from`, `to` or both, or leave `in_force` out)"
                    .to_owned(),
            ),
            (
                "{ from: 2016, until: 2017 }",
                "1:15: unknown key `until` in the time in force (known: from, to)".to_owned(),
            ),
        ] {
            assert_eq!(complaints(text, in_force), [format!("t.yaml:{complaint}")]);
        }
    }
}
