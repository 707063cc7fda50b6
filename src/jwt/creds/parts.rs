//! Everything that stands in a file with tokens, in its order, so that whoever checks the file can check all of it.
//!
//! Clients read the first token and the first seed of a creds file and nothing else; this is for those who want to know
//! what else is there, and whether the file is whole.

use std::str::Utf8Error;

use super::{is_dashed, looks_like_seed};

/// One thing in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part<'a> {
    /// What stands where a token does, and the key before its `|`, as a server's account resolver packs them.
    Token(Option<&'a str>, &'a str),
    /// What stands where a seed does.
    Seed(&'a str),
    /// A line that is no text.
    NotText(Utf8Error),
    /// A part that is not whole.
    Broken(Fault),
    /// A line beside the parts.
    Other,
}

/// Why a part is not whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// Cut off.
    #[error("what begins there does not end: the file is cut off, or a line of dashes is missing")]
    Unended,
    /// Its beginning is gone.
    #[error("what ends there does not begin: a line of dashes is missing")]
    Unbegun,
    /// Nothing between the dashes.
    #[error("there is nothing between the lines of dashes")]
    Empty,
    /// More than one line between them.
    #[error("there are several lines between the lines of dashes, and clients read one")]
    SeveralLines,
    /// The warning, and no seed after it.
    #[error("a seed is announced, and there is none: the file is cut off")]
    NoSeed,
}

/// All parts of a file, each with the number of its line. Where no line is of dashes, every line is a token.
#[must_use]
pub fn parts(contents: &[u8]) -> Vec<(usize, Part<'_>)> {
    let lines: Vec<(usize, Result<&str, Utf8Error>)> = (1..)
        .zip(
            contents
                .split(|byte| *byte == b'\n')
                .map(<[u8]>::trim_ascii),
        )
        .filter(|(_, line)| !line.is_empty())
        .map(|(number, line)| (number, std::str::from_utf8(line)))
        .collect();
    let mut walk = Walk::default();
    if is_decorated(contents) {
        for (number, line) in lines {
            walk.line(number, line);
        }
        walk.end();
    } else {
        walk.found = lines
            .into_iter()
            .map(|(number, line)| (number, line.map_or_else(Part::NotText, token)))
            .collect();
    }
    walk.found
}

/// Whether there are lines of dashes, and so what stands between them counts.
#[must_use]
pub fn is_decorated(contents: &[u8]) -> bool {
    contents
        .split(|byte| *byte == b'\n')
        .map(<[u8]>::trim_ascii)
        .filter(|line| line.starts_with(b"---"))
        .any(|line| std::str::from_utf8(line).is_ok_and(opens_or_ends))
}

fn token(line: &str) -> Part<'_> {
    match line.split_once('|') {
        Some((key, token)) => Part::Token(Some(key.trim()), token.trim()),
        None => Part::Token(None, line),
    }
}

fn opens_or_ends(line: &str) -> bool {
    line.starts_with("---") && is_dashed(line)
}

/// A walk from line to line.
#[derive(Default)]
struct Walk<'a> {
    found: Vec<(usize, Part<'a>)>,
    open: Option<Open<'a>>,
    announced: Option<usize>,
}

/// Between lines of dashes.
struct Open<'a> {
    number: usize,
    label: &'a str,
    filled: bool,
}

impl<'a> Walk<'a> {
    fn line(&mut self, number: usize, line: Result<&'a str, Utf8Error>) {
        let part = match (line, &mut self.open) {
            (Ok(line), _) if opens_or_ends(line) => return self.dashes(number, line),
            (Err(error), _) => Part::NotText(error),
            (Ok(_), Some(open)) if open.filled => Part::Broken(Fault::SeveralLines),
            (Ok(line), Some(open)) => {
                open.filled = true;
                if open.label.contains("SEED") || looks_like_seed(line) {
                    Part::Seed(line)
                } else {
                    Part::Token(None, line)
                }
            }
            (Ok(line), None) if line.contains("IMPORTANT") || line.contains("Seed printed") => {
                self.announced.get_or_insert(number);
                return;
            }
            // The rest of what Go's library writes around a seed.
            (Ok(line), None) if line.starts_with("NKEYs are") => return,
            (Ok(line), None) if line.bytes().all(|byte| byte == b'*') => return,
            (Ok(line), None) if looks_like_seed(line) && is_word(line) => Part::Seed(line),
            (Ok(line), None) if line.contains("eyJ") && !line.contains(' ') => token(line),
            (Ok(_), None) => Part::Other,
        };
        self.add(number, part);
    }

