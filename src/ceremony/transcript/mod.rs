//! The record of a ceremony: a file of lines, each with the hash of the one before, to which lines are added and never anything else
//! is done. People sign it line by line as they go; who has their public keys can see that nothing was changed.
//!
//! [`mod@line`] is what stands in it, [`steps`] what was done of a plan, [`verify`] whether what it says can be true.

pub mod line;
mod replay;
pub mod steps;
pub mod verify;

use std::fs::{File, TryLockError};
use std::io::{self, Read as _, Seek as _, Write as _};
use std::path::Path;
use std::time::Duration;

use super::{CeremonyError, Result};
use crate::clock::{Clock, UnixSeconds};
use crate::file::{self, Existing};
use crate::jwt::sign::Signer;
use crate::masking::holds_secret;
use crate::store::StoreError;
use crate::text::quoted;
use line::{Line, NOTHING, Participant, TITLE, Tool, What, hex};

/// The largest transcript that is read.
const LARGEST: u64 = 64 << 20;

/// The command that shows a transcript.
pub(super) const SHOW: &str = "nkeep ceremony transcript show --help";

/// How long another process may take to write its line.
const PATIENCE: Duration = Duration::from_secs(10);

/// A transcript that was read: its chain holds, and each signature in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transcript {
    /// What stands in it.
    pub lines: Vec<Line>,
    /// The hash of each line.
    pub heads: Vec<String>,
    /// What was begun after the last line and never ended.
    pub torn: Vec<u8>,
}

/// When and by what a line is written.
#[derive(Clone, Debug)]
pub struct Stamp {
    time: UnixSeconds,
    clock: &'static str,
    tool: Tool,
}

impl Stamp {
    /// Now, and by this process.
    #[must_use]
    pub fn now(clock: Clock) -> Self {
        let sha256 = own_executable().map_or_else(|_| String::new(), |bytes| hex(&bytes));
        Self {
            time: clock.now(),
            clock: match clock {
                Clock::System => "system",
                Clock::Fixed(_) => "stopped",
            },
            tool: Tool {
                version: env!("CARGO_PKG_VERSION").to_owned(),
                sha256,
            },
        }
    }

    fn line(&self, seq: u64, prev: &str, what: What) -> Line {
        Line {
            nkeep: TITLE.to_owned(),
            seq,
            prev: prev.to_owned(),
            time: self.time,
            clock: self.clock.to_owned(),
            tool: self.tool.clone(),
            what,
        }
    }
}

/// The executable of this process, also where its file was replaced since it was started.
pub fn own_executable() -> io::Result<Vec<u8>> {
    #[cfg(target_os = "linux")]
    if let Ok(bytes) = std::fs::read("/proc/self/exe") {
        return Ok(bytes);
    }
    std::fs::read(std::env::current_exe()?)
}

impl Transcript {
    /// Reads one: what it is called where it is refused, and what is in it.
    pub fn parse(file: &str, bytes: &[u8]) -> Result<Self> {
        let wrong = |number: usize, reason: String| {
            CeremonyError::problem(file, format!("line {number} {reason}"), SHOW)
        };
        let end = bytes
            .iter()
            .rposition(|byte| *byte == b'\n')
            .map_or(0, |at| at + 1);
        let (whole, torn) = bytes.split_at(end);
        let mut read = Self {
            lines: Vec::new(),
            heads: Vec::new(),
            torn: torn.to_owned(),
        };
        for (at, text) in whole.split_inclusive(|byte| *byte == b'\n').enumerate() {
            let number = at + 1;
            let text = &text[..text.len() - 1];
            let head = hex(text);
            let text =
                std::str::from_utf8(text).map_err(|_| wrong(number, "is no text".to_owned()))?;
            let line = Line::read(text).map_err(|reason| wrong(number, reason))?;
            let follows = line.seq == at as u64 && line.prev == read.head();
            let begins = matches!(line.what, What::Start { .. }) == (at == 0);
            if !follows || !begins {
                let reason = match at {
                    0 => format!("{} does not begin with its first line", quoted(file)),
                    _ => format!(
                        "line {number} of {} does not follow the one above it: one was changed, left out or put in",
                        quoted(file)
                    ),
                };
                return Err(CeremonyError::tampered(reason, SHOW));
            }
            line.signer()?;
            read.lines.push(line);
            read.heads.push(head);
        }
        if read.lines.is_empty() {
            let reason = "is no transcript: not even its first line is whole";
            return Err(CeremonyError::problem(file, reason, SHOW));
        }
        Ok(read)
    }

    /// Reads the transcript in a file. One whose end was torn off is refused.
    pub fn open(path: &Path) -> Result<Self> {
        let name = path.display().to_string();
        let read = Self::parse(&name, &read_all(path)?)?;
        read.must_be_whole(path)?;
        Ok(read)
    }

