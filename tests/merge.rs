//! Two copies of a store, each changed by somebody, brought together by their folders of text.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;

use common::line;
use common::refusal::{NEWCOMER, accounts, json, refused, refused_by, run, said};

/// Two homes with the same store, which each knows for its own.
fn pair() -> (tempfile::TempDir, tempfile::TempDir) {
    let (first, second) = (common::estate(), tempfile::tempdir().unwrap());
    for file in ["identity.txt", ".local/share/nkeep/default.nkeep"] {
        let to = second.path().join(file);
        nkeep::file::private_folder(to.parent().unwrap()).unwrap();
        let contents = std::fs::read(first.path().join(file)).unwrap();
        nkeep::file::write(&to, &contents, nkeep::file::Existing::Keep).unwrap();
    }
    (first, second)
}

/// Hands one's tree to the other.
fn handed(from: &Path, to: &Path) -> String {
    let folder = to.join("theirs");
    let folder = folder.to_str().unwrap();
    let _ = std::fs::remove_dir_all(folder);
    common::at_home(from, &["export", "dir", folder]);
    "theirs".to_owned()
}

fn imported(home: &Path, folder: &str) -> String {
    let done = json(home, &["import", "dir", folder]);
    done["outcome"].as_str().unwrap().to_owned()
}

#[test]
fn a_copy_that_went_on_is_followed_journal_and_all() {
    let (first, second) = pair();
    let (first, second) = (first.path(), second.path());
    common::at_home(first, &["add", "account", "ORDERS"]);
    common::at_home(first, &["add", "user", "clerk", "-a", "ORDERS"]);
    let other = common::estate();
    let recipients = json(other.path(), &["store", "recipients", "list"]);
    let recipient = recipients["recipients"][0]["recipient"].as_str().unwrap();
    let add = ["store", "recipients", "add", recipient, "--label", "ci"];
    common::at_home(first, &add);
    let folder = handed(first, second);
    assert_eq!(imported(second, &folder), "followed");
    let heads = [first, second].map(|home| common::at_home(home, &["audit", "checkpoint"]));
    assert_eq!(heads[0], heads[1]);
    let lists = [first, second].map(|home| common::at_home(home, &["list", "keys"]));
    assert_eq!(lists[0], lists[1]);
    common::at_home(second, &["store", "check"]);
    assert_eq!(imported(second, &folder), "nothing");
    // It is as good as the other: it goes on, and is followed in turn.
    common::at_home(second, &["store", "recipients", "remove", "ci"]);
    common::at_home(
        second,
        &[
            "generate", "creds", "-a", "ORDERS", "-n", "clerk", "-o", "c",
        ],
    );
    assert_eq!(imported(first, &handed(second, first)), "followed");
    common::at_home(first, &["store", "check"]);
    // What is behind takes nothing from what it is ahead of.
    common::at_home(first, &["add", "account", "LATER"]);
    assert_eq!(imported(first, "theirs"), "nothing");
}

#[test]
fn what_both_added_is_there() {
    let (first, second) = pair();
    let (first, second) = (first.path(), second.path());
    common::at_home(first, &["add", "account", "ORDERS"]);
    common::at_home(first, &["add", "user", "clerk", "-a", "ORDERS"]);
    common::at_home(second, &["add", "account", "BILLING"]);
    common::at_home(second, &["generate", "nkey", "--user", "-S"]);
    assert_eq!(imported(second, &handed(first, second)), "merged");
    assert_eq!(accounts(second), ["ACME", "BILLING", "ORDERS", "SYS"]);
    common::at_home(second, &["store", "check"]);
    common::at_home(
        second,
        &[
            "generate", "creds", "-a", "ORDERS", "-n", "clerk", "-o", "c",
        ],
    );
    let log = common::at_home(second, &["audit", "log", "--last", "1"]);
    assert!(log.contains("import dir"), "{log}");
    assert_eq!(imported(second, "theirs"), "nothing");
    // The other takes what it lacks, and from then on whatever goes on from what it has.
    assert_eq!(imported(first, &handed(second, first)), "merged");
    assert_eq!(accounts(first), accounts(second));
    common::at_home(second, &["store", "check"]);
    assert_eq!(imported(first, &handed(second, first)), "nothing");
    assert_eq!(imported(second, &handed(first, second)), "nothing");
    common::at_home(first, &["add", "user", "second", "-a", "BILLING"]);
    assert_eq!(imported(second, &handed(first, second)), "merged");
    common::at_home(second, &["describe", "user", "-a", "BILLING", "second"]);
}

