//! Rules about exports.

use super::account::ANY;
use super::findings::Findings;
use super::issue::Code;
use super::quote::quoted;
use super::{information, subjects};
use crate::jwt::claims::{Export, Latency, Sampling, ShareType};
use crate::jwt::subject::{ANY_TOKEN, has_wildcards, is_contained_in};
use crate::nkey::AccountKey;

/// Reports everything that is wrong with the exports, each alone and then among themselves.
pub fn check_all(exports: &[Export], findings: &mut Findings) {
    for (index, export) in exports.iter().enumerate() {
        findings.within(format!("exports[{index}]"), |findings| {
            check(export, findings);
        });
    }
    // Whatever is no service counts as a stream here, also what is neither.
    let of_type = |service: bool| -> Vec<&str> {
        exports
            .iter()
            .filter(|export| (export.share_type == ShareType::Service) == service)
            .map(|export| export.subject.as_str())
            .collect()
    };
    check_overlaps(ShareType::Service, &of_type(true), findings);
    check_overlaps(ShareType::Stream, &of_type(false), findings);
}

/// Reports each subject that contains another, with the first that it contains.
fn check_overlaps(share_type: ShareType, exported: &[&str], findings: &mut Findings) {
    let mut reported: Vec<&str> = Vec::new();
    for (index, inner) in exported.iter().enumerate() {
        for (other, outer) in exported.iter().enumerate() {
            if index == other || reported.contains(outer) || !is_contained_in(inner, outer) {
                continue;
            }
            reported.push(outer);
            let (outer, inner) = (quoted(outer), quoted(inner));
            findings.add(
                Code::ExportOverlap,
                format!("{share_type} export subject {outer} already exports {inner}"),
            );
        }
    }
}

fn check(export: &Export, findings: &mut Findings) {
    check_type(export, findings);
    let is_service = export.share_type == ShareType::Service;
    if let Some(latency) = &export.service_latency {
        if !is_service {
            findings.add(
                Code::ExportStreamLatency,
                "latency tracking only permitted for services",
            );
        }
        findings.within("service_latency", |findings| {
            check_latency(latency, findings);
        });
    }
    if export.response_threshold < 0 {
        findings.add(
            Code::ExportThresholdNegative,
            "negative response threshold is invalid",
        );
    }
    if export.response_threshold > 0 && !is_service {
        findings.add(
            Code::ExportStreamThreshold,
            "response threshold only valid for services",
        );
    }
    subjects::check(&export.subject, findings);
    if export.account_token_position > 0 {
        check_position(export, findings);
    }
    information::check(&export.description, &export.info_url, findings);
    if !export.token_required && !export.revocations.is_empty() {
        findings.add(
            Code::ExportRevocationPublic,
            format!(
                "{} is public, so that its revocations of activations hold nobody off",
                quoted(&export.subject)
            ),
        );
    }
    for key in export.revocations.keys() {
        if key != ANY && key.parse::<AccountKey>().is_err() {
            let shown = quoted(key);
            findings.add(
                Code::ExportRevocationKey,
                format!("the revocation of {shown} is for no account"),
            );
        }
    }
}

fn check_type(export: &Export, findings: &mut Findings) {
    let response = &export.response_type;
    match export.share_type {
        ShareType::Unknown => {
            let shown = quoted(export.share_type.name());
            findings.add(Code::ExportType, format!("invalid export type: {shown}"));
        }
        ShareType::Service => {
            if !matches!(response.as_str(), "" | "Singleton" | "Stream" | "Chunked") {
                let shown = quoted(response);
                findings.add(
                    Code::ExportResponseType,
                    format!("invalid response type for service: {shown}"),
                );
            }
        }
        ShareType::Stream => {
            if !response.is_empty() {
                let shown = quoted(response);
                findings.add(
                    Code::ExportStreamResponseType,
                    format!("invalid response type for stream: {shown}"),
                );
            }
            if export.allow_trace {
                findings.add(
                    Code::ExportStreamTrace,
                    "AllowTrace only valid for service export",
                );
            }
        }
    }
}

fn check_latency(latency: &Latency, findings: &mut Findings) {
    if let Sampling::Percent(percent) = latency.sampling
        && !(0..=100).contains(&percent)
    {
        findings.add(
            Code::ExportSampling,
            "sampling percentage needs to be between 1-100",
        );
    }
    subjects::check(&latency.results, findings);
    if has_wildcards(&latency.results) {
        findings.add(
            Code::ExportLatencyWildcard,
            "results subject can not contain wildcards",
        );
    }
}

fn check_position(export: &Export, findings: &mut Findings) {
    let (subject, position) = (&export.subject, export.account_token_position);
    if !has_wildcards(subject) {
        return findings.add(
            Code::ExportPositionLiteral,
            format!("Account Token Position can only be used with wildcard subjects: {subject}"),
        );
    }
    let token = usize::try_from(position)
        .ok()
        .and_then(|position| subject.split('.').nth(position - 1));
    match token {
        None => findings.add(
            Code::ExportPositionLength,
            format!("Account Token Position {position} exceeds length of subject '{subject}'"),
        ),
        Some(ANY_TOKEN) => {}
        Some(token) => findings.add(
            Code::ExportPositionToken,
            format!(
                "Account Token Position {position} matches '{token}' but must match a * in: {subject}"
            ),
        ),
    }
}
