//! A key on paper: what is printed brings it back, and nothing of it is anywhere else.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;
use std::process::{Command, Stdio};

use common::ceremonies::with_seed;
use common::refusal::both;
use common::sealing::run;
use common::terminal::answered;
use common::{at_home, nkeep_at};
use nkeep::nkey::{Kind, Seed};

const PASSPHRASE: &str = "correct horse battery";

/// A line by a shell, with the passphrase on descriptor 3.
fn sh(home: &Path, line: &str, stdin: &[u8]) -> (String, i32) {
    std::fs::write(home.join("passphrase"), format!("{PASSPHRASE}\n")).unwrap();
    let template = nkeep_at(home);
    let mut command = Command::new("bash");
    command.args(["-c", line]).current_dir(home).env_clear();
    for (name, value) in template.get_envs() {
        if let Some(value) = value {
            command.env(name, value);
        }
    }
    let binary = Path::new(env!("CARGO_BIN_EXE_nkeep")).parent().unwrap();
    command.env("PATH", format!("{}:/usr/bin:/bin", binary.display()));
    command.stdin(Stdio::piped());
    both(&run(command, stdin))
}

#[test]
fn a_sealed_page_brings_the_key_back_and_says_nothing_without_its_passphrase() {
    let (home, key, seed) = with_seed();
    let home = home.path();
    let (said, code) = sh(
        home,
        "nkeep ceremony paper --page-passphrase-fd 3 3< passphrase",
        b"",
    );
    assert_eq!(code, 0, "{said}");
    let text = std::fs::read_to_string(home.join("ACME.paper.txt")).unwrap();
    let html = std::fs::read_to_string(home.join("ACME.paper.html")).unwrap();
    assert!(text.lines().all(|line| line.len() <= 80));
    let bare: String = text.split_whitespace().collect();
    assert!(
        bare.contains(&key)
            && !bare.contains(&seed)
            && !html.contains(&seed)
            && !said.contains(&seed)
    );
    assert!(html.contains("<svg "));

    let restore = "nkeep ceremony restore - --verify-only --page-passphrase-fd 3 3< passphrase";
    let (said, code) = sh(home, restore, text.to_lowercase().as_bytes());
    assert_eq!(code, 0, "{said}");
    assert!(said.contains(&key), "{said}");
    let other = Seed::generate(Kind::Operator).unwrap().public();
    let (said, code) = sh(
        home,
        &format!("{restore} --expect-operator {other}"),
        text.as_bytes(),
    );
    assert_eq!(code, 7, "{said}");
    let wrong = restore.replace("3< passphrase", "3<<< 'another passphrase'");
    let (said, code) = sh(home, &wrong, text.as_bytes());
    assert_eq!(code, 5, "{said}");
    let none = "nkeep ceremony restore - --verify-only";
    let (said, code) = sh(home, none, text.as_bytes());
    assert_eq!(code, 4, "{said}");
    // A line with a mistake is named.
    let line = text.lines().find(|line| line.starts_with("3/")).unwrap();
    let letter = line.as_bytes()[8];
    let mut typed = line.to_owned();
    typed.replace_range(8..9, if letter == b'A' { "B" } else { "A" });
    let (said, code) = sh(home, restore, text.replace(line, &typed).as_bytes());
    assert_eq!(code, 3, "{said}");
    assert!(said.contains("line 3: its check"), "{said}");
    // Nothing is written over.
    let (said, code) = sh(
        home,
        "nkeep ceremony paper --page-passphrase-fd 3 3< passphrase",
        b"",
    );
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("exists"), "{said}");
}

