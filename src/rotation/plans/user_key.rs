//! The key of a user (reference 5.8), and of one of the system account (5.5): another user beside, that may do the same, takes its
//! name, and the old one is revoked when nobody connects as it.
//!
//! What a scope fills in with a name is right for the new one as soon as it has the name, and not before: so creds are given out
//! when it does. A revocation reaches to the newest token that the old one ever had (F6), and stays when it is gone.

use crate::clock::UnixSeconds;
use crate::jwt::claims::{Account, Claims, Scope, User};
use crate::jwt::subject::template::{TemplateFunction, templates};
use crate::nkey::{Kind as KeyKind, PublicKey};
use crate::rotation::gate::Missing;
use crate::rotation::observed::Connection;
use crate::rotation::phase::{Asked, Deploy, Gate, Phase, Picked, Plan, Undo};
use crate::rotation::work::{Work, account, have_expired};
use crate::rotation::{Kind, Result, Rotation, RotationError};
use crate::store::document::KeyState;
use crate::store::record::{Entity, EntityKind, Name};
use crate::store::{Records, StoreError};
use crate::text::{noted, quoted, shell_word};
use crate::trust::difference::differences;
use crate::trust::new::AccountDesk;
use crate::trust::remove::Removal;
use crate::trust::revoke::{ANYBODY, Whom, revoke};
use crate::trust::{self, KeySource, edit, remove, rename, resign};

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
        gates: &[Gate::Holding(account)],
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

/// Where the rotation keeps up to when the old user was revoked before, and up to when it is by retire.
const REVOKED: &str = "revoked before";
const REVOKED_TO: &str = "revoked by retire";
/// And that the new user is asked about by no auth callout, since the old one is not.
const CALLOUT: &str = "auth user";

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

fn make_new(work: &mut Work<'_>) -> Result<()> {
    let source = work.source.take().unwrap_or(KeySource::Generate);
    let account = work.account()?;
    let old = work.rotation.user(work.changes)?;
    let token = trust::claims::<User>(&old)?;
    must_not_have_ended(&account, token.claims(), work.changes.now())?;
    let again = resign::again(work.changes, &account, token.issuer())?;
    let desk = AccountDesk::open(work.changes, work.keyring, &account, &again)?;
    work.warn(filled_in_otherwise(desk.scope()));
    let name = free_name(work.changes, &account, old.name.as_str(), "next")?;
    let new = desk.user_beside(work.changes, &old, name.clone(), source)?;
    work.named_new(new.key.to_string(), KeyKind::User)?;
    work.state_of_new(KeyState::Published)?;
    work.tell(format!(
        "user {} {} may do what {} may, and is signed by {}",
        quoted(&name),
        new.key,
        quoted(&old.name),
        desk.signer()
    ));
    pass_callout(work, &account)?;
    give_out(work, "to be tried: they let in already", &name)
}

/// Refuses who is let in by nothing any more: the new one would end when the old one did.
fn must_not_have_ended(account: &Entity, claims: &Claims<User>, now: UnixSeconds) -> Result<()> {
    if claims.expires == 0 || claims.expires > now {
        return Ok(());
    }
    Err(RotationError::refused(
        format!(
            "what user {} was given has expired, and the new one would end when it did",
            quoted(&claims.name)
        ),
        format!(
            "nkeep edit user {} -a {} --expiry 1y",
            shell_word(&claims.name),
            shell_word(account.name.as_str())
        ),
    ))
}

