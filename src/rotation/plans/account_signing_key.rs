//! The signing key of an account (reference 5.3): servers have it before it signs, what the old one signed is signed anew by it,
//! and the old one goes when nobody comes in by it. An account takes effect when it is pushed: nothing is started again.

mod activations;
mod scopes;

use crate::jwt::claims::{Account, ShareType, SigningKeys, User};
use crate::nkey::{Kind as KeyKind, PublicKey};
use crate::rotation::observed::Connection;
use crate::rotation::open::must_have_ended;
use crate::rotation::phase::{Asked, Deploy, Gate, Phase, Picked, Plan, Undo};
use crate::rotation::work::{Work, account, have_expired};
use crate::rotation::{Kind, Result, Rotation, RotationError};
use crate::store::document::KeyState;
use crate::store::record::{Entity, EntityKind, Issued};
use crate::store::{Changes, Records, StoreError};
use crate::text::{noted, quoted, shell_word};
use crate::trust::new::AccountDesk;
use crate::trust::resign::{counted, names};
use crate::trust::share::renewal::{Held, held, mark, outstanding};
use crate::trust::signing_keys::{give_account, meant, must_have_one_left};
use crate::trust::{self, KeyChoice, KeySource, TrustError, edit, resign};
use activations::{
    IMPORTERS, Left, REPLACED, SETTLED, activations_by, flags_of, for_whom, kept, loose,
    loose_of_new, loose_of_old, private_exports, settled_before,
};

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
                        within,
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
                    within,
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
            gates: &[Gate::Holding(account)],
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

/// Where the rotation keeps what the old key was to the account.
const ENTRY: &str = "entry of the old key";

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

fn trust_new(work: &mut Work<'_>) -> Result<()> {
    let source = work.source.take().unwrap_or(KeySource::Generate);
    let account = work.account()?;
    let old = work.rotation.old.clone();
    let mut new = None;
    let edited = edit::account(
        work.changes,
        work.keyring,
        &account,
        &work.choice,
        |changes, claims| {
            let before = claims.body.signing_keys.clone();
            let key = give_account(changes, &account, claims, source)?.to_string();
            if before.0.contains_key(&key) {
                return Err(TrustError::refused(
                    format!("{key} is a signing key of the account already"),
                    "nkeep rotate start --help",
                ));
            }
            let entry = before.0.get(&old).cloned().flatten();
            claims.body.signing_keys.0.insert(key.clone(), entry);
            new = Some(key);
            Ok(())
        },
    )?;
    work.warn(edited.warnings);
    work.named_new(new.unwrap_or_default(), KeyKind::Account)?;
    work.state_of_new(KeyState::Published)?;
    work.tell(format!(
        "{} is named in account {} beside {old}, with the same role, and signs nothing yet",
        work.rotation.new,
        quoted(&account.name)
    ));
    Ok(())
}

fn distrust_new(work: &mut Work<'_>) -> Result<()> {
    let new = work.rotation.new_key()?;
    distrust(work, &new)?;
    work.leave_to_people(&[]);
    work.destroy(&new)
}

fn distrust_old(work: &mut Work<'_>) -> Result<()> {
    let old = work.rotation.old_key()?;
    let claims = trust::claims::<Account>(&work.account()?)?.into_claims();
    let mut entry = claims.body.signing_keys;
    entry.0.retain(|key, _| *key == work.rotation.old);
    let entry = serde_json::to_string(&entry)
        .map_err(|error| StoreError::Refused(format!("a scope cannot be written: {error}")))?;
    work.rotation.kept.insert(ENTRY.to_owned(), entry);
    distrust(work, &old)?;
    work.state_of_old(KeyState::Withdrawn)?;
    // In an emergency nobody had the time before.
    if !work.rotation.compromised {
        work.leave_to_people(&[]);
    }
    work.tell(format!("{old} is no longer named in the account's token"));
    Ok(())
}

fn distrust(work: &mut Work<'_>, key: &PublicKey) -> Result<()> {
    let (account, operator) = (work.account()?, work.operator()?);
    let edited = edit::account(
        work.changes,
        work.keyring,
        &account,
        &work.choice,
        |changes, claims| {
            claims.body.signing_keys.0.remove(&key.to_string());
            must_have_one_left(changes, &operator, &account, &[*key], claims)
        },
    )?;
    work.warn(edited.warnings);
    Ok(())
}

fn trust_old(work: &mut Work<'_>) -> Result<()> {
    let account = work.account()?;
    let kept = work.rotation.kept.get(ENTRY).map_or("{}", |text| text);
    let entry: SigningKeys = serde_json::from_str(kept)
        .map_err(|error| StoreError::Refused(format!("a scope cannot be read: {error}")))?;
    let edited = edit::account(
        work.changes,
        work.keyring,
        &account,
        &work.choice,
        |_, claims| {
            claims.body.signing_keys.0.extend(entry.0);
            Ok(())
        },
    )?;
    work.warn(edited.warnings);
    work.tell(format!(
        "{} is named in the account's token again",
        work.rotation.old
    ));
    work.state_of_old(KeyState::Retiring)
}

