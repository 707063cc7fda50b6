//! Whom a file can be sealed to, of every kind that a store may name, also where this build cannot seal to it.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use super::header::Stanza;
#[cfg(not(feature = "plugins"))]
use super::plugin;
use super::plugin::{PluginRecipient, Plugins};
#[cfg(not(feature = "ssh"))]
use super::ssh;
use super::ssh::SshRecipient;
use super::x25519::X25519Recipient;
use super::{AgeError, FileKey};

/// Stanzas, and labels.
type Wrapped = (Vec<Stanza>, BTreeSet<String>);

/// Whom a file can be sealed to. Written as stock age writes it, an SSH key without its comment.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Recipient {
    /// Of an age identity.
    X25519(X25519Recipient),
    /// An ssh-ed25519 key.
    Ssh(SshRecipient),
    /// Whom a plugin seals to.
    Plugin(PluginRecipient),
}

impl Recipient {
    /// Refuses one that cannot be sealed to: by this build, or for want of a plugin. Nobody is ever left out of a file
    /// instead.
    #[cfg_attr(
        not(feature = "plugins"),
        allow(unused_variables, reason = "none is run")
    )]
    pub fn usable(&self, plugins: &Plugins) -> Result<(), AgeError> {
        match self {
            #[cfg(not(feature = "ssh"))]
            Self::Ssh(_) => Err(ssh::WITHOUT),
            #[cfg(not(feature = "plugins"))]
            Self::Plugin(_) => Err(plugin::WITHOUT),
            #[cfg(feature = "plugins")]
            Self::Plugin(recipient) => plugins.program(recipient.plugin()).map(drop),
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

    /// The stanzas for a file, and the labels that all of its recipients must share.
    #[cfg_attr(
        not(feature = "plugins"),
        allow(unused_variables, reason = "none is run")
    )]
    pub(super) fn wrap(&self, file_key: &FileKey, plugins: &Plugins) -> Result<Wrapped, AgeError> {
        let stanza = match self {
            Self::X25519(recipient) => recipient.wrap(file_key)?,
            #[cfg(feature = "ssh")]
            Self::Ssh(recipient) => recipient.wrap(file_key)?,
            #[cfg(not(feature = "ssh"))]
            Self::Ssh(_) => return Err(ssh::WITHOUT),
            #[cfg(feature = "plugins")]
            Self::Plugin(recipient) => return recipient.wrap(file_key, plugins),
            #[cfg(not(feature = "plugins"))]
            Self::Plugin(_) => return Err(plugin::WITHOUT),
        };
        Ok((vec![stanza], BTreeSet::new()))
    }
}

impl FromStr for Recipient {
    type Err = AgeError;

    fn from_str(text: &str) -> Result<Self, AgeError> {
        if text.starts_with("ssh-") || text.starts_with("ecdsa-") || text.starts_with("sk-") {
            return text.parse().map(Self::Ssh);
        }
        if PluginRecipient::is_meant(text) {
            return text.parse().map(Self::Plugin);
        }
        text.parse().map(Self::X25519)
    }
}

impl fmt::Display for Recipient {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::X25519(recipient) => fmt::Display::fmt(recipient, formatter),
            Self::Ssh(recipient) => fmt::Display::fmt(recipient, formatter),
            Self::Plugin(recipient) => fmt::Display::fmt(recipient, formatter),
        }
    }
}

impl fmt::Debug for Recipient {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}
