//! A kill and an I/O error at every system call that changes something, in stores that examples do not come to; `faults_of_examples.rs`
//! has every command. `NKEEP_TEST_EVERY` says of how many faults one is tried, `NKEEP_TEST_SEED` which. Linux alone, by strace.

#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test fails by panicking; the report counts the points"
)]

use crate::common;

use common::faults::{Case, FAULTS, sweep};

/// The estate with a second recipient and a backup.
fn shared() -> tempfile::TempDir {
    let home = common::estate();
    common::second_recipient(home.path());
    common::at_home(home.path(), &["store", "backup", "acme.backup"]);
    home
}

/// A store that went back to an older state, and a backup of what it was before.
fn went_back() -> tempfile::TempDir {
    let home = common::estate();
    let store = common::refusal::store_of(home.path());
    let older = std::fs::read(&store).unwrap();
    common::at_home(home.path(), &["add", "account", "LATER"]);
    common::at_home(home.path(), &["store", "backup", "acme.backup"]);
    std::fs::write(&store, older).unwrap();
    home
}

/// A store that a passphrase opens, with the old one and a new one in files.
fn with_passphrase() -> tempfile::TempDir {
    let home = common::scratch();
    std::fs::write(home.path().join("old.pass"), "correct horse battery").unwrap();
    std::fs::write(home.path().join("new.pass"), "another horse battery").unwrap();
    let line = "exec \"$0\" init -n ACME --passphrase-fd 3 3< old.pass";
    let plain = common::nkeep_at(home.path());
    let output = std::process::Command::new("bash")
        .args(["-c", line])
        .arg(plain.get_program())
        .current_dir(home.path())
        .env("HOME", home.path())
        .env("NKEEP_TEST_WORK_FACTOR", "2")
        .env("NKEEP_TEST_CLOCK", "1795200000")
        .env_remove("NKEEP_IDENTITY")
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    home
}

/// An operator whose identity key signed its accounts.
fn signed_by_identity() -> tempfile::TempDir {
    let home = common::estate();
    common::at_home(home.path(), &["add", "operator", "TWO"]);
    for account in ["A", "B", "C"] {
        common::at_home(home.path(), &["add", "account", account]);
        common::at_home(home.path(), &["add", "user", "u", "-a", account]);
    }
    home
}

/// An operator whose signing key is rotated, and whose accounts the next step signs anew.
fn rotating() -> tempfile::TempDir {
    let home = common::estate();
    for account in ["A", "B", "C"] {
        common::at_home(home.path(), &["add", "account", account]);
    }
    common::at_home(home.path(), &["rotate", "start", "operator-signing-key"]);
    home
}

/// A tree of the store alone.
fn tree() -> tempfile::TempDir {
    let home = common::estate();
    common::at_home(home.path(), &["export", "dir", "acme"]);
    std::fs::remove_dir_all(home.path().join(".local")).unwrap();
    home
}

/// An estate, and the tree of a copy of it that went on by an account.
fn ahead() -> tempfile::TempDir {
    let (home, other) = (common::estate(), common::scratch());
    for file in ["identity.txt", ".local/share/nkeep/default.nkeep"] {
        let to = other.path().join(file);
        nkeep::file::private_folder(to.parent().unwrap()).unwrap();
        let contents = std::fs::read(home.path().join(file)).unwrap();
        nkeep::file::write(&to, &contents, nkeep::file::Existing::Replace).unwrap();
    }
    common::at_home(other.path(), &["add", "account", "ORDERS"]);
    let tree = home.path().join("acme");
    common::at_home(other.path(), &["export", "dir", tree.to_str().unwrap()]);
    home
}

/// The same, where the estate went on as well.
fn parted() -> tempfile::TempDir {
    let home = ahead();
    common::at_home(home.path(), &["add", "account", "BILLING"]);
    home
}

