//! Bytes as words that people read to each other: PGP's two lists, which take turns, as the ceremonies of the DNS root print them.
//! Words at even places have two syllables and those at odd places three, so that one left out, added or moved is heard at once.

use std::collections::HashMap;
use std::sync::LazyLock;

use data_encoding::{HEXLOWER, HEXLOWER_PERMISSIVE};
use zeroize::Zeroizing;

/// Two words a line: what a byte is at an even place, and at an odd one.
const LISTS: &str = include_str!("words.txt");

static WORDS: LazyLock<Vec<[&'static str; 2]>> = LazyLock::new(|| {
    let pairs = LISTS.lines().filter_map(|line| line.split_once(' '));
    pairs.map(|(even, odd)| [even, odd]).collect()
});

/// What a word in lower case stands for, and in which list it is.
static BYTES: LazyLock<HashMap<String, (u8, usize)>> = LazyLock::new(|| {
    let pairs = (0..=u8::MAX).zip(WORDS.iter());
    pairs
        .flat_map(|(byte, pair)| {
            let entry = move |list: usize| (pair[list].to_ascii_lowercase(), (byte, list));
            [entry(0), entry(1)]
        })
        .collect()
});

/// Why words are no bytes. No word is repeated here: it may be a part of a secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WordError {
    /// It is in neither list.
    #[error("word {0} is in none of the lists: it is misspelt")]
    Unknown(usize),
    /// It is there, and at once again.
    #[error("word {0} is the word before it again")]
    Twice(usize),
    /// It and the next one stand in each other's place.
    #[error("words {0} and {next} are swapped", next = .0 + 1)]
    Swapped(usize),
    /// It is in the other list.
    #[error(
        "word {0} is of the other list: there or before it a word is missing, one is too many, or two are swapped"
    )]
    OtherList(usize),
    /// There are fewer or more than there have to be.
    #[error("there are {found} words, and {wanted} are wanted")]
    Count {
        /// how many there are
        found: usize,
        /// how many there have to be
        wanted: usize,
    },
}

/// Bytes as words.
#[must_use]
pub fn words(bytes: &[u8]) -> Vec<&'static str> {
    let words = bytes.iter().enumerate();
    words
        .map(|(at, byte)| WORDS[usize::from(*byte)][at % 2])
        .collect()
}

/// The same in rows for a terminal or a page, as many words in each; an even number keeps the lists in columns.
#[must_use]
pub fn rows(bytes: &[u8], in_a_row: usize) -> Vec<String> {
    let words = words(bytes);
    words
        .chunks(in_a_row)
        .map(|row| {
            let padded = row.iter().map(|word| format!("{word:<12}"));
            padded.collect::<String>().trim_end().to_owned()
        })
        .collect()
}

/// Bytes in hexadecimal, in groups of four digits, eight groups in a row.
#[must_use]
pub fn groups(bytes: &[u8]) -> Vec<String> {
    let rows = bytes.chunks(16).map(|row| {
        let groups = row.chunks(2).map(|group| HEXLOWER.encode(group));
        groups.collect::<Vec<_>>().join(" ")
    });
    rows.collect()
}

/// A hash as it is compared, read aloud and written down, everywhere: in groups of four digits, and in words.
#[must_use]
pub fn hash(digest: &[u8]) -> Vec<String> {
    let mut lines = groups(digest);
    lines.push(String::new());
    lines.extend(rows(digest, 4));
    lines
}

/// A hash as people have it on paper: in hexadecimal, in groups or in one piece, or in words.
pub fn digest(text: &str) -> Result<[u8; 32], String> {
    let text = text.trim();
    let text = text.strip_prefix("sha256:").unwrap_or(text);
    let letters: String = text.split_whitespace().collect();
    let bytes = match letters.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        true => HEXLOWER_PERMISSIVE.decode(letters.as_bytes()).ok(),
        false => Some(
            exactly(text, 32)
                .map_err(|error| error.to_string())?
                .to_vec(),
        ),
    };
    bytes
        .and_then(|bytes| bytes.try_into().ok())
        .ok_or_else(|| "it is no SHA-256: 64 hexadecimal digits, or 32 words in quotes".to_owned())
}

/// The bytes that words stand for, whatever their case and the blanks between them. Words are counted from 1.
pub fn bytes(text: &str) -> Result<Zeroizing<Vec<u8>>, WordError> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(text.len() / 4 + 1));
    let read = |word: &str| {
        let word = Zeroizing::new(word.to_ascii_lowercase());
        BYTES.get(word.as_str()).copied()
    };
    let mut before = None;
    let words: Vec<&str> = text.split_whitespace().collect();
    for (at, word) in words.iter().enumerate() {
        let entry = read(word).ok_or(WordError::Unknown(at + 1))?;
        let (byte, list) = entry;
        if list != at % 2 {
            let list_of = |at: usize| words.get(at).and_then(|word| Some(read(word)?.1));
            let is_swapped = list_of(at + 1) == Some(at % 2) && list_of(at + 2) == Some(at % 2);
            return Err(match is_swapped {
                _ if before == Some(entry) => WordError::Twice(at + 1),
                true => WordError::Swapped(at + 1),
                false => WordError::OtherList(at + 1),
            });
        }
        before = Some(entry);
        bytes.push(byte);
    }
    Ok(bytes)
}

