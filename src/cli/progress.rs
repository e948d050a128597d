//! How far a long run has come, for whoever watches a terminal.

use std::io::{IsTerminal, stderr, stdout};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Runs that end before this show nothing.
const PATIENCE: Duration = Duration::from_secs(1);

/// How often the bar is drawn anew, per second.
const REDRAWS: u8 = 5;

/// A bar with rate and time left. It shows only on a terminal to which no report goes, and only when the run takes
/// longer than a moment.
#[derive(Debug)]
pub(crate) struct Progress {
    letters: usize,
    begun: Instant,
    wanted: bool,
    done: AtomicU64,
    bar: OnceLock<ProgressBar>,
}

impl Progress {
    /// Of a run over so many letters; `to_stdout` says whether a report goes to standard output.
    pub(crate) fn new(letters: usize, to_stdout: bool) -> Self {
        Self {
            letters,
            begun: Instant::now(),
            wanted: stderr().is_terminal() && !(to_stdout && stdout().is_terminal()),
            done: AtomicU64::new(0),
            bar: OnceLock::new(),
        }
    }

    /// One more letter is done.
    pub(crate) fn advance(&self) {
        if !self.wanted {
            return;
        }
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        if self.bar.get().is_some() || self.begun.elapsed() >= PATIENCE {
            self.bar
                .get_or_init(|| bar(self.letters))
                .set_position(done);
        }
    }

    /// Takes the bar away.
    pub(crate) fn end(&self) {
        if let Some(bar) = self.bar.get() {
            bar.finish_and_clear();
        }
    }
}

fn bar(letters: usize) -> ProgressBar {
    let target = ProgressDrawTarget::stderr_with_hz(REDRAWS);
    let bar = ProgressBar::with_draw_target(Some(letters as u64), target);
    let style = "{wide_bar} {pos} of {len} letters, {per_sec}, {eta} left";
    bar.with_style(
        ProgressStyle::with_template(style).unwrap_or_else(|_| ProgressStyle::default_bar()),
    )
}
