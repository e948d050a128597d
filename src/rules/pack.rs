//! What a rule pack holds once it is decoded and its names are resolved.

mod language;
mod limit;

pub use self::language::{
    Language, RequestMarks, RestatementWords, SideWords, SplitPhrases, SurgeryWords,
};
pub use self::limit::{Bounds, Limit, TimeUnit, Timed};
use super::condition::Condition;
use super::decode::Located;
use super::digest::PackDigest;
use super::layer::{LoadedLayer, Overridden};
use super::test_case::RuleTest;
use crate::finding::Severity;
use crate::reading::date::Date;

/// A whole rule pack.
#[derive(Debug, Default)]
pub struct Pack {
    /// Short name, `ca-dwc-imr`.
    pub name: String,
    /// Version of the pack, `2026.11.0`.
    pub version: String,
    /// Title for people.
    pub title: String,
    /// The digest over the names and texts of all files of all layers.
    pub digest: PackDigest,
    /// The layers that it was made of, the lowest first.
    pub layers: Vec<LoadedLayer>,
    /// What upper layers override of lower ones, in their order.
    pub overridden: Vec<Overridden>,
    /// Guideline editions.
    pub guidelines: Vec<Guideline>,
    /// Treatment classes.
    pub treatments: Vec<Treatment>,
    /// Body parts.
    pub body_parts: Vec<BodyPart>,
    /// Facts that a rationale may state or deny.
    pub facts: Vec<Fact>,
    /// Guideline limits.
    pub limits: Vec<Limit>,
    /// Guideline criteria.
    pub criteria: Vec<Criterion>,
    /// Definitions and duties of law.
    pub laws: Vec<Law>,
    /// What guidelines say of treatments without a number or a fact to document.
    pub recommendations: Vec<Recommendation>,
    /// The rules.
    pub rules: Vec<Rule>,
    /// Words and phrases.
    pub language: Language,
}

/// How sure we are of a fact, and from where.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// Read verbatim in the primary or official text.
    Primary,
    /// Read as quoted or paraphrased in a secondary source.
    Quoted,
    /// Read nowhere yet. Such an entry must be `enabled: false`.
    Unverified,
}

/// A body of guidelines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum System {
    /// Medical Treatment Utilization Schedule, 8 CCR 9792.20 and following.
    Mtus,
    /// American College of Occupational and Environmental Medicine, outside the MTUS.
    Acoem,
    /// Official Disability Guidelines.
    Odg,
    /// Labor Code and regulations.
    Statute,
    /// Anything else: journals, payers, manufacturers.
    Other,
}

/// The days between which an edition was in force, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InForce {
    /// First day. `None`: not known.
    pub from: Option<Date>,
    /// Last day. `None`: still in force, or not known.
    pub to: Option<Date>,
}

/// One edition of one guideline.
#[derive(Clone, Debug)]
pub struct Guideline {
    /// `mtus-acupuncture-2007`.
    pub id: Located<String>,
    /// Full title.
    pub title: String,
    /// The body of guidelines it belongs to.
    pub system: System,
    /// The labels that letters print, without the year: editions are told apart by (label, year).
    pub labels: Vec<String>,
    /// The year that letters print behind the label.
    pub year: Option<u16>,
    /// Chapter number, where the guideline is a chapter of a book.
    pub chapter: Option<u8>,
    /// When it was in force.
    pub in_force: InForce,
    /// Ids of the body parts that the chapter is about; empty: not about a body part.
    pub body_parts: Vec<Located<String>>,
    /// Names of its sections as letters print them. They may hold commas and parentheses.
    pub sections: Vec<String>,
    /// The regulation that adopts it.
    pub citation: String,
    /// How sure we are of the dates.
    pub confidence: Confidence,
}

/// A class of treatment.
#[derive(Clone, Debug)]
pub struct Treatment {
    /// `acupuncture`.
    pub id: Located<String>,
    /// Title for people.
    pub title: String,
    /// Phrases that name it in a heading.
    pub names: Vec<String>,
    /// What is counted: `visit`, `study`, `unit`. `None`: amounts of it are not comparable.
    pub unit: Option<String>,
    /// Whether it is a drug, so that `#60` is what is dispensed.
    pub drug: bool,
    /// Phrases that name it only where a heading names nothing more exact: "injection", "surgery".
    pub generic: Vec<String>,
    /// Forms that make a drug in the same heading one of this class: "cream", "%".
    pub forms: Vec<String>,
    /// The class that it is counted under when it follows a surgery, by id.
    pub after_surgery: Option<Located<String>>,
}

/// A part of the body.
#[derive(Clone, Debug)]
pub struct BodyPart {
    /// `thoracic-spine`.
    pub id: Located<String>,
    /// Phrases that name it.
    pub names: Vec<String>,
    /// The larger part it belongs to (`hand` -> `upper-extremity`).
    pub within: Option<Located<String>>,
    /// Letters of the spinal levels it holds (`T`).
    pub levels: Vec<char>,
    /// Whether there is one on each side.
    pub paired: bool,
}

/// Something that a rationale may state or deny about this patient.
#[derive(Clone, Debug)]
pub struct Fact {
    /// `functional-improvement`.
    pub id: Located<String>,
    /// Title for people.
    pub title: String,
    /// Phrases that name it; the sentence around them states or denies it.
    pub says: Vec<String>,
    /// Phrases for one sign of it: to affirm one of them states the fact, to deny one does not deny it.
    pub signs: Vec<String>,
    /// Phrases for what it takes: to deny one of them denies the fact, to affirm one does not state it yet.
    pub needs: Vec<String>,
    /// Phrases that deny it in so many words.
    pub denied_by: Vec<String>,
    /// Phrases that hold its words and mean something else: "non-opioid" for opioids.
    pub unlike: Vec<String>,
    /// Whether it counts also when it is told of the past: a treatment that failed has failed.
    pub past_counts: bool,
    /// Whether to deny it states it: "no side effects" says that side effects were looked for.
    pub absence_counts: bool,
}

