//! The user beside: another with a key of its own, that may do what the old one may. Each of the two goes here in the end.

use super::name::{free_name, give_out};
use crate::clock::UnixSeconds;
use crate::jwt::claims::{Account, Claims, Scope, User};
use crate::jwt::subject::template::{TemplateFunction, templates};
use crate::nkey::{Kind as KeyKind, PublicKey};
use crate::rotation::work::Work;
use crate::rotation::{Result, RotationError};
use crate::store::document::KeyState;
use crate::store::record::Entity;
use crate::text::{quoted, shell_word};
use crate::trust::new::AccountDesk;
use crate::trust::remove::Removal;
use crate::trust::{self, KeySource, remove, resign};

/// Under this the rotation keeps that the new user is asked about by no auth callout, since the old one is not.
pub(super) const PASSES_CALLOUT: &str = "auth user";

pub(super) fn make_new(work: &mut Work<'_>) -> Result<()> {
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

/// Has an auth callout not be asked about the new user, where it is not about the old one.
fn pass_callout(work: &mut Work<'_>, account: &Entity) -> Result<()> {
    let (old, new) = (work.rotation.old.clone(), work.rotation.new.clone());
    let claims = trust::claims::<Account>(account)?.into_claims();
    if !claims.body.authorization.auth_users.contains(&old) {
        return Ok(());
    }
    work.edit_account(|_, claims| {
        claims.body.authorization.auth_users.push(new.clone());
        Ok(())
    })?;
    work.rotation.kept.insert(PASSES_CALLOUT.to_owned(), new);
    let word = shell_word(account.name.as_str());
    work.tell(format!(
        "the auth callout of account {} lets the new user pass: nkeep push -a {word}",
        quoted(&account.name)
    ));
    Ok(())
}

/// Has an auth callout be asked about a user again.
pub(super) fn ask_callout_again(claims: &mut Claims<Account>, user: &str) {
    let users = &mut claims.body.authorization.auth_users;
    users.retain(|other| other != user);
}

/// Removes the new user. Its creds may be out: so it is revoked.
pub(super) fn remove_new(work: &mut Work<'_>) -> Result<()> {
    let new = work.rotation.new_key()?;
    if work.rotation.kept.remove(PASSES_CALLOUT).is_some() {
        let text = new.to_string();
        work.edit_account(|_, claims| {
            ask_callout_again(claims, &text);
            Ok(())
        })?;
    }
    let account = work.account()?;
    gone(work, &account, &new, true)?;
    work.tell(format!("what {new} was given is revoked"));
    work.leave_to_people(&[]);
    Ok(())
}

pub(super) fn remove_old(work: &mut Work<'_>) -> Result<()> {
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
