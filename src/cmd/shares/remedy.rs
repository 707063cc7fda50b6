//! What helps when something cannot be shared as was asked: an exit code, and a command.

use super::{describe, operator_of};
use crate::jwt::claims::ShareType;
use crate::text::shell_word;
use crate::trust::share::{Part, ShareError, service};
use crate::trust::{Place, TrustError};
use crate::ui::ExitCode::{Failed, Problems, Usage};
use crate::ui::{ExitCode, Failure, Hinted as _};

/// Gives a refusal its exit code and what helps, at that account.
pub fn explained<T>(place: &Place, result: Result<T, TrustError>) -> Result<T, Failure> {
    let error = match result {
        Ok(value) => return Ok(value),
        Err(error) => error,
    };
    let (code, hint) = match &error {
        TrustError::Share(refused) => remedy(&Commands { place }, refused),
        TrustError::Rules(_) => (Problems, describe(place)),
        _ => return Err(error.into()),
    };
    Err(error).code(code).hint(hint)
}

fn remedy(commands: &Commands<'_>, refused: &ShareError) -> (ExitCode, String) {
    use ShareError as E;
    let here = commands.place.flags();
    match refused {
        E::None { part, .. } => (Failed, commands.first(*part)),
        E::NoSuch {
            part: Part::Revocation,
            ..
        }
        | E::RevokedAhead { .. } => (Failed, format!("nkeep revocations list-activations{here}")),
        E::Taken {
            does: "exports",
            subject,
            ..
        } => (
            Failed,
            format!("nkeep edit export{here} -s {}", shell_word(subject)),
        ),
        E::NoSuch { .. } | E::Taken { .. } => (Failed, describe(commands.place)),
        E::Several { .. } => (Usage, describe(commands.place)),
        E::NoLatency(subject) => {
            let subject = shell_word(subject);
            (
                Usage,
                format!("nkeep edit export{here} -s {subject} --latency SUBJECT"),
            )
        }
        E::Public {
            exporter,
            subject,
            share_type,
        } => (
            Failed,
            commands.import_elsewhere(exporter, subject.as_str(), *share_type),
        ),
        E::Private { exporter, subject } => {
            (Problems, commands.activation(exporter, subject.as_str()))
        }
        E::Activation {
            exporter, subject, ..
        } => (Problems, commands.activation(exporter, subject)),
        E::OtherAccount { .. } | E::Subject { .. } => {
            (Problems, commands.activation("EXPORTER", "SUBJECT"))
        }
        E::OtherType {
            exporter,
            subject,
            share_type,
        } => (
            Problems,
            commands.import(exporter, subject.as_str(), *share_type),
        ),
        E::Position {
            exporter,
            wanted,
            share_type,
            ..
        } => (Problems, commands.import(exporter, wanted, *share_type)),
        _ => (Usage, describe(commands.place)),
    }
}

/// Commands as they are written at an account.
struct Commands<'a> {
    place: &'a Place,
}

impl Commands<'_> {
    /// Makes the first of its kind.
    fn first(&self, part: Part) -> String {
        let here = self.place.flags();
        match part {
            Part::PrivateExport => format!("nkeep add export{here} -s SUBJECT --private"),
            Part::Import => self.import("ACCOUNT", "SUBJECT", ShareType::Stream),
            _ => format!("nkeep add export{here} -s SUBJECT"),
        }
    }

    /// Imports something here.
    fn import(&self, exporter: &str, subject: &str, share_type: ShareType) -> String {
        let here = self.place.flags();
        format!(
            "nkeep add import{here}{}",
            source(exporter, subject, share_type)
        )
    }

    /// Imports something from here.
    fn import_elsewhere(&self, exporter: &str, subject: &str, share_type: ShareType) -> String {
        let operator = operator_of(self.place).flags();
        let source = source(exporter, subject, share_type);
        format!("nkeep add import -a IMPORTER{operator}{source}")
    }

    /// Gives leave to import something here.
    fn activation(&self, exporter: &str, subject: &str) -> String {
        let name = self.place.account.as_ref().map_or("", |name| name.as_str());
        let operator = operator_of(self.place).flags();
        format!(
            "nkeep generate activation -a {}{operator} -s {} -t {} -o FILE",
            shell_word(exporter),
            shell_word(subject),
            shell_word(name)
        )
    }
}

/// The flags that say what is imported.
fn source(exporter: &str, subject: &str, share_type: ShareType) -> String {
    format!(
        " --src-account {} --remote-subject {}{}",
        shell_word(exporter),
        shell_word(subject),
        service(share_type)
    )
}

/// Imports, from elsewhere, what an account offers to all.
pub fn import_from(place: &Place, subject: &str, share_type: ShareType) -> String {
    let exporter = place.account.as_ref().map_or("", |name| name.as_str());
    Commands { place }.import_elsewhere(exporter, subject, share_type)
}
