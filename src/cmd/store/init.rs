//! `nkeep store init`: an empty store, and how it will be opened.

use std::path::{Path, PathBuf};

use serde_json::json;

use crate::cmd::Ctx;
use crate::cmd::doctor::nsc::Plain;
use crate::cmd::example::Example;
use crate::cmd::opening::chosen;
use crate::cmd::opening::fresh::Fresh;
use crate::cmd::words::argument::{named_file, open_text};
use crate::store::age::{Identity, Recipient};
use crate::store::founding::{self, Opener};
use crate::store::keyring::Keyring;
use crate::store::pin::Pins;
use crate::store::recipients::RecipientSet;
use crate::store::sqlite::{Rollback, SqliteStore};
use crate::store::{Changes, Note, Store as _, StoreError};
use crate::text::{noted, shell_word};
use crate::ui::{ExitCode, Failure, Hinted as _, called_with_instead};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "An empty store for a script; the identity that opens it goes to a new file",
    line: "nkeep store init --new-identity identity.txt",
}];

/// Make an empty store
///
/// At a terminal a passphrase is asked for twice, or made for you; it opens an identity that is kept inside the store.
/// With --identity or --new-identity the identity stays in a file of its own, which scripts can use. Built with the feature
/// ssh, nkeep takes an OpenSSH private key (ssh-ed25519) for it, too; with the feature plugins, an identity of an age plugin
/// that NKEEP_PLUGINS names, under the comment with its recipient.
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    identity: NewIdentity,
}

/// How a new store is to be opened.
#[derive(clap::Args, Debug)]
pub struct NewIdentity {
    /// Make an age identity, and write it to a new file with mode 0600
    #[arg(long, value_name = "FILE", value_parser = named_file(), conflicts_with_all = ["identity_fd", "passphrase_fd", "generate_passphrase"])]
    new_identity: Option<PathBuf>,
    /// Make a passphrase, and show it once
    #[arg(long, conflicts_with_all = ["identity", "identity_fd", "passphrase_fd"])]
    generate_passphrase: bool,
    /// What to call who opens it
    #[arg(long, value_name = "NAME", default_value = "first", value_parser = label)]
    label: String,
}

impl NewIdentity {
    /// However the environment says, or somebody at the terminal.
    pub fn unsaid() -> Self {
        Self {
            new_identity: None,
            generate_passphrase: false,
            label: "first".to_owned(),
        }
    }

    /// A new identity in that file, and nothing else.
    pub fn in_file(file: &Path, label: &str) -> Self {
        Self {
            new_identity: Some(file.to_owned()),
            generate_passphrase: false,
            label: label.to_owned(),
        }
    }

    /// The file for a new identity that the command line names.
    pub fn new_file(&self) -> Option<&Path> {
        self.new_identity.as_deref()
    }

    /// Whether anything says what opens the store: else somebody is asked.
    pub fn is_said(&self, ctx: &Ctx) -> bool {
        self.generate_passphrase || ctx.is_given() || self.file(ctx).is_some()
    }

    /// The file for a new identity: as it is named, or as the environment names one that is not there.
    fn file(&self, ctx: &Ctx) -> Option<PathBuf> {
        let opening = &ctx.opening;
        let is_said =
            opening.identity.is_some() || opening.identity_fd.is_some() || self.generate_passphrase;
        let in_environment = || {
            let file = ctx.identity_file().filter(|_| !is_said)?;
            let missing = std::fs::symlink_metadata(&file).err()?;
            (missing.kind() == std::io::ErrorKind::NotFound).then_some(file)
        };
        self.new_identity.clone().or_else(in_environment)
    }
}

/// A store about to be made.
pub struct Founding {
    opener: Opener,
    label: String,
    identity: Option<PathBuf>,
    fresh: Option<Fresh>,
}

/// A store that was made.
pub struct Founded {
    /// Its file.
    pub store: PathBuf,
    /// The file with the identity, when it is in one.
    pub identity: Option<PathBuf>,
    /// The file that remembers it.
    pub pin: Option<PathBuf>,
}

