//! Revocations of activations: an export says up to when activations no longer hold, for an account or for all.

use super::{Done, Part, ShareError, SoughtExport, export};
use crate::clock::{UnixSeconds, absolute};
use crate::jwt::claims::{Account, Claims, ShareType};
use crate::nkey::AccountKey;
use crate::text::quoted;

/// How all accounts are written.
const EVERYONE: &str = "*";

/// Whose activations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// Those of all.
    Everyone,
    /// Those of one account.
    Account(AccountKey),
}

impl Target {
    fn key(self) -> String {
        match self {
            Self::Everyone => EVERYONE.to_owned(),
            Self::Account(key) => key.to_string(),
        }
    }

    fn title(self) -> String {
        match self {
            Self::Everyone => "all accounts".to_owned(),
            Self::Account(key) => format!("account {key}"),
        }
    }
}

/// Up to when activations no longer hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RevokedUpTo {
    /// When.
    pub at: UnixSeconds,
    /// The newest activation that is known to have been signed for those accounts.
    pub newest: UnixSeconds,
}

/// Revokes activations that were signed up to a time. What was revoked up to later stays so.
pub fn revoke(
    claims: &mut Claims<Account>,
    sought: SoughtExport<'_>,
    target: Target,
    up_to: RevokedUpTo,
) -> Result<Done, ShareError> {
    let index = find(claims, sought)?;
    let export = &mut claims.body.exports[index];
    let shown = export::title(export);
    let key = target.key();
    let (before, at) = (export.revocations.get(&key).copied(), up_to.at);
    let mut done = Done::default();
    if before.is_none_or(|before| before < at) {
        export.revocations.insert(key, at);
        done.changes.push(format!(
            "{shown}: revoked activations for {} signed up to {}",
            target.title(),
            absolute(at)
        ));
    }
    if let Some(part) = sought
        .subject
        .filter(|part| part.as_str() != export.subject)
    {
        done.warnings.push(format!(
            "that is wider than {}: an export is revoked as a whole, here {}",
            quoted(part),
            quoted(&export.subject)
        ));
    }
    if !export.token_required {
        done.warnings
            .push("it is a public export: nobody needs an activation to import it".to_owned());
    }
    if up_to.newest > at.max(before.unwrap_or_default()) {
        done.warnings.push(format!(
            "an activation signed at {} still holds; --at 0 revokes it, too",
            absolute(up_to.newest)
        ));
    }
    Ok(done)
}

/// Takes a revocation back.
pub fn clear_revocation(
    claims: &mut Claims<Account>,
    sought: SoughtExport<'_>,
    target: Target,
) -> Result<Done, ShareError> {
    let index = find(claims, sought)?;
    let export = &mut claims.body.exports[index];
    let Some(up_to) = export.revocations.remove(&target.key()) else {
        return Err(ShareError::NoSuch {
            account: claims.name.clone(),
            part: Part::Revocation,
            wanted: format!("for {} of {}", target.title(), export::title(export)),
        });
    };
    let mut done = Done::change(format!(
        "{}: deleted the revocation for {}",
        export::title(export),
        target.title()
    ));
    done.warnings.push(format!(
        "activations signed up to {} hold again, unless another revocation is left",
        absolute(up_to)
    ));
    Ok(done)
}

/// The export that is meant: of two that differ by type the stream, as nsc has it.
fn find(claims: &Claims<Account>, sought: SoughtExport<'_>) -> Result<usize, ShareError> {
    match sought.find_containing(claims, Part::Export) {
        Err(ShareError::Several { .. }) => {
            let stream = SoughtExport {
                service: Some(sought.service.unwrap_or(false)),
                ..sought
            };
            stream.find_containing(claims, Part::Export)
        }
        found => found,
    }
}

/// A revocation as it stands in an export.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revocation {
    /// Of which export.
    pub subject: String,
    /// Which is what.
    pub share_type: ShareType,
    /// For which account, or `*`.
    pub account: String,
    /// Activations signed up to then no longer hold.
    pub up_to: UnixSeconds,
}

/// The revocations of an export, or of all exports where none is named.
pub fn revocations(
    claims: &Claims<Account>,
    sought: SoughtExport<'_>,
) -> Result<Vec<Revocation>, ShareError> {
    let exports = match sought.subject {
        Some(_) => {
            let index = find(claims, sought)?;
            &claims.body.exports[index..=index]
        }
        None => &claims.body.exports[..],
    };
    let meant = exports.iter().filter(|export| {
        let is_service = export.share_type == ShareType::Service;
        sought.service.is_none_or(|service| service == is_service)
    });
    Ok(meant
        .flat_map(|export| {
            export
                .revocations
                .iter()
                .map(|(account, up_to)| Revocation {
                    subject: export.subject.clone(),
                    share_type: export.share_type,
                    account: account.clone(),
                    up_to: *up_to,
                })
        })
        .collect())
}
