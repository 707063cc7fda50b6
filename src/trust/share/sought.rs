//! Which export of an account is meant, and that it is one.

use super::{Part, ShareError};
use crate::jwt::claims::{Account, Claims, Export, ShareType};
use crate::jwt::subject::{Subject, matches_all_of};
use crate::text::{quoted, shell_word};

/// Which export is meant.
#[derive(Clone, Copy, Debug, Default)]
pub struct SoughtExport<'a> {
    /// Its subject; needed where there are several.
    pub subject: Option<&'a Subject>,
    /// Whether it is the service or the stream; needed where both have the subject.
    pub service: Option<bool>,
}

impl SoughtExport<'_> {
    /// Where it is among the exports.
    pub(super) fn find(self, claims: &Claims<Account>, part: Part) -> Result<usize, ShareError> {
        self.found(claims, part, |export, wanted| export == wanted)
    }

    /// The same, where a subject that the export contains is as good as its own.
    pub(super) fn find_containing(
        self,
        claims: &Claims<Account>,
        part: Part,
    ) -> Result<usize, ShareError> {
        match self.find(claims, part) {
            Err(ShareError::NoSuch { .. }) => self.found(claims, part, |export, wanted| {
                matches_all_of(export, wanted)
            }),
            found => found,
        }
    }

    fn found(
        self,
        claims: &Claims<Account>,
        part: Part,
        matches: impl Fn(&str, &str) -> bool,
    ) -> Result<usize, ShareError> {
        let subject = self.subject.map(Subject::as_str);
        found(claims, part, subject, self.service, matches)
    }
}

/// Where an export is that is named as it stands in the claims, be that a subject or not.
pub(super) fn literally(
    claims: &Claims<Account>,
    subject: Option<&str>,
    service: Option<bool>,
) -> Result<usize, ShareError> {
    let found = found(claims, Part::Export, subject, service, |export, wanted| {
        export == wanted
    });
    found.map_err(|refused| unless_unreadable(subject, refused))
}

/// Why nothing is found, where what was asked for is no subject at all.
pub(super) fn unless_unreadable(subject: Option<&str>, refused: ShareError) -> ShareError {
    let unreadable = subject.and_then(|text| Some((text, text.parse::<Subject>().err()?)));
    match (unreadable, &refused) {
        (Some((text, reason)), ShareError::None { .. } | ShareError::NoSuch { .. }) => {
            ShareError::NothingThere {
                text: text.to_owned(),
                reason: reason.to_string(),
            }
        }
        _ => refused,
    }
}

fn found(
    claims: &Claims<Account>,
    part: Part,
    subject: Option<&str>,
    service: Option<bool>,
    matches: impl Fn(&str, &str) -> bool,
) -> Result<usize, ShareError> {
    let account = || claims.name.clone();
    let meant: Vec<(usize, &Export)> = claims
        .body
        .exports
        .iter()
        .enumerate()
        .filter(|(_, export)| part != Part::PrivateExport || export.token_required)
        .filter(|(_, export)| {
            let is_service = export.share_type == ShareType::Service;
            service.is_none_or(|service| service == is_service)
        })
        .collect();
    if meant.is_empty() && (subject.is_none() || claims.body.exports.is_empty()) {
        return Err(ShareError::None {
            account: account(),
            part,
        });
    }
    let meant: Vec<(usize, &Export)> = match subject {
        Some(subject) => meant
            .into_iter()
            .filter(|(_, export)| matches(&export.subject, subject))
            .collect(),
        None => meant,
    };
    match (&*meant, subject) {
        ([(index, _)], _) => Ok(*index),
        ([], subject) => Err(ShareError::NoSuch {
            account: account(),
            part,
            wanted: subject.map_or_else(String::new, quoted),
        }),
        (several, subject) => Err(ShareError::Several {
            account: account(),
            part,
            several: titles(several.iter().map(|(_, export)| *export)),
            tell: match subject {
                None => "name one with --subject",
                Some(_) => "say which with --service or --service=false",
            },
        }),
    }
}

fn titles<'a>(exports: impl Iterator<Item = &'a Export>) -> String {
    let titles: Vec<String> = exports
        .map(|export| format!("{} {}", export.share_type, export.subject))
        .collect();
    titles.join(", ")
}

/// The flags that say which export.
#[must_use]
pub fn which_export(subject: &str, kind: ShareType) -> String {
    format!(" -s {}{}", shell_word(subject), service(kind))
}

/// The flag that says that it is a service, where it is one.
#[must_use]
pub const fn service(kind: ShareType) -> &'static str {
    match kind {
        ShareType::Service => " --service",
        _ => "",
    }
}
