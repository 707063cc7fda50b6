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
    /// Reads the commands of a plan.
    pub fn of(file: &str, plan: &'a Plan) -> Result<Self, Failure> {
        let tasks = plan.steps.iter().map(|step| tasks(file, step));
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
        let missing = self.tasks[step].iter().any(|task| match task {
            Task::Run(Run {
                signs: Some(by), ..
            }) => !standing.signed.contains(by),
            _ => false,
        });
        (missing && standing.ran.is_empty()).then_some(step)
    }
}

fn tasks<'a>(file: &str, step: &'a Step) -> Result<Vec<Task<'a>>, Failure> {
    let mut number = 0;
    let mut tasks = Vec::new();
    for item in &step.parts {
        let line = item.text.as_str();
        let is_own = line.split([' ', '\t']).next() == Some("nkeep");
        if item.part == Part::Run {
            number += 1;
        }
        tasks.push(match item.part {
            Part::Run if is_own => Task::Run(read(number, line).map_err(|reason| {
                CeremonyError::problem(file, format!("line {} {reason}", item.line), script::HELP)
            })?),
            Part::Run => Task::Typed(line),
            part => Task::Told(part, line),
        });
    }
    Ok(tasks)
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
