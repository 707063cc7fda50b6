//! What an age file of the store holds: the seed, and what it belongs to, so that no row can pass for another.
//!
//! It is text, for the day on which only `sqlite3` and `age` are at hand (docs/recovery.md).

use zeroize::Zeroizing;

use super::age::plugin::Plugins;
use super::age::{self, AgeError, Identity};
use super::error::StoreError;
use super::recipients::RecipientSet;
use super::record::KeyRecord;
use crate::masking::joined;
use crate::nkey::Seed;

const TITLE: &str = "nkeep seed 1";

/// Seals a seed into its record, to the recipients of its class.
pub fn seal(
    record: &mut KeyRecord,
    seed: &Seed,
    set: &RecipientSet,
    plugins: &Plugins,
) -> Result<(), StoreError> {
    let text = payload(record, seed, &set.store);
    let sealed = age::seal(text.as_bytes(), &set.of(record.class), plugins);
    record.sealed = Some(sealed.map_err(|source| StoreError::Age {
        what: format!("cannot seal a key of the class {}", record.class),
        source,
    })?);
    record.recipients = set.version;
    Ok(())
}

/// The seed in a record. That it is the row's own is checked by making the public key from it again.
pub fn unseal(
    record: &KeyRecord,
    identities: &[Identity],
    store: &str,
) -> Result<Seed, StoreError> {
    let locked = StoreError::Locked {
        class: record.class,
    };
    let Some(sealed) = &record.sealed else {
        return Err(StoreError::Refused(format!(
            "the seed of {} is not in the store",
            record.public
        )));
    };
    if identities.is_empty() {
        return Err(locked);
    }
    let foreign = || StoreError::Foreign(record.public);
    let text = match age::open(sealed, identities) {
        Ok(text) => text,
        Err(AgeError::NoMatch) => return Err(locked),
        Err(source) => {
            return Err(StoreError::Age {
                what: format!("cannot open the seed of {}", record.public),
                source,
            });
        }
    };
    let text = std::str::from_utf8(&text).map_err(|_| foreign())?;
    let seed = text
        .lines()
        .last()
        .and_then(|line| line.strip_prefix("seed "))
        .and_then(|seed| Seed::parse(seed).ok())
        .ok_or_else(foreign)?;
    if seed.public() != record.public || payload(record, &seed, store).as_str() != text {
        return Err(foreign());
    }
    Ok(seed)
}

fn payload(record: &KeyRecord, seed: &Seed, store: &str) -> Zeroizing<String> {
    let exposed = seed.expose();
    let public = record.public.to_string();
    joined(&[
        TITLE,
        "\nstore ",
        store,
        "\nclass ",
        record.class.name(),
        "\nrole ",
        record.role.name(),
        "\nkey ",
        &public,
        "\nseed ",
        &exposed,
        "\n",
    ])
}
