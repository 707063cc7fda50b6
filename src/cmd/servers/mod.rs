//! The live servers that a command talks to: where they are, what they must show, and who connects.

pub mod had;
pub mod row;
pub mod tls;

mod login;
mod reached;
mod remarks;

pub use login::stored;
pub use reached::{Entry, Reached};
pub use remarks::{
    counting, servers_json, take_elsewhere, take_operator, unheard_json, unheard_of, warn_if_behind,
};

use std::time::Duration;

use super::Ctx;
use super::suggested::Said;
use crate::cmd::files::input::{Source, is_url};
use crate::cmd::servers::tls::{TlsArgs, file, without_secrets};
use crate::jwt::claims::Operator;
use crate::net::account_server::AccountServer;
use crate::net::http::{Address, Manner};
use crate::net::link::Place;
use crate::net::named::Namer;
use crate::store::sqlite::SqliteStore;
use crate::text::quoted;
use crate::trust::new::INITIAL_URL;
use crate::trust::served::Served;
use crate::ui::{Failure, Hinted as _, called_with};

/// Which servers, and how they are reached.
#[derive(clap::Args, Debug)]
#[command(next_help_heading = "Server options")]
pub struct ServerArgs {
    /// Where servers are (nats, tls, ws, wss), or an account server (http, https); else where the operator says that accounts
    /// are pushed to, or clients connect
    #[arg(long, short = 'u', visible_alias = "url", value_name = "URL", value_delimiter = ',', value_parser = any_url)]
    account_jwt_server_url: Vec<String>,
    /// How many servers there are; else as many as they know of each other, have routes to, and the operator names
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u16).range(1..))]
    servers: Option<u16>,
    /// Seconds without any answer after which a server is not waited for any longer
    #[arg(long, value_name = "SECONDS", default_value_t = 5, value_parser = clap::value_parser!(u8).range(1..=60))]
    timeout: u8,
    /// System account; else the one that the operator names
    #[arg(long, value_name = "ACCOUNT")]
    system_account: Option<String>,
    /// User of the system account that connects; else one that lives for two minutes, and may do just this
    #[arg(long, value_name = "NAME")]
    system_user: Option<String>,
    /// Creds file of the user that connects
    #[arg(long, value_name = "FILE", conflicts_with = "system_user")]
    creds: Option<Source>,
    #[command(flatten)]
    tls: TlsArgs,
}

/// How the address is told of where account servers are not asked.
pub fn of_nats_alone(url: clap::Arg) -> clap::Arg {
    url.help(
        "Where servers are (nats, tls, ws, wss); else where the operator says that accounts are pushed to, unless that is an \
         account server, or clients connect",
    )
}

/// An address that NATS servers have, or account servers.
fn any_url(text: &str) -> Result<String, String> {
    // One with a password in it is refused where it is not said.
    if is_url(text) && text.contains('@') {
        return Ok(text.to_owned());
    }
    if is_url(text) {
        return text.parse::<Address>().map(|address| address.to_string());
    }
    url_of(text, "http, https, nats, tls, ws, wss")
}

/// An address that NATS servers have.
pub fn server_url(text: &str) -> Result<String, String> {
    url_of(text, "nats, tls, ws, wss")
}

/// The same where others are taken besides, which were read before.
fn url_of(text: &str, taken: &str) -> Result<String, String> {
    const SCHEMES: [&str; 4] = ["nats", "tls", "ws", "wss"];
    let (scheme, rest) = text.split_once("://").unwrap_or(("nats", text));
    let scheme = scheme.to_lowercase();
    if !SCHEMES.contains(&scheme.as_str()) || rest.is_empty() {
        return Err(format!(
            "it is no address of a server: it begins with none of {taken}"
        ));
    }
    if text
        .chars()
        .any(|character| character.is_whitespace() || crate::text::deceives(character))
    {
        return Err("it holds a space, or a character that cannot be seen".to_owned());
    }
    Ok(format!("{scheme}://{rest}"))
}

