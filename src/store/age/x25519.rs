//! X25519 recipients and identities, as `age-keygen` makes them.

use std::fmt;
use std::str::FromStr;

use bech32::Hrp;
use curve25519_dalek::montgomery::MontgomeryPoint;
use data_encoding::BASE64_NOPAD;
use zeroize::Zeroizing;

use super::header::{Stanza, decoded};
use super::{AgeError, FileKey, derived, encoding, random, unwrapped, wrapped};
use crate::nkey::is_of_small_order;

const KIND: &str = "X25519";
const LABEL: &[u8] = b"age-encryption.org/v1/X25519";
const RECIPIENT: Hrp = Hrp::parse_unchecked("age");
const IDENTITY: Hrp = Hrp::parse_unchecked("age-secret-key-");

/// Whom a file can be sealed to: a point on Curve25519.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct X25519Recipient([u8; 32]);

impl X25519Recipient {
    pub(super) fn wrap(&self, file_key: &FileKey) -> Result<Stanza, AgeError> {
        let ephemeral = random::<32>()?;
        let share = MontgomeryPoint::mul_base_clamped(*ephemeral);
        let shared = shared_secret(&ephemeral, MontgomeryPoint(self.0))
            .ok_or(AgeError::Recipient("it is a point of small order"))?;
        let key = wrapping_key(&shared, &share.0, &self.0, LABEL);
        Ok(Stanza {
            kind: KIND.to_owned(),
            arguments: vec![BASE64_NOPAD.encode(&share.0)],
            body: wrapped(file_key, &key)?,
        })
    }
}

impl FromStr for X25519Recipient {
    type Err = AgeError;

    fn from_str(text: &str) -> Result<Self, AgeError> {
        let raw = raw_of(text, RECIPIENT, AgeError::Recipient)?;
        // Any string of bytes is a point; only those of small order are of no use.
        if is_of_small_order(&MontgomeryPoint(*raw)) {
            return Err(AgeError::Recipient("it is a point of small order"));
        }
        Ok(Self(*raw))
    }
}

impl fmt::Display for X25519Recipient {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(&encoding::encoded(RECIPIENT, &self.0))
    }
}

impl fmt::Debug for X25519Recipient {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

/// What opens files. Wiped when dropped; no `Debug`, no `Display`, no serde.
#[derive(Clone)]
pub struct X25519Identity(Zeroizing<[u8; 32]>);

impl X25519Identity {
    /// A new one.
    pub fn generate() -> Result<Self, AgeError> {
        random().map(Self)
    }

    /// Whom to seal to so that it can open.
    #[must_use]
    pub fn recipient(&self) -> X25519Recipient {
        X25519Recipient(MontgomeryPoint::mul_base_clamped(*self.0).0)
    }

    /// As text. The one way out: whoever calls this is about to write or to seal it.
    #[must_use]
    pub fn expose(&self) -> Zeroizing<String> {
        let lower = encoding::encoded(IDENTITY, self.0.as_slice());
        Zeroizing::new(lower.to_ascii_uppercase())
    }

    /// The key of a file, when the stanza is for this identity.
    pub(super) fn unwrap(&self, stanza: &Stanza) -> Result<Option<FileKey>, AgeError> {
        if stanza.kind != KIND {
            return Ok(None);
        }
        let [share] = &*stanza.arguments else {
            return Err(AgeError::Format("an X25519 recipient has one argument"));
        };
        let share: [u8; 32] = decoded(share)?
            .try_into()
            .map_err(|_| AgeError::Format("a share has the wrong length"))?;
        if stanza.body.len() != 32 {
            return Err(AgeError::Format("a wrapped key has the wrong length"));
        }
        let shared = shared_secret(&self.0, MontgomeryPoint(share))
            .ok_or(AgeError::Format("a share is a point of small order"))?;
        let key = wrapping_key(&shared, &share, &self.recipient().0, LABEL);
        Ok(unwrapped(&stanza.body, &key))
    }
}

impl FromStr for X25519Identity {
    type Err = AgeError;

    fn from_str(text: &str) -> Result<Self, AgeError> {
        if text.bytes().any(|byte| byte.is_ascii_lowercase()) {
            return Err(AgeError::Identity("one is written in capitals"));
        }
        raw_of(text, IDENTITY, AgeError::Identity).map(Self)
    }
}

/// What two keys share; nothing for a point of small order.
pub(super) fn shared_secret(
    secret: &[u8; 32],
    point: MontgomeryPoint,
) -> Option<Zeroizing<[u8; 32]>> {
    let shared = Zeroizing::new(point.mul_clamped(*secret).0);
    (*shared != [0; 32]).then_some(shared)
}

/// The key under which a file's key stands, made from what two keys share and the public halves of both.
pub(super) fn wrapping_key(
    shared: &[u8; 32],
    share: &[u8; 32],
    recipient: &[u8; 32],
    label: &[u8],
) -> Zeroizing<[u8; 32]> {
    let mut salt = [0; 64];
    salt[..32].copy_from_slice(share);
    salt[32..].copy_from_slice(recipient);
    derived(shared, &salt, label)
}

fn raw_of(
    text: &str,
    prefix: Hrp,
    error: fn(&'static str) -> AgeError,
) -> Result<Zeroizing<[u8; 32]>, AgeError> {
    let (found, data) = encoding::decoded(text).ok_or(error("its checksum does not hold"))?;
    if found != prefix {
        return Err(error("it begins otherwise"));
    }
    let mut raw = Zeroizing::new([0; 32]);
    if data.len() != raw.len() {
        return Err(error("it has the wrong length"));
    }
    raw.copy_from_slice(&data);
    Ok(raw)
}