    /// Refuses one whose last line was never ended.
    pub fn must_be_whole(&self, path: &Path) -> Result<()> {
        if self.torn.is_empty() {
            return Ok(());
        }
        Err(CeremonyError::tampered(
            format!(
                "line {} of {} is torn: whoever wrote it was stopped, or it was cut off",
                self.lines.len() + 1,
                quoted(path.display())
            ),
            crate::text::noted(
                format!(
                    "nkeep ceremony transcript note {} --repair 'WHAT HAPPENED'",
                    crate::text::shell_word(&path.to_string_lossy())
                ),
                "cuts it off, and says so in the transcript",
            ),
        ))
    }

    /// The hash of the last line, which stands for all of it.
    #[must_use]
    pub fn head(&self) -> &str {
        self.heads.last().map_or(NOTHING, String::as_str)
    }

    /// What it is about.
    #[must_use]
    pub fn title(&self) -> &str {
        match self.lines.first().map(|line| &line.what) {
            Some(What::Start { title, .. }) => title,
            _ => "",
        }
    }

    /// Who takes part.
    #[must_use]
    pub fn participants(&self) -> &[Participant] {
        match self.lines.first().map(|line| &line.what) {
            Some(What::Start { participants, .. }) => participants,
            _ => &[],
        }
    }

    /// When the latest line was written, whichever that is.
    #[must_use]
    pub fn latest(&self) -> UnixSeconds {
        self.lines.iter().map(|line| line.time).max().unwrap_or(0)
    }
}

/// Begins a transcript, in a file of its own.
pub fn start(
    path: &Path,
    stamp: &Stamp,
    title: &str,
    participants: Vec<Participant>,
) -> Result<Transcript> {
    let what = What::Start {
        title: title.to_owned(),
        participants,
    };
    let text = written(&stamp.line(0, NOTHING, what))?;
    file::write(path, text.as_bytes(), Existing::Keep)
        .map_err(|error| cannot("write", path, &error))?;
    Transcript::open(path)
}

/// Adds a line, whole or not at all: it is on disk when this returns.
pub fn append(path: &Path, stamp: &Stamp, what: What) -> Result<Transcript> {
    added(path, |read| {
        Ok(stamp.line(read.lines.len() as u64, read.head(), what))
    })
}

/// Adds a line by which somebody signs all that stands above it.
pub fn sign(path: &Path, stamp: &Stamp, by: &str, signer: &dyn Signer) -> Result<Transcript> {
    let key = signer.public().to_string();
    added(path, |read| {
        let participant = participant(read, path, by)?;
        let is_signature = |line: &&Line| matches!(line.what, What::Signed { .. });
        let mut since = read.lines.iter().rev().take_while(is_signature);
        let is_own =
            |line: &Line| matches!(&line.what, What::Signed { key: known, .. } if *known == key);
        if since.any(is_own) {
            let reason = format!(
                "{key} signed all of it already, and nothing was added since but signatures"
            );
            return Err(CeremonyError::refused(reason, SHOW));
        }
        let what = What::Signed {
            by: participant.name.clone(),
            role: participant.role.clone(),
            key: key.clone(),
            signature: String::new(),
        };
        let line = stamp.line(read.lines.len() as u64, read.head(), what);
        let line = line.signed(signer)?;
        // What an agent or a token gave is looked at before it is written.
        line.signer()?;
        Ok(line)
    })
}

/// Who is called so among those who take part.
pub fn participant<'a>(read: &'a Transcript, path: &Path, name: &str) -> Result<&'a Participant> {
    let mut known = read.participants().iter();
    known.find(|known| known.name == name).ok_or_else(|| {
        let names = read.participants().iter();
        let names: Vec<&str> = names.map(|known| known.name.as_str()).collect();
        CeremonyError::refused(
            format!(
                "{} takes no part in it: {}",
                quoted(name),
                match &*names {
                    [] => "nobody is named there".to_owned(),
                    names => names.join(", "),
                }
            ),
            format!(
                "nkeep ceremony transcript show {}",
                crate::text::shell_word(&path.to_string_lossy())
            ),
        )
    })
}

fn added(path: &Path, line: impl FnOnce(&Transcript) -> Result<Line>) -> Result<Transcript> {
    let mut locked = locked(path)?;
    let mut bytes = all_of(&mut locked, path)?;
    let read = Transcript::parse(&path.display().to_string(), &bytes)?;
    read.must_be_whole(path)?;
    let text = written(&line(&read)?)?;
    write_at_end(&mut locked, path, bytes.len() as u64, &text)?;
    bytes.extend_from_slice(text.as_bytes());
    Transcript::parse(&path.display().to_string(), &bytes)
}

