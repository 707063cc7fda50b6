//! The activations that a signing key of an account signed: signed anew where an account of the store imports by them, and named
//! where none does.

use std::collections::{BTreeMap, BTreeSet};

use crate::jwt::claims::{Account, Activation, Export, ShareType};
use crate::jwt::decode::Unverified;
use crate::jwt::subject::matches_all_of;
use crate::nkey::PublicKey;
use crate::rotation::phase::Attestation;
use crate::rotation::work::Work;
use crate::rotation::{Result, Rotation, all};
use crate::store::Records;
use crate::store::record::{Entity, Issued};
use crate::text::{counted, quoted, shell_word};
use crate::trust::new::{AccountDesk, OperatorDesk};
use crate::trust::share::renewal::{Held, held, mark, outstanding, renewed};
use crate::trust::{KeyChoice, claims, edit, operator_of};

pub(super) static REPLACED: Attestation = Attestation {
    name: "activations-replaced",
    says: "whoever has an activation by the key that goes, of which no account in the store says so, has another or needs none",
};

/// Where the rotation keeps which activations are dealt with, and the accounts that import by them.
pub(super) const SETTLED: &str = "settled activations";
pub(super) const IMPORTERS: &str = "importers";
/// For whom activations are: by name or key, and in words.
pub(super) fn for_whom(records: &dyn Records, rows: &[Issued]) -> Result<Vec<(String, String)>> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for row in rows {
        *counts.entry(&row.subject).or_default() += 1;
    }
    let said = counts.into_iter().map(|(key, count)| {
        let known = match key.parse::<PublicKey>() {
            Ok(key) => records.entity(&key)?,
            Err(_) => None,
        };
        let title = (known.as_ref()).map_or_else(|| key.to_owned(), |known| quoted(&known.name));
        let whom = known.map_or_else(|| key.to_owned(), |known| known.name.to_string());
        let said = format!("{} for account {title}", counted(count, "activation"));
        Ok((whom, said))
    });
    said.collect()
}

/// Activations that nobody here can put in the place of others: whose they are, for what, and why.
pub(super) struct Left {
    pub importer: Entity,
    pub shares: Vec<(String, ShareType)>,
    pub why: String,
}

/// What an account exports to those alone who have an activation.
pub(super) fn private_exports(account: &Entity) -> Result<Vec<Export>> {
    let mut exports = claims::<Account>(account)?.into_claims().body.exports;
    exports.retain(|export| export.token_required);
    Ok(exports)
}

/// Which of an account's private exports an activation is for, as flags, where it has to be said.
pub(super) fn flags_of(exports: &[Export], subject: &str, kind: ShareType) -> String {
    if let [only] = exports
        && only.subject == subject
    {
        return String::new();
    }
    let is_other =
        |other: &Export| other.share_type != kind && matches_all_of(&other.subject, subject);
    let service = match (exports.iter().any(is_other), kind) {
        (false, _) => "",
        (true, ShareType::Service) => " --service",
        (true, _) => " --service=false",
    };
    format!(" -s {}{service}", shell_word(subject))
}

