//! A person at a terminal, who answers what they are asked.

use std::path::Path;

use expectrl::{Eof, Expect as _, Session};

pub fn exit_code(session: &expectrl::session::OsSession) -> i32 {
    match session.get_process().wait().unwrap() {
        expectrl::process::unix::WaitStatus::Exited(_, code) => code,
        expectrl::process::unix::WaitStatus::Signaled(_, signal, _) => 128 + signal as i32,
        other => panic!("{other:?}"),
    }
}

/// A command of the store at a terminal, in that home.
pub fn at_terminal(home: &Path, args: &[&str]) -> expectrl::session::OsSession {
    let mut command = super::nkeep_at(home);
    command.args(args);
    spawned(command)
}

/// The same of a command with an environment of its own.
pub fn spawned(command: std::process::Command) -> expectrl::session::OsSession {
    let mut session = Session::spawn(command).unwrap();
    session.set_expect_timeout(Some(super::LONG));
    session
}

/// Answers as long as there is somebody who asks: what stood there, and the exit code.
pub fn asked(command: std::process::Command, question: &str, answers: &[&str]) -> (String, i32) {
    use expectrl::Any;

    let mut session = spawned(command);
    let mut said = String::new();
    for answer in answers.iter().map(Some).chain([None]) {
        let until = match answer {
            Some(_) => Any::boxed(vec![Box::new(question.to_owned()), Box::new(Eof)]),
            None => Any::boxed(vec![Box::new(Eof)]),
        };
        let Ok(found) = session.expect(until) else {
            break;
        };
        said.push_str(&String::from_utf8_lossy(found.as_bytes()));
        if answer.is_none_or(|answer| session.send_line(answer).is_err()) {
            break;
        }
    }
    (said, exit_code(&session))
}

/// Answers questions in turn, and says what was printed after the last, and the exit code.
pub fn answered(home: &Path, args: &[&str], answers: &[(&str, &str)]) -> (String, i32) {
    let mut session = at_terminal(home, args);
    for (question, answer) in answers {
        session.expect(*question).unwrap();
        session.send_line(*answer).unwrap();
    }
    let output = session.expect(Eof).unwrap();
    let text = String::from_utf8(output.as_bytes().to_vec()).unwrap();
    (text, exit_code(&session))
}

pub const NEW: &str = "made for you): ";
pub const AGAIN: &str = "The same again: ";
pub const ASKED: &str = "Passphrase of the store: ";
pub const GOOD: &str = "correct horse battery";

pub fn with_passphrase() -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    let args = ["init", "-n", "ACME"];
    let (text, code) = answered(home.path(), &args, &[(NEW, GOOD), (AGAIN, GOOD)]);
    assert_eq!(code, 0, "{text}");
    assert!(!text.contains(GOOD), "{text}");
    home
}
