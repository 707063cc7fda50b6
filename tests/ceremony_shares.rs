//! A key in shares: any k of n bring it back, fewer are refused and named, and whatever was changed is found.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::{Path, PathBuf};
use std::process::Command;

use common::ceremonies::with_seed;
use common::refusal::{both, run};
use common::sealing::tool;
use common::{at_home, estate};
use nkeep::ceremony::CeremonyError;
use nkeep::ceremony::shares::file::SealedShare;
use nkeep::ceremony::shares::gathered::{Brought, Gathered, Measure};
use nkeep::ceremony::shares::page::Told;
use nkeep::ceremony::shares::set::{Signed, Terms};
use nkeep::ceremony::shares::{self, Made, subsets};
use nkeep::nkey::{Kind, Seed};
use nkeep::store::age::plugin::Plugins;
use nkeep::store::age::{Identity, Recipient, armor};

const NAMES: [&str; 6] = ["Ada", "Bob", "Cyd", "Dan", "Eve", "Fay"];

fn split(seed: &Seed, threshold: u8, count: u8) -> Made {
    let holders = NAMES[..usize::from(count)].iter();
    let terms = Terms {
        threshold,
        holders: holders.map(|name| (*name).to_owned()).collect(),
        replaces: None,
    };
    shares::split(seed, terms, 1_795_200_000).unwrap()
}

fn brought(made: &Made, number: u8) -> Brought {
    let (set, share) = (made.set.set(), &made.shares[usize::from(number) - 1]);
    Brought {
        from: format!("{number}.nshare"),
        told: Told::of(set, number, share).unwrap(),
        set: Some(set.clone()),
    }
}

#[test]
fn any_k_of_n_bring_it_back_and_k_minus_one_are_refused() {
    for count in 2..=6 {
        for threshold in 2..=count {
            let seed = Seed::generate(Kind::Operator).unwrap();
            let made = split(&seed, threshold, count);
            for subset in subsets(count, threshold) {
                let mut gathered = Gathered::new(Measure::default());
                for number in &subset {
                    // As the words of a page have it.
                    let page = brought(&made, *number).told.page(made.set.set()).unwrap();
                    let told = Told::read("page", &page).unwrap();
                    let brought = Brought {
                        told,
                        ..brought(&made, *number)
                    };
                    assert!(gathered.key().is_err());
                    gathered.take(brought).unwrap();
                }
                assert!(*gathered.key().unwrap().expose() == *seed.expose());
            }
            for subset in subsets(count, threshold - 1) {
                let mut gathered = Gathered::new(Measure::default());
                for number in &subset {
                    gathered.take(brought(&made, *number)).unwrap();
                }
                let error = gathered.key().err().unwrap();
                assert!(matches!(error, CeremonyError::Gate { .. }), "{error}");
                let absent = (1..=count).find(|number| !subset.contains(number)).unwrap();
                let holder = NAMES[usize::from(absent) - 1];
                assert!(
                    error.to_string().contains(&format!("{absent} ({holder})")),
                    "{error}"
                );
            }
        }
    }
}

/// A share whose words are whole, and which is none of the set.
#[test]
fn a_share_that_is_not_the_sets_own_is_named_with_just_enough_of_them() {
    let seed = Seed::generate(Kind::Operator).unwrap();
    let (made, again) = (split(&seed, 3, 5), split(&seed, 3, 5));
    let mut gathered = Gathered::new(Measure::default());
    gathered.take(brought(&made, 1)).unwrap();
    gathered.take(brought(&made, 2)).unwrap();
    let mut forged = brought(&made, 3);
    forged.told.share[7] ^= 1;
    let error = gathered.take(forged).unwrap_err();
    assert!(matches!(error, CeremonyError::Tampered { .. }));
    assert!(error.to_string().contains("\"3.nshare\""), "{error}");
    // Another set of the same key.
    let error = gathered.take(brought(&again, 3)).unwrap_err();
    assert!(matches!(error, CeremonyError::Tampered { .. }));
    assert!(error.to_string().contains("\"3.nshare\"") && error.to_string().contains("do not mix"));
    // And its words alone.
    let alone = Brought {
        set: None,
        ..brought(&again, 3)
    };
    assert!(gathered.take(alone).is_err());
    let error = gathered.take(brought(&made, 2)).unwrap_err();
    assert!(matches!(error, CeremonyError::Problem { .. }), "{error}");
    gathered.take(brought(&made, 3)).unwrap();
    assert!(*gathered.key().unwrap().expose() == *seed.expose());
}

/// Words without the set: whoever expects a key is told when they come to another one.
#[test]
fn words_alone_bring_back_the_key_that_is_expected_and_no_other() {
    let seed = Seed::generate(Kind::Operator).unwrap();
    let made = split(&seed, 2, 3);
    let gathered = |expected: Option<&Seed>, spoilt: bool| {
        let measure = Measure::expecting(expected.map(Seed::public));
        let mut gathered = Gathered::new(measure);
        for number in [1, 3] {
            let mut brought = brought(&made, number);
            brought.set = None;
            if spoilt && number == 3 {
                brought.told.share[31] ^= 0x80;
            }
            gathered.take(brought)?;
        }
        gathered.key()
    };
    assert!(gathered(Some(&seed), false).is_ok());
    assert!(gathered(None, false).is_err());
    let error = gathered(Some(&seed), true).err().unwrap();
    assert!(matches!(error, CeremonyError::Tampered { .. }), "{error}");
    let other = Seed::generate(Kind::Operator).unwrap();
    let error = gathered(Some(&other), false).err().unwrap();
    assert!(matches!(error, CeremonyError::Tampered { .. }), "{error}");
}