#[test]
fn what_both_changed_people_must_settle() {
    let (first, second) = pair();
    let (first, second) = (first.path(), second.path());
    for home in [first, second] {
        common::at_home(home, &["add", "account", "ORDERS"]);
    }
    let folder = handed(first, second);
    refused(
        second,
        &["import", "dir", &folder],
        7,
        "each has an account \"ORDERS\"",
    );
}

/// What comes from a copy with other recipients is sealed anew, on the side that knows the new ones.
#[test]
fn the_side_with_the_new_recipients_takes_the_others_keys() {
    let (first, second) = pair();
    let (first, second) = (first.path(), second.path());
    common::at_home(first, &["add", "account", "ORDERS"]);
    let other = common::estate();
    let listed = json(other.path(), &["store", "recipients", "list"]);
    let recipient = listed["recipients"][0]["recipient"].as_str().unwrap();
    let add = ["store", "recipients", "add", recipient, "--label", "ci"];
    common::at_home(second, &add);
    refused(
        first,
        &["import", "dir", &handed(second, first)],
        7,
        "take this one's tree there",
    );
    assert_eq!(imported(second, &handed(first, second)), "merged");
    common::at_home(second, &["store", "check"]);
    // The newcomer opens what came later, too.
    let mut user = common::nkeep_at(second);
    user.args(["add", "user", "x", "-a", "ORDERS"]);
    user.env("NKEEP_IDENTITY", other.path().join("identity.txt"));
    assert!(user.output().unwrap().status.success());
    // The journal tells what was taken, from where, and who had signed it.
    let log = json(second, &["audit", "log", "--last", "2"]);
    let merged = &log["entries"][0];
    let summary = merged["summary"].as_str().unwrap();
    assert!(
        summary.contains("ORDERS") && summary.contains("up to 2:"),
        "{summary}"
    );
    assert!(
        !merged["signers"].as_array().unwrap().is_empty(),
        "{merged}"
    );
}

#[test]
fn another_store_is_not_merged() {
    let (home, other) = (common::estate(), common::estate());
    let folder = handed(other.path(), home.path());
    let import = ["import", "dir", &folder];
    refused(home.path(), &import, 1, "was made from another store");
}

/// What both changed is settled one way or the other, and nobody comes back by that who is shut out in either.
#[test]
fn what_both_changed_lets_nobody_in_again() {
    let (first, second) = pair();
    let (first, second) = (first.path(), second.path());
    line(first, "add account S");
    line(first, "add user t -a S");
    line(first, "add user u -a S");
    line(second, &format!("import dir {}", handed(first, second)));
    let [t, u] = ["t", "u"].map(|user| {
        let key = line(first, &format!("describe user {user} -a S -F sub"));
        key.trim_matches('"').to_owned()
    });
    line(first, "revocations add-user t -a S");
    line(first, "add account FIRST");
    line(second, "revocations add-user u -a S");

    let folder = handed(first, second);
    let import = ["import", "dir", &folder];
    let why = refused(second, &import, 7, "both changed account \"S\"");
    let who = format!("user \"t\" {t} of account \"S\", who was revoked up to ");
    assert!(why.contains(&who) && !why.contains(&u), "{why}");
    for way in ["--ours", "--theirs"] {
        assert!(
            why.contains(&format!("hint: nkeep import dir theirs {way}  # ")),
            "{why}"
        );
    }
    let theirs = refused(
        second,
        &[&import[..], &["--theirs"]].concat(),
        7,
        "let in again: user \"u\"",
    );
    assert!(theirs.contains("where the other copy is"), "{theirs}");
    let ours = refused(second, &[&import[..], &["--ours"]].concat(), 7, &who);
    let out = ours.split("hint: nkeep ").nth(1).unwrap();
    line(second, out.split("  # ").next().unwrap());
    line(second, "import dir theirs --ours");
    assert_eq!(accounts(second), ["ACME", "FIRST", "S", "SYS"]);
    line(second, "store check");

    // The other takes what has both.
    let folder = handed(second, first);
    let import = ["import", "dir", &folder];
    let why = refused(first, &import, 7, "both changed account \"S\"");
    assert!(why.contains(&u), "{why}");
    let out = run(first, &[&import[..], &["--theirs"]].concat());
    assert!(!said(&out).contains("warning"), "{out:?}");
    let revoked = [first, second].map(|home| {
        let described = json(home, &["describe", "account", "S"]);
        described["nats"]["revocations"].clone()
    });
    assert_eq!(revoked[0], revoked[1]);
    assert!(
        revoked[0][&t].is_i64() && revoked[0][&u].is_i64(),
        "{revoked:?}"
    );
    line(first, "store check");
    line(second, &format!("import dir {}", handed(first, second)));
    assert_eq!(imported(first, &handed(second, first)), "nothing");
}

