//! Commands that are printed, as a hint or as what comes next, can be run as they stand.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;

use common::refusal::{refused, run, said};
use expectrl::Expect as _;

/// A hint is a command that helps where it is given.
#[test]
fn hints_are_of_the_command_that_was_called() {
    let home = common::estate();
    let home = home.path();
    let why = refused(
        home,
        &["store", "recipients", "remove", "x"],
        1,
        "no recipient",
    );
    assert!(why.contains("hint: nkeep store recipients list"), "{why}");
    let missing = ["store", "restore", "nowhere.backup", "--force"];
    let why = refused(home, &missing, 1, "nowhere.backup");
    assert!(!why.contains("nkeep init"), "{why}");
    common::at_home(home, &["store", "backup", "a.backup"]);
    common::at_home(home, &["add", "user", "x"]);
    let older = ["store", "restore", "a.backup", "--force"];
    let why = refused(home, &older, 7, "was rolled back");
    assert!(!why.contains("accept-rollback"), "{why}");
    // How another store is made does not help who has one.
    let passphrase = common::terminal::with_passphrase();
    let change = "$N store passphrase --passphrase-fd 3 3< <(echo correct horse battery)";
    let why = shell(passphrase.path(), change);
    assert!(why.contains("hint: nkeep store passphrase --new-"), "{why}");
    let change = change.replace("passphrase --", "rekey --");
    let why = shell(passphrase.path(), &change);
    assert!(
        !why.contains("nkeep init") && !why.contains("store init"),
        "{why}"
    );
}

/// What is there by the names of the examples is neither deleted nor revoked, replaced or shut out by whoever types what is shown.
#[test]
fn no_example_that_takes_something_away_is_handed_out() {
    let home = common::estate();
    let mut handed = 0;
    for (command, _) in nkeep::cmd::examples::ALL {
        let Some(example) = nkeep::cmd::examples::to_type(command) else {
            continue;
        };
        handed += 1;
        let takes = [
            "nkeep delete ",
            "nkeep edit ",
            "nkeep rename ",
            "nkeep rotate ",
            "nkeep revocations ",
            "recipients remove ",
            "destroy",
            "--yes",
        ];
        let found = takes.iter().find(|word| example.line.contains(**word));
        assert!(found.is_none(), "{command}: {}", example.line);
    }
    assert!(handed > 100, "{handed}");
    for called in [
        "delete user",
        "rotate emergency",
        "generate secret xkey",
        "rename account",
    ] {
        let why = shell(home.path(), &format!("$N {called} --no-input </dev/null"));
        assert!(
            why.ends_with(&format!("hint: nkeep {called} --help\n")),
            "{why}"
        );
        assert_eq!(why.matches("hint: ").count(), 1, "{why}");
    }
}

fn shell(home: &Path, line: &str) -> String {
    let mut shell = std::process::Command::new("bash");
    shell.args(["-c", line]).current_dir(home).env("HOME", home);
    shell.env("N", env!("CARGO_BIN_EXE_nkeep"));
    shell.env("NKEEP_TEST_WORK_FACTOR", "2");
    let output = shell.env_remove("NKEEP_IDENTITY").output().unwrap();
    said(&output)
}

/// With two operators a name alone says too little, also in what nkeep itself says.
#[test]
fn what_is_printed_names_operator_and_account() {
    let home = common::estate();
    let home = home.path();
    let next = |args: &[&str]| {
        let output = run(home, args);
        assert!(output.status.success(), "{output:?}");
        let noted = said(&output);
        // What servers are given comes after it.
        let first = noted.lines().find_map(|line| line.split_once("next: "));
        first.unwrap().1.trim().to_owned()
    };
    assert_eq!(
        next(&["add", "account", "A B"]),
        "nkeep add user NAME -a 'A B'"
    );
    let operator = ["add", "operator", "TWO", "--sys", "--generate-signing-key"];
    assert_eq!(next(&operator), "nkeep add account NAME --operator TWO");
    let account = ["add", "account", "ORDERS", "--operator", "TWO"];
    assert_eq!(
        next(&account),
        "nkeep add user NAME -a ORDERS --operator TWO"
    );
    let user = ["add", "user", "clerk", "--operator", "TWO"];
    let creds = next(&user);
    assert_eq!(
        creds,
        "nkeep generate creds -a ORDERS --operator TWO -n clerk -o clerk.creds"
    );
    common::unselect(home);
    let hint = |args: &[&str], code| {
        let why = refused(home, args, code, "hint: ");
        let hint = why.split("hint: nkeep ").nth(1).unwrap().trim().to_owned();
        let hint = hint.split("  #").next().unwrap().to_owned();
        let words: Vec<_> = hint.split(' ').collect();
        common::at_home(home, &words);
        hint
    };
    let users = "list users -a ORDERS --operator TWO";
    let creds = [
        "generate",
        "creds",
        "-a",
        "ORDERS",
        "--operator",
        "TWO",
        "-o",
        "x",
    ];
    assert_eq!(hint(&[&creds[..], &["-n", "nobody"]].concat(), 1), users);
    common::at_home(
        home,
        &["add", "user", "second", "-a", "ORDERS", "--operator", "TWO"],
    );
    assert_eq!(hint(&creds, 2), users);
    let none = ["describe", "account", "NO", "--operator", "TWO"];
    assert_eq!(hint(&none, 1), "list accounts --operator TWO");
    assert_eq!(hint(&["list", "accounts"], 2), "list operators");
}

