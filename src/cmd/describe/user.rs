//! `nkeep describe user`.

use super::shape::{Drawn, Shape};
use super::{stored, tree};
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::words::naming::{InAccount, Wanted};
use crate::jwt::claims::{Account, User, UserLimits};
use crate::store::record::{Entity, EntityKind};
use crate::store::{Records, Store as _};
use crate::trust::filled::filled;
use crate::trust::tree::{self as chain, Extent};
use crate::trust::{self, TrustError};
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Everything that its token says",
    line: "nkeep describe user -a ACME ACME",
}];

/// Describe a user of the store
///
/// Its chain was checked when it was put there, and is again when the store was changed from outside. Exit code 3 when it
/// does not hold; with -J, -F and -R not when it is revoked, expired or not valid yet: stderr and the JSON say so.
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    wanted: Wanted,
    #[command(flatten)]
    account: InAccount,
    #[command(flatten)]
    drawn: Drawn,
    #[command(flatten)]
    shape: Shape,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let mut store = ctx.open_store()?;
    let find = |records: &dyn Records| -> Result<_, TrustError> {
        let account = args.account.find(ctx, records)?;
        let user = trust::user(records, &account, args.wanted.get())?;
        Ok((account, user))
    };
    if args.drawn.tree {
        let tree = store.read(|records| {
            let (account, user) = find(records)?;
            let operator = trust::operator_of(records, &account)?;
            let extent = Extent::User(&account, &user);
            chain::read(records, &operator, extent, ctx.clock.now())
        })?;
        return tree::describe(ctx, &tree, EntityKind::User, &args.shape);
    }
    let (token, standing) = store.read(|records| {
        let (account, user) = find(records)?;
        let (token, standing) = stored(ctx, records, &user)?;
        Ok::<_, Failure>((token, standing.under(scope_of(&account, &user)?)))
    })?;
    args.shape.describe_stored(ctx, &token, &standing)
}

/// The role of whom a scoped key signed, and what the scope lets them do.
fn scope_of(account: &Entity, user: &Entity) -> Result<Option<(String, UserLimits)>, TrustError> {
    let above = trust::claims::<Account>(account)?.into_claims();
    let claims = trust::claims::<User>(user)?.into_claims();
    let scope = above.body.signing_keys.0.get(&claims.issuer);
    Ok(scope.and_then(Option::as_ref).map(|scope| {
        let limits = filled(scope, &above, &account.key, &claims);
        (scope.role.clone(), limits)
    }))
}
