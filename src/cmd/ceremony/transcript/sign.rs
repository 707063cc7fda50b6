//! `nkeep ceremony transcript sign`.

use std::path::PathBuf;

use data_encoding::HEXLOWER;

use super::{say, show};
use crate::ceremony::transcript::{self, Stamp, Transcript, participant};
use crate::cmd::Ctx;
use crate::cmd::ceremony::screen;
use crate::cmd::example::Example;
use crate::cmd::words::argument::{named_file, words};
use crate::cmd::words::signer::SignWith;
use crate::jwt::sign::Signer;
use crate::nkey::{Kind, PublicKey};
use crate::store::{Store as _, StoreError};
use crate::text::noted;
use crate::trust::{self, KeyChoice};
use crate::ui::{Failure, Hinted as _};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "A witness signs all that stands above, with a key of their own",
    line: "nkeep ceremony transcript sign root.ntranscript --as Bo -K user.nk",
}];

/// Sign all that stands in a transcript
///
/// The key may be any: a witness makes one with `nkeep nkey gen user`. The signature is a line of its own, of which the hash of the one
/// before is a part. What the key of an operator signs is confirmed at a terminal, by typing the last two words of the head; -K takes the name of
/// one in the store, too.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Transcript
    #[arg(value_name = "FILE", value_parser = named_file())]
    file: PathBuf,
    /// Who signs, as participants are named
    #[arg(long = "as", value_name = "NAME", value_parser = words)]
    by: String,
    #[command(flatten)]
    signer: SignWith,
}

impl Args {
    /// Who signs.
    pub fn by(&self) -> &str {
        self.by.trim()
    }
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let before = Transcript::open(&args.file)?;
    participant(&before, &args.file, args.by())?;
    let signer = signer(ctx, &args.signer.choice(ctx)?)?;
    let key = signer.public();
    if key.kind() == Kind::Operator {
        confirm(ctx, before.head())?;
    }
    let stamp = Stamp::now(ctx.clock);
    let read = transcript::sign(&args.file, &stamp, args.by(), &*signer)?;
    let of_before = &read.lines[..read.lines.len() - 1];
    if of_before.len() != before.lines.len() {
        ctx.ui
            .warning("a line came in between, and was signed with the rest");
    }
    let what = format!("{} signed by {key}", args.by());
    say(ctx, &args.file, &read, &what, "verify FILE")
}

/// The key that is named: in a file, or in the store.
fn signer(ctx: &Ctx, choice: &KeyChoice) -> Result<Box<dyn Signer>, Failure> {
    let key = match choice {
        KeyChoice::Given(pair) => return Ok(Box::new(pair.clone())),
        KeyChoice::Key(key) => *key,
        KeyChoice::Role(name) => identity_of(ctx, name)?,
        KeyChoice::Best => {
            let why = "which key signs has to be said: -K with a file that has its seed, or a public key whose seed is in the store";
            return Err(Failure::usage(why)).hint(noted(
                "nkeep nkey gen user > witness.nk",
                "makes one for a witness",
            ));
        }
    };
    let mut store = ctx.open_store()?;
    let keyring = ctx.keyring(&mut store)?;
    store.read(|records| {
        let record = records
            .key(&key)?
            .ok_or_else(|| StoreError::Refused(format!("the store has no key {key}")))?;
        let signer = keyring.signer(&record, records.store_id())?;
        must_be_it(&key, &*signer)?;
        Ok::<_, Failure>(signer)
    })
}

/// The identity of an operator in the store: a plan that is written before there is one can name it no other way.
fn identity_of(ctx: &Ctx, name: &str) -> Result<PublicKey, Failure> {
    let mut store = ctx.open_store()?;
    let operator = store.read(|records| trust::operator(records, Some(name)))?;
    Ok(operator.key)
}

fn must_be_it(key: &PublicKey, signer: &dyn Signer) -> Result<(), StoreError> {
    match signer.public() == *key {
        true => Ok(()),
        false => Err(StoreError::Refused(format!(
            "another key than {key} would sign"
        ))),
    }
}

/// Has a person type the end of what they compared. No flag stands for that.
fn confirm(ctx: &Ctx, head: &str) -> Result<(), Failure> {
    let Some(mut prompt) = ctx.prompt() else {
        let why = "what an operator's key signs is confirmed at a terminal, and there is none";
        return Err(Failure::usage(why)).hint("nkeep ceremony transcript sign --help");
    };
    for line in show::head(head, "the head that you sign:") {
        prompt.show(&line)?;
    }
    let bytes = HEXLOWER.decode(head.as_bytes()).map_err(Failure::bug)?;
    // What is said here is no part of what is signed.
    screen::last_words(&mut prompt, &bytes, "sign", |_, _| {})
}
