//! `nkeep init`: a store with a whole tree in it, ready to use.

use std::path::{Path, PathBuf};

use serde_json::json;

use super::Ctx;
use super::asking::Asking;
use super::ceremony::files::{must_be_free, must_have_folder};
use super::ceremony::recording::Transcribing;
use super::ceremony::split_store::{
    has_root_to_split, said as said_of_split, split, ways as ways_to_split,
};
use super::example::Example;
use super::managed;
use super::opening::fresh::Fresh;
use super::store::init::{
    Founded, Founding, NewIdentity, must_be_none, must_be_none_or, named_from_now_on, usual_ways,
};
use crate::ceremony::shares::page::grouped;
use crate::cmd::files::input::is_url;
use crate::cmd::files::output::{Existing, public_file};
use crate::cmd::generate::config::of_first_server;
use crate::cmd::words::argument::{named_file, preset_of};
use crate::cmd::words::naming::new_name;
use crate::store::Store as _;
use crate::store::record::{Entity, Name};
use crate::text::{noted, sanitized_lines, shell_word};
use crate::trust::TrustError;
use crate::trust::new::{Estate, NewEstate, estate};
use crate::trust::preset::Preset;
use crate::ui::{Failure, Hinted as _, called_with, called_with_other};

/// Where clients connect as long as nobody says where.
pub const INITIAL_URL: &str = "nats://localhost:4222";

pub const EXAMPLES: &[Example] = &[
    Example {
        purpose: "A store for an estate, opened by a passphrase that you are asked for",
        line: "nkeep init -n ACME",
    },
    Example {
        purpose: "The same for a script: the identity goes to a file that only you can read",
        line: "nkeep init -n ACME --new-identity identity.txt",
    },
    Example {
        purpose: "With what a first server is started with: nats-server -c nats.conf",
        line: "nkeep init -n ACME --new-identity identity.txt --server-config nats.conf",
    },
    Example {
        purpose: "For Kubernetes: with the user that nauth connects as, who may do no more than that takes",
        line: "nkeep init -n ACME --preset nauth --new-identity identity.txt",
    },
];

/// Make a store with an operator, its system account, and a first account and user
///
/// The operator gets a signing key and demands that signing keys sign: its identity, the root key, is needed again only to
/// change the operator itself. The store is made if there is none; where there is one, use `nkeep add operator`.
///
/// With --remote-operator, or an address of http or https, the operator is one whose keys are elsewhere, and its account server is
/// asked to sign the account.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Name of the operator, and of the first account and user; * makes one up
    #[arg(value_name = "NAME", conflicts_with = "name", value_parser = new_name)]
    positional: Option<Name>,
    /// Name of the operator, and of the first account and user; * makes one up
    #[arg(long, short, value_name = "NAME", value_parser = new_name)]
    name: Option<Name>,
    /// Where clients connect; or the address (http, https) of the token of an operator whose keys are elsewhere
    #[arg(
        long,
        short,
        value_name = "URL",
        default_value = INITIAL_URL
    )]
    url: Vec<String>,
    /// An operator whose keys are elsewhere, by a name that is known; its account server is asked for the account
    #[arg(long, short = 'o', value_name = "NAME")]
    remote_operator: Option<String>,
    /// Folder for the store, as default.nkeep, which is remembered as with env -s
    #[arg(long, short, value_name = "DIR", conflicts_with_all = ["store", "data_dir", "all_dirs"])]
    dir: Option<PathBuf>,
    /// Add a user of the system account for what connects as one, named after the preset of its permissions
    #[arg(long, value_name = "PRESET", value_parser = preset_of(Preset::ALL.into_iter().filter(|preset| preset.is_of_system())))]
    preset: Vec<Preset>,
    /// Make the store to work with, too, in that file: with everything but the operator's identity, which this one keeps offline
    #[arg(long, value_name = "FILE", requires = "working_identity", conflicts_with_all = ["remote_operator", "dir"])]
    offline_root: Option<PathBuf>,
    /// New file for the identity that opens the store to work with
    #[arg(long, value_name = "FILE", requires = "offline_root", value_parser = named_file())]
    working_identity: Option<PathBuf>,
    /// Write what a first server is started with, which has the first account, too
    #[arg(long, value_name = "FILE", conflicts_with_all = ["remote_operator", "offline_root"], value_parser = named_file(), value_hint = clap::ValueHint::FilePath)]
    server_config: Option<PathBuf>,
    #[command(flatten)]
    founding: NewIdentity,
    #[command(flatten)]
    transcribing: Transcribing,
}

