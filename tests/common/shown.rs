//! Servers of an estate in which something is rotated: made up, and seen with what a test says of them.

use nkeep::rotation::evidence;
use nkeep::rotation::observed::{Connection, Observed};
use nkeep::store::record::{Entity, EntityKind};

use super::rotated::{Rotated, SOAK};

/// The servers that there are.
pub const SERVERS: [&str; 2] = ["one", "two"];

/// What servers say of themselves when they are seen.
#[must_use = "have them seen"]
pub struct Servers<'a> {
    estate: &'a Rotated,
    names: Vec<&'a str>,
    operators: Option<Vec<String>>,
    lacking: Vec<&'a str>,
    outdated: Vec<Entity>,
    connected: Vec<Connection>,
}

impl<'a> Servers<'a> {
    /// Of that estate: they have everything as its store does.
    pub fn of(estate: &'a Rotated) -> Self {
        Self {
            estate,
            names: SERVERS.to_vec(),
            operators: None,
            lacking: Vec::new(),
            outdated: Vec::new(),
            connected: Vec::new(),
        }
    }

    /// Only that one: what is known of others stays known.
    pub fn only(mut self, name: &'a str) -> Self {
        self.names = vec![name];
        self
    }

    /// They were started with the tokens of those operators, in their order.
    pub fn under(self, operators: &[&str]) -> Self {
        let tokens = operators
            .iter()
            .map(|name| self.estate.operator(name).unwrap().token);
        let tokens = tokens.collect();
        self.started_with(tokens)
    }

    /// They were started with those tokens.
    pub fn started_with(mut self, operators: Vec<String>) -> Self {
        self.operators = Some(operators);
        self
    }

    /// The second has no such account.
    pub fn behind(mut self, account: &'a str) -> Self {
        self.lacking.push(account);
        self
    }

    /// They have the account as it was.
    pub fn with(mut self, account: &Entity) -> Self {
        self.outdated.push(account.clone());
        self
    }

    /// Somebody is connected to the first, in the account that the rotation is about: that user, by a token of that issuer.
    pub fn connected(mut self, user: &str, issuer: &str) -> Self {
        self.connected.push(Connection {
            account: self.estate.rotation().account.unwrap(),
            user: user.to_owned(),
            issuer: issuer.to_owned(),
            name: "orders".to_owned(),
        });
        self
    }

    /// They are seen.
    pub fn seen(&self) {
        let mut rotation = self.estate.rotation();
        let operators = self.operators.clone().unwrap_or_else(|| {
            let operator = self.estate.read(|records| rotation.operator(records));
            vec![operator.token]
        });
        let accounts = self.estate.all(&[EntityKind::Account]);
        let seen: Vec<Observed> = self
            .names
            .iter()
            .map(|name| self.observed(name, &operators, &accounts))
            .collect();
        let all = self.names.len() == SERVERS.len();
        let taken = self.estate.change(|changes, _| {
            evidence::take(changes, &mut rotation, &seen, all)?;
            rotation.keep(changes)
        });
        taken.unwrap();
    }

    fn observed(&self, name: &str, operators: &[String], accounts: &[Entity]) -> Observed {
        let lacks =
            |account: &&Entity| name == SERVERS[1] && self.lacking.contains(&account.name.as_str());
        let held = accounts.iter().filter(|account| !lacks(account));
        let held = held.chain(&self.outdated);
        Observed {
            id: format!("ID-{name}"),
            name: name.to_owned(),
            time: self.estate.now(),
            collector: "live".to_owned(),
            raw_sha256: "0".repeat(64),
            operators: Some(operators.to_vec()),
            keeps: Some(true),
            accounts: held
                .map(|account| (account.key.to_string(), vec![account.token.clone()]))
                .collect(),
            connected: accounts
                .iter()
                .map(|account| account.key.to_string())
                .collect(),
            connections: match name == SERVERS[0] {
                true => self.connected.clone(),
                false => Vec::new(),
            },
            ..Observed::default()
        }
    }

    /// They are seen at once, and again when it has soaked.
    pub fn soaked(&self) {
        self.seen();
        self.estate.wait(SOAK + 1);
        self.seen();
    }
}
