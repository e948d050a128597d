//! Where the request that a case summary states is another one than the heading's.
//!
//! Only amounts of one kind are compared, and nothing differs while any amount that the summary gives for the
//! treatment is one that a heading gives: the summary also tells of what was authorized and what was had.

use super::request::{Passage, RequestDifference};
use crate::reading::number::{Number, NumberRange};
use crate::reading::quantity::{Duration, Strength, TimeUnit};
use crate::reading::request::{Portion, Request};
use crate::span::ByteSpan;

/// One item's request, held against all that the summary says of its treatment.
pub(super) struct Comparison<'c> {
    text: &'c str,
    request: &'c Request,
    class: usize,
    /// Every portion of the headings that ask for this treatment.
    asked: Vec<&'c Portion>,
    /// Everything that the summary says of it.
    said: Vec<&'c Portion>,
}

impl<'c> Comparison<'c> {
    /// `None`: the heading names no treatment, or several.
    pub(super) fn new(
        text: &'c str,
        request: &'c Request,
        siblings: impl Iterator<Item = &'c Request>,
        passages: &'c [Passage],
    ) -> Option<Self> {
        let class = only_class(&request.disputed)?;
        let names = |portion: &Portion| {
            let mut named = portion.treatments.iter();
            named.any(|named| named.treatment == class)
        };
        let asked = siblings.filter(|sibling| names(&sibling.disputed));
        let asked = asked.flat_map(|sibling| {
            [
                Some(&sibling.disputed),
                sibling.original.as_ref(),
                sibling.authorized.as_ref(),
            ]
        });
        let said = passages.iter().map(|passage| &passage.portion);
        Some(Self {
            text,
            request,
            class,
            asked: asked.flatten().collect(),
            said: said.filter(|portion| names(portion)).collect(),
        })
    }

    /// Whether the passage speaks of this treatment alone.
    pub(super) fn is_about(&self, passage: &Passage) -> bool {
        only_class(&passage.portion) == Some(self.class)
    }

    /// The first point in which the passage states another request.
    pub(super) fn difference(&self, passage: &Passage) -> Option<RequestDifference> {
        let said = &passage.portion;
        if self.request.disputed.medicine {
            return self.dose(said).or_else(|| self.supply(said));
        }
        self.amount(said).or_else(|| self.unit(said))
    }

    /// Another number of visits, while no number of the summary is one of the headings'.
    fn amount(&self, said: &Portion) -> Option<RequestDifference> {
        let (one, other) = (said.amount()?, self.request.disputed.amount()?);
        let comparable = match (said.unit(), self.request.disputed.unit()) {
            (Some(one), Some(other)) => one == other,
            _ => false,
        };
        let several = said.stated().len() > 1;
        if !comparable || several || self.agree(counts) {
            return None;
        }
        difference(one.span, other.span)
    }

    /// The same number, of visits in one place and of weeks in the other.
    fn unit(&self, said: &Portion) -> Option<RequestDifference> {
        let asked = &self.request.disputed;
        let regular = |portion: &Portion| portion.frequency().is_some();
        if regular(said) || regular(asked) || self.agree(counts) || self.agree(durations) {
            return None;
        }
        let (said_counts, asked_counts) = (said.stated(), asked.stated());
        let (said_times, asked_times) = (times(said), times(asked));
        match (
            said_counts.as_slice(),
            said_times.as_slice(),
            asked_counts.as_slice(),
            asked_times.as_slice(),
        ) {
            ([], [(time, said)], [(count, asked)], [])
            | ([(count, said)], [], [], [(time, asked)])
                if time.length == NumberRange::from(count.amount) =>
            {
                difference(*said, *asked)
            }
            _ => None,
        }
    }

    /// Another strength of the same drug.
    fn dose(&self, said: &Portion) -> Option<RequestDifference> {
        if !self.names_same_drug(said) || self.agree(doses) {
            return None;
        }
        let (one, other) = (only_dose(said)?, only_dose(&self.request.disputed)?);
        difference(one, other)
    }

