//! What is inside a Secret or a ConfigMap.

use data_encoding::BASE64;
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use super::name::DataKey;
use super::{ManifestError, Result};
use crate::emit::yaml::Node;

/// Kubernetes refuses more in one object.
const LIMIT: usize = 1 << 20;

/// A part: its bytes, and whether only some may read them.
pub struct Part {
    /// What it is called.
    pub key: DataKey,
    /// What it is.
    pub bytes: Zeroizing<Vec<u8>>,
    /// Whether it is a secret.
    pub secret: bool,
}

impl Part {
    /// A part that only some may read.
    pub fn secret(name: &str, bytes: Zeroizing<Vec<u8>>) -> Result<Self> {
        Self::named(name, bytes, true)
    }

    /// A part that everybody may read.
    pub fn public(name: &str, bytes: impl Into<Vec<u8>>) -> Result<Self> {
        Self::named(name, Zeroizing::new(bytes.into()), false)
    }

    fn named(name: &str, bytes: Zeroizing<Vec<u8>>, secret: bool) -> Result<Self> {
        let key = name.parse().map_err(|reason| ManifestError::Name {
            name: name.to_owned(),
            reason,
        })?;
        Ok(Self { key, bytes, secret })
    }
}

/// Parts, in the order of their names, each name once.
#[derive(Default)]
pub struct Data(Vec<Part>);

impl Data {
    /// Adds a part.
    pub fn add(&mut self, part: Part) -> Result<()> {
        match self.0.binary_search_by(|there| there.key.cmp(&part.key)) {
            Ok(_) => Err(ManifestError::Twice(part.key.to_string())),
            Err(place) => {
                self.0.insert(place, part);
                Ok(())
            }
        }
    }

    /// The parts.
    pub fn parts(&self) -> impl Iterator<Item = &Part> {
        self.0.iter()
    }

    /// Refuses what Kubernetes does not take.
    pub fn check(&self, what: &str) -> Result<()> {
        if self.0.is_empty() {
            return Err(ManifestError::Empty);
        }
        let size = self
            .0
            .iter()
            .map(|part| part.key.as_str().len() + part.bytes.len())
            .sum();
        if size > LIMIT {
            return Err(ManifestError::TooLarge {
                what: what.to_owned(),
                size,
                limit: LIMIT,
            });
        }
        Ok(())
    }

    /// What distinguishes it from any other, in letters and digits that a name may have. Seeds are random, so it says
    /// nothing of them.
    #[must_use]
    pub fn version(&self) -> String {
        const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
        let mut hash = Sha256::new();
        for part in &self.0 {
            for bytes in [part.key.as_str().as_bytes(), &part.bytes] {
                hash.update((bytes.len() as u64).to_be_bytes());
                hash.update(bytes);
            }
        }
        hash.finalize()
            .iter()
            .take(10)
            .map(|byte| char::from(LETTERS[usize::from(byte % 32)]))
            .collect()
    }

    /// In base64, as a Secret keeps it.
    #[must_use]
    pub fn encoded(&self) -> Node {
        self.mapped(|part| {
            let mut text =
                Zeroizing::new(String::with_capacity(BASE64.encode_len(part.bytes.len())));
            BASE64.encode_append(&part.bytes, &mut text);
            text
        })
    }

    /// As text, which all of it must be.
    pub fn texts(&self) -> Result<Node> {
        if let Some(part) = self
            .0
            .iter()
            .find(|part| std::str::from_utf8(&part.bytes).is_err())
        {
            return Err(ManifestError::NoText(part.key.to_string()));
        }
        Ok(self.mapped(|part| Zeroizing::new(String::from_utf8_lossy(&part.bytes).into_owned())))
    }

    fn mapped(&self, text: impl Fn(&Part) -> Zeroizing<String>) -> Node {
        let fields = self.0.iter();
        Node::Map(
            fields
                .map(|part| (part.key.to_string(), Node::Text(text(part))))
                .collect(),
        )
    }

    /// Refuses a secret where everybody reads it.
    pub fn must_be_public(&self) -> Result<()> {
        match self.0.iter().find(|part| part.secret) {
            Some(part) => Err(ManifestError::SecretInConfigMap(part.key.to_string())),
            None => Ok(()),
        }
    }
}
