//! Reading sets of keys: what a set may be, and which of its keys are taken.

use serde_json::{Map, Value};

use super::Pins;
use super::jwk::{Pin, Taken};
use crate::jwt::json;
use crate::text::deceives;

/// Most bytes of a set: Kubernetes takes no more.
pub const LARGEST: u64 = 1 << 20;
/// Most keys of a set; issuers have two or three.
const MOST: usize = 64;
/// Most characters of the name of a key.
const KID: usize = 256;

/// Why a set of keys is not trusted.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum OidcError {
    /// Too many bytes.
    #[error("it is larger than {LARGEST} bytes")]
    TooLarge,
    /// Too many keys.
    #[error("there are more than {MOST} keys in it")]
    TooMany,
    /// No JSON, or a field that is there twice.
    #[error("it is no JWKS: {0}")]
    Json(#[from] serde_json::Error),
    /// JSON of another shape.
    #[error("it is no JWKS: {0}")]
    Shape(&'static str),
    /// A secret.
    #[error("{key} has \"{member}\", which is secret: what is trusted has public keys alone")]
    Secret {
        /// which
        key: String,
        /// what of it
        member: &'static str,
    },
    /// A key that is not as it should be.
    #[error("{key}: {reason}")]
    Key {
        /// which
        key: String,
        /// why
        reason: String,
    },
    /// Two keys have one name.
    #[error("two keys are called \"{0}\", and a token that names one could mean either")]
    TwiceKid(String),
    /// One key has two names.
    #[error("\"{0}\" and \"{1}\" are one key")]
    TwiceKey(String, String),
    /// None is left.
    #[error("no key that signs is in it, and who trusts none lets nobody in{}", because(.0))]
    Empty(Vec<String>),
}

/// Why there is none.
fn because(left_out: &[String]) -> String {
    match left_out {
        [] => String::new(),
        left_out => format!(": {}", left_out.join("; ")),
    }
}

/// Reads the sets in their order.
pub fn read(newest_first: &[&str], with_certificates: bool) -> Result<Pins, OidcError> {
    let mut pins = Pins {
        keys: Vec::new(),
        notes: Vec::new(),
        unknown: Vec::new(),
    };
    for text in newest_first {
        if text.len() as u64 > LARGEST {
            return Err(OidcError::TooLarge);
        }
        // What another set has already is of that.
        let known = pins.keys.len();
        for (place, value) in keys_in(text)?.into_iter().enumerate() {
            pins.add(&value, place, with_certificates, known)?;
        }
    }
    if pins.keys.is_empty() {
        return Err(OidcError::Empty(pins.notes));
    }
    if pins.jwks().len() as u64 > LARGEST {
        return Err(OidcError::TooLarge);
    }
    Ok(pins)
}

fn keys_in(text: &str) -> Result<Vec<Value>, OidcError> {
    match json::strict_value(text)? {
        Value::Object(mut set) => match set.remove("keys") {
            Some(Value::Array(keys)) if keys.len() > MOST => Err(OidcError::TooMany),
            Some(Value::Array(keys)) => Ok(keys),
            Some(_) => Err(OidcError::Shape("\"keys\" is no list")),
            None if set.contains_key("jwks_uri") => Err(OidcError::Shape(
                "it says with \"jwks_uri\" where the keys are, and has none itself",
            )),
            None if set.contains_key("kty") => Ok(vec![Value::Object(set)]),
            None => Err(OidcError::Shape("there is no \"keys\" in it")),
        },
        _ => Err(OidcError::Shape("it is no object")),
    }
}

impl Pins {
    fn add(
        &mut self,
        value: &Value,
        place: usize,
        with_certificates: bool,
        known: usize,
    ) -> Result<(), OidcError> {
        let Value::Object(members) = value else {
            return Err(OidcError::Shape("a key is no object"));
        };
        let unnamed = format!("the key at place {}", place + 1);
        // Before anything else: a secret is told as such, whatever else is wrong with the key.
        let called = name_of(members).unwrap_or(&unnamed);
        if let Some(member) = secret_in(members) {
            let key = called.to_owned();
            return Err(OidcError::Secret { key, member });
        }
        let failed = |reason| OidcError::Key {
            key: called.to_owned(),
            reason,
        };
        let pin = match Pin::read(members, with_certificates).map_err(failed)? {
            Taken::Left(why) => {
                self.notes.push(format!("{called} is left out: {why}"));
                return Ok(());
            }
            Taken::Unknown(why) => {
                let note = format!("{called} is left out: {why}");
                self.unknown.push(note.clone());
                self.notes.push(note);
                return Ok(());
            }
            Taken::Key(pin, notes) => {
                let notes = notes.into_iter().map(|note| format!("{called}: {note}"));
                self.notes.extend(notes);
                pin
            }
        };
        for (at, there) in self.keys.iter().enumerate() {
            let one_name = there.kid() == pin.kid();
            match (one_name, there.thumbprint() == pin.thumbprint()) {
                (true, true) if at < known => {
                    self.notes.push(format!(
                        "{} is in several of the sets, and taken once",
                        pin.kid()
                    ));
                    return Ok(());
                }
                (true, _) => return Err(OidcError::TwiceKid(pin.kid().to_owned())),
                (_, true) => {
                    let names = (there.kid().to_owned(), pin.kid().to_owned());
                    return Err(OidcError::TwiceKey(names.0, names.1));
                }
                _ => {}
            }
        }
        if self.keys.len() == MOST {
            return Err(OidcError::TooMany);
        }
        self.keys.push(pin);
        Ok(())
    }
}

/// The name of a key, where it is one that can be said.
pub fn name_of(members: &Map<String, Value>) -> Option<&str> {
    let name = members.get("kid")?.as_str()?;
    let fits = !name.is_empty()
        && name.len() <= KID
        && !name.contains(|character: char| {
            character == ',' || character.is_whitespace() || deceives(character)
        });
    fits.then_some(name)
}

/// A member that only who signs has (RFC 7518, section 6; RFC 8037), or the key of a code that whoever checks it can make.
fn secret_in(members: &Map<String, Value>) -> Option<&'static str> {
    const SECRET: [&str; 9] = ["d", "p", "q", "dp", "dq", "qi", "oth", "k", "priv"];
    let member = SECRET.into_iter().find(|name| members.contains_key(*name));
    let is_code = members.get("kty").is_some_and(|kty| kty == "oct");
    member.or(is_code.then_some("kty\": \"oct"))
}
