//! Go's `%q`: a text in double quotes, as `strconv.Quote` writes it.

use std::fmt::Write as _;

/// The text as Go's `%q` shows it.
#[must_use]
pub fn quoted(text: &str) -> String {
    quoted_bytes(text.as_bytes())
}

/// The bytes as Go's `%q` shows a string; what is not UTF-8 is written byte by byte.
#[must_use]
pub fn quoted_bytes(bytes: &[u8]) -> String {
    let mut shown = String::with_capacity(bytes.len() + 2);
    shown.push('"');
    for chunk in bytes.utf8_chunks() {
        for character in chunk.valid().chars() {
            push(&mut shown, character);
        }
        for byte in chunk.invalid() {
            push_byte(&mut shown, *byte);
        }
    }
    shown.push('"');
    shown
}

fn push(shown: &mut String, character: char) {
    match character {
        '"' | '\\' => {
            shown.push('\\');
            shown.push(character);
        }
        '\x07' => shown.push_str("\\a"),
        '\x08' => shown.push_str("\\b"),
        '\x0c' => shown.push_str("\\f"),
        '\n' => shown.push_str("\\n"),
        '\r' => shown.push_str("\\r"),
        '\t' => shown.push_str("\\t"),
        '\x0b' => shown.push_str("\\v"),
        character if is_printable(character) => shown.push(character),
        // Below 0x20 and 0x7f: one byte each.
        character if character.is_ascii() => push_byte(shown, character as u8),
        character => {
            let number = u32::from(character);
            // Writing to a String cannot fail.
            let _ = if number < 0x10000 {
                write!(shown, "\\u{number:04x}")
            } else {
                write!(shown, "\\U{number:08x}")
            };
        }
    }
}

fn push_byte(shown: &mut String, byte: u8) {
    // Writing to a String cannot fail.
    let _ = write!(shown, "\\x{byte:02x}");
}

/// Go's `strconv.IsPrint`: letters, marks, numbers, punctuation, symbols and the ASCII space. The standard library
/// keeps the same set for the debug form of strings, where it is asked behind a plain letter, since it writes marks at
/// the beginning as escapes. Characters that one library's Unicode has and the other's has not yet may differ.
fn is_printable(character: char) -> bool {
    if character.is_ascii() {
        return (' '..='~').contains(&character);
    }
    let mut text = [0; 5];
    text[0] = b'a';
    let length = 1 + character.encode_utf8(&mut text[1..]).len();
    // What was encoded is UTF-8, so this is never the empty text.
    let text = std::str::from_utf8(&text[..length]).unwrap_or_default();
    text.escape_debug().nth(1) == Some(character)
}

#[cfg(test)]
mod tests {
    use super::{quoted, quoted_bytes};

    #[test]
    fn it_is_what_go_writes() {
        for (text, shown) in [
            ("", r#""""#),
            ("a \"b\" \\ 'c'", r#""a \"b\" \\ 'c'""#),
            ("\x07\x08\x0c\n\r\t\x0b", r#""\a\b\f\n\r\t\v""#),
            ("\0\x01\x1b\x7f", r#""\x00\x01\x1b\x7f""#),
            ("é € 😀 e\u{301}", "\"é € 😀 e\u{301}\""),
            ("\u{301}", "\"\u{301}\""),
            ("\u{80}\u{a0}\u{ad}", r#""\u0080\u00a0\u00ad""#),
            (
                "\u{200b}\u{2028}\u{202e}\u{feff}",
                r#""\u200b\u2028\u202e\ufeff""#,
            ),
            ("\u{3000}\u{e000}\u{fffd}", "\"\\u3000\\ue000\u{fffd}\""),
            ("\u{e0001}\u{10ffff}", r#""\U000e0001\U0010ffff""#),
        ] {
            assert_eq!(quoted(text), shown);
        }
        assert_eq!(quoted_bytes(b"%\xc3"), r#""%\xc3""#);
        assert_eq!(quoted_bytes(b"\xff\xfea\xe2\x82"), r#""\xff\xfea\xe2\x82""#);
    }
}