/// The same, of just so many bytes.
pub fn exactly(text: &str, wanted: usize) -> Result<Zeroizing<Vec<u8>>, WordError> {
    let bytes = bytes(text)?;
    match bytes.len() {
        found if found == wanted => Ok(bytes),
        found => Err(WordError::Count { found, wanted }),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::{BYTES, LISTS, WORDS, WordError, bytes, digest, exactly, hash, rows, words};
    use sha2::{Digest as _, Sha256};

    /// As they stand in src/kskm/common/wordlist.py of iana-org/dnssec-keytools, a pair a line.
    const AS_IANA_HAS_THEM: &str =
        "f816e91d6148165fc67361aa1886eb71ad6b19c9d65673ca40fa96e160f02f5a";

    #[test]
    fn the_lists_are_those_of_the_root_ceremonies() {
        assert_eq!(WORDS.len(), 256);
        assert_eq!(BYTES.len(), 512);
        let digest = data_encoding::HEXLOWER.encode(&Sha256::digest(LISTS));
        assert_eq!(digest, AS_IANA_HAS_THEM);
        // The example of the word list's own description.
        let fingerprint = [
            0xE5, 0x82, 0x94, 0xF2, 0xE9, 0xA2, 0x27, 0x48, 0x6E, 0x8B, 0x06, 0x1B, 0x31, 0xCC,
            0x52, 0x8F, 0xD7, 0xFA, 0x3F, 0x19,
        ];
        let read = "topmost Istanbul Pluto vagabond treadmill Pacific brackish dictator goldfish Medusa afflict bravado \
                    chatter revolver Dupont midsummer stopwatch whimsical cowbell bottomless";
        assert_eq!(words(&fingerprint).join(" "), read);
    }

    #[test]
    fn every_byte_comes_back_from_both_places_in_any_case() {
        let all: Vec<u8> = (0..=255).flat_map(|byte| [byte, byte]).collect();
        let text = words(&all).join(" ");
        assert_eq!(*bytes(&text).unwrap(), all);
        assert_eq!(*bytes(&text.to_uppercase()).unwrap(), all);
        assert_eq!(*bytes(&rows(&all, 6).join("\n")).unwrap(), all);
        assert!(rows(&all, 6).iter().all(|row| row.len() <= 72));
        assert_eq!(*bytes("").unwrap(), Vec::<u8>::new());
    }

    #[test]
    fn each_mistake_is_told_by_the_word_at_which_it_is() {
        let right = ["topmost", "Istanbul", "Pluto", "vagabond", "treadmill"];
        let with = |change: &dyn Fn(&mut Vec<&str>)| {
            let mut words = right.to_vec();
            change(&mut words);
            bytes(&words.join(" ")).unwrap_err()
        };
        let cases = [
            (with(&|words| words[2] = "plutto"), WordError::Unknown(3)),
            (with(&|words| words.swap(1, 2)), WordError::Swapped(2)),
            (
                with(&|words| words.retain(|word| *word != "Istanbul")),
                WordError::OtherList(2),
            ),
            (with(&|words| words.insert(3, "Pluto")), WordError::Twice(4)),
            (
                with(&|words| words[3] = "aardvark"),
                WordError::OtherList(4),
            ),
        ];
        for (found, expected) in cases {
            assert_eq!(found, expected);
        }
        let count = WordError::Count {
            found: 5,
            wanted: 6,
        };
        assert_eq!(exactly(&right.join(" "), 6).unwrap_err(), count);
    }

    #[test]
    fn a_hash_is_read_as_it_stands_on_paper() {
        let own: [u8; 32] = Sha256::digest(b"x").into();
        let lines = hash(&own);
        let hexadecimal = data_encoding::HEXLOWER.encode(&own);
        let texts = [
            lines[..2].join("\n"),
            lines[3..].join("\n").to_uppercase(),
            hexadecimal.to_uppercase(),
            format!("sha256:{hexadecimal}"),
        ];
        for text in texts {
            assert_eq!(digest(&text), Ok(own), "{text}");
        }
        let others = [
            ("", "no SHA-256"),
            (&hexadecimal[..63], "no SHA-256"),
            ("aardvark", "there are 1 words, and 32 are wanted"),
            ("quiver x", "word 2 is in none of the lists"),
        ];
        for (text, says) in others {
            assert!(digest(text).unwrap_err().contains(says), "{text}");
        }
    }
}
