//! What stands in for an operator's identity that is offline. While a request is made it sees what the identity would sign, and signs
//! nothing; while an answer is taken it gives the signatures that came back, for exactly the bytes that were reviewed.

use std::collections::{HashSet, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};

use data_encoding::BASE64URL_NOPAD;

use crate::clock::UnixSeconds;
use crate::jwt::decode::{Token, decode};
use crate::jwt::sign::{SignError, Signer};
use crate::nkey::{PublicKey, SIGNATURE_LEN};

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
    doing: Doing,
}

#[derive(Debug)]
enum Doing {
    Seeing(Vec<String>),
    Repeating(VecDeque<String>),
}

impl StandIn {
    /// One that sees what those identities would sign, and keeps the keys that are made for it or not.
    #[must_use]
    pub fn seeing(identities: HashSet<PublicKey>, keeps: bool) -> Self {
        let none = VecDeque::new();
        Self::of(identities, keeps, none, Doing::Seeing(Vec::new()))
    }

    /// One that gives the signature of that token, and has the keys that were made for its request.
    #[must_use]
    pub fn repeating(identity: PublicKey, token: String, made: Vec<PublicKey>) -> Self {
        let doing = Doing::Repeating([token].into());
        Self::of([identity].into(), true, made.into(), doing)
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
    pub fn seen(&self) -> Vec<String> {
        self.with(|state| match &state.doing {
            Doing::Seeing(seen) => seen.clone(),
            Doing::Repeating(_) => Vec::new(),
        })
    }

    /// Whether nothing of what came back is left.
    #[must_use]
    pub fn is_used_up(&self) -> bool {
        self.with(|state| match &state.doing {
            Doing::Seeing(_) => true,
            Doing::Repeating(tokens) => tokens.is_empty(),
        })
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
                seen.push(message.into_owned());
                Ok([0; SIGNATURE_LEN])
            }
            Doing::Repeating(tokens) => {
                let answer = tokens.pop_front().and_then(|token| {
                    let (input, signature) = token.rsplit_once('.')?;
                    let signature = BASE64URL_NOPAD.decode(signature.as_bytes()).ok()?;
                    (input == message).then_some(signature)
                });
                let signature = answer.and_then(|signature| signature.try_into().ok());
                signature.ok_or_else(|| SignError(Box::new(Otherwise)))
            }
        })
    }

    fn agreed_time(&self) -> Option<UnixSeconds> {
        let token = self.stand_in.with(|state| match &state.doing {
            Doing::Seeing(_) => None,
            Doing::Repeating(tokens) => tokens.front().cloned(),
        })?;
        match decode(&token).ok()? {
            Token::Operator(token) => Some(token.claims().issued_at),
            _ => None,
        }
    }

    fn only_sees(&self) -> bool {
        self.stand_in.sees()
    }
}
