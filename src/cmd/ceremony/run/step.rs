//! One step of a plan at a terminal: shown as it stands there, its commands run when people say so, and its end said by them. What
//! they type is never taken from anywhere else.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use std::process::{Command, Stdio};

use super::course::{Course, Run, Task};
use crate::ceremony::script::Part;
use crate::ceremony::transcript::line::{Answer, What};
use crate::ceremony::transcript::steps::{Event, OfPlan, Ran};
use crate::ceremony::transcript::{self, Stamp};
use crate::clock::absolute;
use crate::cmd::Ctx;
use crate::cmd::ceremony::screen;
use crate::cmd::suggested::BY_PLAN;
use crate::cmd::words::argument::words;
use crate::masking::masked;
use crate::ui::prompt::Prompt;
use crate::ui::{ExitCode, Failure};

/// A ceremony on its way.
pub struct Going<'a> {
    pub ctx: &'a Ctx,
    pub prompt: Prompt,
    pub course: &'a Course<'a>,
    pub record: &'a Path,
    /// What was asked in the step at hand, and typed.
    pub answers: Vec<Answer>,
}

/// Why a ceremony does not go on.
pub enum Stop {
    /// People said so, or did not say that it does.
    ByPeople { step: usize, why: String },
    /// Something stood in the way.
    Failed(Failure),
}

impl<E: Into<Failure>> From<E> for Stop {
    fn from(error: E) -> Self {
        Self::Failed(error.into())
    }
}

type Runs = BTreeMap<u64, Ran>;

const RUNS: &str = "Enter runs it, stop stops here";
const RAN: &str = "Enter goes on, again runs it once more, stop stops here";
const FAILED: &str = "Type again to run it, done to go on, stop stops here";
const ELSEWHERE: &str = "Enter when that was typed elsewhere, stop stops here";
const EXPECTED: &str = "Type expected if all of it is as expected, stop stops here";
const STOP: &str = "stop";
const NOTE: &str = "A note for the transcript, and no secret (Enter: none)";