/// Refuses an account server where servers of NATS are asked.
fn of_nats(url: &str) -> Result<String, Failure> {
    server_url(url).map_err(|reason| {
        Failure::usage(format!(
            "invalid value '{url}' for '--account-jwt-server-url <URL>': {reason}"
        ))
    })
}

/// Whether accounts go to an account server, and it is said besides where the servers of NATS are.
fn is_beside(operator: &Operator) -> bool {
    is_url(&operator.account_server_url) && !operator.operator_service_urls.is_empty()
}

impl ServerArgs {
    /// Connects as a user of the operator's system account who may publish to those subjects.
    pub fn reach(
        &self,
        ctx: &Ctx,
        store: &mut SqliteStore,
        operator: &Served,
        subjects: &[&str],
    ) -> Result<Reached, Failure> {
        self.entry(ctx, store, operator, subjects)?.reach(ctx)
    }

    /// How many there are, where somebody said.
    pub fn declared(&self) -> Option<usize> {
        self.servers.map(usize::from)
    }

    /// Where they are, and who connects; nobody has yet.
    pub fn entry(
        &self,
        ctx: &Ctx,
        store: &mut SqliteStore,
        operator: &Served,
        subjects: &[&str],
    ) -> Result<Entry, Failure> {
        let place = self.place(operator)?;
        ctx.talks_to(self.said_of(operator, &place));
        let named = self.named(operator, &place);
        Ok(Entry {
            addresses: named.iter().map(|(_, url)| url.clone()).collect(),
            named: match self.servers {
                None => named,
                Some(_) => Vec::new(),
            },
            place,
            login: self.login(ctx, store, operator, subjects)?,
            patience: Duration::from_secs(self.timeout.into()),
            declared: self.declared(),
        })
    }

    /// The account server that accounts go to, or come from, where it is none of NATS servers. `verb` is the command at hand.
    pub fn account_server(
        &self,
        ctx: &Ctx,
        operator: &Served,
        verb: &str,
    ) -> Result<Option<AccountServer>, Failure> {
        let body = &operator.trusted.claims().body;
        let urls: Vec<&String> = match &*self.account_jwt_server_url {
            [] => [&body.account_server_url].into(),
            given => given.iter().collect(),
        };
        if !urls.iter().any(|url| is_url(url)) {
            return Ok(None);
        }
        let [url] = &*urls else {
            return Err(Failure::usage(
                "an account server over HTTP stands alone, and several addresses are given",
            ))
            .hint(format!(
                "nkeep {verb} --account-jwt-server-url https://HOST/jwt/v1"
            ));
        };
        without_secrets(url)?;
        let address: Address = url
            .parse()
            .map_err(|reason| Failure::usage(format!("the operator names {url}: {reason}")))
            .hint(called_with("--account-jwt-server-url https://HOST/jwt/v1"))?;
        warn_if_clear(ctx, &address);
        ctx.talks_to(self.said());
        let manner = self.tls.manner(Duration::from_secs(self.timeout.into()))?;
        Ok(Some(AccountServer::new(address, manner)))
    }

    /// The account server that the operator names, whatever servers were given: those may read accounts there.
    pub fn bank(&self, operator: &Served) -> Option<AccountServer> {
        let url = &operator.trusted.claims().body.account_server_url;
        let address: Address = url.parse().ok().filter(|_| is_url(url))?;
        let manner = Manner {
            patience: Duration::from_secs(self.timeout.into()),
            ..usual_manner()
        };
        Some(AccountServer::new(address, manner))
    }

    /// Whether it is said where servers are.
    pub const fn is_said(&self) -> bool {
        !self.account_jwt_server_url.is_empty()
    }

