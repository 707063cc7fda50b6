//! `nkeep tool`: what a user of the store can do at the servers. It logs in with the token and the key that are in the store;
//! no creds file is written.

pub(super) mod heard;
pub(super) mod r#pub;
pub(super) mod reply;
pub(super) mod req;
pub(super) mod rtt;
pub(super) mod sub;

use std::time::Duration;

use clap::Subcommand;
use serde_json::{Value, json};

use super::Ctx;
use super::generate::creds::{must_be_here, warn_of_refusal};
use super::servers::{server_url, stored};
use crate::cmd::files::input::Source;
use crate::cmd::servers::tls::TlsArgs;
use crate::cmd::words::argument::{open_text, subject};
use crate::cmd::words::naming::InAccount;
use crate::jwt::subject::Subject;
use crate::net::NetError;
use crate::net::link::{Link, Login};
use crate::store::Store as _;
use crate::store::record::Entity;
use crate::text::{noted, quoted, shell_word};
use crate::trust::served::Served;
use crate::trust::{self, TrustError, resign};
use crate::ui::{
    ExitCode, Failure, Hinted as _, called_with, waiting_longer, wants_certificate, wants_tls_first,
};

/// Publish, subscribe, ask and answer as a user of the store
#[derive(Debug, Subcommand)]
#[allow(clippy::large_enum_variant, reason = "a process has one")]
pub enum Command {
    Pub(r#pub::Args),
    Sub(sub::Args),
    Req(req::Args),
    Reply(reply::Args),
    Rtt(rtt::Args),
}

/// The same, as nsc has them beside `tool`. Made with the root, and not when one is called: `--quiet` is their own.
#[derive(Debug, Subcommand)]
#[allow(clippy::large_enum_variant, reason = "a process has one")]
pub enum Beside {
    #[command(hide = true)]
    Pub(r#pub::Args),
    #[command(hide = true)]
    Sub(sub::Args),
    #[command(hide = true)]
    Req(req::Args),
    #[command(hide = true)]
    Reply(reply::Args),
    #[command(hide = true)]
    Rtt(rtt::Args),
}

pub fn beside(ctx: &Ctx, command: &Beside) -> Result<(), Failure> {
    match command {
        Beside::Pub(args) => r#pub::run(ctx, args),
        Beside::Sub(args) => sub::run(ctx, args),
        Beside::Req(args) => req::run(ctx, args),
        Beside::Reply(args) => reply::run(ctx, args),
        Beside::Rtt(args) => rtt::run(ctx, args),
    }
}

pub fn run(ctx: &Ctx, command: &Command) -> Result<(), Failure> {
    match command {
        Command::Pub(args) => r#pub::run(ctx, args),
        Command::Sub(args) => sub::run(ctx, args),
        Command::Req(args) => req::run(ctx, args),
        Command::Reply(args) => reply::run(ctx, args),
        Command::Rtt(args) => rtt::run(ctx, args),
    }
}

/// Who connects, and where to.
#[derive(clap::Args, Debug)]
pub struct UserArgs {
    /// User who connects; not needed where there is only one
    #[arg(long, short, visible_short_alias = 'n', value_name = "NAME")]
    user: Option<String>,
    #[command(flatten)]
    account: InAccount,
    /// Where servers are (nats, tls, ws, wss); else the operator's service URLs
    #[arg(
        long,
        value_name = "URL",
        value_delimiter = ',',
        value_parser = server_url,
        help_heading = "Server options"
    )]
    nats: Vec<String>,
    /// Seconds without any answer after which nobody waits any longer
    #[arg(
        long,
        value_name = "SECONDS",
        default_value_t = 5,
        value_parser = clap::value_parser!(u8).range(1..=60),
        help_heading = "Server options"
    )]
    timeout: u8,
    #[command(flatten)]
    tls: TlsArgs,
}

/// A connection, and whose it is.
pub struct Connected {
    link: Link,
    account: Entity,
    user: Entity,
}

impl UserArgs {
    /// Connects as that user.
    pub fn connect(&self, ctx: &Ctx) -> Result<Connected, Failure> {
        let mut store = ctx.open_store()?;
        let keyring = ctx.keyring(&mut store)?;
        let (operator, account, user, login) = store.read(|records| {
            let account = self.account.find(ctx, records)?;
            let user = trust::user(records, &account, self.user.as_deref())?;
            must_be_here(records, &account, &user)?;
            let operator = Served::of(trust::operator_of(records, &account)?)?;
            let login = stored(records, &*keyring, &user)?;
            Ok::<_, TrustError>((operator, account, user, login))
        })?;
        let revoked = resign::is_revoked(&account, &user)?;
        warn_of_refusal(ctx, &user, &account, revoked);
        let connected = self.open(&operator, account, user, login)?;
        if connected.link.is_open() {
            ctx.ui.warning(&NetError::Open.to_string());
        }
        Ok(connected)
    }

