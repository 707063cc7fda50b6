//! `nkeep generate config`.

mod files;
pub mod flags;

use files::Files;
use flags::{FolderArgs, Kind, account_server, included, must_be_named};
use serde_json::json;

use crate::clock::UnixSeconds;
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::files::output::Target;
use crate::cmd::generate::started::{self, started_with};
use crate::cmd::init::INITIAL_URL;
use crate::cmd::words::naming::UnderOperator;
use crate::emit::config::read::read;
use crate::emit::config::{Config, Resolver, Stated};
use crate::rotation::{self, RotationError};
use crate::store::record::{Entity, EntityKind};
use crate::store::{Records, Store as _};
use crate::text::{counted, quoted, shell_word, some};
use crate::trust::served::{
    Served, faults, must_be_taken, must_start, naming_system_account, system_account,
};
use crate::trust::{self, Place, TrustError};
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
        let resolver = resolver(&args.kind, &args.folder, &operators)?;
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

/// Where the operators say that clients connect, unless that is where servers listen of which nothing is said.
fn clients(operators: &[Served]) -> Vec<String> {
    let mut urls: Vec<String> = Vec::new();
    for operator in operators {
        let named = &operator.trusted.claims().body.operator_service_urls;
        for url in named.iter().filter(|url| *url != INITIAL_URL) {
            if !urls.contains(url) {
                urls.push(url.clone());
            }
        }
    }
    urls
}

/// Where the server's accounts come from.
pub fn resolver(kind: &Kind, folder: &FolderArgs, operators: &[Served]) -> trust::Result<Resolver> {
    Ok(if kind.mem_resolver {
        Resolver::Memory
    } else if kind.nats_resolver {
        folder.full()
    } else if kind.nats_resolver_cache {
        Resolver::Cache {
            folder: folder.folder(),
            keep: folder.ttl,
        }
    } else {
        Resolver::Url(match kind.url_resolver.clone().flatten() {
            Some(url) => accounts_at(&url),
            None => named_account_server(&operators[0])?,
        })
    })
}

/// As nsc and servers have it, an account server's address has `/accounts` after it.
fn accounts_at(url: &str) -> String {
    let url = url.trim_end_matches('/');
    match url.ends_with("/accounts") {
        true => format!("{url}/"),
        false => format!("{url}/accounts/"),
    }
}

fn named_account_server(operator: &Served) -> trust::Result<String> {
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

/// What an operator's first server is started with: a folder that holds what is pushed, and from the beginning every account there is.
pub fn of_first_server(
    records: &dyn Records,
    operator: Entity,
    now: UnixSeconds,
) -> trust::Result<Config> {
    let operators = [Served::of(operator)?];
    let (with_all, _) = config(records, Resolver::Memory, None, &operators, now)?;
    Ok(Config {
        clients: clients(&operators),
        resolver: Resolver::usual(),
        ..with_all
    })
}

/// What the configuration says, and which accounts in it have expired.
pub fn config(
    records: &dyn Records,
    resolver: Resolver,
    system: Option<&str>,
    operators: &[Served],
    now: UnixSeconds,
) -> trust::Result<(Config, Vec<String>)> {
    let system = system_account(records, operators, system)?;
    if let Some(system) = &system {
        must_start(system, now)?;
    }
    // Where it is said elsewhere how a server comes to accounts, that may be a folder.
    let in_folder = matches!(
        resolver,
        Resolver::Full { .. } | Resolver::Cache { .. } | Resolver::Elsewhere
    );
    if system.is_none() && (in_folder || operators.len() > 1) {
        return Err(TrustError::refused(
            format!(
                "operator {} names no system account, which {} need",
                quoted(&operators[0].entity.name),
                if in_folder {
                    "servers with a folder of accounts"
                } else {
                    "servers of several operators"
                },
            ),
            naming_system_account(records, &operators[0].entity)?,
        ));
    }
    let (mut preload, mut over) = (Vec::new(), Vec::new());
    for operator in operators {
        let accounts = match (&resolver, &system) {
            (Resolver::Memory, _) => operator.accounts(records)?,
            (_, Some(system)) if in_folder && system.parent == Some(operator.entity.key) => {
                vec![operator.account(system)?]
            }
            _ => continue,
        };
        must_be_taken(operator, &accounts)?;
        let ended = accounts
            .iter()
            .filter(|(listed, _)| listed.expires != 0 && listed.expires <= now);
        over.extend(ended.map(|(listed, _)| listed.name.clone()));
        preload.extend(accounts.into_iter().map(|(listed, token)| Stated {
            name: listed.name,
            key: listed.key,
            token,
        }));
    }
    if preload.is_empty() && matches!(resolver, Resolver::Memory) {
        return Err(TrustError::None {
            kind: EntityKind::Account,
            place: Place::under(records, Some(&operators[0].entity))?,
        });
    }
    preload.sort_unstable_by(|one, other| one.key.cmp(&other.key));
    let config = Config {
        clients: Vec::new(),
        operators: operators
            .iter()
            .map(|operator| Stated {
                name: operator.entity.name.to_string(),
                key: operator.entity.key.to_string(),
                token: operator.entity.token.clone(),
            })
            .collect(),
        system: system.map(|account| account.key),
        resolver,
        preload,
    };
    over.sort();
    Ok((config, over))
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
