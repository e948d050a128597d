//! What stands beside the letters and their findings: findings that are not reported, and files that are no letters.

use std::io::{self, Write};

use serde::Serialize;

use super::{FindingJson, as_json, finding_json};
use crate::baseline::Entry;
use crate::finding::Finding;
use crate::source::SourceText;
use crate::waiver::Waived;

/// The files of a run that are no letters.
#[derive(Clone, Debug, Default)]
pub struct Beside<'a> {
    /// The waivers file: its name, its text, and what was found in it.
    pub waivers: Option<(&'a str, &'a SourceText, &'a [Finding])>,
    /// The baseline: its name, and what it holds of the letters of the run that was not found in them.
    pub baseline: Option<(&'a str, Vec<&'a Entry>)>,
}

impl Beside<'_> {
    /// Writes the fields, each with a comma behind it; nothing for files that are not there.
    pub(in crate::report) fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        if let Some((path, source, findings)) = self.waivers {
            let findings = findings.iter();
            let waivers = WaiversJson {
                path,
                findings: findings
                    .map(|finding| finding_json(finding, source))
                    .collect(),
            };
            out.write_all(b"\"waivers\":")?;
            write!(out, "{},", as_json(&waivers))?;
        }
        if let Some((path, stale)) = &self.baseline {
            out.write_all(b"\"baseline\":")?;
            write!(out, "{},", as_json(&BaselineJson { path, stale }))?;
        }
        Ok(())
    }
}

#[derive(Serialize)]
struct WaiversJson<'a> {
    path: &'a str,
    findings: Vec<FindingJson<'a>>,
}

#[derive(Serialize)]
struct BaselineJson<'a> {
    path: &'a str,
    stale: &'a [&'a Entry],
}

/// A finding that is waived: all that is said of a finding, and the waiver.
#[derive(Debug, Serialize)]
pub(super) struct WaivedJson<'a> {
    #[serde(flatten)]
    finding: FindingJson<'a>,
    waiver: WaiverJson<'a>,
}

#[derive(Debug, Serialize)]
struct WaiverJson<'a> {
    reason: Option<&'a str>,
    approver: &'a str,
    expires: String,
    line: usize,
}

/// A finding that the baseline knows.
#[derive(Debug, Serialize)]
pub(super) struct KnownJson<'a> {
    rule: &'a str,
    item: Option<usize>,
    fingerprint: &'a str,
}

/// What was found in a letter and is waived.
pub(super) fn waived<'a>(waived: &'a [Waived<'_>], source: &SourceText) -> Vec<WaivedJson<'a>> {
    let waived = waived.iter();
    waived.map(|waived| waived_json(waived, source)).collect()
}

/// What was found in a letter and is known.
pub(super) fn known(known: &[Finding]) -> Vec<KnownJson<'_>> {
    let known = known.iter().map(|finding| KnownJson {
        rule: &finding.rule,
        item: finding.item,
        fingerprint: &finding.fingerprint,
    });
    known.collect()
}

fn waived_json<'a>(waived: &'a Waived<'_>, source: &SourceText) -> WaivedJson<'a> {
    let waiver = waived.waiver;
    WaivedJson {
        finding: finding_json(&waived.finding, source),
        waiver: WaiverJson {
            reason: waiver.reason.as_deref(),
            approver: &waiver.approver,
            expires: waiver.expires.value.to_string(),
            line: waiver.place.line(),
        },
    }
}