#[test]
fn of_many_some_are_named_and_the_rest_counted() {
    let home = common::estate();
    let home = home.path();
    for number in 0..9 {
        common::at_home(home, &["add", "user", &format!("u{number}")]);
    }
    let why = refused(
        home,
        &["describe", "user", "-a", "ACME"],
        2,
        "several users",
    );
    assert!(
        why.contains("ACME, u0, u1, u2, u3, u4, u5, u6 and 2 more"),
        "{why}"
    );
    common::at_home(home, &["add", "account", "ORDERS"]);
    common::unselect(home);
    let why = refused(home, &["add", "user", "x"], 2, "several accounts");
    assert!(why.contains("ACME, ORDERS, SYS\n"), "{why}");
}

/// Whatever the transcripts show as a command is one: a shell reads it, and nkeep knows its words.
#[test]
fn what_is_shown_as_a_command_is_one() {
    let shown = shown(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli"));
    assert!(shown.len() > 50, "{}", shown.len());
    let home = common::estate();
    for command in shown {
        let read = shell(home.path(), &format!("set -n; {command}"));
        assert!(read.is_empty() && !command.ends_with(')'), "{command}");
        // With --help behind it nothing is done, and words that are none are refused all the same.
        let command = command.split("  # ").next().unwrap();
        let Some(rest) = command.strip_prefix("nkeep ") else {
            continue;
        };
        let rest = rest.strip_suffix(" --help").unwrap_or(rest);
        // What another command gives is a word of this one.
        let given = rest.split_once("$(").and_then(|(before, rest)| {
            let (_, behind) = rest.split_once(')')?;
            Some(format!("{before}WORD{behind}"))
        });
        let rest = given.as_deref().unwrap_or(rest);
        let why = shell(home.path(), &format!("$N {rest} --help >/dev/null"));
        // FILE and the like stand for what whoever reads it puts there.
        let stands_for = |value: &str| {
            !value.is_empty()
                && value
                    .chars()
                    .all(|letter| letter.is_ascii_uppercase() || letter.is_ascii_digit())
        };
        let value = why.split("invalid value '").nth(1);
        let value = value.and_then(|rest| rest.split('\'').next());
        let is_elsewhere = cfg!(not(feature = "net")) && why.contains("has no network code");
        let is_known = why.is_empty() || is_elsewhere || value.is_some_and(stands_for);
        assert!(is_known, "{command}: {why}");
    }
}

/// The commands that are shown in a folder, as a hint or as what comes next.
fn shown(folder: &Path) -> std::collections::BTreeSet<String> {
    let mut found = std::collections::BTreeSet::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(shown(&path));
            continue;
        }
        let text = std::fs::read_to_string(path).unwrap();
        let lines = text.lines().filter_map(|line| {
            let told = line.strip_prefix("nkeep: ")?;
            let told = told
                .strip_prefix("hint: ")
                .or(told.strip_prefix("next: "))?;
            (told.starts_with("nkeep ") || told.starts_with("export ")).then(|| told.to_owned())
        });
        found.extend(lines);
    }
    found
}

