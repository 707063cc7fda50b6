//! What is applied in each phase of a rotation, and what to go back: bundles that say what is in them, hold no seed unasked, and start
//! real servers.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::collections::BTreeMap;
use std::path::Path;

use common::manifests::{documents, value};
use common::refusal::{everything, json, mode, refused, run, said};
use common::{at_home, estate};
use data_encoding::{BASE64, BASE64URL_NOPAD};
use nkeep::emit::config::read::read;
use nkeep::masking::holds_secret;
use nkeep::rotation::evidence::sha256;
use serde_json::Value;

/// An estate in which a rotation of the operator's signing key has begun.
fn rotating() -> tempfile::TempDir {
    let home = estate();
    at_home(home.path(), &["rotate", "start", "operator-signing-key"]);
    home
}

/// Takes the next step; there are no servers.
fn next(home: &Path) {
    let why = ["--force", "--reason", "there are no servers here"];
    at_home(home, &[&["rotate", "next"], &why[..]].concat());
}

fn until(home: &Path, phase: &str) {
    while status(home)["phase"] != phase {
        next(home);
    }
}

fn status(home: &Path) -> Value {
    let args = ["rotate", "status", "--json"];
    let output = common::nkeep_at(home).args(args).output().unwrap();
    serde_json::from_slice(&output.stdout).unwrap()
}

/// A bundle in that folder, which says the truth of what is in it.
fn bundle(home: &Path, folder: &str, more: &[&str]) -> Value {
    let args = ["rotate", "artefacts", "-n", "nats", "-o", folder];
    at_home(home, &[&args[..], more].concat());
    let text = std::fs::read(home.join(folder).join("bundle.json")).unwrap();
    let bundle: Value = serde_json::from_slice(&text).unwrap();
    let mut said = files(&bundle["files"]);
    said.extend(files(&bundle["rollback"]["files"]));
    let mut lines = String::new();
    for (path, hash) in &said {
        let there = std::fs::read(home.join(folder).join(path)).unwrap();
        assert_eq!(sha256(&there), *hash, "{path}");
        lines += &format!("{hash}  {path}\n");
    }
    assert_eq!(bundle["state"], sha256(lines.as_bytes()));
    let there = everything(&home.join(folder)).len();
    assert!(there > said.len(), "and bundle.json, and folders");
    bundle
}

fn files(listed: &Value) -> BTreeMap<String, String> {
    let listed = listed.as_array().into_iter().flatten();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    listed
        .map(|file| (text(&file["path"]), text(&file["sha256"])))
        .collect()
}

fn paths(listed: &Value) -> Vec<String> {
    files(listed).into_keys().collect()
}

fn text(home: &Path, path: &str) -> String {
    std::fs::read_to_string(home.join(path)).unwrap()
}

/// The operator's token of a configuration.
fn token(config: &str) -> String {
    read(config).unwrap().operators.remove(0)
}

/// The operator's token as the store has it.
fn token_of_now(home: &Path) -> String {
    token(&at_home(home, &["generate", "config", "--nats-resolver"]))
}

fn artefact(home: &Path, more: &[&str]) -> String {
    at_home(home, &[&["rotate", "artefacts"], more].concat())
}

/// Without the line that says of which rotation it is.
fn without_head(config: &str) -> &str {
    config.split_once('\n').unwrap().1
}

