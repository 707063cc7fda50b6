//! `nkeep ceremony destroy`.

use serde_json::json;

use crate::ceremony::ending;
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::input::public_key_argument;
use crate::nkey::OperatorKey;
use crate::store::Store as _;
use crate::text::noted;
use crate::trust::resign::counted;
use crate::ui::{ExitCode, Failure, Hinted as _};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Wipe the one that was there first, when its rotation is done where people work",
    line: "nkeep ceremony destroy $(nkeep describe operator -F sub | tr -d '\"')",
}];

/// How much of a key is typed.
const LETTERS: usize = 8;

/// Wipe the identity of an operator after which another came, where the root is
///
/// The last step of a rotation whose identities are offline, at a terminal: the seeds of the old operator are wiped from the store. What
/// it signed stays as a record. Copies are not known here: backups, shares and paper are destroyed by whoever has them.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Operator to destroy, by its public key (O...)
    #[arg(value_name = "KEY", value_parser = public_key_argument::<OperatorKey>)]
    operator: OperatorKey,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let key = args.operator.any();
    let mut store = ctx.open_store()?;
    let found = store.read(|records| ending::of(records, &key))?;
    let Some(mut prompt) = ctx.prompt() else {
        return Err(Failure::usage(
            "a root is destroyed where somebody at a terminal says so, and nowhere else",
        ))
        .hint(noted(
            "nkeep rotate list",
            "where people work, says whether the rotation is done",
        ));
    };
    prompt.show(&format!(
        "operator {} {}\nended: {} {} came after it\n{} are wiped for good, and no server takes anything from them any more",
        found.old.name,
        found.old.key,
        found.new.name,
        found.new.key,
        counted(found.keys.len(), "key"),
    ))?;
    let question =
        "To wipe them, type the last eight letters of the old key; anything else ends this";
    let typed = prompt.line(question)?;
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
        let ending = ending::of(changes, &key)?;
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
