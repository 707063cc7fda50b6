//! Who opens the store is replaced in steps: both open it in between, the new one is shown to, and nobody is let go before.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;

use common::refusal::{
    NEWCOMER, json, opened, refused, refused_by, run, said, store_of, with_identity,
};
use nkeep::rotation::engine::{self, Begin, Done, Hand};
use nkeep::rotation::gate::missing;
use nkeep::rotation::opening::Newcomer;
use nkeep::rotation::phase::Asked;
use nkeep::rotation::{self, Kind, Outcome, Rotation, RotationError, Terms};
use nkeep::store::age::Identity;
use nkeep::store::class::Class;
use nkeep::store::sealed::unseal;
use nkeep::store::{Changes, Made, Note, Store as _, StoreError};

/// The clock of the commands.
const NOW: i64 = 1_795_200_000;
const PHASES: [&str; 4] = ["stage", "activate", "retire", "destroy"];

/// A store, its identity, and one that is to take its place.
struct Estate {
    folder: tempfile::TempDir,
    old: Identity,
    new: Identity,
}

impl Estate {
    fn new() -> Self {
        let folder = common::estate();
        let text = std::fs::read_to_string(folder.path().join("identity.txt")).unwrap();
        Self {
            old: text.lines().last().unwrap().parse().unwrap(),
            new: Identity::generate().unwrap(),
            folder,
        }
    }

    fn home(&self) -> &Path {
        self.folder.path()
    }

    fn change<T>(
        &self,
        made: Made,
        identities: &[&Identity],
        change: impl FnOnce(&mut dyn Changes, &Vec<Identity>) -> Result<T, RotationError>,
    ) -> Result<T, RotationError> {
        let keyring: Vec<Identity> = identities.iter().map(|one| (*one).clone()).collect();
        let note = Note {
            made,
            ..Note::new("somebody", "rotate", "", NOW)
        };
        opened(self.home()).transact(note, &keyring, |changes| change(changes, &keyring))
    }

    fn begin(&self) -> Begin {
        Begin {
            kind: Kind::StoreRecipient,
            asked: Asked {
                newcomer: Some(Box::new(Newcomer {
                    recipient: self.new.recipient().unwrap(),
                    label: None,
                    stored: None,
                })),
                ..Asked::default()
            },
            source: None,
            terms: Terms {
                servers: Default::default(),
                soak: 3600,
                evidence_age: 900,
            },
        }
    }

    fn start(&self) -> Result<Done, RotationError> {
        self.change(Made::default(), &[&self.old], |changes, keyring| {
            engine::start(changes, keyring, self.begin(), &Hand::default())
        })
    }

    fn next(&self, identities: &[&Identity]) -> Result<Done, RotationError> {
        self.insisting(identities, None)
    }

    fn insisting(
        &self,
        identities: &[&Identity],
        reason: Option<&str>,
    ) -> Result<Done, RotationError> {
        let hand = Hand {
            reason: reason.map(str::to_owned),
            ..Hand::default()
        };
        self.change(Made::default(), identities, |changes, keyring| {
            let rotation = rotation::found(changes, None)?;
            engine::next(changes, keyring, rotation, &hand)
        })
    }

    fn back(&self, identity: &Identity) -> Result<Done, RotationError> {
        self.change(Made::default(), &[identity], |changes, keyring| {
            let rotation = rotation::found(changes, None)?;
            engine::rollback(changes, keyring, rotation, &Hand::default())
        })
    }

    fn abort(&self, identity: &Identity) -> Result<Done, RotationError> {
        self.change(Made::default(), &[identity], |changes, keyring| {
            let rotation = rotation::found(changes, None)?;
            engine::abort(changes, keyring, rotation, &Hand::default())
        })
    }

