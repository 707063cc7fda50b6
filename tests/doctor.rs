//! How a machine is, as far as it shows it. What is said of it is in `tests/cli/doctor`.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::{Path, PathBuf};

use nkeep::ceremony::airgap::{Finding, Machine, State, looked_at};

/// A machine that is fit, in a folder.
fn machine(root: &Path) -> Machine<'_> {
    let files = [
        ("sys/class/net/lo/flags", "0x9\n"),
        ("sys/class/net/eth0/flags", "0x1002\n"),
        ("sys/class/rfkill/rfkill0/type", "wlan\n"),
        ("sys/class/rfkill/rfkill0/soft", "1\n"),
        ("sys/class/rfkill/rfkill0/hard", "0\n"),
        ("sys/class/rtc/rtc0/since_epoch", "1795200060\n"),
        ("sys/power/state", "freeze mem disk\n"),
        ("sys/power/disk", "[platform] shutdown\n"),
        ("sys/power/resume", "0:0\n"),
        ("proc/swaps", "Filename Type\n/dev/zram0 partition\n"),
        ("proc/sys/kernel/core_pattern", "/dev/null\n"),
        ("proc/net/route", "Iface Destination\n"),
        ("proc/net/ipv6_route", "0 00 0 00 0 0 0 0 0 lo\n"),
        ("proc/self/status", "Name:\tnkeep\nTracerPid:\t0\n"),
        ("proc/self/stat", "9 (a) b) S 7 9 9\n"),
        ("proc/7/stat", "7 (bash) S 0 7 7\n"),
        (
            "proc/self/mounts",
            "overlay / overlay rw 0 0\n/dev/sr0 /cd iso9660 ro 0 0\n",
        ),
    ];
    for (path, text) in files {
        write(root, path, text);
    }
    Machine {
        root: root.to_owned(),
        variable: &|_| None,
        now: 1_795_200_000,
        before: vec![("the store".to_owned(), 1_795_200_000)],
    }
}

fn write(root: &Path, path: &str, text: &str) {
    let path: PathBuf = root.join(path);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
}

/// All but what is said of this build.
fn found(machine: &Machine<'_>) -> Vec<Finding> {
    let found = looked_at(machine).into_iter();
    found.filter(|one| one.check != "build").collect()
}

#[test]
fn a_fit_machine_has_nothing_to_look_at() {
    let folder = tempfile::tempdir().unwrap();
    let found = found(&machine(folder.path()));
    assert_eq!(found.len(), 11);
    assert!(
        found.iter().all(|one| one.state == State::Fine),
        "{found:#?}"
    );
}

#[test]
fn each_thing_that_is_wrong_is_found_alone() {
    let cases = [
        ("interfaces", "sys/class/net/wlp1/flags", "0x1003\n"),
        ("interfaces", "sys/class/net/wlp1/operstate", "up\n"),
        ("routes", "proc/net/route", "Iface\neth0 0\n"),
        (
            "routes",
            "proc/net/ipv6_route",
            "0 00 0 00 0 0 0 0 0 eth0\n",
        ),
        ("radios", "sys/class/rfkill/rfkill0/soft", "0\n"),
        ("swap", "proc/swaps", "Filename\n/swapfile file\n"),
        (
            "core dumps",
            "proc/sys/kernel/core_pattern",
            "|/usr/lib/systemd/systemd-coredump\n",
        ),
        ("hibernation", "sys/power/resume", "8:3\n"),
        (
            "disks",
            "proc/self/mounts",
            "/dev/sdb1 /media/a\\040b vfat rw,sync 0 0\n",
        ),
        ("disks", "proc/self/mounts", "host:/x /net nfs4 rw 0 0\n"),
        ("debugger", "proc/self/status", "TracerPid:\t4\n"),
        ("terminal", "proc/7/stat", "7 (script) S 0 7\n"),
        ("terminal", "proc/7/stat", "7 (sshd-session: a) S 0 7\n"),
        ("clock", "sys/class/rtc/rtc0/since_epoch", "1795200061\n"),
    ];
    for (check, path, text) in cases {
        let folder = tempfile::tempdir().unwrap();
        let machine = machine(folder.path());
        write(folder.path(), path, text);
        let looks: Vec<Finding> = found(&machine)
            .into_iter()
            .filter(|one| one.state != State::Fine)
            .collect();
        assert_eq!(looks.len(), 1, "{path}: {looks:#?}");
        assert_eq!(
            (looks[0].check, looks[0].state),
            (check, State::Look),
            "{path}"
        );
        assert!(looks[0].help.is_some(), "{path}");
    }
}

