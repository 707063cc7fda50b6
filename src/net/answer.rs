//! What servers answer, as much of it as is looked at. Fields that are missing are none: versions differ.

use std::collections::BTreeSet;

use serde::{Deserialize, Deserializer};

use super::link::cut;

/// Servers write null where they have nothing.
pub(super) fn or_none<'de, D: Deserializer<'de>, T: Default + Deserialize<'de>>(
    field: D,
) -> Result<T, D::Error> {
    Ok(Option::deserialize(field)?.unwrap_or_default())
}

/// Whoever answers says who it is.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Speaker {
    pub name: String,
    pub id: String,
    #[serde(rename = "ver")]
    pub version: String,
}

/// An answer to `$SYS.REQ.SERVER.PING`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Ping {
    pub server: Speaker,
    pub statsz: Statsz,
}

/// Any answer, as far as it says whose it is.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Speaks {
    pub server: Speaker,
}

/// Any answer, as far as it says what time it is there.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Timed {
    pub server: Hour,
}

/// When a server answered, by its clock.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Hour {
    pub time: String,
}

/// An answer to `$SYS.REQ.CLAIMS.LIST`: the keys of accounts.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct List {
    #[serde(deserialize_with = "or_none")]
    pub data: Vec<String>,
}

/// An answer to `$SYS.REQ.SERVER.PING.ACCOUNTZ` that names no account.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Uses {
    pub data: UsesData,
}

/// The keys of accounts that a server uses, and names that are none.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct UsesData {
    #[serde(deserialize_with = "or_none")]
    pub accounts: Vec<String>,
}

/// The same for one account: nothing where the server does not use it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Used {
    pub server: Speaker,
    #[serde(deserialize_with = "or_none")]
    pub data: UsedData,
    pub error: Option<Refused>,
}

impl Used {
    /// Whether the server would not say. That there is no such account is an answer, though it comes as an error.
    pub fn is_refused(&self) -> bool {
        let says_none = |error: &Refused| error.description.contains("does not exist");
        self.error.as_ref().is_some_and(|error| !says_none(error))
    }
}

/// What there is to an account.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct UsedData {
    pub account_detail: Detail,
}

/// How a server uses an account.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Detail {
    /// The token by which it goes.
    pub jwt: String,
}

/// How a server is doing.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Statsz {
    /// How many servers it has heard of, itself among them: one that was just started has heard of few.
    pub active_servers: usize,
    /// Its connections to servers of its cluster, several to each.
    #[serde(deserialize_with = "or_none")]
    pub routes: Vec<Route>,
}

/// A connection to another server.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Route {
    /// What that one is called.
    pub name: String,
}

impl Ping {
    /// How many servers there are as far as it knows.
    pub fn known(&self) -> usize {
        let routes = self.statsz.routes.iter().map(|route| &route.name);
        let others: BTreeSet<&String> = routes
            .filter(|name| !name.is_empty() && **name != self.server.name)
            .collect();
        self.statsz.active_servers.max(others.len() + 1)
    }
}

/// An answer to `$SYS.REQ.SERVER.PING.VARZ`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Varz {
    pub server: Speaker,
    pub data: VarzData,
}

/// What a server was started with.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct VarzData {
    #[serde(deserialize_with = "or_none")]
    pub trusted_operators_jwt: Vec<String>,
    pub system_account: String,
    #[serde(deserialize_with = "or_none")]
    pub cluster: Routed,
}

/// Where a server listens for others of its cluster, and where it looks for them.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Routed {
    #[serde(rename = "addr")]
    pub host: String,
    #[serde(rename = "cluster_port")]
    pub port: i64,
    #[serde(deserialize_with = "or_none")]
    pub urls: Vec<String>,
}

/// An answer to an update of an account, or to a request to delete some.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Update {
    pub server: Speaker,
    pub data: Option<Done>,
    pub error: Option<Refused>,
}

/// What a server did.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Done {
    pub account: String,
    pub code: i64,
    pub message: String,
}

/// What a server would not do.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Refused {
    pub description: String,
}

impl Update {
    /// What came of it, in the server's words where it failed. Nothing is what nobody can make sense of, such as that
    /// something was done with another account.
    pub fn result(&self, account: &str) -> Option<Result<&str, String>> {
        match (&self.error, &self.data) {
            _ if self.server.id.is_empty() => None,
            (Some(refused), _) => Some(Err(cut(&refused.description))),
            (None, Some(done)) if done.account != account => None,
            (None, Some(done)) if done.code == 200 => Some(Ok(&done.message)),
            (None, Some(done)) => Some(Err(cut(&format!("{} {}", done.code, done.message)))),
            (None, None) => None,
        }
    }
}
