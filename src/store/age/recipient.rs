//! Whom a file can be sealed to, of every kind that a store may name, also where this build cannot seal to it.

use std::fmt;
use std::str::FromStr;

use super::header::Stanza;
#[cfg(not(feature = "ssh"))]
use super::ssh;
use super::ssh::SshRecipient;
use super::x25519::X25519Recipient;
use super::{AgeError, FileKey};

/// Whom a file can be sealed to. Written as stock age writes it, an SSH key without its comment.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Recipient {
    /// Of an age identity.
    X25519(X25519Recipient),
    /// An ssh-ed25519 key.
    Ssh(SshRecipient),
}

impl Recipient {
    /// Refuses one that this build cannot seal to. Nobody is ever left out of a file instead.
    pub fn usable(&self) -> Result<(), AgeError> {
        match self {
            #[cfg(not(feature = "ssh"))]
            Self::Ssh(_) => Err(ssh::WITHOUT),
            _ => Ok(()),
        }
    }

    /// Reads one at the beginning of a line, and what comes after the space behind it. That of an SSH key is two words.
    #[must_use]
    pub fn at_start(line: &str) -> Option<(Self, &str)> {
        let words = if line.starts_with("ssh-") { 2 } else { 1 };
        let (end, _) = line.match_indices(' ').nth(words - 1)?;
        Some((line[..end].parse().ok()?, &line[end + 1..]))
    }

    pub(super) fn wrap(&self, file_key: &FileKey) -> Result<Stanza, AgeError> {
        match self {
            Self::X25519(recipient) => recipient.wrap(file_key),
            #[cfg(feature = "ssh")]
            Self::Ssh(recipient) => recipient.wrap(file_key),
            #[cfg(not(feature = "ssh"))]
            Self::Ssh(_) => Err(ssh::WITHOUT),
        }
    }
}

impl FromStr for Recipient {
    type Err = AgeError;

    fn from_str(text: &str) -> Result<Self, AgeError> {
        if text.starts_with("ssh-") || text.starts_with("ecdsa-") || text.starts_with("sk-") {
            return text.parse().map(Self::Ssh);
        }
        text.parse().map(Self::X25519)
    }
}

impl fmt::Display for Recipient {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::X25519(recipient) => fmt::Display::fmt(recipient, formatter),
            Self::Ssh(recipient) => fmt::Display::fmt(recipient, formatter),
        }
    }
}

impl fmt::Debug for Recipient {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}
