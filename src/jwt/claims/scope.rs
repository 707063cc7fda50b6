//! Signing keys of an account, plain or with a scope that binds what they issue.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{self, Deserializer, SeqAccess, Visitor};
use serde::ser::{SerializeSeq as _, Serializer};
use serde::{Deserialize, Serialize};

use super::{Carries, NO_LIMIT, UserLimits, Visit, joined};
use crate::jwt::json::Unknown;

/// The only kind of scope there is.
const USER_SCOPE: &str = "user_scope";

/// What users signed by a scoped key may do.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Template {
    /// Their permissions and limits; templates such as `{{name()}}` may stand in subjects.
    #[serde(flatten)]
    pub limits: UserLimits,
    /// Fields that nkeep does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

impl Default for Template {
    fn default() -> Self {
        let limits = UserLimits {
            subs: NO_LIMIT,
            data: NO_LIMIT,
            payload: NO_LIMIT,
            ..UserLimits::default()
        };
        Self {
            limits,
            unknown: Unknown::default(),
        }
    }
}

impl<'de> Deserialize<'de> for Template {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Wire {
            #[serde(flatten)]
            limits: UserLimits,
            #[serde(flatten)]
            unknown: Unknown,
        }

        let Wire {
            mut limits,
            unknown,
        } = Wire::deserialize(deserializer)?;
        // Go fills in "no limit" before it reads, and cannot write a 0: a 0 or nothing at all is no limit.
        for number in [&mut limits.subs, &mut limits.data, &mut limits.payload] {
            if *number == 0 {
                *number = NO_LIMIT;
            }
        }
        Ok(Self { limits, unknown })
    }
}

impl Carries for Template {
    fn visit_unknown(&mut self, path: &str, visit: &mut Visit<'_>) {
        visit(path, &mut self.unknown);
        self.limits.visit_parts(path, visit);
    }
}

/// What a scoped signing key may issue.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scope {
    /// What people call it, and `-K` finds it by.
    pub role: String,
    /// What its users may do.
    pub template: Template,
    /// For people.
    pub description: String,
    /// Fields that nkeep does not know.
    pub unknown: Unknown,
}

/// The signing keys of an account by public key, each with its scope if it has one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SigningKeys(pub BTreeMap<String, Option<Scope>>);

impl Carries for SigningKeys {
    fn visit_unknown(&mut self, path: &str, visit: &mut Visit<'_>) {
        for (index, scope) in self.0.values_mut().enumerate() {
            if let Some(scope) = scope {
                let path = format!("{path}[{index}]");
                visit(&path, &mut scope.unknown);
                scope
                    .template
                    .visit_unknown(&joined(&path, "template"), visit);
            }
        }
    }
}

#[derive(Serialize)]
struct WireScopeRef<'a> {
    kind: &'a str,
    key: &'a str,
    role: &'a str,
    template: &'a Template,
    description: &'a str,
    #[serde(flatten)]
    unknown: &'a Unknown,
}

#[derive(Deserialize)]
#[serde(default)]
#[derive(Default)]
struct WireScope {
    kind: String,
    key: String,
    role: String,
    template: Template,
    description: String,
    #[serde(flatten)]
    unknown: Unknown,
}

impl Serialize for SigningKeys {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut sequence = serializer.serialize_seq(Some(self.0.len()))?;
        for (key, scope) in &self.0 {
            match scope {
                None => sequence.serialize_element(key)?,
                Some(scope) => sequence.serialize_element(&WireScopeRef {
                    kind: USER_SCOPE,
                    key,
                    role: &scope.role,
                    template: &scope.template,
                    description: &scope.description,
                    unknown: &scope.unknown,
                })?,
            }
        }
        sequence.end()
    }
}

impl<'de> Deserialize<'de> for SigningKeys {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct KeysVisitor;

        impl<'de> Visitor<'de> for KeysVisitor {
            type Value = SigningKeys;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a list of signing keys")
            }

            fn visit_seq<A: SeqAccess<'de>>(
                self,
                mut sequence: A,
            ) -> Result<SigningKeys, A::Error> {
                let mut keys = BTreeMap::new();
                while let Some(Element { key, scope }) = sequence.next_element()? {
                    if keys.insert(key, scope).is_some() {
                        return Err(de::Error::custom("a signing key appears twice"));
                    }
                }
                Ok(SigningKeys(keys))
            }
        }

        deserializer.deserialize_seq(KeysVisitor)
    }
}

/// One element of the list: a key alone, or an object with a scope.
struct Element {
    key: String,
    scope: Option<Scope>,
}

impl<'de> Deserialize<'de> for Element {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ElementVisitor;

        impl<'de> Visitor<'de> for ElementVisitor {
            type Value = Element;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a public key or a scope")
            }

            fn visit_str<E: de::Error>(self, key: &str) -> Result<Element, E> {
                Ok(Element {
                    key: key.to_owned(),
                    scope: None,
                })
            }

            fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<Element, A::Error> {
                let wire = WireScope::deserialize(de::value::MapAccessDeserializer::new(map))?;
                if wire.kind != USER_SCOPE {
                    return Err(de::Error::custom(format_args!(
                        "unknown signing key scope {:?}",
                        wire.kind
                    )));
                }
                let WireScope {
                    key,
                    role,
                    template,
                    description,
                    unknown,
                    ..
                } = wire;
                Ok(Element {
                    key,
                    scope: Some(Scope {
                        role,
                        template,
                        description,
                        unknown,
                    }),
                })
            }
        }

        deserializer.deserialize_any(ElementVisitor)
    }
}
