//! `nkeep generate config`.

use std::path::{Component, Path, PathBuf};
use std::time::Duration;

use serde_json::json;

use crate::cmd::Ctx;
use crate::cmd::duration::duration;
use crate::cmd::example::Example;
use crate::cmd::naming::UnderOperator;
use crate::cmd::output::{Existing, Target, can_be_written, public_file};
use crate::emit::config::read::read;
use crate::emit::config::{Config, Delete, Folder, Resolver, Stated, include};
use crate::store::record::EntityKind;
use crate::store::{Records, Store as _};
use crate::text::quoted;
use crate::trust::resign::counted;
use crate::trust::served::{Served, faults, system_account};
use crate::trust::{self, Place, TrustError};
use crate::ui::{ExitCode, Failure, Hinted as _};

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
/// when it starts again.
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    kind: Kind,
    #[command(flatten)]
    operator: UnderOperator,
    /// Operators whose accounts are served, the one that may delete accounts first
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

/// Where the server's accounts come from.
#[derive(clap::Args, Debug)]
#[group(required = true, multiple = false)]
struct Kind {
    /// From the configuration alone
    #[arg(long)]
    mem_resolver: bool,
    /// From the server's folder, which holds what is pushed
    #[arg(long)]
    nats_resolver: bool,
    /// From a folder that holds what was asked for, and from servers that keep all
    #[arg(long)]
    nats_resolver_cache: bool,
    /// From an account server over HTTP; else the one that the operator names
    #[arg(long, value_name = "URL", num_args = 0..=1, require_equals = true, value_parser = account_server)]
    url_resolver: Option<Option<String>>,
}

/// How a folder of accounts is kept.
#[derive(clap::Args, Debug)]
struct FolderArgs {
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
    interval: Duration,
    /// How long an account is kept (--nats-resolver-cache)
    #[arg(long, value_name = "TIME", default_value = "1h", conflicts_with_all = ["mem_resolver", "url_resolver", "nats_resolver"], value_parser = some_time)]
    ttl: Duration,
    /// Let keys of the operator delete accounts, as nkeep push --prune does (--nats-resolver)
    #[arg(long, conflicts_with_all = ["mem_resolver", "url_resolver", "nats_resolver_cache"])]
    allow_delete: bool,
    /// Remove the file of a deleted account, which is else renamed
    #[arg(long, requires = "allow_delete")]
    hard_delete: bool,
}

impl FolderArgs {
    fn folder(&self) -> Folder {
        Folder {
            path: self.resolver_dir.clone(),
            limit: self.limit,
            timeout: self.timeout,
        }
    }

    const fn delete(&self) -> Delete {
        match (self.allow_delete, self.hard_delete) {
            (false, _) => Delete::Refused,
            (true, false) => Delete::Renamed,
            (true, true) => Delete::Removed,
        }
    }
}

