//! What `validate` finds in an estate, and changes of it that no command would make.

use std::path::Path;

use nkeep::jwt::claims::{Account, Body, Claims, Export, Import, Operator, ShareType};
use nkeep::jwt::decode::{Token, Unverified};
use nkeep::jwt::encode::{UnknownFields, encode};
use nkeep::nkey::{Kind, PublicKey, Seed};
use nkeep::store::age::Identity;
use nkeep::store::keyring::Keyring as _;
use nkeep::store::record::Entity;
use nkeep::store::{Changes, Note, Store as _};
use nkeep::trust::{self, KeyChoice, TrustError, edit};
use serde_json::Value;

use super::refusal::{opened, run};

/// An estate with two accounts that share nothing yet.
#[must_use]
pub fn estate() -> tempfile::TempDir {
    let home = super::estate();
    for name in ["ORDERS", "BILLING"] {
        super::at_home(home.path(), &["add", "account", name]);
    }
    home
}

/// Makes a change through the library.
pub fn change<T>(
    home: &Path,
    work: impl FnOnce(&mut dyn Changes, &Vec<Identity>) -> Result<T, TrustError>,
) -> T {
    let text = std::fs::read_to_string(home.join("identity.txt")).unwrap();
    let keyring: Vec<Identity> = vec![text.lines().last().unwrap().parse().unwrap()];
    let note = Note::new("test", "edit account", "changed", 1_795_200_000);
    opened(home)
        .transact(note, &keyring, |changes| work(changes, &keyring))
        .unwrap()
}

/// Edits an account.
pub fn account(home: &Path, name: &str, work: impl FnOnce(&mut Claims<Account>)) {
    change(home, |changes, keyring| {
        let operator = trust::operator(changes, None)?;
        let account = trust::account(changes, &operator, Some(name))?;
        let choice = KeyChoice::Best;
        edit::account(changes, keyring, &account, &choice, |_, claims| {
            work(claims);
            Ok(())
        })
        .map(drop)
    });
}

/// Edits the operator.
pub fn operator(home: &Path, work: impl FnOnce(&mut Claims<Operator>)) {
    change(home, |changes, keyring| {
        let operator = trust::operator(changes, None)?;
        let choice = KeyChoice::Best;
        edit::operator(changes, keyring, &operator, &choice, |_, claims| {
            work(claims);
            Ok(())
        })
        .map(drop)
    });
}

/// The key of an account that nobody here knows.
#[must_use]
pub fn stranger() -> String {
    let seed = Seed::generate(Kind::Account).unwrap();
    seed.public().to_string()
}

/// An export.
#[must_use]
pub fn export(subject: &str, kind: ShareType, private: bool) -> Export {
    Export {
        name: subject.to_owned(),
        subject: subject.to_owned(),
        share_type: kind,
        token_required: private,
        ..Export::default()
    }
}

/// An import.
#[must_use]
pub fn import(subject: &str, from: &str, kind: ShareType) -> Import {
    Import {
        name: subject.to_owned(),
        subject: subject.to_owned(),
        account: from.to_owned(),
        share_type: kind,
        ..Import::default()
    }
}

/// What is found, as `name code`, and whether the exit code says so.
#[must_use]
pub fn found(home: &Path, args: &[&str]) -> Vec<String> {
    let output = run(home, &[&["validate", "--json"], args].concat());
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    let failed = document["failed"].as_u64().unwrap();
    let code = if failed > 0 { 3 } else { 0 };
    assert_eq!(output.status.code(), Some(code), "{output:?}");
    let mut found = Vec::new();
    for report in document["reports"].as_array().unwrap() {
        for issue in report["issues"].as_array().unwrap() {
            found.push(format!(
                "{} {}",
                report["name"].as_str().unwrap(),
                issue["code"].as_str().unwrap()
            ));
        }
    }
    found
}

/// Every hint, by its code.
#[must_use]
pub fn hints(home: &Path) -> Vec<(String, String)> {
    let output = run(home, &["validate", "--json"]);
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    let mut found = Vec::new();
    for report in document["reports"].as_array().unwrap() {
        for issue in report["issues"].as_array().unwrap() {
            let hint = issue["hint"].as_str().unwrap_or_default();
            found.push((issue["code"].as_str().unwrap().to_owned(), hint.to_owned()));
        }
    }
    found
}

/// Runs the hint of the first finding with that code, in a shell.
pub fn follow(home: &Path, code: &str) {
    let hints = hints(home);
    let (_, hint) = hints
        .iter()
        .find(|(found, _)| found == code)
        .unwrap_or_else(|| panic!("{code}: {hints:?}"));
    let words = hint
        .strip_prefix("nkeep ")
        .unwrap_or_else(|| panic!("{code}: {hint}"));
    let mut plain = super::nkeep_at(home);
    plain.args(["--version"]);
    let line = format!("'{}' {words}", plain.get_program().to_string_lossy());
    let mut shell = std::process::Command::new("sh");
    shell.args(["-c", &line]).current_dir(home).env_clear();
    for (name, value) in plain.get_envs() {
        shell.env(name, value.unwrap());
    }
    let output = shell.output().unwrap();
    assert!(output.status.success(), "{hint}: {output:?}");
}

/// That a finding is there, and is not when its hint was followed.
pub fn mended(home: &Path, code: &str) {
    follow(home, code);
    let left = hints(home);
    assert!(left.iter().all(|(found, _)| found != code), "{left:?}");
}

/// Puts a token in the store that says what it should not, or is signed by whom it should not: no command does that.
pub fn forge<B: Body>(
    home: &Path,
    find: impl FnOnce(&dyn Changes) -> Result<Entity, TrustError>,
    by: Option<PublicKey>,
    work: impl FnOnce(&mut Claims<B>),
) where
    Unverified<B>: TryFrom<Token>,
{
    change(home, |changes, keyring| {
        let entity = find(changes)?;
        let token = trust::claims::<B>(&entity)?;
        let mut claims = token.claims().clone();
        work(&mut claims);
        let signer = by.unwrap_or_else(|| *token.issuer());
        let record = changes.key(&signer)?.unwrap();
        let seed = keyring.unseal(&record, changes.store_id())?;
        let at = entity.issued_at + 1;
        let pair = seed.signing_pair().unwrap();
        let signed = encode(claims, &pair, at, UnknownFields::Refuse).unwrap();
        let forged = Entity {
            token: signed.token,
            issued_at: at,
            ..entity
        };
        Ok(changes.put_entity(&forged)?)
    });
}
