//! HTTP, as little of it as account servers and tokens at an address take: get and post, within limits of size and time. An
//! address holds no user and no password, nothing is sent on to where a server points, and what was asked for by TLS is
//! never had without.

use std::fmt;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use ureq::http::{Response, Uri, header::LOCATION};
use ureq::tls::{Certificate, ClientCert, PemItem, PrivateKey, RootCerts, TlsConfig, TlsProvider};
use ureq::{Agent, Body};

use super::link::cut;
use super::{NetError, Result};
use crate::jwt::MAX_TOKEN_LEN;
use crate::text::deceives;

/// As long as a token can be, and what people write around one.
const LONGEST: u64 = MAX_TOKEN_LEN as u64 + 4096;
/// How often a server may say that something is elsewhere.
const TURNS: usize = 3;

/// Where something is: `http` or `https`, a host, a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address(Uri);

impl FromStr for Address {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text.chars().any(|one| one.is_whitespace() || deceives(one)) {
            return Err("it holds a space, or a character that cannot be seen".to_owned());
        }
        let uri: Uri = text
            .parse()
            .map_err(|error| format!("it is no address: {error}"))?;
        let scheme = uri.scheme_str().unwrap_or_default();
        if !["http", "https"].contains(&scheme) {
            return Err("it begins with neither http:// nor https://".to_owned());
        }
        let Some(authority) = uri.authority() else {
            return Err("it names no host".to_owned());
        };
        if authority.as_str().contains('@') {
            return Err(
                "it holds a user or a password, which every process of this machine could read"
                    .to_owned(),
            );
        }
        if authority.host().is_empty() {
            return Err("it names no host".to_owned());
        }
        Ok(Self(uri))
    }
}

impl fmt::Display for Address {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl Address {
    fn is_by_tls(&self) -> bool {
        self.0.scheme_str() == Some("https")
    }

    fn is_loopback(&self) -> bool {
        let host = self.0.host().unwrap_or_default();
        let host = host.trim_start_matches('[').trim_end_matches(']');
        let ip = host.parse::<std::net::IpAddr>();
        host.eq_ignore_ascii_case("localhost") || ip.is_ok_and(|ip| ip.is_loopback())
    }

    /// Whether somebody on the way could read what is said, and say something else.
    #[must_use]
    pub fn is_in_the_clear(&self) -> bool {
        !self.is_by_tls() && !self.is_loopback()
    }

    /// Whether one server has both.
    fn is_with(&self, other: &Self) -> bool {
        let place = |uri: &Uri| (uri.scheme().cloned(), uri.authority().cloned());
        place(&self.0) == place(&other.0)
    }

    /// The address of something below this one.
    pub fn below(&self, name: &str) -> Result<Self> {
        let path = self.0.path().trim_end_matches('/');
        self.with_path(&format!("{path}/{name}"))
    }

    fn with_path(&self, path: &str) -> Result<Self> {
        let mut parts = self.0.clone().into_parts();
        let unusable = || NetError::Unusable(format!("{self} makes no address with {path}"));
        parts.path_and_query = Some(path.parse().map_err(|_| unusable())?);
        Uri::from_parts(parts).map(Self).map_err(|_| unusable())
    }

    /// Where a server points from here.
    fn turned(&self, location: &str) -> Result<Self> {
        let refused = |why: &str| NetError::Elsewhere {
            url: self.to_string(),
            to: cut(location),
            why: why.to_owned(),
        };
        let next = if location.starts_with('/') && !location.starts_with("//") {
            self.with_path(location)?
        } else {
            location.parse().map_err(|why: String| refused(&why))?
        };
        if self.is_by_tls() && !next.is_by_tls() {
            return Err(refused("it is without TLS"));
        }
        Ok(next)
    }
}

/// What shows that servers are the right ones, and how long they may take.
#[derive(Clone, Debug)]
pub struct Manner {
    /// Certificates that vouch for servers, in place of the system's.
    pub authorities: Vec<PathBuf>,
    /// Certificate and key that vouch for us.
    pub own: Option<(PathBuf, PathBuf)>,
    /// How long an answer may take, all of it.
    pub patience: Duration,
}

/// What a server answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Its number: 200 is done.
    pub status: u16,
    /// What it says.
    pub body: Vec<u8>,
}

impl Answer {
    /// What it says, as much as anybody needs to read.
    #[must_use]
    pub fn words(&self) -> String {
        cut(String::from_utf8_lossy(&self.body).trim())
    }
}

/// Whoever asks.
#[derive(Debug)]
pub struct Http {
    manner: Manner,
    plain: OnceLock<Agent>,
    by_tls: OnceLock<Agent>,
}

