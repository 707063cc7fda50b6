//! ssh-ed25519 keys as recipients and identities, as stock age has them (its package agessh). Others are refused:
//! of the crate `rsa`, which would open ssh-rsa, timing gives the key away (RUSTSEC-2023-0071).
//!
//! A public key is read in every build, so that a store means the same everywhere; what seals and opens takes the
//! feature `ssh`.

#[cfg(feature = "ssh")]
mod file;
#[cfg(feature = "ssh")]
mod sealing;
#[cfg(not(feature = "ssh"))]
mod without;

use std::fmt;
use std::str::FromStr;

use curve25519_dalek::edwards::CompressedEdwardsY;
use data_encoding::BASE64;

#[cfg(feature = "ssh")]
pub use file::LockedSshKey;
#[cfg(feature = "ssh")]
use file::read;
#[cfg(feature = "ssh")]
pub use sealing::SshIdentity;
#[cfg(not(feature = "ssh"))]
pub use without::LockedSshKey;
#[cfg(not(feature = "ssh"))]
use without::read;

use super::{AgeError, Identity};

const KIND: &str = "ssh-ed25519";
const RSA: AgeError =
    AgeError::SshKey("RSA keys are not taken, for timing gives them away (RUSTSEC-2023-0071)");
const OTHER_KIND: AgeError = AgeError::SshKey("it is none of the kind ssh-ed25519");
const MALFORMED: AgeError = AgeError::SshKey("it is malformed");
/// What a build without the feature says.
#[cfg(not(feature = "ssh"))]
pub(super) const WITHOUT: AgeError = AgeError::Feature {
    what: "an SSH key",
    feature: "ssh",
};
/// What stands before the 32 bytes of a key: the length and the name of its kind, and their length.
const BEFORE: [u8; 19] = *b"\0\0\0\x0bssh-ed25519\0\0\0\x20";

/// An ssh-ed25519 public key.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SshRecipient([u8; 32]);

impl SshRecipient {
    /// Whether this is the key.
    #[cfg(feature = "ssh")]
    fn is(&self, key: &[u8; 32]) -> bool {
        self.0 == *key
    }

    /// As it is on the wire.
    fn wire(&self) -> Vec<u8> {
        [&BEFORE[..], &self.0].concat()
    }
}

impl FromStr for SshRecipient {
    type Err = AgeError;

    /// Reads a line as in `~/.ssh/id_ed25519.pub`; the comment does not count.
    fn from_str(text: &str) -> Result<Self, AgeError> {
        let mut words = text.split_ascii_whitespace();
        match words.next() {
            Some(KIND) => {}
            Some("ssh-rsa") => return Err(RSA),
            _ => return Err(OTHER_KIND),
        }
        let key = words
            .next()
            .ok_or(AgeError::SshKey(
                "only its first word is there: it is one argument, in quotes",
            ))?
            .as_bytes();
        let wire = BASE64.decode(key).ok();
        wire.as_deref()
            .and_then(|wire| wire.strip_prefix(&BEFORE))
            .and_then(|key| key.try_into().ok())
            .filter(|key| {
                // One of small order would share the same secret with everybody.
                CompressedEdwardsY(*key)
                    .decompress()
                    .is_some_and(|point| !point.is_small_order())
            })
            .map(Self)
            .ok_or(MALFORMED)
    }
}

impl fmt::Display for SshRecipient {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(&format!("{KIND} {}", BASE64.encode(&self.wire())))
    }
}

/// A private key in a file.
pub enum SshFile {
    /// One that can be used.
    Open(Identity),
    /// One that a passphrase opens.
    Locked(LockedSshKey),
}

impl SshFile {
    /// Reads a file that begins with `-----BEGIN`.
    pub fn read(text: &str) -> Result<Self, AgeError> {
        read(text)
    }
}