fn sealed(seed: &Seed, made: &Made, number: u8, recipient: &Recipient) -> SealedShare {
    let share = &made.shares[usize::from(number) - 1];
    let signer = seed.signing_pair().unwrap();
    let plugins = Plugins::none();
    SealedShare::seal(made.set.set(), number, share, recipient, &signer, &plugins).unwrap()
}

#[test]
fn every_byte_of_a_share_and_of_a_set_counts() {
    let seed = Seed::generate(Kind::Operator).unwrap();
    let made = split(&seed, 2, 3);
    let identity = Identity::generate().unwrap();
    let text = sealed(&seed, &made, 2, &identity.recipient().unwrap()).text();
    let whole = SealedShare::read("b.nshare", text.as_bytes()).unwrap();
    assert!(
        whole
            .open("b.nshare", std::slice::from_ref(&identity))
            .unwrap()
            .is_some()
    );
    type Read = fn(&[u8]) -> Result<(), CeremonyError>;
    let files: [(String, Read); 2] = [
        (text, |bytes| SealedShare::read("b.nshare", bytes).map(drop)),
        (made.set.text(), |bytes| {
            Signed::read("b.nshare", bytes).map(drop)
        }),
    ];
    for (text, read) in files {
        read(text.as_bytes()).unwrap();
        for at in 0..text.len() {
            for change in [1, 0x20, 0x80, 0x03] {
                let mut bytes = text.clone().into_bytes();
                bytes[at] ^= change;
                is_named(read(&bytes), at);
            }
            is_named(read(&text.as_bytes()[..at]), at);
        }
        is_named(read(format!("{text}\n").as_bytes()), text.len());
        is_named(read(format!("{text} ").as_bytes()), text.len());
    }
}

fn is_named(read: Result<(), CeremonyError>, at: usize) {
    let error = read.expect_err(&format!("byte {at}"));
    let is_kind = matches!(
        error,
        CeremonyError::Problem { .. } | CeremonyError::Tampered { .. }
    );
    assert!(
        is_kind && error.to_string().contains("b.nshare"),
        "byte {at}: {error}"
    );
}

/// Signed by another key, and sealed by another hand: all of it looks right but whose it is.
#[test]
fn a_share_of_another_key_is_found_by_whoever_knows_the_right_one() {
    let (seed, other) = (
        Seed::generate(Kind::Operator).unwrap(),
        Seed::generate(Kind::Operator).unwrap(),
    );
    let (made, theirs) = (split(&seed, 2, 3), split(&other, 2, 3));
    let mut gathered = Gathered::new(Measure::expecting(Some(seed.public())));
    let error = gathered.take(brought(&theirs, 1)).unwrap_err();
    assert!(matches!(error, CeremonyError::Tampered { .. }), "{error}");
    gathered.take(brought(&made, 1)).unwrap();
    let mut unknowing = Gathered::new(Measure::default());
    unknowing.take(brought(&made, 1)).unwrap();
    assert!(unknowing.take(brought(&theirs, 2)).is_err());
    // The right set, signed by a key that is not its own.
    let recipient = Identity::generate().unwrap().recipient().unwrap();
    let forged = sealed(&other, &made, 2, &recipient).text();
    let error = SealedShare::read("b.nshare", forged.as_bytes()).unwrap_err();
    assert!(matches!(error, CeremonyError::Tampered { .. }), "{error}");
}

/// A holder's file with the share of another sealed in it, under a cover of the key's own.
#[test]
fn what_is_sealed_is_what_the_cover_says() {
    let seed = Seed::generate(Kind::Operator).unwrap();
    let made = split(&seed, 2, 3);
    let identity = Identity::generate().unwrap();
    let recipient = identity.recipient().unwrap();
    let (one, two) = (
        sealed(&seed, &made, 1, &recipient).text(),
        sealed(&seed, &made, 2, &recipient).text(),
    );
    let at = |text: &str| text.find("-----BEGIN").unwrap();
    let mixed = format!("{}{}", &one[..at(&one)], &two[at(&two)..]);
    assert!(SealedShare::read("a.nshare", mixed.as_bytes()).is_err());
}

