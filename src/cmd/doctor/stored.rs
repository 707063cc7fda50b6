//! What is in the store, and what is remembered of it.

use std::collections::{BTreeSet, HashSet};
use std::io::ErrorKind;
use std::path::Path;

use super::here::open_to_others;
use crate::ceremony::airgap::{Finding, State};
use crate::clock::{UnixSeconds, absolute};
use crate::cmd::Ctx;
use crate::jwt::claims::Operator;
use crate::rotation::due::{Periods, Wanted, due};
use crate::rotation::{self};
use crate::store::class::{Class, Role};
use crate::store::document::CEREMONIAL;
use crate::store::founding::{inside, openers as openers_of};
use crate::store::record::{Entity, EntityKind};
use crate::store::{Expiration, Records, Store as _};
use crate::text::{counted, noted, quoted, shell_word};
use crate::trust;
use crate::trust::revoke::{earlier, revoked_users};
use crate::ui::Failure;

/// How old a copy may be that lacks changes.
const BACKUP_AGE: UnixSeconds = 7 * 24 * 60 * 60;

/// What is to be said of servers, by where operators say that they are.
pub type Asks = fn(&[String]) -> Vec<Finding>;

/// What was read.
struct Read {
    found: Vec<Finding>,
    /// When tokens end, but for those that are revoked.
    ends: Vec<Expiration>,
    /// Users whose tokens end, and who have older ones that never do: the operator and account of each.
    older: Vec<([String; 2], Entity)>,
    /// Keys that have been in use for too long.
    due: usize,
    /// Where operators say that servers are.
    servers: Vec<String>,
    /// Which store it is, and the number of its last change.
    id: String,
    last: i64,
    /// Who opens its root keys.
    openers: Vec<String>,
    /// The classes of keys that would be lost with what opens them.
    guarded: Vec<Guarded>,
    /// Whether a passphrase opens anything.
    has_passphrase: bool,
}

/// A class of keys that are there, and who opens them.
struct Guarded {
    class: Class,
    openers: usize,
    by_passphrase: bool,
}

/// Looks at it; `asks` says what servers there are to be asked, and what they are.
pub fn looked_at(ctx: &Ctx, asks: Asks) -> Result<Vec<Finding>, Failure> {
    let now = ctx.clock.now();
    let leaves = leaves(ctx)?;
    let read = ctx
        .open_store()?
        .read(|records| read(records, now, &leaves))?;
    let mut found = read.found;
    found.push(match read.due {
        0 => Finding::fine("keys", "none has been in use for too long"),
        due => Finding::look(
            "keys",
            format!("in use for too long: {due}"),
            noted("nkeep rotate due", "says which, and what replaces each"),
        ),
    });
    let is_past = |row: &&Expiration| row.expires != 0 && row.expires < now;
    found.push(match read.ends.iter().filter(is_past).count() {
        0 => Finding::fine("tokens", "none has expired"),
        expired => Finding::look(
            "tokens",
            format!("expired: {expired}"),
            "nkeep expirations --skip",
        ),
    });
    found.extend(endless(&read.ends, &read.older));
    found.push(openers(&read.guarded, read.has_passphrase));
    found.push(backup(ctx, &read.id, read.last, &read.openers));
    found.extend(asks(&read.servers));
    Ok(found)
}

fn read(records: &dyn Records, now: UnixSeconds, leaves: &str) -> rotation::Result<Read> {
    let mut operators = Vec::new();
    records.each_entity(EntityKind::Operator, None, &mut |operator| {
        operators.push(operator);
        Ok(())
    })?;
    let (mut found, mut servers) = (Vec::new(), Vec::new());
    let (mut ends, mut older) = (Vec::new(), Vec::new());
    for operator in &operators {
        let body = trust::claims::<Operator>(operator)?.into_claims().body;
        let has_signing_keys = !body.signing_keys.is_empty();
        found.push(root(records, operator, has_signing_keys, leaves)?);
        // Where the root is, users and servers are those of elsewhere.
        if records.document(CEREMONIAL)?.is_none() {
            servers.extend(body.operator_service_urls);
            let mut out = HashSet::new();
            for account in accounts(records, operator)? {
                out.extend(revoked_users(records, &account)?);
                let path = [operator.name.as_str(), account.name.as_str()].map(str::to_owned);
                let found = earlier::endless(records, &account)?.into_values();
                older.extend(found.map(|user| (path.clone(), user)));
            }
            // No end of those who are revoked matters, and another would let them in again.
            let held = records.expirations(&operator.key)?.into_iter();
            ends.extend(held.filter(|row| !out.contains(&row.key)));
        }
    }
    servers.sort();
    servers.dedup();
    let wanted = &Wanted::Aged(&Periods::of(records)?, now);
    let keys = due(records, wanted, &[])?;
    Ok(Read {
        found,
        ends,
        older,
        due: keys.iter().filter(|one| one.is_due(now)).count(),
        servers,
        id: records.store_id().to_owned(),
        last: records.head().sequence,
        openers: openers_of(records, Class::Root)?,
        guarded: guarded(records)?,
        has_passphrase: !inside(records)?.is_empty(),
    })
}

