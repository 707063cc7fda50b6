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
use crate::nkey::{Kind, PublicKey, Seed};
use crate::store::class::Role;
use crate::store::record::{Entity, EntityKind};
use crate::store::{Changes, Records, Store as _};
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

/// What was added.
struct Added {
    account: Entity,
    /// What is in it is there.
    place: Place,
    /// It is there itself.
    under: Place,
    /// How many revocations it has of the one that was here before.
    kept: usize,
    /// What is not as it was in that one.
    remarks: Vec<String>,
    /// Whether its seed is in the store.
    is_here: bool,
    /// What gives it to servers.
    push: Option<String>,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let name = args.name.get()?;
    let (not_before, expires) = args.validity.times(ctx)?;
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
    let terms = Terms {
        not_before,
        expires,
        tags: args.tag.clone(),
    };
    let new = NewAccount {
        description: args.description.clone(),
        default_permissions: args.granted.permissions(),
        key: own.as_ref().map(|(key, _)| *key),
        ..NewAccount::plain(name.clone(), terms)
    };
    let seed = own.and_then(|(_, seed)| seed);
    let mut asked = None;
    let note = ctx.note("add account", format!("added account {name}"));
    let added = store.transact(note, &*keyring, |changes| {
        let operator = args.operator.find(ctx, changes)?;
        let desk = OperatorDesk::open(changes, &*keyring, &operator, &choice)?;
        asked = new.key.filter(|_| desk.asks());
        add(changes, &operator, &desk, new, seed)
    });
    // Its key is in the store, whatever became of it.
    let added = match asked {
        Some(key) => added.hint(again_with(key, args.public_key.is_some()))?,
        None => added?,
    };
    ctx.select_added(&mut store, &added.account);
    say(ctx, added)
}

fn add(
    changes: &mut dyn Changes,
    operator: &Entity,
    desk: &OperatorDesk,
    new: NewAccount,
    seed: Option<Seed>,
) -> Result<Added, TrustError> {
    let account = desk.account(changes, new)?.0;
    if let Some(seed) = seed {
        KeySource::Seed(seed).give(changes, Kind::Account, Role::Identity, &account)?;
    }
    changes.summarize(format!(
        "added account {} {} under operator {} {}",
        account.name, account.key, operator.name, operator.key
    ));
    let token = claims::<Account>(&account)?;
    Ok(Added {
        place: Place::under(changes, Some(&account))?,
        under: Place::under(changes, Some(operator))?,
        kept: token.claims().body.revocations.len(),
        remarks: desk.altered(),
        is_here: changes
            .key(&account.key)?
            .is_some_and(|record| record.sealed.is_some()),
        push: to_servers(changes, &account, Some(*token.issuer()))?,
        account,
    })
}

fn say(ctx: &Ctx, done: Added) -> Result<(), Failure> {
    let account = &done.account;
    // Whose seed is elsewhere signs no users here.
    let next = if done.is_here {
        format!("nkeep add user NAME{}", done.place.flags())
    } else {
        format!("nkeep describe account {}", account.key)
    };
    let mut warnings = done.remarks;
    if done.kept > 0 {
        warnings.push(format!(
            "an account with this key was here before: {} of it hold on (nkeep revocations list-users -a {}{})",
            counted(done.kept, "revocation"),
            shell_word(account.name.as_str()),
            done.under.flags()
        ));
    }
    added(ctx, account, None, &signer_of(account)?, &warnings, &next)?;
    pushed(ctx, done.push);
    Ok(())
}
