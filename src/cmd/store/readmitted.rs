//! What `store restore` says of those whom the store that is there shuts out, and the backup does not.

use std::path::Path;

use serde_json::{Value, json};

use crate::cmd::Ctx;
use crate::store::sqlite::{Rollback, SqliteStore};
use crate::store::{Store as _, pin::Pins};
use crate::text::clauses;
use crate::trust::TrustError;
use crate::trust::readmission::{Readmitted, readmitted, was_here};

/// So many are told in a refusal.
const SHOWN: usize = 20;

/// What came of a look at both.
pub enum Compared {
    /// Whom the backup lets in again.
    With(Vec<Readmitted>),
    /// There was nothing that could be looked at, and why.
    WithNothing(&'static str),
}

impl Compared {
    /// Looks at the store that is to be replaced; `is_older` where the backup lacks what was seen of it.
    pub fn of(backup: &mut SqliteStore, path: &Path, is_older: bool) -> Result<Self, TrustError> {
        if std::fs::symlink_metadata(path).is_err() {
            return Ok(match is_older {
                true => Self::WithNothing("no store is there"),
                false => Self::With(Vec::new()),
            });
        }
        let damaged = Ok(Self::WithNothing("the store that is there cannot be read"));
        let Ok(mut store) = SqliteStore::open(path, &Pins::none(), Rollback::Refuse) else {
            return damaged;
        };
        backup.read(|again| {
            // What cannot be read of the one that goes is no reason to keep it.
            let found = store.read(|now| {
                let mut found = Vec::new();
                for one in readmitted(now, again)? {
                    // What it never had it shuts out of nothing.
                    if was_here(now, &one)? {
                        found.push(one);
                    }
                }
                Ok::<_, TrustError>(found)
            });
            found.map_or(damaged, |found| Ok(Self::With(found)))
        })
    }

    /// As part of a refusal; nothing where nobody is let in.
    pub fn in_short(&self) -> String {
        match self {
            Self::With(found) if found.is_empty() => String::new(),
            Self::With(found) => {
                let first = found.iter().take(SHOWN).map(Readmitted::sentence);
                let whom = clauses(&first.collect::<Vec<_>>(), found.len());
                format!("; it would let in again: {whom}")
            }
            Self::WithNothing(why) => format!("; {}", unknown(why)),
        }
    }

    /// One by one, with what shuts each out again. All of them: once the store is replaced, nobody else knows.
    pub fn warnings(&self, ctx: &Ctx) -> Vec<String> {
        match self {
            Self::With(found) => {
                let said = found.iter().map(|one| {
                    let out = ctx.command(&one.shuts_out());
                    format!("lets in again {}; what shuts out: {out}", one.sentence())
                });
                said.collect()
            }
            Self::WithNothing(why) => vec![unknown(why)],
        }
    }

    /// The same as data.
    pub fn document(&self, ctx: &Ctx) -> Value {
        let Self::With(found) = self else {
            return Value::Null;
        };
        let entries = found.iter().map(|one| {
            json!({
                "who": one.sentence(),
                "name": one.name.as_ref().map(|name| name.as_str()),
                "public_key": one.key,
                "command": ctx.command(&one.shuts_out()),
            })
        });
        entries.collect()
    }
}

fn unknown(why: &str) -> String {
    format!(
        "{why}, so nothing could be compared: who was revoked or deleted since the backup may be let in again"
    )
}
