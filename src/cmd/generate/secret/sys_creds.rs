//! `nkeep generate secret sys-creds`.

use super::{Common, Keys};
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::generate::manifest::Draft;
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

/// Every key that somebody looks for.
pub const USUAL: &[&str] = &["default", "nats.creds", "sys.creds", "user.creds"];

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    args.common.written(ctx, true, |estate| {
        let (user, creds) = estate.system_creds(args.user.as_deref())?;
        let mut draft = Draft::new(
            "system-account-user",
            args.common.called.naming("nats-sys-creds"),
        );
        args.keys.put(&mut draft, USUAL, &creds)?;
        draft.about = vec![
            ("account", estate.system()?.key.to_string()),
            ("public-key", user.key.to_string()),
        ];
        Ok(draft)
    })
}
