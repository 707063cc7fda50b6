//! Manifests that are handed over: of the shapes that their readers want, with what is wanted in them and nothing else.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;
use std::process::Output;

use common::manifests::{documents, value};
use common::{at_home, estate, line, nkeep_at};
use nkeep::nkey::{Kind, Seed};
use serde_json::Value;

/// What a command that writes manifests says, one that its schemas take.
fn manifests(home: &Path, args: &str) -> Vec<Value> {
    documents(&written(home, args))
}

fn written(home: &Path, args: &str) -> String {
    let words: Vec<&str> = ["generate"].into_iter().chain(args.split(' ')).collect();
    at_home(home, &words)
}

/// The same where it is one.
fn manifest(home: &Path, args: &str) -> Value {
    let mut all = manifests(home, args);
    assert_eq!(all.len(), 1, "{all:?}");
    all.remove(0)
}

/// What it says where it refuses: nothing on stdout.
fn refused(home: &Path, args: &str) -> (i32, String) {
    refused_words(home, &args.split(' ').collect::<Vec<_>>())
}

/// The same where words have spaces in them.
fn refused_words(home: &Path, args: &[&str]) -> (i32, String) {
    let Output {
        status,
        stdout,
        stderr,
    } = nkeep_at(home).arg("generate").args(args).output().unwrap();
    assert!(stdout.is_empty(), "{}", String::from_utf8_lossy(&stdout));
    let said = String::from_utf8(stderr).unwrap();
    (status.code().unwrap(), said)
}

fn name(document: &Value) -> &str {
    document["metadata"]["name"].as_str().unwrap()
}

/// The key of a class and role that an owner has.
fn key_of(home: &Path, owner: &str, class: &str, role: &str) -> String {
    let listed: Value = serde_json::from_str(&line(home, "list keys --json")).unwrap();
    let keys = listed["keys"].as_array().unwrap();
    let found = keys
        .iter()
        .find(|key| key["owner"] == owner && key["class"] == class && key["role"] == role);
    found.unwrap_or_else(|| panic!("{listed}"))["public_key"]
        .as_str()
        .unwrap()
        .to_owned()
}

#[test]
fn the_operators_signing_key_is_handed_over_and_its_identity_is_not() {
    let home = estate();
    let secret = manifest(home.path(), "secret operator-signing-key -n nats");
    let seed = Seed::parse(&value(&secret, "default")).unwrap();
    assert_eq!(seed.kind(), Kind::Operator);
    let signing = key_of(home.path(), "ACME", "operator-signing", "signing");
    assert_eq!(seed.public().to_string(), signing);
    assert_eq!(
        secret["metadata"]["annotations"]["nkeep/public-key"],
        signing
    );
    assert_eq!(secret["immutable"], true);

    let root = key_of(home.path(), "ACME", "root", "identity");
    let (code, said) = refused(
        home.path(),
        &format!("secret operator-signing-key {root} -n nats"),
    );
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("goes into no manifest"), "{said}");
    let item = "secret items x -n nats --item a=operator.seed";
    let (code, said) = refused(home.path(), item);
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("goes into no manifest"), "{said}");
}

#[test]
fn no_manifest_holds_the_identity_of_the_operator() {
    let home = estate();
    let root = key_of(home.path(), "ACME", "root", "identity");
    line(home.path(), "export keys --class root --dir out");
    let seed = std::fs::read_to_string(home.path().join(format!("out/{root}.nk"))).unwrap();
    for args in [
        "nauth -n n --url nats://x:4222",
        "nauth -n n --adopt ACME",
        "secret sys-creds -n n",
        "secret account-keys ACME --all --with-identity -n n",
    ] {
        let said = written(home.path(), &format!("{args} --string-data"));
        assert!(!said.contains(seed.trim()), "{args}");
    }
}

#[test]
fn which_of_two_signing_keys_is_meant_must_be_said() {
    let home = estate();
    line(home.path(), "edit operator --sk generate");
    let (code, said) = refused(home.path(), "secret operator-signing-key -n nats");
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("several signing keys"), "{said}");
    let one = key_of(home.path(), "ACME", "operator-signing", "signing");
    let secret = manifest(
        home.path(),
        &format!("secret operator-signing-key {one} -n nats"),
    );
    assert_eq!(secret["metadata"]["annotations"]["nkeep/public-key"], one);
}

