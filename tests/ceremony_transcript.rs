//! A transcript says what was done, and no byte of it can be another.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;
use std::sync::LazyLock;

use nkeep::ceremony::CeremonyError;
use nkeep::ceremony::canonical::{Content as _, Sheet};
use nkeep::ceremony::item::Item;
use nkeep::ceremony::request::{POSSESSION, Request};
use nkeep::ceremony::response::Response;
use nkeep::ceremony::transcript::line::{Did, Participant, What};
use nkeep::ceremony::transcript::verify::{Known, Verdict, verified};
use nkeep::ceremony::transcript::{self, Stamp, Transcript};
use nkeep::clock::Clock;
use nkeep::jwt::claims::{Claims, Operator};
use nkeep::jwt::encode::{UnknownFields, encode};
use nkeep::nkey::{AnyKeyPair, Kind, Seed};

const NOW: i64 = 1_795_200_000;

/// This executable is large, and hashed once.
fn stamp() -> Stamp {
    static STAMP: LazyLock<Stamp> = LazyLock::new(|| Stamp::now(Clock::Fixed(NOW)));
    STAMP.clone()
}

pub fn key(kind: Kind) -> AnyKeyPair {
    Seed::generate(kind).unwrap().signing_pair().unwrap()
}

fn begun(path: &Path) -> Transcript {
    let of = |name: &str, role: &str| Participant {
        name: name.to_owned(),
        role: role.to_owned(),
    };
    let who = vec![of("Ada", "administrator"), of("Bo", "witness")];
    transcript::start(path, &stamp(), "Root of ACME", who).unwrap()
}

fn note(path: &Path, words: &str) -> Transcript {
    let words = words.to_owned();
    transcript::append(path, &stamp(), What::Note { words }).unwrap()
}

pub fn looked_at(bytes: &[u8], known: &Known) -> Result<Verdict, CeremonyError> {
    let read = Transcript::parse("a.ntranscript", bytes)?;
    read.must_be_whole(Path::new("a.ntranscript"))?;
    verified("a.ntranscript", &read, known)
}

/// A request of an operator that gets another signing key, and what its identity answers.
pub fn asked(root: &AnyKeyPair) -> (Sheet<Request>, Sheet<Response>) {
    let new = key(Kind::Operator);
    let mut claims: Claims<Operator> = Claims {
        name: "ACME".to_owned(),
        subject: root.public().to_string(),
        ..Claims::default()
    };
    let keep = |claims: &Claims<Operator>, at| {
        encode(claims.clone(), root, at, UnknownFields::Refuse)
            .unwrap()
            .token
    };
    let current = keep(&claims, NOW);
    claims.body.signing_keys.push(new.public().to_string());
    let token = keep(&claims, NOW + 1);
    let mut request = Sheet::new(Request {
        nkeep: Request::TITLE.to_owned(),
        operator: root.public().to_string(),
        command: vec!["edit".to_owned(), "operator".to_owned()],
        reason: "a test".to_owned(),
        made: NOW,
        expires: NOW + 1000,
        accounts: 1,
        affected: 0,
        version: "0.1.0".to_owned(),
        items: vec![Item {
            by: root.public().to_string(),
            current,
            proposed: token.rsplit_once('.').unwrap().0.to_owned(),
        }],
    })
    .unwrap();
    request.sign(POSSESSION, &new).unwrap();
    let signature = root.sign(request.content.items[0].proposed.as_bytes());
    let response = Response::to(&request, &[signature], root).unwrap();
    (request, response)
}

/// A transcript of a request that was signed, with signatures of two people at its end.
pub fn whole(path: &Path, root: &AnyKeyPair) -> Vec<u8> {
    let (request, response) = asked(root);
    begun(path);
    let mut did = Did::default();
    did.read("change.nreq", request.text().as_bytes());
    did.wrote("change.nresp", response.text().as_bytes());
    did.answered("Type Yes", "Yes");
    transcript::append(path, &stamp(), What::Did(did)).unwrap();
    for name in ["Ada", "Bo"] {
        transcript::sign(path, &stamp(), name, &key(Kind::User)).unwrap();
    }
    std::fs::read(path).unwrap()
}

