//! Where the store is: files that are no store, folders that are not there, machines without a home.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use common::refusal::{everything, json, mode, refused, run, store_of};

/// Commands that read the store, change it, copy it, and write files beside it.
const COMMANDS: [&[&str]; 14] = [
    &["list", "accounts"],
    &["describe", "operator"],
    &["add", "account", "X"],
    &["add", "user", "x"],
    &["generate", "creds", "-n", "ACME", "-o", "x.creds"],
    &["export", "keys", "--all", "--dir", "seeds"],
    &["export", "dir", "tree"],
    &["store", "info"],
    &["store", "check"],
    &["store", "backup", "x.backup"],
    &["store", "compact"],
    &["store", "rekey", "--new-identity", "second.txt"],
    &["audit", "verify"],
    &["audit", "log"],
];

fn refused_everywhere(home: &Path, says: &str) {
    for args in COMMANDS {
        let why = refused(home, args, 1, says);
        assert!(why.contains("default.nkeep"), "{args:?}: {why}");
    }
    // Nor is another store made in its place: what is there is somebody's.
    for args in [&["init", "-n", "ACME"][..], &["store", "init"]] {
        let without = common::nkeep_at(home)
            .env_remove("NKEEP_IDENTITY")
            .args(args)
            .args(["--new-identity", "second.txt"])
            .output()
            .unwrap();
        assert_eq!(without.status.code(), Some(1), "{without:?}");
        let why = common::refusal::said(&without);
        let hint = match says.contains("may read") {
            true => "hint: chmod 600 ",
            false => "hint: nkeep init -n NAME --store ",
        };
        assert!(why.contains(says) && why.contains(hint), "{why}");
        // These would be refused as it is.
        assert!(
            !why.contains("store info") && !why.contains("add operator"),
            "{why}"
        );
        assert!(!home.join("second.txt").exists());
    }
}

/// An estate whose store was put away, as `away.nkeep`.
fn emptied() -> tempfile::TempDir {
    let home = common::estate();
    std::fs::rename(store_of(home.path()), home.path().join("away.nkeep")).unwrap();
    home
}

#[test]
fn where_nothing_is_the_first_command_is_named() {
    let home = emptied();
    for args in COMMANDS {
        let why = refused(home.path(), args, 1, "there is no store at ");
        assert!(why.contains("hint: nkeep init -n NAME"), "{args:?}: {why}");
    }
    // A folder that is not there is not made by looking.
    for args in COMMANDS {
        let args = [args, &["--store", "nowhere/deep/x.nkeep"]].concat();
        let says = "there is no store at nowhere/deep/x.nkeep";
        refused(home.path(), &args, 1, says);
    }
}

#[test]
fn links_are_not_followed() {
    let home = emptied();
    let home = home.path();
    let (store, away) = (store_of(home), home.join("away.nkeep"));
    std::os::unix::fs::symlink(&away, &store).unwrap();
    refused_everywhere(home, "symbolic link");
    std::fs::remove_file(&store).unwrap();
    // One that leads nowhere is a link all the same, and nothing is made where it points.
    std::os::unix::fs::symlink(home.join("nowhere"), &store).unwrap();
    refused_everywhere(home, "symbolic link");
    std::fs::remove_file(&store).unwrap();
    // Whoever has the other name of a file changes both.
    std::fs::hard_link(&away, &store).unwrap();
    refused_everywhere(home, "second name");
}

#[test]
fn what_is_no_file_is_not_opened() {
    let home = emptied();
    let home = home.path();
    let store = store_of(home);
    std::fs::create_dir(&store).unwrap();
    refused_everywhere(home, "not a regular file");
    std::fs::remove_dir(&store).unwrap();
    // Opening it would wait for ever.
    let made = std::process::Command::new("mkfifo").arg(&store).status();
    assert!(made.unwrap().success());
    refused_everywhere(home, "not a regular file");
}

