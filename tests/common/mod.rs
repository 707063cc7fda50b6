//! What several tests need: the binary without the caller's environment, and fixtures as a careful user would have them.

#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "each test uses a part; a test fails by panicking"
)]

#[cfg(target_os = "linux")]
pub mod faults;
#[cfg(unix)]
pub mod refusal;
#[cfg(unix)]
pub mod terminal;

use std::path::{Path, PathBuf};
use std::process::Command;

/// The binary, with an environment of its own.
#[must_use = "run it, and look at what it printed and returned"]
pub fn nkeep() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_nkeep"));
    command
        .env_clear()
        .env("TZ", "UTC")
        .env("COLUMNS", "80")
        .env("NKEEP_TEST_CLOCK", "1795200000");
    command
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
