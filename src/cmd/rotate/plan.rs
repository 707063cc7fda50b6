//! `nkeep rotate plan`.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::matter::{Matter, Rotated};
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::rotation::phase::{Asked, Deploy, Gate, Phase, Plan};
use crate::rotation::refused::{Migration, Refused};
use crate::rotation::{Kind, RotationError, issuer, plans};
use crate::store::Store as _;
use crate::ui::{Failure, shown};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "What rotating the operator's signing key comes to",
    line: "nkeep rotate plan operator-signing-key",
}];

/// Say what a rotation would do, phase by phase, and change nothing
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    matter: Matter,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    match args.matter.wanted {
        Rotated::Kind(kind) => planned(ctx, args, kind),
        Rotated::Refused(refused) => moved(ctx, args, refused),
    }
}

/// What people do in the place of a rotation.
fn moved(ctx: &Ctx, args: &Args, refused: Refused) -> Result<(), Failure> {
    let migration = ctx.open_store()?.read(|records| {
        let asked = args.matter.asked(ctx, records)?;
        refused.migration(records, &asked)
    })?;
    let Migration {
        what,
        reason,
        steps,
        way_back,
        ..
    } = migration;
    let commands = |lines: Vec<String>| -> Vec<String> {
        lines.iter().map(|line| ctx.command(line)).collect()
    };
    let (steps, way_back) = (commands(steps), commands(way_back));
    if ctx.ui.json() {
        return ctx.ui.document(&json!({
            "kind": "migration_plan",
            "rotates": refused.name(),
            "what": what,
            "reason": reason,
            "steps": steps,
            "way_back": way_back,
        }));
    }
    let mut text = format!(
        "the {} is not rotated: {reason}\n\nin its place\n",
        shown(&what)
    );
    for (number, step) in steps.iter().enumerate() {
        let _ = writeln!(text, "{:>2}. {step}", number + 1);
    }
    text.push_str("\nway back\n");
    for step in &way_back {
        let _ = writeln!(text, "  - {step}");
    }
    ctx.ui.text(&text)
}

fn planned(ctx: &Ctx, args: &Args, kind: Kind) -> Result<(), Failure> {
    let given = args.matter.given(ctx)?;
    let plan = plans::reading(kind, given.reads);
    let (picked, touched, told) = ctx.open_store()?.read(|records| {
        let asked = Asked {
            given,
            ..args.matter.asked(ctx, records)?
        };
        let picked = (plan.pick)(records, &asked)?;
        let touched = (plan.touches)(records, &picked)?;
        let told = issuer::foretold(records, &asked)?;
        Ok::<_, RotationError>((picked, touched, told))
    })?;
    let warnings: Vec<&str> = (told.iter().map(String::as_str))
        .chain(plan.warns.iter().copied())
        .collect();
    if ctx.ui.json() {
        let phases: Vec<Value> = plan.phases.iter().map(documented).collect();
        return ctx.ui.document(&json!({
            "kind": "rotation_plan",
            "rotates": plan.kind.name(),
            "what": picked.what,
            "old": picked.old,
            "touches": touched,
            "warnings": warnings,
            "phases": phases,
        }));
    }
    let mut text = format!("rotation of the {}\n", picked.what);
    let anew = match plan.kind.is_of_store() {
        true => "seals anew",
        false => "signs anew",
    };
    for touched in &touched {
        let _ = writeln!(text, "{anew}: {touched}");
    }
    for warning in &warnings {
        let _ = writeln!(text, "mind: {warning}");
    }
    for (number, phase) in plan.phases.iter().enumerate() {
        let _ = writeln!(text, "\n{}. {}: {}", number + 1, phase.name, phase.does);
        for gate in phase.gates {
            let _ = writeln!(text, "   needs     {}", needed(gate));
        }
        if let Some(then) = deployed(phase.then) {
            let _ = writeln!(text, "   then      {then}");
        }
        let _ = writeln!(text, "   way back  {}", way_back(number, phase));
    }
    ctx.ui.text(&text)?;
    let flags = args.matter.flags(&picked);
    let more = match plan.kind {
        Kind::StoreRecipient => " --new-identity NEW-FILE",
        _ if asks_servers(plan) => " --servers N  # with how many servers there are in place of N",
        _ => "",
    };
    ctx.next(&format!("nkeep rotate start {}{flags}{more}", plan.kind));
    Ok(())
}

/// Whether any phase needs evidence of servers.
fn asks_servers(plan: &Plan) -> bool {
    plan.phases.iter().any(Phase::asks_servers)
}

fn documented(phase: &Phase) -> Value {
    json!({
        "phase": phase.name,
        "does": phase.does,
        "needs": phase.gates.iter().map(needed).collect::<Vec<_>>(),
        "then": deployed(phase.then),
        "reversible": phase.undo.is_some(),
    })
}

/// What a gate asks for.
fn needed(gate: &Gate) -> String {
    match gate {
        Gate::Untouched(says, _) => (*says).to_owned(),
        Gate::Started(_) => {
            "every server shows that it was started with the operator's token as it is then".to_owned()
        }
        Gate::StartedAlone(_) => {
            "every server shows that it was started with that operator's token, and no other's".to_owned()
        }
        Gate::Holding(_) => "every server shows that it has the accounts as they are then".to_owned(),
        Gate::NoStrangers => {
            "no server has an account by the old key that the store does not know".to_owned()
        }
        Gate::Soaked => "the time of --soak is over".to_owned(),
        Gate::Unhung(_) => "nothing in the store hangs on the old key".to_owned(),
        Gate::Quiet { .. } => {
            "for the time of --soak no server has a connection by the old key, or all that it signed has expired"
                .to_owned()
        }
        Gate::QuietOfNew { .. } => {
            "for the time of --soak no server has a connection by the new key, or all that it signed has expired"
                .to_owned()
        }
        Gate::AttestedOf(attestation, _) | Gate::Attested(attestation) => {
            format!("somebody says that {}", attestation.says)
        }
        Gate::Proven(proof) => format!("whoever takes the step shows that {}", proof.says),
    }
}

/// What people do after a phase.
fn deployed(deploy: Deploy) -> Option<&'static str> {
    match deploy {
        Deploy::Nothing => None,
        Deploy::Restart => {
            Some("start every server again, one after the other: a reload does not take it")
        }
        Deploy::RestartWith(_) => Some(
            "start every server again with the list of operators as it is then, one after the other: a reload does not take it",
        ),
        Deploy::Push => Some("push accounts"),
        Deploy::HandOut(what) => Some(what),
        Deploy::Replace => {
            Some("replace what the old one could open, where somebody may have copied it")
        }
    }
}

fn way_back(number: usize, phase: &Phase) -> &'static str {
    match (number, &phase.undo) {
        (0, Some(_)) => "nkeep rotate abort",
        (_, Some(_)) => "nkeep rotate rollback",
        (_, None) => "none",
    }
}
