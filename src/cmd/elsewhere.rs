//! Commands that are not here: those of nsc's that nkeep has not, with what does their work; and, in a build without network
//! code, those that talk to servers.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::text::noted;
use crate::ui::{ExitCode, Failure};

/// What stands in for a command.
struct Elsewhere {
    names: &'static [&'static str],
    why: &'static str,
    hint: &'static str,
}

const ELSEWHERE: &[Elsewhere] = &[
    Elsewhere {
        names: &["fix"],
        why: "what nsc calls so is import files here",
        hint: "nkeep import files FOLDER --creds",
    },
    Elsewhere {
        names: &["migrate", "keys"],
        why: "import nsc reads a store of nsc's in any layout",
        hint: "nkeep import nsc FOLDER",
    },
    Elsewhere {
        names: &["upgrade-jwt"],
        why: "tokens of version 1 are taken as they are, and whatever is edited is signed as version 2",
        hint: "nkeep import nsc FOLDER",
    },
    Elsewhere {
        names: &["update"],
        why: "nkeep does not put another in its place: whatever installed it does",
        hint: "nkeep version",
    },
    Elsewhere {
        names: &["revoke"],
        why: "what a user was given is revoked in its account",
        hint: "nkeep revocations add-user NAME -a ACCOUNT",
    },
    Elsewhere {
        names: &["restore", "backup"],
        why: "backups are the store's",
        hint: "nkeep store --help",
    },
];

/// A command that talks to servers.
#[derive(Clone, Copy, Debug)]
pub struct Live {
    /// What it is called.
    pub name: &'static str,
    /// What nsc calls the same, or parts of it.
    pub also: &'static [&'static str],
    /// What it does, after its name.
    pub does: &'static str,
    /// What can be done without a network in its place.
    pub instead: Option<&'static str>,
}

/// Every command that talks to servers. A build without network code has none of them, and says so of each.
pub const LIVE: [Live; 6] = [
    Live {
        name: "push",
        also: &[],
        does: "gives accounts to servers",
        instead: Some("nkeep generate config --mem-resolver"),
    },
    Live {
        name: "pull",
        also: &[],
        does: "takes accounts from servers",
        instead: Some("nkeep import files FOLDER"),
    },
    Live {
        name: "diff",
        also: &[],
        does: "compares the store with servers",
        instead: None,
    },
    Live {
        name: "verify",
        also: &[],
        does: "asks servers what they trust and have",
        instead: Some("nkeep validate"),
    },
    Live {
        name: "load",
        also: &[],
        does: "takes an operator from a service that is asked for it",
        instead: None,
    },
    Live {
        name: "tool",
        also: &["pub", "sub", "req", "reply", "rtt"],
        does: "publishes, subscribes, asks and answers",
        instead: Some("nkeep generate creds -n USER -o USER.creds"),
    },
];

/// What the help of a build without network code says at its end; everything else has all commands.
pub(super) fn told(root: clap::Command) -> clap::Command {
    if cfg!(feature = "net") {
        return root;
    }
    let mut text = String::from("Not in this build, which has no network code:");
    for live in &LIVE {
        text.push_str(&format!("\n  {:<12} {}", live.name, live.does));
    }
    root.after_help(text)
}

/// What is said of a command that talks to servers, in a build that has none.
fn unbuilt(typed: &str) -> Option<Failure> {
    if cfg!(feature = "net") {
        return None;
    }
    let live = LIVE
        .iter()
        .find(|live| live.name == typed || live.also.contains(&typed))?;
    Some(of_the_other_build(live.name, live.does, live.instead))
}

/// That only a build with network code does that.
pub fn of_the_other_build(what: &str, does: &str, instead: Option<&str>) -> Failure {
    let why = anyhow::anyhow!("{what} {does}, and this build of nkeep has no network code");
    let failure = Failure::new(ExitCode::Failed, why).hint(noted(
        "cargo install --path . --locked",
        "on a machine with a network: that build has it",
    ));
    match instead {
        Some(instead) => failure.hint(noted(instead, "needs no network")),
        None => failure,
    }
}

/// What is said of a command line that does not hold because nsc has the command and nkeep has not.
#[must_use]
pub fn of_nsc(error: &clap::Error) -> Option<Failure> {
    if error.kind() != ErrorKind::InvalidSubcommand {
        return None;
    }
    let Some(ContextValue::String(typed)) = error.get(ContextKind::InvalidSubcommand) else {
        return None;
    };
    // All of them stand alone.
    if super::help_command() != "nkeep --help" {
        return None;
    }
    if let Some(failure) = unbuilt(typed) {
        return Some(failure);
    }
    let known = ELSEWHERE
        .iter()
        .find(|one| one.names.contains(&typed.as_str()))?;
    let why = format!("there is no command {typed}: {}", known.why);
    Some(Failure::usage(why).hint(known.hint))
}
