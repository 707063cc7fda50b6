//! Files of ceremonies: a line of JSON whose first field says what it is, and beneath it who signed that line. There is one way to
//! write each, and what is written another way is refused: with it go unknown fields, fields twice or in another case, and blanks.

use std::fmt::Write as _;

use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::{Digest as _, Sha256};

use super::{CeremonyError, Result};
use crate::jwt::sign::Signer;
use crate::nkey::PublicKey;
use crate::store::StoreError;

/// The largest file that is read.
pub const LONGEST: u64 = 1 << 20;

/// A file as it was written, from what a person or a reader of codes made of the ends of its lines: all of them with a carriage
/// return, and the last one left out or there twice. Whatever else is otherwise stays so, and is refused.
pub fn as_written(text: &str) -> String {
    let ends = text.matches('\n').count();
    let returns = text.matches("\r\n").count();
    // The last line may have lost its end.
    let text = match returns > 0 && returns == ends {
        true => text.replace("\r\n", "\n"),
        false => text.to_owned(),
    };
    match text.strip_suffix('\n') {
        Some(rest) if rest.ends_with('\n') => rest.to_owned(),
        Some(_) => text,
        None => format!("{text}\n"),
    }
}

/// What can stand in the line of such a file. Its fields are written in their order, and each is always there.
pub trait Content: Serialize + DeserializeOwned {
    /// What the file says that it is, as the value of its first field, `nkeep`; with it goes the version.
    const TITLE: &'static str;
    /// The command that helps where one is not as nkeep writes it.
    const HELP: &'static str;

    /// What it says that it is.
    fn title(&self) -> &str;
}

/// Such a file: what it says, and who signed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet<C> {
    /// What it says.
    pub content: C,
    /// The line, of which signatures and hashes are made.
    line: String,
    /// Who signed it, and as what.
    pub signatures: Vec<Signature>,
}

/// Who signed a line, and as what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// As what: `requester`, `possession`, `approver`. A word.
    pub role: String,
    /// With which key.
    pub key: PublicKey,
    bytes: Vec<u8>,
}

impl<C: Content> Sheet<C> {
    /// Of that content, which nobody has signed yet.
    pub fn new(content: C) -> Result<Self> {
        let line = serde_json::to_string(&content)
            .map_err(|error| StoreError::Refused(error.to_string()))?;
        Ok(Self {
            content,
            line,
            signatures: Vec::new(),
        })
    }

    /// Reads one, with every signature checked. `file` is what it is called where it is refused.
    pub fn read(file: &str, bytes: &[u8]) -> Result<Self> {
        let wrong = |reason: String| CeremonyError::problem(file, reason, C::HELP);
        let text = std::str::from_utf8(bytes).map_err(|_| wrong("is no text".to_owned()))?;
        let mut lines = text.split_inclusive('\n');
        let line = lines.next().and_then(|line| line.strip_suffix('\n'));
        let line = line.ok_or_else(|| wrong("ends in its first line".to_owned()))?;
        let is_other = || {
            let title = line.strip_prefix("{\"nkeep\":\"")?.split('"').next()?;
            (title != C::TITLE && title.len() < 60).then(|| title.to_owned())
        };
        let content: C = serde_json::from_str(line).map_err(|error| {
            wrong(match is_other() {
                Some(title) => format!("is a {title}, and no {}", C::TITLE),
                None => format!("is no {}: {error}", C::TITLE),
            })
        })?;
        if content.title() != C::TITLE {
            return Err(wrong(format!(
                "is a {}, and no {}",
                content.title(),
                C::TITLE
            )));
        }
        let mut sheet = Self::new(content)?;
        if sheet.line != line {
            let reason = "is not written as nkeep writes it: fields that are unknown, twice, in another order or case, or blanks";
            return Err(wrong(reason.to_owned()));
        }
        for line in lines {
            let signature = signed(line).ok_or_else(|| {
                wrong(format!(
                    "has a line that is no signature: {}",
                    line.trim_end()
                ))
            })?;
            sheet.must_be_new(&signature).map_err(wrong)?;
            sheet.check(&signature).map_err(|reason| {
                let help = "nkeep ceremony review --help";
                CeremonyError::tampered(format!("{file} {reason}"), help)
            })?;
            sheet.signatures.push(signature);
        }
        Ok(sheet)
    }

    fn must_be_new(&self, signature: &Signature) -> Result<(), String> {
        let is_it = |known: &Signature| known.role == signature.role && known.key == signature.key;
        match self.signatures.iter().any(is_it) {
            true => Err(format!("is signed twice by {}", signature.key)),
            false => Ok(()),
        }
    }

    fn check(&self, signature: &Signature) -> Result<(), String> {
        let message = self.message(&signature.role);
        let checked = signature.key.verify(message.as_bytes(), &signature.bytes);
        checked.map_err(|_| {
            format!(
                "was changed since {} signed it as {}: the signature is not of what stands there",
                signature.key, signature.role
            )
        })
    }

    /// Has somebody sign it, once.
    pub fn sign(&mut self, role: &str, signer: &dyn Signer) -> Result<()> {
        let key = signer.public();
        let bytes = signer.sign(self.message(role).as_bytes());
        let bytes = bytes.map_err(|error| StoreError::Refused(error.to_string()))?;
        let signature = Signature {
            role: role.to_owned(),
            key,
            bytes: bytes.to_vec(),
        };
        if self.must_be_new(&signature).is_ok() {
            self.signatures.push(signature);
        }
        Ok(())
    }

    /// What is signed: the line, and as what, so that no signature can be taken for another.
    fn message(&self, role: &str) -> String {
        format!("nkeep ceremony\n{role}\n{}\n", self.line)
    }

    /// Who signed it as that.
    pub fn signed_as<'a>(&'a self, role: &'a str) -> impl Iterator<Item = PublicKey> + 'a {
        let signatures = self.signatures.iter();
        signatures
            .filter(move |signature| signature.role == role)
            .map(|signature| signature.key)
    }

    /// The hash of what it says, whoever signed it.
    pub fn digest(&self) -> [u8; 32] {
        Sha256::digest(&self.line).into()
    }

    /// The same, in hexadecimal.
    pub fn sha256(&self) -> String {
        HEXLOWER.encode(&self.digest())
    }

    /// The whole file.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = format!("{}\n", self.line);
        for Signature { role, key, bytes } in &self.signatures {
            let bytes = BASE64URL_NOPAD.encode(bytes);
            let _ = writeln!(text, "{role} {key} {bytes}");
        }
        text
    }
}

/// Reads the line of a signature.
fn signed(line: &str) -> Option<Signature> {
    let mut words = line.strip_suffix('\n')?.split(' ');
    let (role, key, bytes) = (words.next()?, words.next()?, words.next()?);
    let is_word = !role.is_empty() && role.bytes().all(|byte| byte.is_ascii_lowercase());
    let key: PublicKey = key.parse().ok()?;
    let bytes = BASE64URL_NOPAD.decode(bytes.as_bytes()).ok()?;
    let signature = Signature {
        role: role.to_owned(),
        key,
        bytes,
    };
    (is_word && words.next().is_none() && format!("{role} {key}").len() + 1 < line.len())
        .then_some(signature)
}
