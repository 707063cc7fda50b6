//! `nkeep store rekey`.

use std::collections::BTreeSet;
use std::path::PathBuf;

use serde_json::json;

use super::init::named_from_now_on;
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::opening::chosen;
use crate::cmd::opening::fresh::Fresh;
use crate::cmd::store::recipients::{dropped, note_dropped};
use crate::cmd::words::argument::named_file;
use crate::store::age::{Identity, Passphrase, Recipient};
use crate::store::founding::kept;
use crate::store::reseal::{Resealed, reseal};
use crate::store::{Store as _, StoreError};
use crate::text::{noted, quoted, shell_word};
use crate::ui::{Failure, Hinted as _};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "A new identity in place of one that others may have seen",
    line: "nkeep store rekey --new-identity identity-2.txt",
}];

/// Put a new identity in place of the one that opens the store
///
/// Every key that the old identity opens is sealed anew, to the new one instead. An identity inside the store is replaced
/// by another inside it, with a new passphrase; --new-identity writes the new one to a file.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Write the new identity to a new file with mode 0600
    #[arg(long, value_name = "FILE", value_parser = named_file())]
    new_identity: Option<PathBuf>,
    /// Open file with the new passphrase on its next line
    #[arg(long, value_name = "N", conflicts_with = "new_identity")]
    new_passphrase_fd: Option<u32>,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let mut store = ctx.open_store()?;
    let identities = ctx.identities(&mut store)?;
    let [old] = &*identities else {
        return Err(Failure::usage(
            "one identity is to be replaced, and several are given",
        ));
    };
    let old = old.recipient()?;
    let stored = store.read(|records| records.identities())?;
    let stored = stored.into_iter().find(|stored| stored.recipient == old);
    let (new, goes) = replacement(ctx, args, stored.is_some())?;
    let recipient = new.recipient()?;
    let note = ctx.note(
        "store rekey",
        format!("{recipient} opens what {old} opened"),
    );
    let done = store.transact(note, &identities, |changes| {
        let mut members = changes.recipients().members.clone();
        let mut label = "first".to_owned();
        for member in &mut members {
            if member.recipient == old {
                member.recipient.clone_from(&recipient);
                label.clone_from(&member.label);
            }
        }
        // They were not replaced, and open what they opened.
        let others = members.iter().filter(|one| one.recipient != recipient);
        let others: BTreeSet<String> = others.map(|other| other.label.clone()).collect();
        let done = reseal(changes, &identities, members)?;
        if let Some(stored) = &stored {
            changes.remove_identity(stored)?;
        }
        match &goes {
            Goes::Inside(passphrase) => {
                let now = changes.now();
                changes.put_identity(&kept(&new, passphrase, ctx.work_factor(), &label, now)?)?;
            }
            Goes::Into(fresh) => fresh.write()?,
        }
        Ok::<_, StoreError>((done, others))
    });
    let fresh = match &goes {
        Goes::Inside(_) => None,
        Goes::Into(fresh) => Some(fresh),
    };
    let (mut store, (done, others)) = Fresh::settled(fresh, ctx, store, done)?;
    #[cfg(unix)]
    ctx.end_agent(&mut store);
    say(ctx, args, &recipient, &done, &others)
}

/// Where the new identity is kept.
enum Goes {
    /// In the store, under a passphrase.
    Inside(Passphrase),
    /// In a file.
    Into(Fresh),
}

/// The new identity, which goes where the old one is unless a file is named.
fn replacement(ctx: &Ctx, args: &Args, is_inside: bool) -> Result<(Identity, Goes), Failure> {
    let other_way = "nkeep store rekey --new-identity NEW-FILE";
    if let Some(path) = &args.new_identity {
        let fresh = Fresh::at(path, other_way)?;
        return Ok((fresh.identity().clone(), Goes::Into(fresh)));
    }
    if !is_inside {
        return Err(Failure::usage("where the new identity goes is not said"))
            .hint("nkeep store rekey --new-identity FILE");
    }
    let mut new = ctx.clone();
    new.opening.passphrase_fd = args.new_passphrase_fd;
    let passphrase = chosen::passphrase(&new, false, other_way)?;
    Ok((Identity::generate()?, Goes::Inside(passphrase)))
}

/// What was replaced, and who opens the store still.
fn say(
    ctx: &Ctx,
    args: &Args,
    recipient: &Recipient,
    done: &Resealed,
    others: &BTreeSet<String>,
) -> Result<(), Failure> {
    if ctx.ui.json() {
        return ctx.ui.document(&json!({
            "kind": "recipients", "version": done.version, "sealed": done.keys,
            "dropped": dropped(done),
            "others": others,
            "recipient": recipient.to_string(), "identity": args.new_identity,
        }));
    }
    ctx.ui.note(&format!(
        "{} keys were sealed anew, to {recipient}",
        done.keys
    ));
    note_dropped(ctx, done);
    ctx.ui
        .note("copies and backups from before still open with the old identity");
    let others: Vec<&str> = others.iter().map(String::as_str).collect();
    if let [first, more @ ..] = &*others {
        let each: Vec<String> = others.iter().map(quoted).collect();
        let (still, so_too) = match more {
            [] => ("still opens the store: it was not replaced", ""),
            _ => (
                "still open the store: they were not replaced",
                "; so each other",
            ),
        };
        ctx.ui.note(&format!("{} {still}", each.join(", ")));
        ctx.next(&noted(
            format!("nkeep store recipients remove {}", shell_word(first)),
            format!("where that identity is lost, or in other hands{so_too}"),
        ));
    }
    if let Some(export) = named_from_now_on(ctx, args.new_identity.as_ref()) {
        ctx.next(&export);
    }
    ctx.next(&noted(
        "nkeep store backup NAME.backup",
        "one that opens with the new identity",
    ));
    Ok(())
}
