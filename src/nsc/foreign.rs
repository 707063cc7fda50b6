//! Key files of systems that know nothing of nkeys: 32 letters and digits, which are a curve key, and PKCS#8 of Ed25519, which
//! is a server's.

use std::path::Path;

use super::found::{Found, FoundSeed};
use super::{Code, Finding};
use crate::nkey::{Kind, NkeyError, PUBLIC_TEXT_LEN, SEED_TEXT_LEN, Seed};

/// The keys of files that were named, each in whatever form it is.
#[must_use]
pub fn keys_of<'a>(files: impl IntoIterator<Item = (&'a Path, &'a [u8])>) -> Found {
    let mut found = Found {
        loose: true,
        ..Found::default()
    };
    for (path, contents) in files {
        found.add_named_key(path, contents);
    }
    found
}

impl Found {
    fn add_named_key(&mut self, path: &Path, contents: &[u8]) {
        let file = path.to_string_lossy().into_owned();
        let (seed, noted) = match key_in(contents) {
            Ok(key) => key,
            Err(message) => {
                let code = match contents {
                    [] => Code::KeyEmpty,
                    _ => Code::KeyUnreadable,
                };
                return self.findings.push(Finding::skipped(code, file, message));
            }
        };
        if noted {
            let message =
                "the end of the line after its 32 letters and digits is no part of the key";
            self.findings
                .push(Finding::taken(Code::KeyNewline, &file, message));
        }
        self.seeds.push(FoundSeed {
            path: path.to_owned(),
            file,
            public: seed.public(),
            seed,
            noted,
        });
    }
}

/// The key, and whether the end of a line follows where others take it for a part of the key.
fn key_in(contents: &[u8]) -> Result<(Seed, bool), String> {
    let text = std::str::from_utf8(contents).map_err(|_| none_of("it is no text"))?;
    if text.contains("-----BEGIN") {
        let seed = Seed::from_pkcs8(Kind::Server, text).map_err(|error| error.to_string())?;
        return Ok((seed, false));
    }
    let line = text.trim_ascii();
    let seed = Seed::parse(line);
    match seed {
        Ok(seed) => return Ok((seed, false)),
        // As long as an nkey: what is wrong with it says more than that it is no other key.
        Err(error) if [SEED_TEXT_LEN, PUBLIC_TEXT_LEN].contains(&line.len()) => {
            return Err(format!("it holds no seed: {error}"));
        }
        Err(_) => {}
    }
    let whole = text.strip_suffix('\n').unwrap_or(text);
    match Seed::from_text_key(whole.as_bytes()) {
        Ok(seed) => Ok((seed, whole.len() < text.len())),
        Err(NkeyError::Length { .. }) => {
            let length = format!("it has {} bytes", contents.len());
            Err(none_of(&length))
        }
        Err(error) => Err(none_of(&error.to_string())),
    }
}

fn none_of(reason: &str) -> String {
    format!(
        "it is no seed, no 32 letters and digits, and no PKCS#8 private key of Ed25519: {reason}"
    )
}