/// What is hinted at where no store can be made works as it stands.
#[test]
fn a_store_goes_beside_what_is_in_its_place() {
    let home = common::scratch();
    let home = home.path();
    std::fs::write(home.join("empty"), "").unwrap();
    std::fs::create_dir(home.join("folder")).unwrap();
    let new = ["init", "-n", "X", "--new-identity", "x.txt", "--store"];
    let why = refused(home, &[&new[..], &["empty"]].concat(), 1, "it is empty");
    assert!(why.contains("hint: rm empty  #"), "{why}");
    std::fs::remove_file(home.join("empty")).unwrap();
    common::at_home(home, &[&new[..], &["empty"]].concat());
    let why = refused(
        home,
        &[&new[..], &["folder"]].concat(),
        1,
        "not a regular file",
    );
    assert!(why.contains("--store folder/default.nkeep  #"), "{why}");
    // Where a store is, that is said.
    let why = refused(home, &[&new[..], &["empty"]].concat(), 1, "empty exists\n");
    assert!(
        why.contains("store info  #") && why.contains("add operator NAME  #"),
        "{why}"
    );
}

/// What nsc has is named to whoever begins, whatever they call.
#[test]
fn where_nsc_has_a_store_it_is_named() {
    let home = common::scratch();
    let home = home.path();
    common::fixture("nsc-store", home);
    let nsc = home.join(".local/share/nats/nsc");
    std::fs::create_dir_all(nsc.parent().unwrap()).unwrap();
    std::fs::rename(home.join("nsc-store"), &nsc).unwrap();
    let why = refused(home, &["list", "accounts"], 1, "there is no store at ");
    let hint = "hint: nkeep store init --new-identity identity.txt  # makes one for what nsc has; then nkeep import nsc ";
    assert!(why.contains(hint) && !why.contains("nkeep init"), "{why}");
}

/// A folder is never replaced, and the hint is at a file in it.
#[test]
fn a_folder_is_no_file_to_write() {
    let home = common::estate();
    let home = home.path();
    std::fs::create_dir(home.join("a b")).unwrap();
    for (args, hint) in [
        (&["store", "backup", "a b"][..], "store backup 'a b/FILE'"),
        (
            &["generate", "creds", "-n", "ACME", "-o", "a b"],
            "generate creds -n ACME -o 'a b/FILE'",
        ),
    ] {
        for force in [&[][..], &["--force"]] {
            let args = [args, force].concat();
            let why = refused(home, &args, 1, "a b is a folder, and a file is wanted");
            assert!(why.contains(&format!("hint: nkeep {hint}")), "{why}");
            assert!(!why.contains("replaces it"), "{why}");
        }
    }
}

#[test]
fn other_files_are_told_from_a_store() {
    let home = emptied();
    let home = home.path();
    let store = store_of(home);
    let replace = nkeep::file::Existing::Replace;
    for (contents, says) in [
        (&b""[..], "it is empty"),
        (b"words\n", "no SQLite database"),
        (b"SQLite format 3\0", "cannot be used as a store"),
        (&[0; 8192], "no SQLite database"),
    ] {
        nkeep::file::write(&store, contents, replace).unwrap();
        refused_everywhere(home, says);
    }
    nkeep::file::write(&store, b"", replace).unwrap();
    let why = refused(home, &["list", "accounts"], 1, "it is empty");
    let first = format!("hint: rm {}  # nothing is in it; then", store.display());
    assert!(why.contains(&first), "{why}");
    assert!(why.contains("hint: nkeep store restore FILE"), "{why}");
    std::fs::remove_file(&store).unwrap();
    let other = rusqlite::Connection::open(&store).unwrap();
    other
        .execute_batch("CREATE TABLE keys (public_key TEXT); INSERT INTO keys VALUES ('x')")
        .unwrap();
    drop(other);
    std::fs::set_permissions(&store, Permissions::from_mode(0o600)).unwrap();
    refused_everywhere(home, "another program's database");
}

