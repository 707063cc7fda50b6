//! Keys in DER, and DER in PEM: the little of it that keys of others are written in.

use data_encoding::BASE64;
use zeroize::Zeroizing;

/// Characters of a line.
const LINE: usize = 64;

/// Several values as one.
pub fn sequence(parts: &[&[u8]]) -> Vec<u8> {
    tagged(0x30, &parts.concat())
}

/// The name of an algorithm or a curve, by its bytes.
pub fn name(bytes: &[u8]) -> Vec<u8> {
    tagged(6, bytes)
}

/// A number that is not negative, from its bytes, the greatest first.
pub fn number(bytes: &[u8]) -> Vec<u8> {
    let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
    let bytes = &bytes[zeros..];
    // The first bit is that of the sign.
    let sign: &[u8] = match bytes.first() {
        Some(1..=0x7F) => &[],
        _ => &[0],
    };
    tagged(2, &[sign, bytes].concat())
}

/// Bytes as a string of bits.
pub fn bits(bytes: &[u8]) -> Vec<u8> {
    tagged(3, &[&[0], bytes].concat())
}

/// A public key, under the algorithm that it is for (RFC 5280, `SubjectPublicKeyInfo`).
pub fn public_key(algorithm: &[&[u8]], key: &[u8]) -> Vec<u8> {
    sequence(&[&sequence(algorithm), &bits(key)])
}

fn tagged(tag: u8, content: &[u8]) -> Vec<u8> {
    let mut out = vec![tag];
    // Shorter than 128 is a byte; longer is how many bytes, and those.
    match u8::try_from(content.len()) {
        Ok(short @ ..0x80) => out.push(short),
        _ => {
            let length = content.len().to_be_bytes();
            let zeros = length.iter().take_while(|byte| **byte == 0).count();
            let length = &length[zeros..];
            out.push(0x80 | u8::try_from(length.len()).unwrap_or_default());
            out.extend_from_slice(length);
        }
    }
    out.extend_from_slice(content);
    out
}

/// A block of PEM, in memory that is wiped: it may be a private key.
pub fn pem(label: &str, der: &[u8]) -> Zeroizing<String> {
    let length = BASE64.encode_len(der.len());
    let mut base64 = Zeroizing::new(String::with_capacity(length));
    BASE64.encode_append(der, &mut base64);
    let frame = 2 * (label.len() + 24);
    let mut text = Zeroizing::new(String::with_capacity(length + length / LINE + frame));
    for part in ["-----BEGIN ", label, "-----\n"] {
        text.push_str(part);
    }
    let mut rest = base64.as_str();
    while !rest.is_empty() {
        let (line, after) = rest.split_at(rest.len().min(LINE));
        text.push_str(line);
        text.push('\n');
        rest = after;
    }
    for part in ["-----END ", label, "-----\n"] {
        text.push_str(part);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{number, pem, sequence};

    #[test]
    fn numbers_are_as_short_as_they_can_be_and_never_negative() {
        assert_eq!(number(&[0, 0, 1]), [2, 1, 1]);
        assert_eq!(number(&[0x80]), [2, 2, 0, 0x80]);
        assert_eq!(number(&[]), [2, 1, 0]);
    }

    #[test]
    fn lengths_have_the_bytes_that_they_need() {
        assert_eq!(sequence(&[&[0; 127]])[..2], [0x30, 127]);
        assert_eq!(sequence(&[&[0; 128]])[..3], [0x30, 0x81, 128]);
        assert_eq!(sequence(&[&[0; 300]])[..4], [0x30, 0x82, 1, 44]);
    }

    #[test]
    fn a_line_has_64_characters_and_memory_is_not_moved() {
        for length in [0, 1, 47, 48, 49, 96, 97, 1000] {
            let text = pem("PRIVATE KEY", &vec![7; length]);
            assert!(
                text.lines()
                    .all(|line| line.len() <= 64 && !line.is_empty())
            );
            assert!(text.len() <= text.capacity());
        }
        assert_eq!(
            *pem("X", &[0]),
            "-----BEGIN X-----\nAA==\n-----END X-----\n"
        );
    }
}
