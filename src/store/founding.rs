//! A new store: its identity, its own key, its first recipients.

use std::path::Path;

use data_encoding::HEXLOWER;
use sha2::{Digest as _, Sha256};

use super::age::plugin::Plugins;
use super::age::{self, Identity, Passphrase, Recipient};
use super::class::{Class, Role};
use super::keyring::Keyring;
use super::pin::Pins;
use super::recipients::{Member, RecipientSet};
use super::record::{KeyRecord, StoredIdentity};
use super::sealed::{seal, unseal};
use super::sqlite::{First, SqliteStore};
use super::{Changes, Note, Records, Result, StoreError};
use crate::clock::UnixSeconds;
use crate::nkey::{Kind, Seed};

/// How a store is opened by whoever founds it.
pub enum Opener {
    /// An identity that stays outside.
    Outside(Identity),
    /// An identity that is kept inside, sealed with a passphrase.
    Inside(Passphrase, u8),
}

/// Makes a store. What `change` does is its first entry.
pub fn found<E: From<StoreError>>(
    path: &Path,
    pins: &Pins,
    opener: &Opener,
    label: &str,
    note: Note,
    plugins: &Plugins,
    change: impl FnOnce(&mut dyn Changes, &dyn Keyring) -> Result<(), E>,
) -> Result<(), E> {
    let now = note.time;
    let (identity, stored) = match opener {
        Opener::Outside(identity) => (identity.clone(), None),
        Opener::Inside(passphrase, work_factor) => {
            let identity = Identity::generate().map_err(cannot("make an identity"))?;
            let stored = kept(&identity, passphrase, *work_factor, label, now)?;
            (identity, Some(stored))
        }
    };
    let mut id = [0; 16];
    getrandom::fill(&mut id).map_err(|_| cannot("make a store")(age::AgeError::Randomness))?;
    let recipient = identity
        .recipient()
        .map_err(cannot("seal to the identity"))?;
    let members = Class::GRANTED.map(|class| Member {
        class,
        recipient: recipient.clone(),
        label: label.to_owned(),
    });
    // Servers' keys by their letter; what they are for is their role.
    let seed = Seed::generate(Kind::Server).map_err(StoreError::from)?;
    let journal = Seed::generate(Kind::Server).map_err(StoreError::from)?;
    let set = RecipientSet {
        store: HEXLOWER.encode(&id),
        version: 1,
        previous: [0; 32],
        journal: journal.public(),
        kept: std::collections::BTreeSet::new(),
        members: members.to_vec(),
    };
    let mut own = [
        KeyRecord::own(&seed, Role::Store, now),
        KeyRecord::own(&journal, Role::Journal, now),
    ];
    for (record, seed) in own.iter_mut().zip([&seed, &journal]) {
        seal(record, seed, &set, plugins)?;
    }
    if identity.asks() {
        opens(&own[0], &identity, &set)?;
    }
    let first = First {
        set: &set,
        own: &own,
        key: &seed.signing_pair().map_err(StoreError::from)?,
        identity: stored.as_ref(),
        plugins,
    };
    let keyring: &dyn Keyring = &vec![identity];
    SqliteStore::create(path, pins, &first, note, keyring, |changes| {
        change(changes, keyring)
    })
}

/// A comment may state another identity's recipient, and then nobody would ever open the store.
fn opens(record: &KeyRecord, identity: &Identity, set: &RecipientSet) -> Result<()> {
    match unseal(record, std::slice::from_ref(identity), &set.store) {
        Err(StoreError::Locked { .. }) => Err(StoreError::Refused(
            "the identity does not open what is sealed to its recipient: is the comment above it another's?"
                .to_owned(),
        )),
        outcome => outcome.map(drop),
    }
}

/// An identity, sealed with a passphrase, to be kept inside.
pub fn kept(
    identity: &Identity,
    passphrase: &Passphrase,
    work_factor: u8,
    label: &str,
    now: UnixSeconds,
) -> Result<StoredIdentity> {
    // As long as it will be: growing would leave a copy behind.
    let mut text = zeroize::Zeroizing::new(String::with_capacity(80));
    text.push_str(&identity.expose());
    text.push('\n');
    let sealed = age::seal_with_passphrase(text.as_bytes(), passphrase, work_factor)
        .map_err(cannot("seal an identity"))?;
    Ok(StoredIdentity {
        recipient: identity
            .recipient()
            .map_err(cannot("seal to the identity"))?,
        label: label.to_owned(),
        sealed,
        created: now,
    })
}

/// The identities inside that open something of the store: without one no passphrase opens it.
pub fn inside(records: &dyn Records) -> Result<Vec<StoredIdentity>> {
    let mut inside = records.identities()?;
    inside.retain(|identity| records.recipients().has(&identity.recipient));
    Ok(inside)
}

/// Wipes the identity inside of somebody who opens nothing any more. Says whether there was one.
pub fn forget(changes: &mut dyn Changes, who: &Recipient) -> Result<bool> {
    if changes.recipients().has(who) {
        return Ok(false);
    }
    let mut identities = changes.identities()?.into_iter();
    let theirs = identities.find(|identity| identity.recipient == *who);
    if let Some(theirs) = &theirs {
        changes.remove_identity(theirs)?;
    }
    Ok(theirs.is_some())
}

/// Who opens a class, each once, as a copy of the store remembers it: an identity inside is another under another passphrase.
pub fn openers(records: &dyn Records, class: Class) -> Result<Vec<String>> {
    let inside = records.identities()?;
    let mut openers = records.recipients().openers(class);
    for opener in &mut openers {
        let mut inside = inside.iter();
        if let Some(one) = inside.find(|one| one.recipient.to_string() == *opener) {
            let digest = Sha256::digest(&one.sealed);
            *opener = format!("{opener} {}", HEXLOWER.encode(&digest[..8]));
        }
    }
    Ok(openers)
}

/// The identity that a passphrase opens.
pub fn opened(stored: &[StoredIdentity], passphrase: &Passphrase) -> Result<Identity> {
    for candidate in stored {
        let text = match age::open_with_passphrase(&candidate.sealed, passphrase) {
            Ok(text) => text,
            Err(age::AgeError::Passphrase) => continue,
            Err(error) => return Err(cannot("open the identity in the store")(error)),
        };
        let identity = std::str::from_utf8(&text)
            .ok()
            .and_then(|text| text.trim_end().parse::<Identity>().ok())
            .filter(|identity| identity.may_open(&candidate.recipient));
        return identity.ok_or_else(|| {
            StoreError::Refused("the identity in the store is not its own".to_owned())
        });
    }
    Err(StoreError::WrongPassphrase)
}

fn cannot(doing: &'static str) -> impl FnOnce(age::AgeError) -> StoreError {
    move |source| StoreError::Age {
        what: format!("cannot {doing}"),
        source,
    }
}
