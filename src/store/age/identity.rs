//! What opens files, of every kind that this build knows.

use std::str::FromStr;

use zeroize::Zeroizing;

use super::header::Stanza;
#[cfg(feature = "plugins")]
use super::plugin::PluginIdentity;
use super::plugin::{self, Plugins};
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
    /// What a plugin opens with.
    #[cfg(feature = "plugins")]
    Plugin(PluginIdentity),
}

impl Identity {
    /// A new one.
    pub fn generate() -> Result<Self, AgeError> {
        X25519Identity::generate().map(Self::X25519)
    }

    /// Those in a text as `age-keygen` and plugins write it, a line each. Plugins state the recipient in a comment above.
    pub fn all_in(text: &str, plugins: &Plugins) -> Result<Vec<Self>, AgeError> {
        let mut found = Vec::new();
        let mut stated = None;
        for line in text.lines().map(str::trim) {
            if let Some(comment) = line.strip_prefix('#') {
                stated = stated_in(comment).or(stated);
            } else if !line.is_empty() {
                found.push(Self::read(line, stated.take(), plugins)?);
            }
        }
        Ok(found)
    }

    #[cfg_attr(
        not(feature = "plugins"),
        allow(unused_variables, reason = "none is run")
    )]
    fn read(line: &str, stated: Option<Recipient>, plugins: &Plugins) -> Result<Self, AgeError> {
        if line.starts_with(plugin::IDENTITY) {
            #[cfg(feature = "plugins")]
            return PluginIdentity::new(line, stated, plugins).map(Self::Plugin);
            #[cfg(not(feature = "plugins"))]
            return Err(plugin::WITHOUT);
        }
        #[cfg(feature = "ssh")]
        if let Some(identity) = SshIdentity::exposed(line) {
            return identity.map(Self::Ssh);
        }
        line.parse().map(Self::X25519)
    }

    /// Whom to seal to so that it can open.
    pub fn recipient(&self) -> Result<Recipient, AgeError> {
        match self {
            Self::X25519(identity) => Ok(Recipient::X25519(identity.recipient())),
            #[cfg(feature = "ssh")]
            Self::Ssh(identity) => Ok(Recipient::Ssh(identity.recipient())),
            #[cfg(feature = "plugins")]
            Self::Plugin(identity) => identity.recipient(),
        }
    }

    /// Whether it may open what is sealed to that recipient: of a plugin's, it is not always known.
    #[must_use]
    pub fn may_open(&self, recipient: &Recipient) -> bool {
        match self {
            #[cfg(feature = "plugins")]
            Self::Plugin(identity) => identity.may_open(recipient),
            _ => self.recipient().as_ref() == Ok(recipient),
        }
    }

    /// Whether a plugin opens with it, which may ask for a PIN or a touch each time.
    #[must_use]
    pub const fn asks(&self) -> bool {
        match self {
            #[cfg(feature = "plugins")]
            Self::Plugin(_) => true,
            _ => false,
        }
    }

    /// As one line that [`str::parse`] reads. The one way out: whoever calls this is about to write or to seal it.
    #[must_use]
    pub fn expose(&self) -> Zeroizing<String> {
        match self {
            Self::X25519(identity) => identity.expose(),
            #[cfg(feature = "ssh")]
            Self::Ssh(identity) => identity.expose(),
            #[cfg(feature = "plugins")]
            Self::Plugin(identity) => identity.expose(),
        }
    }

    /// The key of a file, when one of its stanzas is for this identity.
    pub(super) fn unwrap(&self, stanzas: &[Stanza]) -> Result<Option<FileKey>, AgeError> {
        let first = |unwrap: &dyn Fn(&Stanza) -> Result<Option<FileKey>, AgeError>| {
            let mut found = stanzas.iter().map(unwrap);
            found.find_map(Result::transpose).transpose()
        };
        match self {
            Self::X25519(identity) => first(&|stanza| identity.unwrap(stanza)),
            #[cfg(feature = "ssh")]
            Self::Ssh(identity) => first(&|stanza| identity.unwrap(stanza)),
            #[cfg(feature = "plugins")]
            Self::Plugin(identity) => identity.unwrap(stanzas),
        }
    }
}

impl FromStr for Identity {
    type Err = AgeError;

    fn from_str(line: &str) -> Result<Self, AgeError> {
        Self::read(line, None, &Plugins::none())
    }
}

/// The recipient that a comment states, such as `# public key: age1...` or `#    Recipient: age1yubikey1...`.
fn stated_in(comment: &str) -> Option<Recipient> {
    let (what, recipient) = comment.split_once(':')?;
    let what = what.trim().to_ascii_lowercase();
    if what == "recipient" || what == "public key" {
        recipient.trim().parse().ok()
    } else {
        None
    }
}
