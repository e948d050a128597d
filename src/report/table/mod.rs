//! The report as one flat table: a row for each disputed item, each finding and each letter that could not be read.
//!
//! [`COLUMNS`] says once what the columns are; the header of a CSV file, the schema of a Parquet file and the table in
//! `docs/formats.md` follow from it.

mod columns;
mod fill;
mod row;

pub use columns::{COLUMNS, Column, Kind, Value};
pub use fill::{of_waivers, rows};
pub use row::{FindingCells, ItemCells, LetterCells, Reported, Row, RowOf};

#[cfg(all(test, feature = "cli"))]
mod tests {
    use super::*;

    #[test]
    fn the_columns_are_those_of_the_documentation() {
        let page = include_str!("../../../docs/formats.md");
        let told: Vec<&str> = page
            .lines()
            .skip_while(|line| *line != "| column | type | content |")
            .skip(2)
            .take_while(|line| line.starts_with('|'))
            .collect();
        let columns: Vec<String> = COLUMNS
            .iter()
            .map(|column| {
                let Column {
                    name, kind, about, ..
                } = column;
                format!("| `{name}` | {} | {about} |", kind.name())
            })
            .collect();
        assert_eq!(told, columns);
    }
}