#[test]
fn what_is_in_it_names_it_and_the_same_is_written_again() {
    let home = estate();
    let args = "secret user-creds ACME -a ACME -n apps";
    let first = written(home.path(), args);
    assert_eq!(first, written(home.path(), args));
    let before = documents(&first).remove(0);
    line(home.path(), "edit user ACME -a ACME --tag new");
    let after = manifest(home.path(), args);
    assert_ne!(name(&before), name(&after));
    assert!(name(&after).starts_with("acme-nats-creds-"), "{after}");

    let fixed = manifest(home.path(), &format!("{args} --name acme"));
    assert_eq!(name(&fixed), "acme");
    assert_eq!(fixed.get("immutable"), None);
}

#[test]
fn creds_stand_under_every_key_that_somebody_looks_for() {
    let home = estate();
    let secret = manifest(home.path(), "secret sys-creds -n nats");
    let creds = value(&secret, "default");
    assert!(
        creds.starts_with("-----BEGIN NATS USER JWT-----\n"),
        "{creds}"
    );
    assert!(!creds.contains('\r'));
    for key in ["sys.creds", "nats.creds", "user.creds"] {
        assert_eq!(value(&secret, key), creds);
    }
    let one = manifest(home.path(), "secret sys-creds -n nats --key only");
    assert_eq!(one["data"].as_object().unwrap().len(), 1);
    assert_eq!(value(&one, "only"), creds);
}

#[test]
fn a_system_user_that_does_not_say_whose_it_is_is_refused() {
    let home = estate();
    let key = key_of(home.path(), "SYS", "account-signing", "signing");
    line(home.path(), "edit operator --require-signing-keys=false");
    line(
        home.path(),
        &format!("edit account SYS --rm-sk {key} --force"),
    );
    line(home.path(), "add user direct -a SYS");
    let (code, said) = refused(home.path(), "secret sys-creds direct -n nats");
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("does not say whose it is"), "{said}");
    assert!(
        said.contains("nkeep edit account SYS --sk generate"),
        "{said}"
    );
    // What helps, typed.
    line(home.path(), "edit account SYS --sk generate");
    let key = key_of(home.path(), "SYS", "account-signing", "signing");
    line(home.path(), &format!("edit user direct -a SYS -K {key}"));
    manifest(home.path(), "secret sys-creds direct -n nats");
}

#[test]
fn who_is_revoked_or_expired_is_not_handed_over() {
    let home = estate();
    line(home.path(), "add user gone -a ACME --expiry 1h");
    let later = nkeep_at(home.path())
        .env("NKEEP_TEST_CLOCK", "1795300000")
        .args([
            "generate",
            "secret",
            "user-creds",
            "gone",
            "-a",
            "ACME",
            "-n",
            "x",
        ])
        .output()
        .unwrap();
    assert_eq!(later.status.code(), Some(1));
    assert!(later.stdout.is_empty());
    line(home.path(), "revocations add-user ACME -a ACME");
    let (code, said) = refused(home.path(), "secret user-creds ACME -a ACME -n x");
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("is revoked"), "{said}");
}

#[test]
fn a_secret_of_any_shape_is_filled_by_name() {
    let home = estate();
    let secret = manifest(
        home.path(),
        "secret items app -n apps --item op=operator.jwt --item sys=sys.public --item signer=operator.signing-seed --item app.creds=creds:ACME/ACME --item seed=user.seed:ACME/ACME --item id=account.seed:ACME --item sk=account.signing-seed:ACME --item conf=server.conf --item jwt=account.jwt:ACME --item user=user.jwt:ACME/ACME",
    );
    assert!(name(&secret).starts_with("app-"), "{secret}");
    assert!(value(&secret, "op").starts_with("eyJ"));
    assert!(value(&secret, "sys").starts_with('A'));
    for (key, begins) in [("signer", "SO"), ("seed", "SU"), ("id", "SA"), ("sk", "SA")] {
        let text = value(&secret, key);
        assert!(
            text.starts_with(begins) && text.len() == 58,
            "{key}: no line break after it"
        );
    }
    assert!(value(&secret, "conf").contains("resolver_preload"));
}

#[test]
fn a_config_map_takes_no_secret_and_opens_none() {
    let home = estate();
    let args = "config-map trust -n nats --item resolver.conf=server.conf";
    let all = nkeep_at(home.path())
        .env_remove("NKEEP_IDENTITY")
        .arg("generate")
        .args(args.split(' '))
        .output()
        .unwrap();
    assert!(all.status.success(), "{all:?}");
    let map = documents(&String::from_utf8(all.stdout).unwrap()).remove(0);
    assert_eq!(map["kind"], "ConfigMap");
    let refusal = "config-map trust -n nats --item creds=creds:ACME/ACME";
    let (code, said) = refused(home.path(), refusal);
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("is a secret"), "{said}");
}

