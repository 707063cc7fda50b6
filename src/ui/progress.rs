//! How far something is that takes long: a bar on stderr where that is a terminal, shown when it has taken half a second and
//! gone when it ends. What is counted is counted by whoever does it, and looked at here.

use std::io::Write as _;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crate::testing;

/// What is over before is not worth a look.
const PATIENCE: Duration = Duration::from_millis(500);
const BETWEEN: Duration = Duration::from_millis(100);
const BAR: u64 = 30;
/// Clears the line that the cursor is on.
const CLEAR: &str = "\r\x1b[K";

/// A bar, for as long as it lives.
pub struct Progress {
    ended: Arc<Ended>,
    thread: Option<JoinHandle<()>>,
}

#[derive(Default)]
struct Ended {
    is: Mutex<bool>,
    changed: Condvar,
}

impl Ended {
    fn lock(&self) -> MutexGuard<'_, bool> {
        // A flag is whole whoever panicked with it.
        self.is.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether it has ended when that much time is over.
    fn within(&self, time: Duration) -> bool {
        let waited = self
            .changed
            .wait_timeout_while(self.lock(), time, |is| !*is);
        *waited.unwrap_or_else(PoisonError::into_inner).0
    }
}

impl Progress {
    /// Shows how much of `total` is done by now, whatever `doing` it is called.
    #[must_use]
    pub fn shown(doing: &'static str, done: Arc<AtomicU64>, total: u64) -> Self {
        let ended = Arc::new(Ended::default());
        let before = done.load(Ordering::Relaxed);
        let draw = {
            let ended = Arc::clone(&ended);
            move || {
                let mut wait = patience();
                let mut is_shown = false;
                while !ended.within(wait) {
                    let done = done.load(Ordering::Relaxed).saturating_sub(before);
                    write(&format!("{CLEAR}{}", drawn(doing, done.min(total), total)));
                    (wait, is_shown) = (BETWEEN, true);
                }
                if is_shown {
                    write(CLEAR);
                }
            }
        };
        // Where no thread can be had, the work goes on all the same.
        let thread = thread::Builder::new().spawn(draw).ok();
        Self { ended, thread }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        *self.ended.lock() = true;
        self.ended.changed.notify_all();
        if let Some(thread) = self.thread.take() {
            // That it cannot be drawn is no reason to fail.
            let _ = thread.join();
        }
    }
}

/// In debug builds tests may wait for less.
fn patience() -> Duration {
    testing::set("NKEEP_TEST_PATIENCE").map_or(PATIENCE, Duration::from_millis)
}

fn drawn(doing: &str, done: u64, total: u64) -> String {
    let full = (done * BAR).checked_div(total).unwrap_or(BAR);
    let bar: String = (0..BAR)
        .map(|place| if place < full { '#' } else { ' ' })
        .collect();
    format!("[{bar}] {doing} {done} of {total}")
}

fn write(text: &str) {
    let mut stderr = std::io::stderr().lock();
    let _ = stderr.write_all(text.as_bytes());
    let _ = stderr.flush();
}

#[cfg(test)]
mod tests {
    use super::drawn;

    #[test]
    fn a_bar_is_as_full_as_the_work_is_done() {
        let filled = |done, total| drawn("read", done, total).matches('#').count();
        assert_eq!(filled(0, 10), 0);
        assert_eq!(filled(5, 10), 15);
        assert_eq!(filled(10, 10), 30);
        assert_eq!(filled(0, 0), 30);
        assert!(drawn("read", 5, 10).ends_with("] read 5 of 10"));
    }
}
