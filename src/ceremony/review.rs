//! What somebody reads before the root signs: what is not as it was, from the exact bytes that are to be signed, with a mark where it
//! can lock somebody out or let somebody in.

use serde_json::Value;

use super::Result;
use super::canonical::Sheet;
use super::item::Deletion;
use super::request::{Asks, Proposal, REQUESTER, Request};
use crate::clock::absolute;
use crate::jwt::claims::{Claims, Operator};
use crate::trust::difference::{Difference, differences};
use crate::trust::statement::Statement;

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
    /// Keys of the operator that asked; nobody did where there are none.
    pub requesters: Vec<String>,
    /// Who is for it, where that is known: where the root signs.
    pub approved: Option<Approved>,
    /// How many accounts are signed anew.
    pub affected: usize,
    /// Of how many.
    pub accounts: usize,
    /// What is signed, each with what it comes to.
    pub parts: Vec<Part>,
    /// What to think of before.
    pub dangers: Vec<String>,
}

/// Who is for a request.
pub struct Approved {
    /// The keys that approved it.
    pub by: Vec<String>,
    /// How many the policy wants.
    pub wanted: usize,
    /// Of how many.
    pub approvers: usize,
}

/// One of the things that are to be signed.
pub struct Part {
    /// What it is.
    pub kind: PartKind,
    /// The identity that signs it.
    pub by: String,
    /// As of when it is signed.
    pub signed_as_of: String,
    /// What is not as it was; of what is new all that it says.
    pub lines: Vec<Line>,
    /// Signing keys from then on, where it is a token.
    pub signing_keys: Vec<String>,
}

/// What something is that is to be signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartKind {
    /// The next token of an operator.
    Token,
    /// The first token of another operator.
    NewOperator,
    /// What two operators say of each other.
    Statement,
    /// That servers delete accounts.
    Deletion,
}

impl PartKind {
    /// As documents have it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Token => "token",
            Self::NewOperator => "new-operator",
            Self::Statement => "statement",
            Self::Deletion => "deletion",
        }
    }
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
        let content = &request.content;
        let requesters: Vec<String> = request
            .signed_as(REQUESTER)
            .map(|key| key.to_string())
            .collect();
        let parts = parts(content, &proposal.asks)?;
        let mut dangers = dangers(&proposal.asks);
        if requesters.is_empty() {
            dangers.push("no key of the operator has signed that it asks for this".to_owned());
        }
        if parts.iter().all(|part| part.lines.is_empty()) {
            dangers.push("nothing is otherwise: the token is only signed anew".to_owned());
        }
        let known = proposal.asks.known();
        Ok(Self {
            sha256: request.sha256(),
            digest: request.digest(),
            name: known.map(|claims| claims.name.clone()).unwrap_or_default(),
            operator: content.operator.clone(),
            command: content.command.join(" "),
            reason: content.reason.clone(),
            made: absolute(content.made),
            expires: absolute(content.expires),
            requesters,
            approved: None,
            affected: content.affected,
            accounts: content.accounts,
            parts,
            dangers,
        })
    }
}

/// Each item, in the order of the request.
fn parts(request: &Request, asks: &Asks) -> Result<Vec<Part>> {
    let items = request.items.iter().map(|item| item.by.clone());
    let token = |kind, before: &Claims<Operator>, after: &Claims<Operator>| -> Result<Part> {
        let mut lines: Vec<Line> = differences(before, after)?.iter().map(line).collect();
        lines.sort_by(|one, other| one.field.cmp(&other.field));
        Ok(Part {
            kind,
            by: after.subject.clone(),
            signed_as_of: absolute(after.issued_at),
            lines,
            signing_keys: after.body.signing_keys.clone(),
        })
    };
    let new = |first| token(PartKind::NewOperator, &Claims::default(), first);
    Ok(match asks {
        Asks::Next { before, after } => vec![token(PartKind::Token, before, after)?],
        Asks::First { first } => vec![new(first)?],
        Asks::Successor {
            first, statement, ..
        } => {
            let said = items.skip(1).map(|by| said(statement, by));
            std::iter::once(new(first)?).chain(said).collect()
        }
        Asks::Deletions { deletions, .. } => {
            let both = deletions.iter().zip(items);
            both.map(|(deletion, by)| deleted(deletion, by)).collect()
        }
    })
}

fn said(statement: &Statement, by: String) -> Part {
    let lines = [
        ("old", statement.old.to_string(), false),
        ("new", statement.new.to_string(), true),
        (
            "new_claims_sha256",
            statement.new_claims_sha256.clone(),
            false,
        ),
    ];
    let lines = lines.map(|(field, says, is_danger)| Line {
        field: field.to_owned(),
        before: None,
        after: Some(says),
        is_danger,
    });
    Part {
        kind: PartKind::Statement,
        by,
        signed_as_of: absolute(statement.time),
        lines: lines.into(),
        signing_keys: Vec::new(),
    }
}

fn deleted(deletion: &Deletion, by: String) -> Part {
    let lines = deletion.accounts.iter().map(|account| Line {
        field: "account".to_owned(),
        before: Some(account.clone()),
        after: None,
        is_danger: true,
    });
    Part {
        kind: PartKind::Deletion,
        by,
        signed_as_of: absolute(deletion.issued_at),
        lines: lines.collect(),
        signing_keys: Vec::new(),
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
fn dangers(asks: &Asks) -> Vec<String> {
    match asks {
        Asks::Next { before, after } => of_change(before, after),
        Asks::Successor { first, .. } => {
            let beside = format!(
                "{} is another operator, which is trusted beside the one that is there: whoever has its identity makes any account, \
                 and any user",
                first.subject
            );
            std::iter::once(beside).chain(of_newcomer(first)).collect()
        }
        Asks::First { first } => {
            let alone = format!(
                "{} is an operator of which no other says that it comes after it: where servers trust it, whoever has its identity \
                 makes any account, and any user",
                first.subject
            );
            std::iter::once(alone).chain(of_newcomer(first)).collect()
        }
        Asks::Deletions { .. } => vec![
            "servers forget these accounts, and let nobody in there, until somebody pushes them again"
                .to_owned(),
        ],
    }
}

fn of_newcomer(first: &Claims<Operator>) -> Vec<String> {
    let none = Claims {
        body: Operator {
            system_account: first.body.system_account.clone(),
            account_server_url: first.body.account_server_url.clone(),
            ..Operator::default()
        },
        ..Claims::default()
    };
    of_change(&none, first)
}

fn of_change(before: &Claims<Operator>, after: &Claims<Operator>) -> Vec<String> {
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
