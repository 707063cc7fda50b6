//! A key on paper: its seed in groups of four letters, plain or in an age file that a passphrase opens, with a check behind every line,
//! and a QR code of the same. What is typed from it is read line by line, and the line that is wrong is named.

use std::fmt::Write as _;

use data_encoding::{BASE32, BASE32_NOPAD};
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use super::qr::Code;
use super::shares::page::grouped;
use super::{CeremonyError, Result};
use crate::clock::{self, UnixSeconds};
use crate::nkey::{NkeyError, PublicKey, Seed};
use crate::store::age::{self, AgeError, Passphrase, armor};
use crate::text::noted;

const TITLE: &str = "nkeep: a key on paper";
const HELP: &str =
    "nkeep ceremony restore --help  # takes the lines of a page, or what a reader of codes gave";
const ARMOR: &str = "-----BEGIN AGE";

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
                    crate::text::quoted(file)
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
            return Err(crate::store::StoreError::WrongPassphrase.into());
        }
        Err(error) => return Err(problem(format!("cannot be opened: {error}"))),
        Ok(text) => text,
    };
    let text = std::str::from_utf8(&text).ok();
    let seed = text.and_then(|text| Seed::parse(text.trim()).ok());
    seed.ok_or_else(|| problem("holds no seed".to_owned()))
}

/// Where a line of a page says that it stands.
fn place(word: &str) -> Option<(usize, usize)> {
    let (number, of) = word.split_once('/')?;
    let (number, of) = (number.parse().ok()?, of.parse().ok()?);
    (1..=99).contains(&of).then_some((number, of))
}

/// A page while somebody types it: each line is looked at as it comes.
#[derive(Default)]
pub struct Typed {
    text: Zeroizing<String>,
    has_key: bool,
    total: Option<usize>,
    lines: usize,
    is_whole: bool,
}

impl Typed {
    /// What is to be typed next; nothing once all of it is there.
    #[must_use]
    pub fn question(&self) -> Option<String> {
        let next = self.lines + 1;
        match self.total {
            _ if self.is_whole => None,
            _ if self.is_code() => Some("The next line of the age file".to_owned()),
            Some(total) => Some(format!("Line {next} of {total}, with its check")),
            None if self.has_key => Some("Line 1, which begins as 1/9 does".to_owned()),
            None => Some("The line of the key (nothing of what is typed is shown)".to_owned()),
        }
    }

