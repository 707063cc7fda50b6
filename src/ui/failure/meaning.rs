//! What errors of the library mean to whoever started the process: their kind, and a command that helps.

use super::again::{again, called_with, requested};
use super::{Failure, servers};
use crate::ceremony::CeremonyError;
use crate::rotation::RotationError;
use crate::store::StoreError;
use crate::store::age::AgeError;
use crate::store::class::Class;
use crate::text::{noted, shell_word};
use crate::trust::TrustError;
use crate::ui::ExitCode;

impl<E: std::error::Error + Send + Sync + 'static> From<E> for Failure {
    fn from(error: E) -> Self {
        let any: &dyn std::any::Any = &error;
        let rotation = any.downcast_ref::<RotationError>();
        let trust = any.downcast_ref::<TrustError>().or(match rotation {
            Some(RotationError::Trust(error)) => Some(error),
            _ => match any.downcast_ref::<CeremonyError>() {
                Some(CeremonyError::Trust(error)) => Some(error),
                _ => None,
            },
        });
        let stored = any
            .downcast_ref::<StoreError>()
            .or(match trust {
                Some(TrustError::Store(error)) => Some(error),
                _ => None,
            })
            .or_else(|| source_in_store(&error));
        if let (Some(rotation), None) = (rotation, trust) {
            let (code, hints) = of_rotation(rotation);
            let failure = Self::new(code, error);
            return hints.into_iter().fold(failure, Self::hint);
        }
        if let (Some(ceremony), None) = (any.downcast_ref::<CeremonyError>(), trust) {
            let (code, hint) = of_ceremony(ceremony);
            let failure = Self::new(code, error);
            return hint.into_iter().fold(failure, Self::hint);
        }
        let (code, hint) = match (stored, trust) {
            (Some(error), _) => of_store(error),
            (None, Some(error)) => of_trust(error),
            (None, None) => (
                code_of(any),
                any.downcast_ref::<AgeError>()
                    .and_then(of_age)
                    .or_else(|| servers::hint(any)),
            ),
        };
        let more = match (stored, trust) {
            (Some(StoreError::Offline), _) => sealed_ways(),
            (Some(StoreError::Locked { class }), _) => ways_to_open(*class),
            (Some(StoreError::Rootless { made: true }), _) => requests(),
            (_, Some(TrustError::RootAway { made: false, .. })) => vec![noted(
                called_with("-K FILE"),
                "with the file that has its seed, which is used for this and not kept",
            )],
            (_, Some(TrustError::Undecided { ways, .. })) => ways.clone(),
            _ => Vec::new(),
        };
        let hints = hint.into_iter().chain(more);
        hints.fold(Self::new(code, error), Self::hint)
    }
}

/// Why it failed, in a word for scripts: words are added over time, and none gets another meaning.
pub(super) fn reason(error: &anyhow::Error, code: ExitCode) -> &'static str {
    let own = error.chain().find_map(|one| {
        let trust = match (one.downcast_ref(), one.downcast_ref()) {
            (Some(RotationError::Trust(error)), _) | (_, Some(CeremonyError::Trust(error))) => {
                Some(error)
            }
            _ => one.downcast_ref(),
        };
        let stored = match trust {
            Some(TrustError::Store(error)) => Some(error),
            _ => one.downcast_ref(),
        };
        match (stored, trust) {
            (Some(StoreError::Taken { .. }), _) => Some("exists"),
            (Some(StoreError::NoSuch { .. }), _)
            | (_, Some(TrustError::NoSuch { .. } | TrustError::None { .. })) => Some("absent"),
            (_, Some(TrustError::Ambiguous { .. } | TrustError::Undecided { .. })) => {
                Some("ambiguous")
            }
            (_, Some(TrustError::Unforced { .. })) => Some("unforced"),
            _ => servers::reason(one),
        }
    });
    own.unwrap_or(match code {
        ExitCode::Done | ExitCode::Failed => "failed",
        ExitCode::Usage => "usage",
        ExitCode::Problems => "problems",
        ExitCode::Locked => "locked",
        ExitCode::WrongIdentity => "wrong-identity",
        ExitCode::Gate => "gate",
        ExitCode::Tampered => "tampered",
        ExitCode::Bug => "bug",
        ExitCode::Interrupted => "interrupted",
    })
}

/// What errors of a rotation mean that are its own, and what helps.
fn of_rotation(error: &RotationError) -> (ExitCode, Vec<String>) {
    match error {
        RotationError::Gate { missing, .. } => {
            let hints = missing.iter().map(|one| one.help.clone());
            (ExitCode::Gate, hints.collect())
        }
        RotationError::Open { id, then, .. } => {
            let status = noted(
                format!("nkeep rotate status {id}"),
                "says where it is, and how it goes on or is aborted",
            );
            let insist = noted(called_with("--force"), then);
            (ExitCode::Failed, vec![status, insist])
        }
        RotationError::Refused { help, .. } => (ExitCode::Failed, vec![help.clone()]),
        _ => (ExitCode::Failed, Vec::new()),
    }
}

