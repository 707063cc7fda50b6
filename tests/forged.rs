//! Changes by somebody who can write the file and knows the format: every digest is right, and the journal is not signed.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::{Path, PathBuf};

use nkeep::nkey::{AnyKeyPair, Kind, Seed};
use nkeep::store::age::Identity;
use nkeep::store::age::plugin::Plugins;
use nkeep::store::class::Role;
use nkeep::store::digest::Digest;
use nkeep::store::journal::{ChangeList, Entry, signed_text};
use nkeep::store::pin::Pins;
use nkeep::store::record::{Entity, KeyRecord, Row as _};
use nkeep::store::sealed::{seal, unseal};
use nkeep::store::sqlite::{Rollback, SqliteStore};
use nkeep::store::{Store as _, StoreError};
use rusqlite::Connection;

struct Estate {
    home: tempfile::TempDir,
    path: PathBuf,
}

impl Estate {
    fn new() -> Self {
        let home = common::estate();
        common::at_home(home.path(), &["add", "user", "clerk"]);
        let path = home.path().join(".local/share/nkeep/default.nkeep");
        Self { home, path }
    }

    fn identity(&self) -> Identity {
        identity(&self.home.path().join("identity.txt"))
    }

    /// Met for the first time: what is remembered would not help.
    fn open(&self) -> Result<SqliteStore, StoreError> {
        SqliteStore::open(&self.path, &Pins::none(), Rollback::Refuse)
    }

    fn clerk(&self) -> Entity {
        self.open()
            .unwrap()
            .read(|records| {
                let operator = nkeep::trust::operator(records, None)?;
                let account = nkeep::trust::account(records, &operator, Some("ACME"))?;
                nkeep::trust::user(records, &account, Some("clerk"))
            })
            .unwrap()
    }

    fn journal_key(&self, identity: &Identity) -> AnyKeyPair {
        self.open()
            .unwrap()
            .read(|records| {
                let record = records.key(&records.recipients().journal)?.unwrap();
                let seed = unseal(&record, std::slice::from_ref(identity), records.store_id())?;
                Ok::<_, StoreError>(seed.signing_pair()?)
            })
            .unwrap()
    }

    /// Changes rows, and adds an entry about them that fits in everything.
    fn forge(&self, sql: &str, rows: &[(String, Option<Digest>)], signer: Option<&AnyKeyPair>) {
        let last = self
            .open()
            .unwrap()
            .read(|records| {
                let mut last = None;
                records.each_entry(records.head().sequence, &mut |entry| {
                    last = Some(entry);
                    Ok(())
                })?;
                Ok::<_, StoreError>(last.unwrap())
            })
            .unwrap();
        let mut changes = ChangeList::default();
        for (place, digest) in rows {
            changes.push(place.clone(), *digest);
        }
        let entry = Entry {
            sequence: last.sequence + 1,
            time: last.time,
            actor: last.actor.clone(),
            command: "add user".to_owned(),
            summary: "added user".to_owned(),
            signers: String::new(),
            changes: changes.digest(),
            previous: last.digest(),
            signature: None,
        };
        let digest = entry.digest();
        let signature = signer.map(|pair| pair.sign(&signed_text(&digest)).to_vec());
        let connection = Connection::open(&self.path).unwrap();
        connection.execute_batch(sql).unwrap();
        connection
            .execute(
                "INSERT INTO journal VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
                (
                    entry.sequence,
                    entry.time,
                    &entry.actor,
                    &entry.command,
                    &entry.summary,
                    &entry.signers,
                    entry.changes,
                    entry.previous,
                    digest,
                    signature,
                ),
            )
            .unwrap();
        for (position, (place, digest)) in rows.iter().enumerate() {
            connection
                .execute(
                    "INSERT INTO changes VALUES (?1, ?2, ?3, ?4)",
                    (
                        place,
                        entry.sequence,
                        i64::try_from(position).unwrap(),
                        digest,
                    ),
                )
                .unwrap();
        }
    }

    fn refused(&self) -> String {
        match self.open() {
            Err(StoreError::Tampered { what, .. }) => what,
            Err(other) => panic!("{other}"),
            Ok(_) => panic!("accepted"),
        }
    }
}

fn identity(path: &Path) -> Identity {
    let text = std::fs::read_to_string(path).unwrap();
    text.lines().last().unwrap().parse().unwrap()
}

/// The clerk, whose next token may be as old as one likes.
fn older(clerk: &Entity) -> (String, Vec<(String, Option<Digest>)>) {
    let mut older = clerk.clone();
    older.updated += 1;
    let sql = format!(
        "UPDATE entities SET updated = updated + 1 WHERE public_key = '{}'",
        clerk.key
    );
    (sql, vec![(older.place(), Some(older.digest()))])
}

#[test]
fn what_the_journals_key_signed_is_taken() {
    let estate = Estate::new();
    let (sql, rows) = older(&estate.clerk());
    let key = estate.journal_key(&estate.identity());
    estate.forge(&sql, &rows, Some(&key));
    assert!(estate.open().is_ok());
}

