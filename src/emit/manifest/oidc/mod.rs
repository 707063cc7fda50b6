//! The keys of an OIDC issuer that a callout service trusts: a set, the newest first, so that an old key and its successor
//! are trusted at once. What is read is read strictly: nothing in it may be a secret, ambiguous, or fit another algorithm.

mod curve;
mod jwk;
mod read;

use std::fmt;
use std::str::FromStr;

use data_encoding::{BASE64, HEXLOWER};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

pub use jwk::Pin;
pub use read::{LARGEST, OidcError};

use super::data::Part;
use super::name::DataKey;
use super::{Result, der};
use crate::text::deceives;

/// Who issues the tokens: what they say as `iss`, to the letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issuer(String);

impl FromStr for Issuer {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let rest = ["https://", "http://"]
            .iter()
            .find_map(|scheme| text.strip_prefix(scheme))
            .ok_or("an issuer begins with https://")?;
        let hidden = |character: char| character.is_whitespace() || deceives(character);
        if rest.is_empty() || rest.starts_with('/') || text.contains(hidden) {
            return Err("it is no address".to_owned());
        }
        // OpenID Connect Discovery 1.0, section 2: an issuer has neither.
        if text.contains(['?', '#']) {
            return Err("an issuer has neither a query nor a fragment".to_owned());
        }
        // RFC 3986, section 3.2.1: what stands before an @ may be a password.
        if rest
            .split('/')
            .next()
            .is_some_and(|host| host.contains('@'))
        {
            return Err("a name or password stands in it".to_owned());
        }
        if text.len() > 2048 {
            return Err("it has more than 2048 characters".to_owned());
        }
        Ok(Self(text.to_owned()))
    }
}

impl fmt::Display for Issuer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// Public keys of one issuer, the newest first, never none.
#[derive(Clone, Debug)]
pub struct Pins {
    keys: Vec<Pin>,
    notes: Vec<String>,
    unknown: Vec<String>,
}

impl Pins {
    /// Reads one JWKS or several, the newest first. Certificates beside the keys are dropped unless they are asked for.
    pub fn read(newest_first: &[&str], with_certificates: bool) -> Result<Self, OidcError> {
        read::read(newest_first, with_certificates)
    }

    /// These, and after them those of an older set that are not among them.
    pub fn before(&self, older: &Self) -> Result<Self, OidcError> {
        Self::read(&[&self.jwks(), &older.jwks()], false)
    }

    /// Those of them that are meant, and nothing where none is: who trusts none lets nobody in.
    #[must_use]
    pub fn only(&self, is_meant: impl Fn(&Pin) -> bool) -> Option<Self> {
        let mut only = self.clone();
        only.keys.retain(is_meant);
        (!only.keys.is_empty()).then_some(only)
    }

    /// The keys, the newest first.
    #[must_use]
    pub fn keys(&self) -> &[Pin] {
        &self.keys
    }

    /// What was left out, and what was taken to be so where nothing was said.
    #[must_use]
    pub fn notes(&self) -> &[String] {
        &self.notes
    }

    /// What was left out though it may sign, each with the reason: whoever has it in a set trusts more than this one does.
    #[must_use]
    pub fn unknown(&self) -> &[String] {
        &self.unknown
    }

    /// The set: the same keys make the same bytes.
    #[must_use]
    pub fn jwks(&self) -> String {
        let keys: Vec<Value> = self.keys.iter().map(Pin::jwk).collect();
        json!({ "keys": keys }).to_string()
    }

    /// For who takes a single key: the newest, in base64.
    #[must_use]
    pub fn single(&self) -> String {
        let newest = self.keys.first().map(|key| key.jwk().to_string());
        BASE64.encode(newest.unwrap_or_default().as_bytes())
    }

    /// One key, as other programs than those of JOSE read it.
    #[must_use]
    pub fn pem(key: &Pin) -> String {
        der::pem("PUBLIC KEY", &key.der()).to_string()
    }

    /// What is in the set, for who looks after it.
    #[must_use]
    pub fn manifest(&self, issuer: &Issuer) -> String {
        let keys: Vec<Value> = self
            .keys
            .iter()
            .map(|key| {
                json!({
                    "kid": key.kid(),
                    "kty": key.kind(),
                    "alg": key.algorithm(),
                    "thumbprint": key.thumbprint(),
                    "pem": pem_name(key),
                })
            })
            .collect();
        json!({
            "issuer": issuer.0,
            "state": self.state(),
            "jwks_sha256": self.digest(),
            "keys": keys,
        })
        .to_string()
    }

    /// Whether one key is trusted, or an old one and its successor.
    #[must_use]
    pub fn state(&self) -> &'static str {
        match self.keys.len() {
            1 => "single",
            _ => "dual",
        }
    }

    /// What tells it from any other: SHA-256 of `jwks.json`.
    #[must_use]
    pub fn digest(&self) -> String {
        HEXLOWER.encode(&Sha256::digest(self.jwks()))
    }

    /// All of it, as parts of a Secret or a ConfigMap: there is no secret in it.
    pub fn parts(&self, issuer: &Issuer) -> Result<Vec<Part>> {
        let mut parts = vec![
            Part::public("jwks.json", self.jwks())?,
            Part::public("active.jwk.b64", self.single())?,
            Part::public("manifest.json", self.manifest(issuer))?,
        ];
        for key in &self.keys {
            parts.push(Part::public(&pem_name(key), Self::pem(key))?);
        }
        Ok(parts)
    }

    /// What is said of it beside it.
    #[must_use]
    pub fn annotations(&self, issuer: &Issuer) -> [(&'static str, String); 4] {
        let kids: Vec<&str> = self.keys.iter().map(Pin::kid).collect();
        [
            ("issuer", issuer.0.clone()),
            ("jwks-sha256", self.digest()),
            ("kids", kids.join(",")),
            ("state", self.state().to_owned()),
        ]
    }
}

/// The file of a key: named as tokens name the key, or by its thumbprint where no file can be named so.
fn pem_name(key: &Pin) -> String {
    let name = format!("{}.pem", key.kid());
    match name.parse::<DataKey>() {
        Ok(_) => name,
        Err(_) => format!("{}.pem", key.thumbprint()),
    }
}
