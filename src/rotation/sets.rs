//! What readers get at a phase of a rotation whose keys no server knows of: the keys in their order, the one that leads first,
//! as files. What leads is what a reader writes with, and what is read who reads one alone.

use std::fmt;
use std::str::FromStr;

use serde_json::{Value, json};
use zeroize::Zeroizing;

use super::given::Reads;
use super::issuer::Pinned;
use super::{Kind, Outcome, Result, Rotation, RotationError};
use crate::emit::manifest::ManifestError;
use crate::emit::manifest::data::Part;
use crate::emit::manifest::oidc::Pins;
use crate::emit::manifest::pkcs8::pems;
use crate::emit::manifest::text_key::text_key;
use crate::nkey::{Kind as KeyKind, PublicKey, Seed};
use crate::store::class::Role;
use crate::store::keyring::Keyring;
use crate::store::{Records, StoreError};
use crate::text::quoted;

/// Which set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Which {
    /// That of the phase that the rotation is in.
    #[default]
    Present,
    /// Both keys.
    Dual,
    /// The new key alone.
    Final,
    /// That of the phase that a way back leads to.
    Rollback,
}

impl Which {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Present, Self::Dual, Self::Final, Self::Rollback];

    /// As it is written.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Present => "present",
            Self::Dual => "dual",
            Self::Final => "final",
            Self::Rollback => "rollback",
        }
    }
}

impl fmt::Display for Which {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.name())
    }
}

impl FromStr for Which {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        Self::ALL
            .into_iter()
            .find(|known| known.name() == name)
            .ok_or_else(|| "it is none of present, dual, final and rollback".to_owned())
    }
}

/// Which keys, and which of them leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    Old,
    OldLeads,
    NewLeads,
    New,
}

impl Order {
    fn of(rotation: &Rotation, which: Which) -> Result<Self> {
        let has_sets = matches!(
            rotation.kind,
            Kind::CalloutCurveKey | Kind::OidcKeys | Kind::KeySet
        );
        if !has_sets {
            return Err(no_such(rotation, "it has no set of keys that readers get"));
        }
        let present = match rotation.outcome {
            Some(Outcome::Aborted) => Self::Old,
            _ => Self::at(rotation, rotation.at()),
        };
        match which {
            Which::Present => Ok(present),
            Which::Final => Ok(Self::New),
            Which::Dual => match present {
                _ if Reads::kept(&rotation.kept) == Reads::One => {
                    Err(no_such(rotation, "its readers take one key alone"))
                }
                Self::Old => Ok(Self::at(rotation, 0)),
                Self::New => Ok(Self::NewLeads),
                both => Ok(both),
            },
            Which::Rollback if !rotation.is_open() || rotation.compromised => {
                Err(no_such(rotation, "there is no way back"))
            }
            Which::Rollback => {
                let undone = rotation.undone_first();
                let phases = rotation.plan().phases;
                let at = phases.iter().position(|phase| phase.name == undone.name);
                Ok(match at.unwrap_or_default().checked_sub(1) {
                    None => Self::Old,
                    Some(before) => Self::at(rotation, before),
                })
            }
        }
    }

    /// In the phase of that number.
    fn at(rotation: &Rotation, number: usize) -> Self {
        let reads = Reads::kept(&rotation.kept);
        match (rotation.plan().phases[number].name, reads, rotation.kind) {
            ("stage", Reads::One, _) => Self::Old,
            (_, Reads::One, _) => Self::New,
            // What pins keys takes any of them: the newest first.
            ("stage", _, Kind::OidcKeys) => Self::NewLeads,
            ("stage", _, _) => Self::OldLeads,
            ("activate" | "soak", _, _) => Self::NewLeads,
            _ => Self::New,
        }
    }
}

fn no_such(rotation: &Rotation, why: &str) -> RotationError {
    RotationError::refused(
        format!(
            "rotation {} of the {} has no such set: {why}",
            rotation.id, rotation.what
        ),
        format!("nkeep rotate status {}", rotation.id),
    )
}

/// A set, as files.
pub struct Set {
    /// The files: parts of a Secret, or of a ConfigMap where none of them is secret.
    pub parts: Vec<Part>,
    /// The keys in their order, by what they are called.
    pub keys: Vec<String>,
}

