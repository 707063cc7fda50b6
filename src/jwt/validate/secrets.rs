//! Secrets in claims: a token is for everybody to read, so a seed in it is lost.

use serde_json::Value;

use super::findings::Findings;
use super::issue::Code;
use crate::jwt::claims::{Body, Claims};
use crate::jwt::json;
use crate::masking::holds_secret;

/// Reports every text in the claims that holds a seed or an age identity, and does not repeat it.
pub fn check<B: Body>(claims: &Claims<B>, findings: &mut Findings) {
    // One look at all of it: hardly a token has any.
    let Ok(bytes) = json::to_vec(claims) else {
        return;
    };
    if !std::str::from_utf8(&bytes).is_ok_and(holds_secret) {
        return;
    }
    let Ok(value) = serde_json::from_slice(&bytes) else {
        return;
    };
    let mut places = Vec::new();
    search(&value, String::new(), &mut places);
    for (place, message) in places {
        findings.within(place, |findings| findings.add(Code::ClaimsSecret, message));
    }
}

/// Where secrets stand, and what is to be said of each place.
fn search(value: &Value, place: String, found: &mut Vec<(String, &'static str)>) {
    match value {
        Value::String(text) if holds_secret(text) => {
            found.push((place, "it holds a seed or an age identity"));
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                search(item, format!("{place}[{index}]"), found);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                let dot = if place.is_empty() { "" } else { "." };
                let place = format!("{place}{dot}{name}");
                if holds_secret(name) {
                    found.push((place.clone(), "its name holds a seed or an age identity"));
                }
                search(field, place, found);
            }
        }
        _ => {}
    }
}