#[test]
fn a_clock_that_is_behind_what_is_known_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let mut machine = machine(folder.path());
    machine
        .before
        .push(("the transcript".to_owned(), 1_795_200_001));
    let found = found(&machine);
    let look = found.iter().find(|one| one.state == State::Look).unwrap();
    assert!(look.says.contains("the transcript"), "{look:?}");
}

#[test]
fn what_records_the_terminal_says_so_in_the_environment() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["TMUX", "STY", "SSH_CONNECTION", "ASCIINEMA_REC"] {
        let variable = |asked: &str| (asked == name).then(|| "1".to_owned());
        let machine = Machine {
            variable: &variable,
            ..machine(folder.path())
        };
        let look = found(&machine)
            .into_iter()
            .find(|one| one.state == State::Look);
        assert_eq!(look.unwrap().check, "terminal", "{name}");
    }
}

/// Of a system that shows nothing, nothing is called fine.
#[test]
fn what_cannot_be_seen_is_unknown() {
    let folder = tempfile::tempdir().unwrap();
    let machine = Machine {
        root: folder.path().to_owned(),
        variable: &|_| None,
        now: 1,
        before: Vec::new(),
    };
    for one in found(&machine) {
        let is_own = one.check == "binary";
        assert_eq!(one.state == State::Unknown, !is_own, "{one:?}");
    }
}

/// Whoever looks for what is wrong reads a terminal: names of others do not steer it.
#[test]
fn names_do_not_steer_the_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    machine(root);
    write(
        root,
        "proc/self/mounts",
        "/dev/sdb1 /media/\u{1b}[2J vfat rw 0 0\n",
    );
    let mut command = common::nkeep_at(root);
    command
        .args(["doctor", "--airgap"])
        .env("NKEEP_TEST_MACHINE", root);
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(3));
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(
        text.contains("\\u{1b}[2J") && !text.contains('\u{1b}'),
        "{text}"
    );
}

/// What is said of one thing, and what helps.
fn doctor_of(home: &Path, identity: &str, check: &str) -> (String, String) {
    let mut command = common::nkeep_at(home);
    command.env("NKEEP_IDENTITY", home.join(identity));
    let output = command.args(["doctor", "--json"]).output().unwrap();
    let document: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let found = document["findings"].as_array().unwrap();
    let one = found.iter().find(|one| one["check"] == check).unwrap();
    let text = |field: &str| one[field].as_str().unwrap_or_default().to_owned();
    (text("state"), format!("{} {}", text("says"), text("hint")))
}

/// After another identity took its place, neither the file of the old one nor a backup that it alone opens is fine.
#[test]
fn what_opens_nothing_any_more_is_found() {
    let folder = common::estate();
    let home = folder.path();
    common::at_home(home, &["store", "backup", "a.backup"]);
    for check in ["identity", "backup"] {
        assert_eq!(doctor_of(home, "identity.txt", check).0, "ok", "{check}");
    }
    common::at_home(home, &["store", "rekey", "--new-identity", "id2.txt"]);
    let (state, says) = doctor_of(home, "identity.txt", "identity");
    assert_eq!(state, "look", "{says}");
    assert!(
        says.contains("of nobody whom the store is sealed to"),
        "{says}"
    );
    assert_eq!(doctor_of(home, "id2.txt", "identity").0, "ok");
    let (state, says) = doctor_of(home, "id2.txt", "backup");
    assert_eq!(state, "look", "{says}");
    assert!(
        says.contains("what opens the store now does not open it"),
        "{says}"
    );
    let mut command = common::nkeep_at(home);
    command.env("NKEEP_IDENTITY", home.join("id2.txt"));
    let made = command.args(["store", "backup", "b.backup"]).status();
    assert!(made.unwrap().success());
    assert_eq!(doctor_of(home, "id2.txt", "backup").0, "ok");
}

