//! What is said of a change: what is not as it was, which key signed, and what comes next.

use serde_json::{Value, json};

use super::Ctx;
use crate::clock::absolute;
use crate::nkey::PublicKey;
use crate::store::record::{Entity, Name};
use crate::text::{quoted, shell_word};
use crate::trust::difference::Difference;
use crate::trust::edit::Edited;
use crate::ui::Failure;
use crate::ui::time::moment;

/// An entity in a document of what was made.
pub fn described(entity: &Entity) -> Value {
    json!({ "name": entity.name.as_str(), "public_key": entity.key.to_string() })
}

/// A change that was made.
pub struct Changed<'a> {
    /// What was done, and the kind of the document: `edited`.
    pub verb: &'static str,
    /// What became of it.
    pub edited: &'a Edited,
    /// The account of a user.
    pub account: Option<Name>,
    /// What else there is to say, under names of its own.
    pub more: Vec<(&'static str, Value)>,
    /// What else there is to say, in words.
    pub notes: Vec<String>,
    /// What was done to whom, where that is more than the verb and the entity.
    pub done: Option<String>,
    /// Keys that were made: their public halves are data.
    pub made: Vec<PublicKey>,
    /// The command that comes next.
    pub next: String,
    /// The command that comes after that one.
    pub then: Option<String>,
}

impl<'a> Changed<'a> {
    /// One of which nothing else is to be said.
    pub fn plain(verb: &'static str, edited: &'a Edited, next: String) -> Self {
        Self {
            verb,
            edited,
            account: None,
            more: Vec::new(),
            notes: Vec::new(),
            done: None,
            made: Vec::new(),
            then: None,
            next,
        }
    }

    /// Says it.
    pub fn say(self, ctx: &Ctx) -> Result<(), Failure> {
        let edited = self.edited;
        if ctx.ui.json() {
            return ctx.ui.document(&self.document());
        }
        let entity = &edited.entity;
        let account = (self.account.as_ref())
            .map_or_else(String::new, |account| format!(" of account {account}"));
        match &edited.signer {
            None => ctx.ui.note(&format!(
                "{} {}{account} is as it was asked to be, and nothing was signed",
                entity.kind, entity.name
            )),
            Some(signer) => {
                let done = self.done.as_deref().unwrap_or(self.verb);
                ctx.ui.note(&format!(
                    "{done} {} {} {}{account}, signed by {signer}",
                    entity.kind, entity.name, entity.key
                ));
            }
        }
        for difference in edited.differences.iter().filter(|one| says_something(one)) {
            ctx.ui.note(&format!("  {}", in_words(difference)));
        }
        for note in &self.notes {
            ctx.ui.note(note);
        }
        for warning in &edited.warnings {
            ctx.ui.warning(warning);
        }
        if edited.signer.is_some() {
            ctx.next(&self.next);
            if let Some(then) = &self.then {
                ctx.next(then);
            }
        }
        let made: String = self.made.iter().map(|key| format!("{key}\n")).collect();
        if made.is_empty() {
            return Ok(());
        }
        ctx.ui.text(&made)
    }

    fn document(&self) -> Value {
        let edited = self.edited;
        let entity = &edited.entity;
        let made: Vec<String> = self.made.iter().map(ToString::to_string).collect();
        let mut document = json!({
            "kind": self.verb,
            "type": entity.kind.name(),
            "name": entity.name.as_str(),
            "public_key": entity.key.to_string(),
            "issuer": edited.signer.map(|signer| signer.to_string()),
            "expires": entity.expires,
            "changes": changes(&edited.differences),
            "warnings": edited.warnings,
            "made": made,
        });
        if let Value::Object(fields) = &mut document {
            if let Some(account) = &self.account {
                fields.insert("account".to_owned(), json!(account.as_str()));
            }
            for (name, value) in &self.more {
                fields.insert((*name).to_owned(), value.clone());
            }
        }
        document
    }
}

/// That an account has expired, whose users nobody lets in.
pub fn closed(ctx: &Ctx, account: &Entity) -> Option<String> {
    let now = ctx.clock.now();
    if account.expires == 0 || account.expires > now {
        return None;
    }
    let edit = ctx.command(&format!(
        "nkeep edit account {} --expiry 90d",
        shell_word(account.name.as_str())
    ));
    Some(format!(
        "account {} expired {}: no server lets its users in; what helps: {edit}",
        quoted(&account.name),
        moment(account.expires, now)
    ))
}

/// What is not as it was, as documents have it.
pub fn changes(differences: &[Difference]) -> Value {
    let each = differences.iter().map(|difference| {
        json!({
            "path": difference.path,
            "before": difference.before,
            "after": difference.after,
        })
    });
    each.collect()
}

/// Entities as documents name them.
pub fn named(entities: &[Entity]) -> Value {
    entities
        .iter()
        .map(|entity| {
            json!({
                "type": entity.kind.name(),
                "name": entity.name.as_str(),
                "public_key": entity.key.to_string(),
            })
        })
        .collect()
}

/// Whether it is more than that something empty is there now.
fn says_something(difference: &Difference) -> bool {
    let is_empty = match &difference.after {
        Value::String(text) => text.is_empty(),
        Value::Array(elements) => elements.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        _ => false,
    };
    !(is_empty && difference.before.is_null())
}

/// Limits, by how their paths end.
const LIMITS: [&str; 8] = [
    ".subs", ".data", ".payload", ".conn", ".leaf", ".imports", ".exports", "_storage",
];

/// What is said of one that says something.
pub fn told(difference: &Difference) -> Option<String> {
    says_something(difference).then(|| in_words(difference))
}

pub(super) fn in_words(difference: &Difference) -> String {
    let Difference {
        before,
        after,
        element,
        ..
    } = difference;
    let path = path(difference);
    let word = |value: &Value| word(difference, value);
    match (before, after) {
        (Value::Null, after) if *element => format!("{path}: added {}", word(after)),
        (before, Value::Null) if *element => format!("{path}: removed {}", word(before)),
        (before, after) => format!("{path}: {}, was {}", word(after), word(before)),
    }
}

/// The same where what was before is elsewhere, and what came after is here.
#[cfg(feature = "net")]
pub fn side_by_side(difference: &Difference) -> Option<String> {
    if !says_something(difference) {
        return None;
    }
    let path = path(difference);
    let word = |value: &Value| word(difference, value);
    Some(match (&difference.before, &difference.after) {
        (Value::Null, here) if difference.element => format!("{path}: {} here alone", word(here)),
        (there, Value::Null) if difference.element => {
            format!("{path}: {} there alone", word(there))
        }
        (there, here) => format!("{path}: {} there, {} here", word(there), word(here)),
    })
}

fn path(difference: &Difference) -> &str {
    let path = &difference.path;
    path.strip_prefix("nats.").unwrap_or(path)
}

fn word(difference: &Difference, value: &Value) -> String {
    let is_limit = LIMITS.iter().any(|limit| difference.path.ends_with(limit));
    match value {
        // A token leaves a limit of 0 out, and that allows nothing.
        Value::Null if is_limit => "0".to_owned(),
        Value::Null => "none".to_owned(),
        Value::String(text) => text.clone(),
        Value::Number(number) if is_time(difference) => {
            number.as_i64().map_or_else(|| number.to_string(), absolute)
        }
        other => other.to_string(),
    }
}

/// Whether it is a time: of the token itself, or up to which something is revoked.
fn is_time(difference: &Difference) -> bool {
    let path = path(difference);
    let last = path.rsplit('.').next();
    path == "exp"
        || path == "nbf"
        || path
            .split('.')
            .any(|part| part == "revocations" && last != Some(part))
}
