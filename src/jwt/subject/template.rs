//! Templates in the permissions of a scoped signing key: `{{name()}}` and the like, which the server fills in when a
//! user connects. It knows six functions and refuses a connection over any other.

use std::fmt;

/// Makes a function of the name of a tag.
type TagFunction = fn(String) -> TemplateFunction;

/// Something that the server fills in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TemplateFunction {
    /// The user's name.
    UserName,
    /// The user's public key.
    UserSubject,
    /// The account's name.
    AccountName,
    /// The account's public key.
    AccountSubject,
    /// Each value of that tag of the user.
    Tag(String),
    /// Each value of that tag of the account.
    AccountTag(String),
}

impl fmt::Display for TemplateFunction {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UserName => formatter.write_str("{{name()}}"),
            Self::UserSubject => formatter.write_str("{{subject()}}"),
            Self::AccountName => formatter.write_str("{{account-name()}}"),
            Self::AccountSubject => formatter.write_str("{{account-subject()}}"),
            Self::Tag(key) => write!(formatter, "{{{{tag({key})}}}}"),
            Self::AccountTag(key) => write!(formatter, "{{{{account-tag({key})}}}}"),
        }
    }
}

/// Why the server cannot fill something in.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TemplateError {
    /// A function that the server does not know: it refuses the connection.
    #[error("the template function {0:?} is unknown")]
    Unknown(String),
    /// `Tag(…)`: recognised whatever the case, but cut off in lower case only, so it never finds its tag.
    #[error("the template function {0:?} must be written in lower case")]
    TagCase(String),
    /// No name of a tag, so it never finds one.
    #[error("the template function {0:?} names no tag")]
    NoTag(String),
}

impl TemplateFunction {
    /// Reads what stands between the braces.
    pub fn parse(operation: &str) -> Result<Self, TemplateError> {
        let operation = operation.trim();
        let folded = operation.to_lowercase();
        match folded.as_str() {
            "name()" => return Ok(Self::UserName),
            "subject()" => return Ok(Self::UserSubject),
            "account-name()" => return Ok(Self::AccountName),
            "account-subject()" => return Ok(Self::AccountSubject),
            _ => {}
        }
        let tags: [(&str, TagFunction); 2] =
            [("tag(", Self::Tag), ("account-tag(", Self::AccountTag)];
        for (prefix, function) in tags {
            let Some(key) = folded
                .strip_prefix(prefix)
                .and_then(|rest| rest.strip_suffix(')'))
            else {
                continue;
            };
            if !operation.starts_with(prefix) {
                return Err(TemplateError::TagCase(operation.to_owned()));
            }
            if key.trim().is_empty() {
                return Err(TemplateError::NoTag(operation.to_owned()));
            }
            return Ok(function(key.to_owned()));
        }
        Err(TemplateError::Unknown(operation.to_owned()))
    }
}

/// The first template in a text: what is before it, what is between its braces, and what is after it. The server looks
/// for `{{`, then something without a `}`, then `}}`; what does not fit stays as it stands.
fn first_template(text: &str) -> Option<(&str, &str, &str)> {
    let mut from = 0;
    while let Some(at) = text[from..].find("{{").map(|at| from + at) {
        let after = &text[at + 2..];
        if let Some(end) = after.find('}')
            && end > 0
            && after[end..].starts_with("}}")
        {
            return Some((&text[..at], &after[..end], &after[end + 2..]));
        }
        from = at + 1;
    }
    None
}

/// Every template in a subject, in its order.
#[must_use]
pub fn templates(subject: &str) -> Vec<Result<TemplateFunction, TemplateError>> {
    let mut found = Vec::new();
    let mut rest = subject;
    while let Some((_, operation, after)) = first_template(rest) {
        found.push(TemplateFunction::parse(operation));
        rest = after;
    }
    found
}

/// The subject with a text in place of its first template.
#[must_use]
pub fn with_first_filled(subject: &str, value: &str) -> String {
    first_template(subject).map_or_else(
        || subject.to_owned(),
        |(before, _, after)| format!("{before}{value}{after}"),
    )
}

/// The subject with a plain text in place of every template, so that the rest of it can be checked.
#[must_use]
pub fn filled_in(subject: &str, value: &str) -> String {
    let mut filled = String::with_capacity(subject.len());
    let mut rest = subject;
    while let Some((before, _, after)) = first_template(rest) {
        filled.push_str(before);
        filled.push_str(value);
        rest = after;
    }
    filled.push_str(rest);
    filled
}