    /// Takes a line, where it is what it must be.
    pub fn take(&mut self, line: &str) -> Result<(), String> {
        let line = line.trim();
        let is_first = self.text.is_empty();
        if self.is_code() || is_first && (line.starts_with(ARMOR) || Seed::parse(line).is_ok()) {
            self.is_whole = line.starts_with("-----END AGE") || !line.starts_with('-') && is_first;
            return self.keep(line);
        }
        let (first, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        if first.eq_ignore_ascii_case("key") {
            key_in(rest)?;
            self.has_key = true;
            return self.keep(line);
        }
        let (number, of, letters) = match (place(first), self.total) {
            (Some((number, of)), _) => (number, of, rest),
            (None, Some(total)) => (self.lines + 1, total, line),
            (None, None) if self.has_key => {
                return Err("does not begin with its place, as 1/9 does".to_owned());
            }
            (None, None) => {
                key_in(line)?;
                self.has_key = true;
                return self.keep(&format!("Key {line}"));
            }
        };
        let total = self.total.unwrap_or(of);
        if (number, of) != (self.lines + 1, total) {
            return Err(format!(
                "is line {number}/{of}, and {}/{total} is wanted",
                self.lines + 1
            ));
        }
        line_in(number, of, letters)?;
        self.total = Some(total);
        self.lines = number;
        self.is_whole = number == total;
        let line = Zeroizing::new(format!("{number}/{of} {letters}"));
        self.keep(&line)
    }

    /// What was typed, as a file has it.
    #[must_use]
    pub fn text(self) -> Zeroizing<String> {
        self.text
    }

    fn is_code(&self) -> bool {
        self.text.starts_with(ARMOR)
    }

    fn keep(&mut self, line: &str) -> Result<(), String> {
        const LONGEST: usize = 1 << 16;
        if self.text.is_empty() {
            // It does not move while it grows, and leaves nothing behind.
            self.text.reserve(LONGEST);
        }
        if self.text.len() + line.len() >= LONGEST {
            return Err("is one too many".to_owned());
        }
        self.text.push_str(line);
        self.text.push('\n');
        Ok(())
    }
}

fn line_in(number: usize, of: usize, rest: &str) -> Result<Zeroizing<String>, String> {
    let mut letters = Zeroizing::new(rest.replace(char::is_whitespace, ""));
    letters.make_ascii_uppercase();
    let is_letter = |letter: char| matches!(letter, 'A'..='Z' | '2'..='7');
    if let Some(other) = letters.chars().find(|letter| !is_letter(*letter)) {
        return Err(format!(
            "is wrong in line {number}: {} is no letter of a page, which has A to Z and 2 to 7",
            crate::text::quoted(other)
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
fn key_in(rest: &str) -> Result<PublicKey, String> {
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

/// The check of a line: 20 bits, of where it stands, too.
fn check(number: usize, of: usize, letters: &str) -> String {
    let mut hash = Sha256::new();
    hash.update(format!("nkeep paper {number}/{of}\n"));
    hash.update(letters);
    BASE32.encode(&hash.finalize())[..4].to_owned()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::{Body, Page, Typed};
    use crate::ceremony::CeremonyError;
    use crate::nkey::{Kind, Seed};
    use crate::store::age::Passphrase;

    fn page(sealed: bool) -> (Seed, Page) {
        let seed = Seed::generate(Kind::Operator).unwrap();
        let body = match sealed {
            true => Body::sealed(&seed, &passphrase().unwrap(), 2).unwrap(),
            false => Body::Plain(seed.clone()),
        };
        let page = Page {
            name: Some("A<C>ME & Co".to_owned()),
            key: Some(seed.public()),
            made: 1_795_200_000,
            body,
        };
        (seed, page)
    }

    fn passphrase() -> Result<Passphrase, CeremonyError> {
        Ok(Passphrase::new("correct horse battery"))
    }

    fn brought_back(text: &str) -> Result<Seed, CeremonyError> {
        Page::read("page.txt", text)?.seed("page.txt", None, passphrase)
    }

    #[test]
    fn what_is_typed_from_it_brings_the_key_back() {
        for sealed in [false, true] {
            let (seed, page) = page(sealed);
            let text = page.text();
            assert!(text.lines().all(|line| line.len() <= 80), "{}", *text);
            let lower = text.to_lowercase().replace(' ', "  ");
            for typed in [text.as_str(), &lower, &text.replace('\n', "\r\n")] {
                let back = brought_back(typed).unwrap_or_else(|error| panic!("{error}"));
                assert!(*back.expose() == *seed.expose());
            }
            let html = page.html().unwrap();
            assert!(html.contains("A&lt;C&gt;ME &amp; Co") && html.contains("<svg "));
            assert!(!html.contains(seed.expose().as_str()));
            // What a reader takes from the code, too, for whoever says whose it is.
            let code = page.body.code();
            assert!(brought_back(&code).is_err());
            let back = Page::read("-", &code).unwrap();
            let back = back.seed("-", Some(seed.public()), passphrase).unwrap();
            assert!(*back.expose() == *seed.expose());
            // Line by line, too: the page and the code.
            let lines = text.lines().filter(|line| {
                line.starts_with("Key") || line.starts_with(|first: char| first.is_ascii_digit())
            });
            for lines in [lines.collect::<Vec<_>>(), code.lines().collect()] {
                let mut typed = Typed::default();
                for line in lines {
                    assert!(typed.question().is_some(), "{line}");
                    typed.take(line).unwrap();
                }
                assert!(typed.question().is_none());
                let back = Page::read("-", &typed.text()).unwrap();
                let back = back.seed("-", Some(seed.public()), passphrase).unwrap();
                assert!(*back.expose() == *seed.expose());
            }
        }
    }

    #[test]
    fn each_wrong_letter_is_told_by_its_line() {
        for sealed in [false, true] {
            let (_, page) = page(sealed);
            let text = page.text();
            let lines: Vec<&str> = text.lines().collect();
            let (mut tried, mut missed) = (0, 0);
            for (at, line) in lines.iter().enumerate() {
                let Some((place, rest)) = line
                    .split_once(' ')
                    .filter(|(first, _)| first.contains('/'))
                else {
                    continue;
                };
                for (letter, is) in rest.char_indices().filter(|(_, letter)| *letter != ' ') {
                    let mut other = rest.to_owned();
                    other.replace_range(letter..=letter, if is == 'A' { "B" } else { "A" });
                    let other = format!("{place} {other}");
                    let mut typed = lines.clone();
                    typed[at] = &other;
                    let why = Page::read("page.txt", &typed.join("\n"))
                        .err()
                        .unwrap()
                        .to_string();
                    let line = place.split('/').next().unwrap();
                    missed += usize::from(!why.contains(&format!("in line {line}:")));
                    tried += 1;
                }
                let mut typed = lines.clone();
                typed.remove(at);
                let why = Page::read("page.txt", &typed.join("\n"))
                    .err()
                    .unwrap()
                    .to_string();
                assert!(
                    why.contains("lacks line") || why.contains("none of the lines"),
                    "{why}"
                );
            }
            // Of a million wrong lines one has the check of the right one.
            assert!(tried > 60 && missed <= 1);
        }
    }

    #[test]
    fn another_key_or_passphrase_is_refused() {
        let (_, one) = page(true);
        let (other, _) = page(true);
        let refused = |error: Result<Seed, CeremonyError>| error.err().unwrap().to_string();
        let read = Page::read("page.txt", &one.text()).unwrap();
        let why = refused(read.seed("page.txt", Some(other.public()), passphrase));
        assert!(why.contains("is expected"), "{why}");
        let wrong = || Ok::<_, CeremonyError>(Passphrase::new("another passphrase"));
        assert!(refused(read.seed("page.txt", None, wrong)).contains("passphrase"));
        // A page whose key was put in place of its own.
        let key = |seed: &Seed| super::grouped(&seed.public().to_string());
        let (seed, plain) = page(false);
        let forged = plain.text().replace(&key(&seed), &key(&other));
        assert!(refused(brought_back(&forged)).contains("is expected"));
    }
}
