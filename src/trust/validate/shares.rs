//! What accounts offer and take, looked at from both sides.

use std::borrow::Cow;
use std::collections::HashMap;

use super::{Above, Checked, Found};
use crate::clock::UnixSeconds;
use crate::jwt::chain::{self, AsOf, Distrust};
use crate::jwt::claims::{Account, Activation, Claims, Export, Import, ShareType};
use crate::jwt::decode::{Token, Unverified, decode};
use crate::jwt::subject::{is_contained_in, matches_all_of, overlap};
use crate::jwt::validate::{Code, quoted};
use crate::nkey::PublicKey;
use crate::trust::share::cycle::{cycle, local, what_comes_back};
use crate::trust::share::rivals::rivals;

/// What is wrong with an import, if anything.
type Verdict = Result<(), (Code, String)>;

/// Everything that accounts offer and take.
pub struct Shares<'a> {
    accounts: HashMap<&'a str, &'a Claims<Account>>,
    /// Imports by the account that they are from.
    taken: HashMap<&'a str, Vec<&'a Import>>,
}

impl<'a> Shares<'a> {
    pub fn of(above: &'a Above) -> Self {
        let mut shares = Self {
            accounts: HashMap::with_capacity(above.accounts.len()),
            taken: HashMap::new(),
        };
        for (account, _) in above.accounts.values() {
            let claims = account.claims();
            shares.accounts.insert(&claims.subject, claims);
            for import in &claims.body.imports {
                shares
                    .taken
                    .entry(&import.account)
                    .or_default()
                    .push(import);
            }
        }
        shares
    }

    /// Looks at what an account takes and offers.
    pub fn check(&self, checked: &mut Checked, above: &Above, now: UnixSeconds) {
        let Some(Token::Account(token)) = checked.token.as_ref() else {
            return;
        };
        let claims = token.claims();
        let mut found = Vec::new();
        for (index, import) in claims.body.imports.iter().enumerate() {
            let place = format!("nats.imports[{index}]");
            if let Err((code, message)) = self.import(import, &claims.subject, above, now) {
                found.push((code, place.clone(), message, None));
            }
            let body_of = |key: &str| {
                let claims = self.accounts.get(key)?;
                Some(Cow::Borrowed(&claims.body))
            };
            if let Some(way) = cycle(&claims.subject, import, body_of) {
                let what = what_comes_back(import.share_type);
                let message = format!("{what} come back: {}", way.join(" > "));
                // Cut in one place it is no circle any more: the same place, whoever of them is looked at.
                let called = |key: &String| self.accounts.get(key.as_str()).map(|of| &of.name);
                let first = way.iter().min_by_key(|key| (called(key), *key));
                let cut = first.filter(|cut| **cut != claims.subject).cloned();
                found.push((Code::ImportCycle, place, message, cut));
            }
        }
        found.extend(twice(&claims.body.imports));
        found.extend(
            rivals(&claims.body.imports)
                .into_iter()
                .map(|(index, message)| {
                    let place = format!("nats.imports[{index}]");
                    (Code::ImportRivals, place, message, None)
                }),
        );
        let taken = self.taken.get(claims.subject.as_str());
        for (index, export) in claims.body.exports.iter().enumerate() {
            // What the system account offers is for people who look.
            let used = export.subject.starts_with("$SYS.")
                || taken.into_iter().flatten().any(|import| {
                    import.share_type == export.share_type
                        && is_contained_in(&import.subject, &export.subject)
                });
            if !used {
                let message = format!(
                    "no account in the store imports {}",
                    quoted(&export.subject)
                );
                found.push((
                    Code::ExportUnused,
                    format!("nats.exports[{index}]"),
                    message,
                    None,
                ));
            }
        }
        checked.add_all(found);
    }

