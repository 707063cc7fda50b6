//! What shells complete, in the shells themselves. bash is always there; where another is not, that is said, and nothing of it is tried.

#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test fails by panicking; what was not tried is said"
)]

use crate::common;

use std::path::Path;
use std::process::{Command, Output};

/// What a shell is asked: to complete a line, with the script that is loaded first.
struct Shell {
    name: &'static str,
    /// How the script of nkeep's own is loaded.
    asking: &'static str,
    /// How the script is loaded that asks nothing.
    scripted: &'static str,
    complete: fn(load: &str, line: &str) -> Vec<String>,
}

const SHELLS: [Shell; 4] = [
    Shell {
        name: "bash",
        asking: "source <(NKEEP_COMPLETE=bash nkeep)",
        scripted: "source <(nkeep completion bash)",
        complete: in_bash,
    },
    Shell {
        name: "zsh",
        asking: "source <(NKEEP_COMPLETE=zsh nkeep)",
        scripted: "source <(nkeep completion zsh)",
        complete: in_zsh,
    },
    Shell {
        name: "fish",
        asking: "NKEEP_COMPLETE=fish nkeep | source",
        scripted: "nkeep completion fish | source",
        complete: in_fish,
    },
    Shell {
        name: "pwsh",
        asking: "$env:NKEEP_COMPLETE = 'powershell'; nkeep | Out-String | Invoke-Expression; \
                 Remove-Item Env:NKEEP_COMPLETE",
        scripted: "nkeep completion powershell | Out-String | Invoke-Expression",
        complete: in_powershell,
    },
];

fn words(parts: &[&str]) -> Vec<String> {
    parts.iter().map(|part| (*part).to_owned()).collect()
}

/// The function that bash was told of is called as bash calls it.
fn in_bash(load: &str, line: &str) -> Vec<String> {
    let script = format!(
        "set -eu\n{load}\n\
         name=$(complete -p nkeep | sed 's/.*-F \\([^ ]*\\) .*/\\1/')\n\
         COMP_LINE='{line}' COMP_POINT=${{#COMP_LINE}} COMP_TYPE=9\n\
         read -ra COMP_WORDS <<<\"$COMP_LINE\"; [[ $COMP_LINE != *' ' ]] || COMP_WORDS+=('')\n\
         COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))\n\
         compopt() {{ :; }}\n\
         set +eu; $name nkeep \"${{COMP_WORDS[COMP_CWORD]}}\" \"${{COMP_WORDS[COMP_CWORD-1]}}\"\n\
         printf '%s\\n' \"${{COMPREPLY[@]}}\""
    );
    words(&["bash", "--norc", "-c", &script])
}

/// A line is typed at a prompt, with a tab behind it: zsh completes nowhere else. It ends when the line has grown.
fn in_zsh(load: &str, line: &str) -> Vec<String> {
    let script = format!(
        "zmodload zsh/zpty\n\
         zpty z 'TERM=dumb zsh -f -i'\n\
         zpty -w z \"autoload -Uz compinit; compinit -u -D; PROMPT=; {load}; echo lo''aded\"\n\
         zpty -r z said '*loaded*'\n\
         zpty -w -n z $'{line}\\t\\C-a: \\C-e\\n'\n\
         zpty -w z \"echo en''ded\"\n\
         zpty -r z said '*ended*'\n\
         print -r -- \"$said\"\n\
         zpty -d z"
    );
    words(&["zsh", "-f", "-c", &script])
}

fn in_fish(load: &str, line: &str) -> Vec<String> {
    let script = format!("{load}; complete -C '{line}'");
    words(&["fish", "--no-config", "-c", &script])
}

fn in_powershell(load: &str, line: &str) -> Vec<String> {
    let script = format!(
        "$ErrorActionPreference = 'Stop'; {load}; \
         (TabExpansion2 -inputScript '{line}' -cursorColumn {}).CompletionMatches.CompletionText",
        line.len()
    );
    words(&["pwsh", "-NoProfile", "-NonInteractive", "-Command", &script])
}

fn is_there(shell: &str) -> bool {
    let found = Command::new(shell).args(["-c", "exit 0"]).output();
    found.is_ok_and(|output| output.status.success())
}

