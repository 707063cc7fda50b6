//! `nkeep rotate artefacts`.

mod bundle;
mod made;
mod wanted;

use std::path::{Path, PathBuf};

use serde::Serialize;
use serde_json::json;

use super::Which;
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::files::output::{folder_for_files, public_file, secret_document, secret_file};
use crate::cmd::generate::config::flags::{FolderArgs, Kind};
use crate::cmd::generate::form::{Form, Takes, Written};
use crate::cmd::generate::manifest::Place;
use crate::cmd::words::argument::named_file;
use crate::emit::manifest::name::ObjectName;
use crate::file::Existing;
use crate::rotation::artefacts::{self, Set, WayBack};
use crate::rotation::{self, Rotation, RotationError};
use crate::store::Store as _;
use crate::store::keyring::Keyring;
use crate::text::{noted, shell_word};
use crate::ui::{ExitCode, Failure, Hinted as _};
use bundle::{Bundle, Going, MANIFEST};
use made::Maker;
use wanted::{Wanted, What};

pub const EXAMPLES: &[Example] = &[
    Example {
        purpose: "What is applied in the phase that the only rotation is in, and what to go back, in a folder",
        line: "nkeep rotate artefacts -n nats -o stage",
    },
    Example {
        purpose: "What servers are started with to go back",
        line: "nkeep rotate artefacts --rollback --as config",
    },
];

/// Write what is applied in a phase of a rotation, and what is applied to go back from it
///
/// A folder gets all of it that is no secret: configurations, values and manifests, and bundle.json, which says with the SHA-256 of each
/// file what is done with it, in which order. Secrets are among it with --reveal, or in a form that only some can open (--as sealed, sops,
/// external-secret or push-secret). To go back, servers get the operator's token that the phase before had, and the accounts of now.
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    which: Which,
    /// A phase that the rotation has come to; else the one that it is in
    #[arg(long, value_name = "PHASE")]
    phase: Option<String>,
    /// What is written, and how Secrets are; needed where it goes to stdout
    #[arg(
        long = "as",
        value_name = "WHAT",
        value_delimiter = ',',
        required_unless_present = "output_folder"
    )]
    what: Vec<What>,
    /// Write what is applied to go back
    #[arg(long, conflicts_with = "output_folder")]
    rollback: bool,
    /// Write a bundle to this folder, which is new or empty
    #[arg(long, short = 'o', value_name = "FOLDER", value_parser = named_file(), value_hint = clap::ValueHint::DirPath)]
    output_folder: Option<PathBuf>,
    /// Write Secrets as they are, with seeds in them
    #[arg(long)]
    reveal: bool,
    #[command(flatten)]
    place: Place,
    /// Name of the ConfigMap
    #[arg(long, value_name = "NAME", default_value = "nats-auth")]
    config_map_name: ObjectName,
    /// Name of nauth's NatsCluster
    #[arg(long, value_name = "NAME", default_value = "main")]
    cluster: ObjectName,
    /// Where servers are, as nauth sees them; else the first that the operator names
    #[arg(long, value_name = "URL")]
    url: Option<String>,
    /// User of the system account as whom nauth speaks to servers; not needed where there is only one
    #[arg(long, value_name = "NAME")]
    user: Option<String>,
    /// Name of the Secret with that user's creds; else as generate secret sys-creds names it
    #[arg(long, value_name = "NAME", conflicts_with = "user")]
    sys_creds: Option<ObjectName>,
    #[command(flatten)]
    resolver: Option<Kind>,
    #[command(flatten)]
    folder: FolderArgs,
    #[command(flatten)]
    form: Takes,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let wanted = Wanted::of(&args.what, args.output_folder.is_some(), args.reveal)?;
    if !wanted.is_all() && wanted.is_manifest() {
        args.place.must_be_said()?;
    }
    if let Some(folder) = &args.output_folder {
        must_be_new(folder)?;
    }
    // What a form takes is refused where there is none.
    let form = wanted.form().unwrap_or(Written::Secret);
    let ready = Form::of(form, args.form.clone()).ready(ctx)?;
    let ready = wanted.form().map(|_| ready);
    let mut store = ctx.open_store()?;
    let phase = args.phase.as_deref();
    let (rotation, set, back) = store.read(|records| {
        let rotation = rotation::found(records, args.which.get())?;
        ctx.is_about(records, &rotation.operator(records)?)?;
        let set = artefacts::of(records, &rotation, phase)?;
        let back = artefacts::back(records, &rotation, phase)?;
        Ok::<_, RotationError>((rotation, set, back))
    })?;
    let keyring: Box<dyn Keyring> = match wanted.opens(&set, &back) {
        // Without it everything is written that takes none.
        true if wanted.is_all() && ready.is_none() => match ctx.keyring(&mut store) {
            Ok(keyring) => keyring,
            Err(_) => Box::new(Vec::new()),
        },
        true => ctx.keyring(&mut store)?,
        false => Box::new(Vec::new()),
    };
    store.read(|records| {
        let maker = Maker {
            args,
            wanted: &wanted,
            form: ready.as_ref(),
            rotation: &rotation,
            records,
            keyring: &*keyring,
            now: ctx.clock.now(),
        };
        match &args.output_folder {
            Some(folder) => bundled(ctx, &maker, folder, &set, back),
            None => shown(ctx, &maker, &set, back),
        }
    })
}

