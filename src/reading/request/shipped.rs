//! The shipped rule pack with its readers, for tests of what a heading is read as.

use std::sync::OnceLock;

use super::{Request, RequestReader};
use crate::reading::lexicon::Lexicon;
use crate::reading::quantity::QuantityReader;
use crate::rules::pack::Pack;
use crate::rules::{embedded, load};

/// The readers of the shipped pack.
pub(in crate::reading) struct Shipped {
    pub(in crate::reading) pack: Pack,
    pub(in crate::reading) lexicon: Lexicon,
    pub(in crate::reading) quantities: QuantityReader,
    pub(in crate::reading) requests: RequestReader,
}

impl Shipped {
    /// What a heading is read as.
    pub(in crate::reading) fn read(&self, heading: &str) -> Request {
        self.requests
            .read(heading, &self.lexicon.find(heading), &self.quantities)
    }
}

/// The readers, made once for all tests.
pub(in crate::reading) fn shipped() -> &'static Shipped {
    static SHIPPED: OnceLock<Shipped> = OnceLock::new();
    SHIPPED.get_or_init(|| {
        let pack = load(embedded()).pack;
        Shipped {
            lexicon: Lexicon::new(&pack),
            quantities: QuantityReader::new(&pack.language.quantities),
            requests: RequestReader::new(&pack),
            pack,
        }
    })
}
