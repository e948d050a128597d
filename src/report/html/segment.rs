//! Words of a letter, cut where highlights begin and end.
//!
//! Labels overlap: a number lies in the sentence that another finding is about. Elements of a page cannot overlap, so
//! the text is cut at every border, and each segment knows all labels that cover it.

use std::ops::Range;

/// A piece of text under the same labels from its beginning to its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Segment {
    /// Its bytes in the text.
    pub(super) bytes: Range<usize>,
    /// The labels that cover it, by number.
    pub(super) labels: Vec<usize>,
    /// The labels that begin here, those that cover nothing among them.
    pub(super) begins: Vec<usize>,
}

/// The segments of `within`, in order; together they are the whole of it. `labels` lie on character borders. What
/// begins at the end of `within` belongs to what follows it, unless `is_last` says that nothing does.
pub(super) fn segments(
    within: &Range<usize>,
    labels: &[Range<usize>],
    is_last: bool,
) -> Vec<Segment> {
    let mut borders = vec![within.start, within.end];
    let ends = labels.iter().flat_map(|label| [label.start, label.end]);
    borders.extend(ends.filter(|at| within.contains(at)));
    borders.sort_unstable();
    borders.dedup();
    let mut cut: Vec<Segment> = borders
        .windows(2)
        .map(|pair| segment(pair[0]..pair[1], labels))
        .collect();
    if is_last {
        let end = segment(within.end..within.end, labels);
        cut.extend(Some(end).filter(|end| !end.begins.is_empty()));
    }
    cut
}

fn segment(bytes: Range<usize>, labels: &[Range<usize>]) -> Segment {
    let numbers = |fits: &dyn Fn(&Range<usize>) -> bool| {
        let fitting = labels.iter().enumerate().filter(|(_, label)| fits(label));
        fitting.map(|(number, _)| number).collect()
    };
    Segment {
        labels: numbers(&|label| label.start < bytes.end && bytes.start < label.end),
        begins: numbers(&|label| label.start == bytes.start),
        bytes,
    }
}

#[cfg(test)]
mod tests {
    use std::slice::from_ref;

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn labels_that_overlap_are_cut_at_their_borders() {
        let cut = segments(&(0..10), &[2..6, 4..8, 8..8], false);
        let seen: Vec<_> = cut
            .iter()
            .map(|segment| (segment.bytes.clone(), segment.labels.as_slice()))
            .collect();
        let expected: [(_, &[usize]); 5] = [
            (0..2, &[]),
            (2..4, &[0]),
            (4..6, &[0, 1]),
            (6..8, &[1]),
            (8..10, &[]),
        ];
        assert_eq!(seen, expected);
        assert_eq!(cut[4].begins, [2]);
    }

    #[test]
    fn a_place_at_the_end_of_the_text_is_kept() {
        let place = 3..3;
        let labels = from_ref(&place);
        assert_eq!(segments(&(0..3), labels, false).len(), 1);
        let cut = segments(&(0..3), labels, true);
        assert_eq!(cut.last().map(|end| end.begins.clone()), Some(vec![0]));
        let place = 0..0;
        assert_eq!(segments(&(0..0), from_ref(&place), true)[0].begins, [0]);
    }

    proptest! {
        #[test]
        fn the_segments_are_the_text(
            pairs in proptest::collection::vec((0usize..60, 0usize..60), 0..8),
            cuts in proptest::collection::vec(0usize..60, 0..5),
        ) {
            let labels: Vec<Range<usize>> =
                pairs.iter().map(|&(a, b)| a.min(b)..a.max(b)).collect();
            let mut borders = vec![0, 60];
            borders.extend(cuts);
            borders.sort_unstable();
            let lines: Vec<Range<usize>> =
                borders.windows(2).map(|pair| pair[0]..pair[1]).collect();
            let mut at = 0;
            let mut begun = vec![0; labels.len()];
            for line in &lines {
                for segment in segments(line, &labels, line.end == 60 && !line.is_empty()) {
                    prop_assert_eq!(segment.bytes.start, at);
                    at = segment.bytes.end;
                    for byte in segment.bytes.clone() {
                        for (number, label) in labels.iter().enumerate() {
                            prop_assert_eq!(label.contains(&byte), segment.labels.contains(&number));
                        }
                    }
                    for number in segment.begins {
                        begun[number] += 1;
                    }
                }
            }
            prop_assert_eq!(at, 60);
            prop_assert!(begun.iter().all(|&times| times == 1));
        }
    }
}
