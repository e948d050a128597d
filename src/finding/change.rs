//! What changed between the findings of two runs over one letter.

use std::collections::HashMap;

use super::Finding;

/// A finding that one of two runs has, or that both have in another form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change<'f> {
    /// Only the new run has it.
    Came(&'f Finding),
    /// Only the old run has it.
    Went(&'f Finding),
    /// Both have it, with another severity, message or place.
    Moved {
        /// As the old run has it.
        old: &'f Finding,
        /// As the new run has it.
        new: &'f Finding,
    },
}

/// All changes of one letter.
#[derive(Clone, Debug, Default)]
pub struct Changes<'f> {
    /// The changes: of the letter as a whole, then item by item; of one item by rule.
    pub changed: Vec<Change<'f>>,
    /// The findings that both runs have alike.
    pub same: Vec<&'f Finding>,
}

impl<'f> Change<'f> {
    /// The finding as it is now, or as it was last.
    #[must_use]
    pub fn latest(&self) -> &'f Finding {
        match self {
            Self::Came(finding) | Self::Went(finding) | Self::Moved { new: finding, .. } => finding,
        }
    }

    /// The word for it in reports.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Came(_) => "came",
            Self::Went(_) => "went",
            Self::Moved { .. } => "moved",
        }
    }
}

/// Compares the findings of two runs over one letter. Findings are the same by their fingerprints. What is
/// then left of one rule and item in both runs is taken for the same finding, resting on other words now.
#[must_use]
pub fn changes<'f>(old: &'f [Finding], new: &'f [Finding]) -> Changes<'f> {
    let mut found = Changes::default();
    let (went, came) = pair(old, new, fingerprint, &mut found);
    let (went, came) = pair(went, came, rule_and_item, &mut found);
    found.changed.extend(went.into_iter().map(Change::Went));
    found.changed.extend(came.into_iter().map(Change::Came));
    found.changed.sort_by_key(|change| {
        let finding = change.latest();
        let place = finding.primary().map_or(0, |label| label.span.start);
        (finding.item, &finding.rule, place, change.name())
    });
    found
}

fn fingerprint(finding: &Finding) -> (&str, Option<usize>) {
    (&finding.fingerprint, None)
}

fn rule_and_item(finding: &Finding) -> (&str, Option<usize>) {
    (&finding.rule, finding.item)
}

/// Pairs the findings of equal key, in their order, and gives back what is left on both sides.
fn pair<'f>(
    old: impl IntoIterator<Item = &'f Finding>,
    new: impl IntoIterator<Item = &'f Finding>,
    key: fn(&Finding) -> (&str, Option<usize>),
    found: &mut Changes<'f>,
) -> (Vec<&'f Finding>, Vec<&'f Finding>) {
    let old: Vec<&Finding> = old.into_iter().collect();
    let mut waiting: HashMap<_, Vec<usize>> = HashMap::new();
    // The last first, so that the first is taken first.
    for (at, finding) in old.iter().enumerate().rev() {
        waiting.entry(key(finding)).or_default().push(at);
    }
    let mut is_paired = vec![false; old.len()];
    let mut came = Vec::new();
    for new in new {
        let Some(at) = waiting.get_mut(&key(new)).and_then(Vec::pop) else {
            came.push(new);
            continue;
        };
        is_paired[at] = true;
        let old = old[at];
        if alike(old, new) {
            found.same.push(new);
        } else {
            found.changed.push(Change::Moved { old, new });
        }
    }
    let left = old.iter().zip(&is_paired);
    let went = left.filter(|(_, is_paired)| !**is_paired);
    (went.map(|(finding, _)| *finding).collect(), came)
}

/// Whether a reader of a report would see no difference that matters: notes under the words and help may differ.
fn alike(old: &Finding, new: &Finding) -> bool {
    old.severity == new.severity && old.message == new.message && same_place(old, new)
}

/// Whether two findings point at the same words.
#[must_use]
pub fn same_place(old: &Finding, new: &Finding) -> bool {
    let spans = |finding: &Finding| {
        let labels = finding.labels.iter();
        labels.map(|label| label.span).collect::<Vec<_>>()
    };
    spans(old) == spans(new)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::{Label, Severity};
    use crate::span::SourceSpan;

    fn finding(rule: &str, item: Option<usize>, fingerprint: &str) -> Finding {
        Finding {
            rule: rule.to_owned(),
            severity: Severity::Error,
            item,
            message: "m".to_owned(),
            labels: vec![Label {
                span: SourceSpan { start: 3, end: 5 },
                note: String::new(),
                primary: true,
            }],
            help: None,
            source: None,
            fingerprint: fingerprint.to_owned(),
        }
    }

    fn told(old: &[Finding], new: &[Finding]) -> Vec<String> {
        let found = changes(old, new);
        let line = |change: &Change<'_>| {
            let finding = change.latest();
            format!("{} {} {:?}", change.name(), finding.rule, finding.item)
        };
        found.changed.iter().map(line).collect()
    }

    #[test]
    fn what_both_have_is_no_change() {
        let findings = [finding("a/b", Some(1), "1"), finding("a/b", Some(1), "2")];
        let found = changes(&findings, &findings);
        assert_eq!((found.changed.len(), found.same.len()), (0, 2));
    }

    #[test]
    fn findings_come_and_go_item_by_item() {
        let old = [
            finding("a/gone", Some(2), "1"),
            finding("c/kept", None, "2"),
        ];
        let new = [finding("c/kept", None, "2"), finding("b/new", Some(1), "3")];
        assert_eq!(
            told(&old, &new),
            ["came b/new Some(1)", "went a/gone Some(2)"]
        );
    }

    #[test]
    fn another_severity_message_or_place_is_a_move() {
        let old = [finding("a/b", Some(1), "1")];
        let mut graver = old.clone();
        graver[0].severity = Severity::Note;
        let mut said = old.clone();
        said[0].message = "other".to_owned();
        let mut placed = old.clone();
        placed[0].labels[0].span.end = 6;
        let mut noted = old.clone();
        noted[0].labels[0].note = "here".to_owned();
        for new in [&graver, &said, &placed] {
            assert_eq!(told(&old, new), ["moved a/b Some(1)"]);
        }
        assert_eq!(told(&old, &noted), [""; 0]);
    }

    #[test]
    fn a_finding_that_rests_on_other_words_moved_but_not_to_another_item() {
        let old = [finding("a/b", Some(1), "1"), finding("a/b", Some(2), "2")];
        let mut new = [finding("a/b", Some(1), "3"), finding("a/b", Some(3), "4")];
        new[0].labels[0].span.start = 4;
        assert_eq!(
            told(&old, &new),
            ["moved a/b Some(1)", "went a/b Some(2)", "came a/b Some(3)"]
        );
    }
}