#[test]
fn a_byte_that_is_another_is_refused_whichever_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let bytes = whole(&folder.path().join("a.ntranscript"), &key(Kind::Operator));
    let known = Known::default();
    let verdict = looked_at(&bytes, &known).unwrap();
    assert_eq!(
        (verdict.loose, verdict.whole, verdict.replayed.len()),
        (0, 2, 1),
        "{verdict:?}"
    );
    for at in 0..bytes.len() {
        let mut changed = bytes.clone();
        changed[at] ^= [1, 0x20, 0x80][at % 3];
        match looked_at(&changed, &known) {
            Err(CeremonyError::Problem { .. } | CeremonyError::Tampered { .. }) => {}
            other => panic!("byte {at}: {other:?}"),
        }
    }
}

#[test]
fn a_line_that_is_left_out_put_in_or_moved_is_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ntranscript");
    begun(&path);
    for words in ["one", "two", "three"] {
        note(&path, words);
    }
    let text = std::fs::read_to_string(&path).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    let known = Known::default();
    let refused = |lines: &[&str]| {
        let text = lines.join("\n") + "\n";
        looked_at(text.as_bytes(), &known).is_err()
    };
    assert!(!refused(&lines));
    for at in 0..lines.len() - 1 {
        let mut without = lines.clone();
        without.remove(at);
        assert!(refused(&without), "{at}");
        let mut twice = lines.clone();
        twice.insert(at, lines[at]);
        assert!(refused(&twice), "{at}");
        let mut swapped = lines.clone();
        swapped.swap(at, at + 1);
        assert!(refused(&swapped), "{at}");
    }
    // What is cut off after a whole line is seen by whoever wrote down the head.
    let head = Transcript::parse("a", text.as_bytes())
        .unwrap()
        .head()
        .to_owned();
    let shorter = format!("{}\n", lines[..3].join("\n"));
    let known = Known {
        head: Some(head),
        ..Known::default()
    };
    assert!(looked_at(text.as_bytes(), &known).is_ok());
    let error = looked_at(shorter.as_bytes(), &known).unwrap_err();
    assert!(matches!(error, CeremonyError::Tampered { .. }), "{error}");
}

#[test]
fn lines_that_nobody_signed_are_counted() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ntranscript");
    begun(&path);
    let signer = key(Kind::Account);
    transcript::sign(&path, &stamp(), "Bo", &signer).unwrap();
    let loose = |known: &Known| {
        looked_at(&std::fs::read(&path).unwrap(), known)
            .unwrap()
            .loose
    };
    assert_eq!(loose(&Known::default()), 0);
    note(&path, "more");
    let head = note(&path, "and more").heads[2].clone();
    assert_eq!(loose(&Known::default()), 2);
    let known = Known {
        head: Some(head),
        signers: vec![signer.public()],
        ..Known::default()
    };
    assert_eq!(loose(&known), 1);
    let stranger = Known {
        signers: vec![key(Kind::User).public()],
        ..Known::default()
    };
    let error = looked_at(&std::fs::read(&path).unwrap(), &stranger).unwrap_err();
    assert!(matches!(error, CeremonyError::Tampered { .. }), "{error}");
}

#[test]
fn who_signs_takes_part_and_signs_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ntranscript");
    begun(&path);
    let signer = key(Kind::User);
    assert!(transcript::sign(&path, &stamp(), "Cy", &signer).is_err());
    let signed = transcript::sign(&path, &stamp(), "Ada", &signer).unwrap();
    assert!(transcript::sign(&path, &stamp(), "Bo", &signer).is_err());
    // One key for two people is no second pair of eyes.
    note(&path, "later");
    transcript::sign(&path, &stamp(), "Bo", &signer).unwrap();
    let verdict = looked_at(&std::fs::read(&path).unwrap(), &Known::default()).unwrap();
    assert!(verdict.notes.iter().any(|note| note.contains("one key")));
    assert_eq!(signed.lines.len(), 2);
}