impl Http {
    /// One that asks in that manner.
    #[must_use]
    pub fn new(manner: Manner) -> Self {
        Self {
            manner,
            plain: OnceLock::new(),
            by_tls: OnceLock::new(),
        }
    }

    /// Gets what is at an address, also where it says that this is at another one.
    pub fn get(&self, address: &Address) -> Result<Answer> {
        self.got(address, |_| true)
    }

    /// The same, where what is said is believed for the server's sake: it may say that something is elsewhere with itself.
    pub fn get_of_itself(&self, address: &Address) -> Result<Answer> {
        self.got(address, |next| next.is_with(address))
    }

    fn got(&self, address: &Address, may_be_at: impl Fn(&Address) -> bool) -> Result<Answer> {
        let mut at = address.clone();
        for _ in 0..=TURNS {
            let response = self
                .agent(&at)?
                .get(&at.0)
                .call()
                .map_err(|error| unread(&at, self.manner.patience, error))?;
            let Some(location) = location(&response) else {
                return self.answer(&at, response);
            };
            at = at.turned(&location)?;
            if !may_be_at(&at) {
                return Err(NetError::Elsewhere {
                    url: address.to_string(),
                    to: at.to_string(),
                    why: "that is another server".to_owned(),
                });
            }
        }
        Err(NetError::Elsewhere {
            url: address.to_string(),
            to: at.to_string(),
            why: "it is sent about without end".to_owned(),
        })
    }

    /// Gives something to a server. It goes nowhere else.
    pub fn post(&self, address: &Address, kind: &str, body: &[u8]) -> Result<Answer> {
        let sent = self
            .agent(address)?
            .post(&address.0)
            .header("content-type", kind)
            .send(body);
        let response = sent.map_err(|error| unread(address, self.manner.patience, error))?;
        if let Some(to) = location(&response) {
            return Err(NetError::Elsewhere {
                url: address.to_string(),
                to: cut(&to),
                why: "what is given to a server is given to no other".to_owned(),
            });
        }
        self.answer(address, response)
    }

    fn answer(&self, at: &Address, mut response: Response<Body>) -> Result<Answer> {
        let status = response.status().as_u16();
        let body = response.body_mut().with_config().limit(LONGEST);
        let body = body
            .read_to_vec()
            .map_err(|error| unread(at, self.manner.patience, error))?;
        Ok(Answer { status, body })
    }

    fn agent(&self, address: &Address) -> Result<&Agent> {
        let place = if address.is_by_tls() {
            &self.by_tls
        } else {
            &self.plain
        };
        if let Some(agent) = place.get() {
            return Ok(agent);
        }
        let mut config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .user_agent("nkeep")
            .timeout_global(Some(self.manner.patience));
        if address.is_loopback() {
            config = config.proxy(None);
        }
        if address.is_by_tls() {
            config = config.https_only(true).tls_config(self.tls()?);
        }
        Ok(place.get_or_init(|| config.build().new_agent()))
    }

    fn tls(&self) -> Result<TlsConfig> {
        let authorities = match &*self.manner.authorities {
            [] => rustls_native_certs::load_native_certs()
                .certs
                .iter()
                .map(|certificate| Certificate::from_der(certificate).to_owned())
                .collect(),
            files => certificates(files)?,
        };
        let own = match &self.manner.own {
            None => None,
            Some((chain, key)) => {
                let chain = certificates(std::slice::from_ref(chain))?;
                let pair = PrivateKey::from_pem(&contents(key)?)
                    .map_err(|_| NetError::Unusable(format!("{} holds no key", key.display())))?;
                Some(ClientCert::new_with_certs(&chain, pair))
            }
        };
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        Ok(TlsConfig::builder()
            .provider(TlsProvider::Rustls)
            .unversioned_rustls_crypto_provider(provider)
            .root_certs(RootCerts::new_with_certs(&authorities))
            .client_cert(own)
            .build())
    }
}

/// Where a server points; nothing where it answers.
fn location(response: &Response<Body>) -> Option<String> {
    if !matches!(response.status().as_u16(), 301 | 302 | 303 | 307 | 308) {
        return None;
    }
    let header = response.headers().get(LOCATION)?;
    Some(String::from_utf8_lossy(header.as_bytes()).into_owned())
}

fn certificates(files: &[PathBuf]) -> Result<Vec<Certificate<'static>>> {
    let mut certificates = Vec::new();
    for file in files {
        let before = certificates.len();
        for item in ureq::tls::parse_pem(&contents(file)?) {
            if let Ok(PemItem::Certificate(certificate)) = item {
                certificates.push(certificate);
            }
        }
        if certificates.len() == before {
            let file = file.display();
            return Err(NetError::Unusable(format!("{file} holds no certificate")));
        }
    }
    Ok(certificates)
}

