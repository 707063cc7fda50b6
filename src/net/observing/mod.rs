//! What is seen of servers: each by itself, as evidence. Servers that keep accounts hand out their tokens without saying who
//! they are; what that leaves open of a server is not said of it. Nothing here changes what a server does: it is asked for
//! connections of those accounts alone that it uses already, for it would load the others.

mod connected;

use std::collections::{BTreeMap, BTreeSet};

use connected::{CONNECTIONS, connections};

use super::Result;
use super::answer::Varz;
use super::cluster::{Cluster, Server, VARZ, in_order};
use super::held::{self, Keys, LIST, LOOKUP, Silent, USED, ask, each, keepers, kept, used};
use super::link::Link;
use super::spread::{Spread, caches};
use crate::clock::Clock;
use crate::rotation::observed::{LIVE, Observed, looked_at};

/// What whoever asks may publish to, beside what finds servers.
pub const SUBJECTS: [&str; 4] = [LIST, LOOKUP, USED, CONNECTIONS];

/// What is to be seen, beside the tokens of operators.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Keys of accounts whose tokens are.
    pub accounts: Vec<String>,
    /// Keys of accounts whose connections are.
    pub connections_of: Vec<String>,
}

/// Asks every server of a cluster, and shows each account of which it is known who has what. One that does not answer is
/// among them, and says nothing. ^C ends it.
pub fn observe(
    link: &Link,
    cluster: &Cluster,
    wanted: &Wanted,
    clock: Clock,
    done: &mut dyn FnMut(),
) -> Result<Vec<Observed>> {
    let servers = &cluster.servers;
    let time = clock.now();
    link.listen_closely();
    let operators = operators(link, servers)?;
    let mut seen: BTreeMap<String, Observed> = servers
        .iter()
        .map(|server| (server.id.clone(), Observed::default()))
        .collect();
    if !wanted.accounts.is_empty() || !wanted.connections_of.is_empty() {
        let in_use = used(link, servers)?;
        if !wanted.accounts.is_empty() {
            tokens(link, servers, &wanted.accounts, &in_use, &mut seen, done)?;
        }
        connections(link, servers, &wanted.connections_of, &in_use, &mut seen)?;
    }
    let hash = link.heard();
    let observed = in_order(servers, &seen).map(|(server, seen)| Observed {
        id: server.id.clone(),
        name: match server.name.is_empty() {
            true => server.id.clone(),
            false => server.name.clone(),
        },
        time,
        collector: LIVE.to_owned(),
        raw_sha256: hash.clone(),
        operators: operators.get(&server.id).cloned(),
        ..seen.clone()
    });
    Ok(observed.collect())
}

/// The tokens of operators that each server was started with, as it says now.
fn operators(link: &Link, servers: &[Server]) -> Result<BTreeMap<String, Vec<String>>> {
    link.wait(async {
        let mut found = BTreeMap::new();
        let mut take = |server: &str, body: &[u8]| {
            let varz: Varz = serde_json::from_slice(body).ok()?;
            let tokens = varz.data.trusted_operators_jwt.into_iter();
            found.insert(server.to_owned(), tokens.map(looked_at).collect());
            Some(())
        };
        ask(link, servers, VARZ, Vec::new(), &mut take).await?;
        Ok(found)
    })
}