    /// Goes as far as that phase.
    fn in_phase(phase: &str) -> Self {
        let estate = Self::new();
        estate.start().unwrap();
        for _ in PHASES.iter().take_while(|name| **name != phase) {
            estate.next(&[&estate.new]).unwrap();
        }
        assert_eq!(estate.rotation().phase, phase);
        estate
    }

    fn rotation(&self) -> Rotation {
        opened(self.home())
            .read(|records| rotation::found(records, None))
            .unwrap()
    }

    /// How many sealed keys there are, and how many of them an identity opens.
    fn opens(&self, identity: &Identity) -> (usize, usize) {
        let (mut all, mut mine) = (0, 0);
        opened(self.home())
            .read(|records| {
                records.each_key(&mut |record| {
                    all += usize::from(record.sealed.is_some());
                    let own = std::slice::from_ref(identity);
                    mine += usize::from(unseal(&record, own, records.store_id()).is_ok());
                    Ok(())
                })
            })
            .map_err(|error: StoreError| error.to_string())
            .unwrap();
        (all, mine)
    }

    fn opens_all(&self, identity: &Identity) -> bool {
        let (all, mine) = self.opens(identity);
        assert!(all > 5, "{all}");
        assert!(mine == all || mine == 0, "{mine} of {all}");
        mine == all
    }
}

/// The refusal, in words.
fn why(refused: Result<Done, RotationError>) -> String {
    match refused {
        Ok(done) => panic!("it was done: {:?}", done.told),
        Err(error) => error.to_string(),
    }
}

#[test]
fn both_open_everything_until_the_old_one_is_retired() {
    for (phase, old, new) in [
        ("stage", true, true),
        ("activate", true, true),
        ("retire", false, true),
        ("destroy", false, true),
    ] {
        let estate = Estate::in_phase(phase);
        assert_eq!(estate.opens_all(&estate.old), old, "{phase}");
        assert_eq!(estate.opens_all(&estate.new), new, "{phase}");
        let rotation = estate.rotation();
        assert_eq!(
            rotation.outcome,
            (phase == "destroy").then_some(Outcome::Done)
        );
        assert_eq!(rotation.old, estate.old.recipient().unwrap().to_string());
        assert_eq!(rotation.new, estate.new.recipient().unwrap().to_string());
    }
}

/// That somebody says so is not enough: it has to be opened.
#[test]
fn the_new_identity_has_to_be_at_hand_once() {
    let estate = Estate::in_phase("stage");
    let rotation = estate.rotation();
    let open = opened(estate.home())
        .read(|records| missing(records, &rotation, rotation.coming().unwrap().gates, NOW))
        .unwrap();
    let codes: Vec<&str> = open.iter().map(|one| one.code).collect();
    assert_eq!(codes, ["new-identity-opens"]);
    let stranger = Identity::generate().unwrap();
    for identities in [&[&estate.old][..], &[&estate.old, &stranger]] {
        match estate.next(identities) {
            Err(RotationError::Gate { missing, .. }) => assert_eq!(missing, open),
            other => panic!("{:?}", other.err()),
        }
    }
    assert_eq!(estate.rotation(), rotation);
    let id = rotation.id.clone();
    let says = [
        "rotate",
        "evidence",
        "import",
        "--rotation",
        &id,
        "--says",
        "new-identity-opens",
    ];
    let says = [&says[..], &["--words", "I have seen it open"]].concat();
    refused(estate.home(), &says, 1, "does not ask for");
    let done = estate.next(&[&estate.old, &estate.new]).unwrap();
    let stated = &done.rotation.steps.last().unwrap().stated;
    assert_eq!(stated.len(), 1);
    assert!(
        stated[0].words.contains("root, operator-signing"),
        "{stated:?}"
    );
    assert!(done.rotation.stated.is_empty());
}