/// Words that are typed with one mistake are refused, and their row is named.
#[test]
fn a_wrong_word_is_named_by_its_row() {
    let seed = Seed::generate(Kind::Operator).unwrap();
    let made = split(&seed, 2, 3);
    let told = brought(&made, 1).told;
    let rows: Vec<String> = told.rows().iter().map(|row| row.to_string()).collect();
    let numbered = |rows: &[String]| {
        let lines = (1..)
            .zip(rows)
            .map(|(number, row)| format!("{number} {row}\n"));
        lines.collect::<String>()
    };
    assert!(Told::read("x", &numbered(&rows)).is_ok());
    assert!(Told::read("x", &rows.join(" ").to_uppercase()).is_ok());
    let mut unnoticed = 0;
    for at in 0..rows.len() {
        for word in 0..6 {
            let mut typed = rows.clone();
            let mut words: Vec<&str> = rows[at].split_whitespace().collect();
            words[word] = if word % 2 == 0 {
                "aardvark"
            } else {
                "adroitness"
            };
            let same = words.join(" ") == rows[at].split_whitespace().collect::<Vec<_>>().join(" ");
            typed[at] = words.join(" ");
            match Told::read("x", &numbered(&typed)) {
                Ok(_) => assert!(same),
                Err(error) if !error.to_string().contains(&format!("in row {}:", at + 1)) => {
                    unnoticed += 1
                }
                Err(_) => {}
            }
        }
        let mut typed = rows.clone();
        typed.swap(at, (at + 1) % rows.len());
        assert!(Told::read("x", &numbered(&typed)).is_err());
        let lines = numbered(&rows);
        let mut without: Vec<&str> = lines.lines().collect();
        without.remove(at);
        let why = Told::read("x", &without.join("\n"))
            .err()
            .unwrap()
            .to_string();
        assert!(why.contains(&format!("lacks row {}", at + 1)), "{why}");
    }
    // The check of a row is one byte: of 256 wrong words one passes there, and is found by the check of all.
    assert!(unnoticed <= 3, "{unnoticed}");
}

/// A holder with an age identity, in a file.
fn holder(home: &Path, name: &str) -> (PathBuf, String) {
    use std::os::unix::fs::PermissionsExt as _;
    let identity = Identity::generate().unwrap();
    let file = home.join(format!("{name}.txt"));
    std::fs::write(&file, format!("{}\n", *identity.expose())).unwrap();
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o600)).unwrap();
    (file, identity.recipient().unwrap().to_string())
}

/// What a command said, on both ways, and its exit code.
fn ran(home: &Path, args: &[&str]) -> (String, i32) {
    both(&run(home, args))
}

/// Everything that lies in a folder, read as text and as bytes.
fn holds(folder: &Path, secret: &[u8]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(holds(&path, secret));
        } else if std::fs::read(&path)
            .unwrap()
            .windows(secret.len())
            .any(|window| window == secret)
        {
            found.push(path);
        }
    }
    found
}

#[test]
fn a_lost_key_comes_back_into_another_store_and_is_nowhere_in_the_clear() {
    let (home, key, seed) = with_seed();
    let home = home.path();
    let holders = ["ada", "bob", "cyd"].map(|name| (name, holder(home, name)));
    let mut args = vec![
        "ceremony".to_owned(),
        "split".to_owned(),
        "-k".to_owned(),
        "2".to_owned(),
    ];
    for (name, (_, recipient)) in &holders {
        args.extend(["--holder".to_owned(), format!("{name}={recipient}")]);
    }
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let (said, code) = ran(home, &args);
    assert_eq!(code, 0, "{said}");
    assert!(
        !said.contains(&seed) && said.contains("each of the 3 ways was tried"),
        "{said}"
    );
    // Nothing is ever written over.
    let before = std::fs::read(home.join("ACME-1-of-3.nshare")).unwrap();
    let (said, code) = ran(home, &args);
    assert_eq!(code, 1, "{said}");
    assert_eq!(
        std::fs::read(home.join("ACME-1-of-3.nshare")).unwrap(),
        before
    );
    use std::os::unix::fs::PermissionsExt as _;
    let mode = std::fs::metadata(home.join("ACME-1-of-3.nshare"))
        .unwrap()
        .permissions();
    assert_eq!(mode.mode() & 0o777, 0o600);

    let store = ["--store", "rescue.nkeep"];
    let new = ["store", "init", "--identity", "identity.txt"];
    at_home(home, &[&store[..], &new[..]].concat());
    let here = [
        "ceremony",
        "combine",
        "ACME-1-of-3.nshare",
        "ACME-3-of-3.nshare",
        "--holder-identity",
        "ada.txt",
        "--holder-identity",
        "cyd.txt",
    ];
    // A store that does not know the operator takes no key that nobody named.
    let (said, code) = ran(home, &[&store[..], &here[..]].concat());
    assert_eq!(code, 2, "{said}");
    assert!(said.contains(&format!("--expect-operator {key}")), "{said}");
    let named = ["--everyday", "--expect-operator", &key];
    let expected = [&store[..], &here[..], &named].concat();
    let (said, code) = ran(home, &expected);
    assert_eq!(code, 0, "{said}");
    assert!(said.contains(&key) && !said.contains(&seed), "{said}");
    let (said, _) = ran(home, &expected);
    assert!(said.contains("nothing was changed"), "{said}");
    assert!(holds(home, seed.as_bytes()).is_empty());
    // It is the key: from the new store it is split again, though no operator is there.
    let again = [
        "ceremony", "split", "--key", &key, "-k", "2", "-n", "2", "--words", "--dir", "out",
    ];
    at_home(home, &[&store[..], &again[..]].concat());
    let name = &key[..8];
    let pages = [1, 2].map(|number| format!("out/{name}-{number}-of-2.words.txt"));
    let args = [
        "ceremony",
        "combine",
        &pages[0],
        &pages[1],
        "--verify-only",
        "--expect-operator",
        &key,
    ];
    let (said, code) = ran(home, &args);
    assert_eq!(code, 0, "{said}");
    let other = Seed::generate(Kind::Operator).unwrap().public().to_string();
    let wrong = [&here[..], &["--verify-only", "--expect-operator", &other]].concat();
    let (said, code) = ran(home, &wrong);
    assert_eq!(code, 7, "{said}");
    assert!(said.contains("ACME-1-of-3.nshare"), "{said}");
    // Without a store at all.
    let (said, code) = ran(
        home,
        &[&["--store", "nowhere.nkeep"], &here[..], &["--verify-only"]].concat(),
    );
    assert_eq!(code, 0, "{said}");
    assert!(!home.join("nowhere.nkeep").exists());
}

