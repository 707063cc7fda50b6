//! Changes of what is there: the claims that hold are taken, changed as was asked and in nothing else, and signed anew,
//! later than any before.

use super::new::{AccountDesk, OperatorDesk, sign_operator};
use super::{
    KeyChoice, Result, TrustError, claims, operator_of, signer, trusted_account, trusted_operator,
};
use crate::jwt::claims::{Account, Claims, Operator, User};
use crate::nkey::PublicKey;
use crate::store::keyring::Keyring;
use crate::store::record::{Entity, EntityKind};
use crate::store::{Changes, StoreError};

/// What became of it.
#[derive(Clone, Debug)]
pub struct Edited {
    /// As it is now.
    pub entity: Entity,
    /// Who signed; nothing where all was as it was asked to be, and nothing was signed.
    pub signer: Option<PublicKey>,
}

/// Changes an operator. Its own key signs, and no other can.
pub fn operator(
    changes: &mut dyn Changes,
    keyring: &dyn Keyring,
    operator: &Entity,
    edit: impl FnOnce(&mut dyn Changes, &mut Claims<Operator>) -> Result<()>,
) -> Result<Edited> {
    let before = trusted_operator(operator)?.claims().clone();
    let mut after = before.clone();
    edit(changes, &mut after)?;
    if after == before {
        return Ok(unchanged(operator));
    }
    let signer = signer(changes, keyring, operator, &[], true, &KeyChoice::Best)?;
    let mut entity = operator.clone();
    sign_operator(changes, &mut entity, after, &*signer)?;
    Ok(Edited {
        entity,
        signer: Some(signer.public()),
    })
}

/// Changes an account. A key of its operator signs.
pub fn account(
    changes: &mut dyn Changes,
    keyring: &dyn Keyring,
    account: &Entity,
    choice: &KeyChoice,
    edit: impl FnOnce(&mut dyn Changes, &mut Claims<Account>) -> Result<()>,
) -> Result<Edited> {
    let operator = operator_of(changes, account)?;
    let trusted = trusted_account(account, &trusted_operator(&operator)?)?;
    let before = trusted.claims().clone();
    let mut after = before.clone();
    edit(changes, &mut after)?;
    if after == before {
        return Ok(unchanged(account));
    }
    let desk = OperatorDesk::open(changes, keyring, &operator, choice)?;
    let mut entity = account.clone();
    desk.sign(changes, &mut entity, after)?;
    Ok(Edited {
        entity,
        signer: Some(desk.signer()),
    })
}

/// Changes a user. The key that signed before signs again, unless another is asked for or that one is gone.
pub fn user(
    changes: &mut dyn Changes,
    keyring: &dyn Keyring,
    user: &Entity,
    choice: &KeyChoice,
    edit: impl FnOnce(&mut dyn Changes, &mut Claims<User>) -> Result<()>,
) -> Result<Edited> {
    let token = claims::<User>(user)?;
    let before = token.claims().clone();
    let mut after = before.clone();
    edit(changes, &mut after)?;
    if after == before && *choice == KeyChoice::Best {
        return Ok(unchanged(user));
    }
    let none = || TrustError::none(EntityKind::Account);
    let account = changes
        .entity(&user.parent.ok_or_else(none)?)?
        .ok_or_else(none)?;
    let again = KeyChoice::Key(*token.issuer());
    let desk = match choice {
        KeyChoice::Best => match AccountDesk::open(changes, keyring, &account, &again) {
            Err(TrustError::Signer(_) | TrustError::Store(StoreError::Refused(_))) => {
                AccountDesk::open(changes, keyring, &account, choice)?
            }
            desk => desk?,
        },
        KeyChoice::Key(_) => AccountDesk::open(changes, keyring, &account, choice)?,
    };
    let mut entity = user.clone();
    desk.sign(changes, &mut entity, after)?;
    Ok(Edited {
        entity,
        signer: Some(desk.signer()),
    })
}

fn unchanged(entity: &Entity) -> Edited {
    Edited {
        entity: entity.clone(),
        signer: None,
    }
}
