//! Who is let in again by an account that is taken: whoever was revoked here, or shut out by what the store says.

use super::{Obstacle, Pulling};
use crate::jwt::claims::{Account, ShareType};
use crate::jwt::decode::Unverified;
use crate::nkey::PublicKey;
use crate::store::class::Role;
use crate::store::record::{Entity, EntityKind, Name};
use crate::store::{Records, StoreError};
use crate::text::{quoted, shell_word};
use crate::trust::readmission::{Readmitted, Returning, What, take_away};
use crate::trust::revoke::{Revocations, known, known_of_exports, lost, same_export};
use crate::trust::{Place, Result};

/// Who is let in again, and the command that shuts out, where there is one.
pub type LetIn = (String, Option<String>);

impl Pulling<'_> {
    /// Who is let in again: refused where somebody is revoked here and there not, unless it is to be.
    pub(super) fn let_in(
        &self,
        records: &dyn Records,
        key: &PublicKey,
        there: Option<&Entity>,
        ours: Option<&Unverified<Account>>,
        token: &Unverified<Account>,
        name: &Name,
    ) -> Result<std::result::Result<Vec<LetIn>, Obstacle>> {
        let body = &token.claims().body;
        let place = self.place(records, name)?;
        let one = |what, whose| {
            let one = Readmitted {
                what,
                name: None,
                key: whose,
                place: place.clone(),
                above: Some(name.clone()),
                within: *key,
            };
            (one.sentence(), Some(one.shuts_out()))
        };
        let before = match ours {
            Some(ours) => ours.claims().body.revocations.clone(),
            None => known(records, key)?,
        };
        let mut let_in = Vec::new();
        for (whose, up_to) in lost(&before, &body.revocations) {
            let_in.push(one(What::Revoked(up_to), whose));
        }
        for (subject, kind, revocations) in lost_of_exports(records, key, ours, body)? {
            for (whose, up_to) in revocations {
                let_in.push(one(What::Activations(subject.clone(), kind, up_to), whose));
            }
        }
        let mut strangers = Vec::new();
        if let (Some(there), Some(ours)) = (there, ours) {
            for (was_here, one) in self.returning(records, there, ours, body)? {
                match was_here {
                    true => let_in.push(one),
                    false => strangers.push(one),
                }
            }
        }
        if let (Some((who, _)), false) = (let_in.first(), self.force) {
            let more = match let_in.len() {
                1 => String::new(),
                several => format!(", and {} more", several - 1),
            };
            return Ok(Err(Obstacle {
                reason: format!("it lets in again {who}{more}"),
                ways: there
                    .map(|_| {
                        let account = shell_word(name.as_str());
                        let push = format!("nkeep push -a {account} --force");
                        (push, "puts what is here in its place on servers")
                    })
                    .into_iter()
                    .collect(),
                may_be_forced: true,
            }));
        }
        let_in.extend(strangers);
        let_in.extend(made_public(ours, body));
        Ok(Ok(let_in))
    }

    /// Whom signing keys let in that come back, and whether each was the account's here before.
    fn returning(
        &self,
        records: &dyn Records,
        there: &Entity,
        ours: &Unverified<Account>,
        body: &Account,
    ) -> Result<Vec<(bool, LetIn)>> {
        let before = &ours.claims().body.signing_keys.0;
        let keys = body.signing_keys.0.keys();
        let mut found = Vec::new();
        for text in keys.clone().filter(|key| !before.contains_key(*key)) {
            let key = text.parse().map_err(StoreError::from)?;
            let was_here = was_signing_for(records, there, &key)?;
            let whom = Returning::of(records, there, ours.claims(), &key, self.now)?;
            let who = match whom {
                Some(whom) => whom.who(),
                None if was_here => {
                    format!("whoever has the signing key {text}, which was taken away here")
                }
                None => continue,
            };
            let place = self.place(records, &there.name)?;
            let out = take_away(EntityKind::Account, text, keys.len() <= 1, &place);
            found.push((was_here, (who, Some(out))));
        }
        Ok(found)
    }

    /// Where an account of that name is.
    fn place(&self, records: &dyn Records, name: &Name) -> Result<Place> {
        let operator = records.entity(&self.parent)?;
        Ok(Place {
            account: Some(name.clone()),
            ..Place::under(records, operator.as_ref())?
        })
    }
}

/// Whether a key that an account has no more signed for it: the store keeps what is taken away, for nobody.
fn was_signing_for(records: &dyn Records, account: &Entity, key: &PublicKey) -> Result<bool> {
    let record = records.key(key)?;
    Ok(record.is_some_and(|record| {
        record.role == Role::Signing && record.owner.is_none_or(|owner| owner == account.key)
    }))
}

/// What is known to be revoked of exports that a token has, and it would not revoke.
fn lost_of_exports(
    records: &dyn Records,
    key: &PublicKey,
    ours: Option<&Unverified<Account>>,
    body: &Account,
) -> Result<Vec<(String, ShareType, Revocations)>> {
    let unchanged = ours.is_some_and(|ours| ours.claims().body.exports == body.exports);
    if body.exports.is_empty() || unchanged {
        return Ok(Vec::new());
    }
    let known = known_of_exports(records, key, &body.exports)?;
    let pairs = body.exports.iter().zip(known);
    let lost = pairs.map(|(export, known)| {
        let lost = lost(&known, &export.revocations);
        (export.subject.clone(), export.share_type, lost)
    });
    Ok(lost.filter(|(.., lost)| !lost.is_empty()).collect())
}

/// Exports that were private, and are not any more: whoever was revoked there needs no activation now.
fn made_public(ours: Option<&Unverified<Account>>, body: &Account) -> Vec<LetIn> {
    let Some(ours) = ours else {
        return Vec::new();
    };
    let before = &ours.claims().body.exports;
    let opened = body.exports.iter().filter(|export| {
        let was = same_export(before, export);
        was.is_some_and(|was| was.token_required && !export.token_required)
    });
    opened
        .map(|export| {
            let who = format!(
                "whoever imports the {} {} without an activation: it is private here",
                export.share_type,
                quoted(&export.subject)
            );
            (who, None)
        })
        .collect()
}
