//! Exports, imports and mappings: the claims are those that nsc writes, where nsc is right.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;

use common::market::claims;
use common::refusal::{json, key, refused, run, said};
use serde_json::{Value, json};

/// An estate with another account, SHOP.
fn market() -> tempfile::TempDir {
    let home = common::estate();
    common::at_home(home.path(), &["add", "account", "SHOP"]);
    home
}

fn exports(home: &Path) -> Value {
    claims(home, "ACME")["nats"]["exports"].take()
}

fn imports(home: &Path) -> Value {
    claims(home, "SHOP")["nats"]["imports"].take()
}

fn add(home: &Path, words: &str) {
    let words: Vec<&str> = ["add"].into_iter().chain(words.split(' ')).collect();
    common::at_home(home, &words);
}

/// What nsc (2026-05) writes for the same commands.
#[test]
fn exports_are_written_as_nsc_writes_them() {
    let home = market();
    let home = home.path();
    add(home, "export -a ACME -s a.>");
    add(
        home,
        "export -a ACME -r -s q.* --latency lat.a --sampling 25 --response-threshold 1s500ms --account-token-position 2",
    );
    add(
        home,
        "export -a ACME --service=true --subject h --latency lat.h --sampling header",
    );
    add(home, "export -a ACME -r -s h2 --latency lat.h");
    add(home, "export -a ACME -s p.> -p --advertise -n priv");
    add(
        home,
        "export -a ACME -r -s r.* --private --response-type Stream --allow-trace",
    );
    assert_eq!(
        exports(home),
        json!([
            { "name": "a.>", "subject": "a.>", "type": "stream" },
            {
                "name": "h", "subject": "h", "type": "service", "response_type": "Singleton",
                "service_latency": { "results": "lat.h", "sampling": "headers" },
            },
            {
                "name": "h2", "subject": "h2", "type": "service", "response_type": "Singleton",
                "service_latency": { "results": "lat.h", "sampling": "headers" },
            },
            {
                "name": "priv", "subject": "p.>", "type": "stream",
                "token_req": true, "advertise": true,
            },
            {
                "name": "q.*", "subject": "q.*", "type": "service", "response_type": "Singleton",
                "response_threshold": 1_500_000_000, "account_token_position": 2,
                "service_latency": { "results": "lat.a", "sampling": 25 },
            },
            {
                "name": "r.*", "subject": "r.*", "type": "service", "response_type": "Stream",
                "token_req": true, "allow_trace": true,
            },
        ])
    );
}

#[test]
fn imports_are_written_as_nsc_writes_them() {
    let home = market();
    let home = home.path();
    let acme = key(home, "ACME");
    for export in ["-s a.>", "-s h -r", "-s h2 -r", "-s p.> -p", "-s r.* -r -p"] {
        add(home, &format!("export -a ACME {export}"));
    }
    for subject in ["p.one", "r.x", "r.*"] {
        let file = format!("{subject}.jwt");
        let args = [
            "generate",
            "activation",
            "-a",
            "ACME",
            "-t",
            "SHOP",
            "-s",
            subject,
            "-o",
        ];
        common::at_home(home, &[&args[..], &[&file]].concat());
    }
    let at = |words: &str| add(home, &format!("import -a SHOP {words}"));
    at(&format!(
        "--src-account {acme} --remote-subject a.> --allow-trace"
    ));
    at("--src-account ACME --remote-subject h --service -s loc.h --share -n hh");
    at("--src-account ACME --remote-subject h2 --service");
    at("-u p.one.jwt");
    at("-u r.x.jwt --service");
    let token = |file: &str| {
        let text = std::fs::read_to_string(home.join(file)).unwrap();
        text.lines().nth(1).unwrap().to_owned()
    };
    assert_eq!(
        imports(home),
        json!([
            { "name": "a.>", "subject": "a.>", "account": acme, "type": "stream", "allow_trace": true },
            {
                "name": "hh", "subject": "h", "account": acme, "type": "service",
                "local_subject": "loc.h", "share": true,
            },
            { "name": "h2", "subject": "h2", "account": acme, "type": "service" },
            {
                "name": "p.one", "subject": "p.one", "account": acme, "type": "stream",
                "token": token("p.one.jwt"),
            },
            {
                "name": "r.x", "subject": "r.x", "account": acme, "type": "service",
                "local_subject": "r.x", "token": token("r.x.jwt"),
            },
        ])
    );
    common::at_home(home, &["delete", "import", "-a", "SHOP", "-s", "r.x"]);
    at("--token r.*.jwt -s z.$1");
    assert_eq!(imports(home)[4]["local_subject"], "z.$1");
    // From stdin, and without the dashes.
    common::at_home(home, &["delete", "import", "-a", "SHOP", "-s", "p.one"]);
    let mut stdin = std::process::Command::new("bash");
    let line = "sed -n 2p p.one.jwt | $N add import -a SHOP -u - -n piped";
    stdin.args(["-c", line]).current_dir(home).env("HOME", home);
    stdin.env("N", env!("CARGO_BIN_EXE_nkeep"));
    stdin.env("NKEEP_IDENTITY", home.join("identity.txt"));
    stdin.env("NKEEP_TEST_CLOCK", "1795200000");
    let output = stdin.output().unwrap();
    assert!(output.status.success(), "{output:?}");
    assert_eq!(imports(home)[3]["name"], "piped");
}

