//! `nkeep generate secret operator-signing-key`.

use super::{Common, Keys, each_named};
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::generate::manifest::Draft;
use crate::emit::estate::Estate;
use crate::emit::manifest::Naming;
use crate::nkey::{PublicKey, Seed};
use crate::trust::TrustError;
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "For a controller that signs accounts",
    line: "nkeep generate secret operator-signing-key -n nats -o operator-sign.yaml",
}];

/// Generate a Secret with a signing key of the operator
///
/// Whoever has it can make accounts in the operator's name, until the operator's token no longer names it. The identity of the
/// operator is never put into a manifest. Where the operator has several signing keys, which one is meant must be said: one
/// that servers do not trust yet locks out every account that it signs.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Public key; not needed where there is only one
    #[arg(value_name = "KEY")]
    signing_key: Option<PublicKey>,
    #[command(flatten)]
    keys: Keys,
    #[command(flatten)]
    common: Common,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let naming = args.common.called.naming(BASE);
    args.common.written(ctx, |estate| {
        draft(estate, naming, &args.keys, args.signing_key.as_ref())
            .map_err(|error| each_named("", error))
    })
}

/// What its name begins with.
pub const BASE: &str = "nats-operator-sign";

/// A Secret with that signing key of the operator, or the only one.
pub fn draft(
    estate: &Estate<'_>,
    naming: Naming,
    keys: &Keys,
    wanted: Option<&PublicKey>,
) -> Result<Draft, TrustError> {
    let seed = estate.operator_signing_key(wanted)?;
    of_seed(estate, naming, keys, (&seed, wanted))
}

/// A Secret with that signing key of the operator, which was asked for by name or not.
pub fn of_seed(
    estate: &Estate<'_>,
    naming: Naming,
    keys: &Keys,
    (seed, wanted): (&Seed, Option<&PublicKey>),
) -> Result<Draft, TrustError> {
    let mut draft = Draft::new("operator-signing-key", naming);
    keys.put(&mut draft, &["default"], &seed.expose())?;
    let asked = wanted.map(ToString::to_string).unwrap_or_default();
    draft.lineage = vec![estate.operator.entity.key.to_string(), asked];
    draft.about = vec![
        ("operator", estate.operator.entity.key.to_string()),
        ("public-key", seed.public().to_string()),
    ];
    Ok(draft)
}