fn sign_by_new(work: &mut Work<'_>) -> Result<()> {
    let (old, new) = (work.rotation.old_key()?, work.rotation.new_key()?);
    work.state_of_new(KeyState::Active)?;
    work.state_of_old(KeyState::Retiring)?;
    sign_by(work, &old, new)
}

fn sign_by_old(work: &mut Work<'_>) -> Result<()> {
    let (old, new) = (work.rotation.old_key()?, work.rotation.new_key()?);
    work.state_of_old(KeyState::Active)?;
    work.state_of_new(KeyState::Published)?;
    sign_by(work, &new, old)
}

/// Signs all anew that one key signed, by another, and keeps what is left to people.
fn sign_by(work: &mut Work<'_>, from: &PublicKey, by: PublicKey) -> Result<()> {
    let account = work.account()?;
    let word = shell_word(account.name.as_str());
    let mut left = Vec::new();
    let users = users_by(work, &account, from, by)?;
    if let [first, ..] = &*users {
        left.push(noted(
            format!(
                "nkeep generate creds -a {word} -n {} -o {} --force",
                shell_word(first.name.as_str()),
                shell_word(&format!("{}.creds", first.name))
            ),
            format!(
                "given out anew, for each of {}: {}",
                counted(users.len(), "user"),
                names(&users)
            ),
        ));
    }
    let exports = private_exports(&account)?;
    let give = |whom: &str, (subject, kind): (&str, ShareType), why: &str| {
        noted(
            format!(
                "nkeep generate activation -a {word}{} -t {} -K {by}",
                flags_of(&exports, subject, kind),
                shell_word(whom)
            ),
            why,
        )
    };
    for Left {
        importer,
        shares,
        why,
    } in activations_by(work, &account, from, by)?
    {
        let why = format!("what it imports by {from} nobody here can put in its place: {why}");
        for (subject, kind) in &shares {
            left.push(give(importer.name.as_str(), (subject, *kind), &why));
        }
    }
    let loose = loose(work.changes, work.rotation, from, work.changes.now())?;
    for (whom, said) in for_whom(work.changes, &loose)? {
        let mut why = format!("{said} by {from}, in no account of the store");
        if exports.len() > 1 {
            why.push_str("; for which of the exports is not known");
        }
        for export in &exports {
            left.push(give(&whom, (&export.subject, export.share_type), &why));
        }
    }
    if !left.is_empty() {
        left.insert(0, noted("nkeep push -A", "before anything is given out"));
    }
    work.leave_to_people(&left);
    Ok(())
}

/// Signs users anew. Who is revoked stays as it is.
fn users_by(
    work: &mut Work<'_>,
    account: &Entity,
    from: &PublicKey,
    by: PublicKey,
) -> Result<Vec<Entity>> {
    let hanging = resign::signed_by(work.changes, EntityKind::User, account, &[*from])?;
    if hanging.is_empty() {
        return Ok(Vec::new());
    }
    // Where it cannot sign, nobody is to be left as they are.
    let choice = KeyChoice::Key(by);
    AccountDesk::open(work.changes, work.keyring, account, &choice)?;
    for user in &hanging {
        note(work.changes, account, &user.entity, *from)?;
    }
    let users = resign::users_by(work.changes, work.keyring, account, &choice, hanging)?;
    work.tell(format!(
        "{} signed anew by {by}",
        counted(users.signed.len(), "user")
    ));
    if !users.left.is_empty() {
        work.tell(format!(
            "left as they are, since they are revoked: {}",
            names(&users.left)
        ));
    }
    Ok(users.signed)
}

/// Notes the token that a user has, where it was signed elsewhere: it holds as long as the key that signed it does.
fn note(
    changes: &mut dyn Changes,
    account: &Entity,
    user: &Entity,
    issuer: PublicKey,
) -> Result<()> {
    let claims = trust::claims::<User>(user)?.into_claims();
    if claims.id.is_empty() || changes.issued(&claims.id)?.is_some() {
        return Ok(());
    }
    Ok(changes.put_issued(&Issued {
        jti: claims.id,
        kind: "user".to_owned(),
        subject: claims.subject,
        account: account.key,
        issuer,
        issued_at: claims.issued_at,
        expires: claims.expires,
    })?)
}

fn destroy_old(work: &mut Work<'_>) -> Result<()> {
    let old = work.rotation.old_key()?;
    work.destroy(&old)
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

fn within(records: &dyn Records, rotation: &Rotation) -> Result<Vec<Entity>> {
    account(records, rotation)
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
