//! `nkeep generate secret text-key`.

use super::{Common, Keys, refused};
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::generate::manifest::Draft;
use crate::emit::manifest::text_key::text_key;
use crate::nkey::PublicKey;
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "One that is made for it and kept in the store, in a file that only you can read",
    line: "key=$(nkeep generate nkey --text-key -S) && nkeep generate secret text-key $key -n apps -o key.yaml",
}];

/// Generate a Secret with a key of 32 letters and digits
///
/// It stands under default, without a line break.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Public key, by which the store knows it
    #[arg(value_name = "KEY")]
    text_key: PublicKey,
    #[command(flatten)]
    keys: Keys,
    #[command(flatten)]
    common: Common,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    args.common.written(ctx, |estate| {
        let text = text_key(&estate.free_seed(&args.text_key)?).map_err(refused)?;
        let mut draft = Draft::new("text-key", args.common.called.naming("text-key"));
        args.keys.put(&mut draft, &["default"], &text)?;
        draft.about = vec![("public-key", args.text_key.to_string())];
        Ok(draft)
    })
}
