//! Why a file is no evidence.

use std::collections::BTreeSet;

use crate::clock::{UnixSeconds, absolute};
use crate::text::{cut, noted, quoted};

/// Why a file is no evidence.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}{}: {why}", quoted(.file), of_document(*.document))]
pub struct FileError {
    /// What the file is called.
    pub file: String,
    /// Which document in it, from 1, where there are several.
    pub document: Option<usize>,
    /// What is wrong.
    pub why: Why,
}

fn of_document(document: Option<usize>) -> String {
    document.map_or_else(String::new, |place| format!(", document {place}"))
}

/// What is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Why {
    /// There is more than anybody reads.
    #[error("it is longer than what servers say of themselves")]
    TooLong,
    /// The same by number.
    #[error("there are more documents in it than servers and accounts")]
    TooMany,
    /// Nothing is there.
    #[error("nothing is in it")]
    Empty,
    /// It is written otherwise.
    #[error("it is no JSON that servers write: {0}")]
    Unreadable(String),
    /// It is something else.
    #[error("it is no answer of a server that says what it trusts, uses or who is connected")]
    Unknown,
    /// It is something else that is known.
    #[error("it is {what}, and that is no evidence: {lacking}")]
    Other {
        /// what it is
        what: &'static str,
        /// what is not in it
        lacking: &'static str,
    },
    /// A server would not say.
    #[error("the server answered with an error: {}", quoted(.0))]
    Refused(String),
    /// It could be of any server.
    #[error("it does not say which server it is of")]
    Nameless,
    /// Two servers are named.
    #[error("server {} says it, and of server {}", quoted(.speaker), quoted(.page))]
    Another {
        /// who answered
        speaker: String,
        /// of whom it is
        page: String,
    },
    /// It could be of any time.
    #[error("it does not say when that was")]
    Timeless,
    /// It would be fresh for too long.
    #[error("it is of {}, which is not yet: a clock is wrong", absolute(*.0))]
    Ahead(UnixSeconds),
    /// Others are not there.
    #[error("it shows {shown} of {total} connections, and the others may be any")]
    Part {
        /// how many are there
        shown: u64,
        /// how many there were
        total: u64,
    },
    /// It was asked for otherwise, or people came and went meanwhile.
    #[error("it shows {shown} connections of account {}, where the server counts {counted}", quoted(.account))]
    Differ {
        /// its key
        account: String,
        /// how many are there
        shown: u64,
        /// how many there were
        counted: u64,
    },
    /// Those who are gone are of no interest, and whoever asks for them may have left out the others.
    #[error("it shows connections that have ended")]
    Ended,
    /// The accounts are left out.
    #[error("it does not say who is connected")]
    Anonymous,
    /// It is not of this kind of account.
    #[error("account {} is none of an operator", quoted(.0))]
    NoAccount(String),
    /// It was not from a resolver.
    #[error("account {} has no token there", quoted(.0))]
    Tokenless(String),
    /// A server trusts what it was started with, until it ends.
    #[error("server {} is said to trust two different lists of operators in one run", quoted(.0))]
    Twofold(String),
}

impl Why {
    pub(super) fn unreadable(error: &serde_json::Error) -> Self {
        Self::Unreadable(cut(&error.to_string()))
    }
}

impl FileError {
    /// The command that writes what is missing.
    #[must_use]
    pub fn hint(&self) -> Option<String> {
        let connections = "nats server request connections --limit 1000000 > connz.json";
        let said = match &self.why {
            Why::Part { total, .. } => noted(
                format!(
                    "curl 'http://HOST:8222/connz?auth=true&limit={}'",
                    total.saturating_mul(2)
                ),
                "shows all of them",
            ),
            Why::Differ { account, .. } => noted(
                format!("curl 'http://HOST:8222/connz?auth=true&acc={account}'"),
                "shows all of its connections",
            ),
            Why::Ended => noted(connections, "shows those that are open"),
            Why::Anonymous => noted(
                "curl 'http://HOST:8222/connz?auth=true'",
                "says who is connected",
            ),
            Why::Other { .. } | Why::Unknown => format!(
                "nats server request variables > varz.json; \
                 nats server request accounts --account KEY > accountz.json; {connections}"
            ),
            _ => return None,
        };
        Some(said)
    }
}

/// Why something else is no evidence, by a field that is in it.
pub(super) fn unknown(fields: &BTreeSet<String>) -> Why {
    const OTHERS: [(&str, &str, &str); 10] = [
        (
            "cid",
            "a report of connections",
            "it does not say how many there are",
        ),
        ("accounts", "a list of accounts", "their tokens are missing"),
        ("statsz", "a statistic", "what it trusts is missing"),
        (
            "num_routes",
            "a list of routes",
            "what it trusts is missing",
        ),
        (
            "outbound_gateways",
            "a list of gateways",
            "what it trusts is missing",
        ),
        (
            "leafnodes",
            "a list of leaf nodes",
            "what it trusts is missing",
        ),
        (
            "num_subscriptions",
            "a list of subscriptions",
            "what it trusts is missing",
        ),
        (
            "memory",
            "a report on JetStream",
            "what it trusts is missing",
        ),
        ("status", "a report on health", "what it trusts is missing"),
        (
            "account",
            "a report of accounts",
            "their tokens are missing",
        ),
    ];
    let other = OTHERS.iter().find(|(field, ..)| fields.contains(*field));
    other.map_or(Why::Unknown, |(_, what, lacking)| Why::Other {
        what,
        lacking,
    })
}