impl Founding {
    /// Finds out how the store will be opened; nothing is made yet. `command` is the one that was called, for hints.
    pub fn begin(ctx: &Ctx, args: &NewIdentity, command: &str) -> Result<Self, Failure> {
        must_be_none(ctx)?;
        if let Some(hint) = ctx.brings_back()? {
            let path = ctx.store_path()?;
            ctx.ui.warning(&format!(
                "there is no store at {} any more; what helps: {hint}",
                path.display()
            ));
        }
        let mut founding = Self {
            opener: Opener::Outside(Identity::generate()?),
            label: args.label.clone(),
            identity: None,
            fresh: None,
        };
        if let Some(path) = &args.file(ctx) {
            ctx.must_be_a_name(path)?;
            let file = shell_word(&path.to_string_lossy());
            let instead = called_with_instead("--new-identity", &format!("--identity {file}"));
            let fresh = Fresh::at(path, noted(instead, "if it is an identity"))?;
            founding.opener = Opener::Outside(fresh.identity().clone());
            founding.identity = Some(path.clone());
            founding.fresh = Some(fresh);
            return Ok(founding);
        }
        // What stands on the command line goes before the environment.
        let given = if args.generate_passphrase {
            None
        } else {
            ctx.given_identities()?
        };
        founding.opener = match given.map(<[Identity; 1]>::try_from) {
            Some(Ok([identity])) => {
                founding.identity = ctx.identity_file();
                Opener::Outside(identity)
            }
            Some(Err(_)) => {
                return Err(Failure::usage(
                    "one identity is wanted, and several are given",
                ));
            }
            None => {
                let other_way = format!("{command} --new-identity FILE");
                let passphrase = chosen::passphrase(ctx, args.generate_passphrase, &other_way)?;
                Opener::Inside(passphrase, ctx.work_factor())
            }
        };
        Ok(founding)
    }

    /// Whether what is to open it opens another store, too.
    pub fn opens(&self, other: &RecipientSet) -> bool {
        match &self.opener {
            Opener::Outside(identity) => {
                let mut members = other.members.iter();
                members.any(|member| identity.may_open(&member.recipient))
            }
            Opener::Inside(..) => false,
        }
    }

    /// Makes the store.
    pub fn found<E: From<StoreError>>(
        self,
        ctx: &Ctx,
        note: Note,
        change: impl FnOnce(&mut dyn Changes, &dyn Keyring) -> Result<(), E>,
    ) -> Result<Founded, Failure>
    where
        Failure: From<E>,
    {
        let (path, pins) = (ctx.store_path()?, ctx.pins()?);
        let plugins = ctx.plugins()?;
        let fresh = self.fresh.as_ref();
        let made = founding::found(
            &path,
            &pins,
            &self.opener,
            &self.label,
            note,
            &plugins,
            |changes, keyring| {
                change(changes, keyring)?;
                Ok(fresh.map_or(Ok(()), Fresh::write)?)
            },
        );
        made.inspect_err(|_| {
            if let Some(fresh) = fresh {
                fresh.withdraw(ctx);
            }
        })?;
        let pin = ctx.open_store()?.pin_path();
        Ok(Founded {
            store: path,
            identity: self.identity,
            pin,
        })
    }
}

/// Makes something in the store; where there is none, in the first one.
pub fn in_store_or_first<T, E: From<StoreError>>(
    ctx: &Ctx,
    note: Note,
    make: impl FnOnce(&mut dyn Changes, &dyn Keyring) -> Result<T, E>,
) -> Result<T, Failure>
where
    Failure: From<E>,
{
    if !ctx.has_store()? {
        return first(ctx, note, make);
    }
    let mut store = ctx.open_store()?;
    let keyring = ctx.keyring(&mut store)?;
    Ok(store.transact(note, &*keyring, |changes| make(changes, &*keyring))?)
}

/// Makes a store for what comes into it, as scripts written for nsc begin.
fn first<T, E: From<StoreError>>(
    ctx: &Ctx,
    note: Note,
    make: impl FnOnce(&mut dyn Changes, &dyn Keyring) -> Result<T, E>,
) -> Result<T, Failure>
where
    Failure: From<E>,
{
    let founding = Founding::begin(ctx, &NewIdentity::unsaid(), "nkeep store init").hint(noted(
        "export NKEEP_IDENTITY=FILE",
        "an age identity; it is made where the file is not there",
    ))?;
    let mut made = None;
    let founded = founding.found(ctx, note, |changes, keyring| {
        made = Some(make(changes, keyring)?);
        Ok::<_, E>(())
    })?;
    let opened_by = match &founded.identity {
        Some(file) => format!("the identity in {}", file.display()),
        None => "your passphrase".to_owned(),
    };
    ctx.ui.note(&format!(
        "made the store {}, which {opened_by} opens: back up both, apart from each other",
        founded.store.display()
    ));
    made.ok_or_else(|| Failure::bug(std::io::Error::other("nothing was made")))
}

