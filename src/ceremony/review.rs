//! What somebody reads before the root signs: what is not as it was, from the exact bytes that are to be signed, with a mark where it
//! can lock somebody out or let somebody in.

use serde_json::Value;

use super::Result;
use super::canonical::Sheet;
use super::request::{Proposal, REQUESTER, Request};
use crate::clock::absolute;
use crate::jwt::claims::{Claims, Operator};
use crate::trust::difference::{Difference, differences};

/// What a request comes to, for people.
pub struct Review {
    /// The hash of the request.
    pub sha256: String,
    /// The same as bytes.
    pub digest: [u8; 32],
    /// The operator's name as it is now.
    pub name: String,
    /// Its identity.
    pub operator: String,
    /// The command that it is for.
    pub command: String,
    /// Why.
    pub reason: String,
    /// When it was made.
    pub made: String,
    /// Until when it may be signed.
    pub expires: String,
    /// As of when it is signed.
    pub signed_as_of: String,
    /// Keys of the operator that asked; nobody did where there are none.
    pub requesters: Vec<String>,
    /// How many accounts are signed anew.
    pub affected: usize,
    /// Of how many.
    pub accounts: usize,
    /// What is not as it was.
    pub lines: Vec<Line>,
    /// Signing keys from then on.
    pub signing_keys: Vec<String>,
    /// What to think of before.
    pub dangers: Vec<String>,
}

/// A field that is not as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Which.
    pub field: String,
    /// What it was; nothing where it was not there.
    pub before: Option<String>,
    /// What it is to be; nothing where it goes.
    pub after: Option<String>,
    /// Whether it can lock somebody out, or let somebody in.
    pub is_danger: bool,
}

impl Review {
    /// Of a request.
    pub fn of(request: &Sheet<Request>, proposal: &Proposal) -> Result<Self> {
        let Proposal { before, after, .. } = proposal;
        let content = &request.content;
        let requesters: Vec<String> = request
            .signed_as(REQUESTER)
            .map(|key| key.to_string())
            .collect();
        let mut lines: Vec<Line> = differences(before, after)?.iter().map(line).collect();
        lines.sort_by(|one, other| one.field.cmp(&other.field));
        let mut dangers = dangers(before, after);
        if requesters.is_empty() {
            dangers.push("no key of the operator has signed that it asks for this".to_owned());
        }
        if lines.is_empty() {
            dangers.push("nothing is otherwise: the token is only signed anew".to_owned());
        }
        Ok(Self {
            sha256: request.sha256(),
            digest: request.digest(),
            name: before.name.clone(),
            operator: content.operator.clone(),
            command: content.command.join(" "),
            reason: content.reason.clone(),
            made: absolute(content.made),
            expires: absolute(content.expires),
            signed_as_of: absolute(after.issued_at),
            requesters,
            affected: content.affected,
            accounts: content.accounts,
            lines,
            signing_keys: after.body.signing_keys.clone(),
            dangers,
        })
    }
}

fn line(difference: &Difference) -> Line {
    let path = difference
        .path
        .strip_prefix("nats.")
        .unwrap_or(&difference.path);
    let (before, after) = (
        text(path, &difference.before),
        text(path, &difference.after),
    );
    let goes = after.is_none();
    let is_danger = match path {
        "signing_keys" => true,
        "system_account" | "account_server_url" | "name" | "exp" | "nbf" => true,
        "strict_signing_key_usage" => goes || after.as_deref() == Some("false"),
        "assert_server_version" => before.is_some(),
        _ => goes,
    };
    Line {
        field: path.to_owned(),
        before,
        after,
        is_danger,
    }
}

fn text(path: &str, value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        Value::Number(number) if matches!(path, "exp" | "nbf") => {
            Some(number.as_i64().map_or_else(|| number.to_string(), absolute))
        }
        other => Some(other.to_string()),
    }
}

/// What can go wrong, in sentences.
fn dangers(before: &Claims<Operator>, after: &Claims<Operator>) -> Vec<String> {
    let (was, is) = (&before.body, &after.body);
    let mut dangers = Vec::new();
    let gone = was
        .signing_keys
        .iter()
        .filter(|key| !is.signing_keys.contains(key));
    for key in gone {
        dangers.push(format!(
            "{key} goes: servers that start with this let in nobody of an account that it signed"
        ));
    }
    let come = is
        .signing_keys
        .iter()
        .filter(|key| !was.signing_keys.contains(key));
    for key in come {
        dangers.push(format!(
            "{key} comes: whoever has it makes any account, and any user"
        ));
    }
    if is.signing_keys.is_empty() {
        dangers.push("no signing key is left: the identity would have to sign accounts".to_owned());
    }
    if was.strict_signing_key_usage && !is.strict_signing_key_usage {
        dangers.push(
            "signing keys are demanded no more: the identity may sign accounts again".to_owned(),
        );
    }
    if was.system_account != is.system_account {
        dangers.push(
            "the system account is another: whoever has a user there sees and rules every server"
                .to_owned(),
        );
    }
    if was.account_server_url != is.account_server_url {
        dangers.push("servers fetch accounts from elsewhere".to_owned());
    }
    if after.expires != 0 && after.expires != before.expires {
        dangers.push(format!(
            "no server starts with this token after {}",
            absolute(after.expires)
        ));
    }
    if before.expires != 0 && after.expires == 0 {
        dangers.push("the token ends no more".to_owned());
    }
    if after.not_before > after.issued_at {
        dangers.push(format!(
            "no server starts with this token before {}",
            absolute(after.not_before)
        ));
    }
    dangers
}
