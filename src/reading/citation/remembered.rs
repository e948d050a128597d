//! Guideline lines that were read before. Letters choose most of their guideline lines from lists, so that
//! the same few hundred lines stand in thousands of letters.

use std::collections::HashMap;
use std::sync::RwLock;

use super::GuidelineLine;

/// How many lines are kept at most, so that memory does not grow with the number of letters.
const MOST_LINES: usize = 2048;

/// The longest line that is kept, in bytes. Longer ones are not stock phrases.
const LONGEST_LINE: usize = 1024;

/// Lines with what they say; shared between threads.
#[derive(Debug, Default)]
pub(super) struct Remembered {
    lines: RwLock<HashMap<String, GuidelineLine>>,
}

impl Remembered {
    /// What `line` says: as remembered, or else as read by `read`.
    pub(super) fn or_read(
        &self,
        line: &str,
        read: impl FnOnce() -> GuidelineLine,
    ) -> GuidelineLine {
        if line.len() > LONGEST_LINE {
            return read();
        }
        // A lock is poisoned only by a panic in here; reading the line anew is right in any case.
        if let Some(known) = self
            .lines
            .read()
            .ok()
            .and_then(|lines| lines.get(line).cloned())
        {
            return known;
        }
        let fresh = read();
        if let Ok(mut lines) = self.lines.write()
            && lines.len() < MOST_LINES
        {
            lines.insert(line.to_owned(), fresh.clone());
        }
        fresh
    }
}
