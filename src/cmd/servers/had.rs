//! What servers have of an operator's accounts, asked for whichever command compares it with the store.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::row::revokes;
use crate::clock::UnixSeconds;
use crate::cmd::Ctx;
use crate::cmd::servers::Reached;
use crate::cmd::words::naming::UnderOperator;
use crate::net::account_server::AccountServer;
use crate::net::cluster::Server;
use crate::net::fetching::{Fetched, fetch};
use crate::net::held::{Keys, LIST, LOOKUP, USED, Wanted, each, keepers, kept, used};
use crate::net::spread::{Spread, Who};
use crate::nkey::{Kind, PublicKey};
use crate::store::record::{Entity, EntityKind};
use crate::store::{Listed, Records, StoreError};
use crate::text::{counted, noted, quoted, shell_word, some_of};
use crate::trust::resign::is_revoked;
use crate::trust::served::Served;
use crate::trust::{TrustError, account};
use crate::ui::Failure;
use crate::ui::progress::Progress;

/// What whoever asks may publish to.
pub const SUBJECTS: [&str; 3] = [LIST, LOOKUP, USED];

/// Accounts as the store has them.
pub struct Ours {
    /// Their operator.
    pub operator: Served,
    /// Each with its token, by its key.
    pub accounts: BTreeMap<String, (Listed, String)>,
    /// The one that is asked for, where it is not all.
    pub only: Option<String>,
}

impl Ours {
    /// All of an operator, or the one of that name or key, which need not be there where it is a key.
    pub fn of(
        ctx: &Ctx,
        records: &dyn Records,
        under: &UnderOperator,
        wanted: Option<&str>,
    ) -> Result<Self, TrustError> {
        Self::under(records, under.find(ctx, records)?, wanted)
    }

    /// The same, of an operator that is found already.
    pub fn under(
        records: &dyn Records,
        operator: Entity,
        wanted: Option<&str>,
    ) -> Result<Self, TrustError> {
        let operator = Served::of(operator)?;
        let mut accounts = BTreeMap::new();
        let only = match wanted {
            Some(wanted) => Some(one(records, &operator, wanted)?),
            None => None,
        };
        records.each_token(EntityKind::Account, &operator.entity.key, &mut |one| {
            if only.as_ref().is_none_or(|only| *only == one.0.key) {
                accounts.insert(one.0.key.clone(), one);
            }
            Ok(())
        })?;
        Ok(Self {
            operator,
            accounts,
            only,
        })
    }
}

fn one(records: &dyn Records, operator: &Served, wanted: &str) -> Result<String, TrustError> {
    let is_account = |key: PublicKey| key.kind() == Kind::Account;
    match account(records, &operator.entity, Some(wanted)) {
        Ok(account) => Ok(account.key.to_string()),
        Err(TrustError::NoSuch { .. }) if wanted.parse().is_ok_and(is_account) => {
            Ok(wanted.to_owned())
        }
        Err(error) => Err(error),
    }
}

/// What was asked, and who answered.
pub struct Asked {
    /// How many servers keep all accounts.
    pub keepers: usize,
    /// What stays unknown, and why.
    pub unknown: Vec<String>,
}

/// An account that servers may have otherwise, and of which they say nothing.
pub struct Hidden {
    /// Its key.
    pub key: String,
    /// What the store calls it.
    pub name: String,
    /// Who they are.
    pub who: Who,
    /// Whether it shuts anybody out: they may let them in.
    pub revokes: bool,
    /// Of such a one, a user who is not shut out.
    pub user: Option<String>,
}

impl Hidden {
    /// Of what servers have of an account of the store's, where any says nothing.
    pub fn of(ours: &Ours, spread: &Spread) -> Option<Self> {
        let (listed, token) = ours.accounts.get(&spread.key)?;
        (spread.hidden.count > 0).then(|| Self {
            key: spread.key.clone(),
            name: listed.name.clone(),
            who: spread.hidden.clone(),
            revokes: revokes(token),
            user: None,
        })
    }
}

/// Leaves out what servers that use none of it read where it is as here: at the account server that the operator names.
pub fn without_read(hidden: &mut Vec<Hidden>, ours: &Ours, bank: Option<&AccountServer>) {
    let Some(bank) = bank else { return };
    let keys: Vec<String> = (hidden.iter().filter(|one| one.revokes))
        .map(|one| one.key.clone())
        .collect();
    let there = keys.iter().zip(fetch(bank, &keys, &|_| ()));
    let read: BTreeSet<&String> = there
        .filter(|(key, fetched)| {
            let own = ours.accounts.get(*key);
            own.is_some_and(|(_, token)| *fetched == Fetched::There(token.clone()))
        })
        .map(|(key, _)| key)
        .collect();
    hidden.retain(|one| !read.contains(&one.key));
}

/// Finds who could have servers use the accounts that revoke others.
pub fn find_users(
    hidden: &mut [Hidden],
    records: &dyn Records,
    now: UnixSeconds,
) -> Result<(), TrustError> {
    for one in hidden.iter_mut().filter(|one| one.revokes) {
        one.user = user_let_in(records, &one.key, now)?;
    }
    Ok(())
}

/// A user of an account whom it does not revoke, and whose seed is here.
pub fn user_let_in(
    records: &dyn Records,
    account: &str,
    now: UnixSeconds,
) -> Result<Option<String>, TrustError> {
    let key: PublicKey = account.parse().map_err(StoreError::from)?;
    let Some(account) = records.entity(&key)? else {
        return Ok(None);
    };
    for listed in records.listed(EntityKind::User, Some(&key))? {
        let key: PublicKey = listed.key.parse().map_err(StoreError::from)?;
        let (Some(user), Some(sealed)) = (records.entity(&key)?, records.key(&key)?) else {
            continue;
        };
        let has_expired = listed.expires != 0 && listed.expires < now;
        if !has_expired && sealed.sealed.is_some() && !is_revoked(&account, &user)? {
            return Ok(Some(listed.name));
        }
    }
    Ok(None)
}

