//! In a store of two operators with accounts and users of the same names, what is printed as a command says which is meant:
//! run as it stands, it touches nothing of the other operator's.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::collections::BTreeSet;
use std::path::Path;

use common::refusal::{run, said};

/// The store: ACME and TWO, each with the accounts A and B, the users u and v in them, and shares; TWO is selected.
fn store() -> tempfile::TempDir {
    let home = common::estate();
    let at = home.path();
    let add = ["add", "operator", "TWO", "--sys", "--generate-signing-key"];
    common::at_home(at, &add);
    for operator in ["ACME", "TWO"] {
        let line = |words: &str| {
            let words: Vec<&str> = words.split(' ').collect();
            common::at_home(at, &[&words[..], &["--operator", operator]].concat());
        };
        line("add account A");
        line("add account B");
        line("edit account A --sk generate");
        line("add user u -a A");
        line("add user v -a A");
        line("add export -a A -s open");
        line("add export -a A -s closed --private");
        line("add import -a B --src-account A --remote-subject open");
        line("add mapping -a A --from m --to n");
        line("revocations add-user v -a A");
    }
    common::at_home(at, &["select", "operator", "TWO"]);
    home
}

/// Each changing command in ACME: some are done, some refused, and each of both prints what to run.
const COMMANDS: &[&str] = &[
    "ceremony split -k 2 --holder Ada --holder Bob --words --dir one",
    "ceremony paper --dir two",
    "ceremony reshare -k 2 --holder Ada --holder Bob --words --dir three",
    "add account NEW",
    "add account A",
    "add user new -a A",
    "add user u -a A",
    "add user new -a NONE",
    "add user new -a A -K role",
    "add export -a A -s more",
    "add export -a A -s open",
    "add export -a A -s x --sampling 5 --latency a.*",
    "add import -a B --src-account A --remote-subject closed",
    "add import -a B --src-account A --remote-subject open",
    "add mapping -a A --from x --to y",
    "add mapping -a A --from m --to n",
    "edit operator --tag x",
    "edit operator --require-signing-keys",
    "edit operator --require-signing-keys --resign",
    "edit operator --rm-sk SK",
    "edit operator --service-url http://x",
    "edit operator --system-account NONE",
    "edit account A --conns 5",
    "edit account A --rm-sk ASK",
    "edit account A --js-tier 3 --js-streams 1",
    "edit account A --js-enable 0",
    "edit account A --trace-context-sampling 5",
    "edit account SYS --js-enable 0",
    "edit user u -a A --subs 5",
    "edit user none -a A --subs 5",
    "edit signing-key ASK -a A --role r --allow-pub x",
    "edit signing-key generate -a A --role s --allow-pub x",
    "edit export -a A -s open --description x",
    "edit export -a A -s none --description x",
    "edit authcallout -a A --auth-user u --allowed-account A",
    "edit authcallout -a B --disable",
    "revocations add-user u -a A --at 4000000000",
    "edit user u -a A --payload 5",
    "revocations delete-user none -a A",
    "revocations delete-user u -a B",
    "revocations delete-user u -a A",
    "revocations compact -a A",
    "revocations add-activation -a A -s closed -t B",
    "revocations add-activation -a B -t A",
    "revocations delete-activation -a A -s closed -t B",
    "revocations delete-activation -a A -s closed -t B",
    "generate activation -a A -s closed -t B -o b.jwt",
    "generate activation -a B -s none -t A -o c.jwt",
    "generate config --mem-resolver --config-file r.conf",
    "generate config --nats-resolver --sys-account NONE",
    "generate config-map m -n x --item a=account.jwt:NONE",
    "generate helm-values",
    "generate nack none -a A -n x",
    "generate nauth -n x",
    "generate nauth -n x --adopt NONE",
    "generate secret operator-signing-key -n x",
    "generate secret user-creds none -a A -n x",
    "generate secret xkey -a A -n x",
    "generate creds -a A -n none -o x",
    "generate context --account A --user none --context c",
    "generate context --account A --user v --context c",
    "rename account B C",
    "rename account NONE C",
    "rename account C B",
    "delete export -a A -s none",
    "delete export -a A -s closed",
    "delete import -a B -s none",
    "delete import -a B -s open",
    "delete mapping -a A -f none",
    "delete mapping -a A -f m",
    "delete user none -a A",
    "delete user v -a A",
    "delete account SYS",
    "delete account A",
    "delete account NONE",
    "delete account A --force",
    "import account --file b-of-two.jwt",
    "import account --file b-of-two.jwt --force",
    "rotate plan operator-signing-key",
    "rotate plan operator-identity",
    "rotate plan account-identity -a A",
    "rotate start account-identity -a A",
    "rotate start system-account-identity",
    "rotate start operator-signing-key --key NONE",
    "rotate start operator-identity",
    "rotate emergency operator-identity --yes",
    "rotate emergency operator-identity --reason stolen-laptop",
    "rotate emergency operator-identity --reason stolen-laptop --yes",
];

