//! Keys that tokens name, whose seeds are nowhere: what they were to sign, nobody can.

use std::collections::HashSet;

use super::planner::{KnownAccount, Planner};
use super::{Code, Finding};
use crate::nkey::PublicKey;
use crate::store::{Records, Result};
use crate::text::{noted, shell_word};

/// Seeds that are taken, or in the store.
struct Seeds<'a> {
    taken: HashSet<String>,
    records: Option<&'a dyn Records>,
}

impl Seeds<'_> {
    fn has(&self, key: &str) -> Result<bool> {
        if self.taken.contains(key) {
            return Ok(true);
        }
        let (Some(records), Ok(key)) = (self.records, key.parse::<PublicKey>()) else {
            return Ok(false);
        };
        let there = records.key(&key)?;
        Ok(there.is_some_and(|there| there.sealed.is_some()))
    }

    fn lacking<'k>(&self, keys: &[&'k String]) -> Result<Vec<&'k String>> {
        let mut lacking = Vec::new();
        for key in keys {
            if !self.has(key)? {
                lacking.push(*key);
            }
        }
        Ok(lacking)
    }
}

impl Planner<'_> {
    /// Says of which accounts that are taken. Where no seeds are at all, that is said once.
    pub(super) fn without_seeds(&mut self) -> Result<()> {
        if self.loose || self.plan.keys.is_empty() {
            return Ok(());
        }
        let taken = self.plan.keys.iter().map(|key| key.public.to_string());
        let seeds = Seeds {
            taken: taken.collect(),
            records: self.judgement.records,
        };
        let mut found = Vec::new();
        for account in self.accounts.values() {
            found.extend(seedless(account, &seeds)?);
        }
        self.plan.findings.append(&mut found);
        Ok(())
    }
}

fn seedless(account: &KnownAccount, seeds: &Seeds<'_>) -> Result<Option<Finding>> {
    let Some(file) = &account.file else {
        return Ok(None);
    };
    let (claims, above) = (account.trusted.claims(), account.operator.claims());
    let is_strict = above.body.strict_signing_key_usage;
    let signing: Vec<&String> = claims.body.signing_keys.0.keys().collect();
    let identity = (!is_strict).then_some(&claims.subject);
    let all: Vec<&String> = identity.into_iter().chain(signing.clone()).collect();
    let lacking = seeds.lacking(&all)?;
    // An identity that is kept elsewhere is no fault where other keys sign.
    let named: Vec<&str> = lacking
        .iter()
        .filter(|key| signing.contains(*key) || lacking.len() == all.len())
        .map(|key| key.as_str())
        .collect();
    if named.is_empty() {
        return Ok(None);
    }
    let then = match lacking.len() == all.len() {
        true => "nobody can sign users of the account here",
        false => "nobody can sign by it here",
    };
    let (are, seed) = match named.len() {
        1 => ("is", "seed"),
        _ => ("are", "seeds"),
    };
    let message = format!("the {seed} of {} {are} not there: {then}", named.join(", "));
    let identity = (!is_strict).then_some(&above.subject);
    let signers: Vec<&String> = identity
        .into_iter()
        .chain(&above.body.signing_keys)
        .collect();
    let elsewhere = "nkeep import keys --file SEED_FILE";
    let help = match seeds.lacking(&signers)?.len() < signers.len() {
        true => noted(
            format!(
                "nkeep edit account {} --operator {} --sk generate",
                shell_word(&claims.name),
                shell_word(&above.name)
            ),
            format!("gives it another key; {elsewhere} takes one that is elsewhere"),
        ),
        false => elsewhere.to_owned(),
    };
    Ok(Some(
        Finding::taken(Code::SeedMissing, file, message).hint(help),
    ))
}
