//! The part of a nats-server's configuration that makes it trust operators: their tokens, the system account, where it gets
//! the accounts from, and those that it has from the beginning. Listeners, TLS and clusters are whoever runs the server's.
//!
//! Every value is written quoted, so that no path and no name can end one early. [`read`] is the other direction.

mod grammar;
mod length;
pub mod read;
pub mod stored;

use std::fmt::Write as _;
use std::net::IpAddr;
use std::time::Duration;

pub use length::length as text_of_length;
use length::length;

use crate::nkey::PublicKey;

/// A token under its name and key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    /// What people call it.
    pub name: String,
    /// Its key.
    pub key: String,
    /// Its token.
    pub token: String,
}

/// How a server comes to accounts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Resolver {
    /// It has those of its configuration, and no others.
    Memory,
    /// It keeps all of them in a folder, and servers of a cluster give each other what they lack.
    Full {
        /// where, and how many
        folder: Folder,
        /// how often it compares with another server
        interval: Duration,
        /// what a request to delete an account does
        delete: Delete,
    },
    /// It keeps those in a folder that were asked for.
    Cache {
        /// where, and how many
        folder: Folder,
        /// how long one is kept
        keep: Duration,
    },
    /// It asks an account server over HTTP, by this address and the account's key after it.
    Url(String),
    /// That is said in another part of its configuration.
    Elsewhere,
}

impl Resolver {
    /// As nsc's users call it.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Memory => "memory",
            Self::Full { .. } => "full",
            Self::Cache { .. } => "cache",
            Self::Url(_) => "url",
            Self::Elsewhere => "elsewhere",
        }
    }

    /// A folder beside the server, which holds what is pushed and deletes nothing.
    #[must_use]
    pub fn usual() -> Self {
        Self::Full {
            folder: Folder {
                path: "./jwt".to_owned(),
                limit: None,
                timeout: Duration::from_millis(1900),
            },
            interval: Duration::from_secs(120),
            delete: Delete::Refused,
        }
    }
}

/// A folder of accounts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folder {
    /// Its path, as the server sees it.
    pub path: String,
    /// How many accounts it may hold; the server's own default where nothing is said.
    pub limit: Option<u32>,
    /// How long another server may take to answer.
    pub timeout: Duration,
}

/// What becomes of an account whose removal an operator asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delete {
    /// It stays: the request is refused.
    Refused,
    /// Its file is renamed.
    Renamed,
    /// Its file is removed.
    Removed,
}

/// The part of a configuration that is about trust.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// Where the operators tell clients to connect, for whoever says elsewhere where the server listens.
    pub clients: Vec<String>,
    /// Whose accounts are served. The first alone decides who may delete accounts.
    pub operators: Vec<Stated>,
    /// Where servers talk to each other.
    pub system: Option<PublicKey>,
    /// Where accounts come from.
    pub resolver: Resolver,
    /// Accounts that are there from the beginning.
    pub preload: Vec<Stated>,
}

impl Config {
    /// As a server reads it.
    #[must_use]
    pub fn text(&self) -> String {
        let tokens: usize = self.preload.iter().map(|one| one.token.len() + 160).sum();
        let mut text = String::with_capacity(tokens + 4096);
        self.write_clients(&mut text);
        self.write_operators(&mut text);
        if let Some(system) = &self.system {
            let named = self
                .preload
                .iter()
                .find(|one| one.key == system.to_string());
            let name = named.map_or_else(String::new, |one| format!(" {}", value(&one.name)));
            line(&mut text, &format!("# System account{name}"));
            line(&mut text, &format!("system_account: {system}\n"));
        }
        self.write_resolver(&mut text);
        self.write_preload(&mut text);
        text
    }

    /// As a server reads it that has nothing else: it listens where clients are told to connect.
    #[must_use]
    pub fn whole_text(&self) -> String {
        let Some(listens) = self.clients.iter().find_map(|url| listener(url)) else {
            return self.text();
        };
        let rest = Self {
            clients: Vec::new(),
            ..self.clone()
        };
        format!(
            "# Where clients are told to connect\n{listens}\n\n{}",
            rest.text()
        )
    }

    fn write_clients(&self, text: &mut String) {
        for url in &self.clients {
            let listens = listener(url)
                .map(|listens| {
                    format!(", which the configuration that has listeners says: {listens}")
                })
                .unwrap_or_default();
            line(
                text,
                &format!("# Clients are told to connect to {}{listens}", value(url)),
            );
        }
    }

