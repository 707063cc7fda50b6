//! The pages of ideas: store, rotation and ceremony. That every page is current is in `tests/generated.rs`.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test fails by panicking; what was not tried is said"
)]

use crate::common;

use std::process::Command;

const IDEAS: [(&str, &str); 3] = [
    ("store", include_str!("../src/cmd/man/store.md")),
    ("rotation", include_str!("../src/cmd/man/rotation.md")),
    ("ceremony", include_str!("../src/cmd/man/ceremony.md")),
];

fn page(words: &[&str]) -> String {
    let output = common::nkeep().arg("man").args(words).output().unwrap();
    assert!(output.status.success(), "{words:?}: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn a_page_is_found_by_what_people_call_it() {
    for names in [
        [&["store"][..], &["nkeep-store"], &["nkeep-store.1"]],
        [&["rotation"], &["nkeep-rotation"], &["nkeep-rotation.7"]],
        [
            &["generate", "creds"],
            &["nkeep", "generate", "creds"],
            &["generate-creds"],
        ],
        [&["add", "user"], &["add user"], &["nkeep add", "user"]],
    ] {
        let pages = names.map(page);
        assert_eq!(pages[0], pages[1]);
        assert_eq!(pages[0], pages[2]);
    }
}

#[test]
fn each_idea_says_how_to_begin_and_what_to_do_when_something_is_lost() {
    for (name, _) in IDEAS {
        let page = page(&[name]);
        for section in [
            "\"THE IDEA\"",
            "\"IN ORDER\"",
            "FILES",
            "RECOVERY",
            "\"EXIT STATUS\"",
            "\"SEE ALSO\"",
        ] {
            let count = page.matches(&format!("\n.SH {section}\n")).count();
            assert_eq!(count, 1, "{name}: {section}");
        }
        // What stands in backquotes is a command, and no ornament.
        assert!(!page.contains('`'), "{name}");
    }
}

/// Whatever is typed between fences is taken by the command line, and the commands in the text are there.
#[test]
fn commands_of_the_pages_are_commands() {
    let root = || nkeep::cmd::command();
    let mut count = 0;
    for (name, text) in IDEAS {
        let mut is_typed = false;
        for line in text.lines() {
            if line == "```" {
                is_typed = !is_typed;
            } else if let Some(command) = line.strip_prefix("nkeep ").filter(|_| is_typed) {
                if cfg!(feature = "net") || !command.starts_with("push") {
                    // What another command prints is a word.
                    let made = "$(nkeep ceremony holder --out ci.txt)";
                    let command = command.replace(made, common::refusal::NEWCOMER);
                    let words = std::iter::once("nkeep").chain(command.split(' '));
                    root()
                        .try_get_matches_from(words)
                        .unwrap_or_else(|error| panic!("{name}: {line}: {error}"));
                }
                count += 1;
            }
            for quoted in line.split('`').skip(1).step_by(2) {
                let mut words = quoted.split(' ');
                if words.next() != Some("nkeep") {
                    continue;
                }
                let mut at = root();
                for word in words {
                    let Some(inner) = at.find_subcommand(word).cloned() else {
                        break;
                    };
                    at = inner;
                }
                assert!(
                    !at.has_subcommands(),
                    "{name}: {quoted} is no whole command"
                );
            }
        }
    }
    assert!(count > 25, "{count}");
}

/// What formats manuals has nothing to complain of.
#[test]
fn a_formatter_takes_every_page() {
    let folder = tempfile::tempdir().unwrap();
    let pages = folder.path().join("pages");
    let made = common::nkeep().args(["man", "--out"]).arg(&pages).status();
    assert!(made.unwrap().success());
    // Where man looks for them once MANPATH names the folder.
    assert!(pages.join("man7/nkeep-rotation.7").is_file());
    let sections = ["man1", "man7"].map(|section| std::fs::read_dir(pages.join(section)).unwrap());
    let mut files: Vec<_> = sections
        .into_iter()
        .flatten()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    assert!(files.len() > 100, "{}", files.len());
    let linted = Command::new("mandoc")
        .args(["-T", "lint", "-W", "warning"])
        .args(&files)
        .output();
    match linted {
        Ok(output) => {
            let said = String::from_utf8_lossy(&output.stdout);
            // Pages have no date, and breaks where there need be none are the library's.
            let known = ["missing date", "skipping paragraph macro: br"];
            let others: Vec<&str> = said
                .lines()
                .filter(|line| !known.iter().any(|known| line.contains(known)))
                .collect();
            assert!(others.is_empty() && output.stderr.is_empty(), "{others:#?}");
        }
        Err(_) => println!("NOTE: mandoc is not here: the pages are not formatted."),
    }
}

/// The command `help` has no page, so none names one.
#[test]
fn no_page_names_one_that_is_not_there() {
    for words in [&["nkeep"][..], &["ceremony"], &["store"], &["generate"]] {
        let page = page(words);
        assert!(
            page.contains("\\-") && !page.contains("\\-help(1)"),
            "{words:?}"
        );
    }
}