#[test]
fn nauth_gets_two_secrets_and_its_cluster() {
    let home = estate();
    let all = manifests(home.path(), "nauth -n nats --url nats://nats.nats:4222");
    let [sign, system, cluster] = &*all else {
        panic!("{all:?}")
    };
    let spec = &cluster["spec"];
    assert_eq!(spec["operatorSigningKeySecretRef"]["name"], name(sign));
    assert_eq!(
        spec["systemAccountUserCredsSecretRef"]["name"],
        name(system)
    );
    for (secret, reference) in [
        (sign, "operatorSigningKeySecretRef"),
        (system, "systemAccountUserCredsSecretRef"),
    ] {
        let key = spec[reference]["key"].as_str().unwrap();
        assert!(!value(secret, key).is_empty());
    }
}

#[test]
fn an_account_that_nauth_adopts_has_exactly_two_secrets_with_the_names_that_nauth_gives() {
    let home = estate();
    let args = "nauth -n team --cluster-namespace nats --adopt ACME";
    let all = manifests(home.path(), args);
    let [root, sign, account] = &*all else {
        panic!("{all:?}")
    };
    let key = key_of(home.path(), "ACME", "account-identity", "identity");
    for (secret, kind, word) in [
        (root, "account-root", "root"),
        (sign, "account-sign", "sign"),
    ] {
        let labels = &secret["metadata"]["labels"];
        assert_eq!(labels["account.nauth.io/id"], *key);
        assert_eq!(labels["account.nauth.io/name"], "acme");
        assert_eq!(labels["nauth.io/managed"], "true");
        assert_eq!(labels["nauth.io/secret-type"], kind);
        assert!(name(secret).starts_with(&format!("acme-ac-{word}-")));
        assert_eq!(secret.get("immutable"), None);
    }
    assert_eq!(
        Seed::parse(&value(root, "default"))
            .unwrap()
            .public()
            .to_string(),
        key
    );
    assert_eq!(
        account["metadata"]["labels"]["nauth.io/management-policy"],
        "observe"
    );
    assert_eq!(account["metadata"]["labels"].get("nauth.io/managed"), None);
    assert_eq!(account["spec"]["natsClusterRef"]["namespace"], "nats");
}

#[test]
fn what_nauth_would_drop_is_said_before_it_manages_an_account() {
    let home = estate();
    let here = home.path();
    line(here, "generate nauth --check ACME");
    line(here, "revocations add-user ACME -a ACME");
    line(here, "edit account ACME --description ours --tag a");
    line(here, "edit signing-key -a ACME --sk generate --role reader");
    let (code, said) = refused(here, "nauth --check ACME");
    assert_eq!(code, 3, "{said}");
    for word in ["revocations", "description", "tags", "scoped signing key"] {
        assert!(said.contains(word), "{word}: {said}");
    }
    let manage = "nauth -n team --adopt ACME --manage";
    let (code, _) = refused(here, manage);
    assert_eq!(code, 3);
    let all = manifests(here, &format!("{manage} --drop"));
    let account = all.last().unwrap();
    assert_eq!(
        account["metadata"]["labels"].get("nauth.io/management-policy"),
        None
    );
    // Where nothing is said, nauth gives JetStream without limit.
    assert_eq!(account["spec"]["jetStreamEnabled"], false);
    assert_eq!(account["spec"]["accountLimits"]["conn"], -1);
}

#[test]
fn nack_is_told_the_key_inside_the_secret() {
    let home = estate();
    let args = "nack ACME -a ACME -n acme --server nats://x:4222";
    let all = manifests(home.path(), args);
    let [secret, account] = &*all else {
        panic!("{all:?}")
    };
    let creds = &account["spec"]["creds"];
    assert_eq!(creds["secret"]["name"], name(secret));
    assert!(!value(secret, creds["file"].as_str().unwrap()).is_empty());
}

#[test]
fn labels_annotations_and_versions_are_as_they_are_wanted() {
    let home = estate();
    let output = nkeep_at(home.path())
        .args([
            "generate",
            "secret",
            "user-creds",
            "ACME",
            "-a",
            "ACME",
            "-n",
            "apps",
            "--label",
            "team=blue",
            "--annotation",
            "note=a: b\n---",
            "--prune-label",
        ])
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    let secret = documents(&String::from_utf8(output.stdout).unwrap()).remove(0);
    let labels = &secret["metadata"]["labels"];
    assert_eq!(labels["team"], "blue");
    let set = labels["nkeep/set"].as_str().unwrap();
    assert!(set.starts_with("acme-nats-creds-"), "{set}");
    assert!(name(&secret).ends_with(labels["nkeep/version"].as_str().unwrap()));
    assert_eq!(secret["metadata"]["annotations"]["note"], "a: b\n---");
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(
        said.contains(&format!(
            "kubectl delete secret -n apps -l 'nkeep/set={set},nkeep/version!="
        )),
        "{said}"
    );
}

