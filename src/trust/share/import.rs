//! Imports of an account.

use super::sought::unless_unreadable;
use super::{Done, Grant, Part, Party, ShareError};
use crate::clock::UnixSeconds;
use crate::jwt::claims::{Account, Activation, Claims, Import, ShareType};
use crate::jwt::decode::{Unverified, decode};
use crate::jwt::subject::local::{LocalFault, local_faults, reference};
use crate::jwt::subject::{Subject, matches_all_of};
use crate::nkey::AccountKey;
use crate::text::quoted;

/// How an import is to be.
#[derive(Clone, Debug)]
pub struct NewImport {
    /// What is taken, as its first publisher sees it.
    pub subject: String,
    /// Stream or service.
    pub share_type: ShareType,
    /// Whose it is.
    pub exporter: AccountKey,
    /// The activation, where there is one.
    pub token: Option<String>,
    /// What the activation calls it; its subject where nothing is said.
    pub name: Option<String>,
    /// What it is called here, unless something else is asked for.
    pub local: Option<Subject>,
}

/// What is asked for beside that. What is not stays as it is where the import is there already.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportTerms {
    /// What people call it.
    pub name: Option<String>,
    /// What it is called here.
    pub local: Option<Subject>,
    /// Whether the exporter learns about the client.
    pub share: Option<bool>,
    /// Whether message traces go on behind it.
    pub allow_trace: Option<bool>,
}

impl NewImport {
    /// One of a public export, with nothing said about it.
    #[must_use]
    pub fn public(exporter: AccountKey, subject: &Subject, share_type: ShareType) -> Self {
        Self {
            subject: subject.to_string(),
            share_type,
            exporter,
            token: None,
            name: None,
            local: None,
        }
    }

    /// What an activation gives leave for. A service is called what it is there, as nsc has it.
    #[must_use]
    pub fn granted(grant: &Grant) -> Self {
        let service = grant.share_type == ShareType::Service;
        Self {
            token: Some(grant.token.clone()),
            name: (!grant.name.is_empty()).then(|| grant.name.clone()),
            local: service.then(|| grant.subject.clone()),
            ..Self::public(grant.exporter.key, &grant.subject, grant.share_type)
        }
    }
}

/// Adds an import. An activation for one that is there already takes the place of its own: so it is renewed.
pub fn add_import(
    claims: &mut Claims<Account>,
    new: NewImport,
    terms: ImportTerms,
) -> Result<Done, ShareError> {
    let exporter = new.exporter.to_string();
    if exporter == claims.subject {
        return Err(ShareError::Itself(claims.name.clone(), "import from"));
    }
    let service = new.share_type == ShareType::Service;
    let refused = |term, whose| {
        Err(ShareError::Terms {
            term,
            whose,
            subject: new.subject.clone(),
            share_type: new.share_type,
        })
    };
    if terms.share == Some(true) && !service {
        return refused("--share", "services");
    }
    if terms.allow_trace == Some(true) && service {
        return refused("--allow-trace", "streams");
    }
    let local = terms.local.as_ref().or(new.local.as_ref());
    if let Some(local) = local {
        fits(local, &new.subject)?;
    }
    let taken = ShareError::Taken {
        account: claims.name.clone(),
        does: "imports",
        subject: new.subject.clone(),
        share_type: new.share_type,
    };
    let imports = &mut claims.body.imports;
    let mut same: Vec<&mut Import> = imports
        .iter_mut()
        .filter(|import| {
            import.account == exporter
                && import.subject == new.subject
                && import.share_type == new.share_type
        })
        .collect();
    if !same.is_empty() {
        let token = new.token.ok_or_else(|| taken.clone())?;
        return renew(&mut same, &token, &terms).ok_or(taken);
    }
    let import = Import {
        name: terms
            .name
            .or(new.name)
            .unwrap_or_else(|| new.subject.clone()),
        local_subject: local.map(ToString::to_string).unwrap_or_default(),
        subject: new.subject,
        account: exporter,
        token: new.token.unwrap_or_default(),
        share_type: new.share_type,
        share: terms.share.unwrap_or_default(),
        allow_trace: terms.allow_trace.unwrap_or_default(),
        ..Import::default()
    };
    let done = Done::change(format!("added {}", title(&import)));
    claims.body.imports.push(import);
    Ok(done)
}

/// Gives imports another activation, and changes what else is asked for. Nothing where they have that one already, and where
/// several would be called the same.
fn renew(imports: &mut [&mut Import], token: &str, terms: &ImportTerms) -> Option<Done> {
    let is_several = imports.len() > 1 && *terms != ImportTerms::default();
    if is_several || imports.iter().all(|import| import.token == token) {
        return None;
    }
    let mut done = Done::default();
    for import in imports {
        if issued_at(&import.token) > issued_at(token) {
            done.warnings
                .push("the activation that it had was given later than this one".to_owned());
        }
        token.clone_into(&mut import.token);
        if let Some(name) = &terms.name {
            import.name.clone_from(name);
        }
        if let Some(local) = &terms.local {
            import.local_subject = local.to_string();
        }
        import.share = terms.share.unwrap_or(import.share);
        import.allow_trace = terms.allow_trace.unwrap_or(import.allow_trace);
        done.changes.push(format!("renewed {}", title(import)));
    }
    Some(done)
}

