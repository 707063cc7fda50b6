//! docs/ceremony.md as it is typed: the first ceremony, and the way back when the root's machine is gone.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;
use crate::generated::shell;

use std::path::Path;

use common::ceremonies::{content, gone_through};

/// The blocks of the page that begin with that, without what a list indents.
fn block(begins: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/ceremony.md");
    let text = std::fs::read_to_string(path).unwrap();
    let blocks = text.split("```sh\n").skip(1);
    let mut blocks = blocks.map(|block| {
        let lines = block.split("```").next().unwrap().lines();
        lines
            .map(|line| line.strip_prefix("  ").unwrap_or(line).to_owned() + "\n")
            .collect::<String>()
    });
    blocks
        .find(|block| block.starts_with(begins))
        .unwrap_or_else(|| panic!("no block begins with {begins}"))
}

fn typed(home: &Path, script: &str) -> (String, i32) {
    gone_through(shell(script, home), content)
}

#[test]
fn the_first_ceremony_and_the_way_back_are_typed_as_they_stand() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    let offline = [
        "nkeep ceremony transcript start",
        "nkeep init -n ACME",
        "nkeep ceremony holder",
        "nkeep ceremony policy show",
        "nkeep nkey gen user",
    ];
    let mut script: String = offline.map(block).concat();
    // What is found there is for people to judge.
    let looks = "nkeep doctor --airgap --transcript root.ntranscript ";
    assert_eq!(script.matches(looks).count(), 1);
    script = script.replace(looks, &format!("{looks} || [ $? = 3 ] "));
    script.push_str(&block("export NKEEP_STORE=working.nkeep"));
    script.push_str("nkeep ceremony review key.nreq --expect-request $(");
    script.push_str(block("printf %s").trim());
    script.push_str(" | cut -c-64)\n");
    let recovery = block("nkeep describe operator --raw > op.jwt");
    let (first, rest) = recovery.split_once('\n').unwrap();
    script.push_str(first);
    let (said, code) = typed(home, &script);
    assert_eq!(code, 0, "{said}");

    // On the new machine there is what people bring.
    let back = tempfile::tempdir().unwrap();
    let back = back.path();
    let brought = [
        "op.jwt",
        "ada.txt",
        "cyd.txt",
        "policy.json",
        "key.nreq",
        "shares/ACME-1-of-3.nshare",
        "shares/ACME-3-of-3.nshare",
    ];
    for file in brought {
        let name = Path::new(file).file_name().unwrap();
        std::fs::copy(home.join(file), back.join(name)).unwrap();
    }
    let (until, policy) = rest.rsplit_once("nkeep ceremony policy set").unwrap();
    let (said, code) = typed(back, until);
    assert_eq!(code, 0, "{said}");
    // What the root signs by is gone with it, and nothing is signed by what nobody set.
    let set = "export NKEEP_IDENTITY=$PWD/root.txt\n";
    let sign = "nkeep ceremony sign key.nreq -o key.nresp";
    let (said, code) = typed(back, &format!("{set}{sign}"));
    assert_eq!(code, 6, "{said}");
    assert!(
        said.contains("its policy is gone with the old store"),
        "{said}"
    );
    let script = format!("{set}nkeep ceremony policy set{policy}{sign}");
    let (said, code) = typed(back, &script);
    assert_eq!(code, 0, "{said}");
}
