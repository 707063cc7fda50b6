//! What was done of a plan: that people took it up, each command of a step, and whether what they saw was what they expected. From
//! that follows where a ceremony stands that was stopped, and whether what a transcript says of a plan can be true.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::line::{Answer, Line, What};
use super::{SHOW, Transcript};
use crate::ceremony::script::{Plan, Step};
use crate::ceremony::{CeremonyError, Result, typed};
use crate::clock::UnixSeconds;
use crate::text::quoted;

/// Something that was done of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfPlan {
    /// The hash of the plan.
    pub plan: String,
    /// Which step it is of, from 1.
    pub step: u64,
    /// What the step is for.
    pub title: String,
    /// What was done.
    pub event: Event,
}

/// What can be done of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Event {
    /// People compared its hash, and went on from that step.
    TakenUp {
        /// the whole plan
        text: String,
        /// what was asked, and typed
        answers: Vec<Answer>,
    },
    /// A command of the step was run.
    Ran {
        /// which of the step's commands, from 1
        run: u64,
        /// as it stands in the plan
        command: String,
        /// its exit code; 130 where it was killed
        code: u8,
    },
    /// People said whether all was as they expected.
    Ended {
        /// whether the step is done
        as_expected: bool,
        /// what was asked, and typed
        answers: Vec<Answer>,
    },
}

/// When a command was run, and how that ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ran {
    /// When.
    pub time: UnixSeconds,
    /// Its exit code.
    pub code: u8,
}

/// Where a ceremony stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// How many steps are done.
    pub done: usize,
    /// What was run of the next step, by its number in the step, counted from 1.
    pub ran: BTreeMap<u64, Ran>,
    /// Who signed since the last step that is done, in their order.
    pub signed: Vec<String>,
}

impl Standing {
    /// Where the ceremony of that plan stands; one that goes by another plan is refused.
    pub fn of(file: &str, read: &Transcript, plan: &Plan) -> Result<Self> {
        let (own, mut standing) = (plan.sha256(), Self::default());
        for line in &read.lines {
            match &line.what {
                What::Plan(done) if done.plan != own => {
                    let reason = format!(
                        "{} goes by the plan {}, and this one is {own}",
                        quoted(file),
                        done.plan
                    );
                    return Err(CeremonyError::tampered(reason, SHOW));
                }
                What::Plan(done) => standing.take(line, done, plan)?,
                What::Signed { by, .. } => {
                    standing.signed.push(by.clone());
                }
                _ => {}
            }
        }
        Ok(standing)
    }

    /// Who by the plan signs the step that was done last, and has not: what people say of it stands above that.
    #[must_use]
    pub fn unsigned(&self, plan: &Plan) -> Vec<String> {
        let last = self.done.checked_sub(1).and_then(|at| plan.steps.get(at));
        let mut signed = self.signed.clone();
        let wanted = last.into_iter().flat_map(Step::commands).filter_map(signer);
        let is_missing = |by: &String| {
            let at = signed.iter().position(|one| one == by);
            at.map(|at| signed.swap_remove(at)).is_none()
        };
        wanted.filter(is_missing).collect()
    }

    /// Goes on by one line; none can be of a step whose turn it is not.
    fn take(&mut self, line: &Line, done: &OfPlan, plan: &Plan) -> Result<()> {
        let step = plan.steps.get(self.done);
        let is_next =
            done.step == self.done as u64 + 1 && step.is_some_and(|step| step.title == done.title);
        let wrong = |what: &str| {
            Err(CeremonyError::tampered(
                format!("line {} {what}", line.seq + 1),
                SHOW,
            ))
        };
        if !is_next {
            return wrong("is of a step of the plan whose turn it was not");
        }
        if !self.unsigned(plan).is_empty() {
            return wrong("is of a step before all had signed the one above it");
        }
        match &done.event {
            Event::TakenUp { .. } => {}
            Event::Ran { run, command, code } => {
                let at = usize::try_from(*run).unwrap_or(usize::MAX).checked_sub(1);
                let stands = step.and_then(|step| step.commands().nth(at?));
                if stands != Some(command) {
                    return wrong("has a command that does not stand in the plan");
                }
                let ran = Ran {
                    time: line.time,
                    code: *code,
                };
                self.ran.insert(*run, ran);
            }
            Event::Ended {
                as_expected: false, ..
            } => {}
            Event::Ended { .. } => {
                let mut own = step.into_iter().flat_map(recorded);
                if own.any(|run| !self.ran.contains_key(&run)) {
                    return wrong("ends a step of which a command was never run");
                }
                self.done += 1;
                self.ran.clear();
                self.signed.clear();
            }
        }
        Ok(())
    }
}

