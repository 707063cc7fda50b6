//! `nkeep agent classes`.

use serde_json::json;

use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::words::argument::granted_class;
use crate::store::class::Class;
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Sign users, and nothing else",
    line: "nkeep agent classes account-signing user",
}];

/// Leave the agent fewer classes of keys to sign with
///
/// More takes another `nkeep unlock`, with the passphrase or the identity.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Classes of keys; never root
    #[arg(value_name = "CLASS", required = true, value_parser = granted_class)]
    classes: Vec<Class>,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    if args.classes.contains(&Class::Root) {
        return Err(Failure::usage("an agent never opens root keys"));
    }
    super::running(ctx)?.set_classes(&args.classes)?;
    let names: Vec<&str> = args.classes.iter().map(|class| class.name()).collect();
    if ctx.ui.json() {
        return ctx
            .ui
            .document(&json!({ "kind": "agent", "classes": names }));
    }
    ctx.ui
        .note(&format!("the agent signs with: {}", names.join(", ")));
    Ok(())
}