/// Where a step was forced past the proof, the store would be lost with a recipient that nobody has.
#[test]
fn nobody_is_let_go_for_somebody_who_was_never_shown() {
    let estate = Estate::in_phase("stage");
    let forced = estate.insisting(&[&estate.old], Some("the other one is on a journey"));
    assert_eq!(forced.unwrap().rotation.phase, "activate");
    let refusal = why(estate.insisting(&[&estate.old], Some("we cannot wait")));
    assert!(refusal.contains("nobody has shown"), "{refusal}");
    assert!(estate.opens_all(&estate.old));
    // Whoever shows it now is as good.
    estate.next(&[&estate.new]).unwrap();
    assert!(!estate.opens_all(&estate.old) && estate.opens_all(&estate.new));
}

#[test]
fn where_another_opens_everything_too_the_new_one_need_not_be_shown() {
    let estate = Estate::new();
    let third = Identity::generate().unwrap();
    let recipient = third.recipient().unwrap().to_string();
    common::at_home(
        estate.home(),
        &["store", "recipients", "add", &recipient, "--label", "third"],
    );
    let several = estate.start();
    assert!(why(several).contains("several open the store"));
    let mut begin = estate.begin();
    begin.asked.key = Some("first".to_owned());
    estate
        .change(Made::default(), &[&estate.old], |changes, keyring| {
            engine::start(changes, keyring, begin, &Hand::default())
        })
        .unwrap();
    estate
        .insisting(&[&third], Some("it is on its way"))
        .unwrap();
    estate.next(&[&third]).unwrap();
    assert!(!estate.opens_all(&estate.old));
    assert!(estate.opens_all(&third) && estate.opens_all(&estate.new));
}

#[test]
fn a_new_one_that_opens_less_by_then_is_no_successor() {
    let estate = Estate::in_phase("activate");
    let new = estate.new.recipient().unwrap().to_string();
    let remove = ["store", "recipients", "remove", &new, "--class", "user"];
    common::at_home(estate.home(), &remove);
    match estate.next(&[&estate.old]) {
        Err(RotationError::Refused { reason, help }) => {
            assert!(reason.contains("opens user keys"), "{reason}");
            assert!(help.ends_with("--label first-2 --class user"), "{help}");
            let words: Vec<&str> = help.split(' ').skip(1).collect();
            common::at_home(estate.home(), &words);
        }
        other => panic!("{:?}", other.err()),
    }
    estate.next(&[&estate.old]).unwrap();
    assert!(estate.opens_all(&estate.new));
}

#[test]
fn each_step_can_be_taken_back_until_the_old_identity_is_wiped() {
    let estate = Estate::in_phase("retire");
    let done = estate.back(&estate.new).unwrap();
    assert_eq!(done.rotation.phase, "activate");
    assert!(estate.opens_all(&estate.old) && estate.opens_all(&estate.new));
    // It goes on from there, and that it opens was shown before.
    estate.next(&[&estate.old]).unwrap();
    assert!(!estate.opens_all(&estate.old));
    estate.next(&[&estate.new]).unwrap();
    let over = why(estate.back(&estate.new));
    assert!(over.contains("is done"), "{over}");
    for phase in ["stage", "activate"] {
        let estate = Estate::in_phase(phase);
        let first = why(estate.back(&estate.old));
        assert!(first.contains("has changed nothing"), "{first}");
        let done = estate.abort(&estate.old).unwrap();
        assert_eq!(done.rotation.outcome, Some(Outcome::Aborted));
        assert!(estate.opens_all(&estate.old) && !estate.opens_all(&estate.new));
        let listed = json(estate.home(), &["store", "recipients", "list"]);
        assert_eq!(
            listed["recipients"].as_array().unwrap().len(),
            Class::GRANTED.len()
        );
        // The same one may be tried again.
        estate.start().unwrap();
    }
    let estate = Estate::in_phase("retire");
    assert!(why(estate.abort(&estate.new)).contains("is past its first phase"));
}

