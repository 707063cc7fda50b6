//! Activations: signed by the exporter, and read by the importer.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use common::market::{GENERATE, claims, generate, market, read};
use common::refusal::{json, key, mode, refused, run, said};
use serde_json::{Value, json};

#[test]
fn an_activation_says_what_nsc_writes() {
    let home = market();
    let home = home.path();
    let (acme, shop) = (key(home, "ACME"), key(home, "SHOP"));
    let done = generate(
        home,
        &shop,
        &["-s", "orders.eu", "-o", "a.jwt", "--expiry", "30d"],
    );
    assert_eq!(
        (
            &done["kind"],
            &done["target"],
            &done["subject"],
            &done["type"]
        ),
        (
            &json!("activation"),
            &json!(shop),
            &json!("orders.eu"),
            &json!("stream")
        )
    );
    assert_eq!(
        (&done["file"], &done["token"]),
        (&json!("a.jwt"), &Value::Null)
    );
    let file = home.join("a.jwt");
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(
        text.starts_with("-----BEGIN NATS ACTIVATION JWT-----\neyJ"),
        "{text}"
    );
    assert!(
        text.ends_with("\n------END NATS ACTIVATION JWT------\n\n"),
        "{text}"
    );
    assert_eq!(mode(&file), 0o600);
    let token = read(home, "a.jwt");
    assert_eq!(
        (&token["name"], &token["sub"]),
        (&json!("orders.eu"), &json!(shop))
    );
    assert_eq!(
        token["exp"].as_i64().unwrap() - token["iat"].as_i64().unwrap(),
        30 * 86_400
    );
    // A signing key signs, so the token says for whom.
    let account = claims(home, "ACME");
    let signing = account["nats"]["signing_keys"][0].as_str().unwrap();
    assert_eq!(token["iss"], signing);
    assert_eq!(
        token["nats"],
        json!({
            "subject": "orders.eu", "kind": "stream", "issuer_account": acme,
            "type": "activation", "version": 2,
        })
    );
    // The only private export of its type is meant where none is named.
    let done = generate(home, "SHOP", &["--service", "-K", signing]);
    assert_eq!(
        (&done["subject"], &done["issuer"]),
        (&json!("quote"), &json!(signing))
    );
    // On stdout as nsc has it: the token alone.
    for target in [&["-o", "--"][..], &["-o", "-"], &[]] {
        let args = [GENERATE, &["-t", "RIVAL", "-s", "quote"], target].concat();
        let output = run(home, &args);
        let text = String::from_utf8(output.stdout.clone()).unwrap();
        assert!(
            text.starts_with("-----BEGIN NATS ACTIVATION JWT-----\n"),
            "{output:?}"
        );
        let noted = said(&output);
        assert!(
            noted.contains("next: nkeep add import -a RIVAL --token FILE"),
            "{noted}"
        );
    }
}

/// A clock that stands still gives no two activations of an account the same second.
#[test]
fn activations_are_told_apart_by_their_times() {
    let home = market();
    let home = home.path();
    for (file, target) in [("1", "SHOP"), ("2", "SHOP"), ("3", "SHOP"), ("4", "RIVAL")] {
        generate(home, target, &["-s", "quote", "-o", file]);
    }
    let at = |file: &str| read(home, file)["iat"].as_i64().unwrap();
    assert_eq!(
        (at("2"), at("3"), at("4")),
        (at("1") + 1, at("1") + 2, at("1"))
    );
}

