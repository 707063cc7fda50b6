//! One line of a transcript: what was done, when and by which nkeep, after which line. There is one way to write it.

use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::steps::OfPlan;
use crate::ceremony::approval::Approval;
use crate::ceremony::canonical::Content as _;
use crate::ceremony::policy::Policy;
use crate::ceremony::request::Request;
use crate::ceremony::response::Response;
use crate::ceremony::{CeremonyError, Result};
use crate::clock::UnixSeconds;
use crate::jwt::sign::Signer;
use crate::masking::{holds_secret, masked};
use crate::nkey::PublicKey;
use crate::store::StoreError;

/// What each line says that it is, and the version of how it is written.
pub const TITLE: &str = "ceremony transcript 1";

/// What stands in the first line in place of a hash of one before it.
pub const NOTHING: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// A line. Its fields are written in this order, and each is always there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// The title.
    pub nkeep: String,
    /// How many lines stand before it.
    pub seq: u64,
    /// The hash of the line before.
    pub prev: String,
    /// When it was written.
    pub time: UnixSeconds,
    /// Whose time that is.
    pub clock: String,
    /// What wrote it.
    pub tool: Tool,
    /// What happened.
    pub what: What,
}

/// The nkeep that wrote a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tool {
    /// Its version.
    pub version: String,
    /// The hash of its executable; empty where that cannot be read.
    pub sha256: String,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum What {
    /// The ceremony began.
    Start {
        /// what it is about
        title: String,
        /// who takes part
        participants: Vec<Participant>,
    },
    /// Somebody had something written down.
    Note {
        /// in their words
        words: String,
    },
    /// A command was run, or files were put in by hand.
    Did(Did),
    /// Something was done of a plan.
    Plan(OfPlan),
    /// How the machine is, as far as it can be seen from within.
    Environment {
        /// what was looked at
        findings: Vec<Finding>,
    },
    /// A line was there whose end was never written, and was cut off.
    Repaired {
        /// how much of it there was
        bytes: u64,
        /// the hash of that
        sha256: String,
        /// why, in words
        words: String,
    },
    /// Somebody signed all that stands above.
    Signed {
        /// who, as participants are named
        by: String,
        /// as what
        role: String,
        /// with which key
        key: String,
        /// of the line, with nothing in this place
        signature: String,
    },
}

/// Who takes part, as people name them. No key is needed for that.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Participant {
    /// The name.
    pub name: String,
    /// What they are there for.
    pub role: String,
}

/// A command, and what went through it. A secret is never among it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Did {
    /// As it was typed.
    pub command: String,
    /// What it read and wrote.
    pub files: Vec<Exhibit>,
    /// What it asked, and what it was told.
    pub answers: Vec<Answer>,
    /// What came of it.
    pub result: String,
    /// Its exit code.
    pub code: u8,
}

/// A file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exhibit {
    /// `in` or `out`.
    pub way: String,
    /// What it is called.
    pub name: String,
    /// Its hash.
    pub sha256: String,
    /// All of it, where it is one that can be replayed.
    pub text: Option<String>,
}

/// What was asked, and the answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// The question.
    pub question: String,
    /// What was typed.
    pub answer: String,
}

/// What was looked at on a machine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Finding {
    /// A word for it.
    pub check: String,
    /// `ok`, `look` or `unknown`.
    pub state: String,
    /// What there is.
    pub says: String,
}

/// What can be replayed is put in whole: files of a ceremony that anybody may see. What travels sealed is not among it.
const REPLAYED: [&str; 4] = [
    Request::TITLE,
    Response::TITLE,
    Approval::TITLE,
    Policy::TITLE,
];

/// No larger file is put in whole.
const LARGEST_TEXT: usize = 64 << 10;

impl Exhibit {
    /// Of a file with that in it.
    pub fn new(way: &str, name: &str, bytes: &[u8]) -> Self {
        Self {
            way: way.to_owned(),
            name: name.to_owned(),
            sha256: hex(bytes),
            text: replayed(bytes).map(str::to_owned),
        }
    }
}

/// The text of a file that can be replayed.
fn replayed(bytes: &[u8]) -> Option<&str> {
    let text = std::str::from_utf8(bytes).ok()?;
    let title = title_of(text)?;
    (REPLAYED.contains(&title) && text.len() <= LARGEST_TEXT && !holds_secret(text)).then_some(text)
}

