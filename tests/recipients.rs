//! Who opens which keys: others let in for some classes and put out again, a new identity in place of the old, and labels.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use common::refusal::{
    NEWCOMER, OPENING, json, refused, refused_by, run, said, stranger, with_identity,
};

/// Whoever makes users need not be able to speak for the operator.
#[test]
fn a_second_identity_opens_its_classes_and_no_other() {
    let home = common::estate();
    let home = home.path();
    let (other, recipient) = stranger();
    let theirs = other.path().join("identity.txt");
    let theirs = theirs.to_str().unwrap();
    let add = ["store", "recipients", "add", &recipient, "--label", "ci"];
    common::at_home(home, &[&add[..], &["--class", "user"]].concat());

    let listed = json(home, &["store", "recipients", "list"]);
    let classes: Vec<_> = listed["recipients"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|member| member["label"] == "ci")
        .map(|member| (member["class"].as_str(), member["recipient"].as_str()))
        .collect();
    assert_eq!(classes, [(Some("user"), Some(&*recipient))]);

    let as_ci = |args: &[&str]| with_identity(home, Some(theirs), args);
    let creds = ["generate", "creds", "-n", "ACME", "-o", "ci.creds"];
    let made = as_ci(&creds).output().unwrap();
    assert!(made.status.success(), "{made:?}");
    // Theirs is what the first one gets, too.
    common::at_home(home, &["generate", "creds", "-n", "ACME", "-o", "a.creds"]);
    let read = |name| std::fs::read(home.join(name)).unwrap();
    assert!(read("ci.creds") == read("a.creds"));

    let export = |class| ["export", "keys", "--class", class, "--dir", "seeds"];
    for (args, class) in [
        (&["add", "account", "X"][..], "operator-signing"),
        (&["add", "user", "x"], "account-signing"),
        (&export("root"), "root"),
        (&export("operator-signing"), "operator-signing"),
        (&export("account-identity"), "account-identity"),
        (&export("account-signing"), "account-signing"),
        (
            &["store", "recipients", "remove", "first", "--class", "user"],
            "root",
        ),
        (
            &["store", "recipients", "add", NEWCOMER, "--label", "x"],
            "root",
        ),
    ] {
        let says = format!("no identity is at hand that opens {class} keys");
        let why = refused_by(&mut as_ci(args), home, 4, &says);
        assert!(why.contains("hint: nkeep store recipients list"), "{why}");
        let add =
            format!("hint: nkeep store recipients add RECIPIENT --label NAME --class {class}  #");
        assert_eq!(why.contains(&add), class != "root", "{why}");
    }
    // Everything is what they open, and no more.
    let all = ["export", "keys", "--all", "--dir", "theirs", "--json"];
    let output = as_ci(&all).output().unwrap();
    let written: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let written = written["keys"].as_array().unwrap();
    assert!(!written.is_empty());
    for key in written {
        assert!(
            key["public_key"].as_str().unwrap().starts_with('U'),
            "{key}"
        );
    }
    let check = as_ci(&["store", "check"]).output().unwrap();
    assert!(check.status.success(), "{check:?}");
    let noted = String::from_utf8(check.stdout).unwrap();
    assert!(noted.contains("key.not-opened: 7 of 10"), "{noted}");
}

#[test]
fn who_is_removed_opens_nothing_more() {
    let home = common::estate();
    let home = home.path();
    let (other, recipient) = stranger();
    let theirs = other.path().join("identity.txt");
    let theirs = theirs.to_str().unwrap();
    let add = ["store", "recipients", "add", &recipient, "--label", "ci"];
    common::at_home(home, &add);
    let removed = json(
        home,
        &["store", "recipients", "remove", "ci", "--class", "root"],
    );
    assert_eq!(removed["kind"], "recipients");
    let root = ["export", "keys", "--class", "root", "--dir", "seeds"];
    let mut root = with_identity(home, Some(theirs), &root);
    refused_by(&mut root, home, 4, "opens root keys");
    // The rest by who they are, not by what they are called.
    let removed = run(home, &["store", "recipients", "remove", &recipient]);
    assert!(removed.status.success(), "{removed:?}");
    // What they could open is listed, for somebody must replace it.
    let replaced = String::from_utf8(removed.stdout).unwrap();
    let users = json(home, &["list", "keys", "--class", "user"]);
    for key in users["keys"].as_array().unwrap() {
        let key = key["public_key"].as_str().unwrap();
        assert!(replaced.contains(key), "{replaced}");
    }
    for args in OPENING {
        let mut command = with_identity(home, Some(theirs), args);
        refused_by(&mut command, home, 5, "not one that the store");
    }
    common::at_home(home, &["store", "check"]);
}

