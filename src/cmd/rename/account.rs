//! `nkeep rename account`.

use crate::cmd::Ctx;
use crate::cmd::asking::Asking;
use crate::cmd::asking::store::names;
use crate::cmd::changed::Changed;
use crate::cmd::example::Example;
use crate::cmd::suggested::for_servers;
use crate::cmd::words::naming::UnderOperator;
use crate::cmd::words::signer::SignWith;
use crate::store::Store as _;
use crate::store::record::EntityKind;
use crate::store::record::Name;
use crate::trust::{self, rename};
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Its key and its users stay as they are",
    line: "nkeep rename account ACME ORDERS",
}];

/// Give an account another name
///
/// Its key, its users and what they were given stay. nsc's --OK is taken, and not needed: the change is whole or not at all.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Name or public key
    #[arg(value_name = "ACCOUNT")]
    account: String,
    /// Its new name
    #[arg(value_name = "NAME", value_parser = Name::given)]
    name: Name,
    #[command(flatten)]
    operator: UnderOperator,
    #[command(flatten)]
    signer: SignWith,
    /// Taken for nsc's sake
    #[arg(long = "OK", hide = true)]
    confirmed: bool,
}

/// What -i asks.
pub fn ask(asking: &mut Asking<'_>) -> Result<(), Failure> {
    if !asking.has("account") {
        let operator = asking.operator()?;
        let accounts =
            asking.read(|records| Ok(records.listed(EntityKind::Account, Some(&operator.key))?))?;
        asking.choice("account", "Account", &names(&accounts), 0)?;
    }
    asking.needed("name", "Its new name")
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let choice = args.signer.choice(ctx)?;
    let mut store = ctx.open_store()?;
    let before = store.read(|records| {
        let operator = args.operator.find(ctx, records)?;
        trust::account(records, &operator, Some(&args.account))
    })?;
    let keyring = ctx.keyring(&mut store)?;
    let note = ctx.note(
        "rename account",
        format!("renamed account {} to {}", before.name, args.name),
    );
    let edited = store.transact(note, &*keyring, |changes| {
        let operator = args.operator.find(ctx, changes)?;
        let account = trust::account(changes, &operator, Some(&args.account))?;
        rename::account(changes, &*keyring, &account, args.name.clone(), &choice)
    })?;
    Changed::plain("renamed", &edited, for_servers(&edited.entity)).say(ctx)
}
