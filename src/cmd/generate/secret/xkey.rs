//! `nkeep generate secret xkey`.

use super::{Common, Keys};
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::generate::manifest::Draft;
use crate::jwt::claims::Account;
use crate::nkey::{Kind, PublicKey};
use crate::text::{quoted, shell_word};
use crate::trust::{TrustError, claims};
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "The curve key of an account's auth callout, once it has one",
    line: "nkeep edit authcallout -a ACME --auth-user ACME --curve generate && nkeep generate secret xkey -a ACME -n nats-auth -o acme-xkey.yaml",
}];

/// Generate a Secret with a curve key
///
/// The seed stands under default and xkey.seed, without a line break.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Public key; else the one that the account's auth callout names
    #[arg(value_name = "KEY", required_unless_present = "account")]
    xkey: Option<PublicKey>,
    /// Account whose auth callout names the key
    #[arg(long, short, value_name = "NAME", conflicts_with = "xkey")]
    account: Option<String>,
    #[command(flatten)]
    keys: Keys,
    #[command(flatten)]
    common: Common,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    args.common.written(ctx, |estate| {
        let mut lineage = Vec::new();
        let key = match (&args.xkey, &args.account) {
            (Some(key), _) => *key,
            (None, account) => {
                let account = args.common.account(ctx, estate, account.as_deref())?;
                lineage.push(account.key.to_string());
                let claims = claims::<Account>(&account)?.into_claims();
                claims.body.authorization.xkey.parse().map_err(|_| {
                    TrustError::refused(
                        format!(
                            "the auth callout of account {} names no curve key",
                            quoted(&account.name)
                        ),
                        format!(
                            "nkeep edit authcallout -a {} --curve generate",
                            shell_word(account.name.as_str())
                        ),
                    )
                })?
            }
        };
        if key.kind() != Kind::Curve {
            return Err(TrustError::refused(
                format!("{key} is no curve key"),
                "nkeep generate nkey --curve -S",
            ));
        }
        let seed = estate.seed(&key)?;
        let mut draft = Draft::new("xkey", args.common.called.naming("nats-xkey"));
        args.keys
            .put(&mut draft, &["default", "xkey.seed"], &seed.expose())?;
        draft.lineage = lineage;
        draft.about = vec![("public-key", key.to_string())];
        Ok(draft)
    })
}
