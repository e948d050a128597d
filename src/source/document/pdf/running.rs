//! Running headers and footers: lines that stand at the same place of page after page. They are no part of the letter,
//! and would interrupt the rationale that goes on over a page border.
//!
//! A line of the letter must never be taken for one, and letters repeat themselves: two pages may well begin with the
//! same guideline line. So lines are only left out if every page has them (the first may have others, or none) and they
//! are set apart from the text, the further the less else speaks for it. Documents that mark their headers as such are
//! not asked: those never come here.

use super::lines::Line;

/// Lines of a header or footer.
const MOST_LINES: usize = 4;

/// In points: lines that differ less in height stand at the same place.
const SAME_HEIGHT: f64 = 2.0;

/// In parts of the size of the type: the least distance between a header and the text.
const APART: f64 = 1.6;

/// ... where only two pages have it, and it does not tell their numbers: further than an empty line sets apart.
const FAR_APART: f64 = 2.5;

/// The end of a page where a header or footer stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Top,
    Bottom,
}

/// Takes running headers and footers out of the pages.
pub(super) fn remove(pages: &mut [Vec<Line>]) {
    for end in [End::Top, End::Bottom] {
        let running: Vec<usize> = (0..pages.len())
            .map(|at| running_lines(pages, at, end))
            .collect();
        for (page, count) in pages.iter_mut().zip(running) {
            for _ in 0..count {
                remove_outermost(page, end);
            }
        }
    }
}

fn remove_outermost(page: &mut Vec<Line>, end: End) {
    let is_printed = |line: &Line| !line.is_blank();
    let at = match end {
        End::Top => page.iter().position(is_printed),
        End::Bottom => page.iter().rposition(is_printed),
    };
    if let Some(at) = at {
        page.remove(at);
    }
}

/// The printed lines nearest to one end of a page, the outermost first.
fn outermost(page: &[Line], end: End) -> Vec<&Line> {
    let printed = page.iter().filter(|line| !line.is_blank());
    match end {
        End::Top => printed.take(MOST_LINES + 1).collect(),
        End::Bottom => printed.rev().take(MOST_LINES + 1).collect(),
    }
}

/// How many lines at one end of a page are running ones.
fn running_lines(pages: &[Vec<Line>], at: usize, end: End) -> usize {
    let lines = pages
        .get(at)
        .map(|page| outermost(page, end))
        .unwrap_or_default();
    let mut most = 0;
    for (depth, line) in lines.iter().enumerate().take(MOST_LINES) {
        let apart = lines
            .get(depth + 1)
            .map_or(0.0, |next| distance(line, next));
        if depth == 0 && is_page_number(&line.text, at + 1) && apart > APART {
            most = 1;
        }
        let Some(needed) = running_if_apart(line, depth, at, pages, end) else {
            break;
        };
        if apart > needed {
            most = depth + 1;
        }
    }
    most
}

/// How far a line must be set apart from the text to be a running one; `None`: it is none.
fn running_if_apart(
    line: &Line,
    depth: usize,
    at: usize,
    pages: &[Vec<Line>],
    end: End,
) -> Option<f64> {
    let is_same = |page: &Vec<Line>| {
        outermost(page, end).get(depth).is_some_and(|other| {
            (other.top - line.top).abs() <= SAME_HEIGHT
                && same_but_for_numbers(&other.text, &line.text)
        })
    };
    let with_it = pages.iter().filter(|page| is_same(page)).count();
    let begins_in_sentence = line.text.starts_with(char::is_lowercase);
    if with_it < 2 || begins_in_sentence || !pages.iter().skip(1).all(is_same) {
        return None;
    }
    let tells_page = numbers(&line.text).any(|number| number == (at + 1).to_string());
    Some(if with_it > 2 || tells_page {
        APART
    } else {
        FAR_APART
    })
}

/// From line to line, in parts of the size of the type.
fn distance(one: &Line, other: &Line) -> f64 {
    let between = f64::max(other.top - one.bottom, one.top - other.bottom);
    between / one.em.max(other.em)
}

fn numbers(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_ascii_digit())
        .filter(|number| !number.is_empty())
}

fn same_but_for_numbers(one: &str, other: &str) -> bool {
    let without_numbers = |text: &str| -> String {
        text.split(|letter: char| letter.is_ascii_digit())
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join("0")
    };
    one == other || without_numbers(one) == without_numbers(other)
}

/// Whether a line ends in telling that this is the page of that number, and tells nothing else unless it says "page":
/// "2", "- 2 -", "2 of 5", "Page 2 of 5", "Case CM16-9900001, page 2".
fn is_page_number(text: &str, number: usize) -> bool {
    let words: Vec<String> = text
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let counted = match words.as_slice() {
        [before @ .., "of", all] if is_number(all) => before,
        words => words,
    };
    match counted {
        [before @ .., this] if *this == number.to_string() => {
            before.is_empty() || before.last() == Some(&"page")
        }
        _ => false,
    }
}