#[test]
fn a_change_that_nobody_signed_is_found() {
    let estate = Estate::new();
    let (sql, rows) = older(&estate.clerk());
    estate.forge(&sql, &rows, None);
    assert!(estate.refused().ends_with("is signed by nobody"));
}

#[test]
fn a_change_that_another_key_signed_is_found() {
    let estate = Estate::new();
    let (sql, rows) = older(&estate.clerk());
    let other = Seed::generate(Kind::Server)
        .unwrap()
        .signing_pair()
        .unwrap();
    estate.forge(&sql, &rows, Some(&other));
    let why = estate.refused();
    assert!(why.ends_with("is not signed by the journal's key"), "{why}");
}

#[test]
fn a_user_that_somebody_removed_is_missed() {
    let estate = Estate::new();
    let clerk = estate.clerk();
    let sql = format!(
        "PRAGMA foreign_keys = OFF; DELETE FROM entities WHERE public_key = '{}'",
        clerk.key
    );
    estate.forge(&sql, &[(clerk.place(), None)], None);
    assert!(estate.refused().ends_with("is signed by nobody"));
}

/// An operator signs itself: that it is in the store says that somebody put it there who may.
#[test]
fn an_operator_of_somebody_elses_is_found() {
    let estate = Estate::new();
    let theirs = Estate::new();
    common::at_home(theirs.home.path(), &["add", "operator", "MALLORY"]);
    let operator = theirs
        .open()
        .unwrap()
        .read(|records| nkeep::trust::operator(records, Some("MALLORY")))
        .unwrap();
    let sql = format!(
        "ATTACH '{}' AS theirs; \
         INSERT INTO main.entities SELECT * FROM theirs.entities WHERE name = 'MALLORY'",
        theirs.path.display()
    );
    estate.forge(&sql, &[(operator.place(), Some(operator.digest()))], None);
    assert!(estate.refused().ends_with("is signed by nobody"));
}

/// A key that is new can be put in by anybody, sealed to the recipients; one that is there cannot be replaced.
#[test]
fn keys_can_be_put_in_but_not_replaced() {
    let estate = Estate::new();
    let (seed, mut record, set) = estate
        .open()
        .unwrap()
        .read(|records| {
            let seed = Seed::generate(Kind::User)?;
            let record = KeyRecord::own(&seed, Role::Identity, 1);
            Ok::<_, StoreError>((seed, record, records.recipients().clone()))
        })
        .unwrap();
    seal(&mut record, &seed, &set, &Plugins::none()).unwrap();
    let put = |record: &KeyRecord| {
        format!(
            "INSERT OR REPLACE INTO keys VALUES \
             ('{}', NULL, 'identity', 'user', 'generated', x'{}', {}, {})",
            record.public,
            data_encoding::HEXLOWER.encode(record.sealed.as_deref().unwrap()),
            record.recipients,
            record.created
        )
    };
    let row = |record: &KeyRecord| [(record.place(), Some(record.digest()))];
    estate.forge(&put(&record), &row(&record), None);
    assert!(estate.open().is_ok());
    seal(&mut record, &seed, &set, &Plugins::none()).unwrap();
    estate.forge(&put(&record), &row(&record), None);
    assert!(estate.refused().ends_with("is signed by nobody"));
}

/// A key that nobody opens, put in by somebody without an identity, keeps nobody from leaving; nor is it anybody's.
#[test]
fn a_key_that_nobody_opens_is_in_nobodys_way() {
    let estate = Estate::new();
    let home = estate.home.path();
    let other = common::estate();
    let theirs = identity(&other.path().join("identity.txt"));
    let recipient = theirs.recipient().unwrap().to_string();
    let add = ["store", "recipients", "add", &recipient, "--label", "ci"];
    common::at_home(home, &add);
    let seed = Seed::generate(Kind::Operator).unwrap();
    let mut record = KeyRecord::own(&seed, Role::Identity, 1);
    record.sealed = Some(b"age-encryption.org/v1 garbage".to_vec());
    let put = |record: &KeyRecord| {
        let owner = record
            .owner
            .map_or("NULL".to_owned(), |key| format!("'{key}'"));
        format!(
            "INSERT INTO keys VALUES ('{}', {owner}, 'identity', 'root', 'generated', x'{}', 0, 1)",
            record.public,
            data_encoding::HEXLOWER.encode(record.sealed.as_deref().unwrap()),
        )
    };
    estate.forge(
        &put(&record),
        &[(record.place(), Some(record.digest()))],
        None,
    );
    let removed = common::at_home(home, &["store", "recipients", "remove", "ci", "--json"]);
    assert!(removed.contains(&record.public.to_string()), "{removed}");
    common::at_home(home, &["store", "check"]);
    let seed = Seed::generate(Kind::Operator).unwrap();
    let mut record = KeyRecord::own(&seed, Role::Identity, 1);
    record.sealed = Some(b"age-encryption.org/v1 garbage".to_vec());
    record.owner = Some(estate.clerk().key);
    estate.forge(
        &put(&record),
        &[(record.place(), Some(record.digest()))],
        None,
    );
    assert!(estate.refused().ends_with("is signed by nobody"));
}

