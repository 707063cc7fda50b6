//! Makes untrusted text safe to show: names, subjects and server replies may hold anything.

use std::borrow::Cow;
use std::fmt::Write as _;

/// The text with everything that could steer a terminal or deceive a reader written as an escape:
/// control characters, bidirectional overrides, zero-width and other invisible characters.
#[must_use]
pub fn sanitized(text: &str) -> Cow<'_, str> {
    let plain = |byte: &u8| (b' '..=b'~').contains(byte);
    if text.as_bytes().iter().all(plain) || !text.chars().any(deceives) {
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

/// A name in a sentence. It is escaped where it is shown, so that it is escaped once.
#[must_use]
pub fn quoted(name: impl std::fmt::Display) -> String {
    format!("\"{name}\"")
}

/// How many of a kind.
#[must_use]
pub fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

/// So many are named in a sentence.
pub const NAMED: usize = 8;

/// The first of them, and how many more there are.
#[must_use]
pub fn some(names: &[String]) -> String {
    some_of(names, names.len())
}

/// The same where these are the first of so many.
#[must_use]
pub fn some_of(first: &[String], count: usize) -> String {
    let first = &first[..first.len().min(NAMED)];
    let shown = first.join(", ");
    match count.saturating_sub(first.len()) {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}

/// Parts of a sentence that are the first of so many: all of them, and how many more there are.
#[must_use]
pub fn clauses(first: &[String], count: usize) -> String {
    let shown = first.join("; ");
    match count.saturating_sub(first.len()) {
        0 => shown,
        more => format!("{shown}; and {more} more"),
    }
}

/// A word as a shell takes it, in a command that somebody may copy.
#[must_use]
pub fn shell_word(word: &str) -> String {
    let plain = |character: char| character.is_alphanumeric() || "_-./@:+".contains(character);
    if !word.is_empty() && word.chars().all(plain) {
        return word.to_owned();
    }
    format!("'{}'", word.replace('\'', "'\\''"))
}

/// As much of what a server says as anybody needs to read.
#[must_use]
pub fn cut(text: &str) -> String {
    const LONGEST: usize = 300;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}...", &text[..end]),
        None => text.to_owned(),
    }
}

/// A command with a word of why, which a shell takes for a comment: all of it can be run as it stands.
#[must_use]
pub fn noted(command: impl std::fmt::Display, why: impl std::fmt::Display) -> String {
    format!("{command}  # {why}")
}

/// Text of ours, of several lines, with names of others in it: line by line as [`sanitized`].
#[must_use]
pub fn sanitized_lines(text: &str) -> String {
    text.split_inclusive('\n')
        .flat_map(|line| match line.strip_suffix('\n') {
            Some(line) => [sanitized(line), Cow::Borrowed("\n")],
            None => [sanitized(line), Cow::Borrowed("")],
        })
        .collect()
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

/// How many columns of a terminal a character takes: none that goes onto the one before it, two that is wide.
#[must_use]
pub fn width(character: char) -> usize {
    match u32::from(character) {
        0x20..=0x7E => 1,
        0x300..=0x36F
        | 0x483..=0x489
        | 0x591..=0x5BD
        | 0x64B..=0x65F
        | 0x1AB0..=0x1AFF
        | 0x1DC0..=0x1DFF
        | 0x20D0..=0x20FF
        | 0xFE20..=0xFE2F => 0,
        // Hangul, kana, Han and what is drawn as wide as they are; pictures.
        0x1100..=0x115F
        | 0x2E80..=0x303E
        | 0x3041..=0xA4CF
        | 0xA960..=0xA97F
        | 0xAC00..=0xD7A3
        | 0xF900..=0xFAFF
        | 0xFE30..=0xFE6F
        | 0xFF01..=0xFF60
        | 0xFFE0..=0xFFE6
        | 0x1F300..=0x1F64F
        | 0x1F680..=0x1F6FF
        | 0x1F900..=0x1FAFF
        | 0x20000..=0x3FFFD => 2,
        _ => 1,
    }
}

/// JSON text with the same characters written as JSON escapes: it may be looked at on a terminal, too. Outside strings
/// JSON has none of them but line breaks.
#[must_use]
pub fn sanitized_json(json: &str) -> Cow<'_, str> {
    let steers = |character: char| character != '\n' && deceives(character);
    if !json.chars().any(steers) {
        return Cow::Borrowed(json);
    }
    let mut shown = String::with_capacity(json.len() + 16);
    for character in json.chars() {
        if steers(character) {
            for unit in character.encode_utf16(&mut [0; 2]) {
                // Writing to a String cannot fail.
                let _ = write!(shown, "\\u{unit:04x}");
            }
        } else {
            shown.push(character);
        }
    }
    Cow::Owned(shown)
}

#[cfg(test)]
mod tests {
    use super::{sanitized, sanitized_json};

    #[test]
    fn nothing_that_steers_a_terminal_is_left() {
        let hostile = "a\u{1b}[31m\u{7}\u{9b}2J\u{202e}b\u{200b}\u{feff}\u{e0041}\n\t\u{7f}";
        assert_eq!(
            sanitized(hostile),
            "a\\u{1b}[31m\\u{7}\\u{9b}2J\\u{202e}b\\u{200b}\\u{feff}\\u{e0041}\\n\\t\\u{7f}"
        );
        assert_eq!(sanitized("Zoë ☃ 日本"), "Zoë ☃ 日本");
    }

    #[test]
    fn json_means_the_same_as_before() {
        let hostile = "\u{9b}2J\u{202e}\u{e0041}\u{7f}é";
        let json = serde_json::to_string(hostile).unwrap_or_default();
        let shown = sanitized_json(&json);
        assert!(shown.is_ascii() || shown.contains('é'));
        assert_eq!(
            serde_json::from_str::<String>(&shown).ok().as_deref(),
            Some(hostile)
        );
    }
}
