//! Claims of version 1, read where nsc still reads them and never written: moved into the shape of version 2.

use serde::ser::Error as _;
use serde_json::{Map, Value};

use crate::jwt::claims::{ClaimType, NO_LIMIT};
use crate::jwt::json;

/// The payload as version 2 would have it, marked with version 1.
pub(super) fn migrated(payload: &str, claim_type: ClaimType) -> serde_json::Result<String> {
    let Value::Object(mut common) = json::strict_value(payload)? else {
        return Err(serde_json::Error::custom("the payload is not an object"));
    };
    if !common.contains_key("type") {
        // Written in the shape of version 2 by something that said version 1.
        return Ok(payload.to_owned());
    }
    let mut body = match common.remove("nats") {
        None => Map::new(),
        Some(Value::Object(body)) => body,
        Some(_) => return Err(serde_json::Error::custom("nats is not an object")),
    };
    if claim_type == ClaimType::Activation
        && let Some(kind) = body.remove("type")
    {
        body.insert("kind".to_owned(), kind);
    }
    for name in ["type", "tags", "issuer_account"] {
        if let Some(value) = common.remove(name) {
            body.insert(name.to_owned(), value);
        }
    }
    // What version 2 no longer has, and Go drops.
    let dropped: &[&str] = match claim_type {
        ClaimType::Activation => &["max", "payload", "src", "times"],
        ClaimType::User => &["max"],
        ClaimType::Generic => &["type", "tags", "issuer_account"],
        _ => &[],
    };
    for name in dropped {
        body.remove(*name);
    }
    if claim_type == ClaimType::User {
        for name in ["subs", "data", "payload"] {
            body.entry(name).or_insert_with(|| NO_LIMIT.into());
        }
    }
    if claim_type != ClaimType::Generic {
        body.insert("version".to_owned(), 1.into());
    }
    common.insert("nats".to_owned(), Value::Object(body));
    serde_json::to_string(&common)
}
