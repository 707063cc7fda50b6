//! Revocations of activations: added, listed and taken back.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;

use common::market::{GENERATE, claims, generate, market, read};
use common::refusal::{json, key, refused};
use serde_json::{Value, json};

fn revocations(home: &Path, more: &[&str]) -> Value {
    let args = ["revocations", "list-activations", "-a", "ACME"];
    json(home, &[&args[..], more].concat())["revocations"].take()
}

#[test]
fn revocations_are_added_listed_and_taken_back() {
    let home = market();
    let home = home.path();
    let (shop, rival) = (key(home, "SHOP"), key(home, "RIVAL"));
    let revoke = |words: &str| {
        let args = format!("revocations add_activation -a ACME {words}");
        json(home, &args.split(' ').collect::<Vec<_>>())
    };
    let in_export =
        |index: usize| claims(home, "ACME")["nats"]["exports"][index]["revocations"].take();
    revoke("-s orders.> -t SHOP --at 1700000000");
    revoke(&format!(
        "-s orders.eu -t {rival} --at 2020-01-02T03:04:05Z"
    ));
    assert_eq!(
        in_export(0),
        json!({ shop.clone(): 1_700_000_000, rival.clone(): 1_577_934_245 })
    );
    // An earlier time takes nothing back, a later one replaces it.
    let done = revoke("-s orders.> -t SHOP --at 1600000000");
    assert_eq!(done["issuer"], Value::Null);
    revoke("-s orders.> -t SHOP");
    assert_eq!(in_export(0)[&shop], 1_795_200_000);
    revoke("--service -t * --at 1700000000");
    assert_eq!(in_export(2), json!({ "*": 1_700_000_000 }));
    let listed = revocations(home, &[]);
    assert_eq!(listed.as_array().unwrap().len(), 3);
    let of_quote = json!([{ "subject": "quote", "type": "service", "account": "*", "revoked_up_to": 1_700_000_000 }]);
    assert_eq!(revocations(home, &["-s", "quote"]), of_quote);
    assert_eq!(revocations(home, &["--service"]), of_quote);
    assert_eq!(revocations(home, &["-s", "prices.>"]), json!([]));
    // What is revoked for all is left of one, too: taken back, it brings nobody back.
    revoke("-s orders.> -t * --at 1750000000");
    assert_eq!(
        in_export(0),
        json!({ "*": 1_750_000_000, shop.clone(): 1_795_200_000, rival.clone(): 1_577_934_245 })
    );
    let clear = |words: &str| {
        let args = format!("revocations delete_activation -a ACME {words}");
        common::line(home, &args);
    };
    clear("-s orders.> -t *");
    clear(&format!("-s orders.> -t {shop}"));
    clear(&format!("-s orders.> -t {rival}"));
    clear("-s quote -t *");
    assert_eq!(revocations(home, &[]), json!([]));
    // On a public export it shuts nobody out.
    let done = revoke("-s prices.> -t SHOP");
    assert!(
        done["warnings"][0]
            .as_str()
            .unwrap()
            .contains("public export"),
        "{done}"
    );
}

/// A revocation of all so far covers what was signed ahead of the clock, and what is signed afterwards holds.
#[test]
fn a_revocation_covers_the_newest_activation() {
    let home = market();
    let home = home.path();
    for file in ["1", "2", "3"] {
        generate(home, "SHOP", &["-s", "quote", "-o", file]);
    }
    let newest = read(home, "3")["iat"].as_i64().unwrap();
    let revoke = [
        "revocations",
        "add-activation",
        "-a",
        "ACME",
        "-s",
        "quote",
        "-t",
        "SHOP",
    ];
    let partly = json(home, &[&revoke[..], &["--at", "1795200000"]].concat());
    assert!(
        partly["warnings"][0]
            .as_str()
            .unwrap()
            .contains("still holds"),
        "{partly}"
    );
    common::at_home(home, &revoke);
    assert_eq!(revocations(home, &[])[0]["revoked_up_to"], newest);
    generate(home, "SHOP", &["-s", "quote", "-o", "4"]);
    assert_eq!(read(home, "4")["iat"], newest + 1);
    // What is revoked for a time to come cannot be signed now.
    common::at_home(home, &[&revoke[..], &["--at", "1895200000"]].concat());
    let args = [GENERATE, &["-t", "SHOP", "-s", "quote"]].concat();
    let why = refused(home, &args, 1, "which is to come");
    assert!(
        why.contains("hint: nkeep revocations list-activations -a ACME"),
        "{why}"
    );
}

