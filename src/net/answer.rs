//! What servers answer, as much of it as is looked at. Fields that are missing are none: versions differ.

use serde::Deserialize;

use super::link::cut;

/// Whoever answers says who it is.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Speaker {
    pub name: String,
    pub id: String,
    #[serde(rename = "ver")]
    pub version: String,
}

/// An answer to `$SYS.REQ.SERVER.PING`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Ping {
    pub statsz: Statsz,
}

/// How a server is doing.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Statsz {
    /// How many servers it knows, itself among them.
    pub active_servers: usize,
}

/// An answer to `$SYS.REQ.SERVER.PING.VARZ`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Varz {
    pub server: Speaker,
    pub data: VarzData,
}

/// What a server was started with.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct VarzData {
    pub trusted_operators_jwt: Vec<String>,
    pub system_account: String,
}

/// An answer to an update of an account.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Update {
    pub server: Speaker,
    pub data: Option<Done>,
    pub error: Option<Refused>,
}

/// What a server did.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Done {
    pub code: i64,
    pub message: String,
}

/// What a server would not do.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Refused {
    pub description: String,
}

impl Update {
    /// What came of it, in the server's words where it failed.
    pub fn result(&self) -> Result<&str, String> {
        match (&self.error, &self.data) {
            (Some(refused), _) => Err(cut(&refused.description)),
            (None, Some(done)) if done.code == 200 => Ok(&done.message),
            (None, Some(done)) => Err(cut(&format!("{} {}", done.code, done.message))),
            (None, None) => Err("an answer that says nothing".to_owned()),
        }
    }
}