/// When an activation was given; nothing where there is none that can be read.
fn issued_at(token: &str) -> Option<UnixSeconds> {
    let token: Unverified<Activation> = decode(token).ok()?.try_into().ok()?;
    Some(token.claims().issued_at)
}

/// Whether a local subject says where each wildcard of what is imported goes.
fn fits(local: &Subject, subject: &str) -> Result<(), ShareError> {
    let below_one = local
        .as_str()
        .split('.')
        .filter_map(reference)
        .any(|index| index < 1);
    let reason = match local_faults(local.as_str(), subject).first() {
        _ if below_one => "the first wildcard is $1",
        None => return Ok(()),
        Some(LocalFault::Tail) => "both must end in `>`, or neither",
        Some(LocalFault::Reference(_)) => "it refers to a wildcard that is not there",
        Some(LocalFault::Count) => "it must refer to each wildcard once, as $1, $2 and so on",
        Some(LocalFault::Subject(_) | LocalFault::SourceEmpty) => "it is no subject",
    };
    Err(ShareError::Local {
        local: local.clone(),
        subject: subject.to_owned(),
        reason,
    })
}

/// Whether an account of the store offers that without an activation. What it does not offer yet, it may later: that is a
/// warning and no more.
pub fn offered(
    exporter: &Party,
    claims: &Claims<Account>,
    importer: &Claims<Account>,
    subject: &Subject,
    share_type: ShareType,
) -> Result<Option<String>, ShareError> {
    let offers = |service: bool| {
        claims.body.exports.iter().find(|export| {
            (export.share_type == ShareType::Service) == service
                && matches_all_of(&export.subject, subject.as_str())
        })
    };
    let service = share_type == ShareType::Service;
    let Some(export) = offers(service) else {
        return match offers(!service) {
            Some(other) => Err(ShareError::OtherType {
                subject: subject.clone(),
                exporter: exporter.title(),
                share_type: other.share_type,
            }),
            None => Ok(Some(format!(
                "account {} exports no {share_type} {} so far",
                exporter.title(),
                quoted(subject)
            ))),
        };
    };
    if export.token_required {
        return Err(ShareError::Private {
            subject: subject.clone(),
            exporter: exporter.title(),
        });
    }
    let position = export.account_token_position;
    let Some(index) = usize::try_from(position)
        .ok()
        .and_then(|at| at.checked_sub(1))
    else {
        return Ok(None);
    };
    let mut tokens: Vec<&str> = subject.as_str().split('.').collect();
    match tokens.get_mut(index) {
        Some(token) if *token == importer.subject => Ok(None),
        token => {
            if let Some(token) = token {
                *token = &importer.subject;
            }
            Err(ShareError::Position {
                subject: export.subject.clone(),
                exporter: exporter.title(),
                position,
                wanted: tokens.join("."),
                share_type,
            })
        }
    }
}

/// Takes an import away: the one of that subject, and from that account where several have it.
pub fn delete_import(
    claims: &mut Claims<Account>,
    subject: Option<&str>,
    exporter: Option<&str>,
    service: Option<bool>,
) -> Result<Done, ShareError> {
    let account = claims.name.clone();
    if claims.body.imports.is_empty() {
        let none = ShareError::None {
            account,
            part: Part::Import,
        };
        return Err(unless_unreadable(subject, none));
    }
    let meant: Vec<(usize, &Import)> = claims
        .body
        .imports
        .iter()
        .enumerate()
        .filter(|(_, import)| subject.is_none_or(|subject| import.subject == subject))
        .filter(|(_, import)| exporter.is_none_or(|key| import.account == key))
        .filter(|(_, import)| {
            service.is_none_or(|service| service == (import.share_type == ShareType::Service))
        })
        .collect();
    match *meant {
        [(index, _)] => {
            let import = claims.body.imports.remove(index);
            Ok(Done::change(format!("deleted {}", title(&import))))
        }
        [] => {
            let mut wanted = subject.map(quoted).unwrap_or_default();
            if let Some(exporter) = exporter {
                wanted = format!("{wanted} from {exporter}").trim().to_owned();
            }
            let none = ShareError::NoSuch {
                account,
                part: Part::Import,
                wanted,
            };
            Err(unless_unreadable(subject, none))
        }
        _ => {
            let several: Vec<String> = meant
                .iter()
                .map(|(_, import)| {
                    let Import {
                        share_type,
                        subject,
                        account,
                        ..
                    } = import;
                    format!("{share_type} {subject} from {account}")
                })
                .collect();
            Err(ShareError::Several {
                account,
                part: Part::Import,
                several: several.join(", "),
                tell: if subject.is_none() {
                    "name one with --subject"
                } else {
                    "say which with --src-account or --service"
                },
            })
        }
    }
}

fn title(import: &Import) -> String {
    let access = if import.token.is_empty() {
        "public"
    } else {
        "private"
    };
    let local = if import.local_subject.is_empty() || import.local_subject == import.subject {
        String::new()
    } else {
        format!(" as {}", quoted(&import.local_subject))
    };
    format!(
        "{access} {} import {} from {}{local}",
        import.share_type,
        quoted(&import.subject),
        import.account
    )
}
