//! A letter that could not be read.

/// Why a letter, or a part of it, could not be read. Not a finding: it says nothing about the letter,
/// only that nothing can be said.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct LetterProblem {
    /// What is wrong with the file, in one sentence without a full stop and without its name.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
}

impl LetterProblem {
    /// A problem with nothing to do about it.
    #[must_use]
    pub fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            help: None,
        }
    }

    /// The same problem with what to do about it.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}