/// What is put in whole is replayed, and contradicts itself no more than the hashes do.
#[test]
fn a_response_to_something_else_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let root = key(Kind::Operator);
    let known = Known {
        operator: Some(root.public()),
        ..Known::default()
    };
    let recorded = |files: [&str; 2], code: u8| {
        let path = tempfile::NamedTempFile::new_in(folder.path())
            .unwrap()
            .path()
            .to_owned();
        begun(&path);
        let mut did = Did::default();
        did.read("change.nreq", files[0].as_bytes());
        did.wrote("change.nresp", files[1].as_bytes());
        did.code = code;
        transcript::append(&path, &stamp(), What::Did(did)).unwrap();
        std::fs::read(&path).unwrap()
    };
    let (request, response) = asked(&root);
    let (other, others) = asked(&root);
    let (request, response) = (request.text(), response.text());
    let good = looked_at(&recorded([&request, &response], 0), &known).unwrap();
    assert_eq!(good.replayed.len(), 1, "{good:?}");
    // Without its request there is no telling.
    let unasked = looked_at(&recorded([&other.text(), &response], 0), &known).unwrap();
    assert!(unasked.replayed.is_empty(), "{unasked:?}");
    assert!(
        unasked
            .notes
            .iter()
            .any(|note| note.contains("cannot be replayed"))
    );
    // What answers another request, in the answer to this one.
    let content = Response {
        nkeep: Response::TITLE.to_owned(),
        operator: root.public().to_string(),
        request: Sheet::<Request>::read("", request.as_bytes())
            .unwrap()
            .sha256(),
        signatures: others.content.signatures,
    };
    let mut forged = Sheet::new(content).unwrap();
    forged.sign("root", &root).unwrap();
    let error = looked_at(&recorded([&request, &forged.text()], 0), &known).unwrap_err();
    assert!(matches!(error, CeremonyError::Tampered { .. }), "{error}");
    // That it was refused is what the transcript says then.
    assert!(looked_at(&recorded([&request, &forged.text()], 7), &Known::default()).is_ok());
    let of_others = Known {
        operator: Some(key(Kind::Operator).public()),
        ..Known::default()
    };
    let error = looked_at(&recorded([&request, &response], 0), &of_others).unwrap_err();
    assert!(matches!(error, CeremonyError::Tampered { .. }), "{error}");
}

/// What is looked at again later is where it was brought first.
#[test]
fn what_was_signed_stands_in_the_line_in_which_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ntranscript");
    let root = key(Kind::Operator);
    let (request, response) = asked(&root);
    begun(&path);
    for (request_name, response_name) in [("change.nreq", "change.nresp"), ("a", "b"), ("c", "d")] {
        let mut did = Did::default();
        did.read(request_name, request.text().as_bytes());
        did.wrote(response_name, response.text().as_bytes());
        transcript::append(&path, &stamp(), What::Did(did)).unwrap();
    }
    let bytes = std::fs::read(&path).unwrap();
    let verdict = looked_at(&bytes, &Known::default()).unwrap();
    let [replayed] = &*verdict.replayed else {
        panic!("{verdict:?}")
    };
    assert!(
        replayed.starts_with("change.nresp in line 2 is what change.nreq in line 2 asked of"),
        "{replayed}"
    );
}