/// The accounts under an operator.
fn accounts(records: &dyn Records, operator: &Entity) -> rotation::Result<Vec<Entity>> {
    let mut accounts = Vec::new();
    records.each_entity(EntityKind::Account, Some(&operator.key), &mut |account| {
        accounts.push(account);
        Ok(())
    })?;
    Ok(accounts)
}

/// What takes a root's store to where it belongs.
fn leaves(ctx: &Ctx) -> Result<String, Failure> {
    let word = |path: &Path| shell_word(&path.to_string_lossy());
    let opens = match ctx.identity_file() {
        Some(identity) => format!("and {} on another, ", word(&identity)),
        None => String::new(),
    };
    Ok(noted(
        format!("mv {} MEDIUM/", word(&ctx.store_path()?)),
        format!(
            "{opens}for a machine that is offline, with an nkeep without network code; here: export \
             NKEEP_STORE=working.nkeep NKEEP_IDENTITY=working.txt"
        ),
    ))
}

/// How the identity of an operator is kept. A root's store is for a machine that is offline, to which `leaves` takes it.
fn root(
    records: &dyn Records,
    operator: &Entity,
    has_signing_keys: bool,
    leaves: &str,
) -> rotation::Result<Finding> {
    const CHECK: &str = "root";
    let name = quoted(&operator.name);
    let is_here = records
        .key(&operator.key)?
        .is_some_and(|record| record.sealed.is_some());
    let in_ceremonies = records.document(CEREMONIAL)?.is_some();
    Ok(match (is_here, has_signing_keys) {
        (false, _) => Finding::fine(
            CHECK,
            format!("the identity of operator {name} is elsewhere"),
        ),
        (true, true) if in_ceremonies && cfg!(feature = "net") => Finding::look(
            CHECK,
            format!(
                "the identity of operator {name} signs in ceremonies alone, and this nkeep can reach a network: the root's \
                 store is still here"
            ),
            leaves,
        ),
        (true, true) if in_ceremonies => Finding::fine(
            CHECK,
            format!("the identity of operator {name} signs in ceremonies, and nothing else"),
        ),
        (true, false) if in_ceremonies => Finding::look(
            CHECK,
            format!("operator {name} has no signing key: nothing signs its accounts"),
            noted(
                "nkeep ceremony request edit operator --sk generate",
                "in the store to work with",
            ),
        ),
        (true, false) => Finding::look(
            CHECK,
            format!("operator {name} has no signing key: its identity signs all there is"),
            format!(
                "nkeep edit operator --operator {} --sk generate",
                shell_word(operator.name.as_str())
            ),
        ),
        (true, true) => Finding::look(
            CHECK,
            format!("the identity of operator {name} is where its signing keys are"),
            noted(
                "nkeep ceremony split-store --to working.nkeep --new-identity working.txt",
                "makes a store to work with, without it, to be used from then on; this one signs in ceremonies alone, and goes offline: see nkeep man ceremony",
            ),
        ),
    })
}

/// Users whose creds hold for ever: who finds a copy is in until somebody notices.
fn endless(ends: &[Expiration], older: &[([String; 2], Entity)]) -> Option<Finding> {
    const CHECK: &str = "users";
    let users = || ends.iter().filter(|row| row.kind == EntityKind::User);
    let mut endless = users().filter(|row| row.expires == 0);
    let Some(first) = endless.next() else {
        if let Some(([operator, account], user)) = older.first() {
            let says = format!(
                "older creds of {} never expire, and are not revoked",
                counted(older.len(), "user")
            );
            let help = noted(
                format!(
                    "nkeep revocations add-user {} -a {} --operator {} --at {}",
                    shell_word(user.name.as_str()),
                    shell_word(account),
                    shell_word(operator),
                    user.issued_at - 1
                ),
                "shuts out what one was given before the token that it has",
            );
            return Some(Finding::look(CHECK, says, help));
        }
        let has_some = users().next().is_some();
        return has_some.then(|| Finding::fine(CHECK, "all tokens of users expire some day"));
    };
    let count = 1 + endless.count();
    let says = format!("the creds of {} never expire", counted(count, "user"));
    let help = match first.path.split('/').collect::<Vec<_>>()[..] {
        [operator, account, user] => noted(
            format!(
                "nkeep edit user {} -a {} --operator {} --expiry 90d",
                shell_word(user),
                shell_word(account),
                shell_word(operator)
            ),
            "gives one an end; nkeep expirations lists all",
        ),
        _ => "nkeep expirations".to_owned(),
    };
    Some(Finding::look(CHECK, says, help))
}

