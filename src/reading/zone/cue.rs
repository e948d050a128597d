//! What a rule pack says about the voices of a rationale: `language.zones`, and where its phrases stand.

use std::collections::BTreeMap;

use memchr::memchr2_iter;

use crate::reading::phrase::{Hit, Phrasebook};
use crate::reading::word_index::CutWords;
use crate::span::ByteSpan;

/// The cues of a pack: `language.zones`.
#[derive(Clone, Debug, Default)]
pub struct ZoneCues {
    /// The phrases of each kind.
    pub phrases: Vec<(CueKind, Vec<String>)>,
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident = $key:literal,)*) => {
        /// What a phrase says about the voice of its sentence; the keys of `language.zones`, which explains each.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum CueKind { $($(#[$doc])* $kind,)* }

        impl CueKind {
            /// Every kind with its key in `language.zones`.
            pub const KEYS: &[(&'static str, Self)] = &[$(($key, Self::$kind),)*];
        }
    };
}

kinds! {
    /// Names a guideline.
    Source = "sources",
    /// What a guideline does: "recommends".
    Says = "says",
    /// The same before its name: "supported by".
    SaidBy = "said_by",
    /// Begins a sentence before the name of a guideline: "according to".
    Attribution = "attributions",
    /// Begins a sentence after a guideline's: "it also states".
    BackReference = "back_references",
    /// About the review itself: "was used instead".
    Meta = "meta",
    /// The same behind the name of a guideline: "does not address".
    MetaOfSource = "meta_of_source",
    /// Holds the case against the guideline: "exceeds".
    Application = "applications",
    /// "In this case".
    Frame = "frames",
    /// Begins a sentence of the record: "on examination".
    CaseOpener = "case_openers",
    /// The file of the case: "progress note".
    Record = "records",
    /// What is missing in it: "there is no documentation".
    Absence = "absences",
    /// The same, unless of studies or of patients at large: "there is no evidence of".
    DoubtfulAbsence = "doubtful_absences",
    /// The worker: "patient".
    Person = "persons",
    /// Makes it this one: "the".
    Definite = "definite",
    /// "he".
    Pronoun = "pronouns",
    /// Behind the worker: "has".
    Verb = "verbs",
    /// "the treating physician".
    Provider = "providers",
    /// "the request".
    Request = "requests",
    /// Before the day of a date: "January".
    Month = "months",
    /// Makes what is said behind it a condition: "if".
    Condition = "conditions",
    /// Before the worker of a guideline: "if".
    Hypothetical = "hypotheticals",
    /// Behind the worker of a guideline: "should".
    Modal = "modals",
    /// "patients".
    GenericPeople = "generic_people",
    /// Begins a sentence of a guideline: "recommended as".
    GenericOpener = "generic_openers",
    /// What studies find out: "efficacy".
    Research = "research",
    /// In a sentence of a guideline: "may be".
    Generic = "generics",
    /// Begins a sentence with two clauses: "although".
    Concession = "concessions",
    /// Begins the main clause behind another: "but".
    Contrast = "contrasts",
    /// Begins a clause behind the main one: "which exceeds".
    Addition = "additions",
    /// May stand at the beginning of a sentence: "however".
    Opener = "openers",
    /// Takes its words out of play: "patient concerns".
    Nothing = "nothing",
}

/// A set of [`CueKind`]s.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Kinds(u64);

impl Kinds {
    /// The set with these kinds.
    pub(super) const fn of(kinds: &[CueKind]) -> Self {
        let mut bits = 0;
        let mut at = 0;
        while at < kinds.len() {
            bits |= 1 << kinds[at] as u64;
            at += 1;
        }
        Self(bits)
    }

    /// A date, which no list gives.
    pub(super) const DATE: Self = Self(1 << 63);

    /// Whether `kind` is in the set.
    pub(super) fn has(self, kind: CueKind) -> bool {
        self.any(Self::of(&[kind]))
    }

    /// Whether the sets share a kind.
    pub(super) fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(super) fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }
}

/// Who is spoken of. Of phrases that overlap, only the longest counts: "an injured worker" holds no "worker".
const PEOPLE: Kinds = Kinds::of(&[
    CueKind::Person,
    CueKind::GenericPeople,
    CueKind::Pronoun,
    CueKind::Provider,
    CueKind::Request,
    CueKind::Frame,
]);

/// A phrase of the pack in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cue {
    /// What it may say.
    pub(super) kinds: Kinds,
    /// Its words.
    pub(super) span: ByteSpan,
}

/// The phrases of a pack, compiled.
#[derive(Debug)]
pub(super) struct CueBook {
    book: Phrasebook<Kinds>,
}

