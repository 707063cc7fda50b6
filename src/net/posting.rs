//! Giving accounts to an account server over HTTP: several are under way, and each is asked for again and compared.

use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use super::NetError;
use super::account_server::{AccountServer, Given};
use super::push::Account;

/// How many are under way at a time.
const TOGETHER: usize = 8;

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
    let outcomes = Mutex::new(vec![Outcome::Untried; accounts.len()]);
    let (next, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let gone = AtomicBool::new(false);
    // Whether there was one left.
    let give_next = || {
        let place = next.fetch_add(1, Ordering::Relaxed);
        let account = accounts.get(place);
        if let Some(account) = account {
            let outcome = outcome(server, account);
            if matches!(outcome, Outcome::Refused(NetError::Unread { .. })) {
                gone.store(true, Ordering::Relaxed);
            }
            let mut all = outcomes.lock().unwrap_or_else(PoisonError::into_inner);
            all[place] = outcome;
            progress(done.fetch_add(1, Ordering::Relaxed) + 1);
        }
        account.is_some()
    };
    let work = || {
        let mut more = true;
        while more && !gone.load(Ordering::Relaxed) {
            more = give_next();
        }
    };
    // A server that is not there is not asked for several at once.
    give_next();
    std::thread::scope(|scope| {
        for _ in 1..TOGETHER.min(accounts.len()) {
            scope.spawn(work);
        }
        work();
    });
    outcomes
        .into_inner()
        .unwrap_or_else(PoisonError::into_inner)
}

fn outcome(server: &AccountServer, account: &Account) -> Outcome {
    let given = match server.give(&account.key, &account.token) {
        Ok(given) => given,
        Err(error) => return Outcome::Refused(error),
    };
    if let Given::Pending(words) = given {
        return Outcome::Pending(words);
    }
    match server.account(&account.key) {
        Ok(Some(token)) if token == account.token => Outcome::Same,
        Ok(_) => Outcome::Different,
        Err(error) => Outcome::Refused(error),
    }
}