#[test]
fn two_rotations_of_one_recipient_do_not_overlap() {
    let estate = Estate::in_phase("stage");
    for key in [&estate.old, &estate.new] {
        let mut begin = estate.begin();
        begin.asked.key = Some(key.recipient().unwrap().to_string());
        let again = estate.change(Made::default(), &[&estate.old], |changes, keyring| {
            engine::start(changes, keyring, begin, &Hand::default())
        });
        let again = why(again);
        assert!(again.contains("has not ended"), "{again}");
    }
}

#[test]
fn who_opens_keys_already_takes_nobodys_place() {
    let estate = Estate::new();
    let mut begin = estate.begin();
    begin.asked.newcomer.as_mut().unwrap().recipient = estate.old.recipient().unwrap();
    let known = estate.change(Made::default(), &[&estate.old], |changes, keyring| {
        engine::start(changes, keyring, begin, &Hand::default())
    });
    assert!(why(known).contains("opens keys of the store already"));
    let mut begin = estate.begin();
    begin.asked.newcomer.as_mut().unwrap().label = Some("FIRST".to_owned());
    let taken = estate.change(Made::default(), &[&estate.old], |changes, keyring| {
        engine::start(changes, keyring, begin, &Hand::default())
    });
    assert!(why(taken).contains("FIRST"));
    let listed = json(estate.home(), &["rotate", "list"]);
    assert_eq!(listed["rotations"].as_array().unwrap().len(), 0);
}

/// Each step is whole or not at all: of one that fails after all was done, nothing is left.
#[test]
fn a_step_that_fails_leaves_everything_as_it_was() {
    for phase in ["stage", "activate", "retire"] {
        let estate = Estate::in_phase(phase);
        let before = std::fs::read(store_of(estate.home())).unwrap();
        let failed = estate.change(Made::default(), &[&estate.new], |changes, keyring| {
            let rotation = rotation::found(changes, None)?;
            engine::next(changes, keyring, rotation, &Hand::default())?;
            Err::<(), _>(RotationError::refused("the disk is full", "nkeep version"))
        });
        assert!(failed.is_err());
        assert!(std::fs::read(store_of(estate.home())).unwrap() == before);
        assert_eq!(estate.rotation().phase, phase);
        estate.next(&[&estate.new]).unwrap();
    }
}

/// In other hands: at once, but not for somebody whom nobody knows.
#[test]
fn an_emergency_lets_nobody_in_whom_nobody_has_shown() {
    let emergency = |estate: &Estate, identities: &[&Identity]| {
        let begin = estate.begin();
        estate.change(Made::default(), identities, |changes, keyring| {
            let begun = engine::Emergency::New(Box::new(begin));
            engine::emergency(changes, keyring, begun, &Hand::default())
        })
    };
    let estate = Estate::new();
    let refusal = why(emergency(&estate, &[&estate.old]));
    assert!(refusal.contains("nobody has shown"), "{refusal}");
    assert!(estate.opens_all(&estate.old));
    let done = emergency(&estate, &[&estate.old, &estate.new]).unwrap();
    assert_eq!(done.rotation.phase, "retire");
    assert!(!estate.opens_all(&estate.old) && estate.opens_all(&estate.new));
    assert!(why(estate.back(&estate.new)).contains("in other hands"));
    estate.next(&[&estate.new]).unwrap();
}

/// Whoever is taken out at once may have copied the same: what begins the rotation of a key of each kind is said, and works.
#[test]
fn what_replaces_the_keys_of_who_is_taken_out_is_said() {
    let home = common::estate();
    let home = home.path();
    let (_other, recipient) = common::refusal::stranger();
    let add = ["store", "recipients", "add", &recipient, "--label", "ci"];
    let classes = ["--class", "user", "--class", "operator-signing"];
    common::at_home(home, &[&add[..], &classes].concat());
    let removed = run(home, &["store", "recipients", "remove", "ci"]);
    assert!(removed.status.success(), "{removed:?}");
    let said = said(&removed);
    let next: Vec<&str> = said
        .lines()
        .filter_map(|line| line.strip_prefix("nkeep: next: nkeep "))
        .collect();
    let kinds = [
        "rotate start operator-signing-key ",
        "rotate start user-key ",
        "rotate start system-user ",
    ];
    for kind in kinds {
        let begins = next.iter().find(|line| line.starts_with(kind));
        let begins = begins.unwrap_or_else(|| panic!("{kind}: {said}"));
        let begins = begins.split("  #").next().unwrap();
        common::line(home, begins);
    }
    assert_eq!(next.len(), kinds.len(), "{said}");
}

