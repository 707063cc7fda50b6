//! What accounts offer and take, looked at from both sides.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{Above, Checked};
use crate::clock::UnixSeconds;
use crate::jwt::chain::{self, AsOf};
use crate::jwt::claims::{Account, Activation, Export, Import, ShareType};
use crate::jwt::decode::{Token, Unverified, decode};
use crate::jwt::subject::{is_contained_in, overlap};
use crate::jwt::validate::Code;
use crate::nkey::PublicKey;

/// What is wrong with an import, if anything.
type Verdict = Result<(), (Code, String)>;

/// Everything that accounts offer and take.
pub struct Shares<'a> {
    accounts: BTreeMap<&'a str, &'a Account>,
}

impl<'a> Shares<'a> {
    pub fn of(above: &'a Above) -> Self {
        let accounts = above.accounts.values().map(|(account, _)| {
            let claims = account.claims();
            (claims.subject.as_str(), &claims.body)
        });
        Self {
            accounts: accounts.collect(),
        }
    }

    /// Looks at the imports of an account.
    pub fn check(&self, checked: &mut Checked, above: &Above, now: UnixSeconds) {
        let Some(Token::Account(token)) = checked.token.clone() else {
            return;
        };
        for (index, import) in token.claims().body.imports.iter().enumerate() {
            let place = format!("imports[{index}]");
            if let Err((code, message)) = self.import(import, above, now) {
                checked.add(code, place.clone(), message);
            }
            if let Some(way) = self.cycle(&token.claims().subject, import) {
                checked.add(Code::ImportCycle, place, way);
            }
        }
    }

    /// Whether what is imported is offered, to whoever takes it.
    fn import(&self, import: &Import, above: &Above, now: UnixSeconds) -> Verdict {
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
        if !export.token_required && export.account_token_position == 0 {
            return Ok(());
        }
        if import.token.is_empty() {
            return if export.token_required {
                Err((
                    Code::ImportTokenMissing,
                    format!("{subject:?} of account {from} takes an activation, and there is none"),
                ))
            } else {
                Ok(())
            };
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
        chain::activation(token, account, operator, AsOf::Time(now))
            .map(drop)
            .map_err(|distrust| {
                (
                    Code::ImportTokenDistrusted,
                    format!("its activation does not hold: {distrust}"),
                )
            })
    }

    /// A way along which requests to an imported service come back to the account itself. Servers refuse such imports.
    fn cycle(&self, account: &str, import: &Import) -> Option<String> {
        if import.share_type != ShareType::Service {
            return None;
        }
        let mut way = vec![account.to_owned()];
        let mut seen = HashSet::new();
        let mut open: Vec<(String, String, usize)> =
            vec![(import.account.clone(), import.subject.clone(), 1)];
        while let Some((at, subject, depth)) = open.pop() {
            way.truncate(depth);
            way.push(at.clone());
            if at == account {
                return Some(format!("requests come back: {}", way.join(" > ")));
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
                if next.share_type == ShareType::Service && overlap(local, &subject) {
                    open.push((next.account.clone(), next.subject.clone(), depth + 1));
                }
            }
        }
        None
    }

    /// Exports that nobody in the store takes. What the system account offers is for people who look.
    pub fn unused(&self, accounts: &mut [Checked]) {
        let taken: HashMap<&str, Vec<&Import>> = self
            .accounts
            .values()
            .flat_map(|account| &account.imports)
            .fold(HashMap::new(), |mut taken, import| {
                taken
                    .entry(import.account.as_str())
                    .or_default()
                    .push(import);
                taken
            });
        for checked in accounts {
            let Some(Token::Account(token)) = &checked.token else {
                continue;
            };
            let claims = token.claims();
            let imports = taken.get(claims.subject.as_str());
            let idle: Vec<(usize, String)> = claims
                .body
                .exports
                .iter()
                .enumerate()
                .filter(|(_, export)| !export.subject.starts_with("$SYS."))
                .filter(|(_, export)| {
                    !imports.into_iter().flatten().any(|import| {
                        import.share_type == export.share_type
                            && is_contained_in(&import.subject, &export.subject)
                    })
                })
                .map(|(index, export)| (index, export.subject.clone()))
                .collect();
            for (index, subject) in idle {
                let message = format!("no account in the store imports {subject:?}");
                checked.add(Code::ExportUnused, format!("exports[{index}]"), message);
            }
        }
    }
}
