//! Long work says how far it is, to a person who waits for it and to nobody else.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;

use common::{at_home, nkeep_at};
use expectrl::{Eof, Expect as _, Session};
use nkeep::store::age::Identity;
use nkeep::store::pin::Pins;
use nkeep::store::record::EntityKind;
use nkeep::store::sqlite::{Rollback, Scope, SqliteStore};
use nkeep::store::{Note, Store as _, StoreError};

const LONG: [&[&str]; 4] = [
    &["validate"],
    &["describe", "operator", "--tree"],
    &["generate", "diagram", "component"],
    &["generate", "diagram", "object", "--users"],
];

/// What is seen at a terminal, where whoever waits has no patience at all, or as much as people have.
fn seen(home: &Path, args: &[&str], patience: Option<&str>) -> String {
    let mut command = nkeep_at(home);
    command.args(args);
    if let Some(patience) = patience {
        command.env("NKEEP_TEST_PATIENCE", patience);
    }
    let mut session = Session::spawn(command).unwrap();
    let output = session.expect(Eof).unwrap();
    String::from_utf8(output.as_bytes().to_vec()).unwrap()
}

#[test]
fn what_takes_long_shows_how_far_it_is() {
    let home = common::estate();
    let home = home.path();
    let mut shown = 0;
    for args in LONG {
        for _ in 0..20 {
            let text = seen(home, args, Some("0"));
            if text.contains(" of 5") {
                // And it is gone when all is done.
                let (_, after) = text.rsplit_once(" of 5").unwrap();
                assert!(after.starts_with("\r\u{1b}[K"), "{args:?}: {text:?}");
                shown += 1;
                break;
            }
        }
    }
    assert_eq!(shown, LONG.len());
}

#[test]
fn what_is_quick_and_what_nobody_looks_at_shows_none() {
    let home = common::estate();
    let home = home.path();
    for args in LONG {
        let patient = seen(home, args, None);
        assert!(!patient.contains(" of 5"), "{patient:?}");
        let quiet = seen(home, &[args, &["--quiet"]].concat(), Some("0"));
        assert!(!quiet.contains(" of 5"), "{quiet:?}");
        let mut piped = nkeep_at(home);
        let piped = piped.args(args).env("NKEEP_TEST_PATIENCE", "0");
        let output = piped.output().unwrap();
        assert!(output.stderr.is_empty(), "{output:?}");
    }
}

/// Long work of which each round needs a home of its own.
fn fresh(work: &str) -> tempfile::TempDir {
    let folder = match work {
        "import" => common::scratch(),
        _ => common::estate(),
    };
    if work == "import" {
        at_home(
            folder.path(),
            &["store", "init", "--new-identity", "identity.txt"],
        );
    }
    folder
}

#[test]
fn work_that_writes_shows_how_far_it_is() {
    let source = common::estate();
    at_home(source.path(), &["export", "nsc", "--reveal", "nsc-store"]);
    let folder = source.path().join("nsc-store");
    let folder = folder.to_str().unwrap();
    let work: [(&str, &[&str], &[&str]); 4] = [
        ("check", &["store", "check"], &["] checked "]),
        (
            "reissue",
            &["reissue", "operator", "--force"],
            &["] signed "],
        ),
        (
            "export",
            &["export", "nsc", "new", "--reveal"],
            &["] read ", "] written "],
        ),
        ("import", &["import", "nsc", folder], &["] taken "]),
    ];
    for (which, args, bars) in work {
        for bar in bars {
            let shown = (0..100).any(|_| {
                let text = seen(fresh(which).path(), args, Some("0"));
                let drawn = text.rsplit_once(bar);
                // And it is gone when all is done.
                drawn.is_some_and(|(_, after)| after.contains("\r\u{1b}[K"))
            });
            assert!(shown, "{args:?}: {bar}");
            let quiet = seen(
                fresh(which).path(),
                &[args, &["--quiet"][..]].concat(),
                Some("0"),
            );
            assert!(!quiet.contains(bar), "{quiet:?}");
        }
    }
}

#[test]
fn what_is_shown_and_what_is_written_is_counted() {
    let home = common::estate();
    let path = home.path().join(".local/share/nkeep/default.nkeep");
    let pins = Pins::new(home.path().join("pins"));
    let mut store = SqliteStore::open(&path, &pins, Rollback::Refuse).unwrap();
    let counted = store.seen();
    let took = |before: u64| counted.load(std::sync::atomic::Ordering::Relaxed) - before;
    let scope = Scope {
        identities: &[],
        now: 1_795_200_000,
    };
    store.check(&scope, &mut |_| {}).unwrap();
    let rows = store.read(|records| {
        let mut rows = records.listed_keys()?.iter().len() as u64;
        for kind in EntityKind::ALL {
            rows += records.count(kind)?.unsigned_abs();
        }
        Ok::<_, StoreError>(rows)
    });
    let checked = took(0);
    assert_eq!(checked, 2 * rows.unwrap());

    let text = std::fs::read_to_string(home.path().join("identity.txt")).unwrap();
    let line = text.lines().find(|line| line.starts_with("AGE-")).unwrap();
    let keyring: Vec<Identity> = vec![line.parse().unwrap()];
    let note = Note::new("test".to_owned(), "test", "wrote".to_owned(), 1_795_200_001);
    let written = store.transact(note, &keyring, |changes| {
        let listed = changes.listed(EntityKind::Operator, None)?;
        let operator = changes.entity(&listed[0].key.parse()?)?.unwrap();
        changes.put_entity(&operator)?;
        Ok::<_, StoreError>(())
    });
    written.unwrap();
    assert_eq!(took(checked), 1);
}
