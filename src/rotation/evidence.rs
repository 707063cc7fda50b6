//! Evidence: what was seen of servers, held against what the store has now. It is kept with its hash and its time, and what was
//! seen before a step is no evidence for the one after.

use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::emergency::old_keys;
use super::observed::{Connection, Ended, LIVE, Observed};
use super::phase::Gate;
use super::{Inventory, Result, Rotation};
use crate::clock::UnixSeconds;
use crate::jwt::decode::decode;
use crate::store::record::Entity;
use crate::store::{Records, StoreError};

/// As many names as are kept of what is otherwise.
const SHOWN: usize = 20;

/// What was seen of one server.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// Its name.
    pub server: String,
    /// Its name for that run of it.
    pub id: String,
    /// When.
    pub time: UnixSeconds,
    /// By whom: `live`, or the name of a file.
    pub collector: String,
    /// SHA-256 over what it answered.
    pub raw_sha256: String,
    /// SHA-256 of each operator's token that it was started with.
    pub operators: Option<Vec<String>>,
    /// Whether it has the accounts as the store had them, for each gate that asks.
    pub holding: Vec<Holding>,
    /// Who was connected by the old key.
    pub by_old: Option<Seen>,
    /// Accounts by the old key that the store does not know, where servers were asked for all that they have.
    pub strangers: Option<Seen>,
    /// When it was seen with all others at once; 0 where it was not.
    pub seen_together: UnixSeconds,
}

/// Accounts of a server, held against the store's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holding {
    /// SHA-256 over the accounts as the store had them then.
    pub of: String,
    /// How many it has just so.
    pub right: usize,
    /// Those that it has otherwise, or of which it said nothing.
    pub otherwise: Seen,
}

/// Some, of which the first are named.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    /// How many.
    pub count: usize,
    /// The first of them.
    pub first: Vec<String>,
}

impl Seen {
    fn of(names: impl Iterator<Item = String>) -> Self {
        let mut seen = Self::default();
        for name in names {
            seen.count += 1;
            if seen.first.len() < SHOWN {
                seen.first.push(name);
            }
        }
        seen
    }
}

/// What somebody said, who alone can know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stated {
    /// What it is about: the name of an attestation.
    pub name: String,
    /// In their words.
    pub words: String,
    /// SHA-256 of the file that shows it, where there is one.
    pub file_sha256: Option<String>,
    /// When.
    pub time: UnixSeconds,
    /// By whom.
    pub actor: String,
}

/// What servers are asked for: what the coming phase needs to know.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Accounts whose tokens are held against the store's, for each gate that asks.
    pub accounts: Vec<Vec<Entity>>,
    /// Accounts of which it is asked who is connected; nothing where that is not asked.
    pub connections_of: Option<Vec<Entity>>,
    /// Whether servers are asked for accounts that the store does not know.
    pub strangers: bool,
}

impl Wanted {
    /// For the next step, whichever way.
    pub fn of(records: &dyn Records, rotation: &Rotation) -> Result<Self> {
        let mut wanted = Self::default();
        for gate in gates(rotation) {
            match gate {
                Gate::Holding(accounts) => wanted.accounts.push(accounts(records, rotation)?),
                Gate::Quiet { within, .. } | Gate::QuietOfNew { within, .. } => {
                    wanted.connections_of = Some(within(records, rotation)?);
                }
                Gate::NoStrangers => wanted.strangers = true,
                _ => {}
            }
        }
        Ok(wanted)
    }

    fn holding(&self, observed: &Observed) -> Vec<Holding> {
        let each = self.accounts.iter().map(|accounts| {
            let has_it = |account: &&Entity| {
                let tokens = observed.accounts.get(&account.key.to_string());
                tokens.is_some_and(|tokens| {
                    !tokens.is_empty() && tokens.iter().all(|token| *token == account.token)
                })
            };
            let (right, otherwise): (Vec<_>, Vec<_>) = accounts.iter().partition(has_it);
            Holding {
                of: sha256_of(accounts),
                right: right.len(),
                otherwise: Seen::of(otherwise.iter().map(|account| account.name.to_string())),
            }
        });
        each.collect()
    }
}

