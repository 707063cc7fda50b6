//! An OIDC issuer with the keys of `tests/fixtures/issuer`, and what a callout service makes of its tokens by nothing but the files
//! that nkeep writes.

use std::path::{Path, PathBuf};

use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use hmac::{Hmac, Mac as _};
use rustls::SignatureScheme;
use rustls::crypto::ring::{default_provider, sign};
use rustls::pki_types::PrivateKeyDer;
use rustls::pki_types::pem::PemObject as _;
use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256};

use super::copies::now;

/// What its tokens say of who issued them.
pub const ISSUER: &str = "https://id.example.com/realms/acme";
/// For whom they are.
const AUDIENCE: &str = "nats";

/// A file of the issuer's.
#[must_use]
pub fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures/issuer")
        .join(name)
}

/// A token for somebody, by the key of that file, which the token calls so and says to sign so.
#[must_use]
pub fn token(key: &str, kid: &str, algorithm: &str) -> String {
    token_of(key, kid, algorithm, &json!({}))
}

/// The same, which says something else besides.
#[must_use]
pub fn token_of(key: &str, kid: &str, algorithm: &str, other: &Value) -> String {
    let mut claims = json!({
        "iss": ISSUER, "aud": AUDIENCE, "sub": "guest", "iat": now(), "exp": now() + 600,
    });
    let other = other.as_object().unwrap().clone();
    claims.as_object_mut().unwrap().extend(other);
    let part = |value: &Value| BASE64URL_NOPAD.encode(value.to_string().as_bytes());
    let header = json!({ "typ": "JWT", "alg": algorithm, "kid": kid });
    let text = format!("{}.{}", part(&header), part(&claims));
    let signature = signature(key, algorithm, text.as_bytes());
    format!("{text}.{}", BASE64URL_NOPAD.encode(&signature))
}

fn signature(key: &str, algorithm: &str, text: &[u8]) -> Vec<u8> {
    let Some(scheme) = scheme(algorithm) else {
        return Vec::new();
    };
    let key = PrivateKeyDer::from_pem_file(file(&format!("{key}.pem"))).unwrap();
    let key = sign::any_supported_type(&key).unwrap();
    let signer = key.choose_scheme(&[scheme]).unwrap();
    let signature = signer.sign(text).unwrap();
    match algorithm {
        "ES256" => halves(&signature),
        _ => signature,
    }
}

/// A token by the code that whoever knows what is public can make: a service that takes the algorithm from the token is let down so.
#[must_use]
pub fn coded(kid: &str, public: &[u8]) -> String {
    let text = token("none", kid, "HS256");
    let text = text.trim_end_matches('.');
    let mut code = Hmac::<Sha256>::new_from_slice(public).unwrap();
    code.update(text.as_bytes());
    let code = code.finalize().into_bytes();
    format!("{text}.{}", BASE64URL_NOPAD.encode(&code))
}

fn scheme(algorithm: &str) -> Option<SignatureScheme> {
    match algorithm {
        "RS256" => Some(SignatureScheme::RSA_PKCS1_SHA256),
        "PS256" => Some(SignatureScheme::RSA_PSS_SHA256),
        "ES256" => Some(SignatureScheme::ECDSA_NISTP256_SHA256),
        "EdDSA" => Some(SignatureScheme::ED25519),
        _ => None,
    }
}

/// What a callout service trusts: a folder with the files of a ConfigMap, which is another one as soon as that is applied.
#[derive(Clone)]
pub struct Trusted(PathBuf);

impl Trusted {
    /// Of a home in which nothing is applied yet.
    #[must_use]
    pub fn of(home: &Path) -> Self {
        Self(home.join("mounted"))
    }

    /// Applies a ConfigMap: all of it is there at once, as kubelet does it.
    pub fn apply(&self, manifest: &str) {
        let object: Value = serde_saphyr::from_str(manifest).unwrap();
        assert_eq!(object["kind"], "ConfigMap");
        let folder = (0..)
            .map(|number| self.0.with_extension(number.to_string()))
            .find(|folder| !folder.exists())
            .unwrap();
        std::fs::create_dir(&folder).unwrap();
        for (name, text) in object["data"].as_object().unwrap() {
            std::fs::write(folder.join(name), text.as_str().unwrap()).unwrap();
        }
        let link = self.0.with_extension("link");
        std::os::unix::fs::symlink(&folder, &link).unwrap();
        std::fs::rename(&link, &self.0).unwrap();
    }

    /// A file of what is applied.
    #[must_use]
    pub fn text(&self, name: &str) -> String {
        std::fs::read_to_string(self.0.join(name)).unwrap()
    }

    /// What tokens call the keys of it, in their order.
    #[must_use]
    pub fn kids(&self) -> Vec<String> {
        let jwks: Value = serde_json::from_str(&self.text("jwks.json")).unwrap();
        let keys = jwks["keys"].as_array().unwrap().iter();
        keys.map(|key| key["kid"].as_str().unwrap().to_owned())
            .collect()
    }

