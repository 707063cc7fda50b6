//! `nkeep completion`: scripts for shells, as nsc prints them.

mod names;

use clap_complete::Shell;
pub use names::known;

use super::example::Example;
use super::{Ctx, command};
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Complete nkeep's commands and flags in bash",
    line: "nkeep completion bash > nkeep.bash",
}];

/// Print the completion script of a shell
///
/// The script completes commands and flags on its own. A shell can also ask nkeep itself, which knows the names of operators, accounts
/// and users in the store, too: put `source <(NKEEP_COMPLETE=bash nkeep)` (or zsh) into the shell's start-up file instead, or
/// `NKEEP_COMPLETE=fish nkeep | source`.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// The shell
    #[arg(value_parser = ["bash", "zsh", "fish", "powershell"])]
    shell: String,
    /// Taken for the sake of scripts written for nsc: there are none to leave out
    #[arg(long, hide = true)]
    no_descriptions: bool,
}

/// The shells that scripts are made for.
pub const SHELLS: [Shell; 4] = [Shell::Bash, Shell::Zsh, Shell::Fish, Shell::PowerShell];

/// The script of a shell.
#[must_use]
pub fn script(shell: Shell) -> Vec<u8> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut known(command()), "nkeep", &mut script);
    // Scripts know no flag that is hidden: this one does nothing here.
    let text = String::from_utf8_lossy(&script);
    text.replace(" --keystore-dir ", " ").into_bytes()
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let shell = SHELLS
        .into_iter()
        .find(|shell| shell.to_string() == args.shell)
        .ok_or_else(|| Failure::usage(format!("there is no script for {}", args.shell)))?;
    if ctx.ui.json() {
        let script = String::from_utf8(script(shell))?;
        return ctx.ui.document(&serde_json::json!({
            "kind": "completion", "shell": args.shell, "script": script,
        }));
    }
    ctx.ui.data(&script(shell))
}