#[test]
fn a_bundle_of_the_first_phase_is_what_the_single_commands_write() {
    let home = estate();
    let home = home.path();
    let before = at_home(home, &["generate", "config", "--nats-resolver"]);
    let values_before = at_home(home, &["generate", "helm-values"]);
    at_home(home, &["rotate", "start", "operator-signing-key"]);
    let bundle = bundle(home, "stage", &[]);
    assert_eq!(bundle["phase"], "stage");
    assert_eq!(bundle["keys"]["new"], status(home)["new"]);
    let usual = [
        "helm/values.yaml",
        "kubernetes/config-map.yaml",
        "server/resolver.conf",
    ];
    assert_eq!(paths(&bundle["files"]), usual);
    assert_eq!(
        paths(&bundle["rollback"]["files"]),
        usual.map(|path| format!("rollback/{path}"))
    );
    assert_eq!(bundle["rollback"]["phase"], Value::Null);
    assert_eq!(bundle["left_out"], serde_json::json!([]));
    let config = text(home, "stage/server/resolver.conf");
    let now = at_home(home, &["generate", "config", "--nats-resolver"]);
    assert_eq!(without_head(&config), now);
    assert!(config.starts_with("# Rotation "), "{config}");
    let values = at_home(home, &["generate", "helm-values"]);
    assert_eq!(text(home, "stage/helm/values.yaml"), values);
    let map = ["generate", "helm-values", "--config-map", "map.yaml"];
    at_home(home, &[&map[..], &["-n", "nats"]].concat());
    let map = documents(&text(home, "map.yaml")).remove(0);
    let ours = documents(&text(home, "stage/kubernetes/config-map.yaml")).remove(0);
    assert_eq!(ours["data"], map["data"]);
    assert_eq!(ours["metadata"]["name"], map["metadata"]["name"]);
    assert_eq!(ours["metadata"]["annotations"]["nkeep/phase"], "stage");
    let back = text(home, "stage/rollback/server/resolver.conf");
    assert_eq!(without_head(&back), before);
    assert_eq!(text(home, "stage/rollback/helm/values.yaml"), values_before);
    assert_ne!(before, now);
}

#[test]
fn the_same_phase_twice_gives_the_same_bytes() {
    let home = rotating();
    let home = home.path();
    for phase in ["stage", "activate", "soak", "retire"] {
        until(home, phase);
        let args = ["--url", "nats://nats:4222", "--reveal"];
        bundle(home, &format!("{phase}1"), &args);
        bundle(home, &format!("{phase}2"), &args);
        let [one, two] =
            ["1", "2"].map(|number| everything(&home.join(format!("{phase}{number}"))));
        let contents = |all: BTreeMap<_, (u32, Vec<u8>)>| all.into_values().collect::<Vec<_>>();
        assert_eq!(contents(one), contents(two), "{phase}");
    }
}

#[test]
fn no_seed_leaves_unless_it_is_asked_for() {
    let home = rotating();
    let home = home.path();
    let status = status(home);
    let seeds = ["old", "new"].map(|key| {
        let key = status[key].as_str().unwrap();
        let args = ["generate", "secret", "operator-signing-key", key];
        let secret = at_home(home, &[&args[..], &["-n", "nats"]].concat());
        value(&documents(&secret)[0], "default")
    });
    assert!(seeds.iter().all(|seed| holds_secret(seed)));
    for phase in ["stage", "activate", "soak", "retire"] {
        until(home, phase);
        let bundle = bundle(home, phase, &["--url", "nats://nats:4222"]);
        for (path, (_, contents)) in everything(&home.join(phase)) {
            let contents = String::from_utf8(contents).unwrap();
            assert!(!holds_secret(&contents), "{}", path.display());
            for seed in &seeds {
                let encoded = BASE64.encode(seed.as_bytes());
                assert!(!contents.contains(&encoded), "{}", path.display());
            }
        }
        let left = bundle["left_out"].to_string();
        assert_eq!(
            left.contains("goes out with --reveal"),
            phase != "stage",
            "{left}"
        );
    }
}

#[test]
fn a_controller_gets_the_new_key_and_can_go_back_to_the_old_one() {
    let home = rotating();
    let home = home.path();
    until(home, "activate");
    let status = status(home);
    let [old, new] = ["old", "new"].map(|key| status[key].as_str().unwrap().to_owned());
    bundle(home, "now", &["--url", "nats://nats:4222", "--reveal"]);
    for (folder, key) in [("now", &new), ("now/rollback", &old)] {
        let path = format!("{folder}/kubernetes/operator-signing-key.yaml");
        assert_eq!(mode(&home.join(&path)), 0o600);
        let secret = documents(&text(home, &path)).remove(0);
        let args = [
            "generate",
            "secret",
            "operator-signing-key",
            key,
            "-n",
            "nats",
        ];
        let alone = documents(&at_home(home, &args)).remove(0);
        assert_eq!(secret["data"], alone["data"]);
        assert_eq!(secret["metadata"]["name"], alone["metadata"]["name"]);
        assert_eq!(secret["immutable"], true);
        let cluster = documents(&text(
            home,
            &format!("{folder}/kubernetes/nats-cluster.yaml"),
        ));
        let spec = &cluster[0]["spec"];
        assert_eq!(
            spec["operatorSigningKeySecretRef"]["name"],
            secret["metadata"]["name"]
        );
        assert_eq!(spec["url"], "nats://nats:4222");
        let creds = at_home(home, &["generate", "secret", "sys-creds", "-n", "nats"]);
        let creds = documents(&creds).remove(0);
        let named = &spec["systemAccountUserCredsSecretRef"]["name"];
        assert_eq!(*named, creds["metadata"]["name"]);
        let seed = value(&secret, "default");
        assert!(holds_secret(&seed));
    }
    let named = artefact(
        home,
        &[
            "--as",
            "nauth",
            "-n",
            "nats",
            "--url",
            "nats://n",
            "--sys-creds",
            "mine",
        ],
    );
    let spec = &documents(&named)[0]["spec"];
    assert_eq!(spec["systemAccountUserCredsSecretRef"]["name"], "mine");
}

