//! A letter that is laid out anew, as another extraction of its PDF lays it out, keeps the fingerprints of its findings.

use std::sync::OnceLock;

use imr_lint::check::Linter;
use imr_lint::rules::{embedded, load};
use imr_lint::source::SourceText;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::RngSeed;

use crate::samples::{FINDINGS, bytes_of, files_in, finding_letter, text_of};

/// Rule and fingerprint of each finding.
type Found = Vec<(String, String)>;

fn found(text: String) -> Found {
    static LINTER: OnceLock<Linter> = OnceLock::new();
    let linter = LINTER.get_or_init(|| Linter::new(load(embedded()).pack).0);
    let source = SourceText::from_text(text);
    let letter = linter.parse(&source);
    let findings = linter.check(&source, &letter, None).findings;
    let pairs = findings.into_iter();
    pairs
        .map(|finding| (finding.rule, finding.fingerprint))
        .collect()
}

/// A letter of the fixtures without its layout.
struct Letter {
    path: String,
    /// Paragraphs, each with its lines.
    paragraphs: Vec<Vec<String>>,
    found: Found,
}

fn letters() -> &'static [Letter] {
    static LETTERS: OnceLock<Vec<Letter>> = OnceLock::new();
    LETTERS.get_or_init(|| files_in(FINDINGS).into_iter().map(letter).collect())
}

fn letter(path: String) -> Letter {
    let source = SourceText::from_bytes(&bytes_of(&path)).unwrap();
    let paragraphs = source.canonical().lines().split("\n\n");
    let lines = |paragraph: &str| paragraph.lines().map(str::to_owned).collect();
    Letter {
        paragraphs: paragraphs.map(lines).collect(),
        found: found(source.text().to_owned()),
        path,
    }
}

/// How a letter is printed.
#[derive(Clone, Debug)]
struct Printing {
    /// Characters to a line of prose.
    width: usize,
    double_spaced: bool,
    windows: bool,
    curly: bool,
    /// Words are divided at line ends: behind hyphens of their own, and elsewhere with soft hyphens.
    hyphenated: bool,
    /// Where pages end, as shares of the lines.
    pages: Vec<Index>,
}

fn printing() -> impl Strategy<Value = Printing> {
    let pages = prop::collection::vec(any::<Index>(), 0..4);
    (70..120_usize, any::<[bool; 4]>(), pages).prop_map(|(width, choices, pages)| {
        let [double_spaced, windows, curly, hyphenated] = choices;
        Printing {
            width,
            double_spaced,
            windows,
            curly,
            hyphenated,
            pages,
        }
    })
}

impl Printing {
    fn print(&self, letter: &Letter) -> String {
        let paragraphs = letter.paragraphs.iter().map(|lines| self.wrapped(lines));
        let mut lines: Vec<String> = Vec::new();
        for mut paragraph in paragraphs {
            lines.append(&mut paragraph);
            lines.push(" ".to_owned());
        }
        // A page ends where a line ends, and the next begins with a form feed.
        for page in &self.pages {
            let at = page.index(lines.len());
            if at > 0 && !lines[at].trim().is_empty() && !lines[at].starts_with('\x0c') {
                lines[at].insert(0, '\x0c');
            }
        }
        let mut text = lines.join(if self.double_spaced { "\n\n" } else { "\n" });
        if self.curly {
            text = with_curly_quotes(&text);
        }
        if self.windows {
            text = text.replace('\n', "\r\n");
        }
        text
    }

    /// The lines of a paragraph, wrapped anew if it is one of prose. Lists and labels keep their lines.
    fn wrapped(&self, lines: &[String]) -> Vec<String> {
        let prose = lines.iter().rev().skip(1).all(|line| line.len() > 70);
        if !prose {
            return lines.iter().map(|line| format!("{line} ")).collect();
        }
        let mut wrapped = vec![String::new()];
        for word in lines.iter().flat_map(|line| line.split(' ')) {
            self.push_word(&mut wrapped, word);
        }
        wrapped.iter().map(|line| printed_line(line)).collect()
    }

    fn push_word(&self, lines: &mut Vec<String>, word: &str) {
        let Some(line) = lines.last_mut() else { return };
        let space = usize::from(!line.is_empty());
        if line.len() + space + word.len() <= self.width {
            line.push_str(&" "[..space]);
            line.push_str(word);
            return;
        }
        match divided(word).filter(|_| self.hyphenated) {
            Some((before, after)) => {
                line.push(' ');
                line.push_str(&before);
                lines.push(after);
            }
            None => lines.push(word.to_owned()),
        }
    }
}

/// The space at the end of a line is kept, but not behind the half of a word.
fn printed_line(line: &str) -> String {
    let halved = line.ends_with(['-', '\u{AD}']);
    format!("{line}{}", if halved { "" } else { " " })
}

/// The two halves of a word at a line end.
fn divided(word: &str) -> Option<(String, String)> {
    let letters = |part: &str| part.len() > 2 && part.bytes().all(|byte| byte.is_ascii_lowercase());
    if let Some((before, after)) = word.split_once('-') {
        let whole = letters(before) && letters(after);
        return whole.then(|| (format!("{before}-"), after.to_owned()));
    }
    let (before, after) = word.split_at_checked(word.len() / 2)?;
    let whole = letters(before) && letters(after);
    whole.then(|| (format!("{before}\u{AD}"), after.to_owned()))
}

fn with_curly_quotes(text: &str) -> String {
    let mut curly = String::with_capacity(text.len());
    for character in text.chars() {
        let opens = curly.ends_with(|before: char| before.is_whitespace() || before == '(');
        curly.push(match character {
            '"' if opens => '\u{201C}',
            '"' => '\u{201D}',
            '\'' => '\u{2019}',
            other => other,
        });
    }
    curly
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 24,
        rng_seed: RngSeed::Fixed(9792),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn another_layout_keeps_all_fingerprints(printing in printing()) {
        for letter in letters() {
            let text = printing.print(letter);
            prop_assert_eq!(&found(text.clone()), &letter.found, "{} as {:?}:\n{}", letter.path, printing, text);
        }
    }
}

#[test]
fn equal_findings_of_one_letter_differ() {
    let letter = text_of(&finding_letter("item__dose-differs"));
    let start = letter.find("IMR ISSUES").unwrap();
    let start = start + letter[start..].find("\n \n").unwrap();
    let once = found(letter.clone());
    let twice = found([&letter, &letter[start..]].concat());
    let doses: Vec<_> = twice
        .iter()
        .filter(|(rule, _)| rule == "item/dose-differs")
        .collect();
    assert_eq!(doses.len(), 2, "{twice:?}");
    assert_eq!(doses[0], &once[0], "the first keeps its fingerprint");
    assert_ne!(doses[0], doses[1]);
}

#[test]
fn the_same_finding_in_another_letter_has_another_fingerprint() {
    let letter = text_of(&finding_letter("item__dose-differs"));
    let other = letter.replacen("CM16-", "CM17-", 1);
    assert_ne!(found(letter), found(other));
}
