//! `nkeep ceremony transcript show`.

use std::path::PathBuf;

use serde_json::json;

use super::document;
use crate::ceremony::transcript::line::{Answer, Line, What};
use crate::ceremony::transcript::steps::{Event, OfPlan};
use crate::ceremony::transcript::{Transcript, read_all};
use crate::clock::absolute;
use crate::cmd::Ctx;
use crate::cmd::ceremony::screen;
use crate::cmd::example::Example;
use crate::cmd::words::argument::named_file;
use crate::ui::table::wrapped;
use crate::ui::{Failure, shown};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "What happened, line by line",
    line: "nkeep ceremony transcript show root.ntranscript",
}];

/// Show what happened, and the head to write down
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Transcript
    #[arg(value_name = "FILE", value_parser = named_file())]
    file: PathBuf,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let name = args.file.display().to_string();
    // One that is torn is shown as far as it goes, and refused then.
    let read = Transcript::parse(&name, &read_all(&args.file)?)?;
    let written = if ctx.ui.json() {
        let mut all = document(&args.file, &read);
        all["entries"] = json!(read.lines);
        ctx.ui.document(&all)
    } else {
        ctx.ui.text(&text(&read, ctx.ui.columns()))
    };
    written?;
    Ok(read.must_be_whole(&args.file)?)
}

fn text(read: &Transcript, columns: Option<usize>) -> String {
    let mut lines = vec![read.title().to_owned()];
    for line in &read.lines {
        lines.push(String::new());
        lines.push(format!(
            "{:>4}  {}  {}",
            line.seq + 1,
            absolute(line.time),
            name(&line.what)
        ));
        lines.extend(said(line).into_iter().map(|said| format!("      {said}")));
    }
    lines.push(String::new());
    lines.extend(head(read.head(), "head, to be written down:"));
    let mut text = String::new();
    for line in lines {
        let line = shown(&line);
        let parts = match columns {
            Some(columns) => wrapped(&line, columns, 8),
            None => vec![line.into_owned()],
        };
        for part in parts {
            text.push_str(part.trim_end());
            text.push('\n');
        }
    }
    text
}

/// The head as it is read aloud and written down.
pub fn head(head: &str, heading: &str) -> Vec<String> {
    let bytes = data_encoding::HEXLOWER
        .decode(head.as_bytes())
        .unwrap_or_default();
    let mut lines = vec![heading.to_owned()];
    lines.extend(screen::hash(&bytes));
    lines
}

/// A word for what happened.
const fn name(what: &What) -> &'static str {
    match what {
        What::Start { .. } => "start",
        What::Note { .. } => "note",
        What::Did(_) => "command",
        What::Plan(_) => "plan",
        What::Environment { .. } => "environment",
        What::Repaired { .. } => "repair",
        What::Signed { .. } => "signature",
    }
}

/// What a line says, as people read it.
fn said(line: &Line) -> Vec<String> {
    match &line.what {
        What::Start { participants, .. } => {
            let each = participants.iter();
            let each = each.map(|one| format!("{}: {}", one.name, one.role));
            each.chain([
                format!("nkeep {}, SHA-256", line.tool.version),
                format!("  {}", line.tool.sha256),
            ])
            .collect()
        }
        What::Note { words } => vec![words.clone()],
        What::Did(did) => {
            let mut said = vec![did.command.clone()];
            for file in &did.files {
                let whole = if file.text.is_some() { " (whole)" } else { "" };
                said.push(format!("{:<3} {}{whole}", file.way, file.name));
                said.push(format!("    {}", file.sha256));
            }
            said.extend(did.answers.iter().map(answered));
            said.push(match did.code {
                0 => format!("-> {}", did.result),
                code => format!("-> exit code {code}: {}", did.result),
            });
            said
        }
        What::Plan(done) => of_plan(done),
        What::Environment { findings } => findings
            .iter()
            .map(|one| format!("[{:<7}] {}: {}", one.state, one.check, one.says))
            .collect(),
        What::Repaired {
            bytes,
            sha256,
            words,
        } => vec![
            format!("{bytes} bytes were torn off: {words}"),
            format!("  {sha256}"),
        ],
        What::Signed { by, role, key, .. } => vec![format!("{by}: {role}"), key.clone()],
    }
}

/// What was done of a plan.
fn of_plan(done: &OfPlan) -> Vec<String> {
    let mut said = vec![format!("step {}: {}", done.step, done.title)];
    match &done.event {
        Event::TakenUp { answers, .. } => {
            said.push(format!("by the plan {}", done.plan));
            said.extend(answers.iter().map(answered));
        }
        Event::Ran { command, code, .. } => {
            said.push(command.clone());
            said.push(match code {
                0 => "-> done".to_owned(),
                code => format!("-> exit code {code}"),
            });
        }
        Event::Ended {
            as_expected,
            answers,
        } => {
            said.extend(answers.iter().map(answered));
            said.push(match as_expected {
                true => "-> as expected".to_owned(),
                false => "-> stopped".to_owned(),
            });
        }
    }
    said
}

fn answered(one: &Answer) -> String {
    format!("{}: {}", one.question, one.answer)
}
