//! `nkeep generate secret pkcs8`.

use super::{Common, Keys, refused};
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::generate::manifest::Draft;
use crate::emit::manifest::pkcs8::pems;
use crate::nkey::{PublicKey, Seed};
use crate::trust::Result as TrustResult;
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "One that is made for it and kept in the store, in a file that only you can read",
    line: "key=$(nkeep generate nkey --server -S) && nkeep generate secret pkcs8 $key -n apps -o key.yaml",
}];

/// Generate a Secret with Ed25519 keys as PKCS#8
///
/// They stand under private.key in one file, the newest first. Keys of operators are refused.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Public keys, the newest first
    #[arg(value_name = "KEY", required = true, num_args = 1..=2)]
    private_key: Vec<PublicKey>,
    #[command(flatten)]
    keys: Keys,
    #[command(flatten)]
    common: Common,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    args.common.written(ctx, |estate| {
        let seeds = args.private_key.iter().map(|key| estate.free_seed(key));
        let seeds = seeds.collect::<TrustResult<Vec<Seed>>>()?;
        let text = pems(&seeds.iter().collect::<Vec<_>>()).map_err(refused)?;
        let mut draft = Draft::new("private-key", args.common.called.naming("private-key"));
        args.keys.put(&mut draft, &["private.key"], &text)?;
        let names: Vec<String> = args.private_key.iter().map(ToString::to_string).collect();
        draft.about = vec![("public-key", names.join(","))];
        Ok(draft)
    })
}