impl Set {
    /// What is said of it beside it.
    #[must_use]
    pub fn about(&self, rotation: &Rotation, which: Which) -> Vec<(&'static str, String)> {
        vec![
            ("rotation", rotation.id.clone()),
            ("phase", rotation.phase.clone()),
            ("set", which.name().to_owned()),
            ("keys", self.keys.join(",")),
        ]
    }
}

/// A set of a rotation. Seeds are opened where there are any.
pub fn set(
    records: &dyn Records,
    keyring: &dyn Keyring,
    rotation: &Rotation,
    which: Which,
) -> Result<Set> {
    let order = Order::of(rotation, which)?;
    if rotation.kind == Kind::OidcKeys {
        return of_issuer(rotation, which, order).map_err(unwritten);
    }
    let (old, new) = (rotation.old_key()?, rotation.new_key()?);
    let keys = match order {
        Order::Old => vec![old],
        Order::OldLeads => vec![old, new],
        Order::NewLeads => vec![new, old],
        Order::New => vec![new],
    };
    let seeds: Vec<Seed> = (keys.iter())
        .map(|key| seed(records, keyring, rotation, key))
        .collect::<Result<_>>()?;
    let mut parts = match rotation.kind {
        Kind::CalloutCurveKey => numbered(&seeds, "seed", |seed| Ok(seed.expose())),
        _ => Form::of(&seeds[0])?.files(&seeds),
    }
    .map_err(unwritten)?;
    let titled = keys.iter().map(|key| {
        let state = records.key_state(key)?;
        Ok(json!({ "public_key": key.to_string(), "state": state.name() }))
    });
    let titled: Vec<Value> = titled.collect::<Result<_, StoreError>>()?;
    let mut manifest = json!({ "keys": titled });
    said(&mut manifest, rotation, which);
    parts.push(Part::public("manifest.json", manifest.to_string()).map_err(unwritten)?);
    Ok(Set {
        parts,
        keys: keys.iter().map(ToString::to_string).collect(),
    })
}

fn seed(
    records: &dyn Records,
    keyring: &dyn Keyring,
    rotation: &Rotation,
    key: &PublicKey,
) -> Result<Seed> {
    let record = records.key(key)?.filter(|record| record.sealed.is_some());
    let record = record.ok_or_else(|| {
        RotationError::refused(
            format!(
                "the store has no seed of {key}, which rotation {} is about",
                rotation.id
            ),
            "nkeep list keys",
        )
    })?;
    Ok(keyring.unseal(&record, records.store_id())?)
}

fn of_issuer(rotation: &Rotation, which: Which, order: Order) -> Result<Set, ManifestError> {
    let pinned = Pinned::of(rotation).map_err(|error| ManifestError::Unfit {
        what: "the pinned keys",
        reason: error.to_string(),
    })?;
    let pins = match order {
        Order::Old => &pinned.before,
        Order::OldLeads | Order::NewLeads => &pinned.dual,
        Order::New => &pinned.last,
    };
    let mut parts = pins.parts(&pinned.issuer)?;
    for part in parts
        .iter_mut()
        .filter(|part| part.key.as_str() == "manifest.json")
    {
        let manifest = manifest_of(&pinned, pins, rotation, which);
        *part = Part::public("manifest.json", manifest)?;
    }
    Ok(Set {
        parts,
        keys: pins.keys().iter().map(|pin| pin.kid().to_owned()).collect(),
    })
}

/// The manifest of the set, with what each key is in the rotation.
fn manifest_of(pinned: &Pinned, pins: &Pins, rotation: &Rotation, which: Which) -> String {
    let text = pins.manifest(&pinned.issuer);
    let mut manifest: Value = serde_json::from_str(&text).unwrap_or_default();
    let keys = manifest["keys"].as_array_mut();
    for key in keys.into_iter().flatten() {
        let kid = key["kid"].as_str().unwrap_or_default();
        let is_new = pinned.new.iter().any(|new| new == kid);
        let is_last = pinned.last.keys().iter().any(|pin| pin.kid() == kid);
        key["state"] = json!(match (is_new, is_last) {
            (true, _) => "new",
            (_, true) => "kept",
            _ => "old",
        });
    }
    said(&mut manifest, rotation, which);
    manifest.to_string()
}