/// Whom the other copy let in again is named where it is taken.
#[test]
fn whom_the_other_let_in_again_is_named() {
    let (first, second) = pair();
    let (first, second) = (first.path(), second.path());
    line(first, "add account S");
    line(first, "add user t -a S");
    line(first, "revocations add-user t -a S");
    line(second, &format!("import dir {}", handed(first, second)));
    line(second, "add account SECOND");
    line(second, "add user x -a SECOND");
    line(second, "revocations add-user x -a SECOND");
    line(first, "revocations delete-user t -a S");
    let folder = handed(first, second);
    let import = ["import", "dir", &folder];
    let tried = json(second, &[&import[..], &["--dry-run"]].concat());
    let done = json(second, &import);
    assert_eq!(done["outcome"], "merged");
    assert_eq!(tried["warnings"], done["warnings"]);
    let warnings = done["warnings"].as_array().unwrap();
    assert_eq!(warnings.len(), 1, "{done}");
    let warning = warnings[0].as_str().unwrap();
    assert!(
        warning.starts_with("lets in again user \"t\" U"),
        "{warning}"
    );
    line(
        second,
        warning.split("what shuts out: nkeep ").nth(1).unwrap(),
    );
    // Who was never shut out here is not named.
    line(second, "revocations delete-user x -a SECOND");
    let third = json(first, &["import", "dir", &handed(second, first)]);
    assert_eq!(third["warnings"], serde_json::json!([]), "{third}");
}

/// An export that one copy made private is not public again by what the other changed, and where it is, that is said.
#[test]
fn an_export_that_was_made_private_stays_so() {
    let (first, second) = pair();
    let (first, second) = (first.path(), second.path());
    line(first, "add account S");
    line(first, "add export -a S -s prices");
    line(second, &format!("import dir {}", handed(first, second)));
    line(first, "edit account S --tag there");
    line(second, "edit export -a S -s prices --private");
    line(second, "edit account S --tag here");
    let folder = handed(first, second);
    let who = "whoever imports the stream \"prices\" of account \"S\" without an activation";
    refused(second, &["import", "dir", &folder, "--theirs"], 7, who);
    line(second, "import dir theirs --ours");
    let folder = handed(second, first);
    line(first, &format!("import dir {folder} --theirs"));
    line(second, &format!("import dir {}", handed(first, second)));

    // What the other alone changed is taken, and said.
    line(first, "edit export -a S -s prices --private=false");
    line(second, "add account SECOND");
    let done = json(second, &["import", "dir", &handed(first, second)]);
    let warning = done["warnings"][0].as_str().unwrap();
    assert!(warning.contains(who), "{warning}");
    let out = warning.split("what shuts out: nkeep ").nth(1).unwrap();
    line(second, out);
}