#[test]
fn a_limit_below_what_there_is_is_refused_once() {
    let home = market();
    let home = home.path();
    add(home, "export -a ACME -s a.>");
    add(
        home,
        "import -a SHOP --src-account ACME --remote-subject a.>",
    );
    let edit = ["edit", "account", "SHOP", "--imports", "0"];
    let why = refused(home, &edit, 3, "more imports than allowed");
    assert_eq!(why.matches("more imports").count(), 1, "{why}");
}

#[test]
fn mappings_are_written_as_nsc_writes_them() {
    let home = common::estate();
    let home = home.path();
    for mapping in [
        "-f m.* -t n.$1 --weight 30",
        "--from m.* --to k.$1 --weight 40",
        "-f m.* -t n.$1 --weight 40",
        "-f m.* -t k.$1 --weight 100 --cluster c",
        "-f o -t u",
        "-f x.* -t {{partition(3,1)}}.{{wildcard(1)}}",
    ] {
        add(home, &format!("mapping -a ACME {mapping}"));
    }
    let mappings = || claims(home, "ACME")["nats"]["mappings"].take();
    let expected = json!({
        "m.*": [
            { "subject": "n.$1", "weight": 40 },
            { "subject": "k.$1", "weight": 40 },
            { "subject": "k.$1", "weight": 100, "cluster": "c" },
        ],
        "o": [{ "subject": "u" }],
        "x.*": [{ "subject": "{{partition(3,1)}}.{{wildcard(1)}}" }],
    });
    assert_eq!(mappings(), expected);
    let delete = |words: &str| {
        let args = format!("delete mapping -a ACME {words}");
        common::line(home, &args);
    };
    // nsc would delete all of them, whatever the cluster.
    delete("-f m.* --cluster c");
    assert_eq!(mappings()["m.*"].as_array().unwrap().len(), 2);
    delete("-f m.* -t k.$1");
    assert_eq!(
        mappings()["m.*"],
        json!([{ "subject": "n.$1", "weight": 40 }])
    );
    delete("-f x.*");
    delete("-f m.* -t n.$1");
    delete("-f o");
    assert_eq!(mappings(), Value::Null);
}

