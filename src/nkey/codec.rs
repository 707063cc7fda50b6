//! The text form: base32 of a prefix, the key and a CRC, read strictly.

use data_encoding::BASE32_NOPAD;

use super::{Kind, NkeyError, PUBLIC_TEXT_LEN, RAW_LEN, SEED_TEXT_LEN};

/// Kind and bytes of a public key, whose point is not checked.
pub(super) fn decode_public(text: &str) -> Result<(Kind, [u8; RAW_LEN]), NkeyError> {
    if text.len() == SEED_TEXT_LEN && text.starts_with('S') {
        return Err(NkeyError::SeedNotPublic);
    }
    let decoded: [u8; 1 + RAW_LEN + 2] = decode("a public key", text, PUBLIC_TEXT_LEN)?;
    let mut raw = [0; RAW_LEN];
    raw.copy_from_slice(&decoded[1..=RAW_LEN]);
    Ok((Kind::from_prefix(decoded[0])?, raw))
}

/// Decodes base32 of an exact length and checks the CRC at its end.
pub(super) fn decode<const N: usize>(
    what: &'static str,
    text: &str,
    expected: usize,
) -> Result<[u8; N], NkeyError> {
    if text.len() != expected {
        return Err(NkeyError::Length {
            what,
            expected,
            found: text.chars().count(),
        });
    }
    let mut bytes = [0; N];
    // The decoder refuses spare bits, lower case and line breaks, so what it takes is canonical.
    match BASE32_NOPAD.decode_mut(text.as_bytes(), &mut bytes) {
        Ok(length) if length == N => {}
        _ => return Err(NkeyError::Encoding),
    }
    let (body, checksum) = bytes.split_at(N - 2);
    if crc16(body).to_le_bytes() != checksum {
        return Err(NkeyError::Checksum);
    }
    Ok(bytes)
}

/// Writes the CRC of all but the last two bytes into the last two.
pub(super) fn with_checksum(bytes: &mut [u8]) -> &[u8] {
    let body = bytes.len() - 2;
    let checksum = crc16(&bytes[..body]).to_le_bytes();
    bytes[body..].copy_from_slice(&checksum);
    bytes
}

/// CRC-16/XMODEM: polynomial 0x1021, start 0, not reflected.
fn crc16(bytes: &[u8]) -> u16 {
    const TABLE: [u16; 256] = {
        let mut table = [0; 256];
        let mut index = 0;
        while index < 256 {
            #[allow(clippy::cast_possible_truncation, reason = "the index is below 256")]
            let mut crc = (index as u16) << 8;
            let mut bit = 0;
            while bit < 8 {
                crc = if crc & 0x8000 == 0 {
                    crc << 1
                } else {
                    crc << 1 ^ 0x1021
                };
                bit += 1;
            }
            table[index] = crc;
            index += 1;
        }
        table
    };
    bytes.iter().fold(0, |crc, byte| {
        crc << 8 ^ TABLE[usize::from(crc.to_be_bytes()[0] ^ byte)]
    })
}