/// The first key of a list of signing keys.
fn key(home: &Path, args: &[&str]) -> String {
    let keys: serde_json::Value = serde_json::from_str(&common::at_home(home, args)).unwrap();
    match &keys {
        serde_json::Value::Array(keys) => keys[0].as_str().unwrap().to_owned(),
        keys => keys.as_object().unwrap().keys().next().unwrap().clone(),
    }
}

fn suggested(printed: &str) -> Vec<String> {
    printed
        .lines()
        .filter_map(|line| {
            line.split_once("hint: ")
                .or_else(|| line.split_once("next: "))
        })
        .map(|(_, command)| command.trim().to_owned())
        .filter(|command| command.starts_with("nkeep "))
        .collect()
}

/// Which options the command takes, by its own help.
fn help(home: &Path, command: &str) -> String {
    let words: Vec<&str> = command.split(' ').skip(1).collect();
    let words: Vec<&str> = words
        .into_iter()
        .take_while(|word| {
            word.chars()
                .all(|letter| letter.is_ascii_lowercase() || letter == '-')
                && !word.starts_with('-')
        })
        .collect();
    let words = [&words[..words.len().min(2)], &["--help"]].concat();
    common::at_home(home, &words)
}

fn check(home: &Path, line: &str, command: &str) {
    if command.contains("--help") {
        return;
    }
    let help = help(home, command);
    let tells = format!("{command} ");
    let named = if command.starts_with("nkeep describe operator")
        || command.starts_with("nkeep reissue operator")
    {
        tells.contains(" -n ACME ") || tells.contains("operator ACME ")
    } else {
        !help.contains("--operator <NAME>")
            || tells.contains(" --operator ACME ")
            // Several are meant, and named.
            || tells.contains(" --operators ACME")
            // By its key, which no other has.
            || tells.split(" --operator ").nth(1).is_some_and(|rest| rest.find(' ') == Some(56))
            // Which operators there are is asked of the store.
            || command.starts_with("nkeep export keys")
    };
    assert!(named, "{line}: {command}");
    // What is pruned is of no account in particular, and what is removed is named by its key.
    let in_account = help.contains("-a, --account <NAME>")
        && !help.contains("--class")
        && !tells.contains(" --prune ")
        && !tells.contains(" --account-removal ")
        // What an operator has is in no account.
        && (!command.starts_with("nkeep rotate ") || tells.contains(" account-"));
    assert!(!in_account || tells.contains(" -a "), "{line}: {command}");
    let ends = !command.ends_with(')');
    assert!(ends, "{line}: {command}");
    let shell = std::process::Command::new("bash")
        .args(["-nc", command])
        .output()
        .unwrap();
    assert!(shell.status.success(), "{line}: {command}: {shell:?}");
}

#[test]
fn what_is_printed_names_the_operator_that_was_meant() {
    let home = store();
    let home = home.path();
    let token = ["describe", "account", "B", "--operator", "TWO", "--raw"];
    let token = common::at_home(home, &token);
    std::fs::write(home.join("b-of-two.jwt"), token).unwrap();
    let fields = [
        "describe",
        "account",
        "A",
        "--operator",
        "ACME",
        "-F",
        "nats.signing_keys",
    ];
    let of_account = key(home, &fields);
    let fields = ["describe", "operator", "ACME", "-F", "nats.signing_keys"];
    common::at_home(
        home,
        &["edit", "operator", "--operator", "ACME", "--sk", "generate"],
    );
    let of_operator = key(home, &fields);
    let two = |what: &str| {
        let of_two = ["describe", what, "--operator", "TWO", "--tree"];
        let args = match what {
            "operator" => &["describe", "operator", "TWO", "--tree", "--json"][..],
            _ => &of_two,
        };
        common::at_home(home, args)
    };
    let before = two("operator");
    let mut several = 0;
    for line in COMMANDS {
        let line = line.replace("ASK", &of_account).replace("SK", &of_operator);
        let mut words: Vec<&str> = line.split(' ').collect();
        words.extend(["--operator", "ACME"]);
        words.push("--no-input");
        // What a script is told is the same.
        let json = run(home, &[&words[..], &["--json", "--dry-run"]].concat());
        if !json.status.success() {
            let errors = String::from_utf8(json.stderr).unwrap();
            let error: serde_json::Value = serde_json::from_str(
                errors
                    .split_inclusive('\n')
                    .filter(|line| !line.starts_with("nkeep: "))
                    .collect::<String>()
                    .as_str(),
            )
            .unwrap_or_default();
            for hint in error["hints"].as_array().into_iter().flatten() {
                let hint = hint.as_str().unwrap();
                if hint.starts_with("nkeep ") {
                    check(home, &line, hint);
                    several += 1;
                }
            }
        }
        let printed = said(&run(home, &words));
        for command in suggested(&printed) {
            check(home, &line, &command);
            several += 1;
        }
        assert_eq!(before, two("operator"), "{line}");
    }
    assert!(several > COMMANDS.len(), "{several}");
}