#[test]
fn names_that_kubernetes_refuses_are_refused_before_anything_is_opened() {
    let home = estate();
    for (flag, bad) in [
        ("--namespace", "Bad"),
        ("--name", "a_b"),
        ("--label", "a b=c"),
        ("--label", "a=b c"),
        ("--key", "a/b"),
        ("--key", "..data"),
    ] {
        let place = if flag == "--namespace" {
            "--string-data"
        } else {
            "--no-namespace"
        };
        let args = [
            "secret",
            "user-creds",
            "ACME",
            "-a",
            "ACME",
            place,
            flag,
            bad,
        ];
        let (code, said) = refused_words(home.path(), &args);
        assert_eq!(code, 2, "{flag} {bad}: {said}");
    }
    let (code, said) = refused(home.path(), "secret user-creds ACME -a ACME");
    assert_eq!(code, 2, "{said}");
    assert!(said.contains("no namespace"), "{said}");
}

#[test]
fn a_label_that_its_reader_looks_for_is_not_taken_away() {
    let home = estate();
    let args = "nauth -n x --adopt ACME --label nauth.io/managed=false";
    let (code, said) = refused(home.path(), args);
    assert_eq!(code, 2, "{said}");
}

#[test]
fn a_kustomization_says_where_custom_resources_name_secrets() {
    let home = estate();
    let outside = "kustomization --dir . -n nats --resource ../x.yaml";
    assert_eq!(refused(home.path(), outside).0, 2);
    line(
        home.path(),
        "generate kustomization --dir . -n nats --resource nauth.yaml",
    );
    let text = std::fs::read_to_string(home.path().join("kustomization.yaml")).unwrap();
    let kustomization = documents(&text).remove(0);
    assert_eq!(kustomization["configurations"][0], "nameref.yaml");
    let references = std::fs::read_to_string(home.path().join("nameref.yaml")).unwrap();
    assert!(
        references.contains("path: spec/operatorSigningKeySecretRef/name"),
        "{references}"
    );
    let (code, _) = refused(
        home.path(),
        "kustomization --dir . -n nats --resource nauth.yaml",
    );
    assert_eq!(code, 1, "files are not replaced unasked");
}

/// What is said on stderr of a command that writes.
fn said(home: &Path, args: &str) -> String {
    let mut command = nkeep_at(home);
    let output = command.arg("generate").args(args.split(' ')).output();
    let output = output.unwrap();
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stderr).unwrap()
}

#[test]
fn what_removes_old_versions_removes_nobody_elses() {
    let home = estate();
    let here = home.path();
    line(here, "add account OTHER");
    line(here, "add user ACME -a OTHER");
    line(here, "add user two -a SYS");
    let set = |args: &str| {
        let text = said(here, &format!("{args} -n x --prune-label"));
        let set = text.split("nkeep/set=").nth(1).unwrap();
        set.split(',').next().unwrap().to_owned()
    };
    let sets = [
        set("secret user-creds ACME -a ACME"),
        set("secret user-creds ACME -a OTHER"),
        set("secret sys-creds sys"),
        set("secret sys-creds two"),
        set("secret items a --item x=sys.jwt"),
        set("secret items b --item x=sys.jwt"),
    ];
    let different: std::collections::BTreeSet<_> = sets.iter().collect();
    assert_eq!(different.len(), sets.len(), "{sets:?}");
    // What is handed over together are two things, by a name that is given, too.
    for flag in ["--prune-label", "--prune-label=mine"] {
        let text = said(
            here,
            &format!("nauth -n x --url nats://h:4222 --user sys {flag}"),
        );
        let sets: std::collections::BTreeSet<&str> = text
            .split("nkeep/set=")
            .skip(1)
            .map(|rest| rest.split(',').next().unwrap())
            .collect();
        assert_eq!(sets.len(), 2, "{text}");
    }
    for args in [
        "nauth -n x --adopt ACME --prune-label",
        "nauth -n x --adopt ACME --prune-label=mine",
        "helm-values --prune-label=mine",
    ] {
        let (code, why) = refused(here, args);
        assert_eq!(code, 2, "{why}");
        assert!(!why.contains("kubectl delete"), "{why}");
    }
    // Other keys make another thing.
    let creds = "secret user-creds ACME -a ACME";
    assert_ne!(set(creds), set(&format!("{creds} --key other")));
    let keys = "secret account-keys ACME";
    assert_ne!(set(keys), set(&format!("{keys} --all")));
    // What stays the same is of one set, whatever is in it.
    line(here, "edit user ACME -a ACME --tag new");
    assert_eq!(set("secret user-creds ACME -a ACME"), sets[0]);
    // Of a key alone nobody knows what follows it.
    let key = line(here, "generate nkey --text-key --keep");
    let args = format!("secret text-key {key} -n x --prune-label");
    let (code, why) = refused(here, &args);
    assert_eq!(code, 2, "{why}");
    said(here, &format!("{args}=mine"));
    // Each form is another kind.
    let external = "secret user-creds ACME -a ACME -n x --prune-label --as external-secret --secret-store v --remote-key k";
    assert!(said(here, external).contains("kubectl delete externalsecret -n x"));
    let map = "config-map m -n x --prune-label --item x=sys.jwt";
    assert!(said(here, map).contains("kubectl delete configmap -n x"));
}

