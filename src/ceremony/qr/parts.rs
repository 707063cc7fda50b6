//! What does not go into one code goes into parts, which are joined in any order: each says of which whole it is, and that it was
//! read as it was written.

use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use sha2::{Digest as _, Sha256};

use super::HELP;
use crate::ceremony::{CeremonyError, Result};

const TITLE: &str = "nkeep-part";
/// Parts of one whole; nobody holds up more.
pub const MOST_PARTS: usize = 999;

/// A text as what goes into codes of so many bytes: itself, or lines of which each is a part.
pub fn parts(text: &str, largest: usize) -> Result<Vec<String>> {
    if text.len() <= largest {
        return Ok(vec![text.to_owned()]);
    }
    let digest = HEXLOWER.encode(&Sha256::digest(text));
    let head = |at: usize, count: usize| format!("{TITLE} {at}/{count} {digest} ");
    // The check of a part and a space; four letters are three bytes.
    let room = largest.saturating_sub(head(MOST_PARTS, MOST_PARTS).len() + CHECK + 1) / 4 * 3;
    let chunks: Vec<&[u8]> = match room {
        0 => Vec::new(),
        room => text.as_bytes().chunks(room).collect(),
    };
    let count = chunks.len();
    if !(1..=MOST_PARTS).contains(&count) {
        let why = format!("{} bytes do not go into {MOST_PARTS} parts", text.len());
        return Err(CeremonyError::refused(why, HELP));
    }
    let part = |(at, chunk): (usize, &&[u8])| {
        let head = head(at + 1, count);
        let body = BASE64URL_NOPAD.encode(chunk);
        let check = check(&head, &body);
        format!("{head}{check} {body}")
    };
    Ok(chunks.iter().enumerate().map(part).collect())
}

/// Letters of the check of a part.
const CHECK: usize = 16;

fn check(head: &str, body: &str) -> String {
    let mut digest = Sha256::new();
    digest.update(head);
    digest.update(body);
    HEXLOWER.encode(&digest.finalize())[..CHECK].to_owned()
}

/// Whether that is a part of something.
#[must_use]
pub fn is_part(text: &str) -> bool {
    text.trim_start().starts_with(TITLE)
}

/// A part as it was read.
struct Part<'a> {
    at: usize,
    count: usize,
    whole: &'a str,
    body: Vec<u8>,
}

fn part(line: &str) -> Option<Part<'_>> {
    let words: Vec<&str> = line.split(' ').collect();
    let [TITLE, place, whole, said, body] = &*words else {
        return None;
    };
    let (at, count) = place.split_once('/')?;
    let (at, count) = (at.parse().ok()?, count.parse().ok()?);
    let head = format!("{TITLE} {at}/{count} {whole} ");
    let is_whole = (1..=count).contains(&at) && count <= MOST_PARTS && whole.len() == 64;
    let read = Part {
        at,
        count,
        whole,
        body: BASE64URL_NOPAD.decode(body.as_bytes()).ok()?,
    };
    (is_whole && check(&head, body) == *said).then_some(read)
}

/// What was put into parts, from texts in any order, each with what it is called; a text may hold several. What is in no parts stands
/// alone, and comes back as it is.
pub fn joined(texts: &[(String, String)]) -> Result<String> {
    let first = match texts {
        [] => {
            return Err(CeremonyError::refused("there is nothing to join", HELP));
        }
        [(_, text)] if !is_part(text) => return Ok(text.clone()),
        [first, ..] => first,
    };
    let mut found: Vec<Option<Vec<u8>>> = Vec::new();
    let mut whole = None;
    for (name, text) in texts {
        for (at, line) in text.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() {
                continue;
            }
            let wrong = |reason: &str| {
                CeremonyError::problem(name.as_str(), format!("{reason} (line {})", at + 1), HELP)
            };
            let read = part(line).ok_or_else(|| match is_part(line) {
                true => {
                    wrong("holds a part that was not read as it was written: read its code again")
                }
                false => wrong("holds something that is no part"),
            })?;
            let own = (read.whole.to_owned(), read.count);
            if *whole.get_or_insert_with(|| own.clone()) != own {
                return Err(wrong(&format!("holds part {} of something else", read.at)));
            }
            found.resize(read.count, None);
            let place = &mut found[read.at - 1];
            if place.is_some() {
                return Err(wrong(&format!("holds part {} once more", read.at)));
            }
            *place = Some(read.body);
        }
    }
    let lacking: Vec<String> = (1..)
        .zip(&found)
        .filter(|(_, part)| part.is_none())
        .map(|(at, _)| at.to_string())
        .collect();
    if !lacking.is_empty() {
        let (noun, verb) = match lacking.len() {
            1 => ("part", "is"),
            _ => ("parts", "are"),
        };
        let why = format!(
            "{noun} {} of {} {verb} missing",
            lacking.join(", "),
            found.len()
        );
        return Err(CeremonyError::gate(why, HELP));
    }
    let bytes: Vec<u8> = found.into_iter().flatten().flatten().collect();
    let digest = HEXLOWER.encode(&Sha256::digest(&bytes));
    if whole.is_none_or(|(whole, _)| whole != digest) {
        let why = "the parts are whole, and not what they say that they are together";
        return Err(CeremonyError::tampered(why, HELP));
    }
    String::from_utf8(bytes)
        .map_err(|_| CeremonyError::problem(first.0.as_str(), "is no text", HELP))
}
