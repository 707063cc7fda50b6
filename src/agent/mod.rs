//! The agent: a process that keeps the identities of one store in memory for a while, and signs for its owner.
//!
//! It speaks with processes of the same user, over a socket that no other can reach, in lines of text. It signs with keys
//! of the classes that it was told to, and gives out users' seeds; never another seed, and never anything of the class
//! root. It knows nothing of stores: whoever asks brings the sealed key along, and the agent opens it.

mod client;
mod serve;

use std::io::{self, BufRead, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use zeroize::Zeroizing;

pub use client::{Agent, Status};
pub use serve::serve;

use crate::store::class::Class;

/// How long an agent waits, and for what it is good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// It ends when nothing was asked of it for so long.
    pub idle: Duration,
    /// It ends after so long in any case.
    pub most: Duration,
    /// The classes that it signs with.
    pub classes: Vec<Class>,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            idle: Duration::from_secs(5 * 60),
            most: Duration::from_secs(30 * 60),
            classes: Class::GRANTED
                .into_iter()
                .filter(|class| *class != Class::Root)
                .collect(),
        }
    }
}

impl Policy {
    /// The classes that it signs with, in one word.
    #[must_use]
    pub fn class_names(&self) -> String {
        let names: Vec<&str> = self.classes.iter().map(|class| class.name()).collect();
        names.join(",")
    }

    /// Ends it sooner, in seconds; false where that would be later. A limit that any process could lift would be none.
    fn shorten(&mut self, idle: &str, most: &str) -> bool {
        let seconds = |text: &str| text.parse().ok().map(Duration::from_secs);
        let (Some(idle), Some(most)) = (seconds(idle), seconds(most)) else {
            return false;
        };
        let is_sooner = idle <= self.idle && most <= self.most && idle <= most;
        if is_sooner {
            (self.idle, self.most) = (idle, most);
        }
        is_sooner
    }

    /// Takes classes away; false where that would add some.
    fn narrow(&mut self, named: &str) -> bool {
        let classes: Result<Vec<Class>, String> = named.split(',').map(str::parse).collect();
        let classes = classes.ok().filter(|classes| {
            let is_there = |class: &Class| self.classes.contains(class);
            classes.iter().all(is_there)
        });
        match classes {
            None => false,
            Some(classes) => {
                self.classes = classes;
                true
            }
        }
    }
}

/// The socket of a store's agent in that folder.
#[must_use]
pub fn socket(folder: &Path, store: &str) -> PathBuf {
    folder.join(format!("{store}.sock"))
}

/// What an agent answers whose identities do not open a key: the store has other recipients than when it was unlocked.
const LOCKED: &str = "locked";

/// No line is longer: a token of a mebibyte, in base64, and room.
const LONGEST: u64 = 4 << 20;

/// Reads one line into memory that is wiped.
fn read_line(reader: &mut impl BufRead) -> io::Result<Zeroizing<String>> {
    let mut line = Zeroizing::new(String::with_capacity(4096));
    let mut limited = io::Read::take(reader, LONGEST);
    limited.read_line(&mut line)?;
    if !line.ends_with('\n') {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    line.pop();
    Ok(line)
}

/// Writes words as one line, from memory that is wiped.
fn write_line(writer: &mut impl Write, words: &[&str]) -> io::Result<()> {
    let length = words.iter().map(|word| word.len() + 1).sum();
    let mut line = Zeroizing::new(String::with_capacity(length));
    for (index, word) in words.iter().enumerate() {
        if index > 0 {
            line.push(' ');
        }
        line.push_str(word);
    }
    line.push('\n');
    writer.write_all(line.as_bytes())
}
