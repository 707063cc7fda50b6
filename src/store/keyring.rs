//! Whatever opens sealed keys: identities in this process, or an agent that holds them.

use super::Result;
use super::age::Identity;
use super::record::KeyRecord;
use super::sealed;
use crate::jwt::sign::Signer;
use crate::nkey::Seed;

/// Opens sealed keys, or signs with them.
pub trait Keyring {
    /// The seed of a record.
    fn unseal(&self, record: &KeyRecord, store: &str) -> Result<Seed>;

    /// A signer for a record, whose seed may stay where it is.
    fn signer(&self, record: &KeyRecord, store: &str) -> Result<Box<dyn Signer>> {
        Ok(Box::new(self.unseal(record, store)?.signing_pair()?))
    }
}

impl Keyring for Vec<Identity> {
    fn unseal(&self, record: &KeyRecord, store: &str) -> Result<Seed> {
        sealed::unseal(record, self, store)
    }
}
