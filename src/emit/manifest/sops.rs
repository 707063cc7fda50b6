//! Manifests as SOPS 3 encrypts them for age recipients: names and metadata stay to be read, data is encrypted.
//!
//! Stock `sops` opens and edits what comes out. Each value has its own place as associated data, and one code over all
//! values, also those that can be read, keeps anybody from changing or moving them.

use aes_gcm::aead::consts::U32;
use aes_gcm::aead::{Aead as _, Payload};
use aes_gcm::aes::Aes256;
use aes_gcm::{AesGcm, KeyInit as _};
use data_encoding::{BASE64, HEXUPPER};
use sha2::{Digest as _, Sha512};
use zeroize::Zeroizing;

use super::{ManifestError, Result, random};
use crate::clock::UnixSeconds;
use crate::emit::yaml::Node;
use crate::store::age::plugin::Plugins;
use crate::store::age::{self, AgeError, Recipient, armor};

/// The names whose values are encrypted, wherever they stand, and the same as sops is told.
const SECRET: [&str; 2] = ["data", "stringData"];
const SECRET_RULE: &str = "^(data|stringData)$";

/// A version of sops that writes the same.
const VERSION: &str = "3.9.0";

/// Bytes of the code of a value, at its end.
const TAG: usize = 16;

/// AES-256 as sops uses it, with 32 random bytes for each value.
type Cipher = AesGcm<Aes256, U32>;

/// The documents of one file, encrypted for those recipients at that time. As sops has it, one key and one code are for all
/// of them, and what says so stands in each.
pub fn encrypted(
    documents: &[Node],
    recipients: &[Recipient],
    plugins: &Plugins,
    now: UnixSeconds,
) -> Result<Vec<Node>> {
    if documents.iter().any(|one| one.field("sops").is_some()) {
        return Err(ManifestError::Encrypted);
    }
    let key: Zeroizing<[u8; 32]> = random()?;
    let keys = keys(&key, recipients, plugins)?;
    let mut walk = Walk {
        cipher: Cipher::new((&*key).into()),
        values: Sha512::new(),
    };
    let walked = documents
        .iter()
        .map(|document| walk.node(document, "", false))
        .collect::<Result<Vec<_>>>()?;
    let time = time(now)?;
    let code = HEXUPPER.encode(&walk.values.finalize());
    let code = sealed(&walk.cipher, code.as_bytes(), &time, "str")?;
    let walked = walked.into_iter();
    Ok(walked
        .map(|document| document.with("sops", said(&keys, &time, &code)))
        .collect())
}

/// What sops needs to know.
fn said(keys: &[(String, String)], time: &str, code: &str) -> Node {
    let keys = keys
        .iter()
        .map(|(recipient, file)| Node::texts([("recipient", &**recipient), ("enc", file)]))
        .collect();
    Node::from_iter([("age", Node::List(keys))])
        .with("lastmodified", time)
        .with("mac", code)
        .with("encrypted_regex", SECRET_RULE)
        .with("version", VERSION)
}

/// The recipients, and the key for each of them, in an age file of its own.
fn keys(
    key: &[u8; 32],
    recipients: &[Recipient],
    plugins: &Plugins,
) -> Result<Vec<(String, String)>> {
    let mut keys = Vec::with_capacity(recipients.len());
    for (place, recipient) in recipients.iter().enumerate() {
        if recipients[..place].contains(recipient) {
            continue;
        }
        let file = age::seal(key, std::slice::from_ref(recipient), plugins)?;
        keys.push((recipient.to_string(), armor::encoded(&file)));
    }
    if keys.is_empty() {
        return Err(AgeError::NoRecipient.into());
    }
    Ok(keys)
}

fn time(now: UnixSeconds) -> Result<String> {
    let time = jiff::Timestamp::from_second(now).map_err(|_| ManifestError::Cipher)?;
    Ok(time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string())
}

/// A walk over a document, in the order in which it is written.
struct Walk {
    cipher: Cipher,
    /// All values so far, encrypted or not.
    values: Sha512,
}

impl Walk {
    /// What becomes of a node at a path, each name of which ends with a colon. The values of a list stand at the path of
    /// the list.
    fn node(&mut self, node: &Node, path: &str, secret: bool) -> Result<Node> {
        match node {
            Node::Map(fields) => {
                let fields = fields.iter().map(|(name, value)| {
                    let secret = secret || SECRET.contains(&name.as_str());
                    let value = self.node(value, &format!("{path}{name}:"), secret)?;
                    Ok((name.clone(), value))
                });
                fields.collect::<Result<_>>().map(Node::Map)
            }
            Node::List(values) => {
                let values = values.iter().map(|value| self.node(value, path, secret));
                values.collect::<Result<_>>().map(Node::List)
            }
            Node::Text(text) => {
                self.values.update(text.as_bytes());
                // Of nothing, sops makes nothing.
                if !secret || text.is_empty() {
                    return Ok(Node::Text(text.clone()));
                }
                sealed(&self.cipher, text.as_bytes(), path, "str").map(Node::text)
            }
            Node::Number(number) => {
                let text = number.to_string();
                self.values.update(text.as_bytes());
                if !secret {
                    return Ok(Node::Number(*number));
                }
                sealed(&self.cipher, text.as_bytes(), path, "int").map(Node::text)
            }
            Node::Truth(truth) => {
                let text = if *truth { "True" } else { "False" };
                self.values.update(text.as_bytes());
                if !secret {
                    return Ok(Node::Truth(*truth));
                }
                sealed(&self.cipher, text.as_bytes(), path, "bool").map(Node::text)
            }
        }
    }
}

/// A value as sops writes it, bound to where it stands.
fn sealed(cipher: &Cipher, bytes: &[u8], place: &str, kind: &str) -> Result<String> {
    let nonce: Zeroizing<[u8; 32]> = random()?;
    let payload = Payload {
        msg: bytes,
        aad: place.as_bytes(),
    };
    let bytes = cipher
        .encrypt((&*nonce).into(), payload)
        .map_err(|_| ManifestError::Cipher)?;
    let (data, tag) = bytes.split_at(bytes.len() - TAG);
    Ok(format!(
        "ENC[AES256_GCM,data:{},iv:{},tag:{},type:{kind}]",
        BASE64.encode(data),
        BASE64.encode(&*nonce),
        BASE64.encode(tag)
    ))
}
