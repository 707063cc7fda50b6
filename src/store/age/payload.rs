//! The contents: chunks of 64 KiB, each sealed, numbered, the last one marked.

use chacha20poly1305::aead::AeadInPlace as _;
use chacha20poly1305::{ChaCha20Poly1305, KeyInit as _};
use zeroize::Zeroizing;

use super::{AgeError, FileKey, derived, random};

const CHUNK: usize = 64 * 1024;
const TAG: usize = 16;
const NONCE: usize = 16;

/// Adds the sealed contents to a file.
pub fn seal(plaintext: &[u8], file_key: &FileKey, file: &mut Vec<u8>) -> Result<(), AgeError> {
    let nonce = random::<NONCE>()?;
    let cipher = cipher(file_key, nonce.as_slice());
    file.extend_from_slice(nonce.as_slice());
    let count = plaintext.len().div_ceil(CHUNK).max(1);
    for number in 0..count {
        let chunk = &plaintext[number * CHUNK..plaintext.len().min((number + 1) * CHUNK)];
        let start = file.len();
        file.extend_from_slice(chunk);
        let tag = cipher
            .encrypt_in_place_detached(
                &chunk_nonce(number, number + 1 == count).into(),
                &[],
                &mut file[start..],
            )
            .map_err(|_| AgeError::Payload)?;
        file.extend_from_slice(&tag);
    }
    Ok(())
}

/// The contents of what follows a header.
pub fn opened(rest: &[u8], file_key: &FileKey) -> Result<Zeroizing<Vec<u8>>, AgeError> {
    let (nonce, sealed) = rest.split_at_checked(NONCE).ok_or(AgeError::Payload)?;
    let cipher = cipher(file_key, nonce);
    let count = sealed.len().div_ceil(CHUNK + TAG).max(1);
    // As long as it will be: growing would leave a copy behind.
    let mut plaintext = Zeroizing::new(Vec::with_capacity(sealed.len()));
    for number in 0..count {
        let end = sealed.len().min((number + 1) * (CHUNK + TAG));
        let chunk = &sealed[number * (CHUNK + TAG)..end];
        let (text, tag) = chunk
            .len()
            .checked_sub(TAG)
            .map(|length| chunk.split_at(length))
            .ok_or(AgeError::Payload)?;
        // A last chunk without contents is for files that have none.
        if text.is_empty() && number > 0 {
            return Err(AgeError::Payload);
        }
        let start = plaintext.len();
        plaintext.extend_from_slice(text);
        cipher
            .decrypt_in_place_detached(
                &chunk_nonce(number, number + 1 == count).into(),
                &[],
                &mut plaintext[start..],
                tag.into(),
            )
            .map_err(|_| AgeError::Payload)?;
    }
    Ok(plaintext)
}

fn cipher(file_key: &FileKey, nonce: &[u8]) -> ChaCha20Poly1305 {
    let key = derived(file_key.as_slice(), nonce, b"payload");
    ChaCha20Poly1305::new(key.as_slice().into())
}

fn chunk_nonce(number: usize, last: bool) -> [u8; 12] {
    let mut nonce = [0; 12];
    nonce[3..11].copy_from_slice(&(number as u64).to_be_bytes());
    nonce[11] = u8::from(last);
    nonce
}
