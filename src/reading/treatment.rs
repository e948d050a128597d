//! The treatment classes that a heading names.

use super::lexicon::{Meaning, longest};
use super::phrase::Hit;
use crate::rules::pack::{Pack, Treatment};
use crate::span::ByteSpan;

/// A treatment that a text names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NamedTreatment {
    /// Index into [`Pack::treatments`].
    pub treatment: usize,
    /// The words that name it.
    pub span: ByteSpan,
}

/// Knows the treatment classes, and finds them in texts.
#[derive(Debug)]
pub struct Treatments {
    classes: Vec<Class>,
}

/// What the reader needs of a class.
#[derive(Debug)]
struct Class {
    drug: bool,
    unit: Option<String>,
    after_surgery: Option<usize>,
}

impl Treatments {
    /// The classes of `pack`.
    #[must_use]
    pub fn new(pack: &Pack) -> Self {
        let index = |id: &str| {
            pack.treatments
                .iter()
                .position(|class| class.id.value == id)
        };
        let class = |treatment: &Treatment| Class {
            drug: treatment.drug,
            unit: treatment.unit.clone(),
            after_surgery: treatment
                .after_surgery
                .as_ref()
                .and_then(|id| index(&id.value)),
        };
        Self {
            classes: pack.treatments.iter().map(class).collect(),
        }
    }

    /// Whether the class is one of drugs.
    #[must_use]
    pub fn is_drug(&self, treatment: usize) -> bool {
        self.classes.get(treatment).is_some_and(|class| class.drug)
    }

    /// What is counted of the class. `None`: nothing that can be compared.
    #[must_use]
    pub fn unit(&self, treatment: usize) -> Option<&str> {
        self.classes.get(treatment)?.unit.as_deref()
    }

    /// The class that the class is counted under when it follows a surgery.
    #[must_use]
    pub fn after_surgery(&self, treatment: usize) -> Option<usize> {
        self.classes.get(treatment)?.after_surgery
    }

    /// The treatments that the hits of a text name, by place: of names that overlap the longest, a general
    /// word ("injection") only where nothing else is named, and a drug in a topical form as topical. With
    /// `after_surgery`, therapy is therapy after a surgery.
    #[must_use]
    pub fn named(&self, hits: &[Hit<Meaning>], after_surgery: bool) -> Vec<NamedTreatment> {
        let mut named = exact(hits);
        if named.is_empty() {
            named = general(hits);
        }
        if let Some(class) = self.class_of_form(hits, &named) {
            for treatment in &mut named {
                if self.is_drug(treatment.treatment) {
                    treatment.treatment = class;
                }
            }
        }
        if after_surgery {
            for treatment in &mut named {
                let class = self.classes.get(treatment.treatment);
                if let Some(after) = class.and_then(|class| class.after_surgery) {
                    treatment.treatment = after;
                }
            }
        }
        named
    }

    /// The class that a form in the text makes drugs belong to. A form inside the name of a drug
    /// ("butalbital compound") is none.
    fn class_of_form(&self, hits: &[Hit<Meaning>], named: &[NamedTreatment]) -> Option<usize> {
        let is_part_of_name = |form: ByteSpan, class: usize| {
            let mut names = named.iter();
            names.any(|name| name.treatment != class && name.span.contains(form))
        };
        hits.iter().find_map(|hit| match hit.meaning {
            Meaning::Form(class) if !is_part_of_name(hit.span, class) => Some(class),
            _ => None,
        })
    }
}

fn exact(hits: &[Hit<Meaning>]) -> Vec<NamedTreatment> {
    named(hits, |meaning| match meaning {
        Meaning::Treatment(treatment) => Some(treatment),
        _ => None,
    })
}

fn general(hits: &[Hit<Meaning>]) -> Vec<NamedTreatment> {
    named(hits, |meaning| match meaning {
        Meaning::GenericTreatment(treatment) => Some(treatment),
        _ => None,
    })
}

fn named(hits: &[Hit<Meaning>], class: impl Fn(Meaning) -> Option<usize>) -> Vec<NamedTreatment> {
    let found = hits
        .iter()
        .filter_map(|hit| Some((class(hit.meaning)?, hit.span)));
    let named = longest(found).into_iter();
    named
        .map(|(treatment, span)| NamedTreatment { treatment, span })
        .collect()
}