#[test]
fn a_revocation_of_nothing_is_refused() {
    let home = market();
    let home = home.path();
    for (words, code, says, hint) in [
        (
            "add-activation -a ACME -t SHOP -s none",
            1,
            "no export \"none\"",
            "nkeep describe account ACME",
        ),
        (
            "add-activation -a ACME -t NOBODY -s quote",
            1,
            "no account \"NOBODY\"",
            "nkeep list accounts",
        ),
        (
            "add-activation -a ACME -t SHOP",
            2,
            "stream orders.>, stream prices.>",
            "nkeep describe account ACME",
        ),
        (
            "add-activation -a SHOP -t ACME",
            1,
            "SHOP has no exports",
            "nkeep add export -a SHOP",
        ),
        (
            "add-activation -a NO -t SHOP",
            1,
            "no account \"NO\"",
            "nkeep list accounts",
        ),
        (
            "add-activation -a ACME -t SHOP -s a..b",
            2,
            "two in a row",
            "revocations add-activation --help",
        ),
        (
            "add-activation -a ACME -t SHOP --at soon",
            2,
            "soon",
            "revocations add-activation --help",
        ),
        (
            "add-activation -a ACME -t SHOP --at=-5",
            2,
            "seconds since 1970",
            "revocations add-activation --help",
        ),
        (
            "add-activation -a ACME -s quote",
            2,
            "--target-account",
            "revocations add-activation --help",
        ),
        (
            "add-activation -a ACME -s quote -t ../x",
            2,
            "../x",
            "revocations add-activation --help",
        ),
        (
            "delete-activation -a ACME -t SHOP -s quote",
            1,
            "no revocation for account",
            "nkeep revocations list-activations -a ACME",
        ),
        (
            "delete-activation -a ACME -t * -s quote",
            1,
            "no revocation for all accounts",
            "nkeep revocations list-activations -a ACME",
        ),
        (
            "delete-activation -a ACME -t SHOP -s none",
            1,
            "no export \"none\"",
            "nkeep describe account ACME",
        ),
        (
            "delete-activation -a ACME",
            2,
            "--target-account",
            "revocations delete-activation --help",
        ),
        (
            "list-activations -a ACME -s none",
            1,
            "no export \"none\"",
            "nkeep describe account ACME",
        ),
        (
            "list-activations -a NO",
            1,
            "no account \"NO\"",
            "nkeep list accounts",
        ),
        (
            "list-activations -a ACME -s .a",
            2,
            "start or end with a dot",
            "revocations list-activations --help",
        ),
        (
            "list-activations -a ACME --service=perhaps",
            2,
            "neither true nor false",
            "revocations list-activations --help",
        ),
    ] {
        let args: Vec<&str> = ["revocations"]
            .into_iter()
            .chain(words.split(' '))
            .collect();
        let why = refused(home, &args, code, says);
        assert!(why.contains(hint), "{why}");
    }
}

fn line(home: &Path, line: &str) -> Value {
    json(home, &line.split(' ').collect::<Vec<_>>())
}

fn warned(done: &Value) -> String {
    done["warnings"].to_string()
}

/// The only export of ACME's with that subject, and what its token says of it.
fn export(home: &Path, subject: &str) -> Value {
    let exports = claims(home, "ACME")["nats"]["exports"].take();
    let exports = exports.as_array().unwrap().iter();
    let mut found = exports.filter(|export| export["subject"] == subject);
    found.next().cloned().unwrap()
}

/// SHOP had an activation of a private export, imports it, and is shut out.
fn shut_out(subject: &str) -> (tempfile::TempDir, String) {
    let folder = market();
    let home = folder.path();
    line(home, &format!("add export -a ACME -s {subject} --private"));
    let give = "generate activation -a ACME -s secret.x -t SHOP -o a1.jwt";
    assert_eq!(line(home, give)["warnings"], json!([]));
    let imported = line(home, "add import -a SHOP --token a1.jwt");
    assert_eq!(imported["warnings"], json!([]));
    let revoke = format!("revocations add-activation -a ACME -s {subject} -t SHOP");
    line(home, &revoke);
    let shop = key(home, "SHOP");
    (folder, shop)
}

