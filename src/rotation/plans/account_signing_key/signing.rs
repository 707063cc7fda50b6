//! What one of the keys signed, signed anew by the other: users and activations. What nobody here can sign is left to people.

use super::activations::{Left, activations_by, flags_of, for_whom, loose, private_exports};
use crate::jwt::claims::{ShareType, User};
use crate::nkey::PublicKey;
use crate::rotation::Result;
use crate::rotation::work::Work;
use crate::store::Changes;
use crate::store::document::KeyState;
use crate::store::record::{Entity, EntityKind, Issued};
use crate::text::{counted, noted, shell_word};
use crate::trust::new::AccountDesk;
use crate::trust::resign::names;
use crate::trust::{self, KeyChoice, resign};

pub(super) fn sign_by_new(work: &mut Work<'_>) -> Result<()> {
    let (old, new) = (work.rotation.old_key()?, work.rotation.new_key()?);
    work.state_of_new(KeyState::Active)?;
    work.state_of_old(KeyState::Retiring)?;
    sign_by(work, &old, new)
}

pub(super) fn sign_by_old(work: &mut Work<'_>) -> Result<()> {
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