#[test]
fn what_is_removed_is_what_was_applied_and_only_its_name_is_said() {
    let home = rotating();
    let home = home.path();
    until(home, "activate");
    bundle(home, "active", &["--reveal"]);
    let old = text(home, "active/rollback/kubernetes/operator-signing-key.yaml");
    let old = documents(&old).remove(0);
    until(home, "retire");
    let bundle_of_retire = bundle(home, "retire", &[]);
    let path = "retire/delete/operator-signing-key.yaml";
    let gone = documents(&text(home, path)).remove(0);
    assert_eq!(gone["metadata"]["name"], old["metadata"]["name"]);
    assert_eq!(gone["metadata"]["namespace"], "nats");
    assert_eq!(gone["data"], Value::Null);
    let steps = bundle_of_retire["steps"].as_array().unwrap();
    let command = |step: &Value| step["command"].as_str().unwrap_or_default().to_owned();
    let deletes = steps
        .iter()
        .position(|step| command(step).starts_with("kubectl delete"));
    let starts = steps
        .iter()
        .position(|step| command(step).starts_with("helm"));
    assert!(starts < deletes, "{steps:?}");
    until(home, "destroy");
    refused(
        home,
        &["rotate", "artefacts", "-o", "x"],
        1,
        "nothing is applied in destroy",
    );
    let late = bundle(home, "late", &["--phase", "retire"]);
    let left = late["left_out"].to_string();
    assert!(
        left.contains("delete"),
        "its name went with its seed: {left}"
    );
    assert_eq!(late["rollback"]["none"], "the rotation is done");
}

#[test]
fn what_an_earlier_phase_had_can_be_had_again_and_else_it_is_said() {
    let home = rotating();
    let home = home.path();
    let before = artefact(home, &["--rollback", "--as", "config"]);
    let staged = artefact(home, &["--as", "config"]);
    assert_ne!(token(&before), token(&staged));
    until(home, "activate");
    let again = artefact(home, &["--phase", "stage", "--as", "config"]);
    assert_eq!(token(&again), token(&staged));
    assert_ne!(
        read(&again).unwrap().preload,
        read(&staged).unwrap().preload,
        "accounts are those of now"
    );
    let back = artefact(home, &["--rollback", "--as", "config"]);
    assert_eq!(without_head(&back), without_head(&again));
    let args = [
        "rotate",
        "artefacts",
        "--phase",
        "stage",
        "--rollback",
        "--as",
        "config",
    ];
    let said = refused(
        home,
        &args,
        1,
        "what servers had before the rotation began cannot be made any more",
    );
    assert!(said.contains("hint: nkeep rotate rollback "), "{said}");
    let bundle = bundle(home, "again", &["--phase", "stage"]);
    let none = bundle["rollback"]["none"].as_str().unwrap();
    assert!(none.contains("cannot be made any more"), "{none}");
    until(home, "retire");
    let retired = artefact(home, &["--as", "config"]);
    assert_eq!(token(&retired), token_of_now(home));
    let back = artefact(home, &["--rollback", "--as", "config"]);
    assert_eq!(token(&back), token(&staged));
    until(home, "destroy");
    let late = artefact(home, &["--phase", "retire", "--as", "config"]);
    assert_eq!(without_head(&late), without_head(&retired));
}

