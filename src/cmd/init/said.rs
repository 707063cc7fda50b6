//! What is said of a new estate, and what comes next.

use std::path::{Path, PathBuf};

use serde_json::json;

use super::Args;
use crate::ceremony::shares::page::grouped;
use crate::cmd::Ctx;
use crate::cmd::changed::described;
use crate::cmd::store::init::{Founded, named_from_now_on};
use crate::text::{noted, sanitized_lines, shell_word};
use crate::trust::new::Estate;
use crate::ui::Failure;

/// Says it to people, or to scripts.
pub fn say(ctx: &Ctx, args: &Args, founded: &Founded, made: &Estate) -> Result<(), Failure> {
    if ctx.ui.json() {
        let presets = made.presets.iter().map(described);
        return ctx.ui.document(&json!({
            "kind": "init",
            "store": founded.store,
            "identity": founded.identity,
            "pin": founded.pin,
            "operator": described(&made.operator),
            "system_account": described(&made.system),
            "preset_users": presets.collect::<Vec<_>>(),
            "account": described(&made.account),
            "user": described(&made.user),
            "server_config": args.server_config,
        }));
    }
    if ctx.ui.is_quiet() {
        return Ok(());
    }
    ctx.ui.text(&said(ctx, args, founded, made))
}

fn said(ctx: &Ctx, args: &Args, founded: &Founded, made: &Estate) -> String {
    let (store, identity) = (founded.store.display(), founded.identity.as_ref());
    let name = &made.operator.name;
    let names: Vec<&str> = std::iter::once("sys")
        .chain(made.presets.iter().map(|user| user.name.as_str()))
        .collect();
    let (users, names) = (
        if names.len() == 1 { "user" } else { "users" },
        names.join(", "),
    );
    let mut text = format!(
        "Made operator {name} with a signing key, its system account SYS with {users} {names}, and account {name} with user {name}.\n\n\
         The store is {store}. It holds every key, sealed.\n"
    );
    match identity {
        Some(path) => text.push_str(&format!(
            "The identity that opens it is {}. Back up both, apart from each other:\n\
             without the identity nobody can open anything in the store.\n",
            path.display()
        )),
        None => text.push_str(
            "Your passphrase opens it. Back up the file, and the passphrase apart from it:\n\
             without it nobody can open anything in the store.\n",
        ),
    }
    if args.offline_root.is_some() {
        // A ceremony has it read aloud.
        text.push_str(&format!(
            "\nThe operator's public key, in groups of four:\n  {}\n",
            grouped(&made.operator.key.to_string())
        ));
    }
    if let Some(file) = &args.server_config {
        text.push_str(&format!(
            "A server that is started with {} trusts the operator, and has both accounts.\n",
            file.display()
        ));
    }
    text.push_str("\nNext:\n");
    for line in next_steps(ctx, args, identity, made) {
        text.push_str(&format!("  {line}\n"));
    }
    sanitized_lines(&text)
}

/// What people do now, as commands.
fn next_steps(ctx: &Ctx, args: &Args, identity: Option<&PathBuf>, made: &Estate) -> Vec<String> {
    let backup = shell_word(&format!("{}.backup", made.operator.name));
    // What comes next has to open it.
    let mut next: Vec<String> = named_from_now_on(ctx, identity).into_iter().collect();
    if identity.is_none() && cfg!(unix) {
        let unlock = ctx.command("nkeep unlock");
        next.push(noted(unlock, "asks for the passphrase once, for a while"));
    }
    next.push(ctx.command(&format!("nkeep store backup {backup}")));
    if args.offline_root.is_some() {
        // Accounts and users are the other store's business from now on.
        next.push(ctx.command("nkeep ceremony split --help"));
        next.push(ctx.command("nkeep ceremony paper --help"));
        next.push(ctx.command("nkeep ceremony policy show -o policy.json"));
        return next;
    }
    next.extend(first_login(ctx, args.server_config.as_deref()));
    let word = shell_word(made.operator.name.as_str());
    let creds = shell_word(&format!("{}.creds", made.operator.name));
    next.push(ctx.command(&format!(
        "nkeep generate creds -a {word} -n {word} -o {creds}"
    )));
    next.push(ctx.command("nkeep add account ORDERS"));
    next.extend(made.presets.iter().map(|user| {
        let creds = format!("nkeep generate creds -a SYS -n {0} -o {0}.creds", user.name);
        ctx.command(&creds)
    }));
    next
}

/// From no server to a client that is logged in.
fn first_login(ctx: &Ctx, written: Option<&Path>) -> Vec<String> {
    let file = written.unwrap_or(Path::new("nats.conf"));
    let mut next = Vec::new();
    if written.is_none() {
        next.push(writes_config(ctx, file));
    }
    next.push(format!(
        "nats-server -c {}",
        shell_word(&file.to_string_lossy())
    ));
    if cfg!(feature = "net") {
        let connects = match written {
            Some(_) => "nkeep tool rtt",
            None => "nkeep push -A",
        };
        next.push(noted(ctx.command(connects), "once it runs"));
    }
    next
}

/// The command that writes what servers are started with.
pub fn writes_config(ctx: &Ctx, file: &Path) -> String {
    let file = shell_word(&file.to_string_lossy());
    ctx.command(&format!(
        "nkeep generate config --nats-resolver --config-file {file}"
    ))
}
