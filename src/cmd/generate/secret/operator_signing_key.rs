//! `nkeep generate secret operator-signing-key`.

use super::{Common, Keys};
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::generate::manifest::Draft;
use crate::nkey::PublicKey;
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
    args.common.written(ctx, true, |estate| {
        let seed = estate.operator_signing_key(args.signing_key.as_ref())?;
        let mut draft = Draft::new(
            "operator-signing-key",
            args.common.called.naming("nats-operator-sign"),
        );
        args.keys.put(&mut draft, &["default"], &seed.expose())?;
        draft.about = vec![
            ("operator", estate.operator.entity.key.to_string()),
            ("public-key", seed.public().to_string()),
        ];
        Ok(draft)
    })
}