/// An older copy in the place of the store. Its head is not known in advance, so that a shell finds it.
fn aged() -> tempfile::TempDir {
    let home = common::estate();
    let store = home.path().join(".local/share/nkeep/default.nkeep");
    common::at_home(home.path(), &["store", "backup", "acme.backup"]);
    let head = common::at_home(home.path(), &["audit", "checkpoint"]);
    std::fs::write(home.path().join("head"), head).unwrap();
    common::at_home(home.path(), &["add", "account", "LATER"]);
    std::fs::copy(home.path().join("acme.backup"), store).unwrap();
    home
}

/// Of how many faults one is tried.
fn every() -> usize {
    std::env::var("NKEEP_TEST_EVERY").map_or(1, |text| text.parse().unwrap())
}

macro_rules! sweeps {
    ($($name:ident: $before:path, $args:expr, entries $entries:literal $(, makes $makes:literal)?;)+) => {$(
        #[test]
        #[ignore = "takes seconds each; ./test runs it"]
        fn $name() {
            let makes: [&'static str; 0 $(+ { let _ = $makes; 1 })?] = [$($makes)?];
            let case = Case {
                every: every(),
                before: &$before,
                args: &$args,
                entries: $entries,
                makes: makes.first().copied(),
                faults: &FAULTS,
                after: &|_, _, _| {},
            };
            let tally = sweep(&case);
            println!("{:>4} faults, {:>4} left the old state, {:>4} the new: nkeep {}",
                tally.points, tally.old, tally.new, case.args.join(" "));
            assert!(tally.points * every() >= 8, "{}", tally.points);
        }
    )+};
}

sweeps! {
    init: common::scratch, ["init", "-n", "ACME", "--new-identity", "identity.txt"], entries 1;
    store_init: common::scratch, ["store", "init", "--new-identity", "identity.txt"], entries 1;
    add_operator: common::estate, ["add", "operator", "STAGING", "--sys"], entries 1;
    add_account: common::estate, ["add", "account", "ORDERS"], entries 1;
    reissue: signed_by_identity, ["reissue", "operator", "TWO"], entries 1;
    add_user: common::estate, ["add", "user", "clerk"], entries 1;
    recipients_add: common::estate, ["store", "recipients", "add",
        "age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg", "--label", "ci"], entries 1;
    recipients_remove: shared, ["store", "recipients", "remove", "ci"], entries 1;
    rotate_next: rotating, ["rotate", "next", "--force", "--reason", "no server runs yet"], entries 1;
    rekey: common::estate, ["store", "rekey", "--new-identity", "identity-2.txt"], entries 1;
    backup: common::estate, ["store", "backup", "copy.backup"], entries 0;
    compact: common::estate, ["store", "compact"], entries 0;
    passphrase: with_passphrase, ["exec $N store passphrase --passphrase-fd 3 --new-passphrase-fd 4 3< old.pass 4< new.pass"],
        entries 1;
    keep_nkey: common::estate, ["generate", "nkey", "-u", "-S"], entries 1;
    restore: shared, ["store", "restore", "acme.backup", "--force"], entries 0;
    restore_what_went_back: went_back, ["store", "restore", "acme.backup", "--force"], entries 2;
    creds: common::estate, ["generate", "creds", "-n", "ACME", "-o", "acme.creds"], entries 0, makes "acme.creds";
    export_keys: common::estate, ["export", "keys", "--class", "user", "--dir", "seeds"], entries 0, makes "seeds";
    export_dir: common::estate, ["export", "dir", "acme"], entries 0;
    import_dir: tree, ["import", "dir", "acme"], entries 1;
    follow: ahead, ["import", "dir", "acme"], entries 1;
    merge: parted, ["import", "dir", "acme"], entries 1;
    accept_rollback: aged, ["read -r H < head; exec $N store accept-rollback --expect-head $H"], entries 1;
    generate_nkey: common::scratch, ["generate", "nkey", "-u", "--out", "new.nk"], entries 0, makes "new.nk";
}
