//! What was seen of a server, as values. All of it is what the server says: names are cut to a length and escaped wherever
//! they are shown, tokens are looked at by whoever goes by them. What is not known is not said: a gate holds for it.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::clock::UnixSeconds;
use crate::jwt::MAX_TOKEN_LEN;
use crate::text::cut;

/// Who collected it, where servers were asked.
pub const LIVE: &str = "live";

/// What was seen of one server at one moment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Observed {
    /// The server's name of this run.
    pub id: String,
    /// Its name for people; the same where it has none.
    pub name: String,
    /// When it was seen: by our clock where it was asked, by the server's where a file says so.
    pub time: UnixSeconds,
    /// [`LIVE`], or the name of a file.
    pub collector: String,
    /// SHA-256, in hex: of the file, or of all answers in the order in which they came, whichever server gave them. Those
    /// that name nobody are part of what is known of everybody.
    pub raw_sha256: String,
    /// The tokens of operators that it was started with, in their order; nothing where it did not say.
    pub operators: Option<Vec<String>>,
    /// Whether it keeps accounts in a folder: one that does not goes by what it is started with when it starts again,
    /// whatever it uses now. Nothing where that is not known.
    pub keeps: Option<bool>,
    /// The tokens of accounts that it keeps or uses, each once, by their keys. Of a live server that is all it has of an
    /// account; a file shows what is used.
    pub accounts: BTreeMap<String, Vec<String>>,
    /// Accounts that were asked for, and that it neither keeps nor uses.
    pub absent: BTreeSet<String>,
    /// Accounts whose connections are all among those below.
    pub connected: BTreeSet<String>,
    /// Open connections of clients and of leaf nodes that came with a token.
    pub connections: Vec<Connection>,
    /// Connections of those accounts that ended, as far back as the server remembers: who comes and goes is seen, too.
    #[serde(default)]
    pub ended: Vec<Ended>,
}

impl Observed {
    /// The connections of an account; nothing where it is not known that these are all.
    #[must_use]
    pub fn connections_of(&self, account: &str) -> Option<Vec<&Connection>> {
        let of_account = |connection: &&Connection| connection.account == account;
        let are_all = self.connected.contains(account);
        are_all.then(|| self.connections.iter().filter(of_account).collect())
    }
}

/// An open connection.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Connection {
    /// The account that it is in.
    pub account: String,
    /// Whoever logged in: a user's key, or else a name, as MQTT and auth callouts have it.
    pub user: String,
    /// The key that signed the user's token; of an auth callout, the token that it gave. Empty where the server does not
    /// say: that is no other key.
    pub issuer: String,
    /// What it calls itself.
    pub name: String,
}

/// A connection, as servers describe it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Row {
    /// Its number: later ones have greater numbers.
    #[serde(rename = "cid")]
    pub number: u64,
    /// The account that it is in; none before it has logged in.
    pub account: String,
    kind: String,
    authorized_user: String,
    issuer_key: String,
    name: String,
    /// When it ended, where it did.
    pub stop: Option<String>,
}

/// A connection that ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ended {
    /// What it was.
    pub connection: Connection,
    /// When, by the server's clock.
    pub time: UnixSeconds,
}

impl Row {
    /// The connection, where it ended. Files of such are refused; servers are asked for them.
    #[cfg(feature = "net")]
    pub fn ended(&self) -> Option<Ended> {
        let nanoseconds = crate::clock::written(self.stop.as_deref()?)?;
        let time = UnixSeconds::try_from(nanoseconds.div_euclid(1_000_000_000)).ok()?;
        let connection = self.connection()?;
        Some(Ended { connection, time })
    }

    /// The connection, unless nobody logged in: a leaf node says nothing of those that it goes out by.
    pub fn connection(&self) -> Option<Connection> {
        let goes_out = self.kind == "Leafnode"
            && self.authorized_user.is_empty()
            && self.issuer_key.is_empty();
        (!goes_out).then(|| Connection {
            account: cut(&self.account),
            user: cut(&self.authorized_user),
            issuer: cut(&self.issuer_key),
            name: cut(&self.name),
        })
    }
}

/// A token as it is looked at: what is longer than any is not kept in mind.
#[must_use]
pub(crate) fn looked_at(token: String) -> String {
    if token.len() > MAX_TOKEN_LEN {
        return "?".to_owned();
    }
    token
}
