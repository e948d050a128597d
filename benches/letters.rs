//! How long a letter takes, beside plain reading of the same bytes: `cargo bench`.
//!
//! The letters are the consistent ones of `fixtures/`, in all layouts. Rendering is not part of a check.

use std::fs;
use std::hint::black_box;
use std::path::Path;

use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use imr_lint::check::Linter;
use imr_lint::letter;
use imr_lint::reading::CutText;
use imr_lint::reading::conclusion::Conclusion;
use imr_lint::reading::recitals::RecitalsLearner;
use imr_lint::reading::zone::{Zone, ZoneReader};
use imr_lint::rules::problem::RuleFile;
use imr_lint::rules::{Loaded, embedded, load};
use imr_lint::source::SourceText;
use imr_lint::span::ByteSpan;

fn main() {
    divan::main();
}

fn letters() -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/letters/consistent");
    let mut paths: Vec<_> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    paths.sort();
    paths
        .iter()
        .filter_map(|path| fs::read(path).ok())
        .collect()
}

fn bytes(letters: &[Vec<u8>]) -> BytesCount {
    BytesCount::new(letters.iter().map(Vec::len).sum::<usize>())
}

fn sources(letters: &[Vec<u8>]) -> Vec<SourceText> {
    letters
        .iter()
        .filter_map(|letter| SourceText::from_bytes(letter).ok())
        .collect()
}

fn linter() -> Linter {
    Linter::new(load(embedded()).pack).0
}

/// A linter with so many times the rules, limits and criteria of the built-in pack: copies under other ids.
fn linter_with(times: usize) -> Linter {
    let mut files = embedded();
    let is_rules = |file: &&RuleFile| {
        let folders = ["/checks/", "/limits/", "/criteria/"];
        folders.iter().any(|folder| file.name.contains(folder))
    };
    let copied = |(file, copy): (&RuleFile, usize)| {
        let lines = file
            .text
            .lines()
            .map(|line| match line.strip_prefix("  - id: ") {
                Some(id) => format!("  - id: {id}-copy-{copy}\n"),
                None => format!("{line}\n"),
            });
        RuleFile {
            name: format!("{copy}/{}", file.name),
            text: lines.collect::<String>().into(),
        }
    };
    let copies = files.iter().filter(is_rules);
    let copies = copies.flat_map(|file| (1..times).map(move |copy| (file, copy)));
    let copies: Vec<RuleFile> = copies.map(copied).collect();
    files.extend(copies);
    Linter::new(load(files).pack).0
}

/// The lower bound: every line end of the letters found, as a reader of plain text would.
#[divan::bench]
fn read_lines(bencher: Bencher<'_, '_>) {
    let letters = letters();
    bencher.counter(bytes(&letters)).bench(|| {
        letters
            .iter()
            .map(|letter| memchr::memchr_iter(b'\n', black_box(letter)).count())
            .sum::<usize>()
    });
}

/// Bytes to text, lines, pages and the canonical text.
#[divan::bench]
fn source(bencher: Bencher<'_, '_>) {
    let letters = letters();
    bencher
        .counter(bytes(&letters))
        .bench(|| sources(black_box(&letters)).len());
}

/// The grammar alone.
#[divan::bench]
fn parse(bencher: Bencher<'_, '_>) {
    let letters = letters();
    let sources = sources(&letters);
    bencher.counter(bytes(&letters)).bench(|| {
        sources
            .iter()
            .map(|source| {
                letter::parse(black_box(source.canonical().lines()))
                    .items
                    .len()
            })
            .sum::<usize>()
    });
}

/// The voices of rationales alone.
#[divan::bench]
fn zones(bencher: Bencher<'_, '_>) {
    let letters = letters();
    let linter = linter();
    let sources = sources(&letters);
    let mut rationales = Vec::new();
    for source in &sources {
        let prose = source.canonical().prose();
        for item in letter::parse(source.canonical().lines()).items {
            let text = item.rationale.map(|place| place.of(prose).to_owned());
            rationales.extend(text.map(|text| (linter.reader().sentences(&text), text)));
        }
    }
    let length = rationales.iter().map(|(_, text)| text.len()).sum::<usize>();
    let reader = ZoneReader::new(&linter.pack().language.zones);
    let conclusion = Conclusion::default();
    bencher.counter(BytesCount::new(length)).bench(|| {
        let zoned = rationales.iter().map(|(sentences, text)| {
            let zoned = reader.read(
                CutText::new(black_box(text)).words(),
                sentences,
                &conclusion,
                None,
            );
            zoned.len()
        });
        zoned.sum::<usize>()
    });
}

