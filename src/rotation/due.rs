//! Keys that are due to be rotated: in use for longer than is settled for their class. What a key is signed or sealed to hangs on
//! nothing of this: it is for people, and for whatever reminds them.

use std::collections::BTreeMap;

use data_encoding::BASE64URL_NOPAD;

use super::{Result, Rotation, RotationError, Way, all};
use crate::clock::UnixSeconds;
use crate::jwt::claims::Operator;
use crate::nkey::PublicKey;
use crate::store::class::{Class, Role};
use crate::store::document::{Document, KeyState};
use crate::store::{AgedKey, Changes, KeyOwner, Records, StoreError};
use crate::text::shell_word;
use crate::trust;

/// What the settings are kept as.
const NAMED: &str = "policy due";
const YEAR: i64 = 365 * 86_400;

/// For how long keys of each class are used, in seconds; nothing where that has no end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Periods(BTreeMap<Class, Option<i64>>);

impl Default for Periods {
    /// A year for keys that can be replaced. An account is known by its identity for good; users come and go, and their tokens say
    /// how long they are good; the key of the journal is another with every recipient who leaves.
    fn default() -> Self {
        Self(BTreeMap::from(Class::GRANTED.map(|class| {
            let period = match class {
                Class::AccountIdentity | Class::User | Class::Journal => None,
                _ => Some(YEAR),
            };
            (class, period)
        })))
    }
}

impl Periods {
    /// As they are settled in a store.
    pub fn of(records: &dyn Records) -> Result<Self> {
        let mut periods = Self::default();
        let Some(document) = records.document(NAMED)? else {
            return Ok(periods);
        };
        let another = |why: String| {
            RotationError::refused(
                format!("\"{NAMED}\" was written by another nkeep: {why}"),
                "nkeep version",
            )
        };
        let settled: BTreeMap<String, Option<i64>> =
            serde_json::from_str(&document.text).map_err(|error| another(error.to_string()))?;
        for (class, period) in settled {
            periods.set(class.parse().map_err(another)?, period);
        }
        Ok(periods)
    }

    /// Settles one.
    pub fn set(&mut self, class: Class, period: Option<i64>) {
        self.0.insert(class, period.filter(|period| *period > 0));
    }

    /// That of a class.
    #[must_use]
    pub fn get(&self, class: Class) -> Option<i64> {
        self.0.get(&class).copied().flatten()
    }

    /// Each of them.
    pub fn each(&self) -> impl Iterator<Item = (Class, Option<i64>)> + '_ {
        self.0.iter().map(|(class, period)| (*class, *period))
    }

    /// Keeps them.
    pub fn keep(&self, changes: &mut dyn Changes) -> Result<()> {
        let named: BTreeMap<&str, Option<i64>> = self
            .each()
            .map(|(class, period)| (class.name(), period))
            .collect();
        let text = serde_json::to_string(&named)
            .map_err(|error| StoreError::Refused(format!("it cannot be written: {error}")))?;
        let updated = changes.now();
        Ok(changes.put_document(&Document {
            name: NAMED.to_owned(),
            text,
            updated,
        })?)
    }
}

