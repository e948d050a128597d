//! What was read from a letter and from each of its disputed items.

use crate::letter::{Item, Letter};
use crate::reading::citation::GuidelineLine;
use crate::reading::conclusion::Conclusion;
use crate::reading::credential::CredentialReading;
use crate::reading::date::Date;
use crate::reading::fact::FactStatement;
use crate::reading::front::FrontDates;
use crate::reading::lexicon::Meaning;
use crate::reading::phrase::Hit;
use crate::reading::prior_treatment::PriorTreatment;
use crate::reading::rationale::RationaleReading;
use crate::reading::request::Request;
use crate::reading::restatement::Difference;
use crate::reading::summary::SummaryReading;
use crate::span::ByteSpan;

/// What was read from a letter. Spans count in [`LetterReading::text`].
#[derive(Debug)]
pub struct LetterReading<'t> {
    /// The canonical prose of the letter.
    pub text: &'t str,
    /// Its structure.
    pub letter: &'t Letter,
    /// Treatments, body parts, facts and the like that it names, by place.
    pub hits: Vec<Hit<Meaning>>,
    /// The dates of the front matter.
    pub dates: FrontDates,
    /// The date that decides which editions were in force; `None`: not known.
    pub decided: Option<DecisionDate>,
    /// The reviewer's credentials.
    pub credentials: CredentialReading,
    /// What the case summary says.
    pub summary: SummaryReading,
    /// The sentences of the case summary, by place.
    pub summary_sentences: Vec<ByteSpan>,
    /// What the case summary says about the facts of the pack, by place.
    pub summary_facts: Vec<FactStatement>,
    /// The disputed items, as in [`Letter::items`].
    pub items: Vec<ItemReading>,
}

impl LetterReading<'_> {
    /// The case number of the front matter, as it is printed.
    #[must_use]
    pub fn case_number(&self) -> Option<&str> {
        let place = self.letter.front_matter.case_number?;
        Some(place.of(self.text))
    }

    /// The headings of the items on one line each, with their decision words as printed.
    #[must_use]
    pub fn headings(&self) -> Vec<String> {
        let items = self.items.iter().map(|read| {
            let parts = [read.item.heading, read.item.decision_span]
                .into_iter()
                .flatten();
            let parts = parts.map(|span| {
                let words: Vec<&str> = span.of(self.text).split_whitespace().collect();
                words.join(" ")
            });
            parts.collect::<Vec<_>>().join(": ")
        });
        items.collect()
    }
}

/// The date of the decision, and where the letter gives it; `span` is `None` for one given from outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DecisionDate {
    /// The date.
    pub date: Date,
    /// Its words in the letter.
    pub span: Option<ByteSpan>,
}

/// What was read from a disputed item.
#[derive(Debug)]
pub struct ItemReading {
    /// 1-based number in the letter.
    pub number: usize,
    /// Its structure.
    pub item: Item,
    /// What the heading asks for; `None` without a heading.
    pub request: Option<Request>,
    /// The index of the first item before this one that asks for the same; `None`: there is none.
    pub repeats: Option<usize>,
    /// The claims administrator's guideline line.
    pub claims_administrator: GuidelineLine,
    /// The reviewer's guideline line.
    pub reviewer: GuidelineLine,
    /// What the rationale concludes.
    pub conclusion: Conclusion,
    /// Where the concluding sentences restate the request differently.
    pub differences: Vec<Difference>,
    /// What the rationale says, sentence by sentence.
    pub rationale: RationaleReading,
    /// What the case summary says about earlier treatment with what is disputed, by place.
    pub summary_prior: Vec<PriorTreatment>,
}
