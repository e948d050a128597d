//! Which keys the decoders ask for, noted in tests: other descriptions of the entries are held against them.

use std::cell::RefCell;
use std::collections::BTreeMap;

/// The keys asked for, each with whether it must be given, by what the decoder calls the map.
pub(crate) type Asked = BTreeMap<&'static str, BTreeMap<&'static str, bool>>;

thread_local! {
    static ASKED: RefCell<Asked> = const { RefCell::new(Asked::new()) };
}

/// Notes that a key was asked for.
pub(crate) fn note(what: &'static str, key: &'static str, required: bool) {
    ASKED.with_borrow_mut(|asked| {
        *asked.entry(what).or_default().entry(key).or_default() |= required;
    });
}

/// The keys that are asked for while `work` is done.
pub(crate) fn during(work: impl FnOnce()) -> Asked {
    ASKED.take();
    work();
    ASKED.take()
}
