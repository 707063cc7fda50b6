//! Local names of imports: subjects in which `$1` stands for the first `*` of what is imported.

use super::{ANY_TOKEN, SubjectFault, faults, has_tail, wildcard_count};

/// What Go's library holds against a local name, in the order in which it looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LocalFault {
    /// It is no subject. A space is reported twice: Go looks for it twice.
    Subject(SubjectFault),
    /// What is imported has no subject.
    SourceEmpty,
    /// Only one of the two ends in `>`.
    Tail,
    /// A reference past the last `*` of what is imported.
    Reference(i64),
    /// Not as many references and wildcards as what is imported has wildcards.
    Count,
}

/// Everything that Go's library holds against the local name of an import.
#[must_use]
pub fn local_faults(local: &str, source: &str) -> Vec<LocalFault> {
    let mut found: Vec<_> = faults(local).into_iter().map(LocalFault::Subject).collect();
    if source.is_empty() {
        found.push(LocalFault::SourceEmpty);
    }
    if local.contains(' ') {
        found.push(LocalFault::Subject(SubjectFault::Space));
    }
    if has_tail(local) != has_tail(source) {
        found.push(LocalFault::Tail);
    }
    let wildcards = wildcard_count(source);
    let mut placed = wildcard_count(local);
    for index in local.split('.').filter_map(reference) {
        // A reference below 1 passes here; the server would put a wrong token in its place.
        if usize::try_from(index).is_ok_and(|index| index > wildcards) {
            found.push(LocalFault::Reference(index));
        } else {
            placed += 1;
        }
    }
    if placed != wildcards {
        found.push(LocalFault::Count);
    }
    found
}

/// The number of a `$n` token. Any integer counts for Go: also `$0` and `$-1`, which refer to nothing.
#[must_use]
pub fn reference(token: &str) -> Option<i64> {
    token.strip_prefix('$')?.parse().ok()
}

/// Go's `ToSubject`: the local name with `*` for every reference, which is what it is subscribed to as.
#[must_use]
pub fn to_subject(local: &str) -> String {
    let tokens: Vec<&str> = local
        .split('.')
        .map(|token| reference(token).map_or(token, |_| ANY_TOKEN))
        .collect();
    tokens.join(".")
}
