//! What was seen of servers. Nothing here says how it was come by, and nothing a server says is believed further than it can be
//! checked.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::clock::UnixSeconds;

/// What was seen of one server at one moment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Observed {
    /// The server's name for that run of it.
    pub id: String,
    /// Its name for people.
    pub name: String,
    /// When it was seen.
    pub time: UnixSeconds,
    /// Who saw it: `live`, or the file's name.
    pub collector: String,
    /// SHA-256 over what the server answered.
    pub raw_sha256: String,
    /// The operators' tokens that it was started with.
    pub operators: Option<Vec<String>>,
    /// Tokens of accounts that it has, by their keys.
    pub accounts: BTreeMap<String, Vec<String>>,
    /// Accounts that it says it has not.
    pub absent: BTreeSet<String>,
    /// Who is connected.
    pub connections: Option<Vec<Connection>>,
}

/// A client that is connected.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Connection {
    /// In which account.
    pub account: String,
    /// By which key.
    pub user: String,
    /// By whom its token was signed.
    pub issuer: String,
    /// What it calls itself.
    pub name: String,
}
