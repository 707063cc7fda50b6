//! Stores that somebody changed who may not: refused, or as good as before. Nothing is silently accepted.

#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test fails by panicking; the report counts what was tried"
)]

use crate::common;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use nkeep::store::age::Identity;
use nkeep::store::document::{Document, KeyState, Standing};
use nkeep::store::journal::Entry;
use nkeep::store::pin::Pins;
use nkeep::store::recipients::RecipientSet;
use nkeep::store::record::{Entity, EntityKind, KeyRecord, StoredIdentity};
use nkeep::store::sealed::unseal;
use nkeep::store::sqlite::{Rollback, SqliteStore};
use nkeep::store::{Note, Store as _, StoreError};
use rusqlite::Connection;

/// All that a store says.
#[derive(Debug, PartialEq)]
pub struct Contents {
    entities: Vec<Entity>,
    keys: Vec<KeyRecord>,
    identities: Vec<StoredIdentity>,
    recipients: RecipientSet,
    documents: Vec<Document>,
    states: Vec<Standing>,
    journal: Vec<Entry>,
}

pub fn contents(store: &mut SqliteStore) -> Result<Contents, StoreError> {
    store.read(|records| {
        let mut entities = Vec::new();
        let mut parents = vec![None];
        for kind in EntityKind::ALL {
            let mut next = Vec::new();
            for parent in &parents {
                for listed in records.listed(kind, parent.as_ref())? {
                    let entity = records
                        .named(kind, parent.as_ref(), &listed.name.parse().unwrap())?
                        .unwrap();
                    next.push(Some(entity.key));
                    entities.push(entity);
                }
            }
            parents = next;
        }
        let (mut keys, mut journal) = (Vec::new(), Vec::new());
        records.each_key(&mut |key| {
            keys.push(key);
            Ok(())
        })?;
        records.each_entry(0, &mut |entry| {
            journal.push(entry);
            Ok(())
        })?;
        Ok(Contents {
            entities,
            keys,
            identities: records.identities()?,
            recipients: records.recipients().clone(),
            documents: records.documents("")?,
            states: records.key_states()?,
            journal,
        })
    })
}

pub struct Estate {
    pub home: tempfile::TempDir,
    pub path: PathBuf,
    pub pins: Pins,
}

pub fn estate() -> Estate {
    let home = common::estate();
    common::at_home(home.path(), &["add", "user", "clerk"]);
    let path = home.path().join(".local/share/nkeep/default.nkeep");
    let pins = Pins::new(home.path().join(".local/state/nkeep/pins"));
    Estate { home, path, pins }
}

impl Estate {
    pub fn open(&self, path: &Path) -> Result<SqliteStore, StoreError> {
        SqliteStore::open(path, &self.pins, Rollback::Refuse)
    }

    /// Begins a rotation, so that every table has something in it.
    pub fn rotate(&self) {
        let document = Document {
            name: "rotation k3fq7a".to_owned(),
            text: "{}".to_owned(),
            updated: 1_795_200_000,
        };
        let note = Note::new("somebody", "rotate", "rotated", 1_795_200_000);
        let mut store = self.open(&self.path).unwrap();
        store
            .transact(note, &vec![self.identity()], |changes| {
                let journal = changes.recipients().journal;
                changes.put_document(&document)?;
                changes.put_key_state(&journal, KeyState::Retiring)
            })
            .unwrap_or_else(|error: StoreError| panic!("{error}"));
    }

    pub fn identity(&self) -> Identity {
        let text = std::fs::read_to_string(self.home.path().join("identity.txt")).unwrap();
        text.lines().last().unwrap().parse().unwrap()
    }
}

/// Writes a private file.
pub fn put(path: &Path, bytes: &[u8]) {
    use std::io::Write as _;
    use std::os::unix::fs::OpenOptionsExt as _;
    let mut file = std::fs::File::options()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(path)
        .unwrap();
    file.write_all(bytes).unwrap();
}

