//! `nkeep generate nack`.

use super::form::{Document, Form};
use super::manifest::{About, Called, Draft, Going, Place, parsed, pruned};
use super::nauth::{names_none, server_url};
use super::secret::{Keys, user_creds};
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::words::naming::Within;
use crate::emit::manifest::Naming;
use crate::emit::manifest::nack::{VERSION, account_spec};
use crate::emit::manifest::name::ObjectName;
use crate::emit::manifest::object::resource;
use crate::trust::TrustError;
use crate::trust::new::INITIAL_URL;
use crate::ui::{Failure, called_with};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "What NACK needs to keep streams in an account, in a file that only you can read",
    line: "nkeep generate nack ACME -a ACME -n acme --server nats://nats.nats.svc.cluster.local:4222 -o nack.yaml",
}];

/// Generate what NACK needs: a user's creds, and its Account
///
/// The Account names the key inside the Secret: without it, NACK connects without creds and says nothing.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// User; not needed where there is only one
    user: Option<String>,
    #[command(flatten)]
    account: Within,
    /// Where servers are, as NACK sees them; else those that the operator names
    #[arg(long, value_name = "URL", value_delimiter = ',')]
    server: Vec<String>,
    /// Name of the Account among resources; else its own in small letters, digits and hyphens, where no other comes to the same
    #[arg(long, value_name = "NAME")]
    resource: Option<ObjectName>,
    #[command(flatten)]
    called: Called,
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    going: Going,
    #[command(flatten)]
    form: Form,
    #[command(flatten)]
    about: About,
}

/// The key inside the Secret.
const FILE: &str = "user.creds";

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    args.place.must_be_said()?;
    args.going.may_go(ctx, args.form.is_secret())?;
    let form = args.form.ready(ctx)?;
    let (draft, name, servers) = args.going.of_estate(ctx, true, |estate| {
        let named = &estate.operator.trusted.claims().body.operator_service_urls;
        let servers: Vec<String> = if args.server.is_empty() {
            // What an operator begins with says nothing of where servers are.
            let named = named.iter().filter(|url| *url != INITIAL_URL);
            named.cloned().collect()
        } else {
            args.server.clone()
        };
        if servers.is_empty() {
            return Err(TrustError::refused(
                names_none(&estate.operator),
                called_with("--server nats://nats.nats.svc.cluster.local:4222"),
            ));
        }
        let operator = &args.going.operator;
        let account = args.account.of(ctx, estate.records, operator)?;
        let user = estate.user(&account, args.user.as_deref())?;
        let draft = user_creds::draft(estate, &args.called, &Keys::default(), &account, &user)?;
        let asked = || called_with("--resource NAME");
        let name = estate.resource_name(&account, args.resource.as_ref(), asked)?;
        Ok((draft, name, servers))
    })?;
    servers.iter().try_for_each(|url| server_url(url))?;
    let object = draft.object(&args.place, &args.about)?;
    let own =
        Draft::new("account", Naming::Fixed(name.clone())).metadata(&args.place, &args.about)?;
    let spec = account_spec(
        name.as_str(),
        &servers,
        &object.metadata.name,
        &parsed(FILE)?,
    );
    let documents = form.nodes(vec![
        Document::Secret(&object),
        Document::Open(resource(VERSION, "Account", &own).with("spec", spec)),
    ])?;
    args.going.write(ctx, &documents)?;
    pruned(ctx, &args.place, args.form.kind(), [&object]);
    Ok(())
}
