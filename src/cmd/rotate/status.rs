//! `nkeep rotate status`.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::{Which, by_hand, comes_next, document, is_about};
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::rotation::gate::{Missing, missing};
use crate::rotation::phase::{Gate, Phase};
use crate::rotation::{self, Outcome, Rotation, RotationError, Way};
use crate::store::Store as _;
use crate::ui::time::moment;
use crate::ui::{ExitCode, Failure};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Let a script go on whether or not something is missing, and know which",
    line: "nkeep rotate status --json > status.json || test $? -eq 6",
}];

/// Say how a rotation stands: what is done, and what is missing for the next step
///
/// Exit code 6 while something is missing, for CI; 0 when the next step can be taken, or the rotation has ended.
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    which: Which,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let now = ctx.clock.now();
    let (rotation, missing) = ctx.open_store()?.read(|records| {
        let rotation = rotation::open_or_last(records, args.which.get())?;
        if rotation.is_open() {
            is_about(ctx, records, &rotation)?;
        }
        let missing = match rotation.coming() {
            Some(phase) => missing(records, &rotation, phase.gates, now)?,
            None => Vec::new(),
        };
        Ok::<_, RotationError>((rotation, missing))
    })?;
    if ctx.ui.json() {
        let mut document = document(&rotation);
        document["next"] = json!(rotation.coming().map(|phase| phase.name));
        document["missing"] = missing_documented(&missing);
        document["left_to_people"] = json!(left(&rotation, &missing));
        document["evidence"] = json!(rotation.evidence);
        ctx.ui.document(&document)?;
    } else {
        ctx.ui.text(&shown(ctx, &rotation, &missing))?;
        if missing.is_empty() {
            for next in comes_next(&rotation) {
                ctx.next(&next);
            }
        }
    }
    match missing.is_empty() {
        true => Ok(()),
        false => Err(Failure::shown(ExitCode::Gate)),
    }
}

/// What is missing, as documents have it.
pub fn missing_documented(missing: &[Missing]) -> Value {
    missing.iter().map(documented).collect()
}

fn documented(missing: &Missing) -> Value {
    json!({ "code": missing.code, "what": missing.what, "hint": missing.help })
}

fn shown(ctx: &Ctx, rotation: &Rotation, missing: &[Missing]) -> String {
    let now = ctx.clock.now();
    let mut text = format!("rotation {} of the {}\n", rotation.id, rotation.what);
    let _ = writeln!(text, "new key {}", rotation.new);
    if rotation.compromised {
        let _ = writeln!(text, "the old key is in other hands");
    }
    text.push('\n');
    let phases = rotation.plan().phases;
    let at = rotation.at();
    for (number, phase) in phases.iter().enumerate() {
        let entered = rotation.steps.iter().rfind(|step| step.phase == phase.name);
        let is_done = rotation.outcome != Some(Outcome::Aborted) && number <= at;
        let (sign, when) = match entered.filter(|_| is_done) {
            Some(step) => ("done", moment(step.time, now)),
            None if number == at + 1 && rotation.is_open() => ("next", String::new()),
            None => ("", String::new()),
        };
        let line = format!("{sign:<5} {:<10} {when}", phase.name);
        let _ = writeln!(text, "{}", line.trim_end());
        if number == at + 1 && rotation.is_open() {
            for one in missing {
                let _ = writeln!(text, "      missing: {}", crate::ui::shown(&one.what));
                let _ = writeln!(text, "         hint: {}", ctx.command(&one.help));
            }
        }
    }
    if rotation.is_open() {
        for what in left(rotation, missing) {
            let what = ctx.command(&what);
            let _ = writeln!(text, "left to people: {}", crate::ui::shown(&what));
        }
    }
    if rotation.outcome == Some(Outcome::Aborted) {
        let _ = writeln!(
            text,
            "\naborted {}: the old key is in its place",
            moment(rotation.since(), now)
        );
    }
    text
}

/// What is left to people: no push where every server showed that it has what was pushed.
fn left(rotation: &Rotation, missing: &[Missing]) -> Vec<String> {
    let left = rotation.left_to_people().into_iter();
    let mut left: Vec<String> = left.map(Into::into).collect();
    // Where nothing is missing, it is said to be what comes next.
    if !missing.is_empty() {
        let by_hand = by_hand(rotation).into_iter();
        let more: Vec<String> = by_hand.filter(|what| is_more(what, &left)).collect();
        left.splice(0..0, more);
    }
    if is_pushed(rotation, missing) {
        left.retain(|what| !what.starts_with("nkeep push -A"));
    }
    left
}

/// Whether a status does not say so itself.
fn is_more(what: &str, left: &[String]) -> bool {
    let command = |what: &str| what.split("  # ").next().map(str::to_owned);
    let is_there = left.iter().any(|one| command(one) == command(what));
    !is_there && !what.starts_with("nkeep rotate status")
}

/// Whether what was seen of servers was enough, for the next step or for the one by which it is where it is.
fn is_pushed(rotation: &Rotation, missing: &[Missing]) -> bool {
    let holds = |phase: &Phase| {
        phase
            .gates
            .iter()
            .any(|gate| matches!(gate, Gate::Holding(_)))
    };
    let is_of_servers =
        |one: &Missing| one.code.starts_with("server") || one.code.starts_with("evidence");
    let is_next = rotation.coming().is_some_and(holds) && !missing.iter().any(is_of_servers);
    let present = rotation.present();
    let last = rotation.steps.last();
    let came = last.is_some_and(|step| step.way == Way::Onward && step.phase == present.name);
    is_next || (came && holds(present) && present.enter.is_empty())
}