#[test]
fn an_activation_is_given_for_what_is_private_here() {
    let home = market();
    let home = home.path();
    let generate = |more: &[&'static str]| [GENERATE, more].concat();
    for (args, code, says, hint) in [
        (
            &["-t", "SHOP"][..],
            2,
            "stream orders.>, service quote",
            "nkeep describe account ACME",
        ),
        (
            &["-t", "SHOP", "-s", "prices.eu"],
            1,
            "is a public export",
            "nkeep add import -a IMPORTER --src-account ACME --remote-subject prices.eu",
        ),
        (
            &["-t", "SHOP", "-s", "other"],
            1,
            "no private export \"other\"",
            "nkeep describe account ACME",
        ),
        (
            &["-t", "SHOP", "-s", "orders"],
            1,
            "no private export \"orders\"",
            "nkeep describe account ACME",
        ),
        (
            &["-t", "SHOP", "-s", "orders.>", "--service"],
            1,
            "no private export",
            "nkeep describe account ACME",
        ),
        (
            &["-t", "ACME", "-s", "quote"],
            2,
            "cannot give leave to itself",
            "nkeep describe account ACME",
        ),
        (
            &["-t", "NOBODY", "-s", "quote"],
            1,
            "no account \"NOBODY\"",
            "nkeep list accounts",
        ),
        (
            &["-t", "SHOP", "-s", "a b"],
            2,
            "spaces",
            "nkeep generate activation --help",
        ),
        (
            &["-t", "SHOP", "-s", "a..b"],
            2,
            "two in a row",
            "nkeep generate activation --help",
        ),
        (
            &["-s", "quote"],
            2,
            "--target-account",
            "nkeep generate activation --help",
        ),
        (
            &["-t", "*", "-s", "quote"],
            2,
            "--target-account",
            "nkeep generate activation --help",
        ),
        (
            &["-t", "SHOP", "-s", "quote", "--expiry", "soon"],
            2,
            "soon",
            "nkeep generate activation --help",
        ),
        (
            &["-t", "SHOP", "-s", "quote", "--push"],
            2,
            "pushes no activations",
            "nkeep generate activation",
        ),
        (
            &["-t", "SHOP", "-s", "quote", "-K", "raeder"],
            1,
            "has the role \"raeder\"",
            "nkeep describe account ACME  # shows which roles there are",
        ),
        (
            &["-t", "SHOP", "-s", "quote", "-o", "identity.txt"],
            1,
            "identity.txt exists",
            "--force",
        ),
        (
            &["-t", "SHOP", "-s", "quote", "-o", "no/where"],
            1,
            "no/where",
            "no/where",
        ),
        (
            &["-t", "SHOP", "-s", "quote", "--force"],
            2,
            "--output-file",
            "nkeep generate activation --help",
        ),
    ] {
        let why = refused(home, &generate(args), code, says);
        assert!(why.contains(hint), "{why}");
    }
    let operator = json(home, &["describe", "operator"])["sub"]
        .as_str()
        .unwrap()
        .to_owned();
    let user = json(home, &["describe", "user", "ACME", "-a", "ACME"])["sub"]
        .as_str()
        .unwrap()
        .to_owned();
    for wrong in [&operator, &user] {
        refused(
            home,
            &[GENERATE, &["-t", wrong, "-s", "quote"]].concat(),
            2,
            wrong,
        );
        refused(
            home,
            &[GENERATE, &["-t", "SHOP", "-K", wrong]].concat(),
            1,
            wrong,
        );
    }
    let shop = key(home, "SHOP");
    let args = [GENERATE, &["-t", "SHOP", "-s", "quote", "-K", &shop]].concat();
    refused(home, &args, 1, "may not sign for account \"ACME\"");
    let args = ["generate", "activation", "-a", "SHOP", "-t", "ACME"];
    let why = refused(home, &args, 1, "account SHOP has no private exports");
    assert!(
        why.contains("hint: nkeep add export -a SHOP -s SUBJECT --private"),
        "{why}"
    );
}

/// An address where nothing is, and what is said of it.
const NOWHERE: (&str, i32, &str) = if cfg!(feature = "net") {
    (
        "https://127.0.0.1:1/c",
        1,
        "nothing can be read from https://127.0.0.1:1/c",
    )
} else {
    ("https://127.0.0.1:1/c", 2, "this build has no network code")
};

#[test]
fn a_private_export_is_imported_with_its_activation() {
    let home = market();
    let home = home.path();
    let import = ["add", "import", "-a", "SHOP"];
    let bare = ["--src-account", "ACME", "--remote-subject", "orders.>"];
    let why = refused(
        home,
        &[&import[..], &bare].concat(),
        3,
        "is a private export of account ACME",
    );
    let hint = "hint: nkeep generate activation -a ACME -s 'orders.>' -t SHOP -o FILE";
    assert!(why.contains(hint), "{why}");
    generate(home, "SHOP", &["-s", "orders.eu", "-o", "shop.jwt"]);
    generate(home, "RIVAL", &["-s", "orders.eu", "-o", "rival.jwt"]);
    let with = |file: &'static str| [&import[..], &["-u", file]].concat();
    let why = refused(home, &with("rival.jwt"), 3, "and not for SHOP");
    assert!(why.contains("-t SHOP -o FILE"), "{why}");
    for (file, code, says) in [
        ("nothing.jwt", 1, "cannot read nothing.jwt"),
        (
            "account.jwt",
            3,
            "a token of type account, and an activation is wanted",
        ),
        ("user.nk", 2, "holds a seed"),
        ("message.txt", 3, "no token that can be read"),
        NOWHERE,
    ] {
        refused(home, &with(file), code, says);
    }
    let stream = [&with("shop.jwt")[..], &["--service"]].concat();
    refused(home, &stream, 3, "as a stream");
    let both = [&with("shop.jwt")[..], &bare].concat();
    refused(home, &both, 2, "cannot be used with");
    common::at_home(home, &with("shop.jwt"));
    refused(
        home,
        &with("shop.jwt"),
        1,
        "already imports \"orders.eu\" as a stream",
    );
    // What the exporter took back is not taken.
    common::at_home(home, &["delete", "import", "-a", "SHOP"]);
    common::at_home(
        home,
        &[
            "revocations",
            "add-activation",
            "-a",
            "ACME",
            "-t",
            "SHOP",
            "-s",
            "orders.>",
        ],
    );
    refused(home, &with("shop.jwt"), 3, "does not hold: it is revoked");
    generate(home, "SHOP", &["-s", "orders.eu", "-o", "again.jwt"]);
    common::at_home(home, &with("again.jwt"));
    common::at_home(home, &["delete", "import", "-a", "SHOP"]);
    common::at_home(home, &["delete", "export", "-a", "ACME", "-s", "orders.>"]);
    refused(home, &with("again.jwt"), 3, "exports no such subject");
}

/// Of an exporter whom the store does not know, nothing more than the token itself can be checked.
#[test]
fn an_activation_of_a_stranger_is_taken_with_a_warning() {
    let (ours, theirs) = (market(), market());
    let (home, theirs) = (ours.path(), theirs.path());
    let shop = key(home, "SHOP");
    let activation = ["-s", "orders.eu", "--expiry", "1d", "-o", "theirs.jwt"];
    generate(theirs, &shop, &activation);
    std::fs::rename(theirs.join("theirs.jwt"), home.join("theirs.jwt")).unwrap();
    let args = ["add", "import", "-a", "SHOP", "-u", "theirs.jwt"];
    let mut late = common::nkeep_at(home);
    late.args(args).env("NKEEP_TEST_CLOCK", "1795300000");
    common::refusal::refused_by(&mut late, home, 3, "does not hold: it expired");
    let output = run(home, &args);
    assert!(output.status.success(), "{output:?}");
    assert!(said(&output).contains("is not in this store"), "{output:?}");
    let imported = &claims(home, "SHOP")["nats"]["imports"][0];
    assert_eq!(imported["account"], key(theirs, "ACME"));
}

#[test]
fn an_import_takes_another_activation_and_keeps_the_rest() {
    let home = market();
    let home = home.path();
    let run = |line: &str| common::refusal::run(home, &line.split(' ').collect::<Vec<_>>());
    let told = |line: &str| {
        let output = run(line);
        assert!(output.status.success(), "{line}: {output:?}");
        said(&output)
    };
    let import = || claims(home, "SHOP")["nats"]["imports"][0].take();
    told("generate activation -a ACME -s orders.> -t SHOP -o one.jwt");
    told("add import -a SHOP --token one.jwt -s acme.orders.> -n theirs --allow-trace");
    let was = import();
    told("revocations add-activation -a ACME -s orders.> -t SHOP");
    let renewed = told("generate activation -a ACME -s orders.> -t SHOP --expiry 90d -o two.jwt");
    let next = "next: nkeep add import -a SHOP --token two.jwt";
    assert!(renewed.contains(next), "{renewed}");
    let renewed = told("add import -a SHOP --token two.jwt");
    assert!(
        renewed.contains("renewed private stream import \"orders.>\""),
        "{renewed}"
    );
    let is = import();
    assert_eq!(
        common::at_home(home, &["describe", "jwt", "-f", "two.jwt", "--raw"]).trim(),
        is["token"]
    );
    for (field, value) in was.as_object().unwrap() {
        assert_eq!(&is[field] == value, field != "token", "{field}: {is}");
    }
    // What is named is changed.
    told("generate activation -a ACME -s orders.> -t SHOP -o three.jwt");
    told("add import -a SHOP --token three.jwt -s shop.orders.> -n ours --allow-trace=false");
    let is = import();
    assert_eq!(
        (&is["name"], &is["local_subject"]),
        (&"ours".into(), &"shop.orders.>".into())
    );
    assert!(is.get("allow_trace").is_none(), "{is}");
    // Who mistakes an older one for a newer is told.
    let older = told("add import -a SHOP --token two.jwt");
    assert!(
        older.contains("warning: the activation that it had was given later"),
        "{older}"
    );
    let again = ["add", "import", "-a", "SHOP", "--token", "two.jwt"];
    refused(home, &again, 1, "already imports \"orders.>\" as a stream");
}
