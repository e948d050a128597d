//! Which characters take up no place of their own in the canonical text.

/// White space in the sense of Unicode: blanks, tabs, no-break spaces, and every control that moves
/// to another line or page.
pub(super) fn is_blank(character: char) -> bool {
    character.is_whitespace()
}

/// Characters that print nothing: soft hyphens, zero-width characters, direction marks, stray byte
/// order marks.
pub(super) fn is_invisible(character: char) -> bool {
    matches!(
        character,
        SOFT_HYPHEN
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{2069}'
            | '\u{FEFF}'
    )
}

/// Marks where a word may be divided; prints as a hyphen, if at all, only at a line end.
pub(super) const SOFT_HYPHEN: char = '\u{AD}';

/// Whether a reader sees nothing at all of the character.
pub(super) fn is_void(character: char) -> bool {
    is_blank(character) || is_invisible(character)
}

/// The letters of a typographic ligature, or `None` for any other character. Never longer in UTF-8
/// than the ligature itself, which the offset map relies on.
pub(super) fn ligature_letters(character: char) -> Option<&'static str> {
    Some(match character {
        '\u{FB00}' => "ff",
        '\u{FB01}' => "fi",
        '\u{FB02}' => "fl",
        '\u{FB03}' => "ffi",
        '\u{FB04}' => "ffl",
        '\u{FB05}' | '\u{FB06}' => "st",
        _ => return None,
    })
}

/// The nearest character border at or before `offset`; the end of the text when `offset` lies behind
/// it. (`str::floor_char_boundary` needs a newer compiler than this crate asks for.)
pub(super) fn border_before(text: &str, offset: usize) -> usize {
    let mut border = offset.min(text.len());
    while !text.is_char_boundary(border) {
        border -= 1;
    }
    border
}

/// The nearest character border at or behind `offset`, at most the end of the text.
pub(super) fn border_behind(text: &str, offset: usize) -> usize {
    let mut border = offset.min(text.len());
    while !text.is_char_boundary(border) {
        border += 1;
    }
    border
}