/// What errors of a ceremony mean, and what helps.
fn of_ceremony(error: &CeremonyError) -> (ExitCode, Option<String>) {
    let (code, help) = match error {
        CeremonyError::Problem { help, .. } | CeremonyError::Against { help, .. } => {
            (ExitCode::Problems, help)
        }
        CeremonyError::Gate { help, .. } => (ExitCode::Gate, help),
        CeremonyError::Tampered { help, .. } => (ExitCode::Tampered, help),
        CeremonyError::Refused { help, .. } => (ExitCode::Failed, help),
        CeremonyError::Trust(_) => return (ExitCode::Failed, None),
    };
    (code, Some(help.clone()))
}

/// The kind of an error that is neither the store's nor the tree's.
fn code_of(error: &dyn std::any::Any) -> ExitCode {
    #[cfg(feature = "net")]
    if let Some(crate::net::NetError::Interrupted) = error.downcast_ref() {
        return ExitCode::Interrupted;
    }
    let _ = error;
    ExitCode::Failed
}

/// The store's error behind another, such as that of an agent that cannot sign.
fn source_in_store<'a>(
    error: &'a (dyn std::error::Error + Send + Sync + 'static),
) -> Option<&'a StoreError> {
    std::iter::successors(error.source(), |error| error.source())
        .find_map(|error| error.downcast_ref())
}

/// How keys of a class come to be opened by whoever does not.
fn ways_to_open(class: Class) -> Vec<String> {
    match class {
        Class::Root if cfg!(unix) => vec![noted(
            "nkeep lock",
            "and once more, if it is unlocked: an agent never opens root keys, and the passphrase is asked for then",
        )],
        Class::Root | Class::Journal => Vec::new(),
        class => vec![noted(
            format!("nkeep store recipients add RECIPIENT --label NAME --class {class}"),
            "typed by who opens these and root keys: from then on RECIPIENT opens them, too",
        )],
    }
}

/// How an operator gets an identity that is made where the root is.
fn requests() -> Vec<String> {
    vec![
        noted(
            "nkeep ceremony request --help",
            "asks the root for what its identity has to sign",
        ),
        noted(
            "nkeep init -n NAME --offline-root FILE",
            "makes another operator, and its two stores",
        ),
    ]
}

/// How root keys leave a store besides as shares.
fn sealed_ways() -> Vec<String> {
    vec![
        noted(
            "nkeep ceremony paper --help",
            "writes the key to a page, sealed or as it is",
        ),
        noted(
            "nkeep store backup FILE",
            "copies the store, sealed as it is",
        ),
    ]
}

/// What a store's errors mean to whoever started the process, and what helps.
fn of_store(error: &StoreError) -> (ExitCode, Option<String>) {
    match error {
        StoreError::Tampered { .. } | StoreError::Foreign(_) => (
            ExitCode::Tampered,
            Some(noted(
                "nkeep store restore FILE --force",
                "puts a backup in its place",
            )),
        ),
        StoreError::Loose { path, .. } => {
            let file = shell_word(&path.to_string_lossy());
            (ExitCode::Failed, Some(format!("chmod 600 {file}")))
        }
        StoreError::ReadOnly(path) => {
            let file = shell_word(&path.to_string_lossy());
            let folder = shell_word(&path.with_file_name(".").to_string_lossy());
            let hint = noted(format!("ls -ld {folder} {file}"), "shows who may");
            (ExitCode::Failed, Some(hint))
        }
        StoreError::Replaced(_) => (
            ExitCode::Failed,
            Some(noted(again(), "looks at the one that is there now")),
        ),
        StoreError::Unremembered { .. } => (
            ExitCode::Failed,
            Some(noted(
                "export NKEEP_STATE=FOLDER",
                "names another folder for it, as does --config-dir",
            )),
        ),
        StoreError::ClockBehind(_) => (
            ExitCode::Gate,
            Some(noted(
                "date",
                "if it is right, and the last change was made by a wrong clock: add --clock-was-wrong",
            )),
        ),
        StoreError::Conflict { .. } => (
            ExitCode::Tampered,
            Some(noted("nkeep audit log", "says who changed what here")),
        ),
        StoreError::RolledBack { head, .. } => (
            ExitCode::Tampered,
            Some(noted(
                format!("nkeep store accept-rollback --expect-head {head}"),
                "gives up what this copy lacks: keys, revocations and all else",
            )),
        ),
        StoreError::Locked { .. } => (
            ExitCode::Locked,
            Some(noted("nkeep store recipients list", "says who opens what")),
        ),
        StoreError::Kept { class } => (
            ExitCode::Failed,
            Some(noted(
                format!("nkeep store recipients exports --allow {class}"),
                "if it is to be, with an identity that opens root keys",
            )),
        ),
        StoreError::Offline => (
            ExitCode::Locked,
            Some(noted(
                "nkeep ceremony split --help",
                "makes shares of the key, of which some bring it back",
            )),
        ),
        StoreError::Rootless { made: true } => (
            ExitCode::Locked,
            Some(noted(
                "nkeep generate nkey --operator -S",
                "where the root is: its public key is named by -K or --new in what is asked for here",
            )),
        ),
        StoreError::Rootless { made: false } => {
            (ExitCode::Locked, Some(noted(again(), "where the root is")))
        }
        StoreError::WrongIdentity => (
            ExitCode::WrongIdentity,
            Some(noted("nkeep store recipients list", "says who opens what")),
        ),
        StoreError::WrongPassphrase => (ExitCode::WrongIdentity, None),
        StoreError::NoSuch {
            what: "recipient", ..
        } => (
            ExitCode::Failed,
            Some("nkeep store recipients list".to_owned()),
        ),
        StoreError::NoSuch { what, .. } => (ExitCode::Failed, Some(format!("nkeep list {what}s"))),
        StoreError::Taken { what, .. } => (ExitCode::Failed, who_has_it(what)),
        StoreError::Age {
            source: AgeError::Interrupted,
            ..
        } => (ExitCode::Interrupted, None),
        StoreError::Age { source, .. } => (ExitCode::Failed, of_age(source)),
        _ => (ExitCode::Failed, None),
    }
}