#[test]
fn no_secret_comes_into_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ntranscript");
    begun(&path);
    let before = std::fs::read(&path).unwrap();
    let seed = Seed::generate(Kind::Operator).unwrap();
    let words = format!("the seed is {}", seed.expose().as_str());
    assert!(transcript::append(&path, &stamp(), What::Note { words }).is_err());
    assert_eq!(std::fs::read(&path).unwrap(), before);
    let mut did = Did::default();
    did.answered("Type Yes", seed.expose().as_str());
    transcript::append(&path, &stamp(), What::Did(did)).unwrap();
    let after = std::fs::read_to_string(&path).unwrap();
    assert!(after.contains("[a seed]") && !after.contains(seed.expose().as_str()));
    // A file is put in whole only where it is one that travels in the open.
    let mut did = Did::default();
    did.read("share", b"{\"nkeep\":\"ceremony share 1\"}\n");
    did.read("seed.nk", seed.expose().as_bytes());
    assert!(did.files.iter().all(|file| file.text.is_none()));
}

#[test]
fn what_is_torn_off_is_named_and_cut_only_by_saying_so() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ntranscript");
    begun(&path);
    note(&path, "one");
    let whole = std::fs::read(&path).unwrap();
    note(&path, "two");
    let longer = std::fs::read(&path).unwrap();
    for end in whole.len() + 1..longer.len() {
        std::fs::write(&path, &longer[..end]).unwrap();
        let error = Transcript::open(&path).unwrap_err();
        assert!(error.to_string().contains("line 3"), "{error}");
        let words = "three".to_owned();
        assert!(transcript::append(&path, &stamp(), What::Note { words }).is_err());
        assert_eq!(std::fs::read(&path).unwrap(), &longer[..end]);
    }
    let repaired = transcript::repair(&path, &stamp(), "the power went").unwrap();
    assert_eq!(repaired.lines.len(), 3);
    assert!(std::fs::read(&path).unwrap().starts_with(&whole));
    assert!(transcript::repair(&path, &stamp(), "again").is_err());
    let verdict = looked_at(&std::fs::read(&path).unwrap(), &Known::default()).unwrap();
    assert!(verdict.notes.iter().any(|note| note.contains("torn off")));
}

/// Two processes at once: every line of both is there, one after the other.
#[test]
fn lines_of_many_writers_are_all_there() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ntranscript");
    begun(&path);
    let writers: Vec<_> = (0..4)
        .map(|writer| {
            let path = path.clone();
            std::thread::spawn(move || {
                for line in 0..10 {
                    note(&path, &format!("{writer}: {line}"));
                }
            })
        })
        .collect();
    let children: Vec<_> = (0..4)
        .map(|writer| {
            let mut command = common::nkeep();
            command.args(["ceremony", "transcript", "note"]);
            command.arg(&path).arg(format!("process {writer}"));
            command.stdout(std::process::Stdio::null());
            command.stderr(std::process::Stdio::null()).spawn().unwrap()
        })
        .collect();
    for mut child in children {
        assert!(child.wait().unwrap().success());
    }
    for writer in writers {
        writer.join().unwrap();
    }
    assert_eq!(Transcript::open(&path).unwrap().lines.len(), 45);
}

/// A process that is killed as it writes leaves the file whole, or torn where it stood: never with a line of before changed.
#[test]
#[cfg(unix)]
fn a_killed_process_leaves_what_was_there() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ntranscript");
    begun(&path);
    for at in 0..20 {
        let before = std::fs::read(&path).unwrap();
        let mut command = common::nkeep();
        command.args(["ceremony", "transcript", "note"]);
        command.arg(&path).arg(format!("number {at}"));
        command.stdout(std::process::Stdio::null());
        let mut child = command.stderr(std::process::Stdio::null()).spawn().unwrap();
        std::thread::sleep(std::time::Duration::from_millis(at * 7));
        let _ = child.kill();
        child.wait().unwrap();
        let after = std::fs::read(&path).unwrap();
        assert!(after.starts_with(&before));
        if Transcript::open(&path).is_err() {
            transcript::repair(&path, &stamp(), "it was killed").unwrap();
        }
    }
    Transcript::open(&path).unwrap();
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_leaves_what_was_there() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ntranscript");
    begun(&path);
    let before = std::fs::read(&path).unwrap();
    // No file may grow past so many blocks.
    let script = format!(
        "ulimit -f 1; exec {} ceremony transcript note {} {}",
        env!("CARGO_BIN_EXE_nkeep"),
        path.display(),
        "x".repeat(4000)
    );
    let output = std::process::Command::new("bash")
        .args(["-c", &script])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert_eq!(std::fs::read(&path).unwrap(), before);
}

