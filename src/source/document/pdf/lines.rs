//! From the cells of a page to its lines, in the order in which a person reads them: line by line, and in a table cell
//! by cell, also where the words of a cell take several lines.

use super::cells::{self, Cell};

/// A line of text: a printed line, or what one cell of a table has on that line.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// Without white space around it. Empty where nothing but white space was written, as in an empty paragraph.
    pub(super) text: String,
    pub(super) x1: f64,
    /// The first and the last baseline of the table row that it belongs to; otherwise both are its own.
    pub(super) top: f64,
    pub(super) bottom: f64,
    /// The size of its type.
    pub(super) em: f64,
    /// The length of its first word.
    pub(super) first_word: f64,
    /// It stands in one table row with the line before.
    pub(super) in_row: bool,
}

impl Line {
    pub(super) fn is_blank(&self) -> bool {
        self.text.is_empty()
    }
}

/// What the order in which cells were drawn tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Drawn {
    /// A program that had the text wrote one cell of a table after the other.
    ByCell,
    /// Nothing.
    Anyhow,
}

/// The lines of a page, from top to bottom.
pub(super) fn in_reading_order(cells: Vec<Cell>, drawn: Drawn) -> Vec<Line> {
    let rows = rows(cells);
    let mut lines = Vec::with_capacity(rows.len());
    let mut rest = rows.as_slice();
    while let Some(first) = rest.first() {
        let count = match drawn {
            Drawn::ByCell => rows_of_one_table_row(rest),
            Drawn::Anyhow => 1,
        };
        let (together, after) = rest.split_at(count);
        if count == 1 {
            push_lines(&mut lines, first);
        } else {
            let mut cells: Vec<Cell> = together.concat();
            cells.retain(|cell| !cell.is_blank());
            cells.sort_by_key(|cell| cell.drawn);
            push_lines(&mut lines, &cells);
        }
        rest = after;
    }
    lines
}

/// The cells of every printed line from left to right, lines from top to bottom. Blank cells are left out unless there
/// is nothing else on their line.
fn rows(mut cells: Vec<Cell>) -> Vec<Vec<Cell>> {
    cells.sort_by(|one, other| one.y.total_cmp(&other.y));
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for cell in cells {
        match rows.last_mut() {
            Some(row) if stands_in(row, &cell) => row.push(cell),
            _ => rows.push(vec![cell]),
        }
    }
    rows.into_iter().map(joined).collect()
}

fn stands_in(row: &[Cell], cell: &Cell) -> bool {
    let largest = row.iter().max_by(|one, other| one.em.total_cmp(&other.em));
    largest.is_some_and(|largest| cells::is_same_line(largest.y, cell.y, largest.em.max(cell.em)))
}

fn joined(mut row: Vec<Cell>) -> Vec<Cell> {
    if row.iter().any(|cell| !cell.is_blank()) {
        row.retain(|cell| !cell.is_blank());
    } else {
        row.truncate(1);
    }
    row.sort_by(|one, other| one.x0.total_cmp(&other.x0));
    let mut joined: Vec<Cell> = Vec::with_capacity(row.len());
    for cell in row {
        match joined.last_mut() {
            Some(left) if left.goes_on_with(&cell) => left.append(&cell),
            _ => joined.push(cell),
        }
    }
    joined
}

/// How many printed lines, from the first on, make up one row of a table: those of which one was drawn while another
/// was not yet done.
fn rows_of_one_table_row(rows: &[Vec<Cell>]) -> usize {
    let mut range: Option<(usize, usize)> = None;
    let mut count = 0;
    for row in rows {
        let first = row.iter().map(|cell| cell.drawn).min().unwrap_or_default();
        let last = row.iter().map(|cell| cell.drawn).max().unwrap_or_default();
        range = match range {
            Some((start, end)) if first < end && start < last => {
                Some((start.min(first), end.max(last)))
            }
            Some(_) => break,
            None => Some((first, last)),
        };
        count += 1;
    }
    let (together, _) = rows.split_at(count);
    if reads_by_cell(together) { count } else { 1 }
}

/// Whether the cells, in the order in which they were drawn, lie as in a table: nothing goes back up and to the left.
fn reads_by_cell(rows: &[Vec<Cell>]) -> bool {
    let mut cells: Vec<&Cell> = rows.iter().flatten().collect();
    cells.sort_by_key(|cell| cell.drawn);
    cells.windows(2).all(|pair| match pair {
        [before, after] => after.y >= before.y - before.em || after.x0 > before.x0,
        _ => true,
    })
}

fn push_lines(lines: &mut Vec<Line>, cells: &[Cell]) {
    let top = cells.iter().map(|cell| cell.y).fold(f64::MAX, f64::min);
    let bottom = cells.iter().map(|cell| cell.y).fold(f64::MIN, f64::max);
    lines.extend(cells.iter().enumerate().map(|(at, cell)| Line {
        text: cell.text.trim().to_owned(),
        x1: cell.x1,
        top,
        bottom,
        em: cell.em,
        first_word: cell.word_end - cell.x0,
        in_row: at > 0,
    }));
}
