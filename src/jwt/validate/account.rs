//! Rules of account claims. Its exports, imports, mappings and scopes have files of their own.

use super::findings::Findings;
use super::issue::Code;
use super::quote::quoted;
use super::sealed::Rules;
use super::{
    Context, check_times, export, import, information, mapping, permissions, scope, subjects,
};
use crate::jwt::claims::{
    Account, AccountLimits, Claims, ExternalAuthorization, JetStreamLimits, MessageTrace, NO_LIMIT,
};
use crate::jwt::subject::{faults, has_wildcards};
use crate::nkey::{AccountKey, CurveKey, UserKey};

/// What stands for every account, and for every user of a revocation.
pub(super) const ANY: &str = "*";

impl Rules for Account {
    fn check(claims: &Claims<Self>, context: &Context<'_>, findings: &mut Findings) {
        check_times(claims, context.now, findings);
        findings.within("nats", |findings| {
            let account = &claims.body;
            import::check_all(&account.imports, &claims.subject, context, findings);
            export::check_all(&account.exports, findings);
            findings.within("limits", |findings| {
                check_limits(&account.limits, findings);
            });
            findings.within("default_permissions", |findings| {
                permissions::check(&account.default_permissions.permissions, findings);
            });
            mapping::check_all(&account.mappings, findings);
            findings.within("authorization", |findings| {
                check_callout(&account.authorization, findings);
            });
            if let Some(trace) = &account.trace {
                findings.within("trace", |findings| check_trace(trace, findings));
            }
            check_counts(account, findings);
            check_signing_keys(account, findings);
            information::check(&account.description, &account.info_url, findings);
            if !matches!(account.cluster_traffic.as_str(), "" | "system" | "owner") {
                let shown = quoted(&account.cluster_traffic);
                findings.add(
                    Code::AccountClusterTraffic,
                    format!("unknown cluster traffic option: {shown}"),
                );
            }
            check_revocations(account, findings);
            if claims.issuer.parse::<AccountKey>().is_ok() && !is_empty(&account.limits) {
                findings.add(
                    Code::AccountSelfSignedLimits,
                    "self-signed account JWTs shouldn't contain operator limits",
                );
            }
        });
    }
}

/// Whether no limit is set. What nkeep does not know is no limit.
fn is_empty(limits: &AccountLimits) -> bool {
    let mut known = limits.clone();
    known.unknown.clear();
    known == AccountLimits::default()
}

fn check_limits(limits: &AccountLimits, findings: &mut Findings) {
    if limits.tiered_limits.is_empty() {
        return;
    }
    if limits.jetstream != JetStreamLimits::default() {
        findings.add(
            Code::AccountTiersAndFlat,
            "JetStream Limits and tiered JetStream Limits are mutually exclusive",
        );
    }
    if limits.tiered_limits.contains_key("") {
        findings.add(
            Code::AccountTierBlank,
            "Tiered JetStream Limits can not contain a blank \"\" tier name",
        );
    }
}

fn check_callout(callout: &ExternalAuthorization, findings: &mut Findings) {
    let accounts = &callout.allowed_accounts;
    if !accounts.is_empty() && callout.auth_users.is_empty() {
        findings.add(
            Code::AccountCalloutWithoutUsers,
            "External authorization cannot have accounts without users specified",
        );
    }
    for user in &callout.auth_users {
        if user.parse::<UserKey>().is_err() {
            let shown = quoted(user);
            findings.add(
                Code::AccountCalloutUser,
                format!("AuthUser {shown} is not a valid user public key"),
            );
        }
    }
    for account in accounts {
        if account == ANY {
            if accounts.len() > 1 {
                findings.add(
                    Code::AccountCalloutAnyAndMore,
                    "AllowedAccounts can only be a list of accounts or \"*\"",
                );
            }
        } else if account.parse::<AccountKey>().is_err() {
            let shown = quoted(account);
            findings.add(
                Code::AccountCalloutAccount,
                format!("Account {shown} is not a valid account public key"),
            );
        }
    }
    if !callout.xkey.is_empty() && callout.xkey.parse::<CurveKey>().is_err() {
        let shown = quoted(&callout.xkey);
        findings.add(
            Code::AccountCalloutXkey,
            format!("XKey {shown} is not a valid public xkey"),
        );
    }
}

fn check_trace(trace: &MessageTrace, findings: &mut Findings) {
    // Go reports the first fault only.
    if let Some(fault) = faults(&trace.dest).first() {
        let (_, message) = subjects::described(*fault, &trace.dest);
        findings.add(
            Code::AccountTraceSubject,
            format!("the account Trace.Destination {message}"),
        );
    }
    if has_wildcards(&trace.dest) {
        let shown = quoted(&trace.dest);
        findings.add(
            Code::AccountTraceWildcard,
            format!("the account Trace.Destination subject {shown} is not a valid publish subject"),
        );
    }
    if !(0..=100).contains(&trace.sampling) {
        findings.add(
            Code::AccountTraceSampling,
            format!(
                "the account Trace.Sampling value '{}' is not valid, should be in the range [1..100]",
                trace.sampling
            ),
        );
    }
}

fn check_counts(account: &Account, findings: &mut Findings) {
    let more_than =
        |count: usize, limit: i64| i64::try_from(count).is_ok_and(|count| count > limit);
    let limits = &account.limits;
    if more_than(account.imports.len(), limits.imports) {
        // Go looks twice: once for a limit that is not negative, once for one that is not "no limit".
        let looks = [
            limits.imports >= 0 && !is_empty(limits),
            limits.imports != NO_LIMIT,
        ];
        for _ in looks.into_iter().filter(|found| *found) {
            findings.add(
                Code::AccountImportCount,
                "the account contains more imports than allowed by the operator",
            );
        }
    }
    if limits.exports == NO_LIMIT {
        return;
    }
    if more_than(account.exports.len(), limits.exports) {
        findings.add(
            Code::AccountExportCount,
            "the account contains more exports than allowed by the operator",
        );
    }
    if !limits.wildcards {
        for (index, export) in account.exports.iter().enumerate() {
            if has_wildcards(&export.subject) {
                findings.within(format!("exports[{index}]"), |findings| {
                    findings.add(
                        Code::AccountExportWildcard,
                        "the account contains wildcard exports that are not allowed by the operator",
                    );
                });
            }
        }
    }
}

fn check_signing_keys(account: &Account, findings: &mut Findings) {
    for (index, (key, scope)) in account.signing_keys.0.iter().enumerate() {
        findings.within(format!("signing_keys[{index}]"), |findings| {
            let valid = key.parse::<AccountKey>().is_ok();
            match scope {
                None if !valid => {
                    let shown = quoted(key);
                    findings.add(
                        Code::AccountSigningKey,
                        format!("{shown} is not a valid account signing key"),
                    );
                }
                None => {}
                Some(scope) => {
                    if !valid {
                        findings.add(
                            Code::AccountScopedKey,
                            format!("{key} is not an account public key"),
                        );
                    }
                    scope::check(scope, findings);
                }
            }
        });
    }
}

fn check_revocations(account: &Account, findings: &mut Findings) {
    for key in account.revocations.keys() {
        if key != ANY && key.parse::<UserKey>().is_err() {
            let shown = quoted(key);
            findings.add(
                Code::AccountRevocationKey,
                format!("the revocation of {shown} is for no user"),
            );
        }
    }
}