/// By whom a command signs a transcript, where it does.
#[must_use]
pub fn signer(command: &str) -> Option<String> {
    let words = typed::words(command).ok()?;
    let at = words
        .windows(2)
        .position(|two| two == ["transcript", "sign"]);
    let is_own = words.first().is_some_and(|word| word == "nkeep");
    let rest = &words[at.filter(|_| is_own)? + 2..];
    let mut named = rest.iter().enumerate();
    let by = named.find_map(|(at, word)| match word.strip_prefix("--as") {
        Some("") => rest.get(at + 1).map(String::as_str),
        Some(by) => by.strip_prefix('='),
        None => None,
    });
    by.map(|by| by.trim().to_owned())
}

/// Which commands of a step nkeep runs and records: those above the first that signs.
fn recorded(step: &Step) -> Vec<u64> {
    let commands = (1..).zip(step.commands());
    let above = commands.take_while(|(_, command)| signer(command).is_none());
    let own = above.filter(|(_, command)| command.split([' ', '\t']).next() == Some("nkeep"));
    own.map(|(number, _)| number).collect()
}

/// What was replayed of a plan.
#[derive(Default)]
pub(super) struct Replayed {
    /// What holds.
    pub holds: Vec<String>,
    /// What of the plan is not done.
    pub unfinished: Vec<String>,
    /// What somebody may want to ask about.
    pub notes: Vec<String>,
}

/// What a transcript says of a plan, replayed.
pub(super) fn replayed(file: &str, read: &Transcript) -> Result<Replayed> {
    let mut notes = Vec::new();
    let mut plan: Option<Plan> = None;
    for line in &read.lines {
        let What::Plan(done) = &line.what else {
            continue;
        };
        let number = line.seq + 1;
        let of = format!("step {} of the plan ({})", done.step, done.title);
        match &done.event {
            Event::TakenUp { text, .. } => {
                let place = format!("the plan in line {number} of {file}");
                let read = Plan::read(&place, text.as_bytes())?;
                if read.sha256() != done.plan {
                    let reason = format!("{} has another hash than stands there", quoted(place));
                    return Err(CeremonyError::tampered(reason, SHOW));
                }
                plan = Some(read);
            }
            Event::Ran { code: 0, .. } => {}
            Event::Ran { command, code, .. } => notes.push(format!(
                "line {number}: {command} of {of} ended with exit code {code}"
            )),
            Event::Ended {
                as_expected: true, ..
            } => {}
            Event::Ended { .. } => notes.push(format!("line {number}: people stopped in {of}")),
        }
    }
    let Some(plan) = plan else {
        return match read
            .lines
            .iter()
            .any(|line| matches!(line.what, What::Plan(_)))
        {
            false => Ok(Replayed {
                notes,
                ..Replayed::default()
            }),
            true => Err(CeremonyError::problem(
                file,
                "goes by a plan that nobody took up",
                SHOW,
            )),
        };
    };
    let standing = Standing::of(file, read, &plan)?;
    let unsigned = standing.unsigned(&plan);
    let mut unfinished: Vec<String> = unsigned
        .iter()
        .map(|by| {
            format!(
                "{by} has not signed, and step {} is not done",
                standing.done
            )
        })
        .collect();
    let done = standing.done - usize::from(!unsigned.is_empty());
    let all = plan.steps.len();
    let mut holds = vec![format!(
        "{done} of {all} steps of the plan {} are done as expected",
        plan.sha256()
    )];
    if done < all {
        let holds = holds.remove(0);
        unfinished.insert(0, format!("{holds}, and the others are not done"));
    }
    Ok(Replayed {
        holds,
        unfinished,
        notes,
    })
}
