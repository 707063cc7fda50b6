//! The key of a user, and of one of the system account: another user beside, that may do the same, takes its
//! name, and the old one is revoked when nobody connects as it.
//!
//! What a scope fills in with a name is right for the new one as soon as it has the name, and not before: so creds are given out
//! when it does. A revocation reaches to the newest token that the old one ever had (F6), and stays when it is gone.

mod beside;
mod name;
mod revocation;

use crate::clock::UnixSeconds;
use crate::jwt::claims::Account;
use crate::nkey::PublicKey;
use crate::rotation::gate::Missing;
use crate::rotation::observed::Connection;
use crate::rotation::phase::{Asked, Deploy, Gate, Phase, Picked, Plan, Undo};
use crate::rotation::work::{account, have_expired};
use crate::rotation::{Kind, Result, Rotation, RotationError};
use crate::store::record::Entity;
use crate::store::{Records, StoreError};
use crate::text::{noted, quoted, shell_word};
use crate::trust::revoke::ANYBODY;
use crate::trust::{self, resign};
use beside::{make_new, remove_new, remove_old};
use name::{name_new, name_old};
use revocation::{readmit_old, revoke_old};

pub static PLAN: Plan = Plan {
    kind: Kind::UserKey,
    pick: pick_any,
    touches,
    warns: &[],
    phases: PHASES,
    emergency: "retire",
    breaks: BREAKS,
    instructions: INSTRUCTIONS,
};

pub static OF_SYSTEM: Plan = Plan {
    kind: Kind::SystemUser,
    pick: pick_of_system,
    touches,
    warns: &[
        "nkeep itself pushes, pulls and collects evidence as a user of the system account: where it is this one, evidence for \
         retire is collected with the new creds, and works with no others afterwards",
    ],
    phases: PHASES,
    emergency: "retire",
    breaks: BREAKS,
    instructions: INSTRUCTIONS,
};

const PHASES: &[Phase] = &[
    Phase {
        name: "stage",
        does: "makes another user beside, with a new key, that may do the same",
        gates: &[],
        enter: &[make_new],
        then: Deploy::HandOut("try the creds that the status names"),
        undo: Some(Undo {
            acts: &[remove_new],
            gates: &[Gate::QuietOfNew {
                by_new,
                within: account,
                expired: expired_of_new,
            }],
            then: Deploy::Push,
        }),
    },
    Phase {
        name: "activate",
        does: "gives the new user the name of the old one: who asks for creds by the name gets the new ones",
        gates: &[
            Gate::Untouched("both users are there, and neither is revoked", out),
            Gate::Holding(account),
        ],
        enter: &[name_new],
        then: Deploy::HandOut("give out the creds that the status names"),
        undo: Some(Undo {
            acts: &[name_old],
            gates: &[Gate::Holding(account)],
            then: Deploy::HandOut("give out the creds that the status names"),
        }),
    },
    Phase {
        name: "retire",
        does: "revokes what the old user was given: who is connected by it is disconnected",
        gates: &[Gate::Quiet {
            by_old,
            within: account,
            expired: expired_of_old,
        }],
        enter: &[revoke_old],
        then: Deploy::Push,
        undo: Some(Undo {
            acts: &[readmit_old],
            gates: &[],
            then: Deploy::Push,
        }),
    },
    Phase {
        name: "destroy",
        does: "removes the old user, and wipes its seed; the revocation stays",
        gates: &[
            Gate::Untouched("what the old user was given is revoked still", readmitted),
            Gate::Holding(account),
        ],
        enter: &[remove_old],
        then: Deploy::Nothing,
        undo: None,
    },
];

const BREAKS: &[&str] = &[
    "whoever is connected by the old creds is disconnected as soon as servers have the account, and is let in by the new ones alone",
];

const INSTRUCTIONS: &[&str] = &[
    "nkeep push -A  # servers drop whoever is connected by the old key",
    "nkeep rotate status  # says which creds are to be given out",
    "nkeep generate creds -a ACCOUNT -n USER -o USER.creds --force  # to whoever uses it, and to nobody who may have the old ones",
    "nkeep verify  # says whether every server has the account as it is here",
];

fn pick_any(records: &dyn Records, asked: &Asked) -> Result<Picked> {
    let picked = pick(asked)?;
    let system = trust::system_account(records, &picked.operator).ok();
    let (Some(account), Some(user)) = (&picked.account, &picked.user) else {
        return Ok(picked);
    };
    if system.is_some_and(|system| system.key == account.key) {
        return Err(RotationError::refused(
            format!(
                "user {} is one of the system account, of which there is more to know",
                quoted(&user.name)
            ),
            format!(
                "nkeep rotate plan system-user -n {}",
                shell_word(user.name.as_str())
            ),
        ));
    }
    must_be_let_in(account, user)?;
    Ok(picked)
}