/// One that helps against two things is printed once.
#[test]
fn a_hint_is_printed_once() {
    let home = common::estate();
    let home = home.path();
    common::at_home(home, &["edit", "operator", "--require-signing-keys"]);
    common::at_home(home, &["add", "export", "-s", "x", "--private"]);
    let key = common::at_home(home, &["describe", "account", "-F", "sub"]);
    let key = key.trim().trim_matches('"');
    let args = [
        "generate",
        "activation",
        "-s",
        "x",
        "-t",
        "SYS",
        "-a",
        "ACME",
        "-K",
        key,
    ];
    let why = refused(home, &args, 1, "signing keys");
    let hints: Vec<_> = why.lines().filter(|line| line.contains("hint: ")).collect();
    let different: std::collections::BTreeSet<_> = hints.iter().collect();
    assert_eq!(different.len(), hints.len(), "{why}");
}

/// However the command line says where the store is, what is suggested says it, too: the same names are elsewhere, too.
#[test]
fn what_is_suggested_is_about_the_store_that_was_named() {
    let folder = common::estate();
    let home = folder.path();
    let made = [
        "-H",
        "other place",
        "init",
        "-n",
        "ACME",
        "--identity",
        "identity.txt",
    ];
    common::at_home(home, &made);
    let file = "other place/default.nkeep";
    let places: [(&[&str], &str); 3] = [
        (&["-H", "other place"], "nkeep --all-dirs 'other place' "),
        (
            &["--data-dir", "other place"],
            "nkeep --data-dir 'other place' ",
        ),
        (
            &["--store", file],
            "nkeep --store 'other place/default.nkeep' ",
        ),
    ];
    let typo = said(&run(
        home,
        &["-H", "other place", "edit", "user", "--no-such"],
    ));
    assert!(typo.contains("hint: nkeep edit user --help"), "{typo}");
    for (at, begins) in places {
        let of = |args: &[&str]| said(&run(home, &[at, args].concat()));
        for text in [
            of(&[
                "edit",
                "user",
                "ACME",
                "--tag",
                at[0].trim_start_matches('-'),
            ]),
            of(&["delete", "account", "SYS"]),
            of(&["describe", "user", "nobody"]),
        ] {
            let suggested: Vec<&str> = text
                .lines()
                .filter_map(|line| {
                    line.split_once("hint: ")
                        .or_else(|| line.split_once("next: "))
                        .map(|(_, command)| command)
                })
                .collect();
            assert!(!suggested.is_empty(), "{text}");
            for command in suggested {
                assert!(command.starts_with(begins), "{command}");
            }
        }
        let revoke = ["revocations", "add-user", "-n", "ACME"];
        common::at_home(home, &[at, &revoke].concat());
        let report = run(home, &[at, &["validate"]].concat());
        let report = String::from_utf8(report.stdout).unwrap();
        let (_, hint) = report.split_once("hint: ").unwrap();
        assert!(hint.starts_with(begins), "{report}");
    }
}

/// Pages are read when nobody has time: what they print as a command is one, and its artefacts are there.
#[test]
fn every_command_of_an_emergency_page_can_be_run() {
    let home = common::estate();
    let home = home.path();
    for args in [
        &["add", "account", "AUTH"][..],
        &["add", "user", "svc", "-a", "AUTH"],
        &[
            "edit",
            "authcallout",
            "-a",
            "AUTH",
            "--auth-user",
            "svc",
            "--curve",
            "generate",
        ],
        &["add", "account", "USERS"],
        &["add", "user", "u", "-a", "USERS"],
    ] {
        common::at_home(home, args);
    }
    let jwks = |name: &str, kid: &str, x: &str| {
        let key = format!(
            r#"{{"keys":[{{"kty":"OKP","crv":"Ed25519","use":"sig","kid":"{kid}","x":"{x}"}}]}}"#
        );
        std::fs::write(home.join(name), key).unwrap();
    };
    jwks(
        "old.json",
        "old",
        "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
    );
    jwks(
        "new.json",
        "new",
        "PUAXw-hDiVqStwqnTRt-vJyYLM8uxJaMwM1V8Sr0Zgw",
    );
    let key = || common::at_home(home, &["generate", "nkey", "--server", "-S"]);
    let (two, one) = (key(), key());
    let issuer = [
        "--issuer",
        "https://id.example.com",
        "--jwks",
        "new.json",
        "--from",
        "old.json",
    ];
    let all: [(&str, &[&str]); 9] = [
        ("operator-signing-key", &[]),
        ("account-signing-key", &["-a", "ACME"]),
        ("system-user", &[]),
        ("user-key", &["-a", "USERS", "-n", "u"]),
        ("callout-curve-key", &["-a", "AUTH"]),
        ("oidc-keys", &issuer),
        ("key-set", &["--key", two.trim()]),
        ("key-set", &["--reads", "1", "--key", one.trim()]),
        ("operator-identity", &[]),
    ];
    // While another key of the operator's is replaced, its identity is not.
    let other = common::estate();
    for (kind, whose) in all {
        let home = match kind {
            "operator-identity" => other.path(),
            _ => home,
        };
        let args = [
            "rotate",
            "emergency",
            kind,
            "--reason",
            "it was stolen",
            "--yes",
            "--json",
        ];
        let page = common::at_home(home, &[&args[..], whose].concat());
        let page: serde_json::Value = serde_json::from_str(&page).unwrap();
        for line in page["instructions"].as_array().unwrap() {
            let line = line.as_str().unwrap();
            let command = line.split("  # ").next().unwrap();
            let Some(rest) = command.strip_prefix("nkeep ") else {
                assert!(!line.contains("nkeep"), "{kind}: {line}");
                continue;
            };
            let rest = rest.replace("NAMESPACE", "nats");
            let end = match rest.starts_with("rotate artefacts ") {
                true => "",
                // Nothing is done, and words that are none are refused all the same.
                false => " --help",
            };
            let why = shell(
                home,
                &format!(
                    "NKEEP_TEST_CLOCK=1795200000 NKEEP_IDENTITY=identity.txt $N {rest}{end} >/dev/null || echo FAILED >&2"
                ),
            );
            let is_elsewhere = cfg!(not(feature = "net")) && why.contains("has no network code");
            assert!(
                !why.contains("FAILED") || is_elsewhere,
                "{kind}: {line}: {why}"
            );
        }
    }
}

