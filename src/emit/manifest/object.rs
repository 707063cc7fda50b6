//! Secrets, ConfigMaps and other objects, as Kubernetes reads them.

use super::Result;
use super::data::Data;
use super::metadata::Metadata;
use crate::emit::yaml::Node;

/// An object whose data is still data: what it becomes is decided when it is written.
pub struct Object {
    /// What it is called and what is said of it.
    pub metadata: Metadata,
    /// What is in it.
    pub data: Data,
    /// Whether it can be changed in place.
    pub immutable: bool,
}

impl Object {
    /// A Secret, its data in base64.
    pub fn secret(&self) -> Result<Node> {
        self.data.check(self.metadata.name.as_str())?;
        Ok(self
            .head("Secret")
            .with("type", "Opaque")
            .with("data", self.data.encoded()))
    }

    /// A Secret, its data as text that the API server encodes.
    pub fn readable_secret(&self) -> Result<Node> {
        self.data.check(self.metadata.name.as_str())?;
        Ok(self
            .head("Secret")
            .with("type", "Opaque")
            .with("stringData", self.data.texts()?))
    }

    /// A ConfigMap, in which there is no secret.
    pub fn config_map(&self) -> Result<Node> {
        self.data.check(self.metadata.name.as_str())?;
        self.data.must_be_public()?;
        Ok(self.head("ConfigMap").with("data", self.data.texts()?))
    }

    fn head(&self, kind: &str) -> Node {
        resource("v1", kind, &self.metadata).with_some("immutable", self.immutable.then_some(true))
    }
}

/// The beginning of any object.
#[must_use]
pub fn resource(version: &str, kind: &str, metadata: &Metadata) -> Node {
    Node::texts([("apiVersion", version), ("kind", kind)]).with("metadata", metadata.node())
}
