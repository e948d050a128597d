//! How far a long run has come, for whoever watches a terminal.

use std::fmt::Write;
use std::io::{IsTerminal, stderr, stdout};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use indicatif::{HumanDuration, ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};

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
                .get_or_init(|| bar(self.letters, self.begun))
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

/// The bar of a run that began at `begun`. Its rate is that of the whole run: the library's own counts only what it
/// has drawn, and takes all that was done before for one step.
fn bar(letters: usize, begun: Instant) -> ProgressBar {
    let target = ProgressDrawTarget::stderr_with_hz(REDRAWS);
    let bar = ProgressBar::with_draw_target(Some(letters as u64), target);
    let rate = move |state: &ProgressState, out: &mut dyn Write| {
        let _ = write!(out, "{:.0}", per_second(state.pos(), begun.elapsed()));
    };
    let left = move |state: &ProgressState, out: &mut dyn Write| {
        let left = left(
            state.pos(),
            state.len().unwrap_or_default(),
            begun.elapsed(),
        );
        let _ = write!(out, "{:#}", HumanDuration(left));
    };
    let style = "{wide_bar} {pos} of {len} letters, {rate} per second, {left} left";
    bar.with_style(
        ProgressStyle::with_template(style)
            .unwrap_or_else(|_| ProgressStyle::default_bar())
            .with_key("rate", rate)
            .with_key("left", left),
    )
}

fn per_second(done: u64, elapsed: Duration) -> f64 {
    done as f64 / elapsed.as_secs_f64().max(f64::EPSILON)
}

/// How long the rest takes when it goes on as before.
fn left(done: u64, of: u64, elapsed: Duration) -> Duration {
    let rest = of.saturating_sub(done) as f64;
    let seconds = rest / per_second(done, elapsed).max(f64::EPSILON);
    Duration::try_from_secs_f64(seconds).unwrap_or(Duration::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rate_and_rest_are_those_of_the_whole_run() {
        let elapsed = Duration::from_millis(1500);
        assert_eq!(per_second(3000, elapsed).round(), 2000.0);
        assert_eq!(left(3000, 9000, elapsed), Duration::from_secs(3));
        assert_eq!(left(9000, 9000, elapsed), Duration::ZERO);
    }
}
