//! The header: one stanza a recipient, and a code over all of them that only the file key makes.

use data_encoding::BASE64_NOPAD;
use hmac::{Hmac, Mac as _};
use sha2::Sha256;
use zeroize::Zeroizing;

use super::{AgeError, FileKey, derived};

const MAGIC: &str = "age-encryption.org/v1";
const COLUMNS: usize = 64;
/// More than any file of the store has; a bound for hostile ones.
const MAX_STANZAS: usize = 1024;

/// One recipient's part. Plugins are spoken with in stanzas, too, and then a body may be a secret.
pub struct Stanza {
    pub kind: String,
    pub arguments: Vec<String>,
    pub body: Zeroizing<Vec<u8>>,
}

impl Stanza {
    /// One that stands alone, as a plugin says it.
    #[cfg(feature = "plugins")]
    pub fn alone(text: &[u8]) -> Result<Self, AgeError> {
        let mut lines = Lines { rest: text };
        let words = lines.next()?.strip_prefix("-> ");
        let words = words.ok_or(AgeError::Format("it is no stanza"))?;
        stanza(words, &mut lines)
    }

    pub fn write(&self, text: &mut String) {
        text.push_str("-> ");
        text.push_str(&self.kind);
        for argument in &self.arguments {
            text.push(' ');
            text.push_str(argument);
        }
        text.push('\n');
        let body = Zeroizing::new(BASE64_NOPAD.encode(&self.body));
        let mut rest = body.as_str();
        // The last line is shorter than the others, so that its end is known.
        while rest.len() >= COLUMNS {
            let (line, after) = rest.split_at(COLUMNS);
            text.push_str(line);
            text.push('\n');
            rest = after;
        }
        text.push_str(rest);
        text.push('\n');
    }
}

/// A header, with its code when it was read.
pub struct Header {
    pub stanzas: Vec<Stanza>,
    pub mac: Option<(Vec<u8>, Vec<u8>)>,
}

impl Header {
    /// As it stands at the beginning of a file.
    pub fn written(&self, file_key: &FileKey) -> Vec<u8> {
        let mut text = format!("{MAGIC}\n");
        for stanza in &self.stanzas {
            stanza.write(&mut text);
        }
        text.push_str("---");
        let code = coded(text.as_bytes(), file_key).finalize().into_bytes();
        text.push(' ');
        text.push_str(&BASE64_NOPAD.encode(&code));
        text.push('\n');
        text.into_bytes()
    }

    /// Reads it, strictly, and what comes after it.
    pub fn parse(file: &[u8]) -> Result<(Self, &[u8]), AgeError> {
        let mut lines = Lines { rest: file };
        if lines.next()? != MAGIC {
            return Err(AgeError::Format("it does not begin as one"));
        }
        let mut stanzas = Vec::new();
        loop {
            let line = lines.next()?;
            if let Some(code) = line.strip_prefix("--- ") {
                let code = decoded(code)?;
                if code.len() != 32 {
                    return Err(AgeError::Format("its code has the wrong length"));
                }
                let end = file.len() - lines.rest.len() - line.len() - 1 + "---".len();
                let mac = Some((file[..end].to_vec(), code));
                if stanzas.is_empty() {
                    return Err(AgeError::Format("it has no recipient"));
                }
                return Ok((Self { stanzas, mac }, lines.rest));
            }
            let Some(words) = line.strip_prefix("-> ") else {
                return Err(AgeError::Format("a line of its header is none"));
            };
            if stanzas.len() == MAX_STANZAS {
                return Err(AgeError::Format("it has too many recipients"));
            }
            stanzas.push(stanza(words, &mut lines)?);
        }
    }

    /// Passphrases stand alone, so that nobody can add one to a file.
    pub fn check_kinds(&self) -> Result<(), AgeError> {
        let passphrase = |stanza: &Stanza| stanza.kind == super::passphrase::KIND;
        if self.stanzas.len() > 1 && self.stanzas.iter().any(passphrase) {
            return Err(AgeError::Format("a passphrase must stand alone"));
        }
        Ok(())
    }

    /// Refuses a header that the holder of the file key did not write.
    pub fn check(&self, file_key: &FileKey) -> Result<(), AgeError> {
        let (text, code) = self.mac.as_ref().ok_or(AgeError::Header)?;
        coded(text, file_key)
            .verify_slice(code)
            .map_err(|_| AgeError::Header)
    }
}

fn stanza(words: &str, lines: &mut Lines<'_>) -> Result<Stanza, AgeError> {
    let visible = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_graphic());
    let mut words = words.split(' ').map(str::to_owned);
    let kind = words.next().filter(|word| visible(word));
    let arguments: Vec<String> = words.collect();
    let Some(kind) = kind.filter(|_| arguments.iter().all(|word| visible(word))) else {
        return Err(AgeError::Format("a recipient's line is malformed"));
    };
    let mut body = Zeroizing::new(String::new());
    loop {
        let line = lines.next()?;
        if line.len() > COLUMNS {
            return Err(AgeError::Format("a line of its header is too long"));
        }
        body.push_str(line);
        if line.len() < COLUMNS {
            break;
        }
    }
    Ok(Stanza {
        kind,
        arguments,
        body: Zeroizing::new(decoded(&body)?),
    })
}

/// Lines of a header, which is text, before contents, which are not.
struct Lines<'a> {
    rest: &'a [u8],
}

impl<'a> Lines<'a> {
    fn next(&mut self) -> Result<&'a str, AgeError> {
        let end = self
            .rest
            .iter()
            .position(|byte| *byte == b'\n')
            .ok_or(AgeError::Format("its header is cut"))?;
        let (line, rest) = (&self.rest[..end], &self.rest[end + 1..]);
        self.rest = rest;
        std::str::from_utf8(line).map_err(|_| AgeError::Format("its header is not text"))
    }
}

/// Base64 without padding, canonical.
pub fn decoded(text: &str) -> Result<Vec<u8>, AgeError> {
    BASE64_NOPAD
        .decode(text.as_bytes())
        .map_err(|_| AgeError::Format("base64 in its header is malformed"))
}

fn coded(text: &[u8], file_key: &FileKey) -> Hmac<Sha256> {
    let key = derived(file_key.as_slice(), &[], b"header");
    let mut code = <Hmac<Sha256> as hmac::Mac>::new_from_slice(key.as_slice())
        .unwrap_or_else(|_| unreachable!("a key of any length will do"));
    code.update(text);
    code
}