/// What a file of a ceremony says that it is.
pub fn title_of(text: &str) -> Option<&str> {
    text.strip_prefix("{\"nkeep\":\"")?.split('"').next()
}

impl Did {
    /// Adds a file that was read.
    pub fn read(&mut self, name: impl std::fmt::Display, bytes: &[u8]) {
        self.files
            .push(Exhibit::new("in", &name.to_string(), bytes));
    }

    /// Adds a file that was written.
    pub fn wrote(&mut self, name: impl std::fmt::Display, bytes: &[u8]) {
        self.files
            .push(Exhibit::new("out", &name.to_string(), bytes));
    }

    /// Adds a file that was written, of which only the hash is at hand.
    pub fn wrote_hash(&mut self, name: impl std::fmt::Display, sha256: String) {
        self.files.push(Exhibit {
            way: "out".to_owned(),
            name: name.to_string(),
            sha256,
            text: None,
        });
    }

    /// Adds what was asked, and what somebody typed. A secret is never given here.
    pub fn answered(&mut self, question: &str, answer: &str) {
        self.answers.push(Answer {
            question: question.to_owned(),
            // Who types a secret in the wrong place has not put it on record.
            answer: masked(answer).into_owned(),
        });
    }

    /// Says what came of it besides.
    pub fn came_to_also(&mut self, result: &str) {
        if !self.result.is_empty() {
            self.result.push_str("; ");
        }
        self.result.push_str(result);
    }

    /// Says what came of it.
    pub fn came_to(&mut self, result: impl Into<String>) {
        self.result = result.into();
    }
}

impl Line {
    /// The line as it is written, without its end.
    pub fn text(&self) -> Result<String> {
        serde_json::to_string(self).map_err(|error| StoreError::Refused(error.to_string()).into())
    }

    /// Reads one; nothing where it is written otherwise than nkeep does.
    pub fn read(text: &str) -> std::result::Result<Self, String> {
        let line: Self = serde_json::from_str(text).map_err(|error| error.to_string())?;
        if line.nkeep != TITLE {
            return Err(format!("is a {}, and no {TITLE}", line.nkeep));
        }
        if line.text().ok().as_deref() != Some(text) {
            return Err("is not written as nkeep writes it".to_owned());
        }
        Ok(line)
    }

    /// The same, signed by whoever it names. Its hash is another then.
    pub fn signed(mut self, signer: &dyn Signer) -> Result<Self> {
        let message = self.message()?;
        if let What::Signed { key, signature, .. } = &mut self.what {
            let bytes = signer
                .sign(message.as_bytes())
                .map_err(|error| StoreError::Refused(error.to_string()))?;
            *key = signer.public().to_string();
            *signature = BASE64URL_NOPAD.encode(&bytes);
        }
        Ok(self)
    }

    /// The key that signed what stands above, checked; nothing where the line is no signature.
    pub fn signer(&self) -> Result<Option<PublicKey>> {
        let What::Signed { key, signature, .. } = &self.what else {
            return Ok(None);
        };
        let message = self.message()?;
        let holds = || {
            let key: PublicKey = key.parse().ok()?;
            let bytes = BASE64URL_NOPAD.decode(signature.as_bytes()).ok()?;
            key.verify(message.as_bytes(), &bytes).ok()?;
            Some(key)
        };
        match holds() {
            Some(key) => Ok(Some(key)),
            None => Err(CeremonyError::tampered(
                format!(
                    "line {} is not what {key} signed: it was changed, or one above it",
                    self.seq + 1
                ),
                super::SHOW,
            )),
        }
    }

    /// What is signed: the line, with the hash of all that stands above and nothing in place of the signature. It begins as
    /// everything does that is signed in a ceremony, with its own word, so that no signature can be taken for another.
    fn message(&self) -> Result<String> {
        let mut bare = self.clone();
        if let What::Signed { signature, .. } = &mut bare.what {
            signature.clear();
        }
        Ok(format!("nkeep ceremony\ntranscript\n{}\n", bare.text()?))
    }
}

/// The hash of bytes, in hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    HEXLOWER.encode(&Sha256::digest(bytes))
}
