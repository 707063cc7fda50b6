//! `nkeep ceremony run`.

pub(super) mod course;
mod step;

use std::path::{Path, PathBuf};

use serde_json::json;

use super::screen;
use super::transcript::show;
use crate::ceremony::script::{LARGEST, Plan};
use crate::ceremony::transcript::line::Answer;
use crate::ceremony::transcript::steps::{Event, Standing};
use crate::ceremony::transcript::{self, Stamp, Transcript, line::What, own_executable};
use crate::ceremony::words;
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::files::input::Source;
use crate::cmd::words::argument::named_file;
#[cfg(unix)]
use crate::ending::HalfDone;
use crate::text::{noted, shell_word};
use crate::ui::prompt::Prompt;
use crate::ui::{ExitCode, Failure, Hinted as _, again};
use course::Course;
use step::{Going, Stop};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Go through a plan, step by step, at a terminal",
    line: "nkeep ceremony script --example > plan.txt && nkeep ceremony run plan.txt",
}];

/// Go through a ceremony by its plan, step by step
///
/// At a terminal: the hash of the plan is compared with the printed script, and each step is shown as it stands there. Commands of
/// nkeep's are run, each when people say so; those of other programs are typed by people elsewhere. What was seen is then said to be
/// what was expected, or the ceremony stops. All of it goes into the transcript that the plan names, and a ceremony that was stopped
/// goes on where that says it stands.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Plan, as `ceremony script` prints it
    #[arg(value_name = "PLAN", value_parser = named_file(), value_hint = clap::ValueHint::FilePath)]
    plan: PathBuf,
    /// Refuse a plan with another hash (hexadecimal, or its words)
    #[arg(long, value_name = "SHA256", value_parser = words::digest)]
    expect_plan: Option<[u8; 32]>,
}

pub fn run(ctx: &Ctx, args: &Args, transcript: Option<PathBuf>) -> Result<(), Failure> {
    let file = args.plan.display().to_string();
    let text = Source::File(args.plan.clone()).text(LARGEST)?;
    let plan = Plan::read(&file, text.as_bytes())?;
    must_be_expected(args, &plan)?;
    let course = Course::of(&file, &plan)?;
    let record = record(&plan, transcript)?;
    let is_new = std::fs::symlink_metadata(&record).is_err();
    let standing = match is_new {
        true => Standing::default(),
        false => Standing::of(
            &record.display().to_string(),
            &Transcript::open(&record)?,
            &plan,
        )?,
    };
    let unsigned = course.unsigned(&standing);
    if standing.done == plan.steps.len() && unsigned.is_none() {
        return over(ctx, &plan, &record);
    }
    let Some(mut prompt) = ctx.prompt() else {
        let why = "a ceremony is for people at a terminal, who answer themselves";
        return Err(Failure::usage(why)).hint(noted(
            format!("nkeep ceremony script {}", shell_word(&file)),
            "prints what they will do",
        ));
    };
    let from = unsigned.unwrap_or(standing.done);
    let answers = taken_up(&mut prompt, &plan, &record, from)?;
    if is_new {
        let stamp = Stamp::now(ctx.clock);
        transcript::start(&record, &stamp, &plan.title, plan.participants.clone())?;
    }
    #[cfg(unix)]
    let _ends = told_of_its_end(ctx, &args.plan)?;
    let mut going = Going {
        ctx,
        prompt,
        course: &course,
        record: &record,
        answers: Vec::new(),
    };
    let went = went(&mut going, &standing, unsigned, &text, answers);
    went.map_err(|stop| stopped(&args.plan, &plan, stop))?;
    over(ctx, &plan, &record)
}

/// Goes from where it stands to the end.
fn went(
    going: &mut Going<'_>,
    standing: &Standing,
    unsigned: Option<usize>,
    text: &str,
    answers: Vec<Answer>,
) -> Result<(), Stop> {
    match unsigned {
        // Whoever signed already signed all that stands there, and nothing is put beneath it.
        Some(step) => {
            let heading = going.heading(step);
            going.rest_of(step, &standing.signed, heading)?;
        }
        None => {
            let text = text.to_owned();
            going.add(standing.done, Event::TakenUp { text, answers })?;
        }
    }
    for step in standing.done..going.course.plan.steps.len() {
        let is_first = step == standing.done;
        let ran = if is_first { Some(&standing.ran) } else { None };
        going.step(step, ran)?;
    }
    Ok(())
}

/// Refuses a plan that is not the one that was reviewed.
fn must_be_expected(args: &Args, plan: &Plan) -> Result<(), Failure> {
    let Some(wanted) = &args.expect_plan else {
        return Ok(());
    };
    match *wanted == plan.digest {
        true => Ok(()),
        false => Err(Failure::new(
            ExitCode::Tampered,
            anyhow::anyhow!(
                "the hash of the plan is {}, and another was expected",
                plan.sha256()
            ),
        ))
        .hint(noted(
            format!(
                "nkeep ceremony script {}",
                shell_word(&args.plan.to_string_lossy())
            ),
            "prints what is in it",
        )),
    }
}

/// The transcript, as the plan names it, and else the command line or the environment. Both may not name another: what the plan says
/// was reviewed, and its commands are about that one.
fn record(plan: &Plan, named: Option<PathBuf>) -> Result<PathBuf, Failure> {
    let by_plan = plan.transcript().map(PathBuf::from);
    if let (Some(own), Some(named)) = (&by_plan, &named)
        && !is_same(own, named)
    {
        let why = format!(
            "the plan has {} for its transcript, and --transcript or NKEEP_TRANSCRIPT says {}",
            own.display(),
            named.display()
        );
        return Err(Failure::usage(why)).hint(noted(
            format!("unset NKEEP_TRANSCRIPT && {}", again()),
            "goes by the plan",
        ));
    }
    by_plan.or(named).ok_or_else(|| {
        Failure::usage("where what is done is recorded has to be said: by the plan, \"transcript: FILE\" above its steps, or with --transcript FILE")
    })
}

