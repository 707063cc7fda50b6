//! What several tests need: the binary without the caller's environment, and fixtures as a careful user would have them.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[cfg(all(unix, feature = "net"))]
pub mod callout;
#[cfg(unix)]
pub mod ceremonies;
#[cfg(unix)]
pub mod coming;
#[cfg(unix)]
pub mod copies;
#[cfg(unix)]
pub mod crowd;
#[cfg(unix)]
pub mod dialogues;
#[cfg(target_os = "linux")]
pub mod faults;
pub mod manifests;
#[cfg(unix)]
pub mod market;
#[cfg(all(unix, feature = "net"))]
pub mod oidc;
#[cfg(unix)]
pub mod refusal;
#[cfg(unix)]
pub mod rotated;
pub mod sealing;
pub mod servers;
#[cfg(unix)]
pub mod shown;
#[cfg(unix)]
pub mod source;
#[cfg(unix)]
pub mod talk;
#[cfg(unix)]
pub mod terminal;
#[cfg(unix)]
pub mod validation;
#[cfg(feature = "net")]
pub mod web;
#[cfg(unix)]
pub mod wire;

use std::cell::Cell;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use data_encoding::BASE64URL_NOPAD;
use nkeep::nkey::AnyKeyPair;

pub use servers::LONG;

/// The binary, with an environment of its own.
#[must_use = "run it, and look at what it printed and returned"]
pub fn nkeep() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_nkeep"));
    command.env_clear().env("TZ", "UTC").env("COLUMNS", "80");
    if !LIVE.get() {
        command.env("NKEEP_TEST_CLOCK", "1795200000");
    }
    command
}

thread_local! {
    /// Whether every command of this test has the clock of the system.
    static LIVE: Cell<bool> = const { Cell::new(false) };
}

/// From now on every command that this test runs has the clock of the system, which servers have, too.
pub fn by_the_clock_of_the_system() {
    LIVE.set(true);
}

/// A folder with an estate in it: the store of operator ACME, whose identity is in `identity.txt`.
#[must_use]
pub fn estate() -> tempfile::TempDir {
    let folder = scratch();
    at_home(
        folder.path(),
        &["init", "-n", "ACME", "--new-identity", "identity.txt"],
    );
    folder
}

/// What everything that is random in a run begins with: `./prove` has another each time, and says which; `./test` has the same.
pub fn seed() -> u64 {
    std::env::var("NKEEP_TEST_SEED").map_or(0, |text| text.parse().unwrap())
}

/// The binary with that folder as its home and working directory, and the identity there.
#[must_use = "run it, and look at what it printed and returned"]
pub fn nkeep_at(home: &Path) -> Command {
    let mut command = nkeep();
    command
        .current_dir(home)
        .env("HOME", home)
        .env("NKEEP_TEST_WORK_FACTOR", "2");
    if home.join("identity.txt").exists() {
        command.env("NKEEP_IDENTITY", home.join("identity.txt"));
    }
    command
}

/// What a command that must succeed prints.
pub fn at_home(home: &Path, args: &[&str]) -> String {
    let output = nkeep_at(home).args(args).output().unwrap();
    assert!(output.status.success(), "{args:?}: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// The creds of a user.
pub fn creds(home: &Path, account: &str, user: &str) -> String {
    at_home(home, &["generate", "creds", "-a", account, "-n", user])
}

/// What such a command prints, given as a line in which no word has a space, without what it ends with.
pub fn line(home: &Path, words: &str) -> String {
    let words: Vec<&str> = words.split(' ').collect();
    at_home(home, &words).trim().to_owned()
}

/// The binary with the clock of the system, which servers have, too.
#[must_use = "run it, and look at what it printed and returned"]
pub fn live(home: &Path) -> Command {
    let mut command = nkeep_at(home);
    command.env_remove("NKEEP_TEST_CLOCK");
    command
}

/// What a command of that kind prints that must succeed.
pub fn live_at(home: &Path, args: &[&str]) -> String {
    let output = live(home).args(args).output().unwrap();
    assert!(output.status.success(), "{args:?}: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// What such a command prints, given as a line in which no word has a space, without what it ends with.
pub fn live_line(home: &Path, words: &str) -> String {
    let words: Vec<&str> = words.split(' ').collect();
    live_at(home, &words).trim().to_owned()
}

/// Runs such commands, one after the other.
pub fn live_lines(home: &Path, lines: &[&str]) {
    for line in lines {
        live_line(home, line);
    }
}

/// An estate made by the clock of the system.
#[must_use]
pub fn live_estate() -> tempfile::TempDir {
    let folder = scratch();
    live_at(
        folder.path(),
        &["init", "-n", "ACME", "--new-identity", "identity.txt"],
    );
    folder
}

/// What the binary does with that on its stdin.
#[must_use]
pub fn fed(args: &[&str], stdin: &[u8]) -> Output {
    let mut child = nkeep()
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut pipe = child.stdin.take().unwrap();
    let input = stdin.to_vec();
    // The process may refuse before it has read everything.
    let writer = std::thread::spawn(move || drop(pipe.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

/// Does to a process what ^C does.
pub fn interrupt(child: &std::process::Child) {
    let id = child.id().to_string();
    let signalled = Command::new("kill").args(["-INT", &id]).status();
    assert!(signalled.unwrap().success());
}

/// A token that says just that, signed as version 2 is, whatever nkeep would think of signing it.
#[must_use]
pub fn signed(header: &str, payload: &serde_json::Value, signer: &AnyKeyPair) -> String {
    let part = |text: &str| BASE64URL_NOPAD.encode(text.as_bytes());
    let text = format!("{}.{}", part(header), part(&payload.to_string()));
    let signature = BASE64URL_NOPAD.encode(&signer.sign(text.as_bytes()));
    format!("{text}.{signature}")
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// git keeps no modes: gives the key files among the fixtures those that a careful user gives them.
pub fn tighten_key_files() {
    tighten(&root().join("tests/examples"));
}

fn tighten(folder: &Path) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path
            .extension()
            .is_some_and(|extension| extension == "nk" || extension == "creds")
        {
            #[cfg(unix)]
            {
                use std::os::unix::fs::PermissionsExt as _;
                std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).unwrap();
            }
        }
    }
}

/// A scratch folder with the files of `tests/examples`.
#[must_use]
pub fn scratch() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for entry in std::fs::read_dir(root().join("tests/examples")).unwrap() {
        let path: PathBuf = entry.unwrap().path();
        std::fs::copy(&path, folder.path().join(path.file_name().unwrap())).unwrap();
    }
    tighten(folder.path());
    folder
}

/// Puts a store of nsc's from `tests/fixtures` into a folder, with the modes that nsc gives it and git does not keep.
pub fn fixture(name: &str, into: &Path) {
    copy(&root().join("tests/fixtures").join(name), &into.join(name));
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    restrict(to, 0o700);
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let to = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &to);
        } else {
            std::fs::copy(&path, &to).unwrap();
            restrict(&to, 0o600);
        }
    }
}

fn restrict(path: &Path, mode: u32) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    }
    #[cfg(not(unix))]
    let _ = (path, mode);
}

/// Somebody who is in no store yet.
pub const NEWCOMER: &str = "age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg";

/// Has them open the keys of users, too.
pub fn second_recipient(home: &Path) {
    let add = ["store", "recipients", "add", NEWCOMER, "--label", "ci"];
    at_home(home, &[&add[..], &["--class", "user"]].concat());
}

/// Forgets what was selected, as on another machine.
pub fn unselect(home: &Path) {
    let _ = std::fs::remove_dir_all(home.join(".local/state/nkeep/selected"));
}