/// Signs activations anew, and the accounts that import by them. Says which accounts nobody here can sign.
pub(super) fn activations_by(
    work: &mut Work<'_>,
    account: &Entity,
    from: &PublicKey,
    by: PublicKey,
) -> Result<Vec<Left>> {
    let holding = held(work.changes, account, from)?;
    if holding.is_empty() {
        return Ok(Vec::new());
    }
    let desk = AccountDesk::open(work.changes, work.keyring, account, &KeyChoice::Key(by))?;
    let mut settled = kept(work.rotation, SETTLED);
    let mut importers = kept(work.rotation, IMPORTERS);
    let (mut count, mut accounts, mut left) = (0, 0, Vec::new());
    for Held { importer, tokens } in holding {
        let choice = match importer.parent == account.parent {
            true => work.choice.clone(),
            false => KeyChoice::Best,
        };
        if let Some(reason) = cannot_sign(work, &importer, &choice)? {
            let share = |token: &Unverified<Activation>| {
                let body = &token.claims().body;
                (body.subject.clone(), body.kind)
            };
            left.push(Left {
                shares: tokens.iter().map(share).collect(),
                importer,
                why: reason,
            });
            continue;
        }
        let mut signed = BTreeMap::new();
        for token in &tokens {
            settled.insert(mark(token));
            if let Some(new) = renewed(work.changes, &desk, token)? {
                signed.insert(token.token().to_owned(), new.token().to_owned());
            }
        }
        if signed.is_empty() {
            continue;
        }
        let edited = edit::account(work.changes, work.keyring, &importer, &choice, |_, its| {
            for import in &mut its.body.imports {
                if let Some(new) = signed.get(&import.token) {
                    import.token.clone_from(new);
                }
            }
            Ok(())
        })?;
        work.warn(edited.warnings);
        importers.insert(importer.key.to_string());
        count += signed.len();
        accounts += 1;
    }
    keep(work.rotation, SETTLED, &settled);
    keep(work.rotation, IMPORTERS, &importers);
    if count > 0 {
        work.tell(format!(
            "{} signed anew by {by}, and {} with them",
            counted(count, "activation"),
            counted(accounts, "account")
        ));
    }
    Ok(left)
}

/// Why an account that imports cannot be signed here.
fn cannot_sign(work: &Work<'_>, importer: &Entity, choice: &KeyChoice) -> Result<Option<String>> {
    let operator = operator_of(work.changes, importer)?;
    match OperatorDesk::open(work.changes, work.keyring, &operator, choice) {
        Ok(_) => Ok(None),
        Err(error) => Ok(Some(error.why_unsigned()?)),
    }
}

pub(super) fn loose_of_old(
    records: &dyn Records,
    rotation: &Rotation,
    now: i64,
) -> Result<Vec<String>> {
    said_of(records, rotation, &rotation.old_key()?, now)
}

pub(super) fn loose_of_new(
    records: &dyn Records,
    rotation: &Rotation,
    now: i64,
) -> Result<Vec<String>> {
    said_of(records, rotation, &rotation.new_key()?, now)
}

fn said_of(
    records: &dyn Records,
    rotation: &Rotation,
    key: &PublicKey,
    now: i64,
) -> Result<Vec<String>> {
    let whom = for_whom(records, &loose(records, rotation, key, now)?)?;
    Ok(whom.into_iter().map(|(_, said)| said).collect())
}

/// Activations that a key signed, and that no account of the store imports by, as far as it is known.
pub(super) fn loose(
    records: &dyn Records,
    rotation: &Rotation,
    key: &PublicKey,
    now: i64,
) -> Result<Vec<Issued>> {
    let account = rotation.account(records)?;
    let mut here = kept(rotation, SETTLED);
    here.extend(settled_before(records, &account)?);
    for held in held(records, &account, key)? {
        here.extend(held.tokens.iter().map(mark));
    }
    let mut found = outstanding(records, &account, key, now)?;
    found.retain(|row| !here.contains(&row.jti));
    Ok(found)
}

/// The activations that rotations of an account dealt with.
pub(super) fn settled_before(records: &dyn Records, account: &Entity) -> Result<BTreeSet<String>> {
    let account = Some(account.key.to_string());
    let mut settled = BTreeSet::new();
    for other in all(records)? {
        if other.account == account {
            settled.extend(kept(&other, SETTLED));
        }
    }
    Ok(settled)
}

/// Words that a rotation keeps under that name.
pub(super) fn kept(rotation: &Rotation, name: &str) -> BTreeSet<String> {
    let text = rotation.kept.get(name).map_or("", |text| text);
    text.split_whitespace().map(str::to_owned).collect()
}

fn keep(rotation: &mut Rotation, name: &str, words: &BTreeSet<String>) {
    let words: Vec<&str> = words.iter().map(|word| &**word).collect();
    rotation.kept.insert(name.to_owned(), words.join(" "));
}
