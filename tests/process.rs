//! What the process does to itself, and for the shell that completes its command line.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

/// Whether that file of a process belongs to the system, and not to whoever runs it.
#[cfg(target_os = "linux")]
fn is_of_the_system(child: &std::process::Child) -> bool {
    use std::os::unix::fs::MetadataExt as _;

    let environ = format!("/proc/{}/environ", child.id());
    std::fs::metadata(environ).unwrap().uid() == 0
}

/// A copy of a program, run by nobody in particular: what root runs belongs to root in any case.
#[cfg(target_os = "linux")]
fn run_by_nobody(program: &std::path::Path, folder: &std::path::Path) -> std::process::Command {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
    use std::os::unix::process::CommandExt as _;

    const NOBODY: u32 = 65534;

    if std::fs::metadata("/proc/self").unwrap().uid() != 0 {
        return std::process::Command::new(program);
    }
    let everybody = std::fs::Permissions::from_mode(0o755);
    std::fs::set_permissions(folder, everybody).unwrap();
    let copy = folder.join(program.file_name().unwrap());
    // Another process writes it: what this one has open for writing may be open in a child of another test, too.
    let copied = std::process::Command::new("cp")
        .args([program, &copy])
        .status();
    assert!(copied.unwrap().success());
    let mut command = std::process::Command::new(copy);
    command.uid(NOBODY).gid(NOBODY).current_dir(folder);
    command
}

#[test]
#[cfg(target_os = "linux")]
fn it_leaves_no_core_and_lets_nobody_look_in() {
    use std::process::Stdio;

    let folder = tempfile::tempdir().unwrap();
    let waiting = |program: &str, args: &[&str]| {
        let mut command = run_by_nobody(program.as_ref(), folder.path());
        command.args(args).env_clear().stdin(Stdio::piped());
        command.spawn().unwrap()
    };
    let child = waiting(env!("CARGO_BIN_EXE_nkeep"), &["nkey", "show", "-"]);
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
    assert!(is_of_the_system(&child));
    let other = waiting("/bin/cat", &[]);
    assert!(!is_of_the_system(&other));
    for mut child in [child, other] {
        child.stdin.take();
        child.wait().unwrap();
    }
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

/// That nobody reads what was found does not make it good, and a key that nobody has is no success.
#[test]
#[cfg(target_os = "linux")]
fn a_stdout_that_is_gone_hides_no_failure() {
    let folder = common::scratch();
    let bad = folder.path().join("bad.jwt");
    std::fs::write(&bad, "x.y.z").unwrap();
    let status = |args: &[&str], to: &str| {
        let stdout: std::process::Stdio = if to == "full" {
            let full = std::fs::OpenOptions::new().write(true).open("/dev/full");
            full.unwrap().into()
        } else {
            let (reader, writer) = std::io::pipe().unwrap();
            drop(reader);
            writer.into()
        };
        let mut command = common::nkeep();
        command.args(args).current_dir(folder.path()).stdout(stdout);
        let output = command.output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        (output.status.code(), said)
    };
    let validate = ["validate", "-f", "bad.jwt"];
    let describe = ["describe", "jwt", "user.creds", "--chain", "operator.jwt"];
    for args in [&validate[..], &describe] {
        for more in [&[][..], &["--json"]] {
            let args = [args, more].concat();
            assert_eq!(status(&args, "gone"), (Some(3), String::new()), "{args:?}");
            let (code, said) = status(&args, "full");
            assert_eq!(code, Some(3), "{args:?}");
            assert!(said.contains("cannot write to stdout"), "{said}");
        }
    }
    for args in [
        &["generate", "nkey", "-u"][..],
        &["generate", "nkey", "-u", "-a"],
        &["generate", "nkey", "-u", "--json", "--reveal"],
        &["nkey", "gen", "user"],
    ] {
        for to in ["gone", "full"] {
            let (code, said) = status(args, to);
            assert_eq!(code, Some(1), "{args:?} {to}: {said}");
            assert!(said.contains("--out user.nk"), "{said}");
        }
    }
    // The key is in its file; what was found is good.
    let kept = ["generate", "nkey", "-u", "--out", "new.nk"];
    assert_eq!(status(&kept, "gone").0, Some(0));
    assert_eq!(
        status(&["validate", "-f", "operator.jwt"], "gone").0,
        Some(0)
    );
}

#[test]
fn a_shell_that_cannot_be_completed_for_is_an_error_like_others() {
    let output = common::nkeep().env("NKEEP_COMPLETE", "foo").output();
    let output = output.unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(
        said.starts_with("nkeep: error: ") && said.contains("nkeep: hint: "),
        "{said}"
    );
    assert!(said.contains("foo") && said.contains("bash"), "{said}");
}

/// A limit on the size of files is an error like a full disk.
#[cfg(unix)]
#[test]
fn a_file_that_may_not_grow_is_an_error() {
    let home = tempfile::tempdir().unwrap();
    let program = env!("CARGO_BIN_EXE_nkeep");
    let line = format!("ulimit -f 0; exec {program} generate nkey --user --out x.nk");
    let output = std::process::Command::new("bash")
        .args(["-c", &line])
        .current_dir(home.path())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert!(
        String::from_utf8_lossy(&output.stderr).contains("cannot write x.nk"),
        "{output:?}"
    );
    assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 0);
}
