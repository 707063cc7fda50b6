//! Passphrases, by way of scrypt.

use data_encoding::BASE64_NOPAD;
use zeroize::Zeroizing;

use super::header::{Stanza, decoded};
use super::{AgeError, FileKey, random, unwrapped, wrapped};

pub(super) const KIND: &str = "scrypt";
const LABEL: &[u8] = b"age-encryption.org/v1/scrypt";
/// 256 MiB and about half a second. Fixed, and never measured on the machine at hand: a slow one would choose a weak one.
pub const DEFAULT_WORK_FACTOR: u8 = 18;
/// A gibibyte; a hostile file could ask for more.
pub(super) const MAX_WORK_FACTOR: u8 = 20;

/// A passphrase. Wiped when dropped; no `Debug`, no `Display`, no serde.
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// From text.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self(Zeroizing::new(text.into()))
    }

    /// As text, to be compared or shown.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }

    pub(super) fn wrap(&self, file_key: &FileKey, work_factor: u8) -> Result<Stanza, AgeError> {
        let salt = random::<16>()?;
        let key = self.key(salt.as_slice(), work_factor)?;
        Ok(Stanza {
            kind: KIND.to_owned(),
            arguments: vec![
                BASE64_NOPAD.encode(salt.as_slice()),
                work_factor.to_string(),
            ],
            body: wrapped(file_key, &key)?,
        })
    }

    pub(super) fn unwrap(&self, stanza: &Stanza) -> Result<FileKey, AgeError> {
        let (KIND, [salt, work_factor]) = (stanza.kind.as_str(), &*stanza.arguments) else {
            return Err(AgeError::Format("it is not sealed with a passphrase"));
        };
        let salt = decoded(salt)?;
        if salt.len() != 16 || stanza.body.len() != 32 {
            return Err(AgeError::Format("a part has the wrong length"));
        }
        let digits = work_factor.bytes().all(|byte| byte.is_ascii_digit());
        let work_factor = work_factor
            .parse()
            .ok()
            .filter(|_| digits && !work_factor.starts_with('0'))
            .ok_or(AgeError::Format("its work factor is no number"))?;
        if work_factor > MAX_WORK_FACTOR {
            return Err(AgeError::WorkFactor(work_factor));
        }
        let key = self.key(&salt, work_factor)?;
        unwrapped(&stanza.body, &key).ok_or(AgeError::Passphrase)
    }

    fn key(&self, salt: &[u8], work_factor: u8) -> Result<Zeroizing<[u8; 32]>, AgeError> {
        let params = scrypt::Params::new(work_factor, 8, 1, 32)
            .map_err(|_| AgeError::WorkFactor(work_factor))?;
        let salt = [LABEL, salt].concat();
        let mut key = Zeroizing::new([0; 32]);
        scrypt::scrypt(self.0.as_bytes(), &salt, &params, key.as_mut_slice())
            .map_err(|_| AgeError::WorkFactor(work_factor))?;
        Ok(key)
    }
}