/// A length of time that is more than none.
fn some_time(text: &str) -> Result<Duration, String> {
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
fn included(text: &str) -> Result<String, String> {
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
fn account_server(text: &str) -> Result<String, String> {
    let is_http = ["http://", "https://"]
        .iter()
        .any(|scheme| text.len() > scheme.len() && text.starts_with(scheme));
    if !is_http || text.contains(['"', '(', ')', ' ']) {
        return Err("it is no address such as https://accounts.example.com/jwt/v1".to_owned());
    }
    crate::jwt::validate::account_server_url(text)?;
    plain(text)
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let files = Files::of(args);
    files.can_be_written(ctx)?;
    let now = ctx.clock.now();
    let mut store = ctx.open_store()?;
    let (config, ends) = store.read(|records| {
        let operators = args.operators(ctx, records)?;
        let config = config(records, args, &operators)?;
        let ends = operators
            .iter()
            .map(|operator| (operator.entity.name.clone(), operator.entity.expires))
            .filter(|(_, expires)| *expires != 0 && *expires <= now)
            .collect::<Vec<_>>();
        Ok::<_, TrustError>((config, ends))
    })?;
    for (name, expires) in ends {
        ctx.ui.warning(&format!(
            "the token of operator {} expired {}, which servers do not look at",
            quoted(name),
            crate::ui::time::moment(expires, now)
        ));
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
    fn operators(&self, ctx: &Ctx, records: &dyn Records) -> trust::Result<Vec<Served>> {
        if self.operators.is_empty() {
            return Ok(vec![Served::of(self.operator.find(ctx, records)?)?]);
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

    fn resolver(&self, operators: &[Served]) -> trust::Result<Resolver> {
        Ok(if self.kind.mem_resolver {
            Resolver::Memory
        } else if self.kind.nats_resolver {
            Resolver::Full {
                folder: self.folder.folder(),
                interval: self.folder.interval,
                delete: self.folder.delete(),
            }
        } else if self.kind.nats_resolver_cache {
            Resolver::Cache {
                folder: self.folder.folder(),
                keep: self.folder.ttl,
            }
        } else {
            Resolver::Url(match self.kind.url_resolver.clone().flatten() {
                Some(url) => accounts_at(&url),
                None => named_account_server(&operators[0])?,
            })
        })
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

/// What the configuration says.
fn config(records: &dyn Records, args: &Args, operators: &[Served]) -> trust::Result<Config> {
    let resolver = args.resolver(operators)?;
    let system = system_account(records, operators, args.sys_account.as_deref())?;
    let in_folder = matches!(resolver, Resolver::Full { .. } | Resolver::Cache { .. });
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
            "nkeep edit operator --system-account SYS",
        ));
    }
    let mut preload = Vec::new();
    for operator in operators {
        let accounts = match (&resolver, &system) {
            (Resolver::Memory, _) => operator.accounts(records)?,
            (Resolver::Full { .. } | Resolver::Cache { .. }, Some(system))
                if system.parent == Some(operator.entity.key) =>
            {
                vec![operator.account(system)?]
            }
            _ => continue,
        };
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
    Ok(Config {
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
    })
}

/// The folder of a file, as it is written.
fn folder(file: &Path) -> &Path {
    file.parent().unwrap_or(Path::new(""))
}

/// Where it goes: to one file, or to one that is included and one that includes it.
struct Files<'a> {
    config: Option<&'a Path>,
    included: Option<PathBuf>,
    include: Option<String>,
    existing: Existing,
}

impl<'a> Files<'a> {
    fn of(args: &'a Args) -> Self {
        let config = Target::file(args.config_file.as_ref());
        let included = args
            .include
            .as_ref()
            .map(|name| config.map_or_else(|| Path::new(""), folder).join(name));
        Self {
            config,
            included,
            include: args.include.as_deref().map(include),
            existing: Existing::with_force(args.force),
        }
    }

    fn all(&self) -> impl Iterator<Item = &Path> {
        self.included.as_deref().into_iter().chain(self.config)
    }

    /// Refuses before anything is written.
    fn can_be_written(&self, ctx: &Ctx) -> Result<(), Failure> {
        if self
            .included
            .as_deref()
            .is_some_and(|included| Some(included) == self.config)
        {
            return Err(Failure::usage("a configuration cannot include itself"));
        }
        self.all()
            .try_for_each(|file| can_be_written(ctx, file, self.existing))
    }

    /// Writes them, the one that includes the other last; what goes to stdout is returned.
    fn write(&self, ctx: &Ctx, text: &str) -> Result<Option<String>, Failure> {
        let put = |file: &Path, text: &str| public_file(ctx, file, text.as_bytes(), self.existing);
        if let Some(included) = &self.included {
            put(included, text)?;
        }
        let outer = self.include.as_deref().unwrap_or(text);
        match self.config {
            Some(config) => put(config, outer).map(|()| None),
            None => Ok(Some(outer.to_owned())),
        }
    }

    /// What was written, as it now stands there.
    fn read(&self, text: &str) -> Result<String, Failure> {
        match self.included.as_deref().or(self.config) {
            Some(file) => {
                std::fs::read_to_string(file).context(format!("cannot read {}", file.display()))
            }
            None => Ok(text.to_owned()),
        }
    }
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
