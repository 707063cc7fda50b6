//! The passphrase of a store at a terminal: asked for, typed twice, changed, interrupted; and no creds unasked.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use common::terminal::{
    AGAIN, ASKED, GOOD, NEW, answered, at_terminal, exit_code, with_passphrase,
};
use expectrl::{ControlCode, Eof, Expect as _, Session};

#[test]
fn a_passphrase_opens_the_store_and_another_does_not() {
    let home = with_passphrase();
    let add = ["add", "account", "ORDERS"];
    let (text, code) = answered(home.path(), &add, &[(ASKED, "something else"); 3]);
    assert_eq!(code, 5, "{text}");
    // A slip is no reason to begin again.
    let slips = [(ASKED, "slip"), (ASKED, "slip"), (ASKED, GOOD)];
    let (text, code) = answered(home.path(), &["add", "account", "SLIPPED"], &slips);
    assert_eq!(code, 0, "{text}");
    let (text, code) = answered(home.path(), &add, &[(ASKED, GOOD)]);
    assert_eq!(code, 0, "{text}");
    // Nobody is asked who is not there.
    let output = common::nkeep_at(home.path())
        .args(["add", "account", "X"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(4), "{output:?}");
    let (text, code) = answered(home.path(), &["add", "account", "X", "--no-input"], &[]);
    assert_eq!(code, 4, "{text}");
}

#[test]
fn a_passphrase_is_changed_with_the_old_one() {
    let home = with_passphrase();
    let args = ["store", "passphrase"];
    let answers = [
        (ASKED, GOOD),
        (NEW, "another good one"),
        (AGAIN, "another good one"),
    ];
    let (text, code) = answered(home.path(), &args, &answers);
    assert_eq!(code, 0, "{text}");
    let add = ["add", "account", "ORDERS"];
    assert_eq!(answered(home.path(), &add, &[(ASKED, GOOD); 3]).1, 5);
    assert_eq!(
        answered(home.path(), &add, &[(ASKED, "another good one")]).1,
        0
    );
}

#[test]
fn a_new_passphrase_is_typed_twice_and_is_not_short() {
    for answers in [
        &[&[(NEW, GOOD)][..], &[(AGAIN, "correct horse cattery"); 3]].concat()[..],
        &[(NEW, "short"); 3],
    ] {
        let home = tempfile::tempdir().unwrap();
        let (text, code) = answered(home.path(), &["store", "init"], answers);
        assert_eq!(code, 2, "{text}");
        assert!(!home.path().join(".local").exists());
    }
}

/// Whoever chose a short one is told how long it is to be, and chooses again.
#[test]
fn a_short_passphrase_is_no_end() {
    const LONG: &str = "(12 characters or more; just Enter, and one is made for you): ";
    let home = tempfile::tempdir().unwrap();
    let answers = [(LONG, "short"), (LONG, "aaaaaaaaaaaaaaaa"), (LONG, GOOD)];
    let answers = [&answers[..], &[(AGAIN, GOOD)]].concat();
    let (text, code) = answered(home.path(), &["store", "init"], &answers);
    assert_eq!(code, 0, "{text}");
}

#[test]
fn a_passphrase_can_be_made() {
    let home = tempfile::tempdir().unwrap();
    let mut session = at_terminal(home.path(), &["store", "init", "--generate-passphrase"]);
    let shown = session.expect("type it: ").unwrap();
    let text = String::from_utf8(shown.as_bytes().to_vec()).unwrap();
    let made = text
        .split_whitespace()
        .find(|word| word.matches('-').count() == 4)
        .unwrap();
    assert_eq!(made.len(), 24, "{text}");
    // Typed back it is compared and nothing else: capitals and blanks are no slip, and what is one has a number.
    session.send_line("abcd").unwrap();
    session.expect("2 tries left").unwrap();
    session.expect("type it: ").unwrap();
    let loosely = made.replace('-', " ").to_uppercase();
    session.send_line(&loosely).unwrap();
    session.expect(Eof).unwrap();
    assert_eq!(exit_code(&session), 0);
    assert_eq!(
        answered(
            home.path(),
            &["store", "passphrase"],
            &[(ASKED, made), (NEW, GOOD), (AGAIN, GOOD)]
        )
        .1,
        0
    );
}

#[test]
fn interrupting_a_question_gives_the_echo_back() {
    let home = with_passphrase();
    let plain = common::nkeep_at(home.path());
    let program = plain.get_program().to_str().unwrap().to_owned();
    let mut command = std::process::Command::new("sh");
    command.args([
        "-c",
        &format!("stty echo; stty -a; {program} unlock; echo code $?; stty -a"),
    ]);
    command
        .env("HOME", home.path())
        .env("NKEEP_TEST_WORK_FACTOR", "2");
    let mut session = Session::spawn(command).unwrap();
    session.set_expect_timeout(Some(common::LONG));
    let before = session.expect(ASKED).unwrap();
    let before = String::from_utf8_lossy(before.as_bytes()).into_owned();
    session.send("half a secret").unwrap();
    session.send(ControlCode::EndOfText).unwrap();
    let after = session.expect(Eof).unwrap();
    let after = String::from_utf8_lossy(after.as_bytes()).into_owned();
    assert!(after.contains("code 130"), "{after}");
    assert!(!after.contains("half a secret"), "{after}");
    let modes = |text: &str| -> Vec<String> {
        text.split_whitespace()
            .filter(|word| {
                word.trim_start_matches('-').starts_with("echo")
                    || word.ends_with("icanon")
                    || word.ends_with("isig")
            })
            .map(str::to_owned)
            .collect()
    };
    assert!(modes(&before).contains(&"echo".to_owned()), "{before}");
    assert_eq!(modes(&before), modes(&after));
}

#[test]
fn creds_are_shown_only_when_asked_for() {
    let home = common::estate();
    let creds = ["generate", "creds", "-n", "ACME"];
    for more in [&[][..], &["--json"], &["-o", "--"]] {
        let args = [&creds[..], more].concat();
        let (text, code) = answered(home.path(), &args, &[]);
        assert_eq!(code, 2, "{text}");
        assert!(text.contains("--reveal"), "{text}");
        assert!(!text.contains("SU") && !text.contains("BEGIN"), "{text}");
    }
    let args = [&creds[..], &["--reveal"]].concat();
    let (text, code) = answered(home.path(), &args, &[]);
    assert_eq!(code, 0, "{text}");
    assert!(text.contains("BEGIN USER NKEY SEED"), "{text}");
    // To files it needs no leave, and the terminal hears of the file alone.
    for args in [
        [&creds[..], &["-o", "a.creds"]].concat(),
        vec!["export", "keys", "--all", "--dir", "seeds"],
    ] {
        let (text, code) = answered(home.path(), &args, &[]);
        assert_eq!(code, 0, "{text}");
        assert!(text.starts_with("nkeep: wrote "), "{text}");
        let seed = text
            .split(|character: char| !character.is_ascii_alphanumeric())
            .find(|word| nkeep::nkey::Seed::parse(word).is_ok());
        assert_eq!(seed, None);
    }
}

/// A refused answer leaves no store behind, not even a folder for one.
#[test]
fn a_store_is_made_only_when_all_answers_fit() {
    let name = "Name of the operator: ";
    let full = ["init", "-n", "ACME"];
    let made = ["init", "-n", "ACME", "--generate-passphrase"];
    for (args, answers) in [
        (
            &full[..],
            &[&[(NEW, GOOD)][..], &[(AGAIN, "correct horse cattery"); 3]].concat()[..],
        ),
        (&full, &[(NEW, GOOD), (AGAIN, ""), (AGAIN, ""), (AGAIN, "")]),
        (&full, &[(NEW, "too brief"); 3]),
        (&made, &[("type it: ", "not what was shown"); 3]),
        (&["init"], &[(name, "a/b")]),
        (&["init"], &[(name, "")]),
    ] {
        let home = tempfile::tempdir().unwrap();
        let (text, code) = answered(home.path(), args, answers);
        assert_eq!(code, 2, "{args:?}: {text}");
        assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 0);
        for (question, answer) in answers {
            let secret = *question != name && !answer.is_empty();
            assert!(!secret || !text.contains(answer), "{text}");
        }
    }
    let home = tempfile::tempdir().unwrap();
    let answers = [(name, "ACME"), (NEW, GOOD), (AGAIN, GOOD)];
    let (text, code) = answered(home.path(), &["init"], &answers);
    assert_eq!(code, 0, "{text}");
    common::at_home(home.path(), &["describe", "operator", "ACME"]);
}

