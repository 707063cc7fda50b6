//! Seeds in files: key files, and creds files with the token beside the seed.

use std::path::Path;

use super::found::{Found, FoundCreds, FoundSeed};
use super::{Code, Finding, Outcome, folder};
use crate::jwt::claims::User;
use crate::jwt::creds::{Part, parts};
use crate::jwt::decode::{Unverified, decode};
use crate::nkey::{PublicKey, Seed};

/// A key file is a line; a creds file a token, a line, and what people write around them.
const MAX_KEY_FILE: u64 = 64 << 10;
const MAX_CREDS_FILE: u64 = 2 << 20;

impl Found {
    /// Reads a key file, and says what is wrong with it. `stem` is its name without its ending.
    pub fn add_key_file(&mut self, path: &Path, file: &str, stem: &str) {
        let bytes = match folder::contents(path, MAX_KEY_FILE) {
            Ok(bytes) => bytes,
            Err(unread) => return self.findings.push(unread.finding(file)),
        };
        let text = std::str::from_utf8(&bytes).unwrap_or_default();
        let line = text.trim_ascii();
        if bytes.is_empty() {
            let message = "it is empty: the seed was lost while it was written";
            return self
                .findings
                .push(Finding::skipped(Code::KeyEmpty, file, message));
        }
        let seed = match Seed::parse(line) {
            Ok(seed) => seed,
            Err(reason) => {
                let message = format!("it holds no seed: {reason}");
                return self
                    .findings
                    .push(Finding::skipped(Code::KeyUnreadable, file, message));
            }
        };
        let before = self.findings.len();
        let public = seed.public();
        // Where files lie about, they may have any name.
        let named = stem.parse::<PublicKey>();
        if named.map_or(!self.loose, |named| named != public) {
            let message = format!("it holds the seed of {public}, which is kept as that key's");
            self.findings
                .push(Finding::taken(Code::KeyMismatch, file, message));
        } else if line != text.trim_end_matches(['\r', '\n']) {
            let message = "there are spaces around the seed, over which nsc refuses it";
            self.findings
                .push(Finding::taken(Code::KeySpaces, file, message));
        }
        self.seeds.push(FoundSeed {
            path: path.to_owned(),
            file: file.to_owned(),
            seed,
            public,
            noted: self.findings.len() > before,
        });
    }

    /// Reads a creds file; what is wrong with it shows when it is known whose it is.
    pub fn add_creds_file(&mut self, path: &Path, file: &str, place: [String; 3]) {
        let bytes = match folder::contents(path, MAX_CREDS_FILE) {
            Ok(bytes) => bytes,
            Err(unread) => {
                self.unread_creds.push(place.into());
                return self.findings.push(unread.finding(file));
            }
        };
        self.add_creds(path, file, place, &bytes);
    }

    /// Adds what is in a creds file.
    pub fn add_creds(&mut self, path: &Path, file: &str, place: [String; 3], contents: &[u8]) {
        let mut creds = FoundCreds {
            path: path.to_owned(),
            file: file.to_owned(),
            place,
            token: None,
            seed: None,
            fault: None,
        };
        for (line, part) in parts(contents) {
            let fault = match part {
                // As clients do: the first of each.
                Part::Token(_, text) if creds.token.is_none() => match user_of(text) {
                    Ok(user) => {
                        creds.token = Some(user);
                        continue;
                    }
                    Err(reason) => reason,
                },
                Part::Seed(text) if creds.seed.is_none() => match Seed::parse(text) {
                    Ok(seed) => {
                        creds.seed = Some(seed);
                        continue;
                    }
                    Err(reason) => format!("the seed cannot be read: {reason}"),
                },
                Part::Broken(fault) => fault.to_string(),
                Part::NotText(_) => "it is no text".to_owned(),
                Part::Token(..) | Part::Seed(_) | Part::Other => continue,
            };
            creds.fault.get_or_insert(format!("line {line}: {fault}"));
        }
        if creds.fault.is_none() && (creds.token.is_none() || creds.seed.is_none()) {
            creds.fault = Some("the token or the seed is missing".to_owned());
        }
        self.creds.push(creds);
    }
}

fn user_of(text: &str) -> Result<Unverified<User>, String> {
    let token = decode(text).map_err(|error| error.to_string())?;
    Unverified::try_from(token).map_err(|found| format!("it holds {found} claims, and no user's"))
}

impl FoundCreds {
    /// The seed, when it is that of the token beside it.
    pub fn own_seed(&self) -> Option<&Seed> {
        let subject = &self.token.as_ref()?.claims().subject;
        let seed = self.seed.as_ref()?;
        (seed.public().to_string() == *subject).then_some(seed)
    }

    /// What is wrong with it as a file, whoever's it is.
    pub fn fault_found(&self) -> Option<Finding> {
        if let Some(fault) = &self.fault {
            return Some(Finding::left(Code::CredsUnreadable, &self.file, fault));
        }
        let (token, seed) = (self.token.as_ref()?, self.seed.as_ref()?);
        let (subject, seed) = (&token.claims().subject, seed.public().to_string());
        (*subject != seed).then(|| {
            let message = format!(
                "its seed is the key {seed}, and its token is for {subject}: no server lets it in"
            );
            Finding::new(Code::CredsMismatch, &self.file, message, Outcome::Left)
        })
    }
}