/// What is new in the other copy never was shut out; what was here and went is named where it comes again.
#[test]
fn what_is_new_in_the_other_is_not_let_in_again() {
    let (first, second) = pair();
    let (first, second) = (first.path(), second.path());
    line(first, "add account S");
    line(first, "add export -a S -s old");
    line(first, "add user gone -a S");
    line(second, &format!("import dir {}", handed(first, second)));

    line(first, "add user x -a S");
    line(first, "edit account S --tag t");
    line(first, "add export -a S -s new");
    line(first, "edit account S --sk generate");
    line(first, "add account NEW");
    line(first, "add user y -a NEW");
    let folder = handed(first, second);
    let import = ["import", "dir", &folder];
    let tried = json(second, &[&import[..], &["--dry-run"]].concat());
    assert_eq!(tried["warnings"], serde_json::json!([]), "{tried}");
    // Nor is it in the way where both changed the account.
    line(second, "edit account S --tag u");
    let theirs = json(second, &[&import[..], &["--theirs", "--dry-run"]].concat());
    assert_eq!(theirs["warnings"], serde_json::json!([]), "{theirs}");
    // What went here is.
    line(second, "delete export -a S -s old");
    let theirs = [&import[..], &["--theirs"]].concat();
    let why = refused(
        second,
        &theirs,
        7,
        "let in again: whoever imports the stream \"old\"",
    );
    assert!(!why.contains("\"new\""), "{why}");
}

/// A copy that keeps more is no reason to seal anything anew; the side that takes it keeps what either does.
#[test]
fn what_either_side_keeps_inside_is_kept() {
    let (first, second) = pair();
    let (first, second) = (first.path(), second.path());
    let exports = |home, flags: &[&str]| {
        json(
            home,
            &[&["store", "recipients", "exports"][..], flags].concat(),
        )["kept"]
            .clone()
    };
    exports(first, &["--forbid", "user", "--forbid", "other"]);
    exports(first, &["--allow", "other"]);
    exports(second, &["--forbid", "root"]);
    common::at_home(first, &["add", "account", "ORDERS"]);
    assert_eq!(imported(second, &handed(first, second)), "merged");
    assert_eq!(exports(second, &[]), serde_json::json!(["root", "user"]));
    assert_eq!(accounts(second), ["ACME", "ORDERS", "SYS"]);
    common::at_home(second, &["store", "check"]);
    assert_eq!(imported(second, "theirs"), "nothing");
    assert_eq!(imported(first, &handed(second, first)), "merged");
    assert_eq!(exports(first, &[]), serde_json::json!(["root", "user"]));
    common::at_home(first, &["store", "check"]);
    // Who is let go here stays kept there, and comes back with that.
    exports(first, &["--allow", "user"]);
    assert_eq!(imported(second, &handed(first, second)), "nothing");
    assert_eq!(exports(second, &[]), serde_json::json!(["root", "user"]));
    // Other members are another matter.
    let add = |home, label| {
        let add = ["store", "recipients", "add", NEWCOMER, "--label", label];
        common::at_home(home, &add);
    };
    add(first, "ci");
    let tree = handed(first, second);
    refused(
        second,
        &["import", "dir", &tree],
        7,
        "take this one's tree there",
    );
    exports(second, &["--forbid", "other"]);
    assert_eq!(imported(first, &handed(second, first)), "merged");
    assert_eq!(
        exports(first, &[]),
        serde_json::json!(["root", "user", "other"])
    );
    common::at_home(first, &["store", "check"]);
}

/// When commands run that are not told another time.
const NOW: i64 = 1_795_200_000;

/// Runs a line at a later second than whatever came before.
fn later(home: &Path, seconds: i64, line: &str) -> String {
    let words: Vec<&str> = line.split(' ').collect();
    let out = at(home, seconds, &words).output().unwrap();
    assert!(out.status.success(), "{line}: {out:?}");
    String::from_utf8(out.stdout).unwrap().trim().to_owned()
}

fn at(home: &Path, seconds: i64, args: &[&str]) -> std::process::Command {
    let mut command = common::nkeep_at(home);
    let clock = (NOW + seconds).to_string();
    command.args(args).env("NKEEP_TEST_CLOCK", clock);
    command
}

/// The commands that a refusal hints at, with what it says of each.
fn hints(why: &str) -> Vec<(&str, &str)> {
    let hints = why.lines().filter_map(|line| line.split_once("nkeep "));
    hints
        .filter_map(|(before, hint)| {
            hint.split_once("  # ")
                .filter(|_| before.ends_with("hint: "))
        })
        .collect()
}

