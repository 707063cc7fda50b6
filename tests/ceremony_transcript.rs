//! A transcript says what was done, and no byte of it can be another.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;
use std::sync::LazyLock;

use nkeep::ceremony::CeremonyError;
use nkeep::ceremony::canonical::{Content as _, Sheet};
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
        current,
        proposed: token.rsplit_once('.').unwrap().0.to_owned(),
    })
    .unwrap();
    request.sign(POSSESSION, &new).unwrap();
    let response = Response::to(&request, token, root).unwrap();
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
    // Another token in the answer to this request.
    let token = |sheet: &str| {
        let line: serde_json::Value = serde_json::from_str(sheet.lines().next().unwrap()).unwrap();
        line["token"].as_str().unwrap().to_owned()
    };
    let content = Response {
        nkeep: Response::TITLE.to_owned(),
        operator: root.public().to_string(),
        request: Sheet::<Request>::read("", request.as_bytes())
            .unwrap()
            .sha256(),
        token: token(&others.text()),
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
    let question = "Type the last 8 letters of the head to sign it: ";
    let (said, code) = answered(home, &sign, &[(question, "yes")]);
    assert_eq!(code, 1, "{said}");
    let head = Transcript::open(&home.join("a.ntranscript"))
        .unwrap()
        .head()
        .to_owned();
    let (said, code) = answered(home, &sign, &[(question, &head[56..])]);
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
