//! Hostile input through the binary: a clear error or safe output, no panic, no raw control byte.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::process::Output;

use common::fed as run;
use data_encoding::BASE64URL_NOPAD;
use nkeep::jwt::claims::{Account, Claims, Export, ShareType, User};
use nkeep::jwt::encode::{UnknownFields, encode};
use nkeep::nkey::{Kind, Seed};

const HEADER: &str = "eyJ0eXAiOiJKV1QiLCJhbGciOiJlZDI1NTE5LW5rZXkifQ";

fn assert_clean(output: &Output, what: &str) {
    let code = output.status.code();
    assert!(code.is_some_and(|code| code < 100), "{what}: {output:?}");
    for stream in [&output.stdout, &output.stderr] {
        let text = std::str::from_utf8(stream).unwrap();
        let bad = text
            .chars()
            .find(|character| *character != '\n' && nkeep::text::deceives(*character));
        assert_eq!(bad, None, "{what}: {text}");
    }
}

const COMMANDS: [&[&str]; 6] = [
    &["describe", "jwt", "-"],
    &["describe", "jwt", "-", "--json"],
    &["describe", "jwt", "-", "-F", "name"],
    &["validate", "-f", "-"],
    &["validate", "-f", "-", "--json"],
    &["nkey", "show", "-"],
];

fn unsigned(payload: &[u8]) -> Vec<u8> {
    let payload = BASE64URL_NOPAD.encode(payload);
    format!("{HEADER}.{payload}.{}", "A".repeat(86)).into_bytes()
}

#[test]
fn tokens_that_are_none_are_refused() {
    let nested = |depth: usize| {
        let body = format!("{}1{}", "[".repeat(depth), "]".repeat(depth));
        unsigned(
            format!("{{\"sub\":\"x\",\"nats\":{{\"type\":\"user\",\"version\":2,\"x\":{body}}}}}")
                .as_bytes(),
        )
    };
    let cases: Vec<(&str, Vec<u8>)> = vec![
        ("empty", vec![]),
        ("2 MiB", unsigned(&vec![b'a'; 2 << 20])),
        ("2 MiB of dots", vec![b'.'; 2 << 20]),
        ("2 MiB of dashes", vec![b'-'; 2 << 20]),
        ("10,000 levels", nested(10_000)),
        ("129 levels", nested(129)),
        ("invalid UTF-8", b"\xff\xfe\x80.\x80.\x80".to_vec()),
        (
            "invalid UTF-8 in the payload",
            unsigned(b"{\"name\":\"\xff\"}"),
        ),
        (
            "control characters",
            b"\x1b]52;c;aGk=\x07.\x1b[2J.\x9b".to_vec(),
        ),
        ("NUL", b"\0.\0.\0".to_vec()),
        (
            "half a creds file",
            b"-----BEGIN NATS USER JWT-----\n".to_vec(),
        ),
        (
            "keys in the wrong case",
            unsigned(b"{\"SUB\":\"x\",\"nats\":{\"type\":\"user\",\"version\":2}}"),
        ),
        (
            "a key twice",
            unsigned(b"{\"sub\":\"x\",\"sub\":\"y\",\"nats\":{\"type\":\"user\",\"version\":2}}"),
        ),
        (
            "escape in a key",
            unsigned(
                b"{\"\\u001b[31m\":1,\"nats\":{\"type\":\"user\",\"version\":2,\"version\":2}}",
            ),
        ),
    ];
    for (name, input) in &cases {
        for command in COMMANDS {
            let output = run(command, input);
            let what = format!("{name} to {command:?}");
            assert_clean(&output, &what);
            assert!(!output.status.success(), "{what}");
            assert!(
                !output.stdout.is_empty() || !output.stderr.is_empty(),
                "{what}: silence"
            );
        }
    }
}

