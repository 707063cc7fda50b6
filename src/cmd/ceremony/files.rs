//! The files of ceremonies: read as a file or as the text of its codes, and written once: what is there stays.

use std::path::{Path, PathBuf};

use crate::ceremony::CeremonyError;
use crate::ceremony::approval::Approval;
use crate::ceremony::canonical::{Content, LONGEST, Sheet, as_written};
use crate::ceremony::policy::Policy;
use crate::ceremony::qr::{self, Code};
use crate::ceremony::request::Request;
use crate::ceremony::response::Response;
use crate::ceremony::transcript::line::title_of;
use crate::cmd::files::input::Source;
use crate::cmd::files::output::{Target, must_have_folder};
use crate::cmd::{Ctx, help_command};
use crate::file::{self, Audience, Existing};
use crate::text::{noted, shell_word};
use crate::ui::{ExitCode, Failure, Hinted as _, called_with_other};

/// Reads one, from a file or from what a reader of codes gave: a part of it in each line.
pub fn read<C: Content>(ctx: &Ctx, source: &Source) -> Result<Sheet<C>, Failure> {
    let text = text(ctx, source)?;
    let name = source.to_string();
    let other = taken_by(&text, &shell_word(&name)).filter(|_| title_of(&text) != Some(C::TITLE));
    let read = Sheet::read(&name, text.as_bytes()).map_err(|error| match (error, other) {
        (CeremonyError::Problem { file, reason, .. }, Some(command)) => {
            CeremonyError::problem(file, reason, command)
        }
        (error, _) => error,
    });
    Ok(read?)
}

/// The text of one, whatever it is.
pub fn text(ctx: &Ctx, source: &Source) -> Result<String, Failure> {
    let mut text = source.text(LONGEST)?.to_string();
    let name = source.to_string();
    if qr::is_part(&text) {
        text = qr::joined(&[(name.clone(), text)])?;
    } else {
        text = as_handed_over(text);
    }
    ctx.record(|did| did.read(&name, text.as_bytes()));
    Ok(text)
}

/// What people and readers of codes hand over, as it was written.
pub fn as_handed_over(text: String) -> String {
    match title_of(&text) {
        Some(Request::TITLE | Response::TITLE | Approval::TITLE) => as_written(&text),
        _ => text,
    }
}

