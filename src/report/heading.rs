//! The heading of a disputed item on one line.

use super::printable::one_line;

/// `text` on one line of at most about `columns` characters. What is too long loses words in its
/// middle: a heading begins with what was asked for and ends with what was decided.
pub(super) fn shortened(text: &str, columns: usize) -> String {
    let line = one_line(text);
    let length = line.chars().count();
    if length <= columns {
        return line.into_owned();
    }
    let half = columns.saturating_sub(3) / 2;
    let head: String = line.chars().take(half).collect();
    let tail: String = line.chars().skip(length - half).collect();
    let head = head.rsplit_once(' ').map_or(&*head, |(words, _)| words);
    let tail = tail.split_once(' ').map_or(&*tail, |(_, words)| words);
    format!("{} … {}", head.trim_end(), tail.trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_heading_keeps_its_ends() {
        let heading = "Physical therapy two times a week for six weeks for the lower back: Upheld";
        assert_eq!(shortened(heading, 80), heading);
        assert_eq!(
            shortened(heading, 50),
            "Physical therapy two … the lower back: Upheld"
        );
        assert_eq!(shortened(&"x".repeat(9), 5), "x … x");
        assert_eq!(shortened("", 5), "");
    }
}