fn contents(file: &Path) -> Result<Vec<u8>> {
    /// All certificates that a system trusts are a twentieth of it.
    const MOST: u64 = 4 << 20;
    let mut contents = Vec::new();
    let read =
        std::fs::File::open(file).and_then(|file| file.take(MOST + 1).read_to_end(&mut contents));
    let shown = file.display();
    match read {
        Err(error) => Err(NetError::Unusable(format!("cannot read {shown}: {error}"))),
        Ok(bytes) if bytes as u64 > MOST => Err(NetError::Unusable(format!(
            "{shown} is longer than {MOST} bytes, and holds more than certificates"
        ))),
        Ok(_) => Ok(contents),
    }
}

/// Why nothing was read from an address.
fn unread(at: &Address, patience: Duration, error: ureq::Error) -> NetError {
    if matches!(error, ureq::Error::BodyExceedsLimit(_)) {
        return NetError::Garbage {
            url: at.to_string(),
            reason: format!("the answer is longer than {LONGEST} bytes, and no token is"),
        };
    }
    let reason = match error {
        ureq::Error::Timeout(_) => format!("no whole answer within {} s", patience.as_secs_f64()),
        ureq::Error::Io(error) => plainly(&error.to_string()),
        ureq::Error::HostNotFound => "there is no such host".to_owned(),
        error => cut(&super::link::reasons(&error)),
    };
    NetError::Unread {
        url: at.to_string(),
        reason,
    }
}

/// What the system says, as the rest of a message is written.
pub(super) fn plainly(text: &str) -> String {
    let text = text.split(" (os error ").next().unwrap_or(text);
    let mut characters = text.chars();
    let first = characters.next().map(|first| first.to_lowercase());
    let text: String = first.into_iter().flatten().chain(characters).collect();
    cut(&text)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::Address;

    #[test]
    fn an_address_is_a_host_and_a_path_and_no_secret() {
        for good in [
            "http://localhost:9090/jwt/v1/operator",
            "https://accounts.example.com",
            "HTTPS://EXAMPLE.com/x?y=z",
            "http://[::1]:80/",
        ] {
            good.parse::<Address>().unwrap();
        }
        for bad in [
            "",
            "localhost:80",
            "ftp://example.com/x",
            "nats://example.com",
            "http://",
            "http:///x",
            "https://user@example.com/",
            "https://user:secret@example.com/",
            "http://exa mple.com/",
            "http://example.com/\u{202e}x",
            "/x",
        ] {
            bad.parse::<Address>().unwrap_err();
        }
    }

    #[test]
    fn only_what_leaves_the_machine_without_tls_is_in_the_clear() {
        for (text, clear) in [
            ("http://localhost/", false),
            ("http://127.0.0.9:1/", false),
            ("http://[::1]/", false),
            ("https://example.com/", false),
            ("http://example.com/", true),
            ("http://10.0.0.1/", true),
            ("http://localhost.example.com/", true),
        ] {
            let address: Address = text.parse().unwrap();
            assert_eq!(address.is_in_the_clear(), clear, "{text}");
        }
    }

    #[test]
    fn what_is_below_an_address_is_found_with_and_without_a_slash() {
        for base in ["http://h/jwt/v1", "http://h/jwt/v1/"] {
            let below = base.parse::<Address>().unwrap().below("operator").unwrap();
            assert_eq!(below.to_string(), "http://h/jwt/v1/operator");
        }
        let bare: Address = "https://h:1".parse().unwrap();
        let below = bare.below("accounts/A").unwrap();
        assert_eq!(below.to_string(), "https://h:1/accounts/A");
    }

    #[test]
    fn one_server_has_one_scheme_host_and_port() {
        let own: Address = "https://id.example.com/keys".parse().unwrap();
        for (text, own_too) in [
            ("https://id.example.com/other?x=y", true),
            ("https://ID.example.com/keys", true),
            ("http://id.example.com/keys", false),
            ("https://id.example.com:8443/keys", false),
            ("https://id.example.com.example.org/keys", false),
        ] {
            let other: Address = text.parse().unwrap();
            assert_eq!(other.is_with(&own), own_too, "{text}");
        }
    }

    #[test]
    fn a_server_points_nowhere_without_tls() {
        let from: Address = "https://h/a".parse().unwrap();
        assert_eq!(from.turned("/b").unwrap().to_string(), "https://h/b");
        from.turned("https://other/b").unwrap();
        for refused in [
            "http://h/b",
            "ftp://h/b",
            "//other/b",
            "b",
            "https://u:p@h/",
        ] {
            from.turned(refused).unwrap_err();
        }
        let clear: Address = "http://h/a".parse().unwrap();
        clear.turned("https://h/a").unwrap();
    }
}
