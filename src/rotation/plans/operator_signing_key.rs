//! The signing key of an operator: trusted before it signs, and everything signed anew before the old one goes.
//!
//! Servers take an operator's token when they start, and not when they reload (F1, F2); what is signed by a key that a server
//! does not trust yet is stored there, and locks its account out at the next start (F3).

use super::{UNNAMED, again};
use crate::jwt::claims::Operator;
use crate::nkey::{Kind as KeyKind, PublicKey};
use crate::rotation::gate::Missing;
use crate::rotation::open::must_have_ended;
use crate::rotation::phase::{Asked, Deploy, Gate, Phase, Picked, Plan, Undo};
use crate::rotation::work::{Work, accounts, accounts_signed_by_old, destroy_old, operator_token};
use crate::rotation::{Kind, Result, Rotation, RotationError};
use crate::store::document::KeyState;
use crate::store::record::EntityKind;
use crate::store::{Records, StoreError};
use crate::text::{counted, noted, quoted, shell_word};
use crate::trust::signing_keys::give_operator;
use crate::trust::{self, KeyChoice, KeySource, resign};

pub static PLAN: Plan = Plan {
    kind: Kind::OperatorSigningKey,
    pick,
    touches,
    warns: &[],
    phases: &[
        Phase {
            name: "stage",
            does: "makes the new key, and names it in the operator's token beside the old one",
            gates: &[],
            enter: &[trust_new],
            then: Deploy::Restart,
            undo: Some(Undo {
                acts: &[distrust_new],
                gates: &[Gate::Holding(accounts)],
                then: Deploy::Restart,
            }),
        },
        Phase {
            name: "activate",
            does: "signs every account anew that the old key signed, by the new one",
            gates: &[Gate::Started(operator_token)],
            enter: &[sign_by_new],
            then: Deploy::Push,
            undo: Some(Undo {
                acts: &[sign_by_old],
                gates: &[Gate::Started(operator_token)],
                then: Deploy::Push,
            }),
        },
        Phase {
            name: "soak",
            does: "watches: every server has the accounts as the new key signed them",
            gates: &[Gate::Started(operator_token), Gate::Holding(accounts)],
            enter: &[],
            then: Deploy::Nothing,
            undo: Some(Undo::NOTHING),
        },
        Phase {
            name: "retire",
            does: "takes the old key out of the operator's token",
            gates: &[
                Gate::Started(operator_token),
                Gate::Soaked,
                Gate::Holding(accounts),
                Gate::NoStrangers,
                Gate::Unhung(accounts_signed_by_old),
            ],
            enter: &[distrust_old],
            then: Deploy::Restart,
            undo: Some(Undo {
                acts: &[trust_old],
                gates: &[],
                then: Deploy::Restart,
            }),
        },
        Phase {
            name: "destroy",
            does: "wipes the old seed; what it is called stays",
            gates: &[
                Gate::Untouched(UNNAMED, named_again),
                Gate::Started(operator_token),
            ],
            enter: &[destroy_old],
            then: Deploy::Nothing,
            undo: None,
        },
    ],
    emergency: "retire",
    breaks: &[
        "accounts that servers have by the old key lock their users out of each server that is started again, until they are pushed",
        "until every server is started again, whoever has the old key can have any account served",
    ],
    instructions: &[
        "nkeep rotate emergency {rotation} --compare  # first, as it takes seconds and changes nothing: names the accounts that somebody else made or changed, before what is pushed takes their place",
        "nkeep push -A --force  # takes back what was changed: servers keep what they do not trust yet, and go by it when they are started again",
        "nkeep generate config --nats-resolver --allow-delete  # start every server again with it now, all of them: a reload does not take it",
        "nkeep push -A  # once more, to servers that trust the new key: it says which of them have what",
        "nkeep push --prune --dry-run  # without --dry-run servers delete what the old key made: keys that the operator has now ask for it",
        "nkeep verify  # nothing may be otherwise",
        "nkeep rotate next {rotation}  # wipes the old seed, when every server shows that it was started with the operator's token",
    ],
};