#[test]
fn what_was_gone_back_from_is_kept_no_longer() {
    let home = rotating();
    let home = home.path();
    until(home, "retire");
    let retired = token_of_now(home);
    at_home(home, &["rotate", "rollback"]);
    assert_eq!(status(home)["phase"], "soak");
    let now = token_of_now(home);
    assert_eq!(token(&artefact(home, &["--as", "config"])), now);
    assert_ne!(now, retired);
    refused(
        home,
        &["rotate", "artefacts", "--phase", "retire", "--as", "config"],
        1,
        "has yet to come to retire",
    );
    next(home);
    let back = artefact(home, &["--rollback", "--as", "config"]);
    assert_eq!(token(&back), now);
}

#[test]
fn what_was_changed_meanwhile_is_in_what_is_applied_now() {
    let home = rotating();
    let home = home.path();
    until(home, "activate");
    at_home(home, &["edit", "operator", "--tag", "prod"]);
    assert_eq!(
        token(&artefact(home, &["--as", "config"])),
        token_of_now(home)
    );
}

#[test]
fn an_aborted_rotation_has_what_puts_the_old_key_in_its_place() {
    let home = rotating();
    let home = home.path();
    at_home(home, &["rotate", "abort"]);
    let bundle = bundle(home, "aborted", &[]);
    let config = text(home, "aborted/server/resolver.conf");
    assert_eq!(token(&config), token_of_now(home));
    let none = bundle["rollback"]["none"].as_str().unwrap();
    assert!(none.contains("aborted"), "{none}");
}

#[test]
fn what_may_not_leave_does_not() {
    let home = rotating();
    let home = home.path();
    until(home, "activate");
    at_home(
        home,
        &[
            "store",
            "recipients",
            "exports",
            "--forbid",
            "operator-signing",
        ],
    );
    for form in [
        &["--as", "secret", "--reveal"][..],
        &["--as", "sops", "--age", AGE],
    ] {
        let args = ["rotate", "artefacts", "-n", "nats"];
        let output = run(home, &[&args[..], form].concat());
        assert!(!output.status.success(), "{form:?}");
        assert!(output.stdout.is_empty());
        assert!(said(&output).contains("operator-signing"), "{output:?}");
    }
    let bundle = bundle(home, "rest", &["--url", "nats://nats:4222"]);
    let left = bundle["left_out"].to_string();
    assert!(
        left.contains("nauth"),
        "its name is made of the seed: {left}"
    );
}

const AGE: &str = "age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg";

#[test]
fn secrets_are_in_a_bundle_in_forms_that_not_everybody_opens() {
    let home = rotating();
    let home = home.path();
    until(home, "activate");
    let store = ["--secret-store", "vault", "--remote-key", "nats/{name}"];
    let cases = [
        ("sops", vec!["--age", AGE]),
        ("external-secret", store.to_vec()),
        ("push-secret", store.to_vec()),
    ];
    for (form, flags) in cases {
        let bundle = bundle(home, form, &[&["--as", form], &flags[..]].concat());
        let path = "kubernetes/operator-signing-key.yaml";
        assert!(paths(&bundle["files"]).contains(&path.to_owned()));
        let written = text(home, &format!("{form}/{path}"));
        assert!(!holds_secret(&written), "{written}");
        match form {
            // What SOPS adds is no part of a Secret.
            "sops" => assert!(written.contains("default: \"ENC["), "{written}"),
            _ => {
                let taken = documents(&written).remove(0);
                assert_eq!(taken["metadata"]["namespace"], "nats");
            }
        }
    }
}

#[test]
fn nothing_is_written_where_something_is_wrong() {
    let home = rotating();
    let home = home.path();
    std::fs::create_dir(home.join("full")).unwrap();
    std::fs::write(home.join("full/mine"), "mine").unwrap();
    std::fs::write(home.join("file"), "mine").unwrap();
    let before = everything(home);
    for (args, code, says) in [
        ("-o full", 1, "is no empty folder"),
        ("-o file", 1, "is no empty folder"),
        ("--as config,nauth", 2, "stdout takes one thing"),
        ("--as secret -n nats", 2, "only with --reveal"),
        ("--as secret -n nats -o x", 2, "only with --reveal"),
        ("--as sealed,sops -n nats -o x", 2, "in one form"),
        ("--as nauth", 2, "no namespace is named"),
        (
            "--as nauth -n nats",
            2,
            "nothing of that is applied in stage",
        ),
        (
            "--as nauth -n nats -o x",
            2,
            "nothing of that is applied in stage",
        ),
        ("--as sealed -n nats", 2, "--as sealed takes --cert"),
        (
            "-o x --age age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg",
            2,
            "--age is for --as sops",
        ),
        (
            "--as config --phase activate",
            1,
            "has yet to come to activate",
        ),
        ("--as config --phase nope", 1, "is no phase of rotation"),
        ("nope --as config", 1, "there is no rotation"),
        ("-o x --rollback", 2, "cannot be used with"),
        ("", 2, "--as"),
    ] {
        let words = ["rotate", "artefacts"]
            .into_iter()
            .chain(args.split_whitespace());
        let words: Vec<&str> = words.collect();
        refused(home, &words, code, says);
    }
    assert_eq!(everything(home), before);
}

