//! Taking accounts from an account server over HTTP: several are asked for at a time.

use super::account_server::AccountServer;
use super::together::together;
use super::{NetError, Result};

/// What came of an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fetched {
    /// The server has this. Nobody has looked at it: it may be anything.
    There(String),
    /// It has none.
    Absent,
    /// It would not say, or said nothing that could be read.
    Refused(NetError),
    /// Nobody asked, since the server was not there for another.
    Untried,
}

/// Asks a server for accounts, and says after each how many are done. Where it is not there, the rest is not tried.
pub fn fetch(
    server: &AccountServer,
    keys: &[String],
    progress: &(dyn Fn(usize) + Sync),
) -> Vec<Fetched> {
    let account = |key: &String| -> Result<Option<String>> { server.account(key) };
    let fetched = together(keys, &account, progress);
    let outcomes = fetched.into_iter().map(|outcome| match outcome {
        Some(Ok(Some(token))) => Fetched::There(token),
        Some(Ok(None)) => Fetched::Absent,
        Some(Err(error)) => Fetched::Refused(error),
        None => Fetched::Untried,
    });
    outcomes.collect()
}