/// What -i asks.
pub fn ask(asking: &mut Asking<'_>) -> Result<(), Failure> {
    let folder = asking.value("dir").map(PathBuf::from);
    must_be_none(&at(asking.ctx, folder.as_ref()))?;
    if !asking.has("positional") {
        let question = "Name of the operator, and of the first account and user";
        asking.needed("name", question)?;
    }
    asking.text_as("url", "Where clients connect", INITIAL_URL)?;
    let by_file = "File for a new identity, in place of a passphrase";
    if !asking.has("generate_passphrase") && !asking.opens() {
        asking.until(
            "new_identity",
            |asking| asking.text_as("new_identity", by_file, ""),
            |asking| match asking.value("new_identity") {
                Some(file) => Fresh::at(Path::new(&file), "").map(drop),
                None => Ok(()),
            },
        )?;
    }
    Ok(())
}

/// The store in that folder, where one is named.
fn at(ctx: &Ctx, folder: Option<&PathBuf>) -> Ctx {
    let mut there = ctx.clone();
    if let Some(folder) = folder {
        there.opening.data_dir = Some(folder.clone());
        there.opening.is_remembered = !ctx.is_store_said();
    }
    there
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    args.transcribing.around(ctx, || begun(ctx, args))
}

fn begun(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    if let (Some(working), Some(identity)) = (&args.offline_root, &args.working_identity) {
        return with_root_offline(ctx, args, working, identity);
    }
    let Some(folder) = &args.dir else {
        return found(ctx, args);
    };
    let back = ctx.remembered_place().unwrap_or_default();
    found(&at(ctx, Some(folder)), args)?;
    ctx.remember_folder(folder)?;
    if !ctx.ui.json() {
        said_of_folder(ctx, &back);
    }
    Ok(())
}

/// Says which store is meant from now on, and how to go back.
fn said_of_folder(ctx: &Ctx, back: &Path) {
    if ctx.is_store_said() {
        let says = "NKEEP_STORE still says which store is meant: unset NKEEP_STORE for this one";
        return ctx.ui.note(says);
    }
    let back = ctx.command(&format!(
        "nkeep env -s {}",
        shell_word(&back.to_string_lossy())
    ));
    ctx.ui.note(&format!(
        "from now on this store is meant where none is named; what goes back: {back}"
    ));
}

/// Makes both stores: the one that keeps the identity, and the one to work with.
fn with_root_offline(
    ctx: &Ctx,
    args: &Args,
    working: &Path,
    identity: &Path,
) -> Result<(), Failure> {
    if ctx.has_store().unwrap_or(false) {
        must_be_none_or(ctx, || goes_on(ctx, args, working, identity))?;
    }
    for path in [working, identity] {
        must_be_free(path)?;
    }
    found(ctx, args)?;
    let mut root = ctx.clone();
    if let Some(opens) = args.founding.new_file() {
        root.opening.identity = Some(opens.to_owned());
    }
    let opens = NewIdentity::in_file(identity, "working");
    let copied = split(&root, working, &opens)?;
    ctx.record_store(&ctx.store_path()?)?;
    if !ctx.ui.json() {
        said_of_split(ctx, working, Some(identity), copied);
    }
    Ok(())
}

/// How the store that is there gets its root offline: an `init` that was interrupted may have left it.
fn goes_on(ctx: &Ctx, args: &Args, working: &Path, identity: &Path) -> Vec<String> {
    if !has_root_to_split(ctx) {
        return usual_ways();
    }
    let opens = args.founding.new_file().filter(|file| file.exists());
    let mut ways = ways_to_split(ctx, opens, working, Some(identity));
    ways.push(noted("nkeep store info", "says what it is"));
    ways
}

impl Args {
    /// The operator whose keys are elsewhere, as it is named.
    fn remote(&self) -> Result<Option<String>, Failure> {
        let urls: Vec<&String> = self.url.iter().filter(|url| is_url(url)).collect();
        match (&self.remote_operator, &*urls) {
            (None, []) => Ok(None),
            (Some(name), []) => Ok(Some(name.clone())),
            (None, [url]) if self.url.len() == 1 => Ok(Some((*url).clone())),
            _ => Err(Failure::usage(
                "one operator whose keys are elsewhere is wanted, and more than its address is given",
            )),
        }
    }

