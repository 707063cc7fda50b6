//! One key replaced by another, with both trusted in between. Evidence moves a rotation on; time alone never does.
//!
//! [`plans`] has one table a kind: phases, what has to be so before each, what it does and how one goes back. [`engine`] is one for
//! all of them: every step is one change of the store. How evidence was come by is not known here.

pub mod artefacts;
pub mod due;
pub mod emergency;
pub mod engine;
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
pub mod work;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use kind::Kind;

use crate::clock::UnixSeconds;
use crate::nkey::PublicKey;
use crate::store::document::Document;
use crate::store::record::Entity;
use crate::store::{Changes, Records, StoreError};
use crate::text::{noted, quoted, shell_word};
use crate::trust::TrustError;
use crate::trust::resign::counted;
use evidence::{Record, Stated};
use gate::Missing;

/// What every operation here may fail with.
pub type Result<T, E = RotationError> = std::result::Result<T, E>;

/// Why a rotation cannot go on.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RotationError {
    /// The tree cannot be changed so.
    #[error(transparent)]
    Trust(#[from] TrustError),
    /// A gate is open.
    #[error("rotation {id} cannot go {way} yet: {}", listed(.missing))]
    Gate {
        /// which rotation
        id: String,
        /// where to
        way: String,
        /// what is not so
        missing: Vec<Missing>,
    },
    /// Something else would take the ground away of one that has not ended.
    #[error("rotation {id} of the {what} has not ended")]
    Open {
        /// which rotation
        id: String,
        /// what is replaced, for people
        what: String,
        /// what comes of it where somebody insists
        then: &'static str,
    },
    /// It makes no sense.
    #[error("{reason}")]
    Refused {
        /// what, and why
        reason: String,
        /// a command that helps
        help: String,
    },
}

impl From<StoreError> for RotationError {
    fn from(error: StoreError) -> Self {
        Self::Trust(error.into())
    }
}

impl RotationError {
    /// A refusal, with a command that helps.
    pub fn refused(reason: impl Into<String>, help: impl Into<String>) -> Self {
        Self::Refused {
            reason: reason.into(),
            help: help.into(),
        }
    }
}

fn listed(missing: &[Missing]) -> String {
    let each: Vec<&str> = missing.iter().map(|one| &*one.what).collect();
    each.join("; ")
}

/// Under which name a rotation keeps what is left to people.
const LEFT_TO_PEOPLE: &str = "left to people";

/// How the documents of rotations are named.
const NAMED: &str = "rotation ";

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

    /// Whether nothing is changed that servers may have: it can be ended as it stands.
    #[must_use]
    pub fn can_be_aborted(&self) -> bool {
        let phases = self.plan().phases;
        self.is_open() && !self.compromised && self.undone_first().name == phases[0].name
    }

    /// Whether the old key is trusted no more: it came to the end, or to before it.
    #[must_use]
    pub fn has_left_old(&self) -> bool {
        let retired = self
            .plan()
            .phases
            .iter()
            .position(|one| one.name == "retire");
        self.outcome != Some(Outcome::Aborted) && retired.is_some_and(|at| self.at() >= at)
    }

    /// Its plan.
    #[must_use]
    pub fn plan(&self) -> &'static phase::Plan {
        plans::reading(self.kind, given::Reads::kept(&self.kept))
    }

    /// The number of the phase that it is in.
    #[must_use]
    pub fn at(&self) -> usize {
        let phases = self.plan().phases;
        let found = phases.iter().position(|phase| phase.name == self.phase);
        found.unwrap_or_default()
    }

    /// The phase that it is in.
    #[must_use]
    pub fn present(&self) -> &'static phase::Phase {
        &self.plan().phases[self.at()]
    }

    /// The phase that comes next.
    #[must_use]
    pub fn coming(&self) -> Option<&'static phase::Phase> {
        match self.is_open() {
            true => self.plan().phases.get(self.at() + 1),
            false => None,
        }
    }

    /// What has to be so before the phase that it is in is taken back: nothing, unless it had gone further.
    #[must_use]
    pub fn gates_back(&self) -> &'static [phase::Gate] {
        let phases = self.plan().phases;
        let number = |step: &Step| phases.iter().position(|phase| phase.name == step.phase);
        let went_further =
            (self.steps.iter()).any(|step| step.way != Way::Back && number(step) > Some(self.at()));
        match (&self.undone_first().undo, went_further) {
            (Some(undo), true) => undo.gates,
            _ => &[],
        }
    }

    /// The phase that a way back begins with: the last one that changed anything.
    #[must_use]
    pub fn undone_first(&self) -> &'static phase::Phase {
        let phases = &self.plan().phases[..=self.at()];
        let changed =
            |phase: &&phase::Phase| phase.undo.as_ref().is_none_or(|undo| !undo.acts.is_empty());
        phases.iter().rfind(changed).unwrap_or(&phases[0])
    }

    /// What is left to people, as commands.
    #[must_use]
    pub fn left_to_people(&self) -> Vec<&str> {
        let kept = self.kept.get(LEFT_TO_PEOPLE);
        kept.map_or_else(Vec::new, |text| text.lines().collect())
    }

    /// What servers are started with by now, as a command.
    #[must_use]
    pub fn configuration(&self) -> String {
        let phases = &self.plan().phases[..=self.at()];
        let restarts = |phase: &phase::Phase| match phase.then {
            then @ (phase::Deploy::Restart | phase::Deploy::RestartWith(_)) => Some(then),
            _ => None,
        };
        let then = phases.iter().rev().find_map(restarts);
        self.done_by_hand(then.unwrap_or(phase::Deploy::Restart))
            .unwrap_or_default()
    }

    /// What people do after a step, as a command.
    #[must_use]
    pub fn done_by_hand(&self, then: phase::Deploy) -> Option<String> {
        use phase::Deploy;
        const WHY: &str =
            "start every server again with it, one after the other: a reload does not take it";
        match then {
            Deploy::Nothing => None,
            Deploy::Restart => Some(noted("nkeep generate config --nats-resolver", WHY)),
            Deploy::RestartWith(names) => {
                let names = names.iter().filter_map(|name| self.kept.get(*name));
                let names: Vec<String> = names.map(|name| shell_word(name)).collect();
                let names = names.join(",");
                let config = format!("nkeep generate config --nats-resolver --operators {names}");
                Some(noted(config, WHY))
            }
            Deploy::Push => Some("nkeep push -A".to_owned()),
            Deploy::Replace => Some(noted(
                format!("nkeep rotate due --left {}", self.id),
                "what the old one could open, and how each is replaced",
            )),
            Deploy::HandOut(what) => Some(noted(format!("nkeep rotate status {}", self.id), what)),
        }
    }

    /// When it came into the phase that it is in.
    #[must_use]
    pub fn since(&self) -> UnixSeconds {
        self.steps.last().map_or(0, |step| step.time)
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

    /// Keeps it.
    pub fn keep(&self, changes: &mut dyn Changes) -> Result<()> {
        let text = serde_json::to_string(self).map_err(|error| {
            StoreError::Refused(format!("a rotation cannot be written: {error}"))
        })?;
        let updated = changes.now();
        Ok(changes.put_document(&Document {
            name: format!("{NAMED}{}", self.id),
            text,
            updated,
        })?)
    }
}