/// Where it is seen who has a name, by what has it: `an account`.
fn who_has_it(what: &str) -> Option<String> {
    const LISTS: [(&str, &str); 4] = [
        ("operator", "nkeep list operators"),
        ("account", "nkeep list accounts"),
        ("user", "nkeep list users"),
        ("recipient", "nkeep store recipients list"),
    ];
    let list = LISTS.iter().find(|(kind, _)| what.contains(kind));
    list.map(|(_, list)| noted(list, "says what there is"))
}

/// What helps when a file cannot be sealed or opened.
fn of_age(error: &AgeError) -> Option<String> {
    match error {
        AgeError::Feature { feature, .. } => Some(format!(
            "cargo install --path . --locked --features {feature}"
        )),
        AgeError::PluginNotAllowed(name) => Some(noted(
            format!("export NKEEP_PLUGINS={name}"),
            "if it is yours, and not only the store's",
        )),
        _ => None,
    }
}

/// The same of the tree's.
fn of_trust(error: &TrustError) -> (ExitCode, Option<String>) {
    match error {
        TrustError::Rules(_) => (ExitCode::Problems, None),
        TrustError::Ambiguous { kind, place, .. } => (
            ExitCode::Usage,
            Some(noted(
                format!("nkeep list {kind}s{}", place.flags()),
                "and name one",
            )),
        ),
        TrustError::NoSuch { kind, place, .. } => (
            ExitCode::Failed,
            Some(format!("nkeep list {kind}s{}", place.flags())),
        ),
        TrustError::None { kind, place } => (
            ExitCode::Failed,
            Some(format!("nkeep add {kind} NAME{}", place.flags())),
        ),
        TrustError::Signer(_) => (
            ExitCode::Failed,
            Some(noted("nkeep list keys", "says which keys there are")),
        ),
        TrustError::KeysAway { help, .. } => (ExitCode::Failed, Some(help.clone())),
        TrustError::RootAway { .. } => (
            ExitCode::Locked,
            Some(noted(
                requested(),
                "for whoever has it offline, to review and sign",
            )),
        ),
        TrustError::Overtaken { .. } => (
            ExitCode::Tampered,
            Some(noted("nkeep ceremony list", "says what waits for whom")),
        ),
        TrustError::Unserved { operator, .. } => (
            ExitCode::Problems,
            Some(format!(
                "nkeep validate --operator {}",
                shell_word(operator.as_str())
            )),
        ),
        TrustError::Refused { help, .. } => (ExitCode::Failed, Some(help.clone())),
        TrustError::Pending { help, .. } => (ExitCode::Gate, Some(help.clone())),
        TrustError::Contradicts { help, .. } => (ExitCode::Tampered, Some(help.clone())),
        TrustError::Unsigned { .. } => (
            ExitCode::Failed,
            Some(noted(again(), "asks once more; nothing was changed here")),
        ),
        TrustError::Unforced { flag, then, .. } => {
            (ExitCode::Failed, Some(noted(called_with(flag), then)))
        }
        TrustError::ClockBehind(_) => (ExitCode::Gate, Some(noted("date", "and set the clock"))),
        _ => (ExitCode::Failed, None),
    }
}
