//! What errors of the network mean: a word for scripts, and a command that helps.

use super::again::{asked_with, called_with, called_without, waiting_longer};
use crate::net::NetError;
use crate::text::{noted, shell_word};

/// Why it failed, where servers did it or did not.
pub(super) fn reason(error: &(dyn std::error::Error + 'static)) -> Option<&'static str> {
    match error.downcast_ref()? {
        NetError::Interrupted | NetError::Unusable(_) => None,
        _ => Some("network"),
    }
}

/// What helps when servers cannot be talked to.
pub(super) fn hint(error: &dyn std::any::Any) -> Option<String> {
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
#[must_use]
pub fn wants_certificate(reason: &str) -> bool {
    reason.contains("alert: CertificateRequired") || reason.contains("alert: BadCertificate")
}

/// Whether somebody is there, and says nothing before TLS.
#[must_use]
pub fn wants_tls_first(reason: &str) -> bool {
    reason.contains("expected INFO, got nothing")
}
