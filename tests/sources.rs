//! Where an identity or a passphrase may come from, and that it never shows.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;
use std::process::Output;

/// A shell line in a home that says nothing about what opens the store; `$N` is the binary.
fn shell(home: &Path, line: &str) -> Output {
    let plain = common::nkeep_at(home);
    std::process::Command::new("bash")
        .args(["-c", line])
        .current_dir(home)
        .env("HOME", home)
        .env("N", plain.get_program())
        .env("NKEEP_TEST_WORK_FACTOR", "2")
        .env_remove("NKEEP_IDENTITY")
        .output()
        .unwrap()
}

#[test]
fn an_identity_comes_from_a_file_an_open_file_or_systemd() {
    let home = common::estate();
    let home = home.path();
    std::fs::create_dir(home.join("credentials")).unwrap();
    std::fs::copy(
        home.join("identity.txt"),
        home.join("credentials/nkeep-identity"),
    )
    .unwrap();
    for (number, line) in [
        "$N add user u$U --identity identity.txt",
        "NKEEP_IDENTITY=identity.txt $N add user u$U",
        "$N add user u$U --identity-fd 3 3< identity.txt",
        "cat identity.txt | $N add user u$U --identity-fd 0",
        "CREDENTIALS_DIRECTORY=credentials $N add user u$U",
    ]
    .iter()
    .enumerate()
    {
        let output = shell(home, &line.replace("$U", &number.to_string()));
        assert!(output.status.success(), "{line}: {output:?}");
        assert!(
            !String::from_utf8_lossy(&output.stderr).contains("AGE-SECRET"),
            "{output:?}"
        );
    }
    for (line, code) in [
        ("$N add user x", 4),
        ("$N add user x --identity nowhere.txt", 1),
        ("$N add user x --identity-fd 9", 1),
        ("$N add user x --identity message.txt", 2),
        ("CREDENTIALS_DIRECTORY=nowhere $N add user x", 4),
        ("$N add user x --identity-fd 3 3< message.txt", 1),
    ] {
        let output = shell(home, &format!("chmod 600 message.txt; {line}"));
        let got = output.status.code();
        // What holds no identity is as bad as a file that is not there; only a missing one is exit code 4.
        assert!(
            got == Some(code) || (code != 4 && got == Some(1)),
            "{line}: {output:?}"
        );
    }
}

#[test]
fn a_passphrase_comes_from_an_open_file() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    let good = "3< <(echo correct horse battery)";
    let output = shell(home, &format!("$N init -n ACME --passphrase-fd 3 {good}"));
    assert!(output.status.success(), "{output:?}");
    let output = shell(home, &format!("$N add user one --passphrase-fd 3 {good}"));
    assert!(output.status.success(), "{output:?}");
    let output = shell(
        home,
        "$N add user two --passphrase-fd 3 3< <(echo another horse battery)",
    );
    assert_eq!(output.status.code(), Some(5), "{output:?}");
    let output = shell(home, "$N add user two --passphrase-fd 3 3< /dev/null");
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    // The agent is told on a pipe: its command line and environment say nothing.
    let line = format!(
        "$N unlock --passphrase-fd 3 {good}; \
         tr '\\0' '\\n' < /proc/$(pgrep -f 'agent serve.*'\"$HOME\" | head -1)/cmdline; $N add user two; $N lock"
    );
    let output = shell(home, &line);
    assert!(output.status.success(), "{output:?}");
    let said = format!("{output:?}");
    assert!(
        !said.contains("horse") && !said.contains("AGE-SECRET"),
        "{said}"
    );
    assert!(
        !cfg!(target_os = "linux") || said.contains("--socket"),
        "{said}"
    );
}

/// Nobody may ever write to a pipe that has a name; what the shell opens is open.
#[test]
fn named_pipes_are_refused_and_those_of_the_shell_are_read() {
    let home = common::estate();
    let home = home.path();
    for line in [
        "$N describe account ACME --raw > token.jwt",
        "mkfifo pipe && ln -s pipe link",
    ] {
        let output = shell(home, line);
        assert!(output.status.success(), "{line}: {output:?}");
    }
    for line in [
        "$N import user --file pipe",
        "$N import account --file link",
        "$N describe jwt -f ./pipe",
        "$N validate -f pipe",
        "$N add user x -K ./pipe",
        "$N nkey show pipe",
    ] {
        let output = shell(
            home,
            &format!("NKEEP_IDENTITY=identity.txt timeout 20 {line}"),
        );
        assert!(
            matches!(output.status.code(), Some(1 | 2)),
            "{line}: {output:?}"
        );
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(said.contains("it is a named pipe"), "{line}: {said}");
    }
    for line in [
        "$N describe jwt -f - < token.jwt",
        "cat token.jwt | $N describe jwt -f -",
        "cat token.jwt | $N describe jwt -f /dev/stdin",
        "$N describe jwt -f /dev/stdin < token.jwt",
        "$N describe jwt -f <(cat token.jwt)",
        "cat token.jwt | $N describe jwt -f /proc/self/fd/0",
    ] {
        let output = shell(home, &format!("timeout 20 {line}"));
        let text = String::from_utf8_lossy(&output.stdout);
        assert!(text.contains("ACME"), "{line}: {output:?}");
    }
}