/// The command after which the file that opens the store need not be named: what comes next has to open it.
pub fn named_from_now_on(ctx: &Ctx, identity: Option<&PathBuf>) -> Option<String> {
    let path = identity.filter(|path| ctx.identity_file().as_ref() != Some(path))?;
    let path = std::path::absolute(path).unwrap_or_else(|_| path.clone());
    Some(format!(
        "export NKEEP_IDENTITY={}",
        shell_word(&path.to_string_lossy())
    ))
}

/// Refuses where there is a store already.
pub fn must_be_none(ctx: &Ctx) -> Result<(), Failure> {
    must_be_none_or(ctx, usual_ways)
}

/// What can be done where there is a store already.
pub fn usual_ways() -> Vec<String> {
    vec![
        noted("nkeep store info", "says what it is"),
        noted("nkeep add operator NAME", "puts another operator into it"),
        noted("nkeep init -n NAME --store FILE", "makes another store"),
    ]
}

/// The same, with commands that help who came to it otherwise.
pub fn must_be_none_or(ctx: &Ctx, ways: impl FnOnce() -> Vec<String>) -> Result<(), Failure> {
    let path = ctx.store_path()?;
    let Ok(found) = std::fs::symlink_metadata(&path) else {
        return Ok(());
    };
    if found.is_file() && found.len() == 0 {
        return Err(no_store_stays(&path, &found, "it is empty"));
    }
    match SqliteStore::open(&path, &Pins::none(), Rollback::Refuse) {
        Err(StoreError::Unusable { reason, .. }) => {
            return Err(no_store_stays(&path, &found, &reason));
        }
        Err(loose @ StoreError::Loose { .. }) => return Err(loose.into()),
        _ => {}
    }
    let exists = Failure::from(StoreError::Exists(path));
    Err(ways().into_iter().fold(exists, Failure::hint))
}

/// What is there is no store, and somebody's all the same.
fn no_store_stays(path: &Path, found: &std::fs::Metadata, reason: &str) -> Failure {
    let shown = path.display();
    let says = anyhow::anyhow!("{shown} exists, and cannot be used as a store: {reason}");
    let failure = Failure::new(ExitCode::Failed, says);
    let word = |path: &Path| shell_word(&path.to_string_lossy());
    let (file, why) = match found.is_dir() {
        true => (
            word(&path.join("default.nkeep")),
            "makes one in that folder",
        ),
        false => ("FILE".to_owned(), "makes a store elsewhere"),
    };
    let elsewhere = noted(format!("nkeep init -n NAME --store {file}"), why);
    match found.is_file() && found.len() == 0 {
        true => failure
            .hint(noted(
                format!("rm {}", word(path)),
                "nothing is in it; then once more",
            ))
            .hint(elsewhere),
        false => failure.hint(elsewhere),
    }
}

/// What a recipient is called: words on one line, which nobody takes for a recipient.
pub fn label(text: &str) -> Result<String, String> {
    let text = open_text(text)?;
    if text.trim().is_empty() || text.len() > 100 || text.chars().any(crate::text::deceives) {
        return Err("a label is one line of at most 100 bytes".to_owned());
    }
    if text.trim() != text {
        return Err("it begins or ends with a space".to_owned());
    }
    if text.parse::<Recipient>().is_ok() {
        return Err("it is a recipient, and what to call one is wanted".to_owned());
    }
    Ok(text)
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let note = ctx.note("store init", "made the store");
    let founded =
        Founding::begin(ctx, &args.identity, "nkeep store init")?
            .found(ctx, note, |_, _| Ok::<_, StoreError>(()))?;
    if ctx.ui.json() {
        return ctx.ui.document(&json!({
            "kind": "store",
            "store": founded.store,
            "identity": founded.identity,
            "pin": founded.pin,
        }));
    }
    ctx.ui
        .note(&format!("made the store {}", founded.store.display()));
    if let Some(export) = named_from_now_on(ctx, founded.identity.as_ref()) {
        ctx.next(&export);
    }
    match Plain::all().first() {
        Some(plain) => ctx.next(&format!("{} --dry-run", plain.import())),
        None => ctx.next("nkeep add operator NAME"),
    }
    Ok(())
}
