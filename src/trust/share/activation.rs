//! Activations: leave to import a private export, signed by the account that exports it.

use super::{Part, Party, Revocation, ShareError, SoughtExport, Target};
use crate::clock::{UnixSeconds, absolute};
use crate::jwt::chain::{self, AsOf, Distrust, Trusted};
use crate::jwt::claims::{Account, Activation, Claims, Export, ShareType};
use crate::jwt::decode::Unverified;
use crate::jwt::subject::{Subject, overlap};
use crate::jwt::validate::{Issue, validate};
use crate::nkey::{AccountKey, PublicKey};
use crate::store::record::Issued;
use crate::store::{Changes, Records};
use crate::text::quoted;
use crate::trust::issue::AHEAD;
use crate::trust::new::AccountDesk;
use crate::trust::revoke::ANYBODY;
use crate::trust::{
    Result, TrustError, claims, issue, operator_of, trusted_account, trusted_operator,
};

/// What the inventory of issued tokens calls them.
pub(super) const KIND: &str = "activation";

/// How an activation is to be.
#[derive(Clone, Debug)]
pub struct NewActivation<'a> {
    /// Of which export; its subject may be a part of the export's.
    pub sought: SoughtExport<'a>,
    /// Who may import it.
    pub importer: AccountKey,
    /// From when, 0 for always.
    pub not_before: UnixSeconds,
    /// Until when, 0 for ever.
    pub expires: UnixSeconds,
}

/// An activation that was signed.
#[derive(Clone, Debug)]
pub struct Activated {
    /// The token.
    pub token: Trusted<Activation>,
    /// What is revoked that shut the importer out, where it is let in again.
    pub lets_in: Option<Revocation>,
}

/// Signs an activation, later than any before for that account and than what was revoked.
pub fn activate(
    changes: &mut dyn Changes,
    desk: &AccountDesk,
    new: NewActivation<'_>,
) -> Result<Activated> {
    let exporter = desk.trusted.claims();
    let importer = new.importer.to_string();
    if importer == exporter.subject {
        return Err(ShareError::Itself(exporter.name.clone(), "give leave to").into());
    }
    let export = private_export(exporter, new.sought)?;
    let subject = match new.sought.subject {
        Some(subject) => subject.to_string(),
        None => export.subject.clone(),
    };
    let revoked = [&importer, "*"]
        .into_iter()
        .filter_map(|key| export.revocations.get(key).copied())
        .max()
        .unwrap_or_default();
    if revoked > changes.now() + AHEAD {
        return Err(ShareError::RevokedAhead {
            subject,
            up_to: revoked,
        }
        .into());
    }
    let newest = newest_activation(changes, exporter, Target::Account(new.importer))?;
    let lets_in = shut_out(changes, exporter, export, new.importer)?;
    desk.must_be_here()?;
    let issuer = desk.signer();
    let mut claims = Claims::<Activation> {
        name: subject.clone(),
        subject: importer,
        not_before: new.not_before,
        expires: new.expires,
        ..Claims::default()
    };
    claims.body.subject = subject;
    claims.body.kind = export.share_type;
    if issuer != desk.account.key {
        claims.body.issuer_account = desk.account.key.to_string();
    }
    let last = newest.max(revoked);
    let trusted = issue(changes, "", claims, last, &*desk.signer, |token| {
        chain::activation(token, &desk.trusted, &desk.operator, AsOf::AnyTime)
    })?;
    note(changes, desk, &trusted)?;
    Ok(Activated {
        token: trusted,
        lets_in,
    })
}

/// Notes that an activation was issued.
pub(super) fn note(
    changes: &mut dyn Changes,
    desk: &AccountDesk,
    token: &Trusted<Activation>,
) -> Result<()> {
    let claims = token.claims();
    Ok(changes.put_issued(&Issued {
        jti: claims.id.clone(),
        kind: KIND.to_owned(),
        subject: claims.subject.clone(),
        account: desk.account.key,
        issuer: *token.issuer(),
        issued_at: claims.issued_at,
        expires: claims.expires,
    })?)
}

/// What is revoked that shuts an account out of an export: by name, or, as everybody's, where it was given something before.
fn shut_out(
    records: &dyn Records,
    exporter: &Claims<Account>,
    export: &Export,
    importer: AccountKey,
) -> Result<Option<Revocation>> {
    let key = importer.to_string();
    let own = export.revocations.get(&key).copied();
    let all = export.revocations.get(ANYBODY).copied();
    let mut had = own.is_some();
    if let Some(up_to) = all {
        let issued = records.issued_for(&key)?.into_iter();
        had |= issued
            .filter(|row| row.kind == KIND && row.account.to_string() == exporter.subject)
            .any(|row| row.issued_at <= up_to);
        let known = Party::of_key(records, importer)?.known;
        let imports = match known {
            Some(known) => claims::<Account>(&known)?.into_claims().body.imports,
            None => Vec::new(),
        };
        had |= imports.iter().any(|import| {
            import.account == exporter.subject
                && import.share_type == export.share_type
                && !import.token.is_empty()
                && overlap(&import.subject, &export.subject)
        });
    }
    let up_to = own.max(all).filter(|_| had);
    Ok(up_to.map(|up_to| Revocation {
        subject: export.subject.clone(),
        share_type: export.share_type,
        account: key,
        up_to,
    }))
}

