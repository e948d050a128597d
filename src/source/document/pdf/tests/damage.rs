//! Damaged copies: whatever happens to a file, it is read or refused, and nothing panics.

use super::{
    OWNER_PASSWORD, RUNNING_HEADERS, SCANNED_PAGE, STANDARD_FONTS, TABLE, WITHOUT_UNICODE, read,
};

/// A fixed sequence of numbers that look like chance (xorshift).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(end.max(1)).unwrap()).unwrap()
    }
}

fn flipped(whole: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = whole.to_vec();
    for _ in 0..=chance.below(40) {
        let at = chance.below(bytes.len());
        bytes[at] ^= 1 << chance.below(8);
    }
    bytes
}

fn cut_off(whole: &[u8], chance: &mut Chance) -> Vec<u8> {
    whole[..chance.below(whole.len())].to_vec()
}

fn spliced(whole: &[u8], chance: &mut Chance) -> Vec<u8> {
    let (from, to) = (chance.below(whole.len()), chance.below(whole.len()));
    let length = chance.below(whole.len() / 4);
    let piece = &whole[from..(from + length).min(whole.len())];
    [&whole[..to], piece, &whole[to..]].concat()
}

#[test]
fn damaged_copies_are_read_or_refused() {
    let mut chance = Chance(0x9E37_79B9_7F4A_7C15);
    for whole in [
        RUNNING_HEADERS,
        TABLE,
        STANDARD_FONTS,
        SCANNED_PAGE,
        OWNER_PASSWORD,
        WITHOUT_UNICODE,
    ] {
        for damage in [flipped, cut_off, spliced] {
            for _ in 0..4 {
                // Either will do.
                let _ = read(&damage(whole, &mut chance));
            }
        }
    }
}

#[test]
fn a_broken_cross_reference_table_is_mended() {
    let bytes = String::from_utf8_lossy(STANDARD_FONTS).replace("startxref", "startxxxx");
    let whole = read(STANDARD_FONTS).unwrap();
    // The bytes that are no text were replaced, so the packed pages are damaged; the pages are found all the same.
    assert!(
        read(bytes.as_bytes())
            .unwrap_err()
            .contains("part of page 1 cannot be read")
    );
    let mut bytes = STANDARD_FONTS.to_vec();
    let at = bytes
        .windows(9)
        .rposition(|window| window == b"startxref")
        .unwrap();
    bytes[at + 5] = b'_';
    assert_eq!(read(&bytes).unwrap(), whole);
}

#[test]
fn half_a_page_is_no_page() {
    let stream = STANDARD_FONTS
        .windows(6)
        .position(|window| window == b"stream")
        .unwrap();
    let mut bytes = STANDARD_FONTS.to_vec();
    bytes[stream + 400] ^= 0xFF;
    assert!(
        read(&bytes)
            .unwrap_err()
            .contains("it is damaged: part of page 1 cannot be read")
    );
}
