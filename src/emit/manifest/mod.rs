//! Manifests of Kubernetes: Secrets, ConfigMaps and the custom resources of those who take keys and tokens.
//!
//! A manifest is built whole and checked here before anybody prints a byte of it. What it says comes from the rooms below:
//! nothing here signs, and nothing opens a key. No identity of an operator has a way into one.

pub mod data;
mod der;
pub mod external;
pub mod helm;
pub mod kustomize;
pub mod metadata;
pub mod nack;
pub mod name;
pub mod nauth;
pub mod nstance;
pub mod object;
pub mod oidc;
pub mod pkcs8;
pub mod sealed;
pub mod sops;
pub mod text_key;
pub mod wasmcloud;

pub use data::Data;
pub use metadata::{Metadata, Naming};
pub use object::Object;

use sealed::Scope;
use zeroize::Zeroizing;

use crate::store::age::AgeError;

/// What no manifest is made of.
#[derive(Debug, thiserror::Error)]
pub enum ManifestError {
    /// Kubernetes takes none that is larger.
    #[error("the data of {what} has {size} bytes, and Kubernetes takes at most {limit}")]
    TooLarge {
        /// which
        what: String,
        /// how many bytes
        size: usize,
        /// how many at most
        limit: usize,
    },
    /// Two parts have one name.
    #[error("the key \"{0}\" is there twice")]
    Twice(String),
    /// A ConfigMap is no place for it.
    #[error("\"{0}\" is a secret, and a ConfigMap is none")]
    SecretInConfigMap(String),
    /// What is text there is none.
    #[error("\"{0}\" is no text, and can only be data")]
    NoText(String),
    /// A name that was made is none.
    #[error("\"{name}\" is no name of Kubernetes': {reason}")]
    Name {
        /// the name
        name: String,
        /// why
        reason: String,
    },
    /// A key of another kind, or in another form, than is wanted.
    #[error(transparent)]
    Key(#[from] crate::nkey::NkeyError),
    /// A key that is not what its consumer needs.
    #[error("{what}: {reason}")]
    Unfit {
        /// which key
        what: &'static str,
        /// why
        reason: String,
    },
    /// There is no data.
    #[error("there is nothing in it")]
    Empty,
    /// It is sealed for a namespace, and has none.
    #[error("what is sealed {} is for one namespace, and none is named", .0.as_str())]
    NoNamespace(Scope),
    /// The system's randomness failed.
    #[error("the system gives no randomness")]
    Randomness,
    /// SOPS has encrypted it.
    #[error("it is encrypted by SOPS already")]
    Encrypted,
    /// It cannot be sealed to those recipients.
    #[error("it cannot be sealed to its age recipients: {0}")]
    Age(#[from] AgeError),
    /// More bytes than a cipher takes, which no Secret has.
    #[error("it cannot be encrypted")]
    Cipher,
}

/// What may fail while a manifest is built.
pub type Result<T, E = ManifestError> = std::result::Result<T, E>;

/// Bytes that nobody can guess.
fn random<const N: usize>() -> Result<Zeroizing<[u8; N]>> {
    let mut bytes = Zeroizing::new([0; N]);
    getrandom::fill(bytes.as_mut_slice()).map_err(|_| ManifestError::Randomness)?;
    Ok(bytes)
}
