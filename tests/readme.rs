//! What the README says is typed, block by block, with a real server; its picture of a terminal shows what is printed; its links lead
//! somewhere.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use common::servers::newest;

const README: &str = include_str!("../README.md");

/// The blocks under a heading, one after the other.
fn typed_under(heading: &str) -> String {
    blocks_under(heading).concat()
}

fn blocks_under(heading: &str) -> Vec<&'static str> {
    let (_, section) = README.split_once(&format!("\n## {heading}\n")).unwrap();
    let section = section.split("\n## ").next().unwrap();
    let blocks = section.split("```sh\n").skip(1);
    blocks
        .map(|block| block.split("```").next().unwrap())
        .collect()
}

/// Types all of it in one shell, with nothing else set than what a login sets.
fn typed(commands: &str, home: &Path, identity: Option<&str>) {
    let binary = Path::new(env!("CARGO_BIN_EXE_nkeep")).parent().unwrap();
    let tools = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/tools/bin");
    let server = newest();
    let path = format!(
        "{}:{}:{}:/usr/bin:/bin",
        binary.display(),
        tools.display(),
        server.parent().unwrap().display()
    );
    let script = format!("trap 'kill $(jobs -p) 2>/dev/null || true' EXIT\n{commands}");
    let mut shell = Command::new("bash");
    shell
        .args(["-euo", "pipefail", "-c", &script])
        .current_dir(home)
        .env_clear()
        .env("HOME", home)
        .env("PATH", path);
    if let Some(identity) = identity {
        shell.env("NKEEP_IDENTITY", identity);
    }
    let output = shell.output().unwrap();
    assert!(output.status.success(), "{commands}{output:?}");
}

#[test]
fn every_block_is_under_a_heading_that_is_tried() {
    let headings: BTreeSet<&str> = README
        .split("\n## ")
        .skip(1)
        .filter(|section| section.contains("```"))
        .map(|section| section.lines().next().unwrap())
        .collect();
    let tried = [
        "Start",
        // What `./test` does with the package.
        "Install",
        "Coming from nsc",
        "CI and Kubernetes",
        "Air-gapped",
    ];
    assert_eq!(headings, BTreeSet::from(tried));
    let fences = README.matches("\n```").count();
    assert_eq!(fences, 2 * README.matches("\n```sh\n").count());
    assert!(typed_under("Install").starts_with("cargo install "));
}

/// On a port that nobody else has, and with a wait that is as long as it takes.
#[test]
#[cfg(feature = "net")]
fn a_server_runs_and_a_client_is_logged_in() {
    let port = common::servers::free().port();
    let mut commands = typed_under("Start");
    for (shown, tried) in [
        (
            "nkeep init ACME ",
            format!("nkeep init ACME -u nats://localhost:{port} "),
        ),
        (
            "nats-server -c nats.conf ",
            format!("nats-server -c nats.conf -a 127.0.0.1 -p {port} "),
        ),
        (
            "sleep 1\n",
            format!("until (exec 3<>/dev/tcp/127.0.0.1/{port}) 2>/dev/null; do sleep 0.1; done\n"),
        ),
    ] {
        assert_eq!(commands.matches(shown).count(), 1, "{shown}");
        commands = commands.replace(shown, &tried);
    }
    let home = tempfile::tempdir().unwrap();
    typed(&commands, home.path(), None);
}

#[test]
fn a_store_of_nsc_is_taken_and_its_seeds_are_removed() {
    let home = tempfile::tempdir().unwrap();
    // Where nsc keeps it.
    common::fixture("nsc-store", home.path());
    let nsc = home.path().join(".local/share/nats/nsc");
    std::fs::create_dir_all(nsc.parent().unwrap()).unwrap();
    std::fs::rename(home.path().join("nsc-store"), &nsc).unwrap();
    typed(&typed_under("Coming from nsc"), home.path(), None);
    let keys = nsc.join("keys");
    let mut left = Command::new("find");
    let left = left.arg(keys).args(["-name", "*.nk"]).output().unwrap();
    assert!(left.status.success() && left.stdout.is_empty(), "{left:?}");
}

#[test]
fn a_job_has_an_identity_of_its_own() {
    let home = tempfile::tempdir().unwrap();
    let estate = "nkeep init ACME --new-identity identity.txt\n";
    let commands = format!("{estate}{}", typed_under("CI and Kubernetes"));
    typed(&commands, home.path(), Some("identity.txt"));
}

/// What a job types every day renews what has expired since the day before.
#[test]
fn a_job_runs_again_on_the_next_day() {
    const NOON: i64 = 1_795_219_200;
    let home = tempfile::tempdir().unwrap();
    let at = |day: i64, commands: &str| {
        let clock = NOON + day * 86_400;
        let commands = format!("export NKEEP_TEST_CLOCK={clock}\n{commands}");
        typed(&commands, home.path(), Some("identity.txt"));
    };
    at(0, "nkeep init ACME --new-identity identity.txt");
    let blocks = blocks_under("CI and Kubernetes");
    let [once, each_run, ..] = blocks[..] else {
        panic!("{blocks:?}");
    };
    at(0, once);
    for day in 0..3 {
        at(day, each_run);
        let expires = "nkeep describe user deploy -a ACME -F exp >expires";
        at(day, expires);
        let expires = std::fs::read_to_string(home.path().join("expires")).unwrap();
        let tomorrow = NOON + (day + 1) * 86_400;
        assert_eq!(expires.trim(), tomorrow.to_string());
    }
}

#[test]
fn a_root_is_offline_from_the_beginning() {
    let home = tempfile::tempdir().unwrap();
    typed(&typed_under("Air-gapped"), home.path(), None);
    assert!(home.path().join("working.nkeep").exists());
}

/// The picture is made from these commands, run at a terminal; what they print today reads as in it.
#[test]
#[cfg(feature = "net")]
fn the_recording_shows_what_is_printed() {
    let binary = Path::new(env!("CARGO_BIN_EXE_nkeep")).parent().unwrap();
    let server = newest();
    let path = format!(
        "{}:{}:{}",
        binary.display(),
        server.parent().unwrap().display(),
        std::env::var("PATH").unwrap()
    );
    let output = Command::new("python3")
        .args([
            concat!(env!("CARGO_MANIFEST_DIR"), "/tools/record"),
            "--check",
        ])
        .env("PATH", path)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
}

#[test]
fn links_lead_to_files() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut pages = vec![root.join("README.md"), root.join("SECURITY.md")];
    let docs = std::fs::read_dir(root.join("docs")).unwrap();
    pages.extend(docs.map(|entry| entry.unwrap().path()));
    pages.retain(|page| page.extension().is_some_and(|ending| ending == "md"));
    assert!(pages.len() > 10);
    for page in pages {
        let text = std::fs::read_to_string(&page).unwrap();
        for link in text.split("](").skip(1) {
            let link = link.split([')', '#']).next().unwrap();
            // What ./prove writes is not there before it ran.
            if link.is_empty() || link.contains("://") {
                continue;
            }
            let to = page.parent().unwrap().join(link);
            assert!(to.exists(), "{} links to {link}", page.display());
        }
    }
}