    fn dashes(&mut self, number: usize, line: &'a str) {
        let begins = line.contains("BEGIN");
        match self.open.take() {
            Some(open) if begins => self.broken(open.number, Fault::Unended),
            Some(open) if !open.filled => return self.broken(open.number, Fault::Empty),
            Some(_) => return,
            None if !begins && line.contains("END") => {
                return self.broken(number, Fault::Unbegun);
            }
            None => {}
        }
        self.open = Some(Open {
            number,
            label: line,
            filled: false,
        });
    }

    fn add(&mut self, number: usize, part: Part<'a>) {
        match part {
            Part::Seed(_) => self.announced = None,
            Part::Token(..) => self.seed_is_due(),
            _ => {}
        }
        self.found.push((number, part));
    }

    fn broken(&mut self, number: usize, fault: Fault) {
        self.found.push((number, Part::Broken(fault)));
    }

    fn seed_is_due(&mut self) {
        if let Some(number) = self.announced.take() {
            self.broken(number, Fault::NoSeed);
        }
    }

    fn end(&mut self) {
        if let Some(open) = self.open.take() {
            self.broken(open.number, Fault::Unended);
            return;
        }
        self.seed_is_due();
    }
}

fn is_word(line: &str) -> bool {
    line.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::super::{decorated_text, user_config};
    use super::{Fault, Part, parts};
    use crate::jwt::claims::{Claims, User};
    use crate::jwt::encode::{UnknownFields, encode};
    use crate::masking::joined;
    use crate::nkey::{Kind, Seed};

    fn creds() -> (String, String, String) {
        let account = Seed::generate(Kind::Account).unwrap();
        let user = Seed::generate(Kind::User).unwrap();
        let claims: Claims<User> = Claims {
            subject: user.public().to_string(),
            ..Claims::default()
        };
        let signer = account.signing_pair().unwrap();
        let token = encode(claims, &signer, 1_795_000_000, UnknownFields::Refuse)
            .unwrap()
            .token;
        let text = user_config(&token, &user).unwrap().to_string();
        (text, token, user.expose().to_string())
    }

    fn kinds(text: &str) -> Vec<Part<'_>> {
        parts(text.as_bytes())
            .into_iter()
            .map(|(_, part)| part)
            .collect()
    }

    #[test]
    fn a_whole_file_is_its_token_and_its_seed() {
        let (text, token, seed) = creds();
        let both = [Part::Token(None, &token), Part::Seed(&seed)];
        assert_eq!(kinds(&text), both);
        assert_eq!(kinds(&text.replace('\n', "\r\n")), both);
        assert_eq!(kinds(&joined(&[&text, &text])), [both, both].concat());
        assert_eq!(kinds(&decorated_text("USER", &token)), both[..1]);
        let beside = [&both[..1], &both].concat();
        assert_eq!(kinds(&format!("{token}\n{text}")), beside);
        assert_eq!(kinds(&format!("{text}# mine\n")).last(), Some(&Part::Other));
        let lines = format!("{token}\nAB|{token}\n");
        let packed = [Part::Token(None, &token), Part::Token(Some("AB"), &token)];
        assert_eq!(kinds(&lines), packed);
    }

    /// Wherever the file ends before its end, something is said, or there is a token alone.
    #[test]
    fn what_is_cut_off_is_seen() {
        let (text, token, seed) = creds();
        let whole = text.find("---\n\n***").unwrap();
        for end in 1..whole {
            let found = kinds(&text[..end]);
            let broken = found.iter().any(|part| matches!(part, Part::Broken(_)));
            let alone = found == [Part::Token(None, &token)]
                || matches!(*found, [Part::Token(..), Part::Other]);
            let dashes = !text[..end].contains("-----\n");
            assert!(broken || alone || dashes, "{end}: {found:?}");
        }
        for (line, fault) in [
            ("-----BEGIN USER NKEY SEED-----", Fault::Unbegun),
            ("------END NATS USER JWT------", Fault::Unended),
            (&seed, Fault::Empty),
            (&token, Fault::Empty),
        ] {
            let found = text.replace(line, "");
            assert!(kinds(&found).contains(&Part::Broken(fault)), "{line}");
        }
        let twice = text.replace(&seed, &format!("{seed}\n{seed}"));
        assert!(kinds(&twice).contains(&Part::Broken(Fault::SeveralLines)));
    }
}
