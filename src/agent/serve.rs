//! The agent's side of the socket.

use std::io::{self, BufReader};
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use data_encoding::{BASE64, BASE64_NOPAD};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use zeroize::Zeroizing;

use super::{LOCKED, Policy, read_line, write_line};
use crate::file;
use crate::nkey::{PublicKey, Seed};
use crate::store::StoreError;
use crate::store::age::Identity;
use crate::store::class::{Class, Origin, Role};
use crate::store::record::KeyRecord;
use crate::store::sealed::unseal;

/// How long a client may take for one line.
const PATIENCE: Duration = Duration::from_secs(10);

/// As many clients at a time; one more waits until another has gone.
const MOST: usize = 64;
/// How often the time that is left is looked at.
const STEP: Duration = Duration::from_millis(100);

/// What the threads of an agent share, one for each client: who is slow keeps nobody waiting.
struct Shared {
    store: String,
    socket: PathBuf,
    identities: Vec<Identity>,
    state: Mutex<State>,
    clients: AtomicUsize,
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A message, in base64 as its signature is, signed by a key that the agent may use.
    fn signed(&self, record: &KeyRecord, message: &str) -> Result<String, String> {
        let message = BASE64
            .decode(message.as_bytes())
            .map_err(|_| "the message is malformed".to_owned())?;
        let pair = unseal(record, &self.identities, &self.store)
            .and_then(|seed| Ok(seed.signing_pair()?))
            .map_err(|error| said(&error))?;
        Ok(BASE64.encode(&pair.sign(&message)))
    }

    /// Gives what somebody asked for and what took a while, unless the agent was locked meanwhile: then it is not answered any more.
    fn give(
        &self,
        writer: &mut UnixStream,
        answer: Result<Zeroizing<String>, String>,
    ) -> io::Result<()> {
        if self.state().left().is_zero() {
            return Err(io::ErrorKind::ConnectionAborted.into());
        }
        match answer {
            Ok(text) => write_line(writer, &["ok", &text]),
            Err(reason) => write_line(writer, &["error", &reason]),
        }
    }

    /// The seed of a key, for creds: a user's, and no other.
    fn seed(&self, record: &KeyRecord) -> Result<Seed, String> {
        if record.class != Class::User {
            return Err(format!(
                "the agent gives out no {} seed: whoever is to have one names an identity (--identity FILE), or, after nkeep lock, says the passphrase",
                record.class
            ));
        }
        unseal(record, &self.identities, &self.store).map_err(|error| said(&error))
    }
}

/// How an agent stands.
struct State {
    policy: Policy,
    since: Instant,
    last: Instant,
    ended: bool,
}

impl State {
    /// In seconds: what is left of it, how old it is, and its limits.
    fn times(&self) -> [String; 4] {
        let Policy { idle, most, .. } = self.policy;
        [self.left(), self.since.elapsed(), idle, most].map(|time| time.as_secs().to_string())
    }

    /// When it ends, if nothing more is asked.
    fn left(&self) -> Duration {
        let idle = self.policy.idle.saturating_sub(self.last.elapsed());
        let most = self.policy.most.saturating_sub(self.since.elapsed());
        if self.ended {
            Duration::ZERO
        } else {
            idle.min(most)
        }
    }
}

/// Serves until it is told to end, or its time is over. `ready` is called when clients can come.
pub fn serve(
    socket: &Path,
    store: &str,
    identities: Vec<Identity>,
    policy: Policy,
    ready: impl FnOnce() -> io::Result<()>,
) -> io::Result<()> {
    file::private_folder(file::folder_of(socket))?;
    // One that nobody serves any more is in the way.
    removed(socket)?;
    let listener = UnixListener::bind(socket)?;
    // The folder keeps others out before this.
    std::fs::set_permissions(socket, std::fs::Permissions::from_mode(0o600))?;
    ready()?;
    let place = place_of(socket);
    let shared = Arc::new(Shared {
        store: store.to_owned(),
        socket: socket.to_owned(),
        identities,
        state: Mutex::new(State {
            policy,
            since: Instant::now(),
            last: Instant::now(),
            ended: false,
        }),
        clients: AtomicUsize::new(0),
    });
    loop {
        let left = shared.state().left();
        if left.is_zero() {
            break;
        }
        let full = shared.clients.load(Ordering::Relaxed) >= MOST;
        if full || !called(&listener, left.min(STEP))? {
            if full {
                std::thread::sleep(STEP);
            }
            continue;
        }
        let Ok((stream, _)) = listener.accept() else {
            continue;
        };
        shared.clients.fetch_add(1, Ordering::Relaxed);
        let shared = Arc::clone(&shared);
        // They end with the process, however long their clients would stay.
        std::thread::spawn(move || {
            let _ = answer(stream, &shared);
            shared.clients.fetch_sub(1, Ordering::Relaxed);
        });
    }
    // Where the next agent is already there, the socket is that one's.
    if place_of(socket) == place {
        removed(socket)?;
    }
    Ok(())
}

fn removed(socket: &Path) -> io::Result<()> {
    match std::fs::remove_file(socket) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Which file a socket is.
fn place_of(socket: &Path) -> Option<(u64, u64)> {
    let metadata = std::fs::symlink_metadata(socket).ok()?;
    Some((metadata.dev(), metadata.ino()))
}

/// Whether a client comes before so much time is over. That the socket is gone from its folder makes no difference.
fn called(listener: &UnixListener, left: Duration) -> io::Result<bool> {
    let end = Instant::now() + left;
    loop {
        let left = end.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Ok(false);
        }
        let timeout = Timespec::try_from(left).map_err(io::Error::other)?;
        match poll(&mut [PollFd::new(listener, PollFlags::IN)], Some(&timeout)) {
            Ok(0) | Err(Errno::INTR) => {}
            Ok(_) => return Ok(true),
            Err(error) => return Err(error.into()),
        }
    }
}

