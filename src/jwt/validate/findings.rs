//! Collects issues while the rules walk through claims, and knows where in the claims they are.

use super::issue::{Code, Issue, Origin};

/// The issues so far, and the place that is being looked at.
#[derive(Default)]
pub struct Findings {
    issues: Vec<Issue>,
    place: Vec<String>,
    beyond_go: bool,
}

impl Findings {
    /// Reports an issue at this place.
    pub fn add(&mut self, code: Code, message: impl Into<String>) {
        let origin = if self.beyond_go {
            Origin::Nkeep
        } else {
            code.origin()
        };
        self.issues.push(Issue {
            code,
            origin,
            message: message.into(),
            place: self.place.join("."),
            remedy: None,
        });
    }

    /// Checks a part of what is being looked at.
    pub fn within(&mut self, part: impl Into<String>, check: impl FnOnce(&mut Self)) {
        self.place.push(part.into());
        check(self);
        self.place.pop();
    }

    /// Applies rules where Go does not apply them: what they find is nkeep's.
    pub fn beyond_go(&mut self, check: impl FnOnce(&mut Self)) {
        let before = std::mem::replace(&mut self.beyond_go, true);
        check(self);
        self.beyond_go = before;
    }

    /// What was found.
    pub fn into_issues(self) -> Vec<Issue> {
        self.issues
    }
}