#[test]
fn a_dry_run_writes_nothing() {
    let home = rotating();
    let home = home.path();
    at_home(
        home,
        &["rotate", "artefacts", "-n", "nats", "-o", "x", "--dry-run"],
    );
    assert!(!home.join("x").exists());
}

#[test]
fn scripts_get_one_document() {
    let home = rotating();
    let home = home.path();
    let one = json(home, &["rotate", "artefacts", "--as", "config"]);
    assert_eq!(one["as"], "config");
    assert_eq!(one["text"], artefact(home, &["--as", "config"]));
    let bundle = json(home, &["rotate", "artefacts", "-n", "nats", "-o", "x"]);
    let there: Value = serde_json::from_str(&text(home, "x/bundle.json")).unwrap();
    assert_eq!(bundle, there);
}

fn rotating_in_acme(kind: &str, more: &[&str]) -> tempfile::TempDir {
    let home = estate();
    at_home(home.path(), &[&["rotate", "start", kind], more].concat());
    home
}

#[test]
fn servers_of_another_operator_get_both_and_then_the_new_one_alone() {
    let home = estate();
    let home = home.path();
    let old = token_of_now(home);
    at_home(home, &["rotate", "start", "operator-identity"]);
    let mut new = None;
    for (phase, onward, back) in [
        ("stage", "on", "o"),
        ("activate", "on", "on"),
        ("swap", "no", "on"),
        ("retire", "n", "no"),
    ] {
        until(home, phase);
        bundle(home, phase, &[]);
        for (folder, order) in [("", onward), ("rollback/", back)] {
            let path = format!("{phase}/{folder}server/resolver.conf");
            let operators = read(&text(home, &path)).unwrap().operators;
            assert_eq!(operators.len(), order.len(), "{path}");
            for (token, which) in operators.iter().zip(order.chars()) {
                let claims = subject(token);
                match which {
                    'o' => assert_eq!(claims, subject(&old), "{path}"),
                    _ => assert_eq!(*new.get_or_insert(claims.clone()), claims, "{path}"),
                }
            }
            let values = text(home, &format!("{phase}/{folder}helm/values.yaml"));
            assert!(
                operators.iter().all(|token| values.contains(token)),
                "{values}"
            );
        }
    }
    assert_ne!(new, Some(subject(&old)));
}

#[test]
fn readers_get_both_keys_and_then_the_new_one_alone() {
    let home = estate();
    let home = home.path();
    let callout = ["edit", "authcallout", "-a", "ACME", "--auth-user", "ACME"];
    at_home(home, &[&callout[..], &["--curve", "generate"]].concat());
    let start = ["rotate", "start", "callout-curve-key", "-a", "ACME"];
    at_home(home, &start);
    let status = status(home);
    let [old, new] = ["old", "new"].map(|key| status[key].as_str().unwrap().to_owned());
    for (phase, onward, back) in [
        ("stage", format!("{old},{new}"), old.clone()),
        ("activate", format!("{new},{old}"), format!("{old},{new}")),
        ("retire", new.clone(), format!("{new},{old}")),
    ] {
        until(home, phase);
        refused(
            home,
            &["rotate", "artefacts", "-n", "nats", "-o", "x"],
            2,
            "there is sealed",
        );
        bundle(home, phase, &["--reveal"]);
        for (folder, keys) in [("", onward), ("rollback/", back)] {
            let path = format!("{phase}/{folder}kubernetes/callout-curve-key.yaml");
            let secret = documents(&text(home, &path)).remove(0);
            assert_eq!(
                secret["metadata"]["annotations"]["nkeep/keys"], keys,
                "{path}"
            );
            assert!(secret["data"].as_object().unwrap().len() > 1, "{secret}");
        }
    }
}

