//! `nkeep generate context`.

use std::path::{Path, PathBuf};

use serde::Serialize;
use serde_json::json;

use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::files::input::Source;
use crate::cmd::files::output::{Existing, can_be_written, secret_file};
use crate::cmd::files::tokens::only_in;
use crate::cmd::words::naming::InAccount;
use crate::file;
use crate::jwt::creds::user_config;
use crate::jwt::decode::Token;
use crate::store::Store as _;
use crate::store::record::{Entity, Name};
use crate::text::{noted, quoted};
use crate::trust::{self, TrustError};
use crate::ui::{ExitCode, Failure, Hinted as _};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "What `nats --context acme` connects with",
    line: "nkeep generate context --account ACME --user ACME --context acme --creds acme.creds",
}];

/// Generate a context of the nats command line for a user
///
/// Writes nats/context/NAME.json in $XDG_CONFIG_HOME, or in ~/.config: the operator's service URLs, and the path of the
/// user's creds file. nsc keeps such files in the clear for every user; nkeep keeps none, so it is said where this one is
/// to be written, or which one to use. The field `nsc`, with which the nats command line would run nsc, is left out.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// User; not needed where there is only one
    #[arg(long, short, value_name = "NAME")]
    user: Option<String>,
    #[command(flatten)]
    account: InAccount,
    /// Name of the context
    #[arg(long, value_name = "NAME", value_parser = context_name)]
    context: Name,
    /// Write the user's creds to a new file with mode 0600
    #[arg(
        long,
        value_name = "FILE",
        required_unless_present = "existing_creds",
        value_hint = clap::ValueHint::FilePath
    )]
    creds: Option<PathBuf>,
    /// Use the creds file that is there
    #[arg(
        long,
        value_name = "FILE",
        conflicts_with = "creds",
        value_hint = clap::ValueHint::FilePath
    )]
    existing_creds: Option<PathBuf>,
    /// Replace the context, and the creds file
    #[arg(long)]
    force: bool,
}

/// As the nats command line reads it.
#[derive(Serialize)]
struct Context<'a> {
    #[serde(skip_serializing_if = "String::is_empty")]
    url: String,
    creds: &'a str,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let existing = Existing::with_force(args.force);
    let path = folder()?.join(format!("{}.json", args.context));
    can_be_written(ctx, &path, existing)?;
    let mut store = ctx.open_store()?;
    let (operator, user) = store.read(|records| {
        let account = args.account.find(ctx, records)?;
        let user = trust::user(records, &account, args.user.as_deref())?;
        Ok::<_, TrustError>((trust::operator_of(records, &account)?, user))
    })?;
    let operator = trust::trusted_operator(&operator)?;
    let creds = match (&args.creds, &args.existing_creds) {
        (Some(creds), _) => absolute(creds)?,
        (None, Some(there)) => {
            belongs(there, &user)?;
            absolute(there)?
        }
        (None, None) => return Err(Failure::usage("no creds file is named")),
    };
    let named = creds
        .to_str()
        .ok_or_else(|| Failure::usage(format!("the path {} is no text", creds.display())))?;
    let context = Context {
        url: operator.claims().body.operator_service_urls.join(","),
        creds: named,
    };
    let text = serde_json::to_vec_pretty(&context).map_err(Failure::bug)?;
    if args.creds.is_some() {
        let keyring = ctx.keyring(&mut store)?;
        let seed = store.read(|records| {
            let account = trust::account_of(records, &user)?;
            super::creds::must_be_here(records, &account, &user)?;
            Ok::<_, TrustError>(super::creds::leaving_seed_of(records, &*keyring, &user)?)
        })?;
        let text = user_config(&user.token, &seed)?;
        secret_file(ctx, &creds, text.as_bytes(), existing)?;
    }
    let into = file::folder_of(&path);
    file::private_folder(into)
        .context(format!("cannot make {}", into.display()))
        .and_then(|()| secret_file(ctx, &path, &text, existing))
        .inspect_err(|_| {
            // Creds that nothing names are a secret left behind.
            if args.creds.is_some() && existing == Existing::Keep {
                let _ = std::fs::remove_file(&creds);
            }
        })?;
    if context.url.is_empty() {
        ctx.ui
            .warning("the operator names no servers, and neither does the context");
        ctx.next("nkeep edit operator --service-url nats://HOST:4222");
    }
    if ctx.ui.json() {
        return ctx.ui.document(&json!({
            "kind": "context",
            "context": args.context.as_str(),
            "file": path,
            "url": context.url,
            "creds": context.creds,
        }));
    }
    if args.creds.is_some() {
        ctx.ui.note(&format!("wrote {}", creds.display()));
    }
    ctx.ui.note(&format!(
        "wrote {}; next: nats --context {} account info",
        path.display(),
        crate::text::shell_word(args.context.as_str())
    ));
    Ok(())
}

/// A name that a file can have; nsc takes it with its ending, too.
fn context_name(text: &str) -> Result<Name, String> {
    Name::given(text.strip_suffix(".json").unwrap_or(text))
}

/// Where the nats command line keeps contexts, on every platform.
fn folder() -> Result<PathBuf, Failure> {
    let folder = |name: &str| {
        let value = std::env::var_os(name)?;
        (!value.is_empty()).then(|| PathBuf::from(value))
    };
    folder("XDG_CONFIG_HOME")
        .or_else(|| Some(folder("HOME")?.join(".config")))
        .map(|config| config.join("nats").join("context"))
        .ok_or_else(|| {
            Failure::usage("neither XDG_CONFIG_HOME nor HOME is set, and contexts are kept there")
        })
}

/// The nats command line may run in another folder.
fn absolute(path: &Path) -> Result<PathBuf, Failure> {
    std::path::absolute(path).context(format!("cannot tell where {} is", path.display()))
}

/// Refuses the creds of somebody else.
fn belongs(creds: &Path, user: &Entity) -> Result<(), Failure> {
    let token = only_in(&Source::File(creds.to_owned()))?;
    match &token {
        Token::User(token) if token.claims().subject == user.key.to_string() => Ok(()),
        _ => Err(Failure::new(
            ExitCode::Failed,
            anyhow::anyhow!(
                "{} is no creds file of user {}",
                creds.display(),
                quoted(&user.name)
            ),
        ))
        .hint(noted("nkeep describe jwt -f FILE", "says whose it is")),
    }
}