#[test]
fn stock_age_opens_what_is_sealed_to_a_holder() {
    let (home, _, seed) = with_seed();
    let home = home.path();
    let (file, recipient) = holder(home, "ada");
    let (_, other) = holder(home, "bob");
    let (ada, bob) = (format!("Ada={recipient}"), format!("Bob={other}"));
    at_home(
        home,
        &[
            "ceremony", "split", "-k", "2", "--holder", &ada, "--holder", &bob,
        ],
    );
    let text = std::fs::read_to_string(home.join("ACME-1-of-2.nshare")).unwrap();
    let armored = &text[text.find("-----BEGIN").unwrap()..];
    std::fs::write(home.join("share.age"), armored).unwrap();
    assert!(armor::decoded(armored).is_ok());
    let Some(age) = tool("age") else {
        panic!("tools/fetch gets age");
    };
    let opened = Command::new(age)
        .args(["-d", "-i"])
        .arg(file)
        .arg(home.join("share.age"))
        .output()
        .unwrap();
    assert!(opened.status.success(), "{opened:?}");
    let page = String::from_utf8(opened.stdout).unwrap();
    assert!(page.contains("Holder   Ada") && !page.contains(&seed));
    std::fs::write(home.join("page.txt"), &page).unwrap();
    // What stock age opened is a page that is read here.
    let (said, code) = ran(
        home,
        &["ceremony", "drill", "page.txt", "--set", "ACME.nset"],
    );
    assert_eq!(code, 6, "{said}");
    assert!(
        said.contains("Share 1  Ada, page.txt: right") && said.contains("Share 2  Bob: not here"),
        "{said}"
    );
}

/// Another program than nkeep comes to the same key, from the pages alone.
#[test]
fn pages_bring_the_key_back_without_nkeep() {
    let (home, _, seed) = with_seed();
    let home = home.path();
    at_home(
        home,
        &["ceremony", "split", "-k", "3", "-n", "5", "--words"],
    );
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for pages in [[1, 2, 3], [5, 3, 1]] {
        let output = Command::new("python3")
            .arg(root.join("docs/combine.py"))
            .arg(root.join("src/ceremony/words.txt"))
            .args(pages.map(|number| home.join(format!("ACME-{number}-of-5.words.txt"))))
            .output()
            .unwrap();
        assert!(output.status.success(), "{output:?}");
        assert_eq!(String::from_utf8(output.stdout).unwrap().trim(), seed);
    }
}

#[test]
fn what_makes_no_sense_is_refused_before_a_key_is_opened() {
    let home = estate();
    let (_, ada) = holder(home.path(), "ada");
    let (ada, eve) = (format!("Ada={ada}"), format!("Eve={ada}"));
    let cases: &[(&[&str], &str)] = &[
        (&["-k", "1", "-n", "3", "--words"], "1"),
        (
            &["-k", "4", "-n", "3", "--words"],
            "4 shares cannot be wanted of 3",
        ),
        (&["-k", "2", "-n", "17", "--words"], "17"),
        (&["-k", "2", "-n", "3"], "sealed to nobody"),
        (&["-k", "2"], "who holds the shares"),
        (
            &[
                "-k", "2", "-n", "3", "--holder", "Ada", "--holder", "Bob", "--words",
            ],
            "2 holders",
        ),
        (
            &["-k", "2", "--holder", "Ada", "--holder", "ADA", "--words"],
            "two shares",
        ),
        (
            &["-k", "2", "--holder", &ada, "--holder", &eve],
            "one identity",
        ),
        (
            &["-k", "2", "--holder", &ada, "--holder", "Bob"],
            "\"Bob\" would be sealed to nobody",
        ),
        (
            &["-k", "2", "--holder", "Ada=age1nonsense", "--holder", "Bob"],
            "age1nonsense",
        ),
    ];
    for (args, why) in cases {
        let (said, code) = ran(home.path(), &[&["ceremony", "split"], *args].concat());
        assert_eq!(code, 2, "{args:?}: {said}");
        assert!(said.contains(why), "{args:?}: {said}");
    }
    let left = std::fs::read_dir(home.path()).unwrap();
    let is_share = |name: &str| name.ends_with(".nset") || name.contains("-of-");
    assert!(
        !left
            .into_iter()
            .any(|entry| is_share(entry.unwrap().file_name().to_str().unwrap()))
    );
}

