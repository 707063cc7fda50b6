//! Questions at the terminal. A secret is read without echo; whatever ends the question gives the echo back.

use std::fs::File;
use std::io::{self, Read as _, Write as _};

use zeroize::Zeroizing;

#[cfg(unix)]
use super::modes::{Changed, INTERRUPT};
use super::{ExitCode, Failure, shown};

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

    /// Asks for a secret of several lines, such as a file that is pasted, until it is complete or ^D is typed.
    pub fn secret_lines(
        &mut self,
        question: &str,
        complete: impl Fn(&str) -> bool,
    ) -> Result<Zeroizing<String>, Failure> {
        let answer = self.silent_lines(question, complete);
        writeln!(self.terminal)?;
        answer
    }

    /// Asks for secrets in turn, with no echo from the first to the last: what is pasted is shown as little as what is typed. `next`
    /// takes what was typed, and has something to say of it, or nothing, and the next question, or none.
    pub fn secrets(
        &mut self,
        question: &str,
        next: impl FnMut(&str) -> (String, Option<String>),
    ) -> Result<(), Failure> {
        self.silent_answers(question, next)
    }

    /// Asks for a line.
    pub fn line(&mut self, question: &str) -> Result<String, Failure> {
        #[cfg(unix)]
        let _modes = Changed::to_characters(&self.terminal)?;
        write!(self.terminal, "{}: ", shown(question))?;
        let mut line = Vec::new();
        let mut byte = [0];
        loop {
            match self.terminal.read(&mut byte)? {
                // ^D with nothing typed.
                0 if line.is_empty() => return Err(interrupted()),
                0 => break,
                _ if byte[0] == b'\n' => break,
                #[cfg(unix)]
                _ if byte[0] == INTERRUPT => {
                    writeln!(self.terminal)?;
                    return Err(interrupted());
                }
                _ => line.push(byte[0]),
            }
        }
        let line = std::str::from_utf8(&line).map_err(|_| not_text())?;
        Ok(line.trim().to_owned())
    }

    /// Asks for a line that is typed once the question stands there: what was typed before, or pasted, is the answer to none.
    pub fn fresh_line(&mut self, question: &str) -> Result<String, Failure> {
        #[cfg(unix)]
        self.forget_until_quiet()?;
        self.line(question)
    }

    /// Throws away what was typed and not read, until nothing more comes: what is pasted comes in pieces.
    #[cfg(unix)]
    fn forget_until_quiet(&self) -> io::Result<()> {
        use rustix::event::{PollFd, PollFlags, Timespec, poll};
        // Nobody has read a question in that time.
        let moment = Timespec {
            tv_sec: 0,
            tv_nsec: 50_000_000,
        };
        loop {
            self.forget_typed()?;
            let mut terminal = [PollFd::new(&self.terminal, PollFlags::IN)];
            match poll(&mut terminal, Some(&moment)) {
                // Not every system can wait for a terminal: there, what came so far is all.
                Ok(_) if !terminal[0].revents().contains(PollFlags::IN) => {
                    return self.forget_typed();
                }
                // A signal that is taken is no key.
                Ok(_) | Err(rustix::io::Errno::INTR) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// Throws away what was typed and not read.
    #[cfg(unix)]
    fn forget_typed(&self) -> io::Result<()> {
        use rustix::termios::{QueueSelector, tcflush};
        Ok(tcflush(&self.terminal, QueueSelector::IFlush)?)
    }

    /// Shows something of nkeep's own, from memory that the caller wipes.
    pub fn show(&mut self, text: &str) -> Result<(), Failure> {
        Ok(writeln!(self.terminal, "{text}")?)
    }

    /// Takes the last lines off the screen, where the terminal can.
    pub fn wipe(&mut self, lines: usize) -> Result<(), Failure> {
        match std::env::var_os("TERM").is_none_or(|name| name == "dumb") {
            true => Ok(()),
            false => Ok(write!(self.terminal, "\x1b[{lines}A\r\x1b[J")?),
        }
    }

    #[cfg(unix)]
    fn silent_line(&mut self, question: &str) -> Result<Zeroizing<String>, Failure> {
        // Silent before it asks: what is typed at once is neither shown nor lost.
        let modes = Changed::to_silence(&self.terminal)?;
        write!(self.terminal, "{}: ", shown(question))?;
        let line = typed(&mut self.terminal, LONGEST);
        drop(modes);
        line?.ok_or_else(interrupted)
    }

    #[cfg(unix)]
    fn silent_lines(
        &mut self,
        question: &str,
        complete: impl Fn(&str) -> bool,
    ) -> Result<Zeroizing<String>, Failure> {
        const LONGEST: usize = 1 << 16;
        let modes = Changed::to_silence(&self.terminal)?;
        write!(self.terminal, "{}: ", shown(question))?;
        let mut text = Zeroizing::new(String::with_capacity(LONGEST));
        while !complete(&text) {
            let Some(line) = typed(&mut self.terminal, LONGEST)? else {
                break;
            };
            if text.len() + line.len() >= LONGEST {
                return Err(Failure::usage("what was typed is too long"));
            }
            text.push_str(&line);
            text.push('\n');
        }
        // The rest of what was pasted is no command for the shell.
        let _ = self.forget_typed();
        drop(modes);
        Ok(text)
    }

    #[cfg(unix)]
    fn silent_answers(
        &mut self,
        question: &str,
        mut next: impl FnMut(&str) -> (String, Option<String>),
    ) -> Result<(), Failure> {
        let modes = Changed::to_silence(&self.terminal)?;
        let mut question = question.to_owned();
        loop {
            write!(self.terminal, "{}: ", shown(&question))?;
            let line = typed(&mut self.terminal, LONGEST);
            writeln!(self.terminal)?;
            let (says, asks) = next(&line?.ok_or_else(interrupted)?);
            if !says.is_empty() {
                writeln!(self.terminal, "{}", shown(&says))?;
            }
            match asks {
                Some(next) => question = next,
                None => break,
            }
        }
        // The rest of what was pasted is no command for the shell.
        let _ = self.forget_typed();
        drop(modes);
        Ok(())
    }

    #[cfg(not(unix))]
    fn silent_answers(
        &mut self,
        _question: &str,
        _next: impl FnMut(&str) -> (String, Option<String>),
    ) -> Result<(), Failure> {
        Err(Failure::usage(
            "a page cannot be typed on this system: name a file that holds it",
        ))
    }

    #[cfg(not(unix))]
    fn silent_lines(
        &mut self,
        _question: &str,
        _complete: impl Fn(&str) -> bool,
    ) -> Result<Zeroizing<String>, Failure> {
        Err(Failure::usage(
            "a seed cannot be typed on this system: name a file that holds it",
        ))
    }

    #[cfg(not(unix))]
    fn silent_line(&mut self, _question: &str) -> Result<Zeroizing<String>, Failure> {
        Err(Failure::usage(
            "a passphrase cannot be typed on this system: use --identity FILE",
        ))
    }
}

/// Bytes of the longest passphrase.
#[cfg(unix)]
const LONGEST: usize = 1024;

/// A line, key by key, in memory that is wiped; nothing when ^D is typed in its place.
#[cfg(unix)]
fn typed(terminal: &mut File, longest: usize) -> Result<Option<Zeroizing<String>>, Failure> {
    let mut line = Zeroizing::new(Vec::with_capacity(longest));
    loop {
        let mut byte = [0];
        if terminal.read(&mut byte)? == 0 {
            return Err(interrupted());
        }
        match byte[0] {
            b'\n' | b'\r' => break,
            // ^C, and ^D with nothing typed.
            INTERRUPT => return Err(interrupted()),
            4 if line.is_empty() => return Ok(None),
            // Backspace, over a whole character.
            8 | 127 => while line.pop().is_some_and(|byte| byte & 0xc0 == 0x80) {},
            // ^U
            21 => line.clear(),
            // ^Z, an arrow and their like are no letters.
            0..=31 => {}
            byte if line.len() < longest => line.push(byte),
            _ => return Err(Failure::usage("the line is too long")),
        }
    }
    std::str::from_utf8(&line)
        .map(|text| Some(Zeroizing::new(text.to_owned())))
        .map_err(|_| not_text())
}

fn not_text() -> Failure {
    Failure::usage("what was typed is not valid UTF-8")
}

fn interrupted() -> Failure {
    Failure::new(ExitCode::Interrupted, anyhow::anyhow!("interrupted"))
}
