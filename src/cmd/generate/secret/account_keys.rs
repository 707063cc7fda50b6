//! `nkeep generate secret account-keys`.

use super::{Common, each_named, refused};
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::generate::manifest::{Draft, data_key};
use crate::emit::artefact;
use crate::emit::manifest::Naming;
use crate::emit::manifest::name::ObjectName;
use crate::nkey::Seed;
use crate::store::record::Entity;
use crate::trust::TrustError;
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "For a callout service that signs users of an account",
    line: "nkeep generate secret account-keys ACME -n nats-auth -o acme-keys.yaml",
}];

/// Generate a Secret with a signing key of an account
///
/// The key stands under default (nauth's AccountSigningKey) and signing.key (auth callout services), without a line break.
/// With --all, the others that the store has are there too, each under its public key and .nk.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Account; not needed where there is only one beside the system account, or one is selected
    account: Option<String>,
    /// Public key or role of the signing key; not needed where only one has no role
    #[arg(long, short = 'K', value_name = "KEY")]
    signing_key: Option<String>,
    /// Put every signing key there
    #[arg(long)]
    all: bool,
    /// Put the identity of the account there, too, under identity.nk
    #[arg(long)]
    with_identity: bool,
    #[command(flatten)]
    common: Common,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    args.common.written(ctx, |estate| {
        let account = args.common.account(ctx, estate, args.account.as_deref())?;
        let naming = args.common.called.naming(base(&account));
        let first = estate
            .account_signing_key(&account, args.signing_key.as_deref())
            .map_err(|error| each_named("-K", error))?;
        let mut draft = of_seed(&account, naming, &first.seed)?;
        if args.all {
            for key in estate.account_signing_keys(&account)? {
                let name = format!("{}.nk", key.public);
                let name = name
                    .parse()
                    .map_err(|reason: String| TrustError::refused(reason, "nkeep list keys"))?;
                draft
                    .data
                    .add(artefact::seed(name, &key.seed))
                    .map_err(refused)?;
            }
        }
        if args.with_identity {
            let identity = estate.seed(&account.key)?;
            draft
                .data
                .add(artefact::seed(data_key("identity.nk")?, &identity))
                .map_err(refused)?;
        }
        let asked = args.signing_key.clone().unwrap_or_default();
        draft.lineage = vec![account.key.to_string(), asked];
        Ok(draft)
    })
}

/// What the name of an account's Secret begins with.
pub fn base(account: &Entity) -> String {
    format!(
        "{}-account-keys",
        ObjectName::made_of(account.name.as_str(), "account")
    )
}

/// A Secret with that signing key of an account.
pub fn of_seed(account: &Entity, naming: Naming, seed: &Seed) -> Result<Draft, TrustError> {
    let mut draft = Draft::new("account-keys", naming);
    for key in ["default", "signing.key"] {
        let part = artefact::seed(data_key(key)?, seed);
        draft.data.add(part).map_err(refused)?;
    }
    draft.about = vec![
        ("account", account.key.to_string()),
        ("public-key", seed.public().to_string()),
    ];
    Ok(draft)
}
