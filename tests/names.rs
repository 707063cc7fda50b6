//! Names and keys that are asked for, and that cannot be, are not there, are taken, or could be several.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use common::refusal::{json, refused, said};

const ACCOUNT: &str = "ABEB5XTXFWQVPBOJ4WNAQYQBXDB7TQYHCKPD7RWX6NFKJX7NLAKOK7LY";
const USER: &str = "UCVKH7WUWDYUXITU7KSYG7DYV3AO5H42WXFGNOL3IIA3Q5PWVCLMUQ6H";
const OPERATOR: &str = "OB43KVROR7TFJ6KAPCYRF2FJROTZAH4FHLTJLPWX4DRZCC5NASLGIT25";
const SEED: &str = "SUAAMBYIBEFAWDANBYHRAEISCMKBKFQXDAMRUGY4DUPB6IBBEIRSIJKNXA";

/// A refused name leaves the store as it was, and the refusal can be shown at a terminal.
#[test]
fn names_that_cannot_be_leave_nothing() {
    let home = common::estate();
    let long = "x".repeat(300);
    let wide = "\u{fc}".repeat(150);
    for name in [
        "..",
        "a/b",
        "../../x",
        "a\u{7}b",
        "a\u{1b}]52;c;aGk=\u{7}",
        "a\u{202e}b",
        "a\u{2066}b",
        "a\u{9b}b",
        &long,
        &wide,
    ] {
        for what in ["account", "user", "operator"] {
            let why = refused(home.path(), &["add", what, "--", name], 2, "cannot be a");
            assert!(why.contains(&format!("nkeep add {what} --help")), "{why}");
            let bad = why
                .chars()
                .find(|shown| *shown != '\n' && nkeep::text::deceives(*shown));
            assert_eq!(bad, None, "{why:?}");
        }
    }
    // A flag that is none is not taken for a name.
    for flag in ["-x", "--x", "--", "-"] {
        let args = ["add", "account", flag];
        refused(home.path(), &args, 2, "nkeep add account --help");
    }
}

#[test]
fn a_new_store_is_not_made_under_a_name_that_cannot_be() {
    let home = tempfile::tempdir().unwrap();
    for name in ["..", "a/b", "a\u{202e}b", "", "-n"] {
        let name = format!("--name={name}");
        let args = ["init", &name, "--new-identity", "identity.txt"];
        refused(home.path(), &args, 2, "nkeep init --help");
    }
    let nameless = ["init", "--new-identity", "identity.txt"];
    refused(home.path(), &nameless, 2, "nkeep init -n NAME");
}

/// Two names that differ by case alone would be one file on some machines, and one person to many.
#[test]
fn a_name_is_taken_in_any_case_under_the_same_parent() {
    let home = common::estate();
    let home = home.path();
    common::at_home(home, &["add", "account", "Orders"]);
    common::at_home(home, &["add", "user", "clerk", "-a", "Orders"]);
    for taken in ["Orders", "ORDERS", "orders", "sys", "Sys"] {
        refused(home, &["add", "account", taken], 1, "already an account");
    }
    for taken in ["clerk", "CLERK"] {
        let args = ["add", "user", taken, "-a", "orders"];
        refused(home, &args, 1, "already a user");
    }
    // The same name elsewhere is another.
    common::at_home(home, &["add", "user", "clerk", "-a", "ACME"]);
    common::at_home(home, &["add", "operator", "STAGING"]);
    let args = ["add", "account", "Orders", "--operator", "STAGING"];
    common::at_home(home, &args);
    // Whoever asks in another case means the one there is, by the name it has.
    let found = json(home, &["describe", "account", "oRDERS", "--operator=acme"]);
    assert_eq!(found["name"], "Orders");
}