/// The gates of the next step, on and back.
fn gates(rotation: &Rotation) -> impl Iterator<Item = &'static Gate> {
    let onward = rotation.coming().map_or(&[][..], |phase| phase.gates);
    onward.iter().chain(rotation.gates_back())
}

/// SHA-256 over accounts as they are.
#[must_use]
pub fn sha256_of(accounts: &[Entity]) -> String {
    let mut lines: Vec<String> = accounts
        .iter()
        .map(|account| format!("{} {}\n", account.key, sha256(account.token.as_bytes())))
        .collect();
    lines.sort_unstable();
    sha256(lines.concat().as_bytes())
}

/// Takes what was seen. A `snapshot` is of all servers at once, and takes the place of every other; what is seen of single servers
/// is added.
pub fn take(
    records: &dyn Records,
    rotation: &mut Rotation,
    observed: &[Observed],
    snapshot: bool,
) -> Result<()> {
    let wanted = Wanted::of(records, rotation)?;
    let by_old = by_old(rotation);
    if snapshot {
        rotation.evidence.clear();
    }
    for one in observed {
        let seen = match (&wanted.connections_of, by_old) {
            (Some(accounts), Some(by_old)) => {
                let each = accounts
                    .iter()
                    .map(|account| one.connections_of(&account.key.to_string()));
                let all: Option<Vec<_>> = each.collect();
                all.map(|all| {
                    let came = all.into_iter().flatten();
                    Seen::of(came.filter(|one| by_old(one, rotation)).map(titled))
                })
            }
            _ => None,
        };
        let record = Record {
            server: one.name.clone(),
            id: one.id.clone(),
            time: one.time,
            collector: one.collector.clone(),
            raw_sha256: one.raw_sha256.clone(),
            operators: one.operators.as_ref().map(|tokens| {
                tokens
                    .iter()
                    .map(|token| sha256(token.as_bytes()))
                    .collect()
            }),
            holding: wanted.holding(one),
            by_old: seen,
            strangers: match wanted.strangers && one.collector == LIVE {
                true => Some(strangers(records, rotation, one)?),
                false => None,
            },
            seen_together: match snapshot && one.collector == LIVE {
                true => one.time,
                false => 0,
            },
        };
        let is_same = |known: &mut Record| known.id == record.id || known.server == record.server;
        let known: Vec<Record> = rotation.evidence.extract_if(.., is_same).collect();
        let record = known.into_iter().fold(record.clone(), Record::with);
        rotation.evidence.push(record);
    }
    rotation
        .evidence
        .sort_by(|one, other| (&one.server, &one.id).cmp(&(&other.server, &other.id)));
    let last = last_by_old(&wanted, by_old, rotation, observed);
    rotation.quiet_since = quiet_since(rotation).map(|since| since.max(last));
    Ok(())
}

/// Accounts of a server by the old key that the store does not know.
fn strangers(records: &dyn Records, rotation: &Rotation, one: &Observed) -> Result<Seen> {
    let old = old_keys(rotation);
    let mut found = Vec::new();
    for (key, tokens) in &one.accounts {
        if records
            .entity(&key.parse().map_err(StoreError::from)?)?
            .is_some()
        {
            continue;
        }
        let by_old = tokens.iter().filter_map(|token| decode(token).ok());
        let by_old = by_old.filter(|token| old.contains(&token.issuer().to_string()));
        if by_old.count() > 0 {
            found.push(key.clone());
        }
    }
    Ok(Seen::of(found.into_iter()))
}

/// Whether a connection came in by the old key, where the coming phase asks for that.
fn by_old(rotation: &Rotation) -> Option<fn(&Connection, &Rotation) -> bool> {
    gates(rotation).find_map(|gate| match gate {
        Gate::Quiet { by_old: by, .. } | Gate::QuietOfNew { by_new: by, .. } => Some(*by),
        _ => None,
    })
}

