//! What errors of the library mean to whoever started the process: their kind, and a command that helps.

use std::fmt::Write as _;
use std::path::Path;

use super::Failure;
use crate::ceremony::CeremonyError;
use crate::rotation::RotationError;
use crate::store::StoreError;
use crate::store::age::AgeError;
use crate::store::class::Class;
use crate::text::{noted, shell_word};
use crate::trust::{Place, TrustError};
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
                    .or_else(|| of_net(any)),
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
            _ => of_servers(one),
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

/// The same of what servers did, or did not.
#[cfg(feature = "net")]
fn of_servers(error: &(dyn std::error::Error + 'static)) -> Option<&'static str> {
    use crate::net::NetError;

    match error.downcast_ref()? {
        NetError::Interrupted | NetError::Unusable(_) => None,
        _ => Some("network"),
    }
}

#[cfg(not(feature = "net"))]
fn of_servers(_: &(dyn std::error::Error + 'static)) -> Option<&'static str> {
    None
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
        StoreError::Tampered { .. } => (
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

#[cfg(not(feature = "net"))]
fn of_net(_error: &dyn std::any::Any) -> Option<String> {
    None
}

/// What helps when servers cannot be talked to.
#[cfg(feature = "net")]
fn of_net(error: &dyn std::any::Any) -> Option<String> {
    use crate::net::NetError;

    let (flag, value, why) = match error.downcast_ref()? {
        NetError::Unreachable { reason, .. } if reason.contains("peer certificate") => (
            "--ca-cert",
            "FILE",
            "with the certificate that vouches for the servers",
        ),
        NetError::Unreachable { reason, .. } if wants_certificate(reason) => (
            "--client-cert",
            "FILE --client-key FILE",
            "with the certificate that vouches for us, which the servers ask for",
        ),
        NetError::Unreachable { reason, .. } if wants_tls_first(reason) => (
            "--tls-first",
            "",
            "where servers wait for TLS before they say anything",
        ),
        NetError::Unreachable { .. } => (
            "--account-jwt-server-url",
            "nats://HOST:4222",
            "with where the servers are: each listens where its own configuration says, else on port 4222",
        ),
        NetError::Refused(_) | NetError::Ended(_) => {
            return Some(noted(
                "nkeep generate config --nats-resolver",
                "is what servers of this operator are started with; their clocks and this one must agree",
            ));
        }
        NetError::Open => {
            return Some(noted(
                "nkeep generate config --nats-resolver",
                "is what servers of this operator are started with",
            ));
        }
        NetError::Nobody | NetError::Forbidden(_) => (
            "--system-user",
            "NAME",
            "with a user of the system account who may ask",
        ),
        NetError::Silent(_) => return waiting_longer(),
        NetError::Unread { reason, .. } if reason.contains("certificate") => {
            return Some(noted(
                "export NATS_CA=FILE",
                "the certificate that vouches for the server",
            ));
        }
        NetError::Unread { url, .. }
        | NetError::Garbage { url, .. }
        | NetError::Answered { url, .. }
        | NetError::Elsewhere { url, .. } => {
            return Some(noted(
                format!("curl -i {}", shell_word(url)),
                "shows what is there",
            ));
        }
        NetError::Lost(_) | NetError::Interrupted | NetError::Unusable(_) => return None,
    };
    // What is given already is not given twice.
    let is_given = std::env::args_os().any(|word| {
        let word = word.to_string_lossy();
        let named = word.split('=').next();
        named == Some(flag) || (named == Some("-u") && flag == "--account-jwt-server-url")
    });
    let flag = format!("{flag} {value}");
    // A user of the store's stands in the place of creds.
    let called = || match flag.starts_with("--system-user") {
        true => asked_with(called_without("--creds").0.into_iter(), &flag),
        false => called_with(flag.trim_end()),
    };
    (!is_given).then(|| noted(called(), why))
}

/// Whether servers hang up on whoever shows no certificate.
#[cfg(feature = "net")]
#[must_use]
pub fn wants_certificate(reason: &str) -> bool {
    reason.contains("alert: CertificateRequired") || reason.contains("alert: BadCertificate")
}

/// Whether somebody is there, and says nothing before TLS.
#[cfg(feature = "net")]
#[must_use]
pub fn wants_tls_first(reason: &str) -> bool {
    reason.contains("expected INFO, got nothing")
}

/// The same of the tree's.
fn of_trust(error: &TrustError) -> (ExitCode, Option<String>) {
    match error {
        TrustError::Rules(_) => (ExitCode::Problems, None),
        TrustError::Ambiguous { kind, place, .. } => (
            ExitCode::Usage,
            Some(noted(
                format!("nkeep list {kind}s{}", flags(place)),
                "and name one",
            )),
        ),
        TrustError::NoSuch { kind, place, .. } => (
            ExitCode::Failed,
            Some(format!("nkeep list {kind}s{}", flags(place))),
        ),
        TrustError::None { kind, place } => (
            ExitCode::Failed,
            Some(format!("nkeep add {kind} NAME{}", flags(place))),
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

/// The command of this process as it was called, with a flag more: with everything else that was asked for.
#[must_use]
pub fn called_with(flag: &str) -> String {
    asked_with(called(), flag)
}

fn called() -> impl Iterator<Item = String> {
    let words = std::env::args_os().skip(1);
    words.map(|word| word.to_string_lossy().into_owned())
}

fn asked_with(words: impl Iterator<Item = String>, flag: &str) -> String {
    let words: Vec<String> = words.map(|word| shell_word(&word)).collect();
    format!("nkeep {} {flag}", words.join(" "))
}

/// The same command, more patient with servers; nothing where it has as much patience as one can ask for.
#[cfg(feature = "net")]
#[must_use]
pub fn waiting_longer() -> Option<String> {
    const FLAG: &str = "--timeout";
    let (rest, given) = called_without(FLAG);
    let longer = match given.and_then(|seconds| seconds.parse::<u8>().ok()) {
        Some(60..) => return None,
        Some(30..) => 60,
        _ => 30,
    };
    let command = asked_with(rest.into_iter(), &format!("{FLAG} {longer}"));
    Some(noted(command, "waits longer"))
}

/// The command of this process as it was called, with another flag in the place of one that has a value.
#[must_use]
pub fn called_with_instead(flag: &str, other: &str) -> String {
    asked_with(called_without(flag).0.into_iter(), other)
}

/// The words of this process without a flag, and the value that it had.
fn called_without(flag: &str) -> (Vec<String>, Option<String>) {
    let (mut rest, mut given) = (Vec::new(), None);
    let mut words = called();
    while let Some(word) = words.next() {
        match word.strip_prefix(flag).map(|value| value.strip_prefix('=')) {
            Some(Some(value)) => given = Some(value.to_owned()),
            Some(None) if word == flag => given = words.next(),
            _ => rest.push(word),
        }
    }
    (rest, given)
}

/// The command of this process as it was called, without insisting.
#[cfg(feature = "net")]
#[must_use]
pub fn again_unforced() -> String {
    let words = called().filter_map(|word| match &*word {
        "--force" | "-F" => None,
        "-AF" | "-FA" => Some("-A".to_owned()),
        _ => Some(word),
    });
    asked_with(words, "").trim_end().to_owned()
}

/// The command of this process as it was called.
#[must_use]
pub fn again() -> String {
    called_with("").trim_end().to_owned()
}

/// What has the root sign what the command of this process needs. How this one was to be shown or tried is no part of that.
fn requested() -> String {
    let words = called().filter(|word| !is_about_showing(word));
    let words: Vec<String> = words.map(|word| shell_word(&word)).collect();
    format!("nkeep ceremony request {}", words.join(" "))
}

/// Whether a word is a flag of every command's that says how it is run, also several letters at once.
fn is_about_showing(word: &str) -> bool {
    let letters =
        |word: &str| !word.is_empty() && word.bytes().all(|letter| b"Jqi".contains(&letter));
    matches!(word, "--json" | "--quiet" | "--interactive" | "--dry-run")
        || word.strip_prefix('-').is_some_and(letters)
}

/// The command of this process as it was called, with another word in place of one: the last such, also glued to its flag.
#[must_use]
pub fn called_with_other(given: &Path, other: &str) -> String {
    let given = given.to_string_lossy();
    let mut words: Vec<String> = std::env::args_os()
        .skip(1)
        .map(|word| word.to_string_lossy().into_owned())
        .collect();
    let glued = |word: &str| {
        let flag = word.strip_suffix(&*given)?;
        let is_short = flag.len() == 2 && flag != "--";
        let is_flag = flag.starts_with('-') && (flag.ends_with('=') || is_short);
        (flag.is_empty() || is_flag).then(|| format!("{flag}{other}"))
    };
    let last = words.iter_mut().rev().find_map(|word| {
        let other = glued(word)?;
        Some((word, other))
    });
    if let Some((word, other)) = last {
        *word = other;
    }
    let words: Vec<String> = words.iter().map(|word| shell_word(word)).collect();
    format!("nkeep {}", words.join(" "))
}

/// What a command that looks at that place is told, after a space.
pub fn flags(place: &Place) -> String {
    let named = [("-a", &place.account), ("--operator", &place.operator)];
    let mut text = String::new();
    for (flag, name) in named {
        if let Some(name) = name {
            let _ = write!(text, " {flag} {}", shell_word(name.as_str()));
        }
    }
    text
}
