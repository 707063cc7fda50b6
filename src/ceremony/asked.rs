//! What was asked for, in the store that asks: each request waits there until its answer is taken, once.

use std::collections::{BTreeMap, HashSet};

use serde::{Deserialize, Serialize};

use super::canonical::Sheet;
use super::request::{Request, Standing};
use super::response::Response;
use super::{CeremonyError, Result};
use crate::clock::{UnixSeconds, absolute};
use crate::nkey::PublicKey;
use crate::store::document::Document;
use crate::store::{Changes, Records, StoreError};

/// How documents are called that keep requests.
const NAMED: &str = "ceremony request ";

/// A request, as the store keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    /// The file that went out.
    pub request: String,
    /// The words of the command, as they are to be run when the answer is there.
    pub words: Vec<String>,
    /// Keys that were made for it.
    pub made: Vec<String>,
    /// The operators that it is for, by what the command calls them: nothing, where it names none.
    #[serde(default)]
    pub operators: BTreeMap<String, String>,
    /// When its answer was taken.
    pub taken: Option<UnixSeconds>,
    /// When it was given up.
    pub dropped: Option<UnixSeconds>,
}

impl Asked {
    /// The request.
    pub fn sheet(&self) -> Result<Sheet<Request>> {
        Sheet::read("a request of the store", self.request.as_bytes())
    }

    /// The keys that were made for it.
    pub fn made(&self) -> Result<Vec<PublicKey>> {
        let made = self.made.iter();
        made.map(|key| Ok(key.parse()?)).collect()
    }

    /// The operators that it is for.
    pub fn operators(&self) -> Result<BTreeMap<String, PublicKey>> {
        let operators = self.operators.iter();
        operators
            .map(|(name, key)| Ok((name.clone(), key.parse()?)))
            .collect()
    }

    /// Whether its answer is waited for.
    #[must_use]
    pub const fn waits(&self) -> bool {
        self.taken.is_none() && self.dropped.is_none()
    }

    /// Whether its answer is waited for, and can be taken: nothing overtook it.
    fn goes_on(&self, records: &dyn Records) -> Result<bool> {
        Ok(self.waits() && matches!(self.sheet()?.standing(records)?, Standing::Asked))
    }

    /// Keys that were made for it and whose seeds are not in the store.
    pub fn without_seeds(&self, records: &dyn Records) -> Result<Vec<PublicKey>> {
        let mut without = Vec::new();
        for key in self.made()? {
            if records.key(&key)?.is_none_or(|key| key.sealed.is_none()) {
                without.push(key);
            }
        }
        Ok(without)
    }

    /// Keeps it.
    pub fn keep(&self, changes: &mut dyn Changes) -> Result<()> {
        let text =
            serde_json::to_string(self).map_err(|error| StoreError::Refused(error.to_string()))?;
        Ok(changes.put_document(&Document {
            name: format!("{NAMED}{}", self.sheet()?.sha256()),
            text,
            updated: changes.now(),
        })?)
    }
}

/// All that was ever asked for.
pub fn all(records: &dyn Records) -> Result<Vec<Asked>> {
    let documents = records.documents(NAMED)?.into_iter();
    documents.map(|document| read(&document)).collect()
}

/// Keys that wait for an answer: no token names them yet, and they are somebody's.
pub fn waiting(records: &dyn Records) -> Result<HashSet<PublicKey>> {
    let mut waiting = HashSet::new();
    for asked in all(records)? {
        if asked.goes_on(records)? {
            waiting.extend(asked.made()?);
        }
    }
    Ok(waiting)
}

/// Keys of all requests whose answers were not taken: also one that was given up may still be answered.
pub fn unanswered(records: &dyn Records) -> Result<HashSet<PublicKey>> {
    let mut unanswered = HashSet::new();
    for asked in all(records)?.iter().filter(|asked| asked.taken.is_none()) {
        unanswered.extend(asked.made()?);
    }
    Ok(unanswered)
}

fn read(document: &Document) -> Result<Asked> {
    serde_json::from_str(&document.text).map_err(|error| {
        CeremonyError::refused(
            format!("{:?} cannot be read: {error}", document.name),
            "nkeep store check",
        )
    })
}

/// Requests beside that one whose answers are waited for, and of which one alone can be taken: they begin with the same operator.
pub fn others_that_wait(
    records: &dyn Records,
    request: &Sheet<Request>,
    now: UnixSeconds,
) -> Result<Vec<Sheet<Request>>> {
    let mut others = Vec::new();
    for asked in all(records)?.into_iter().filter(Asked::waits) {
        let other = asked.sheet()?;
        let is_other = other.sha256() != request.sha256()
            && other.content.operator == request.content.operator
            && now < other.content.expires;
        if is_other && matches!(other.standing(records)?, Standing::Asked) {
            others.push(other);
        }
    }
    Ok(others)
}

/// The request whose hash begins so.
pub fn found(records: &dyn Records, beginning: &str) -> Result<Asked> {
    let is_it = |asked: &Asked| {
        let hash = asked.sheet().map(|sheet| sheet.sha256());
        hash.is_ok_and(|hash| hash.starts_with(beginning))
    };
    let mut found: Vec<Asked> = all(records)?.into_iter().filter(is_it).collect();
    match (found.pop(), found.len()) {
        (Some(only), 0) if !beginning.is_empty() => Ok(only),
        (None, _) => Err(CeremonyError::refused(
            format!("no request begins with {beginning}"),
            "nkeep ceremony list",
        )),
        _ => Err(CeremonyError::refused(
            format!("several requests begin with {beginning:?}"),
            "nkeep ceremony list",
        )),
    }
}

/// The request that a response answers, which is waited for.
pub fn answered(records: &dyn Records, file: &str, response: &Sheet<Response>) -> Result<Asked> {
    let hash = &response.content.request;
    let help = "nkeep ceremony list";
    let Some(document) = records.document(&format!("{NAMED}{hash}"))? else {
        return Err(CeremonyError::tampered(
            format!("{file} answers the request {hash}, which this store never made"),
            help,
        ));
    };
    let asked = read(&document)?;
    let over = |how: &str, when: UnixSeconds| {
        Err(CeremonyError::tampered(
            format!(
                "the request that {file} answers was {how} {}",
                absolute(when)
            ),
            help,
        ))
    };
    // What the root has signed it goes on from: an answer to what was given up is taken all the same.
    match asked.taken {
        Some(when) => over("answered already, and that was taken", when),
        None => Ok(asked),
    }
}

/// Notes that the answer to a request was taken; another process may have been faster.
pub fn take(changes: &mut dyn Changes, file: &str, response: &Sheet<Response>) -> Result<()> {
    Asked {
        taken: Some(changes.now()),
        ..answered(changes, file, response)?
    }
    .keep(changes)
}
