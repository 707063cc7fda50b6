//! nsc's store from the fixtures in a home of nkeep's: imported, changed as nsc would change it, and what is said of it.

use std::path::{Path, PathBuf};

use nkeep::jwt::claims::Body;
use nkeep::jwt::decode::{Token, Unverified, decode};
use nkeep::jwt::encode::{UnknownFields, encode};
use nkeep::nkey::Seed;
use serde_json::Value;

use super::refusal::run;
use super::{at_home, fixture, nkeep_at};

/// What takes it.
pub const IMPORT: [&str; 3] = ["import", "nsc", "nsc-store"];
/// An account in it.
pub const EDGE: &str = "nsc-store/stores/ALPHA/accounts/EDGE";

/// A home with an empty store, and nsc's beside it.
#[must_use]
pub fn home() -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    let init = ["store", "init", "--new-identity", "identity.txt"];
    at_home(home.path(), &init);
    fixture("nsc-store", home.path());
    home
}

/// A field that is text.
#[must_use]
pub fn text<'a>(value: &'a Value, field: &str) -> &'a str {
    value[field].as_str().unwrap_or_default()
}

/// The report of an import that may skip something, and its exit code.
#[must_use]
pub fn report(home: &Path, args: &[&str]) -> (Value, i32) {
    let output = run(home, &[args, &["--json"]].concat());
    let report = serde_json::from_slice(&output.stdout);
    let report = report.unwrap_or_else(|_| panic!("{output:?}"));
    (report, output.status.code().unwrap())
}

/// What a report says of a file.
#[must_use]
pub fn of<'a>(report: &'a Value, file: &str) -> &'a Value {
    let mut findings = report["findings"].as_array().unwrap().iter();
    let found = findings.find(|finding| text(finding, "file").ends_with(file));
    found.unwrap_or_else(|| panic!("{file}: {report:#}"))
}

/// Runs a command as it is printed.
#[must_use]
pub fn follow(home: &Path, hint: &str) -> std::process::Output {
    let rest = hint
        .strip_prefix("nkeep ")
        .unwrap_or_else(|| panic!("{hint}"));
    let mut command = nkeep_at(home);
    let program = command.get_program().to_string_lossy().into_owned();
    let mut shell = std::process::Command::new("sh");
    shell.args(["-c", &format!("'{program}' {rest}")]);
    shell.current_dir(home);
    for (name, value) in command.current_dir(home).get_envs() {
        match value {
            Some(value) => shell.env(name, value),
            None => shell.env_remove(name),
        };
    }
    shell.output().unwrap()
}

/// Signs a token in the source anew, by whoever signed it.
pub fn signed_again<B: Body>(
    home: &Path,
    file: &str,
    change: impl FnOnce(&mut B, &mut String, &mut i64),
) where
    Unverified<B>: TryFrom<Token>,
{
    let issuer = token_in::<B>(home, file).issuer().to_string();
    signed_by(home, file, &issuer, change);
}

/// The same by another key.
pub fn signed_by<B: Body>(
    home: &Path,
    file: &str,
    issuer: &str,
    change: impl FnOnce(&mut B, &mut String, &mut i64),
) where
    Unverified<B>: TryFrom<Token>,
{
    let seed = std::fs::read_to_string(key_file(home, issuer)).unwrap();
    let signer = Seed::parse(seed.trim()).unwrap().signing_pair().unwrap();
    let mut claims = token_in::<B>(home, file).into_claims();
    let mut at = claims.issued_at;
    change(&mut claims.body, &mut claims.name, &mut at);
    let signed = encode(claims, &signer, at, UnknownFields::Keep).unwrap();
    std::fs::write(home.join(file), signed.token).unwrap();
}

fn token_in<B: Body>(home: &Path, file: &str) -> Unverified<B>
where
    Unverified<B>: TryFrom<Token>,
{
    let token = std::fs::read_to_string(home.join(file)).unwrap();
    let token = decode(token.trim()).unwrap();
    Unverified::<B>::try_from(token).unwrap_or_else(|_| panic!("{file} is of another type"))
}

/// Where nsc keeps the seed of a key.
#[must_use]
pub fn key_file(home: &Path, key: &str) -> PathBuf {
    let keys = home.join("nsc-store/keys/keys");
    keys.join(&key[..1])
        .join(&key[1..3])
        .join(format!("{key}.nk"))
}

/// The key of a user in the source.
#[must_use]
pub fn subject(home: &Path, creds: &str) -> String {
    let args = ["describe", "jwt", "-f", creds, "--json"];
    let output = run(home, &args);
    let described: Value = serde_json::from_slice(&output.stdout).unwrap();
    text(&described, "sub").to_owned()
}