/// An operator's key signs only what somebody confirmed at a terminal, and --yes is no flag of it.
#[test]
#[cfg(unix)]
fn an_operator_signs_what_was_typed() {
    use common::terminal::answered;
    let home = common::estate();
    let home = home.path();
    common::at_home(home, &["export", "keys", "--all", "--dir", "keys"]);
    let seed = std::fs::read_dir(home.join("keys"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .find(|path| path.file_name().unwrap().to_string_lossy().starts_with('O'))
        .unwrap();
    let seed = seed.to_str().unwrap();
    begun(&home.join("a.ntranscript"));
    let sign = [
        "ceremony",
        "transcript",
        "sign",
        "a.ntranscript",
        "--as",
        "Ada",
        "-K",
        seed,
    ];
    let piped = common::nkeep_at(home).args(sign).output().unwrap();
    assert_eq!(piped.status.code(), Some(2), "{piped:?}");
    let yes = common::nkeep_at(home)
        .args(sign)
        .arg("--yes")
        .output()
        .unwrap();
    assert_eq!(yes.status.code(), Some(2), "{yes:?}");
    let question = "To sign, type the last two words of the hash; stop ends this: ";
    let three = [(question, "yes"), (question, "Yes"), (question, "y")];
    for answers in [&three[..], &[(question, "stop")]] {
        let (said, code) = answered(home, &sign, answers);
        assert_eq!(code, 1, "{said}");
    }
    let head = Transcript::open(&home.join("a.ntranscript"))
        .unwrap()
        .head()
        .to_owned();
    let bytes = data_encoding::HEXLOWER.decode(head.as_bytes()).unwrap();
    let words = nkeep::ceremony::words::words(&bytes)[30..].join(" ");
    // A slip is no reason to begin again.
    let (said, code) = answered(home, &sign, &[(question, "yes"), (question, &words)]);
    assert_eq!(code, 0, "{said}");
    assert_eq!(
        Transcript::open(&home.join("a.ntranscript"))
            .unwrap()
            .lines
            .len(),
        2
    );
}

/// Shares and pages are in it by their hashes, and never by what stands on them.
#[test]
#[cfg(unix)]
fn shares_are_in_it_by_their_hashes_alone() {
    let home = common::estate();
    let home = home.path();
    let path = home.join("a.ntranscript");
    begun(&path);
    let record = ["--transcript", "a.ntranscript"];
    let split = "ceremony split -k 2 --holder Ada --holder Bob --holder Cyd --words";
    let drill = "ceremony drill";
    let words: Vec<&str> = split.split(' ').collect();
    common::at_home(home, &[&words[..], &record].concat());
    let read = Transcript::open(&path).unwrap();
    let What::Did(did) = &read.lines[1].what else {
        panic!("{:?}", read.lines[1]);
    };
    assert_eq!((did.code, did.files.len()), (0, 4), "{did:?}");
    assert!(
        did.files
            .iter()
            .all(|file| file.text.is_none() && file.way == "out")
    );
    let pages: Vec<&str> = did.files.iter().map(|file| file.name.as_str()).collect();
    let shares: Vec<&str> = pages
        .iter()
        .filter(|name| !name.ends_with(".nset"))
        .copied()
        .collect();
    let words: Vec<&str> = drill.split(' ').chain(shares).collect();
    let _ = common::nkeep_at(home)
        .args(&words)
        .args(record)
        .output()
        .unwrap();
    let read = Transcript::open(&path).unwrap();
    let What::Did(drilled) = &read.lines[2].what else {
        panic!("{:?}", read.lines[2]);
    };
    assert!(
        drilled
            .files
            .iter()
            .all(|file| file.text.is_none() && file.way == "in")
    );
    assert!(drilled.files.len() >= 3, "{drilled:?}");
    // No three words of a share stand in it.
    let text = std::fs::read_to_string(&path).unwrap();
    for name in &pages {
        let page = std::fs::read_to_string(home.join(name)).unwrap();
        for line in page
            .lines()
            .filter(|line| line.split_whitespace().count() > 5)
        {
            let words: Vec<&str> = line.split_whitespace().collect();
            assert!(!text.contains(&words[1..4].join(" ")), "{line}");
        }
    }
}

/// Everything that touches a root leaves a line, done or refused, and what went out and came back can be held against it.
#[test]
#[cfg(unix)]
fn every_command_of_a_ceremony_leaves_a_line_and_its_files_are_found_again() {
    use common::nkeep_at;
    let home = common::scratch();
    let home = home.path();
    let record = "root.ntranscript";
    let start = [
        "ceremony",
        "transcript",
        "start",
        record,
        "--title",
        "x",
        "--participant",
        "Ada: administrator",
    ];
    common::at_home(home, &start);
    let lines = || Transcript::open(&home.join(record)).unwrap().lines;
    let recorded = |args: &[&str], code: i32| -> Did {
        let before = lines().len();
        let output = nkeep_at(home)
            .args(args)
            .env("NKEEP_TRANSCRIPT", record)
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(code), "{args:?}: {output:?}");
        let lines = lines();
        assert_eq!(lines.len(), before + 1, "{args:?}");
        match &lines[before].what {
            What::Did(did) => {
                assert_eq!(i32::from(did.code), code, "{args:?}");
                did.clone()
            }
            other => panic!("{args:?}: {other:?}"),
        }
    };
    let names = |did: &Did| -> Vec<String> {
        let files = did.files.iter();
        files
            .map(|file| format!("{} {}", file.way, file.name.rsplit('/').next().unwrap()))
            .collect()
    };
    let init = [
        "init",
        "-n",
        "ACME",
        "--new-identity",
        "identity.txt",
        "--offline-root",
        "working.nkeep",
        "--working-identity",
        "working.txt",
    ];
    let did = recorded(&init, 0);
    assert_eq!(names(&did), ["out working.nkeep", "out default.nkeep"]);
    assert!(did.result.contains("operator ACME: O"), "{}", did.result);
    assert!(
        did.result
            .contains("the identity of 1 operator stayed behind")
    );
    let export = ["export", "keys", "--operator", "--dir", "seeds"];
    let did = recorded(&export, 4);
    assert!(did.result.contains("keeps its root keys for ceremonies"));
    let export = [
        "export",
        "keys",
        "--users",
        "--include-jwts",
        "--dir",
        "users",
    ];
    let did = recorded(&export, 0);
    assert!(
        did.result.contains("seeds in the clear: U"),
        "{}",
        did.result
    );
    assert!(
        names(&did)
            .iter()
            .all(|name| name.starts_with("out U") && name.ends_with(".jwt"))
    );
    let did = recorded(&["generate", "nkey", "--user", "--out", "new.nk"], 0);
    assert!(did.result.starts_with("new keys: U"), "{}", did.result);
    recorded(&["nkey", "gen", "operator", "--out", "other.nk"], 0);
    let did = recorded(&["store", "backup", "copy.nkeep"], 0);
    assert_eq!(names(&did), ["out copy.nkeep"]);
    let split = [
        "ceremony",
        "split-store",
        "--to",
        "second.nkeep",
        "--new-identity",
        "second.txt",
    ];
    assert_eq!(names(&recorded(&split, 0)), ["out second.nkeep"]);
    recorded(&split, 1);
    std::fs::write(home.join("phrase"), "a passphrase of a page\n").unwrap();
    let through = |args: &[&str]| {
        let phrase = std::fs::File::open(home.join("phrase")).unwrap();
        let mut command = nkeep_at(home);
        command.args(args).args(["--page-passphrase-fd", "0"]);
        let output = command
            .env("NKEEP_TRANSCRIPT", record)
            .stdin(phrase)
            .output()
            .unwrap();
        assert!(output.status.success(), "{args:?}: {output:?}");
        match &lines().last().unwrap().what {
            What::Did(did) => did.clone(),
            other => panic!("{other:?}"),
        }
    };
    through(&["ceremony", "paper", "--dir", "paper"]);
    let page = "paper/ACME.paper.txt";
    let did = through(&["ceremony", "restore", page, "--verify-only"]);
    assert_eq!(names(&did), ["in ACME.paper.txt"]);
    let policy = common::at_home(home, &["ceremony", "policy", "show"]);
    std::fs::write(home.join("policy.json"), policy).unwrap();
    let did = recorded(&["ceremony", "policy", "set", "policy.json"], 0);
    assert_eq!(names(&did), ["in policy.json"]);

    // To look into a store changes nothing of its file.
    let look = [
        "--store",
        "working.nkeep",
        "--identity",
        "working.txt",
        "list",
        "accounts",
    ];
    common::at_home(home, &look);
    // Every file is found again, wherever it lies and whatever it is called by then.
    std::fs::create_dir(home.join("stick")).unwrap();
    std::fs::copy(home.join("working.nkeep"), home.join("stick/store")).unwrap();
    let verify = |files: &[&str]| {
        let mut command = nkeep_at(home);
        command.args(["ceremony", "transcript", "verify", record, "--with"]);
        command.args(files).output().unwrap()
    };
    let files = [
        "stick/store",
        "copy.nkeep",
        "second.nkeep",
        page,
        "policy.json",
    ];
    let output = verify(&files);
    // Nobody has signed it yet.
    assert_eq!(output.status.code(), Some(3), "{output:?}");
    let text = String::from_utf8(output.stdout).unwrap();
    for file in files {
        assert!(
            text.contains(&format!("[ OK ] \"{file}\" is what line ")),
            "{text}"
        );
    }
    assert!(
        text.contains("\"stick/store\" is what line 2 wrote as \"working.nkeep\""),
        "{text}"
    );
    let is_refused = |file: &str, says: &str| {
        let output = verify(&[file]);
        let why = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(7), "{why}");
        assert!(output.stdout.is_empty() && why.contains(says), "{why}");
    };
    is_refused("identity.txt", "does not stand in");
    let mut changed = std::fs::read(home.join("copy.nkeep")).unwrap();
    let last = changed.len() - 1;
    changed[last] ^= 1;
    std::fs::write(home.join("copy.nkeep"), changed).unwrap();
    is_refused("copy.nkeep", "is not what stands in line");

    // No secret of all that was made or typed stands in it.
    let record = std::fs::read_to_string(home.join(record)).unwrap();
    assert!(!nkeep::masking::holds_secret(&record));
    assert!(!record.contains("a passphrase of a page"));
    for file in [
        "identity.txt",
        "working.txt",
        "second.txt",
        "new.nk",
        "other.nk",
    ] {
        for line in std::fs::read_to_string(home.join(file)).unwrap().lines() {
            let is_comment = line.starts_with('#') || line.is_empty();
            assert!(is_comment || !record.contains(line), "{file}");
        }
    }
}

