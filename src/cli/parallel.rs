//! Letters side by side, their results in order.

use std::collections::VecDeque;
use std::num::NonZeroUsize;
use std::sync::mpsc;
use std::thread::available_parallelism;

use super::interrupt;
use super::{Failure, Status};

/// How many inputs for each thread are given out ahead of the result that is taken next: enough that no thread waits
/// while a long letter is read, few enough that what waits to be written stays small.
const PER_THREAD: usize = 64;

/// Does `work` on all inputs, on `jobs` threads, and gives the results to `take` in the order of the inputs. Memory does
/// not grow with their number. Returns early, with what was done up to there taken, when the user interrupts.
pub(crate) fn in_order<I: Sync, T: Send>(
    inputs: &[I],
    jobs: NonZeroUsize,
    work: impl Fn(&I) -> T + Sync,
    mut take: impl FnMut(T) -> Result<(), Failure>,
) -> Result<Extent, Failure> {
    let work = |input| (!interrupt::is_stopped()).then(|| work(input));
    let threads = jobs.get().min(inputs.len());
    if threads < 2 {
        return take_all(inputs.iter().map(work), &mut take);
    }
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(threads)
        .build()
        .map_err(|error| {
            Failure::new(
                format!("{threads} threads cannot be started: {error}"),
                "ask for fewer with --jobs",
            )
        })?;
    let work = &work;
    pool.in_place_scope_fifo(|scope| {
        let mut inputs = inputs.iter();
        let mut given = VecDeque::new();
        let done = std::iter::from_fn(|| {
            let room = threads * PER_THREAD - given.len();
            for input in inputs.by_ref().take(room) {
                let (sender, result) = mpsc::sync_channel(1);
                // Nobody waits for it any more when a result before it could not be taken.
                scope.spawn_fifo(move |_| drop(sender.send(work(input))));
                given.push_back(result);
            }
            // A thread that panics sends nothing; the scope then passes the panic on.
            given.pop_front()?.recv().ok()
        });
        take_all(done, &mut take)
    })
}

/// How far a run came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Extent {
    /// To its end.
    Whole,
    /// The user stopped it.
    Interrupted,
}

impl Extent {
    /// A run that did not come to its end has failed, whatever it found.
    pub(crate) fn status(self, otherwise: Status) -> Status {
        match self {
            Self::Whole => otherwise,
            Self::Interrupted => Status::Failed,
        }
    }
}

/// Takes results up to the first that was no longer worked on.
fn take_all<T>(
    done: impl Iterator<Item = Option<T>>,
    take: &mut impl FnMut(T) -> Result<(), Failure>,
) -> Result<Extent, Failure> {
    for done in done {
        let Some(done) = done else {
            return Ok(Extent::Interrupted);
        };
        take(done)?;
    }
    Ok(Extent::Whole)
}

/// As many threads as asked for, or else as there are processors for this program.
pub(crate) fn threads(jobs: Option<NonZeroUsize>) -> NonZeroUsize {
    jobs.or_else(|| available_parallelism().ok())
        .unwrap_or(NonZeroUsize::MIN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_the_order_of_the_inputs() {
        let inputs: Vec<usize> = (0..1000).collect();
        for jobs in [1, 2, 7] {
            let mut taken = Vec::new();
            let jobs = NonZeroUsize::new(jobs).unwrap_or(NonZeroUsize::MIN);
            let ended = in_order(
                &inputs,
                jobs,
                |input| input * 2,
                |result| {
                    taken.push(result);
                    Ok(())
                },
            );
            assert_eq!(ended.ok(), Some(Extent::Whole));
            assert!(
                taken
                    .iter()
                    .copied()
                    .eq(inputs.iter().map(|input| input * 2))
            );
        }
    }

    #[test]
    fn a_result_that_cannot_be_taken_ends_the_run() {
        let failed = || Failure::new("full", "make room");
        let ended = in_order(
            &[1, 2, 3],
            NonZeroUsize::MIN,
            |input| *input,
            |_| Err(failed()),
        );
        assert!(ended.is_err());
    }
}
