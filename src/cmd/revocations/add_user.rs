//! `nkeep revocations add-user`.

use jiff::Timestamp;
use serde_json::json;

use super::{Whose, account, title};
use crate::clock::{UnixSeconds, absolute};
use crate::cmd::Ctx;
use crate::cmd::asking::Asking;
use crate::cmd::asking::store::names;
use crate::cmd::changed::Changed;
use crate::cmd::example::Example;
use crate::cmd::suggested::for_servers;
use crate::cmd::words::naming::InAccount;
use crate::cmd::words::signer::SignWith;
use crate::store::record::{Entity, EntityKind};
use crate::store::{Records, Store as _};
use crate::text::counted;
use crate::trust::revoke::{Whom, revoke, revoked_users};
use crate::trust::{TrustError, edit};
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[
    Example {
        purpose: "Everything that was given to a user until now",
        line: "nkeep revocations add-user ACME -a ACME",
    },
    Example {
        purpose: "Everything that was given to anybody before the year began",
        line: "nkeep revocations add-user -u '*' --at 2026-01-01T00:00:00Z -a ACME",
    },
];

/// Revoke what a user was given
///
/// Revoked is what was signed up to a time: now, or when the newest token of the user was signed, should that be later, as
/// by a clock that was ahead. What is signed afterwards holds.
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    whose: Whose,
    #[command(flatten)]
    account: InAccount,
    /// Up to when it was signed: seconds since 1970, or such as 2026-12-24T18:00:00Z; 0 is now
    #[arg(long, value_name = "TIME", value_parser = time)]
    at: Option<UnixSeconds>,
    #[command(flatten)]
    signer: SignWith,
}

/// What -i asks.
pub fn ask(asking: &mut Asking<'_>) -> Result<(), Failure> {
    let account = asking.account()?;
    if !asking.has("positional") && !asking.has("user_public_key") {
        let users = asking.users(&account)?;
        let mut choices = names(&users);
        choices.push(("everybody".to_owned(), Some("*".to_owned())));
        asking.choice("name", "User", &choices, 0)?;
    }
    asking.text("at", "0")?;
    asking.operator_key(&account)
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let choice = args.signer.choice(ctx)?;
    let mut store = ctx.open_store()?;
    let before = store.read(|records| {
        let account = account(ctx, &args.account, records)?;
        args.whose.must_be_said(&account)?;
        args.whose.find(records, &account)?;
        Ok::<_, Failure>(account)
    })?;
    let keyring = ctx.keyring(&mut store)?;
    let note = ctx.note(
        "revocations add-user",
        format!("revoked users of account {}", before.name),
    );
    let (edited, whom, up_to, who, out) = store.transact(note, &*keyring, |changes| {
        let account = account(ctx, &args.account, changes)?;
        let whom = args.whose.find(changes, &account)?;
        let newest = whom.newest(changes, &account)?;
        let asked = match args.at.filter(|at| *at != 0) {
            Some(at) => at,
            None => newest.max(changes.now()),
        };
        let mut up_to = asked;
        let mut edited = edit::account(changes, &*keyring, &account, &choice, |_, claims| {
            up_to = revoke(&mut claims.body.revocations, &whom, asked);
            Ok(())
        })?;
        if up_to > asked {
            edited.warnings.push(format!(
                "{} was revoked up to {} already, which stays",
                whom.text(),
                absolute(up_to)
            ));
        }
        if up_to > newest.max(changes.now()) {
            edited.warnings.push(format!(
                "{} is still to come: what {} is given until then is revoked, too",
                absolute(up_to),
                whom.text()
            ));
        }
        if newest > up_to {
            edited.warnings.push(format!(
                "what was signed after that holds: the newest is of {}",
                absolute(newest)
            ));
        }
        let who = title(changes, &whom)?;
        let out = match whom {
            Whom::Anybody => Some(cut_off(changes, &edited.entity)?),
            Whom::User(_) => None,
        };
        Ok::<_, TrustError>((edited, whom, up_to, who, out))
    })?;
    Changed {
        notes: [format!("revoked: {who} up to {}", absolute(up_to))]
            .into_iter()
            .chain(out)
            .collect(),
        done: Some(format!("revoked {who} in")),
        more: vec![("user", json!(whom.text())), ("at", json!(up_to))],
        ..Changed::plain("revoked", &edited, for_servers(&edited.entity))
    }
    .say(ctx)
}

/// How many users of the store an account lets in no more.
fn cut_off(records: &dyn Records, account: &Entity) -> Result<String, TrustError> {
    let all = records.listed(EntityKind::User, Some(&account.key))?.len();
    let out = revoked_users(records, account)?.len();
    Ok(format!(
        "shut out now: {out} of the {} of the account in the store",
        counted(all, "user")
    ))
}

fn time(text: &str) -> Result<UnixSeconds, String> {
    let seconds = match text.parse::<UnixSeconds>() {
        Ok(seconds) => seconds,
        Err(_) => text
            .parse::<Timestamp>()
            .map_err(
                |_| "it is neither seconds since 1970 nor a time such as 2026-12-24T18:00:00Z",
            )?
            .as_second(),
    };
    if seconds < 0 || Timestamp::from_second(seconds).is_err() {
        return Err("it is before 1970, or beyond the calendar".to_owned());
    }
    Ok(seconds)
}
