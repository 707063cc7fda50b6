//! Secrets in claims: a token is for everybody to read, so a seed in it is lost.

use serde_json::Value;

use super::findings::Findings;
use super::issue::Code;
use crate::jwt::claims::{Body, Claims};
use crate::jwt::decode::payload;
use crate::jwt::json;
use crate::masking::holds_secret;

/// Reports every text in the claims that holds a seed or an age identity, and does not repeat it. Where there is a token, it is
/// the one that they are of.
pub fn check<B: Body>(claims: &Claims<B>, token: Option<&str>, findings: &mut Findings) {
    if token.is_some_and(has_none) {
        return;
    }
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

/// Whether there is none in a token, as far as that can be said of its text: in what is escaped there may be one.
fn has_none(token: &str) -> bool {
    payload(token).is_ok_and(|text| !text.contains('\\') && !holds_secret(&text))
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

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use data_encoding::BASE64URL_NOPAD;

    use super::super::{Code, validate_token};
    use crate::jwt::decode::{Token, decode_own};
    use crate::jwt::encode::HEADER;
    use crate::nkey::{Kind, Seed};

    fn codes(name: &str) -> Vec<Code> {
        let key = |kind| Seed::generate(kind).unwrap().public();
        let payload = format!(
            r#"{{"iss":"{}","sub":"{}","name":"{name}","nats":{{"type":"user","version":2}}}}"#,
            key(Kind::Account),
            key(Kind::User)
        );
        let payload = BASE64URL_NOPAD.encode(payload.as_bytes());
        let signature = BASE64URL_NOPAD.encode(&[0; 64]);
        let Token::User(token) = decode_own(&format!("{HEADER}.{payload}.{signature}")).unwrap()
        else {
            panic!("it is a user's");
        };
        let issues = validate_token(&token, None, 0);
        issues.into_iter().map(|issue| issue.code).collect()
    }

    #[test]
    fn a_seed_is_found_however_the_token_writes_it() {
        let seed = Seed::generate(Kind::User).unwrap().expose();
        let escaped = format!("\\u0053{}", &seed[1..]);
        for name in [seed.as_str(), &escaped] {
            assert_eq!(codes(name), [Code::ClaimsSecret]);
        }
        for name in ["plain", "esc\\u0061ped"] {
            assert!(codes(name).is_empty());
        }
    }
}
