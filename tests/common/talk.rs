//! A dialogue with `-i`, and a store in which there is something to be asked.

use std::path::Path;
use std::process::Command;

use expectrl::{Eof, Expect as _, Session};

use super::terminal::{at_terminal, exit_code};

pub const RUN: &str = "Run it [";

/// Accounts ACME and SHOP with all that can be edited.
pub fn estate() -> tempfile::TempDir {
    let home = super::estate();
    for line in [
        "add account SHOP",
        "add user clerk -a SHOP --allow-pub orders.new --tag desk",
        "add export -a ACME -s prices.>",
        "add export -a ACME -n quote -s quote.* --service --latency times --sampling 25",
        "add export -a ACME -s orders.> --private",
        "add import -a SHOP --src-account ACME --remote-subject prices.>",
        "add mapping -a SHOP --from a --to b",
        "edit account SHOP --tag eu,prod",
        "edit signing-key --sk generate --role reader -a SHOP --allow-sub news",
        "revocations add-user -u UCVKH7WUWDYUXITU7KSYG7DYV3AO5H42WXFGNOL3IIA3Q5PWVCLMUQ6H -a SHOP",
        "edit operator --service-url nats://b:4222 --tag old",
        "revocations add-activation -a ACME -s orders.> -t SHOP",
        "generate activation -a ACME -s orders.> -t SHOP -o leave.jwt",
        "select account SHOP",
    ] {
        let words: Vec<&str> = line.split(' ').collect();
        super::at_home(home.path(), &words);
    }
    home
}

/// Answers in turn, then types that; what was printed, and the exit code.
pub fn talked(
    home: &Path,
    args: &[&str],
    talk: &[(&str, &str)],
    last: (&str, &str),
) -> (String, i32) {
    let mut session = at_terminal(home, args);
    let mut text = String::new();
    for (question, keys) in talk.iter().chain([&last]) {
        let found = session.expect(*question).unwrap_or_else(|error| {
            panic!("{args:?} does not ask {question:?}: {error} after {text}")
        });
        text.push_str(&String::from_utf8_lossy(found.before()));
        text.push_str(question);
        session.send(*keys).unwrap();
    }
    let rest = session.expect(Eof).unwrap();
    text.push_str(&String::from_utf8_lossy(rest.as_bytes()));
    (text, exit_code(&session))
}

/// A shell at a terminal that runs that line.
pub fn shell(home: &Path, line: &str) -> expectrl::session::OsSession {
    let mut shell = Command::new("sh");
    shell.args(["-c", line]).current_dir(home).env_clear();
    let plain = super::nkeep_at(home);
    shell.envs(
        plain
            .get_envs()
            .filter_map(|(name, value)| Some((name, value?))),
    );
    shell.env("PATH", "/usr/bin:/bin");
    let mut session = Session::spawn(shell).unwrap();
    session.set_expect_timeout(Some(super::LONG));
    session
}

/// The command that is shown, and the same with every key called KEY.
pub fn shown_line(text: &str) -> (String, String) {
    let line = text.lines().find(|line| line.starts_with("  nkeep "));
    let line = line
        .unwrap_or_else(|| panic!("no command in {text}"))
        .trim()
        .to_owned();
    let word = |word: &str| if word.len() == 56 { "KEY" } else { word }.to_owned();
    let words: Vec<String> = line.split(' ').map(word).collect();
    (line, words.join(" "))
}