/// Nothing is done that the transcript would not have, and a trial is none of it.
#[test]
#[cfg(unix)]
fn without_its_transcript_no_command_of_a_ceremony_does_anything() {
    let home = common::estate();
    let home = home.path();
    for args in [
        &["store", "backup", "copy"][..],
        &["export", "keys", "--users", "--dir", "out"],
        &["generate", "nkey", "--user", "--out", "new.nk"],
        &[
            "init",
            "-n",
            "X",
            "--new-identity",
            "x.txt",
            "--store",
            "x.nkeep",
        ],
    ] {
        let missing = [args, &["--transcript", "none.ntranscript"]].concat();
        common::refusal::refused(home, &missing, 1, "there is no \"none.ntranscript\"");
    }
    begun(&home.join("a.ntranscript"));
    let before = std::fs::read(home.join("a.ntranscript")).unwrap();
    let tried = [
        "export",
        "keys",
        "--users",
        "--dir",
        "out",
        "--dry-run",
        "--transcript",
        "a.ntranscript",
    ];
    common::at_home(home, &tried);
    assert_eq!(std::fs::read(home.join("a.ntranscript")).unwrap(), before);
}

#[test]
fn who_takes_part_and_has_not_signed_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ntranscript");
    begun(&path);
    transcript::sign(&path, &stamp(), "Ada", &key(Kind::User)).unwrap();
    let verify = |more: &[&str]| {
        let args = [&["ceremony", "transcript", "verify", "a.ntranscript"], more];
        crate::common::at_home(folder.path(), &args.concat())
    };
    let text = verify(&[]);
    assert!(
        text.contains("[NOTE] Bo (witness) has not signed"),
        "{text}"
    );
    assert!(!text.contains("Ada (administrator) has not"), "{text}");
    let document: serde_json::Value = serde_json::from_str(&verify(&["--json"])).unwrap();
    let absent = serde_json::json!([{ "name": "Bo", "role": "witness" }]);
    assert_eq!(document["not_signed_by"], absent);
    transcript::sign(&path, &stamp(), "Bo", &key(Kind::User)).unwrap();
    assert!(!verify(&[]).contains("has not signed"));
}