    /// Whom a token is of, or why it lets nobody in.
    pub fn admits(&self, token: &str) -> Result<String, String> {
        let folder = Self(std::fs::canonicalize(&self.0).unwrap());
        let (jwks, manifest) = (folder.text("jwks.json"), folder.text("manifest.json"));
        let manifest: Value = serde_json::from_str(&manifest).unwrap();
        if manifest["jwks_sha256"] != HEXLOWER.encode(&Sha256::digest(&jwks)) {
            return Err("the set is not the one of the manifest".to_owned());
        }
        let parts: Vec<&str> = token.split('.').collect();
        let &[header, claims, signature] = &*parts else {
            return Err("no token".to_owned());
        };
        let text = &token[..header.len() + 1 + claims.len()];
        let (header, claims) = (document(header)?, document(claims)?);
        let key = key(&jwks, &manifest, &header)?;
        let algorithm = header["alg"].as_str().unwrap_or_default();
        let signature = decoded(signature)?;
        if !verifies(&key, algorithm, text.as_bytes(), &signature) {
            return Err(format!("the signature is none of {}", key["kid"]));
        }
        let is_over = claims["exp"].as_i64().is_none_or(|end| end <= now());
        match claims["sub"].as_str() {
            _ if claims["iss"] != manifest["issuer"] => Err("another issuer".to_owned()),
            _ if claims["aud"] != AUDIENCE => Err("for somebody else".to_owned()),
            _ if is_over => Err("over".to_owned()),
            subject => subject
                .map(str::to_owned)
                .ok_or_else(|| "nobody's".to_owned()),
        }
    }
}

/// The key that a token names, when it may have signed so.
fn key(jwks: &str, manifest: &Value, header: &Value) -> Result<Map<String, Value>, String> {
    let is_named = |key: &&Value| key["kid"].is_string() && key["kid"] == header["kid"];
    let jwks: Value = serde_json::from_str(jwks).unwrap();
    let key = jwks["keys"].as_array().unwrap().iter().find(is_named);
    let key = key.ok_or_else(|| format!("the kid {} is unknown", header["kid"]))?;
    let said = manifest["keys"].as_array().unwrap().iter().find(is_named);
    let said = said.ok_or("the manifest does not know the key")?;
    if said["thumbprint"] != thumbprint(key) {
        return Err("the key is not the one of the manifest".to_owned());
    }
    if key["use"] != "sig" {
        return Err("the key does not sign".to_owned());
    }
    // As JOSE has it: a key that says no algorithm is for any of its kind.
    let bound = [&key["alg"], &said["alg"]];
    if bound
        .iter()
        .any(|one| !one.is_null() && **one != header["alg"])
    {
        return Err(format!(
            "the key is for {}, not {}",
            key["alg"], header["alg"]
        ));
    }
    Ok(key.as_object().unwrap().clone())
}

/// RFC 7638.
#[must_use]
pub fn thumbprint(key: &Value) -> String {
    let members: &[&str] = match key["kty"].as_str().unwrap() {
        "RSA" => &["e", "kty", "n"],
        "EC" => &["crv", "kty", "x", "y"],
        _ => &["crv", "kty", "x"],
    };
    let members = members
        .iter()
        .map(|name| format!("\"{name}\":{}", key[*name]));
    let text = format!("{{{}}}", members.collect::<Vec<_>>().join(","));
    BASE64URL_NOPAD.encode(&Sha256::digest(text))
}

fn verifies(key: &Map<String, Value>, algorithm: &str, text: &[u8], signature: &[u8]) -> bool {
    let bytes = |name: &str| decoded(key[name].as_str().unwrap()).unwrap();
    let (public, signature) = match (key["kty"].as_str().unwrap(), algorithm) {
        ("RSA", "RS256" | "PS256") => {
            let numbers = [number(&bytes("n")), number(&bytes("e"))].concat();
            (tagged(0x30, &numbers), signature.to_vec())
        }
        ("EC", "ES256") => {
            let [r, s] = [0, 32].map(|from| signature.get(from..from + 32));
            let (Some(r), Some(s)) = (r, s) else {
                return false;
            };
            let public = [&[4], &bytes("x")[..], &bytes("y")].concat();
            (public, tagged(0x30, &[number(r), number(s)].concat()))
        }
        ("OKP", "EdDSA") => (bytes("x"), signature.to_vec()),
        _ => return false,
    };
    let scheme = scheme(algorithm).unwrap();
    let known = default_provider().signature_verification_algorithms;
    let (_, ways) = known.mapping.iter().find(|one| one.0 == scheme).unwrap();
    ways[0].verify_signature(&public, text, &signature).is_ok()
}

fn document(part: &str) -> Result<Value, String> {
    serde_json::from_slice(&decoded(part)?).map_err(|error| error.to_string())
}

fn decoded(part: &str) -> Result<Vec<u8>, String> {
    let decoded = BASE64URL_NOPAD.decode(part.as_bytes());
    decoded.map_err(|error| error.to_string())
}

/// DER, of what has less than 64 KiB.
fn tagged(tag: u8, content: &[u8]) -> Vec<u8> {
    let [high, low] = u16::try_from(content.len()).unwrap().to_be_bytes();
    let length: &[u8] = match (high, low) {
        (0, ..0x80) => &[low],
        (0, _) => &[0x81, low],
        _ => &[0x82, high, low],
    };
    [&[tag], length, content].concat()
}

/// A number that is not negative.
fn number(bytes: &[u8]) -> Vec<u8> {
    let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
    let mut digits = bytes[zeros..].to_vec();
    if digits.first().is_none_or(|first| *first >= 0x80) {
        digits.insert(0, 0);
    }
    tagged(2, &digits)
}

/// The numbers of an ECDSA signature of P-256 as JOSE has them: 32 bytes each. In DER all lengths of it have one byte.
fn halves(signature: &[u8]) -> Vec<u8> {
    let (mut halves, mut at) = (Vec::new(), 2);
    for _ in 0..2 {
        let end = at + 2 + usize::from(signature[at + 1]);
        let digits = &signature[at + 2..end];
        let mut half = [0; 33];
        half[33 - digits.len()..].copy_from_slice(digits);
        halves.extend_from_slice(&half[1..]);
        at = end;
    }
    halves
}
