//! A key on paper: its seed in groups of four letters, plain or in an age file that a passphrase opens, with a check behind every line,
//! and a QR code of the same. What is typed from it is read line by line, and the line that is wrong is named.

mod read;
mod typed;

pub use typed::Typed;

use std::fmt::Write as _;

use data_encoding::{BASE32, BASE32_NOPAD};
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use super::qr::Code;
use super::shares::page::grouped;
use super::{CeremonyError, Result};
use crate::clock::{self, UnixSeconds};
use crate::nkey::{PublicKey, Seed};
use crate::store::age::{self, Passphrase, armor};

const TITLE: &str = "nkeep: a key on paper";
const HELP: &str =
    "nkeep ceremony restore --help  # takes the lines of a page, or what a reader of codes gave";
/// What a page holds of a key.
pub enum Body {
    /// The seed.
    Plain(Seed),
    /// The seed, in an age file that a passphrase opens.
    Sealed(Vec<u8>),
}

/// A page.
pub struct Page {
    /// What people call the owner; a page that was typed need not say it.
    pub name: Option<String>,
    /// The public key; words of a QR code do not say it.
    pub key: Option<PublicKey>,
    /// When it was made.
    pub made: UnixSeconds,
    /// What brings the key back.
    pub body: Body,
}

impl Body {
    /// Seals a seed.
    pub fn sealed(seed: &Seed, passphrase: &Passphrase, work_factor: u8) -> Result<Self> {
        let exposed = seed.expose();
        let sealed = age::seal_with_passphrase(exposed.as_bytes(), passphrase, work_factor);
        sealed.map(Self::Sealed).map_err(|error| {
            let why = format!("the page cannot be sealed: {error}");
            CeremonyError::refused(why, "nkeep ceremony paper --help")
        })
    }

    fn letters(&self) -> (Zeroizing<String>, usize) {
        match self {
            Self::Plain(seed) => (seed.expose(), 16),
            Self::Sealed(bytes) => (Zeroizing::new(BASE32_NOPAD.encode(bytes)), 48),
        }
    }

    /// What the QR code says: the seed, or the age file as text, which stock age opens.
    fn code(&self) -> Zeroizing<String> {
        match self {
            Self::Plain(seed) => seed.expose(),
            Self::Sealed(bytes) => Zeroizing::new(armor::encoded(bytes)),
        }
    }
}

impl Page {
    /// As text of 80 columns at most.
    #[must_use]
    pub fn text(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(4096));
        let key = self.key.map(|key| grouped(&key.to_string()));
        let what = match self.body {
            Body::Plain(_) => "plain: whoever has this page has the key",
            Body::Sealed(_) => "sealed: the page and its passphrase bring the key back",
        };
        // Writing to a String cannot fail.
        let _ = write!(
            text,
            "{TITLE}\n\nName     {}\nKey      {}\nMade     {}\nWhat     {what}\n\n",
            self.name.as_deref().unwrap_or_default(),
            key.unwrap_or_default(),
            clock::absolute(self.made),
        );
        let (letters, in_a_line) = self.body.letters();
        let bytes = letters.as_bytes().chunks(in_a_line);
        let total = bytes.len();
        for (line, chunk) in (1..).zip(bytes) {
            let letters = Zeroizing::new(String::from_utf8_lossy(chunk).into_owned());
            let groups = Zeroizing::new(grouped(&letters));
            let width = in_a_line + in_a_line / 4 - 1;
            let place = format!("{line}/{total}");
            let check = check(line, total, &letters);
            let _ = writeln!(text, "{place:<7}{:<width$}   {check}", *groups);
        }
        text.push_str(
            "\nThe last group of each line is a check of the line. To bring the key back, type\n\
             the lines and the key into a file, blanks and capitals as you like:\n\n  \
             nkeep ceremony restore FILE\n",
        );
        if matches!(self.body, Body::Sealed(_)) {
            text.push_str(
                "\nThe QR code is an age file: `age -d` opens it with the passphrase. So are the\n\
                 letters of the lines, without their checks and blanks, in base32.\n",
            );
        }
        text
    }

    /// As a page that a browser prints, with the QR code.
    pub fn html(&self) -> Result<Zeroizing<String>> {
        let text = self.text();
        let mut escaped = Zeroizing::new(String::with_capacity(2 * text.len()));
        for letter in text.chars() {
            match letter {
                '&' => escaped.push_str("&amp;"),
                '<' => escaped.push_str("&lt;"),
                '>' => escaped.push_str("&gt;"),
                letter => escaped.push(letter),
            }
        }
        let code = Zeroizing::new(Code::sturdy(&self.body.code())?.svg());
        let parts = [
            "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>A key on paper</title>\n<style>\n\
             @page { margin: 15mm }\npre { font: 10pt monospace }\nsvg { width: 70mm; height: 70mm }\n</style>\n<pre>",
            &escaped,
            "</pre>\n",
            &code,
            "</html>\n",
        ];
        let mut html = Zeroizing::new(String::with_capacity(
            parts.iter().map(|part| part.len()).sum(),
        ));
        for part in parts {
            html.push_str(part);
        }
        Ok(html)
    }
}

/// The check of a line: 20 bits, of where it stands, too.
fn check(number: usize, of: usize, letters: &str) -> String {
    let mut hash = Sha256::new();
    hash.update(format!("nkeep paper {number}/{of}\n"));
    hash.update(letters);
    BASE32.encode(&hash.finalize())[..4].to_owned()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests;
