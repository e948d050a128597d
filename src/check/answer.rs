//! What a condition answers: its truth, and the words of the letter that made it so.

use std::borrow::Cow;
use std::cmp::Ordering;

use super::truth::Truth;
use crate::span::ByteSpan;

/// Words of the letter with what is to be seen in them. They become the labels of a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Evidence {
    /// Where the words stand, in the canonical text.
    pub(crate) span: ByteSpan,
    /// What they show.
    pub(crate) note: String,
    /// Whether they decided anything, or are only where something is missing: such words may end anywhere, so the
    /// identity of a finding cannot rest on them.
    pub(crate) decided: bool,
}

/// The answer of a condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Answer {
    /// Whether it holds.
    pub(crate) truth: Truth,
    /// The words that decided it.
    pub(crate) evidence: Vec<Evidence>,
    /// Values for the placeholders of the rule's message: name and text.
    pub(crate) values: Vec<(&'static str, String)>,
    /// Why it is so, where no words of the letter show it: "the heading gives no amount".
    pub(crate) reason: Reason,
}

impl Answer {
    /// An answer without words to show.
    #[must_use]
    pub(crate) fn plain(truth: impl Into<Truth>) -> Self {
        Self {
            truth: truth.into(),
            evidence: Vec::new(),
            values: Vec::new(),
            reason: None,
        }
    }

    /// The letter does not say.
    #[must_use]
    pub(crate) fn unknown() -> Self {
        Self::plain(Truth::Unknown)
    }

    /// The same answer with why it is so, for where no words of the letter can be shown: what is missing, or
    /// what was looked for in vain. Part of `imr-lint why`, never of a finding.
    #[must_use]
    pub(crate) fn because(mut self, reason: impl Into<Cow<'static, str>>) -> Self {
        self.reason = Some(reason.into());
        self
    }

    /// The same answer with words that show it.
    #[must_use]
    pub(crate) fn shown(mut self, span: ByteSpan, note: impl Into<String>) -> Self {
        self.evidence.push(Evidence {
            span,
            note: note.into(),
            decided: true,
        });
        self
    }

    /// The same answer with the place where something is missing.
    #[must_use]
    pub(crate) fn missing_at(mut self, span: ByteSpan, note: impl Into<String>) -> Self {
        self.evidence.push(Evidence {
            span,
            note: note.into(),
            decided: false,
        });
        self
    }

    /// The same answer with words that show it, where the letter has them.
    #[must_use]
    pub(crate) fn shown_if(self, span: Option<ByteSpan>, note: impl Into<String>) -> Self {
        match span {
            Some(span) => self.shown(span, note),
            None => self,
        }
    }

    /// The same answer with the value of a placeholder.
    #[must_use]
    pub(crate) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.values.push((name, value.into()));
        self
    }

    /// Both must hold; what shows either is kept, in order. The reason is that of the one that decides.
    #[must_use]
    pub(crate) fn and(mut self, other: Self) -> Self {
        self.reason = match self.truth.cmp(&other.truth) {
            Ordering::Less => self.reason,
            Ordering::Greater => other.reason,
            Ordering::Equal => joined(self.reason, other.reason),
        };
        self.truth = self.truth.and(other.truth);
        self.evidence.extend(other.evidence);
        self.values.extend(other.values);
        self
    }

    /// One must hold; only what shows the truest ones is kept.
    #[must_use]
    pub(crate) fn or(self, other: Self) -> Self {
        match self.truth.cmp(&other.truth) {
            Ordering::Less => other,
            Ordering::Greater => self,
            Ordering::Equal => self.and(other),
        }
    }

    /// The opposite. Words that show a condition do not show its opposite, so they are dropped.
    #[must_use]
    pub(crate) fn negated(self) -> Self {
        Self {
            truth: !self.truth,
            evidence: Vec::new(),
            values: self.values,
            reason: None,
        }
    }
}

/// Why an answer is what it is, where no words show it.
type Reason = Option<Cow<'static, str>>;

/// Both reasons, each once: "not stated: one, another".
fn joined(one: Reason, other: Reason) -> Reason {
    match (one, other) {
        (Some(one), Some(other)) if one != other => {
            let head = |reason: &str| reason.split_once(": ").map(|(head, _)| head.len());
            let same = head(&one).filter(|end| one.get(..*end) == other.get(..*end));
            let tail = same.and_then(|end| other.get(end..)?.strip_prefix(": "));
            let joined = match tail {
                Some(tail) => format!("{one}, {tail}"),
                None => format!("{one}; {other}"),
            };
            Some(joined.into())
        }
        (one, other) => one.or(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reason_of(one: &'static str, other: &'static str) -> String {
        let both = Answer::unknown()
            .because(one)
            .or(Answer::unknown().because(other));
        both.reason.unwrap_or_default().into_owned()
    }

    #[test]
    fn reasons_are_joined() {
        assert_eq!(reason_of("no total", "no total"), "no total");
        assert_eq!(reason_of("no total", "no trial"), "no total; no trial");
        assert_eq!(
            reason_of("not stated: a", "not stated: b"),
            "not stated: a, b"
        );
        assert_eq!(
            reason_of("not stated: a", "denied: b"),
            "not stated: a; denied: b"
        );
    }

    #[test]
    fn the_reason_of_what_decides_is_kept() {
        let holds = || Answer::plain(true).because("it is so");
        let lacks = || Answer::plain(false).because("it is not");
        let reason = |answer: Answer| answer.reason.unwrap_or_default().into_owned();
        assert_eq!(reason(holds().and(lacks())), "it is not");
        assert_eq!(reason(lacks().and(holds())), "it is not");
        assert_eq!(reason(holds().or(lacks())), "it is so");
        assert_eq!(reason(lacks().or(holds())), "it is so");
    }
}
