//! Digests of what the store holds: each field with its length, so that no two contents look alike.

use sha2::{Digest as _, Sha256};

/// SHA-256.
pub type Digest = [u8; 32];

/// Puts together what is digested, field by field.
pub struct Digester(Sha256);

impl Digester {
    /// For contents of a kind; no two kinds share a digest.
    #[must_use]
    pub fn of(kind: &str) -> Self {
        Self(Sha256::new()).bytes(kind.as_bytes())
    }

    /// Adds bytes.
    #[must_use]
    pub fn bytes(mut self, field: &[u8]) -> Self {
        self.0.update((field.len() as u64).to_be_bytes());
        self.0.update(field);
        self
    }

    /// Adds text.
    #[must_use]
    pub fn text(self, field: &str) -> Self {
        self.bytes(field.as_bytes())
    }

    /// Adds a number.
    #[must_use]
    pub fn number(self, field: i64) -> Self {
        self.bytes(&field.to_be_bytes())
    }

    /// Adds what may be missing, which is not the same as being empty.
    #[must_use]
    pub fn optional(self, field: Option<&[u8]>) -> Self {
        match field {
            Some(field) => self.bytes(&[1]).bytes(field),
            None => self.bytes(&[0]),
        }
    }

    /// The digest.
    #[must_use]
    pub fn finish(self) -> Digest {
        self.0.finalize().into()
    }
}
