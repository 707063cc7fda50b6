//! `nkeep generate secret sys-creds`.

use zeroize::Zeroizing;

use super::{Common, Keys};
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::generate::manifest::Draft;
use crate::emit::estate::Estate;
use crate::emit::manifest::Naming;
use crate::store::record::Entity;
use crate::trust::TrustError;
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "For nauth, surveyor, NACK and nats-box alike, in a file that only you can read",
    line: "nkeep generate secret sys-creds -n nats -o sys-creds.yaml",
}];

/// Generate a Secret with the creds of a user of the system account
///
/// The same creds stand under each key that somebody looks for: default (nauth), sys.creds (surveyor, NACK), nats.creds
/// (nats-box), user.creds. The user must have been signed by a signing key of the system account: nauth reads from the token
/// whose it is.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// User of the system account; not needed where there is only one
    user: Option<String>,
    #[command(flatten)]
    keys: Keys,
    #[command(flatten)]
    common: Common,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let naming = args.common.called.naming(BASE);
    args.common.written(ctx, |estate| {
        draft(estate, naming, &args.keys, args.user.as_deref())
    })
}

/// What its name begins with.
pub const BASE: &str = "nats-sys-creds";

/// A Secret with what that user of the system account connects with, or the only one.
pub fn draft(
    estate: &Estate<'_>,
    naming: Naming,
    keys: &Keys,
    wanted: Option<&str>,
) -> Result<Draft, TrustError> {
    let (user, creds) = estate.system_creds(wanted)?;
    of_creds(estate, naming, keys, (&user, &creds))
}

/// A Secret with what a user of the system account connects with.
pub fn of_creds(
    estate: &Estate<'_>,
    naming: Naming,
    keys: &Keys,
    (user, creds): (&Entity, &Zeroizing<String>),
) -> Result<Draft, TrustError> {
    let mut draft = Draft::new("system-account-user", naming);
    // Every key that somebody looks for.
    let usual = ["default", "nats.creds", "sys.creds", "user.creds"];
    keys.put(&mut draft, &usual, creds)?;
    draft.lineage = vec![estate.system()?.key.to_string(), user.name.to_string()];
    draft.about = vec![
        ("account", estate.system()?.key.to_string()),
        ("public-key", user.key.to_string()),
    ];
    Ok(draft)
}