    /// Whether what is imported is offered, to whoever takes it.
    fn import(&self, import: &Import, importer: &str, above: &Above, now: UnixSeconds) -> Verdict {
        let (subject, from) = (&import.subject, &import.account);
        let Some(exporter) = self.accounts.get(from.as_str()).map(|claims| &claims.body) else {
            return Err((
                Code::ImportAccountUnknown,
                format!("it is from account {from}, which is not in the store"),
            ));
        };
        // Of a `>`, no server takes a `*` for the whole, as Go's test of the text does.
        let holds = |export: &&Export| matches_all_of(&export.subject, subject);
        let offered: Vec<&Export> = exporter.exports.iter().filter(holds).collect();
        let Some(export) = offered
            .iter()
            .find(|export| export.share_type == import.share_type)
        else {
            return Err(match offered.first() {
                Some(other) => (
                    Code::ImportOtherType,
                    format!(
                        "{subject:?} of account {from} is a {}, and imported as a {}",
                        other.share_type.name(),
                        import.share_type.name()
                    ),
                ),
                None => (
                    Code::ImportNotExported,
                    match parts_of(import, exporter) {
                        Some(parts) => format!(
                            "account {from} does not export {subject:?}, but {parts} in it alone"
                        ),
                        None => format!("account {from} does not export {subject:?}"),
                    },
                ),
            });
        };
        // Where a token of the subject says who takes it, servers look at that alone.
        if let Some(place) = position(export) {
            return match subject.split('.').nth(place) {
                Some(token) if token == importer => Ok(()),
                _ => Err((
                    Code::ImportPosition,
                    format!("token {} of {subject:?} must be {importer}", place + 1),
                )),
            };
        }
        if !export.token_required {
            return Ok(());
        }
        if import.token.is_empty() {
            return Err((
                Code::ImportTokenMissing,
                format!("{subject:?} of account {from} takes an activation, and there is none"),
            ));
        }
        self.activation(import, above, now)
    }

    /// Whether the activation still stands in the chain. What is wrong with it alone, the import's own rules say.
    fn activation(&self, import: &Import, above: &Above, now: UnixSeconds) -> Verdict {
        let Some(token) = decode(&import.token)
            .ok()
            .and_then(|token| Unverified::<Activation>::try_from(token).ok())
        else {
            return Ok(());
        };
        let account = import.account.parse::<PublicKey>().ok();
        let Some((account, operator)) = account.and_then(|key| above.accounts.get(&key)) else {
            return Ok(());
        };
        let Some(operator) = above.operators.get(operator) else {
            return Ok(());
        };
        let by_identity = operator.claims().body.strict_signing_key_usage
            && chain::is_by_identity(&token, account);
        match chain::activation(token, account, operator, AsOf::Time(now)) {
            Err(distrust) => Err((
                match distrust {
                    Distrust::Revoked { .. } => Code::ImportTokenRevoked,
                    _ => Code::ImportTokenDistrusted,
                },
                format!("its activation does not hold: {distrust}"),
            )),
            Ok(_) if by_identity => Err((
                Code::ImportTokenIdentity,
                format!(
                    "the identity key of account {} signed its activation, and the operator demands signing keys; \
                     servers take it all the same",
                    import.account
                ),
            )),
            Ok(_) => Ok(()),
        }
    }
}

/// The exports that hold a part of what is imported, as a message names them.
pub fn parts_of(import: &Import, exporter: &Account) -> Option<String> {
    let exports = exporter.exports.iter();
    let parts: Vec<String> = exports
        .filter(|export| export.share_type == import.share_type)
        .filter(|export| overlap(&export.subject, &import.subject))
        .map(|export| quoted(&export.subject))
        .collect();
    (!parts.is_empty()).then(|| parts.join(" and "))
}

/// Imports of streams of which a subscription gets messages twice. Of two, that is said which the other contains.
fn twice(imports: &[Import]) -> Vec<Found> {
    let streams: Vec<_> = imports
        .iter()
        .enumerate()
        .filter(|(_, import)| import.share_type == ShareType::Stream && import.to.is_empty())
        .map(|(index, import)| (index, import, local(import)))
        .collect();
    let mut found = Vec::new();
    for (at, one) in streams.iter().enumerate() {
        for other in &streams[at + 1..] {
            let meet = one.1.account == other.1.account
                && overlap(&one.1.subject, &other.1.subject)
                && overlap(&one.2, &other.2);
            if !meet {
                continue;
            }
            let is_first = !is_contained_in(&other.1.subject, &one.1.subject)
                && is_contained_in(&one.1.subject, &other.1.subject);
            let (said, beside) = if is_first { (one, other) } else { (other, one) };
            let is_part = is_contained_in(&said.1.subject, &beside.1.subject)
                && is_contained_in(&said.2, &beside.2);
            let message = format!(
                "{} and {} of account {} have messages in common, and whoever subscribes to {} gets those twice",
                quoted(&said.1.subject),
                quoted(&beside.1.subject),
                said.1.account,
                quoted(&said.2),
            );
            // What is a part of the other is not missed.
            let remedy = is_part.then(String::new);
            found.push((
                Code::ImportTwice,
                format!("nats.imports[{}]", said.0),
                message,
                remedy,
            ));
        }
    }
    found
}

/// Which token of an export is its importer's public key, counted from 0.
fn position(export: &Export) -> Option<usize> {
    usize::try_from(export.account_token_position)
        .ok()?
        .checked_sub(1)
}
