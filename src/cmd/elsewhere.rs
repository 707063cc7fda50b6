//! Commands of nsc's that nkeep has not: what does their work here, or that nothing does.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::ui::Failure;

/// What stands in for a command.
struct Elsewhere {
    names: &'static [&'static str],
    why: &'static str,
    hint: &'static str,
}

const ELSEWHERE: [Elsewhere; 6] = [
    Elsewhere {
        names: &["fix"],
        why: "what nsc calls so is import files here",
        hint: "nkeep import files FOLDER --creds",
    },
    Elsewhere {
        names: &["migrate", "keys"],
        why: "what nsc moves about so is taken whole here, older layouts too",
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
        names: &["restore", "backup"],
        why: "backups are the store's",
        hint: "nkeep store --help",
    },
    #[cfg(feature = "net")]
    Elsewhere {
        names: &["tool", "pub", "sub", "req", "reply", "rtt"],
        why: "this version gives servers accounts, takes them and compares them, and does no more there",
        hint: "nkeep push --help",
    },
    #[cfg(not(feature = "net"))]
    Elsewhere {
        names: &[
            "push", "pull", "diff", "load", "tool", "pub", "sub", "req", "reply", "rtt",
        ],
        why: "this build has no network code; what servers read is written by generate config",
        hint: "nkeep generate config --mem-resolver",
    },
];

/// What is said of a command line that does not hold because nsc has the command and nkeep has not; `help` is the command
/// that shows how those beside it are written.
#[must_use]
pub fn of_nsc(error: &clap::Error, help: &str) -> Option<Failure> {
    if error.kind() != ErrorKind::InvalidSubcommand {
        return None;
    }
    let Some(ContextValue::String(typed)) = error.get(ContextKind::InvalidSubcommand) else {
        return None;
    };
    // All of them stand alone.
    if help != "nkeep --help" {
        return None;
    }
    let known = ELSEWHERE
        .iter()
        .find(|one| one.names.contains(&typed.as_str()))?;
    let why = format!("there is no command {typed}: {}", known.why);
    Some(Failure::usage(why).hint(known.hint))
}