/// The tokens of those accounts, as far as it is known who has which.
fn tokens(
    link: &Link,
    servers: &[Server],
    accounts: &[String],
    in_use: &Keys,
    seen: &mut BTreeMap<String, Observed>,
    done: &mut dyn FnMut(),
) -> Result<()> {
    let keepers = keepers(link, servers)?;
    let listed = kept(link, servers)?;
    let keys: BTreeSet<&String> = accounts.iter().collect();
    let wanted: Vec<held::Wanted> = keys
        .into_iter()
        .map(|key| held::Wanted {
            key: key.clone(),
            kept: keepers > 0,
            used: in_use.values().any(|keys| keys.contains(key)),
        })
        .collect();
    let mut spreads = Vec::new();
    let mut unloaded: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let silent = each(link, servers, keepers, &wanted, &mut |held| {
        if !held.unloaded.is_empty() {
            unloaded.insert(held.key.clone(), held.unloaded.clone());
        }
        spreads.push(Spread::of(held, servers, keepers, &listed, Server::trusts));
        done();
    })?;
    for (server, role) in Roles::new(servers, keepers, &listed).of {
        // Whoever did not answer may be anything.
        let in_use = in_use.get(&server);
        let in_use = in_use.filter(|_| !silent.using.contains(&server));
        let (Some(in_use), Some(observed)) = (in_use, seen.get_mut(&server)) else {
            continue;
        };
        observed.keeps = role.keeps();
        for spread in &spreads {
            let is_unloaded = unloaded
                .get(&spread.key)
                .is_some_and(|servers| servers.contains(&server));
            let copies = Copies {
                spread,
                is_used: in_use.contains(&spread.key) && !is_unloaded,
                is_kept_by_all: is_kept_by_all(spread, keepers, &silent),
            };
            let key = spread.key.clone();
            match copies.of(&server, role) {
                None => {}
                Some(tokens) if tokens.is_empty() => observed.absent.extend([key]),
                Some(tokens) => observed.accounts.extend([(key, tokens)]),
            }
        }
    }
    Ok(())
}

/// Whether everybody who keeps all accounts said the same.
fn is_kept_by_all(spread: &Spread, keepers: usize, silent: &Silent) -> bool {
    let mut kept = spread.copies.iter().map(|copy| copy.kept.count);
    silent.keeping == 0 && spread.silent == 0 && keepers > 0 && kept.any(|count| count == keepers)
}

/// How a server comes by accounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    /// It keeps all of them.
    Full,
    /// It keeps those that were used there.
    Cache,
    /// It was started with them.
    Memory,
    /// Nobody knows.
    Unknown,
}

impl Role {
    const fn keeps(self) -> Option<bool> {
        match self {
            Self::Full | Self::Cache => Some(true),
            Self::Memory => Some(false),
            Self::Unknown => None,
        }
    }
}

/// The servers, by their identities.
struct Roles {
    of: BTreeMap<String, Role>,
}

impl Roles {
    fn new(servers: &[Server], keepers: usize, listed: &Keys) -> Self {
        let caches = match listed.len() > keepers {
            true => caches(listed, keepers),
            false => Some(BTreeSet::new()),
        };
        let role = |server: &Server| match (&caches, listed.contains_key(&server.id)) {
            // Somebody who keeps accounts did not list them, and may be any of the others.
            (_, false) if listed.len() < keepers => Role::Unknown,
            (_, false) => Role::Memory,
            (None, true) => Role::Unknown,
            (Some(caches), true) if caches.contains(&server.id) => Role::Cache,
            (Some(_), true) => Role::Full,
        };
        let of = servers
            .iter()
            .map(|server| (server.id.clone(), role(server)));
        Self { of: of.collect() }
    }
}

/// The tokens of an account, as they are known of some server.
struct Copies<'a> {
    spread: &'a Spread,
    /// Whether that server says that it uses the account.
    is_used: bool,
    is_kept_by_all: bool,
}