impl Going<'_> {
    /// Adds to the transcript what was done of a step.
    pub fn add(&self, step: usize, event: Event) -> Result<(), Failure> {
        let done = OfPlan {
            plan: self.course.plan.sha256(),
            step: step as u64 + 1,
            title: self.course.plan.steps[step].title.clone(),
            event,
        };
        let stamp = Stamp::now(self.ctx.clock);
        transcript::append(self.record, &stamp, What::Plan(done))?;
        Ok(())
    }

    /// Goes through a step, of which something may have been run before.
    pub fn step(&mut self, step: usize, ran: Option<&Runs>) -> Result<(), Stop> {
        self.answers.clear();
        let course = self.course;
        let tasks = course.tasks(step);
        let signing = course.signing(step).unwrap_or(tasks.len());
        let mut lines = self.heading(step);
        for task in &tasks[..signing] {
            match task {
                Task::Told(part, text) => lines.extend(told(*part, text)),
                Task::Typed(line) => {
                    lines.extend(told(Part::Run, line));
                    self.show(&mut lines)?;
                    self.agreed(step, ELSEWHERE)?;
                }
                Task::Run(run) => {
                    lines.extend(screen::row("run", run.line));
                    self.show(&mut lines)?;
                    let before = ran.and_then(|ran| ran.get(&run.number)).copied();
                    self.run_recorded(step, run, before)?;
                }
            }
        }
        self.show(&mut lines)?;
        self.ended(step)?;
        self.rest_of(step, &[], Vec::new())
    }

    /// What comes once people have said how the step was: who signs that, and what is looked at then.
    pub fn rest_of(
        &mut self,
        step: usize,
        signed: &[String],
        mut lines: Vec<String>,
    ) -> Result<(), Stop> {
        let course = self.course;
        let Some(signing) = course.signing(step) else {
            return Ok(());
        };
        let mut signed = signed.to_vec();
        let mut has_signed = |run: &Run<'_>| {
            let at = signed.iter().position(|by| run.signs.as_ref() == Some(by));
            at.map(|at| signed.swap_remove(at)).is_some()
        };
        for task in &course.tasks(step)[signing..] {
            match task {
                Task::Told(part, text) => lines.extend(told(*part, text)),
                Task::Typed(line) => {
                    lines.extend(told(Part::Run, line));
                    self.show(&mut lines)?;
                    self.unrecorded(step, ELSEWHERE)?;
                }
                Task::Run(run) if has_signed(run) => {}
                Task::Run(run) => {
                    lines.extend(screen::row("run", run.line));
                    self.show(&mut lines)?;
                    self.unrecorded(step, RUNS)?;
                    let code = self.run(run)?;
                    if code != 0 {
                        return Err(failed(step, run, code));
                    }
                }
            }
        }
        self.show(&mut lines)?;
        Ok(())
    }

    /// What a step is called on the screen.
    pub fn heading(&self, step: usize) -> Vec<String> {
        let plan = self.course.plan;
        let mut lines = vec![String::new()];
        lines.extend(screen::fitted(&format!(
            "Step {} of {}: {}",
            step + 1,
            plan.steps.len(),
            plan.steps[step].title
        )));
        lines
    }

    fn show(&mut self, lines: &mut Vec<String>) -> Result<(), Failure> {
        screen::read_to_the_end(&mut self.prompt, &std::mem::take(lines))
    }

    /// Asks until one of the answers is typed, or `stop`: a wrong key stops nothing. All that was typed is kept.
    fn asked(&mut self, question: &str, answers: &[&str]) -> Result<String, Failure> {
        loop {
            let typed = self.prompt.fresh_line(question)?;
            self.answers.push(answer(question, &typed));
            if self.is_answer(&typed, answers)? {
                return Ok(typed);
            }
        }
    }

    fn is_answer(&mut self, typed: &str, answers: &[&str]) -> Result<bool, Failure> {
        let is_one = typed == STOP || answers.contains(&typed);
        if !is_one {
            self.prompt.show("That is no answer here.")?;
        }
        Ok(is_one)
    }

    /// Goes on where nothing but Enter was typed.
    fn agreed(&mut self, step: usize, question: &str) -> Result<(), Stop> {
        match self.asked(question, &[""])?.as_str() {
            "" => Ok(()),
            _ => self.stop(step, "somebody said so"),
        }
    }

    /// The same where nothing more goes into the transcript: it is signed already.
    fn unrecorded(&mut self, step: usize, question: &str) -> Result<(), Stop> {
        loop {
            let typed = self.prompt.fresh_line(question)?;
            match self.is_answer(&typed, &[""])? {
                true if typed.is_empty() => return Ok(()),
                true => break,
                false => {}
            }
        }
        Err(Stop::ByPeople {
            step,
            why: "somebody said so".to_owned(),
        })
    }

    /// Runs a command when people say so, as often as they say, and records how it ended.
    fn run_recorded(
        &mut self,
        step: usize,
        run: &Run<'_>,
        before: Option<Ran>,
    ) -> Result<(), Stop> {
        match before.filter(|before| run.is_well(before.code)) {
            None => self.agreed(step, RUNS)?,
            Some(before) => {
                let when = absolute(before.time);
                self.prompt.show(&format!("It was run {when}."))?;
                match self.asked(RAN, &["", "again"])?.as_str() {
                    "" => return Ok(()),
                    "again" => {}
                    _ => return self.stop(step, "somebody said so"),
                }
            }
        }
        loop {
            let code = self.run(run)?;
            let command = run.line.to_owned();
            let number = run.number;
            self.add(
                step,
                Event::Ran {
                    run: number,
                    command,
                    code,
                },
            )?;
            if run.is_well(code) {
                return Ok(());
            }
            self.prompt
                .show(&format!("It failed, with exit code {code}."))?;
            match self.asked(FAILED, &["again", "done"])?.as_str() {
                "again" => {}
                "done" => return Ok(()),
                _ => {
                    return self.stop(step, &format!("{} ended with exit code {code}", run.line));
                }
            }
        }
    }

    /// Runs a command in a process of its own, which has the terminal: what people see is what they always see.
    fn run(&self, run: &Run<'_>) -> Result<u8, Failure> {
        let mut command = Command::new(std::env::current_exe()?);
        command
            .args(&run.words)
            .env("NKEEP_TRANSCRIPT", self.record)
            .env(BY_PLAN, "1")
            // What this command prints itself is its own data.
            .stdout(Stdio::from(io::stderr()));
        let status = command.status()?;
        let killed = i32::from(ExitCode::Interrupted.number());
        let code = status.code().unwrap_or(killed);
        Ok(u8::try_from(code).unwrap_or(u8::MAX))
    }

    /// Has people say whether all was as expected.
    fn ended(&mut self, step: usize) -> Result<(), Stop> {
        if self.asked(EXPECTED, &["expected"])? != "expected" {
            return self.stop(step, "what was seen was not said to be what was expected");
        }
        self.close(step, true)
    }

    /// Records how a step ended, with what people have to say of it.
    fn close(&mut self, step: usize, as_expected: bool) -> Result<(), Stop> {
        self.note()?;
        let answers = std::mem::take(&mut self.answers);
        let ended = Event::Ended {
            as_expected,
            answers,
        };
        self.add(step, ended)?;
        Ok(())
    }

    /// Records that people stopped, and what they have to say of it.
    fn stop(&mut self, step: usize, why: &str) -> Result<(), Stop> {
        self.close(step, false)?;
        let why = why.to_owned();
        Err(Stop::ByPeople { step, why })
    }

    /// Asks for a note until there is one that can stand in the transcript, or none.
    fn note(&mut self) -> Result<(), Failure> {
        loop {
            let typed = self.prompt.fresh_line(NOTE)?;
            if typed.is_empty() {
                return Ok(());
            }
            match words(&typed) {
                Ok(note) => {
                    self.answers.push(answer("note", &note));
                    return Ok(());
                }
                Err(reason) => self.prompt.show(&format!("Not that: {reason}."))?,
            }
        }
    }
}

impl Run<'_> {
    /// Whether a command that ended so did what it is for.
    const fn is_well(&self, code: u8) -> bool {
        code == 0 || self.may_find && code == ExitCode::Problems.number()
    }
}

fn failed(step: usize, run: &Run<'_>, code: u8) -> Stop {
    Stop::ByPeople {
        step,
        why: format!("{} ended with exit code {code}", run.line),
    }
}

/// A line of a plan as it stands on the screen.
fn told(part: Part, text: &str) -> Vec<String> {
    screen::row(&part.label().to_lowercase(), text)
}

/// What was asked, and what was typed; never a secret, and be it typed in the wrong place.
pub fn answer(question: &str, typed: &str) -> Answer {
    let typed = crate::text::sanitized(typed);
    Answer {
        question: question.to_owned(),
        answer: masked(&typed).into_owned(),
    }
}