/// Answers the lines of one client until it goes.
fn answer(stream: UnixStream, shared: &Shared) -> io::Result<()> {
    if !is_owner(&stream)? {
        return Ok(());
    }
    stream.set_write_timeout(Some(PATIENCE))?;
    let mut writer = stream.try_clone()?;
    let mut reader = BufReader::new(Timed {
        stream,
        until: Instant::now(),
    });
    loop {
        reader.get_mut().until = Instant::now() + PATIENCE;
        let line = match read_line(&mut reader) {
            Ok(line) => line,
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(()),
            Err(error) => return Err(error),
        };
        let words: Vec<&str> = line.split(' ').collect();
        // Nobody waits for a client that does not read what it is told.
        match shared.decide(&words)? {
            Answer::Nothing => return Ok(()),
            Answer::State(said) => {
                write_line(&mut writer, &said.each_ref().map(String::as_str))?;
                continue;
            }
            Answer::Ended => return write_line(&mut writer, &["ok"]),
            Answer::Done(Ok(())) => write_line(&mut writer, &["ok"])?,
            Answer::Done(Err(reason)) => write_line(&mut writer, &["error", reason])?,
            Answer::Signature(record) => {
                let signature = record.and_then(|(record, text)| shared.signed(&record, text));
                shared.give(&mut writer, signature.map(Zeroizing::new))?;
            }
            Answer::Seed(record) => {
                let seed = record.and_then(|record| shared.seed(&record));
                shared.give(&mut writer, seed.map(|seed| seed.expose()))?;
            }
        }
        shared.state().last = Instant::now();
    }
}

/// What is to be answered, by what held when it was asked.
enum Answer<'a> {
    /// The agent's time is over.
    Nothing,
    /// How it is. Who asks for that does not keep it open.
    State([String; 7]),
    /// It ends, and the socket is gone.
    Ended,
    /// Whether it was done, and why not.
    Done(Result<(), &'static str>),
    /// A signature of that key over that text.
    Signature(Result<(KeyRecord, &'a str), String>),
    /// The seed of that key.
    Seed(Result<KeyRecord, String>),
}

impl Shared {
    /// Reads a request, and does what it asks of the agent itself.
    fn decide<'a>(&self, words: &[&'a str]) -> io::Result<Answer<'a>> {
        let mut state = self.state();
        // Who stays connected does not keep it open.
        if state.left().is_zero() {
            return Ok(Answer::Nothing);
        }
        let done = |is_done, reason| Answer::Done(if is_done { Ok(()) } else { Err(reason) });
        Ok(match *words {
            ["status"] => {
                let [left, age, idle, most] = state.times();
                let classes = state.policy.class_names();
                let store = self.store.clone();
                Answer::State(["ok".to_owned(), store, left, age, idle, most, classes])
            }
            ["lock"] => {
                state.ended = true;
                // Before the answer: who has it finds no agent any more.
                removed(&self.socket)?;
                Answer::Ended
            }
            ["ttl", idle, most] => done(
                state.policy.shorten(idle, most),
                "longer takes another unlock",
            ),
            ["classes", named] => done(
                state.policy.narrow(named),
                "more classes take another unlock",
            ),
            ["sign", class, role, key, sealed, message] => {
                let record = allowed(class, role, key, sealed, &state.policy);
                Answer::Signature(record.map(|record| (record, message)))
            }
            ["unseal", class, role, key, sealed] => {
                Answer::Seed(allowed(class, role, key, sealed, &state.policy))
            }
            _ => done(false, "no such request"),
        })
    }
}

/// A client from which a line must come in time, and not byte by byte for ever.
struct Timed {
    stream: UnixStream,
    until: Instant,
}

impl io::Read for Timed {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let left = self.until.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(io::ErrorKind::TimedOut.into());
        }
        self.stream.set_read_timeout(Some(left))?;
        self.stream.read(buffer)
    }
}

/// What a client is told of a key that does not open.
fn said(error: &StoreError) -> String {
    match error {
        StoreError::Locked { .. } => LOCKED.to_owned(),
        other => other.to_string(),
    }
}

/// Whether the process at the other end is the agent's own user's. The folder keeps others out; this is the second lock.
fn is_owner(stream: &UnixStream) -> io::Result<bool> {
    #[cfg(target_os = "linux")]
    {
        let peer = rustix::net::sockopt::socket_peercred(stream)?;
        Ok(peer.uid == rustix::process::getuid())
    }
    #[cfg(not(target_os = "linux"))]
    {
        let _ = stream;
        Ok(true)
    }
}

/// The record that a client brings, of a class that the agent may open.
fn allowed(
    class: &str,
    role: &str,
    key: &str,
    sealed: &str,
    policy: &Policy,
) -> Result<KeyRecord, String> {
    let class: Class = class.parse()?;
    let role: Role = role.parse()?;
    let public: PublicKey = key.parse().map_err(|_| "the key is malformed".to_owned())?;
    // What the client says the class is counts for nothing where the key says otherwise.
    if class == Class::Root || Class::of(public.kind(), role) != class {
        return Err("an agent has no root keys".to_owned());
    }
    // The journal is signed whatever else is.
    if class != Class::Journal && !policy.classes.contains(&class) {
        return Err(format!("this agent was told to leave {class} keys alone"));
    }
    let sealed = BASE64_NOPAD
        .decode(sealed.as_bytes())
        .map_err(|_| "the sealed key is malformed".to_owned())?;
    Ok(KeyRecord {
        public,
        owner: None,
        role,
        class,
        origin: Origin::Generated,
        sealed: Some(sealed),
        recipients: 0,
        created: 0,
    })
}