/// Whoever opens anything signs for the journal: what they may not do shows all the same.
#[test]
fn seeds_that_are_gone_and_times_that_no_token_says_are_found() {
    let wiped = |estate: &Estate| {
        let mut record = estate
            .open()
            .unwrap()
            .read(|records| {
                let operator = nkeep::trust::operator(records, None)?;
                Ok::<_, nkeep::trust::TrustError>(records.key(&operator.key)?.unwrap())
            })
            .unwrap();
        record.sealed = None;
        let sql = format!(
            "UPDATE keys SET sealed = NULL WHERE public_key = '{}'",
            record.public
        );
        (sql, vec![(record.place(), Some(record.digest()))])
    };
    let retimed = |column: &str, change: fn(&mut Entity)| {
        let column = column.to_owned();
        move |estate: &Estate| {
            let mut clerk = estate.clerk();
            change(&mut clerk);
            let sql = format!(
                "UPDATE entities SET {column} = {} WHERE public_key = '{}'",
                if column == "expires" {
                    clerk.expires
                } else {
                    clerk.issued_at
                },
                clerk.key
            );
            (sql, vec![(clerk.place(), Some(clerk.digest()))])
        }
    };
    type Forgery<'a> = &'a dyn Fn(&Estate) -> (String, Vec<(String, Option<Digest>)>);
    let cases: [(Forgery<'_>, &str); 3] = [
        (&wiped, "is gone"),
        (
            &retimed("expires", |clerk| clerk.expires = 1),
            "is not its own",
        ),
        (
            &retimed("issued_at", |clerk| clerk.issued_at = i64::MAX),
            "is not its own",
        ),
    ];
    for (forgery, says) in cases {
        let estate = Estate::new();
        let (sql, rows) = forgery(&estate);
        let key = estate.journal_key(&estate.identity());
        estate.forge(&sql, &rows, Some(&key));
        let why = estate.refused();
        assert!(why.ends_with(says), "{why}");
    }
}

/// Whoever is removed may have kept the key of the journal: it signs nothing any more.
#[test]
fn who_was_removed_signs_nothing() {
    let estate = Estate::new();
    let home = estate.home.path();
    let other = common::estate();
    let theirs = identity(&other.path().join("identity.txt"));
    let recipient = theirs.recipient().unwrap().to_string();
    let add = ["store", "recipients", "add", &recipient, "--label", "ci"];
    common::at_home(home, &[&add[..], &["--class", "user"]].concat());
    let kept = estate.journal_key(&theirs);
    common::at_home(home, &["store", "recipients", "remove", "ci"]);
    let (sql, rows) = older(&estate.clerk());
    estate.forge(&sql, &rows, Some(&kept));
    let why = estate.refused();
    assert!(why.ends_with("is not signed by the journal's key"), "{why}");
}

/// Not even the store's own key begins its recipients anew, or leaves a version of them out.
#[test]
fn recipients_follow_each_other() {
    let estate = Estate::new();
    let identity = estate.identity();
    let (set, key) = estate
        .open()
        .unwrap()
        .read(|records| {
            let record = records.key(records.store_key())?.unwrap();
            let seed = unseal(&record, std::slice::from_ref(&identity), records.store_id())?;
            Ok::<_, StoreError>((records.recipients().clone(), seed.signing_pair()?))
        })
        .unwrap();
    let sound = set.next(set.members.clone(), set.journal);
    let next = sound.next(set.members.clone(), set.journal);
    let renumbered = |mut set: nkeep::store::recipients::RecipientSet, version| {
        set.version = version;
        set
    };
    let untouched = std::fs::read(&estate.path).unwrap();
    for (row, set) in [
        // Of another past.
        (2, renumbered(set.clone(), 2)),
        // With one left out.
        (3, next.clone()),
        (3, renumbered(sound.clone(), 3)),
        // Under another number than its own.
        (2, renumbered(sound.clone(), 3)),
        (3, sound.clone()),
    ] {
        std::fs::write(&estate.path, &untouched).unwrap();
        Connection::open(&estate.path)
            .unwrap()
            .execute(
                "INSERT INTO recipients VALUES (?1, ?2, ?3)",
                (row, set.document(), set.signed(&key)),
            )
            .unwrap();
        let why = estate.refused();
        let expected = format!("version {row} of its recipients does not hold");
        assert!(why.ends_with(&expected), "{why}");
    }
    // One that follows is in no entry of the journal.
    std::fs::write(&estate.path, &untouched).unwrap();
    Connection::open(&estate.path)
        .unwrap()
        .execute(
            "INSERT INTO recipients VALUES (2, ?1, ?2)",
            (sound.document(), sound.signed(&key)),
        )
        .unwrap();
    let why = estate.refused();
    assert!(!why.contains("does not hold"), "{why}");
}
