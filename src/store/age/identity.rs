//! What opens files, of every kind that this build knows.

use std::str::FromStr;

use zeroize::Zeroizing;

use super::header::Stanza;
#[cfg(feature = "ssh")]
use super::ssh::SshIdentity;
use super::x25519::X25519Identity;
use super::{AgeError, FileKey, Recipient};

/// What opens files. Wiped when dropped; no `Debug`, no `Display`, no serde.
#[derive(Clone)]
pub enum Identity {
    /// As `age-keygen` makes it.
    X25519(X25519Identity),
    /// An ssh-ed25519 key.
    #[cfg(feature = "ssh")]
    Ssh(SshIdentity),
}

impl Identity {
    /// A new one.
    pub fn generate() -> Result<Self, AgeError> {
        X25519Identity::generate().map(Self::X25519)
    }

    /// Whom to seal to so that it can open.
    #[must_use]
    pub fn recipient(&self) -> Recipient {
        match self {
            Self::X25519(identity) => Recipient::X25519(identity.recipient()),
            #[cfg(feature = "ssh")]
            Self::Ssh(identity) => Recipient::Ssh(identity.recipient()),
        }
    }

    /// As one line that [`str::parse`] reads. The one way out: whoever calls this is about to write or to seal it.
    #[must_use]
    pub fn expose(&self) -> Zeroizing<String> {
        match self {
            Self::X25519(identity) => identity.expose(),
            #[cfg(feature = "ssh")]
            Self::Ssh(identity) => identity.expose(),
        }
    }

    /// The key of a file, when one of its stanzas is for this identity.
    pub(super) fn unwrap(&self, stanzas: &[Stanza]) -> Result<Option<FileKey>, AgeError> {
        let unwrap = |stanza| match self {
            Self::X25519(identity) => identity.unwrap(stanza),
            #[cfg(feature = "ssh")]
            Self::Ssh(identity) => identity.unwrap(stanza),
        };
        stanzas
            .iter()
            .find_map(|stanza| unwrap(stanza).transpose())
            .transpose()
    }
}

impl FromStr for Identity {
    type Err = AgeError;

    fn from_str(text: &str) -> Result<Self, AgeError> {
        #[cfg(feature = "ssh")]
        if let Some(identity) = SshIdentity::exposed(text) {
            return identity.map(Self::Ssh);
        }
        text.parse().map(Self::X25519)
    }
}
