//! An account server over HTTP: the operator's token at `operator`, each account's at `accounts/KEY`, where it is given a new
//! one, too. What it says is text until somebody has checked it.

use std::collections::BTreeSet;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::http::{Address, Answer, Http, Manner};
use super::{NetError, Result};
use crate::clock::UnixSeconds;
use crate::nkey::{Kind, PublicKey};
use crate::store::keyring::{Countersigned, Countersigner};

/// What tokens are called in HTTP.
const TOKEN: &str = "application/jwt";

/// What became of an account that was given to a server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// It has it.
    Taken,
    /// It waits for somebody to say yes; in the server's words.
    Pending(String),
}

/// A server that keeps accounts, and gives them to whoever asks.
#[derive(Debug)]
pub struct AccountServer {
    base: Address,
    http: Http,
}

impl AccountServer {
    /// The one at that address, without `/operator` and `/accounts`.
    #[must_use]
    pub fn new(base: Address, manner: Manner) -> Self {
        Self {
            base,
            http: Http::new(manner),
        }
    }

    /// Where it is.
    #[must_use]
    pub const fn address(&self) -> &Address {
        &self.base
    }

    /// Where an account of it is.
    pub fn address_of(&self, account: &str) -> Result<Address> {
        self.base.below(&format!("accounts/{account}"))
    }

    /// The token of its operator; nothing where it does not say.
    pub fn operator(&self) -> Result<Option<String>> {
        self.token_at(&self.base.below("operator")?)
    }

    /// The token of an account; nothing where it has none.
    pub fn account(&self, key: &str) -> Result<Option<String>> {
        self.token_at(&self.address_of(key)?)
    }

    /// Keys of the accounts that it lists. The usual ones list none, and say yes all the same.
    pub fn listed(&self) -> Result<BTreeSet<String>> {
        let answer = self.http.get(&self.base.below("accounts/")?)?;
        if answer.status != 200 {
            return Ok(BTreeSet::new());
        }
        let text = String::from_utf8_lossy(&answer.body);
        let words = text.split(|letter: char| !letter.is_ascii_alphanumeric());
        let keys = words.filter_map(|word| word.parse::<PublicKey>().ok());
        let of_accounts = keys.filter(|key| key.kind() == Kind::Account);
        Ok(of_accounts.map(|key| key.to_string()).collect())
    }

    /// Gives it the token of an account.
    pub fn give(&self, key: &str, token: &str) -> Result<Given> {
        let address = self.address_of(key)?;
        let answer = self.http.post(&address, TOKEN, token.as_bytes())?;
        match answer.status {
            200 => Ok(Given::Taken),
            201..=299 => Ok(Given::Pending(answer.words())),
            _ => Err(answered(&address, &answer)),
        }
    }

    fn token_at(&self, address: &Address) -> Result<Option<String>> {
        let answer = self.http.get(address)?;
        match answer.status {
            200 => text(address, answer.body).map(Some),
            404 | 410 => Ok(None),
            _ => Err(answered(address, &answer)),
        }
    }
}

/// What is at an address, which must be there.
pub fn fetched(address: &Address, manner: Manner) -> Result<Vec<u8>> {
    body(address, Http::new(manner).get(address)?)
}

/// The same, of nobody but the server that is named.
pub fn fetched_of_itself(address: &Address, manner: Manner) -> Result<Vec<u8>> {
    body(address, Http::new(manner).get_of_itself(address)?)
}

fn body(address: &Address, answer: Answer) -> Result<Vec<u8>> {
    match answer.status {
        200 => Ok(answer.body),
        _ => Err(answered(address, &answer)),
    }
}

fn answered(address: &Address, answer: &Answer) -> NetError {
    NetError::Answered {
        url: address.to_string(),
        status: answer.status,
        words: answer.words(),
    }
}

/// A token alone, or between dashed lines as nsc writes one.
fn text(address: &Address, body: Vec<u8>) -> Result<String> {
    let garbage = |_| NetError::Garbage {
        url: address.to_string(),
        reason: "the answer is no text".to_owned(),
    };
    let text = String::from_utf8(body).map_err(garbage)?;
    let token = text
        .lines()
        .map(str::trim)
        .find(|line| line.starts_with("eyJ"));
    Ok(token.unwrap_or_else(|| text.trim()).to_owned())
}

/// A server signs as of the second that it is: two tokens of one second would be taken for the same, so that the next is
/// waited for. One further off is another clock's, and not waited for.
fn wait_beyond(last: UnixSeconds) {
    const LONGEST: Duration = Duration::from_secs(2);
    let Ok(next) = u64::try_from(last + 1) else {
        return;
    };
    let next = UNIX_EPOCH + Duration::from_secs(next);
    if let Ok(left) = next.duration_since(SystemTime::now()) {
        std::thread::sleep(left.min(LONGEST));
    }
}

impl Countersigner for AccountServer {
    fn place(&self) -> String {
        self.base.to_string()
    }

    fn current(
        &self,
        account: &PublicKey,
    ) -> std::result::Result<Option<String>, Box<dyn std::error::Error + Send + Sync>> {
        Ok(self.account(&account.to_string())?)
    }

    fn countersigned(
        &self,
        account: &PublicKey,
        request: &str,
        later_than: UnixSeconds,
    ) -> std::result::Result<Countersigned, Box<dyn std::error::Error + Send + Sync>> {
        wait_beyond(later_than);
        let key = account.to_string();
        if let Given::Pending(words) = self.give(&key, request)? {
            return Ok(Countersigned::Pending(words));
        }
        Ok(match self.account(&key)? {
            Some(token) if token != request => Countersigned::Signed(token),
            _ => Countersigned::Pending(String::new()),
        })
    }
}
