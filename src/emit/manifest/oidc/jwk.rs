//! One key: what it must be for its algorithm, and how it is written (RFC 7517, 7518, 7638, 8037).

use data_encoding::{BASE64, BASE64URL_NOPAD};
use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256};

use super::curve::{CURVES, Curve};
use super::read::name_of;
use crate::emit::manifest::{der, pkcs8};
use crate::nkey::{Kind, PublicKey};

type Members = Map<String, Value>;

/// Bits of an RSA key, at least and at most.
const RSA: std::ops::RangeInclusive<usize> = 2048..=16384;
const RSA_ALGORITHMS: [&str; 6] = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"];
/// Some say the algorithm of the curve, some that of the family (RFC 9864).
const OKP_ALGORITHMS: [&str; 2] = ["EdDSA", "Ed25519"];
/// Members of a key that go with its certificates.
const CERTIFICATES: [&str; 3] = ["x5c", "x5t", "x5t#S256"];

/// A public key that signs tokens.
#[derive(Clone, Debug)]
pub struct Pin {
    kid: String,
    algorithm: String,
    is_stated: bool,
    material: Material,
    certificates: Members,
}

#[derive(Clone, Debug)]
enum Material {
    Rsa {
        n: Vec<u8>,
        e: Vec<u8>,
    },
    Point {
        curve: &'static Curve,
        x: Vec<u8>,
        y: Vec<u8>,
    },
    Ed25519 {
        x: [u8; 32],
    },
}

/// What becomes of a key that was read.
pub enum Taken {
    /// It is taken, and there is something to say of it.
    Key(Pin, Vec<String>),
    /// It is for something else, and left out.
    Left(&'static str),
    /// It may sign, and is left out: nothing here can say that it does, or how.
    Unknown(String),
}

/// Why a key is not read.
enum Unread {
    /// It is of a kind that is not known here. An issuer may have such keys beside others (RFC 7517, section 5).
    Unknown(String),
    /// It is not what it says that it is.
    Wrong(String),
}

impl<T: Into<String>> From<T> for Unread {
    fn from(reason: T) -> Self {
        Self::Wrong(reason.into())
    }
}

impl Pin {
    /// Reads a key that has no secret in it.
    pub(super) fn read(members: &Members, with_certificates: bool) -> Result<Taken, String> {
        if let Some(taken) = other_use(members)? {
            return Ok(taken);
        }
        let material = match Material::read(members) {
            Ok(material) => material,
            Err(Unread::Unknown(why)) => return Ok(Taken::Unknown(why)),
            Err(Unread::Wrong(why)) => return Err(why),
        };
        let kid = name_of(members).ok_or(
            "it has no \"kid\" that a token could name it by: one that can be seen, without spaces and commas",
        )?;
        let mut notes = Vec::new();
        let stated = optional(members, "alg")?;
        let algorithm = match stated {
            Some(stated) if material.algorithms().contains(&stated) => stated,
            Some(stated) => {
                return Err(format!(
                    "the algorithm \"{stated}\" is none of such a key's: {}",
                    material.algorithms().join(", ")
                ));
            }
            None => {
                let taken = material.algorithms()[0];
                if material.algorithms() == RSA_ALGORITHMS {
                    notes.push(format!(
                        "no algorithm is stated, and it is taken to be {taken}'s"
                    ));
                }
                taken
            }
        };
        let certificates = match with_certificates {
            true => certificates(members, &material.der())?,
            false => Members::new(),
        };
        let pin = Self {
            kid: kid.to_owned(),
            algorithm: algorithm.to_owned(),
            is_stated: stated.is_some(),
            material,
            certificates,
        };
        Ok(Taken::Key(pin, notes))
    }

    /// What tokens call it.
    #[must_use]
    pub fn kid(&self) -> &str {
        &self.kid
    }

    /// The one algorithm that it is trusted for.
    #[must_use]
    pub fn algorithm(&self) -> &str {
        &self.algorithm
    }

    /// The algorithm that who publishes it says, where it says one.
    #[must_use]
    pub fn stated_algorithm(&self) -> Option<&str> {
        self.is_stated.then_some(&self.algorithm)
    }