/// Whoever leaves may have copied what they opened: it is listed with what replaces it, until it was replaced.
#[test]
fn what_the_old_one_could_open_is_listed_until_it_is_replaced() {
    let home = common::estate();
    let home = home.path();
    let (other, recipient) = common::refusal::stranger();
    let theirs = other.path().join("identity.txt");
    let add = ["store", "recipients", "add", &recipient, "--label", "ci"];
    let classes = ["--class", "user", "--class", "operator-signing"];
    common::at_home(home, &[&add[..], &classes].concat());
    let start = ["rotate", "start", "store-recipient", "--key", "ci"];
    let id = common::at_home(
        home,
        &[&start[..], &["--new-identity", "ci-2.txt"]].concat(),
    );
    let id = id.trim();
    refused(
        home,
        &["rotate", "due", "--left", id],
        1,
        "nobody was let go",
    );
    // Whoever is shown need not open what the step after it needs.
    let step = with_identity(home, Some("ci-2.txt"), &["rotate", "next"])
        .output()
        .unwrap();
    assert!(step.status.success(), "{step:?}");
    let theirs = theirs.to_str().unwrap();
    let creds = ["generate", "creds", "-n", "ACME", "-o"];
    for (identity, file) in [(theirs, "a.creds"), ("ci-2.txt", "b.creds")] {
        let command = [&creds[..], &[file]].concat();
        let made = with_identity(home, Some(identity), &command)
            .output()
            .unwrap();
        assert!(made.status.success(), "{made:?}");
    }
    refused_by(
        &mut with_identity(home, Some("ci-2.txt"), &["rotate", "next"]),
        home,
        4,
        "no identity is at hand that opens root keys",
    );
    let retired = run(home, &["rotate", "next"]);
    assert!(
        said(&retired).contains("could open 1 operator-signing key, 2 user keys"),
        "{retired:?}"
    );
    assert!(said(&retired).contains(&format!("next: nkeep rotate due --left {id}")));
    let command = [&creds[..], &["c.creds"]].concat();
    refused_by(
        &mut with_identity(home, Some(theirs), &command),
        home,
        5,
        "not one that",
    );
    let left = || {
        let output = run(home, &["rotate", "due", "--left", id, "--json"]);
        let code = output.status.code().unwrap();
        let listed: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        let keys = listed["keys"].as_array().unwrap().clone();
        let classes: Vec<String> = keys.iter().map(|key| key["class"].to_string()).collect();
        (code, classes, keys)
    };
    let (code, classes, keys) = left();
    assert_eq!((code, classes.len()), (6, 3), "{classes:?}");
    let signing = keys
        .iter()
        .find(|key| key["class"] == "operator-signing")
        .unwrap();
    let begins = signing["command"].as_str().unwrap();
    let words: Vec<&str> = begins.split(' ').skip(1).collect();
    let replaced = common::at_home(home, &words);
    let forced = ["--force", "--reason", "there are no servers here"];
    for _ in 0..4 {
        common::at_home(
            home,
            &[&["rotate", "next", replaced.trim()][..], &forced].concat(),
        );
    }
    let mut later = common::nkeep_at(home);
    later.args(["rotate", "due", "--left", id, "--json"]);
    let output = later.output().unwrap();
    assert!(
        !String::from_utf8(output.stdout)
            .unwrap()
            .contains(signing["public_key"].as_str().unwrap())
    );
    common::at_home(home, &["rotate", "next", id]);
    common::at_home(home, &["store", "check"]);
}