/// A folder that has something in it is another bundle's, or somebody's.
fn must_be_new(folder: &Path) -> Result<(), Failure> {
    let is_free = match std::fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) => error.kind() == std::io::ErrorKind::NotFound,
    };
    if is_free {
        return Ok(());
    }
    let message = format!(
        "{} is there, and is no empty folder: each bundle has one of its own",
        folder.display()
    );
    Err(Failure::new(ExitCode::Failed, anyhow::anyhow!(message)))
        .hint("give the name of another folder")
}

/// Writes one thing to stdout.
fn shown(ctx: &Ctx, maker: &Maker<'_>, set: &Set, back: WayBack) -> Result<(), Failure> {
    let set = match (maker.args.rollback, back) {
        (false, _) => set.clone(),
        (true, WayBack::Set(back)) => back,
        (true, WayBack::None(why)) => return Err(no_way_back(maker.rotation, &why)),
    };
    let going = maker.made(&set, "")?;
    let [file] = &*going.files else {
        return Err(maker.wanted.nothing(&set));
    };
    if !ctx.ui.json() {
        return ctx.ui.text(&file.text);
    }
    secret_document(
        ctx,
        &Shown {
            kind: "artefact",
            rotation: &maker.rotation.id,
            phase: set.phase,
            what: file.what.name(),
            text: &file.text,
        },
    )
}

/// One thing, for scripts.
#[derive(Serialize)]
struct Shown<'a> {
    kind: &'static str,
    rotation: &'a str,
    phase: Option<&'a str>,
    #[serde(rename = "as")]
    what: &'static str,
    text: &'a str,
}

fn no_way_back(rotation: &Rotation, why: &str) -> Failure {
    Failure::from(RotationError::refused(
        format!("nothing is applied to go back: {why}"),
        format!("nkeep rotate status {}", rotation.id),
    ))
}

/// Writes everything to a folder, what says what it is last: where that is, all of it is.
fn bundled(
    ctx: &Ctx,
    maker: &Maker<'_>,
    folder: &Path,
    set: &Set,
    back: WayBack,
) -> Result<(), Failure> {
    let onward = maker.made(set, "")?;
    if onward.files.is_empty() {
        return Err(maker.wanted.nothing(set));
    }
    let back = match back {
        WayBack::Set(set) => match maker.made(&set, "rollback/") {
            Ok(going) => Ok((set.phase, going)),
            Err(failure) => Err(failure.message()),
        },
        WayBack::None(why) => Err(why),
    };
    let bundle = Bundle::of(maker.rotation, set, onward, back);
    for file in bundle.files() {
        let path = folder.join(&file.path);
        let into = crate::file::folder_of(&path);
        folder_for_files(ctx, into).context(format!("cannot make {}", into.display()))?;
        let write = match file.is_secret {
            true => secret_file,
            false => public_file,
        };
        write(ctx, &path, file.text.as_bytes(), Existing::Keep)?;
    }
    let document = bundle.document();
    let text = crate::ui::json_text(&document)?;
    public_file(ctx, &folder.join(MANIFEST), text.as_bytes(), Existing::Keep)?;
    if ctx.ui.json() {
        return ctx.ui.document(&json!(document));
    }
    let count = bundle.files().count();
    ctx.ui.note(&format!(
        "wrote {} files and {MANIFEST} to {}; state {}",
        count,
        folder.display(),
        &bundle.state()[..16]
    ));
    for left in bundle.left_out() {
        ctx.ui.note(&left);
    }
    ctx.ui.text(&bundle.text())?;
    if maker.wanted.lacks_secrets(set) {
        ctx.ui.note(&noted(
            format!(
                "next: nkeep rotate artefacts {} --as sealed --cert controller.pem -o {}",
                maker.rotation.id,
                shell_word(&format!("{}-sealed", folder.display()))
            ),
            "with the Secrets",
        ));
    }
    Ok(())
}

/// What one does, and with which command.
struct Step {
    what: String,
    command: Option<String>,
}

impl Step {
    fn with(what: impl Into<String>, command: impl Into<String>) -> Self {
        Self {
            what: what.into(),
            command: Some(command.into()),
        }
    }
}

impl Going {
    /// That nothing was made yet.
    fn none() -> Self {
        Self {
            files: Vec::new(),
            steps: Vec::new(),
            left_out: Vec::new(),
        }
    }
}
