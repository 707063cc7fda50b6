//! Rules about imports, and about the activations that they carry.

use std::collections::{BTreeMap, BTreeSet};

use super::findings::Findings;
use super::issue::Code;
use super::quote::quoted;
use super::{Context, activation, subjects};
use crate::jwt::claims::{Activation, Claims, Import, ShareType};
use crate::jwt::subject::is_contained_in;
use crate::jwt::subject::local::{LocalFault, local_faults, reference, to_subject};
use crate::nkey::AccountKey;

/// Reports everything that is wrong with the imports of an account.
pub fn check_all(
    imports: &[Import],
    account: &str,
    context: &Context<'_>,
    findings: &mut Findings,
) {
    let mut services: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for (index, import) in imports.iter().enumerate() {
        findings.within(format!("imports[{index}]"), |findings| {
            if import.share_type == ShareType::Service {
                let seen = services.entry(&import.account).or_default();
                check_overlaps(import, seen, findings);
            }
            check(import, account, context, findings);
        });
    }
}

/// Reports services from the same account that would answer to the same requests here.
fn check_overlaps(import: &Import, seen: &mut BTreeSet<String>, findings: &mut Findings) {
    let local = local_name(import);
    let (shown, account) = (quoted(&local), quoted(&import.account));
    for other in seen.iter() {
        if is_contained_in(&local, other) || is_contained_in(other, &local) {
            let other = quoted(other);
            findings.add(
                Code::ImportOverlap,
                format!(
                    "overlapping subject namespace for {shown} and {other} in same account {account}"
                ),
            );
        }
    }
    if !seen.insert(local) {
        findings.add(
            Code::ImportDuplicate,
            format!("overlapping subject namespace for {shown} in account {account}"),
        );
    }
}

fn local_name(import: &Import) -> String {
    if !import.to.is_empty() {
        import.to.clone()
    } else if !import.local_subject.is_empty() {
        to_subject(&import.local_subject)
    } else {
        import.subject.clone()
    }
}

fn check(import: &Import, account: &str, context: &Context<'_>, findings: &mut Findings) {
    if import.share_type == ShareType::Unknown {
        let shown = quoted(import.share_type.name());
        findings.add(Code::ImportType, format!("invalid import type: {shown}"));
    }
    if import.share_type == ShareType::Service && import.allow_trace {
        findings.add(
            Code::ImportServiceTrace,
            "AllowTrace only valid for stream import",
        );
    }
    check_account(&import.account, findings);
    if !import.to.is_empty() {
        findings.add(
            Code::ImportTo,
            "the field to has been deprecated (use LocalSubject instead)",
        );
    }
    subjects::check(&import.subject, findings);
    if !import.local_subject.is_empty() {
        check_local(import, findings);
        if !import.to.is_empty() {
            findings.add(Code::ImportLocalAndTo, "Local Subject replaces To");
        }
    }
    let shown = quoted(&import.subject);
    if import.share && import.share_type != ShareType::Service {
        findings.add(
            Code::ImportStreamShare,
            format!(
                "sharing information (for latency tracking) is only valid for services: {shown}"
            ),
        );
    }
    if import.token.is_empty() {
        return;
    }
    findings.within("token", |findings| {
        match (context.activation)(&import.token) {
            Some(token) => check_activation(import, &token, account, findings),
            None => findings.add(
                Code::ImportToken,
                format!("import {shown} contains an invalid activation token"),
            ),
        }
    });
}

fn check_account(account: &str, findings: &mut Findings) {
    if account.is_empty() {
        findings.add(
            Code::ImportAccountMissing,
            "account to import from is not specified",
        );
    } else if account.parse::<AccountKey>().is_err() {
        let shown = quoted(account);
        findings.add(
            Code::ImportAccountKey,
            format!("the account to import from, {shown}, is no account public key"),
        );
    }
}

fn check_local(import: &Import, findings: &mut Findings) {
    let (local, source) = (&import.local_subject, &import.subject);
    for fault in local_faults(local, source) {
        let (code, message) = match fault {
            LocalFault::Subject(fault) => subjects::described(fault, local),
            LocalFault::SourceEmpty => (Code::SubjectEmpty, "subject cannot be empty".to_owned()),
            LocalFault::Tail => (
                Code::ImportLocalTail,
                "both, renaming subject and subject, need to end or not end in >".to_owned(),
            ),
            LocalFault::Reference(index) => {
                let (local, source) = (quoted(local), quoted(source));
                (
                    Code::ImportLocalReference,
                    format!(
                        "Reference ${index} in {local} reference * in {source} that do not exist"
                    ),
                )
            }
            LocalFault::Count => (
                Code::ImportLocalCount,
                "subject does not contain enough * or reference wildcards $[0-9]".to_owned(),
            ),
        };
        findings.add(code, message);
    }
    for index in local.split('.').filter_map(reference) {
        if index < 1 {
            let shown = quoted(local);
            findings.add(
                Code::ImportLocalBelowOne,
                format!("${index} in {shown} refers to no wildcard"),
            );
        }
    }
}

fn check_activation(
    import: &Import,
    token: &Claims<Activation>,
    account: &str,
    findings: &mut Findings,
) {
    let shown = quoted(&import.subject);
    let granted = &token.body;
    if token.issuer != import.account && granted.issuer_account != import.account {
        findings.add(
            Code::ImportTokenIssuer,
            format!("activation token doesn't match account for import {shown}"),
        );
    }
    if token.subject != account {
        findings.add(
            Code::ImportTokenSubject,
            format!("activation token doesn't match account it is being included in, {shown}"),
        );
    }
    if granted.kind != import.share_type {
        findings.add(
            Code::ImportTokenType,
            format!(
                "mismatch between token import type {} and type of import {}",
                granted.kind, import.share_type
            ),
        );
    }
    activation::check_body(granted, findings);
    let imported = if import.share_type == ShareType::Service && !import.to.is_empty() {
        &import.to
    } else {
        &import.subject
    };
    if !is_contained_in(imported, &granted.subject) {
        let granted = quoted(&granted.subject);
        findings.add(
            Code::ImportTokenScope,
            format!("activation token import subject {granted} doesn't match import {shown}"),
        );
    }
}
