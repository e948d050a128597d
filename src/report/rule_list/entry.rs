//! One line of a list.

use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

use crate::finding::Severity;
use crate::rules::catalogue::EntryKind;
use crate::rules::decode::Located;
use crate::rules::pack::{
    Confidence, Criterion, Guideline, InForce, Law, Limit, Pack, Recommendation, Rule,
};

/// What a list says of one entry of a pack.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its kind.
    pub kind: EntryKind,
    /// Its id.
    pub id: String,
    /// Its title; of a rule the message.
    pub title: String,
    /// Of a rule.
    pub severity: Option<Severity>,
    /// Of a limit: all its numbers in words.
    pub numbers: Option<String>,
    /// Of a law or recommendation: what it says.
    pub says: Option<String>,
    /// Of a criterion: ids of the facts that must all be documented.
    pub requires: Vec<String>,
    /// Of a criterion: ids of facts of which one must be documented.
    pub requires_any: Vec<String>,
    /// Ids of the treatments that it is about; of an edition those that it has limits and criteria on.
    pub treatments: Vec<String>,
    /// Ids of the editions that state it; of an edition its own.
    pub guidelines: Vec<String>,
    /// How sure we are of it.
    pub confidence: Option<Confidence>,
    /// When each of the editions was in force.
    pub in_force: Vec<Period>,
    /// Whether it is used.
    pub enabled: bool,
}

/// When an edition was in force.
#[derive(Clone, Debug)]
pub struct Period {
    /// Id of the edition.
    pub guideline: String,
    /// Its days.
    pub dates: InForce,
}

/// All entries of one kind.
pub(super) fn all(pack: &Pack, kind: EntryKind) -> Vec<Entry> {
    match kind {
        EntryKind::Rule => pack.rules.iter().map(Entry::of_rule).collect(),
        EntryKind::Limit => {
            let limits = pack.limits.iter();
            limits.map(|limit| Entry::of_limit(limit, pack)).collect()
        }
        EntryKind::Criterion => {
            let criteria = pack.criteria.iter();
            criteria
                .map(|criterion| Entry::of_criterion(criterion, pack))
                .collect()
        }
        EntryKind::Law => pack.laws.iter().map(Entry::of_law).collect(),
        EntryKind::Recommendation => {
            let entries = pack.recommendations.iter();
            entries
                .map(|entry| Entry::of_recommendation(entry, pack))
                .collect()
        }
        EntryKind::Guideline => {
            let guidelines = pack.guidelines.iter();
            guidelines
                .map(|guideline| Entry::of_guideline(guideline, pack))
                .collect()
        }
        EntryKind::Treatment | EntryKind::Fact => Vec::new(),
    }
}

impl Entry {
    fn new(kind: EntryKind, id: &Located<String>, title: &str) -> Self {
        Self {
            kind,
            id: id.value.clone(),
            title: title.to_owned(),
            severity: None,
            numbers: None,
            says: None,
            requires: Vec::new(),
            requires_any: Vec::new(),
            treatments: Vec::new(),
            guidelines: Vec::new(),
            confidence: None,
            in_force: Vec::new(),
            enabled: true,
        }
    }

    fn of_rule(rule: &Rule) -> Self {
        Self {
            severity: Some(rule.severity),
            enabled: rule.enabled,
            ..Self::new(EntryKind::Rule, &rule.id, &rule.message.value)
        }
    }

    fn of_limit(limit: &Limit, pack: &Pack) -> Self {
        Self {
            numbers: Some(limit.numbers()),
            treatments: values(&limit.treatments),
            guidelines: values(&limit.guidelines),
            confidence: Some(limit.confidence),
            in_force: periods(pack, &limit.guidelines),
            enabled: limit.enabled,
            ..Self::new(EntryKind::Limit, &limit.id, &limit.title)
        }
    }

    fn of_criterion(criterion: &Criterion, pack: &Pack) -> Self {
        Self {
            requires: values(&criterion.requires),
            requires_any: values(&criterion.requires_any),
            treatments: values(&criterion.treatments),
            guidelines: values(&criterion.guidelines),
            confidence: Some(criterion.confidence),
            in_force: periods(pack, &criterion.guidelines),
            enabled: criterion.enabled,
            ..Self::new(EntryKind::Criterion, &criterion.id, &criterion.title)
        }
    }

