//! What a user of a store sees, command by command: `tests/cli/**/*.transcript`. A line with `# ` says what is required, one
//! with `$ ` is run by a shell in the home of an estate, and what it prints follows, with its exit code where that is not 0.
//! Each key stands as the number of it in the file: U1 is the first user's.
//!
//! `NKEEP_UPDATE=1 cargo test --test suite transcripts::` writes what is printed now: read the difference.

#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test fails by panicking; the report counts the commands"
)]

use crate::common;

use std::collections::BTreeMap;
use std::os::unix::process::ExitStatusExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use nkeep::nkey::PublicKey;

fn transcripts(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            transcripts(&path, found);
        } else {
            found.push(path);
        }
    }
}

/// Runs a line, and gives what it printed, errors after data.
fn run(line: &str, home: &Path) -> (String, i32) {
    let binary = Path::new(env!("CARGO_BIN_EXE_nkeep")).parent().unwrap();
    let output = Command::new("bash")
        .args(["-uo", "pipefail", "-c", line])
        .stdin(Stdio::null())
        .current_dir(home)
        .env_clear()
        .env("HOME", home)
        .env("PATH", format!("{}:/usr/bin:/bin", binary.display()))
        .env("NKEEP_IDENTITY", "identity.txt")
        .env("NKEEP_TEST_CLOCK", "1795200000")
        .env("NKEEP_TEST_WORK_FACTOR", "2")
        .env("TZ", "UTC")
        .env("COLUMNS", "80")
        .env("RUST_BACKTRACE", "0")
        .output()
        .unwrap();
    let status = output.status;
    assert_eq!(status.signal(), None, "{line}");
    let mut said = String::from_utf8(output.stdout).unwrap();
    said.push_str(&String::from_utf8(output.stderr).unwrap());
    (said, status.code().unwrap())
}

/// Names in place of what is another at each run: keys, the identities of tokens, rotations, the home.
#[derive(Default)]
struct Named {
    keys: BTreeMap<String, String>,
    rotations: Vec<String>,
    counts: BTreeMap<char, usize>,
}

impl Named {
    fn all(&mut self, text: &str, home: &Path) -> String {
        let text = text.replace(home.to_str().unwrap(), "~");
        let text = hashes(&self.rotations(&text));
        let is_letter = |character: char| character.is_ascii_alphanumeric();
        text.split_inclusive(|character| !is_letter(character))
            .map(|word| {
                let bare = word.trim_end_matches(|character| !is_letter(character));
                match self.one(bare) {
                    Some(name) => word.replacen(bare, &name, 1),
                    None => word.to_owned(),
                }
            })
            .collect()
    }

    /// Names of rotations, which come from keys.
    fn rotations(&mut self, text: &str) -> String {
        let mut parts = text.split("rot-");
        let mut out = parts.next().unwrap().to_owned();
        for part in parts {
            let is_letter = |character: char| character.is_ascii_alphanumeric();
            let end = part.find(|character| !is_letter(character));
            let (name, rest) = part.split_at(end.unwrap_or(part.len()));
            // Shorter ones were typed.
            if name.len() < 6 {
                out.push_str(&format!("rot-{part}"));
                continue;
            }
            if !self.rotations.iter().any(|known| known == name) {
                self.rotations.push(name.to_owned());
            }
            let place = self.rotations.iter().position(|known| known == name);
            out.push_str(&format!("rot-{}{rest}", place.unwrap() + 1));
        }
        out
    }

    fn one(&mut self, word: &str) -> Option<String> {
        if let Some(name) = self.keys.get(word) {
            return Some(name.clone());
        }
        if word.starts_with("age1") {
            return Some("AGE".to_owned());
        }
        if word.len() >= 32 && word.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Some("HEX".to_owned());
        }
        if word.len() == 52
            && word
                .bytes()
                .all(|byte| matches!(byte, b'A'..=b'Z' | b'2'..=b'7'))
        {
            return Some("ID".to_owned());
        }
        if word.parse::<PublicKey>().is_err() {
            return None;
        }
        let letter = word.chars().next().unwrap();
        let count = &mut self.counts;
        let name = self.keys.entry(word.to_owned()).or_insert_with(|| {
            let number = count.entry(letter).or_default();
            *number += 1;
            format!("{letter}{number}")
        });
        Some(name.clone())
    }
}