/// Who mistypes the new passphrase still has the old one.
#[test]
fn a_passphrase_that_is_not_changed_still_opens() {
    let home = with_passphrase();
    let store = home.path().join(".local/share/nkeep/default.nkeep");
    let before = std::fs::read(&store).unwrap();
    let args = ["store", "passphrase"];
    for (answers, expected) in [
        (&[(ASKED, "not the passphrase"); 3][..], 5),
        (&[(ASKED, ""); 3], 5),
        (
            &[
                (ASKED, GOOD),
                (NEW, "another good one"),
                (AGAIN, "another one"),
                (AGAIN, "another one"),
                (AGAIN, "another one"),
            ],
            2,
        ),
        (
            &[
                (ASKED, GOOD),
                (NEW, "too brief"),
                (NEW, "too brief"),
                (NEW, "too brief"),
            ],
            2,
        ),
    ] {
        let (text, code) = answered(home.path(), &args, answers);
        assert_eq!(code, expected, "{text}");
        assert!(before == std::fs::read(&store).unwrap());
    }
    // Nobody at hand to ask.
    let output = common::nkeep_at(home.path()).args(args).output().unwrap();
    assert_eq!(output.status.code(), Some(4), "{output:?}");
    let add = ["add", "user", "x"];
    assert_eq!(answered(home.path(), &add, &[(ASKED, GOOD)]).1, 0);
}

