//! What is undone when a signal ends the process: signals by which others end it are held back while something is half done,
//! and do what they do when that was undone.

use std::io;
use std::sync::{Mutex, MutexGuard, Once, PoisonError};

use nix::sys::signal::{SigSet, Signal, raise};
use tempfile::TempDir;

/// What a shell says of a process that ^C ended.
const INTERRUPTED: i32 = 130;

type Undo = Box<dyn FnOnce() + Send>;

/// What is half done now, the last begun at the end.
static BEGUN: Mutex<Vec<(usize, Undo)>> = Mutex::new(Vec::new());

fn begun() -> MutexGuard<'static, Vec<(usize, Undo)>> {
    BEGUN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Something that is half done for as long as this lives. Threads that were started before do not hold signals back.
pub struct HalfDone(usize);

impl HalfDone {
    /// Begins it: `undo` is done when a signal ends the process before it is done.
    pub fn begin(undo: impl FnOnce() + Send + 'static) -> io::Result<Self> {
        let (half_done, ()) = Self::making(|| Ok(((), undo)))?;
        Ok(half_done)
    }

    /// Makes a folder and begins to fill it: it goes with all that is in it by then.
    pub fn folder(make: impl FnOnce() -> io::Result<TempDir>) -> io::Result<(Self, TempDir)> {
        // Files may still be added while it is being removed.
        const TIMES: usize = 100;
        Self::making(|| {
            let made = make()?;
            let path = made.path().to_owned();
            let undo = move || {
                for _ in 0..TIMES {
                    if std::fs::remove_dir_all(&path).is_ok() || !path.exists() {
                        break;
                    }
                }
            };
            Ok((made, undo))
        })
    }

    /// Does a step of it. While it is undone none is begun: what was removed would be made again.
    pub fn step<T>(&self, step: impl FnOnce() -> T) -> T {
        let _held = begun();
        step()
    }

    /// Makes something that is to be undone. No signal is between the two: whoever undoes waits for what is made.
    fn making<T, U: FnOnce() + Send + 'static>(
        make: impl FnOnce() -> io::Result<(T, U)>,
    ) -> io::Result<(Self, T)> {
        ending().thread_block()?;
        let mut begun = begun();
        let (made, undo) = make().inspect_err(|_| {
            if begun.is_empty() {
                let _ = ending().thread_unblock();
            }
        })?;
        let number = begun.last().map_or(0, |(last, _)| last + 1);
        begun.push((number, Box::new(undo)));
        drop(begun);
        watch();
        Ok((Self(number), made))
    }
}

impl Drop for HalfDone {
    fn drop(&mut self) {
        let mut begun = begun();
        begun.retain(|(number, _)| *number != self.0);
        if begun.is_empty() {
            let _ = ending().thread_unblock();
        }
    }
}

/// The signals by which others end a process.
fn ending() -> SigSet {
    SigSet::from_iter([
        Signal::SIGHUP,
        Signal::SIGINT,
        Signal::SIGQUIT,
        Signal::SIGTERM,
    ])
}

/// Waits, beside the work, for a signal that is held back; undoes what is half done, and lets the signal do what it does.
/// Where nothing is half done, signals are not held back, and need nobody to wait for them.
fn watch() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let watcher = std::thread::Builder::new().spawn(|| {
            let Ok(signal) = ending().wait() else {
                return;
            };
            // Held until the process ends: nothing is begun any more, and nothing is done.
            let mut begun = begun();
            while let Some((_, undo)) = begun.pop() {
                undo();
            }
            let _ = ending().thread_unblock();
            let _ = raise(signal);
            // Whoever started the process has the signal ignored; what was undone is over all the same.
            #[allow(clippy::exit, reason = "there is nobody to return to")]
            std::process::exit(INTERRUPTED);
        });
        // With nobody to wait for them they are better not held back.
        if watcher.is_err() {
            let _ = ending().thread_unblock();
        }
    });
}
