//! What an object is called, where it stands, and what is said of it. Annotations say which keys are in it and in what
//! state, never a secret.

use std::collections::BTreeMap;

use super::name::{LabelValue, MetadataKey, Namespace, ObjectName};
use super::{ManifestError, Result};
use crate::emit::yaml::Node;

/// How an object comes to its name.
#[derive(Clone, Debug)]
pub enum Naming {
    /// A beginning; what is in it says the rest, so that what changed is another object, and the old one is still there to go
    /// back to.
    Addressed(String),
    /// As somebody wants it.
    Fixed(ObjectName),
}

impl Naming {
    /// The name of an object with data of that version.
    pub fn name(&self, version: &str) -> Result<ObjectName> {
        match self {
            Self::Fixed(name) => Ok(name.clone()),
            Self::Addressed(base) => {
                let name = format!("{base}-{version}");
                name.parse()
                    .map_err(|reason| ManifestError::Name { name, reason })
            }
        }
    }

    /// What it begins with.
    #[must_use]
    pub fn base(&self) -> &str {
        match self {
            Self::Fixed(name) => name.as_str(),
            Self::Addressed(base) => base,
        }
    }

    /// Whether what is in it decides what it is called.
    #[must_use]
    pub const fn is_addressed(&self) -> bool {
        matches!(self, Self::Addressed(_))
    }
}

/// The metadata of an object.
#[derive(Clone, Debug)]
pub struct Metadata {
    /// What it is called.
    pub name: ObjectName,
    /// Where it stands; wherever it is put where none is named.
    pub namespace: Option<Namespace>,
    /// What finds it.
    pub labels: BTreeMap<MetadataKey, LabelValue>,
    /// What is said of it.
    pub annotations: BTreeMap<MetadataKey, String>,
}

impl Metadata {
    /// As it is written.
    #[must_use]
    pub fn node(&self) -> Node {
        let labels = self
            .labels
            .iter()
            .map(|(key, value)| (key.as_str(), value.as_str()));
        let annotations = self
            .annotations
            .iter()
            .map(|(key, text)| (key.as_str(), text.as_str()));
        let namespace = self.namespace.as_ref().map(Namespace::as_str);
        Node::texts([("name", self.name.as_str())])
            .with_some("namespace", namespace)
            .with_some("labels", some_texts(labels))
            .with_some("annotations", some_texts(annotations))
    }
}

fn some_texts<'a>(texts: impl Iterator<Item = (&'a str, &'a str)>) -> Option<Node> {
    let mut texts = texts.peekable();
    texts.peek()?;
    Some(Node::texts(texts))
}
