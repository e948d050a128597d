//! A run that the user stops: what was found so far is still reported.

use std::sync::atomic::{AtomicBool, Ordering};

use super::Failure;

static STOPPED: AtomicBool = AtomicBool::new(false);

/// From now on, the first interrupt (Ctrl-C, or the request to terminate) lets the run end early instead of ending the
/// program. The second one ends it.
pub(crate) fn watch() -> Result<(), Failure> {
    let stop = || {
        if STOPPED.swap(true, Ordering::Relaxed) {
            std::process::exit(INTERRUPTED);
        }
    };
    ctrlc::set_handler(stop).map_err(|error| {
        Failure::new(
            format!("interrupts cannot be watched for: {error}"),
            "start the program in the ordinary way",
        )
    })
}

/// Whether the run is to end.
pub(crate) fn is_stopped() -> bool {
    STOPPED.load(Ordering::Relaxed)
}

/// The status that shells give to a program ended by an interrupt.
const INTERRUPTED: i32 = 130;
