//! Whether a store is what its journal, its signatures and its keys say.

use std::collections::HashMap;

use rusqlite::Connection;

use super::read::View;
use super::write::{recipients_digest, recipients_place};
use super::{SCHEMA, StoreError};
use crate::clock::UnixSeconds;
use crate::jwt::batch::decode_all;
use crate::jwt::chain::{self, AsOf, Distrust, Trusted};
use crate::jwt::claims::{Account, Operator};
use crate::jwt::decode::Token;
use crate::nkey::PublicKey;
use crate::store::age::Identity;
use crate::store::digest::{Digest, Digester};
use crate::store::recipients::RecipientSet;
use crate::store::record::{Entity, EntityKind, Row};
use crate::store::sealed::unseal;
use crate::store::{Records as _, Result};

/// How far to look.
#[derive(Clone, Copy)]
pub struct Scope<'a> {
    /// Sealed keys that these open are opened, and compared with their public halves.
    pub identities: &'a [Identity],
    /// The time at which tokens are to hold.
    pub now: UnixSeconds,
}

/// Something that is wrong, or worth knowing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What scripts hold on to.
    pub code: &'static str,
    /// Whether it is a problem, or only worth knowing.
    pub problem: bool,
    /// What it is.
    pub message: String,
}

/// Refuses a store that somebody changed who may not.
pub fn tampering(view: &View<'_>) -> Result<()> {
    pages(view)?;
    schema(view)?;
    recipients(view)?;
    journal(view)?;
    rows(view)?;
    tokens(view, AsOf::AnyTime, &mut |_, _| {})
}

/// Shows everything that is wrong.
pub fn all(view: &View<'_>, scope: &Scope<'_>, show: &mut dyn FnMut(Finding)) -> Result<()> {
    pages(view)?;
    schema(view)?;
    recipients(view)?;
    journal(view)?;
    rows(view)?;
    tokens(view, AsOf::Time(scope.now), &mut |entity, distrust| {
        show(Finding {
            code: distrust.code().name(),
            problem: true,
            message: format!("{} {}: {distrust}", entity.kind, entity.name),
        });
    })?;
    let (mut opened, mut sealed) = (0, 0);
    view.each_key(&mut |record| {
        let what = || format!("{} key {}", record.class, record.public);
        if record.sealed.is_none() {
            return Ok(());
        }
        sealed += 1;
        match unseal(&record, scope.identities, view.store_id()) {
            Ok(_) => opened += 1,
            Err(StoreError::Locked { .. }) => {}
            Err(error) => show(Finding {
                code: "key.sealed",
                problem: true,
                message: format!("{}: {error}", what()),
            }),
        }
        Ok(())
    })?;
    if opened < sealed {
        show(Finding {
            code: "key.not-opened",
            problem: false,
            message: format!(
                "{} of {sealed} sealed keys were not opened: no identity at hand opens them",
                sealed - opened
            ),
        });
    }
    Ok(())
}

/// SQLite's own view of its pages.
fn pages(view: &View<'_>) -> Result<()> {
    let verdict: String = view.one("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if verdict != "ok" {
        return Err(tampered(
            view,
            format!("its pages are malformed: {verdict}"),
        ));
    }
    Ok(())
}

/// The schema must be this version's, to the byte: a trigger or a view would be somebody's program.
fn schema(view: &View<'_>) -> Result<()> {
    let expected = Connection::open_in_memory()
        .and_then(|connection| {
            connection.execute_batch(SCHEMA)?;
            parts(&connection)
        })
        .map_err(|source| view.failed(source))?;
    let found = parts(view.connection()).map_err(|source| view.failed(source))?;
    if found != expected {
        return Err(tampered(view, "its schema is another"));
    }
    let names = view.all("SELECT name FROM meta ORDER BY name", [], |row| {
        row.get::<_, String>(0)
    })?;
    if names != ["key", "store"] {
        return Err(tampered(view, "its identity holds more than it should"));
    }
    Ok(())
}

