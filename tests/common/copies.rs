//! An estate by the clock of the system, of which there may be two copies, and servers that have what one of them pushed.

use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

#[cfg(feature = "net")]
pub use super::refusal::key;
use super::refusal::said;
use super::{live, live_at, live_line};

/// The same home once more, as on another machine.
#[must_use]
pub fn copy_of(home: &Path) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let from = format!("{}/.", home.display());
    let copied = Command::new("cp")
        .args(["-a", &from])
        .arg(folder.path())
        .status();
    assert!(copied.unwrap().success());
    folder
}

/// Writes the configuration that servers start with.
pub fn config(home: &Path, args: &[&str]) {
    let file = [
        "generate",
        "config",
        "--config-file",
        "nats.conf",
        "--force",
    ];
    live_at(home, &[&file, args].concat());
}

/// The document of a command that must succeed.
#[must_use]
pub fn json(home: &Path, args: &[&str]) -> Value {
    serde_json::from_str(&live_at(home, &[args, &["--json"]].concat())).unwrap()
}

/// The token of an account or operator.
#[must_use]
pub fn raw(home: &Path, kind: &str, name: &str) -> String {
    let token = live_at(home, &["describe", kind, name, "--raw"]);
    token.trim().to_owned()
}

/// The token of an account.
#[must_use]
pub fn token(home: &Path, account: &str) -> String {
    raw(home, "account", account)
}

/// The token of the operator.
#[must_use]
pub fn operator(home: &Path) -> String {
    live_line(home, "describe operator --raw")
}

/// When the token of ACME was signed.
#[must_use]
pub fn issued_at(home: &Path) -> i64 {
    let described = json(home, &["describe", "account", "ACME"]);
    described["iat"].as_i64().unwrap()
}

/// The creds of a user.
#[must_use]
pub fn creds(home: &Path, account: &str, user: &str) -> String {
    live_at(home, &["generate", "creds", "-a", account, "-n", user])
}

/// What a command does that talks to a server.
#[must_use]
pub fn at(home: &Path, url: &str, args: &[&str]) -> Output {
    let mut command = live(home);
    command.args(args).args(["-u", url]);
    command.output().unwrap()
}

/// A push to a server that must succeed.
pub fn pushed(home: &Path, url: &str, args: &[&str]) {
    let output = at(home, url, &[&["push"], args].concat());
    assert!(output.status.success(), "{output:?}");
}

/// What it prints, data first, when it ends with that code.
#[must_use]
pub fn ends(home: &Path, url: &str, args: &[&str], code: i32) -> String {
    let output = at(home, url, args);
    assert_eq!(output.status.code(), Some(code), "{args:?}: {output:?}");
    printed(&output)
}

/// What it printed, data first.
#[must_use]
pub fn printed(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap() + &said(output)
}

/// Its document when it ends with that code.
#[must_use]
pub fn document(home: &Path, url: &str, args: &[&str], code: i32) -> Value {
    let output = at(home, url, &[args, &["--json"]].concat());
    assert_eq!(output.status.code(), Some(code), "{args:?}: {output:?}");
    serde_json::from_slice(&output.stdout).unwrap()
}

/// All of these stand in a text.
pub fn has(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "{part}: {text}");
    }
}

/// Runs commands of nkeep's by a clock that stands a little ahead, so that two of them sign in the same second.
pub fn in_a_second(home: &Path, second: i64, args: &[&str]) {
    let output = live(home)
        .args(args)
        .env("NKEEP_TEST_CLOCK", second.to_string())
        .output()
        .unwrap();
    assert!(output.status.success(), "{args:?}: {output:?}");
}

/// The time by the system's clock.
#[must_use]
pub fn now() -> i64 {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    now.unwrap().as_secs().try_into().unwrap()
}