/// Users are signed anew in one copy, and one is revoked in the other: together they would let in who was revoked.
#[test]
fn who_was_revoked_is_not_let_in_by_what_the_other_copy_signed_later() {
    for revoked in ["u", "*"] {
        let (first, second) = pair();
        let (first, second) = (first.path(), second.path());
        line(first, "add account EXP");
        let key = line(first, "edit account EXP --sk generate");
        for user in ["u", "v"] {
            line(first, &format!("add user {user} -a EXP -K {key}"));
        }
        line(first, "rotate start account-signing-key -a EXP");
        line(second, &format!("import dir {}", handed(first, second)));

        later(
            first,
            10,
            &format!("revocations add-user -a EXP -n {revoked}"),
        );
        later(second, 12, "rotate next --force --reason no-servers-here");
        later(second, 12, "add user new -a EXP");
        let u = line(second, "describe user u -a EXP -F sub");
        let new = line(second, "describe user new -a EXP -F sub");
        let who = format!("user \"u\" {} of account \"EXP\"", u.trim_matches('"'));

        let others = [
            (second, first, "where the other copy is"),
            (first, second, "run here"),
        ];
        for (home, other, place) in others {
            let folder = handed(other, home);
            let command = ["import", "dir", &folder];
            let why = refused_by(&mut at(home, 20, &command), home, 7, &who);
            assert!(why.contains("\"v\"") == (revoked == "*"), "{why}");
            assert!(!why.contains(new.trim_matches('"')), "{why}");
            assert!(
                hints(&why).iter().all(|(_, why)| why.contains(place)),
                "{why}"
            );
        }
        // What is hinted at helps where it says.
        let command = ["import", "dir", "theirs"];
        let why = refused_by(&mut at(first, 20, &command), first, 7, &who);
        for (hint, _) in hints(&why) {
            later(first, 21, hint);
        }
        later(first, 22, "import dir theirs");
        let listed = json(first, &["describe", "account", "EXP"]);
        let up_to = listed["nats"]["revocations"][u.trim_matches('"')].as_i64();
        assert!(up_to.unwrap() >= NOW + 12, "{listed}");
        later(first, 23, "store check");
        later(second, 24, &format!("import dir {}", handed(first, second)));
    }
}

/// Whoever was let in knowingly after they were revoked is no conflict, nor is a revocation that both have.
#[test]
fn who_was_let_in_knowingly_is_taken() {
    let (first, second) = pair();
    let (first, second) = (first.path(), second.path());
    line(first, "add account EXP");
    line(first, "add user u -a EXP");
    later(first, 5, "revocations add-user -a EXP -n u");
    later(second, 6, &format!("import dir {}", handed(first, second)));
    later(first, 10, "revocations add-user -a EXP -n u");
    later(first, 12, "edit user u -a EXP --tag back");
    later(second, 13, "add account SECOND");
    later(second, 14, &format!("import dir {}", handed(first, second)));
    later(first, 15, &format!("import dir {}", handed(second, first)));
    // Both have it by now.
    later(second, 20, "edit user u -a EXP --tag again");
    later(first, 21, "add account FIRST");
    later(first, 22, &format!("import dir {}", handed(second, first)));
}

/// A user that was retired in one copy does not come back by an edit in the other.
#[test]
fn a_user_that_was_retired_does_not_come_back() {
    for gone in ["delete user u -a EXP", "delete user u -a EXP --no-revoke"] {
        let (first, second) = pair();
        let (first, second) = (first.path(), second.path());
        line(first, "add account EXP");
        line(first, "add user u -a EXP");
        line(second, &format!("import dir {}", handed(first, second)));
        later(first, 10, gone);
        later(second, 12, "edit user u -a EXP --tag here");
        let folder = handed(second, first);
        let command = ["import", "dir", &folder, "--theirs"];
        refused_by(
            &mut at(first, 20, &command),
            first,
            7,
            "let in again: user \"u\"",
        );
        let folder = handed(first, second);
        let command = ["import", "dir", &folder, "--ours"];
        let why = refused_by(
            &mut at(second, 20, &command),
            second,
            7,
            "let in again: user \"u\"",
        );
        let place = match gone.contains("--no-revoke") {
            true => "run here",
            false => "where the other copy is",
        };
        let (hint, said) = hints(&why)[0];
        assert!(said.contains(place), "{why}");
        if place == "run here" {
            later(second, 21, hint);
        } else {
            later(first, 21, hint);
            handed(first, second);
        }
        later(second, 22, "import dir theirs --ours");
        later(second, 24, "store check");
    }
}

