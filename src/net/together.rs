//! Asking an account server for several things at a time. Where it is not there for one, the rest is not tried.

use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use super::{NetError, Result};

/// How many are under way at a time.
const TOGETHER: usize = 8;

/// What comes of each, in the order in which they stand, and after each how many are done. Nothing stands for one that was
/// not tried, since the server was gone.
pub(super) fn together<T: Sync, Outcome: Send>(
    each: &[T],
    work: &(dyn Fn(&T) -> Result<Outcome> + Sync),
    progress: &(dyn Fn(usize) + Sync),
) -> Vec<Option<Result<Outcome>>> {
    let outcomes: Vec<Option<Result<Outcome>>> = each.iter().map(|_| None).collect();
    let outcomes = Mutex::new(outcomes);
    let (next, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let gone = AtomicBool::new(false);
    // Whether there was one left.
    let do_next = || {
        let place = next.fetch_add(1, Ordering::Relaxed);
        let one = each.get(place);
        if let Some(one) = one {
            let outcome = work(one);
            if matches!(outcome, Err(NetError::Unread { .. })) {
                gone.store(true, Ordering::Relaxed);
            }
            let mut all = outcomes.lock().unwrap_or_else(PoisonError::into_inner);
            all[place] = Some(outcome);
            progress(done.fetch_add(1, Ordering::Relaxed) + 1);
        }
        one.is_some()
    };
    let worker = || {
        let mut more = true;
        while more && !gone.load(Ordering::Relaxed) {
            more = do_next();
        }
    };
    // A server that is not there is not asked for several at once.
    do_next();
    std::thread::scope(|scope| {
        for _ in 1..TOGETHER.min(each.len()) {
            scope.spawn(worker);
        }
        worker();
    });
    outcomes
        .into_inner()
        .unwrap_or_else(PoisonError::into_inner)
}
