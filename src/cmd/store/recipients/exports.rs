//! `nkeep store recipients exports`.

use std::collections::BTreeSet;

use serde_json::json;

use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::words::argument::granted_class;
use crate::store::class::Class;
use crate::store::document::CEREMONIAL;
use crate::store::recipients::RecipientSet;
use crate::store::reseal::keep;
use crate::store::{Store as _, StoreError};
use crate::ui::{Failure, list};

pub const EXAMPLES: &[Example] = &[
    Example {
        purpose: "Seeds of which classes may leave the store",
        line: "nkeep store recipients exports",
    },
    Example {
        purpose: "No identity of an account leaves it, whoever opens it",
        line: "nkeep store recipients exports --forbid account-identity",
    },
];

/// Say which classes of seeds may leave the store in the clear
///
/// What is forbidden stands in the signed set of recipients, and holds for whoever opens the keys: export keys, export nsc
/// --reveal, generate creds and everything else that would write or show such a seed refuses it. Keys still sign, and a backup
/// or export dir, where they are sealed, holds them. Without flags the classes are listed. A change takes an identity that opens
/// root keys: the key that signs the set is one.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Class of which no seed may leave
    #[arg(long, value_name = "CLASS", value_parser = granted_class)]
    forbid: Vec<Class>,
    /// Class of which seeds may leave again
    #[arg(long, value_name = "CLASS", value_parser = granted_class)]
    allow: Vec<Class>,
}

impl Args {
    fn wanted(&self, kept: &BTreeSet<Class>) -> BTreeSet<Class> {
        let mut wanted = kept.clone();
        wanted.extend(&self.forbid);
        wanted.retain(|class| !self.allow.contains(class));
        wanted
    }
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    if let Some(class) = args.forbid.iter().find(|class| args.allow.contains(class)) {
        return Err(Failure::usage(format!(
            "{class} is to be forbidden and allowed"
        )));
    }
    let mut store = ctx.open_store()?;
    let (before, in_ceremonies) = store.read(|records| {
        let in_ceremonies = records.document(CEREMONIAL)?.is_some();
        Ok::<_, StoreError>((records.recipients().clone(), in_ceremonies))
    })?;
    if args.wanted(&before.kept) == before.kept {
        if !(args.forbid.is_empty() && args.allow.is_empty()) {
            ctx.ui
                .note("that is how it is already; nothing was changed");
        }
        return shown(ctx, &before, in_ceremonies);
    }
    let identities = ctx.identities(&mut store)?;
    let note = ctx.note("store recipients exports", String::new());
    let after = store.transact(note, &identities, |changes| {
        let wanted = args.wanted(&changes.recipients().kept);
        keep(changes, &identities, wanted)?;
        let after = changes.recipients().clone();
        changes.summarize(match &*kept(&after) {
            [] => "seeds of every class may leave the store".to_owned(),
            kept => format!("seeds leave the store only sealed of {}", kept.join(", ")),
        });
        Ok::<_, StoreError>(after)
    })?;
    if !ctx.ui.json() {
        ctx.ui
            .note(&format!("recipients version {}", after.version));
    }
    shown(ctx, &after, in_ceremonies)
}

/// The classes whose seeds leave the store only sealed.
pub fn kept(set: &RecipientSet) -> Vec<&'static str> {
    set.kept.iter().map(|class| class.name()).collect()
}

/// Says what may leave. Of a root that is kept for ceremonies that is sealed, as shares or on paper.
fn shown(ctx: &Ctx, set: &RecipientSet, in_ceremonies: bool) -> Result<(), Failure> {
    let is_in_ceremonies = |class: &Class| in_ceremonies && *class == Class::Root;
    if ctx.ui.json() {
        let classes = Class::GRANTED
            .iter()
            .filter(|class| is_in_ceremonies(class));
        return ctx.ui.document(&json!({
            "kind": "recipients", "version": set.version, "kept": kept(set),
            "in_ceremonies": classes.map(|class| class.name()).collect::<Vec<_>>(),
        }));
    }
    ctx.ui.text(&list::columns(
        ["CLASS", "EXPORT"],
        &Class::GRANTED,
        |class| {
            let export = match (set.may_leave(*class), is_in_ceremonies(class)) {
                (true, true) => "in ceremonies",
                (true, false) => "allowed",
                (false, _) => "forbidden",
            };
            [class.name().into(), export.into()]
        },
    ))
}
