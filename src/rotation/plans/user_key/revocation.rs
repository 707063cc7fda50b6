//! The revocation of the old user. It reaches to the newest token that the old one ever had (F6), and what takes it back takes
//! back that one alone.

use super::beside::{PASSES_CALLOUT, ask_callout_again};
use super::name::take_over;
use crate::clock::UnixSeconds;
use crate::jwt::claims::{Account, User};
use crate::nkey::PublicKey;
use crate::rotation::Result;
use crate::rotation::work::Work;
use crate::store::document::KeyState;
use crate::store::record::Entity;
use crate::text::quoted;
use crate::trust;
use crate::trust::revoke::{ANYBODY, Whom, revoke};

/// Where the rotation keeps up to when the old user was revoked before, and up to when it is by retire.
const REVOKED: &str = "revoked before";
const REVOKED_TO: &str = "revoked by retire";

pub(super) fn revoke_old(work: &mut Work<'_>) -> Result<()> {
    let (account, old) = (work.account()?, work.rotation.old_key()?);
    let before = trust::claims::<Account>(&account)?.into_claims();
    let before = before.body.revocations.get(&old.to_string()).copied();
    (work.rotation.kept).insert(
        REVOKED.to_owned(),
        before.map_or_else(String::new, |up_to| up_to.to_string()),
    );
    let (text, passed) = (
        old.to_string(),
        work.rotation.kept.contains_key(PASSES_CALLOUT),
    );
    let mut revoked = 0;
    work.edit_account(|changes, claims| {
        let whom = Whom::User(old);
        let up_to = whom.all_of_them(changes, &account, changes.now())?;
        revoked = revoke(&mut claims.body.revocations, &whom, up_to);
        if passed {
            ask_callout_again(claims, &text);
        }
        Ok(())
    })?;
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
pub(super) fn readmit_old(work: &mut Work<'_>) -> Result<()> {
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
    let passed = work.rotation.kept.contains_key(PASSES_CALLOUT);
    let account = work.edit_account(|_, claims| {
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
    })?;
    let now = trust::claims::<Account>(&account)?.into_claims();
    if let (Some(up_to), Some(user)) = (now.body.revocations.get(ANYBODY), user)
        && user.issued_at <= *up_to
    {
        work.warn([format!(
            "user {} stays out: everybody is revoked whose token is as old",
            quoted(&user.name)
        )]);
    }
    work.tell(format!("what {old} was given holds again"));
    sign_as_new(work, &account, &old)
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
