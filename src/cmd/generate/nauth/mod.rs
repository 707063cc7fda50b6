//! `nkeep generate nauth`.

mod adopt;
mod check;

use super::form::{Document, Form};
use super::manifest::{About, Draft, Going, Place};
use super::secret::{Keys, operator_signing_key as signing_key, sys_creds};
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::emit::estate::Estate;
use crate::emit::manifest::Naming;
use crate::emit::manifest::name::{Namespace, ObjectName};
use crate::emit::manifest::nauth::{KEY, VERSION, cluster_spec};
use crate::emit::manifest::object::resource;
use crate::masking::holds_secret;
use crate::nkey::PublicKey;
use crate::text::quoted;
use crate::trust::TrustError;
use crate::trust::new::INITIAL_URL;
use crate::trust::served::Served;
use crate::ui::{Failure, Hinted as _, called_with};

pub const EXAMPLES: &[Example] = &[
    Example {
        purpose: "Everything that nauth needs to sign accounts, in a file that only you can read",
        line: "nkeep generate nauth -n nats --url nats://nats.nats.svc.cluster.local:4222 -o nauth.yaml",
    },
    Example {
        purpose: "What nauth would drop of an account when it writes it",
        line: "nkeep generate nauth --check ACME",
    },
    Example {
        purpose: "An account that nauth is to watch, with the two Secrets in which it looks for its keys",
        line: "nkeep generate nauth --adopt ACME -n acme --cluster-namespace nats -o acme.yaml",
    },
];

/// Generate what nauth needs: a signing key of the operator, creds of the system account, and its NatsCluster
///
/// With --adopt, the two Secrets in which nauth looks for an account's keys, and the Account: it then has the identity that
/// the account has here. It is only watched, unless --manage is given: nauth makes the token of an account that it manages
/// anew from the resource, which has no room for much that accounts have. With --check, what nauth would drop; exit code 3 where
/// that is anything.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Signing key of the operator; not needed where there is only one
    #[arg(long, short = 'K', value_name = "KEY")]
    signing_key: Option<PublicKey>,
    /// User of the system account; not needed where there is only one
    #[arg(long, value_name = "NAME")]
    user: Option<String>,
    /// Where servers are, as nauth sees them; else the first that the operator names
    #[arg(long, value_name = "URL")]
    url: Option<String>,
    /// Name of the NatsCluster
    #[arg(long, value_name = "NAME", default_value = "main")]
    cluster: ObjectName,
    /// Accounts that nauth is to know, in place of the cluster
    #[arg(long, value_name = "ACCOUNT", conflicts_with_all = ["signing_key", "user", "url"])]
    adopt: Vec<String>,
    /// Name of the Account among resources; else its own in small letters, digits and hyphens, where no other comes to the same
    #[arg(long, value_name = "NAME", requires = "adopt")]
    resource: Option<ObjectName>,
    /// Namespace of the NatsCluster, where it is another
    #[arg(long, value_name = "NAMESPACE", requires = "adopt")]
    cluster_namespace: Option<Namespace>,
    /// Public key of the account's signing key; not needed where only one has no role
    #[arg(long, value_name = "KEY", requires = "adopt")]
    account_key: Option<String>,
    /// Let nauth write the accounts from now on
    #[arg(long, requires = "adopt")]
    manage: bool,
    /// Go on although nauth drops something
    #[arg(long, requires = "manage")]
    drop: bool,
    /// Accounts of which to say what nauth would drop, and nothing else
    #[arg(long, value_name = "ACCOUNT", conflicts_with_all = ["adopt", "signing_key", "user", "url"])]
    check: Vec<String>,
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    going: Going,
    #[command(flatten)]
    form: Form,
    #[command(flatten)]
    about: About,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    if !args.check.is_empty() {
        return check::run(ctx, args);
    }
    args.place.must_be_said()?;
    args.going.may_go(ctx, args.form.is_secret())?;
    let form = args.form.ready(ctx)?;
    if !args.adopt.is_empty() {
        return adopt::run(ctx, args, &form);
    }
    let (sign, system, url) = args.going.of_estate(ctx, true, |estate| {
        let url = address(estate, args.url.as_deref())?;
        let keys = Keys::default();
        let naming = |base: &str| Naming::Addressed(base.to_owned());
        let wanted = args.signing_key.as_ref();
        let sign = signing_key::draft(estate, naming(signing_key::BASE), &keys, wanted)?;
        let wanted = args.user.as_deref();
        let system = sys_creds::draft(estate, naming(sys_creds::BASE), &keys, wanted)?;
        Ok((sign, system, url))
    })?;
    server_url(&url)?;
    let sign = sign.object(&args.place, &args.about)?;
    let system = system.object(&args.place, &args.about)?;
    let own = Draft::new("nats-cluster", Naming::Fixed(args.cluster.clone()));
    let own = own.metadata(&args.place, &args.about)?;
    let spec = cluster_spec(
        &url,
        (&sign.metadata.name, KEY),
        (&system.metadata.name, KEY),
    );
    let cluster = resource(VERSION, "NatsCluster", &own).with("spec", spec);
    let documents = form.nodes(vec![
        Document::Secret(&sign),
        Document::Secret(&system),
        Document::Open(cluster),
    ])?;
    args.going.write(ctx, &documents)?;
    super::manifest::pruned(ctx, &args.place, args.form.kind(), [&sign, &system]);
    Ok(())
}

/// Where servers are: as somebody says, or as the operator does.
pub fn address(estate: &Estate<'_>, given: Option<&str>) -> Result<String, TrustError> {
    let named = &estate.operator.trusted.claims().body.operator_service_urls;
    // What an operator begins with says nothing of where servers are.
    let named = named.iter().find(|url| *url != INITIAL_URL);
    let url = given.or_else(|| named.map(String::as_str));
    url.map(str::to_owned).ok_or_else(|| {
        TrustError::refused(
            names_none(&estate.operator),
            called_with("--url nats://nats.nats.svc.cluster.local:4222"),
        )
    })
}

/// That an operator says nowhere where pods reach servers.
pub fn names_none(operator: &Served) -> String {
    let name = quoted(&operator.entity.name);
    match operator.trusted.claims().body.operator_service_urls[..] {
        [] => format!("operator {name} names no servers"),
        _ => format!("operator {name} names {INITIAL_URL} alone, where a pod reaches itself"),
    }
}

/// Refuses what is no address of servers.
pub fn server_url(url: &str) -> Result<(), Failure> {
    let schemes = ["nats://", "tls://", "ws://", "wss://"];
    let host = schemes.iter().find_map(|scheme| url.strip_prefix(scheme));
    if host.is_some_and(|host| host.contains('@')) {
        return Err(Failure::usage(
            "the address of the servers holds a name or password, which everybody could read",
        ))
        .hint("leave it out: creds are in the Secret");
    }
    let is_one = host.is_some_and(|host| !host.is_empty()) && !holds_secret(url);
    if is_one
        && !url
            .chars()
            .any(|character| character.is_whitespace() || crate::text::deceives(character))
    {
        return Ok(());
    }
    Err(Failure::usage(format!(
        "{} is no address of servers",
        quoted(url)
    )))
    .hint("nkeep generate nauth --url nats://nats.nats.svc.cluster.local:4222")
}