/// What is looked for.
pub enum Wanted<'a> {
    /// What has been in use for longer than settled, or will have been at that time.
    Aged(&'a Periods, UnixSeconds),
    /// Those, whenever they came.
    These(&'a [PublicKey]),
    /// What the old recipient of that rotation could open when it was let go, and could have copied.
    Left(&'a Rotation),
}

/// A key that is due, or soon will be.
#[derive(Clone, Debug)]
pub struct Due {
    /// The key, and whose it is.
    pub key: AgedKey,
    /// Since when it is in use.
    pub since: UnixSeconds,
    /// For how long keys of its class are.
    pub period: Option<i64>,
    /// Since when it is due.
    pub due: UnixSeconds,
    /// The rotation that replaces it by now, and the phase that it is in.
    pub rotation: Option<(String, String)>,
    /// What begins that; or what is done in its place.
    pub command: String,
}

impl Due {
    /// Whether somebody has to begin.
    #[must_use]
    pub const fn is_due(&self, now: UnixSeconds) -> bool {
        self.due <= now && self.rotation.is_none()
    }

    /// Its owner, with those above it, from the operator down.
    #[must_use]
    pub fn owner(&self) -> String {
        let Some(owner) = &self.key.owner else {
            return String::new();
        };
        let above = owner.above.iter().rev().map(|(name, _)| name.as_str());
        let names: Vec<&str> = above.chain([owner.name.as_str()]).collect();
        names.join("/")
    }
}

/// The keys that are, the longest first. Keys of those classes alone where any are named.
pub fn due(records: &dyn Records, wanted: &Wanted<'_>, classes: &[Class]) -> Result<Vec<Due>> {
    let is_wanted = |class: &Class| classes.is_empty() || classes.contains(class);
    let granted = Class::GRANTED.into_iter().filter(is_wanted);
    let until: Vec<(Class, UnixSeconds)> = match wanted {
        Wanted::Aged(periods, by) => granted
            .filter_map(|class| Some((class, by - periods.get(class)?)))
            .collect(),
        Wanted::These(_) => granted.map(|class| (class, UnixSeconds::MAX)).collect(),
        Wanted::Left(rotation) => {
            let (at, could) = left(rotation)?;
            granted
                .filter(|class| could.contains(class))
                .map(|class| (class, at))
                .collect()
        }
    };
    let rotations = all(records)?;
    let mut systems = Systems::default();
    let mut found = Vec::new();
    for key in records.keys_until(&until)? {
        let since = in_use_since(&key, &rotations);
        let bound = until.iter().find(|(class, _)| *class == key.class);
        let is_asked = match wanted {
            Wanted::These(keys) => keys.iter().any(|one| one.to_string() == key.public),
            _ => true,
        };
        if !is_asked || !is_used(&key) || bound.is_none_or(|(_, bound)| since > *bound) {
            continue;
        }
        let (period, due) = match wanted {
            Wanted::Aged(periods, _) => {
                let period = periods.get(key.class);
                (period, since + period.unwrap_or_default())
            }
            Wanted::These(_) => (None, since),
            Wanted::Left(_) => (None, bound.map_or(since, |(_, at)| *at)),
        };
        let mut open = rotations.iter().filter(|rotation| rotation.is_open());
        let rotation = open.find(|rotation| rotation.old == key.public);
        found.push(Due {
            since,
            period,
            due,
            rotation: rotation.map(|rotation| (rotation.id.clone(), rotation.phase.clone())),
            command: command(records, &key, &mut systems)?,
            key,
        });
    }
    found.sort_by_cached_key(|due| {
        (
            due.due,
            due.owner(),
            due.key.class,
            due.key.role,
            due.key.public.clone(),
        )
    });
    Ok(found)
}

/// When the old recipient of a rotation was let go, and what it could open.
fn left(rotation: &Rotation) -> Result<(UnixSeconds, Vec<Class>)> {
    let mut steps = rotation.steps.iter();
    let left = steps.rfind(|step| step.phase == "retire");
    match left.filter(|step| step.way != Way::Back) {
        Some(step) if rotation.kind.is_of_store() => {
            Ok((step.time, super::opening::classes_of_old(rotation)))
        }
        _ => Err(RotationError::refused(
            format!("nobody was let go by rotation {}", rotation.id),
            "nkeep rotate list",
        )),
    }
}

/// Since when a key is in use. That it was taken back to by a rotation that went back makes it no younger.
fn in_use_since(key: &AgedKey, rotations: &[Rotation]) -> UnixSeconds {
    let was_old = rotations.iter().any(|rotation| rotation.old == key.public);
    match key.stands {
        Some((KeyState::Active, since)) if !was_old => since,
        _ => {
            let made = rotations.iter().find(|rotation| rotation.new == key.public);
            let active = made.and_then(|rotation| {
                let mut steps = rotation.steps.iter();
                steps.rfind(|step| step.phase == "activate" && step.way != Way::Back)
            });
            active.map_or(key.created, |step| step.time)
        }
    }
}

/// Whether anybody goes by it. What it was replaced by, or was never given to anybody, is nobody's matter any more; and the store's
/// own key is what all that is outside knows it by.
fn is_used(key: &AgedKey) -> bool {
    let state = key.stands.map_or(KeyState::Active, |(state, _)| state);
    if !matches!(state, KeyState::Active | KeyState::Retiring) {
        return false;
    }
    match (&key.owner, key.role) {
        (_, Role::Store | Role::Journal) => false,
        (None, _) => key.class == Class::Other,
        (Some(owner), _) => owner
            .token
            .as_deref()
            .is_none_or(|token| names(token, &key.public)),
    }
}

/// Whether a token names a key: one that was taken out of it is not used any more, and stays in the store.
fn names(token: &str, key: &str) -> bool {
    let payload = token.split('.').nth(1).unwrap_or_default();
    let decoded = BASE64URL_NOPAD.decode(payload.as_bytes());
    decoded.is_ok_and(|text| {
        let mut places = text.windows(key.len());
        places.any(|place| place == key.as_bytes())
    })
}

/// The system account of each operator that was asked for.
type Systems = BTreeMap<String, String>;

/// What begins the rotation of a key, as it is typed; of what is not rotated, what says what is done in its place.
fn command(records: &dyn Records, key: &AgedKey, systems: &mut Systems) -> Result<String> {
    let public = &key.public;
    let Some(owner) = &key.owner else {
        return Ok(format!("nkeep rotate start key-set --key {public}"));
    };
    let operator = owner.above.last().map_or(&owner.name, |(name, _)| name);
    let under = format!("--operator {}", shell_word(operator));
    let account = match key.class {
        Class::User => owner.above.first().map(|(name, key)| (name, key)),
        _ => Some((&owner.name, &owner.key)),
    };
    let of = account.map_or_else(String::new, |(name, _)| format!(" -a {}", shell_word(name)));
    let is_system = match account {
        Some((_, account)) if matches!(key.class, Class::User | Class::AccountIdentity) => {
            system_of(records, owner, systems)? == *account
        }
        _ => false,
    };
    let words = match (key.class, key.role) {
        (Class::Root, _) => format!("start operator-identity {under}"),
        (Class::OperatorSigning, _) => {
            format!("start operator-signing-key {under} --key {public}")
        }
        (Class::AccountIdentity, _) => {
            let what = match is_system {
                true => "system-account-identity",
                false => "account-identity",
            };
            format!("plan {what} {under}{of}")
        }
        (Class::AccountSigning, Role::Curve) => format!("start callout-curve-key {under}{of}"),
        (Class::AccountSigning, _) => {
            format!("start account-signing-key {under}{of} --key {public}")
        }
        (Class::User, _) => {
            let what = match is_system {
                true => "system-user",
                false => "user-key",
            };
            format!("start {what} {under}{of} -n {}", shell_word(&owner.name))
        }
        (Class::Other | Class::Journal, _) => format!("start key-set --key {public}"),
    };
    Ok(format!("nkeep rotate {words}"))
}

/// The key of the system account of an owner's operator; nothing where none is named.
fn system_of(records: &dyn Records, owner: &KeyOwner, systems: &mut Systems) -> Result<String> {
    let operator = owner.above.last().map_or(&owner.key, |(_, key)| key);
    if let Some(known) = systems.get(operator) {
        return Ok(known.clone());
    }
    let entity = records.entity(&operator.parse().map_err(StoreError::from)?)?;
    let system = match &entity {
        Some(entity) => {
            let claims = trust::claims::<Operator>(entity)?.into_claims();
            claims.body.system_account
        }
        None => String::new(),
    };
    systems.insert(operator.clone(), system.clone());
    Ok(system)
}
