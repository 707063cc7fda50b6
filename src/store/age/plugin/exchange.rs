//! What is said between nkeep and a plugin: C2SP's age-plugin, the machines recipient-v1 and identity-v1.

use std::collections::BTreeSet;
use std::sync::PoisonError;

use super::conversation::Conversation;
use super::{Answer, Host, PluginName, PluginRecipient, Plugins};
use crate::store::age::header::{Stanza, decoded};
use crate::store::age::{AgeError, FileKey};

/// More than any plugin has to say about one file.
const MOST: usize = 1000;

impl PluginRecipient {
    /// The stanzas for a file, and the labels that all of its recipients must share.
    pub fn wrap(
        &self,
        file_key: &FileKey,
        plugins: &Plugins,
    ) -> Result<(Vec<Stanza>, BTreeSet<String>), AgeError> {
        let add = if self.text.starts_with(super::IDENTITY) {
            "add-identity"
        } else {
            "add-recipient"
        };
        let mut stanzas = Vec::new();
        let mut labels = None;
        let begin = |conversation: &Conversation| {
            conversation.tell(add, &[&self.text], &[]);
            conversation.tell("wrap-file-key", &[], file_key.as_slice());
            conversation.tell("extension-labels", &[], &[]);
            conversation.tell("done", &[], &[]);
        };
        exchange(&self.name, plugins, "recipient-v1", begin, |stanza| match (
            stanza.kind.as_str(),
            &*stanza.arguments,
        ) {
            ("recipient-stanza", [file, kind, arguments @ ..]) if file == "0" => {
                stanzas.push(Stanza {
                    kind: kind.clone(),
                    arguments: arguments.to_vec(),
                    body: stanza.body,
                });
                Reply::Ok
            }
            ("labels", words) if labels.is_none() => {
                labels = Some(words.iter().cloned().collect());
                Reply::Ok
            }
            ("recipient-stanza" | "labels", _) => Reply::Nonsense,
            _ => Reply::Unsupported,
        })?;
        if stanzas.is_empty() {
            return Err(AgeError::Plugin {
                name: self.name.clone(),
                what: "seals nothing".to_owned(),
            });
        }
        Ok((stanzas, labels.unwrap_or_default()))
    }
}

/// The key of a file, when the plugin opens one of the stanzas with that identity.
pub fn unwrap(
    name: &PluginName,
    identity: &str,
    stanzas: &[Stanza],
    plugins: &Plugins,
) -> Result<Option<FileKey>, AgeError> {
    let mut found = None;
    let begin = |conversation: &Conversation| {
        conversation.tell("add-identity", &[identity], &[]);
        for stanza in stanzas {
            let mut words = vec!["0", stanza.kind.as_str()];
            words.extend(stanza.arguments.iter().map(String::as_str));
            conversation.tell("recipient-stanza", &words, &stanza.body);
        }
        conversation.tell("done", &[], &[]);
    };
    exchange(name, plugins, "identity-v1", begin, |stanza| {
        match (stanza.kind.as_str(), &*stanza.arguments) {
            ("file-key", [file]) if file == "0" && found.is_none() => {
                let mut key = FileKey::default();
                if stanza.body.len() != key.len() {
                    return Reply::Nonsense;
                }
                key.copy_from_slice(&stanza.body);
                found = Some(key);
                Reply::Ok
            }
            ("file-key", _) => Reply::Nonsense,
            _ => Reply::Unsupported,
        }
    })?;
    Ok(found)
}

/// What is answered to a stanza.
enum Reply {
    Ok,
    Unsupported,
    Nonsense,
}

/// Speaks with a plugin from the beginning to the end: what `begin` tells it, then what it has to say, until it is done.
fn exchange(
    name: &PluginName,
    plugins: &Plugins,
    machine: &str,
    begin: impl FnOnce(&Conversation),
    mut take: impl FnMut(Stanza) -> Reply,
) -> Result<(), AgeError> {
    let allowed = plugins.allowing(name)?;
    let _turn = allowed.turn.lock().unwrap_or_else(PoisonError::into_inner);
    let host = &*allowed.host;
    let mut conversation = Conversation::begin(name, plugins, machine)?;
    begin(&conversation);
    for _ in 0..MOST {
        let stanza = conversation.hear(|| host.waiting(name))?;
        match stanza.kind.as_str() {
            "done" => {
                conversation.end();
                return Ok(());
            }
            "error" => {
                conversation.tell("ok", &[], &[]);
                let said = text_of(&conversation, &stanza)?;
                return Err(conversation.fault(format!("says: {said}")));
            }
            "msg" | "request-secret" | "request-public" | "confirm" => {
                interaction(&conversation, host, name, &stanza)?;
            }
            _ => match take(stanza) {
                Reply::Ok => conversation.tell("ok", &[], &[]),
                Reply::Unsupported => conversation.tell("unsupported", &[], &[]),
                Reply::Nonsense => return Err(conversation.fault("answers nonsense")),
            },
        }
    }
    Err(conversation.fault("does not come to an end"))
}

/// A plugin has something to say to the user, or to ask.
fn interaction(
    conversation: &Conversation,
    host: &dyn Host,
    name: &PluginName,
    stanza: &Stanza,
) -> Result<(), AgeError> {
    let text = text_of(conversation, stanza)?;
    match (stanza.kind.as_str(), &*stanza.arguments) {
        ("msg", _) => {
            host.message(name, text);
            conversation.tell("ok", &[], &[]);
        }
        ("confirm", [yes, no @ ..]) if no.len() < 2 => {
            let word = |coded: &String| {
                let word = decoded(coded)?;
                String::from_utf8(word).map_err(|_| conversation.fault("answers nonsense"))
            };
            let yes = word(yes)?;
            let no = no.first().map(word).transpose()?;
            match host.confirm(name, text, &yes, no.as_deref()) {
                Answer::Given(true) => conversation.tell("ok", &["yes"], &[]),
                Answer::Given(false) => conversation.tell("ok", &["no"], &[]),
                Answer::Refused => conversation.tell("fail", &[], &[]),
                Answer::Interrupted => return Err(AgeError::Interrupted),
            }
        }
        ("request-secret" | "request-public", _) => {
            match host.ask(name, text, stanza.kind == "request-secret") {
                Answer::Given(line) => conversation.tell("ok", &[], line.as_bytes()),
                Answer::Refused => conversation.tell("fail", &[], &[]),
                Answer::Interrupted => return Err(AgeError::Interrupted),
            }
        }
        _ => return Err(conversation.fault("answers nonsense")),
    }
    Ok(())
}

fn text_of<'a>(conversation: &Conversation, stanza: &'a Stanza) -> Result<&'a str, AgeError> {
    std::str::from_utf8(&stanza.body).map_err(|_| conversation.fault("answers nonsense"))
}