/// ^C at any question of a new store: nothing is made.
#[test]
fn interrupting_a_new_store_leaves_nothing() {
    for args in [
        &["init", "-n", "ACME"][..],
        &["store", "init"],
        &["store", "init", "--generate-passphrase"],
    ] {
        let home = tempfile::tempdir().unwrap();
        let mut session = at_terminal(home.path(), args);
        // Every question ends so.
        session.expect(": ").unwrap();
        if !args.contains(&"--generate-passphrase") {
            session.send_line(GOOD).unwrap();
            session.expect(AGAIN).unwrap();
        }
        session.send("half of").unwrap();
        session.send(ControlCode::EndOfText).unwrap();
        session.expect(Eof).unwrap();
        assert_eq!(exit_code(&session), 130, "{args:?}");
        assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 0);
    }
}

/// What an open file has is read on from where it stands, a line for each question.
#[test]
fn one_file_holds_the_old_passphrase_and_the_new_one() {
    let home = with_passphrase();
    let program = env!("CARGO_BIN_EXE_nkeep");
    let shell = |line: &str| {
        let mut shell = std::process::Command::new("bash");
        shell.args(["-c", line]).env("N", program);
        shell.current_dir(home.path()).env("HOME", home.path());
        shell.env("NKEEP_TEST_WORK_FACTOR", "2").output().unwrap()
    };
    std::fs::write(
        home.path().join("lines"),
        format!("skipped\n{GOOD}\nanother good one\n"),
    )
    .unwrap();
    let both = "exec 3< lines; read -r skipped <&3; $N store passphrase --passphrase-fd 3 --new-passphrase-fd 3";
    let changed = shell(both);
    assert!(changed.status.success(), "{changed:?}");
    let added = shell("$N add user x --passphrase-fd 3 3<<<'another good one'");
    assert!(added.status.success(), "{added:?}");
    let closed = shell("$N add user y --passphrase-fd 9");
    assert_eq!(closed.status.code(), Some(1), "{closed:?}");
    assert!(
        String::from_utf8_lossy(&closed.stderr).contains("file descriptor 9"),
        "{closed:?}"
    );
}

/// What a supervisor hands over may be a socket.
#[test]
fn a_passphrase_comes_out_of_a_socket() {
    use std::io::Write as _;
    let home = with_passphrase();
    let (mut ours, theirs) = std::os::unix::net::UnixStream::pair().unwrap();
    ours.write_all(format!("{GOOD}\n").as_bytes()).unwrap();
    let added = common::nkeep_at(home.path())
        .args(["add", "user", "x", "--passphrase-fd", "0"])
        .stdin(std::os::fd::OwnedFd::from(theirs))
        .output()
        .unwrap();
    assert!(added.status.success(), "{added:?}");
}

/// Whoever is taken out of those who open the store takes the passphrase along that their identity was kept with.
#[test]
fn a_passphrase_whose_identity_opens_nothing_is_none() {
    let home = with_passphrase();
    let home = home.path();
    let add = ["store", "recipients", "add", "--new-identity", "f.txt"];
    let add = [&add[..], &["--label", "f"]].concat();
    assert_eq!(answered(home, &add, &[(ASKED, GOOD)]).1, 0);
    let recipients = || {
        let mut doctor = common::nkeep_at(home);
        doctor.env("NKEEP_IDENTITY", home.join("f.txt"));
        let output = doctor.args(["doctor", "--json"]).output().unwrap();
        let document: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        let mut found = document["findings"].as_array().unwrap().iter();
        let one = found.find(|one| one["check"] == "recipients").unwrap();
        one["says"].as_str().unwrap().to_owned()
    };
    let info = || common::at_home(home, &["store", "info"]);
    assert_eq!(recipients(), "a passphrase opens the store");

    let remove = ["store", "recipients", "remove", "first"];
    let of_roots = [&remove[..], &["--class", "root"]].concat();
    common::at_home(home, &[&of_roots[..], &["--identity", "f.txt"]].concat());
    let alone = "one identity alone opens root keys: if its file is lost, nobody does";
    assert_eq!(recipients(), alone);
    assert!(info().contains("a passphrase; an identity in a file opens root keys"));

    let all = [&remove[..], &["--identity", "f.txt"]].concat();
    common::at_home(home, &all);
    assert_eq!(recipients(), alone);
    assert!(info().contains("an identity in a file"), "{}", info());
    // It is not asked for, either.
    let (text, code) = answered(home, &["add", "account", "X"], &[]);
    assert_eq!(code, 4, "{text}");
    assert!(text.contains("its identity is kept in a file"), "{text}");
}
