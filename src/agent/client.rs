//! The other side of the socket: an agent as a keyring.

use std::io::{self, BufReader};
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use data_encoding::{BASE64, BASE64_NOPAD};
use zeroize::Zeroizing;

use super::{LOCKED, read_line, write_line};
use crate::jwt::sign::{SignError, Signer};
use crate::nkey::{PublicKey, SIGNATURE_LEN, Seed};
use crate::store::class::Class;
use crate::store::keyring::Keyring;
use crate::store::record::KeyRecord;
use crate::store::{Result, StoreError};

/// An agent that answers.
#[derive(Clone)]
pub struct Agent {
    stream: Arc<Mutex<BufReader<UnixStream>>>,
}

/// How an agent is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    /// Whose keys it opens.
    pub store: String,
    /// When it ends, if nothing is asked.
    pub left: Duration,
    /// How long it has been there.
    pub age: Duration,
    /// How long it waits for a request.
    pub idle: Duration,
    /// How long it stays at most.
    pub most: Duration,
    /// The classes that it signs with.
    pub classes: Vec<Class>,
}

impl Agent {
    /// The agent of a store at a socket; nothing when there is none, or one that is about to end.
    pub fn connect(socket: &Path, store: &str) -> io::Result<Option<Self>> {
        let stream = match UnixStream::connect(socket) {
            Ok(stream) => stream,
            Err(error)
                if matches!(
                    error.kind(),
                    io::ErrorKind::NotFound | io::ErrorKind::ConnectionRefused
                ) =>
            {
                return Ok(None);
            }
            Err(error) => return Err(error),
        };
        stream.set_read_timeout(Some(Duration::from_secs(10)))?;
        stream.set_write_timeout(Some(Duration::from_secs(10)))?;
        let agent = Self {
            stream: Arc::new(Mutex::new(BufReader::new(stream))),
        };
        match agent.status() {
            Ok(status) if status.store == store => Ok(Some(agent)),
            // One that does not answer is there all the same.
            Err(error)
                if matches!(
                    error.kind(),
                    io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut
                ) =>
            {
                Err(error)
            }
            _ => Ok(None),
        }
    }

    /// How it is.
    pub fn status(&self) -> io::Result<Status> {
        let answer = self.ask(&["status"])?;
        let words: Vec<&str> = answer.split(' ').collect();
        let [store, left, age, idle, most, classes] = &*words else {
            return Err(malformed());
        };
        let seconds = |text: &str| {
            text.parse()
                .map(Duration::from_secs)
                .map_err(|_| malformed())
        };
        Ok(Status {
            store: (*store).to_owned(),
            left: seconds(left)?,
            age: seconds(age)?,
            idle: seconds(idle)?,
            most: seconds(most)?,
            classes: classes
                .split(',')
                .map(str::parse)
                .collect::<std::result::Result<_, _>>()
                .map_err(|_| malformed())?,
        })
    }

    /// Ends it.
    pub fn lock(&self) -> io::Result<()> {
        self.ask(&["lock"]).map(drop)
    }

    /// How long it waits from now on.
    pub fn set_ttl(&self, idle: Duration, most: Duration) -> io::Result<()> {
        let [idle, most] = [idle, most].map(|time| time.as_secs().to_string());
        self.ask(&["ttl", &idle, &most]).map(drop)
    }

    /// The classes that it signs with from now on.
    pub fn set_classes(&self, classes: &[Class]) -> io::Result<()> {
        let names: Vec<&str> = classes.iter().map(|class| class.name()).collect();
        self.ask(&["classes", &names.join(",")]).map(drop)
    }

    /// What it answers, when it does what it is asked.
    fn ask(&self, words: &[&str]) -> io::Result<Zeroizing<String>> {
        let mut stream = self.stream.lock().unwrap_or_else(PoisonError::into_inner);
        write_line(stream.get_mut(), words)?;
        let line = read_line(&mut *stream)?;
        if let Some(reason) = line.strip_prefix("error ") {
            return Err(io::Error::other(reason.to_owned()));
        }
        line.strip_prefix("ok")
            .map(|rest| Zeroizing::new(rest.trim_start().to_owned()))
            .ok_or_else(malformed)
    }
}

fn malformed() -> io::Error {
    io::Error::other("the agent's answer is malformed")
}

fn refused(record: &KeyRecord, error: &io::Error) -> StoreError {
    if record.class == Class::Root || error.to_string() == LOCKED {
        return StoreError::Locked {
            class: record.class,
        };
    }
    StoreError::Refused(format!(
        "the agent does not open {}: {error}",
        record.public
    ))
}

fn sealed_of(record: &KeyRecord) -> Result<String> {
    record
        .sealed
        .as_deref()
        .map(|sealed| BASE64_NOPAD.encode(sealed))
        .ok_or_else(|| {
            StoreError::Refused(format!("the seed of {} is not in the store", record.public))
        })
}

impl Keyring for Agent {
    fn unseal(&self, record: &KeyRecord, _store: &str) -> Result<Seed> {
        let sealed = sealed_of(record)?;
        let public = record.public.to_string();
        let words = [
            "unseal",
            record.class.name(),
            record.role.name(),
            &public,
            &sealed,
        ];
        let answer = self.ask(&words).map_err(|error| refused(record, &error))?;
        let seed = Seed::parse(&answer)?;
        if seed.public() == record.public {
            Ok(seed)
        } else {
            Err(refused(record, &malformed()))
        }
    }

    fn signer(&self, record: &KeyRecord, _store: &str) -> Result<Box<dyn Signer>> {
        if record.class == Class::Root {
            return Err(StoreError::Locked {
                class: record.class,
            });
        }
        Ok(Box::new(AgentSigner {
            agent: self.clone(),
            public: record.public,
            class: record.class,
            words: [
                record.class.name().to_owned(),
                record.role.name().to_owned(),
                record.public.to_string(),
                sealed_of(record)?,
            ],
        }))
    }
}

/// A key that stays with the agent.
struct AgentSigner {
    agent: Agent,
    public: PublicKey,
    class: Class,
    words: [String; 4],
}

impl Signer for AgentSigner {
    fn public(&self) -> PublicKey {
        self.public
    }

    fn sign(&self, message: &[u8]) -> std::result::Result<[u8; SIGNATURE_LEN], SignError> {
        let coded = BASE64.encode(message);
        let [class, role, key, sealed] = &self.words;
        let answer = self
            .agent
            .ask(&["sign", class, role, key, sealed, &coded])
            .map_err(|error| match error.to_string() == LOCKED {
                true => SignError(StoreError::Locked { class: self.class }.into()),
                false => SignError(error.into()),
            })?;
        BASE64
            .decode(answer.as_bytes())
            .ok()
            .and_then(|signature| signature.try_into().ok())
            .ok_or_else(|| SignError(malformed().into()))
    }
}
