//! Where a configuration goes: to one file, or to one that is included and one that includes it.

use std::path::{Path, PathBuf};

use super::Args;
use crate::cmd::Ctx;
use crate::cmd::files::output::{Existing, Target, can_be_written, public_file};
use crate::emit::config::include;
use crate::ui::{Failure, Hinted as _};

/// The folder of a file, as it is written.
fn folder(file: &Path) -> &Path {
    file.parent().unwrap_or(Path::new(""))
}

/// Where it goes: to one file, or to one that is included and one that includes it.
pub struct Files<'a> {
    pub config: Option<&'a Path>,
    pub included: Option<PathBuf>,
    include: Option<String>,
    existing: Existing,
}

impl<'a> Files<'a> {
    pub fn of(args: &'a Args) -> Self {
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

    pub fn all(&self) -> impl Iterator<Item = &Path> {
        self.included.as_deref().into_iter().chain(self.config)
    }

    /// Refuses before anything is written.
    pub fn can_be_written(&self, ctx: &Ctx) -> Result<(), Failure> {
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
    pub fn write(&self, ctx: &Ctx, text: &str) -> Result<Option<String>, Failure> {
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
    pub fn read(&self, text: &str) -> Result<String, Failure> {
        match self.included.as_deref().or(self.config) {
            Some(file) => {
                std::fs::read_to_string(file).context(format!("cannot read {}", file.display()))
            }
            None => Ok(text.to_owned()),
        }
    }
}
