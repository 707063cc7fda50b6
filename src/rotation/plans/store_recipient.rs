//! Who opens the store: the new recipient is sealed to beside the old one, and the old one goes when it was shown that
//! the new identity opens everything. Servers have no part in it.

use crate::nkey::PublicKey;
use crate::rotation::opening::{
    OPENS, could_open, forget_old, let_new_in, let_old_in_again, member, put_new_out, put_old_out,
};
use crate::rotation::phase::{Asked, Deploy, Gate, Phase, Picked, Plan, Undo};
use crate::rotation::{Kind, Result, RotationError};
use crate::store::founding::inside;
use crate::store::record::{Entity, EntityKind};
use crate::store::{Records, StoreError};
use crate::text::{noted, quoted};

/// Of a recipient, by another one.
pub static PLAN: Plan = Plan {
    kind: Kind::StoreRecipient,
    pick: pick_recipient,
    touches,
    warns: WARNS,
    phases: PHASES,
    emergency: "retire",
    breaks: BREAKS,
    instructions: INSTRUCTIONS,
};

/// Of a passphrase, by another one with an identity of its own. That the same identity is sealed with another passphrase, as
/// `store passphrase` does, takes one step; then who has the old one and an old copy opens the store of today by it.
pub static PASSPHRASE: Plan = Plan {
    kind: Kind::StorePassphrase,
    pick: pick_passphrase,
    ..PLAN
};

const WARNS: &[&str] = &[
    "backups and copies of the store from before open with the old identity for good, and so do seeds that it has opened: where somebody else may have it, replace what it could open, which nkeep rotate due --left lists",
    "whoever has opened root keys may have copied the store's own key, too, which signs the list of recipients and is not replaced: let nobody else write to the store's file",
    "both identities open the store until the old one is retired",
];

const BREAKS: &[&str] = &[
    "whoever has the old identity and no other opens nothing of the store any more, which stops jobs that use it",
];

const INSTRUCTIONS: &[&str] = &[
    "nkeep rotate due --left {rotation}  # every key that the old identity could open, with what begins its rotation: the operator's first",
    "nkeep store backup NEW-FILE  # then wipe every older backup and copy: the old identity opens them",
    "nkeep rotate next {rotation}  # wipes the old identity from the store, where it is inside",
];

const PHASES: &[Phase] = &[
    Phase {
        name: "stage",
        does: "has the new recipient open what the old one opens, beside it: everything is sealed anew to both",
        gates: &[],
        enter: &[let_new_in],
        then: Deploy::Nothing,
        undo: Some(Undo {
            acts: &[put_new_out],
            gates: &[],
            then: Deploy::Nothing,
        }),
    },
    Phase {
        name: "activate",
        does: "notes that the new identity opens everything; from here on it is the one to use",
        gates: &[Gate::Proven(&OPENS)],
        enter: &[],
        then: Deploy::Nothing,
        undo: Some(Undo::NOTHING),
    },
    Phase {
        name: "retire",
        does: "has the old recipient open nothing any more: everything is sealed anew without it",
        gates: &[],
        enter: &[put_old_out],
        then: Deploy::Replace,
        undo: Some(Undo {
            acts: &[let_old_in_again],
            gates: &[],
            then: Deploy::Nothing,
        }),
    },
    Phase {
        name: "destroy",
        does: "wipes the old identity, where the store has it",
        gates: &[],
        enter: &[forget_old],
        then: Deploy::Nothing,
        undo: None,
    },
];

fn pick_recipient(records: &dyn Records, asked: &Asked) -> Result<Picked> {
    let old = member(records, asked.key.as_deref(), Kind::StoreRecipient)?;
    Ok(Picked {
        what: format!("recipient {} of the store", quoted(&old.label)),
        operator: some_operator(records, "nkeep store rekey --new-identity NEW-FILE")?,
        account: None,
        user: None,
        old: old.recipient.to_string(),
    })
}

fn pick_passphrase(records: &dyn Records, asked: &Asked) -> Result<Picked> {
    let stored = inside(records)?;
    let wanted = asked.key.as_deref();
    let is_wanted = |label: &str, recipient: &str| {
        wanted.is_none_or(|wanted| wanted == label || wanted == recipient)
    };
    let found: Vec<_> = stored
        .iter()
        .filter(|one| is_wanted(&one.label, &one.recipient.to_string()))
        .collect();
    let old = match (&*found, &*stored) {
        ([only], _) => *only,
        (_, []) => {
            return Err(RotationError::refused(
                "no passphrase opens this store: its identity is in a file",
                "nkeep rotate plan store-recipient",
            ));
        }
        ([], _) => {
            return Err(RotationError::refused(
                format!(
                    "no identity inside the store is called {}",
                    quoted(wanted.unwrap_or_default())
                ),
                "nkeep store recipients list",
            ));
        }
        (several, _) => {
            let labels: Vec<String> = several.iter().map(|one| quoted(&one.label)).collect();
            return Err(RotationError::refused(
                format!(
                    "several identities are inside the store, and none is named: {}",
                    labels.join(", ")
                ),
                format!(
                    "nkeep rotate plan store-passphrase --key {}",
                    several[0].recipient
                ),
            ));
        }
    };
    Ok(Picked {
        what: format!("passphrase of {} of the store", quoted(&old.label)),
        operator: some_operator(records, "nkeep store passphrase")?,
        account: None,
        user: None,
        old: old.recipient.to_string(),
    })
}

/// Any operator: what opens the store is of none of them, and a store without one has nothing that a step could lose.
fn some_operator(records: &dyn Records, at_once: &str) -> Result<Entity> {
    let empty = || {
        RotationError::refused(
            "the store has no operator yet, and needs no steps in between",
            noted(at_once, "does it in one"),
        )
    };
    let listed = records.listed(EntityKind::Operator, None)?;
    let first = listed.into_iter().next().ok_or_else(empty)?;
    let key: PublicKey = first.key.parse().map_err(StoreError::from)?;
    records.entity(&key)?.ok_or_else(empty)
}

fn touches(records: &dyn Records, picked: &Picked) -> Result<Vec<String>> {
    could_open(records, &picked.old)
}