/// A seed that may not leave its store in the clear leaves it in no words, and sealed it does.
#[test]
fn shares_in_words_leave_a_store_that_lets_them() {
    let home = estate();
    let home = home.path();
    at_home(
        home,
        &["store", "recipients", "exports", "--forbid", "root"],
    );
    let words = ["ceremony", "split", "-k", "2", "-n", "2", "--words"];
    let (said, code) = ran(home, &words);
    assert_eq!(code, 1, "{said}");
    let (ada, bob) = (holder(home, "ada").1, holder(home, "bob").1);
    let (ada, bob) = (format!("Ada={ada}"), format!("Bob={bob}"));
    at_home(
        home,
        &[
            "ceremony", "split", "-k", "2", "--holder", &ada, "--holder", &bob,
        ],
    );
}

#[test]
fn a_new_set_names_the_old_one_and_does_not_mix_with_it() {
    let (home, _, seed) = with_seed();
    let home = home.path();
    at_home(
        home,
        &[
            "ceremony", "split", "-k", "2", "-n", "3", "--words", "--dir", "old",
        ],
    );
    let args = [
        "ceremony",
        "reshare",
        "old/ACME-1-of-3.words.txt",
        "old/ACME-2-of-3.words.txt",
        "--set",
        "old/ACME.nset",
        "-k",
        "2",
        "-n",
        "4",
        "--words",
        "--dir",
        "new",
    ];
    let (said, code) = ran(home, &[&args[..], &["--json"]].concat());
    assert_eq!(code, 0, "{said}");
    let set = Signed::read("old", &std::fs::read(home.join("old/ACME.nset")).unwrap()).unwrap();
    let new = Signed::read("new", &std::fs::read(home.join("new/ACME.nset")).unwrap()).unwrap();
    assert_eq!(new.set().replaces, set.set().id());
    assert_ne!(new.set().id(), set.set().id());
    let mixed = ["old/ACME-1-of-3.words.txt", "new/ACME-2-of-4.words.txt"];
    let (said, code) = ran(
        home,
        &[
            &[
                "ceremony",
                "combine",
                "--verify-only",
                "--set",
                "new/ACME.nset",
            ],
            &mixed[..],
        ]
        .concat(),
    );
    assert_eq!(code, 7, "{said}");
    assert!(said.contains("old/ACME-1-of-3.words.txt"), "{said}");
    let whole = ["new/ACME-1-of-4.words.txt", "new/ACME-4-of-4.words.txt"];
    let (said, code) = ran(
        home,
        &[
            &[
                "ceremony",
                "combine",
                "--verify-only",
                "--set",
                "new/ACME.nset",
            ],
            &whole[..],
        ]
        .concat(),
    );
    assert_eq!(code, 0, "{said}");
    // From the store, too.
    let args = [
        "ceremony",
        "reshare",
        "--from-store",
        "--set",
        "new/ACME.nset",
        "-k",
        "2",
        "-n",
        "2",
        "--words",
        "--dir",
        "third",
    ];
    at_home(home, &args);
    assert!(holds(home, seed.as_bytes()).is_empty());
}

/// Shares of two sets in one place: which set is meant is asked for, and the others stand for nobody who is missing.
#[test]
fn a_drill_of_two_sets_in_one_place_says_which_shares_are_of_the_one_that_is_meant() {
    let home = estate();
    let home = home.path();
    let holders: Vec<(PathBuf, String)> =
        ["ada", "bob", "cyd"].map(|name| holder(home, name)).into();
    let named: Vec<String> = ["Ada", "Bob", "Cyd"]
        .iter()
        .zip(&holders)
        .flat_map(|(name, (_, recipient))| ["--holder".to_owned(), format!("{name}={recipient}")])
        .collect();
    let named: Vec<&str> = named.iter().map(String::as_str).collect();
    for dir in ["old", "new"] {
        let split = ["ceremony", "split", "-k", "2", "--dir", dir];
        at_home(home, &[&split[..], &named].concat());
    }
    let identities: Vec<&str> = holders
        .iter()
        .flat_map(|(file, _)| ["--holder-identity", file.to_str().unwrap()])
        .collect();
    let drilled = |files: &[&str], identities: &[&str]| {
        ran(home, &[&["ceremony", "drill"], files, identities].concat())
    };
    let all = [
        "new/ACME-1-of-3.nshare",
        "new/ACME-2-of-3.nshare",
        "old/ACME-1-of-3.nshare",
        "old/ACME-3-of-3.nshare",
    ];
    let hint = "hint: nkeep ceremony drill FILE --set SET.nset";
    for set in [&[][..], &["--set", "new/ACME.nset"]] {
        let (said, code) = drilled(&[&all[..], set].concat(), &identities);
        assert_eq!(code, 7, "{said}");
        for says in [
            "Share 1  Ada, new/ACME-1-of-3.nshare: right",
            "Share 2  Bob, new/ACME-2-of-3.nshare: right",
            "Share ?  old/ACME-1-of-3.nshare (says that it is share 1, of Ada): sets do not mix",
            "Share ?  old/ACME-3-of-3.nshare (says that it is share 3, of Cyd): sets do not mix",
            "Share 3  Cyd: not here",
            hint,
        ] {
            assert!(said.contains(says), "{says}: {said}");
        }
    }
    // Without the identity of anybody who holds them, too: what is of another set is no matter of who opens it.
    let (said, code) = drilled(&["--set", "new/ACME.nset", all[2]], &[]);
    assert_eq!(code, 7, "{said}");
    assert!(said.contains("sets do not mix"), "{said}");
    let meant = ["--set", "new/ACME.nset", all[0], all[1]];
    let (said, code) = drilled(&meant, &identities);
    assert_eq!(code, 0, "{said}");
}