    /// Another amount of the same drug in the same strength.
    fn supply(&self, said: &Portion) -> Option<RequestDifference> {
        let comparable = self.names_same_drug(said) && self.agree(doses) && !self.agree(supplies);
        let only = |portion: &Portion| match portion.dispensations().collect::<Vec<_>>().as_slice()
        {
            [(_, span)] => Some(*span),
            _ => None,
        };
        let (one, other) = (only(said)?, only(&self.request.disputed)?);
        comparable.then(|| difference(one, other))?
    }

    /// Whether any value that the summary gives for the treatment is one that a heading gives.
    fn agree(&self, values: fn(&Portion) -> Vec<Said>) -> bool {
        let asked: Vec<Said> = self.asked.iter().copied().flat_map(values).collect();
        let mut said = self.said.iter().copied().flat_map(values);
        said.any(|said| asked.iter().any(|asked| asked.overlaps(&said)))
    }

    /// Whether both name one drug, by the same name.
    fn names_same_drug(&self, said: &Portion) -> bool {
        let name = |portion: &Portion| match portion.treatments.as_slice() {
            [only] => Some(only.span.of(self.text)),
            _ => None,
        };
        let names = name(said).zip(name(&self.request.disputed));
        names.is_some_and(|(one, other)| one.eq_ignore_ascii_case(other))
    }
}

/// An amount of one kind.
#[derive(Clone, Debug, PartialEq)]
enum Said {
    Count(NumberRange),
    Time(NumberRange, TimeUnit),
    Dose(Strength),
    Supply(Number),
}

impl Said {
    /// Whether both can mean the same.
    fn overlaps(&self, other: &Self) -> bool {
        let meet =
            |one: &NumberRange, other: &NumberRange| one.min <= other.max && other.min <= one.max;
        match (self, other) {
            (Self::Count(one), Self::Count(other)) => meet(one, other),
            (Self::Time(one, unit), Self::Time(other, other_unit)) => {
                unit == other_unit && meet(one, other)
            }
            (one, other) => one == other,
        }
    }
}

fn counts(portion: &Portion) -> Vec<Said> {
    let stated = portion.stated().into_iter().map(|(count, _)| count.amount);
    let derived = portion.derived_total().map(|amount| amount.count);
    let counts = stated.chain(derived);
    counts.map(|count| Said::Count(count.into())).collect()
}

fn durations(portion: &Portion) -> Vec<Said> {
    let times = portion.durations();
    times
        .map(|(time, _)| Said::Time(time.length, time.unit))
        .collect()
}

fn doses(portion: &Portion) -> Vec<Said> {
    let doses = portion.doses();
    doses.map(|(dose, _)| Said::Dose(dose.clone())).collect()
}

fn supplies(portion: &Portion) -> Vec<Said> {
    let handed_out = portion.dispensations();
    handed_out.map(|(number, _)| Said::Supply(number)).collect()
}

fn times(portion: &Portion) -> Vec<(Duration, ByteSpan)> {
    portion.durations().collect()
}

/// The one strength that the portion gives, as one number with a unit.
fn only_dose(portion: &Portion) -> Option<ByteSpan> {
    let doses: Vec<_> = portion.doses().collect();
    match doses.as_slice() {
        [(Strength::Single { .. }, span)] => Some(*span),
        _ => None,
    }
}

/// The one treatment class that the portion names; `None` for none and for several.
fn only_class(portion: &Portion) -> Option<usize> {
    let mut named = portion.treatments.iter().map(|named| named.treatment);
    let first = named.next()?;
    named.all(|class| class == first).then_some(first)
}

fn difference(summary: ByteSpan, heading: ByteSpan) -> Option<RequestDifference> {
    Some(RequestDifference { summary, heading })
}