/// Hashes in groups of four, as people compare them.
fn hashes(text: &str) -> String {
    let is_group =
        |word: &str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_hexdigit());
    let masked = |line: &str| {
        let words: Vec<&str> = line.split_whitespace().collect();
        let is_row = words.len() == 8 && words.iter().all(|word| is_group(word));
        let row = is_row.then(|| words.join(" "));
        row.map_or_else(|| line.to_owned(), |row| line.replace(&row, "GROUPS"))
    };
    text.split_inclusive('\n').map(masked).collect()
}

/// The transcript as it comes out now, and how many commands it has.
fn rendered(text: &str) -> (String, usize) {
    let home = common::estate();
    let (mut out, mut named, mut commands) = (String::new(), Named::default(), 0);
    for line in text.lines() {
        if let Some(command) = line.strip_prefix("$ ") {
            let (said, code) = run(command, home.path());
            out.push_str(&format!("{line}\n{}", named.all(&said, home.path())));
            if code != 0 {
                out.push_str(&format!("? {code}\n"));
            }
            commands += 1;
        } else if line.starts_with("# ") {
            if !out.is_empty() {
                out.push('\n');
            }
            out.push_str(&format!("{line}\n"));
        }
    }
    (out, commands)
}

/// A build without network code pushes nothing: what comes next there is to print what servers must have, or what is left.
fn as_built(text: String) -> String {
    if cfg!(feature = "net") {
        return text;
    }
    let line = |line: &str| {
        if let Some((before, after)) = line.split_once("nkeep rotate evidence collect ") {
            let end = after.find([' ', '\n']).unwrap_or(after.len());
            let (rotation, rest) = after.split_at(end);
            return format!(
                "{before}nkeep rotate evidence import FILE --rotation {rotation}{rest}"
            );
        }
        // What a command takes is not known of one that is not there.
        let is_live = line.contains("nkeep push -") || line.contains("nkeep verify ");
        if is_live && line.contains(" --operator ACME") {
            return line.replace(" --operator ACME", "");
        }
        if line.starts_with("nkeep: next: nkeep push --account-removal ") {
            return "nkeep: next: nkeep list accounts\n".to_owned();
        }
        if line.starts_with("nkeep: next: nkeep tool ")
            || line.contains(" doctor --ask-servers  # ")
        {
            return String::new();
        }
        let push = line.strip_prefix("nkeep: next: nkeep push -a ");
        match push.and_then(|rest| rest.strip_suffix("  # servers must have it\n")) {
            Some(account) => format!(
                "nkeep: next: nkeep describe account {account} --raw  # what servers must have\n"
            ),
            None => line.to_owned(),
        }
    };
    text.split_inclusive('\n').map(line).collect()
}

#[test]
fn transcripts_are_as_they_are_written() {
    let mut files = Vec::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli");
    transcripts(&folder, &mut files);
    files.retain(|file| {
        file.extension()
            .is_some_and(|ending| ending == "transcript")
    });
    // What talks to servers is not in every build.
    let is_live = |file: &PathBuf| {
        let mut live = nkeep::cmd::LIVE.iter();
        live.any(|live| file.starts_with(folder.join(live.name)))
    };
    files.retain(|file| cfg!(feature = "net") || !is_live(file));
    let update = std::env::var_os("NKEEP_UPDATE").is_some();
    assert!(
        !update || cfg!(feature = "net"),
        "they are written as of a build with `net`"
    );
    let mut commands = 0;
    let mut wrong = Vec::new();
    for file in &files {
        let text = as_built(std::fs::read_to_string(file).unwrap());
        let (now, count) = rendered(&text);
        commands += count;
        if update {
            std::fs::write(file, &now).unwrap();
        } else if now != text {
            let differing = text.lines().zip(now.lines()).find(|(was, is)| was != is);
            wrong.push(format!("{}: {differing:#?}", file.display()));
        }
    }
    println!("{} transcripts, {commands} commands", files.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(commands > 400, "{commands}");
}

/// Each command is in some transcript.
#[test]
fn every_command_has_a_transcript() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli");
    let mut files = Vec::new();
    transcripts(&folder, &mut files);
    let text: String = files
        .iter()
        .map(|file| std::fs::read_to_string(file).unwrap())
        .collect();
    for (path, _) in nkeep::cmd::examples::ALL {
        assert!(text.contains(&format!("nkeep {path}")), "{path}");
    }
}
