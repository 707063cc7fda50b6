//! `nkeep ceremony run`.

mod course;
mod step;

use std::path::{Path, PathBuf};

use serde_json::json;

use super::screen;
use crate::ceremony::script::{LARGEST, Plan};
use crate::ceremony::transcript::line::Answer;
use crate::ceremony::transcript::steps::{Event, Standing};
use crate::ceremony::transcript::{self, Stamp, Transcript, line::What, own_executable};
use crate::ceremony::words::words;
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::input::{Source, named_file};
use crate::text::{noted, shell_word};
use crate::ui::prompt::Prompt;
use crate::ui::{ExitCode, Failure, Hinted as _};
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
    /// Refuse a plan with another hash (hexadecimal)
    #[arg(long, value_name = "SHA256")]
    expect_plan: Option<String>,
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
    let answer = taken_up(&mut prompt, &plan, &record, from)?;
    if is_new {
        let stamp = Stamp::now(ctx.clock);
        transcript::start(&record, &stamp, &plan.title, plan.participants.clone())?;
    }
    let mut going = Going {
        ctx,
        prompt,
        course: &course,
        record: &record,
        answers: Vec::new(),
    };
    let went = went(&mut going, &standing, unsigned, &text, answer);
    went.map_err(|stop| stopped(&args.plan, &plan, stop))?;
    over(ctx, &plan, &record)
}

/// Goes from where it stands to the end.
fn went(
    going: &mut Going<'_>,
    standing: &Standing,
    unsigned: Option<usize>,
    text: &str,
    answer: Answer,
) -> Result<(), Stop> {
    match unsigned {
        // Whoever signed already signed all that stands there, and nothing is put beneath it.
        Some(step) => {
            let heading = going.heading(step);
            going.rest_of(step, &standing.signed, heading)?;
        }
        None => {
            let text = text.to_owned();
            let answers = vec![answer];
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
    let wanted = wanted.strip_prefix("sha256:").unwrap_or(wanted);
    let own = plan.sha256();
    match wanted.eq_ignore_ascii_case(&own) {
        true => Ok(()),
        false => Err(Failure::new(
            ExitCode::Tampered,
            anyhow::anyhow!("the hash of the plan is {own}, and another was expected"),
        ))
        .hint(noted("nkeep ceremony script PLAN", "prints what is in it")),
    }
}

/// The transcript, as the command line or the environment names it, and else the plan.
fn record(plan: &Plan, named: Option<PathBuf>) -> Result<PathBuf, Failure> {
    let by_plan = || plan.transcript().map(PathBuf::from);
    let found = named.or_else(by_plan);
    found.ok_or_else(|| {
        Failure::usage("where what is done is recorded has to be said: by the plan, \"transcript: FILE\" above its steps, or with --transcript FILE")
    })
}

/// Shows what is to be gone through, and has the end of its hash typed.
fn taken_up(
    prompt: &mut Prompt,
    plan: &Plan,
    record: &Path,
    from: usize,
) -> Result<Answer, Failure> {
    screen::read_to_the_end(prompt, &cover(plan, record, from))?;
    screen::turn(prompt)?;
    let mut hash =
        vec!["SHA-256 of the plan: compare it with the script that was printed".to_owned()];
    hash.extend(screen::hash(&plan.digest));
    screen::read_to_the_end(prompt, &hash)?;
    let all = words(&plan.digest);
    let wanted = all[all.len() - 2..].join(" ");
    let question = "To go on, type the last two words of the hash; anything else ends this";
    let typed = prompt.fresh_line(question)?;
    let words: Vec<&str> = typed.split_whitespace().collect();
    match words.join(" ").eq_ignore_ascii_case(&wanted) {
        true => Ok(step::answer(question, &typed)),
        false => Err(Failure::new(
            ExitCode::Failed,
            anyhow::anyhow!("that is not what stands there, and nothing was done"),
        )),
    }
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

/// How a ceremony ends that was stopped: it can go on.
fn stopped(file: &Path, plan: &Plan, stop: Stop) -> Failure {
    let command = format!("nkeep ceremony run {}", shell_word(&file.to_string_lossy()));
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
    ctx.ui.text(&format!("{}\n", read.head()))
}
