//! `nkeep generate config`.

mod files;
pub mod flags;

use files::Files;
use flags::{FolderArgs, Kind, included, must_be_named};
use serde_json::json;

use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::files::output::Target;
use crate::cmd::generate::started::{self, started_with};
use crate::cmd::words::naming::UnderOperator;
use crate::emit::config::Config;
use crate::emit::config::read::read;
use crate::emit::config::stored::{clients, config};
use crate::rotation::{self, RotationError};
use crate::store::{Records, Store as _};
use crate::text::{counted, quoted, shell_word, some};
use crate::trust;
use crate::trust::served::{Served, faults};
use crate::ui::{ExitCode, Failure};

pub const EXAMPLES: &[Example] = &[
    Example {
        purpose: "For servers that keep the accounts that are pushed to them",
        line: "nkeep generate config --nats-resolver --config-file resolver.conf",
    },
    Example {
        purpose: "For a server that has all accounts from the beginning, read again and checked",
        line: "nkeep generate config --mem-resolver --config-file accounts.conf --verify",
    },
];

/// Generate the part of a server's configuration that makes it trust an operator
///
/// The operator's token, the system account, where accounts come from, and those that are there from the beginning: include
/// it in a configuration that has listeners and the rest. It holds no secret. A server takes another operator token only
/// when it starts again. Nothing is written where an account breaks rules, so that no server would take it: exit code 3.
#[derive(clap::Args, Debug)]
#[command(group(must_be_named()))]
pub struct Args {
    #[command(flatten)]
    kind: Kind,
    #[command(flatten)]
    operator: UnderOperator,
    /// Operators whose accounts are served, the one that may delete accounts first; else --operator, and while its identity is rotated, both
    #[arg(
        long,
        value_name = "NAME",
        value_delimiter = ',',
        conflicts_with = "operator"
    )]
    operators: Vec<String>,
    /// Account in which servers talk; else the one that the operator names
    #[arg(long, visible_alias = "system-account", value_name = "ACCOUNT")]
    sys_account: Option<String>,
    #[command(flatten)]
    folder: FolderArgs,
    /// Write to a new file; - is stdout
    #[arg(
        long,
        short = 'o',
        visible_alias = "output-file",
        value_name = "FILE",
        value_parser = Target::parser(),
        value_hint = clap::ValueHint::FilePath,
        allow_hyphen_values = true
    )]
    config_file: Option<Target>,
    /// Write to this new file, as seen from the folder of the configuration, which then only includes it
    #[arg(long, value_name = "FILE", value_parser = included, value_hint = clap::ValueHint::FilePath)]
    include: Option<String>,
    /// Read what was written again, and check every token in it
    #[arg(long)]
    verify: bool,
    /// Replace the files
    #[arg(long, short = 'F')]
    force: bool,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let files = Files::of(args);
    files.can_be_written(ctx)?;
    let now = ctx.clock.now();
    let mut store = ctx.open_store()?;
    let (config, ends, over) = store.read(|records| {
        let operators = args.operators(ctx, records)?;
        if args.operators.is_empty() {
            started::say(ctx, &operators);
        }
        let resolver = args.kind.resolver(&args.folder, &operators)?;
        let wanted = args.sys_account.as_deref();
        let (mut config, over) = config(records, resolver, wanted, &operators, now)?;
        config.clients = clients(&operators);
        let ends = operators
            .iter()
            .map(|operator| (operator.entity.name.clone(), operator.entity.expires))
            .filter(|(_, expires)| *expires != 0 && *expires <= now)
            .collect::<Vec<_>>();
        Ok::<_, RotationError>((config, ends, over))
    })?;
    for (name, expires) in ends {
        ctx.ui.warning(&format!(
            "the token of operator {} expired {}, which servers do not look at",
            quoted(name),
            crate::ui::time::moment(expires, now)
        ));
    }
    if !over.is_empty() {
        ctx.ui.warning(&expired(&over));
    }
    let text = config.text();
    let shown = files.write(ctx, &text)?;
    if args.verify {
        verified(ctx, &config, &files.read(&text)?)?;
    }
    if ctx.ui.json() {
        return ctx.ui.document(&json!({
            "kind": "config",
            "resolver": config.resolver.name(),
            "operators": config.operators.iter().map(|one| &one.name).collect::<Vec<_>>(),
            "system_account": config.system.map(|key| key.to_string()),
            "accounts": config.preload.len(),
            "verified": args.verify,
            "file": files.config,
            "include": files.included,
            "config": shown,
        }));
    }
    for file in files.all() {
        ctx.ui.note(&format!("wrote {}", file.display()));
    }
    shown.map_or(Ok(()), |text| ctx.ui.text(&text))
}

impl Args {
    fn operators(&self, ctx: &Ctx, records: &dyn Records) -> rotation::Result<Vec<Served>> {
        if self.operators.is_empty() {
            return started_with(records, self.operator.find(ctx, records)?);
        }
        let mut served: Vec<Served> = Vec::new();
        for name in &self.operators {
            let operator = trust::operator(records, Some(name))?;
            if served.iter().all(|known| known.entity.key != operator.key) {
                served.push(Served::of(operator)?);
            }
        }
        Ok(served)
    }
}

/// Accounts that are over, and are in it all the same.
fn expired(over: &[String]) -> String {
    let names: Vec<String> = over.iter().map(quoted).collect();
    let (which, have) = match over.len() {
        1 => ("account", "has"),
        _ => ("accounts", "have"),
    };
    format!(
        "{which} {} {have} expired, and servers let nobody in there; what helps: nkeep edit account {} --expiry 90d",
        some(&names),
        shell_word(&over[0])
    )
}

/// Whether a configuration says what was meant, and every token in it is one that a server takes.
fn verified(ctx: &Ctx, config: &Config, text: &str) -> Result<(), Failure> {
    let found = read(text)
        .map_err(|reason| problem(format!("what was written cannot be read: {reason}")))?;
    let is_whole = found
        .operators
        .iter()
        .eq(config.operators.iter().map(|one| &one.token))
        && found.system == config.system.map(|key| key.to_string())
        && found
            .preload
            .iter()
            .map(|(key, token)| (key, token))
            .eq(config.preload.iter().map(|one| (&one.key, &one.token)));
    if !is_whole {
        return Err(problem("what was written is not what is in the store"));
    }
    let faults = faults(&found.operators, &found.preload, ctx.clock.now());
    for fault in &faults {
        ctx.ui.notice(&format!("fault: {fault}"));
    }
    if !faults.is_empty() {
        return Err(
            problem(format!("{} of the tokens would be refused", faults.len()))
                .hint("nkeep validate -A"),
        );
    }
    ctx.ui.note(&format!(
        "verified: operator {} and {}",
        config
            .operators
            .iter()
            .map(|one| quoted(&one.name))
            .collect::<Vec<_>>()
            .join(" and "),
        counted(config.preload.len(), "account")
    ));
    Ok(())
}

fn problem(message: impl std::fmt::Display + Send + Sync + std::fmt::Debug + 'static) -> Failure {
    Failure::new(ExitCode::Problems, anyhow::Error::msg(message))
}
