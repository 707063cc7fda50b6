//! `nkeep describe jwt`.

use std::path::PathBuf;

use serde_json::{Value, json};

use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::input::Source;
use crate::cmd::output::{Existing, secret_file};
use crate::cmd::tokens::{Chain, Standing, only_in};
use crate::jwt::decode::Token;
use crate::jwt::json as wire;
use crate::ui::{Failure, Hinted as _, claims, json_text};
use crate::with_token;

pub const EXAMPLES: &[Example] = &[
    Example {
        purpose: "What a creds file says (its seed is not read)",
        line: "nkeep describe jwt -f user.creds",
    },
    Example {
        purpose: "One field, for a script",
        line: "nkeep describe jwt -f account.jwt -F nats.limits.conn",
    },
    Example {
        purpose: "Whether a user is trusted by an account and its operator",
        line: "nkeep describe jwt user.creds --chain operator.jwt --chain account.jwt",
    },
];

/// Describe a token, or the one in a creds file
///
/// The signature is always checked. Whether the key that signed may do so is checked against the tokens given with
/// --chain; without them, or when it may not, the output says so (with -F and -R, stderr does), as it does of an expired
/// or revoked token and of fields that nkeep does not know. Exit code 3 when a chain was given and does not hold.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Token or creds file, or - for stdin
    #[arg(
        value_name = "FILE",
        conflicts_with = "file",
        required_unless_present = "file"
    )]
    path: Option<Source>,
    /// Token or creds file, or - for stdin
    #[arg(long, short)]
    file: Option<Source>,
    /// Write to a new file instead of stdout; -- is stdout
    #[arg(
        long,
        short,
        visible_alias = "output",
        alias = "out",
        value_name = "FILE",
        allow_hyphen_values = true
    )]
    output_file: Option<PathBuf>,
    /// Replace the file
    #[arg(long, requires = "output_file")]
    force: bool,
    /// Print one field, such as nats.limits.conn or nats.exports[0].subject, as JSON
    #[arg(long, short = 'F', conflicts_with = "raw")]
    field: Option<String>,
    /// Print the token itself
    #[arg(long, short = 'R', conflicts_with = "json")]
    raw: bool,
    /// Show keys in full (they always are)
    #[arg(long, short = 'W')]
    long_ids: bool,
    /// Operator's and account's token to check the chain with
    #[arg(long, value_name = "FILE")]
    chain: Vec<Source>,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let Some(source) = args.path.as_ref().or(args.file.as_ref()) else {
        return Err(Failure::usage("no file is named")).hint("nkeep describe jwt -f FILE");
    };
    let token = only_in(source)?;
    let standing = Standing::of(ctx, &token, &Chain::read(&args.chain)?)?;
    let text = if args.raw {
        standing.warn(ctx.ui);
        format!("{}\n", token.text())
    } else if let Some(path) = &args.field {
        let text = json_text(field(&claims_json(&token)?, path)?)?;
        standing.warn(ctx.ui);
        text
    } else if ctx.ui.json() {
        document(&token, &standing)?
    } else {
        table(ctx, &token, &standing)
    };
    match args.output_file.as_deref() {
        Some(path) if path.as_os_str() != "--" => {
            secret_file(path, text.as_bytes(), Existing::with_force(args.force))?;
        }
        _ => ctx.ui.text(&text)?,
    }
    if standing.fails() {
        return Err(Failure::problems_shown());
    }
    Ok(())
}

fn table(ctx: &Ctx, token: &Token, standing: &Standing) -> String {
    let mut table = with_token!(token, |unverified| claims::described(
        unverified.claims(),
        ctx.clock.now()
    ));
    table.row("Chain", standing.chain_text());
    table.list("Attention", standing.marks());
    table.render()
}

/// The claims as they are, as nsc prints them, with two fields of nkeep's own beside them.
fn document(token: &Token, standing: &Standing) -> Result<String, Failure> {
    let mut claims = claims_json(token)?;
    if let Value::Object(fields) = &mut claims {
        fields.insert("kind".to_owned(), json!("jwt"));
        fields.insert("status".to_owned(), standing.json());
    }
    json_text(&claims)
}

fn claims_json(token: &Token) -> Result<Value, Failure> {
    let bytes = with_token!(token, |unverified| wire::to_vec(unverified.claims()))?;
    Ok(serde_json::from_slice(&bytes)?)
}

/// The value at a path such as `nats.exports[0].subject`.
fn field<'a>(claims: &'a Value, path: &str) -> Result<&'a Value, Failure> {
    let pointer: String = path
        .replace('[', ".")
        .replace(']', "")
        .split('.')
        .map(|step| format!("/{}", step.replace('~', "~0").replace('/', "~1")))
        .collect();
    claims
        .pointer(&pointer)
        .ok_or_else(|| {
            Failure::new(
                crate::ui::ExitCode::Failed,
                anyhow::anyhow!("the token has no field {path}"),
            )
        })
        .hint("nkeep describe jwt --json -f FILE (shows every field there is)")
}