/// What takes a file of a ceremony, by what it says that it is.
fn taken_by(text: &str, file: &str) -> Option<String> {
    let command = match title_of(text)? {
        Request::TITLE => format!("review {file}"),
        Response::TITLE => format!("import {file}"),
        Approval::TITLE => format!("sign REQUEST --approval {file}"),
        Policy::TITLE => format!("policy set {file}"),
        title if title.contains("share set") => format!("drill SHARES --set {file}"),
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
        if let (Some(Target::Stdout), true) = (&self.output_file, ctx.ui.json()) {
            return Err(Failure::usage(
                "with --json the document is what goes to stdout: name a file with -o",
            ));
        }
        let (file, svg) = (self.named(), self.svg.as_deref());
        if file.is_some() && file == svg {
            return Err(Failure::usage(
                "the file and its code would have one name: name another one with --svg",
            ));
        }
        file.into_iter().chain(svg).try_for_each(must_have_folder)
    }

    /// Refuses, before anything is done, names that something has. How many codes there will be is not known before.
    pub fn must_be_free(&self, path: Option<&Path>) -> Result<(), Failure> {
        let elsewhere = |given: Option<&Path>| match given {
            Some(given) => called_with_other(given, "NEW-FILE"),
            None => noted(help_command(), "-o names another file"),
        };
        if let Some(path) = path {
            is_free(path).hint(elsewhere(self.named()))?;
        }
        let Some(svg) = &self.svg else { return Ok(()) };
        let several = (0..qr::MOST_PARTS).map(|place| numbered(svg, place, qr::MOST_PARTS));
        std::iter::once(svg.clone())
            .chain(several)
            .try_for_each(|name| is_free(&name))
            .hint(elsewhere(Some(svg)))
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

    /// Writes it: all that was asked for, or no file. One that is there and is the same is left as it is.
    pub fn write(&self, ctx: &Ctx, path: Option<&Path>, text: &str) -> Result<(), Failure> {
        let parts = match self.qr || self.svg.is_some() {
            true => qr::parts(text, qr::LARGEST)?,
            false => Vec::new(),
        };
        let codes = parts.iter().map(|part| Code::small(part));
        let codes: Vec<Code> = codes.collect::<Result<_, _>>()?;
        let mut made = Vec::new();
        let written = self
            .write_files(path, text, &codes, &mut made)
            .and_then(|()| self.show(ctx, path, text, &codes));
        if written.is_err() {
            for file in &made {
                let _ = std::fs::remove_file(file);
            }
        }
        written?;
        let name = path.map_or_else(|| "stdout".to_owned(), |path| path.display().to_string());
        ctx.record(|did| did.wrote(name, text.as_bytes()));
        Ok(())
    }

    fn write_files(
        &self,
        path: Option<&Path>,
        text: &str,
        codes: &[Code],
        made: &mut Vec<PathBuf>,
    ) -> Result<(), Failure> {
        let mut write = |path: PathBuf, contents: &[u8]| {
            if new_file(&path, contents)? {
                made.push(path);
            }
            Ok::<_, Failure>(())
        };
        if let Some(path) = path {
            write(path.to_owned(), text.as_bytes())?;
        }
        for (place, code) in codes.iter().enumerate() {
            if let Some(svg) = &self.svg {
                write(numbered(svg, place, codes.len()), code.svg().as_bytes())?;
            }
        }
        Ok(())
    }

    /// What goes to stdout. Whoever has it in a file may stop reading.
    fn show(
        &self,
        ctx: &Ctx,
        path: Option<&Path>,
        text: &str,
        codes: &[Code],
    ) -> Result<(), Failure> {
        let shown = self.show_all(ctx, path, text, codes);
        match (shown, path) {
            (Err(failure), Some(_)) if failure.code() == ExitCode::Done => Ok(()),
            (shown, Some(_)) => shown,
            (shown, None) => shown.map_err(|failure| failure.lost("what came")),
        }
    }

    fn show_all(
        &self,
        ctx: &Ctx,
        path: Option<&Path>,
        text: &str,
        codes: &[Code],
    ) -> Result<(), Failure> {
        if path.is_none() {
            ctx.ui.text(text)?;
        }
        let shown = codes.iter().filter(|_| self.qr && !ctx.ui.json());
        for (place, code) in shown.enumerate() {
            let drawn = match self.ascii {
                true => code.ascii(),
                false => code.half_blocks(),
            };
            ctx.ui
                .note(&format!("code {} of {}", place + 1, codes.len()));
            ctx.ui.text(&drawn)?;
            let wide = drawn.lines().map(|line| line.chars().count()).max();
            let fits = |columns: usize| wide.is_none_or(|wide| wide <= columns);
            if let Some(columns) = ctx.ui.columns().filter(|columns| !fits(*columns)) {
                ctx.ui.warning(&format!(
                    "the code is {} columns wide, and this terminal {columns}: no camera reads it so; --svg FILE writes it to a file",
                    wide.unwrap_or_default()
                ));
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
    let ending = path.extension().map(|ending| ending.to_string_lossy());
    let ending = ending.map_or_else(String::new, |ending| format!(".{ending}"));
    path.with_file_name(format!("{stem}-{}{ending}", place + 1))
}

/// Refuses a place where something else is, which somebody named.
pub fn must_be_free(path: &Path) -> Result<(), Failure> {
    is_free(path).hint(called_with_other(path, "NEW-FILE"))
}

fn is_free(path: &Path) -> Result<(), Failure> {
    match std::fs::symlink_metadata(path) {
        Err(_) => Ok(()),
        Ok(_) => Err(Failure::from(std::io::Error::other(format!(
            "{} exists, and is never overwritten",
            path.display()
        )))),
    }
}

/// Writes a file, and says whether it was not there yet.
fn new_file(path: &Path, contents: &[u8]) -> Result<bool, Failure> {
    let is_like_it = |metadata: &std::fs::Metadata| {
        metadata.is_file() && metadata.len() == contents.len() as u64
    };
    let found = std::fs::symlink_metadata(path);
    if found.is_ok_and(|found| is_like_it(&found))
        && std::fs::read(path).is_ok_and(|there| there == contents)
    {
        return Ok(false);
    }
    is_free(path)?;
    file::write_for(Audience::Everybody, path, contents, Existing::Keep).map_err(|error| {
        Failure::from(error).context(format!("cannot write {}", path.display()))
    })?;
    Ok(true)
}
