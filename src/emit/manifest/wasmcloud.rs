//! What wasmCloud's `secrets-nats-kv` takes: two curve keys in its environment, and creds.

use zeroize::Zeroizing;

use super::data::Part;
use super::{ManifestError, Result};
use crate::jwt::creds::{seed_in, token_in, user_config};
use crate::nkey::{Kind, Seed};

/// The public keys of seeds that stand in its documentation and tests, and are copied from there.
const WELL_KNOWN: [&str; 4] = [
    "XC3JR4XPYAY5RGS46POPR7A6YEIJG3B5CADCJXTLUFESTNFIV6OWPSCX",
    "XDMFPXCWEPP2GLYGBVOMSAM5XM6NONLLOVXDLIZQS5G4OMI6ZP4WOL4S",
    "XAY5F2C4MTQ5JYHVUM4P5UXZAWZMRONS7FD5QBJMRMK75YE2IAAVPBEL",
    "XAHHGYOMEFV2KRFWKFBOSMZP5TUP23WMPIHXOETJZ2OG3OZZRXGE72WX",
];

/// The environment and the creds of a backend.
pub fn backend(encryption: &Seed, transit: &Seed, creds: Zeroizing<Vec<u8>>) -> Result<Vec<Part>> {
    let (encrypts, carries) = ("the key that encrypts", "the key of what is on the way");
    for (what, seed) in [(encrypts, encryption), (carries, transit)] {
        let unfit = |reason| ManifestError::Unfit { what, reason };
        let kind = seed.kind().expect(Kind::Curve);
        kind.map_err(|error| unfit(error.to_string()))?;
        let public = seed.public().to_string();
        if WELL_KNOWN.contains(&&*public) {
            let reason = format!("{public} is a sample of wasmCloud's, whose seed everybody has");
            return Err(unfit(reason));
        }
    }
    if encryption.public() == transit.public() {
        let reason =
            "it is the key that encrypts, too: who is to put secrets in could read them all"
                .to_owned();
        return Err(ManifestError::Unfit {
            what: carries,
            reason,
        });
    }
    whole(&creds).map_err(|reason| ManifestError::Unfit {
        what: "the creds",
        reason,
    })?;
    Ok(vec![
        // Rust's library takes no end of a line after a seed.
        Part::secret("ENCRYPTION_XKEY_SEED", bytes(&encryption.expose()))?,
        Part::secret("TRANSIT_XKEY_SEED", bytes(&transit.expose()))?,
        Part::secret("nats.creds", creds)?,
    ])
}

/// Refuses what no client could log in with.
fn whole(creds: &[u8]) -> Result<(), String> {
    let text = std::str::from_utf8(creds).map_err(|_| "they are no text".to_owned())?;
    let seed = seed_in(text).map_err(|error| error.to_string())?;
    user_config(token_in(text), &seed).map_err(|error| error.to_string())?;
    Ok(())
}

fn bytes(text: &str) -> Zeroizing<Vec<u8>> {
    Zeroizing::new(text.as_bytes().to_vec())
}
