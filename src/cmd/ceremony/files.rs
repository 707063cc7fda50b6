//! The files of ceremonies: read as a file or as the text of its codes, and written once: what is there stays.

use std::path::{Path, PathBuf};

use crate::ceremony::approval::Approval;
use crate::ceremony::canonical::{Content, LONGEST, Sheet};
use crate::ceremony::policy::Policy;
use crate::ceremony::qr::{self, Code};
use crate::ceremony::request::Request;
use crate::ceremony::response::Response;
use crate::ceremony::transcript::line::title_of;
use crate::cmd::Ctx;
use crate::cmd::input::Source;
use crate::cmd::output::Target;
use crate::file::{self, Audience, Existing};
use crate::text::shell_word;
use crate::ui::{Failure, Hinted as _};

/// What fits into one code.
const IN_ONE_CODE: usize = 2_953;

/// Reads one, from a file or from what a reader of codes gave: a part of it in each line.
pub fn read<C: Content>(ctx: &Ctx, source: &Source) -> Result<Sheet<C>, Failure> {
    let text = text(ctx, source)?;
    let name = source.to_string();
    let read: Result<_, Failure> = Sheet::read(&name, text.as_bytes()).map_err(Failure::from);
    match taken_by(&text, &shell_word(&name)).filter(|_| title_of(&text) != Some(C::TITLE)) {
        Some(command) => read.hint(command),
        None => read,
    }
}

/// The text of one, whatever it is.
pub fn text(ctx: &Ctx, source: &Source) -> Result<String, Failure> {
    let mut text = source.text(LONGEST)?.to_string();
    let name = source.to_string();
    if qr::is_part(&text) {
        text = qr::joined(&[(name.clone(), text)])?;
    }
    ctx.record(|did| did.read(&name, text.as_bytes()));
    Ok(text)
}

/// What takes a file of a ceremony, by what it says that it is.
fn taken_by(text: &str, file: &str) -> Option<String> {
    let command = match title_of(text)? {
        Request::TITLE => format!("review {file}"),
        Response::TITLE => format!("import {file}"),
        Approval::TITLE => format!("sign REQUEST --approval {file}"),
        Policy::TITLE => format!("policy set {file}"),
        title if title.contains("share") => format!("drill {file}"),
        _ => return None,
    };
    Some(format!("nkeep ceremony {command}"))
}

/// Where a file of a ceremony goes.
#[derive(clap::Args, Clone, Debug)]
pub struct Output {
    /// New file; - is stdout. What is there is never overwritten
    #[arg(long, short, visible_alias = "output", value_name = "FILE", value_parser = Target::parser(), value_hint = clap::ValueHint::FilePath, allow_hyphen_values = true)]
    output_file: Option<Target>,
    /// Show it as codes for a camera, too
    #[arg(long)]
    qr: bool,
    /// Show codes as plain letters
    #[arg(long, requires = "qr")]
    ascii: bool,
    /// Write the codes as SVG, too: to FILE, or FILE-1, FILE-2 where they are several
    #[arg(long, value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    svg: Option<PathBuf>,
}

impl Output {
    /// Refuses, before anything is done, what could not be written.
    pub fn must_fit(&self, ctx: &Ctx) -> Result<(), Failure> {
        match (&self.output_file, ctx.ui.json()) {
            (Some(Target::Stdout), true) => Err(Failure::usage(
                "with --json the document is what goes to stdout: name a file with -o",
            )),
            _ => Ok(()),
        }
    }

    /// The file that is named.
    pub fn named(&self) -> Option<&Path> {
        Target::file(self.output_file.as_ref())
    }

    /// The file, with a name of its own where none is given; nothing where it is stdout.
    pub fn path(&self, own: impl FnOnce() -> String) -> Option<PathBuf> {
        match &self.output_file {
            None => Some(PathBuf::from(own())),
            Some(Target::File(path)) => Some(path.clone()),
            Some(Target::Stdout) => None,
        }
    }

    /// Writes it. One that is there and is the same is left as it is.
    pub fn write(&self, ctx: &Ctx, path: Option<&Path>, text: &str) -> Result<(), Failure> {
        match path {
            None => ctx.ui.text(text)?,
            Some(path) => new_file(path, text.as_bytes())?,
        }
        let name = path.map_or_else(|| "stdout".to_owned(), |path| path.display().to_string());
        ctx.record(|did| did.wrote(name, text.as_bytes()));
        let parts = match self.qr || self.svg.is_some() {
            true => qr::parts(text, IN_ONE_CODE)?,
            false => Vec::new(),
        };
        for (place, part) in parts.iter().enumerate() {
            let code = Code::small(part)?;
            if self.qr && !ctx.ui.json() {
                let drawn = match self.ascii {
                    true => code.ascii(),
                    false => code.half_blocks(),
                };
                ctx.ui
                    .note(&format!("code {} of {}", place + 1, parts.len()));
                ctx.ui.text(&drawn)?;
            }
            if let Some(svg) = &self.svg {
                new_file(&numbered(svg, place, parts.len()), code.svg().as_bytes())?;
            }
        }
        Ok(())
    }
}

/// The name of one of several files.
fn numbered(path: &Path, place: usize, of: usize) -> PathBuf {
    if of == 1 {
        return path.to_owned();
    }
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let ending = path.extension().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!("{stem}-{}.{ending}", place + 1))
}

/// Refuses a place where something else is.
pub fn must_be_free(path: &Path) -> Result<(), Failure> {
    match std::fs::symlink_metadata(path) {
        Err(_) => Ok(()),
        Ok(_) => Err(Failure::from(std::io::Error::other(format!(
            "{} exists, and is never overwritten",
            path.display()
        ))))
        .hint("name another file with -o"),
    }
}

fn new_file(path: &Path, contents: &[u8]) -> Result<(), Failure> {
    let is_like_it = |metadata: &std::fs::Metadata| {
        metadata.is_file() && metadata.len() == contents.len() as u64
    };
    let found = std::fs::symlink_metadata(path);
    if found.is_ok_and(|found| is_like_it(&found))
        && std::fs::read(path).is_ok_and(|there| there == contents)
    {
        return Ok(());
    }
    must_be_free(path)?;
    file::write_for(Audience::Everybody, path, contents, Existing::Keep)
        .map_err(|error| Failure::from(error).context(format!("cannot write {}", path.display())))
}
