//! What stands in for an operator's identity that is offline. While a request is made it sees what the identity would sign, and signs
//! nothing; while an answer is taken it gives the signatures that came back, for exactly the bytes that were reviewed.

use std::collections::{BTreeMap, HashSet, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};

use super::CeremonyError;
use super::asked::{self, Asked};
use super::canonical::Sheet;
use super::item::{Item, Meaning};
use super::response::{Answer, Response};
use crate::clock::UnixSeconds;
use crate::jwt::sign::{SignError, Signer};
use crate::nkey::{PublicKey, SIGNATURE_LEN};
use crate::store::{Changes, StoreError};
use crate::trust::TrustError;

/// Whoever stands in.
#[derive(Clone, Debug)]
pub struct StandIn(Arc<Mutex<State>>);

#[derive(Debug)]
struct State {
    /// The identities that are offline.
    identities: HashSet<PublicKey>,
    /// Whether keys that are made for the request are kept: not while it is only looked whether there can be one.
    keeps: bool,
    /// Keys that are not named but made or brought for the request, in the order in which it asks for them.
    made: VecDeque<PublicKey>,
    /// Those of them that were not there before.
    fresh: Vec<PublicKey>,
    /// Which operators were meant by what the command names when the request was made; by nothing, where it names none.
    operators: BTreeMap<String, PublicKey>,
    /// The answer that is to be noted as taken, with the file that it came from.
    untaken: Option<(String, Sheet<Response>)>,
    doing: Doing,
}

/// What an identity would sign.
#[derive(Clone, Debug)]
pub struct Seen {
    /// Which identity.
    pub by: PublicKey,
    /// The bytes.
    pub input: String,
}

#[derive(Debug)]
enum Doing {
    Seeing(Vec<Seen>),
    Repeating(VecDeque<Answer>),
}

impl StandIn {
    /// One that sees what those identities would sign, and keeps the keys that are made for it or not.
    #[must_use]
    pub fn seeing(identities: HashSet<PublicKey>, keeps: bool) -> Self {
        let none = VecDeque::new();
        Self::of(identities, keeps, none, Doing::Seeing(Vec::new()))
    }

    /// One that gives the signatures of an answer, in their order, and has the keys that were made for its request, and the operators
    /// that it meant.
    pub fn repeating(file: &str, asked: &Asked, response: Sheet<Response>) -> super::Result<Self> {
        let answers = response.answers(file, &asked.sheet()?)?;
        let identities = answers.iter().map(|answer| answer.by).collect();
        let doing = Doing::Repeating(answers.into());
        let stand_in = Self::of(identities, true, asked.made()?.into(), doing);
        let operators = asked.operators()?;
        stand_in.with(|state| {
            state.operators = operators;
            state.untaken = Some((file.to_owned(), response));
        });
        Ok(stand_in)
    }

    fn of(
        identities: HashSet<PublicKey>,
        keeps: bool,
        made: VecDeque<PublicKey>,
        doing: Doing,
    ) -> Self {
        Self(Arc::new(Mutex::new(State {
            identities,
            keeps,
            made,
            fresh: Vec::new(),
            operators: BTreeMap::new(),
            untaken: None,
            doing,
        })))
    }