#[test]
fn the_plan_of_the_system_account_is_no_other_accounts() {
    let home = common::estate();
    for verb in ["plan", "start"] {
        let args = ["rotate", verb, "account-identity", "-a", "SYS"];
        let why = refused(home.path(), &args, 1, "is the one in which servers talk");
        let hint = "hint: nkeep rotate plan system-account-identity";
        assert!(why.contains(hint) && !why.contains("delete"), "{why}");
    }
}

/// Of two exports a command that names none is refused.
#[test]
fn an_activation_that_is_left_to_people_names_its_export() {
    let home = common::estate();
    let home = home.path();
    common::at_home(home, &["add", "account", "SHOP"]);
    for subject in ["one.>", "two.>"] {
        common::at_home(
            home,
            &["add", "export", "-a", "ACME", "-s", subject, "--private"],
        );
    }
    let give = [
        "generate",
        "activation",
        "-a",
        "ACME",
        "-s",
        "two.>",
        "-t",
        "SHOP",
    ];
    common::at_home(home, &give);
    common::at_home(
        home,
        &[
            "rotate",
            "start",
            "account-signing-key",
            "-a",
            "ACME",
            "--servers",
            "1",
        ],
    );
    let next = ["rotate", "next", "--force", "--reason", "a test insists"];
    let told = said(&run(home, &next));
    let left: Vec<&str> = told
        .lines()
        .filter_map(|line| {
            line.split_once("next: nkeep generate activation ")?
                .1
                .into()
        })
        .collect();
    assert_eq!(left.len(), 2, "{told}");
    for (line, subject) in left.iter().zip(["one.>", "two.>"]) {
        assert!(line.contains(&format!("-s '{subject}'")), "{line}");
        let why = shell(
            home,
            &format!(
                "NKEEP_TEST_CLOCK=1795200000 NKEEP_IDENTITY=identity.txt $N generate activation {line} >/dev/null || echo FAILED >&2"
            ),
        );
        assert!(!why.contains("FAILED"), "{line}: {why}");
    }
    let mut session = common::terminal::at_terminal(home, &["rotate", "list"]);
    let listed = session.expect(expectrl::Eof).unwrap();
    let listed = String::from_utf8(listed.as_bytes().to_vec()).unwrap();
    for line in listed.lines() {
        assert!(line.trim_end().chars().count() <= 80, "{line}");
    }
    // A folder without its secrets says what it takes.
    let key = common::at_home(home, &["generate", "nkey", "--server", "-S"]);
    let begun = ["rotate", "start", "key-set", "--key", key.trim()];
    let id = common::at_home(home, &begun);
    let folder = ["rotate", "artefacts", id.trim(), "-n", "nats", "-o", "x"];
    refused(home, &folder, 2, "--reveal");
}