#[test]
fn a_store_that_others_may_read_is_not_used() {
    let home = common::estate();
    let store = store_of(home.path());
    for (loose, who) in [
        (0o644, "others may read it (mode 644)"),
        (0o640, "its group may read it (mode 640)"),
        (0o604, "others may read it"),
        (0o660, "its group may read and write it"),
        (0o666, "others may read and write it"),
        (0o777, "others may read and write it"),
    ] {
        std::fs::set_permissions(&store, Permissions::from_mode(loose)).unwrap();
        refused_everywhere(home.path(), who);
        let why = refused(home.path(), &["list", "accounts", "--json"], 1, who);
        let error: serde_json::Value = serde_json::from_str(&why).unwrap();
        let hint = error["hints"][0].as_str().unwrap();
        assert!(hint.starts_with("chmod 600 /"), "{error}");
    }
    std::fs::set_permissions(&store, Permissions::from_mode(0o600)).unwrap();
    common::at_home(home.path(), &["store", "check"]);
}

/// Half a store is not a store that is empty: exit code 7 says that somebody should look.
#[test]
fn a_store_that_was_cut_is_damage() {
    let home = common::estate();
    let store = store_of(home.path());
    let whole = std::fs::read(&store).unwrap();
    for length in [whole.len() / 2, 8192, 4096] {
        std::fs::write(&store, &whole[..length]).unwrap();
        for args in COMMANDS {
            let why = refused(home.path(), args, 7, "tampered with");
            assert!(why.contains("hint: nkeep store restore FILE"), "{why}");
        }
    }
    std::fs::write(&store, &whole).unwrap();
    common::at_home(home.path(), &["store", "check"]);
}

#[test]
fn a_store_can_be_anywhere() {
    let home = common::scratch();
    let home = home.path();
    // Where the folders are not there yet they are made, for the owner alone.
    let place = "deep/down/acme.nkeep";
    let args = ["init", "-n", "ACME", "--new-identity", "identity.txt"];
    let made = json(home, &[&args[..], &["--store", place]].concat());
    assert_eq!(
        (&made["kind"], &made["store"]),
        (&"init".into(), &place.into())
    );
    assert_eq!(mode(&home.join(place)), 0o600);
    for folder in ["deep", "deep/down"] {
        assert_eq!(mode(&home.join(folder)), 0o700, "{folder}");
    }
    common::at_home(home, &["add", "user", "x", "--store", place]);
    let named = common::nkeep_at(home)
        .env("NKEEP_STORE", place)
        .args(["list", "users", "--json"])
        .output()
        .unwrap();
    let listed: serde_json::Value = serde_json::from_slice(&named.stdout).unwrap();
    assert_eq!(listed["users"].as_array().unwrap().len(), 2);
    // What is asked for goes before the environment.
    let other = common::nkeep_at(home)
        .env("NKEEP_STORE", place)
        .args(["store", "info", "--store", "other.nkeep"])
        .output()
        .unwrap();
    assert_eq!(other.status.code(), Some(1), "{other:?}");
    // The place that nobody named stays empty.
    assert!(!store_of(home).exists());
    refused(home, &["list", "accounts", "--store="], 2, "--store <FILE>");
}

/// A service has no home: it says where the store is, and where to remember it.
#[test]
fn no_home_is_needed_where_both_places_are_named() {
    let home = common::estate();
    let home = home.path();
    let without = |args: &[&str]| {
        let mut command = common::nkeep_at(home);
        command.args(args).env_remove("HOME");
        command.env("NKEEP_STORE", store_of(home));
        command.env("NKEEP_STATE", home.join(".local/state/nkeep"));
        command.output().unwrap()
    };
    let before = everything(home);
    for args in [
        &["list", "accounts"][..],
        &["store", "check"],
        &["audit", "verify"],
    ] {
        let output = without(args);
        assert!(output.status.success(), "{output:?}");
    }
    assert!(before == everything(home));
    let added = without(&["add", "user", "x"]);
    assert!(added.status.success(), "{added:?}");
    // It was remembered where it was told to be: the same store at home is not taken for a rollback or a fork.
    common::at_home(home, &["store", "check"]);
}

