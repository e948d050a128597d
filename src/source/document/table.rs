//! The rows of a table as lines. Letters have tables of labels and values: "Case Number" beside its number, a treatment
//! beside its decision. Such a pair is a line, `label: value`; all other cells have lines of their own.

/// The cells of a row, each with its lines, as lines. Cells without text give none.
pub(super) fn row_lines(cells: Vec<Vec<String>>) -> Vec<String> {
    let printed = cells.into_iter().map(without_empty_ends);
    let cells: Vec<Vec<String>> = printed.filter(|lines| !lines.is_empty()).collect();
    let paired = is_paired(&cells);
    let mut lines: Vec<String> = Vec::new();
    let mut awaits_value = false;
    for (at, mut cell) in cells.into_iter().enumerate() {
        let is_label = is_label(&cell) || paired && at % 2 == 0;
        match (lines.last_mut(), cell.first_mut()) {
            (Some(label), Some(value)) if awaits_value && !is_label => {
                *value = joined(label, value);
                lines.pop();
            }
            _ => {}
        }
        awaits_value = is_label;
        lines.append(&mut cell);
    }
    lines
}

/// A label and the first line of its value. Lines that were broken keep the space at their end.
fn joined(label: &str, value: &str) -> String {
    let colon = if ends_in_colon(label) { "" } else { ":" };
    format!("{}{colon} {value}", label.trim_end())
}

fn is_label(cell: &[String]) -> bool {
    matches!(cell, [line] if ends_in_colon(line))
}

fn ends_in_colon(line: &str) -> bool {
    line.trim_end().ends_with(':')
}

/// Whether a row is a label and a value, or two such pairs, although no colon says so. In a row of four the labels are those
/// that hold no number.
fn is_paired(cells: &[Vec<String>]) -> bool {
    let names = |cell: &[String]| matches!(cell, [line] if !line.trim_end().ends_with(['.', ';', '?', '!', ':']));
    let holds_number = |cell: &[String]| {
        cell.iter()
            .any(|line| line.contains(|letter: char| letter.is_ascii_digit()))
    };
    match cells {
        [label, _] => names(label),
        [one, its, other, others] => {
            [one, other]
                .iter()
                .all(|label| names(label) && !holds_number(label))
                && [its, others].iter().any(|value| holds_number(value))
        }
        _ => false,
    }
}

fn without_empty_ends(mut lines: Vec<String>) -> Vec<String> {
    let is_empty = |line: &String| line.trim().is_empty();
    let printed = lines.iter().rposition(|line| !is_empty(line));
    lines.truncate(printed.map_or(0, |last| last + 1));
    let first = lines.iter().position(|line| !is_empty(line));
    lines.split_off(first.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_lines(cells: &[&str], expected: &[&str]) {
        let cells = cells
            .iter()
            .map(|cell| cell.split('\n').map(str::to_owned).collect());
        assert_eq!(row_lines(cells.collect()), expected);
    }

    #[test]
    fn a_label_and_its_value_are_a_line() {
        assert_lines(
            &["Case Number:", "CM16-9900001"],
            &["Case Number: CM16-9900001"],
        );
        assert_lines(
            &["Case Number", "CM16-9900001"],
            &["Case Number: CM16-9900001"],
        );
        assert_lines(&["MRI, knee", "Upheld"], &["MRI, knee: Upheld"]);
    }

    #[test]
    fn so_are_two_pairs() {
        assert_lines(
            &["Case Number:", "CM16-9900001", "", "Priority:", "Standard"],
            &["Case Number: CM16-9900001", "Priority: Standard"],
        );
        assert_lines(
            &["Priority", "Standard", "Date of Injury", "05/12/2016"],
            &["Priority: Standard", "Date of Injury: 05/12/2016"],
        );
    }

    #[test]
    fn a_label_without_a_value_stays_alone() {
        assert_lines(
            &["Priority:", "", "Received:", "12/06/2016"],
            &["Priority:", "Received: 12/06/2016"],
        );
        assert_lines(
            &["Case Number:", "Priority:"],
            &["Case Number:", "Priority:"],
        );
    }

    #[test]
    fn other_cells_have_lines_of_their_own() {
        assert_lines(&["1", "MRI, knee", "Upheld"], &["1", "MRI, knee", "Upheld"]);
        assert_lines(
            &["Drug", "Dose", "Number", "Refills"],
            &["Drug", "Dose", "Number", "Refills"],
        );
        assert_lines(&["It is so.", "It is not."], &["It is so.", "It is not."]);
        assert_lines(&["a\nb", "c"], &["a", "b", "c"]);
    }

    #[test]
    fn a_value_of_several_lines_begins_behind_its_label() {
        assert_lines(
            &["Decision rationale", "\nOne.\nTwo.\n"],
            &["Decision rationale: One.", "Two."],
        );
    }
}