/// nsc resets response type, threshold, tracing, position, advertising and revocations with any edit.
#[test]
fn an_edit_changes_what_was_asked_and_nothing_else() {
    let home = market();
    let home = home.path();
    add(
        home,
        "export -a ACME -r -s r.* -p --advertise --response-type Stream --response-threshold 2s --allow-trace --latency l --sampling 30",
    );
    let revoke = ["revocations", "add_activation", "-a", "ACME", "-t", "SHOP"];
    common::at_home(home, &revoke);
    let mut expected = exports(home)[0].take();
    let mut edit = |words: &[&str], field: &str, value: Value| {
        let args = [&["edit", "export", "-a", "ACME"], words].concat();
        let done = json(home, &args);
        assert_eq!(done["kind"], "changed");
        assert_eq!(done["changes"].as_array().unwrap().len(), 1, "{done}");
        expected[field] = value;
        if expected[field].is_null() {
            expected.as_object_mut().unwrap().remove(field);
        }
        assert_eq!(exports(home)[0], expected, "{words:?}");
    };
    edit(&["-n", "other"], "name", json!("other"));
    edit(&["--description", "<b>"], "description", json!("<b>"));
    edit(&["--description="], "description", Value::Null);
    edit(
        &["--info-url", "https://a.b/c"],
        "info_url",
        json!("https://a.b/c"),
    );
    edit(&["--private=false"], "token_req", Value::Null);
    edit(&["-p"], "token_req", json!(true));
    edit(
        &["--response-type", "Chunked"],
        "response_type",
        json!("Chunked"),
    );
    edit(
        &["--response-threshold", "0"],
        "response_threshold",
        Value::Null,
    );
    edit(&["--allow-trace=false"], "allow_trace", Value::Null);
    let latency =
        |results: &str, sampling: Value| json!({ "results": results, "sampling": sampling });
    edit(
        &["--sampling", "header"],
        "service_latency",
        latency("l", json!("headers")),
    );
    edit(
        &["--latency", "m"],
        "service_latency",
        latency("m", json!("headers")),
    );
    edit(
        &["--sampling", "7"],
        "service_latency",
        latency("m", json!(7)),
    );
    edit(&["--rm-latency-sampling"], "service_latency", Value::Null);
    edit(
        &["--latency", "m"],
        "service_latency",
        latency("m", json!("headers")),
    );
    edit(&["--sampling", "0"], "service_latency", Value::Null);
}

#[test]
fn an_edit_that_changes_nothing_signs_nothing() {
    let home = market();
    let home = home.path();
    add(home, "export -a ACME -s a.>");
    let before = claims(home, "ACME");
    let done = json(
        home,
        &["edit", "export", "-a", "ACME", "-n", "a.>", "-p=false"],
    );
    assert_eq!(
        (&done["issuer"], &done["changes"]),
        (&Value::Null, &json!([]))
    );
    assert_eq!(claims(home, "ACME"), before);
}

#[test]
fn a_type_takes_its_terms_with_it() {
    let home = market();
    let home = home.path();
    add(
        home,
        "export -a ACME -r -s x --response-type Stream --allow-trace --latency l",
    );
    let edit = |words: &[&str]| {
        let output = run(home, &[&["edit", "export", "-a", "ACME"], words].concat());
        assert!(output.status.success(), "{output:?}");
        said(&output)
    };
    let noted = edit(&["--service=false"]);
    assert!(
        noted.contains("warning: who imports it as what it was"),
        "{noted}"
    );
    let stream = json!({ "name": "x", "subject": "x", "type": "stream" });
    assert_eq!(exports(home), json!([stream]));
    edit(&["-r"]);
    assert_eq!(exports(home)[0]["response_type"], "Singleton");
    // Both types may have a subject; then the type says which is meant.
    add(home, "export -a ACME -s x -n flow");
    let both = ["edit", "export", "-a", "ACME", "-s", "x", "-n", "y"];
    refused(home, &both, 2, "--service=false");
    edit(&["-s", "x", "-n", "y", "--service"]);
    let delete = ["delete", "export", "-a", "ACME", "-s", "x"];
    refused(home, &delete, 2, "service x, stream x");
    common::at_home(home, &[&delete[..], &["--service=false"]].concat());
    assert_eq!(exports(home)[0]["name"], "y");
    common::at_home(home, &["delete", "export", "-a", "ACME"]);
    assert_eq!(exports(home), Value::Null);
}

