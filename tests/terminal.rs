//! What a person sees at a terminal: secrets only when asked for, no control bytes, ^C.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::time::Duration;

use expectrl::{ControlCode, Eof, Expect as _, Session};

fn session(args: &[&str], folder: &std::path::Path) -> expectrl::session::OsSession {
    let mut command = common::nkeep();
    command.args(args).current_dir(folder);
    let mut session = Session::spawn(command).unwrap();
    session.set_expect_timeout(Some(Duration::from_secs(20)));
    session
}

/// Everything that is printed until the process ends, and its exit code.
fn shown(args: &[&str]) -> (String, i32) {
    let scratch = common::scratch();
    let mut session = session(args, scratch.path());
    let output = session.expect(Eof).unwrap();
    let text = String::from_utf8(output.as_bytes().to_vec()).unwrap();
    (text, exit_code(&session))
}

fn exit_code(session: &expectrl::session::OsSession) -> i32 {
    match session.get_process().wait().unwrap() {
        expectrl::process::unix::WaitStatus::Exited(_, code) => code,
        expectrl::process::unix::WaitStatus::Signaled(_, signal, _) => 128 + signal as i32,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_seed_is_shown_only_when_asked_for() {
    let (text, code) = shown(&["generate", "nkey", "--user"]);
    assert_eq!(code, 2, "{text}");
    assert!(!text.contains("SU"), "{text}");
    let (text, code) = shown(&["generate", "nkey", "--user", "--json"]);
    assert_eq!(code, 2, "{text}");
    assert!(!text.contains("SU"), "{text}");

    // Not in JSON either, at a terminal or not: JSON ends in logs.
    let json = ["generate", "nkey", "--user", "--json"];
    let piped = common::nkeep().args(json).output().unwrap();
    assert_eq!(piped.status.code(), Some(2), "{piped:?}");
    assert!(piped.stdout.is_empty(), "{piped:?}");

    let (text, code) = shown(&["generate", "nkey", "--user", "--reveal"]);
    assert_eq!(code, 0, "{text}");
    assert!(text.starts_with("SU"), "{text}");

    let (text, code) = shown(&["generate", "nkey", "--user", "--out", "new.nk"]);
    assert_eq!(code, 0, "{text}");
    assert!(text.starts_with('U') && text.len() < 60, "{text}");
}

#[test]
fn what_was_sealed_is_shown_only_when_asked_for() {
    let public = "XCHUBRNNW2HSKYSK4WZBJ2TWPJXMSTMCTU6XWXQ22G5G6PRBHAUF76G7";
    let unseal = ["nkey", "unseal", "message.box", "curve.nk", public];
    let (text, code) = shown(&unseal);
    assert_eq!(code, 2, "{text}");
    assert!(!text.contains("hello"), "{text}");
    let (text, code) = shown(&[&unseal[..], &["--reveal"]].concat());
    assert_eq!((text.trim(), code), ("hello", 0));

    // Sealed text may be anyone's: what could steer the terminal is not shown there.
    let scratch = common::scratch();
    std::fs::write(scratch.path().join("steers.txt"), "\u{1b}]52;c;aGk=\u{7}").unwrap();
    let sealed = common::nkeep()
        .args([
            "nkey",
            "seal",
            "steers.txt",
            "curve.nk",
            public,
            "--out",
            "steers.box",
        ])
        .current_dir(scratch.path())
        .output()
        .unwrap();
    assert!(sealed.status.success(), "{sealed:?}");
    let args = [
        "nkey",
        "unseal",
        "steers.box",
        "curve.nk",
        public,
        "--reveal",
    ];
    let mut session = session(&args, scratch.path());
    let text = String::from_utf8(session.expect(Eof).unwrap().as_bytes().to_vec()).unwrap();
    assert_eq!(exit_code(&session), 2, "{text}");
    assert!(
        !text.contains('\u{1b}') && text.contains("--output"),
        "{text}"
    );
}

#[test]
fn there_are_no_control_bytes() {
    for args in [
        &["--help"][..],
        &["nope"],
        &["describe", "jwt", "user.creds"],
        &["nkey", "show", "nope"],
    ] {
        let (text, _) = shown(args);
        let control = text
            .chars()
            .find(|character| character.is_control() && !matches!(character, '\r' | '\n'));
        assert_eq!(control, None, "{args:?}: {text:?}");
    }
}

#[test]
fn interrupting_a_command_that_waits_for_input_ends_it() {
    let scratch = common::scratch();
    let plain = common::nkeep();
    // Whoever starts the tests in the background may have ^C ignored, and hands that on.
    let mut command = std::process::Command::new("python3");
    command.args(["-c", "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); os.execv(sys.argv[1], sys.argv[1:])"]);
    command
        .arg(plain.get_program())
        .args(["nkey", "sign", "-", "user.nk"]);
    command.current_dir(scratch.path());
    let mut session = Session::spawn(command).unwrap();
    // Nothing is printed that tells when it waits, so it is interrupted until it has ended.
    session.set_expect_timeout(Some(Duration::from_millis(50)));
    let begun = std::time::Instant::now();
    while session.expect(Eof).is_err() {
        assert!(begun.elapsed() < Duration::from_secs(60), "it does not end");
        session.send(ControlCode::EndOfText).unwrap();
    }
    assert_eq!(exit_code(&session), 130);
}

/// A command of the store at a terminal, in that home.
fn at_terminal(home: &std::path::Path, args: &[&str]) -> expectrl::session::OsSession {
    let mut command = common::nkeep_at(home);
    command.args(args);
    let mut session = Session::spawn(command).unwrap();
    session.set_expect_timeout(Some(Duration::from_secs(20)));
    session
}

/// Answers questions in turn, and says what was printed after the last, and the exit code.
fn answered(home: &std::path::Path, args: &[&str], answers: &[(&str, &str)]) -> (String, i32) {
    let mut session = at_terminal(home, args);
    for (question, answer) in answers {
        session.expect(*question).unwrap();
        session.send_line(*answer).unwrap();
    }
    let output = session.expect(Eof).unwrap();
    let text = String::from_utf8(output.as_bytes().to_vec()).unwrap();
    (text, exit_code(&session))
}

const NEW: &str = "made for you): ";
const AGAIN: &str = "The same again: ";
const ASKED: &str = "Passphrase of the store: ";
const GOOD: &str = "correct horse battery";

fn with_passphrase() -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    let args = ["init", "-n", "ACME"];
    let (text, code) = answered(home.path(), &args, &[(NEW, GOOD), (AGAIN, GOOD)]);
    assert_eq!(code, 0, "{text}");
    assert!(!text.contains(GOOD), "{text}");
    home
}

#[test]
fn a_passphrase_opens_the_store_and_another_does_not() {
    let home = with_passphrase();
    let add = ["add", "account", "ORDERS"];
    let (text, code) = answered(home.path(), &add, &[(ASKED, "something else")]);
    assert_eq!(code, 5, "{text}");
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
    assert_eq!(answered(home.path(), &add, &[(ASKED, GOOD)]).1, 5);
    assert_eq!(
        answered(home.path(), &add, &[(ASKED, "another good one")]).1,
        0
    );
}

#[test]
fn a_new_passphrase_is_typed_twice_and_is_not_short() {
    for answers in [
        &[(NEW, GOOD), (AGAIN, "correct horse cattery")][..],
        &[(NEW, "short")],
    ] {
        let home = tempfile::tempdir().unwrap();
        let (text, code) = answered(home.path(), &["store", "init"], answers);
        assert_eq!(code, 2, "{text}");
        assert!(!home.path().join(".local").exists());
    }
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
    session.send_line(made).unwrap();
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
    session.set_expect_timeout(Some(Duration::from_secs(20)));
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
