//! The first part of a token: which algorithm signed it.

use serde::de::{self, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::decode::{DecodeError, Part};

/// The two names that Ed25519 has had. The name alone is not what tells the version: the claims must agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Algorithm {
    /// Version 1.
    Ed25519,
    /// Version 2.
    Ed25519Nkey,
}

/// The algorithm that a header names.
pub(super) fn algorithm(header: &str) -> Result<Algorithm, DecodeError> {
    let Header {
        type_name,
        algorithm,
    } = serde_json::from_str(header).map_err(|source| DecodeError::Json {
        part: Part::Header,
        source,
    })?;
    if !type_name.eq_ignore_ascii_case("JWT") {
        return Err(DecodeError::Header(format!(
            "not supported type {type_name:?}"
        )));
    }
    if algorithm.eq_ignore_ascii_case("ed25519-nkey") {
        Ok(Algorithm::Ed25519Nkey)
    } else if algorithm == "ed25519" {
        // Go chooses the form of the signature by this name, letter for letter.
        Ok(Algorithm::Ed25519)
    } else {
        Err(DecodeError::Header(format!(
            "unexpected {algorithm:?} algorithm"
        )))
    }
}

struct Header {
    type_name: String,
    algorithm: String,
}

impl<'de> de::Deserialize<'de> for Header {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct HeaderVisitor;

        impl<'de> Visitor<'de> for HeaderVisitor {
            type Value = Header;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("an object with \"typ\" and \"alg\"")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Header, A::Error> {
                let (mut type_name, mut algorithm) = (None, None);
                while let Some(name) = map.next_key::<String>()? {
                    let earlier = match name.as_str() {
                        "typ" => type_name.replace(map.next_value()?),
                        "alg" => algorithm.replace(map.next_value()?),
                        other
                            if other.eq_ignore_ascii_case("typ")
                                || other.eq_ignore_ascii_case("alg") =>
                        {
                            return Err(de::Error::custom(format_args!(
                                "the key {other:?} differs from a known one only in case"
                            )));
                        }
                        _ => map.next_value::<Box<RawValue>>().map(|_| None)?,
                    };
                    if let Some(earlier) = earlier {
                        let _: String = earlier;
                        return Err(de::Error::custom(format_args!(
                            "the key {name:?} appears twice"
                        )));
                    }
                }
                Ok(Header {
                    type_name: type_name.unwrap_or_default(),
                    algorithm: algorithm.unwrap_or_default(),
                })
            }
        }

        deserializer.deserialize_map(HeaderVisitor)
    }
}
