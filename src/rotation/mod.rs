//! One key replaced by another, with both trusted in between. Evidence moves a rotation on; time alone never does.
//!
//! [`plans`] has one table a kind: phases, what has to be so before each, what it does and how one goes back. [`engine`] is one for
//! all of them: every step is one change of the store. How evidence was come by is not known here.

pub mod artefacts;
mod by_hand;
mod documents;
pub mod due;
pub mod emergency;
pub mod engine;
mod error;
pub mod evidence;
pub mod files;
pub mod gate;
pub mod given;
pub mod issuer;
mod kind;
pub mod observed;
pub mod open;
pub mod opening;
pub mod phase;
pub mod plans;
pub mod refused;
pub mod report;
pub mod sets;
mod standing;
pub mod work;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use documents::{all, found, must_keep_its_key, open_or_last, overlapping};
pub use error::RotationError;
pub use kind::Kind;

use crate::clock::UnixSeconds;
use crate::nkey::PublicKey;
use crate::store::record::Entity;
use crate::store::{Records, StoreError};
use crate::text::{counted, quoted};
use evidence::{Record, Stated};

/// What every operation here may fail with.
pub type Result<T, E = RotationError> = std::result::Result<T, E>;

/// A rotation, as the store keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rotation {
    /// What it is called.
    pub id: String,
    /// Of what.
    pub kind: Kind,
    /// What is replaced, for people.
    pub what: String,
    /// The operator that it is under.
    pub operator: String,
    /// The account, where it is one's.
    pub account: Option<String>,
    /// The user, where it is one's.
    pub user: Option<String>,
    /// What is replaced.
    pub old: String,
    /// What replaces it.
    pub new: String,
    /// The phase that it is in.
    pub phase: String,
    /// How it ended, when it has.
    pub outcome: Option<Outcome>,
    /// Whether the old key is in other hands.
    pub compromised: bool,
    /// By what it is measured.
    pub terms: Terms,
    /// What was done, from the first on.
    pub steps: Vec<Step>,
    /// What was seen since the last step.
    pub evidence: Vec<Record>,
    /// What people said since the last step.
    pub stated: Vec<Stated>,
    /// Since when nobody was seen that came in by the old key.
    pub quiet_since: Option<UnixSeconds>,
    /// What going back needs, and what phases leave for each other.
    pub kept: BTreeMap<String, String>,
}

/// How a rotation ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// The new key is in the place of the old.
    Done,
    /// The old key is where it was.
    Aborted,
}

/// By what a rotation is measured.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// Whom evidence is needed of.
    pub servers: Inventory,
    /// How long the new key is watched before the old one goes, in seconds.
    pub soak: i64,
    /// How old evidence may be, in seconds.
    pub evidence_age: i64,
}

/// The servers that there are, as people say: silence is no agreement.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Inventory {
    /// Nobody said.
    #[default]
    Undeclared,
    /// So many.
    Count(usize),
    /// Those, by name or identity.
    Names(Vec<String>),
}

impl Inventory {
    /// In words.
    #[must_use]
    pub fn title(&self) -> String {
        match self {
            Self::Undeclared => "no servers".to_owned(),
            Self::Count(count) => counted(*count, "server"),
            Self::Names(names) => format!("servers {}", names.join(", ")),
        }
    }
}

/// A step that was taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Which way.
    pub way: Way,
    /// The phase that it led into, or out of.
    pub phase: String,
    /// When.
    pub time: UnixSeconds,
    /// By whom.
    pub actor: String,
    /// Why, where somebody insisted.
    pub reason: Option<String>,
    /// What was missing, where somebody insisted.
    pub missing: Vec<String>,
    /// What was done, in sentences.
    pub did: Vec<String>,
    /// What it was based on.
    pub evidence: Vec<Record>,
    /// What people had said.
    pub stated: Vec<Stated>,
    /// SHA-256 over both, as the journal has it.
    pub evidence_sha256: String,
}

/// Which way a step led.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Way {
    /// On.
    Onward,
    /// On, though something was missing.
    Forced,
    /// Back.
    Back,
    /// Past everything, since the old key is in other hands.
    Emergency,
}

impl Rotation {
    /// Whether it goes on.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.outcome.is_none()
    }

    /// When it last went on; nothing before its first step.
    #[must_use]
    pub fn moved_on(&self) -> Option<UnixSeconds> {
        self.steps.last().map(|step| step.time)
    }

    /// Whether what an emergency does is done.
    #[must_use]
    pub fn is_behind_emergency(&self) -> bool {
        let plan = self.plan();
        let mut phases = plan.phases.iter();
        let last = phases.position(|phase| phase.name == plan.emergency);
        last.is_some_and(|last| self.at() >= last)
    }

    /// Whether it would take the ground of another away, or the other its own.
    #[must_use]
    pub fn stands_on(&self, other: &Self) -> bool {
        // An operator that replaces another is one with it.
        other.old == self.old
            || other.new == self.old
            || ([&other.operator, &other.old, &other.new].contains(&&self.operator)
                && other.kind.is_of_operator()
                && self.kind.is_of_operator())
    }

    /// The key that is replaced.
    pub fn old_key(&self) -> Result<PublicKey> {
        Ok(self.old.parse().map_err(StoreError::from)?)
    }

    /// The key that replaces it.
    pub fn new_key(&self) -> Result<PublicKey> {
        Ok(self.new.parse().map_err(StoreError::from)?)
    }

    /// Whether the operator or the account that it is about is no longer in the store. Of a user, the plan knows what is left to do.
    pub fn is_of_nobody(&self, records: &dyn Records) -> Result<bool> {
        if self.kind.is_of_store() {
            return Ok(false);
        }
        for key in [Some(&self.operator), self.account.as_ref()] {
            let key = key.and_then(|key| key.parse::<PublicKey>().ok());
            if let Some(key) = key
                && records.entity(&key)?.is_none()
            {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Its operator, as it is by now.
    pub fn operator(&self, records: &dyn Records) -> Result<Entity> {
        self.entity(records, &self.operator)
    }

    /// Its account, as it is by now.
    pub fn account(&self, records: &dyn Records) -> Result<Entity> {
        self.entity(records, self.account.as_deref().unwrap_or_default())
    }

    /// Its user, as it is by now.
    pub fn user(&self, records: &dyn Records) -> Result<Entity> {
        self.entity(records, self.user.as_deref().unwrap_or_default())
    }

    /// An entity that it is about.
    pub fn entity(&self, records: &dyn Records, key: &str) -> Result<Entity> {
        let gone = || {
            RotationError::refused(
                format!(
                    "rotation {} is about {}, which is no longer in the store",
                    self.id,
                    quoted(key)
                ),
                format!("nkeep rotate abort {}", self.id),
            )
        };
        let key = key.parse::<PublicKey>().map_err(|_| gone())?;
        records.entity(&key)?.ok_or_else(gone)
    }
}