fn titled(connection: &Connection) -> String {
    match connection.name.is_empty() {
        true => connection.user.clone(),
        false => format!("{} ({})", connection.user, connection.name),
    }
}

/// When the last connection by the old key ended that servers remember; 0 where they remember none.
fn last_by_old(
    wanted: &Wanted,
    by_old: Option<fn(&Connection, &Rotation) -> bool>,
    rotation: &Rotation,
    observed: &[Observed],
) -> UnixSeconds {
    let (Some(accounts), Some(by_old)) = (&wanted.connections_of, by_old) else {
        return 0;
    };
    let is_of = |ended: &Ended| {
        let mut accounts = accounts.iter();
        accounts.any(|account| account.key.to_string() == ended.connection.account)
    };
    let times = observed.iter().flat_map(|one| {
        let ended = one.ended.iter().filter(|ended| is_of(ended));
        let by_old = ended.filter(|ended| by_old(&ended.connection, rotation));
        // No clock of a server's holds a gate for longer than a look does.
        by_old.map(|ended| ended.time.min(one.time))
    });
    times.max().unwrap_or_default()
}

/// Since when every server says that nobody is connected by the old key.
fn quiet_since(rotation: &Rotation) -> Option<UnixSeconds> {
    let loud = |record: &Record| record.by_old.as_ref().is_some_and(|seen| seen.count > 0);
    if rotation.evidence.iter().any(loud) {
        return None;
    }
    let is_known = |record: &&Record| record.by_old.is_some();
    let known: Vec<&Record> = rotation.evidence.iter().filter(is_known).collect();
    let all = match &rotation.terms.servers {
        Inventory::Undeclared => false,
        Inventory::Count(count) => known.len() >= *count,
        Inventory::Names(names) => names
            .iter()
            .all(|name| known.iter().any(|record| record.is(name))),
    };
    match all {
        true => {
            let first = known.iter().map(|record| record.time).min();
            rotation.quiet_since.or(first)
        }
        false => rotation.quiet_since,
    }
}

impl Record {
    /// With what else is known of that run of the server: what is later counts, and all of it is as old as the oldest of its parts.
    fn with(self, other: Self) -> Self {
        // A server that was started again is another than it was.
        if self.id != other.id {
            return if self.time >= other.time { self } else { other };
        }
        let (mut later, earlier) = match self.time >= other.time {
            true => (self, other),
            false => (other, self),
        };
        // Some of its answers name it by its identity alone.
        if later.server == later.id {
            later.server = earlier.server;
        }
        let mut is_used = false;
        if later.operators.is_none() && earlier.operators.is_some() {
            (later.operators, is_used) = (earlier.operators, true);
        }
        if later.by_old.is_none() && earlier.by_old.is_some() {
            (later.by_old, is_used) = (earlier.by_old, true);
        }
        let is_worse = |one: &Holding, other: &Holding| {
            one.of == other.of && one.otherwise.count > other.otherwise.count
        };
        if later.strangers.is_none() && earlier.strangers.is_some() {
            (later.strangers, is_used) = (earlier.strangers, true);
        }
        let mut holding = Vec::new();
        for one in later.holding {
            let better = earlier.holding.iter().find(|other| is_worse(&one, other));
            is_used |= better.is_some();
            holding.push(better.cloned().unwrap_or(one));
        }
        later.holding = holding;
        if is_used {
            later.time = earlier.time;
            later.raw_sha256 = format!("{} {}", earlier.raw_sha256, later.raw_sha256);
            later.collector = format!("{}, {}", earlier.collector, later.collector);
        }
        later
    }

    /// Whether that is its name, for people or for its run.
    #[must_use]
    pub fn is(&self, name: &str) -> bool {
        self.server == name || self.id == name
    }
}

/// SHA-256, in hex.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    HEXLOWER.encode(&Sha256::digest(bytes))
}