/// Whose token it is.
fn subject(token: &str) -> String {
    let claims = token.split('.').nth(1).unwrap();
    let claims = BASE64URL_NOPAD.decode(claims.as_bytes()).unwrap();
    let claims: Value = serde_json::from_slice(&claims).unwrap();
    claims["sub"].as_str().unwrap().to_owned()
}

/// What is in a Secret, and what it is called.
fn inside(yaml: &str) -> (Value, Value) {
    let secret = documents(yaml).remove(0);
    (secret["data"].clone(), secret["metadata"]["name"].clone())
}

#[test]
fn a_key_of_an_account_comes_with_the_creds_of_users_that_it_signed() {
    let home = rotating_in_acme("account-signing-key", &["-a", "ACME"]);
    let home = home.path();
    let said = refused(
        home,
        &["rotate", "artefacts", "-o", "x"],
        1,
        "nothing is applied in stage",
    );
    assert!(said.contains("hint: nkeep push -A"), "{said}");
    until(home, "activate");
    let status = status(home);
    let [old, new] = ["old", "new"].map(|key| status[key].as_str().unwrap().to_owned());
    let unasked = ["rotate", "artefacts", "-n", "auth", "-o", "x"];
    refused(
        home,
        &unasked,
        2,
        "there is sealed, sops, external-secret, push-secret, secret",
    );
    let made = bundle(home, "active", &["--reveal"]);
    let secret = |path: &str| inside(&text(home, path));
    for (path, key) in [("active", &new), ("active/rollback", &old)] {
        let args = [
            "generate",
            "secret",
            "account-keys",
            "ACME",
            "-K",
            key,
            "-n",
            "nats",
        ];
        let path = format!("{path}/kubernetes/account-signing-key.yaml");
        assert_eq!(secret(&path), inside(&at_home(home, &args)));
    }
    let creds = [
        "generate",
        "secret",
        "user-creds",
        "ACME",
        "-a",
        "ACME",
        "-n",
        "nats",
    ];
    let creds = inside(&at_home(home, &creds));
    let name = creds.1.as_str().unwrap().to_owned();
    assert_eq!(secret(&format!("active/kubernetes/{name}.yaml")), creds);
    assert_eq!(made["files"].as_array().unwrap().len(), 2);
    until(home, "retire");
    bundle(home, "retired", &["--reveal"]);
    let gone = documents(&text(home, "retired/delete/account-signing-key.yaml")).remove(0);
    let old = secret("active/rollback/kubernetes/account-signing-key.yaml");
    assert_eq!(gone["metadata"]["name"], old.1);
}

#[test]
fn a_user_has_the_new_creds_and_can_go_back_to_the_old_ones() {
    for (kind, account, user, command) in [
        (
            "user-key",
            "ACME",
            "ACME",
            &["user-creds", "ACME", "-a", "ACME"][..],
        ),
        ("system-user", "SYS", "sys", &["sys-creds", "sys"][..]),
    ] {
        let home = rotating_in_acme(kind, &["-a", account, "--user", user]);
        let home = home.path();
        bundle(home, "stage", &["--reveal"]);
        until(home, "activate");
        let made = bundle(home, "active", &["--reveal"]);
        let ours = inside(&text(home, &format!("active/kubernetes/{kind}.yaml")));
        let args = [&["generate", "secret"], command, &["-n", "nats"]].concat();
        assert_eq!(ours, inside(&at_home(home, &args)), "{kind}");
        let back = documents(&text(
            home,
            &format!("active/rollback/kubernetes/{kind}.yaml"),
        ));
        let about = &back[0]["metadata"]["annotations"];
        assert_eq!(about["nkeep/public-key"], status(home)["old"]);
        assert_eq!(made["rollback"]["phase"], "stage");
        until(home, "retire");
        let retired = bundle(home, "retired", &["--reveal"]);
        assert_eq!(paths(&retired["rollback"]["files"]), Vec::<String>::new());
        let steps = retired["rollback"]["steps"].to_string();
        assert!(steps.contains("nkeep rotate rollback"), "{steps}");
        assert!(steps.contains("nkeep push -A"), "{steps}");
    }
}