/// What is remembered of a store is written after its change: whether it can be is known before.
#[cfg(unix)]
#[test]
fn nothing_is_changed_where_nothing_can_be_remembered() {
    let home = common::estate();
    let home = home.path();
    // No folder can be made there, whoever asks.
    std::os::unix::fs::symlink("nowhere/at/all", home.join("state")).unwrap();
    let forgetful = |args: &[&str]| {
        let mut command = common::nkeep_at(home);
        command.args(args).env("NKEEP_STATE", home.join("state"));
        command
    };
    let before = everything(home);
    let new = [
        "store",
        "init",
        "--store",
        "new.nkeep",
        "--new-identity",
        "new.txt",
    ];
    for args in [&["add", "account", "Z"][..], &new] {
        let why = common::refusal::refused_by(&mut forgetful(args), home, 1, "nothing was changed");
        assert!(why.contains("export NKEEP_STATE=FOLDER"), "{why}");
        assert!(!why.contains("audit log"), "{why}");
        assert!(before == everything(home), "{args:?}");
    }
    // What only reads, and what only tries, needs no folder.
    for args in [
        &["list", "accounts"][..],
        &["add", "account", "Z", "--dry-run"],
    ] {
        let output = forgetful(args).output().unwrap();
        assert!(output.status.success(), "{output:?}");
    }
    common::at_home(home, &["add", "account", "Z"]);
}

#[test]
fn a_store_that_is_there_is_not_made_again() {
    let home = common::estate();
    let before = everything(home.path());
    for args in [&["init", "-n", "OTHER"][..], &["store", "init"]] {
        let output = common::nkeep_at(home.path())
            .env_remove("NKEEP_IDENTITY")
            .args(args)
            .args(["--new-identity", "second.txt"])
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(1), "{output:?}");
    }
    assert!(before == everything(home.path()));
    // With nothing said of how it opens, and nobody to ask, none is made either.
    let empty = tempfile::tempdir().unwrap();
    for args in [&["init", "-n", "ACME"][..], &["store", "init"]] {
        let why = refused(empty.path(), args, 2, "no terminal to ask at");
        assert!(why.contains("--new-identity FILE"), "{why}");
    }
    let output = run(empty.path(), &["store", "init", "--generate-passphrase"]);
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert!(everything(empty.path()).is_empty());
}

/// The home in the system's list of users is not looked up: a script without HOME would use whatever is there.
#[test]
fn without_a_home_nothing_is_guessed() {
    let home = common::estate();
    let home = home.path();
    let without = |args: &[&str]| {
        let mut command = common::nkeep();
        command.args(args).env("NKEEP_STATE", home.join("state"));
        command
    };
    for unset in [None, Some("")] {
        for args in [
            &["list", "accounts"][..],
            &["store", "info"],
            &["add", "user", "x"],
        ] {
            let mut command = without(args);
            unset.map(|value| command.env("HOME", value));
            let why = common::refusal::refused_by(&mut command, home, 2, "HOME is not set");
            assert!(why.contains("--store FILE"), "{why}");
        }
    }
    let store = store_of(home);
    let list = ["list", "accounts", "--store", store.to_str().unwrap()];
    let mut nowhere = common::nkeep();
    let nowhere = nowhere.args(list);
    let why = common::refusal::refused_by(nowhere, home, 2, "HOME is not set");
    assert!(why.contains("hint: export NKEEP_STATE=FOLDER"), "{why}");
    assert!(without(&list).output().unwrap().status.success());
    // The platform's own variables say as much as HOME does.
    let mut command = without(&["list", "accounts"]);
    command.env("XDG_DATA_HOME", home.join(".local/share"));
    assert!(command.output().unwrap().status.success());
}