#[test]
fn a_page_goes_into_a_store_that_lost_the_key() {
    let (home, key, seed) = with_seed();
    let home = home.path();
    sh(
        home,
        "nkeep ceremony paper --page-passphrase-fd 3 3< passphrase",
        b"",
    );
    at_home(
        home,
        &["export", "keys", "--operator", "--remove", "--dir", "gone"],
    );
    std::fs::remove_dir_all(home.join("gone")).unwrap();
    let keys = at_home(home, &["list", "keys"]);
    let line = |keys: &str| {
        keys.lines()
            .find(|line| line.contains(&key))
            .map(ToOwned::to_owned)
    };
    let before = line(&keys);
    let (said, code) = sh(
        home,
        "nkeep ceremony restore ACME.paper.txt --everyday --page-passphrase-fd 3 3< passphrase",
        b"",
    );
    assert_eq!(code, 0, "{said}");
    assert!(!said.contains("root's store"), "{said}");
    assert_ne!(line(&at_home(home, &["list", "keys"])), before);
    // It signs again.
    at_home(home, &["edit", "operator", "--tag", "back"]);
    at_home(home, &["export", "keys", "--operator", "--dir", "again"]);
    let back = std::fs::read_to_string(home.join(format!("again/{key}.nk"))).unwrap();
    assert_eq!(back.trim(), seed);
}

#[test]
fn a_plain_page_is_written_for_whoever_says_so_at_a_terminal() {
    let (home, key, seed) = with_seed();
    let home = home.path();
    for args in [
        &["ceremony", "paper", "--plain"][..],
        &["ceremony", "paper", "--plain", "--no-input"],
    ] {
        let output = nkeep_at(home)
            .args(args)
            .stdin(Stdio::null())
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(2), "{output:?}");
    }
    let question = "to have it written: ";
    let args = ["ceremony", "paper", "--plain"];
    for no in ["y", "yes", "", "ABCD"] {
        let (said, code) = answered(home, &args, &[(question, no)]);
        assert_eq!(code, 1, "{said}");
        assert!(!home.join("ACME.paper.txt").exists(), "{said}");
    }
    let (said, code) = answered(home, &args, &[(question, &key[key.len() - 4..])]);
    assert_eq!(code, 0, "{said}");
    assert!(!said.contains(&seed), "{said}");
    let text = std::fs::read_to_string(home.join("ACME.paper.txt")).unwrap();
    let letters: String = text
        .lines()
        .filter(|line| line.starts_with(|first: char| first.is_ascii_digit()))
        .flat_map(|line| {
            let groups: Vec<&str> = line.split_whitespace().collect();
            groups[1..groups.len() - 1]
                .concat()
                .chars()
                .collect::<Vec<_>>()
        })
        .collect();
    assert_eq!(letters, seed);
    use std::os::unix::fs::PermissionsExt as _;
    for file in ["ACME.paper.txt", "ACME.paper.html"] {
        let mode = std::fs::metadata(home.join(file))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    let output = nkeep_at(home)
        .args(["ceremony", "restore", "ACME.paper.txt", "--verify-only"])
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    assert!(!String::from_utf8_lossy(&output.stderr).contains(&seed));
}

/// A page that is typed at a terminal is not shown there.
#[test]
fn a_page_is_typed_without_echo() {
    let (home, key, _) = with_seed();
    let home = home.path();
    let (said, code) = answered(
        home,
        &["ceremony", "paper", "--plain"],
        &[("to have it written: ", &key[key.len() - 4..])],
    );
    assert_eq!(code, 0, "{said}");
    let text = std::fs::read_to_string(home.join("ACME.paper.txt")).unwrap();
    let wanted = text.lines().filter(|line| {
        line.starts_with("Key") || line.starts_with(|first: char| first.is_ascii_digit())
    });
    let typed: Vec<&str> = wanted.collect();
    // A line with a mistake is asked for once more, and no other.
    let group = typed[2].split_whitespace().nth(2).unwrap();
    let slip = typed[2].replacen(group, "AAAA", 1);
    let key_line = "The line of the key (nothing of what is typed is shown): ";
    let restore = ["ceremony", "restore", "-", "--verify-only"];
    let question = |line: usize| format!("Line {line} of {}, with its check: ", typed.len() - 1);
    let second = question(2);
    let mut answers = vec![
        (key_line, typed[0]),
        ("Line 1, which begins as 1/9 does: ", typed[1]),
        (&second, &slip),
        (&second, typed[2].split_once(' ').unwrap().1),
    ];
    let rest: Vec<(String, &str)> = (3..typed.len())
        .map(|at| (question(at), typed[at]))
        .collect();
    answers.extend(rest.iter().map(|(question, line)| (&**question, *line)));
    let (said, code) = answered(home, &restore, &answers);
    assert_eq!(code, 0, "{said}");
    assert!(said.contains(&key), "{said}");
    // Pasted as it stands, it is shown as little.
    let mut session = common::terminal::at_terminal(home, &restore);
    let asked = expectrl::Expect::expect(&mut session, key_line).unwrap();
    let mut seen = asked.as_bytes().to_vec();
    expectrl::Expect::send_line(&mut session, typed.join("\n")).unwrap();
    let rest = expectrl::Expect::expect(&mut session, expectrl::Eof).unwrap();
    seen.extend(rest.as_bytes().to_vec());
    let seen = String::from_utf8_lossy(&seen);
    assert_eq!(common::terminal::exit_code(&session), 0, "{seen}");
    let group = typed[1].split_whitespace().nth(2).unwrap();
    assert!(seen.contains(&key) && !seen.contains(group), "{seen}");
}

