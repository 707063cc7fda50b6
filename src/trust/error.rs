//! Why the tree cannot be changed.

use std::collections::HashSet;

use super::Place;
use super::difference::Difference;
use super::share::ShareError;
use crate::clock::{UnixSeconds, absolute};
use crate::jwt::chain::Distrust;
use crate::jwt::decode::DecodeError;
use crate::jwt::encode::EncodeError;
use crate::jwt::validate::Issue;
use crate::nkey::{NkeyError, PublicKey};
use crate::store::StoreError;
use crate::store::record::{EntityKind, Name};
use crate::text::{NAMED, clauses, quoted, some};

/// Why the tree cannot be changed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum TrustError {
    /// The store cannot.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The token cannot be written.
    #[error(transparent)]
    Encode(#[from] EncodeError),
    /// A token of the store cannot be read.
    #[error("a token of the store cannot be read")]
    Decode(#[source] DecodeError),
    /// The chain would not hold.
    #[error("the token would not be trusted: {0}")]
    Distrust(#[from] Distrust),
    /// The claims break rules.
    #[error("the claims break rules: {}", said(.0))]
    Rules(Vec<Issue>),
    /// The clock is behind.
    #[error("this machine's clock is {0} seconds behind the last signature in the store")]
    ClockBehind(UnixSeconds),
    /// Several, and none was named.
    #[error("there are several {kind}s, and none is named: {names}")]
    Ambiguous {
        /// of what
        kind: EntityKind,
        /// some of them
        names: String,
        /// where
        place: Place,
    },
    /// None of that name.
    #[error(
        "there is no {kind} {}{}{}",
        quoted(name),
        in_account(place),
        one_in(others)
    )]
    NoSuch {
        /// of what
        kind: EntityKind,
        /// as it was asked for
        name: String,
        /// where
        place: Place,
        /// other accounts that have one of that name
        others: Vec<String>,
    },
    /// None at all.
    #[error("there is no {kind} yet")]
    None {
        /// of what
        kind: EntityKind,
        /// where
        place: Place,
    },
    /// The key is another than asked for.
    #[error(transparent)]
    Key(#[from] NkeyError),
    /// It cannot be shared so.
    #[error(transparent)]
    Share(#[from] ShareError),
    /// No key may sign this.
    #[error("{0}")]
    Signer(String),
    /// The seed is elsewhere of whatever may sign.
    #[error("{reason}")]
    KeysAway {
        /// of what, and for whom
        reason: String,
        /// a command that helps
        help: String,
    },
    /// The identity of the operator has to sign, and is elsewhere.
    #[error(
        "the identity {key} of operator {} has to sign this, and its seed is not in the store",
        quoted(operator)
    )]
    RootAway {
        /// which
        key: PublicKey,
        /// whose
        operator: Name,
        /// whether the store is one to work with, into which it never comes
        made: bool,
    },
    /// Something was signed since the time that was agreed on.
    #[error(
        "it was to be signed as of {}, and a token of {} is there already",
        absolute(*agreed),
        absolute(*last)
    )]
    Overtaken {
        /// as of when
        agreed: UnixSeconds,
        /// when the latest was
        last: UnixSeconds,
    },
    /// It is done only when somebody insists.
    #[error("{reason}")]
    Unforced {
        /// what, and why
        reason: String,
        /// the flag that insists
        flag: &'static str,
        /// what becomes of it then
        then: String,
    },
    /// Accounts have no key that may sign.
    #[error("{reason}")]
    LackKeys {
        /// what, and why
        reason: String,
        /// which
        accounts: Vec<Name>,
    },
    /// Whoever has the operator's keys gave nothing that could be taken.
    #[error("{place} gives no token that can be taken")]
    Unsigned {
        /// where it was asked for
        place: String,
        /// why not
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// Somebody there has to say yes first.
    #[error(
        "{place} has the request for account {}, and has not signed it yet{}; nothing was changed here",
        quoted(account),
        colon(words)
    )]
    Pending {
        /// where it was asked for
        place: String,
        /// for which account
        account: Name,
        /// what is said of it there
        words: String,
        /// a command that helps later
        help: String,
    },
    /// What is there and what is here do not go together.
    #[error(
        "{place} and the store have account {} otherwise: {reason}",
        quoted(account)
    )]
    Contradicts {
        /// where it was asked for
        place: String,
        /// which account
        account: Name,
        /// how
        reason: String,
        /// a command that helps
        help: String,
    },
    /// It was only tried: nobody was asked.
    #[error("{place} would be asked to sign account {}", quoted(account))]
    Unasked {
        /// who would be asked
        place: String,
        /// for which account
        account: Name,
        /// for what
        changes: Vec<Difference>,
    },
    /// Accounts that no server takes: by name, each with what is wrong.
    #[error(
        "no server of operator {} takes {}",
        quoted(operator),
        broken(accounts)
    )]
    Unserved {
        /// whose they are
        operator: Name,
        /// which, and why
        accounts: Vec<(String, String)>,
    },
    /// Several keys would do, and which one is meant is for whoever asks to say.
    #[error("{reason}: {}", keys.join(", "))]
    Undecided {
        /// what, and why
        reason: String,
        /// which
        keys: Vec<String>,
        /// commands that help: one for each, where it is known how they are named
        ways: Vec<String>,
    },
    /// It would break something.
    #[error("{reason}")]
    Refused {
        /// what, and why
        reason: String,
        /// a command that helps
        help: String,
    },
}

impl TrustError {
    /// Why nobody here signs with a key; any other error is one.
    pub fn why_unsigned(self) -> Result<String, Self> {
        match self {
            Self::Signer(_)
            | Self::KeysAway { .. }
            | Self::Store(StoreError::Refused(_) | StoreError::Locked { .. }) => {
                Ok(self.to_string())
            }
            other => Err(other),
        }
    }

    /// A refusal, with a command that helps.
    pub fn refused(reason: impl Into<String>, help: impl Into<String>) -> Self {
        Self::Refused {
            reason: reason.into(),
            help: help.into(),
        }
    }

    pub(super) fn none(kind: EntityKind) -> Self {
        Self::None {
            kind,
            place: Place::default(),
        }
    }
}

/// The first of them, and how many more.
fn broken(accounts: &[(String, String)]) -> String {
    let first = accounts.iter().take(NAMED);
    let first = first.map(|(name, reason)| format!("account {}: {reason}", quoted(name)));
    clauses(&first.collect::<Vec<_>>(), accounts.len())
}

/// In which account, where it would be in one.
fn in_account(place: &Place) -> String {
    let account = place.account.as_ref();
    account.map_or_else(String::new, |account| {
        format!(" in account {}", quoted(account))
    })
}

/// Where there is one of that name.
fn one_in(others: &[String]) -> String {
    match others {
        [] => String::new(),
        others => format!("; there is one in {}", some(others)),
    }
}

/// Words after a colon, where there are any.
fn colon(words: &str) -> String {
    if words.is_empty() {
        String::new()
    } else {
        format!(": {words}")
    }
}

/// Each once: Go's library finds some things twice.
pub(super) fn said(issues: &[Issue]) -> String {
    let mut messages: Vec<String> = issues.iter().map(ToString::to_string).collect();
    let mut seen = HashSet::new();
    messages.retain(|message| seen.insert(message.clone()));
    messages.join("; ")
}