/// What has a server use an account, so that it takes what it is given, and says what it has: that user, at that address.
pub fn have_used(account: &str, user: Option<&str>, url: Option<&String>) -> String {
    let account = shell_word(account);
    let Some(user) = user else {
        return noted(
            format!("nkeep push -a {account}"),
            "when that server has started again with an empty cache folder, or with what is here: nobody is left here to use it there",
        );
    };
    let rtt = format!(
        "nkeep tool rtt -a {account} --user {} --nats {}",
        shell_word(user),
        url.map_or_else(|| SOMEWHERE.into(), |url| shell_word(url))
    );
    noted(
        rtt,
        "has that server use it, and take what is pushed after that",
    )
}

/// The address of the first of those servers of which any is known.
pub fn address<'a>(
    places: &'a BTreeMap<String, String>,
    servers: impl IntoIterator<Item = &'a String>,
) -> Option<&'a String> {
    servers.into_iter().find_map(|id| places.get(id))
}

/// Where a server is of which nobody said it.
pub const SOMEWHERE: &str = "nats://HOST:4222";

/// Asks for those accounts and all that servers list, or for one alone, and shows who has which token of each.
pub fn ask(
    ctx: &Ctx,
    reached: &Reached,
    ours: &Ours,
    doing: &'static str,
    show: &mut dyn FnMut(Spread),
) -> Result<Asked, Failure> {
    let Reached { link, cluster, .. } = reached;
    let servers = &cluster.servers;
    let keepers = keepers(link, servers)?;
    let listed = kept(link, servers)?;
    let in_use = used(link, servers)?;
    let wanted = wanted(ours, &listed, &in_use, keepers);
    let mut unknown = unlisted(servers, keepers, &listed, &in_use);
    let done = Arc::new(AtomicU64::new(0));
    let shown = ctx
        .ui
        .is_waited_for()
        .then(|| Progress::shown(doing, Arc::clone(&done), wanted.len() as u64));
    let silent = each(link, servers, keepers, &wanted, &mut |held| {
        show(Spread::of(held, servers, keepers, &listed, Server::trusts));
        done.fetch_add(1, Ordering::Relaxed);
    });
    drop(shown);
    let silent = silent?;
    if silent.keeping > 0 {
        let servers = counted(silent.keeping, "server");
        unknown.push(format!("{servers} did not say what is kept there"));
    }
    for name in names(servers, &silent.using) {
        unknown.push(format!("server {} did not say what it uses", quoted(name)));
    }
    if cluster.missing() > 0 {
        let servers = counted(cluster.missing(), "server");
        unknown.push(format!("{servers} did not answer"));
    }
    Ok(Asked { keepers, unknown })
}

fn wanted(ours: &Ours, listed: &Keys, in_use: &Keys, keepers: usize) -> Vec<Wanted> {
    let keys: BTreeSet<&String> = match &ours.only {
        Some(only) => BTreeSet::from([only]),
        None => {
            let theirs = listed.values().chain(in_use.values()).flatten();
            ours.accounts.keys().chain(theirs).collect()
        }
    };
    let wanted = keys.into_iter().map(|key| Wanted {
        key: key.clone(),
        kept: keepers > 0,
        used: in_use.values().any(|keys| keys.contains(key)),
    });
    wanted.collect()
}

/// Who did not say what it has.
fn unlisted(servers: &[Server], keepers: usize, listed: &Keys, in_use: &Keys) -> Vec<String> {
    let mut unknown = Vec::new();
    if listed.len() < keepers {
        let servers = counted(keepers - listed.len(), "server");
        unknown.push(format!("{servers} did not list what is kept there"));
    }
    for server in servers {
        if !in_use.contains_key(&server.id) {
            let name = quoted(&server.name);
            unknown.push(format!("server {name} did not say what it uses"));
        }
    }
    unknown
}

/// Names of accounts of which a server would store what is here, and lock them out when it starts again (F3).
pub fn untrusted<'a>(
    ours: &'a Ours,
    server: &Server,
    which: impl Fn(&str) -> bool,
) -> Vec<&'a str> {
    let accounts = ours.accounts.values();
    accounts
        .filter(|(listed, token)| which(&listed.key) && !server.trusts(token))
        .map(|(listed, _)| &*listed.name)
        .collect()
}

/// What those servers are called, in the order in which servers stand.
pub fn names<'a>(servers: &'a [Server], ids: &BTreeSet<String>) -> Vec<&'a str> {
    let those = servers.iter().filter(|server| ids.contains(&server.id));
    those.map(|server| &*server.name).collect()
}

/// What a server is called.
pub fn named<'a>(servers: &'a [Server], id: &'a str) -> &'a str {
    let known = servers.iter().find(|server| server.id == id);
    known.map_or(id, |server| &server.name)
}

/// Some of those servers, as a sentence begins with them.
pub fn whoever(servers: &[Server], who: &Who) -> String {
    if who.count == servers.len() && who.count > 1 {
        return "every server".to_owned();
    }
    if who.known.is_empty() {
        return format!("{} of {}", who.count, counted(servers.len(), "server"));
    }
    let names: Vec<String> = names(servers, &who.known).iter().map(quoted).collect();
    let which = if who.count == 1 { "server" } else { "servers" };
    format!("{which} {}", some_of(&names, who.count))
}
