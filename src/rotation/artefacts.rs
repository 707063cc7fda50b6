//! What is applied in each phase of a rotation, and what is applied to go back: one table for all kinds. How each is made is not
//! known here.
//!
//! Servers are started with an operator's token, so that of every phase is kept: what an earlier phase had can be had again.

use super::phase::{Deploy, Plan};
use super::{Kind, Outcome, Result, Rotation, RotationError};
use crate::store::Records;
use crate::store::record::Entity;
use crate::text::{noted, quoted};

/// Something that is applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Artefact {
    /// What makes servers trust the operator: its token, and the system account, in each form that somebody takes.
    ServerTrust,
    /// The same where operators themselves are replaced: those, in this order.
    TrustOf(&'static [Which]),
    /// Accounts are pushed, of which there is no file.
    Push,
    /// A Secret with the key itself; of a user, with its creds.
    Key(Of, Which),
    /// What names that Secret, for a controller that signs accounts.
    NatsCluster(Which),
    /// The keys that readers get, in their order: a Secret.
    Keys,
    /// The keys of an issuer, which are none: a ConfigMap.
    Pins,
    /// Secrets with the creds of users that the new key signed.
    Users,
    /// That the Secret with a key goes.
    Removal(Of, Which),
}

/// Of what a Secret has a key, and so who takes it and how it is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// Of an operator, to sign accounts.
    Operator,
    /// Of an account, to sign users.
    Account,
    /// Of a user of the system account.
    SystemUser,
    /// Of any other user.
    User,
}

/// Which of the two keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// The one that is replaced.
    Old,
    /// The one that replaces it.
    New,
}

/// What is applied in a phase, in this order, and to go back from it.
struct Row {
    phase: &'static str,
    onward: &'static [Artefact],
    back: &'static [Artefact],
}

const TABLE: &[(Kind, &[Row])] = &[
    (Kind::OperatorIdentity, OPERATOR_IDENTITY),
    (Kind::OperatorSigningKey, OPERATOR_SIGNING_KEY),
    (Kind::AccountSigningKey, ACCOUNT_SIGNING_KEY),
    (Kind::SystemUser, SYSTEM_USER),
    (Kind::UserKey, USER_KEY),
    (Kind::CalloutCurveKey, CALLOUT_CURVE_KEY),
    (Kind::OidcKeys, OIDC_KEYS),
    (Kind::KeySet, KEY_SET),
];

/// Of several operators the first alone decides who may delete accounts.
const OPERATOR_IDENTITY: &[Row] = &[
    Row {
        phase: "stage",
        onward: &[Artefact::TrustOf(&[Which::Old, Which::New])],
        back: &[Artefact::TrustOf(&[Which::Old])],
    },
    Row {
        phase: "activate",
        onward: &[Artefact::Push, Artefact::TrustOf(&[Which::Old, Which::New])],
        back: &[Artefact::TrustOf(&[Which::Old, Which::New])],
    },
    Row {
        phase: "swap",
        onward: &[Artefact::TrustOf(&[Which::New, Which::Old])],
        back: &[Artefact::TrustOf(&[Which::Old, Which::New])],
    },
    Row {
        phase: "retire",
        onward: &[Artefact::Push, Artefact::TrustOf(&[Which::New])],
        back: &[Artefact::TrustOf(&[Which::New, Which::Old])],
    },
];

/// While the old key signs no more, a controller that signs accounts has the new one, in each phase from there on.
const OPERATOR_SIGNING_KEY: &[Row] = &[
    Row {
        phase: "stage",
        onward: &[Artefact::ServerTrust],
        back: &[Artefact::ServerTrust],
    },
    Row {
        phase: "activate",
        onward: SIGNED_BY_NEW,
        back: SIGNED_BY_OLD,
    },
    Row {
        phase: "soak",
        onward: SIGNED_BY_NEW,
        back: SIGNED_BY_OLD,
    },
    Row {
        phase: "retire",
        onward: &[
            Artefact::Key(Of::Operator, Which::New),
            Artefact::NatsCluster(Which::New),
            Artefact::Push,
            Artefact::ServerTrust,
            Artefact::Removal(Of::Operator, Which::Old),
        ],
        back: &[Artefact::ServerTrust],
    },
];