/// A slip in a passphrase costs one more try: neither another passphrase, nor the page typed again.
#[test]
fn a_passphrase_with_a_slip_is_asked_for_again() {
    use common::terminal::{AGAIN, GOOD, NEW};

    let (home, key, _) = with_seed();
    let home = home.path();
    let paper = ["ceremony", "paper", "--dir", "chosen"];
    let answers = [(NEW, GOOD), (AGAIN, "correct horse"), (AGAIN, GOOD)];
    let (said, code) = answered(home, &paper, &answers);
    assert_eq!(code, 0, "{said}");
    let answers = [(NEW, GOOD), (AGAIN, "no"), (AGAIN, "no"), (AGAIN, "no")];
    let (said, code) = answered(home, &["ceremony", "paper", "--dir", "other"], &answers);
    assert_eq!(code, 2, "{said}");
    assert!(
        said.contains("nothing was changed") && !home.join("other").exists(),
        "{said}"
    );
    // One that was made is the same one, and is not shown twice.
    let mut command = common::nkeep_at(home);
    command.args([
        "ceremony",
        "paper",
        "--generate-passphrase",
        "--dir",
        "made",
    ]);
    command.env("TERM", "xterm");
    let mut session = common::terminal::spawned(command);
    let shown = expectrl::Expect::expect(&mut session, "and type it: ").unwrap();
    let shown = String::from_utf8_lossy(shown.as_bytes()).into_owned();
    let made = common::ceremonies::passphrase(&shown);
    expectrl::Expect::send_line(&mut session, "abcd").unwrap();
    let again = expectrl::Expect::expect(&mut session, "and type it: ").unwrap();
    assert!(!String::from_utf8_lossy(again.as_bytes()).contains("shown this once"));
    expectrl::Expect::send_line(&mut session, &made).unwrap();
    // It is taken off the screen: two lines that showed it, two of the slip, and the last question.
    expectrl::Expect::expect(&mut session, "\x1b[5A\r\x1b[J").unwrap();
    expectrl::Expect::expect(&mut session, expectrl::Eof).unwrap();
    assert_eq!(common::terminal::exit_code(&session), 0);
    // Of a page that is there, too.
    let restore = [
        "ceremony",
        "restore",
        "chosen/ACME.paper.txt",
        "--verify-only",
    ];
    let question = "Passphrase of the page: ";
    let (said, code) = answered(home, &restore, &[(question, "no"), (question, GOOD)]);
    assert_eq!(code, 0, "{said}");
    assert!(said.contains(&key), "{said}");
    let (said, code) = answered(home, &restore, &[(question, "no"); 3]);
    assert_eq!(code, 5, "{said}");
}

#[test]
fn a_root_that_may_not_leave_in_the_clear_goes_onto_sealed_paper_alone() {
    let (home, key, _) = with_seed();
    let home = home.path();
    at_home(
        home,
        &["store", "recipients", "exports", "--forbid", "root"],
    );
    let (said, code) = answered(home, &["ceremony", "paper", "--plain"], &[]);
    assert_eq!(code, 1, "{said}");
    assert!(!said.contains(&key[key.len() - 4..]) || !home.join("ACME.paper.txt").exists());
    let (said, code) = sh(
        home,
        "nkeep ceremony paper --page-passphrase-fd 3 3< passphrase",
        b"",
    );
    assert_eq!(code, 0, "{said}");
}