fn parts(connection: &Connection) -> rusqlite::Result<Vec<(String, String, Option<String>)>> {
    connection
        .prepare("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .collect()
}

/// Every version names the one before, and the store's key signed it.
fn recipients(view: &View<'_>) -> Result<()> {
    let mut before: Option<RecipientSet> = None;
    view.each(
        "SELECT version, document, signature FROM recipients ORDER BY version",
        [],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        |(version, document, signature): (i64, String, Vec<u8>)| {
            let set = RecipientSet::read(&document, &signature, view.store_key())
                .filter(|set| {
                    let (number, previous) = before
                        .as_ref()
                        .map_or((1, [0; 32]), |before| (before.version + 1, before.digest()));
                    set.version == version && version == number && set.previous == previous
                })
                .ok_or_else(|| {
                    tampered(
                        view,
                        format!("version {version} of its recipients does not hold"),
                    )
                })?;
            before = Some(set);
            Ok(())
        },
    )
}

/// Every entry names the one before, and the rows that it wrote.
fn journal(view: &View<'_>) -> Result<()> {
    let mut written = changes(view)?.into_iter();
    let (mut sequence, mut previous) = (0, [0; 32]);
    view.each_entry(0, &mut |entry| {
        let wrong = |what: &str| {
            tampered(
                view,
                format!("entry {} of its journal {what}", entry.sequence),
            )
        };
        if entry.sequence != sequence + 1 || entry.previous != previous {
            return Err(wrong("does not follow the one before"));
        }
        if written.next() != Some((entry.sequence, entry.changes)) {
            return Err(wrong("is not about the rows that it names"));
        }
        let digest = entry.digest();
        if view.digest_at(entry.sequence)? != Some(digest) {
            return Err(wrong("was altered"));
        }
        (sequence, previous) = (entry.sequence, digest);
        Ok(())
    })?;
    match written.next() {
        None => Ok(()),
        Some(_) => Err(tampered(
            view,
            "its journal names rows of entries that it does not have",
        )),
    }
}

/// The digest of what each entry wrote, in the order in which it was written.
fn changes(view: &View<'_>) -> Result<Vec<(i64, Digest)>> {
    let mut found: Vec<(i64, Digest)> = Vec::new();
    let mut open: Option<(i64, i64, Digester)> = None;
    view.each(
        "SELECT place, sequence, position, digest FROM changes ORDER BY rowid",
        [],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)),
        |(place, sequence, position, digest): (String, i64, i64, Option<Digest>)| {
            let (expected, digester) = match open.take() {
                Some((at, expected, digester)) if at == sequence => (expected, digester),
                before => {
                    found.extend(before.map(|(at, _, digester)| (at, digester.finish())));
                    (0, Digester::of("changes"))
                }
            };
            if position != expected {
                return Err(tampered(
                    view,
                    format!("entry {sequence} of its journal lacks a row"),
                ));
            }
            let digester = digester
                .text(&place)
                .optional(digest.as_ref().map(<[u8; 32]>::as_slice));
            open = Some((sequence, position + 1, digester));
            Ok(())
        },
    )?;
    found.extend(open.map(|(at, _, digester)| (at, digester.finish())));
    Ok(found)
}

/// Every row is as the journal last wrote it, and no row is missing.
fn rows(view: &View<'_>) -> Result<()> {
    let mut count = 0;
    let mut same = |place: String, digest: Digest| -> Result<()> {
        count += 1;
        let last: Option<Option<Digest>> = view.maybe(
            "SELECT digest FROM changes WHERE place = ?1 ORDER BY rowid DESC LIMIT 1",
            [&place],
            |row| row.get(0),
        )?;
        if last.flatten() == Some(digest) {
            Ok(())
        } else {
            Err(tampered(
                view,
                format!("{place} is not as the journal says"),
            ))
        }
    };
    for kind in EntityKind::ALL {
        view.each_entity(kind, &mut |row| same(row.place(), row.digest()))?;
    }
    view.each_key(&mut |row| same(row.place(), row.digest()))?;
    view.each_issued(&mut |row| same(row.place(), row.digest()))?;
    for row in view.identities()? {
        same(row.place(), row.digest())?;
    }
    view.each(
        "SELECT version, document, signature FROM recipients",
        [],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        |(version, document, signature): (i64, String, Vec<u8>)| {
            same(
                recipients_place(version),
                recipients_digest(&document, &signature),
            )
        },
    )?;
    let folded: i64 = view.one(
        "SELECT count(*) FROM (SELECT digest, max(rowid) FROM changes GROUP BY place) WHERE digest IS NOT NULL",
        [],
        |row| row.get(0),
    )?;
    if folded != count {
        return Err(tampered(
            view,
            "rows are missing that the journal says are there",
        ));
    }
    Ok(())
}

