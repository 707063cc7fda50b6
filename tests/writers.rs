//! Many processes on one store: no change is lost, nothing is read half, nobody waits without a word.

#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test fails by panicking; the report counts the changes"
)]

use crate::common;

use std::process::Stdio;

const PROCESSES: usize = 32;

#[test]
#[ignore = "takes seconds; ./test runs it"]
fn no_change_is_lost() {
    // A hundred each take minutes on two cores.
    let each: usize = std::env::var("NKEEP_CHANGES")
        .ok()
        .and_then(|count| count.parse().ok())
        .unwrap_or(8);
    let home = common::estate();
    let writers: Vec<_> = (0..PROCESSES)
        .map(|writer| {
            let script = format!(
                "for i in $(seq {each}); do \
                   \"$0\" add user w{writer}-$i || exit 1; \
                   \"$0\" list users >/dev/null || exit 1; \
                 done"
            );
            let plain = common::nkeep_at(home.path());
            let mut command = std::process::Command::new("bash");
            command.args(["-c", &script]).arg(plain.get_program());
            command.current_dir(home.path()).env_clear();
            for (name, value) in plain.get_envs() {
                command.env(name, value.unwrap_or_default());
            }
            command.env("PATH", "/usr/bin:/bin");
            command
                .stdout(Stdio::piped())
                .stderr(Stdio::piped())
                .spawn()
                .unwrap()
        })
        .collect();
    for writer in writers {
        let output = writer.wait_with_output().unwrap();
        assert!(output.status.success(), "{output:?}");
    }
    let users: serde_json::Value =
        serde_json::from_str(&common::at_home(home.path(), &["list", "users", "--json"])).unwrap();
    assert_eq!(
        users["users"].as_array().unwrap().len(),
        PROCESSES * each + 1
    );
    let verified = common::at_home(home.path(), &["audit", "verify"]);
    let changes = PROCESSES * each + 1;
    assert!(
        verified.starts_with(&format!("[ OK ] {changes} changes")),
        "{verified}"
    );
    println!("{PROCESSES} processes, {each} changes each, {changes} in the journal");
}

/// Who waits too long is told what for.
#[test]
fn a_store_that_stays_busy_is_said_to_be() {
    let home = common::estate();
    let path = home.path().join(".local/share/nkeep/default.nkeep");
    let holder = rusqlite::Connection::open(&path).unwrap();
    holder.execute_batch("BEGIN EXCLUSIVE").unwrap();
    let output = common::nkeep_at(home.path())
        .env("NKEEP_TEST_PATIENCE", "200")
        .args(["add", "user", "late"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(
        said.contains("is being changed by another process"),
        "{said}"
    );
    drop(holder);
    common::at_home(home.path(), &["add", "user", "late"]);
}