/// Somebody without an identity makes one without a store, and stock age opens what is sealed to it.
#[test]
fn a_holder_makes_an_identity_that_stock_age_knows() {
    use std::os::unix::fs::PermissionsExt as _;

    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    let make = |file: &str| {
        let recipient = at_home(home, &["ceremony", "holder", "--out", file]);
        recipient.trim().to_owned()
    };
    let recipient = make("ada.txt");
    assert!(recipient.starts_with("age1"), "{recipient}");
    assert_ne!(make("bob.txt"), recipient);
    let mode = std::fs::metadata(home.join("ada.txt"))
        .unwrap()
        .permissions();
    assert_eq!(mode.mode() & 0o777, 0o600);
    let sealed = home.join("sealed");
    let age = tool("age").expect("tools/fetch gets age");
    let age = |args: &[&str]| {
        let output = Command::new(&age).args(args).current_dir(home).output();
        output.unwrap()
    };
    std::fs::write(home.join("plain"), "words of a share").unwrap();
    let made = age(&["-r", &recipient, "-o", "sealed", "plain"]);
    assert!(made.status.success() && sealed.exists(), "{made:?}");
    let opened = age(&["-d", "-i", "ada.txt", "sealed"]);
    assert_eq!(opened.stdout, b"words of a share", "{opened:?}");
    // Nothing is made but that file, nothing is written over, and a trial writes nothing.
    let before = std::fs::read(home.join("ada.txt")).unwrap();
    let (said, code) = ran(home, &["ceremony", "holder", "--out", "ada.txt"]);
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("ada.txt: it exists"), "{said}");
    assert_eq!(std::fs::read(home.join("ada.txt")).unwrap(), before);
    at_home(
        home,
        &["--dry-run", "ceremony", "holder", "--out", "cyd.txt"],
    );
    assert!(!home.join("cyd.txt").exists());
    let secret = before.split(|byte| *byte == b'\n').nth(1).unwrap();
    let (said, _) = ran(home, &["ceremony", "holder", "--out", "dan.txt"]);
    let own = std::fs::read_to_string(home.join("dan.txt")).unwrap();
    assert!(!said.contains(own.lines().nth(1).unwrap()), "{said}");
    assert!(secret.starts_with(b"AGE-SECRET-KEY-1"));
}

/// Three holders with shares of two-of-three in a folder `shares`, and the files with their identities.
fn three_holders(home: &Path) -> [PathBuf; 3] {
    let holders = ["ada", "bob", "cyd"].map(|name| holder(home, name));
    let named: Vec<String> = ["Ada", "Bob", "Cyd"]
        .iter()
        .zip(&holders)
        .flat_map(|(name, (_, recipient))| ["--holder".to_owned(), format!("{name}={recipient}")])
        .collect();
    let named: Vec<&str> = named.iter().map(String::as_str).collect();
    let split = ["ceremony", "split", "-k", "2", "--dir", "shares"];
    at_home(home, &[&split[..], &named].concat());
    holders.map(|(file, _)| file)
}

const SHARES: [&str; 3] = [
    "shares/ACME-1-of-3.nshare",
    "shares/ACME-2-of-3.nshare",
    "shares/ACME-3-of-3.nshare",
];

/// The drill of docs/ceremony.md: whoever is not here with their identity spoils nothing.
#[test]
fn a_share_that_nobody_opens_is_no_error_where_enough_are_right() {
    let (home, key, _) = with_seed();
    let home = home.path();
    let identities = three_holders(home);
    let [ada, bob, _] = identities.each_ref().map(|file| file.to_str().unwrap());
    let drill = [&["ceremony", "drill"][..], &SHARES].concat();
    let two = ["--holder-identity", ada, "--holder-identity", bob];
    let (said, code) = ran(home, &[&drill[..], &two].concat());
    assert_eq!(code, 0, "{said}");
    for says in [
        "Share 1  Ada, shares/ACME-1-of-3.nshare: right",
        "Share 2  Bob, shares/ACME-2-of-3.nshare: right",
        "Share 3  Cyd, shares/ACME-3-of-3.nshare: not opened",
        "the shares bring the key back",
        "not tried, as nobody opened them: shares/ACME-3-of-3.nshare (Cyd)",
        &key,
    ] {
        assert!(said.contains(says), "{says}: {said}");
    }
    assert!(!said.contains("not here"), "{said}");
    let document = ran(home, &[&drill[..], &two, &["--json"]].concat()).0;
    let document: serde_json::Value = serde_json::from_str(&document).unwrap();
    assert_eq!(document["here"].as_array().unwrap().len(), 2, "{document}");
    assert_eq!(document["not_opened"][0]["holder"], "Cyd", "{document}");

    // Too few, or none: it is that, and what helps is somebody's identity.
    for (identities, here) in [(&two[..2], "1 of the 2"), (&[], "0 of the 2")] {
        let (said, code) = ran(home, &[&drill[..], identities].concat());
        assert_eq!(code, 6, "{said}");
        assert!(
            said.contains(here) && said.contains("--holder-identity FILE  # with"),
            "{said}"
        );
    }
    // One that is wrong is an error beside any number of right ones; to combine takes each that is named.
    let third = home.join(SHARES[2]);
    let text = std::fs::read_to_string(&third).unwrap();
    let (head, tail) = text.split_at(text.len() - 60);
    std::fs::write(&third, format!("{head}{}", tail.replacen('A', "B", 1))).unwrap();
    if tail.contains('A') {
        let (said, code) = ran(home, &[&drill[..], &two].concat());
        assert_eq!(code, 7, "{said}");
    }
    std::fs::write(&third, text).unwrap();
    let combine = [&["ceremony", "combine", "--verify-only"][..], &SHARES, &two].concat();
    let (said, code) = ran(home, &combine);
    assert_eq!(code, 5, "{said}");
    assert!(said.contains("is sealed to \"Cyd\""), "{said}");
}

