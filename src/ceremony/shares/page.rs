//! A share in words, as it is written down, read out and typed: nine rows of six. The last word of each row is a check of the row, and
//! the last two bytes of all are one of the whole, so that a wrong word is found in its row.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use super::HELP;
use super::scheme::{Bytes, LENGTH};
use super::set::{LEAST, MOST, SharesSet};
use crate::ceremony::words::{self, WordError};
use crate::ceremony::{CeremonyError, Result};
use crate::clock;
use crate::nkey::PublicKey;

/// Rows of a page.
pub const ROWS: usize = 9;
/// Words of a row, the check among them.
const IN_A_ROW: usize = 6;

const IN_ROWS: usize = ROWS * (IN_A_ROW - 1);
/// Kind, threshold and count, number, set, key; then the share, and the check of all.
const HEAD: usize = 11;
const TITLE: &str = "nkeep: one share of a key";

/// What the words of a share say.
pub struct Told {
    /// Which share it is, from 1.
    pub number: u8,
    /// How many bring the key back.
    pub threshold: u8,
    /// How many there are.
    pub count: u8,
    /// How the name of the set begins.
    pub set: [u8; 4],
    /// How the hash of the public key begins.
    pub key: [u8; 4],
    /// The share.
    pub share: Bytes,
}

/// How the hash of a public key begins.
#[must_use]
pub fn mark(key: &PublicKey) -> [u8; 4] {
    let hash = Sha256::digest(key.to_string());
    [hash[0], hash[1], hash[2], hash[3]]
}

impl Told {
    /// Of a share of that set.
    pub fn of(set: &SharesSet, number: u8, share: &Bytes) -> Result<Self> {
        let digest = set.digest();
        Ok(Self {
            number,
            threshold: set.threshold,
            count: set.count(),
            set: [digest[0], digest[1], digest[2], digest[3]],
            key: mark(&set.key()?),
            share: share.clone(),
        })
    }

    /// Whether it says that it is of that set.
    #[must_use]
    pub fn is_of(&self, set: &SharesSet) -> bool {
        set.digest().starts_with(&self.set)
            && set.key().is_ok_and(|key| mark(&key) == self.key)
            && (set.threshold, set.count()) == (self.threshold, self.count)
    }

    fn bytes(&self) -> Zeroizing<[u8; IN_ROWS]> {
        let mut bytes = Zeroizing::new([0; IN_ROWS]);
        bytes[0] = b'O';
        bytes[1] = (self.threshold - 1) << 4 | (self.count - 1);
        bytes[2] = self.number;
        bytes[3..7].copy_from_slice(&self.set);
        bytes[7..HEAD].copy_from_slice(&self.key);
        bytes[HEAD..HEAD + LENGTH].copy_from_slice(self.share.as_slice());
        let check = check_of_all(&bytes[..HEAD + LENGTH]);
        bytes[HEAD + LENGTH..].copy_from_slice(&check);
        bytes
    }

    /// The rows of words.
    #[must_use]
    pub fn rows(&self) -> Vec<Zeroizing<String>> {
        let bytes = self.bytes();
        let rows = (1..).zip(bytes.chunks(IN_A_ROW - 1));
        rows.map(|(row, chunk)| {
            let mut bytes = Zeroizing::new(chunk.to_vec());
            bytes.push(check_of_row(row, chunk));
            let mut text = Zeroizing::new(String::with_capacity(80));
            for word in words::words(&bytes) {
                let _ = write!(text, "{word:<12}");
            }
            let length = text.trim_end().len();
            text.truncate(length);
            text
        })
        .collect()
    }

    /// The page: who holds what of which key, and the words.
    pub fn page(&self, set: &SharesSet) -> Result<Zeroizing<String>> {
        let key = grouped(&set.key()?.to_string());
        let holder = set.holder(self.number).unwrap_or_default();
        let mut text = Zeroizing::new(String::with_capacity(2048));
        let _ = write!(
            text,
            "{TITLE}\n\nShare    {} of {}; any {} of them bring the key back\nHolder   {holder}\nKey      {key}\nSet      \
             {}\nMade     {}\n\n",
            self.number,
            self.count,
            self.threshold,
            set.id(),
            clock::absolute(set.created),
        );
        for (number, row) in (1..).zip(self.rows()) {
            let _ = writeln!(text, "{number}  {}", *row);
        }
        text.push_str(
            "\nWhoever has this page has the share. Keep it where nobody else reads it, apart\nfrom the others. \
             The last word of each row is a check of the row.\n",
        );
        Ok(text)
    }

    /// Reads a page, or words alone, in rows or not. What is written around the rows counts where the set is at hand.
    pub fn read(file: &str, text: &str) -> Result<Self> {
        Self::in_text(text).map_err(|why| CeremonyError::problem(file, why, HELP))
    }

