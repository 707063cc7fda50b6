//! Giving accounts to an account server over HTTP: several are under way, and each is asked for again and compared.

use super::account_server::{AccountServer, Given};
use super::push::Account;
use super::together::together;
use super::{NetError, Result};

/// What became of an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The server has just this.
    Same,
    /// It took it, and has something else, or nothing.
    Different,
    /// It waits for somebody to say yes; in the server's words.
    Pending(String),
    /// It would not have it, or said nothing that could be read.
    Refused(NetError),
    /// Nobody tried, since the server was not there for another.
    Untried,
}

/// Gives accounts to a server, and says after each how many are done. Where it is not there, the rest is not tried.
pub fn post(
    server: &AccountServer,
    accounts: &[Account],
    progress: &(dyn Fn(usize) + Sync),
) -> Vec<Outcome> {
    let posted = together(accounts, &|account| outcome(server, account), progress);
    let outcomes = posted.into_iter().map(|outcome| match outcome {
        Some(Ok(outcome)) => outcome,
        Some(Err(error)) => Outcome::Refused(error),
        None => Outcome::Untried,
    });
    outcomes.collect()
}

fn outcome(server: &AccountServer, account: &Account) -> Result<Outcome> {
    if let Given::Pending(words) = server.give(&account.key, &account.token)? {
        return Ok(Outcome::Pending(words));
    }
    Ok(match server.account(&account.key)? {
        Some(token) if token == account.token => Outcome::Same,
        _ => Outcome::Different,
    })
}
