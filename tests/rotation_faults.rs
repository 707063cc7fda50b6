//! nkeep is killed at system calls that change something (one in four, or in `NKEEP_TEST_EVERY`), in every step of a rotation: the store is as it was before the step or
//! after it, and never between. What it was before, it can be taken on from. Linux alone, by strace.

#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test fails by panicking; the report counts the points"
)]

use crate::common;

use std::path::Path;

use common::faults::{Case, KILL, sweep};
use common::{at_home, nkeep_at};
use serde_json::json;

const REASON: [&str; 2] = ["--reason", "a test insists"];
const NEXT: &[&str] = &["rotate", "next", "--force"];
const BACK: &[&str] = &["rotate", "rollback", "--force"];
const ABORT: &[&str] = &["rotate", "abort", "--force"];
const IMPORT: &[&str] = &["rotate", "evidence", "import", "seen.json"];

/// What is rotated, as it is named.
struct Matter {
    start: &'static [&'static str],
    phases: usize,
    /// Of which account servers are asked.
    account: Option<&'static str>,
}

const OF_OPERATOR: Matter = Matter {
    start: &["operator-signing-key"],
    phases: 5,
    account: None,
};
const OF_ACCOUNT: Matter = Matter {
    start: &["account-signing-key", "-a", "ORDERS"],
    phases: 5,
    account: Some("ORDERS"),
};
const OF_USER: Matter = Matter {
    start: &["user-key", "-a", "ORDERS", "-n", "clerk"],
    phases: 4,
    account: Some("ORDERS"),
};

/// Of how many calls one has nkeep killed: each takes an hour on two cores, and every fourth some minutes.
fn every() -> usize {
    std::env::var("NKEEP_TEST_EVERY").map_or(4, |text| text.parse().unwrap())
}

fn estate() -> tempfile::TempDir {
    let home = common::estate();
    for line in [
        "add account ORDERS",
        "edit account ORDERS --sk generate",
        "add user clerk -a ORDERS",
    ] {
        common::line(home.path(), line);
    }
    home
}

impl Matter {
    fn start(&self) -> Vec<&str> {
        let start = ["rotate", "start"].iter().chain(self.start);
        let terms = &["--servers", "1", "--soak", "0s"];
        start.chain(terms).copied().collect()
    }

    /// In the phase of that number.
    fn begun(&self, steps: usize) -> tempfile::TempDir {
        let home = estate();
        at_home(home.path(), &self.start());
        for _ in 0..steps {
            at_home(home.path(), &[NEXT, &REASON].concat());
        }
        home
    }

    /// Begun, and beside it a page of a server that has what the next step asks for.
    fn shown(&self) -> tempfile::TempDir {
        let home = self.begun(0);
        let raw = |args: &[&str]| at_home(home.path(), &[&["describe"], args, &["--raw"]].concat());
        let mut page = json!({
            "server_id": "NDPDYJRG3BXUYVSBG24S6S3KFK3SBZBRTDZEQPDOS5OSZNHKHJRNOPEA", "server_name": "a",
            "now": "2026-11-20T18:39:59Z",
        });
        match self.account {
            None => {
                page["version"] = json!("2.12.1");
                page["max_payload"] = json!(1_048_576);
                page["config_load_time"] = json!("2026-11-20T18:30:00Z");
                page["trusted_operators_jwt"] = json!([raw(&["operator"]).trim()]);
            }
            Some(account) => {
                let key = common::refusal::json(home.path(), &["describe", "account", account]);
                let token = raw(&["account", account]);
                page["account_detail"] = json!({ "account_name": key["sub"], "jwt": token.trim() });
            }
        }
        std::fs::write(home.path().join("seen.json"), page.to_string()).unwrap();
        home
    }

    fn is_old_or_new_at_every_step(&self) {
        let emergency: Vec<&str> =
            [&["rotate", "emergency", "--yes"], self.start, &REASON].concat();
        self.swept("start", &estate, &self.start());
        self.swept("evidence", &|| self.shown(), IMPORT);
        for step in 1..self.phases {
            let title = format!("step {step}");
            self.swept(&title, &|| self.begun(step - 1), &[NEXT, &REASON].concat());
        }
        self.swept("rollback", &|| self.begun(1), &[BACK, &REASON].concat());
        self.swept("abort", &|| self.begun(0), &[ABORT, &REASON].concat());
        self.swept("emergency", &estate, &emergency);
    }

    fn swept(&self, title: &str, before: &(dyn Fn() -> tempfile::TempDir + Sync), args: &[&str]) {
        let case = Case {
            every: every(),
            before,
            args,
            entries: 1,
            makes: None,
            faults: &[KILL],
            after: &|home, changed, number| goes_on(home, args, changed, number),
        };
        let tally = sweep(&case);
        println!(
            "{:>4} kills, {:>4} left the old state, {:>4} the new: {} of {}",
            tally.points, tally.old, tally.new, title, self.start[0]
        );
        let all = tally.points * every();
        assert!(
            all >= 8 && (tally.old > 0 || every() > 4),
            "{title}: {tally:?}"
        );
    }
}

/// The journal is whole; and what was not done can be done. Each fourth is looked at so: that the store is whole is seen of each.
fn goes_on(home: &Path, args: &[&str], changed: bool, number: usize) {
    if !number.is_multiple_of(4) {
        return;
    }
    at_home(home, &["audit", "verify"]);
    if !changed {
        at_home(home, args);
        at_home(home, &["store", "check"]);
    }
    let listed = nkeep_at(home).args(["rotate", "list"]).output().unwrap();
    assert!(listed.status.success(), "{listed:?}");
}

#[test]
#[ignore = "takes seconds; ./test runs it"]
fn every_step_of_an_operators_signing_key_is_taken_whole_or_not_at_all() {
    OF_OPERATOR.is_old_or_new_at_every_step();
}

#[test]
#[ignore = "takes seconds; ./test runs it"]
fn every_step_of_an_accounts_signing_key_is_taken_whole_or_not_at_all() {
    OF_ACCOUNT.is_old_or_new_at_every_step();
}

#[test]
#[ignore = "takes seconds; ./test runs it"]
fn every_step_of_a_users_key_is_taken_whole_or_not_at_all() {
    OF_USER.is_old_or_new_at_every_step();
}