    /// What kind of key it is, as JOSE has it.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self.material {
            Material::Rsa { .. } => "RSA",
            Material::Point { .. } => "EC",
            Material::Ed25519 { .. } => "OKP",
        }
    }

    /// As it is written in a set: the same key, the same bytes.
    #[must_use]
    pub fn jwk(&self) -> Value {
        let mut members = self.material.required();
        members.insert("kid".to_owned(), json!(self.kid));
        members.insert("use".to_owned(), json!("sig"));
        members.insert("alg".to_owned(), json!(self.algorithm));
        let certificates = self.certificates.iter();
        members.extend(certificates.map(|(name, value)| (name.clone(), value.clone())));
        sorted(members)
    }

    /// What it is by itself, whatever it is called (RFC 7638).
    #[must_use]
    pub fn thumbprint(&self) -> String {
        let required = sorted(self.material.required()).to_string();
        BASE64URL_NOPAD.encode(&Sha256::digest(required))
    }

    /// As `SubjectPublicKeyInfo`.
    #[must_use]
    pub fn der(&self) -> Vec<u8> {
        self.material.der()
    }
}

impl Material {
    fn read(members: &Members) -> Result<Self, Unread> {
        match text(members, "kty")? {
            "RSA" => Ok(rsa(members)?),
            "EC" => point(members),
            "OKP" => ed25519(members),
            other => Err(Unread::Unknown(format!(
                "\"{other}\" is none of RSA, EC and OKP"
            ))),
        }
    }

    const fn algorithms(&self) -> &[&'static str] {
        match self {
            Self::Rsa { .. } => &RSA_ALGORITHMS,
            Self::Point { curve, .. } => std::slice::from_ref(&curve.algorithm),
            Self::Ed25519 { .. } => &OKP_ALGORITHMS,
        }
    }

    /// What makes the key the key that it is.
    fn required(&self) -> Members {
        let base64 = |bytes: &[u8]| Value::String(BASE64URL_NOPAD.encode(bytes));
        let members = match self {
            Self::Rsa { n, e } => vec![("kty", json!("RSA")), ("n", base64(n)), ("e", base64(e))],
            Self::Point { curve, x, y } => vec![
                ("kty", json!("EC")),
                ("crv", json!(curve.name)),
                ("x", base64(x)),
                ("y", base64(y)),
            ],
            Self::Ed25519 { x } => {
                vec![
                    ("kty", json!("OKP")),
                    ("crv", json!("Ed25519")),
                    ("x", base64(x)),
                ]
            }
        };
        members
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect()
    }

    fn der(&self) -> Vec<u8> {
        /// rsaEncryption, and id-ecPublicKey.
        const RSA: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 1];
        const POINT: &[u8] = &[0x2a, 0x86, 0x48, 0xce, 0x3d, 2, 1];
        /// The parameters of RSA, which are none.
        const NULL: &[u8] = &[5, 0];
        /// Both coordinates follow.
        const WHOLE: &[u8] = &[4];
        match self {
            Self::Rsa { n, e } => {
                let key = der::sequence(&[&der::number(n), &der::number(e)]);
                der::public_key(&[&der::name(RSA), NULL], &key)
            }
            Self::Point { curve, x, y } => {
                let algorithm = [der::name(POINT), der::name(curve.object)];
                der::public_key(&[&algorithm[0], &algorithm[1]], &[WHOLE, x, y].concat())
            }
            Self::Ed25519 { x } => pkcs8::ed25519(x),
        }
    }
}

fn rsa(members: &Members) -> Result<Material, String> {
    let (n, e) = (bytes(members, "n")?, bytes(members, "e")?);
    let bits = 8 * n.len() - n.first().map_or(0, |first| first.leading_zeros() as usize);
    // RFC 7518, section 6.3.1.1: no more bytes than the number needs.
    if n.first() == Some(&0) || e.first() == Some(&0) {
        return Err("a number in it begins with zeros".to_owned());
    }
    if !RSA.contains(&bits) {
        let (least, most) = (RSA.start(), RSA.end());
        return Err(format!(
            "it has {bits} bits, and {least} to {most} are taken"
        ));
    }
    // Go's library takes no exponent of more than 31 bits.
    let small = e.len() < 4 || e.len() == 4 && e[0] < 0x80;
    let odd = |number: &[u8]| number.last().is_some_and(|last| last % 2 == 1);
    if !odd(&n) || !odd(&e) || e == [1] || !small {
        return Err("its numbers are none of an RSA key".to_owned());
    }
    Ok(Material::Rsa { n, e })
}