/// Whose a broken share is, stands on it or in the name of its file.
#[test]
fn a_broken_share_is_shown_as_whose_it_says_that_it_is() {
    let home = estate();
    let home = home.path();
    let identities = three_holders(home);
    let ada = ["--holder-identity", identities[0].to_str().unwrap()];
    let whole = std::fs::read_to_string(home.join(SHARES[1])).unwrap();
    let drilled = |name: &str, text: &str| {
        std::fs::write(home.join(name), text).unwrap();
        let drill = ["ceremony", "drill", SHARES[0], name];
        let (said, code) = ran(home, &[&drill[..], &ada].concat());
        assert!([3, 7].contains(&code), "{said}");
        said
    };
    // What is sealed is damaged, and the rest is there: it is Bob's.
    let said = drilled("x.nshare", &whole[..whole.len() - 80]);
    assert!(
        said.contains("Share 2  Bob, x.nshare: what is sealed"),
        "{said}"
    );
    assert!(!said.contains("Bob: not here"), "{said}");
    // Where it says another set than is meant, it is said, and believed by nobody.
    let said = drilled("x.nshare", &whole.replace("\"Bob\"", "\"Bobby\""));
    let claim = "Share ?  x.nshare (says that it is share 2, of Bobby): ";
    assert!(
        said.contains(claim) && said.contains("Bob: not here"),
        "{said}"
    );
    let lines = whole.replace("\"Bob\"", "\"B\\nShare 3  Cyd, y: right\"");
    let said = drilled("x.nshare", &lines);
    assert!(!said.contains("Share 3  Cyd, y"), "{said}");
    // Nothing of it can be read.
    let said = drilled("ACME-2-of-3.nshare", "{");
    assert!(
        said.contains("Share ?  ACME-2-of-3.nshare (called as share 2 is): "),
        "{said}"
    );
    // A page in words has its head in the clear.
    let words = ["ceremony", "split", "-k", "2", "--words", "--dir", "w"];
    let holders = ["--holder", "Ada", "--holder", "Bob", "--holder", "Cyd"];
    at_home(home, &[&words[..], &holders].concat());
    let page = std::fs::read_to_string(home.join("w/ACME-2-of-3.words.txt")).unwrap();
    let broken: Vec<&str> = page.lines().filter(|line| !line.starts_with('4')).collect();
    std::fs::write(home.join("page.txt"), broken.join("\n")).unwrap();
    let drill = ["ceremony", "drill", "page.txt", "--set", "w/ACME.nset"];
    let (said, code) = ran(home, &drill);
    assert_eq!(code, 3, "{said}");
    assert!(said.contains("Share 2  Bob, page.txt: "), "{said}");
}

/// Words that are typed are not shown, and a row that is wrong is asked for once more.
#[test]
fn words_are_typed_without_echo() {
    use common::terminal::{at_terminal, exit_code};
    use expectrl::{Eof, Expect as _};

    let (home, key, _) = with_seed();
    let home = home.path();
    at_home(
        home,
        &[
            "ceremony", "split", "-k", "2", "-n", "3", "--words", "--dir", "w",
        ],
    );
    let rows = |number: u8| {
        let text =
            std::fs::read_to_string(home.join(format!("w/ACME-{number}-of-3.words.txt"))).unwrap();
        let rows = text
            .lines()
            .filter(|line| line.starts_with(|first: char| first.is_ascii_digit()));
        rows.map(ToOwned::to_owned).collect::<Vec<String>>()
    };
    let args = [
        "ceremony",
        "combine",
        "--words",
        "--set",
        "w/ACME.nset",
        "--verify-only",
    ];
    let mut session = at_terminal(home, &args);
    let mut seen = Vec::new();
    for (share, number) in [(1, 1), (2, 3)] {
        for (row, line) in (1..).zip(rows(number)) {
            let question = format!("Row {row} of 9, share {share} of those here: ");
            seen.extend(
                session
                    .expect(question.as_str())
                    .unwrap()
                    .as_bytes()
                    .to_vec(),
            );
            if (share, row) == (1, 2) {
                session.send_line("aardvark adroitness").unwrap();
                seen.extend(
                    session
                        .expect("type the row once more")
                        .unwrap()
                        .as_bytes()
                        .to_vec(),
                );
                seen.extend(
                    session
                        .expect(question.as_str())
                        .unwrap()
                        .as_bytes()
                        .to_vec(),
                );
            }
            session.send_line(&line).unwrap();
        }
    }
    let rest = session.expect(Eof).unwrap();
    seen.extend(rest.as_bytes().to_vec());
    assert_eq!(exit_code(&session), 0);
    let seen = String::from_utf8_lossy(&seen);
    assert!(seen.contains(&key), "{seen}");
    for line in rows(1) {
        let word = line.split_whitespace().nth(3).unwrap();
        assert!(!seen.contains(word), "{seen}");
    }
}

