//! A plugin that runs: what is told to it and heard from it, a stanza at a time, and that it ends.

use std::fs::File;
use std::io::{Read as _, Seek as _, Write as _};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use zeroize::Zeroizing;

use super::{PluginName, Plugins};
use crate::store::age::AgeError;
use crate::store::age::header::Stanza;

/// More than any stanza.
const LONGEST: usize = 64 << 10;
/// After so long the user is told for whom nkeep waits.
const SILENCE: Duration = Duration::from_secs(5);
/// How long a plugin may take to end when all is said.
const LEAVE: Duration = Duration::from_secs(2);

/// A plugin that runs. Ended when dropped.
pub struct Conversation {
    name: PluginName,
    child: Child,
    to: Option<Sender<Zeroizing<String>>>,
    from: Receiver<Zeroizing<Vec<u8>>>,
    complaints: File,
    patience: Duration,
}

impl Conversation {
    /// Starts a plugin that may be run.
    pub fn begin(name: &PluginName, plugins: &Plugins, machine: &str) -> Result<Self, AgeError> {
        let program = plugins.program(name)?;
        let patience = plugins.allowing(name)?.patience;
        let failed = |error: std::io::Error| fault(name, format!("cannot be run: {error}"));
        let complaints = tempfile::tempfile().map_err(failed)?;
        let mut child = Command::new(program)
            .arg(format!("--age-plugin={machine}"))
            .current_dir(std::env::temp_dir())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(complaints.try_clone().map_err(failed)?)
            .spawn()
            .map_err(failed)?;
        // Threads of their own: a plugin that neither reads nor writes stops them, and not us. They end with its pipes.
        let (to, written) = channel::<Zeroizing<String>>();
        if let Some(mut pipe) = child.stdin.take() {
            std::thread::spawn(move || {
                for text in written {
                    if pipe.write_all(text.as_bytes()).is_err() {
                        break;
                    }
                }
            });
        }
        let (heard, from) = channel();
        if let Some(mut pipe) = child.stdout.take() {
            std::thread::spawn(move || {
                while let Some(stanza) = stanza_from(&mut pipe) {
                    if heard.send(stanza).is_err() {
                        break;
                    }
                }
            });
        }
        Ok(Self {
            name: name.clone(),
            child,
            to: Some(to),
            from,
            complaints,
            patience,
        })
    }

    /// Says a stanza.
    pub fn tell(&self, kind: &str, arguments: &[&str], body: &[u8]) {
        let words: usize = arguments.iter().map(|word| word.len() + 1).sum();
        let mut text = Zeroizing::new(String::with_capacity(
            kind.len() + words + 2 * body.len() + 16,
        ));
        let stanza = Stanza {
            kind: kind.to_owned(),
            arguments: arguments.iter().map(|word| (*word).to_owned()).collect(),
            body: Zeroizing::new(body.to_vec()),
        };
        stanza.write(&mut text);
        // One that is gone is noticed when nothing comes from it.
        if let Some(to) = &self.to {
            let _ = to.send(text);
        }
    }

    /// The next stanza. `waiting` is called when it takes a while.
    pub fn hear(&mut self, waiting: impl FnOnce()) -> Result<Stanza, AgeError> {
        let first = self.patience.min(SILENCE);
        let mut heard = self.from.recv_timeout(first);
        if heard == Err(RecvTimeoutError::Timeout) && self.patience > first {
            waiting();
            heard = self.from.recv_timeout(self.patience - first);
        }
        match heard {
            Ok(text) => Stanza::alone(&text).map_err(|_| self.fault("answers nonsense")),
            Err(RecvTimeoutError::Timeout) => {
                let seconds = self.patience.as_secs_f32();
                Err(self.fault(format!("has said nothing for {seconds} s, and was ended")))
            }
            Err(RecvTimeoutError::Disconnected) => Err(self.gone()),
        }
    }

    /// What a plugin did wrong.
    pub fn fault(&self, what: impl Into<String>) -> AgeError {
        fault(&self.name, what)
    }

    /// Waits for it to end, though not for long.
    pub fn end(mut self) {
        self.left();
    }

    /// Closes its input, and says whether it has ended by itself.
    fn left(&mut self) -> Option<std::process::ExitStatus> {
        self.to = None;
        let since = Instant::now();
        loop {
            match self.child.try_wait() {
                Ok(Some(status)) => return Some(status),
                Ok(None) if since.elapsed() < LEAVE => std::thread::sleep(Duration::from_millis(2)),
                _ => return None,
            }
        }
    }

    /// Why nothing more comes from it, in its own words where it left some.
    fn gone(&mut self) -> AgeError {
        let how = match self.left() {
            Some(status) if status.success() => "ended before all was said".to_owned(),
            Some(status) => format!("ended before all was said ({status})"),
            None => "answers nonsense".to_owned(),
        };
        let mut said = Vec::new();
        let words = self
            .complaints
            .rewind()
            .and_then(|()| (&self.complaints).take(400).read_to_end(&mut said));
        let said = String::from_utf8_lossy(&said);
        let said: Vec<&str> = said.split_whitespace().collect();
        if words.is_ok() && !said.is_empty() {
            return self.fault(format!("{how}: {}", said.join(" ")));
        }
        self.fault(how)
    }
}

impl Drop for Conversation {
    fn drop(&mut self) {
        // One that has ended cannot be killed, and that is well.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn fault(name: &PluginName, what: impl Into<String>) -> AgeError {
    AgeError::Plugin {
        name: name.clone(),
        what: what.into(),
    }
}

/// One stanza as it stands; nothing when the pipe ends, or what comes is none.
fn stanza_from(pipe: &mut impl std::io::Read) -> Option<Zeroizing<Vec<u8>>> {
    let mut text = Zeroizing::new(Vec::with_capacity(512));
    let mut line = 0;
    let mut lines = 0;
    let mut byte = Zeroizing::new([0]);
    while text.len() < LONGEST && pipe.read(byte.as_mut_slice()).ok()? == 1 {
        if text.len() == text.capacity() {
            // What it outgrows is wiped.
            let mut larger = Zeroizing::new(Vec::with_capacity(2 * text.len()));
            larger.extend_from_slice(&text);
            text = larger;
        }
        text.push(byte[0]);
        if byte[0] != b'\n' {
            continue;
        }
        // The first line is the stanza's words; the last one is shorter than the others.
        if lines > 0 && text.len() - line <= 64 {
            return Some(text);
        }
        lines += 1;
        line = text.len();
    }
    None
}
