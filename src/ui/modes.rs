//! The modes of a terminal while a question stands: other ones for as long, and given back when it is over, also when a
//! signal ends the process. ^C at a question is a key like any other; what comes from elsewhere is a signal.

use std::fs::File;
use std::io::{self, Write as _};
use std::sync::{Mutex, MutexGuard, PoisonError};

use nix::sys::signal::{SigSet, Signal};
use rustix::termios::{
    LocalModes, OptionalActions, SpecialCodeIndex, Termios, tcgetattr, tcsetattr,
};

use crate::ending::HalfDone;

/// The terminal of the question that stands, and its modes from before.
static BEFORE: Mutex<Option<Before>> = Mutex::new(None);

struct Before {
    terminal: File,
    modes: Termios,
    /// Whether the cursor may be hidden.
    in_dialogue: bool,
}

/// What ^C is where it is a key.
pub const INTERRUPT: u8 = 3;

/// What a terminal takes for no key at all.
#[cfg(any(target_os = "linux", target_os = "android"))]
const NO_KEY: u8 = 0;
#[cfg(not(any(target_os = "linux", target_os = "android")))]
const NO_KEY: u8 = 0xff;

/// What shows the cursor, which a list of choices hides.
const SHOW_CURSOR: &[u8] = b"\x1b[?25h";

/// Other modes; as they were when this is dropped.
pub struct Changed(
    #[allow(dead_code, reason = "signals are held back for as long as it lives")] HalfDone,
);

impl Changed {
    /// Neither echoes, nor turns ^C into a signal, nor waits for the end of the line.
    pub fn to_silence(terminal: &File) -> io::Result<Self> {
        let before = tcgetattr(terminal)?;
        let mut silent = before.clone();
        silent.local_modes -= LocalModes::ECHO | LocalModes::ECHONL;
        silent.local_modes -= LocalModes::ICANON | LocalModes::ISIG | LocalModes::IEXTEN;
        Self::over(terminal, before, &silent, OptionalActions::Flush)
    }

    /// Every key is read by itself, ^C too, for as long as a dialogue goes on; what was typed ahead is kept.
    pub fn to_keys(terminal: &File) -> io::Result<Self> {
        let before = tcgetattr(terminal)?;
        let mut keys = before.clone();
        keys.local_modes -= LocalModes::ECHO | LocalModes::ECHONL;
        keys.local_modes -= LocalModes::ICANON | LocalModes::ISIG | LocalModes::IEXTEN;
        let changed = Self::over(terminal, before, &keys, OptionalActions::Now)?;
        if let Some(before) = &mut *locked() {
            before.in_dialogue = true;
        }
        Ok(changed)
    }

    /// Takes the ^C that the library of lists has sent to this thread, and that is held back: it is answered already.
    pub fn take_interrupt(&self) {
        let _ = SigSet::from_iter([Signal::SIGINT]).wait();
    }

    /// Backspace takes a character back, and not a byte of one; ^C ends the line, and is the last that is read of it.
    pub fn to_characters(terminal: &File) -> io::Result<Self> {
        let before = tcgetattr(terminal)?;
        let mut after = before.clone();
        after.special_codes[SpecialCodeIndex::VINTR] = NO_KEY;
        after.special_codes[SpecialCodeIndex::VEOL] = INTERRUPT;
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
        let kept = Before {
            terminal: terminal.try_clone()?,
            modes: before,
            in_dialogue: false,
        };
        // From here on, dropping it gives everything back.
        let changed = Self(HalfDone::begin(give_back)?);
        *locked() = Some(kept);
        tcsetattr(terminal, when, during)?;
        Ok(changed)
    }
}

impl Drop for Changed {
    fn drop(&mut self) {
        give_back();
    }
}

fn locked() -> MutexGuard<'static, Option<Before>> {
    BEFORE.lock().unwrap_or_else(PoisonError::into_inner)
}

fn give_back() {
    if let Some(mut before) = locked().take() {
        if before.in_dialogue {
            let _ = before.terminal.write_all(SHOW_CURSOR);
        }
        let _ = tcsetattr(&before.terminal, OptionalActions::Now, &before.modes);
    }
}