    /// What was said of servers, for whatever is suggested.
    fn said(&self) -> Vec<Said> {
        let urls = &self.account_jwt_server_url;
        let creds = self.creds.as_ref().map(|source| match source {
            Source::Stdin => "-".to_owned(),
            source => source.to_string(),
        });
        let values = [
            (
                "account-jwt-server-url",
                Some('u'),
                (!urls.is_empty()).then(|| urls.join(",")),
            ),
            (
                "servers",
                None,
                self.servers.map(|number| number.to_string()),
            ),
            ("system-account", None, self.system_account.clone()),
            ("system-user", None, self.system_user.clone()),
            ("creds", None, creds),
        ];
        let values = values.into_iter().filter(|(.., value)| value.is_some());
        values.chain(self.tls.said()).collect()
    }

    /// The same where these servers were asked, and what is pushed without a word goes to an account server.
    fn said_of(&self, operator: &Served, place: &Place) -> Vec<Said> {
        let mut said = self.said();
        let is_unsaid = self.account_jwt_server_url.is_empty();
        if is_unsaid && is_beside(&operator.trusted.claims().body) {
            let urls = place.urls.iter().map(String::as_str);
            let named: Vec<&str> = urls.filter(|url| *url != INITIAL_URL).collect();
            let urls = match named.is_empty() {
                true => place.urls.join(","),
                false => named.join(","),
            };
            let urls = Some(urls);
            said.push(("account-jwt-server-url", Some('u'), urls));
        }
        said
    }

    fn place(&self, operator: &Served) -> Result<Place, Failure> {
        let body = &operator.trusted.claims().body;
        let urls = if !self.account_jwt_server_url.is_empty() {
            let given = self.account_jwt_server_url.iter();
            given.map(|url| of_nats(url)).collect::<Result<_, _>>()?
        } else if !body.account_server_url.is_empty() && !is_beside(body) {
            let url = &body.account_server_url;
            let named = server_url(url)
                .map_err(|reason| Failure::usage(format!("the operator names {url}: {reason}")));
            vec![named.hint(called_with("--account-jwt-server-url nats://HOST:4222"))?]
        } else {
            let urls = body.operator_service_urls.iter();
            urls.filter_map(|url| server_url(url).ok()).collect()
        };
        if urls.is_empty() {
            let name = quoted(&operator.entity.name);
            return Err(Failure::usage(format!("operator {name} names no servers")))
                .hint("nkeep edit operator --account-jwt-server-url nats://localhost:4222");
        }
        self.tls.place(urls)
    }

    /// Every address that is named: where we go, and where the operator says that servers are.
    fn named(&self, operator: &Served, place: &Place) -> Vec<(Namer, String)> {
        let body = &operator.trusted.claims().body;
        let by = match &*self.account_jwt_server_url {
            [] => Namer::Operator,
            _ => Namer::Command,
        };
        let urls = body.operator_service_urls.iter();
        let theirs = urls
            .chain([&body.account_server_url])
            .filter_map(|url| server_url(url).ok())
            // What an operator begins with says nothing of where servers are.
            .filter(|url| url != INITIAL_URL);
        let mut named: Vec<(Namer, String)> = Vec::new();
        let ours = place.urls.iter();
        let ours = ours
            .filter(|url| by == Namer::Command || *url != INITIAL_URL)
            .map(|url| (by, url.clone()));
        for (by, url) in ours.chain(theirs.map(|url| (Namer::Operator, url))) {
            if named.iter().all(|(_, known)| *known != url) {
                named.push((by, url));
            }
        }
        named
    }
}

/// How addresses are asked that no flag says more of.
pub fn usual_manner() -> Manner {
    Manner {
        authorities: file(None, "NATS_CA").into_iter().collect(),
        own: file(None, "NATS_CERT").zip(file(None, "NATS_KEY")),
        patience: Duration::from_secs(10),
    }
}

/// Says that what an address gives may be somebody else's.
pub fn warn_if_clear(ctx: &Ctx, address: &Address) {
    if address.is_in_the_clear() {
        ctx.ui.warning(&format!(
            "{address} is asked in the clear: whoever is on the way can read it, and answer something else"
        ));
    }
}
