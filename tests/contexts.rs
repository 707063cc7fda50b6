//! What other tools read: contexts of the nats command line, and profiles by nsc URLs.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;

use common::at_home;
use common::refusal::{json, mode, refused, refused_by, run, said};
use common::terminal::{at_terminal, exit_code};
use expectrl::{Eof, Expect as _};
use nkeep::nkey::Seed;
use serde_json::{Value, json as value};

/// An estate with servers.
fn estate() -> tempfile::TempDir {
    let home = common::estate();
    let urls = "nats://one:4222,tls://two:4222";
    at_home(
        home.path(),
        &[
            "edit",
            "operator",
            "--service-url",
            urls,
            "--rm-service-url",
            "nats://localhost:4222",
        ],
    );
    home
}

const CONTEXT: [&str; 7] = [
    "generate",
    "context",
    "--account",
    "ACME",
    "-u",
    "ACME",
    "--context",
];

fn context(more: &[&'static str]) -> Vec<&'static str> {
    [&CONTEXT[..], more].concat()
}

fn parsed(path: &Path) -> Value {
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

#[test]
fn a_context_names_servers_and_creds_that_are_there() {
    let home = estate();
    let home = home.path();
    let output = run(home, &context(&["acme", "--creds", "acme.creds"]));
    assert!(
        output.status.success() && output.stdout.is_empty(),
        "{output:?}"
    );
    assert!(said(&output).contains("nats --context acme"), "{output:?}");
    let path = home.join(".config/nats/context/acme.json");
    let creds = std::fs::canonicalize(home).unwrap().join("acme.creds");
    let expected = value!({ "url": "nats://one:4222,tls://two:4222", "creds": creds });
    assert_eq!(parsed(&path), expected);
    assert_eq!((mode(&path), mode(&creds)), (0o600, 0o600));
    let same = at_home(home, &["generate", "creds", "-a", "ACME", "ACME"]);
    assert_eq!(std::fs::read_to_string(&creds).unwrap(), same);

    // Where XDG says so, with the ending that nsc takes, and creds that are there.
    let mut command = common::nkeep_at(home);
    command
        .env("XDG_CONFIG_HOME", home.join("xdg"))
        .env_remove("NKEEP_IDENTITY");
    command.args(context(&["other.json", "--existing-creds", "acme.creds"]));
    assert!(command.status().unwrap().success());
    assert_eq!(parsed(&home.join("xdg/nats/context/other.json")), expected);

    refused(
        home,
        &context(&["acme", "--creds", "b.creds"]),
        1,
        "acme.json exists",
    );
    refused(
        home,
        &context(&["b", "--creds", "acme.creds"]),
        1,
        "acme.creds exists",
    );
    let again = context(&["acme", "--creds", "acme.creds", "--force"]);
    let document = json(home, &again);
    assert_eq!(document["kind"], "context");
    assert_eq!(document["creds"], expected["creds"]);
}

#[test]
fn a_context_that_would_not_work_is_not_written() {
    let home = estate();
    let home = home.path();
    at_home(home, &["add", "user", "other", "-a", "ACME"]);
    at_home(
        home,
        &[
            "generate",
            "creds",
            "other",
            "-a",
            "ACME",
            "-o",
            "other.creds",
        ],
    );
    for (args, code, says) in [
        (&["acme"][..], 2, "--creds <FILE>"),
        (&["a/b", "--creds", "x"], 2, "file names cannot have"),
        (&["..", "--creds", "x"], 2, "it is a folder's"),
        (&["a\\b", "--creds", "x"], 2, "file names cannot have"),
        (&["", "--creds", "x"], 2, "it is empty"),
        (
            &["x", "--creds", "x", "--existing-creds", "x"],
            2,
            "cannot be used with",
        ),
        (
            &["x", "--existing-creds", "other.creds"],
            1,
            "is no creds file of user \"ACME\"",
        ),
        (&["x", "--existing-creds", "nowhere"], 1, "nowhere"),
        (&["x", "--creds", "nowhere/x.creds"], 1, "cannot write"),
    ] {
        refused(home, &context(args), code, says);
    }
    let nobody = [
        "generate",
        "context",
        "-u",
        "NO",
        "--context",
        "x",
        "--creds",
        "x",
    ];
    refused(home, &nobody, 1, "no user \"NO\"");
    // Without an identity no creds can be written, and nothing is.
    let mut locked = common::nkeep_at(home);
    locked.env_remove("NKEEP_IDENTITY").arg("--no-input");
    locked.args(context(&["x", "--creds", "x.creds"]));
    refused_by(&mut locked, home, 4, "locked");
    // The context cannot be written: neither are the creds left behind.
    std::fs::write(home.join(".config"), "").unwrap();
    refused(home, &context(&["x", "--creds", "x.creds"]), 1, ".config");
}

fn profile(url: &str) -> [&str; 3] {
    ["generate", "profile", url]
}

fn seed_of(profile: &Value, of: &str) -> String {
    let seed = profile[of]["seed"].as_str().unwrap();
    Seed::parse(seed).unwrap().public().to_string()
}

#[test]
fn a_profile_says_what_its_url_asks_for() {
    let home = estate();
    let home = home.path();
    let says =
        |url: &str| -> Value { serde_json::from_str(&at_home(home, &profile(url))).unwrap() };
    let service = ["nats://one:4222", "tls://two:4222"];
    let key = |args: &[&str]| json(home, &[&["describe"], args].concat())["sub"].clone();
    let operator = key(&["operator"]);
    let account = key(&["account", "ACME"]);
    let user = key(&["user", "ACME", "-a", "ACME"]);
    let only = value!({ "operator": { "service": service } });
    for url in [
        "nsc://ACME",
        "NSC://acme/",
        "nsc://ACME/ACME/ACME",
        "nsc://%41CME?&",
    ] {
        assert_eq!(says(url), only, "{url}");
    }
    assert_eq!(
        says("nsc://ACME/ACME/ACME?names&KEYS"),
        value!({
            "operator": { "service": service, "name": "ACME", "id": operator },
            "account": { "name": "ACME", "id": account },
            "user": { "name": "ACME", "id": user },
        })
    );
    assert_eq!(
        says("nsc://ACME/ACME?key")["account"],
        value!({ "id": account })
    );
    assert_eq!(says("nsc://ACME/ACME/ACME?key")["account"], Value::Null);
    let by_key = format!(
        "nsc://{}/{}?accountName",
        operator.as_str().unwrap(),
        account.as_str().unwrap()
    );
    assert_eq!(says(&by_key)["account"], value!({ "name": "ACME" }));

    // Into a pipe seeds go as asked, and `seed` is that of the last one alone.
    let seeds = says("nsc://ACME/ACME/ACME?seed");
    assert_eq!(seed_of(&seeds, "user"), user.as_str().unwrap());
    assert_eq!(seeds["operator"]["seed"], Value::Null);
    let all = says("nsc://ACME/ACME/ACME?seeds");
    assert_eq!(seed_of(&all, "account"), account.as_str().unwrap());
    assert_eq!(seed_of(&all, "operator"), operator.as_str().unwrap());
    let signing = &key_of(home, "account-signing");
    let one = says(&format!(
        "nsc://ACME/ACME?accountSeed={}",
        signing.to_lowercase()
    ));
    assert_eq!(&seed_of(&one, "account"), signing);

    let to = [
        &profile("nsc://ACME/ACME?accountSeed")[..],
        &["-o", "p.json"],
    ]
    .concat();
    assert!(at_home(home, &to).is_empty());
    assert_eq!(mode(&home.join("p.json")), 0o600);
    assert_eq!(
        seed_of(&parsed(&home.join("p.json")), "account"),
        account.as_str().unwrap()
    );
    refused(home, &to, 1, "p.json exists");
    assert_eq!(json(home, &profile("nsc://ACME?name"))["kind"], "profile");
}

/// A key of that class of account ACME.
fn key_of(home: &Path, class: &str) -> String {
    let keys = json(home, &["list", "keys", "--class", class]);
    let keys = keys["keys"].as_array().unwrap();
    let key = keys.iter().find(|key| key["owner"] == "ACME").unwrap();
    key["public_key"].as_str().unwrap().to_owned()
}

#[test]
fn a_profile_does_not_give_what_was_not_meant() {
    let home = estate();
    let home = home.path();
    for (url, code, says) in [
        ("ACME", 2, "does not begin with nsc://"),
        ("nsc://", 2, "nsc://OPERATOR/ACCOUNT/USER"),
        ("nsc://A//B", 2, "nsc://OPERATOR/ACCOUNT/USER"),
        ("nsc://A/B/C/D", 2, "nsc://OPERATOR/ACCOUNT/USER"),
        ("nsc://A%4", 2, "% stands before two digits"),
        ("nsc://ACME?userKey", 2, "no user is named"),
        ("nsc://ACME?accountSeed", 2, "no account is named"),
        ("nsc://ACME?sead", 2, "nobody knows what"),
        ("nsc://ACME?store=/x", 2, "--store FILE"),
        ("nsc://ACME?keystore=/x", 2, "--store FILE"),
        ("nsc://ACME?key=x", 2, "takes no value"),
        ("nsc://ACME?operatorSeed=x", 2, "takes a public key"),
        ("nsc://NO", 1, "no operator \"NO\""),
        ("nsc://ACME/NO", 1, "no account \"NO\""),
        ("nsc://ACME/ACME/NO", 1, "no user \"NO\""),
        (
            "nsc://ACME?operatorSeed=OC6RM7MIHF32V76Q2N7UJ5V5COKHRG6CXAU6RKPWQVFBKIP7OTBILITD",
            1,
            "is no key of operator \"ACME\"",
        ),
    ] {
        refused(home, &profile(url), code, says);
    }
    let asked = [&profile("nsc://ACME?seed")[..], &["--json"]].concat();
    refused(home, &asked, 2, "unless --reveal is given");
    let shown = json(
        home,
        &[&profile("nsc://ACME?seed")[..], &["--reveal"]].concat(),
    );
    assert!(shown["operator"]["seed"].is_string());

    let mut session = at_terminal(home, &profile("nsc://ACME?seed"));
    let output = session.expect(Eof).unwrap();
    let text = String::from_utf8(output.as_bytes().to_vec()).unwrap();
    assert_eq!(exit_code(&session), 2, "{text}");
    assert!(text.contains("--reveal") && !text.contains("SO"), "{text}");
}
