//! The signing key of an account: servers have it before it signs, what the old one signed is signed anew by it,
//! and the old one goes when nobody comes in by it. An account takes effect when it is pushed: nothing is started again.

mod activations;
mod naming;
mod scopes;
mod signing;

use super::UNNAMED;
use crate::jwt::claims::{Account, SigningKeys};
use crate::nkey::PublicKey;
use crate::rotation::observed::Connection;
use crate::rotation::open::must_have_ended;
use crate::rotation::phase::{Asked, Deploy, Gate, Phase, Picked, Plan, Undo};
use crate::rotation::work::{account, destroy_old, have_expired};
use crate::rotation::{Kind, Result, Rotation, RotationError};
use crate::store::record::{Entity, EntityKind};
use crate::store::{Records, StoreError};
use crate::text::{counted, noted, quoted, shell_word};
use crate::trust::resign::names;
use crate::trust::share::renewal::{Held, held, mark, outstanding};
use crate::trust::signing_keys::meant;
use crate::trust::{self, resign};
use activations::{
    IMPORTERS, REPLACED, SETTLED, for_whom, kept, loose_of_new, loose_of_old, settled_before,
};
use naming::{distrust_new, distrust_old, trust_new, trust_old};
use signing::{sign_by_new, sign_by_old};

pub use scopes::rotated_with;

pub static PLAN: Plan = Plan {
    kind: Kind::AccountSigningKey,
    pick,
    touches,
    warns: &[
        "of users without an end, no time is long enough: that nobody is connected by the old key has to be seen",
        "a service of an auth callout that signs by the old key has to have the new one before retire: nothing here knows of it",
    ],
    phases: &[
        Phase {
            name: "stage",
            does: "makes the new key, and names it in the account's token beside the old one, with the same role and scope",
            gates: &[],
            enter: &[trust_new],
            then: Deploy::Push,
            undo: Some(Undo {
                acts: &[sign_by_old, distrust_new],
                gates: &[
                    Gate::Holding(accounts),
                    Gate::QuietOfNew {
                        by_new,
                        within: account,
                        expired: expired_of_new,
                    },
                    Gate::AttestedOf(&REPLACED, loose_of_new),
                ],
                then: Deploy::Push,
            }),
        },
        Phase {
            name: "activate",
            does: "signs users and activations anew that the old key signed, by the new one, and the accounts that import by them",
            gates: &[
                Gate::Untouched(SAME_SCOPE, scopes::edited_old),
                Gate::Holding(account),
            ],
            enter: &[scopes::new_as_old, sign_by_new],
            then: Deploy::HandOut(GIVE_OUT),
            undo: Some(Undo {
                acts: &[scopes::old_as_new, sign_by_old],
                gates: &[
                    Gate::Untouched(SAME_SCOPE, scopes::edited_new),
                    Gate::Holding(account),
                ],
                then: Deploy::HandOut(GIVE_OUT),
            }),
        },
        Phase {
            name: "soak",
            does: "watches: every server has the account, and those that import from it",
            gates: &[Gate::Holding(accounts)],
            enter: &[],
            then: Deploy::Nothing,
            undo: Some(Undo::NOTHING),
        },
        Phase {
            name: "retire",
            does: "takes the old key out of the account's token: who is connected by it is disconnected",
            gates: &[
                Gate::Soaked,
                Gate::Holding(accounts),
                Gate::Quiet {
                    by_old,
                    within: account,
                    expired: expired_of_old,
                },
                Gate::Unhung(hanging),
                Gate::AttestedOf(&REPLACED, loose_of_old),
            ],
            enter: &[distrust_old],
            then: Deploy::Push,
            undo: Some(Undo {
                acts: &[trust_old, scopes::old_as_new],
                gates: &[],
                then: Deploy::Push,
            }),
        },
        Phase {
            name: "destroy",
            does: "wipes the old seed; what it is called stays",
            gates: &[
                Gate::Untouched(UNNAMED, scopes::named_again),
                Gate::Holding(account),
            ],
            enter: &[destroy_old],
            then: Deploy::Nothing,
            undo: None,
        },
    ],
    emergency: "retire",
    breaks: &[
        "whoever is connected by creds that the old key signed is disconnected as soon as servers have the account",
        "accounts that import by an activation that the old key signed get nothing until they are pushed, too",
    ],
    instructions: &[
        "nkeep push -A  # servers drop the old key, and whoever is connected by it",
        "nkeep rotate status  # says whose creds are to be given out anew, and who needs other activations",
        "nkeep generate creds -a ACCOUNT -n USER -o USER.creds --force  # for each of them, to whoever uses it",
        "nkeep verify  # says whether every server has the account as it is here",
    ],
};

const GIVE_OUT: &str = "push accounts, then give out anew the creds that the status names";

const SAME_SCOPE: &str = "both keys have the same scope, as it is then";

