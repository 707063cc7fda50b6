//! A plan as it is gone through: which of its lines nkeep runs itself, and which people type. All of it is read before anything is
//! done, so that a plan which does not work is refused by its line and not in the middle of a ceremony.

use clap::error::ErrorKind;

use crate::ceremony::script::{self, Part, Plan, Step};
use crate::ceremony::transcript::steps::Standing;
use crate::ceremony::{CeremonyError, typed};
use crate::cmd::asking;
use crate::cmd::ceremony::{self, recording, transcript};
use crate::cmd::{Cli, Command};
use crate::ui::Failure;

/// A plan with its commands read.
pub struct Course<'a> {
    pub plan: &'a Plan,
    tasks: Vec<Vec<Task<'a>>>,
}

/// A line of a step.
pub enum Task<'a> {
    /// What people are told.
    Told(Part, &'a str),
    /// What nkeep runs.
    Run(Run<'a>),
    /// What people type elsewhere: the command of another program.
    Typed(&'a str),
}

/// A command of nkeep's own.
pub struct Run<'a> {
    /// Which of the step's commands, from 1.
    pub number: u64,
    pub line: &'a str,
    /// Its words, without nkeep.
    pub words: Vec<String>,
    /// By whom it signs the transcript.
    pub signs: Option<String>,
    /// Whether it may find something that people then judge.
    pub may_find: bool,
}

impl<'a> Course<'a> {
    /// Reads the commands of a plan, and who is named in it.
    pub fn of(file: &str, plan: &'a Plan) -> Result<Self, Failure> {
        let tasks = plan.steps.iter().map(|step| tasks(file, plan, step));
        Ok(Self {
            plan,
            tasks: tasks.collect::<Result<_, _>>()?,
        })
    }

    /// What belongs to a step.
    pub fn tasks(&self, step: usize) -> &[Task<'a>] {
        &self.tasks[step]
    }

    /// Where in a step the transcript is signed: what people say of the step stands above that.
    pub fn signing(&self, step: usize) -> Option<usize> {
        let is_signing = |task: &Task<'_>| matches!(task, Task::Run(run) if run.signs.is_some());
        self.tasks[step].iter().position(is_signing)
    }

    /// The step in which people still have to sign what they said.
    pub fn unsigned(&self, standing: &Standing) -> Option<usize> {
        let step = standing.done.checked_sub(1)?;
        (!standing.unsigned(self.plan).is_empty()).then_some(step)
    }
}

fn tasks<'a>(file: &str, plan: &Plan, step: &'a Step) -> Result<Vec<Task<'a>>, Failure> {
    let mut number = 0;
    let mut tasks = Vec::new();
    for item in &step.parts {
        let line = item.text.as_str();
        let wrong = |reason: String| {
            CeremonyError::problem(file, format!("line {} {reason}", item.line), script::HELP)
        };
        let is_own = line.split([' ', '\t']).next() == Some("nkeep");
        if item.part == Part::Run {
            number += 1;
        }
        tasks.push(match item.part {
            Part::Run if is_own => {
                let run = read(number, line).map_err(wrong)?;
                signer_must_take_part(plan, &run).map_err(wrong)?;
                Task::Run(run)
            }
            Part::Run => Task::Typed(line),
            part => {
                if part == Part::By {
                    must_take_part(plan, line).map_err(wrong)?;
                }
                Task::Told(part, line)
            }
        });
    }
    Ok(tasks)
}

/// Refuses a step of somebody who takes no part. By whom it is stands in people's own words, `Cy, and then Ada`: each name that is set
/// off by a comma or an "and" has to be one of theirs, or what they take part as.
fn must_take_part(plan: &Plan, by: &str) -> Result<(), String> {
    if plan.participants.is_empty() {
        return Ok(());
    }
    let known: Vec<Vec<String>> = plan
        .participants
        .iter()
        .flat_map(|one| [&one.name, &one.role])
        .map(|name| words_of(name))
        .chain([vec!["all".to_owned()], vec!["everybody".to_owned()]])
        .collect();
    let names_one = |words: &[String]| {
        let mut known = known.iter().filter(|name| !name.is_empty());
        known.any(|name| words.windows(name.len()).any(|some| some == &name[..]))
    };
    let looks_like_a_name = |part: &str| {
        let mut words = part.split_whitespace();
        let first = words.find(|word| !["and", "then"].contains(word));
        first.is_some_and(|word| word.starts_with(char::is_uppercase))
    };
    let parts = by.split(',').flat_map(|part| part.split(" and "));
    let stranger = parts
        .filter(|part| looks_like_a_name(part))
        .find(|part| !names_one(&words_of(part)));
    match stranger {
        None if names_one(&words_of(by)) => Ok(()),
        None => Err(takes_no_part(plan, by)),
        Some(part) => {
            let name = part.trim().trim_start_matches("and ");
            Err(takes_no_part(plan, name.trim_start_matches("then ")))
        }
    }
}

/// The words of a name, whatever their case and what stands between them.
fn words_of(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// Refuses to have somebody sign who takes no part: that would come out at the end.
fn signer_must_take_part(plan: &Plan, run: &Run<'_>) -> Result<(), String> {
    let Some(by) = &run.signs else { return Ok(()) };
    match plan.participants.iter().any(|one| one.name == *by) {
        true => Ok(()),
        false => Err(takes_no_part(plan, by)),
    }
}

fn takes_no_part(plan: &Plan, who: &str) -> String {
    let known: Vec<&str> = plan.participants.iter().map(|one| &*one.name).collect();
    match known.is_empty() {
        true => format!("names {who:?}, and the plan has nobody take part"),
        false => format!("names {who:?}, who takes no part: {} do", known.join(", ")),
    }
}

/// Reads a command of nkeep's own.
fn read(number: u64, line: &str) -> Result<Run<'_>, String> {
    let words = typed::words(line)?.split_off(1);
    let command = match asking::read(&words) {
        Ok(Cli { command, .. }) => Some(command),
        Err(error) if is_answer(error.kind()) => None,
        Err(error) => {
            let why = Failure::from_clap(&error, &[]).message();
            return Err(format!("is no command of this nkeep: {why}"));
        }
    };
    let inner = match &command {
        Some(Command::Ceremony(recording::Args { command, .. })) => Some(command),
        _ => None,
    };
    let signs = match inner {
        Some(ceremony::Command::Run(_)) => return Err("runs a plan, and is in one".to_owned()),
        Some(ceremony::Command::Transcript(transcript::Command::Sign(args))) => Some(args.by()),
        _ => None,
    };
    Ok(Run {
        number,
        line,
        words,
        signs: signs.map(str::to_owned),
        may_find: matches!(command, Some(Command::Doctor(_) | Command::Validate(_))),
    })
}

const fn is_answer(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::DisplayHelp | ErrorKind::DisplayVersion)
}
