//! The first part of a token: which algorithm signed it.

use std::collections::BTreeMap;

use serde_json::value::RawValue;

use super::{DecodeError, Part};
use crate::jwt::json;

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
    let unreadable = |source| DecodeError::Json {
        part: Part::Header,
        source,
    };
    let named = |value: Option<&RawValue>| value.map_or(Ok(String::new()), json::read);
    let [type_name, algorithm] = json::picked(header, ["typ", "alg"]).map_err(unreadable)?;
    let type_name = named(type_name).map_err(unreadable)?;
    let algorithm = named(algorithm).map_err(unreadable)?;
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

/// Name and JSON text of every field of a header that says nothing about the algorithm. What they say is as well signed
/// as the claims in version 2, and not at all in version 1.
pub(super) fn unknown_fields(header: &str) -> serde_json::Result<Vec<(String, String)>> {
    let fields: BTreeMap<String, Box<RawValue>> = serde_json::from_str(header)?;
    Ok(fields
        .into_iter()
        .filter(|(name, _)| name != "typ" && name != "alg")
        .map(|(name, value)| (name, value.get().to_owned()))
        .collect())
}
