//! What becomes of the findings of a letter before they are reported.

use imr_lint::baseline::{Entry, Known};
use imr_lint::check::{Linter, is_selected};
use imr_lint::finding::Finding;
use imr_lint::waiver::{Register, Waived};

/// What keeps findings from being reported.
pub(crate) struct Audit<'a> {
    /// The waivers.
    pub(crate) register: Option<Register<'a>>,
    /// The baseline.
    pub(crate) known: Option<Known<'a>>,
    /// What is reported; empty: everything.
    pub(crate) select: &'a [String],
    /// What is not.
    pub(crate) ignore: &'a [String],
}

/// The findings of a letter that were asked for.
pub(crate) struct Sorted<'a> {
    /// Those to report.
    pub(crate) reported: Vec<Finding>,
    /// Those that are waived.
    pub(crate) waived: Vec<Waived<'a>>,
    /// Those that the baseline knows.
    pub(crate) known: Vec<Finding>,
}

impl<'a> Audit<'a> {
    /// Sorts the findings of a letter. Waivers and baseline see all of them, so that none seems unused or stale only
    /// because its rule was not asked for.
    pub(crate) fn sort(&mut self, case_number: Option<&str>, findings: Vec<Finding>) -> Sorted<'a> {
        let (left, mut waived) = match &mut self.register {
            Some(register) => register.sort(case_number, findings),
            None => (findings, Vec::new()),
        };
        let (mut known, mut reported) = (Vec::new(), left);
        if let Some(baseline) = &mut self.known {
            baseline.checked(case_number);
            for waived in &waived {
                baseline.knows(&waived.finding);
            }
            (known, reported) = reported
                .into_iter()
                .partition(|finding| baseline.knows(finding));
        }
        let (select, ignore) = (self.select, self.ignore);
        let is_wanted = |finding: &Finding| is_selected(&finding.rule, select, ignore);
        waived.retain(|waived| is_wanted(&waived.finding));
        known.retain(is_wanted);
        reported.retain(is_wanted);
        Sorted {
            reported,
            waived,
            known,
        }
    }

    /// The entries of the baseline whose letters no longer have them.
    pub(crate) fn stale(&self) -> Vec<&'a Entry> {
        self.known.as_ref().map(Known::stale).unwrap_or_default()
    }

    /// What is wrong with the waivers, after the last letter.
    pub(crate) fn about_waivers(&mut self, linter: &Linter) -> Vec<Finding> {
        let Some(register) = self.register.take() else {
            return Vec::new();
        };
        let mut findings = linter.judge(&register.judgements());
        findings.retain(|finding| is_selected(&finding.rule, self.select, self.ignore));
        findings
    }
}