impl CueBook {
    pub(super) fn new(cues: &ZoneCues) -> Self {
        let of = |wanted: CueKind| {
            let lists = cues.phrases.iter().filter(move |(kind, _)| *kind == wanted);
            lists.flat_map(|(_, phrases)| phrases)
        };
        let mut kinds: BTreeMap<String, Kinds> = BTreeMap::new();
        let mut add = |phrase: String, more: Kinds| {
            let known = kinds.entry(phrase.to_lowercase()).or_default();
            *known = known.with(more);
        };
        for (kind, phrases) in &cues.phrases {
            // Too frequent to be worth a cue of its own: it counts only before a person.
            if *kind != CueKind::Definite {
                for phrase in phrases {
                    add(phrase.clone(), Kinds::of(&[*kind]));
                }
            }
        }
        for word in of(CueKind::Definite) {
            for person in of(CueKind::Person) {
                let definite = Kinds::of(&[CueKind::Person, CueKind::Definite]);
                add(format!("{word} {person}"), definite);
            }
        }
        let phrases = kinds
            .iter()
            .map(|(phrase, kinds)| (phrase.as_str(), *kinds));
        Self {
            book: Phrasebook::new(phrases),
        }
    }

    /// The cues of a part of `text`, by start and then longest first.
    pub(super) fn find(&self, words: CutWords<'_>, part: ByteSpan) -> Vec<Cue> {
        let text = words.text();
        let hits = self.book.find_in(words, part);
        let mut cues: Vec<Cue> = Vec::with_capacity(hits.len());
        let (mut nothing_until, mut people_until) = (0, 0);
        for Hit { meaning, span } in hits {
            if meaning.has(CueKind::Nothing) {
                nothing_until = nothing_until.max(span.end);
            }
            if span.start < nothing_until {
                continue;
            }
            let mut kinds = meaning;
            if kinds.any(PEOPLE) {
                if span.start < people_until {
                    // "patient" in "the patient"; "patients", which the phrase "patient" matches too, comes twice.
                    kinds = kinds.without(PEOPLE);
                } else {
                    people_until = span.end;
                }
            }
            match cues.last_mut() {
                Some(last) if last.span == span => last.kinds = last.kinds.with(kinds),
                _ => cues.push(Cue { kinds, span }),
            }
        }
        for cue in &mut cues {
            if cue.kinds.has(CueKind::Month) && is_before_a_number(text, cue.span) {
                cue.kinds = cue.kinds.with(Kinds::DATE);
            }
            let plural = cue.kinds.has(CueKind::Person)
                && !cue.kinds.has(CueKind::GenericPeople)
                && cue.span.of(text).ends_with(['s', 'S']);
            if plural {
                cue.kinds = cue
                    .kinds
                    .without(Kinds::of(&[CueKind::Person, CueKind::Definite]));
                cue.kinds = cue.kinds.with(Kinds::of(&[CueKind::GenericPeople]));
            }
        }
        let dates = numeric_dates(text, part);
        if !dates.is_empty() {
            cues.extend(dates);
            cues.sort_by_key(|cue| cue.span.start);
        }
        cues
    }
}

/// Whether a day or a year follows a month: "October 9".
fn is_before_a_number(text: &str, month: ByteSpan) -> bool {
    let behind = &text.as_bytes()[month.end..];
    let gap = behind
        .iter()
        .take(2)
        .take_while(|byte| matches!(byte, b' ' | b'.' | b','))
        .count();
    gap > 0 && behind.get(gap).is_some_and(u8::is_ascii_digit)
}

/// Dates such as "10/09/2015" and "10-9-15".
fn numeric_dates(text: &str, part: ByteSpan) -> Vec<Cue> {
    let bytes = part.of(text).as_bytes();
    let digits = |from: usize| {
        bytes[from..]
            .iter()
            .take(5)
            .take_while(|byte| byte.is_ascii_digit())
            .count()
    };
    let mut dates = Vec::new();
    for slash in memchr2_iter(b'/', b'-', bytes) {
        let before = bytes[..slash]
            .iter()
            .rev()
            .take(3)
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        let day = digits(slash + 1);
        let second = slash + 1 + day;
        let day_first = (1..=2).contains(&before) && (1..=2).contains(&day);
        if !day_first || bytes.get(second) != bytes.get(slash) {
            continue;
        }
        let year = digits(second + 1);
        if year == 2 || year == 4 {
            let span = ByteSpan::new(slash - before, second + 1 + year).shifted(part.start);
            dates.push(Cue {
                kinds: Kinds::DATE,
                span,
            });
        }
    }
    dates
}
