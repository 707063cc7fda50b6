//! An account in the store beside what servers have of it.

use std::collections::BTreeSet;

use crate::clock::UnixSeconds;
use crate::cmd::servers::had::Ours;
use crate::jwt::claims::Account;
use crate::jwt::decode::{Unverified, decode};
use crate::net::cluster::Server;
use crate::net::spread::{Copy, Spread, Who};
use crate::store::{Listed, Records};
use crate::trust::beside::{Age, Judge, Signer, Word};
use crate::trust::difference::{Difference, differences};
use crate::trust::revoke::was_deleted;
use crate::trust::superseded::Mark;
use crate::trust::{Result, TrustError};

/// An account, and what there is of it elsewhere.
pub struct Row {
    /// The account.
    pub key: String,
    /// What the store calls it; else what its tokens do.
    pub name: String,
    /// What the store has.
    pub ours: Option<Unverified<Account>>,
    /// What servers have.
    pub seen: Vec<Seen>,
    /// Who keeps accounts, and not this one.
    pub absent: Who,
    /// Whether the store had it, and somebody deleted it there.
    pub deleted: bool,
}

impl Row {
    /// Whether somebody else's key signed it whom servers trust, too: then it is no business of this operator's.
    pub fn is_of_others(&self, servers: &[Server]) -> bool {
        let is_foreign = |seen: &Seen| {
            let word = seen.word.as_ref();
            word.is_ok_and(|word| {
                let trusts = |server: &Server| server.issuers.contains(&word.issuer);
                word.signer == Signer::Foreign && servers.iter().any(trusts)
            })
        };
        self.ours.is_none() && !self.seen.is_empty() && self.seen.iter().all(is_foreign)
    }

    /// Whether what is here is to go there.
    pub fn is_to_be_pushed(&self) -> bool {
        let is_behind = |seen: &Seen| {
            let is_settled = |word: &Beside| {
                let age = word.age;
                word.signer == Signer::Later || matches!(age, Some(Age::Newer | Age::Same))
            };
            !seen.word.as_ref().is_ok_and(is_settled)
        };
        self.ours.is_some() && !self.is_to_be_pulled() && {
            self.absent.count > 0 || self.seen.iter().any(is_behind)
        }
    }

    /// Whether what is there may be taken.
    pub fn is_to_be_pulled(&self) -> bool {
        let may_be = |seen: &Seen| {
            seen.word.as_ref().is_ok_and(|word| {
                let is_later = matches!(word.age, None | Some(Age::Newer));
                is_later && word.signer == Signer::Operator && !word.ahead
            })
        };
        !self.deleted && self.seen.iter().any(may_be)
    }

    /// What is other.
    pub fn what(&self) -> BTreeSet<&'static str> {
        let mut what = BTreeSet::new();
        if self.absent.count > 0 && self.ours.is_some() {
            what.insert("missing");
        }
        what.extend(self.seen.iter().flat_map(Seen::what));
        what
    }
}

/// Marks what is not in the store since somebody deleted it.
pub fn mark_deleted(rows: &mut [Row], records: &dyn Records) -> Result<()> {
    for row in rows.iter_mut().filter(|row| row.ours.is_none()) {
        if let Ok(key) = row.key.parse() {
            row.deleted = was_deleted(records, &key)?;
        }
    }
    Ok(())
}

/// Marks what is older than what is here, and was changed elsewhere all the same: a push does not write it over.
pub fn mark_elsewhere(rows: &mut [Row], records: &dyn Records) -> Result<()> {
    for row in rows {
        let (Some(ours), Ok(key)) = (&row.ours, row.key.parse()) else {
            continue;
        };
        let ours = ours.claims().issued_at;
        for word in row
            .seen
            .iter_mut()
            .filter_map(|seen| seen.word.as_mut().ok())
        {
            let is_older = word.age == Some(Age::Older) && !word.ahead;
            if is_older && word.signer == Signer::Operator {
                word.elsewhere = word.mark.is_from_elsewhere(records, &key, ours)?;
            }
        }
    }
    Ok(())
}

/// A token that servers have.
pub struct Seen {
    /// What it is; else why it is none.
    pub word: std::result::Result<Beside, String>,
    /// Who keeps it.
    pub kept: Who,
    /// Who goes by it.
    pub used: BTreeSet<String>,
}