/// What has to be said is said at once, in a command that works as it stands.
#[test]
fn without_a_home_init_names_all_that_is_missing() {
    let home = common::scratch();
    let home = home.path();
    let homeless = |args: &[&str]| {
        let mut command = common::nkeep();
        command.args(args).current_dir(home);
        command
    };
    let mut command = homeless(&["init", "ACME"]);
    let why = common::refusal::refused_by(&mut command, home, 2, "HOME is not set");
    let all = "init ACME --store FILE --config-dir FOLDER --new-identity FILE";
    assert!(why.contains(&format!("hint: nkeep {all}")), "{why}");
    let mut command = homeless(&["init", "--store", "a.nkeep", "--new-identity", "id.txt"]);
    let why = common::refusal::refused_by(&mut command, home, 2, "HOME is not set");
    let rest = "init --store a.nkeep --new-identity id.txt -n NAME --config-dir FOLDER";
    assert!(why.contains(&format!("hint: nkeep {rest}")), "{why}");
    let all = all.replacen("FILE", "a.nkeep", 1).replace("FILE", "id.txt");
    let words: Vec<&str> = all.split(' ').collect();
    let made = homeless(&words).output().unwrap();
    assert!(made.status.success(), "{made:?}");
}

/// A folder that was remembered by mistake is not in the way of all commands that follow, with no word of how it came to be.
#[test]
fn a_remembered_place_without_a_store_is_said_to_be_remembered() {
    let home = common::estate();
    let home = home.path();
    std::fs::create_dir(home.join("stores")).unwrap();
    let taken = run(home, &["env", "-s", "stores"]);
    let said = common::refusal::said(&taken);
    assert!(taken.status.success(), "{taken:?}");
    assert!(
        said.contains("warning: there is no store at stores/default.nkeep yet"),
        "{said}"
    );
    let why = refused(
        home,
        &["list", "accounts"],
        1,
        "which nkeep env -s said to remember",
    );
    let back = why.find("hint: nkeep env -s \"\"  # forgets it").unwrap();
    assert!(
        back < why.find("hint: nkeep init -n NAME").unwrap(),
        "{why}"
    );
    // What the command line says is not what was remembered.
    let other = ["list", "accounts", "--store", "other.nkeep"];
    let why = refused(home, &other, 1, "there is no store at other.nkeep");
    assert!(!why.contains("env -s"), "{why}");
    // As scripts written for nsc begin.
    let made = ["init", "-n", "NEW", "--new-identity", "new.txt"];
    common::at_home(home, &made);
    assert!(home.join("stores/default.nkeep").exists());
    assert!(run(home, &["env", "-s", "stores"]).stderr.is_empty());
    common::at_home(home, &["env", "-s", ""]);
    common::at_home(home, &["describe", "account", "ACME"]);
}

#[test]
fn a_store_can_be_remembered_by_its_file() {
    let home = common::estate();
    let home = home.path();
    let store = store_of(home);
    common::at_home(home, &["store", "backup", "copy.nkeep"]);
    for file in [store.to_str().unwrap(), "copy.nkeep"] {
        let set = run(home, &["env", "-s", file]);
        assert!(set.status.success() && set.stderr.is_empty(), "{set:?}");
        let meant = json(home, &["env"]);
        assert!(meant["store"].as_str().unwrap().ends_with(file), "{meant}");
        common::at_home(home, &["describe", "account", "ACME"]);
    }
    let before = json(home, &["env"]);
    refused(
        home,
        &["env", "-s", "identity.txt"],
        2,
        "identity.txt is no store",
    );
    assert_eq!(before, json(home, &["env"]));
    // One that is gone is missed by its name.
    std::fs::remove_file(home.join("copy.nkeep")).unwrap();
    refused(
        home,
        &["list", "accounts"],
        1,
        "copy.nkeep, which nkeep env -s",
    );
}

