//! Characters of symbol fonts.

/// The character that a place of a font shows. What has no letter of its own, a tick box say, becomes a space.
pub(super) fn character(font: &str, place: &str) -> char {
    let place = u32::from_str_radix(place, 16).unwrap_or_default();
    // Word keeps symbol fonts in a private area.
    let place = if place >= 0xF000 {
        place - 0xF000
    } else {
        place
    };
    match place {
        _ if !font.eq_ignore_ascii_case("Symbol") => ' ',
        0x20..=0x21 | 0x23 | 0x25..=0x26 | 0x28..=0x29 | 0x2B..=0x2C | 0x2E..=0x3F => {
            char::from_u32(place).unwrap_or(' ')
        }
        0x2D => '-',
        0x61 => 'α',
        0x62 => 'β',
        0x64 => 'δ',
        0x67 => 'γ',
        0x6D => 'µ',
        0xA3 => '≤',
        0xB0 => '°',
        0xB1 => '±',
        0xB3 => '≥',
        0xB4 => '×',
        0xB7 => '•',
        0xB9 => '≠',
        0xBB => '≈',
        _ => ' ',
    }
}

#[cfg(test)]
mod tests {
    use super::character;

    #[test]
    fn signs_of_the_symbol_font_are_known() {
        assert_eq!(character("Symbol", "F0B3"), '≥');
        assert_eq!(character("Symbol", "B0"), '°');
        assert_eq!(character("Wingdings", "F0FE"), ' ');
        assert_eq!(character("Symbol", "nothing"), ' ');
    }
}