    fn with<T>(&self, look: impl FnOnce(&mut State) -> T) -> T {
        look(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Whether a request is being made.
    #[must_use]
    pub fn sees(&self) -> bool {
        self.with(|state| matches!(state.doing, Doing::Seeing(_)))
    }

    /// Whether keys that are made for a request are kept.
    #[must_use]
    pub fn keeps(&self) -> bool {
        self.with(|state| state.keeps)
    }

    /// What would be signed.
    #[must_use]
    pub fn seen(&self) -> Vec<Seen> {
        self.with(|state| match &state.doing {
            Doing::Seeing(seen) => seen.clone(),
            Doing::Repeating(_) => Vec::new(),
        })
    }

    /// Has the answer noted as taken together with the change for which the last of its signatures was used. Of several processes that
    /// take it at once one does, and the others change nothing, also where there is nothing left for them to sign.
    pub fn take(&self, changes: &mut dyn Changes) -> Result<(), StoreError> {
        let Some((file, response)) = self.with(|state| state.untaken.clone()) else {
            return Ok(());
        };
        let outcome = match self.is_used_up() {
            true => asked::take(changes, &file, &response),
            false => asked::answered(changes, &file, &response).map(drop),
        };
        outcome.map_err(|error| match error {
            CeremonyError::Trust(TrustError::Store(error)) => error,
            error => StoreError::Refused(error.to_string()),
        })?;
        if self.is_used_up() {
            self.with(|state| state.untaken = None);
        }
        Ok(())
    }

    /// Whether that is still to be done.
    #[must_use]
    pub fn is_untaken(&self) -> bool {
        self.with(|state| state.untaken.is_some())
    }

    /// Whether nothing of what came back is left.
    #[must_use]
    pub fn is_used_up(&self) -> bool {
        self.with(|state| match &state.doing {
            Doing::Seeing(_) => true,
            Doing::Repeating(answers) => answers.is_empty(),
        })
    }

    /// Has an identity stand among those that are offline, which the store does not know yet.
    pub fn expect(&self, identity: PublicKey) {
        self.with(|state| {
            if matches!(state.doing, Doing::Seeing(_)) {
                state.identities.insert(identity);
            }
        });
    }

    /// Remembers a key that the request asks for; one that was not there before is fresh.
    pub fn remember(&self, key: PublicKey, is_fresh: bool) {
        self.with(|state| {
            state.made.push_back(key);
            state.fresh.extend(is_fresh.then_some(key));
        });
    }

    /// The keys that were not there before.
    #[must_use]
    pub fn fresh(&self) -> Vec<PublicKey> {
        self.with(|state| state.fresh.clone())
    }

    /// The keys that were made or brought for the request.
    #[must_use]
    pub fn made(&self) -> Vec<PublicKey> {
        self.with(|state| state.made.iter().copied().collect())
    }

    /// The key that was made when the request was, in the place of one that would be made now.
    #[must_use]
    pub fn next_made(&self) -> Option<PublicKey> {
        self.with(|state| state.made.pop_front())
    }

    /// The operator that was meant when the request was made, whatever it is called by now.
    #[must_use]
    pub fn meant(&self, wanted: Option<&str>) -> Option<PublicKey> {
        let wanted = wanted.unwrap_or_default();
        self.with(|state| match state.doing {
            Doing::Seeing(_) => None,
            Doing::Repeating(_) => state.operators.get(wanted).copied(),
        })
    }

    /// Remembers which operator is meant.
    pub fn means(&self, wanted: Option<&str>, operator: PublicKey) {
        let wanted = wanted.unwrap_or_default().to_owned();
        self.with(|state| state.operators.insert(wanted, operator));
    }

    /// The operators that are meant.
    #[must_use]
    pub fn operators(&self) -> BTreeMap<String, PublicKey> {
        self.with(|state| state.operators.clone())
    }

    /// What signs for that key, where it is one of those that are offline.
    #[must_use]
    pub fn signer(&self, key: &PublicKey) -> Option<Box<dyn Signer>> {
        let is_away = self.with(|state| state.identities.contains(key));
        is_away.then(|| {
            Box::new(Root {
                key: *key,
                stand_in: self.clone(),
            }) as Box<dyn Signer>
        })
    }
}

/// The identity, as far as it can be stood in for.
struct Root {
    key: PublicKey,
    stand_in: StandIn,
}

/// What is asked for is not what was reviewed.
#[derive(Debug, thiserror::Error)]
#[error(
    "what would be signed now is not what was reviewed: something was changed since the request was made"
)]
struct Otherwise;

impl Signer for Root {
    fn public(&self) -> PublicKey {
        self.key
    }

    fn sign(&self, message: &[u8]) -> Result<[u8; SIGNATURE_LEN], SignError> {
        let message = String::from_utf8_lossy(message);
        self.stand_in.with(|state| match &mut state.doing {
            Doing::Seeing(seen) => {
                seen.push(Seen {
                    by: self.key,
                    input: message.into_owned(),
                });
                Ok([0; SIGNATURE_LEN])
            }
            Doing::Repeating(answers) => {
                let answer = answers.pop_front();
                let answer =
                    answer.filter(|answer| answer.by == self.key && answer.input == message);
                let signature = answer.map(|answer| answer.signature);
                signature.ok_or_else(|| SignError(Box::new(Otherwise)))
            }
        })
    }

    fn agreed_time(&self) -> Option<UnixSeconds> {
        let next = self.stand_in.with(|state| match &state.doing {
            Doing::Seeing(_) => None,
            Doing::Repeating(answers) => answers.front().cloned(),
        })?;
        let item = Item {
            by: next.by.to_string(),
            current: String::new(),
            proposed: next.input,
        };
        Some(match item.meaning().ok()? {
            Meaning::Token(claims) => claims.issued_at,
            Meaning::Statement(statement) => statement.time,
            Meaning::Deletion(deletion) => deletion.issued_at,
        })
    }

    fn only_sees(&self) -> bool {
        self.stand_in.sees()
    }
}