/// Every rotation, from the first on.
pub fn all(records: &dyn Records) -> Result<Vec<Rotation>> {
    let documents = records.documents(NAMED)?.into_iter();
    let mut found: Vec<Rotation> = documents.map(|one| read(&one)).collect::<Result<_>>()?;
    found.sort_by_key(|rotation| rotation.steps.first().map(|step| step.time));
    Ok(found)
}

/// Two that are open, and that nobody could have begun one after the other: those of two copies that were brought together.
pub fn overlapping(records: &dyn Records) -> Result<Option<(Rotation, Rotation)>> {
    let mut open: Vec<Rotation> = all(records)?
        .into_iter()
        .filter(Rotation::is_open)
        .collect();
    while let Some(one) = open.pop() {
        let other = open
            .iter()
            .position(|other| one.stands_on(other) || other.stands_on(&one));
        if let Some(other) = other {
            return Ok(Some((open.swap_remove(other), one)));
        }
    }
    Ok(None)
}

/// Refuses where a rotation is open that knows an operator by its key: with another one it would find nothing.
pub fn must_keep_its_key(records: &dyn Records, operator: &Entity) -> Result<()> {
    let key = operator.key.to_string();
    let knows_it = |one: &Rotation| [&one.operator, &one.old, &one.new].contains(&&key);
    let mut all = all(records)?.into_iter();
    match all.find(|one| one.is_open() && knows_it(one)) {
        None => Ok(()),
        Some(open) => Err(RotationError::refused(
            format!("rotation {} of the {} has not ended", open.id, open.what),
            format!("nkeep rotate status {}", open.id),
        )),
    }
}

fn read(document: &Document) -> Result<Rotation> {
    serde_json::from_str(&document.text).map_err(|error| {
        RotationError::refused(
            format!("{} was written by another nkeep: {error}", document.name),
            "nkeep version",
        )
    })
}

/// The rotation of that name; without one, the only one that is open, or else that is there at all.
pub fn found(records: &dyn Records, wanted: Option<&str>) -> Result<Rotation> {
    let all = all(records)?;
    if let Some(wanted) = wanted {
        let found = all.into_iter().find(|rotation| rotation.id == wanted);
        return found.ok_or_else(|| {
            RotationError::refused(
                format!("there is no rotation {}", quoted(wanted)),
                "nkeep rotate list",
            )
        });
    }
    let (open, ended): (Vec<_>, Vec<_>) = all.into_iter().partition(Rotation::is_open);
    if open.is_empty() && ended.len() > 1 {
        let names: Vec<&str> = ended.iter().map(|one| &*one.id).collect();
        return Err(RotationError::refused(
            format!(
                "no rotation is open; those that ended: {}",
                names.join(", ")
            ),
            "nkeep rotate list",
        ));
    }
    let candidates = if open.is_empty() { ended } else { open };
    match <[Rotation; 1]>::try_from(candidates) {
        Ok([only]) => Ok(only),
        Err(several) if several.is_empty() => Err(RotationError::refused(
            "nothing is being rotated",
            "nkeep rotate start --help",
        )),
        Err(several) => {
            let names: Vec<&str> = several.iter().map(|one| &*one.id).collect();
            Err(RotationError::refused(
                format!(
                    "there are several rotations, and none is named: {}",
                    names.join(", ")
                ),
                "nkeep rotate list",
            ))
        }
    }
}