/// An export that is narrower or wider than one that was deleted takes the revocations over.
#[test]
fn an_export_in_the_place_of_another_revokes_what_it_did() {
    for (first, then) in [
        ("secret.x", "secret.*"),
        ("secret.*", "secret.x"),
        ("secret.*", "*.x"),
        ("secret.>", "secret.x"),
    ] {
        let (folder, shop) = shut_out(first);
        let home = folder.path();
        let revoked = export(home, first)["revocations"].clone();
        assert!(revoked[&shop].is_i64(), "{revoked}");
        line(home, &format!("delete export -a ACME -s {first}"));
        // Of the other type, or with no subject in common, it is another.
        let other = line(home, "add export -a ACME -s secret.x --private --service");
        assert_eq!(other["warnings"], json!([]), "{other}");
        let other = line(home, "add export -a ACME -s secret.y.z.a --private");
        match first {
            "secret.>" => assert!(warned(&other).contains("1 revocation of"), "{other}"),
            _ => assert_eq!(other["warnings"], json!([]), "{other}"),
        }
        line(home, "delete export -a ACME -s secret.y.z.a");
        let done = line(home, &format!("add export -a ACME -s {then} --private"));
        let says = warned(&done);
        assert!(
            says.contains("with subjects in common with it were here before")
                && says.contains(first)
                && says.contains("1 revocation of activations for it hold on"),
            "{says}"
        );
        let exports = claims(home, "ACME")["nats"]["exports"].take();
        let mut same = exports.as_array().unwrap().iter();
        let kept = same.find(|one| one["subject"] == then && one["type"] == "stream");
        assert_eq!(kept.unwrap()["revocations"], revoked, "{first} {then}");
        line(home, "delete import -a SHOP -s secret.x --src-account ACME");
        let import = ["add", "import", "-a", "SHOP", "--token", "a1.jwt"];
        refused(home, &import, 3, "revoked");
    }
}

/// A stream that becomes a service leaves what is revoked behind for the stream that comes after it.
#[test]
fn an_export_of_another_type_forgets_nobody() {
    let (folder, shop) = shut_out("secret.x");
    let home = folder.path();
    line(home, "edit export -a ACME -s secret.x --service");
    let done = line(home, "add export -a ACME -s secret.* --private");
    assert!(warned(&done).contains("1 revocation of"), "{done}");
    let revoked = export(home, "secret.*")["revocations"].clone();
    assert!(revoked[&shop].is_i64(), "{revoked}");
}

/// Whoever is revoked and given an activation is named, with what shuts out again.
#[test]
fn an_activation_for_who_was_revoked_says_so() {
    for whom in ["SHOP", "*"] {
        let (folder, shop) = shut_out("secret.x");
        let home = folder.path();
        if whom == "*" {
            line(
                home,
                "revocations delete-activation -a ACME -s secret.x -t SHOP",
            );
            line(home, "revocations add-activation -a ACME -s secret.x -t *");
        }
        let give = "generate activation -a ACME -s secret.x -t SHOP -o a2.jwt";
        let done = line(home, give);
        let warning = done["warnings"][0].as_str().unwrap();
        assert!(
            warning.contains("for account SHOP were revoked up to 2026-")
                && warning.contains("lets it in again"),
            "{warning}"
        );
        line(home, "delete import -a SHOP -s secret.x --src-account ACME");
        let imported = line(home, "add import -a SHOP --token a2.jwt");
        let named = warned(&imported).contains("this one is later, and lets it in again");
        assert_eq!(named, whom == "SHOP", "{imported}");
        let out = warning.split("what shuts out: nkeep ").nth(1).unwrap();
        line(home, out);
        let up_to = export(home, "secret.x")["revocations"][&shop].as_i64();
        assert!(up_to >= read(home, "a2.jwt")["iat"].as_i64(), "{up_to:?}");
        // Who never had one is not let in again.
        let new = "generate activation -a ACME -s secret.x -t RIVAL -o r.jwt";
        assert_eq!(line(home, new)["warnings"], json!([]));
    }
    // On paper, too.
    let (folder, _) = shut_out("secret.x");
    let give = [GENERATE, &["-s", "secret.x", "-t", "SHOP", "-o", "a2.jwt"]].concat();
    let out = common::refusal::said(&common::refusal::run(folder.path(), &give));
    assert!(out.contains("warning: the activations of "), "{out}");
}

