//! SealedSecrets (bitnami.com/v1alpha1): Secrets that only the controller in a cluster opens, made offline from its
//! certificate. What comes out may lie in a repository for everybody to read.
//!
//! Each part has a key of its own, sealed by RSA-OAEP to the controller for the place where the Secret may come to be.

mod certificate;
mod oaep;

use std::str::FromStr;

use aes_gcm::aead::Aead as _;
use aes_gcm::{Aes256Gcm, KeyInit as _};
use data_encoding::BASE64;
use zeroize::Zeroizing;

pub use certificate::{Certificate, CertificateError};

use super::metadata::Metadata;
use super::object::{Object, resource};
use super::{ManifestError, Result, random};
use crate::emit::yaml::Node;

/// No request to a cluster's database may be larger; this leaves room for the rest of the object.
const LIMIT: usize = 1_400_000;

/// Where the controller opens what is sealed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// As the Secret of that name, in that namespace.
    #[default]
    Strict,
    /// Under any name in that namespace.
    NamespaceWide,
    /// Anywhere in the cluster.
    ClusterWide,
}

impl Scope {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Strict, Self::NamespaceWide, Self::ClusterWide];

    /// As kubeseal calls it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Strict => "strict",
            Self::NamespaceWide => "namespace-wide",
            Self::ClusterWide => "cluster-wide",
        }
    }

    /// What the keys of an object are bound to.
    fn label(self, metadata: &Metadata) -> Result<String> {
        let namespace = || {
            let namespace = metadata.namespace.as_ref();
            namespace.ok_or(ManifestError::NoNamespace(self))
        };
        match self {
            Self::Strict => Ok(format!("{}/{}", namespace()?, metadata.name)),
            Self::NamespaceWide => Ok(namespace()?.to_string()),
            Self::ClusterWide => Ok(String::new()),
        }
    }

    /// The metadata that says it, and no other.
    fn said(self, metadata: &Metadata) -> Result<Metadata> {
        let mut metadata = metadata.clone();
        for scope in [Self::NamespaceWide, Self::ClusterWide] {
            let name = format!("sealedsecrets.bitnami.com/{}", scope.as_str());
            let key = name
                .parse()
                .map_err(|reason| ManifestError::Name { name, reason })?;
            if scope == self {
                metadata.annotations.insert(key, "true".to_owned());
            } else {
                metadata.annotations.remove(&key);
            }
        }
        Ok(metadata)
    }
}

impl FromStr for Scope {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        Self::ALL
            .into_iter()
            .find(|scope| scope.as_str() == text)
            .ok_or_else(|| "it is none of strict, namespace-wide and cluster-wide".to_owned())
    }
}

/// The SealedSecret out of which the controller makes that Secret.
pub fn sealed(object: &Object, certificate: &Certificate, scope: Scope) -> Result<Node> {
    object.data.check(object.metadata.name.as_str())?;
    let label = scope.label(&object.metadata)?;
    let metadata = scope.said(&object.metadata)?;
    let mut size = 0;
    let mut encrypted = Vec::new();
    for part in object.data.parts() {
        let text = BASE64.encode(&part_sealed(&part.bytes, certificate, &label)?);
        size += part.key.as_str().len() + text.len();
        encrypted.push((part.key.to_string(), Node::from(text)));
    }
    if size > LIMIT {
        return Err(ManifestError::TooLarge {
            what: object.metadata.name.to_string(),
            size,
            limit: LIMIT,
        });
    }
    let template = Node::texts([("type", "Opaque")])
        .with_some("immutable", object.immutable.then_some(true))
        .with("metadata", metadata.node());
    let spec = Node::from_iter([
        ("encryptedData", Node::Map(encrypted)),
        ("template", template),
    ]);
    Ok(resource("bitnami.com/v1alpha1", "SealedSecret", &metadata).with("spec", spec))
}

/// One part: the length of its sealed key, the key, and the part under the key. The key is used once, so that a nonce of
/// zeros is no danger.
fn part_sealed(bytes: &[u8], certificate: &Certificate, label: &str) -> Result<Vec<u8>> {
    let key: Zeroizing<[u8; 32]> = random()?;
    let seed: Zeroizing<[u8; 32]> = random()?;
    let sealed_key = certificate.key().seal(&key, label.as_bytes(), &seed);
    let length = u16::try_from(sealed_key.len()).map_err(|_| ManifestError::Cipher)?;
    let rest = Aes256Gcm::new((&*key).into())
        .encrypt(&[0; 12].into(), bytes)
        .map_err(|_| ManifestError::Cipher)?;
    Ok([&length.to_be_bytes(), &*sealed_key, &rest].concat())
}
