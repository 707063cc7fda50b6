//! `nkeep store recipients add`.

use serde_json::json;

use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::input::granted_class;
use crate::cmd::store::init::checked_label;
use crate::store::Store as _;
use crate::store::age::Recipient;
use crate::store::class::Class;
use crate::store::recipients::Member;
use crate::store::reseal::reseal;
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Let CI open the keys that sign users, and nothing above them",
    line: "nkeep store recipients add age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg --label ci --class account-signing --class user",
}];

/// Let someone else open keys
///
/// Every key of the classes is sealed anew, to the newcomer too, in one change. It takes an identity that opens them, and
/// root keys: the key that signs the set of recipients is one.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Their age recipient (age1...; a plugin's, with the feature plugins), or SSH key in quotes ('ssh-ed25519 AAAA...',
    /// with the feature ssh)
    recipient: Recipient,
    /// What to call them
    #[arg(long, value_name = "NAME")]
    label: String,
    /// Class of keys; all of them when none is named
    #[arg(long, value_parser = granted_class)]
    class: Vec<Class>,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let label = checked_label(&args.label)?;
    let mut store = ctx.open_store()?;
    let identities = ctx.identities(&mut store)?;
    let note = ctx.note(
        "store recipients add",
        format!("{label} {} may open keys", args.recipient),
    );
    let done = store.transact(note, &identities, |changes| {
        let mut members = changes.recipients().members.clone();
        for class in super::classes(&args.class) {
            members.retain(|member| member.class != class || member.recipient != args.recipient);
            members.push(Member {
                class,
                recipient: args.recipient.clone(),
                label: label.clone(),
            });
        }
        reseal(changes, &identities, members)
    })?;
    if ctx.ui.json() {
        return ctx.ui.document(&json!({
            "kind": "recipients", "version": done.version, "sealed": done.keys,
        }));
    }
    ctx.ui.note(&format!(
        "recipients version {}: {} keys were sealed anew",
        done.version, done.keys
    ));
    Ok(())
}