#[test]
fn what_is_not_there_is_named_with_a_command_that_lists_what_is() {
    let home = common::estate();
    let home = home.path();
    for (args, what, hint) in [
        (&["list", "users", "-a", "NO"][..], "account", "accounts"),
        (
            &["list", "accounts", "--operator", "NO"],
            "operator",
            "operators",
        ),
        (
            &["list", "users", "--operator", "NO"],
            "operator",
            "operators",
        ),
        (&["describe", "operator", "NO"], "operator", "operators"),
        (&["describe", "account", "-n", "NO"], "account", "accounts"),
        (&["describe", "user", "NO"], "user", "users"),
        (
            &["describe", "user", "x", "-a", "NO"],
            "account",
            "accounts",
        ),
        (
            &["add", "account", "x", "--operator", "NO"],
            "operator",
            "operators",
        ),
        (&["add", "user", "x", "-a", "NO"], "account", "accounts"),
        (&["generate", "creds", "NO", "-o", "x"], "user", "users"),
        (
            &["generate", "creds", "-a", "NO", "-o", "x"],
            "account",
            "accounts",
        ),
    ] {
        let why = refused(home, args, 1, &format!("there is no {what} \"NO\""));
        assert!(why.contains(&format!("hint: nkeep list {hint}")), "{why}");
    }
    // A key is as good as a name, and its kind counts.
    refused(home, &["describe", "account", ACCOUNT], 1, ACCOUNT);
    refused(home, &["describe", "account", USER], 1, USER);
}

#[test]
fn of_several_one_must_be_named() {
    let home = common::estate();
    let home = home.path();
    common::at_home(home, &["add", "account", "ORDERS"]);
    common::unselect(home);
    for args in [
        &["add", "user", "x"][..],
        &["list", "users"],
        &["describe", "user"],
        &["describe", "account"],
        &["generate", "creds", "-o", "x"],
    ] {
        let why = refused(home, args, 2, "several accounts");
        assert!(why.contains("ACME, ORDERS"), "{why}");
        assert!(why.contains("hint: nkeep list accounts"), "{why}");
    }
    common::at_home(home, &["add", "user", "second", "-a", "ACME"]);
    for args in [
        &["describe", "user", "-a", "ACME"][..],
        &["generate", "creds", "-a", "ACME", "-o", "x"],
    ] {
        let why = refused(home, args, 2, "several users");
        assert!(why.contains("ACME, second"), "{why}");
    }
    common::at_home(home, &["add", "operator", "STAGING"]);
    common::unselect(home);
    for args in [
        &["list", "accounts"][..],
        &["list", "users", "-a", "ACME"],
        &["describe", "operator"],
        &["describe", "account", "ACME"],
        &["add", "account", "x"],
        &["add", "user", "x", "-a", "ACME"],
    ] {
        let why = refused(home, args, 2, "several operators");
        assert!(why.contains("ACME, STAGING"), "{why}");
    }
    // An operator without accounts is no error to list, and one to add a user to.
    let none = json(home, &["list", "accounts", "--operator", "STAGING"]);
    assert_eq!(none["accounts"].as_array().unwrap().len(), 0);
    let args = ["add", "user", "x", "--operator", "STAGING"];
    refused(home, &args, 1, "nkeep add account NAME");
}