    /// Refuses what takes the keys of the operator, or its system account.
    fn must_be_for_another(&self) -> Result<(), Failure> {
        let refused = |reason| Err(Failure::usage(reason));
        if !self.preset.is_empty() {
            return refused("users of the system account are made where the operator's keys are");
        }
        if self.server_config.is_some() {
            return refused(
                "what servers are started with is written where the operator's keys are",
            );
        }
        Ok(())
    }
}

/// Refuses where there is no home, and with all that has to be said then: else one is met after the other.
fn must_be_placed(ctx: &Ctx, args: &Args, is_named: bool) -> Result<(), Failure> {
    let mut missing = ctx.places_unsaid();
    if missing.is_empty() {
        return Ok(());
    }
    let mut says =
        "HOME is not set, so where the store is and where it is remembered must be said".to_owned();
    if !args.founding.is_said(ctx) && ctx.prompt().is_none() {
        says.push_str(", and what opens it");
        missing.push("--new-identity FILE");
    }
    if !is_named {
        missing.insert(0, "-n NAME");
    }
    Err(Failure::usage(says)).hint(called_with(&missing.join(" ")))
}

fn found(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let name = named(ctx, args)?;
    let called = format!("nkeep init -n {}", shell_word(name.as_str()));
    if let Some(remote) = args.remote()? {
        args.must_be_for_another()?;
        return managed::found(ctx, name, &remote, &args.founding, &called);
    }
    if let Some(file) = &args.server_config {
        must_be_its_own(ctx, args, file)?;
        must_be_free(file)?;
        must_have_folder(file)?;
    }
    let (founded, made) = make(ctx, args, &name, &called)?;
    if args.offline_root.is_none() {
        ctx.record_store(&founded.store)?;
    }
    ctx.record(|did| {
        did.came_to(format!(
            "operator {}: {}",
            made.operator.name, made.operator.key
        ))
    });
    if let Some(file) = &args.server_config {
        let shown = shell_word(&file.to_string_lossy());
        let again = format!("nkeep generate config --nats-resolver --config-file {shown}");
        write_server_config(ctx, file, &made.operator).hint(noted(
            ctx.command(&again),
            "the store is made, and this writes it",
        ))?;
    }
    if ctx.ui.json() {
        let presets = made.presets.iter().map(described);
        return ctx.ui.document(&json!({
            "kind": "init",
            "store": founded.store,
            "identity": founded.identity,
            "pin": founded.pin,
            "operator": described(&made.operator),
            "system_account": described(&made.system),
            "preset_users": presets.collect::<Vec<_>>(),
            "account": described(&made.account),
            "user": described(&made.user),
            "server_config": args.server_config,
        }));
    }
    if ctx.ui.is_quiet() {
        return Ok(());
    }
    ctx.ui.text(&said(ctx, args, &founded, &made))
}

/// The name that is given, or that somebody types.
fn named(ctx: &Ctx, args: &Args) -> Result<Name, Failure> {
    let given = args.positional.as_ref().or(args.name.as_ref());
    must_be_placed(ctx, args, given.is_some())?;
    match (given, ctx.prompt()) {
        (Some(name), _) => Ok(name.clone()),
        (None, Some(mut prompt)) => {
            Name::given(&prompt.line("Name of the operator")?).map_err(Failure::usage)
        }
        (None, None) => Err(Failure::usage("no name is given").hint("nkeep init -n NAME")),
    }
}

fn make(ctx: &Ctx, args: &Args, name: &Name, called: &str) -> Result<(Founded, Estate), Failure> {
    let founding = Founding::begin(ctx, &args.founding, called)?;
    let wanted = NewEstate {
        name,
        service_urls: &args.url,
        presets: &args.preset,
    };
    let note = ctx.note(
        "init",
        format!("made operator {name}, its system account, account and user {name}"),
    );
    let mut made = None;
    let founded = founding.found(ctx, note, |changes, keyring| {
        made = Some(estate(changes, keyring, &wanted)?);
        Ok::<_, TrustError>(())
    })?;
    match made {
        Some(made) => Ok((founded, made)),
        None => Err(Failure::bug(std::io::Error::other("nothing was made"))),
    }
}

/// Refuses one file for the configuration and for what is made with it.
fn must_be_its_own(ctx: &Ctx, args: &Args, file: &Path) -> Result<(), Failure> {
    let absolute = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let opens = args.founding.new_file().map(Path::to_owned);
    let mut others = [opens, ctx.identity_file(), Some(ctx.store_path()?)]
        .into_iter()
        .flatten();
    if others.any(|other| absolute(&other) == absolute(file)) {
        let says = "the configuration, the store and what opens it cannot be one file";
        return Err(Failure::usage(says).hint(called_with_other(file, "nats.conf")));
    }
    Ok(())
}