/// What is meant from now on is said, with the way back.
#[test]
fn a_folder_that_init_remembers_is_said_to_be_remembered() {
    let home = common::estate();
    let home = home.path();
    let init = ["init", "-n", "NEW", "--new-identity", "new.txt", "-d"];
    let made = run(home, &[&init[..], &["one"]].concat());
    let said = common::refusal::said(&made);
    assert!(made.status.success(), "{said}");
    let back =
        "from now on this store is meant where none is named; what goes back: nkeep env -s ''";
    assert!(said.contains(back), "{said}");
    let shown = String::from_utf8(made.stdout).unwrap();
    assert!(!shown.contains("--data-dir"), "{shown}");
    let meant = json(home, &["env"])["store"].to_string();
    assert!(meant.ends_with("one/default.nkeep\""), "{meant}");
    let init = ["init", "-n", "NEW", "--new-identity", "newer.txt", "-d"];
    let said = common::refusal::said(&run(home, &[&init[..], &["two"]].concat()));
    let back = format!("nkeep env -s {}\n", home.join("one").display());
    assert!(said.ends_with(&back), "{said}");
    // What the environment names goes before what is remembered.
    let init = ["init", "-n", "NEW", "--new-identity", "newest.txt", "-d"];
    let mut named = common::nkeep_at(home);
    named.env("NKEEP_STORE", store_of(home)).args(init);
    let made = named.arg("three").output().unwrap();
    let said = common::refusal::said(&made);
    assert!(said.contains("unset NKEEP_STORE"), "{said}");
    let shown = String::from_utf8(made.stdout).unwrap();
    assert!(shown.contains("--data-dir three"), "{shown}");
}

/// A setting that is missing comes so: what was meant for another place does not come to the usual one.
#[test]
fn a_variable_that_is_set_to_nothing_is_refused() {
    let home = common::estate();
    let home = home.path();
    for variable in ["NKEEP_STORE", "NKEEP_IDENTITY", "NKEEP_STATE"] {
        for args in [
            &["add", "user", "x", "-a", "ACME"][..],
            &["list", "accounts"],
        ] {
            let mut command = common::nkeep_at(home);
            command.env(variable, "").args(args);
            let says = format!("{variable} is set to nothing");
            let why = common::refusal::refused_by(&mut command, home, 2, &says);
            assert!(why.contains(&format!("hint: unset {variable}\n")), "{why}");
        }
    }
    // Where the command line says it, nobody asks the environment.
    let store = store_of(home);
    let mut command = common::nkeep_at(home);
    command.env("NKEEP_STORE", "").env("NKEEP_IDENTITY", "");
    command.args([
        "add",
        "user",
        "x",
        "-a",
        "ACME",
        "--identity",
        "identity.txt",
    ]);
    let output = command.arg("--store").arg(store).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    // Nor is a store made there.
    let mut command = common::nkeep_at(home);
    command.env("NKEEP_IDENTITY", "");
    command.args(["init", "-n", "NEW", "--store", "new.nkeep"]);
    let says = "NKEEP_IDENTITY is set to nothing";
    common::refusal::refused_by(&mut command, home, 2, says);
}

/// A file of another kind is no secret that somebody has to hide.
#[test]
fn what_is_no_store_is_said_to_be_none_whoever_may_read_it() {
    use std::os::unix::fs::PermissionsExt as _;
    let home = common::estate();
    let home = home.path();
    let log = home.join("server.log");
    std::fs::write(&log, "[1] [INF] Starting nats-server\n").unwrap();
    std::fs::set_permissions(&log, std::fs::Permissions::from_mode(0o644)).unwrap();
    let list = ["list", "accounts", "--store", "server.log"];
    let why = refused(home, &list, 1, "it is no SQLite database");
    assert!(!why.contains("chmod"), "{why}");
    let add = ["add", "account", "B", "--identity", "server.log"];
    let output = common::nkeep_at(home).args(add).output().unwrap();
    assert!(!output.status.success(), "{output:?}");
    let why = String::from_utf8_lossy(&output.stderr);
    assert!(
        !why.contains("chmod") && !why.contains("holds a secret"),
        "{why}"
    );
    // A store and an identity are hidden all the same.
    for (file, args) in [
        (common::refusal::store_of(home), &["list", "accounts"][..]),
        (home.join("identity.txt"), &["add", "account", "B"]),
    ] {
        std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o644)).unwrap();
        let why = refused(home, args, 1, "others may read it");
        assert!(why.contains("chmod 600"), "{why}");
        std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o600)).unwrap();
        common::at_home(home, &["list", "accounts"]);
    }
}