#[test]
fn no_name_holds_a_seed_and_no_address_a_password() {
    let home = estate();
    let here = home.path();
    let seed = Seed::generate(Kind::Operator).unwrap().expose().to_string();
    let creds = "secret user-creds ACME -a ACME -n x";
    for flags in [
        ["--label".to_owned(), format!("k={seed}")],
        ["--label".to_owned(), format!("{seed}=k")],
        ["--annotation".to_owned(), format!("{seed}=k")],
        ["--key".to_owned(), seed.clone()],
    ] {
        let flags: Vec<&str> = flags.iter().map(String::as_str).collect();
        let words = creds.split(' ').chain(flags).collect::<Vec<_>>();
        let (code, why) = refused_words(here, &words);
        assert_eq!(code, 2, "{why}");
        assert!(!why.contains(&seed), "{why}");
    }
    let item = format!("{seed}=sys.jwt");
    let (code, why) = refused(here, &format!("config-map x -n x --item {item}"));
    assert_eq!(code, 2, "{why}");
    let address = "nats://user:pass@host:4222";
    for args in [
        format!("nauth -n x --url {address}"),
        format!("nack ACME -a ACME -n x --server {address}"),
    ] {
        let (code, why) = refused(here, &args);
        assert_eq!(code, 2, "{why}");
        assert!(!why.contains("pass@"), "{why}");
    }
    // Where the operator names only what it began with, nobody in a cluster is there.
    let (code, why) = refused(here, "nauth -n x");
    assert_eq!(code, 1, "{why}");
    let says = "names nats://localhost:4222 alone, where a pod reaches itself";
    assert!(why.contains(says), "{why}");
}

#[test]
fn two_accounts_do_not_become_one_resource() {
    let home = estate();
    let here = home.path();
    for name in ["a b", "a-b", "\u{65e5}\u{672c}"] {
        at_home(here, &["add", "account", name]);
        at_home(here, &["edit", "account", name, "--sk", "generate"]);
    }
    for name in ["a b", "a-b", "\u{65e5}\u{672c}"] {
        let (code, why) = refused_words(here, &["nauth", "-n", "o", "--adopt", name]);
        assert_eq!(code, 1, "{why}");
        let word = nkeep::text::shell_word(name);
        let hint = format!("hint: nkeep generate nauth -n o --adopt {word} --resource NAME");
        assert!(why.contains(&hint), "{why}");
    }
    let args = ["nauth", "-n", "o", "--adopt", "a b", "--resource", "ab"];
    let all = documents(&at_home(here, &[&["generate"], &args[..]].concat()));
    assert_eq!(name(all.last().unwrap()), "ab");
}

#[test]
fn keys_of_the_estate_are_no_keys_of_other_systems() {
    let home = estate();
    let here = home.path();
    let identity = key_of(here, "ACME", "account-identity", "identity");
    let (code, why) = refused(here, &format!("secret pkcs8 {identity} -n x"));
    assert_eq!(code, 1, "{why}");
    assert!(why.contains("belongs to account"), "{why}");
    line(here, "edit account ACME --sk generate");
    let (code, why) = refused(here, "secret account-keys ACME -n x");
    assert_eq!(code, 1, "{why}");
    assert!(why.contains("several signing keys"), "{why}");
}

#[test]
fn what_may_not_leave_the_store_goes_into_no_manifest() {
    let home = estate();
    let here = home.path();
    line(here, "store recipients exports --forbid operator-signing");
    let (code, why) = refused(here, "nauth -n x --url nats://h:4222");
    assert_ne!(code, 0);
    assert!(why.contains("operator-signing"), "{why}");
}
