//! `nkeep add account`.

use super::{Presence, added, pushed, signer_of};
use crate::cmd::Ctx;
use crate::cmd::asking::Asking;
use crate::cmd::example::Example;
use crate::cmd::managed::kept;
use crate::cmd::suggested::to_servers;
use crate::cmd::words::argument::{open_text, tag};
use crate::cmd::words::naming::{NewName, UnderOperator};
use crate::cmd::words::permissions::Granted;
use crate::cmd::words::signer::{NamedKey, SignWith, named_key};
use crate::cmd::words::when::Validity;
use crate::jwt::claims::{Account, Permissions};
use crate::nkey::{Kind, PublicKey};
use crate::store::class::Role;
use crate::store::record::EntityKind;
use crate::store::{Records, Store as _};
use crate::text::{counted, noted, shell_word};
use crate::trust::new::{NewAccount, OperatorDesk, Terms};
use crate::trust::{KeySource, Place, TrustError, claims};
use crate::ui::{Failure, Hinted as _, again, called_with};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "An account",
    line: "nkeep add account ORDERS",
}];

/// Add an account
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    name: NewName,
    #[command(flatten)]
    presence: Presence,
    #[command(flatten)]
    operator: UnderOperator,
    /// Key of the account: a public key, when its seed is kept elsewhere, or a file with a seed; else one is made
    #[arg(long, short = 'k', value_name = "KEY", value_parser = named_key)]
    public_key: Option<NamedKey>,
    #[command(flatten)]
    signer: SignWith,
    #[command(flatten)]
    validity: Validity,
    /// For people
    #[arg(long, value_name = "TEXT", default_value = "", value_parser = open_text)]
    description: String,
    /// Labels
    #[arg(long, value_name = "TAG", value_delimiter = ',', value_parser = tag)]
    tag: Vec<String>,
    #[command(flatten)]
    granted: Granted,
}

/// What -i asks.
pub fn ask(asking: &mut Asking<'_>) -> Result<(), Failure> {
    let operator = asking.operator()?;
    asking.new_name(EntityKind::Account, Some(&operator))?;
    let question = "Public key of the account, or a file with its seed; else one is made";
    asking.own_key(Kind::Account, question)?;
    asking.validity((0, 0))?;
    asking.text_as("description", "What it is, for people", "")?;
    asking.tags(&[])?;
    asking.permissions(&Permissions::default())?;
    asking.key_of_operator(&operator)
}

/// The same command with the key that was made for it.
fn again_with(key: PublicKey, is_named: bool) -> String {
    let command = if is_named {
        again()
    } else {
        called_with(&format!("-k {key}"))
    };
    noted(command, "asks once more for the same key")
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let name = args.name.get()?;
    let (not_before, expires) = args.validity.times(ctx.clock.now())?;
    let choice = args.signer.choice(ctx)?;
    let own = args
        .public_key
        .as_ref()
        .map(|key| key.own(ctx, Kind::Account));
    let own = own.transpose()?;
    let mut store = ctx.open_store()?;
    let under = |records: &dyn Records| args.operator.find(ctx, records).map(Some);
    let account = (EntityKind::Account, &name);
    if args.presence.suffices(ctx, &mut store, account, under)? {
        return Ok(());
    }
    let keyring = ctx.keyring(&mut store)?;
    let own = kept(
        ctx,
        &mut store,
        &*keyring,
        &name,
        own,
        |records| args.operator.find(ctx, records),
        &choice,
    )?;
    let mut asked = None;
    let note = ctx.note("add account", format!("added account {name}"));
    let made = store.transact(note, &*keyring, |changes| {
        let operator = args.operator.find(ctx, changes)?;
        let new = NewAccount {
            description: args.description.clone(),
            default_permissions: args.granted.permissions(),
            key: own.as_ref().map(|(key, _)| *key),
            ..NewAccount::plain(
                name.clone(),
                Terms {
                    not_before,
                    expires,
                    tags: args.tag.clone(),
                },
            )
        };
        let desk = OperatorDesk::open(changes, &*keyring, &operator, &choice)?;
        asked = new.key.filter(|_| desk.asks());
        let account = desk.account(changes, new)?.0;
        if let Some((_, Some(seed))) = own {
            KeySource::Seed(seed).give(changes, Kind::Account, Role::Identity, &account)?;
        }
        changes.summarize(format!(
            "added account {name} {} under operator {} {}",
            account.key, operator.name, operator.key
        ));
        let place = Place::under(changes, Some(&account))?;
        let under = Place::under(changes, Some(&operator))?;
        let kept = claims::<Account>(&account)?.claims().body.revocations.len();
        let remarks = desk.altered();
        let is_here = changes
            .key(&account.key)?
            .is_some_and(|record| record.sealed.is_some());
        let signer = *claims::<Account>(&account)?.issuer();
        let push = to_servers(changes, &account, Some(signer))?;
        Ok::<_, TrustError>((account, place, under, kept, remarks, is_here, push))
    });
    // Its key is in the store, whatever became of it.
    let (account, place, under, kept, remarks, is_here, push) = match asked {
        Some(key) => made.hint(again_with(key, args.public_key.is_some()))?,
        None => made?,
    };
    ctx.select_added(&mut store, &account);
    // Whose seed is elsewhere signs no users here.
    let next = if !is_here {
        format!("nkeep describe account {}", account.key)
    } else {
        format!("nkeep add user NAME{}", place.flags())
    };
    let mut warnings = remarks;
    if kept > 0 {
        warnings.push(format!(
            "an account with this key was here before: {} of it hold on (nkeep revocations list-users -a {}{})",
            counted(kept, "revocation"),
            shell_word(account.name.as_str()),
            under.flags()
        ));
    }
    added(ctx, &account, None, &signer_of(&account)?, &warnings, &next)?;
    pushed(ctx, push);
    Ok(())
}