/// The classes of keys that are there. Root keys replace all others: where there are any, they alone count.
fn guarded(records: &dyn Records) -> rotation::Result<Vec<Guarded>> {
    let mut there = BTreeSet::new();
    records.each_key(&mut |key| {
        let is_own = matches!(key.role, Role::Store | Role::Journal);
        if key.sealed.is_some() && !is_own {
            there.insert(key.class);
        }
        Ok(())
    })?;
    if there.contains(&Class::Root) {
        there = BTreeSet::from([Class::Root]);
    }
    let (set, inside) = (records.recipients(), inside(records)?);
    let guarded = there.into_iter().map(|class| Guarded {
        class,
        openers: set.openers(class).len(),
        by_passphrase: set.opens(class, &inside),
    });
    Ok(guarded.collect())
}

/// Whether the loss of one file would be the loss of all.
fn openers(guarded: &[Guarded], has_passphrase: bool) -> Finding {
    const CHECK: &str = "recipients";
    if has_passphrase && guarded.iter().all(|one| one.by_passphrase) {
        return Finding::fine(CHECK, "a passphrase opens the store");
    }
    let is_alone = |one: &&Guarded| one.openers < 2 && !one.by_passphrase;
    let alone = guarded.iter().filter(is_alone);
    let alone: Vec<&str> = alone.map(|one| one.class.name()).collect();
    if !alone.is_empty() {
        return Finding::look(
            CHECK,
            format!(
                "one identity alone opens {} keys: if its file is lost, nobody does",
                alone.join(", ")
            ),
            noted(
                "nkeep store recipients add --new-identity spare.txt --label spare",
                "makes another, which goes elsewhere",
            ),
        );
    }
    let classes: Vec<&str> = guarded.iter().map(|one| one.class.name()).collect();
    match guarded.iter().map(|one| one.openers).min() {
        Some(least) => Finding::fine(
            CHECK,
            format!("{least} identities open {} keys", classes.join(", ")),
        ),
        None => Finding::fine(CHECK, "no keys are in the store yet"),
    }
}

/// When the store was copied last, as far as this machine knows; `openers` are those who open root keys now.
fn backup(ctx: &Ctx, store: &str, last: i64, openers: &[String]) -> Finding {
    const CHECK: &str = "backup";
    const HELP: &str = "nkeep store backup NAME.backup";
    let Some(copied) = ctx.last_copy(store) else {
        return Finding::look(
            CHECK,
            "none was made with nkeep store backup on this machine",
            HELP,
        );
    };
    if let Some(finding) = unfit(CHECK, &copied.file, HELP) {
        return finding;
    }
    let since = usize::try_from(last - copied.sequence).unwrap_or_default();
    let says = format!(
        "the last one, {}, is of {}, with {} since",
        copied.file.display(),
        absolute(copied.time),
        counted(since, "change")
    );
    // What nobody says of it may be as it is now.
    let is_known = !copied.openers.is_empty();
    if is_known && !copied.openers.iter().any(|one| openers.contains(one)) {
        let says = format!("{says}; what opens the store now does not open it");
        return Finding::look(CHECK, says, HELP);
    }
    if since > 0 && copied.time.saturating_add(BACKUP_AGE) < ctx.clock.now() {
        return Finding::look(CHECK, says, HELP);
    }
    Finding::fine(CHECK, says)
}

/// What is wrong with the file of a copy, as far as it is seen without opening it.
fn unfit(check: &'static str, file: &Path, another: &str) -> Option<Finding> {
    let shown = file.display();
    let why = match std::fs::metadata(file) {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            format!(
                "the last one, {shown}, is not there any more: unless it was put away, there is none"
            )
        }
        Err(error) => format!("the last one, {shown}, cannot be looked at: {error}"),
        Ok(about) if !about.is_file() => format!("the last one, {shown}, is no file any more"),
        Ok(about) if about.len() == 0 => format!("the last one, {shown}, is empty"),
        Ok(_) => {
            let alone = open_to_others(check, file);
            return (alone.state == State::Look).then_some(alone);
        }
    };
    Some(Finding::look(check, why, another))
}

/// That nobody asked servers.
pub fn unasked(servers: &[String]) -> Vec<Finding> {
    if servers.is_empty() {
        return Vec::new();
    }
    let ask = || {
        noted(
            "nkeep doctor --ask-servers",
            "asks them, and logs in nowhere",
        )
    };
    vec![Finding {
        help: cfg!(feature = "net").then(ask),
        ..Finding::unknown("servers", "their versions are not known: nobody asked them")
    }]
}
