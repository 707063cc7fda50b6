//! What a person sees at a terminal: secrets only when asked for, no control bytes, ^C.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::time::Duration;

use common::terminal::{AGAIN, GOOD, NEW, answered, exit_code};
use expectrl::{ControlCode, Eof, Expect as _, Session};

fn session(args: &[&str], folder: &std::path::Path) -> expectrl::session::OsSession {
    let mut command = common::nkeep();
    command.args(args).current_dir(folder);
    let mut session = Session::spawn(command).unwrap();
    session.set_expect_timeout(Some(common::LONG));
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
        assert!(begun.elapsed() < common::LONG, "it does not end");
        session.send(ControlCode::EndOfText).unwrap();
    }
    assert_eq!(exit_code(&session), 130);
}

/// A seed is neither shown while it is typed or pasted, nor left for the shell; ^C and ^D end the question.
#[test]
fn a_seed_is_not_echoed() {
    let scratch = common::scratch();
    let read = |file: &str| std::fs::read_to_string(scratch.path().join(file)).unwrap();
    let (seed, creds) = (read("user.nk"), read("user.creds"));
    let public = "UCVKH7WUWDYUXITU7KSYG7DYV3AO5H42WXFGNOL3IIA3Q5PWVCLMUQ6H";
    let typed = |args: &[&str], text: &str| {
        let mut session = session(args, scratch.path());
        session.expect("Seed (it is not shown): ").unwrap();
        session.send(text).unwrap();
        let output = session.expect(Eof).unwrap();
        let text = String::from_utf8(output.as_bytes().to_vec()).unwrap();
        (text, exit_code(&session))
    };
    let show = ["nkey", "show", "-"];
    for input in [
        &*seed,
        &format!("{}\n", seed.trim()),
        &creds,
        &creds.replace('\n', "\r"),
    ] {
        let (text, code) = typed(&show, input);
        assert_eq!(code, 0, "{text}");
        assert!(
            text.contains(public) && !text.contains(&seed[..20]),
            "{text}"
        );
    }
    let (text, code) = typed(&["nkey", "sign", "message.txt", "-"], &seed);
    assert!(code == 0 && !text.contains(&seed[..20]), "{text}");
    assert_eq!(typed(&show, "SUA\u{3}").1, 130);
    assert_eq!(typed(&show, "\u{4}").1, 1);
    let (text, code) = typed(&show, "SUAMISTYPED\n");
    assert!(code == 1 && !text.contains("MISTYPED"), "{text}");
}

#[test]
fn a_name_is_typed_in_any_script() {
    let home = tempfile::tempdir().unwrap();
    // Backspace takes a character back, of however many bytes.
    let answers = [
        ("Name of the operator: ", "Gräö\u{7f}\u{7f}öß☃\u{7f}e"),
        (NEW, GOOD),
        (AGAIN, GOOD),
    ];
    let (text, code) = answered(home.path(), &["init"], &answers);
    assert_eq!(code, 0, "{text}");
    common::at_home(home.path(), &["describe", "operator", "Größe"]);
}

/// Who logs out, or whose terminal is closed under a question, does not leave a shell that shows nothing.
#[test]
fn a_signal_at_a_question_gives_the_echo_back() {
    for (signal, code) in [("TERM", 143), ("HUP", 129), ("INT", 130)] {
        signalled(signal, code);
    }
}

fn signalled(signal: &str, code: i32) {
    let home = tempfile::tempdir().unwrap();
    let program = env!("CARGO_BIN_EXE_nkeep");
    let inner = format!("echo pid $$.; exec {program} store init");
    let line = format!("stty echo; sh -c '{inner}'; echo code $?.; stty -a; echo done");
    let mut shell = std::process::Command::new("sh");
    shell.args(["-c", &line]).env("HOME", home.path());
    let mut session = Session::spawn(shell).unwrap();
    session.set_expect_timeout(Some(common::LONG));
    session.expect("pid ").unwrap();
    let pid = session.expect(".").unwrap();
    let pid = String::from_utf8(pid.before().to_vec()).unwrap();
    session.expect(NEW).unwrap();
    let killed = std::process::Command::new("kill")
        .args([&format!("-{signal}"), &pid])
        .status();
    assert!(killed.unwrap().success());
    let after = session.expect(Eof).unwrap();
    let after = String::from_utf8_lossy(after.as_bytes()).into_owned();
    assert!(after.contains("done"), "{after}");
    // Where the tests run with the signal ignored, as under nohup, the question is over all the same.
    let ended = [code, 130].map(|code| format!("code {code}."));
    assert!(ended.iter().any(|code| after.contains(code)), "{after}");
    assert!(
        after.split_whitespace().any(|mode| mode == "echo"),
        "{after}"
    );
}
