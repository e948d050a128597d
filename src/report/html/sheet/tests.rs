//! What a sheet keeps of a text, whatever the text and the labels.

use proptest::prelude::*;

use super::*;
use crate::finding::{Finding, Label, Severity};
use crate::report::html::numbered::Standing;
use crate::report::printable::visible;
use crate::span::SourceSpan;

fn finding(spans: &[(usize, usize)]) -> Finding {
    let labels = spans.iter().enumerate().map(|(at, &(start, end))| Label {
        span: SourceSpan { start, end },
        note: String::new(),
        primary: at == 0,
    });
    Finding {
        rule: "item/arithmetic".to_owned(),
        severity: Severity::Error,
        item: None,
        message: String::new(),
        labels: labels.collect(),
        help: None,
        source: None,
        fingerprint: String::new(),
    }
}

fn numbered(findings: &[Finding]) -> Vec<Numbered<'_>> {
    let mut sorted: Vec<&Finding> = findings.iter().collect();
    sorted.sort_by_key(|finding| finding.primary().map(|label| label.span.start));
    let numbered = sorted.into_iter().zip(1..);
    numbered
        .map(|(finding, number)| Numbered {
            number,
            finding,
            standing: Standing::Reported,
        })
        .collect()
}

fn stretches(text: &str, findings: &[Finding]) -> Vec<Stretch> {
    let source = SourceText::from_text(text.to_owned());
    let anchors = Anchors::of("a.txt");
    let findings = numbered(findings);
    Sheet::new(&source, &anchors, &findings, &HashSet::new()).stretches()
}

fn pieces(stretches: &[Stretch]) -> impl Iterator<Item = &Piece> {
    let blocks = stretches.iter();
    let blocks = blocks.flat_map(|stretch| stretch.first.iter().chain(&stretch.rest));
    let lines = blocks.flat_map(|block| &block.lines);
    lines.flat_map(|line| &line.pieces)
}

#[test]
fn findings_stand_beside_the_line_of_their_words() {
    let lines: Vec<String> = (0..40).map(|at| format!("line {at:02}\n")).collect();
    let text = lines.concat();
    let at = |line: usize| (line * 8, line * 8 + 4);
    let findings = [
        finding(&[at(5), at(30)]),
        finding(&[at(7)]),
        finding(&[at(30)]),
    ];
    let stretches = stretches(&text, &findings);
    let beside: Vec<_> = stretches
        .iter()
        .map(|stretch| (stretch.findings.as_slice(), stretch.first.len()))
        .collect();
    let expected: [(&[usize], _); 3] = [(&[], 0), (&[1, 2], 1), (&[3], 1)];
    assert_eq!(beside, expected);
    let overlapped = pieces(&stretches).find(|piece| piece.findings == "1 3");
    let class = overlapped.map(|piece| piece.class.as_str());
    assert_eq!(class, Some("error first other"));
}

proptest! {
    #[test]
    fn the_sheet_holds_all_words_and_each_sign_once(
        text in "([a-z<&\"é\u{202e}]{0,6}[ \n\r\u{c}\t]{0,3}){0,40}",
        spans in proptest::collection::vec(
            proptest::collection::vec((0usize..200, 0usize..30), 1..4), 0..6),
    ) {
        let findings: Vec<Finding> = spans
            .iter()
            .map(|spans| {
                let spans: Vec<_> = spans.iter().map(|&(at, len)| (at, at + len)).collect();
                finding(&spans)
            })
            .collect();
        let stretches = stretches(&text, &findings);
        let shown: String = pieces(&stretches).map(|piece| piece.text.as_str()).collect();
        let words = |text: &str| -> String {
            text.chars().filter(|c| !c.is_whitespace()).map(visible).collect()
        };
        prop_assert_eq!(words(&shown), words(&text));
        let signs = pieces(&stretches).map(|piece| piece.signs.len()).sum::<usize>();
        prop_assert_eq!(signs, spans.iter().map(Vec::len).sum::<usize>());
        let cards: Vec<usize> =
            stretches.iter().flat_map(|stretch| stretch.findings.clone()).collect();
        prop_assert_eq!(cards, (1..=findings.len()).collect::<Vec<_>>());
    }
}
