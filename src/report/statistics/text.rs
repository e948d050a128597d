//! The numbers of a run in tables.

use super::{Bars, Statistics};
use crate::report::printable::one_line;
use crate::report::summary::Summary;

/// How many of the most cited editions are shown.
const EDITIONS: usize = 15;

/// What stands for items that name no treatment.
const NO_TREATMENT: &str = "(none named)";

/// A table: a name in the first column, then numbers, then a bar.
struct Table {
    title: &'static str,
    columns: Vec<&'static str>,
    rows: Vec<Line>,
}

struct Line {
    name: String,
    numbers: Vec<String>,
    bar: String,
}

/// The tables below one another, those with nothing in them left out.
pub(super) fn drawn(statistics: &Statistics, summary: &Summary, bars: Bars) -> String {
    let tables = [
        treatments(statistics, bars),
        rules(statistics, bars),
        editions(statistics, bars),
        letters(statistics),
    ];
    let tables = tables.iter().filter(|table| !table.rows.is_empty());
    let tables: String = tables.map(|table| format!("\n{}", table.drawn())).collect();
    format!("{summary}\n{tables}")
}

fn treatments(statistics: &Statistics, bars: Bars) -> Table {
    let all = statistics.by_treatment();
    let most = all.iter().map(|(_, decisions)| decisions.items).max();
    let rows = all.iter().map(|(name, decisions)| Line {
        name: name.unwrap_or(NO_TREATMENT).to_owned(),
        numbers: [
            decisions.items,
            decisions.upheld,
            decisions.overturned,
            decisions.other,
        ]
        .map(|number| number.to_string())
        .to_vec(),
        bar: bars.bar(decisions.items, most.unwrap_or_default()),
    });
    Table {
        title: "Items by treatment",
        columns: vec!["items", "upheld", "overturned", "other"],
        rows: rows.collect(),
    }
}

fn rules(statistics: &Statistics, bars: Bars) -> Table {
    let all = statistics.by_rule();
    let most = all.iter().map(|rule| rule.findings).max();
    let rows = all.iter().map(|rule| Line {
        name: format!("{:7}  {}", rule.severity, rule.rule),
        numbers: vec![
            rule.findings.to_string(),
            rule.letters.to_string(),
            format!("{:.1}", rule.per_100_letters),
        ],
        bar: bars.bar(rule.findings, most.unwrap_or_default()),
    });
    Table {
        title: "Findings by rule",
        columns: vec!["findings", "letters", "per 100 letters"],
        rows: rows.collect(),
    }
}

fn editions(statistics: &Statistics, bars: Bars) -> Table {
    let all = statistics.editions();
    let most = all.first().map(|(_, items)| *items);
    let rows = all.iter().take(EDITIONS).map(|(id, items)| Line {
        name: (*id).to_owned(),
        numbers: vec![items.to_string()],
        bar: bars.bar(*items, most.unwrap_or_default()),
    });
    Table {
        title: "Editions cited most",
        columns: vec!["items"],
        rows: rows.collect(),
    }
}

/// Paths are long and the numbers small: bars would only make the lines longer.
fn letters(statistics: &Statistics) -> Table {
    let all = statistics.worst();
    let rows = all.iter().map(|letter| Line {
        name: one_line(&letter.path).into_owned(),
        numbers: vec![letter.findings.to_string(), letter.errors.to_string()],
        bar: String::new(),
    });
    Table {
        title: "Letters with most findings",
        columns: vec!["findings", "errors"],
        rows: rows.collect(),
    }
}

impl Table {
    fn drawn(&self) -> String {
        let names = self.rows.iter().map(|row| row.name.chars().count() + 2);
        let width = names.chain([self.title.len()]).max().unwrap_or_default();
        let head = self.line(self.title, &self.columns, "", width);
        let rows = self.rows.iter().map(|row| {
            let numbers: Vec<&str> = row.numbers.iter().map(String::as_str).collect();
            self.line(&format!("  {}", row.name), &numbers, &row.bar, width)
        });
        [head].into_iter().chain(rows).collect()
    }

    /// A line with numbers under the ends of the names of their columns.
    fn line(&self, name: &str, cells: &[&str], bar: &str, width: usize) -> String {
        let mut line = format!("{name:width$}");
        for (column, cell) in self.columns.iter().zip(cells) {
            line.push_str(&format!("  {cell:>width$}", width = column.len()));
        }
        line.push_str(&format!("  {bar}"));
        format!("{}\n", line.trim_end())
    }
}
