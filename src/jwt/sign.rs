//! The one path by which anything gets signed: a seed in memory, an agent, a hardware key or an offline ceremony
//! are all a [`Signer`].

use std::rc::Rc;

use crate::clock::UnixSeconds;
use crate::nkey::{AnyKeyPair, KeyPair, PublicKey, SIGNATURE_LEN, SigningRole};

/// Why a signature could not be had.
#[derive(Debug, thiserror::Error)]
#[error("the signer refused: {0}")]
pub struct SignError(#[source] pub Box<dyn std::error::Error + Send + Sync>);

/// Holds a key that signs, wherever the key may be.
pub trait Signer {
    /// The public half: what the token will name as its issuer.
    fn public(&self) -> PublicKey;

    /// An Ed25519 signature of the message.
    fn sign(&self, message: &[u8]) -> Result<[u8; SIGNATURE_LEN], SignError>;

    /// The key, where it is in this process: every core may sign with it. What comes from elsewhere is asked for one by one,
    /// and checked before it is believed.
    fn here(&self) -> Option<&AnyKeyPair> {
        None
    }

    /// As of when it signs, where that was agreed on before: a ceremony's request says it, and no clock of an offline machine.
    fn agreed_time(&self) -> Option<UnixSeconds> {
        None
    }

    /// Whether it signs nothing, and only sees what it would sign: its signatures are hollow.
    fn only_sees(&self) -> bool {
        false
    }
}

impl Signer for AnyKeyPair {
    fn public(&self) -> PublicKey {
        self.public()
    }

    fn sign(&self, message: &[u8]) -> Result<[u8; SIGNATURE_LEN], SignError> {
        Ok(self.sign(message))
    }

    fn here(&self) -> Option<&AnyKeyPair> {
        Some(self)
    }
}

impl Signer for Rc<AnyKeyPair> {
    fn public(&self) -> PublicKey {
        self.as_ref().public()
    }

    fn sign(&self, message: &[u8]) -> Result<[u8; SIGNATURE_LEN], SignError> {
        Ok(self.as_ref().sign(message))
    }

    fn here(&self) -> Option<&AnyKeyPair> {
        Some(self)
    }
}

impl<R: SigningRole> Signer for KeyPair<R> {
    fn public(&self) -> PublicKey {
        self.any().public()
    }

    fn sign(&self, message: &[u8]) -> Result<[u8; SIGNATURE_LEN], SignError> {
        Ok(self.any().sign(message))
    }

    fn here(&self) -> Option<&AnyKeyPair> {
        Some(self.any())
    }
}
