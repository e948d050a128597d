//! Bars beside numbers.

/// How bars are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bars {
    /// In blocks, to the eighth of a column, for a terminal.
    Blocks,
    /// In ASCII, for files and pipes.
    Ascii,
}

/// The columns of the longest bar.
const WIDTH: usize = 24;

/// Blocks of one eighth to seven eighths of a column.
const EIGHTHS: [char; 7] = ['▏', '▎', '▍', '▌', '▋', '▊', '▉'];

impl Bars {
    /// A bar for `number` where the longest one stands for `most`. Whatever is not nothing is seen.
    pub(super) fn bar(self, number: usize, most: usize) -> String {
        if number == 0 || most == 0 {
            return String::new();
        }
        match self {
            Self::Blocks => {
                let eighths = (number * WIDTH * 8).div_ceil(most);
                let mut bar = "█".repeat(eighths / 8);
                bar.extend((eighths % 8).checked_sub(1).and_then(|at| EIGHTHS.get(at)));
                bar
            }
            Self::Ascii => "#".repeat((number * WIDTH).div_ceil(most)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_are_as_long_as_their_numbers() {
        assert_eq!(Bars::Ascii.bar(12, 12).len(), WIDTH);
        assert_eq!(Bars::Ascii.bar(1, 1_000), "#");
        assert_eq!(Bars::Ascii.bar(0, 12), "");
        assert_eq!(Bars::Blocks.bar(1, 24), "█");
        assert_eq!(Bars::Blocks.bar(1, 48), "▌");
        assert_eq!(Bars::Blocks.bar(3, 48), "█▌");
    }
}