#[test]
#[ignore = "takes half a minute; ./test runs it"]
fn every_byte_counts_or_does_not_matter() {
    let estate = estate();
    estate.rotate();
    let bytes = std::fs::read(&estate.path).unwrap();
    let original = contents(&mut estate.open(&estate.path).unwrap()).unwrap();
    // All of them take minutes; a part of them, another bit each time, is what `./test` looks at.
    let stride = if std::env::var_os("NKEEP_EVERY_BYTE").is_some() {
        1
    } else {
        64
    };
    let (next, refused) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let workers = std::thread::available_parallelism().map_or(2, usize::from);
    std::thread::scope(|scope| {
        for worker in 0..workers {
            let (estate, bytes, original) = (&estate, &bytes, &original);
            let (next, refused) = (&next, &refused);
            scope.spawn(move || {
                let path = estate.home.path().join(format!("altered-{worker}"));
                loop {
                    let at = next.fetch_add(stride, Ordering::Relaxed);
                    if at >= bytes.len() {
                        break;
                    }
                    let mut altered = bytes.clone();
                    altered[at] ^= 1 << (at / stride % 8);
                    put(&path, &altered);
                    // Met for the first time: not even what was seen before is needed to tell.
                    let opened = SqliteStore::open(&path, &Pins::none(), Rollback::Refuse);
                    match opened.and_then(|mut store| contents(&mut store)) {
                        Err(_) => {
                            refused.fetch_add(1, Ordering::Relaxed);
                        }
                        Ok(read) => assert!(read == *original, "byte {at} changed what is read"),
                    }
                }
            });
        }
    });
    let refused = refused.into_inner();
    let tried = bytes.len().div_ceil(stride);
    println!("{tried} bytes flipped: {refused} refused, the others changed nothing");
    assert!(refused > tried / 8, "{refused}");
}

/// Runs SQL on a copy of the store, as somebody with the file and the `sqlite3` shell would, and opens what comes of it.
fn altered(estate: &Estate, sql: &str) -> Result<SqliteStore, StoreError> {
    let path = estate.home.path().join("altered.nkeep");
    put(&path, &std::fs::read(&estate.path).unwrap());
    let connection = Connection::open(&path).unwrap();
    connection
        .execute_batch("PRAGMA foreign_keys = OFF")
        .unwrap();
    connection
        .execute_batch(sql)
        .unwrap_or_else(|error| panic!("{sql}: {error}"));
    drop(connection);
    estate.open(&path)
}

#[test]
fn what_a_shell_can_do_is_found() {
    let estate = estate();
    let mallory = Identity::generate().unwrap().recipient().unwrap();
    let cases = [
        "UPDATE keys SET sealed = (SELECT sealed FROM keys k WHERE k.class = 'user') WHERE class = 'root'",
        "UPDATE entities SET name = 'x', folded = 'x' WHERE name = 'clerk'",
        "UPDATE entities SET folded = 'x' WHERE name = 'clerk'",
        "UPDATE entities SET token = (SELECT token FROM entities e WHERE e.name = 'sys') WHERE name = 'clerk'",
        "UPDATE entities SET issued_at = 0",
        "UPDATE entities SET expires = 5 WHERE name = 'clerk'",
        "UPDATE entities SET parent = (SELECT public_key FROM entities WHERE name = 'SYS') WHERE name = 'clerk'",
        "DELETE FROM entities WHERE name = 'clerk'",
        "DELETE FROM keys WHERE class = 'user'",
        "UPDATE keys SET class = 'user' WHERE class = 'root'",
        "UPDATE keys SET origin = 'elsewhere', sealed = NULL WHERE class = 'root'",
        "DELETE FROM issued",
        "INSERT INTO issued SELECT 'X', kind, subject, account, issuer, issued_at, expires FROM issued LIMIT 1",
        "UPDATE journal SET summary = 'nothing happened' WHERE sequence = 2",
        "DELETE FROM journal WHERE sequence = 2",
        "DELETE FROM journal WHERE sequence = 2; DELETE FROM changes WHERE sequence = 2",
        "DELETE FROM changes WHERE position = 0",
        "UPDATE changes SET digest = zeroblob(32)",
        "DELETE FROM journal; DELETE FROM changes",
        "UPDATE recipients SET version = 2",
        "DELETE FROM recipients",
        "UPDATE recipients SET document = replace(document, 'first', 'other')",
        "UPDATE meta SET value = 'NAOUXHEQEDZ6OLYY2F7UUXRQFTCPG52ZASWQ5WAFE3KUDWKHVQRSAQ5C' WHERE name = 'key'",
        "UPDATE meta SET value = '00000000000000000000000000000000' WHERE name = 'store'",
        "INSERT INTO meta VALUES ('more', 'x')",
        "CREATE TRIGGER t AFTER UPDATE ON entities BEGIN DELETE FROM journal; END",
        "CREATE VIEW v AS SELECT * FROM keys",
        "CREATE TABLE more (x)",
        "DROP INDEX entities_listed",
        "INSERT INTO identities VALUES ('age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg', 'x', x'00', 0)",
    ];
    for sql in cases {
        match altered(&estate, sql) {
            Err(StoreError::Tampered { .. } | StoreError::RolledBack { .. }) => {}
            Err(other) => panic!("{sql}: {other}"),
            Ok(_) => panic!("{sql}: accepted"),
        }
    }
    // A recipient that is well written, under a signature of somebody else's.
    let sql = format!(
        "UPDATE recipients SET document = document || 'root {mallory} mallory' || char(10)"
    );
    assert!(matches!(
        altered(&estate, &sql),
        Err(StoreError::Tampered { .. })
    ));
    println!("{} changes by SQL: all refused", cases.len() + 1);
}

