//! Rules about subjects, wherever they stand.

use super::findings::Findings;
use super::issue::Code;
use super::quote::quoted;
use crate::jwt::subject::{self, SubjectFault};

/// Go's code and message for what it holds against a subject.
pub fn described(fault: SubjectFault, subject: &str) -> (Code, String) {
    let shown = quoted(subject);
    match fault {
        SubjectFault::Empty => (Code::SubjectEmpty, "subject cannot be empty".to_owned()),
        SubjectFault::Space => (
            Code::SubjectSpace,
            format!("subject {shown} cannot have spaces"),
        ),
        SubjectFault::EdgeDot => (
            Code::SubjectEdgeDot,
            format!("subject {shown} cannot start or end with a `.`"),
        ),
        SubjectFault::DoubleDot => (
            Code::SubjectDoubleDot,
            format!("subject {shown} cannot contain consecutive `.`"),
        ),
    }
}

/// Reports everything that is wrong with a subject.
pub fn check(subject: &str, findings: &mut Findings) {
    let faults = subject::faults(subject);
    for fault in &faults {
        let (code, message) = described(*fault, subject);
        findings.add(code, message);
    }
    if faults.is_empty()
        && let Err(reason) = subject::check(subject)
    {
        let shown = quoted(subject);
        findings.add(
            Code::SubjectUnusable,
            format!("servers do not take the subject {shown}: {reason}"),
        );
    }
}