const SIGNED_BY_NEW: &[Artefact] = &[
    Artefact::Key(Of::Operator, Which::New),
    Artefact::NatsCluster(Which::New),
    Artefact::Push,
    Artefact::ServerTrust,
];

const SIGNED_BY_OLD: &[Artefact] = &[
    Artefact::Key(Of::Operator, Which::Old),
    Artefact::NatsCluster(Which::Old),
    Artefact::ServerTrust,
];

/// Users whom the old key signs again have other creds than before: to go back, they are given out when the store has gone back.
const ACCOUNT_SIGNING_KEY: &[Row] = &[
    Row {
        phase: "activate",
        onward: &[
            Artefact::Push,
            Artefact::Key(Of::Account, Which::New),
            Artefact::Users,
        ],
        back: &[Artefact::Key(Of::Account, Which::Old)],
    },
    Row {
        phase: "soak",
        onward: &[
            Artefact::Push,
            Artefact::Key(Of::Account, Which::New),
            Artefact::Users,
        ],
        back: &[Artefact::Key(Of::Account, Which::Old)],
    },
    Row {
        phase: "retire",
        onward: &[
            Artefact::Key(Of::Account, Which::New),
            Artefact::Users,
            Artefact::Push,
            Artefact::Removal(Of::Account, Which::Old),
        ],
        back: &[],
    },
];

/// A user, who has creds.
macro_rules! user {
    ($of:expr) => {
        &[
            Row {
                phase: "stage",
                onward: &[Artefact::Push, Artefact::Key($of, Which::New)],
                back: &[],
            },
            Row {
                phase: "activate",
                onward: &[Artefact::Push, Artefact::Key($of, Which::New)],
                back: &[Artefact::Key($of, Which::Old)],
            },
            Row {
                phase: "retire",
                onward: &[Artefact::Key($of, Which::New), Artefact::Push],
                back: &[],
            },
        ]
    };
}

const USER_KEY: &[Row] = user!(Of::User);
const SYSTEM_USER: &[Row] = user!(Of::SystemUser);

/// A phase in which readers get keys.
const fn read(phase: &'static str, keys: &'static [Artefact]) -> Row {
    Row {
        phase,
        onward: keys,
        back: keys,
    }
}

const CALLOUT_CURVE_KEY: &[Row] = &[
    read("stage", &[Artefact::Keys]),
    Row {
        phase: "activate",
        onward: &[Artefact::Keys, Artefact::Push],
        back: &[Artefact::Keys],
    },
    read("soak", &[Artefact::Keys]),
    read("retire", &[Artefact::Keys]),
];

const OIDC_KEYS: &[Row] = &[
    read("stage", &[Artefact::Pins]),
    read("activate", &[Artefact::Pins]),
    read("soak", &[Artefact::Pins]),
    read("retire", &[Artefact::Pins]),
];

const KEY_SET: &[Row] = &[
    read("stage", &[Artefact::Keys]),
    read("activate", &[Artefact::Keys]),
    read("retire", &[Artefact::Keys]),
];

/// What is applied together.
#[derive(Clone, Debug)]
pub struct Set {
    /// The phase that it is of: what servers have when it is applied. Nothing for what was before the rotation began.
    pub phase: Option<&'static str>,
    /// What, in this order.
    pub artefacts: &'static [Artefact],
    /// Whom servers trust, the first of several first, with the tokens that they had in that phase.
    pub operators: Vec<Entity>,
    /// What people do with it.
    pub then: Deploy,
}

/// What going back comes to.
#[derive(Clone, Debug)]
pub enum WayBack {
    /// It is this.
    Set(Set),
    /// There is none, and why.
    None(String),
}

/// What is applied in that phase, or in the one that the rotation is in.
pub fn of(records: &dyn Records, rotation: &Rotation, phase: Option<&str>) -> Result<Set> {
    let number = numbered(rotation, phase)?;
    let phase = &rotation.plan().phases[number];
    let row = row(rotation.kind, phase.name).ok_or_else(|| nothing(rotation, number))?;
    Ok(Set {
        phase: Some(phase.name),
        artefacts: row.onward,
        operators: operators(records, rotation, row.onward, Some(number))?,
        then: phase.then,
    })
}

