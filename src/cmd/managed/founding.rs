//! `nkeep init` under an operator whose keys are elsewhere: a store with it, and an account and a user that it signed.

use serde_json::json;

use super::{Arrived, kept, known, operator_in, say_whose_word};
use crate::cmd::Ctx;
use crate::cmd::changed::described;
use crate::cmd::store::init::{Founded, Founding, NewIdentity};
use crate::store::Store as _;
use crate::store::record::{Entity, Name};
use crate::text::{noted, quoted, shell_word};
use crate::trust::new::{AccountDesk, NewAccount, NewUser, OperatorDesk, Terms};
use crate::trust::{KeyChoice, TrustError};
use crate::ui::{ExitCode, Failure, Hinted as _};

/// What became of the account.
struct Made {
    account: Entity,
    user: Option<Entity>,
    warnings: Vec<String>,
}

/// Makes the store. `remote` says where the operator is.
pub fn found(
    ctx: &Ctx,
    name: Name,
    remote: &str,
    identity: &NewIdentity,
    called: &str,
) -> Result<(), Failure> {
    let source = known::source(remote)?;
    source.warn_if_clear(ctx);
    let operator = operator_in(&source)?;
    let own = quoted(&operator.claims().name);
    if operator.claims().body.account_server_url.is_empty() {
        let wrong =
            anyhow::anyhow!("operator {own} names no account server that could sign accounts");
        return Err(Failure::new(ExitCode::Problems, wrong))
            .hint(format!("nkeep add operator --url {}", shell_word(remote)));
    }
    let founding = Founding::begin(ctx, identity, called)?;
    let arrived = Arrived {
        source: source.to_string(),
        operator,
        account: None,
        force: false,
    };
    let mut taken = None;
    let note = ctx.note("init", format!("made the store, with operator {own}"));
    let founded = founding.found(ctx, note, |changes, _| {
        taken = Some(arrived.take(ctx, changes)?.operator);
        Ok::<_, Failure>(())
    })?;
    let operator = taken.ok_or_else(|| Failure::bug(std::io::Error::other("nothing was taken")))?;
    say_whose_word(ctx, &operator, &source);
    // From here on the store is there, and what fails can be had by the command for it.
    let opened = opened_by(ctx, &founded);
    let made = first_account(&opened, &name, &operator)
        .context(format!(
            "the store is there, and account {} is not",
            quoted(&name)
        ))
        .hint(noted(
            format!("nkeep add account {}", shell_word(name.as_str())),
            "asks for it",
        ))?;
    say(ctx, &founded, &operator, &made)
}

/// What comes next opens the store with the identity that was made for it.
fn opened_by(ctx: &Ctx, founded: &Founded) -> Ctx {
    let mut opened = ctx.clone();
    if let Some(identity) = founded.identity.clone() {
        opened.opening.identity = Some(identity);
    }
    opened
}

fn first_account(ctx: &Ctx, name: &Name, operator: &Entity) -> Result<Made, Failure> {
    let mut store = ctx.open_store()?;
    ctx.select_added(&mut store, operator);
    let keyring = ctx.keyring(&mut store)?;
    let choice = KeyChoice::Best;
    let own = kept(
        ctx,
        &mut store,
        &*keyring,
        name,
        None,
        |_| Ok(operator.clone()),
        &choice,
    )?;
    let note = ctx.note("init", format!("added account and user {name}"));
    let made = store.transact(note, &*keyring, |changes| {
        let desk = OperatorDesk::open(changes, &*keyring, operator, &choice)?;
        let new = NewAccount {
            key: own.as_ref().map(|(key, _)| *key),
            ..NewAccount::plain(name.clone(), Terms::default())
        };
        let (account, _) = desk.account(changes, new)?;
        let mut warnings = desk.altered();
        let user = match AccountDesk::open(changes, &*keyring, &account, &choice) {
            Ok(desk) => Some(desk.user(changes, NewUser::plain(name.clone(), Terms::default()))?),
            Err(TrustError::Signer(reason) | TrustError::KeysAway { reason, .. }) => {
                warnings.push(format!("no user was added: {reason}"));
                None
            }
            Err(error) => return Err(error),
        };
        Ok::<_, TrustError>(Made {
            account,
            user,
            warnings,
        })
    })?;
    ctx.select_added(&mut store, &made.account);
    Ok(made)
}

fn say(ctx: &Ctx, founded: &Founded, operator: &Entity, made: &Made) -> Result<(), Failure> {
    if ctx.ui.json() {
        return ctx.ui.document(&json!({
            "kind": "init",
            "store": founded.store,
            "identity": founded.identity,
            "pin": founded.pin,
            "operator": described(operator),
            "system_account": null,
            "account": described(&made.account),
            "user": made.user.as_ref().map(described),
        }));
    }
    let account = &made.account;
    ctx.ui.note(&format!(
        "made the store {}, with account {} {} of operator {} {}: back it up, and what opens it apart from it",
        founded.store.display(),
        account.name,
        account.key,
        operator.name,
        operator.key
    ));
    for warning in &made.warnings {
        ctx.ui.warning(warning);
    }
    if let Some(user) = &made.user {
        let (account, user) = (
            shell_word(account.name.as_str()),
            shell_word(user.name.as_str()),
        );
        ctx.next(&format!(
            "nkeep generate creds -a {account} -n {user} -o {user}.creds"
        ));
    }
    Ok(())
}