fn pick(records: &dyn Records, asked: &Asked) -> Result<Picked> {
    let operator = asked.operator()?;
    let name = quoted(&operator.name);
    let claims = trust::claims::<Operator>(&operator)?.into_claims();
    let keys = &claims.body.signing_keys;
    // One that is to replace another is not what is to be replaced.
    let mut old_ones = Vec::new();
    for key in keys {
        let replaces = match key.parse() {
            Ok(key) => records.key_state(&key)? == KeyState::Published,
            Err(_) => false,
        };
        if !replaces {
            old_ones.push(key.clone());
        }
    }
    if old_ones.is_empty() {
        old_ones.clone_from(keys);
    }
    let old = match (&asked.key, &*old_ones) {
        (Some(wanted), _) if keys.contains(wanted) => wanted.clone(),
        (Some(wanted), _) => {
            return Err(RotationError::refused(
                format!("{} is no signing key of operator {name}", quoted(wanted)),
                format!(
                    "nkeep describe operator {}",
                    shell_word(operator.name.as_str())
                ),
            ));
        }
        (None, [only]) => only.clone(),
        (None, []) => {
            return Err(RotationError::refused(
                format!("operator {name} has no signing key: its identity signs"),
                noted("nkeep edit operator --sk generate", "gives it one"),
            ));
        }
        (None, several) => {
            must_have_ended(records, Kind::OperatorSigningKey, &operator)?;
            return Err(RotationError::refused(
                format!(
                    "operator {name} has several signing keys, and none is named: {}",
                    several.join(", ")
                ),
                format!(
                    "nkeep rotate plan operator-signing-key --key {}",
                    several[0]
                ),
            ));
        }
    };
    // What stands among the signing keys and is no key can be taken away, and not replaced.
    let _: PublicKey = old.parse().map_err(StoreError::from)?;
    Ok(Picked {
        what: format!("signing key {old} of operator {name}"),
        operator,
        account: None,
        user: None,
        old,
    })
}

fn touches(records: &dyn Records, picked: &Picked) -> Result<Vec<String>> {
    let old = picked.old.parse().map_err(StoreError::from)?;
    let hanging = resign::signed_by(records, EntityKind::Account, &picked.operator, &[old])?;
    Ok(vec![counted(hanging.len(), "account")])
}

/// That somebody named the old key again since.
fn named_again(records: &dyn Records, rotation: &Rotation) -> Result<Vec<Missing>> {
    let operator = rotation.operator(records)?;
    let claims = trust::claims::<Operator>(&operator)?.into_claims();
    if !claims.body.signing_keys.contains(&rotation.old) {
        return Ok(Vec::new());
    }
    Ok(vec![again(rotation, &operator)])
}

fn trust_new(work: &mut Work<'_>) -> Result<()> {
    let source = work.source.take().unwrap_or(KeySource::Generate);
    let operator = work.operator()?;
    let mut key = None;
    work.edit_operator(|changes, claims| {
        key = Some(give_operator(changes, &operator, claims, source)?);
        Ok(())
    })?;
    let key = key.map(|key| key.to_string()).unwrap_or_default();
    work.named_new(key, KeyKind::Operator)?;
    work.state_of_new(KeyState::Published)?;
    work.tell(format!(
        "{} is trusted beside {}, and signs nothing yet",
        work.rotation.new, work.rotation.old
    ));
    Ok(())
}

fn distrust_new(work: &mut Work<'_>) -> Result<()> {
    let new = work.rotation.new_key()?;
    distrust(work, &new)?;
    work.destroy(&new)
}

fn distrust_old(work: &mut Work<'_>) -> Result<()> {
    let old = work.rotation.old_key()?;
    distrust(work, &old)?;
    work.state_of_old(KeyState::Withdrawn)?;
    work.tell(format!("{old} is no longer named in the operator's token"));
    Ok(())
}

fn distrust(work: &mut Work<'_>, key: &PublicKey) -> Result<()> {
    let text = key.to_string();
    work.edit_operator(|_, claims| {
        claims.body.signing_keys.retain(|known| *known != text);
        Ok(())
    })
}

fn trust_old(work: &mut Work<'_>) -> Result<()> {
    let old = work.rotation.old_key()?;
    let operator = work.operator()?;
    work.state_of_old(KeyState::Retiring)?;
    work.edit_operator(|changes, claims| {
        give_operator(changes, &operator, claims, KeySource::Public(old)).map(drop)
    })
}

fn sign_by_new(work: &mut Work<'_>) -> Result<()> {
    let (old, new) = (work.rotation.old_key()?, work.rotation.new_key()?);
    work.state_of_new(KeyState::Active)?;
    work.state_of_old(KeyState::Retiring)?;
    work.sign_accounts_anew(&old, &KeyChoice::Key(new))
}

fn sign_by_old(work: &mut Work<'_>) -> Result<()> {
    let (old, new) = (work.rotation.old_key()?, work.rotation.new_key()?);
    work.state_of_old(KeyState::Active)?;
    work.state_of_new(KeyState::Published)?;
    work.sign_accounts_anew(&new, &KeyChoice::Key(old))
}