#[test]
fn words_alone_bring_nothing_back_where_nobody_says_whose_key_it_is() {
    let home = estate();
    let home = home.path();
    let split = ["ceremony", "split", "-k", "2", "-n", "2", "--words"];
    let (said, code) = ran(home, &split);
    assert_eq!(code, 0, "{said}");
    let combine = [
        "ceremony",
        "combine",
        "ACME-1-of-2.words.txt",
        "ACME-2-of-2.words.txt",
        "--verify-only",
    ];
    // The operator of the store is the one that is meant.
    let (said, code) = ran(home, &combine);
    assert_eq!(code, 0, "{said}");
    let elsewhere = [&["--store", "none.nkeep"], &combine[..]].concat();
    let (said, code) = ran(home, &elsewhere);
    assert_eq!(code, 2, "{said}");
    assert!(said.contains("--verify-only --set SET.nset"), "{said}");
    let (said, code) = ran(home, &[&combine[..], &["--set", "ACME.nset"]].concat());
    assert_eq!(code, 0, "{said}");
    // Fewer than enough are that first.
    let few = [&combine[..3], &["--verify-only"]].concat();
    assert_eq!(ran(home, &few).1, 6);
}

/// Whoever has the file of a holder need not copy what stands in it.
#[test]
fn a_holder_is_named_by_the_file_that_holder_wrote() {
    let home = estate();
    let home = home.path();
    for name in ["ada", "bob"] {
        at_home(
            home,
            &["ceremony", "holder", "--out", &format!("{name}.txt")],
        );
    }
    let split = ["ceremony", "split", "-k", "2", "--dir", "shares"];
    let named = ["--holder", "Ada=ada.txt", "--holder", "Bob=bob.txt"];
    let (said, code) = ran(home, &[&split[..], &named].concat());
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("--holder-identity FILE --set"), "{said}");
    let drill = [
        "ceremony",
        "drill",
        "shares/ACME-1-of-2.nshare",
        "shares/ACME-2-of-2.nshare",
        "--holder-identity",
        "ada.txt",
        "--holder-identity",
        "bob.txt",
    ];
    let (said, code) = ran(home, &drill);
    assert_eq!(code, 0, "{said}");
    // What is neither is said, and a file that has the same identity is one holder's.
    let nobody = ["--holder", "Ada=eve.txt", "--holder", "Bob=bob.txt"];
    let (said, code) = ran(home, &[&split[..], &nobody].concat());
    assert_eq!(code, 2, "{said}");
    assert!(
        said.contains("nkeep ceremony holder --out eve.txt"),
        "{said}"
    );
    let twice = ["--holder", "Ada=bob.txt", "--holder", "Bob=bob.txt"];
    let (said, code) = ran(home, &[&split[..], &twice].concat());
    assert_eq!(code, 2, "{said}");
    assert!(said.contains("opened by one identity"), "{said}");
}

/// Words alone say of no key that it is the right one: the only operator of the store does.
#[test]
fn words_bring_back_the_key_of_the_only_operator() {
    let (own, other) = (estate(), estate());
    for home in [&own, &other] {
        let split = "ceremony split -k 2 --holder Ada --holder Bob --words --dir shares";
        at_home(home.path(), &split.split(' ').collect::<Vec<_>>());
    }
    let pages = [
        "shares/ACME-1-of-2.words.txt",
        "shares/ACME-2-of-2.words.txt",
    ];
    let combine = [&["ceremony", "combine", "--verify-only"][..], &pages].concat();
    let (said, code) = ran(own.path(), &combine);
    assert_eq!(code, 0, "{said}");
    assert!(
        said.contains("the key is to be that of operator \"ACME\", the only one of the store"),
        "{said}"
    );
    // Another key is none that the store knows.
    for page in pages {
        std::fs::copy(other.path().join(page), own.path().join(page)).unwrap();
    }
    let (said, code) = ran(own.path(), &combine);
    assert_eq!(code, 7, "{said}");
    // Where there are several, or no store, somebody has to say it.
    at_home(own.path(), &["add", "operator", "-n", "OTHER"]);
    let (said, code) = ran(own.path(), &combine);
    assert_eq!(code, 2, "{said}");
    assert!(said.contains("words alone do not say whose key"), "{said}");
}
