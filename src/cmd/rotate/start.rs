//! `nkeep rotate start`.

use std::time::Duration;

use super::matter::Matter;
use super::newcomer::NewcomerArgs;
use super::{hand, inventory, keyring, say};
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::words::duration::{duration, span};
use crate::cmd::words::signer::{NamedKey, SignWith, named_key};
use crate::rotation::engine::{self, Begin};
use crate::rotation::phase::Asked;
use crate::rotation::{Inventory, RotationError, Terms};
use crate::store::Store as _;
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[
    Example {
        purpose: "Replace the signing key of the only operator, which three servers trust",
        line: "nkeep rotate start operator-signing-key --servers 3",
    },
    Example {
        purpose: "Replace the identity that opens the store, with both opening it for a while",
        line: "nkeep rotate start store-recipient --key ci --new-identity identity-2.txt",
    },
];

/// Begin a rotation: the new key is made, and trusted beside the old one
///
/// Nothing is signed by the new key yet. Whose evidence is needed has to be said, by a number or by names: a server that is silent has
/// not agreed. Prints the name of the rotation.
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    matter: Matter,
    /// Servers that there are, by number or by names with commas between
    #[arg(long, value_name = "SERVERS", value_parser = inventory)]
    servers: Option<Inventory>,
    /// How long the new key is watched before the old one goes
    #[arg(long, value_name = "TIME", default_value = "1h", value_parser = span)]
    soak: Duration,
    /// How old evidence may be
    #[arg(long, value_name = "TIME", default_value = "15m", value_parser = duration)]
    evidence_age: Duration,
    /// The new key: a public key, or a file with a seed, which the store keeps; else one is made
    #[arg(long, value_name = "KEY", value_parser = named_key)]
    new: Option<NamedKey>,
    #[command(flatten)]
    newcomer: NewcomerArgs,
    #[command(flatten)]
    signer: SignWith,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let choice = args.signer.choice(ctx)?;
    let given = args.matter.given(ctx)?;
    let terms = Terms {
        servers: args.servers.clone().unwrap_or_default(),
        soak: seconds(args.soak),
        evidence_age: seconds(args.evidence_age),
    };
    let mut store = ctx.open_store()?;
    let (kind, asked) = store.read(|records| {
        let asked = args.matter.asked(ctx, records)?;
        Ok::<_, RotationError>((args.matter.wanted.kind(records, &asked)?, asked))
    })?;
    args.newcomer.must_be_of(kind)?;
    let (source, waiting) = ctx.brought_in(kind, args.new.as_ref(), &asked)?;
    let keyring = keyring(ctx, &mut store, kind)?;
    let (newcomer, fresh) = args.newcomer.read(ctx, &mut store, kind)?;
    let note = ctx.note(
        "rotate start",
        format!("began to rotate {}", args.matter.wanted.name()),
    );
    let hand = hand(&note.actor, choice, None);
    let done = store.transact(note, &*keyring, |changes| {
        let asked = args.matter.asked(ctx, changes)?;
        let begin = Begin {
            kind,
            asked: Asked {
                given,
                newcomer: newcomer.map(Box::new),
                waiting,
                ..asked
            },
            source,
            terms,
        };
        let done = engine::start(changes, &*keyring, begin, &hand)?;
        // Whoever is sealed to must be there.
        if let Some(fresh) = fresh.as_ref().filter(|_| !ctx.made.is_trial()) {
            fresh.write()?;
        }
        Ok(done)
    });
    let done = match (done, &fresh) {
        (Err(error), Some(fresh)) => {
            drop(store);
            fresh.withdraw(ctx);
            return Err(Failure::from(error));
        }
        (done, _) => done.map_err(|error: RotationError| Failure::from(error))?,
    };
    let how = format!("of the {} has begun", done.rotation.what);
    say(ctx, &done, &how)
}

fn seconds(length: Duration) -> i64 {
    i64::try_from(length.as_secs()).unwrap_or(i64::MAX)
}
