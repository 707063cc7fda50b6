//! Rules about the mappings of an account.

use std::collections::BTreeMap;

use super::findings::Findings;
use super::issue::Code;
use super::quote::quoted;
use super::subjects;
use crate::jwt::claims::Mapping;
use crate::jwt::subject::destination::Destination;
use crate::jwt::subject::faults;

/// Reports everything that is wrong with the mappings.
pub fn check_all(mappings: &BTreeMap<String, Vec<Mapping>>, findings: &mut Findings) {
    findings.within("mappings", |findings| {
        for (source, destinations) in mappings {
            findings.within(source, |findings| {
                check(source, destinations, findings);
            });
        }
    });
}

fn check(source: &str, destinations: &[Mapping], findings: &mut Findings) {
    subjects::check(source, findings);
    let shown = quoted(source);
    let mut clusters: BTreeMap<&str, u32> = BTreeMap::new();
    for destination in destinations {
        check_destination(source, &destination.subject, findings);
        let weight = weight_of(destination);
        if weight > 100 {
            findings.add(
                Code::AccountMappingWeight,
                format!("Mapping {shown} has a weight {weight} that exceeds 100"),
            );
        }
        let total = clusters.entry(&destination.cluster).or_default();
        *total += weight;
        if *total > 100 && !destination.cluster.is_empty() {
            let cluster = quoted(&destination.cluster);
            findings.add(
                Code::AccountMappingClusterOver,
                format!(
                    "Mapping {shown} in cluster {cluster} exceeds 100% among all of it's weighted to mappings"
                ),
            );
        }
    }
    if clusters.get("").is_some_and(|total| *total > 100) {
        findings.add(
            Code::AccountMappingOver,
            format!("Mapping {shown} exceeds 100% among all of it's weighted to mappings"),
        );
    }
}

fn weight_of(mapping: &Mapping) -> u32 {
    match mapping.weight {
        0 => 100,
        weight => u32::from(weight),
    }
}

/// Go checks a destination as any subject; servers read functions in it, and go without a mapping that they cannot read.
fn check_destination(source: &str, destination: &str, findings: &mut Findings) {
    let found = faults(destination);
    for fault in &found {
        let (code, message) = subjects::described(*fault, destination);
        findings.add(code, message);
    }
    if found.is_empty()
        && faults(source).is_empty()
        && let Err(reason) = Destination::parse(source, destination)
    {
        let (source, destination) = (quoted(source), quoted(destination));
        findings.add(
            Code::AccountMappingDestination,
            format!("servers do not take the mapping of {source} to {destination}: {reason}"),
        );
    }
}