/// What a scope makes of the name or key of a user, which are others now.
fn filled_in_otherwise(scope: Option<&Scope>) -> Vec<String> {
    let Some(scope) = scope else {
        return Vec::new();
    };
    let permissions = &scope.template.limits.permissions;
    let lists = [&permissions.publish, &permissions.subscribe];
    let entries = lists
        .iter()
        .flat_map(|list| list.allow.iter().chain(&list.deny));
    let functions: Vec<TemplateFunction> = entries
        .flat_map(|entry| templates(entry))
        .filter_map(std::result::Result::ok)
        .collect();
    let mut said = Vec::new();
    if functions.contains(&TemplateFunction::UserName) {
        said.push(format!(
            "the role {} has {{{{name()}}}}: until activate, the new user is called otherwise, and may do what that name may",
            quoted(&scope.role)
        ));
    }
    if functions.contains(&TemplateFunction::UserSubject) {
        said.push(format!(
            "the role {} has {{{{subject()}}}}: the new user may do what its own key may, and not what the old one could",
            quoted(&scope.role)
        ));
    }
    said
}

/// A name that nobody in the account has, as `alice-next`.
fn free_name(records: &dyn Records, account: &Entity, name: &str, what: &str) -> Result<Name> {
    for number in 1..1000_u32 {
        let end = match number {
            1 => format!("-{what}"),
            number => format!("-{what}-{number}"),
        };
        let mut room = Name::MAX_LEN.saturating_sub(end.len()).min(name.len());
        while !name.is_char_boundary(room) {
            room -= 1;
        }
        let Ok(name) = Name::given(&format!("{}{end}", &name[..room])) else {
            break;
        };
        if (records.named(EntityKind::User, Some(&account.key), &name)?).is_none() {
            return Ok(name);
        }
    }
    Err(RotationError::refused(
        format!("no name is left that is like {}", quoted(name)),
        format!("nkeep list users -a {}", shell_word(account.name.as_str())),
    ))
}

/// Has an auth callout not be asked about the new user, where it is not about the old one.
fn pass_callout(work: &mut Work<'_>, account: &Entity) -> Result<()> {
    let (old, new) = (work.rotation.old.clone(), work.rotation.new.clone());
    let claims = trust::claims::<Account>(account)?.into_claims();
    if !claims.body.authorization.auth_users.contains(&old) {
        return Ok(());
    }
    let edited = edit::account(
        work.changes,
        work.keyring,
        account,
        &work.choice,
        |_, claims| {
            claims.body.authorization.auth_users.push(new.clone());
            Ok(())
        },
    )?;
    work.warn(edited.warnings);
    work.rotation.kept.insert(CALLOUT.to_owned(), new);
    let word = shell_word(account.name.as_str());
    work.tell(format!(
        "the auth callout of account {} lets the new user pass: nkeep push -a {word}",
        quoted(&account.name)
    ));
    Ok(())
}