#[cfg(feature = "net")]
mod servers {
    use std::path::Path;

    use super::common::copies::creds;
    use super::common::servers::{Server, newest};
    use super::common::{live_at, live_estate};

    /// A server of that configuration, in a folder of its own.
    fn started(home: &Path, name: &str, config: &str) -> Server {
        let folder = home.join(name);
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("nats.conf"), config).unwrap();
        Server::start(&newest(), &folder)
    }

    fn next(home: &Path) {
        let why = ["--force", "--reason", "to see what servers take"];
        live_at(home, &[&["rotate", "next"], &why[..]].concat());
    }

    /// What is in the folder of a bundle starts a server, which takes the accounts of now.
    fn serves(home: &Path, name: &str, config: &Path) {
        let server = started(home, name, &std::fs::read_to_string(config).unwrap());
        server.log_in(&creds(home, "SYS", "sys")).unwrap();
        live_at(home, &["push", "-A", "-u", &server.url()]);
        server.log_in(&creds(home, "ACME", "ACME")).unwrap();
        server.stop();
    }

    #[test]
    fn each_phase_starts_a_server_that_takes_the_accounts_of_now() {
        each_phase(
            "operator-signing-key",
            &["stage", "activate", "soak", "retire"],
        );
    }

    #[test]
    fn each_phase_of_another_operator_does_so_too() {
        each_phase(
            "operator-identity",
            &["stage", "activate", "swap", "retire"],
        );
    }

    fn each_phase(kind: &str, phases: &[&str]) {
        let home = live_estate();
        let home = home.path();
        live_at(home, &["select", "operator", "ACME"]);
        live_at(home, &["rotate", "start", kind]);
        for phase in phases {
            live_at(home, &["rotate", "artefacts", "-o", phase]);
            let config = home.join(phase).join("server/resolver.conf");
            serves(home, &format!("of-{phase}"), &config);
            let back = home.join(phase).join("rollback/server/resolver.conf");
            serves(home, &format!("back-{phase}"), &back);
            next(home);
        }
    }

    #[test]
    fn what_goes_back_takes_the_accounts_as_they_were() {
        let home = live_estate();
        let home = home.path();
        let before = ["generate", "config", "--mem-resolver"];
        let before = live_at(home, &before);
        live_at(home, &["rotate", "start", "operator-signing-key"]);
        let memory = [
            "rotate",
            "artefacts",
            "--rollback",
            "--mem-resolver",
            "--as",
            "config",
        ];
        let back = live_at(home, &memory);
        assert!(back.ends_with(&before), "{back}");
        let server = started(home, "staged", &back);
        server.log_in(&creds(home, "ACME", "ACME")).unwrap();
        server.stop();
        next(home);
        // Signed by the new key: a server of before would turn it away, and the one that is gone back to does not.
        let back = live_at(home, &memory);
        let server = started(home, "active", &back);
        server.log_in(&creds(home, "ACME", "ACME")).unwrap();
        live_at(
            home,
            &[
                "rotate",
                "rollback",
                "--force",
                "--reason",
                "to see what servers take",
            ],
        );
        server.stop();
        let server = started(
            home,
            "again",
            &live_at(
                home,
                &memory[..2]
                    .iter()
                    .copied()
                    .chain(["--mem-resolver", "--as", "config"])
                    .collect::<Vec<_>>(),
            ),
        );
        server.log_in(&creds(home, "ACME", "ACME")).unwrap();
        server.stop();
    }

    #[test]
    fn values_of_the_chart_are_those_of_the_phase() {
        let home = live_estate();
        let home = home.path();
        live_at(home, &["rotate", "start", "operator-signing-key"]);
        let values = live_at(
            home,
            &[
                "generate",
                "helm-values",
                "--allow-delete",
                "--interval",
                "5m",
            ],
        );
        let ours = [
            "rotate",
            "artefacts",
            "--as",
            "helm-values",
            "--allow-delete",
            "--interval",
            "5m",
        ];
        assert_eq!(live_at(home, &ours), values);
        let back = ["rotate", "artefacts", "--as", "helm-values", "--rollback"];
        assert_ne!(live_at(home, &back), values);
    }
}