/// What is applied to go back from that phase.
pub fn back(records: &dyn Records, rotation: &Rotation, phase: Option<&str>) -> Result<WayBack> {
    let number = numbered(rotation, phase)?;
    let plan = rotation.plan();
    let name = plan.phases[number].name;
    let none = |why: String| Ok(WayBack::None(why));
    match rotation.outcome {
        Some(Outcome::Done) => return none("the rotation is done".to_owned()),
        Some(Outcome::Aborted) => {
            return none("the rotation was aborted, and the old key is in its place".to_owned());
        }
        None => {}
    }
    if rotation.compromised {
        return none("the old key is in other hands".to_owned());
    }
    let undone = undone_first(plan, number);
    let (Some(undo), Some(row)) = (&plan.phases[undone].undo, row(rotation.kind, name)) else {
        return none(format!("there is no way back from {name}"));
    };
    let before = undone.checked_sub(1);
    Ok(match operators(records, rotation, row.back, before) {
        Ok(operators) => WayBack::Set(Set {
            phase: before.map(|number| plan.phases[number].name),
            artefacts: row.back,
            operators,
            then: undo.then,
        }),
        Err(RotationError::Refused { reason, .. }) => WayBack::None(reason),
        Err(error) => return Err(error),
    })
}

fn row(kind: Kind, phase: &str) -> Option<&'static Row> {
    let (_, rows) = TABLE.iter().find(|(of, _)| *of == kind)?;
    rows.iter().find(|row| row.phase == phase)
}

/// The phase that a way back from there begins with: the last one that changed anything.
fn undone_first(plan: &Plan, number: usize) -> usize {
    let changed =
        |phase: &super::phase::Phase| phase.undo.as_ref().is_none_or(|undo| !undo.acts.is_empty());
    let found = plan.phases[..=number].iter().rposition(changed);
    found.unwrap_or_default()
}

/// The number of that phase, into which the rotation has come.
fn numbered(rotation: &Rotation, phase: Option<&str>) -> Result<usize> {
    let Some(wanted) = phase else {
        return Ok(rotation.at());
    };
    let phases = rotation.plan().phases;
    let status = format!("nkeep rotate status {}", rotation.id);
    let Some(number) = phases.iter().position(|phase| phase.name == wanted) else {
        let names: Vec<&str> = phases.iter().map(|phase| phase.name).collect();
        return Err(RotationError::refused(
            format!(
                "{} is no phase of rotation {}, which has {}",
                quoted(wanted),
                rotation.id,
                names.join(", ")
            ),
            status,
        ));
    };
    if number > rotation.at() {
        return Err(RotationError::refused(
            format!(
                "rotation {} is in {}, and has yet to come to {wanted}: nothing is signed for that",
                rotation.id, rotation.phase
            ),
            status,
        ));
    }
    Ok(number)
}

fn nothing(rotation: &Rotation, number: usize) -> RotationError {
    let phases = rotation.plan().phases;
    let id = &rotation.id;
    let earlier = phases[..number]
        .iter()
        .rfind(|phase| row(rotation.kind, phase.name).is_some());
    RotationError::refused(
        format!("nothing is applied in {}", phases[number].name),
        match earlier {
            None if phases[number].then == Deploy::Push => {
                noted("nkeep push -A", "is all that is done")
            }
            Some(phase) => format!("nkeep rotate artefacts {id} --phase {}", phase.name),
            None => format!("nkeep rotate status {id}"),
        },
    )
}

/// Under what the operator's token of a phase is kept.
fn kept_as(phase: Option<&str>) -> String {
    format!("operator-token {}", phase.unwrap_or("of before"))
}

/// Keeps the operator's token as servers are to have it in the phase that the rotation is in. Of later phases, which were gone back
/// from, there is none any more.
pub fn keep(records: &dyn Records, rotation: &mut Rotation) -> Result<()> {
    let (phases, at) = (rotation.plan().phases, rotation.at());
    for phase in &phases[at..] {
        rotation.kept.remove(&kept_as(Some(phase.name)));
    }
    keep_as(records, rotation, Some(at))
}

