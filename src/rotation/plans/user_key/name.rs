//! The name: the new user takes that of the old one, and with it what the old one may do by then. Creds are given out by names.

use crate::jwt::claims::User;
use crate::nkey::PublicKey;
use crate::rotation::work::Work;
use crate::rotation::{Result, RotationError};
use crate::store::Records;
use crate::store::document::KeyState;
use crate::store::record::{Entity, EntityKind, Name};
use crate::text::{noted, quoted, shell_word};
use crate::trust::difference::differences;
use crate::trust::new::AccountDesk;
use crate::trust::{self, edit, rename, resign};

pub(super) fn name_new(work: &mut Work<'_>) -> Result<()> {
    let (old, new) = (work.rotation.old_key()?, work.rotation.new_key()?);
    swap(work, &old, &new, "before")?;
    work.state_of_new(KeyState::Active)?;
    work.state_of_old(KeyState::Retiring)
}

pub(super) fn name_old(work: &mut Work<'_>) -> Result<()> {
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
pub(super) fn take_over(
    work: &mut Work<'_>,
    account: &Entity,
    from: &Entity,
    to: &Entity,
) -> Result<()> {
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

/// A name that nobody in the account has, as `alice-next`.
pub(super) fn free_name(
    records: &dyn Records,
    account: &Entity,
    name: &str,
    what: &str,
) -> Result<Name> {
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

/// Leaves to people what is done with creds.
pub(super) fn give_out(work: &mut Work<'_>, how: &str, name: &Name) -> Result<()> {
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

/// The user of that key, as long as it is there.
fn user_of(work: &Work<'_>, key: &PublicKey) -> Result<Entity> {
    work.rotation.entity(work.changes, &key.to_string())
}