#[test]
fn a_passphrase_is_replaced_with_both_opening_in_between() {
    let folder = common::scratch();
    let home = folder.path();
    for (name, text) in [
        ("one", "a first passphrase\n"),
        ("two", "a second passphrase\n"),
        ("both", "a first passphrase\na second passphrase\n"),
    ] {
        std::fs::write(home.join(name), text).unwrap();
    }
    let shell = |line: &str| {
        let binary = Path::new(env!("CARGO_BIN_EXE_nkeep")).parent().unwrap();
        std::process::Command::new("bash")
            .args(["-uc", line])
            .current_dir(home)
            .env_clear()
            .env("HOME", home)
            .env("PATH", format!("{}:/usr/bin:/bin", binary.display()))
            .env("NKEEP_TEST_CLOCK", NOW.to_string())
            .env("NKEEP_TEST_WORK_FACTOR", "2")
            .output()
            .unwrap()
    };
    let code = |line: &str| shell(line).status.code().unwrap();
    let open = |file: &str| {
        code(&format!(
            "nkeep --passphrase-fd 3 generate creds -a ACME -n ACME 3< {file}"
        ))
    };
    assert_eq!(code("nkeep init -n ACME --passphrase-fd 3 3< one"), 0);
    let start = "nkeep rotate start store-passphrase --passphrase-fd 3";
    let same = shell(&format!("{start} --new-passphrase-fd 4 3< one 4< one"));
    assert!(
        said(&same).contains("the new passphrase is the old one"),
        "{same:?}"
    );
    assert_eq!(code(&format!("{start} --new-passphrase-fd 3 3< both")), 0);
    assert_eq!((open("one"), open("two")), (0, 0));
    let next = |file: &str| code(&format!("nkeep rotate next --passphrase-fd 3 3< {file}"));
    assert_eq!((next("one"), next("two")), (6, 0));
    assert_eq!(next("one"), 0);
    assert_eq!((open("one"), open("two")), (5, 0));
    assert_eq!(next("two"), 0);
    assert_eq!(open("one"), 5);
    let identities = opened(home).read(|records| records.identities()).unwrap();
    assert_eq!(identities.len(), 1);
    assert_eq!(identities[0].label, "first-2");
}

#[test]
fn what_makes_no_sense_is_refused_with_what_does() {
    let home = common::estate();
    let home = home.path();
    let start = ["rotate", "start", "store-recipient"];
    let with = |more: &[&'static str]| [&start[..], more].concat();
    refused(home, &with(&[]), 2, "--recipient says who");
    refused(
        home,
        &with(&["--recipient", "age1nonsense"]),
        2,
        "no age recipient",
    );
    refused(
        home,
        &with(&["--generate-passphrase", "--recipient", NEWCOMER]),
        2,
        "is for store-passphrase",
    );
    refused(
        home,
        &with(&["--new-identity", "identity.txt"]),
        1,
        "it exists",
    );
    refused(
        home,
        &with(&["--key", "nobody", "--new-identity", "x.txt"]),
        1,
        "no recipient \"nobody\"",
    );
    refused(
        home,
        &with(&["--label", "first", "--new-identity", "x.txt"]),
        1,
        "\"first\"",
    );
    refused(
        home,
        &["rotate", "start", "store-passphrase"],
        1,
        "no passphrase opens this store",
    );
    refused(
        home,
        &["rotate", "start", "operator-signing-key", "--label", "x"],
        2,
        "--label is for store-recipient",
    );
    let mut locked = with_identity(home, None, &with(&["--new-identity", "x.txt"]));
    refused_by(&mut locked, home, 4, "the store is locked");
}
