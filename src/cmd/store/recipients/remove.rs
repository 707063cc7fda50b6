//! `nkeep store recipients remove`.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::store::recipients::{dropped, note_dropped};
use crate::cmd::words::argument::granted_class;
use crate::nkey::PublicKey;
use crate::rotation::due::{Wanted, due};
use crate::store::age::Recipient;
use crate::store::class::Class;
use crate::store::founding::forget;
use crate::store::reseal::{opened_by, reseal};
use crate::store::{Store as _, StoreError};
use crate::text::noted;
use crate::ui::{Failure, list};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "CI may open nothing any more",
    line: "nkeep store recipients remove ci",
}];

/// Let someone open keys no more
///
/// Every key of the classes is sealed anew without them, in one change. What they could open they may have copied: those
/// keys are listed, and must be replaced.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Their age recipient (age1...), or what they are called
    #[arg(value_name = "RECIPIENT")]
    who: String,
    /// Class of keys; all of them when none is named
    #[arg(long, value_parser = granted_class)]
    class: Vec<Class>,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let mut store = ctx.open_store()?;
    let identities = ctx.identities(&mut store)?;
    let note = ctx.note(
        "store recipients remove",
        format!("{} may open no keys", args.who),
    );
    let classes = super::classes(&args.class);
    let recipient: Option<Recipient> = args.who.parse().ok();
    let (done, exposed, is_forgotten) = store.transact(note, &identities, |changes| {
        let leaving: Vec<_> = changes
            .recipients()
            .members
            .iter()
            .filter(|member| {
                (member.label == args.who || Some(&member.recipient) == recipient.as_ref())
                    && classes.contains(&member.class)
            })
            .cloned()
            .collect();
        let Some(first) = leaving.first() else {
            return Err(StoreError::NoSuch {
                what: "recipient",
                name: args.who.clone(),
            });
        };
        let mut exposed = opened_by(changes, &first.recipient)?;
        exposed.retain(|record| classes.contains(&record.class));
        let mut members = changes.recipients().members.clone();
        members.retain(|member| !leaving.contains(member));
        let done = reseal(changes, &identities, members)?;
        let is_forgotten = forget(changes, &first.recipient)?;
        Ok((done, exposed, is_forgotten))
    })?;
    #[cfg(unix)]
    ctx.end_agent(&mut store);
    if ctx.ui.json() {
        let exposed: Vec<Value> = exposed
            .iter()
            .map(|record| json!({ "public_key": record.public.to_string(), "class": record.class.name() }))
            .collect();
        return ctx.ui.document(&json!({
            "kind": "recipients", "version": done.version, "sealed": done.keys, "dropped": dropped(&done), "could_open": exposed,
        }));
    }
    ctx.ui.note(&format!(
        "recipients version {}: {} keys were sealed anew",
        done.version, done.keys
    ));
    note_dropped(ctx, &done);
    if is_forgotten {
        ctx.ui.note(
            "their identity inside the store is wiped: its passphrase opens nothing any more",
        );
    }
    ctx.ui
        .note("what they could open they may have copied; replace these keys:");
    ctx.ui
        .text(&list::columns(["CLASS", "KEY"], &exposed, |record| {
            [record.class.name().into(), record.public.to_string().into()]
        }))?;
    let keys: Vec<PublicKey> = exposed.iter().map(|record| record.public).collect();
    let replaced = store.read(|records| due(records, &Wanted::These(&keys), &args.class))?;
    let mut said = BTreeSet::new();
    for one in replaced.iter().filter(|one| one.rotation.is_none()) {
        // One of each kind, which is the word behind the verb; the others are replaced alike.
        let kind = one.command.split(' ').nth(3);
        if said.insert(kind) {
            ctx.next(&noted(&one.command, "and so each other key of its kind"));
        }
    }
    Ok(())
}
