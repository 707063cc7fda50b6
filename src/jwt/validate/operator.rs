//! Rules of operator claims.

use super::findings::Findings;
use super::formats::check_server_version;
use super::issue::Code;
use super::quote::quoted;
use super::sealed::Rules;
use super::url::GoUrl;
use super::{Context, check_times};
use crate::jwt::claims::{Claims, Operator};
use crate::nkey::{AccountKey, OperatorKey};

impl Rules for Operator {
    fn check(claims: &Claims<Self>, context: &Context<'_>, findings: &mut Findings) {
        check_times(claims, context.now, findings);
        findings.within("nats", |findings| {
            let operator = &claims.body;
            check_account_server(&operator.account_server_url, findings);
            for (index, url) in operator.operator_service_urls.iter().enumerate() {
                findings.within(format!("operator_service_urls[{index}]"), |findings| {
                    check_service_url(url, findings);
                });
            }
            check_keys(operator, findings);
            if let Err(reason) = check_server_version(&operator.assert_server_version) {
                findings.add(
                    Code::OperatorServerVersion,
                    format!("assert server version error: {reason}"),
                );
            }
        });
    }
}

fn check_keys(operator: &Operator, findings: &mut Findings) {
    for (index, key) in operator.signing_keys.iter().enumerate() {
        if key.parse::<OperatorKey>().is_err() {
            findings.within(format!("signing_keys[{index}]"), |findings| {
                findings.add(
                    Code::OperatorSigningKey,
                    format!("{key} is not an operator public key"),
                );
            });
        }
    }
    let system = &operator.system_account;
    if !system.is_empty() && system.parse::<AccountKey>().is_err() {
        findings.add(
            Code::OperatorSystemAccount,
            format!("{system} is not an account public key"),
        );
    }
}

fn check_account_server(text: &str, findings: &mut Findings) {
    if let Some((code, message)) = account_server_fault(text) {
        findings.add(code, message);
    }
}

/// What is wrong with the URL of an account server. Go asks this when it encodes, too.
fn account_server_fault(text: &str) -> Option<(Code, String)> {
    if text.is_empty() {
        return None;
    }
    match GoUrl::parse(text) {
        Err(reason) => Some((
            Code::OperatorAccountServerUrl,
            format!("error parsing account server url: {reason}"),
        )),
        Ok(url) if url.scheme().is_empty() => Some((
            Code::OperatorAccountServerScheme,
            format!("account server url {} requires a protocol", quoted(text)),
        )),
        Ok(_) => None,
    }
}

/// Whether Go would write operator claims with that URL of an account server; the error is Go's.
pub(crate) fn account_server_url(text: &str) -> Result<(), String> {
    match account_server_fault(text) {
        Some((_, message)) => Err(message),
        None => Ok(()),
    }
}

/// Reports the first thing that is wrong with a service URL.
fn check_service_url(text: &str, findings: &mut Findings) {
    if text.is_empty() {
        return;
    }
    let shown = quoted(text);
    let url = match GoUrl::parse(text) {
        Ok(url) => url,
        Err(reason) => {
            return findings.add(
                Code::OperatorServiceUrl,
                format!("error parsing operator service url {shown}: {reason}"),
            );
        }
    };
    let (code, reason) = if url.has_user() {
        (
            Code::OperatorServiceCredentials,
            "credentials are not supported",
        )
    } else if !url.path().is_empty() {
        (Code::OperatorServicePath, "paths are not supported")
    } else if !matches!(url.scheme().as_str(), "nats" | "tls" | "ws" | "wss") {
        (
            Code::OperatorServiceScheme,
            "protocol not supported (only 'nats', 'tls', 'ws', 'wss' only)",
        )
    } else {
        return;
    };
    findings.add(code, format!("operator service url {shown} - {reason}"));
}