/// Names, subjects and descriptions of a signed token are anyone's words.
#[test]
fn signed_tokens_with_hostile_text_are_shown_safely() {
    let texts = [
        "\u{1b}[31mred\u{1b}[0m",
        "\u{1b}]52;c;aGVsbG8=\u{7}",
        "\r[ OK ] forged\n[ OK ] line",
        "\u{9b}2J\u{85}",
        "\u{202e}gnp.exe\u{202c}",
        "a\u{200b}b\u{feff}c\u{2060}",
        "\0nul",
        "\u{7f}\u{8}\u{c}",
        "\u{e0041}\u{fe0f}",
        "nkeep: error: forged",
        "{{name()}}",
        "'; rm -rf /; '",
        "</script>",
        "\u{fff9}x\u{fffb}",
    ];
    let account = Seed::generate(Kind::Account).unwrap();
    let operator = Seed::generate(Kind::Operator)
        .unwrap()
        .signing_pair()
        .unwrap();
    for text in texts.into_iter().chain([&*"x".repeat(10_000)]) {
        let mut claims: Claims<Account> = Claims {
            name: text.into(),
            subject: account.public().to_string(),
            ..Claims::default()
        };
        claims.body.description = text.into();
        claims.body.tags = vec![text.into()];
        claims.body.info_url = text.into();
        claims.body.exports = vec![Export {
            name: text.into(),
            subject: text.into(),
            share_type: ShareType::Service,
            response_type: text.into(),
            ..Export::default()
        }];
        claims.body.revocations.insert(text.into(), 1);
        claims
            .body
            .mappings
            .insert(text.into(), vec![nkeep::jwt::claims::Mapping::default()]);
        let mut user: Claims<User> = Claims {
            name: text.into(),
            audience: text.into(),
            subject: Seed::generate(Kind::User).unwrap().public().to_string(),
            ..Claims::default()
        };
        user.body.limits.src = vec![text.into()];
        user.body.limits.permissions.publish.allow = vec![text.into()];
        user.body.limits.times_location = text.into();
        let tokens = [
            encode(claims, &operator, 1_795_100_000, UnknownFields::Refuse)
                .unwrap()
                .token,
            encode(
                user,
                &account.signing_pair().unwrap(),
                1_795_100_000,
                UnknownFields::Refuse,
            )
            .unwrap()
            .token,
        ];
        for token in tokens {
            for command in &COMMANDS[..5] {
                let output = run(command, token.as_bytes());
                assert_clean(&output, &format!("{text:?} to {command:?}"));
                assert!(
                    output
                        .status
                        .code()
                        .is_some_and(|code| code == 0 || code == 3),
                    "{output:?}"
                );
                // Nothing that a token says begins a line of its own.
                let shown = String::from_utf8(output.stdout).unwrap();
                assert!(
                    !shown
                        .lines()
                        .any(|line| line.trim_start().starts_with("[ OK ]")
                            && (line.contains("forged") || line.trim_end().ends_with("line"))),
                    "{shown}"
                );
            }
        }
    }
}

/// What is typed wrong is shown in the error, safely; a seed there is not shown at all, a mistyped one neither.
#[test]
fn arguments_are_not_shown_raw() {
    let seed = "SUAAMBYIBEFAWDANBYHRAEISCMKBKFQXDAMRUGY4DUPB6IBBEIRSIJKNXA";
    let mistyped = "SUAAMBYIBEFAWDANBYHRAEISCMKBKFQXDAMRUGY4DUPB6IBBEIRSIJKNXB";
    let named = format!("x{seed}.nk");
    for word in [
        "\u{1b}[31mred",
        "\u{202e}abc",
        "--\u{9b}2J",
        seed,
        mistyped,
        &named,
    ] {
        for command in [
            &["nkey", "show"][..],
            &["describe", "jwt"],
            &["describe", "jwt", "-F"],
            &["--json"],
            &[],
        ] {
            let mut args = command.to_vec();
            args.push(word);
            let output = run(&args, b"");
            assert_clean(&output, word);
            for stream in [&output.stdout, &output.stderr] {
                assert!(
                    !String::from_utf8_lossy(stream).contains("SUAAMBY"),
                    "{output:?}"
                );
            }
        }
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_behind_stdout_is_an_error_and_a_reader_gone_is_none() {
    for args in [
        &["version"][..],
        &["--help"],
        &["man"],
        &["version", "--json"],
    ] {
        let full = std::fs::OpenOptions::new()
            .write(true)
            .open("/dev/full")
            .unwrap();
        let output = common::nkeep().args(args).stdout(full).output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{args:?}");
        assert!(
            String::from_utf8_lossy(&output.stderr).contains("cannot write to stdout"),
            "{output:?}"
        );
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let output = common::nkeep().args(args).stdout(writer).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{args:?}");
        assert!(output.stderr.is_empty(), "{output:?}");
    }
}

#[test]
#[cfg(unix)]
fn secret_files_are_private_whole_and_never_replaced_unasked() {
    use std::os::unix::fs::PermissionsExt as _;
    let scratch = tempfile::tempdir().unwrap();
    let path = scratch.path().join("user.nk");
    let generate = |extra: &[&str]| {
        let mut command = std::process::Command::new("sh");
        command.args([
            "-c",
            "umask 000; exec \"$0\" generate nkey -u --out \"$@\"",
            env!("CARGO_BIN_EXE_nkeep"),
        ]);
        command.arg(&path).args(extra).env_clear().output().unwrap()
    };
    let first = generate(&[]);
    assert!(first.status.success(), "{first:?}");
    let seed = std::fs::read_to_string(&path).unwrap();
    assert_eq!(
        std::fs::metadata(&path).unwrap().permissions().mode() & 0o777,
        0o600
    );
    assert!(!String::from_utf8_lossy(&first.stdout).contains(seed.trim()));

    assert_eq!(generate(&[]).status.code(), Some(1));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), seed);
    assert!(generate(&["--force"]).status.success());
    assert_ne!(std::fs::read_to_string(&path).unwrap(), seed);

    std::fs::remove_file(&path).unwrap();
    let target = scratch.path().join("target");
    std::os::unix::fs::symlink(&target, &path).unwrap();
    assert_eq!(generate(&[]).status.code(), Some(1));
    assert_eq!(generate(&["--force"]).status.code(), Some(1));
    assert!(!target.exists());
    let left: Vec<_> = std::fs::read_dir(scratch.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(left, ["user.nk"]);
}

/// The only copy of a key is not written to where nobody reads it.
#[test]
#[cfg(unix)]
fn a_new_key_is_not_lost_in_a_stdout_that_is_closed() {
    for redirection in [">&-", ">/dev/null"] {
        let script = format!("exec \"$0\" generate nkey -u {redirection}");
        let output = std::process::Command::new("sh")
            .args(["-c", &script, env!("CARGO_BIN_EXE_nkeep")])
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(1), "{output:?}");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(said.contains("the key would be lost"), "{said}");
    }
}

