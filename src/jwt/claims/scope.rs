//! Signing keys of an account, plain or with a scope that binds what they issue.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{self, Deserializer, SeqAccess, Visitor};
use serde::ser::{SerializeSeq as _, Serializer};
use serde::{Deserialize, Serialize};

use super::wire::{Carries, Visit, joined, object};
use super::{NO_LIMIT, UserLimits};
use crate::jwt::json::Unknown;

/// The only kind of scope there is.
const USER_SCOPE: &str = "user_scope";

/// The largest number of a template that Go, which reads it as floating point, does not change.
const LARGEST_NUMBER: u64 = 1 << 53;

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

object! {
    Template {}
    parts {}
    groups { limits: UserLimits }
}

/// What Go fills in before it reads: a number that is not there is no limit. One that says 0 is 0.
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

impl SigningKeys {
    /// The keys whose scope has that role.
    #[must_use]
    pub fn having_role(&self, role: &str) -> Vec<&str> {
        let has = |scope: &Option<Scope>| scope.as_ref().is_some_and(|scope| scope.role == role);
        let having = self.0.iter().filter(|(_, scope)| has(scope));
        having.map(|(key, _)| key.as_str()).collect()
    }

    /// Go reads the numbers of a template as floating point, and leaves out a 0 that then comes back as no limit.
    pub(super) fn writable(&self) -> Result<(), String> {
        let scopes = self
            .0
            .iter()
            .filter_map(|(key, scope)| Some((key, scope.as_ref()?)));
        for (key, Scope { template, .. }) in scopes {
            let UserLimits {
                subs,
                data,
                payload,
                ..
            } = &template.limits;
            for (name, number) in [("subs", subs), ("data", data), ("payload", payload)] {
                if *number == 0 || number.unsigned_abs() > LARGEST_NUMBER {
                    return Err(format!(
                        "the scope of {key} cannot limit {name} to {number}: readers would take it for \
                         another number (give 1 to {LARGEST_NUMBER}, or -1 for no limit)"
                    ));
                }
            }
        }
        Ok(())
    }
}

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

/// A scope as the list has it, with the key beside the rest.
#[derive(Default)]
struct KeyedScope {
    kind: String,
    key: String,
    role: String,
    template: Template,
    description: String,
    unknown: Unknown,
}

object! {
    KeyedScope {
        kind: "kind",
        key: "key",
        role: "role",
        template: "template",
        description: "description",
    }
    parts { template: "template" }
    groups {}
}

#[derive(Serialize)]
struct KeyedScopeRef<'a> {
    kind: &'a str,
    key: &'a str,
    role: &'a str,
    template: &'a Template,
    description: &'a str,
    #[serde(flatten)]
    unknown: &'a Unknown,
}

impl Serialize for SigningKeys {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut sequence = serializer.serialize_seq(Some(self.0.len()))?;
        for (key, scope) in &self.0 {
            match scope {
                None => sequence.serialize_element(key)?,
                Some(scope) => sequence.serialize_element(&KeyedScopeRef {
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
                let KeyedScope {
                    kind,
                    key,
                    role,
                    template,
                    description,
                    unknown,
                } = KeyedScope::deserialize(de::value::MapAccessDeserializer::new(map))?;
                if kind != USER_SCOPE {
                    return Err(de::Error::custom(format_args!(
                        "unknown signing key scope {kind:?}"
                    )));
                }
                let UserLimits {
                    subs,
                    data,
                    payload,
                    ..
                } = &template.limits;
                for number in [subs, data, payload] {
                    if number.unsigned_abs() > LARGEST_NUMBER {
                        return Err(de::Error::custom(format_args!(
                            "the scope of {key:?} holds {number}, which other readers round"
                        )));
                    }
                }
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