    fn of_law(law: &Law) -> Self {
        let period = |id: String| Period {
            guideline: id,
            dates: law.in_force,
        };
        Self {
            says: Some(law.says.clone()),
            guidelines: values(&law.guidelines),
            confidence: Some(law.confidence),
            in_force: values(&law.guidelines).into_iter().map(period).collect(),
            enabled: law.enabled,
            ..Self::new(EntryKind::Law, &law.id, &law.title)
        }
    }

    fn of_recommendation(recommendation: &Recommendation, pack: &Pack) -> Self {
        Self {
            says: Some(recommendation.in_words()),
            treatments: values(&recommendation.treatments),
            guidelines: values(&recommendation.guidelines),
            confidence: Some(recommendation.confidence),
            in_force: periods(pack, &recommendation.guidelines),
            enabled: recommendation.enabled,
            ..Self::new(
                EntryKind::Recommendation,
                &recommendation.id,
                &recommendation.title,
            )
        }
    }

    fn of_guideline(guideline: &Guideline, pack: &Pack) -> Self {
        let limits = pack.limits.iter();
        let of_limits = limits.map(|limit| (&limit.guidelines, &limit.treatments));
        let criteria = pack.criteria.iter();
        let of_criteria = criteria.map(|criterion| (&criterion.guidelines, &criterion.treatments));
        let recommendations = pack.recommendations.iter();
        let of_recommendations =
            recommendations.map(|entry| (&entry.guidelines, &entry.treatments));
        let id = &guideline.id.value;
        let here = of_limits
            .chain(of_criteria)
            .chain(of_recommendations)
            .filter(|(guidelines, _)| guidelines.iter().any(|other| other.value == *id));
        let mut treatments: Vec<String> = here
            .flat_map(|(_, treatments)| values(treatments))
            .collect();
        treatments.sort();
        treatments.dedup();
        Self {
            treatments,
            guidelines: vec![id.clone()],
            confidence: Some(guideline.confidence),
            in_force: vec![Period {
                guideline: id.clone(),
                dates: guideline.in_force,
            }],
            ..Self::new(EntryKind::Guideline, &guideline.id, &guideline.title)
        }
    }

    /// The periods in words, each once.
    pub(super) fn dates(&self) -> String {
        let mut dates: Vec<String> = Vec::new();
        for period in &self.in_force {
            let period = period.dates.to_string();
            if !dates.contains(&period) {
                dates.push(period);
            }
        }
        dates.join("; ")
    }
}

fn values(ids: &[Located<String>]) -> Vec<String> {
    ids.iter().map(|id| id.value.clone()).collect()
}

fn periods(pack: &Pack, guidelines: &[Located<String>]) -> Vec<Period> {
    let editions = guidelines.iter().filter_map(|id| pack.guideline(&id.value));
    let period = |guideline: &Guideline| Period {
        guideline: guideline.id.value.clone(),
        dates: guideline.in_force,
    };
    editions.map(period).collect()
}

/// The same keys for every kind; what a kind does not have is null or empty.
impl Serialize for Entry {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_struct("Entry", 13)?;
        map.serialize_field("kind", self.kind.name())?;
        map.serialize_field("id", &self.id)?;
        map.serialize_field("title", &self.title)?;
        map.serialize_field("severity", &self.severity)?;
        map.serialize_field("numbers", &self.numbers)?;
        map.serialize_field("says", &self.says)?;
        map.serialize_field("requires", &self.requires)?;
        map.serialize_field("requires_any", &self.requires_any)?;
        map.serialize_field("treatments", &self.treatments)?;
        map.serialize_field("guidelines", &self.guidelines)?;
        map.serialize_field("confidence", &self.confidence.map(Confidence::name))?;
        map.serialize_field("in_force", &self.in_force)?;
        map.serialize_field("enabled", &self.enabled)?;
        map.end()
    }
}

impl Serialize for Period {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let day = |day: Option<crate::reading::date::Date>| day.map(|day| day.to_string());
        let mut map = serializer.serialize_struct("Period", 3)?;
        map.serialize_field("guideline", &self.guideline)?;
        map.serialize_field("from", &day(self.dates.from))?;
        map.serialize_field("to", &day(self.dates.to))?;
        map.end()
    }
}