fn run(words: &[String], home: &Path) -> Output {
    let binary = Path::new(env!("CARGO_BIN_EXE_nkeep")).parent().unwrap();
    let path = std::env::var("PATH").unwrap();
    // What hangs at a prompt ends, too.
    Command::new("timeout")
        .arg("60")
        .args(words)
        .current_dir(home)
        .env_clear()
        .env("HOME", home)
        .env("PATH", format!("{}:{path}", binary.display()))
        .env("LC_ALL", "C.UTF-8")
        .output()
        .unwrap()
}

/// Asks every shell that is here, and says which are not.
fn in_each_shell(home: &Path, load: fn(&Shell) -> &'static str, line: &str, expected: &[&str]) {
    let mut tried = Vec::new();
    for shell in &SHELLS {
        if !is_there(shell.name) {
            println!(
                "NOTE: {} is not here: its completion is not tried.",
                shell.name
            );
            continue;
        }
        let output = run(&(shell.complete)(load(shell), line), home);
        let said = String::from_utf8_lossy(&output.stdout);
        let context = format!("{}: {line}: {output:?}", shell.name);
        assert!(output.status.success(), "{context}");
        assert!(output.stderr.is_empty(), "{context}");
        for word in expected {
            assert!(said.contains(word), "{word} in {context}");
        }
        tried.push(shell.name);
    }
    assert!(tried.contains(&"bash"), "bash is always there");
}

#[test]
fn scripts_complete_commands_and_flags() {
    let home = tempfile::tempdir().unwrap();
    let scripted = |shell: &Shell| shell.scripted;
    in_each_shell(home.path(), scripted, "nkeep generate cre", &["creds"]);
    in_each_shell(home.path(), scripted, "nkeep store ba", &["backup"]);
    in_each_shell(home.path(), scripted, "nkeep add user --exp", &["--expiry"]);
}

/// A script alone knows no names of the store, and files are none; nor does it offer what does nothing.
#[test]
fn a_script_offers_no_files_as_names() {
    let home = tempfile::tempdir().unwrap();
    std::fs::write(home.path().join("FILE"), "").unwrap();
    let said = |line: &str| {
        let output = run(&in_bash(SHELLS[0].scripted, line), home.path());
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(said("nkeep store backup --transcript F").contains("FILE"));
    assert!(!said("nkeep list users --account F").contains("FILE"));
    assert!(!said("nkeep tool rtt --user F").contains("FILE"));
    assert!(said("nkeep list users --config").contains("--config-dir"));
    assert!(!said("nkeep list users --keystore").contains("--keystore-dir"));
}

#[test]
fn a_shell_that_asks_gets_commands_without_a_store() {
    let home = tempfile::tempdir().unwrap();
    let asking = |shell: &Shell| shell.asking;
    in_each_shell(home.path(), asking, "nkeep generate cre", &["creds"]);
    // There are no names, and no error.
    in_each_shell(home.path(), asking, "nkeep edit account OR", &[]);
}

#[test]
fn a_shell_that_asks_gets_names_of_the_store() {
    let home = common::estate();
    common::at_home(home.path(), &["add", "account", "ORDERS"]);
    common::at_home(home.path(), &["add", "user", "clerk", "-a", "ORDERS"]);
    let asking = |shell: &Shell| shell.asking;
    for (line, name) in [
        ("nkeep edit account OR", "ORDERS"),
        ("nkeep add user new -a OR", "ORDERS"),
        ("nkeep generate creds cl", "clerk"),
        ("nkeep tool rtt --user cl", "clerk"),
        ("nkeep select operator AC", "ACME"),
    ] {
        in_each_shell(home.path(), asking, line, &[name]);
    }
}

/// A name can be anybody's words: no shell is handed one that it would run.
#[test]
fn names_that_a_shell_would_run_are_left_out() {
    let home = common::estate();
    for name in [
        "ok",
        "o$(touch ran)",
        "o`touch ran`",
        "o;touch ran",
        "o two",
    ] {
        common::at_home(home.path(), &["add", "user", "-a", "ACME", "-n", name]);
    }
    let words = in_bash(SHELLS[0].asking, "nkeep generate creds o");
    let said = String::from_utf8(run(&words, home.path()).stdout).unwrap();
    assert_eq!(said.trim(), "ok");
    assert!(!home.path().join("ran").exists());
}
