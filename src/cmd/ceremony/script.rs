//! `nkeep ceremony script`.

use serde_json::{Value, json};

use super::run::course::Course;
use crate::ceremony::script::{EXAMPLE, LARGEST, Plan};
use crate::ceremony::words::words;
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::files::input::Source;
use crate::cmd::files::output::{OutputFile, public_file, spared};
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[
    Example {
        purpose: "A plan to begin from",
        line: "nkeep ceremony script --example > plan.txt",
    },
    Example {
        purpose: "The script of that plan, as a page to print",
        line: "nkeep ceremony script --example > plan.txt && nkeep ceremony script plan.txt --html -o script.html",
    },
];

/// Print the script of a ceremony from its plan
///
/// A plan is one file of lines for everybody to review: who takes part, and step by step what is done, typed, read aloud and to be seen
/// then. The script has room for initials and times, and on top the hash of the plan, in hexadecimal and in words. No secret stands in
/// it, or is read aloud. What nkeep is to run in it, and who takes part, is looked at as `ceremony run` does, which refuses the same.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Plan, or - for stdin
    #[arg(value_name = "PLAN", required_unless_present = "example")]
    plan: Option<Source>,
    /// Print a plan to begin from
    #[arg(long, conflicts_with_all = ["plan", "html"])]
    example: bool,
    /// Print a page for a browser and a printer, and not Markdown
    #[arg(long)]
    html: bool,
    #[command(flatten)]
    output: OutputFile,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let Some(source) = &args.plan else {
        return put(ctx, args, EXAMPLE);
    };
    let text = source.text(LARGEST)?;
    ctx.record(|did| did.read(source, text.as_bytes()));
    let plan = Plan::read(&source.to_string(), text.as_bytes())?;
    // What cannot be gone through is found before it is printed, and people come together.
    Course::of(&source.to_string(), &plan)?;
    if plan.transcript().is_none() {
        ctx.ui.warning(
            "the plan names no transcript, \"transcript: FILE\" above its steps: nkeep ceremony run will have to be told one, with --transcript FILE",
        );
    }
    spared(args.output.path(), [source])?;
    if ctx.ui.json() {
        return ctx.ui.document(&document(&plan));
    }
    match args.html {
        true => put(ctx, args, &plan.html()),
        false => put(ctx, args, &plan.markdown()),
    }
}

fn put(ctx: &Ctx, args: &Args, text: &str) -> Result<(), Failure> {
    let Some(path) = args.output.path() else {
        return ctx.ui.text(text);
    };
    public_file(ctx, path, text.as_bytes(), args.output.existing())?;
    ctx.record(|did| did.wrote(path.display(), text.as_bytes()));
    ctx.ui.note(&format!("wrote {}", path.display()));
    Ok(())
}

fn document(plan: &Plan) -> Value {
    let steps = plan.steps.iter().map(|step| {
        let parts = step.parts.iter();
        let parts = parts.map(|item| json!({ "part": item.part.name(), "text": item.text }));
        json!({ "title": step.title, "parts": parts.collect::<Vec<_>>() })
    });
    json!({
        "kind": "ceremony_script",
        "title": plan.title,
        "sha256": plan.sha256(),
        "words": words(&plan.digest),
        "participants": plan.participants,
        "steps": steps.collect::<Vec<_>>(),
    })
}