/// Every token is of the one it stands with, and signed by the one above. What else is wrong with it is shown.
fn tokens(view: &View<'_>, as_of: AsOf, show: &mut dyn FnMut(&Entity, &Distrust)) -> Result<()> {
    let mut operators: HashMap<PublicKey, Trusted<Operator>> = HashMap::new();
    let mut above: Option<(PublicKey, Option<Above>)> = None;
    for kind in EntityKind::ALL {
        let mut batch: Vec<Entity> = Vec::new();
        let mut look = |batch: &mut Vec<Entity>| -> Result<()> {
            let texts: Vec<&str> = batch.iter().map(|entity| &*entity.token).collect();
            for (entity, token) in batch.iter().zip(decode_all(&texts)) {
                let foreign = || {
                    tampered(
                        view,
                        format!(
                            "the token of {} {:?} is not its own",
                            entity.kind,
                            entity.name.as_str()
                        ),
                    )
                };
                let token = token.map_err(|_| foreign())?;
                if !belongs(entity, &token) {
                    return Err(foreign());
                }
                let outcome = match token {
                    Token::Operator(token) => {
                        let pinned = entity.key.typed().map_err(|_| foreign())?;
                        chain::operator(token, &pinned, as_of)
                            .map(|trusted| drop(operators.insert(entity.key, trusted)))
                    }
                    Token::Account(token) => match parent(entity, &operators) {
                        Some(operator) => chain::account(token, operator, as_of).map(drop),
                        None => continue,
                    },
                    Token::User(token) => {
                        let Some(key) = entity.parent else {
                            return Err(foreign());
                        };
                        if above.as_ref().is_none_or(|(known, _)| *known != key) {
                            above = Some((key, account_of(view, &key, &operators)?));
                        }
                        let Some((_, Some((account, operator)))) = &above else {
                            continue;
                        };
                        let Some(operator) = operators.get(operator) else {
                            continue;
                        };
                        chain::user(token, account, operator, as_of).map(drop)
                    }
                    _ => return Err(foreign()),
                };
                match outcome {
                    Err(
                        Distrust::Issuer { .. }
                        | Distrust::OtherOperator { .. }
                        | Distrust::OtherAccount { .. }
                        | Distrust::Subject(_),
                    ) => return Err(foreign()),
                    Err(distrust) => show(entity, &distrust),
                    Ok(()) => {}
                }
            }
            batch.clear();
            Ok(())
        };
        view.each_entity(kind, &mut |entity| {
            batch.push(entity);
            if batch.len() == 1024 {
                look(&mut batch)?;
            }
            Ok(())
        })?;
        look(&mut batch)?;
    }
    Ok(())
}

fn belongs(entity: &Entity, token: &Token) -> bool {
    let kind = match token {
        Token::Operator(_) => EntityKind::Operator,
        Token::Account(_) => EntityKind::Account,
        Token::User(_) => EntityKind::User,
        _ => return false,
    };
    let (subject, name, issued_at) = crate::with_token!(token, |unverified| {
        let claims = unverified.claims();
        (
            claims.subject.clone(),
            claims.name.clone(),
            claims.issued_at,
        )
    });
    kind == entity.kind
        && subject == entity.key.to_string()
        && name == entity.name.as_str()
        && issued_at <= entity.issued_at
}

fn parent<'a>(
    entity: &Entity,
    operators: &'a HashMap<PublicKey, Trusted<Operator>>,
) -> Option<&'a Trusted<Operator>> {
    entity.parent.and_then(|key| operators.get(&key))
}

/// An account, and the operator that it is under.
type Above = (Trusted<Account>, PublicKey);

fn account_of(
    view: &View<'_>,
    key: &PublicKey,
    operators: &HashMap<PublicKey, Trusted<Operator>>,
) -> Result<Option<Above>> {
    let Some(entity) = view.entity(key)? else {
        return Ok(None);
    };
    let (Some(Ok(Token::Account(token))), Some(operator)) =
        (decode_all(&[&entity.token]).pop(), entity.parent)
    else {
        return Ok(None);
    };
    Ok(operators.get(&operator).and_then(|trusted| {
        let account = chain::account(token, trusted, AsOf::AnyTime).ok()?;
        Some((account, operator))
    }))
}

fn tampered(view: &View<'_>, what: impl Into<String>) -> StoreError {
    StoreError::tampered(view.path(), what)
}
