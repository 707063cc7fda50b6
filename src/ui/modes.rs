//! The modes of a terminal while a question stands: other ones for as long, and given back when it is over, also when a
//! signal ends the process. ^C at a secret is a key like any other; what comes from elsewhere is a signal.

use std::fs::File;
use std::io;
use std::sync::{Mutex, MutexGuard, Once, PoisonError};

use nix::sys::signal::{SigSet, Signal, raise};
use rustix::termios::{LocalModes, OptionalActions, Termios, tcgetattr, tcsetattr};

use super::ExitCode;

/// The terminal of the question that stands, and its modes from before.
static BEFORE: Mutex<Option<(File, Termios)>> = Mutex::new(None);

/// Other modes; as they were when this is dropped.
pub struct Changed(());

impl Changed {
    /// Neither echoes, nor turns ^C into a signal, nor waits for the end of the line.
    pub fn to_silence(terminal: &File) -> io::Result<Self> {
        let before = tcgetattr(terminal)?;
        let mut silent = before.clone();
        silent.local_modes -= LocalModes::ECHO | LocalModes::ECHONL;
        silent.local_modes -= LocalModes::ICANON | LocalModes::ISIG | LocalModes::IEXTEN;
        Self::over(terminal, before, &silent, OptionalActions::Flush)
    }

    /// Backspace takes a character back, and not a byte of one.
    pub fn to_characters(terminal: &File) -> io::Result<Self> {
        let before = tcgetattr(terminal)?;
        let mut after = before.clone();
        #[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
        {
            after.input_modes |= rustix::termios::InputModes::IUTF8;
        }
        Self::over(terminal, before, &after, OptionalActions::Now)
    }

    fn over(
        terminal: &File,
        before: Termios,
        during: &Termios,
        when: OptionalActions,
    ) -> io::Result<Self> {
        let kept = (terminal.try_clone()?, before);
        ending().thread_block()?;
        // From here on, dropping it gives everything back.
        let changed = Self(());
        *locked() = Some(kept);
        watch();
        tcsetattr(terminal, when, during)?;
        Ok(changed)
    }
}

impl Drop for Changed {
    fn drop(&mut self) {
        give_back();
        let _ = ending().thread_unblock();
    }
}

fn locked() -> MutexGuard<'static, Option<(File, Termios)>> {
    BEFORE.lock().unwrap_or_else(PoisonError::into_inner)
}

fn give_back() {
    if let Some((terminal, before)) = locked().take() {
        let _ = tcsetattr(&terminal, OptionalActions::Now, &before);
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

/// Waits, beside the question, for a signal that is held back; gives the terminal back, and lets the signal do what it
/// does. Where no question stands, signals are not held back, and need nobody to wait for them.
fn watch() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let watcher = std::thread::Builder::new().spawn(|| {
            let Ok(signal) = ending().wait() else {
                return;
            };
            give_back();
            let _ = ending().thread_unblock();
            let _ = raise(signal);
            // Whoever started the process has the signal ignored; a question without its silence is over all the same.
            #[allow(clippy::exit, reason = "there is nobody to return to")]
            std::process::exit(ExitCode::Interrupted.number().into());
        });
        // With nobody to wait for them they are better not held back.
        if watcher.is_err() {
            let _ = ending().thread_unblock();
        }
    });
}
