//! `nkeep generate kustomization`.

use std::path::{Component, Path, PathBuf};

use serde_json::json;

use super::manifest::Place;
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::files::output::{Existing, can_be_written, public_file};
use crate::cmd::words::argument::named_file;
use crate::emit::manifest::kustomize::{REFERENCES, kustomization, references};
use crate::emit::yaml::stream;
use crate::ui::{Failure, Hinted as _};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "For manifests that stand in a folder",
    line: "nkeep generate kustomization --dir . -n nats --resource nauth.yaml",
}];

/// Generate a kustomization that carries hashed names of Secrets into the custom resources that name them
///
/// Writes kustomization.yaml and nameref.yaml. Of custom resources kustomize does not know where they name Secrets: nauth's
/// NatsCluster, for one, goes on to name a Secret that there is not.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Folder, which is there
    #[arg(long, short, value_name = "FOLDER", value_parser = named_file())]
    dir: PathBuf,
    /// Manifests in that folder
    #[arg(long, value_name = "FILE", required = true, value_delimiter = ',', value_parser = resource)]
    resource: Vec<String>,
    #[command(flatten)]
    place: Place,
    /// Replace the files
    #[arg(long, short = 'F')]
    force: bool,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    args.place.must_be_said()?;
    if !args.dir.is_dir() {
        return Err(Failure::usage(format!(
            "{} is no folder",
            args.dir.display()
        )))
        .hint(format!(
            "mkdir -p {}",
            crate::text::shell_word(&args.dir.to_string_lossy())
        ));
    }
    let namespace = args.place.namespace().map(|namespace| namespace.as_str());
    let resources = args.resource.iter().map(String::as_str);
    let files = [
        (REFERENCES, references()),
        ("kustomization.yaml", kustomization(namespace, resources)),
    ];
    let existing = Existing::with_force(args.force);
    let paths: Vec<PathBuf> = files.iter().map(|(name, _)| args.dir.join(name)).collect();
    paths
        .iter()
        .try_for_each(|path| can_be_written(ctx, path, existing))?;
    for (path, (_, node)) in paths.iter().zip(&files) {
        let text = stream(std::slice::from_ref(node));
        public_file(ctx, path, text.as_bytes(), existing)?;
    }
    if ctx.ui.json() {
        return ctx
            .ui
            .document(&json!({ "kind": "kustomization", "files": paths }));
    }
    for path in &paths {
        ctx.ui.note(&format!("wrote {}", path.display()));
    }
    Ok(())
}

/// A file in the folder of a kustomization.
fn resource(text: &str) -> Result<String, String> {
    let path = Path::new(text);
    let is_below = path
        .components()
        .all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    if text.is_empty() || !is_below || text.chars().any(crate::text::deceives) {
        return Err("it is no file in the folder, and kustomize reads no other".to_owned());
    }
    Ok(text.to_owned())
}