fn pick_of_system(records: &dyn Records, asked: &Asked) -> Result<Picked> {
    let picked = pick(asked)?;
    let system = trust::system_account(records, &picked.operator)?;
    let (Some(account), Some(user)) = (&picked.account, &picked.user) else {
        return Ok(picked);
    };
    if system.key != account.key {
        return Err(RotationError::refused(
            format!(
                "account {} is not the system account of operator {}",
                quoted(&account.name),
                quoted(&picked.operator.name)
            ),
            format!(
                "nkeep rotate plan user-key -a {} -n {}",
                shell_word(account.name.as_str()),
                shell_word(user.name.as_str())
            ),
        ));
    }
    must_be_let_in(account, user)?;
    Ok(picked)
}

fn pick(asked: &Asked) -> Result<Picked> {
    let operator = asked.operator()?;
    let account = asked.account()?;
    let user = asked.user()?;
    if let Some(key) = asked
        .key
        .as_ref()
        .filter(|key| **key != user.key.to_string())
    {
        return Err(RotationError::refused(
            format!(
                "{} is not the key of user {}: a user has one, and it need not be named",
                quoted(key),
                quoted(&user.name)
            ),
            format!(
                "nkeep describe user {} -a {}",
                shell_word(user.name.as_str()),
                shell_word(account.name.as_str())
            ),
        ));
    }
    Ok(Picked {
        what: format!(
            "key of user {} of account {}",
            quoted(&user.name),
            quoted(&account.name)
        ),
        operator,
        old: user.key.to_string(),
        account: Some(account),
        user: Some(user),
    })
}

/// Refuses who is revoked: one that may do the same would let it in again.
fn must_be_let_in(account: &Entity, user: &Entity) -> Result<()> {
    if !resign::is_revoked(account, user)? {
        return Ok(());
    }
    let (name, word) = (quoted(&user.name), shell_word(user.name.as_str()));
    Err(RotationError::refused(
        format!("user {name} is revoked: one beside, that may do the same, would let it in again"),
        noted(
            format!(
                "nkeep revocations delete-user {word} -a {}",
                shell_word(account.name.as_str())
            ),
            "lets it in again, if it is to be",
        ),
    ))
}

fn touches(_: &dyn Records, picked: &Picked) -> Result<Vec<String>> {
    let user = picked.user.iter();
    Ok(user
        .map(|user| format!("user {}, under another name", quoted(&user.name)))
        .collect())
}

/// Which of both users is let in by nothing any more: to give one the name of the other would be of no use, or let it in again.
fn out(records: &dyn Records, rotation: &Rotation) -> Result<Vec<Missing>> {
    let account = rotation.account(records)?;
    let mut found = Vec::new();
    for key in [rotation.old_key()?, rotation.new_key()?] {
        let what = match records.entity(&key)? {
            None => format!("user {key} is no longer in the store"),
            Some(user) if resign::is_revoked(&account, &user)? => {
                format!("user {} is revoked", quoted(&user.name))
            }
            Some(_) => continue,
        };
        found.push(Missing {
            code: "user-out",
            what,
            help: noted(
                format!("nkeep rotate abort {}", rotation.id),
                "ends it: the new user goes",
            ),
        });
    }
    Ok(found)
}

/// That the old user is let in again: somebody took the revocation back.
fn readmitted(records: &dyn Records, rotation: &Rotation) -> Result<Vec<Missing>> {
    let (account, old) = (rotation.account(records)?, rotation.old_key()?);
    let is_out = match records.entity(&old)? {
        Some(user) => resign::is_revoked(&account, &user)?,
        None => {
            let revoked = trust::claims::<Account>(&account)?.into_claims();
            let revoked = revoked.body.revocations;
            revoked.contains_key(&rotation.old) || revoked.contains_key(ANYBODY)
        }
    };
    if is_out {
        return Ok(Vec::new());
    }
    Ok(vec![Missing {
        code: "user-in",
        what: format!("what {old} was given is revoked no more"),
        help: format!(
            "nkeep revocations add-user {old} -a {}",
            shell_word(account.name.as_str())
        ),
    }])
}

fn by_old(connection: &Connection, rotation: &Rotation) -> bool {
    connection.user == rotation.old
}

fn by_new(connection: &Connection, rotation: &Rotation) -> bool {
    connection.user == rotation.new
}

fn expired_of_old(records: &dyn Records, rotation: &Rotation, now: UnixSeconds) -> Result<bool> {
    expired(records, &rotation.old, now)
}

fn expired_of_new(records: &dyn Records, rotation: &Rotation, now: UnixSeconds) -> Result<bool> {
    expired(records, &rotation.new, now)
}

/// Whether all has expired that a user was ever given.
fn expired(records: &dyn Records, key: &str, now: UnixSeconds) -> Result<bool> {
    let mut tokens = records.issued_for(key)?;
    tokens.retain(|row| row.kind == "user");
    if tokens.is_empty() {
        return Ok(false);
    }
    let key: PublicKey = key.parse().map_err(StoreError::from)?;
    have_expired(records, &key, &tokens, now)
}