/// Who breaks off where the hash is to be typed has done something all the same, and so has a terminal that goes away.
#[test]
#[cfg(unix)]
fn who_breaks_off_is_in_it() {
    use common::ceremonies::Two;
    use common::terminal::{exit_code, spawned};
    use expectrl::{ControlCode, Eof, Expect as _};

    let two = Two::new();
    two.ask("a.nreq", &["edit", "operator", "--sk", "generate"]);
    let transcript = two.root().join("day.ntranscript");
    begun(&transcript);
    let asked = || {
        let mut command = common::nkeep_at(two.root());
        command.args(["ceremony", "sign", "a.nreq", "-o", "a.nresp"]);
        command.env("NKEEP_TRANSCRIPT", &transcript);
        let mut session = spawned(command);
        session.get_process_mut().set_window_size(80, 200).unwrap();
        session.expect("ends this: ").unwrap();
        session
    };
    let last = |lines: usize| {
        let read = Transcript::open(&transcript).unwrap();
        assert_eq!(read.lines.len(), lines);
        let shown = ["ceremony", "transcript", "show", "day.ntranscript"];
        let shown = common::at_home(two.root(), &shown);
        assert!(shown.contains("ceremony sign a.nreq"), "{shown}");
        shown
    };
    let mut session = asked();
    session.send(ControlCode::EndOfText).unwrap();
    let said = session.expect(Eof).unwrap();
    let said = String::from_utf8_lossy(said.as_bytes()).into_owned();
    assert!(said.contains("nkeep: error: interrupted"), "{said}");
    assert_eq!(exit_code(&session), 130);
    let shown = last(2);
    assert!(shown.contains("interrupted"), "{shown}");
    let session = asked();
    let number = session.get_process().pid().to_string();
    let mut kill = std::process::Command::new("kill");
    assert!(kill.args(["-HUP", &number]).status().unwrap().success());
    assert_eq!(exit_code(&session), 128 + 1);
    let shown = last(3);
    assert!(shown.contains("ended by a signal"), "{shown}");
    assert!(!two.root().join("a.nresp").exists());
}