/// A backup opens with the passphrase that it was made under.
#[test]
fn a_backup_under_another_passphrase_is_found() {
    use common::terminal::{AGAIN, ASKED, GOOD, NEW, answered, with_passphrase};
    let folder = with_passphrase();
    let home = folder.path();
    let backed_up = |file: &str| common::at_home(home, &["store", "backup", file]);
    let state = || {
        let output = common::nkeep_at(home).args(["doctor", "--json"]).output();
        let found: serde_json::Value = serde_json::from_slice(&output.unwrap().stdout).unwrap();
        let mut all = found["findings"].as_array().unwrap().iter();
        let backup = all.find(|one| one["check"] == "backup").unwrap();
        backup["state"].as_str().unwrap().to_owned()
    };
    backed_up("a.backup");
    assert_eq!(state(), "ok");
    let another = "another horse and battery";
    let answers = [(ASKED, GOOD), (NEW, another), (AGAIN, another)];
    let (text, code) = answered(home, &["store", "passphrase"], &answers);
    assert_eq!(code, 0, "{text}");
    assert!(text.contains("nkeep store backup NAME.backup"), "{text}");
    assert_eq!(state(), "look");
    backed_up("b.backup");
    assert_eq!(state(), "ok");
}

#[test]
fn one_identity_alone_is_to_be_looked_at_until_there_is_a_spare() {
    let folder = common::estate();
    let home = folder.path();
    let (state, says) = doctor_of(home, "identity.txt", "recipients");
    assert_eq!(state, "look", "{says}");
    let hint = "nkeep store recipients add --new-identity spare.txt --label spare";
    assert!(says.contains(hint), "{says}");
    let words: Vec<&str> = hint.split(' ').skip(1).collect();
    common::at_home(home, &words);
    assert_eq!(doctor_of(home, "identity.txt", "recipients").0, "ok");
    // The spare opens what the first does; a file that is there is not written over.
    let mut command = common::nkeep_at(home);
    command.env("NKEEP_IDENTITY", home.join("spare.txt"));
    let added = command.args(["add", "account", "BY-SPARE"]).status();
    assert!(added.unwrap().success());
    let again = common::nkeep_at(home).args(words).output().unwrap();
    assert_eq!(again.status.code(), Some(1), "{again:?}");
}

fn with_mode(home: &Path, file: &str, mode: u32) {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = std::fs::Permissions::from_mode(mode);
    std::fs::set_permissions(home.join(file), mode).unwrap();
}

/// A copy of which nobody looks whether it is there is none.
#[test]
fn a_backup_is_where_it_was_written_and_whole_and_nobody_elses() {
    let folder = common::estate();
    let home = folder.path();
    common::at_home(home, &["store", "backup", "a.backup"]);
    let of_backup = || doctor_of(home, "identity.txt", "backup");
    assert_eq!(of_backup().0, "ok");
    with_mode(home, "a.backup", 0o644);
    let (state, says) = of_backup();
    assert_eq!(state, "look", "{says}");
    assert!(
        says.contains("mode 644") && says.contains("chmod 600 "),
        "{says}"
    );
    with_mode(home, "a.backup", 0o600);
    std::fs::rename(home.join("a.backup"), home.join("b.backup")).unwrap();
    let (state, says) = of_backup();
    assert_eq!(state, "look", "{says}");
    assert!(says.contains("is not there any more"), "{says}");
    assert!(says.contains("nkeep store backup NAME.backup"), "{says}");
    std::fs::write(home.join("a.backup"), "").unwrap();
    let (state, says) = of_backup();
    assert_eq!(state, "look", "{says}");
    assert!(says.contains("is empty"), "{says}");
}

