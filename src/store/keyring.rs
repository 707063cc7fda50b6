//! Whatever opens sealed keys: identities in this process, or an agent that holds them.

use super::age::Identity;
use super::record::KeyRecord;
use super::sealed;
use super::{Changes, Result};
use crate::clock::UnixSeconds;
use crate::jwt::sign::Signer;
use crate::nkey::{PublicKey, Seed};

/// Opens sealed keys, or signs with them.
pub trait Keyring {
    /// The seed of a record.
    fn unseal(&self, record: &KeyRecord, store: &str) -> Result<Seed>;

    /// A signer for a record, whose seed may stay where it is.
    fn signer(&self, record: &KeyRecord, store: &str) -> Result<Box<dyn Signer>> {
        Ok(Box::new(self.unseal(record, store)?.signing_pair()?))
    }

    /// Whoever signs for a key that is kept elsewhere, where a ceremony is to have it sign, or did.
    fn away(&self, key: &PublicKey) -> Option<Box<dyn Signer>> {
        let _ = key;
        None
    }

    /// What goes into the store together with a change that was made with it, or not at all.
    fn with_change(&self, changes: &mut dyn Changes) -> Result<()> {
        let _ = changes;
        Ok(())
    }

    /// The identities that it opens with, for whoever seals anew; none where they are somebody else's, as an agent's.
    fn identities(&self) -> &[Identity] {
        &[]
    }

    /// Whoever signs accounts for an operator whose keys are nowhere here, by where its token says that accounts are kept;
    /// nothing where nobody can be asked.
    fn countersigner(&self, account_server: &str) -> Option<Box<dyn Countersigner>> {
        let _ = account_server;
        None
    }
}

/// Whoever signs accounts elsewhere: it is shown a token that the account signed itself, and makes of it what it likes. What
/// comes back is text until its chain was checked.
pub trait Countersigner {
    /// Where it is asked.
    fn place(&self) -> String;

    /// The token of an account as it has it now.
    fn current(
        &self,
        account: &PublicKey,
    ) -> std::result::Result<Option<String>, Box<dyn std::error::Error + Send + Sync>>;

    /// What became of a request for a token that is later than that.
    fn countersigned(
        &self,
        account: &PublicKey,
        request: &str,
        later_than: UnixSeconds,
    ) -> std::result::Result<Countersigned, Box<dyn std::error::Error + Send + Sync>>;
}

/// What became of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Countersigned {
    /// A token came back.
    Signed(String),
    /// Somebody has to say yes first; in their words.
    Pending(String),
    /// It was only tried, and nobody was asked.
    Unasked,
}

impl Keyring for Vec<Identity> {
    fn unseal(&self, record: &KeyRecord, store: &str) -> Result<Seed> {
        sealed::unseal(record, self, store)
    }

    fn identities(&self) -> &[Identity] {
        self
    }
}