#[test]
fn recipients_that_cannot_be_are_refused() {
    let home = common::estate();
    let home = home.path();
    let (mistyped, long) = (NEWCOMER.replace('q', "p"), "x".repeat(101));
    let add = |who, label| ["store", "recipients", "add", who, "--label", label];
    for who in ["nope", "", "age1", &NEWCOMER[..61], &mistyped] {
        refused(home, &add(who, "x"), 2, "it is no age recipient");
    }
    for label in ["", "a\nb", "a\u{202e}b", &long] {
        refused(home, &add(NEWCOMER, label), 2, "a label is one line");
    }
    let class = [&add(NEWCOMER, "x")[..], &["--class", "no"]].concat();
    refused(home, &class, 2, "it is no class of keys");
    refused(
        home,
        &["store", "recipients", "add", NEWCOMER],
        2,
        "--label",
    );
    let remove = |who| ["store", "recipients", "remove", who];
    refused(
        home,
        &remove("nobody"),
        1,
        "there is no recipient \"nobody\"",
    );
    refused(home, &remove(NEWCOMER), 1, "there is no recipient");
    refused(home, &remove("first"), 1, "nobody would be left");
}

#[test]
fn a_new_identity_takes_the_place_of_the_old() {
    let home = common::estate();
    let home = home.path();
    refused(
        home,
        &["store", "rekey"],
        2,
        "hint: nkeep store rekey --new-identity FILE",
    );
    // A file that is there may be the only copy of something.
    let over = ["store", "rekey", "--new-identity", "identity.txt"];
    refused(home, &over, 1, "cannot write identity.txt");
    let done = json(home, &["store", "rekey", "--new-identity", "second.txt"]);
    assert_eq!(
        (&done["kind"], &done["sealed"]),
        (&"recipients".into(), &9.into())
    );
    assert_eq!(common::refusal::mode(&home.join("second.txt")), 0o600);
    for args in OPENING {
        refused(home, args, 5, "not one that the store");
    }
    common::at_home(home, &["add", "user", "x", "--identity", "second.txt"]);
    common::at_home(home, &["store", "check", "--identity", "second.txt"]);
    refused(
        home,
        &["store", "passphrase"],
        1,
        "its identity is in a file",
    );
}

/// Whoever has lost an identity replaces the one that they have left, and is told that the lost one opens the store still.
#[test]
fn who_else_opens_the_store_is_said_when_one_is_replaced() {
    let home = common::estate();
    let home = home.path();
    let add = "store recipients add --label spare --new-identity";
    common::line(home, &format!("{add} spare.txt"));
    let args = ["store", "rekey", "--new-identity", "second.txt"];
    let mut rekey = common::refusal::with_identity(home, Some("spare.txt"), &args);
    let said = common::refusal::said(&rekey.output().unwrap());
    assert!(
        said.contains("\"first\" still opens the store: it was not replaced"),
        "{said}"
    );
    assert!(
        said.contains("nkeep store recipients remove first"),
        "{said}"
    );
    common::line(home, "store recipients remove first --identity second.txt");
    let document = json(
        home,
        &[
            "store",
            "rekey",
            "--new-identity",
            "third.txt",
            "--identity",
            "second.txt",
        ],
    );
    assert_eq!(document["others"], serde_json::json!([]));
}

