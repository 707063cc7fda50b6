//! `nkeep generate helm-values`.

use std::path::{Path, PathBuf};
use std::time::Duration;

use super::manifest::{About, Draft, Going, Place, digest, parsed};
use super::secret::refused;
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::files::output::{Existing, can_be_written, public_file};
use crate::cmd::generate::config::flags::some_time;
use crate::cmd::generate::started;
use crate::cmd::words::argument::named_file;
use crate::emit::artefact::open;
use crate::emit::manifest::Naming;
use crate::emit::manifest::helm::{BoxCreds, FILE, Keeping, included, inline};
use crate::emit::manifest::name::{DataKey, ObjectName};
use crate::emit::yaml::stream;
use crate::file::folder_of;
use crate::text::noted;
use crate::ui::{ExitCode, Failure, Hinted as _, called_with};

pub const EXAMPLES: &[Example] = &[
    Example {
        purpose: "Values that hold the operator's token",
        line: "nkeep generate helm-values --allow-delete",
    },
    Example {
        purpose: "Values that include it from a ConfigMap, which is applied first",
        line: "nkeep generate helm-values --config-map nats-auth.yaml -n nats",
    },
];

/// Generate values of the official NATS chart, with which its servers trust the operator
///
/// They hold no secret. Servers take another operator only when they start again, which the chart's reloader does not do: the
/// values bear an annotation that changes with the operator, so that helm upgrade starts one pod after the other.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Put the tokens into a ConfigMap in this new file, which the values include
    #[arg(long, value_name = "FILE", value_parser = named_file(), value_hint = clap::ValueHint::FilePath)]
    config_map: Option<PathBuf>,
    /// Name of the ConfigMap
    #[arg(
        long,
        value_name = "NAME",
        default_value = "nats-auth",
        requires = "config_map"
    )]
    config_map_name: ObjectName,
    /// Let keys of the operator delete accounts, as nauth and nkeep push --prune do
    #[arg(long)]
    allow_delete: bool,
    /// How often accounts are compared with another server's
    #[arg(long, value_name = "TIME", default_value = "2m", value_parser = some_time)]
    interval: Duration,
    /// How long to wait for another server that has an account
    #[arg(long, value_name = "TIME", default_value = "1.9s", value_parser = some_time)]
    timeout: Duration,
    /// Secret with creds of the system account, for nats-box
    #[arg(long, value_name = "NAME")]
    sys_creds: Option<ObjectName>,
    /// Key in that Secret
    #[arg(
        long,
        value_name = "KEY",
        default_value = "nats.creds",
        requires = "sys_creds"
    )]
    sys_creds_key: DataKey,
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    going: Going,
    #[command(flatten)]
    about: About,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let existing = args.going.existing();
    args.about.must_not_prune()?;
    if let Some(path) = &args.config_map {
        args.place.must_be_said()?;
        both_can_be_written(ctx, path, args.going.path(), existing)?;
    }
    let config = args.going.of_estate(ctx, false, |estate| {
        started::say(ctx, &estate.operators);
        estate.server_config()
    })?;
    let text = config.text();
    let digest = digest(&text);
    let keeping = Keeping {
        interval: args.interval,
        timeout: args.timeout,
        allow_delete: args.allow_delete,
    };
    let creds = args.sys_creds.clone().map(|secret| BoxCreds {
        secret,
        key: args.sys_creds_key.to_string(),
    });
    let Some(path) = &args.config_map else {
        return args
            .going
            .put_bare(ctx, inline(&config, &keeping, creds.as_ref(), &digest));
    };
    let mut draft = Draft::new("server-trust", Naming::Fixed(args.config_map_name.clone()));
    draft
        .data
        .add(open(parsed(FILE)?, &text))
        .map_err(refused)?;
    let object = draft.object(&args.place, &args.about)?;
    let values = included(&object.metadata.name, &keeping, creds.as_ref(), &digest);
    let manifest = stream(&[object.config_map()?]);
    public_file(ctx, path, manifest.as_bytes(), existing)?;
    let written = args.going.put_bare(ctx, values);
    if written.is_err() && existing == Existing::Keep {
        // Values that are not there include nothing.
        let _ = std::fs::remove_file(path);
    }
    written?;
    ctx.ui.note(&format!(
        "wrote {}; it is applied before the values",
        path.display()
    ));
    Ok(())
}

/// Refuses before either is written.
fn both_can_be_written(
    ctx: &Ctx,
    config_map: &Path,
    values: Option<&Path>,
    existing: Existing,
) -> Result<(), Failure> {
    let Some(values) = values else {
        if config_map.exists() {
            let there = anyhow::anyhow!("{} exists", config_map.display());
            return Err(Failure::new(ExitCode::Failed, there))
                .hint(noted(called_with("-o values.yaml --force"), "replaces it"));
        }
        return can_be_written(ctx, config_map, existing);
    };
    can_be_written(ctx, config_map, existing)?;
    can_be_written(ctx, values, existing)?;
    let place = |file: &Path| {
        let folder = folder_of(file);
        let there = folder
            .canonicalize()
            .context(format!("cannot write {}", file.display()))?;
        Ok::<_, Failure>(there.join(file.file_name().unwrap_or_default()))
    };
    if place(config_map)? == place(values)? {
        return Err(Failure::usage(
            "the ConfigMap and the values would be one file",
        ))
        .hint("name two files");
    }
    Ok(())
}
