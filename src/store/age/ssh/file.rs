//! OpenSSH's files of private keys, with a passphrase and without.

use ssh_key::private::KeypairData;
use ssh_key::{Algorithm, Kdf, PrivateKey};
use zeroize::Zeroizing;

use super::{OTHER_KIND, RSA, SshFile, SshIdentity};
use crate::store::age::{AgeError, Identity, Passphrase};

/// About ten seconds; ssh-keygen takes 24 unless it is told otherwise, and a hostile file could ask for any number.
const MAX_ROUNDS: u32 = 2048;

/// Reads a file that begins with `-----BEGIN`.
pub fn read(text: &str) -> Result<SshFile, AgeError> {
    if text.starts_with("-----BEGIN RSA") {
        return Err(RSA);
    }
    let key = PrivateKey::from_openssh(text)
        .map_err(|_| AgeError::SshKey("it is no OpenSSH private key that can be read"))?;
    match key.algorithm() {
        Algorithm::Ed25519 => {}
        Algorithm::Rsa { .. } => return Err(RSA),
        _ => return Err(OTHER_KIND),
    }
    if let Kdf::Bcrypt { rounds, .. } = key.kdf()
        && *rounds > MAX_ROUNDS
    {
        return Err(AgeError::SshKey(
            "its passphrase takes more than 2048 rounds",
        ));
    }
    if key.is_encrypted() {
        return Ok(SshFile::Locked(LockedSshKey(Box::new(key))));
    }
    opened(&key).map(SshFile::Open)
}

/// A private key that a passphrase opens.
pub struct LockedSshKey(Box<PrivateKey>);

impl LockedSshKey {
    /// The key.
    pub fn unlock(&self, passphrase: &Passphrase) -> Result<Identity, AgeError> {
        let key = self
            .0
            .decrypt(passphrase.expose())
            .map_err(|_| AgeError::Passphrase)?;
        opened(&key)
    }
}

/// The crate compares what the file says of the public half, and does not make it from the private one.
fn opened(key: &PrivateKey) -> Result<Identity, AgeError> {
    match key.key_data() {
        KeypairData::Ed25519(pair) => {
            let mut seed = Zeroizing::new([0; 32]);
            seed.copy_from_slice(pair.private.as_ref());
            let identity = SshIdentity::new(seed);
            if identity.recipient().is(pair.public.as_ref()) {
                Ok(Identity::Ssh(identity))
            } else {
                Err(AgeError::SshKey("its two halves are of different keys"))
            }
        }
        _ => Err(OTHER_KIND),
    }
}
