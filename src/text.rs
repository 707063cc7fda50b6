//! Makes untrusted text safe to show: names, subjects and server replies may hold anything.

use std::borrow::Cow;
use std::fmt::Write as _;

/// The text with everything that could steer a terminal or deceive a reader written as an escape:
/// control characters, bidirectional overrides, zero-width and other invisible characters.
#[must_use]
pub fn sanitized(text: &str) -> Cow<'_, str> {
    if !text.chars().any(deceives) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        match character {
            '\n' => shown.push_str("\\n"),
            '\r' => shown.push_str("\\r"),
            '\t' => shown.push_str("\\t"),
            character if deceives(character) => {
                // Writing to a String cannot fail.
                let _ = write!(shown, "\\u{{{:x}}}", u32::from(character));
            }
            character => shown.push(character),
        }
    }
    Cow::Owned(shown)
}

/// Whether a character can steer a terminal or cannot be seen.
#[must_use]
pub fn deceives(character: char) -> bool {
    character.is_control()
        || matches!(u32::from(character),
            // soft hyphen, combining grapheme joiner, Arabic letter mark, Hangul and Khmer fillers, Mongolian separators
            0xAD | 0x34F | 0x61C | 0x115F | 0x1160 | 0x17B4 | 0x17B5 | 0x180B..=0x180F
            // zero width, direction marks, line and paragraph separators, embeddings, invisible operators, isolates
            | 0x200B..=0x200F | 0x2028..=0x202E | 0x2060..=0x206F
            // Hangul filler, variation selectors, byte order mark, half-width filler, interlinear marks
            | 0x3164 | 0xFE00..=0xFE0F | 0xFEFF | 0xFFA0 | 0xFFF0..=0xFFFB
            // musical formatting, tags, supplementary variation selectors
            | 0x1D173..=0x1D17A | 0xE0000..=0xE0FFF)
}
