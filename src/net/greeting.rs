//! What a server says before anybody logs in: its name and its version. Nothing is shown to it, and no key is needed.

use std::io::{ErrorKind, Read as _};
use std::net::{TcpStream, ToSocketAddrs as _};
use std::time::{Duration, Instant};

use serde::Deserialize;

use super::http::plainly;
use super::{NetError, Result};
use crate::text::cut;

/// More than any greeting has: a server names the others of its cluster in it.
const LONGEST: usize = 1 << 20;
const PORT: u16 = 4222;

/// What a server says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Greeting {
    /// Its name.
    #[serde(rename = "server_name", default)]
    pub name: String,
    /// Its version.
    pub version: String,
}

/// What the server at an address says first, which all must have come within that time.
pub fn greeting(url: &str, patience: Duration) -> Result<Greeting> {
    let end = Instant::now() + patience;
    let unread = |reason: &str| NetError::Unread {
        url: url.to_owned(),
        reason: plainly(reason),
    };
    let mut stream = connected(url, end).map_err(|reason| unread(&reason))?;
    let mut said = Vec::new();
    let mut piece = [0; 4096];
    while !said.contains(&b'\n') {
        if said.len() > LONGEST {
            return Err(unread("what comes is too long"));
        }
        let left = end.saturating_duration_since(Instant::now());
        // A time of nothing would be for ever.
        if left.is_zero() {
            return Err(NetError::Silent(patience));
        }
        let read = stream
            .set_read_timeout(Some(left))
            .and_then(|()| stream.read(&mut piece));
        match read {
            Ok(0) => return Err(unread("it hangs up")),
            Ok(count) => said.extend_from_slice(&piece[..count]),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {
                return Err(NetError::Silent(patience));
            }
            Err(error) => return Err(unread(&error.to_string())),
        }
    }
    let line = said.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let greeting: Option<Greeting> = line
        .strip_prefix(b"INFO ")
        .and_then(|info| serde_json::from_slice(info).ok());
    let greeting = greeting.ok_or_else(|| unread("what comes is no greeting of a NATS server"))?;
    Ok(Greeting {
        name: cut(&greeting.name),
        version: cut(&greeting.version),
    })
}

/// A connection to the first address of a host that takes one.
fn connected(url: &str, end: Instant) -> Result<TcpStream, String> {
    let (scheme, rest) = url.split_once("://").unwrap_or(("nats", url));
    if !matches!(scheme.to_lowercase().as_str(), "nats" | "tls") {
        return Err(format!("{scheme} says nothing before a login"));
    }
    let host = rest.split('/').next().unwrap_or_default();
    let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
    let has_port = host
        .rsplit_once(':')
        .is_some_and(|(_, port)| port.parse::<u16>().is_ok());
    let addresses = match has_port {
        true => host.to_socket_addrs(),
        false => (host.trim_matches(['[', ']']), PORT).to_socket_addrs(),
    };
    let mut came = "the name has no address".to_owned();
    for address in addresses.map_err(|error| error.to_string())? {
        let left = end.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err("nobody answers there".to_owned());
        }
        match TcpStream::connect_timeout(&address, left) {
            Ok(stream) => return Ok(stream),
            Err(error) => came = error.to_string(),
        }
    }
    Err(came)
}