#[test]
fn a_class_has_its_own_recipients() {
    let home = common::estate();
    let home = home.path();
    let other = tempfile::tempdir().unwrap();
    common::at_home(
        other.path(),
        &["store", "init", "--new-identity", "identity.txt"],
    );
    let members = json(other.path(), &["store", "recipients", "list"]);
    let ci = members["recipients"][0]["recipient"]
        .as_str()
        .unwrap()
        .to_owned();
    let identity = other.path().join("identity.txt");
    let identity = identity.to_str().unwrap();
    let add = [
        "store",
        "recipients",
        "add",
        &ci,
        "--label",
        "ci",
        "--class",
        "account-signing",
        "--class",
        "user",
    ];
    common::at_home(home, &add);
    common::at_home(home, &["add", "user", "clerk", "--identity", identity]);
    common::at_home(
        home,
        &[
            "generate",
            "creds",
            "-n",
            "clerk",
            "-o",
            "clerk.creds",
            "--identity",
            identity,
        ],
    );
    // Nothing above, and nobody let in by them.
    refused(
        home,
        &["add", "account", "X", "--identity", identity],
        4,
        "operator-signing",
    );
    let add = [&add[..6], &["--identity", identity]].concat();
    refused(home, &add, 4, "root");

    common::at_home(home, &["store", "recipients", "remove", "ci"]);
    refused(
        home,
        &["add", "user", "late", "--identity", identity],
        5,
        "not one that the store",
    );
    refused(
        home,
        &["store", "recipients", "remove", "first"],
        1,
        "nobody would be left",
    );
    refused(
        home,
        &["store", "recipients", "remove", "nobody"],
        1,
        "there is no recipient",
    );
    let last = json(home, &["audit", "log", "--last", "1"]);
    assert_eq!(last["entries"][0]["command"], "store recipients remove");
}

#[test]
fn a_label_names_one_recipient() {
    let home = common::estate();
    let newcomer = common::NEWCOMER;
    let add = ["store", "recipients", "add", newcomer, "--label", "first"];
    refused(home.path(), &add, 1, "first");
}

/// A label stands in the clear, in the signed set of recipients, and is what people go by.
#[test]
fn a_label_is_words_and_no_secret() {
    let home = common::estate();
    let home = home.path();
    let seed = "SUAAMBYIBEFAWDANBYHRAEISCMKBKFQXDAMRUGY4DUPB6IBBEIRSIJKNXA";
    let add = |label| ["store", "recipients", "add", NEWCOMER, "--label", label];
    for (label, says) in [
        (seed, "[a seed]"),
        ("  ", "a label is one line"),
        (" ci", "space"),
        (NEWCOMER, "it is a recipient"),
    ] {
        refused(home, &add(label), 2, says);
    }
    refused(home, &add("FIRST"), 1, "already a recipient \"first\"");
    let empty = tempfile::tempdir().unwrap();
    let init = [
        "store",
        "init",
        "--new-identity",
        "identity.txt",
        "--label",
        seed,
    ];
    refused(empty.path(), &init, 2, "[a seed]");
}

#[test]
fn who_is_let_in_again_changes_nothing() {
    let home = common::estate();
    let home = home.path();
    let add = |more: &[&'static str]| {
        let args = ["store", "recipients", "add", NEWCOMER, "--label"];
        let output = run(home, &[&args, more].concat());
        assert!(output.status.success(), "{output:?}");
        said(&output)
    };
    let entries = || {
        let log = json(home, &["audit", "log"]);
        log["entries"].as_array().unwrap().len()
    };
    add(&["ci", "--class", "user"]);
    assert_eq!(entries(), 2);
    assert!(add(&["ci", "--class", "user"]).contains("nothing was changed"));
    assert_eq!(entries(), 2);
    // Another class is news, and so is another label, which then is the only one.
    add(&["builds", "--class", "account-signing"]);
    assert_eq!(entries(), 3);
    let listed = json(home, &["store", "recipients", "list"]);
    let labels = listed["recipients"].as_array().unwrap().iter();
    let labels = labels.filter(|member| member["recipient"] == NEWCOMER);
    assert!(
        labels.clone().count() == 2 && labels.clone().all(|member| member["label"] == "builds")
    );
    common::at_home(home, &["store", "check"]);
}
