//! `nkeep init`: a store with a whole tree in it, ready to use.

mod offline;
mod said;

use std::path::{Path, PathBuf};

use super::Ctx;
use super::asking::Asking;
use super::ceremony::files::must_be_free;
use super::ceremony::recording::Transcribing;
use super::example::Example;
use super::managed;
use super::opening::fresh::Fresh;
use super::store::init::{
    Founded, Founding, NewIdentity, must_be_none, must_be_none_or, usual_ways,
};
use crate::cmd::files::input::is_url;
use crate::cmd::files::output::{Existing, must_have_folder, public_file};
use crate::cmd::words::argument::{named_file, preset_of, words};
use crate::cmd::words::naming::new_name;
use crate::emit::config::stored::of_first_server;
use crate::file::folder_of;
use crate::store::Records;
use crate::store::record::{Entity, Name};
use crate::text::{noted, shell_word};
use crate::trust::new::{Estate, INITIAL_URL, NewEstate, estate};
use crate::trust::preset::Preset;
use crate::ui::{Failure, Hinted as _, called_with, called_with_other};

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
        default_value = INITIAL_URL,
        value_parser = words
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
        return offline::both(ctx, args, working, identity);
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

/// Makes the store, and what is wanted beside it.
fn found(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let name = named(ctx, args)?;
    let mut called = format!("nkeep init -n {}", shell_word(name.as_str()));
    if let Some(remote) = args.remote()? {
        args.must_be_for_another()?;
        return managed::found(ctx, name, &remote, &args.founding, &called);
    }
    if let Some(file) = &args.server_config {
        must_be_none_or(ctx, || without_config(ctx, file))?;
        must_be_its_own(ctx, args, file)?;
        must_be_free(file)?;
        must_have_folder(file)?;
        let file = shell_word(&file.to_string_lossy());
        called.push_str(&format!(" --server-config {file}"));
    }
    let (founded, estate) = make(ctx, args, &name, &called)?;
    if args.offline_root.is_none() {
        ctx.record_store(&founded.store)?;
    }
    ctx.record(|did| {
        let operator = &estate.operator;
        did.came_to(format!("operator {}: {}", operator.name, operator.key));
    });
    said::say(ctx, args, &founded, &estate)
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
    let (mut made, mut written) = (None, None);
    let outcome = founding.found(ctx, note, |changes, keyring| {
        let estate = estate(changes, keyring, &wanted)?;
        if let Some(file) = &args.server_config {
            write_server_config(ctx, changes, file, &estate.operator)?;
            written = Some(file);
        }
        made = Some(estate);
        Ok::<_, Failure>(())
    });
    let founded = outcome.inspect_err(|_| {
        // Where the store did not come about, it is of nothing.
        if let Some(file) = written.filter(|_| matches!(ctx.has_store(), Ok(false))) {
            let _ = std::fs::remove_file(file);
        }
    })?;
    match made {
        Some(made) => Ok((founded, made)),
        None => Err(Failure::bug(std::io::Error::other("nothing was made"))),
    }
}

/// What can be done where there is a store, and a configuration for its servers is wanted.
fn without_config(ctx: &Ctx, file: &Path) -> Vec<String> {
    let mut ways = usual_ways();
    if !file.exists() {
        let writes = noted(
            said::writes_config(ctx, file),
            "writes what its servers are started with",
        );
        ways.insert(0, writes);
    }
    ways
}

/// Refuses a file for the configuration that is made with it for something else: the store, what stands beside that, and what opens it.
fn must_be_its_own(ctx: &Ctx, args: &Args, file: &Path) -> Result<(), Failure> {
    let place = |path: &Path| {
        let folder = folder_of(path).canonicalize().ok()?;
        Some((folder, path.file_name()?.to_string_lossy().into_owned()))
    };
    let Some(wanted) = place(file) else {
        return Ok(());
    };
    let opens = [
        args.founding.new_file().map(Path::to_owned),
        ctx.identity_file(),
    ];
    let mut opens = opens.into_iter().flatten();
    let is_of_store = place(&ctx.store_path()?).is_some_and(|(folder, store)| {
        let rest = wanted.1.strip_prefix(&store);
        folder == wanted.0 && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    });
    if is_of_store || opens.any(|path| place(&path).as_ref() == Some(&wanted)) {
        let says = "the configuration, the store and what opens it cannot be one file";
        return Err(Failure::usage(says).hint(called_with_other(file, "nats.conf")));
    }
    Ok(())
}

fn write_server_config(
    ctx: &Ctx,
    records: &dyn Records,
    file: &Path,
    operator: &Entity,
) -> Result<(), Failure> {
    let config = of_first_server(records, operator.clone(), ctx.clock.now())?;
    public_file(ctx, file, config.whole_text().as_bytes(), Existing::Keep)
}
