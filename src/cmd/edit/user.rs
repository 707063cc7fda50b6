//! `nkeep edit user`.

use std::path::Path;

use super::{TagEdits, nothing_asked};
use crate::clock::UnixSeconds;
use crate::cmd::Ctx;
use crate::cmd::asking::Asking;
use crate::cmd::asking::store::claims_of;
use crate::cmd::changed::Changed;
use crate::cmd::example::Example;
use crate::cmd::words::limits::LimitEdits;
use crate::cmd::words::naming::{InAccount, Wanted};
use crate::cmd::words::signer::SignWith;
use crate::cmd::words::when::Validity;
use crate::jwt::claims::{Account, Claims, User, UserLimits};
use crate::store::record::Entity;
use crate::store::{Records, Store as _};
use crate::text::{noted, quoted, shell_word};
use crate::trust::edit::{self, Edited};
use crate::trust::revoke::earlier;
use crate::trust::{self, Place, TrustError};
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "It may publish orders, and is let in for 30 days more",
    line: "nkeep edit user ACME -a ACME --allow-pub 'orders.>' --expiry 30d",
}];

/// Edit a user
///
/// Only what is named changes. The key that signed the user signs again, unless another is named. What a user has that a
/// scoped key signed, the key's scope says: see edit signing-key.
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    wanted: Wanted,
    #[command(flatten)]
    account: InAccount,
    #[command(flatten)]
    signer: SignWith,
    #[command(flatten)]
    validity: Validity,
    #[command(flatten)]
    tags: TagEdits,
    #[command(flatten)]
    limits: LimitEdits,
}

/// What -i asks.
pub fn ask(asking: &mut Asking<'_>) -> Result<(), Failure> {
    let account = asking.account()?;
    let user = asking.wanted_user(&account)?;
    let claims = claims_of::<User>(&user)?;
    asking.account_key(&account)?;
    // What a scoped key signed has no limits of its own.
    if claims.body.limits != UserLimits::default() {
        asking.limits(&claims.body.limits)?;
    }
    asking.validity((claims.not_before, claims.expires))?;
    asking.tags(&claims.body.tags)
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    if args.tags == TagEdits::default()
        && args.limits == LimitEdits::default()
        && args.signer == SignWith::default()
        && args.validity.is_empty()
    {
        return nothing_asked("user");
    }
    args.tags.agree()?;
    let choice = args.signer.choice(ctx)?;
    let mut store = ctx.open_store()?;
    let find = |records: &dyn Records| {
        let account = args.account.find(ctx, records)?;
        trust::user(records, &account, args.wanted.get())
    };
    let (before, validity) = store.read(|records| {
        let user = find(records)?;
        let claims = trust::claims::<User>(&user)?;
        let times = (claims.claims().not_before, claims.claims().expires);
        Ok::<_, TrustError>((user, times))
    })?;
    let (not_before, expires) = args.validity.over(validity, ctx)?;
    let keyring = ctx.keyring(&mut store)?;
    let note = ctx.note("edit user", format!("edited user {}", before.name));
    let (edited, account, place, is_here, then) = store.transact(note, &*keyring, |changes| {
        let user = find(changes)?;
        let (mut missing, mut was) = (Vec::new(), None);
        let mut edited = edit::user(changes, &*keyring, &user, &choice, |_, claims| {
            was = Some(claims.clone());
            missing = args.tags.missing(&claims.body.tags);
            missing.extend(args.limits.missing(&claims.body.limits));
            args.tags.apply(&mut claims.body.tags);
            args.limits.apply(&mut claims.body.limits);
            if !args.validity.is_empty() {
                (claims.not_before, claims.expires) = (not_before, expires);
            }
            Ok(())
        })?;
        edited.warnings.extend(missing);
        let account = trust::account_of(changes, &user)?;
        let place = Place::under(changes, Some(&account))?;
        let then = match was {
            Some(was) => shut_out(&account, &place, &was, &mut edited, changes.now())?,
            None => None,
        };
        let key = changes.key(&user.key)?;
        let is_here = key.is_some_and(|key| key.sealed.is_some());
        Ok::<_, TrustError>((edited, account.name, place, is_here, then))
    })?;
    let name = edited.entity.name.as_str();
    let (place, word) = (place.flags(), shell_word(name));
    let next = if is_here {
        let file = shell_word(&format!("{name}.creds"));
        // What was given out before is replaced, where it is here.
        let force = match Path::new(&format!("{name}.creds")).exists() {
            true => " --force",
            false => "",
        };
        format!("nkeep generate creds{place} -n {word} -o {file}{force}")
    } else {
        // Whoever has its seed wants its token.
        format!("nkeep describe user{place} -n {word} --raw")
    };
    Changed {
        account: Some(account),
        then,
        ..Changed::plain("edited", &edited, next)
    }
    .say(ctx)
}

/// What shuts out what a user had before, where that lets it do more than what it has now, and that it does.
fn shut_out(
    account: &Entity,
    place: &Place,
    was: &Claims<User>,
    edited: &mut Edited,
    now: UnixSeconds,
) -> Result<Option<String>, TrustError> {
    let user = &edited.entity;
    let above = trust::claims::<Account>(account)?;
    let is = trust::claims::<User>(user)?;
    let both = (was, is.claims());
    if edited.signer.is_none() || !earlier::allows_more(above.claims(), &user.key, both, now) {
        return Ok(None);
    }
    let revocation = format!(
        "nkeep revocations add-user {}{} --at {}",
        shell_word(user.name.as_str()),
        place.flags(),
        user.issued_at - 1
    );
    edited.warnings.push(format!(
        "what {} was given before holds as it was, until it expires or is revoked",
        quoted(&user.name)
    ));
    Ok(Some(noted(
        revocation,
        "shuts out what it was given before, once it has the new token",
    )))
}
