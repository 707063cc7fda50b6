//! `--dry-run`: which commands can be tried. Those can of which all that they change is the store, or nothing: they are run
//! whole, and the change is not made. Exports can, too: they list the files that they would write. So can `store restore`,
//! which looks at both stores before it replaces one.

use super::ceremony::{self, recording};
use super::{Command, store};
use crate::ui::{Failure, Hinted as _};

/// Refuses to try what would change more than the store.
pub fn can_be_tried(command: &Command) -> Result<(), Failure> {
    let besides = match command {
        Command::Init(_)
        | Command::Store(
            store::Command::Init(_)
            | store::Command::Compact(_)
            | store::Command::AcceptRollback(_),
        ) => "it puts a store in place",
        Command::Store(store::Command::Rekey(_) | store::Command::Passphrase(_)) => {
            "it makes a secret that opens the store"
        }
        Command::Ceremony(recording::Args {
            command: ceremony::Command::Approve(_) | ceremony::Command::Rehearse(_),
            ..
        })
        | Command::Store(store::Command::Backup(_))
        | Command::Man(_) => "it writes files",
        Command::Ceremony(recording::Args {
            command: ceremony::Command::Transcript(command),
            ..
        }) if command.writes() => "it writes files",
        Command::Ceremony(recording::Args {
            command: ceremony::Command::SplitStore(_),
            ..
        }) => return refused("it makes another store"),
        Command::Ceremony(recording::Args {
            command: ceremony::Command::Request(_),
            ..
        }) => return refused("a request tries its command, and what it is for waits in the store"),
        Command::Ceremony(recording::Args {
            command: ceremony::Command::Sign(_),
            ..
        }) => return refused("somebody reads what it shows, and then it signs"),
        Command::Ceremony(recording::Args {
            command: ceremony::Command::Destroy(_),
            ..
        }) => return refused("somebody says so at a terminal, and then it wipes keys"),
        Command::Ceremony(recording::Args {
            command: ceremony::Command::Run(_),
            ..
        }) => return refused("it runs what its plan says"),
        Command::Generate(_) | Command::Nkey(_) => "what it makes is in use once it is shown",
        #[cfg(feature = "net")]
        Command::Tool(_) | Command::Beside(_) => "it talks to servers",
        #[cfg(unix)]
        Command::Unlock(_) | Command::Lock(_) | Command::Agent(_) => "it is about the agent",
        _ => return Ok(()),
    };
    refused(&format!(
        "{besides}, and only a change of a store that is there can be tried"
    ))
}

fn refused(why: &str) -> Result<(), Failure> {
    Err(Failure::usage(format!(
        "--dry-run is not for this command: {why}"
    )))
    .hint(super::help_command())
}