/// Cuts off a line whose end was never written, and says so in the transcript.
pub fn repair(path: &Path, stamp: &Stamp, words: &str) -> Result<Transcript> {
    let mut locked = locked(path)?;
    let mut bytes = all_of(&mut locked, path)?;
    let read = Transcript::parse(&path.display().to_string(), &bytes)?;
    if read.torn.is_empty() {
        let reason = format!(
            "{} is whole: there is nothing to repair",
            quoted(path.display())
        );
        return Err(CeremonyError::refused(reason, SHOW));
    }
    let what = What::Repaired {
        bytes: read.torn.len() as u64,
        sha256: hex(&read.torn),
        words: words.to_owned(),
    };
    let text = written(&stamp.line(read.lines.len() as u64, read.head(), what))?;
    bytes.truncate(bytes.len() - read.torn.len());
    locked
        .set_len(bytes.len() as u64)
        .map_err(|error| cannot("write", path, &error))?;
    write_at_end(&mut locked, path, bytes.len() as u64, &text)?;
    bytes.extend_from_slice(text.as_bytes());
    Transcript::parse(&path.display().to_string(), &bytes)
}

/// The line as it goes into the file. What it says stands in the clear for good, so a secret is refused.
fn written(line: &Line) -> Result<String> {
    let text = line.text()?;
    if holds_secret(&text) {
        let reason = "a seed or an identity would stand in the transcript: nothing was added";
        return Err(CeremonyError::refused(
            reason,
            "nkeep ceremony transcript note --help",
        ));
    }
    Ok(text + "\n")
}

/// Writes what comes after so many bytes; what could not be written whole is taken back.
fn write_at_end(file: &mut File, path: &Path, end: u64, text: &str) -> Result<()> {
    let outcome = file
        .seek(io::SeekFrom::Start(end))
        .and_then(|_| file.write_all(text.as_bytes()))
        .and_then(|()| file.sync_all());
    outcome.map_err(|error| {
        let _ = file.set_len(end);
        cannot("write", path, &error)
    })
}

/// The file, which no other process changes until it is closed.
fn locked(path: &Path) -> Result<File> {
    let mut options = File::options();
    options.read(true).write(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        let flags = rustix::fs::OFlags::NONBLOCK.bits();
        options.custom_flags(i32::try_from(flags).unwrap_or_default());
    }
    let file = options
        .open(path)
        .map_err(|error| cannot("open", path, &error))?;
    must_be_file(&file, path)?;
    wait(&file, path, File::try_lock)?;
    Ok(file)
}

/// Waits until a lock is to be had.
fn wait(file: &File, path: &Path, lock: fn(&File) -> Result<(), TryLockError>) -> Result<()> {
    let step = Duration::from_millis(20);
    for _ in 0..PATIENCE.as_millis() / step.as_millis() {
        match lock(file) {
            Ok(()) => return Ok(()),
            Err(TryLockError::WouldBlock) => std::thread::sleep(step),
            Err(TryLockError::Error(error)) => return Err(cannot("lock", path, &error)),
        }
    }
    Err(CeremonyError::gate(
        format!(
            "another process writes to {}, and does not end",
            quoted(path.display())
        ),
        "nkeep ceremony transcript --help",
    ))
}

fn must_be_file(file: &File, path: &Path) -> Result<()> {
    let metadata = file
        .metadata()
        .map_err(|error| cannot("read", path, &error))?;
    match metadata.is_file() {
        true => Ok(()),
        false => Err(CeremonyError::problem(
            path.display().to_string(),
            "is no regular file",
            SHOW,
        )),
    }
}

fn all_of(file: &mut File, path: &Path) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.take(LARGEST + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| cannot("read", path, &error))?;
    if bytes.len() as u64 > LARGEST {
        let reason = format!("is larger than {LARGEST} bytes");
        return Err(CeremonyError::problem(
            path.display().to_string(),
            reason,
            SHOW,
        ));
    }
    Ok(bytes)
}

/// All of a transcript's file, as it is at that moment.
pub fn read_all(path: &Path) -> Result<Vec<u8>> {
    let mut options = File::options();
    options.read(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        let flags = rustix::fs::OFlags::NONBLOCK.bits();
        options.custom_flags(i32::try_from(flags).unwrap_or_default());
    }
    let mut file = options
        .open(path)
        .map_err(|error| cannot("read", path, &error))?;
    must_be_file(&file, path)?;
    // Who writes holds a lock; half of their line is not to be taken for a torn one.
    wait(&file, path, File::try_lock_shared)?;
    all_of(&mut file, path)
}

fn cannot(what: &str, path: &Path, error: &io::Error) -> CeremonyError {
    let name = path.display();
    let shown = crate::text::shell_word(&path.to_string_lossy());
    match error.kind() {
        io::ErrorKind::NotFound => CeremonyError::refused(
            format!("there is no {}", quoted(name)),
            format!("nkeep ceremony transcript start {shown} --title 'WHAT IT IS ABOUT'"),
        ),
        io::ErrorKind::AlreadyExists => CeremonyError::refused(
            format!(
                "{} exists, and a transcript is never written over",
                quoted(name)
            ),
            format!("nkeep ceremony transcript show {shown}"),
        ),
        _ => StoreError::Refused(format!("cannot {what} {}: {error}", quoted(name))).into(),
    }
}