fn user_token() -> (Seed, Claims<User>, Seed) {
    let (account, user) = (Kind::Account, Kind::User);
    let (account, user) = (
        Seed::generate(account).unwrap(),
        Seed::generate(user).unwrap(),
    );
    let claims = Claims {
        name: "u".into(),
        subject: user.public().to_string(),
        ..Claims::default()
    };
    (account, claims, user)
}

fn findings_of(input: &[u8]) -> (Option<i32>, Vec<String>) {
    let output = run(&["validate", "-f", "-", "--json"], input);
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let codes = report["reports"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|report| report["issues"].as_array().unwrap())
        .map(|issue| issue["code"].as_str().unwrap().to_owned())
        .collect();
    (output.status.code(), codes)
}

#[test]
fn a_creds_file_with_the_seed_of_another_is_found() {
    let (account, claims, user) = user_token();
    let signer = account.signing_pair().unwrap();
    let token = encode(claims, &signer, 1_795_100_000, UnknownFields::Refuse)
        .unwrap()
        .token;
    let creds = nkeep::jwt::creds::user_config(&token, &user).unwrap();
    assert_eq!(findings_of(creds.as_bytes()), (Some(0), vec![]));

    let other = Seed::generate(Kind::User).unwrap();
    let mixed = creds.replace(&*user.expose(), &other.expose());
    let mismatch = vec!["creds.seed-mismatch".to_owned()];
    assert_eq!(findings_of(mixed.as_bytes()), (Some(3), mismatch));
    let broken = creds.replace(&user.expose()[10..20], "AAAAAAAAAA");
    let unreadable = vec!["creds.seed-unreadable".to_owned()];
    assert_eq!(findings_of(broken.as_bytes()), (Some(3), unreadable));
}

#[test]
fn what_is_odd_about_a_token_has_a_code() {
    let (account, mut claims, _) = user_token();
    claims.expires = -5;
    let signer = account.signing_pair().unwrap();
    let token = encode(claims, &signer, 1_895_100_000, UnknownFields::Refuse)
        .unwrap()
        .token;
    let (code, codes) = findings_of(token.as_bytes());
    assert_eq!(code, Some(0));
    assert_eq!(codes, ["claims.issued-in-future", "claims.negative-time"]);
}

#[test]
fn one_line_that_cannot_be_read_hides_no_other() {
    let (account, claims, _) = user_token();
    let signer = account.signing_pair().unwrap();
    let token = encode(claims, &signer, 1_795_100_000, UnknownFields::Refuse)
        .unwrap()
        .token;
    let lines = [
        token.as_bytes(),
        b"\xff\xfe",
        &vec![b'a'; 2 << 20],
        token.as_bytes(),
    ]
    .join(&b"\n"[..]);
    let output = run(&["validate", "-f", "-"], &lines);
    assert_eq!(output.status.code(), Some(3));
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(text.matches("[ OK ] user").count(), 2, "{text}");
    assert_eq!(text.matches("token.unreadable").count(), 2, "{text}");
    for command in [&["validate", "-f", "-"][..], &["describe", "jwt", "-"]] {
        let output = run(command, &[b'a'; 3 << 20]);
        assert_eq!(output.status.code(), Some(3), "{output:?}");
    }
}

#[cfg(unix)]
#[test]
fn an_argument_that_is_no_text_is_a_wrong_one() {
    use std::os::unix::ffi::OsStrExt as _;
    let odd = std::ffi::OsStr::from_bytes(b"\xff");
    for before in [&["list"][..], &["describe", "account"], &["--json"], &[]] {
        let output = common::nkeep().args(before).arg(odd).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{before:?}: {output:?}");
        assert_clean(&output, "no text");
    }
}