/// Two that could not have begun one after the other do not come together as open ones.
#[test]
fn two_rotations_of_one_key_do_not_come_together() {
    for (started, way) in [
        ("account-signing-key -a EXP", "--ours"),
        ("account-signing-key -a EXP", "--theirs"),
        ("operator-signing-key", "--ours"),
    ] {
        let (first, second) = pair();
        let (first, second) = (first.path(), second.path());
        line(first, "add account EXP");
        line(first, "edit account EXP --sk generate");
        line(second, &format!("import dir {}", handed(first, second)));
        later(first, 10, &format!("rotate start {started}"));
        later(second, 12, &format!("rotate start {started}"));
        let [one, other] = [first, second].map(|home| {
            let listed = json(home, &["rotate", "list"]);
            listed["rotations"][0]["rotation"]
                .as_str()
                .unwrap()
                .to_owned()
        });
        let folder = handed(first, second);
        let command = ["import", "dir", &folder, way];
        let why = refused_by(
            &mut at(second, 20, &command),
            second,
            7,
            "would both be open",
        );
        for (rotation, place) in [(&one, "where the other copy is"), (&other, "run here")] {
            let abort = format!("rotate abort {rotation}");
            let hints = hints(&why);
            let hint = hints.iter().find(|(hint, _)| *hint == abort);
            assert!(hint.unwrap().1.contains(place), "{why}");
        }
        later(second, 21, &format!("rotate abort {other}"));
        later(second, 22, "import dir theirs --theirs");
        let listed = json(second, &["rotate", "list"]);
        let open = listed["rotations"].as_array().unwrap().iter();
        let open: Vec<_> = open.filter(|one| one["outcome"].is_null()).collect();
        assert!(open.len() == 1 && open[0]["rotation"] == *one, "{listed}");
        later(second, 23, "store check");
    }
}

/// What is hinted at where both changed the account shuts out whoever has a later token here, too.
#[test]
fn who_was_revoked_stays_out_where_both_changed_the_account() {
    for revoked in ["u", "*"] {
        let (first, second) = pair();
        let (first, second) = (first.path(), second.path());
        line(first, "add account EXP");
        for user in ["u", "v"] {
            line(first, &format!("add user {user} -a EXP"));
        }
        line(second, &format!("import dir {}", handed(first, second)));
        later(
            first,
            10,
            &format!("revocations add-user -a EXP -n {revoked}"),
        );
        later(second, 12, "edit user u -a EXP --tag here");
        later(second, 12, "edit account EXP --tag here");
        let u = line(second, "describe user u -a EXP -F sub");
        let who = format!("user \"u\" {} of account", u.trim_matches('"'));
        let folder = handed(first, second);
        let command = ["import", "dir", &folder, "--ours"];
        let why = refused_by(&mut at(second, 20, &command), second, 7, &who);
        for (hint, _) in hints(&why) {
            // Done in part it is not done.
            refused_by(&mut at(second, 20, &command), second, 7, "let in again");
            let words: Vec<String> = hint.split(' ').map(|word| word.replace('\'', "")).collect();
            later(second, 21, &words.join(" "));
        }
        later(second, 22, "import dir theirs --ours");
        let described = json(second, &["describe", "account", "EXP"]);
        let revocations = &described["nats"]["revocations"];
        let up_to = revocations[u.trim_matches('"')].as_i64();
        assert!(up_to >= Some(NOW + 12), "{described}");
        assert!(revoked != "*" || revocations["*"].is_i64(), "{described}");
        later(second, 23, "store check");
    }
}