#[test]
fn a_token_that_would_be_dead_at_birth_is_not_made() {
    let home = common::estate();
    let home = home.path();
    for what in ["operator", "account", "user"] {
        let add = |more: &[&'static str]| [&["add", what, "X"], more].concat();
        for more in [
            &["--expiry", "2020-01-01"][..],
            &["--start", "3d", "--expiry", "1d"],
            &["--start", "2027-02-01", "--expiry", "2027-01-01"],
            &["--expiry", "-1d"],
            &["--expiry", "2020-01-01 12:00:00 UTC"],
        ] {
            refused(home, &add(more), 2, "expiry is not after the start");
        }
        for more in [
            &["--expiry="][..],
            &["--expiry=-1.5d"],
            &["--expiry", "1.5d"],
            &["--expiry", "2026-13-01"],
            &["--expiry", "99999999999999999999d"],
            &["--start", "soon"],
        ] {
            refused(home, &add(more), 2, &format!("nkeep add {what} --help"));
        }
    }
    let args = ["add", "account", "X", "--expiry", "1d"];
    common::at_home(home, &args);
    let made = json(home, &["describe", "account", "X"]);
    let (issued, expires) = (&made["iat"], &made["exp"]);
    assert_eq!(expires.as_i64().unwrap() - issued.as_i64().unwrap(), 86_400);
}

/// A seed on the command line is refused, and no word of it comes back.
#[test]
fn a_key_of_another_kind_or_a_seed_is_refused() {
    let home = common::estate();
    let home = home.path();
    for (what, wrong) in [("account", [USER, OPERATOR]), ("user", [ACCOUNT, OPERATOR])] {
        for key in wrong {
            let why = refused(home, &["add", what, "x", "-k", key], 2, key);
            assert!(why.contains(&format!("nkeep add {what} --help")), "{why}");
        }
        for key in [
            "nope",
            "",
            "curve.nk",
            &ACCOUNT.to_lowercase(),
            &ACCOUNT[1..],
        ] {
            let args = ["add", what, "x", "-k", key];
            refused(home, &args, 2, &format!("nkeep add {what} --help"));
        }
        for flag in ["-k", "--public-key"] {
            let why = refused(home, &["add", what, "x", flag, SEED], 2, "it is a seed");
            assert!(!why.contains(&SEED[..20]), "{why}");
        }
    }
    let args = ["add", "user", "x", "-a", "ACME", "-K", SEED];
    let why = refused(home, &args, 2, "it is a seed");
    assert!(!why.contains(&SEED[..20]), "{why}");
    // In JSON neither.
    let args = ["add", "account", "x", "-k", SEED, "--json"];
    let output = common::refusal::run(home, &args);
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert!(!said(&output).contains(&SEED[..20]), "{output:?}");
}

/// Names, labels and descriptions end in tokens and in the journal, in the clear, for ever.
#[test]
fn a_seed_is_not_taken_for_words() {
    let home = common::estate();
    let seed = "SUAAMBYIBEFAWDANBYHRAEISCMKBKFQXDAMRUGY4DUPB6IBBEIRSIJKNXA";
    for args in [
        &["add", "account", seed][..],
        &["add", "user", seed],
        &["add", "operator", seed],
        &["add", "account", "x", "--description", seed],
        &["add", "account", "x", "--tag", seed],
    ] {
        refused(home.path(), args, 2, "[a seed]");
    }
}

/// Commands take a name or a public key: what is both means another thing than was made.
#[test]
fn a_public_key_is_no_name() {
    let home = common::estate();
    let accounts = json(home.path(), &["list", "accounts"]);
    let key = accounts["accounts"][0]["public_key"].as_str().unwrap();
    let curve = "XCHUBRNNW2HSKYSK4WZBJ2TWPJXMSTMCTU6XWXQ22G5G6PRBHAUF76G7";
    for key in [key, &key.to_lowercase(), USER, OPERATOR, curve] {
        for what in ["account", "user", "operator"] {
            refused(home.path(), &["add", what, key], 2, "cannot be a name");
        }
    }
}

/// A length that no calendar has is a mistake on the command line, in words that are ours.
#[test]
fn a_length_beyond_the_calendar_is_a_usage_error() {
    let home = common::estate();
    for length in ["9999y", "1001y", "99999999d", "9999-12-31"] {
        for flag in ["--expiry", "--start"] {
            let args = ["add", "account", "x", flag, length];
            let why = refused(home.path(), &args, 2, length);
            assert!(!why.contains("datetime"), "{why}");
        }
    }
    let args = ["add", "account", "x", "--expiry", "1000y"];
    common::at_home(home.path(), &args);
}

#[test]
fn names_that_cannot_be_are_refused() {
    let home = common::estate();
    let long = "x".repeat(201);
    for name in [
        "..",
        ".",
        "a/b",
        "a\\b",
        "",
        " a",
        "a\nb",
        "a\u{1b}[31m",
        "a\u{202e}b",
        "a\u{200b}b",
        "a:b",
        &long,
    ] {
        for what in ["account", "user", "operator"] {
            refused(
                home.path(),
                &["add", what, "-n", name],
                2,
                "it cannot be a name",
            );
        }
    }
    refused(
        home.path(),
        &["add", "account", "--", "-n"],
        2,
        "it begins as a flag does",
    );
    for taken in ["ACME", "acme", "AcMe"] {
        refused(
            home.path(),
            &["add", "account", taken],
            1,
            "there is already an account",
        );
        refused(
            home.path(),
            &["add", "user", taken],
            1,
            "there is already a user",
        );
        refused(
            home.path(),
            &["add", "operator", taken],
            1,
            "there is already an operator",
        );
    }
}

/// A letter with its mark looks the same as one character or two, and names one thing.
#[test]
fn a_name_is_the_same_however_its_marks_are_written() {
    let home = common::estate();
    let home = home.path();
    let (one, two) = ("Gr\u{f6}\u{df}e", "Gro\u{308}\u{df}e");
    common::at_home(home, &["add", "account", two]);
    let made = json(home, &["describe", "account", two]);
    assert_eq!(made["name"], one);
    refused(home, &["add", "account", one], 1, "already an account");
    refused(home, &["add", "account", two], 1, "already an account");
    common::at_home(home, &["add", "user", "x", "-a", two]);
    let empty = tempfile::tempdir().unwrap();
    let args = ["init", "-n", two, "--new-identity", "identity.txt"];
    common::at_home(empty.path(), &args);
    common::at_home(empty.path(), &["describe", "operator", one]);
}

#[test]
fn a_tag_says_something() {
    let home = common::estate();
    for what in ["operator", "account", "user"] {
        for tag in ["", " ", "a,,b", ","] {
            let args = ["add", what, "x", "--tag", tag];
            refused(home.path(), &args, 2, "--tag");
        }
    }
    common::at_home(home.path(), &["add", "account", "x", "--tag", "a,b"]);
}

/// What is said of a name is what was typed, its odd characters written out once.
#[test]
fn a_name_is_shown_as_it_was_typed() {
    let home = common::estate();
    for (name, shown) in [
        ("a\\b", "there is no account \"a\\b\""),
        ("a\u{1b}b", "there is no account \"a\\u{1b}b\""),
        ("e\u{308}", "there is no account \"e\u{308}\""),
    ] {
        refused(home.path(), &["describe", "account", name], 1, shown);
    }
}

/// Names that file systems or people take for one are one.
#[test]
fn names_that_differ_in_letters_drawn_alike_are_one() {
    let home = common::estate();
    let home = home.path();
    for (first, second) in [("straße", "STRASSE"), ("ﬁsh", "fish"), ("Orders", "ORDERS")] {
        common::at_home(home, &["add", "account", first]);
        refused(
            home,
            &["add", "account", second],
            1,
            "there is already an account",
        );
    }
}

/// A rule that servers ignore denies nothing.
#[test]
fn a_rule_that_servers_ignore_is_not_signed() {
    let home = common::estate();
    let args = ["add", "user", "x", "--deny-pub", "secret.>.x"];
    refused(home.path(), &args, 2, "secret.>.x");
}

/// A clock that goes back is noticed for anything new, too; and there is a way out where the last one was wrong.
#[test]
fn a_clock_that_went_back_is_noticed() {
    let home = common::estate();
    let home = home.path();
    let at = |seconds: i64, args: &[&str]| {
        let mut command = common::nkeep_at(home);
        command
            .args(args)
            .env("NKEEP_TEST_CLOCK", seconds.to_string());
        command.output().unwrap()
    };
    assert!(
        at(1_795_300_000, &["add", "user", "ahead"])
            .status
            .success()
    );
    let back = at(1_795_200_000, &["add", "user", "back"]);
    assert_eq!(back.status.code(), Some(6), "{back:?}");
    let said = String::from_utf8_lossy(&back.stderr).into_owned();
    assert!(
        said.contains("100000 seconds behind") && said.contains("--clock-was-wrong"),
        "{said}"
    );
    assert!(
        at(1_795_200_000, &["add", "user", "back", "--clock-was-wrong"])
            .status
            .success()
    );
}

/// Names that differ in case alone are one: whoever looks for it in a list finds it as it is written.
#[test]
fn a_name_that_is_taken_is_said_as_it_is_written() {
    let home = common::estate();
    let home = home.path();
    common::at_home(home, &["add", "account", "ORDERS"]);
    common::at_home(home, &["add", "user", "Clerk", "-a", "ORDERS"]);
    let taken = "there is already an account \"ORDERS\"";
    refused(home, &["add", "account", "orders"], 1, taken);
    let taken = "there is already a user \"Clerk\"";
    refused(home, &["add", "user", "clerk", "-a", "ORDERS"], 1, taken);
    // Who is looked for in another account is not said to be nowhere.
    let elsewhere = "there is no user \"clerk\" in account \"ACME\"; there is one in \"ORDERS\"";
    refused(
        home,
        &["describe", "user", "clerk", "-a", "ACME"],
        1,
        elsewhere,
    );
}