impl Copies<'_> {
    /// What that server keeps and uses, none where it has none of it; nothing where any of that is not known.
    fn of(&self, server: &str, role: Role) -> Option<Vec<String>> {
        let used = self.used(server)?;
        let is_hidden = used.is_none() && self.spread.hidden.known.contains(server);
        let kept = match role {
            Role::Unknown => return None,
            // What lies in a cache, or what it was started with, comes out when it is used.
            Role::Cache | Role::Memory if is_hidden => return None,
            Role::Cache | Role::Memory => None,
            Role::Full => self.kept(server)?,
        };
        let mut tokens: Vec<String> = kept.into_iter().collect();
        tokens.extend(used.filter(|token| !tokens.contains(token)));
        Some(tokens)
    }

    /// The token by which it goes, if it uses the account; nothing where it says that it does, and not by which.
    fn used(&self, server: &str) -> Option<Option<String>> {
        let copies = self.spread.copies.iter();
        let mut used = copies.filter(|copy| copy.used.contains(server));
        match used.next() {
            Some(copy) => Some(Some(copy.token.clone())),
            None if self.is_used => None,
            None => Some(None),
        }
    }

    /// The token that it keeps, if it keeps one; nothing where that is not known.
    fn kept(&self, server: &str) -> Option<Option<String>> {
        let mut copies = self.spread.copies.iter();
        let kept = copies.find(|copy| {
            copy.kept.known.contains(server) || (self.is_kept_by_all && copy.kept.count > 0)
        });
        match kept {
            Some(copy) => Some(Some(copy.token.clone())),
            None if self.spread.absent.known.contains(server) => Some(None),
            None => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(id: &str) -> Server {
        Server {
            id: id.to_owned(),
            ..Server::default()
        }
    }

    fn lists(lists: &[(&str, &[&str])]) -> Keys {
        let keys = |keys: &[&str]| keys.iter().map(|key| (*key).to_owned()).collect();
        let lists = lists.iter();
        lists
            .map(|(id, listed)| ((*id).to_owned(), keys(listed)))
            .collect()
    }

    #[test]
    fn how_a_server_comes_by_accounts_is_unknown_where_it_could_be_another() {
        let servers = ["A", "B", "C"].map(named);
        let roles = |keepers: usize, listed: &[(&str, &[&str])]| -> Vec<Role> {
            let roles = Roles::new(&servers, keepers, &lists(listed));
            roles.of.into_values().collect()
        };
        use Role::{Cache, Full, Memory, Unknown};
        let (all, one): (&[&str], &[&str]) = (&["1", "2"], &["1"]);
        assert_eq!(roles(2, &[("A", all), ("B", all)]), [Full, Full, Memory]);
        let cached = [("A", all), ("B", one), ("C", all)];
        assert_eq!(roles(2, &cached), [Full, Cache, Full]);
        // Whoever did not list any keeps them all, or was started with them.
        assert_eq!(roles(2, &[("A", all)]), [Full, Unknown, Unknown]);
        // Whose the cache is, nobody says.
        let alike = [("A", one), ("B", one)];
        assert_eq!(roles(1, &alike), [Unknown, Unknown, Memory]);
        assert_eq!(roles(0, &[]), [Memory; 3]);
    }

    #[test]
    fn nothing_is_said_of_a_server_as_long_as_a_part_is_open() {
        let servers = ["A", "B"].map(named);
        let listed = lists(&[("A", &["1"]), ("B", &["1"])]);
        let tokens = |held: held::Held, is_used: bool, role: Role| {
            let spread = Spread::of(held, &servers, 2, &listed, |_, _| true);
            let copies = Copies {
                spread: &spread,
                is_used,
                is_kept_by_all: is_kept_by_all(&spread, 2, &Silent::default()),
            };
            copies.of("A", role)
        };
        let held = |kept: &[(&str, usize)], used: &[(&str, &str)]| held::Held {
            key: "1".to_owned(),
            kept: kept
                .iter()
                .map(|(token, count)| ((*token).to_owned(), *count))
                .collect(),
            used: used
                .iter()
                .map(|(id, token)| ((*id).to_owned(), (*token).to_owned()))
                .collect(),
            ..held::Held::default()
        };
        let some = |tokens: &[&str]| Some(tokens.iter().map(|one| (*one).to_owned()).collect());
        let both = held(&[("new", 2)], &[("A", "old")]);
        assert_eq!(
            tokens(both.clone(), true, Role::Full),
            some(&["new", "old"])
        );
        assert_eq!(tokens(both.clone(), true, Role::Memory), some(&["old"]));
        assert_eq!(tokens(both, true, Role::Unknown), None);
        let kept = held(&[("new", 2)], &[]);
        assert_eq!(tokens(kept.clone(), false, Role::Full), some(&["new"]));
        // It says that it uses it, and not by which token.
        assert_eq!(tokens(kept.clone(), true, Role::Full), None);
        // One of those that keep it did not answer.
        let silent = held::Held {
            silent: 1,
            ..held(&[("new", 1)], &[])
        };
        assert_eq!(tokens(silent, false, Role::Full), None);
        assert_eq!(
            tokens(held(&[("new", 1), ("old", 1)], &[]), false, Role::Full),
            None
        );
    }
}
