//! What the process does to itself, and for the shell that completes its command line.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

#[test]
#[cfg(target_os = "linux")]
fn it_leaves_no_core_and_lets_nobody_look_in() {
    use std::os::unix::fs::MetadataExt as _;
    use std::process::Stdio;

    let mut child = common::nkeep()
        .args(["nkey", "show", "-"])
        .stdin(Stdio::piped())
        .spawn()
        .unwrap();
    let proc = |name: &str| format!("/proc/{}/{name}", child.id());
    // It reads stdin last of all: when it sleeps there, it is hardened.
    while !std::fs::read_to_string(proc("stat"))
        .unwrap()
        .contains(") S ")
    {
        std::thread::yield_now();
    }
    let limits = std::fs::read_to_string(proc("limits")).unwrap();
    let core = limits
        .lines()
        .find(|line| line.starts_with("Max core file size"))
        .unwrap();
    assert_eq!(
        core.split_whitespace().skip(4).take(2).collect::<Vec<_>>(),
        ["0", "0"],
        "{core}"
    );
    // What can be dumped belongs to its user; what cannot, to root.
    assert_eq!(std::fs::metadata(proc("environ")).unwrap().uid(), 0);
    child.stdin.take();
    child.wait().unwrap();
}

#[test]
fn it_completes_its_own_command_line() {
    let output = common::nkeep()
        .env("NKEEP_COMPLETE", "fish")
        .args(["--", "nkeep", "generate", "nkey", "--o"])
        .output()
        .unwrap();
    let shown = String::from_utf8(output.stdout).unwrap();
    assert!(
        output.status.success() && shown.contains("--operator") && shown.contains("--out"),
        "{shown}"
    );

    for shell in ["bash", "zsh", "fish", "powershell"] {
        let output = common::nkeep()
            .env("NKEEP_COMPLETE", shell)
            .output()
            .unwrap();
        assert!(
            output.status.success() && !output.stdout.is_empty(),
            "{shell}"
        );
    }
}