#[test]
fn what_lies_about_and_others_may_read_is_named() {
    let folder = common::estate();
    let home = folder.path();
    common::at_home(home, &["store", "backup", "a.backup"]);
    common::at_home(home, &["store", "backup", "copy.nkeep"]);
    std::fs::copy(home.join("identity.txt"), home.join("copy.txt")).unwrap();
    std::fs::write(home.join("notes.txt"), "nothing to hide\n").unwrap();
    let lies = [
        ("a.backup", "backups"),
        ("copy.nkeep", "stores"),
        ("copy.txt", "identities"),
    ];
    let found = || {
        let output = common::nkeep_at(home).arg("doctor").output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    with_mode(home, "notes.txt", 0o644);
    for (file, check) in lies {
        with_mode(home, file, 0o600);
        assert!(!found().contains(&format!("{check}: ")), "{file}");
        with_mode(home, file, 0o644);
        let said = found();
        assert!(
            said.contains(&format!("[LOOK] {check}: {file} is open to others")),
            "{said}"
        );
        assert!(said.contains(&format!("hint: chmod 600 {file}")), "{said}");
    }
    assert!(!found().contains("notes.txt"));
    // What opens the store is named once.
    with_mode(home, "identity.txt", 0o644);
    assert_eq!(found().matches("identity.txt is open to others").count(), 1);
}

#[test]
fn who_may_put_another_file_in_the_place_of_the_store_is_seen() {
    let folder = common::estate();
    let home = folder.path();
    let looked = || {
        let output = common::nkeep_at(home).arg("doctor").output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(looked().contains("[ OK ] store: "));
    with_mode(home, ".local/share/nkeep", 0o777);
    let said = looked();
    assert!(
        said.contains("[LOOK] store: others may put another file in its place"),
        "{said}"
    );
    assert!(said.contains("hint: chmod go-w "), "{said}");
}

/// Whoever may take away what is remembered puts an older store back, and nobody sees it.
#[test]
fn who_may_take_away_what_is_remembered_is_seen() {
    let folder = common::estate();
    let home = folder.path();
    let looked = || {
        let output = common::nkeep_at(home).arg("doctor").output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(!looked().contains("state"), "{}", looked());
    for open in [".local/state/nkeep", ".local/state/nkeep/pins"] {
        with_mode(home, open, 0o777);
        let said = looked();
        assert!(
            said.contains("[LOOK] state: others may take away what is remembered of stores"),
            "{said}"
        );
        assert!(said.contains("hint: chmod go-w "), "{said}");
        with_mode(home, open, 0o700);
    }
}

/// Nobody is to begin anew who has a copy of what is gone.
#[test]
fn of_a_store_that_is_gone_the_last_copy_is_named() {
    let folder = common::estate();
    let home = folder.path();
    common::at_home(home, &["store", "backup", "kept.backup"]);
    std::fs::remove_file(common::refusal::store_of(home)).unwrap();
    let copy = home.join("kept.backup").canonicalize().unwrap();
    let hint = format!("nkeep store restore {}", copy.display());
    let said = |args: &[&str]| {
        let output = common::nkeep_at(home).args(args).output().unwrap();
        let [out, err] =
            [output.stdout, output.stderr].map(|text| String::from_utf8(text).unwrap());
        out + &err
    };
    for args in [&["doctor"][..], &["list", "accounts"]] {
        let said = said(args);
        // Who begins anew loses what is in the copy.
        let hints = said.lines().filter(|line| line.contains("hint: nkeep "));
        let hints: Vec<&str> = hints.collect();
        assert!(hints.iter().any(|line| line.contains(&hint)), "{said}");
        let place = |what: &str| hints.iter().position(|line| line.contains(what));
        assert!(
            place("nkeep init").is_none_or(|init| place(&hint) < Some(init)),
            "{said}"
        );
    }
    // Whoever means another one is told of it once more.
    let begun = said(&["init", "-n", "ACME", "--new-identity", "other.txt"]);
    assert!(
        begun.contains("warning: there is no store at ") && begun.contains(&hint),
        "{begun}"
    );
    // Once there is another, that one is meant.
    std::fs::remove_file(common::refusal::store_of(home)).unwrap();
    std::fs::remove_file(copy).unwrap();
    let without = said(&["list", "accounts"]);
    assert!(
        without.contains("hint: nkeep store restore FILE"),
        "{without}"
    );
}

/// One that is refused is one finding: the others are looked at all the same.
#[test]
fn a_store_that_cannot_be_used_is_a_finding() {
    let folder = common::estate();
    let home = folder.path();
    let store = common::refusal::store_of(home);
    let older = std::fs::read(&store).unwrap();
    common::at_home(home, &["add", "account", "Z"]);
    let looked = || {
        let output = common::nkeep_at(home).arg("doctor").output().unwrap();
        assert_eq!(output.status.code(), Some(3), "{output:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    let name = store.strip_prefix(home).unwrap().to_str().unwrap();
    with_mode(home, name, 0o644);
    with_mode(home, "identity.txt", 0o640);
    let said = looked();
    assert!(
        said.contains("[LOOK] store: ") && said.contains("hint: chmod 600 "),
        "{said}"
    );
    assert!(
        said.contains("[LOOK] identity: ") && said.contains("clock: "),
        "{said}"
    );
    with_mode(home, name, 0o600);
    with_mode(home, "identity.txt", 0o600);
    assert!(looked().contains("[ OK ] store: "));
    std::fs::write(&store, older).unwrap();
    let said = looked();
    assert!(
        said.contains("was rolled back") && said.contains("nkeep store restore"),
        "{said}"
    );
    assert!(said.contains("[ OK ] identity: "), "{said}");
}

/// What doctor hints at lets nobody in again who is revoked.
#[test]
fn who_is_revoked_is_given_no_end() {
    let folder = common::estate();
    let home = folder.path();
    for (user, account) in [("ACME", "ACME"), ("sys", "SYS")] {
        common::line(home, &format!("edit user {user} -a {account} --expiry 90d"));
        common::line(home, &format!("revocations add-user {user} -a {account}"));
    }
    for (name, whom) in [("thief", "thief"), ("gang", "*")] {
        common::line(home, &format!("add user {name} -a ACME"));
        let (state, says) = doctor_of(home, "identity.txt", "users");
        assert!(state == "look" && says.contains(name), "{says}");
        common::line(home, &format!("revocations add-user -a ACME {whom}"));
        let users = doctor_says(home, "users");
        assert!(!users.contains("never"), "{users}");
    }
    common::line(home, "add user short -a ACME --expiry 1h");
    let tokens = doctor_says(home, "tokens");
    assert!(tokens.contains("none has expired"), "{tokens}");
    common::line(home, "revocations add-user -a ACME short");
    assert!(!doctor_later(home, "tokens").contains("expired: 4"));
    assert!(doctor_later(home, "tokens").contains("none has expired"));
}

/// What is said of one thing; nothing where nothing is.
fn doctor_says(home: &Path, check: &str) -> String {
    said_of(common::nkeep_at(home), check)
}

fn doctor_later(home: &Path, check: &str) -> String {
    let mut command = common::nkeep_at(home);
    command.env("NKEEP_TEST_CLOCK", "4000000000");
    said_of(command, check)
}

fn said_of(mut doctor: std::process::Command, check: &str) -> String {
    let output = doctor.arg("doctor").output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    let line = said.lines().find(|line| line.contains(check));
    line.unwrap_or_default().to_owned()
}

/// A token that never ends is out still when the user has one that does.
#[test]
fn an_older_token_without_an_end_is_found_until_it_is_revoked() {
    let folder = common::estate();
    let home = folder.path();
    common::line(home, "edit user sys -a SYS --expiry 90d");
    let edited = common::refusal::run(
        home,
        &["edit", "user", "ACME", "-a", "ACME", "--expiry", "90d"],
    );
    let said = common::refusal::said(&edited);
    let (state, says) = doctor_of(home, "identity.txt", "users");
    assert_eq!(state, "look");
    assert!(says.starts_with("older creds of 2 users never"), "{says}");
    // What the edit says comes next, and what doctor hints at, shut the older one out, and not the one that it has.
    let next = said.lines().find(|line| line.contains("revocations"));
    let next = next.unwrap().split_once("next: nkeep ").unwrap().1;
    common::line(home, next.split("  #").next().unwrap());
    let (_, says) = doctor_of(home, "identity.txt", "users");
    assert!(says.starts_with("older creds of 1 user never"), "{says}");
    let hint = says.split_once("nkeep ").unwrap().1;
    common::line(home, hint.split("  #").next().unwrap());
    let (state, says) = doctor_of(home, "identity.txt", "users");
    assert!(
        state == "ok" && says.starts_with("all tokens of users expire some day"),
        "{says}"
    );
    assert!(!common::line(home, "validate").contains("revoked"));
}