/// Keeps the operator's token as it is before the rotation begins.
pub fn keep_before(records: &dyn Records, rotation: &mut Rotation) -> Result<()> {
    keep_as(records, rotation, None)
}

/// Only what differs from the phase before is kept, and only where servers are started with it.
fn keep_as(records: &dyn Records, rotation: &mut Rotation, number: Option<usize>) -> Result<()> {
    if !keeps_tokens(rotation.kind) {
        return Ok(());
    }
    let token = rotation.operator(records)?.token;
    if token_at(rotation, number) != Some(&token) {
        let phase = number.map(|number| rotation.plan().phases[number].name);
        rotation.kept.insert(kept_as(phase), token);
    }
    Ok(())
}

/// Whether servers are started with something else in its phases.
fn keeps_tokens(kind: Kind) -> bool {
    let mut rows = TABLE.iter().filter(|(of, _)| *of == kind);
    rows.any(|(_, rows)| {
        let mut onward = rows.iter().flat_map(|row| row.onward);
        onward.any(|artefact| *artefact == Artefact::ServerTrust)
    })
}

/// The operator's token as it was in the phase of that number, or before any.
fn token_at(rotation: &Rotation, number: Option<usize>) -> Option<&String> {
    let come_to = number.map_or(&[][..], |number| &rotation.plan().phases[..=number]);
    let phases = come_to.iter().rev().map(|phase| Some(phase.name));
    phases
        .chain([None])
        .find_map(|phase| rotation.kept.get(&kept_as(phase)))
}

/// Whom servers trust in the phase of that number.
fn operators(
    records: &dyn Records,
    rotation: &Rotation,
    artefacts: &[Artefact],
    number: Option<usize>,
) -> Result<Vec<Entity>> {
    let named = artefacts.iter().find_map(|artefact| match artefact {
        Artefact::TrustOf(which) => Some(which),
        _ => None,
    });
    let Some(named) = named else {
        return Ok(vec![operator_at(records, rotation, number)?]);
    };
    let each = named.iter().map(|which| match which {
        Which::Old => rotation.entity(records, &rotation.old),
        Which::New => rotation.entity(records, &rotation.new),
    });
    each.collect()
}

/// The operator as it was then. What has been the same ever since is as the store has it now, whatever else changed.
fn operator_at(
    records: &dyn Records,
    rotation: &Rotation,
    number: Option<usize>,
) -> Result<Entity> {
    let operator = rotation.operator(records)?;
    let at = rotation.at();
    let then = token_at(rotation, number);
    if !keeps_tokens(rotation.kind)
        || number == Some(at)
        || (then.is_some() && then == token_at(rotation, Some(at)))
    {
        return Ok(operator);
    }
    let token = then.cloned().ok_or_else(|| {
        RotationError::refused(
            format!(
                "what servers had before is not kept in rotation {}, which an older nkeep began",
                rotation.id
            ),
            format!("nkeep rotate status {}", rotation.id),
        )
    })?;
    Ok(Entity { token, ..operator })
}

#[cfg(test)]
mod tests {
    use super::{TABLE, undone_first};
    use crate::rotation::plans;

    #[test]
    fn every_row_is_of_a_phase_that_there_is_in_their_order() {
        for (kind, rows) in TABLE {
            let phases = plans::of(*kind).phases;
            let number = |name: &str| phases.iter().position(|phase| phase.name == name);
            let numbers: Vec<_> = rows.iter().map(|row| number(row.phase)).collect();
            assert!(numbers.iter().all(Option::is_some), "{kind}");
            assert!(numbers.is_sorted(), "{kind}");
        }
    }

    #[test]
    fn where_there_is_no_way_back_nothing_is_applied_for_it() {
        for (kind, rows) in TABLE {
            let plan = plans::of(*kind);
            for row in *rows {
                let number = plan.phases.iter().position(|phase| phase.name == row.phase);
                let undone = undone_first(plan, number.unwrap_or_default());
                let has_way = plan.phases[undone].undo.is_some();
                assert!(has_way || row.back.is_empty(), "{kind} {}", row.phase);
            }
        }
    }
}
