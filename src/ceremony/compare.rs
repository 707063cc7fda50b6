//! Whether two machines gave the same: two files of one kind, field by field. Ed25519 gives one signature to the same bytes, so the
//! same request and the same key give the same answer, on whatever machine.

use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::approval::Approval;
use super::canonical::{Content, Sheet};
use super::policy::Policy;
use super::request::Request;
use super::response::{ROOT, Response};
use super::shares::file::SealedShare;
use super::shares::set::SharesSet;
use super::{CeremonyError, Result};

/// A file, read: its signatures are those of what stands there.
#[derive(Clone, Debug)]
pub struct Compared {
    /// What it says that it is.
    pub title: String,
    /// The hash of all of it.
    pub sha256: String,
    bytes: Vec<u8>,
    fields: Vec<(String, String)>,
}

/// A field in which two files differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Which, such as `items.1.proposed.claims.iat`.
    pub field: String,
    /// What the first has there.
    pub first: Option<String>,
    /// What the second has there.
    pub second: Option<String>,
}

impl Compared {
    /// Reads one; `file` is what it is called where it is refused.
    pub fn read(file: &str, bytes: &[u8]) -> Result<Self> {
        let text = std::str::from_utf8(bytes).map_err(|_| {
            CeremonyError::problem(file, "is no text", "nkeep ceremony compare --help")
        })?;
        let mut values = serde_json::Deserializer::from_str(text).into_iter::<Value>();
        let first = values.next().and_then(std::result::Result::ok);
        let first = first.unwrap_or_default();
        let title = first["nkeep"].as_str().unwrap_or_default();
        let mut fields = Vec::new();
        flattened("", &first, &mut fields);
        let signatures = match title {
            Request::TITLE => signatures::<Request>(file, bytes)?,
            Response::TITLE => {
                must_be_of_a_root(file, &Sheet::read(file, bytes)?)?;
                signatures::<Response>(file, bytes)?
            }
            Approval::TITLE => signatures::<Approval>(file, bytes)?,
            SharesSet::TITLE => signatures::<SharesSet>(file, bytes)?,
            SealedShare::TITLE => {
                SealedShare::read(file, bytes)?;
                Vec::new()
            }
            // People write it, as they like.
            Policy::TITLE => {
                Policy::written(file, bytes)?;
                Vec::new()
            }
            _ => {
                let reason = "is no file of a ceremony that can be compared";
                return Err(CeremonyError::problem(
                    file,
                    reason,
                    "nkeep ceremony compare --help",
                ));
            }
        };
        fields.extend(signatures);
        Ok(Self {
            title: title.to_owned(),
            sha256: HEXLOWER.encode(&Sha256::digest(bytes)),
            bytes: bytes.to_vec(),
            fields,
        })
    }

    /// In what another differs; nothing where both are the same, byte for byte.
    pub fn differences(&self, other: &Self) -> Vec<Difference> {
        let value = |of: &Self, field: &str| {
            let mut fields = of.fields.iter();
            let found = fields.find(|(name, _)| name == field);
            found.map(|(_, value)| value.clone())
        };
        let of_other = other.fields.iter();
        let of_other = of_other.filter(|(name, _)| value(self, name).is_none());
        let mut differences: Vec<Difference> = self
            .fields
            .iter()
            .chain(of_other)
            .map(|(field, _)| Difference {
                field: field.clone(),
                first: value(self, field),
                second: value(other, field),
            })
            .filter(|one| one.first != one.second)
            .collect();
        // What no field shows: who signed first, or how a share was sealed.
        if differences.is_empty() && self.bytes != other.bytes {
            differences.push(Difference {
                field: "bytes".to_owned(),
                first: Some(format!("SHA-256 {}", self.sha256)),
                second: Some(format!("SHA-256 {}", other.sha256)),
            });
        }
        differences
    }
}

/// Refuses an answer that the identity which it names did not give, whatever it was asked.
fn must_be_of_a_root(file: &str, sheet: &Sheet<Response>) -> Result<()> {
    let operator = &sheet.content.operator;
    let mut roots = sheet.signed_as(ROOT);
    match roots.any(|key| key.to_string() == *operator) {
        true => Ok(()),
        false => Err(CeremonyError::tampered(
            format!("{file} is not signed by the identity of the operator that it names"),
            "nkeep ceremony compare --help",
        )),
    }
}

/// The signatures of a file, each checked.
fn signatures<C: Content>(file: &str, bytes: &[u8]) -> Result<Vec<(String, String)>> {
    let sheet: Sheet<C> = Sheet::read(file, bytes)?;
    let text = sheet.text();
    let lines = text.lines().skip(1);
    let named = lines.filter_map(|line| line.rsplit_once(' '));
    Ok(named
        .map(|(by, signature)| (format!("signature of {by}"), signature.to_owned()))
        .collect())
}

/// Each value with the way to it. Tokens are opened: it is their claims that differ.
fn flattened(path: &str, value: &Value, fields: &mut Vec<(String, String)>) {
    let below = |name: &str| match path {
        "" => name.to_owned(),
        path => format!("{path}.{name}"),
    };
    match value {
        Value::Object(map) => map
            .iter()
            .for_each(|(name, value)| flattened(&below(name), value, fields)),
        Value::Array(list) => list
            .iter()
            .enumerate()
            .for_each(|(at, value)| flattened(&below(&(at + 1).to_string()), value, fields)),
        Value::String(text) => match opened(text) {
            Some(token) => flattened(path, &token, fields),
            None => fields.push((path.to_owned(), text.clone())),
        },
        other => fields.push((path.to_owned(), other.to_string())),
    }
}

/// The parts of a token, or of one that is still to be signed.
fn opened(text: &str) -> Option<Value> {
    let json = |part: &str| -> Option<Value> {
        serde_json::from_slice(&BASE64URL_NOPAD.decode(part.as_bytes()).ok()?).ok()
    };
    let mut parts = text.splitn(3, '.');
    let (header, claims) = (json(parts.next()?)?, json(parts.next()?)?);
    let mut token = serde_json::json!({ "header": header, "claims": claims });
    if let Some(signature) = parts.next() {
        token["signature"] = signature.into();
    }
    Some(token)
}
