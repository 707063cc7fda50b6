//! Claims of any other shape, such as the request to delete accounts.

use std::collections::BTreeMap;

use serde::de::Deserializer;
use serde::ser::Serializer;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::wire::{Carries, Visit};
use super::{Body, ClaimType, VERSION};
use crate::nkey::Kind;

/// A free map; nothing in it is unknown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Generic(pub BTreeMap<String, Value>);

impl Serialize for Generic {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Generic {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::jwt::json::strict_fields(deserializer).map(Self)
    }
}

impl Body for Generic {
    const TYPE: ClaimType = ClaimType::Generic;
    const ISSUERS: &'static [Kind] = &[];
    const SUBJECT: Option<(Kind, &'static str)> = None;

    fn prepare(&mut self) {
        if !self.is_absent() {
            self.0.insert("version".to_owned(), VERSION.into());
        }
    }

    fn is_absent(&self) -> bool {
        self.0.is_empty()
    }

    fn version(&self) -> i64 {
        self.0
            .get("version")
            .and_then(Value::as_i64)
            .unwrap_or_default()
    }
}

impl Carries for Generic {
    /// Of claims of any shape no field is unknown.
    fn visit_unknown(&mut self, _: &str, _: &mut Visit<'_>) {}
}
