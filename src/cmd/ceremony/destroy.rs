//! `nkeep ceremony destroy`.

use serde_json::json;

use super::screen;
use crate::ceremony::ending::{self, Ending};
use crate::clock::absolute;
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::words::argument::public_key_argument;
use crate::nkey::OperatorKey;
use crate::store::Store as _;
use crate::text::{counted, noted};
use crate::ui::{ExitCode, Failure, Hinted as _};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Wipe the one that was there first, when its rotation is done where people work",
    line: "nkeep ceremony destroy $(nkeep describe operator -F sub | tr -d '\"') --successor $(nkeep describe operator ACME.next -F sub | tr -d '\"')",
}];

/// How much of a key is typed.
const LETTERS: usize = 8;

/// Wipe the identity of an operator after which another came, where the root is
///
/// The last step of a rotation whose identities are offline, at a terminal: the seeds of the old operator are wiped from the store, and
/// that cannot be taken back. What it signed stays as a record. Whether servers still trust it cannot be seen here: do it when
/// `nkeep rotate list` where people work says that the rotation is done. Copies are not known here: backups, shares and paper are
/// destroyed by whoever has them.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Operator to destroy, by its public key (O...)
    #[arg(value_name = "KEY", value_parser = public_key_argument::<OperatorKey>)]
    operator: OperatorKey,
    /// Operator that came after it (O...), as both have said here
    #[arg(long, value_name = "KEY", value_parser = public_key_argument::<OperatorKey>)]
    successor: OperatorKey,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let (key, successor) = (args.operator.any(), args.successor.any());
    let mut store = ctx.open_store()?;
    let found = store.read(|records| ending::of(records, &key, &successor))?;
    let Some(mut prompt) = ctx.prompt() else {
        return Err(Failure::usage(
            "a root is destroyed where somebody at a terminal says so, and nowhere else",
        ))
        .hint(noted(
            "nkeep rotate list",
            "where people work, says whether the rotation is done",
        ));
    };
    prompt.show(&told(&found))?;
    let question =
        "To wipe them, type the last eight letters of the old key; anything else ends this";
    let typed = prompt.fresh_line(question)?;
    ctx.record(|did| did.answered(question, &typed));
    let text = key.to_string();
    if typed.trim() != &text[text.len() - LETTERS..] {
        return Err(Failure::new(
            ExitCode::Failed,
            anyhow::anyhow!("that is not how the key ends, and nothing was wiped"),
        ));
    }
    let keyring = ctx.keyring(&mut store)?;
    let note = ctx.note("ceremony destroy", format!("wiped the identity {key}"));
    let ended = store.transact(note, &*keyring, |changes| {
        let ending = ending::of(changes, &key, &successor)?;
        ending::end(changes, ending)
    })?;
    if ctx.ui.json() {
        let keys = ended.keys.iter().map(ToString::to_string);
        return ctx.ui.document(&json!({
            "kind": "ceremony_destroyed",
            "operator": text,
            "successor": ended.new.key.to_string(),
            "keys": keys.collect::<Vec<_>>(),
        }));
    }
    ctx.ui.note(&format!(
        "operator {} is {} from now on; what is left of {text} is what it signed",
        ended.new.name, ended.new.key
    ));
    ctx.ui.warning(
        "backups of this store, shares and paper bring it back: whoever has them destroys them, too",
    );
    Ok(())
}

/// What is known here, and what is not.
fn told(ending: &Ending) -> String {
    let Ending { old, new, .. } = ending;
    format!(
        "operator {} {}\nsuccessor {} {}: by what both signed here {}\nNothing here shows whether servers still trust the old one, or \
         whether that rotation was given up.\nGo on only when nkeep rotate list, where people work, says that it is done.\n{} wiped \
         for good, which cannot be taken back:{}",
        old.name,
        old.key,
        new.name,
        new.key,
        absolute(ending.signed),
        match ending.here.len() {
            1 => "1 seed is".to_owned(),
            count => format!("{} are", counted(count, "seed")),
        },
        ending
            .here
            .iter()
            .map(|key| format!("\n  {}", screen::groups(&key.to_string())))
            .collect::<String>(),
    )
}
