//! A form at work: with all that it takes read and checked, Secrets are written in it.

use std::collections::BTreeSet;

use crate::clock::UnixSeconds;
use crate::emit::manifest::external::{Remote, external_secret, push_secret};
use crate::emit::manifest::sealed::{Certificate, Scope, sealed};
use crate::emit::manifest::{self, ManifestError, Object, sops};
use crate::emit::yaml::Node;
use crate::store::age::Recipient;
use crate::store::age::plugin::Plugins;
use crate::text::quoted;
use crate::ui::{Failure, called_with};

/// A form with all that it takes, read and checked: any number of Secrets can be written in it.
pub enum Ready {
    /// As it is, or as text.
    Secret { as_text: bool },
    /// For the controller of that certificate.
    Sealed(Certificate, Scope),
    /// For those recipients.
    Sops {
        recipients: Vec<Recipient>,
        plugins: Plugins,
        as_text: bool,
        now: UnixSeconds,
    },
    /// Taken from there.
    External(Remote),
    /// Taken to there.
    Push(Remote),
}

/// A document among those that a command writes.
pub enum Document<'a> {
    /// A Secret, in whichever form.
    Secret(&'a Object),
    /// What is no secret, as it is.
    Open(Node),
}

impl Ready {
    /// One Secret.
    pub fn node(&self, object: &Object) -> Result<Node, Failure> {
        let mut nodes = self.nodes(vec![Document::Secret(object)])?;
        Ok(nodes.remove(0))
    }

    /// All documents that are written together: a SOPS file is encrypted as a whole, and no two Secrets can be in one place
    /// of a store.
    pub fn nodes(&self, documents: Vec<Document<'_>>) -> Result<Vec<Node>, Failure> {
        self.places_differ(&documents)?;
        documents
            .into_iter()
            .map(|document| match document {
                Document::Secret(object) => self.made(object),
                Document::Open(node) => Ok(node),
            })
            .collect::<manifest::Result<Vec<_>>>()
            .and_then(|nodes| match self {
                Self::Sops {
                    recipients,
                    plugins,
                    now,
                    ..
                } => sops::encrypted(&nodes, recipients, plugins, *now),
                _ => Ok(nodes),
            })
            .map_err(|error| match error {
                ManifestError::NoNamespace(_) => {
                    Failure::from(error).hint(called_with("--namespace NAME"))
                }
                error => error.into(),
            })
    }

    fn places_differ(&self, documents: &[Document<'_>]) -> Result<(), Failure> {
        let (Self::External(remote) | Self::Push(remote)) = self else {
            return Ok(());
        };
        let mut places = BTreeSet::new();
        for document in documents {
            let Document::Secret(object) = document else {
                continue;
            };
            let place = remote.key.of(object);
            if places.contains(&place) {
                return Err(Failure::usage(format!(
                    "two Secrets would be at {} in the store; in --remote-key, {{name}} stands for the name of each",
                    quoted(&place)
                )));
            }
            places.insert(place);
        }
        Ok(())
    }

    fn made(&self, object: &Object) -> manifest::Result<Node> {
        let plain = |as_text: bool| {
            if as_text {
                object.readable_secret()
            } else {
                object.secret()
            }
        };
        match self {
            Self::Secret { as_text } | Self::Sops { as_text, .. } => plain(*as_text),
            Self::Sealed(certificate, scope) => sealed(object, certificate, *scope),
            Self::External(remote) => external_secret(object, remote),
            Self::Push(remote) => push_secret(object, remote),
        }
    }
}