fn private_export<'a>(
    exporter: &'a Claims<Account>,
    sought: SoughtExport<'_>,
) -> Result<&'a Export, ShareError> {
    let refused = match sought.find_containing(exporter, Part::PrivateExport) {
        Ok(index) => return Ok(&exporter.body.exports[index]),
        Err(refused) => refused,
    };
    match (
        sought.subject,
        sought.find_containing(exporter, Part::Export),
    ) {
        (Some(subject), Ok(index)) => Err(ShareError::Public {
            exporter: exporter.name.clone(),
            subject: subject.clone(),
            share_type: exporter.body.exports[index].share_type,
        }),
        _ => Err(refused),
    }
}

/// When the newest activation was signed that an account gave to another, or to any; 0 where there is none.
pub fn newest_activation(
    records: &dyn Records,
    exporter: &Claims<Account>,
    importer: Target,
) -> Result<UnixSeconds> {
    let mut newest = 0;
    let keys = std::iter::once(&exporter.subject).chain(exporter.body.signing_keys.0.keys());
    for key in keys {
        let Ok(key) = key.parse::<PublicKey>() else {
            continue;
        };
        for issued in records.issued_by(&key)? {
            let meant = match importer {
                Target::Everyone => true,
                Target::Account(importer) => issued.subject == importer.to_string(),
            };
            if issued.kind == KIND && meant {
                newest = newest.max(issued.issued_at);
            }
        }
    }
    Ok(newest)
}

/// What an activation gives leave for, and to whom.
#[derive(Clone, Debug)]
pub struct Grant {
    /// Who gave it.
    pub exporter: Party,
    /// What may be imported.
    pub subject: Subject,
    /// As what.
    pub share_type: ShareType,
    /// What it calls itself.
    pub name: String,
    /// The token.
    pub token: String,
    /// What could not be checked, or does not hold yet.
    pub warnings: Vec<String>,
}

/// Reads an activation that an account was given: that it is for that account and holds, as far as the store knows the
/// one who gave it.
pub fn granted(
    records: &dyn Records,
    token: &Unverified<Activation>,
    importer: &Claims<Account>,
    now: UnixSeconds,
) -> Result<Grant> {
    let claims = token.claims();
    if claims.subject != importer.subject {
        return Err(ShareError::OtherAccount {
            expected: format!("{} {}", importer.name, importer.subject),
            found: claims.subject.clone(),
        }
        .into());
    }
    let mut blocking = validate(claims, now);
    blocking.retain(Issue::blocking);
    if !blocking.is_empty() {
        return Err(TrustError::Rules(blocking));
    }
    let body = &claims.body;
    let subject: Subject = body.subject.parse().map_err(|reason| ShareError::Subject {
        subject: body.subject.clone(),
        reason,
    })?;
    let exporter = if body.issuer_account.is_empty() {
        &claims.issuer
    } else {
        &body.issuer_account
    };
    let exporter = Party::of_key(records, exporter.parse()?)?;
    let mut warnings = Vec::new();
    if claims.not_before > now {
        warnings.push(Distrust::NotYetValid(claims.not_before).to_string());
    }
    warnings.extend(holding(records, token, &exporter, now)?);
    Ok(Grant {
        subject,
        share_type: body.kind,
        name: claims.name.clone(),
        token: token.token().to_owned(),
        warnings,
        exporter,
    })
}

/// Whether an activation holds. Of an account that the store does not know, nobody can say: that is a warning.
fn holding(
    records: &dyn Records,
    token: &Unverified<Activation>,
    exporter: &Party,
    now: UnixSeconds,
) -> Result<Option<String>> {
    let claims = token.claims();
    let distrusted = |reason| ShareError::Activation {
        exporter: exporter.title(),
        subject: claims.body.subject.clone(),
        reason,
    };
    if claims.expires > 0 && now > claims.expires {
        return Err(distrusted(Distrust::Expired(claims.expires)).into());
    }
    let Some(entity) = &exporter.known else {
        return Ok(Some(format!(
            "account {} is not in this store: whether it exports {}, and whether {} may sign for it, was not checked",
            exporter.title(),
            quoted(&claims.body.subject),
            claims.issuer
        )));
    };
    let operator = trusted_operator(&operator_of(records, entity)?)?;
    let account = trusted_account(entity, &operator)?;
    chain::activation(token.clone(), &account, &operator, AsOf::AnyTime).map_err(distrusted)?;
    let shut_out = account.claims().body.exports.iter().find_map(|export| {
        let is_it = export.share_type == claims.body.kind
            && export.token_required
            && overlap(&export.subject, &claims.body.subject);
        is_it.then(|| export.revocations.get(&claims.subject))?
    });
    Ok(shut_out.map(|up_to| {
        format!(
            "account {} revoked the activations of {} for this account up to {}; this one is later, and lets it in again",
            exporter.title(),
            quoted(&claims.body.subject),
            absolute(*up_to)
        )
    }))
}