/// The readers alone: what the parts of a letter say.
#[divan::bench]
fn read(bencher: Bencher<'_, '_>) {
    let letters = letters();
    let linter = linter();
    let sources = sources(&letters);
    let parsed: Vec<_> = sources
        .iter()
        .map(|source| (source, linter.parse(source)))
        .collect();
    bencher.counter(bytes(&letters)).bench(|| {
        let read = black_box(&parsed)
            .iter()
            .map(|(source, letter)| linter.read(source, letter, None).items.len());
        read.sum::<usize>()
    });
}

/// Everything from bytes to findings, with the built-in rules and with copies of them.
#[divan::bench(args = [1, 10])]
fn check(bencher: Bencher<'_, '_>, times_the_rules: usize) {
    let letters = letters();
    let linter = linter_with(times_the_rules);
    bencher.counter(bytes(&letters)).bench(|| {
        let mut findings = 0;
        for source in sources(black_box(&letters)) {
            let letter = linter.parse(&source);
            findings += linter.check(&source, &letter, None).findings.len();
        }
        findings
    });
}

/// How much of each sentence of the letters other letters repeat: the worst case, in which each of them does.
#[divan::bench]
fn coverage(bencher: Bencher<'_, '_>) {
    let letters = letters();
    let linter = linter();
    let sources = sources(&letters);
    let texts: Vec<&str> = sources
        .iter()
        .map(|source| source.canonical().prose())
        .collect();
    let mut learner = RecitalsLearner::new();
    for text in &texts {
        // A letter that says no more and one that does, so that the second is not taken for a copy.
        learner.add_letter([*text].into_iter());
        learner.add_letter([*text, "more"].into_iter());
    }
    let recitals = learner.finish();
    let sentences = texts.iter().flat_map(|text| {
        let spans = linter.reader().sentences(text);
        spans.into_iter().map(|span| span.of(text))
    });
    let sentences: Vec<&str> = sentences.collect();
    bencher.counter(bytes(&letters)).bench(|| {
        black_box(&sentences)
            .iter()
            .map(|sentence| recitals.coverage(sentence))
            .sum::<f64>()
    });
}

/// Sentences whose triggers are found, each asked about one target.
#[divan::bench]
fn assertions(bencher: Bencher<'_, '_>) {
    let linter = linter();
    let reader = linter.reader();
    let letters = letters();
    let sources = sources(&letters);
    let texts = sources.iter().map(|source| source.canonical().prose());
    let sentences: Vec<(&str, ByteSpan)> = texts
        .flat_map(|text| {
            let sentences = reader.sentences(text).into_iter();
            sentences.map(move |sentence| (text, sentence))
        })
        .collect();
    bencher.counter(ItemsCount::new(sentences.len())).bench(|| {
        let said = black_box(&sentences).iter().map(|(text, sentence)| {
            let middle = ByteSpan::new((sentence.start + sentence.end) / 2, sentence.end);
            let scene = reader.assertions().scene(text, *sentence);
            scene.of(middle, Zone::Case)
        });
        said.filter(|said| said.cue.is_some()).count()
    });
}

/// What every start pays: the built-in pack loaded and compiled.
#[divan::bench]
fn start_up() -> Linter {
    linter()
}

/// The first half of that: the pack loaded, its YAML read when the program was built.
#[divan::bench]
fn load_built_in() -> Loaded {
    load(embedded())
}

/// The same pack from files that are read as YAML, as those of `--rules` are.
#[divan::bench]
fn load_yaml() -> Loaded {
    let mut files = embedded();
    for file in &mut files {
        file.name.insert_str(0, "copy-of-");
    }
    load(files)
}