    fn open(
        &self,
        operator: &Served,
        account: Entity,
        user: Entity,
        login: Login,
    ) -> Result<Connected, Failure> {
        let urls = if self.nats.is_empty() {
            let urls = &operator.trusted.claims().body.operator_service_urls;
            urls.iter().filter_map(|url| server_url(url).ok()).collect()
        } else {
            self.nats.clone()
        };
        if urls.is_empty() {
            let name = quoted(&operator.entity.name);
            return Err(Failure::usage(format!("operator {name} names no servers")))
                .hint("nkeep edit operator --service-url nats://localhost:4222")
                .hint(called_with("--nats nats://localhost:4222"));
        }
        let place = self.tls.place(urls)?;
        let patience = Duration::from_secs(self.timeout.into());
        match Link::open(&place, login, patience) {
            Ok(link) => Ok(Connected {
                link,
                account,
                user,
            }),
            Err(error) => Err(self.unreached(&account, &user, error)),
        }
    }

    /// What is wrong with the connection, and what helps that is not given already.
    fn unreached(&self, account: &Entity, user: &Entity, error: NetError) -> Failure {
        let hint = match &error {
            NetError::Unreachable { reason, .. }
                if reason.contains("peer certificate") && !self.tls.names_authority() =>
            {
                noted(
                    called_with("--ca-cert FILE"),
                    "with the certificate that vouches for the servers",
                )
            }
            NetError::Unreachable { reason, .. }
                if wants_certificate(reason) && !self.tls.vouches_for_us() =>
            {
                noted(
                    called_with("--client-cert FILE --client-key FILE"),
                    "with the certificate that vouches for us, which the servers ask for",
                )
            }
            NetError::Unreachable { reason, .. }
                if wants_tls_first(reason) && !self.tls.comes_first() =>
            {
                noted(
                    called_with("--tls-first"),
                    "where servers wait for TLS before they say anything",
                )
            }
            NetError::Unreachable { .. } if self.nats.is_empty() => noted(
                called_with("--nats nats://HOST:4222"),
                "with where the servers are",
            ),
            NetError::Unreachable { .. } => noted(
                "nkeep describe operator",
                "says where the operator's servers are",
            ),
            _ => return failed(account, user, error),
        };
        Failure::new(ExitCode::Failed, error).hint(hint)
    }
}

impl Connected {
    /// What is wrong, and what helps a user.
    fn failed(&self, error: NetError) -> Failure {
        failed(&self.account, &self.user, error)
    }
}

fn failed(account: &Entity, user: &Entity, error: NetError) -> Failure {
    let is_revoked = resign::is_revoked(account, user).unwrap_or(false);
    let account = shell_word(account.name.as_str());
    let hint = match &error {
        // No push helps: it was said already that its token is revoked.
        NetError::Refused(_) | NetError::Ended(_) if is_revoked => noted(
            format!("nkeep revocations list-users -a {account}"),
            "says up to when what it was given is revoked",
        ),
        NetError::Refused(_) | NetError::Ended(_) => noted(
            format!("nkeep push -a {account}"),
            "servers let in whom the account lets in that they were given",
        ),
        NetError::Forbidden(_) => noted(
            format!(
                "nkeep describe user -a {account} {}",
                shell_word(user.name.as_str())
            ),
            "says what this user may",
        ),
        NetError::Silent(_) => return patiently(Failure::new(ExitCode::Failed, error)),
        _ => noted(called_with("").trim_end(), "once more"),
    };
    let code = match error {
        NetError::Interrupted => ExitCode::Interrupted,
        _ => ExitCode::Failed,
    };
    Failure::new(code, error).hint(hint)
}

/// Somebody may answer to whoever waits longer.
fn patiently(failure: Failure) -> Failure {
    match waiting_longer() {
        Some(longer) => failure.hint(longer),
        None => failure,
    }
}

/// What is sent.
#[derive(Clone, Debug)]
pub enum Payload {
    /// What comes on stdin.
    Stdin,
    /// As it stands on the command line.
    Words(String),
}

impl Payload {
    fn bytes(payload: Option<&Self>) -> Result<Vec<u8>, Failure> {
        Ok(match payload {
            None => Vec::new(),
            Some(Self::Words(text)) => text.clone().into_bytes(),
            Some(Self::Stdin) => Source::Stdin.message()?.to_vec(),
        })
    }
}

/// Reads a payload on the command line.
pub fn payload(text: &str) -> Result<Payload, String> {
    match text {
        "-" => Ok(Payload::Stdin),
        text => open_text(text)
            .map(Payload::Words)
            .map_err(|_| {
                "it holds a seed or an identity, which every process of this machine could read: pipe it to -"
                    .to_owned()
            }),
    }
}

/// Reads a subject that one can publish to.
pub fn literal(text: &str) -> Result<Subject, String> {
    let subject = subject(text)?;
    if subject.is_literal() {
        Ok(subject)
    } else {
        Err("it has wildcards, and stands for no one subject".to_owned())
    }
}

/// A payload in JSON: as text where it is text.
fn json_payload(body: &[u8]) -> Value {
    match std::str::from_utf8(body) {
        Ok(text) => json!({ "payload": text }),
        Err(_) => json!({ "base64": data_encoding::BASE64.encode(body) }),
    }
}