fn pick(records: &dyn Records, asked: &Asked) -> Result<Picked> {
    let operator = asked.operator()?;
    let account = asked.account()?;
    let (name, word) = (quoted(&account.name), shell_word(account.name.as_str()));
    let claims = trust::claims::<Account>(&account)?.into_claims();
    let keys: Vec<&String> = claims.body.signing_keys.0.keys().collect();
    let old = match (&asked.key, &*keys) {
        (Some(wanted), _) => meant(records, &account, wanted)?.ok_or_else(|| {
            RotationError::refused(
                format!("{} is no signing key of account {name}", quoted(wanted)),
                format!("nkeep describe account {word}"),
            )
        })?,
        (None, [only]) => only.parse().map_err(StoreError::from)?,
        (None, []) => {
            return Err(RotationError::refused(
                format!("account {name} has no signing key: its identity signs"),
                noted(
                    format!("nkeep edit account {word} --sk generate"),
                    "gives it one",
                ),
            ));
        }
        (None, several) => {
            must_have_ended(records, Kind::AccountSigningKey, &account)?;
            let titles: Vec<String> = several
                .iter()
                .map(|key| titled(&claims.body.signing_keys, key))
                .collect();
            return Err(RotationError::refused(
                format!(
                    "account {name} has several signing keys, and none is named: {}",
                    titles.join(", ")
                ),
                format!(
                    "nkeep rotate plan account-signing-key -a {word} --key {}",
                    several[0]
                ),
            ));
        }
    };
    let title = titled(&claims.body.signing_keys, &old.to_string());
    Ok(Picked {
        what: format!("signing key {title} of account {name}"),
        operator,
        account: Some(account),
        user: None,
        old: old.to_string(),
    })
}

/// A key, with its role where it has one.
fn titled(keys: &SigningKeys, key: &str) -> String {
    let scope = keys.0.get(key).and_then(Option::as_ref);
    match scope.filter(|scope| !scope.role.is_empty()) {
        Some(scope) => format!("{key} ({})", scope.role),
        None => key.to_owned(),
    }
}

fn touches(records: &dyn Records, picked: &Picked) -> Result<Vec<String>> {
    let account = picked.account.as_ref();
    let Some(account) = account else {
        return Ok(Vec::new());
    };
    let old: PublicKey = picked.old.parse().map_err(StoreError::from)?;
    let mut touched = Vec::new();
    let users = resign::signed_by(records, EntityKind::User, account, &[old])?;
    touched.push(match users.is_empty() {
        true => counted(0, "user"),
        false => format!("{}: {}", counted(users.len(), "user"), names(&users)),
    });
    let all = held(records, account, &old)?;
    let mut marks = settled_before(records, account)?;
    for Held { importer, tokens } in &all {
        marks.extend(tokens.iter().map(mark));
        touched.push(format!(
            "{} of account {}, which is signed anew with them",
            counted(tokens.len(), "activation"),
            quoted(&importer.name)
        ));
    }
    // What a plan says of time is of no use to whoever reads it tomorrow: all that was ever given is named.
    let mut loose = outstanding(records, account, &old, 0)?;
    loose.retain(|row| !marks.contains(&row.jti));
    for (_, said) in for_whom(records, &loose)? {
        touched.push(format!("{said}, by hand: no account of the store has it"));
    }
    Ok(touched)
}

/// The account, and those that import by activations that were signed anew.
fn accounts(records: &dyn Records, rotation: &Rotation) -> Result<Vec<Entity>> {
    let mut found = account(records, rotation)?;
    for key in kept(rotation, IMPORTERS) {
        let key: PublicKey = key.parse().map_err(StoreError::from)?;
        found.extend(records.entity(&key)?);
    }
    Ok(found)
}

fn by_old(connection: &Connection, rotation: &Rotation) -> bool {
    connection.issuer == rotation.old
}

fn by_new(connection: &Connection, rotation: &Rotation) -> bool {
    connection.issuer == rotation.new
}

fn expired_of_old(records: &dyn Records, rotation: &Rotation, now: i64) -> Result<bool> {
    expired(records, &rotation.old_key()?, now)
}

fn expired_of_new(records: &dyn Records, rotation: &Rotation, now: i64) -> Result<bool> {
    expired(records, &rotation.new_key()?, now)
}

/// Whether all users have expired that a key ever signed.
fn expired(records: &dyn Records, key: &PublicKey, now: i64) -> Result<bool> {
    let mut users = records.issued_by(key)?;
    users.retain(|row| row.kind == "user");
    have_expired(records, key, &users, now)
}

/// What the old key signed that would hold no more without it: users that are not revoked, and activations.
fn hanging(records: &dyn Records, rotation: &Rotation) -> Result<Vec<String>> {
    let (account, old) = (rotation.account(records)?, rotation.old_key()?);
    let mut found = Vec::new();
    for user in resign::signed_by(records, EntityKind::User, &account, &[old])? {
        if !resign::is_revoked(&account, &user.entity)? {
            found.push(format!("user {}", quoted(&user.entity.name)));
        }
    }
    let settled = kept(rotation, SETTLED);
    for Held { importer, tokens } in held(records, &account, &old)? {
        if tokens.iter().any(|token| !settled.contains(&mark(token))) {
            found.push(format!("imports of account {}", quoted(&importer.name)));
        }
    }
    Ok(found)
}