/// What is printed says who signed and what comes next, and that can be run.
#[test]
fn a_change_says_what_it_did() {
    let home = market();
    let home = home.path();
    let done = |args: &[&str]| {
        let output = run(home, args);
        assert!(output.status.success(), "{output:?}");
        assert!(output.stdout.is_empty());
        said(&output)
    };
    let noted = done(&["add", "export", "-a", "ACME", "-s", "a.>", "--private"]);
    let issuer = claims(home, "ACME")["iss"].as_str().unwrap().to_owned();
    let acme = key(home, "ACME");
    let expected = format!(
        "nkeep: added private stream export \"a.>\"\n\
         nkeep: changed account ACME {acme}, signed by {issuer}\n\
         nkeep: next: nkeep generate activation -a ACME -s 'a.>' -t IMPORTER -o FILE\n\
         nkeep: next: nkeep {}\n",
        match cfg!(feature = "net") {
            true => "push -a ACME  # servers must have it",
            false => "describe account ACME --raw  # what servers must have",
        }
    );
    assert_eq!(noted, expected);
    let noted = done(&["add", "export", "-a", "ACME", "-s", "q", "-r"]);
    let next = "next: nkeep add import -a IMPORTER --src-account ACME --remote-subject q --service";
    assert!(noted.contains(next), "{noted}");
    // What is not offered so far may be later.
    let args = [
        "add",
        "import",
        "-a",
        "SHOP",
        "--src-account",
        "ACME",
        "--remote-subject",
        "b",
    ];
    let noted = done(&args);
    assert!(
        noted.contains("warning: account ACME exports no stream \"b\" so far"),
        "{noted}"
    );
    let noted = done(&["delete", "export", "-a", "ACME", "-s", "q"]);
    assert!(
        noted.contains("warning: who imports it is cut off"),
        "{noted}"
    );
    // The key that is asked for signs, and where the operator is strict its own key cannot.
    let operator = json(home, &["describe", "operator"]);
    let signing = operator["nats"]["signing_keys"][0].as_str().unwrap();
    let named = ["edit", "export", "-a", "ACME", "-n", "x", "-K"];
    common::at_home(home, &[&named[..], &[signing]].concat());
    assert_eq!(claims(home, "ACME")["iss"], signing);
    let identity = operator["sub"].as_str().unwrap();
    let args = ["edit", "export", "-a", "ACME", "-n", "y", "-K", identity];
    refused(home, &args, 1, "may not sign for operator");
}

/// Several changes in one second have times of issue of their own.
#[test]
fn times_of_issue_never_repeat() {
    let home = common::estate();
    let home = home.path();
    let at = || claims(home, "ACME")["iat"].as_i64().unwrap();
    let mut last = at();
    for subject in ["a", "b", "c"] {
        add(home, &format!("export -a ACME -s {subject}"));
        assert_eq!(at(), last + 1);
        last = at();
    }
}

/// Servers leave the import out that closes the circle, and say so in their log alone.
#[test]
fn an_import_by_which_things_come_back_is_told_with_the_way() {
    for (service, what) in [(" --service", "requests"), ("", "messages")] {
        let home = market();
        let home = home.path();
        add(home, "account THIRD");
        for account in ["ACME", "SHOP", "THIRD"] {
            add(home, &format!("export -a {account} -s ask{service}"));
        }
        let import = |account: &str, from: &str| {
            let line = format!(
                "add import -a {account} --src-account {from} --remote-subject ask{service}"
            );
            let done = json(home, &line.split(' ').collect::<Vec<_>>());
            done["warnings"].clone()
        };
        assert_eq!(import("SHOP", "ACME"), json!([]));
        assert_eq!(import("THIRD", "SHOP"), json!([]));
        let says = format!(
            "servers leave the import \"ask\" out: {what} come back by it, ACME > THIRD > SHOP > ACME"
        );
        assert_eq!(import("ACME", "THIRD"), json!([says]));
    }
}
