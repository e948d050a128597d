//! How large packed data is, without unpacking it into memory.

use flate2::{Decompress, FlushDecompress, Status};
use hayro_syntax::Filter;
use hayro_syntax::object::Stream;

/// What data come to when unpacked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Size {
    /// So many bytes.
    Whole(usize),
    /// Not all of it can be unpacked.
    Damaged,
    /// More than was asked about.
    Beyond,
}

/// Bytes that are unpacked, where there is no other way to measure.
const TRIED: usize = 128 << 20;

/// Measures a stream up to `most` bytes.
pub(super) fn measure(stream: &Stream<'_>, most: usize) -> Size {
    let packed = stream.raw_data();
    match stream.filters().as_slice() {
        [] | [Filter::Crypt] if packed.len() > most => Size::Beyond,
        [] | [Filter::Crypt] => Size::Whole(packed.len()),
        [Filter::FlateDecode] | [Filter::Crypt, Filter::FlateDecode] => inflate(&packed, most),
        filters => {
            let longest = filters.iter().fold(packed.len(), |size, filter| {
                size.saturating_mul(best_ratio(*filter))
            });
            if longest > TRIED {
                return Size::Beyond;
            }
            match stream.decoded_data() {
                Ok(data) if data.len() > most => Size::Beyond,
                Ok(data) => Size::Whole(data.len()),
                Err(_) => Size::Damaged,
            }
        }
    }
}

/// How many bytes one packed byte can at best stand for.
fn best_ratio(filter: Filter) -> usize {
    match filter {
        Filter::FlateDecode => 1032,
        // A code of twelve bits stands for at most 4096 bytes.
        Filter::LzwDecode => 2731,
        Filter::RunLengthDecode => 64,
        _ => 1,
    }
}

/// Measures deflated data with a zlib header, as PDF has it, up to `most` bytes.
pub(super) fn inflate(packed: &[u8], most: usize) -> Size {
    let mut stream = Decompress::new(true);
    let mut window = [0_u8; 32 << 10];
    loop {
        let (read, written) = (stream.total_in(), stream.total_out());
        let rest = usize::try_from(read)
            .ok()
            .and_then(|read| packed.get(read..))
            .unwrap_or_default();
        let status = stream.decompress(rest, &mut window, FlushDecompress::None);
        let size = usize::try_from(stream.total_out()).unwrap_or(usize::MAX);
        if size > most {
            return Size::Beyond;
        }
        let is_stuck = stream.total_in() == read && stream.total_out() == written;
        match status {
            Ok(Status::StreamEnd) => return Size::Whole(size),
            Ok(_) if !is_stuck => {}
            Ok(_) | Err(_) => return Size::Damaged,
        }
    }
}
