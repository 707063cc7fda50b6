//! `nkeep generate secret nstance`.

use super::{Common, refused};
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::generate::manifest::Draft;
use crate::emit::manifest::nstance::{Keys, files};
use crate::nkey::{PublicKey, Seed};
use crate::trust::Result as TrustResult;
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "With an encryption key that is made for it, in a file that only you can read",
    line: "key=$(nkeep generate nkey --text-key -S) && nkeep generate secret nstance --encryption $key -n nstance -o nstance.yaml",
}];

/// Generate a Secret with Nstance's keys
///
/// encryption.key is 32 letters and digits without a line break: with one more byte Nstance does not start. The private keys
/// are PKCS#8. Of each, the newest comes first, and may be followed by the one that it replaces. Make them with nkeep generate
/// nkey --text-key --keep and nkeep generate nkey --server --keep.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Encryption key, and after a comma the one before it (encryption.key.old)
    #[arg(long, value_name = "KEY[,OLD]", value_delimiter = ',', required_unless_present_any = ["ca", "registration"])]
    encryption: Vec<PublicKey>,
    /// Key of the certificate authority (ca.key)
    #[arg(long, value_name = "KEY[,OLD]", value_delimiter = ',')]
    ca: Vec<PublicKey>,
    /// Key that signs registrations (registration-nonce.key)
    #[arg(long, value_name = "KEY[,OLD]", value_delimiter = ',')]
    registration: Vec<PublicKey>,
    #[command(flatten)]
    common: Common,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    args.common.written(ctx, |estate| {
        let opened = |keys: &[PublicKey]| -> TrustResult<Vec<Seed>> {
            keys.iter().map(|key| estate.free_seed(key)).collect()
        };
        let encryption = opened(&args.encryption)?;
        let (authority, registration) = (opened(&args.ca)?, opened(&args.registration)?);
        let keys = Keys {
            encryption: encryption.iter().collect(),
            authority: authority.iter().collect(),
            registration: registration.iter().collect(),
        };
        let mut draft = Draft::new("nstance-keys", args.common.called.naming("nstance-keys"));
        for part in files(&keys).map_err(refused)? {
            draft.data.add(part).map_err(refused)?;
        }
        for (what, keys) in [
            ("encryption-key", &args.encryption),
            ("ca-key", &args.ca),
            ("registration-key", &args.registration),
        ] {
            if !keys.is_empty() {
                let names: Vec<String> = keys.iter().map(ToString::to_string).collect();
                draft.about.push((what, names.join(",")));
            }
        }
        Ok(draft)
    })
}
