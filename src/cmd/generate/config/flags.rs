//! The flags of `nkeep generate config`: where accounts come from, and how a folder of them is kept.

use std::path::{Component, Path};
use std::time::Duration;

use clap::ArgGroup;

use crate::cmd::words::duration::duration;
use crate::emit::config::{Delete, Folder, Resolver};
use crate::text::quoted;
use crate::trust::served::Served;
use crate::trust::{Result, TrustError};

/// That one of them is named.
pub fn must_be_named() -> ArgGroup {
    let flags = [
        "mem_resolver",
        "nats_resolver",
        "nats_resolver_cache",
        "url_resolver",
    ];
    ArgGroup::new("resolver").args(flags).required(true)
}

/// Where the server's accounts come from.
#[derive(clap::Args, Debug)]
#[group(multiple = false)]
pub struct Kind {
    /// From the configuration alone
    #[arg(long)]
    pub mem_resolver: bool,
    /// From the server's folder, which holds what is pushed
    #[arg(long)]
    pub nats_resolver: bool,
    /// From a folder that holds what was asked for, and from servers that keep all
    #[arg(long)]
    pub nats_resolver_cache: bool,
    /// From an account server over HTTP; else the one that the operator names
    #[arg(long, value_name = "URL", num_args = 0..=1, require_equals = true, value_parser = account_server)]
    pub url_resolver: Option<Option<String>>,
}

impl Kind {
    /// Where they come from, for servers of those operators.
    pub fn resolver(&self, folder: &FolderArgs, operators: &[Served]) -> Result<Resolver> {
        Ok(if self.mem_resolver {
            Resolver::Memory
        } else if self.nats_resolver {
            folder.full()
        } else if self.nats_resolver_cache {
            Resolver::Cache {
                folder: folder.folder(),
                keep: folder.ttl,
            }
        } else {
            Resolver::Url(match self.url_resolver.clone().flatten() {
                Some(url) => accounts_at(&url),
                None => named_account_server(&operators[0])?,
            })
        })
    }
}

/// How a folder of accounts is kept.
#[derive(clap::Args, Debug)]
pub struct FolderArgs {
    /// The folder of accounts, as the server sees it
    #[arg(long, value_name = "DIR", default_value = "./jwt", conflicts_with_all = ["mem_resolver", "url_resolver"], value_parser = server_folder)]
    resolver_dir: String,
    /// Most accounts in the folder; else as many as the server has it
    #[arg(long, value_name = "NUMBER", conflicts_with_all = ["mem_resolver", "url_resolver"], value_parser = clap::value_parser!(u32).range(1..))]
    limit: Option<u32>,
    /// How long to wait for another server that has an account
    #[arg(long, value_name = "TIME", default_value = "1.9s", conflicts_with_all = ["mem_resolver", "url_resolver"], value_parser = some_time)]
    timeout: Duration,
    /// How often a folder is compared with another server's (--nats-resolver)
    #[arg(long, value_name = "TIME", default_value = "2m", conflicts_with_all = ["mem_resolver", "url_resolver", "nats_resolver_cache"], value_parser = some_time)]
    pub interval: Duration,
    /// How long an account is kept (--nats-resolver-cache)
    #[arg(long, value_name = "TIME", default_value = "1h", conflicts_with_all = ["mem_resolver", "url_resolver", "nats_resolver"], value_parser = some_time)]
    pub ttl: Duration,
    /// Let keys of the operator delete accounts, as nkeep push --prune does (--nats-resolver)
    #[arg(long, conflicts_with_all = ["mem_resolver", "url_resolver", "nats_resolver_cache"])]
    allow_delete: bool,
    /// Remove the file of a deleted account, which is otherwise renamed
    #[arg(long, requires = "allow_delete")]
    hard_delete: bool,
}

impl FolderArgs {
    pub fn folder(&self) -> Folder {
        Folder {
            path: self.resolver_dir.clone(),
            limit: self.limit,
            timeout: self.timeout,
        }
    }

    /// A folder that holds what is pushed.
    pub fn full(&self) -> Resolver {
        Resolver::Full {
            folder: self.folder(),
            interval: self.interval,
            delete: self.delete(),
        }
    }

    pub const fn delete(&self) -> Delete {
        match (self.allow_delete, self.hard_delete) {
            (false, _) => Delete::Refused,
            (true, false) => Delete::Renamed,
            (true, true) => Delete::Removed,
        }
    }
}

/// As nsc and servers have it, an account server's address has `/accounts` after it.
fn accounts_at(url: &str) -> String {
    let url = url.trim_end_matches('/');
    match url.ends_with("/accounts") {
        true => format!("{url}/"),
        false => format!("{url}/accounts/"),
    }
}

fn named_account_server(operator: &Served) -> Result<String> {
    let named = operator.trusted.claims().body.account_server_url.as_str();
    let refused = |reason: &str| {
        let name = quoted(&operator.entity.name);
        TrustError::refused(
            format!("operator {name} {reason}"),
            "nkeep generate config --url-resolver=https://accounts.example.com/jwt/v1",
        )
    };
    if named.is_empty() {
        return Err(refused("names no account server"));
    }
    account_server(named)
        .map(|url| accounts_at(&url))
        .map_err(|_| {
            refused(&format!(
                "names an account server that no server can ask over HTTP, {named}"
            ))
        })
}

/// A length of time that is more than none.
pub fn some_time(text: &str) -> Result<Duration, String> {
    match duration(text)? {
        Duration::ZERO => Err("it is no time at all".to_owned()),
        time => Ok(time),
    }
}

/// A folder as the server's file names it.
fn server_folder(text: &str) -> Result<String, String> {
    if text.is_empty() {
        return Err("it is empty".to_owned());
    }
    plain(text)
}

/// A file that a configuration includes: servers look for it beside the configuration, wherever it says that it is, and know
/// no escapes in its name.
pub fn included(text: &str) -> Result<String, String> {
    let mut parts = Path::new(text).components();
    if !parts.all(|part| !matches!(part, Component::RootDir | Component::Prefix(_))) {
        return Err(
            "it must be seen from the folder of the configuration, as trust.conf".to_owned(),
        );
    }
    if text.is_empty() || text.contains(['"', '\\']) {
        return Err("it is no file name that a configuration can have".to_owned());
    }
    plain(text)
}

fn plain(text: &str) -> Result<String, String> {
    if text.chars().any(crate::text::deceives) {
        return Err("it holds a character that cannot be seen".to_owned());
    }
    Ok(text.to_owned())
}

/// The address of an account server that speaks HTTP, which servers ask with an account's key after it.
pub fn account_server(text: &str) -> Result<String, String> {
    let is_http = ["http://", "https://"]
        .iter()
        .any(|scheme| text.len() > scheme.len() && text.starts_with(scheme));
    if !is_http || text.contains(['"', '(', ')', ' ']) {
        return Err("it is no address such as https://accounts.example.com/jwt/v1".to_owned());
    }
    crate::jwt::validate::account_server_url(text)?;
    plain(text)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use clap::Parser;

    use super::*;

    #[derive(Parser)]
    #[command(no_binary_name = true)]
    struct Line {
        #[command(flatten)]
        kind: Kind,
        #[command(flatten)]
        folder: FolderArgs,
    }

    /// Of what nothing is said, `nkeep init` writes the same.
    #[test]
    fn a_folder_of_which_nothing_is_said_is_the_usual_one() {
        let line = Line::try_parse_from(["--nats-resolver"]).unwrap();
        assert!(line.kind.nats_resolver);
        assert_eq!(line.folder.full(), Resolver::usual());
    }
}