fn write_server_config(ctx: &Ctx, file: &Path, operator: &Entity) -> Result<(), Failure> {
    let now = ctx.clock.now();
    let mut store = ctx.open_store()?;
    let config = store.read(|records| of_first_server(records, operator.clone(), now))?;
    public_file(ctx, file, config.whole_text().as_bytes(), Existing::Keep)
}

fn described(entity: &Entity) -> serde_json::Value {
    json!({ "name": entity.name.as_str(), "public_key": entity.key.to_string() })
}

fn said(ctx: &Ctx, args: &Args, founded: &Founded, made: &Estate) -> String {
    let (store, identity) = (founded.store.display(), founded.identity.as_ref());
    let name = &made.operator.name;
    let names: Vec<&str> = std::iter::once("sys")
        .chain(made.presets.iter().map(|user| user.name.as_str()))
        .collect();
    let (users, names) = (
        if names.len() == 1 { "user" } else { "users" },
        names.join(", "),
    );
    let mut text = format!(
        "Made operator {name} with a signing key, its system account SYS with {users} {names}, and account {name} with user {name}.\n\n\
         The store is {store}. It holds every key, sealed.\n"
    );
    match identity {
        Some(path) => text.push_str(&format!(
            "The identity that opens it is {}. Back up both, apart from each other:\n\
             without the identity nobody can open anything in the store.\n",
            path.display()
        )),
        None => text.push_str(
            "Your passphrase opens it. Back up the file, and the passphrase apart from it:\n\
             without it nobody can open anything in the store.\n",
        ),
    }
    if args.offline_root.is_some() {
        // A ceremony has it read aloud.
        text.push_str(&format!(
            "\nThe operator's public key, in groups of four:\n  {}\n",
            grouped(&made.operator.key.to_string())
        ));
    }
    if let Some(file) = &args.server_config {
        text.push_str(&format!(
            "A server that is started with {} trusts the operator, and has both accounts.\n",
            file.display()
        ));
    }
    text.push_str("\nNext:\n");
    for line in next_steps(ctx, args, identity, made) {
        text.push_str(&format!("  {line}\n"));
    }
    sanitized_lines(&text)
}

/// What people do now, as commands.
fn next_steps(ctx: &Ctx, args: &Args, identity: Option<&PathBuf>, made: &Estate) -> Vec<String> {
    let backup = shell_word(&format!("{}.backup", made.operator.name));
    // What comes next has to open it.
    let mut next: Vec<String> = named_from_now_on(ctx, identity).into_iter().collect();
    if identity.is_none() && cfg!(unix) {
        let unlock = ctx.command("nkeep unlock");
        next.push(noted(unlock, "asks for the passphrase once, for a while"));
    }
    next.push(ctx.command(&format!("nkeep store backup {backup}")));
    if args.offline_root.is_some() {
        // Accounts and users are the other store's business from now on.
        next.push(ctx.command("nkeep ceremony split --help"));
        next.push(ctx.command("nkeep ceremony paper --help"));
        next.push(ctx.command("nkeep ceremony policy show -o policy.json"));
        return next;
    }
    next.extend(first_login(ctx, args.server_config.as_deref()));
    let word = shell_word(made.operator.name.as_str());
    let creds = shell_word(&format!("{}.creds", made.operator.name));
    next.push(ctx.command(&format!(
        "nkeep generate creds -a {word} -n {word} -o {creds}"
    )));
    next.push(ctx.command("nkeep add account ORDERS"));
    next.extend(made.presets.iter().map(|user| {
        let creds = format!("nkeep generate creds -a SYS -n {0} -o {0}.creds", user.name);
        ctx.command(&creds)
    }));
    next
}

/// From no server to a client that is logged in.
fn first_login(ctx: &Ctx, config: Option<&Path>) -> Vec<String> {
    let (config, has_account) = match config {
        Some(written) => (shell_word(&written.to_string_lossy()), true),
        None => ("nats.conf".into(), false),
    };
    let mut next = Vec::new();
    if !has_account {
        let write = format!("nkeep generate config --nats-resolver --config-file {config}");
        next.push(ctx.command(&write));
    }
    next.push(format!("nats-server -c {config}"));
    if cfg!(feature = "net") {
        let connect = if has_account {
            "nkeep tool rtt"
        } else {
            "nkeep push -A"
        };
        next.push(noted(ctx.command(connect), "once it runs"));
    }
    next
}