    fn in_text(text: &str) -> Result<Self, String> {
        let numbered: Vec<(usize, &str)> = text.lines().filter_map(numbered).collect();
        if numbered.is_empty() {
            let words: Vec<&str> = text.split_whitespace().collect();
            let all = words::exactly(text, ROWS * IN_A_ROW).map_err(|error| match error {
                // Where every word is in its list, nothing says more than that rows are not whole.
                error @ WordError::Count { .. } => format!("holds no share in words: {error}"),
                error => format!("holds words that are no share: {error}"),
            });
            all?;
            let rows: Vec<Zeroizing<String>> = words
                .chunks(IN_A_ROW)
                .map(|row| Zeroizing::new(row.join(" ")))
                .collect();
            return Self::of_rows((1..).zip(rows.iter().map(|row| row.as_str())));
        }
        for (wanted, (found, _)) in (1..=ROWS).zip(&numbered) {
            if wanted != *found {
                return Err(format!(
                    "lacks row {wanted}: row {found} stands in its place"
                ));
            }
        }
        match numbered.len() {
            ROWS => Self::of_rows(numbered.into_iter()),
            fewer if fewer < ROWS => Err(format!("lacks row {}", fewer + 1)),
            more => Err(format!("has {more} rows, and {ROWS} are wanted")),
        }
    }

    fn of_rows<'a>(rows: impl Iterator<Item = (usize, &'a str)>) -> Result<Self, String> {
        let mut bytes = Zeroizing::new(Vec::with_capacity(IN_ROWS));
        for (number, row) in rows {
            bytes.extend_from_slice(&read_row(number, row)?);
        }
        let (said, check) = bytes.split_at(HEAD + LENGTH);
        if check != check_of_all(said) {
            let why = "is no share: each row is whole, and all of them together are not one page";
            return Err(why.to_owned());
        }
        let mut share = Bytes::default();
        share.copy_from_slice(&said[HEAD..]);
        let told = Self {
            number: said[2],
            threshold: (said[1] >> 4) + 1,
            count: (said[1] & 15) + 1,
            set: [said[3], said[4], said[5], said[6]],
            key: [said[7], said[8], said[9], said[10]],
            share,
        };
        let makes_sense = said[0] == b'O'
            && (LEAST..=told.count).contains(&told.threshold)
            && (1..=told.count).contains(&told.number)
            && told.count <= MOST;
        match makes_sense {
            true => Ok(told),
            false => Err("is a share of a kind that this nkeep does not know".to_owned()),
        }
    }

    /// Whether a text that is more than words is the page of that set.
    #[must_use]
    pub fn is_page(&self, set: &SharesSet, text: &str) -> bool {
        let begins = text.trim_start().starts_with(TITLE);
        let is_same = |page: Zeroizing<String>| {
            let mut both = (page.split_whitespace(), text.split_whitespace());
            let is_word = |(one, other): (&str, &str)| one.eq_ignore_ascii_case(other);
            both.0.by_ref().zip(both.1.by_ref()).all(is_word)
                && page.split_whitespace().count() == text.split_whitespace().count()
        };
        !begins || self.page(set).is_ok_and(is_same)
    }
}

/// The bytes of a row, without its check.
pub fn read_row(number: usize, row: &str) -> Result<Zeroizing<Vec<u8>>, String> {
    let mut bytes = words::exactly(row, IN_A_ROW)
        .map_err(|error| format!("is wrong in row {number}: {error}"))?;
    let check = bytes.pop();
    match check == Some(check_of_row(number, &bytes)) {
        true => Ok(bytes),
        false => Err(format!(
            "is wrong in row {number}: its words are not those that were written, or the row is of another page"
        )),
    }
}

/// A row without its number, where it was typed along.
#[must_use]
pub fn without_number(number: usize, row: &str) -> &str {
    match numbered(row) {
        Some((typed, words)) if typed == number => words,
        _ => row,
    }
}

/// A row that says its number.
fn numbered(line: &str) -> Option<(usize, &str)> {
    let (number, row) = line.trim().split_once(char::is_whitespace)?;
    let number = number.trim_end_matches('.').parse().ok()?;
    Some((number, row))
}

fn check_of_row(number: usize, bytes: &[u8]) -> u8 {
    let mut hash = Sha256::new();
    hash.update(format!("nkeep row {number}\n"));
    hash.update(bytes);
    hash.finalize()[0]
}

fn check_of_all(bytes: &[u8]) -> [u8; 2] {
    let mut hash = Sha256::new();
    hash.update("nkeep share in words\n");
    hash.update(bytes);
    let hash = hash.finalize();
    [hash[0], hash[1]]
}

/// A key in groups of four, as people compare it.
#[must_use]
pub fn grouped(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let groups: Vec<String> = letters
        .chunks(4)
        .map(|group| group.iter().collect())
        .collect();
    groups.join(" ")
}
