//! What a plan is made of: phases with what has to be so before each, what it does, and how one goes back.

use super::gate::Missing;
use super::given::Given;
use super::observed::Connection;
use super::opening::Newcomer;
use super::work::Work;
use super::{Kind, Result, Rotation, RotationError};
use crate::nkey::PublicKey;
use crate::store::keyring::Keyring;
use crate::store::record::{Entity, EntityKind};
use crate::store::{Changes, Records};

/// The plan of a kind. Each is one table, which reads like the reference.
pub struct Plan {
    /// Of what.
    pub kind: Kind,
    /// Finds what is to be replaced, and who holds it.
    pub pick: fn(&dyn Records, &Asked) -> Result<Picked>,
    /// What is signed anew on the way, for people.
    pub touches: fn(&dyn Records, &Picked) -> Result<Vec<String>>,
    /// From the first to the last.
    pub phases: &'static [Phase],
    /// What has to be known before it is begun.
    pub warns: &'static [&'static str],
    /// The phase that is come to at once when the old key is in other hands.
    pub emergency: &'static str,
    /// What that breaks.
    pub breaks: &'static [&'static str],
    /// What people do then, in this order.
    pub instructions: &'static [&'static str],
}

impl Plan {
    /// The phase of that name.
    #[must_use]
    pub fn phase(&self, name: &str) -> Option<&'static Phase> {
        self.phases.iter().find(|phase| phase.name == name)
    }

    /// The number of the phase that a way back from there begins with: the last one that changed anything.
    #[must_use]
    pub fn undone_first(&self, from: usize) -> usize {
        let changed = |phase: &Phase| phase.undo.as_ref().is_none_or(|undo| !undo.acts.is_empty());
        let found = self.phases[..=from].iter().rposition(changed);
        found.unwrap_or_default()
    }
}

/// One step of a plan.
pub struct Phase {
    /// What it is called.
    pub name: &'static str,
    /// What it does.
    pub does: &'static str,
    /// What has to be so before.
    pub gates: &'static [Gate],
    /// How it is done, in one change.
    pub enter: &'static [Act],
    /// What people do then.
    pub then: Deploy,
    /// How it is taken back; nothing where there is no way back.
    pub undo: Option<Undo>,
}

impl Phase {
    /// Whether what is seen of servers has to be shown before.
    #[must_use]
    pub fn asks_servers(&self) -> bool {
        use Gate::{Holding, NoStrangers, Quiet, QuietOfNew, Started, StartedAlone};
        self.gates.iter().any(|gate| {
            matches!(
                gate,
                Started(_)
                    | StartedAlone(_)
                    | Holding(_)
                    | NoStrangers
                    | Quiet { .. }
                    | QuietOfNew { .. }
            )
        })
    }
}

/// The way back from a phase, to the one before.
pub struct Undo {
    /// How, in one change.
    pub acts: &'static [Act],
    /// What has to be so before, where it had gone further than that phase: until then servers have what the phase before had.
    pub gates: &'static [Gate],
    /// What people do then.
    pub then: Deploy,
}

impl Undo {
    /// Of a phase that changed nothing.
    pub const NOTHING: Self = Self {
        acts: &[],
        gates: &[],
        then: Deploy::Nothing,
    };
}