    fn write_operators(&self, text: &mut String) {
        for operator in &self.operators {
            let (name, key) = (value(&operator.name), &operator.key);
            line(text, &format!("# Operator {name} {key}"));
        }
        match &*self.operators {
            [one] => line(text, &format!("operator: {}\n", value(&one.token))),
            several => {
                line(text, "# Only keys of the first may delete accounts.");
                let tokens: Vec<String> = several
                    .iter()
                    .map(|operator| format!("  {}", value(&operator.token)))
                    .collect();
                line(text, &format!("operator: [\n{}\n]\n", tokens.join(",\n")));
            }
        }
    }

    fn write_resolver(&self, text: &mut String) {
        match &self.resolver {
            Resolver::Elsewhere => {}
            Resolver::Memory => line(text, "resolver: MEMORY"),
            // The server looks for the address inside the value.
            Resolver::Url(url) => line(
                text,
                &format!("resolver: {}", value(&format!("URL({url})"))),
            ),
            Resolver::Full {
                folder,
                interval,
                delete,
            } => {
                line(text, "resolver: {\n  type: full");
                folder.write(text);
                line(
                    text,
                    "  # How often accounts are compared with another server's.",
                );
                line(text, &format!("  interval: \"{}\"", length(*interval)));
                line(
                    text,
                    "  # Whether keys of the operator may delete accounts.",
                );
                let allowed = *delete != Delete::Refused;
                line(text, &format!("  allow_delete: {allowed}"));
                if *delete == Delete::Removed {
                    line(
                        text,
                        "  # Else a deleted account's file is kept, as ACCOUNT.jwt.deleted.",
                    );
                    line(text, "  hard_delete: true");
                }
                line(text, "}");
            }
            Resolver::Cache { folder, keep } => {
                line(text, "resolver: {\n  type: cache");
                folder.write(text);
                line(text, "  # How long an account is kept.");
                line(text, &format!("  ttl: \"{}\"", length(*keep)));
                line(text, "}");
            }
        }
    }

    fn write_preload(&self, text: &mut String) {
        if self.preload.is_empty() {
            return;
        }
        text.push('\n');
        if !matches!(self.resolver, Resolver::Memory) {
            line(
                text,
                "# Where the folder has a later token of an account, that one holds; without it this one does, until the next push.",
            );
        }
        line(text, "resolver_preload: {");
        for account in &self.preload {
            let (name, token) = (value(&account.name), value(&account.token));
            // Writing to a String cannot fail.
            let _ = writeln!(text, "  # Account {name}\n  {}: {token}", account.key);
        }
        line(text, "}");
    }
}

impl Folder {
    fn write(&self, text: &mut String) {
        line(text, &format!("  dir: {}", value(&self.path)));
        if let Some(limit) = self.limit {
            line(text, &format!("  limit: {limit}"));
        }
        line(
            text,
            "  # How long to wait for another server that has an account.",
        );
        line(text, &format!("  timeout: \"{}\"", length(self.timeout)));
    }
}

/// What a server listens with for whoever connects to an address; nothing for websockets, of which there is more to say. The
/// name of another machine may be that of a door before several servers: of that the port alone is known.
fn listener(url: &str) -> Option<String> {
    let (scheme, rest) = url.split_once("://")?;
    let is_plain = ["nats", "tls"]
        .iter()
        .any(|known| scheme.eq_ignore_ascii_case(known));
    let place = rest.split('/').next().filter(|_| is_plain)?;
    let (host, port) = match place.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, port.parse::<u16>().ok()?),
        _ => (place, 4222),
    };
    let address = host.trim_start_matches('[').trim_end_matches(']');
    let is_here = address.eq_ignore_ascii_case("localhost")
        || address
            .parse::<IpAddr>()
            .is_ok_and(|address| address.is_loopback());
    Some(match is_here {
        true => format!("listen: {}", value(&format!("{host}:{port}"))),
        false => format!("port: {port}"),
    })
}

/// The line with which a configuration takes in another file.
#[must_use]
pub fn include(path: &str) -> String {
    format!("include \"{path}\"\n")
}

fn line(text: &mut String, line: &str) {
    text.push_str(line);
    text.push('\n');
}

/// A value in quotes, as the server's lexer undoes them.
fn value(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    // Tokens are long, and have nothing to be undone.
    let mut plain = 0;
    for (at, byte) in text.bytes().enumerate() {
        let escaped = match byte {
            b'"' => "\\\"",
            b'\\' => "\\\\",
            b'\n' => "\\n",
            b'\r' => "\\r",
            b'\t' => "\\t",
            _ => continue,
        };
        quoted.push_str(&text[plain..at]);
        quoted.push_str(escaped);
        plain = at + 1;
    }
    quoted.push_str(&text[plain..]);
    quoted.push('"');
    quoted
}
