//! `nkeep generate nkey`: nsc's command and flags, and servers' and clusters' keys besides.

use std::path::PathBuf;

use serde_json::json;
use zeroize::Zeroizing;

use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::output::{Existing, may_show_secret, secret_file};
use crate::nkey::{Kind, Seed};
use crate::ui::{Failure, Hinted as _};

pub const EXAMPLES: &[Example] = &[
    Example {
        purpose: "Write the seed to a file that only you can read, and print the public key",
        line: "nkeep generate nkey --user --out new-user.nk",
    },
    Example {
        purpose: "Seed and public key, a line each, for a script",
        line: "nkeep generate nkey --account | head -1 > account.nk",
    },
];

/// Generate an nkey
///
/// Prints the seed and the public key of each kind asked for, a line each and an empty line after them, as nsc does. On a terminal
/// the seed is shown only with --reveal; with --out it goes to a file and is not printed.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Generate an operator key
    #[arg(long, short)]
    operator: bool,
    /// Generate an account key
    #[arg(long, short)]
    account: bool,
    /// Generate a user key
    #[arg(long, short)]
    user: bool,
    /// Generate a curve key (x25519), which seals and opens
    #[arg(long, short = 'x')]
    curve: bool,
    /// Generate a server key
    #[arg(long)]
    server: bool,
    /// Generate a cluster key
    #[arg(long)]
    cluster: bool,
    /// Write the seed to a new file with mode 0600, and print only the public key
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Replace the file
    #[arg(long, requires = "out")]
    force: bool,
    /// Show the seed on a terminal
    #[arg(long)]
    reveal: bool,
}

impl Args {
    fn kinds(&self) -> Vec<Kind> {
        [
            (self.operator, Kind::Operator),
            (self.account, Kind::Account),
            (self.user, Kind::User),
            (self.curve, Kind::Curve),
            (self.server, Kind::Server),
            (self.cluster, Kind::Cluster),
        ]
        .into_iter()
        .filter_map(|(wanted, kind)| wanted.then_some(kind))
        .collect()
    }
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let kinds = args.kinds();
    if kinds.is_empty() {
        return Err(Failure::usage("no kind of key is named")).hint(
            "nkeep generate nkey --user (or --operator, --account, --curve, --server, --cluster)",
        );
    }
    if args.out.is_some() && kinds.len() > 1 {
        return Err(Failure::usage(
            "a file holds one seed, and several kinds are named",
        ))
        .hint("run the command once for each kind");
    }
    if args.out.is_none() {
        may_show_secret(
            ctx,
            args.reveal,
            "nkeep generate nkey --user --out user.nk (or add --reveal)",
        )?;
    }
    let seeds = kinds
        .into_iter()
        .map(Seed::generate)
        .collect::<Result<Vec<_>, _>>()?;
    if let (Some(path), [seed]) = (&args.out, &*seeds) {
        let line = lines(&[&seed.expose()]);
        let existing = Existing::with_force(args.force);
        secret_file(path, line.as_bytes(), existing)?;
    }
    if ctx.ui.json() {
        return json_document(ctx, &seeds, args.out.is_none());
    }
    for seed in &seeds {
        if args.out.is_some() {
            ctx.ui.text(&format!("{}\n", seed.public()))?;
        } else {
            let text = lines(&[&seed.expose(), &seed.public().to_string(), ""]);
            ctx.ui.text(&text)?;
        }
    }
    Ok(())
}

/// The document is put together by hand, so that no copy of a seed is left in a JSON tree. Seeds need no escapes.
fn json_document(ctx: &Ctx, seeds: &[Seed], with_seeds: bool) -> Result<(), Failure> {
    let mut text = Zeroizing::new(String::with_capacity(64 + 256 * seeds.len()));
    text.push_str("{\"kind\":\"nkey\",\"keys\":[");
    for (index, seed) in seeds.iter().enumerate() {
        let public = json!({ "type": seed.kind().name(), "public_key": seed.public().to_string() })
            .to_string();
        text.push_str(if index > 0 { "," } else { "" });
        text.push_str(public.trim_end_matches('}'));
        if with_seeds {
            text.push_str(",\"seed\":\"");
            text.push_str(&seed.expose());
            text.push('"');
        }
        text.push('}');
    }
    text.push_str("]}\n");
    ctx.ui.text(&text)
}

/// Lines, joined in memory that is wiped.
fn lines(lines: &[&str]) -> Zeroizing<String> {
    let mut text = Zeroizing::new(String::with_capacity(
        lines.iter().map(|line| line.len() + 1).sum(),
    ));
    for line in lines {
        text.push_str(line);
        text.push('\n');
    }
    text
}