/// Whether both are one file, which may not be there yet.
fn is_same(one: &Path, other: &Path) -> bool {
    let place = |path: &Path| {
        let folder = path
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty());
        let folder = std::fs::canonicalize(folder.unwrap_or(Path::new("."))).ok();
        folder.zip(path.file_name().map(ToOwned::to_owned))
    };
    let resolved = |path: &Path| std::fs::canonicalize(path).ok();
    one == other
        || place(one).is_some_and(|own| place(other) == Some(own))
        || resolved(one).is_some_and(|own| resolved(other) == Some(own))
}

/// Shows what is to be gone through, and has the end of its hash typed.
fn taken_up(
    prompt: &mut Prompt,
    plan: &Plan,
    record: &Path,
    from: usize,
) -> Result<Vec<Answer>, Failure> {
    screen::read_to_the_end(prompt, &cover(plan, record, from))?;
    screen::turn(prompt)?;
    let mut hash =
        vec!["SHA-256 of the plan: compare it with the script that was printed".to_owned()];
    hash.extend(screen::hash(&plan.digest));
    screen::read_to_the_end(prompt, &hash)?;
    let mut answers = Vec::new();
    screen::last_words(prompt, &plan.digest, "go on", |question, typed| {
        answers.push(step::answer(question, typed));
    })?;
    Ok(answers)
}

/// What a ceremony is about, by which nkeep, and by which plan.
fn cover(plan: &Plan, record: &Path, from: usize) -> Vec<String> {
    let mut lines = screen::fitted(&plan.title);
    let mut row = |name: &str, value: &str| lines.extend(screen::row(name, value));
    for (name, value) in plan.about.iter().filter(|(name, _)| name != "transcript") {
        row(name, value);
    }
    for one in &plan.participants {
        row("takes part", &format!("{}: {}", one.name, one.role));
    }
    row("transcript", &record.display().to_string());
    row("steps", &plan.steps.len().to_string());
    if from > 0 {
        row("from", &format!("step {} on", from + 1));
    }
    row("nkeep", &build());
    if let Ok(bytes) = own_executable() {
        use sha2::{Digest as _, Sha256};
        lines.push("  its SHA-256: compare it with what was built".to_owned());
        lines.extend(screen::in_groups(&Sha256::digest(&bytes)));
    }
    lines
}

/// Which nkeep this is.
fn build() -> String {
    let network = if cfg!(feature = "net") {
        "with"
    } else {
        "without"
    };
    format!("{} {network} network code", env!("CARGO_PKG_VERSION"))
}

/// Has ^C end it as anything else does: with how it goes on.
#[cfg(unix)]
fn told_of_its_end(ctx: &Ctx, plan: &Path) -> std::io::Result<HalfDone> {
    let (ui, command) = (ctx.ui, goes_on(plan));
    HalfDone::begin(move || {
        let why = anyhow::anyhow!("the ceremony was interrupted");
        let failure = Failure::new(ExitCode::Interrupted, why);
        // What was typed last ends no line.
        let _ = std::io::Write::write_all(&mut std::io::stderr(), b"\n");
        ui.failure(&failure.hint(noted(command, "goes on where it stands")));
    })
}

/// The command that goes on with it.
fn goes_on(plan: &Path) -> String {
    format!("nkeep ceremony run {}", shell_word(&plan.to_string_lossy()))
}

/// How a ceremony ends that was stopped: it can go on.
fn stopped(file: &Path, plan: &Plan, stop: Stop) -> Failure {
    let command = goes_on(file);
    match stop {
        Stop::Failed(failure) => failure.hint(noted(command, "goes on where it stands")),
        Stop::ByPeople { step, why } => Failure::new(
            ExitCode::Failed,
            anyhow::anyhow!(
                "step {} of {} is not done, and the ceremony stops: {why}",
                step + 1,
                plan.steps.len()
            ),
        )
        .hint(noted(command, "goes on with that step")),
    }
}

/// Every step is done.
fn over(ctx: &Ctx, plan: &Plan, record: &Path) -> Result<(), Failure> {
    let read = Transcript::open(record)?;
    if ctx.ui.json() {
        return ctx.ui.document(&json!({
            "kind": "ceremony_run",
            "title": plan.title,
            "sha256": plan.sha256(),
            "steps": plan.steps.len(),
            "transcript": record,
            "lines": read.lines.len(),
            "head": read.head(),
        }));
    }
    let steps = plan.steps.len();
    ctx.ui.note(&format!("all {steps} steps are done"));
    let file = shell_word(&record.to_string_lossy());
    let is_signed = matches!(
        read.lines.last().map(|line| &line.what),
        Some(What::Signed { .. })
    );
    ctx.next(&match is_signed {
        true => format!("nkeep ceremony transcript verify {file}"),
        false => format!("nkeep ceremony transcript sign {file} --as NAME -K KEY"),
    });
    let head = show::head(read.head(), "head, to be written down:");
    for line in head.iter().filter(|line| !line.is_empty()) {
        ctx.ui.note(line);
    }
    ctx.ui.text(&format!("{}\n", read.head()))
}
