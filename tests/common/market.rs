//! An estate in which accounts share: who offers what to whom, and the activations between them.

use std::path::Path;

use serde_json::Value;

use super::refusal::json;

/// ACME exports `orders.>` and `quote` to those with an activation, and `prices.>` to all; SHOP and RIVAL are others.
#[must_use]
pub fn market() -> tempfile::TempDir {
    let folder = super::estate();
    let home = folder.path();
    super::at_home(home, &["add", "account", "SHOP"]);
    super::at_home(home, &["add", "account", "RIVAL"]);
    let export = ["add", "export", "-a", "ACME", "-s"];
    super::at_home(
        home,
        &[&export[..], &["orders.>", "-p", "-n", "all"]].concat(),
    );
    super::at_home(home, &[&export[..], &["quote", "-p", "-r"]].concat());
    super::at_home(home, &[&export[..], &["prices.>"]].concat());
    folder
}

/// What the token of an account says.
#[must_use]
pub fn claims(home: &Path, account: &str) -> Value {
    json(home, &["describe", "account", account])
}

/// What a token in a file says.
#[must_use]
pub fn read(home: &Path, file: &str) -> Value {
    json(home, &["describe", "jwt", "-f", file])
}

/// What is said of an activation that ACME gives.
pub fn generate(home: &Path, target: &str, more: &[&str]) -> Value {
    let args = ["generate", "activation", "-a", "ACME", "-t", target];
    json(home, &[&args[..], more].concat())
}

/// How ACME gives one.
pub const GENERATE: &[&str] = &["generate", "activation", "-a", "ACME"];

/// ACME exports a stream, a service and, under each importer's key, another; SHOP imports the stream.
#[must_use]
pub fn sharing() -> tempfile::TempDir {
    let folder = super::estate();
    let home = folder.path();
    for words in [
        "add account SHOP",
        "add export -a ACME -s prices.>",
        "add export -a ACME -r -s quote",
        "add export -a ACME -r -s per.*.x --account-token-position 2",
        "add import -a SHOP --src-account ACME --remote-subject prices.>",
        "add mapping -a ACME -f a.* -t b.$1 --weight 60",
    ] {
        super::line(home, words);
    }
    folder
}