/// What is done to the store.
pub type Act = fn(&mut Work<'_>) -> Result<()>;

/// Something that has to be so, and that somebody has to show.
pub enum Gate {
    /// Nothing was changed beside the rotation that its step would lose, in words; else what is missing.
    Untouched(
        &'static str,
        fn(&dyn Records, &Rotation) -> Result<Vec<Missing>>,
    ),
    /// Every server was started with these tokens of operators.
    Started(fn(&dyn Records, &Rotation) -> Result<Vec<String>>),
    /// The same, and with no other operator's beside.
    StartedAlone(fn(&dyn Records, &Rotation) -> Result<Vec<String>>),
    /// Every server has these accounts as the store has them.
    Holding(fn(&dyn Records, &Rotation) -> Result<Vec<Entity>>),
    /// No server that was asked has an account by the old key that the store does not know: nobody would sign it anew.
    NoStrangers,
    /// Some time has passed since the phase before.
    Soaked,
    /// Nothing of the store's hangs on the old key: else, what does.
    Unhung(fn(&dyn Records, &Rotation) -> Result<Vec<String>>),
    /// Nobody who is connected came in by the old key, for as long as it soaks; or all that it signed has expired.
    Quiet {
        /// Whether a connection came in by it.
        by_old: fn(&Connection, &Rotation) -> bool,
        /// In which accounts it could be.
        within: fn(&dyn Records, &Rotation) -> Result<Vec<Entity>>,
        /// Whether all that the old key let in has expired.
        expired: fn(&dyn Records, &Rotation, i64) -> Result<bool>,
    },
    /// The same of the new key, on the way back.
    QuietOfNew {
        /// Whether a connection came in by it.
        by_new: fn(&Connection, &Rotation) -> bool,
        /// In which accounts it could be.
        within: fn(&dyn Records, &Rotation) -> Result<Vec<Entity>>,
        /// Whether all that the new key let in has expired.
        expired: fn(&dyn Records, &Rotation, i64) -> Result<bool>,
    },
    /// Somebody says so, who alone can know, as long as there is something to say it of.
    AttestedOf(
        &'static Attestation,
        fn(&dyn Records, &Rotation, i64) -> Result<Vec<String>>,
    ),
    /// Somebody says so, who alone can know.
    Attested(&'static Attestation),
    /// Whoever takes the step shows it by what they have at hand.
    Proven(&'static Proof),
}

/// Something that no server says, and people do.
#[derive(Debug)]
pub struct Attestation {
    /// What it is called.
    pub name: &'static str,
    /// What is to be so.
    pub says: &'static str,
}

/// Something that is shown by opening or signing with what is at hand, when the step is taken.
#[derive(Debug)]
pub struct Proof {
    /// What it is called.
    pub name: &'static str,
    /// What is to be so.
    pub says: &'static str,
    /// What was shown, in words; nothing where what is at hand does not show it.
    pub shown: fn(&dyn Changes, &dyn Keyring, &Rotation) -> Result<Option<String>>,
    /// The command that shows it.
    pub help: fn(&Rotation) -> String,
}

/// What people do after a phase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deploy {
    /// Nothing.
    Nothing,
    /// Every server is started again, with another configuration: a reload does not take it (F1, F2).
    Restart,
    /// The same, with a list of operators in this order, by what the rotation has their names under.
    RestartWith(&'static [&'static str]),
    /// Accounts are pushed.
    Push,
    /// Whoever uses it gets it anew.
    HandOut(&'static str),
    /// What the old one could open is replaced, where somebody may have copied it.
    Replace,
}

/// What somebody wants to have rotated.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// Of which operator.
    pub operator: Option<Entity>,
    /// Of which account.
    pub account: Option<Entity>,
    /// Of which user.
    pub user: Option<Entity>,
    /// Which key, by its public half or its role.
    pub key: Option<String>,
    /// What is said beside, where a kind needs more.
    pub given: Given,
    /// Who is to open the store, where that is rotated.
    pub newcomer: Option<Box<Newcomer>>,
    /// Signing keys that wait in the store for a new operator.
    pub waiting: Vec<PublicKey>,
}

impl Asked {
    /// The operator; an error where none is named.
    pub fn operator(&self) -> Result<Entity> {
        named(self.operator.as_ref(), EntityKind::Operator)
    }

    /// The account; an error where none is named.
    pub fn account(&self) -> Result<Entity> {
        named(self.account.as_ref(), EntityKind::Account)
    }

    /// The user; an error where none is named.
    pub fn user(&self) -> Result<Entity> {
        named(self.user.as_ref(), EntityKind::User)
    }
}

fn named(entity: Option<&Entity>, kind: EntityKind) -> Result<Entity> {
    entity.cloned().ok_or_else(|| {
        RotationError::refused(format!("no {kind} is named"), format!("nkeep list {kind}s"))
    })
}

/// What is to be replaced.
#[derive(Clone, Debug)]
pub struct Picked {
    /// The operator that it is under.
    pub operator: Entity,
    /// The account.
    pub account: Option<Entity>,
    /// The user.
    pub user: Option<Entity>,
    /// The key.
    pub old: String,
    /// What it is, for people.
    pub what: String,
}
