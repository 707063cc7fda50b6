//! A build without the feature `ssh`: no private key is read.

use super::SshFile;
use crate::store::age::{AgeError, Identity, Passphrase};

/// There is none.
pub enum LockedSshKey {}

impl LockedSshKey {
    /// Cannot be called.
    pub fn unlock(&self, _: &Passphrase) -> Result<Identity, AgeError> {
        match *self {}
    }
}

pub fn read(_: &str) -> Result<SshFile, AgeError> {
    Err(super::WITHOUT)
}
