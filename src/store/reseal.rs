//! Other recipients: the set is signed anew, and every key of a class that changed is sealed anew, in one change.

use std::collections::BTreeSet;

use super::age::plugin::Plugins;
use super::age::{AgeError, Identity, Recipient};
use super::class::{Class, Role};
use super::keyring::Keyring;
use super::recipients::Member;
use super::record::KeyRecord;
use super::sealed::{seal, unseal};
use super::{Changes, Records, Result, StoreError};
use crate::nkey::{AnyKeyPair, Kind, PublicKey, Seed};

/// What was done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Resealed {
    /// The version that holds now.
    pub version: i64,
    /// How many keys were sealed anew.
    pub keys: usize,
    /// Keys that nobody owned and nothing opened, and that were taken out.
    pub dropped: Vec<PublicKey>,
}

/// Makes those the members, and seals what they are to open, to them alone.
pub fn reseal(
    changes: &mut dyn Changes,
    identities: &[Identity],
    members: Vec<Member>,
) -> Result<Resealed> {
    let before = changes.recipients().clone();
    let gone = before
        .members
        .iter()
        .any(|old| !members.iter().any(|new| new.recipient == old.recipient));
    // Who is gone may have kept the journal's key.
    let journal = gone.then(|| Seed::generate(Kind::Server)).transpose()?;
    let public = journal.as_ref().map_or(before.journal, Seed::public);
    let next = before.next(members, public);
    for class in Class::ALL {
        if next.of(class).is_empty() {
            return Err(StoreError::Refused(format!(
                "nobody would be left who opens {class} keys"
            )));
        }
    }
    let pair = store_key(changes, &identities.to_vec())?;
    let affected: BTreeSet<Class> = Class::ALL
        .into_iter()
        .filter(|class| before.of(*class) != next.of(*class))
        // A new key of the journal is sealed as it comes.
        .filter(|class| *class != Class::Journal || journal.is_none())
        .collect();
    // A class without keys seals nothing, and would find out later.
    for member in &next.members {
        if affected.contains(&member.class) {
            usable(member, changes.plugins())?;
        }
    }
    let signature = next.signed(&pair);
    let version = next.version;
    changes.put_recipients(next, &signature)?;
    changes.signed_by(&pair.public());
    if let Some(seed) = journal {
        if let Some(mut old) = changes.key(&before.journal)? {
            old.sealed = None;
            changes.put_key(&old)?;
        }
        let record = KeyRecord::own(&seed, Role::Journal, changes.now());
        changes.seal_key(record, seed)?;
    }
    let (keys, dropped) = reseal_keys(changes, identities, &|class| affected.contains(&class))?;
    Ok(Resealed {
        version,
        keys,
        dropped,
    })
}

/// Has the seeds of just those classes leave the store only sealed, from now on. Says which version that is.
pub fn keep(
    changes: &mut dyn Changes,
    keyring: &dyn Keyring,
    kept: BTreeSet<Class>,
) -> Result<i64> {
    let pair = store_key(changes, keyring)?;
    let next = changes.recipients().keeping(kept);
    let (version, signature) = (next.version, next.signed(&pair));
    changes.put_recipients(next, &signature)?;
    changes.signed_by(&pair.public());
    Ok(version)
}

/// Refuses whom nothing can be sealed to.
fn usable(member: &Member, plugins: &Plugins) -> Result<()> {
    member
        .recipient
        .usable(plugins)
        .map_err(|source| StoreError::Age {
            what: format!("cannot seal to {} ({})", member.label, member.recipient),
            source,
        })
}

/// Seals every key of those classes anew, to whoever the recipients are.
fn reseal_keys(
    changes: &mut dyn Changes,
    identities: &[Identity],
    wanted: &dyn Fn(Class) -> bool,
) -> Result<(usize, Vec<PublicKey>)> {
    let mut publics: Vec<PublicKey> = Vec::new();
    changes.each_key(&mut |record| {
        if record.sealed.is_some() && wanted(record.class) {
            publics.push(record.public);
        }
        Ok(())
    })?;
    let set = changes.recipients().clone();
    let mut dropped = Vec::new();
    for public in &publics {
        let Some(mut record) = changes.key(public)? else {
            continue;
        };
        let seed = match unseal(&record, identities, changes.store_id()) {
            Ok(seed) => seed,
            // Anybody can put in what is no key: it must not keep others from leaving. Where a plugin fails, or nobody waits for
            // it any longer, nothing is known of the key.
            Err(error) if record.owner.is_none() && is_no_key(&error) => {
                changes.remove_key(public)?;
                dropped.push(*public);
                continue;
            }
            Err(error) => return Err(error),
        };
        seal(&mut record, &seed, &set, changes.plugins())?;
        changes.put_key(&record)?;
    }
    Ok((publics.len() - dropped.len(), dropped))
}

/// Whether it is in the key itself that nothing opens it, whoever tries.
const fn is_no_key(error: &StoreError) -> bool {
    use AgeError::{Format, Header, Payload, WorkFactor};
    match error {
        StoreError::Foreign(_) => true,
        StoreError::Age { source, .. } => {
            matches!(source, Format(_) | Header | Payload | WorkFactor(_))
        }
        _ => false,
    }
}

/// The key that signs the recipients.
fn store_key(records: &dyn Records, keyring: &dyn Keyring) -> Result<AnyKeyPair> {
    let public = *records.store_key();
    let record = records.key(&public)?.ok_or_else(|| StoreError::NoSuch {
        what: "key",
        name: public.to_string(),
    })?;
    Ok(keyring
        .unseal(&record, records.store_id())?
        .signing_pair()?)
}

/// The keys that a recipient can open, and could have copied.
pub fn opened_by(records: &dyn Records, recipient: &Recipient) -> Result<Vec<KeyRecord>> {
    let classes: BTreeSet<Class> = records
        .recipients()
        .members
        .iter()
        .filter(|member| member.recipient == *recipient)
        .map(|member| member.class)
        .collect();
    let mut found = Vec::new();
    records.each_key(&mut |record| {
        if record.sealed.is_some() && classes.contains(&record.class) {
            found.push(KeyRecord {
                sealed: None,
                ..record
            });
        }
        Ok(())
    })?;
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::{AgeError, StoreError, is_no_key};

    /// A key must not go because somebody did not touch a token in time.
    #[test]
    fn what_failed_outside_of_a_key_says_nothing_of_it() {
        let about = |source| {
            let what = String::new();
            is_no_key(&StoreError::Age { what, source })
        };
        for source in [AgeError::Format("x"), AgeError::Header, AgeError::Payload] {
            assert!(about(source));
        }
        for source in [
            AgeError::Interrupted,
            AgeError::NoMatch,
            AgeError::PluginName,
        ] {
            assert!(!about(source));
        }
        assert!(!is_no_key(&StoreError::WrongIdentity));
    }
}