/// Somebody who knows the format writes a journal that fits. The pin knows another.
#[test]
fn a_history_written_anew_is_found() {
    let estate = estate();
    let other = common::estate();
    common::at_home(other.path(), &["add", "user", "clerk"]);
    let theirs = std::fs::read(other.path().join(".local/share/nkeep/default.nkeep")).unwrap();
    let path = estate.home.path().join("theirs.nkeep");
    put(&path, &theirs);
    // Another store altogether is met for the first time; under our identity it is another store's.
    assert!(estate.open(&path).is_ok());
    let id = estate
        .open(&estate.path)
        .unwrap()
        .read(|records| Ok::<_, StoreError>(records.store_id().to_owned()))
        .unwrap();
    let connection = Connection::open(&path).unwrap();
    connection
        .execute("UPDATE meta SET value = ?1 WHERE name = 'store'", [&id])
        .unwrap();
    drop(connection);
    assert!(matches!(
        estate.open(&path),
        Err(StoreError::Tampered { .. })
    ));
}

#[test]
fn an_older_copy_is_found() {
    let estate = estate();
    let older = std::fs::read(&estate.path).unwrap();
    common::at_home(estate.home.path(), &["add", "user", "second"]);
    put(&estate.path, &older);
    let refused = estate.open(&estate.path).map(drop);
    assert!(
        matches!(refused, Err(StoreError::RolledBack { .. })),
        "{refused:?}"
    );
}

/// Every sealed key in every other key's place: the public key is made from the seed again.
#[test]
fn a_sealed_key_opens_in_its_own_place_only() {
    let estate = estate();
    let identity = estate.identity();
    let all = contents(&mut estate.open(&estate.path).unwrap()).unwrap();
    let store = all.recipients.store.clone();
    let mut count = 0;
    for (at, record) in all.keys.iter().enumerate() {
        assert!(unseal(record, std::slice::from_ref(&identity), &store).is_ok());
        for (from, other) in all.keys.iter().enumerate() {
            let swapped = KeyRecord {
                sealed: other.sealed.clone(),
                ..record.clone()
            };
            let opened = unseal(&swapped, std::slice::from_ref(&identity), &store);
            assert_eq!(opened.is_ok(), at == from);
            count += usize::from(at != from);
        }
        assert!(unseal(record, std::slice::from_ref(&identity), "another store").is_err());
    }
    println!("{count} sealed keys in another's place: none opened");
}
