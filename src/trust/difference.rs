//! What an edit changed in claims, field by field: what is said of a change is read from the claims, and not from the
//! command line.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::Result;
use crate::jwt::claims::{Body, Claims};
use crate::jwt::encode::EncodeError;

/// A field, or an element of a list, that is not as it was.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// Where in the claims, such as `nats.limits.conn`.
    pub path: String,
    /// What it was; null where it was not there.
    pub before: Value,
    /// What it is; null where it is gone.
    pub after: Value,
    /// Whether it is an element of a list.
    pub element: bool,
}

/// Everything that is not as it was, but the fields that every signing changes.
pub fn differences<B: Body>(before: &Claims<B>, after: &Claims<B>) -> Result<Vec<Difference>> {
    let fields = |claims: &Claims<B>| -> Result<Value> {
        let mut value = serde_json::to_value(claims).map_err(EncodeError::from)?;
        if let Value::Object(fields) = &mut value {
            for signing in ["iat", "iss", "jti"] {
                fields.remove(signing);
            }
        }
        Ok(value)
    };
    let mut found = Vec::new();
    compare("", &fields(before)?, &fields(after)?, &mut found);
    Ok(found)
}

fn compare(path: &str, before: &Value, after: &Value, found: &mut Vec<Difference>) {
    if before == after {
        return;
    }
    match (before, after) {
        (Value::Object(one), Value::Object(other)) => compare_objects(path, one, other, found),
        (Value::Object(one), Value::Null) => compare_objects(path, one, &Map::new(), found),
        (Value::Null, Value::Object(other)) if !other.is_empty() => {
            compare_objects(path, &Map::new(), other, found);
        }
        (Value::Array(_), Value::Array(_) | Value::Null) | (Value::Null, Value::Array(_)) => {
            compare_lists(path, list(before), list(after), found);
        }
        _ => found.push(Difference {
            path: path.to_owned(),
            before: before.clone(),
            after: after.clone(),
            element: false,
        }),
    }
}

fn compare_objects(
    path: &str,
    before: &Map<String, Value>,
    after: &Map<String, Value>,
    found: &mut Vec<Difference>,
) {
    let names: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    for name in names {
        let path = if path.is_empty() {
            name.clone()
        } else {
            format!("{path}.{name}")
        };
        let of = |fields: &Map<String, Value>| fields.get(name).cloned().unwrap_or_default();
        compare(&path, &of(before), &of(after), found);
    }
}

/// Lists are sets here: what is in one alone is told. Elements that have a key are compared by it.
fn compare_lists(path: &str, before: &[Value], after: &[Value], found: &mut Vec<Difference>) {
    let keyed = |element: &Value| match element {
        Value::Object(fields) => fields.get("key").cloned(),
        other => Some(other.clone()),
    };
    let element = |before: Value, after: Value| Difference {
        path: path.to_owned(),
        before,
        after,
        element: true,
    };
    for old in before.iter().filter(|old| !after.contains(old)) {
        let same = after.iter().find(|new| keyed(new) == keyed(old));
        match (same, keyed(old)) {
            (Some(new), Some(Value::String(key))) => {
                let (old, new) = (unkeyed(old), unkeyed(new));
                compare(&format!("{path}[{key}]"), &old, &new, found);
            }
            (None, Some(key)) => found.push(element(key, Value::Null)),
            _ => found.push(element(old.clone(), Value::Null)),
        }
    }
    let is_new = |new: &&Value| {
        !before
            .iter()
            .any(|old| keyed(old) == keyed(new) && keyed(old).is_some())
    };
    for new in after
        .iter()
        .filter(|new| !before.contains(new))
        .filter(is_new)
    {
        let Some(Value::String(key)) = keyed(new) else {
            found.push(element(Value::Null, new.clone()));
            continue;
        };
        found.push(element(Value::Null, Value::String(key.clone())));
        compare(
            &format!("{path}[{key}]"),
            &Value::Null,
            &unkeyed(new),
            found,
        );
    }
}

/// A signing key without its key: what is left of one that has no scope is nothing.
fn unkeyed(element: &Value) -> Value {
    match element {
        Value::Object(fields) => {
            let mut fields = fields.clone();
            fields.remove("key");
            Value::Object(fields)
        }
        _ => Value::Null,
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}