impl Seen {
    /// What is other.
    pub fn what(&self) -> BTreeSet<&'static str> {
        let Ok(word) = &self.word else {
            return BTreeSet::from(["unreadable"]);
        };
        let mut what = BTreeSet::new();
        match word.age {
            None if word.signer != Signer::Foreign => what.insert("not_in_store"),
            None | Some(Age::Same) => false,
            Some(age) => what.insert(age.name()),
        };
        match word.signer {
            Signer::Operator => false,
            Signer::Former => what.insert("former_key"),
            Signer::Later => what.insert("later_key"),
            Signer::Foreign => what.insert("foreign"),
        };
        if word.expired {
            what.insert("expired");
        }
        what
    }

    /// Whether it is the store's, and as it should be.
    pub fn is_same(&self) -> bool {
        let word = self.word.as_ref();
        word.is_ok_and(|word| word.age == Some(Age::Same) && word.signer == Signer::Operator)
    }

    /// Whether it is the store's, whoever signed that.
    pub fn is_ours(&self) -> bool {
        let word = self.word.as_ref();
        word.is_ok_and(|word| word.age == Some(Age::Same))
    }

    /// Whether it is older, and a push would undo what somebody changed elsewhere.
    pub fn is_from_elsewhere(&self) -> bool {
        self.word.as_ref().is_ok_and(|word| word.elsewhere)
    }
}

/// A token beside the store's.
pub struct Beside {
    /// How it stands to that; nothing where the store has none.
    pub age: Option<Age>,
    /// Whose word it is.
    pub signer: Signer,
    /// The key that signed it.
    pub issuer: String,
    /// What it calls the account.
    pub name: String,
    /// When it was signed.
    pub issued_at: UnixSeconds,
    /// When it ends; 0 for never.
    pub expires: UnixSeconds,
    /// Whether it has.
    pub expired: bool,
    /// Whether the clock was ahead that signed it.
    pub ahead: bool,
    /// Whether somebody changed it elsewhere, and the store does not know of that.
    pub elsewhere: bool,
    /// What tells it from others.
    mark: Mark,
    /// What the store says otherwise: it is what comes after.
    pub changes: Vec<Difference>,
}

/// What servers have of an account that is in the store as it is there.
pub enum Found {
    /// Just that, everywhere.
    Same {
        /// whether it has expired
        expired: bool,
    },
    /// Nobody says that there is any, or that there is none: where none keeps accounts, nobody knows what they would find.
    Unseen,
    /// Something else.
    Other(Box<Row>),
}

/// Compares.
pub fn compare(ours: &Ours, judge: &Judge, spread: Spread, now: UnixSeconds) -> Result<Found> {
    let own = ours.accounts.get(&spread.key);
    let is_ours = |copy: &Copy| own.is_some_and(|(_, token)| *token == copy.token);
    // What the operator signs no accounts with is told, though it is the same.
    let all_ours = spread.copies.iter().all(is_ours);
    if let Some((listed, token)) = own.filter(|_| all_ours && spread.absent.count == 0) {
        if spread.copies.is_empty() {
            return Ok(Found::Unseen);
        }
        if judge.is_signer(token) {
            return Ok(Found::Same {
                expired: has_expired(listed, now),
            });
        }
    }
    if own.is_none() && spread.copies.is_empty() {
        return Ok(Found::Unseen);
    }
    let own = match own {
        Some((listed, token)) => Some((listed, read(token)?)),
        None => None,
    };
    let mut seen = Vec::new();
    for Copy { token, kept, used } in spread.copies {
        let word = match judge.word(&spread.key, &token) {
            Ok(word) => Ok(beside(&word, own.as_ref().map(|(_, token)| token), now)?),
            Err(reason) => Err(reason),
        };
        seen.push(Seen { word, kept, used });
    }
    let theirs = seen.iter().find_map(|seen| seen.word.as_ref().ok());
    let name = match (&own, theirs) {
        (Some((listed, _)), _) => listed.name.clone(),
        (None, Some(theirs)) => theirs.name.clone(),
        (None, None) => String::new(),
    };
    Ok(Found::Other(Box::new(Row {
        name,
        ours: own.map(|(_, token)| token),
        seen,
        absent: spread.absent,
        deleted: false,
        key: spread.key,
    })))
}

fn has_expired(listed: &Listed, now: UnixSeconds) -> bool {
    listed.expires != 0 && listed.expires < now
}

/// A token of the store's.
pub fn read(token: &str) -> Result<Unverified<Account>> {
    let token = decode(token).map_err(TrustError::Decode)?;
    token.try_into().map_err(|_| {
        TrustError::Store(crate::store::StoreError::Refused(
            "the token of an account is of another type".to_owned(),
        ))
    })
}

/// A token beside the store's, claim by claim.
pub fn beside(word: &Word, ours: Option<&Unverified<Account>>, now: UnixSeconds) -> Result<Beside> {
    let claims = word.token.claims();
    let changes = match ours {
        Some(ours) => differences(claims, ours.claims())?,
        None => Vec::new(),
    };
    Ok(Beside {
        age: ours.map(|ours| Age::of(&word.token, ours)),
        signer: word.signer,
        issuer: claims.issuer.clone(),
        name: claims.name.clone(),
        issued_at: claims.issued_at,
        expires: claims.expires,
        expired: word.has_expired(now),
        ahead: word.is_ahead(now),
        elsewhere: false,
        mark: Mark::of(&word.token),
        changes,
    })
}

/// Whether an account shuts anybody out.
pub fn revokes(token: &str) -> bool {
    read(token).is_ok_and(|token| !token.claims().body.revocations.is_empty())
}
