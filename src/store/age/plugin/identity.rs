//! Identities of plugins.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use zeroize::Zeroizing;

use super::{PluginName, PluginRecipient, Plugins, exchange, identity_parts};
use crate::store::age::header::Stanza;
use crate::store::age::{AgeError, FileKey, Recipient};

/// An identity of a plugin, `AGE-PLUGIN-NAME-1...`. It may hold a secret: wiped when dropped; no `Debug`, no `Display`.
#[derive(Clone)]
pub struct PluginIdentity {
    name: PluginName,
    text: Zeroizing<String>,
    recipient: Option<Box<Recipient>>,
    plugins: Plugins,
    /// What was opened already, so that nobody is asked twice for the same key in one command.
    opened: Arc<Mutex<HashMap<String, FileKey>>>,
}

impl PluginIdentity {
    /// Reads one. Whom to seal to only its plugin knows; a comment in its file says so.
    pub fn new(text: &str, stated: Option<Recipient>, plugins: &Plugins) -> Result<Self, AgeError> {
        let (name, data) = identity_parts(text)?;
        let itself = || {
            let text = text.to_owned();
            let name = name.clone();
            Recipient::Plugin(PluginRecipient { name, text })
        };
        let recipient = stated.or_else(|| data.is_empty().then(itself));
        Ok(Self {
            text: Zeroizing::new(text.to_owned()),
            recipient: recipient.map(Box::new),
            plugins: plugins.clone(),
            opened: Arc::default(),
            name,
        })
    }

    /// Whom to seal to so that it can open.
    pub fn recipient(&self) -> Result<Recipient, AgeError> {
        self.recipient
            .as_deref()
            .cloned()
            .ok_or_else(|| AgeError::Unstated(self.name.clone()))
    }

    /// Whether it may open what is sealed to that recipient.
    #[must_use]
    pub fn may_open(&self, recipient: &Recipient) -> bool {
        match &self.recipient {
            Some(known) => **known == *recipient,
            None => matches!(recipient, Recipient::Plugin(_)),
        }
    }

    /// As text.
    #[must_use]
    pub fn expose(&self) -> Zeroizing<String> {
        self.text.clone()
    }

    /// The key of a file, when one of its stanzas is for this identity.
    pub(in crate::store::age) fn unwrap(
        &self,
        stanzas: &[Stanza],
    ) -> Result<Option<FileKey>, AgeError> {
        let mut opened = self.opened.lock().unwrap_or_else(PoisonError::into_inner);
        let mut file = String::new();
        for stanza in stanzas {
            stanza.write(&mut file);
        }
        if let Some(key) = opened.get(&file) {
            return Ok(Some(key.clone()));
        }
        let key = exchange::unwrap(&self.name, &self.text, stanzas, &self.plugins)?;
        if let Some(key) = &key {
            opened.insert(file, key.clone());
        }
        Ok(key)
    }
}
