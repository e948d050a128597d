//! Asks the rules with `each: waiver` of the waivers of a run.

use super::case::Case;
use super::compile::CompiledRule;
use super::subject::{Each, Subject};
use super::{Linter, Truth, subjects};
use crate::finding::{Finding, Identity, Label, fingerprint, tell_apart};
use crate::letter;
use crate::reading::date::Date;
use crate::rules::problem::RulePlace;
use crate::rules::test_case::RuleTest;
use crate::source::SourceText;
use crate::span::SourceSpan;
use crate::waiver::{Judgement, Register, Waiver};

impl Linter {
    /// A register of waivers as they are on the day `today`, for the letters of one run.
    #[must_use]
    pub fn register<'w>(&'w self, waivers: &'w [Waiver], today: Date) -> Register<'w> {
        let rules: Vec<&str> = self.letter_rules().collect();
        Register::new(waivers, &rules, today)
    }

    /// The ids of the rules that are asked of letters: all but those about waivers.
    fn letter_rules(&self) -> impl Iterator<Item = &str> {
        let of_letters = self.rules.iter().filter(|rule| !is_about_waivers(rule));
        of_letters.map(|rule| self.pack.rules[rule.index].id.value.as_str())
    }

    /// What the rules find wrong with waivers, in the order of the waivers. The labels of the findings are places in the
    /// waivers file.
    #[must_use]
    pub fn judge(&self, judgements: &[Judgement<'_>]) -> Vec<Finding> {
        // The rules are asked of waivers alone, but a question is always put over a letter.
        let letter = letter::parse("");
        let reading = self.reader.read("", &letter, &self.pack, None);
        let whole = self.case(&reading, None);
        let enabled = |rule: &&CompiledRule| self.pack.rules[rule.index].enabled;
        let rules: Vec<_> = self
            .rules
            .iter()
            .filter(|rule| is_about_waivers(rule))
            .filter(enabled)
            .collect();
        let mut findings = Vec::new();
        for judgement in judgements {
            let case = whole.about(Subject::Waiver(judgement));
            let asked = rules.iter();
            findings.extend(asked.filter_map(|rule| self.judged(rule, &case, judgement)));
        }
        tell_apart(&mut findings);
        findings
    }

    /// The finding of a rule about a waiver.
    fn judged(
        &self,
        compiled: &CompiledRule,
        case: &Case<'_>,
        judgement: &Judgement<'_>,
    ) -> Option<Finding> {
        let rule = &self.pack.rules[compiled.index];
        let answer = compiled.when.ask(case);
        if answer.truth != Truth::True {
            return None;
        }
        let mut lowered = compiled.lowered.iter();
        let lowered = lowered.find(|(_, when)| when.ask(case).truth == Truth::True);
        let mut values = answer.values;
        values.extend(subjects::values(case));
        let mut labels: Vec<Label> = answer
            .evidence
            .into_iter()
            .map(|words| Label {
                span: SourceSpan {
                    start: words.span.start,
                    end: words.span.end,
                },
                note: words.note,
                primary: false,
            })
            .collect();
        match labels.first_mut() {
            Some(first) => first.primary = true,
            None => labels.push(whole_waiver(&judgement.waiver.place)),
        }
        let identity = Identity {
            rule: &rule.id.value,
            case_number: judgement.waiver.of.case_number(),
            heading: None,
        };
        Some(Finding {
            rule: rule.id.value.clone(),
            severity: lowered.map_or(rule.severity, |(severity, _)| *severity),
            item: None,
            message: compiled.message.filled(&values),
            labels,
            help: compiled.help.as_ref().map(|help| help.filled(&values)),
            source: rule.source.clone(),
            fingerprint: fingerprint(&identity, [judgement.waiver.of.to_string().as_str()]),
        })
    }

    /// What is found in the letter of a rule's test, and in its waivers.
    pub(super) fn findings_of(&self, test: &RuleTest, source: &SourceText) -> Vec<Finding> {
        let letter = self.parse(source);
        let checked = self.check(source, &letter, None);
        let Some((waivers, today)) = &test.waivers else {
            return checked.findings;
        };
        let mut register = self.register(waivers, *today);
        let case_number = checked.reading.case_number();
        let (mut findings, _) = register.sort(case_number, checked.findings);
        findings.extend(self.judge(&register.judgements()));
        findings
    }

    /// Calls `look` with each waiver of a rule's test, as it is after its letter.
    pub(super) fn judgements_of(
        &self,
        test: &RuleTest,
        source: &SourceText,
        mut look: impl FnMut(&Judgement<'_>),
    ) {
        let Some((waivers, today)) = &test.waivers else {
            return;
        };
        let letter = self.parse(source);
        let checked = self.check(source, &letter, None);
        let mut register = self.register(waivers, *today);
        register.sort(checked.reading.case_number(), checked.findings);
        register.judgements().iter().for_each(&mut look);
    }
}

fn is_about_waivers(rule: &CompiledRule) -> bool {
    rule.each == Some(Each::Waiver)
}

fn whole_waiver(place: &RulePlace) -> Label {
    Label {
        span: place.span,
        note: "this waiver".to_owned(),
        primary: true,
    }
}