/// What the list above leaves out takes no operator.
#[test]
fn every_changing_command_is_in_the_list() {
    const READING: [&str; 9] = [
        "describe",
        "list",
        "select",
        "expirations",
        "validate",
        "env",
        "export",
        "man",
        "tool",
    ];
    let mut left_out = BTreeSet::new();
    let whole = nkeep::cmd::command();
    for group in whole.get_subcommands() {
        if READING.contains(&group.get_name()) {
            continue;
        }
        for leaf in group.get_subcommands() {
            let name = format!("{} {}", group.get_name(), leaf.get_name());
            let takes = leaf
                .get_groups()
                .any(|group| group.get_id() == "UnderOperator");
            let is_read = leaf.get_name().starts_with("list-");
            let listed = COMMANDS.iter().any(|line| line.starts_with(&name));
            if takes && !is_read && !listed {
                left_out.insert(name);
            }
        }
    }
    assert!(left_out.is_empty(), "{left_out:?}");
}

/// The account of the operator that is selected is not the one that was meant.
#[test]
fn a_hint_that_is_followed_deletes_what_was_meant() {
    let home = store();
    let home = home.path();
    let output = run(
        home,
        &["delete", "account", "A", "--operator", "ACME", "--no-input"],
    );
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    let hints = suggested(&said(&output));
    assert_eq!(
        hints,
        ["nkeep delete account A --operator ACME --no-input --force"]
    );
    let words: Vec<&str> = hints[0].split(' ').skip(1).collect();
    common::at_home(home, &words);
    let left = common::at_home(home, &["list", "accounts", "--operator", "TWO"]);
    assert!(left.contains("A "), "{left}");
    let left = common::at_home(home, &["list", "accounts", "--operator", "ACME"]);
    assert!(!left.lines().any(|line| line.starts_with("A ")), "{left}");
}

/// What was asked for with it is asked for by the hint, too.
#[test]
fn a_hint_to_insist_keeps_what_was_asked_for() {
    let home = store();
    let home = home.path();
    let fields = [
        "describe",
        "account",
        "A",
        "--operator",
        "ACME",
        "-F",
        "nats.signing_keys",
    ];
    let key = key(home, &fields);
    common::at_home(
        home,
        &[
            "edit",
            "user",
            "u",
            "-a",
            "A",
            "--operator",
            "ACME",
            "-K",
            &key,
        ],
    );
    let args = [
        "edit",
        "signing-key",
        &key,
        "--operator",
        "ACME",
        "-a",
        "A",
        "--role",
        "r",
        "--allow-pub",
        "x.*",
    ];
    let hints = suggested(&said(&run(home, &args)));
    assert_eq!(hints.len(), 1, "{hints:?}");
    let whole = format!(
        "nkeep {} --force  # they are",
        args.join(" ").replace("x.*", "'x.*'")
    );
    assert!(hints[0].starts_with(&whole), "{hints:?}");
    // Who is bound by a scope from now on has creds that say otherwise.
    let said = said(&run(home, &[&args[..], &["--force"]].concat()));
    assert!(
        said.contains("who stays needs new ones (nkeep generate creds): \"A/u\""),
        "{said}"
    );
}

/// What is asked of everything is answered of everything, whichever operator is selected.
#[test]
fn what_expires_is_looked_for_under_every_operator() {
    let home = store();
    let home = home.path();
    common::line(home, "add user soon -a A --operator ACME --expiry 1h");
    for is_selected in [true, false] {
        if !is_selected {
            common::unselect(home);
        }
        let output = run(home, &["expirations", "--skip", "--check"]);
        assert_eq!(output.status.code(), Some(3), "{output:?}");
        let shown = String::from_utf8(output.stdout).unwrap();
        assert!(shown.contains("ACME/A/soon"), "{shown}");
    }
    common::line(home, "expirations --skip --check --operator TWO");
    let all = common::line(home, "expirations");
    assert!(
        all.contains("TWO/A/u ") && all.contains("ACME/A/u "),
        "{all}"
    );
}

#[test]
fn all_keys_are_those_of_every_operator_where_none_is_selected() {
    let home = store();
    let home = home.path();
    let keys = |flags: &str| {
        let said = common::line(home, &format!("list keys --json{flags}"));
        let document: serde_json::Value = serde_json::from_str(&said).unwrap();
        let keys = document["keys"].as_array().unwrap().iter();
        let keys = keys.filter(|key| key["operator"] != "");
        keys.map(|key| key["public_key"].to_string())
            .collect::<BTreeSet<_>>()
    };
    let selected = keys(" -A");
    common::unselect(home);
    let all = keys(" -A");
    assert!(all.len() > selected.len() && all.is_superset(&selected));
    assert_eq!(all, keys(""));
    let output = run(home, &["list", "keys", "-A", "--account", "A"]);
    assert_eq!(output.status.code(), Some(2), "{output:?}");
}