/// Which rotation and phase it is of.
fn said(manifest: &mut Value, rotation: &Rotation, which: Which) {
    manifest["rotation"] = json!(rotation.id);
    manifest["phase"] = json!(rotation.phase);
    manifest["set"] = json!(which.name());
}

fn unwritten(error: ManifestError) -> RotationError {
    RotationError::refused(
        format!("the set cannot be written: {error}"),
        "nkeep list keys",
    )
}

/// In which form another system has its keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// 32 letters and digits.
    Text,
    /// A curve key as its seed is written.
    Curve,
    /// PKCS#8 of Ed25519.
    Pkcs8,
}

impl Form {
    /// That of a key that is there.
    pub fn of(seed: &Seed) -> Result<Self> {
        match seed.kind() {
            KeyKind::Curve if seed.expose_text_key().is_ok() => Ok(Self::Text),
            KeyKind::Curve => Ok(Self::Curve),
            KeyKind::Server => Ok(Self::Pkcs8),
            _ => Err(of_no_other_system(&seed.public())),
        }
    }

    /// What it is, for people.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Text => "32 letters and digits",
            Self::Curve => "a curve key",
            Self::Pkcs8 => "PKCS#8 of Ed25519",
        }
    }

    /// A new key in that form.
    pub fn generate(self) -> Result<Seed> {
        let seed = match self {
            Self::Text => Seed::generate_text_key(),
            Self::Curve => Seed::generate(KeyKind::Curve),
            Self::Pkcs8 => Seed::generate(KeyKind::Server),
        };
        Ok(seed.map_err(StoreError::from)?)
    }

    /// The files of a set. Those of PKCS#8 are one file, as their readers have it.
    fn files(self, seeds: &[Seed]) -> Result<Vec<Part>, ManifestError> {
        match self {
            Self::Text => numbered(seeds, "key", text_key),
            Self::Curve => numbered(seeds, "seed", |seed| Ok(seed.expose())),
            Self::Pkcs8 => {
                let text = pems(&seeds.iter().collect::<Vec<_>>())?;
                let bytes = Zeroizing::new(text.as_bytes().to_vec());
                Ok(vec![Part::secret("private.key", bytes)?])
            }
        }
    }
}

/// A key of the estate, or of a kind that no other system has.
pub fn of_no_other_system(key: &PublicKey) -> RotationError {
    RotationError::refused(
        format!(
            "{key} is {} key, and what other systems have is curve keys and servers' keys here",
            key.kind().with_article()
        ),
        "nkeep generate nkey --text-key -S",
    )
}

/// `1.key` leads, and `2.key` is read beside it.
fn numbered(
    seeds: &[Seed],
    ending: &str,
    text: impl Fn(&Seed) -> Result<Zeroizing<String>, ManifestError>,
) -> Result<Vec<Part>, ManifestError> {
    let files = seeds.iter().enumerate().map(|(place, seed)| {
        let bytes = Zeroizing::new(text(seed)?.as_bytes().to_vec());
        Part::secret(&format!("{}.{ending}", place + 1), bytes)
    });
    files.collect()
}

/// Refuses a key that somebody in the estate has, or the store itself: it is no other system's.
pub fn must_be_free(records: &dyn Records, key: &PublicKey) -> Result<()> {
    let record = records.key(key)?;
    let is_stores_own =
        (record.as_ref()).is_some_and(|record| matches!(record.role, Role::Store | Role::Journal));
    let owner = record.and_then(|record| record.owner);
    let identity = records.entity(key)?.map(|entity| entity.key);
    let whose = match (is_stores_own, owner.or(identity)) {
        (true, _) => "is the store's own".to_owned(),
        (false, None) => return Ok(()),
        (false, Some(owner)) => match records.entity(&owner)? {
            Some(entity) => format!("belongs to {} {}", entity.kind, quoted(&entity.name)),
            None => format!("belongs to {owner}"),
        },
    };
    Err(RotationError::refused(
        format!("{key} {whose}, and is no key of another system"),
        "nkeep list keys",
    ))
}