fn point(members: &Members) -> Result<Material, Unread> {
    let name = text(members, "crv")?;
    let names = || {
        CURVES
            .iter()
            .map(|curve| curve.name)
            .collect::<Vec<_>>()
            .join(", ")
    };
    let curve = CURVES
        .iter()
        .find(|curve| curve.name == name)
        .ok_or_else(|| Unread::Unknown(format!("\"{name}\" is none of {}", names())))?;
    let (x, y) = (bytes(members, "x")?, bytes(members, "y")?);
    if x.len() != curve.length || y.len() != curve.length {
        return Err(format!("a coordinate of {name} has {} bytes", curve.length).into());
    }
    if !curve.has(&x, &y) {
        return Err(format!("its point is not on {name}").into());
    }
    Ok(Material::Point { curve, x, y })
}

fn ed25519(members: &Members) -> Result<Material, Unread> {
    let name = text(members, "crv")?;
    if name != "Ed25519" {
        return Err(Unread::Unknown(format!("\"{name}\" is not Ed25519")));
    }
    let x = <[u8; 32]>::try_from(bytes(members, "x")?)
        .map_err(|_| "a point of Ed25519 has 32 bytes")?;
    // Of any kind that signs: the point is what is looked at.
    PublicKey::from_raw(Kind::Server, x).map_err(|error| error.to_string())?;
    Ok(Material::Ed25519 { x })
}

/// What becomes of a key that does not say that it signs.
fn other_use(members: &Members) -> Result<Option<Taken>, String> {
    match optional(members, "use")? {
        Some("sig") => {}
        None => {
            return Ok(Some(Taken::Unknown(
                "it does not say that it signs (\"use\": \"sig\"), and only such a key is pinned"
                    .to_owned(),
            )));
        }
        Some("enc") => return Ok(Some(Taken::Left("it is for encryption (\"use\": \"enc\")"))),
        Some(other) => return Err(format!("its use \"{other}\" is neither sig nor enc")),
    }
    let Some(operations) = members.get("key_ops") else {
        return Ok(None);
    };
    let operations = operations.as_array().ok_or("\"key_ops\" is no list")?;
    let verifies = operations.iter().any(|operation| operation == "verify");
    Ok((!verifies).then_some(Taken::Left("its \"key_ops\" do not let it verify")))
}

/// The certificates as they stand, the first of which is the key's.
fn certificates(members: &Members, key: &[u8]) -> Result<Members, String> {
    let mut kept = Members::new();
    for name in CERTIFICATES {
        if let Some(value) = members.get(name) {
            kept.insert(name.to_owned(), value.clone());
        }
    }
    let Some(chain) = members.get("x5c") else {
        return Ok(kept);
    };
    let chain = chain.as_array().ok_or("\"x5c\" is no list")?;
    let certificates = chain
        .iter()
        .map(|one| BASE64.decode(one.as_str()?.as_bytes()).ok())
        .collect::<Option<Vec<_>>>()
        .ok_or("\"x5c\" is no list of certificates")?;
    let own = |first: &Vec<u8>| first.windows(key.len()).any(|window| window == key);
    if !certificates.first().is_some_and(own) {
        return Err("the first certificate of \"x5c\" is another key's".to_owned());
    }
    Ok(kept)
}

fn optional<'a>(members: &'a Members, name: &str) -> Result<Option<&'a str>, String> {
    match members.get(name) {
        None => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(_) => Err(format!("\"{name}\" is no text")),
    }
}

fn text<'a>(members: &'a Members, name: &str) -> Result<&'a str, String> {
    optional(members, name)?.ok_or_else(|| format!("there is no \"{name}\" in it"))
}

/// Bytes in base64url without padding, written as there is one way to.
fn bytes(members: &Members, name: &str) -> Result<Vec<u8>, String> {
    let text = text(members, name)?;
    BASE64URL_NOPAD
        .decode(text.as_bytes())
        .map_err(|_| format!("\"{name}\" is no base64url"))
}

/// By the names of the members, whatever order a map keeps.
fn sorted(members: Members) -> Value {
    let mut members: Vec<(String, Value)> = members.into_iter().collect();
    members.sort_by(|one, other| one.0.cmp(&other.0));
    Value::Object(members.into_iter().collect())
}