/// A public export lets in whom a private one shut out: whose activations were revoked, and who imports it without one.
#[test]
fn an_export_that_becomes_public_names_whom_it_lets_in() {
    let (folder, shop) = shut_out("secret.x");
    let home = folder.path();
    line(home, "edit export -a ACME -s secret.x --name s");
    line(home, "edit export -a ACME -s prices.> --private");
    line(home, "edit export -a ACME -s prices.> --private=false");
    line(
        home,
        "add import -a RIVAL --src-account ACME --remote-subject prices.>",
    );
    line(home, "edit export -a ACME -s prices.> --private");
    let done = line(home, "edit export -a ACME -s prices.> --private=false");
    let rival = key(home, "RIVAL");
    let says = done["warnings"][0].as_str().unwrap();
    let who = format!("account \"RIVAL\" {rival}, which imports it without an activation");
    assert!(says.contains(&who), "{says}");

    let done = line(home, "edit export -a ACME -s secret.x --private=false");
    let who = format!("account \"SHOP\" {shop}, whose activations were revoked");
    let says = done["warnings"][0].as_str().unwrap();
    assert!(
        says.contains("lets in again who was shut out") && says.contains(&who),
        "{says}"
    );
    let found = format!("{:?}", common::refusal::run(home, &["validate"]));
    assert!(found.contains("export.revocation-public"), "{found}");
    // Private again, it shuts out as before.
    line(home, says.split("what shuts out: nkeep ").nth(1).unwrap());
    let private = export(home, "secret.x");
    assert_eq!(private["token_req"], true, "{private}");
    assert!(private["revocations"][&shop].is_i64(), "{private}");
    let found = format!("{:?}", common::refusal::run(home, &["validate"]));
    assert!(!found.contains("export.revocation-public"), "{found}");
}

#[test]
fn a_public_export_where_a_private_one_was_is_forced() {
    for subject in ["secret.x", "secret.*"] {
        let (folder, shop) = shut_out("secret.x");
        let home = folder.path();
        line(home, "delete export -a ACME -s secret.x");
        let add = ["add", "export", "-a", "ACME", "-s", subject];
        let why = refused(home, &add, 1, "would let in again who was shut out");
        let who = format!("account \"SHOP\" {shop}, whose activations were revoked");
        assert!(why.contains(&who), "{why}");
        assert!(why.contains(" --force  # lets them in again"), "{why}");
        let done = json(home, &[&add[..], &["--force"]].concat());
        let says = warned(&done);
        assert!(
            says.contains("hold nobody off while it is public") && says.contains(&shop),
            "{says}"
        );
        // It was public when it went: who comes again is shut out of nothing.
        line(home, &format!("delete export -a ACME -s {subject}"));
        let again = common::refusal::run(home, &add);
        assert_eq!(again.status.success(), subject == "secret.x", "{again:?}");
    }
}

/// Nobody revoked, and yet shut out: who imports it without an activation since it was made private.
#[test]
fn a_private_export_that_comes_back_public_names_who_imports_it() {
    let home = market();
    let home = home.path();
    line(
        home,
        "add import -a SHOP --src-account ACME --remote-subject prices.>",
    );
    line(home, "edit export -a ACME -s prices.> --private");
    line(home, "delete export -a ACME -s prices.>");
    let add = ["add", "export", "-a", "ACME", "-s", "prices.>"];
    let why = refused(home, &add, 1, "which imports it without an activation");
    assert!(why.contains("account \"SHOP\" A"), "{why}");
    let private = json(home, &[&add[..], &["--private"]].concat());
    assert_eq!(private["warnings"], json!([]), "{private}");
}