/// A condition of one guideline edition that is no number: what must be documented.
#[derive(Clone, Debug)]
pub struct Criterion {
    /// `office-visit-rationale`.
    pub id: Located<String>,
    /// Title for people.
    pub title: String,
    /// Treatments it holds for, by id.
    pub treatments: Vec<Located<String>>,
    /// The editions that state it, by id.
    pub guidelines: Vec<Located<String>>,
    /// Facts that must all be documented, by id.
    pub requires: Vec<Located<String>>,
    /// Facts of which one must be documented, by id; empty: none.
    pub requires_any: Vec<Located<String>>,
    /// Facts any of which makes the requirements needless, by id.
    pub waived_by: Vec<Located<String>>,
    /// Whether the guideline asks for nothing else, so that who documents all this has met it.
    pub sufficient: bool,
    /// Citation as shown under a finding.
    pub citation: String,
    /// How sure we are.
    pub confidence: Confidence,
    /// Where it was read.
    pub source: String,
    /// Whether it is used.
    pub enabled: bool,
    /// Its tests.
    pub tests: Vec<RuleTest>,
}

/// A definition or duty of law that is neither a number nor a fact to document: reference for people, which no
/// rule asks about.
#[derive(Clone, Debug)]
pub struct Law {
    /// `medical-necessity`.
    pub id: Located<String>,
    /// Title for people.
    pub title: String,
    /// What it says, in our words.
    pub says: String,
    /// The statutes and regulations that say it, by id.
    pub guidelines: Vec<Located<String>>,
    /// When it holds.
    pub in_force: InForce,
    /// Citation.
    pub citation: String,
    /// How sure we are.
    pub confidence: Confidence,
    /// Where it was read.
    pub source: String,
    /// Whether it may be relied on.
    pub enabled: bool,
}

/// How a guideline stands to a treatment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Advice {
    /// It recommends it.
    Recommended,
    /// It calls it an option.
    Option,
    /// It recommends it under a condition.
    OnlyWhen,
    /// It does not recommend it.
    NotRecommended,
}

/// What a guideline edition says of a treatment without a number or a fact to document: reference for people,
/// which no rule asks about.
#[derive(Clone, Debug)]
pub struct Recommendation {
    /// `neck-tens`.
    pub id: Located<String>,
    /// Title for people.
    pub title: String,
    /// Treatments it is about, by id.
    pub treatments: Vec<Located<String>>,
    /// Names of these treatments that alone are meant (`carisoprodol`); empty: all of them.
    pub names: Vec<Located<String>>,
    /// Body parts it is about, by id; empty: any.
    pub body_parts: Vec<Located<String>>,
    /// The editions that say it, by id.
    pub guidelines: Vec<Located<String>>,
    /// What they say.
    pub says: Advice,
    /// When, or within what bounds.
    pub condition: Option<String>,
    /// Citation, with the page where letters give one.
    pub citation: String,
    /// How sure we are.
    pub confidence: Confidence,
    /// Where it was read.
    pub source: String,
    /// Whether it may be relied on.
    pub enabled: bool,
}

/// A rule: a condition and the finding that it makes.
#[derive(Clone, Debug)]
pub struct Rule {
    /// Public id, `decision/contradicts-conclusion`.
    pub id: Located<String>,
    /// How grave its findings are.
    pub severity: Severity,
    /// Lower severities under conditions of their own; the first that holds is taken.
    pub lowered: Vec<(Severity, Condition)>,
    /// What the rule is asked of, one at a time; `None`: once per letter or item.
    pub each: Option<Located<String>>,
    /// When it fires.
    pub when: Condition,
    /// The finding's message, with `{placeholders}`.
    pub message: Located<String>,
    /// What to do about a finding.
    pub help: Option<String>,
    /// The regulation behind the rule.
    pub source: Option<String>,
    /// What the rule finds and why it matters.
    pub explain: String,
    /// Whether it is used.
    pub enabled: bool,
    /// Its tests.
    pub tests: Vec<RuleTest>,
}

impl Recommendation {
    /// What the editions say, with when or within what bounds: `only-when: as a patch`.
    #[must_use]
    pub fn in_words(&self) -> String {
        match &self.condition {
            Some(condition) => format!("{}: {condition}", self.says.name()),
            None => self.says.name().to_owned(),
        }
    }
}

impl Advice {
    /// The words in rules and reports.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Recommended => "recommended",
            Self::Option => "option",
            Self::OnlyWhen => "only-when",
            Self::NotRecommended => "not-recommended",
        }
    }
}

impl Confidence {
    /// The word in rules and reports.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Primary => "primary",
            Self::Quoted => "quoted",
            Self::Unverified => "unverified",
        }
    }
}

impl Rule {
    /// Gives the rule another severity. Where it is lowered on a condition, it is never graver than that.
    pub fn regrade(&mut self, severity: Severity) {
        self.severity = severity;
        for (lowered, _) in &mut self.lowered {
            *lowered = severity.min(*lowered);
        }
    }
}

impl System {
    /// The name in rules and reports.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Mtus => "MTUS",
            Self::Acoem => "ACOEM",
            Self::Odg => "ODG",
            Self::Statute => "statute",
            Self::Other => "other",
        }
    }
}
