//! `nkeep generate secret wasmcloud`.

use super::{Common, refused};
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::generate::manifest::Draft;
use crate::cmd::words::naming::Within;
use crate::emit::manifest::wasmcloud::backend;
use crate::nkey::PublicKey;
use crate::ui::Failure;
use zeroize::Zeroizing;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "With two keys that are made for it, in a file that only you can read",
    line: "a=$(nkeep generate nkey -x -S) && b=$(nkeep generate nkey -x -S) && nkeep generate secret wasmcloud -a ACME --encryption $a --transit $b -n wasmcloud -o kv.yaml",
}];

/// Generate the Secret of wasmCloud's secrets-nats-kv: its two curve keys, and creds
///
/// ENCRYPTION_XKEY_SEED, TRANSIT_XKEY_SEED and nats.creds, the seeds without a line break, which the backend does not take.
/// Make the keys with nkeep generate nkey --curve --keep, and the user with nkeep add user --preset wasmcloud-kv.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// User that the backend connects as; not needed where there is only one
    user: Option<String>,
    #[command(flatten)]
    account: Within,
    /// Curve key that encrypts secrets where they are kept
    #[arg(long, value_name = "KEY")]
    encryption: PublicKey,
    /// Curve key that encrypts secrets on their way
    #[arg(long, value_name = "KEY")]
    transit: PublicKey,
    #[command(flatten)]
    common: Common,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    args.common.written(ctx, |estate| {
        let operator = &args.common.going.operator;
        let account = args.account.of(ctx, estate.records, operator)?;
        let user = estate.user(&account, args.user.as_deref())?;
        let creds = estate.creds(&account, &user)?;
        let (encryption, transit) = (
            estate.free_seed(&args.encryption)?,
            estate.free_seed(&args.transit)?,
        );
        let mut draft = Draft::new(
            "secrets-nats-kv",
            args.common.called.naming("secrets-nats-kv"),
        );
        let creds = Zeroizing::new(creds.as_bytes().to_vec());
        for part in backend(&encryption, &transit, creds).map_err(refused)? {
            draft.data.add(part).map_err(refused)?;
        }
        draft.lineage = vec![account.key.to_string(), user.name.to_string()];
        draft.about = vec![
            ("encryption-xkey", args.encryption.to_string()),
            ("transit-xkey", args.transit.to_string()),
            ("public-key", user.key.to_string()),
        ];
        Ok(draft)
    })
}
