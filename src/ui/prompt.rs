//! Questions at the terminal. A secret is read without echo; whatever ends the question gives the echo back.

use std::fs::File;
use std::io::{self, Read as _, Write as _};

use zeroize::Zeroizing;

#[cfg(unix)]
use super::modes::Changed;
use super::{ExitCode, Failure};

/// The terminal of the process, whatever its stdin and stdout are.
pub struct Prompt {
    terminal: File,
}

impl Prompt {
    /// Nothing where there is no terminal.
    #[must_use]
    pub fn open() -> Option<Self> {
        #[cfg(unix)]
        let path = "/dev/tty";
        #[cfg(windows)]
        let path = "CONIN$";
        // Whoever pipes stdin in is no person at a terminal, even if there is one.
        if !io::IsTerminal::is_terminal(&io::stdin()) {
            return None;
        }
        let terminal = File::options().read(true).write(true).open(path).ok()?;
        Some(Self { terminal })
    }

    /// Asks for a secret.
    pub fn secret(&mut self, question: &str) -> Result<Zeroizing<String>, Failure> {
        let answer = self.silent_line(question);
        writeln!(self.terminal)?;
        answer
    }

    /// Asks for a line.
    pub fn line(&mut self, question: &str) -> Result<String, Failure> {
        #[cfg(unix)]
        let _modes = Changed::to_characters(&self.terminal)?;
        write!(self.terminal, "{question}: ")?;
        let mut line = Vec::new();
        let mut byte = [0];
        loop {
            match self.terminal.read(&mut byte)? {
                // ^D with nothing typed.
                0 if line.is_empty() => return Err(interrupted()),
                0 => break,
                _ if byte[0] == b'\n' => break,
                _ => line.push(byte[0]),
            }
        }
        let line = std::str::from_utf8(&line).map_err(|_| not_text())?;
        Ok(line.trim().to_owned())
    }

    /// Shows something.
    pub fn show(&mut self, text: &str) -> Result<(), Failure> {
        Ok(writeln!(self.terminal, "{text}")?)
    }

    #[cfg(unix)]
    fn silent_line(&mut self, question: &str) -> Result<Zeroizing<String>, Failure> {
        // Silent before it asks: what is typed at once is neither shown nor lost.
        let modes = Changed::to_silence(&self.terminal)?;
        write!(self.terminal, "{question}: ")?;
        let line = typed(&mut self.terminal);
        drop(modes);
        line
    }

    #[cfg(not(unix))]
    fn silent_line(&mut self, _question: &str) -> Result<Zeroizing<String>, Failure> {
        Err(Failure::usage(
            "a passphrase cannot be typed on this system: use --identity FILE",
        ))
    }
}

/// A line, key by key, in memory that is wiped.
#[cfg(unix)]
fn typed(terminal: &mut File) -> Result<Zeroizing<String>, Failure> {
    const LONGEST: usize = 1024;
    let mut line = Zeroizing::new(Vec::with_capacity(LONGEST));
    loop {
        let mut byte = [0];
        if terminal.read(&mut byte)? == 0 {
            return Err(interrupted());
        }
        match byte[0] {
            b'\n' | b'\r' => break,
            // ^C, and ^D with nothing typed.
            3 => return Err(interrupted()),
            4 if line.is_empty() => return Err(interrupted()),
            // Backspace, over a whole character.
            8 | 127 => while line.pop().is_some_and(|byte| byte & 0xc0 == 0x80) {},
            // ^U
            21 => line.clear(),
            byte if line.len() < LONGEST => line.push(byte),
            _ => return Err(Failure::usage("the line is too long")),
        }
    }
    std::str::from_utf8(&line)
        .map(|text| Zeroizing::new(text.to_owned()))
        .map_err(|_| not_text())
}

fn not_text() -> Failure {
    Failure::usage("what was typed is not valid UTF-8")
}

fn interrupted() -> Failure {
    Failure::new(ExitCode::Interrupted, anyhow::anyhow!("interrupted"))
}
