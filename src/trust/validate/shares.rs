//! What accounts offer and take, looked at from both sides.

use std::collections::{HashMap, HashSet};

use super::{Above, Checked};
use crate::clock::UnixSeconds;
use crate::jwt::chain::{self, AsOf, Distrust};
use crate::jwt::claims::{Account, Activation, Export, Import, ShareType};
use crate::jwt::decode::{Token, Unverified, decode};
use crate::jwt::subject::local::to_subject;
use crate::jwt::subject::{is_contained_in, overlap};
use crate::jwt::validate::{Code, quoted};
use crate::nkey::PublicKey;

/// What is wrong with an import, if anything.
type Verdict = Result<(), (Code, String)>;

/// Everything that accounts offer and take.
pub struct Shares<'a> {
    accounts: HashMap<&'a str, &'a Account>,
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
            shares.accounts.insert(&claims.subject, &claims.body);
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
            if let Some(way) = self.cycle(&claims.subject, import) {
                found.push((Code::ImportCycle, place, way, None));
            }
        }
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
        let Some(exporter) = self.accounts.get(from.as_str()) else {
            return Err((
                Code::ImportAccountUnknown,
                format!("it is from account {from}, which is not in the store"),
            ));
        };
        let holds = |export: &&Export| is_contained_in(subject, &export.subject);
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
                    format!("account {from} does not export {subject:?}"),
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

    /// A way along which what is imported comes back to the account itself. Servers refuse such imports.
    fn cycle(&self, account: &str, import: &Import) -> Option<String> {
        let mut way = vec![account.to_owned()];
        let mut seen = HashSet::new();
        let mut open: Vec<(String, String, usize)> =
            vec![(import.account.clone(), import.subject.clone(), 1)];
        while let Some((at, subject, depth)) = open.pop() {
            way.truncate(depth);
            way.push(at.clone());
            if at == account {
                let what = match import.share_type {
                    ShareType::Service => "requests",
                    _ => "messages",
                };
                return Some(format!("{what} come back: {}", way.join(" > ")));
            }
            if !seen.insert((at.clone(), subject.clone())) {
                continue;
            }
            let Some(claims) = self.accounts.get(at.as_str()) else {
                continue;
            };
            for next in &claims.imports {
                let local = if next.local_subject.is_empty() {
                    &next.subject
                } else {
                    &next.local_subject
                };
                if next.share_type == import.share_type && overlap(&to_subject(local), &subject) {
                    open.push((next.account.clone(), next.subject.clone(), depth + 1));
                }
            }
        }
        None
    }
}

/// Which token of an export is its importer's public key, counted from 0.
fn position(export: &Export) -> Option<usize> {
    usize::try_from(export.account_token_position)
        .ok()?
        .checked_sub(1)
}
