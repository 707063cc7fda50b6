//! `nkeep ceremony reshare`.

use super::brought::Brought;
use super::handed::Handing;
use super::kept::Whose;
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::store::class::Class;
use crate::store::recipients::may_be_printed;
use crate::store::{Store as _, StoreError};
use crate::text::noted;
use crate::ui::{Failure, Hinted as _, called_with};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Bob left: new shares, from two of the old ones",
    line: "nkeep ceremony reshare ACME-1-of-3.words.txt ACME-3-of-3.words.txt --set ACME.nset -k 2 \
           --holder Ada --holder Cyd --holder Dan --words --dir new-shares",
}];

/// Split a key anew, from the shares of an old set
///
/// The new set has a name of its own, and says which one it takes the place of; shares of both do not mix. Enough shares of the old set
/// still bring the same key back: have them destroyed. With --from-store the key is taken from the store, and --set names the old set.
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    brought: Brought,
    /// Have the words of old shares typed, row by row; they are not shown
    #[arg(long)]
    old_words: bool,
    /// Take the key from the store, and not from shares
    #[arg(long, conflicts_with_all = ["files", "old_words"])]
    from_store: bool,
    #[command(flatten)]
    whose: Whose,
    #[command(flatten)]
    handing: Handing,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    args.handing.terms(ctx, None)?;
    if !args.from_store && args.whose.is_named() {
        return Err(Failure::usage("whose key it is, the old shares say")).hint(noted(
            called_with("--from-store"),
            "takes the key from the store",
        ));
    }
    if args.from_store {
        let measure = args.brought.measure(ctx)?;
        let Some(old) = measure.set() else {
            return Err(Failure::usage(
                "which set the new one takes the place of is not said",
            ))
            .hint(called_with("--set FILE"));
        };
        let opened = args.whose.open(ctx, args.handing.is_open())?;
        if old.key()? != opened.seed.public() {
            return Err(crate::ceremony::CeremonyError::tampered(
                format!(
                    "the old set is of another key than {}",
                    opened.seed.public()
                ),
                "nkeep list operators",
            )
            .into());
        }
        return args
            .handing
            .hand_out(ctx, &opened.name, &opened.seed, Some(old.id()));
    }
    let (seed, gathered) = args.brought.seed(ctx, args.old_words)?;
    let Some(old) = gathered.measure.set().map(|set| set.id()) else {
        return Err(Failure::usage(
            "words do not say which set the new one takes the place of",
        ))
        .hint(called_with("--set FILE"));
    };
    let name = named(ctx, &seed.public(), args.handing.is_open())?;
    args.handing.hand_out(ctx, &name, &seed, Some(old))
}

/// What the operator is called, where there is a store that knows it.
fn named(ctx: &Ctx, key: &crate::nkey::PublicKey, leaves: bool) -> Result<String, Failure> {
    let unnamed = key.to_string()[..8].to_owned();
    if !ctx.has_store().unwrap_or(false) {
        return Ok(unnamed);
    }
    let mut store = ctx.open_store()?;
    let known = store.read(|records| {
        let known = records.entity(key)?;
        if leaves && known.is_some() {
            may_be_printed(records, Class::Root)?;
        }
        Ok::<_, StoreError>(known)
    })?;
    Ok(known.map_or(unnamed, |entity| entity.name.to_string()))
}
