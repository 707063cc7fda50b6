//! A page that comes back: what was typed from it, or what a reader took from its code.

use data_encoding::BASE32_NOPAD;
use zeroize::Zeroizing;

use super::{Body, HELP, Page, check};
use crate::ceremony::{CeremonyError, Result};
use crate::nkey::{NkeyError, PublicKey, Seed};
use crate::store::StoreError;
use crate::store::age::{self, AgeError, Passphrase, armor};
use crate::text::{noted, quoted};

pub(super) const ARMOR: &str = "-----BEGIN AGE";

impl Page {
    /// Reads what was typed from a page, or what a reader took from its code.
    pub fn read(file: &str, text: &str) -> Result<Self> {
        let page = Self::of_code(text).map_or_else(|| Self::of_lines(text), Ok);
        page.map_err(|why| CeremonyError::problem(file, why, HELP))
    }

    fn of_code(text: &str) -> Option<Self> {
        let text = text.trim();
        let body = match text.starts_with(ARMOR) {
            true => Body::Sealed(armor::decoded(text).ok()?),
            false => Body::Plain(Seed::parse(text).ok()?),
        };
        Some(Self {
            name: None,
            key: None,
            made: 0,
            body,
        })
    }

    fn of_lines(text: &str) -> Result<Self, String> {
        let (mut key, mut total) = (None, None);
        let mut letters = Zeroizing::new(String::with_capacity(text.len()));
        let mut next = 1;
        for line in text.lines() {
            let Some((first, rest)) = line.trim().split_once(char::is_whitespace) else {
                continue;
            };
            if first.eq_ignore_ascii_case("key") {
                key = Some(key_in(rest)?);
            }
            let Some((number, of)) = place(first) else {
                continue;
            };
            let known = *total.get_or_insert(of);
            if known != of {
                return Err(format!(
                    "is of two pages: line {number}/{of} is none of {known}"
                ));
            }
            if number != next {
                return Err(format!(
                    "lacks line {next}: line {number} stands in its place"
                ));
            }
            letters.push_str(&line_in(number, of, rest)?);
            next += 1;
        }
        match total {
            None => Err("has none of the lines of a page, which begin as 1/4 does".to_owned()),
            Some(total) if next <= total => Err(format!("lacks line {next} of {total}")),
            Some(_) => Ok(Self {
                name: None,
                key,
                made: 0,
                body: body_in(&letters)?,
            }),
        }
    }

    /// The seed; a passphrase is asked for where it takes one.
    pub fn seed<E: From<CeremonyError>>(
        &self,
        file: &str,
        expected: Option<PublicKey>,
        passphrase: impl FnOnce() -> Result<Passphrase, E>,
    ) -> Result<Seed, E> {
        let Some(wanted) = expected.or(self.key) else {
            let why = "what a code says does not say whose key it is to bring back";
            let help = noted(
                "nkeep ceremony restore --help",
                "--expect-operator names it",
            );
            return Err(CeremonyError::refused(why, help).into());
        };
        let another = |key: &PublicKey| {
            CeremonyError::tampered(
                format!(
                    "{} is of the key {key}, and {wanted} is expected",
                    quoted(file)
                ),
                noted(
                    "nkeep ceremony restore --help",
                    "--expect-operator names the key",
                ),
            )
        };
        // Before a passphrase is asked for.
        if let Some(key) = self.key.filter(|key| *key != wanted) {
            return Err(another(&key).into());
        }
        let seed = match &self.body {
            Body::Plain(seed) => seed.clone(),
            Body::Sealed(bytes) => opened(file, bytes, &passphrase()?)?,
        };
        match seed.public() == wanted {
            true => Ok(seed),
            false => Err(another(&seed.public()).into()),
        }
    }
}

fn opened(file: &str, bytes: &[u8], passphrase: &Passphrase) -> Result<Seed> {
    let problem = |why: String| CeremonyError::problem(file, why, HELP);
    let text = match age::open_with_passphrase(bytes, passphrase) {
        Err(AgeError::Passphrase) => {
            return Err(StoreError::WrongPassphrase.into());
        }
        Err(error) => return Err(problem(format!("cannot be opened: {error}"))),
        Ok(text) => text,
    };
    let text = std::str::from_utf8(&text).ok();
    let seed = text.and_then(|text| Seed::parse(text.trim()).ok());
    seed.ok_or_else(|| problem("holds no seed".to_owned()))
}

/// Where a line of a page says that it stands.
pub(super) fn place(word: &str) -> Option<(usize, usize)> {
    let (number, of) = word.split_once('/')?;
    let (number, of) = (number.parse().ok()?, of.parse().ok()?);
    (1..=99).contains(&of).then_some((number, of))
}

pub(super) fn line_in(number: usize, of: usize, rest: &str) -> Result<Zeroizing<String>, String> {
    let mut letters = Zeroizing::new(rest.replace(char::is_whitespace, ""));
    letters.make_ascii_uppercase();
    let is_letter = |letter: char| matches!(letter, 'A'..='Z' | '2'..='7');
    if let Some(other) = letters.chars().find(|letter| !is_letter(*letter)) {
        return Err(format!(
            "is wrong in line {number}: {} is no letter of a page, which has A to Z and 2 to 7",
            quoted(other)
        ));
    }
    let Some(at) = letters.len().checked_sub(4) else {
        return Err(format!("is wrong in line {number}: it is too short"));
    };
    let said = Zeroizing::new(letters.split_off(at));
    match check(number, of, &letters) == said.as_str() {
        true => Ok(letters),
        false => Err(format!(
            "is wrong in line {number}: its check is that of another line, so that a letter is wrong or missing"
        )),
    }
}

/// The key that a page is of.
pub(super) fn key_in(rest: &str) -> Result<PublicKey, String> {
    let mut text = rest.replace(char::is_whitespace, "");
    text.make_ascii_uppercase();
    text.parse()
        .map_err(|error: NkeyError| format!("is wrong in the line of its key: {error}"))
}

fn body_in(letters: &str) -> Result<Body, String> {
    if let Ok(seed) = Seed::parse(letters) {
        return Ok(Body::Plain(seed));
    }
    let bytes = BASE32_NOPAD.decode(letters.as_bytes());
    match bytes {
        Ok(bytes) if bytes.starts_with(b"age-encryption.org/") => Ok(Body::Sealed(bytes)),
        _ => Err("is whole in each line, and no key in all of them together".to_owned()),
    }
}