/// Leaves to people what is done with creds.
fn give_out(work: &mut Work<'_>, how: &str, name: &Name) -> Result<()> {
    let account = work.account()?;
    let creds = format!(
        "nkeep generate creds -a {} -n {} -o {} --force",
        shell_word(account.name.as_str()),
        shell_word(name.as_str()),
        shell_word(&format!("{name}.creds"))
    );
    work.leave_to_people(&[noted(creds, how)]);
    Ok(())
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

/// The user of that key, as long as it is there.
fn user_of(work: &Work<'_>, key: &PublicKey) -> Result<Entity> {
    work.rotation.entity(work.changes, &key.to_string())
}

fn name_new(work: &mut Work<'_>) -> Result<()> {
    let (old, new) = (work.rotation.old_key()?, work.rotation.new_key()?);
    swap(work, &old, &new, "before")?;
    work.state_of_new(KeyState::Active)?;
    work.state_of_old(KeyState::Retiring)
}

fn name_old(work: &mut Work<'_>) -> Result<()> {
    let (old, new) = (work.rotation.old_key()?, work.rotation.new_key()?);
    swap(work, &new, &old, "next")?;
    work.state_of_old(KeyState::Active)?;
    work.state_of_new(KeyState::Published)
}

/// Gives one user the name that another has, which steps aside.
fn swap(work: &mut Work<'_>, from: &PublicKey, to: &PublicKey, aside: &str) -> Result<()> {
    let account = work.account()?;
    let leaving = user_of(work, from)?;
    let name = leaving.name.clone();
    let other = free_name(work.changes, &account, name.as_str(), aside)?;
    let leaving = rename::user(work.changes, work.keyring, &leaving, other)?;
    let coming = user_of(work, to)?;
    let coming = rename::user(work.changes, work.keyring, &coming, name)?;
    for user in [&coming, &leaving] {
        work.tell(format!("user {} is {} now", quoted(&user.name), user.key));
    }
    take_over(work, &account, &leaving, &coming)?;
    give_out(work, "given to whoever uses it", &coming.name)
}

/// Has one user do what the other may by then: it may have been edited since both could do the same.
fn take_over(work: &mut Work<'_>, account: &Entity, from: &Entity, to: &Entity) -> Result<()> {
    let (model, own) = (trust::claims::<User>(from)?, trust::claims::<User>(to)?);
    let again = resign::again(work.changes, account, model.issuer())?;
    let desk = AccountDesk::open(work.changes, work.keyring, account, &again)?;
    let mut claims = model.claims().clone();
    claims.name.clone_from(&own.claims().name);
    claims.subject.clone_from(&own.claims().subject);
    // Whose key signs is said anew.
    (claims.body.issuer_account).clone_from(&own.claims().body.issuer_account);
    let mut warnings = Vec::new();
    edit::fit(&desk, &mut claims, &mut warnings)?;
    let differences = differences(own.claims(), &claims)?;
    let mut what: Vec<String> = differences.into_iter().map(|one| one.path).collect();
    what.dedup();
    if desk.signer() != *own.issuer() {
        what.push("the key that signs".to_owned());
    }
    if what.is_empty() {
        return Ok(());
    }
    let mut user = to.clone();
    desk.sign(work.changes, &mut user, claims)?;
    work.warn(warnings);
    work.tell(format!(
        "user {} {} has what was changed since of {}: {}",
        quoted(&to.name),
        to.key,
        from.key,
        what.join(", ")
    ));
    Ok(())
}

fn revoke_old(work: &mut Work<'_>) -> Result<()> {
    let (account, old) = (work.account()?, work.rotation.old_key()?);
    let before = trust::claims::<Account>(&account)?.into_claims();
    let before = before.body.revocations.get(&old.to_string()).copied();
    (work.rotation.kept).insert(
        REVOKED.to_owned(),
        before.map_or_else(String::new, |up_to| up_to.to_string()),
    );
    let (text, passed) = (old.to_string(), work.rotation.kept.contains_key(CALLOUT));
    let mut revoked = 0;
    let edited = edit::account(
        work.changes,
        work.keyring,
        &account,
        &work.choice,
        |changes, claims| {
            let whom = Whom::User(old);
            let up_to = whom.all_of_them(changes, &account, changes.now())?;
            revoked = revoke(&mut claims.body.revocations, &whom, up_to);
            if passed {
                claims
                    .body
                    .authorization
                    .auth_users
                    .retain(|user| *user != text);
            }
            Ok(())
        },
    )?;
    work.warn(edited.warnings);
    (work.rotation.kept).insert(REVOKED_TO.to_owned(), revoked.to_string());
    work.state_of_old(KeyState::Withdrawn)?;
    // In an emergency nobody had the time before.
    if !work.rotation.compromised {
        work.leave_to_people(&[]);
    }
    work.tell(format!("what {old} was given is revoked"));
    Ok(())
}

/// Takes back the revocation that retire set, and no other: what somebody else revoked since stays.
fn readmit_old(work: &mut Work<'_>) -> Result<()> {
    let (account, old) = (work.account()?, work.rotation.old_key()?);
    let text = old.to_string();
    let kept = |what| -> Option<UnixSeconds> { work.rotation.kept.get(what)?.parse().ok() };
    let (before, by_retire) = (kept(REVOKED), kept(REVOKED_TO));
    let claims = trust::claims::<Account>(&account)?.into_claims();
    let now = claims.body.revocations.get(&text).copied();
    work.state_of_old(KeyState::Retiring)?;
    let user = work.changes.entity(&old)?;
    if let Some(why) = match &user {
        None => Some("the user is no longer in the store"),
        Some(_) if now > by_retire => Some("somebody revoked it since"),
        Some(_) => None,
    } {
        work.tell(format!("what {old} was given stays revoked: {why}"));
        return Ok(());
    }
    let is_of_retire = now.is_some() && now == by_retire;
    let passed = work.rotation.kept.contains_key(CALLOUT);
    let edited = edit::account(
        work.changes,
        work.keyring,
        &account,
        &work.choice,
        |_, claims| {
            let revocations = &mut claims.body.revocations;
            match before {
                // Somebody else took it back, or set another.
                _ if !is_of_retire => {}
                Some(up_to) => drop(revocations.insert(text.clone(), up_to)),
                None => drop(revocations.remove(&text)),
            }
            let users = &mut claims.body.authorization.auth_users;
            if passed && !users.contains(&text) {
                users.push(text.clone());
            }
            Ok(())
        },
    )?;
    work.warn(edited.warnings);
    let now = trust::claims::<Account>(&edited.entity)?.into_claims();
    if let (Some(up_to), Some(user)) = (now.body.revocations.get(ANYBODY), user)
        && user.issued_at <= *up_to
    {
        work.warn([format!(
            "user {} stays out: everybody is revoked whose token is as old",
            quoted(&user.name)
        )]);
    }
    work.tell(format!("what {old} was given holds again"));
    sign_as_new(work, &edited.entity, &old)
}

/// Has the key sign the old user that signs the new one, where another signed it: while the user was revoked nobody signed it anew.
fn sign_as_new(work: &mut Work<'_>, account: &Entity, old: &PublicKey) -> Result<()> {
    let new = work.rotation.new_key()?;
    let (Some(old), Some(new)) = (work.changes.entity(old)?, work.changes.entity(&new)?) else {
        return Ok(());
    };
    let issuer = *trust::claims::<User>(&old)?.issuer();
    if work.changes.key_state(&issuer)?.signs() {
        return Ok(());
    }
    take_over(work, account, &new, &old)?;
    work.tell(format!(
        "{issuer} signs no more, and signed what user {} was given: its creds are to be given out anew",
        quoted(&old.name)
    ));
    Ok(())
}

/// Removes the new user. Its creds may be out: so it is revoked.
fn remove_new(work: &mut Work<'_>) -> Result<()> {
    let (account, new) = (work.account()?, work.rotation.new_key()?);
    if work.rotation.kept.remove(CALLOUT).is_some() {
        let text = new.to_string();
        let edited = edit::account(
            work.changes,
            work.keyring,
            &account,
            &work.choice,
            |_, claims| {
                claims
                    .body
                    .authorization
                    .auth_users
                    .retain(|user| *user != text);
                Ok(())
            },
        )?;
        work.warn(edited.warnings);
    }
    let account = work.account()?;
    gone(work, &account, &new, true)?;
    work.tell(format!("what {new} was given is revoked"));
    work.leave_to_people(&[]);
    Ok(())
}

fn remove_old(work: &mut Work<'_>) -> Result<()> {
    let (account, old) = (work.account()?, work.rotation.old_key()?);
    gone(work, &account, &old, false)
}

/// Removes a user with its key, where nobody else has done so.
fn gone(work: &mut Work<'_>, account: &Entity, key: &PublicKey, revoke: bool) -> Result<()> {
    if let Some(user) = work.changes.entity(key)? {
        let removal = Removal {
            revoke,
            keys: false,
        };
        let edited = remove::users(
            work.changes,
            work.keyring,
            account,
            std::slice::from_ref(&user),
            &work.choice,
            removal,
        )?;
        work.warn(edited.into_iter().flat_map(|edited| edited.warnings));
        work.tell(format!("user {} {key} is removed", quoted(&user.name)));
    }
    work.destroy(key)
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
