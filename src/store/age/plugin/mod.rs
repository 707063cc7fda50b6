//! Recipients and identities of age plugins: keys in hardware, of which another program knows how to use them.
//!
//! Their texts are read in every build, so that a store means the same everywhere; running a plugin takes the feature
//! `plugins`. A plugin runs when the user has named it, and never because a store does: the name in a store is
//! somebody else's (RUSTSEC-2024-0432).

#[cfg(feature = "plugins")]
mod conversation;
#[cfg(feature = "plugins")]
mod exchange;
#[cfg(feature = "plugins")]
mod identity;
#[cfg(feature = "plugins")]
mod program;

use std::fmt;
use std::str::FromStr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use zeroize::Zeroizing;

#[cfg(feature = "plugins")]
pub use identity::PluginIdentity;

use super::{AgeError, encoding};

/// What a build without the feature says.
#[cfg(not(feature = "plugins"))]
pub(super) const WITHOUT: AgeError = AgeError::Feature {
    what: "an age plugin",
    feature: "plugins",
};
/// How identities of plugins begin.
pub(super) const IDENTITY: &str = "AGE-PLUGIN-";
const RECIPIENT: &str = "age1";

/// What a plugin is called: `yubikey` for the program `age-plugin-yubikey`. No part of a path can be one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PluginName(String);

impl FromStr for PluginName {
    type Err = AgeError;

    fn from_str(text: &str) -> Result<Self, AgeError> {
        let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if text.is_empty() || text.len() > 64 || !text.bytes().all(fits) {
            return Err(AgeError::PluginName);
        }
        Ok(Self(text.to_owned()))
    }
}

impl fmt::Display for PluginName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(&self.0)
    }
}

/// Whom a plugin seals to: `age1NAME1...`, or an identity without data, which says no more than the plugin's name and so is
/// no secret (`age -j NAME` has it, too).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PluginRecipient {
    name: PluginName,
    text: String,
}

impl PluginRecipient {
    /// Which plugin.
    #[must_use]
    pub const fn plugin(&self) -> &PluginName {
        &self.name
    }

    /// Whether a text is to be read as one: of `age1`, a name, `1` and the rest.
    pub(super) fn is_meant(text: &str) -> bool {
        text.starts_with(IDENTITY) || text.starts_with(RECIPIENT) && text.matches('1').count() > 1
    }
}

impl FromStr for PluginRecipient {
    type Err = AgeError;

    fn from_str(text: &str) -> Result<Self, AgeError> {
        if text.starts_with(IDENTITY) {
            let (name, data) = identity_parts(text)?;
            return if data.is_empty() {
                let text = text.to_owned();
                Ok(Self { name, text })
            } else {
                Err(AgeError::Recipient("it is an identity, and a secret"))
            };
        }
        if text.bytes().any(|byte| byte.is_ascii_uppercase()) {
            return Err(AgeError::Recipient("it is in small letters"));
        }
        let unreadable = AgeError::Recipient("its checksum does not hold");
        encoding::decoded(text).ok_or(unreadable)?;
        let (prefix, _) = text.rsplit_once('1').unwrap_or_default();
        let name = prefix.strip_prefix(RECIPIENT).unwrap_or_default().parse()?;
        let text = text.to_owned();
        Ok(Self { name, text })
    }
}

impl fmt::Display for PluginRecipient {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(&self.text)
    }
}

/// The plugin of an identity, and the data for it.
fn identity_parts(text: &str) -> Result<(PluginName, Zeroizing<Vec<u8>>), AgeError> {
    if text.bytes().any(|byte| byte.is_ascii_lowercase()) {
        return Err(AgeError::Identity("it is in capitals"));
    }
    let unreadable = AgeError::Identity("its checksum does not hold");
    let (_, data) = encoding::decoded(text).ok_or(unreadable)?;
    let (prefix, _) = text.rsplit_once('1').unwrap_or_default();
    let name = prefix
        .strip_prefix(IDENTITY)
        .and_then(|rest| rest.strip_suffix('-'))
        .unwrap_or_default();
    Ok((name.to_ascii_lowercase().parse()?, data))
}

/// What comes of a question.
pub enum Answer<T> {
    /// The answer.
    Given(T),
    /// Nobody is there to give it, or they will not.
    Refused,
    /// Whoever was asked wants everything to end.
    Interrupted,
}

/// Who speaks with the user on behalf of a plugin. What a plugin says is text from elsewhere.
pub trait Host: Send + Sync {
    /// Shows what the plugin says.
    fn message(&self, plugin: &PluginName, text: &str);
    /// The plugin has been silent for a while: it may wait for a touch.
    fn waiting(&self, plugin: &PluginName);
    /// Asks for a line, such as a PIN.
    fn ask(&self, plugin: &PluginName, question: &str, secret: bool) -> Answer<Zeroizing<String>>;
    /// Asks for one of two answers, or for the only one.
    fn confirm(
        &self,
        plugin: &PluginName,
        question: &str,
        yes: &str,
        no: Option<&str>,
    ) -> Answer<bool>;
}

/// The plugins that may be run, and who answers what they ask.
#[derive(Clone)]
pub struct Plugins(Option<Arc<Allowed>>);

#[cfg_attr(not(feature = "plugins"), allow(dead_code, reason = "nothing is run"))]
struct Allowed {
    names: Vec<PluginName>,
    host: Box<dyn Host>,
    patience: Duration,
    /// One at a time: keys are sealed on every core, and there is one user, and one token.
    turn: Mutex<()>,
}

impl Plugins {
    /// None may be run.
    #[must_use]
    pub const fn none() -> Self {
        Self(None)
    }

    /// Those may be run. One that says nothing for that long is ended.
    #[must_use]
    pub fn allowed(names: Vec<PluginName>, host: Box<dyn Host>, patience: Duration) -> Self {
        Self(Some(Arc::new(Allowed {
            names,
            host,
            patience,
            turn: Mutex::default(),
        })))
    }
}

impl fmt::Debug for Plugins {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = self.0.as_ref().map(|allowed| allowed.names.as_slice());
        formatter.debug_tuple("Plugins").field(&names).finish()
    }
}
