//! Users that are in no store: they connect once, and their key is gone with the process.

use super::AccountDesk;
use crate::clock::UnixSeconds;
use crate::jwt::chain::{self, AsOf};
use crate::jwt::claims::{Claims, NO_LIMIT, Permissions, User};
use crate::jwt::decode::{Token, Unverified, decode_own};
use crate::jwt::encode::{UnknownFields, encode};
use crate::nkey::{AnyKeyPair, Kind, Seed};
use crate::trust::{Result, TrustError};

/// How long such a user may connect.
const LASTS: UnixSeconds = 120;

impl AccountDesk {
    /// A user for two minutes, who may do that and nothing else. A scoped key would say otherwise what it may do, so the desk
    /// must be open with another.
    pub fn passing_user(
        &self,
        name: &str,
        permissions: Permissions,
        now: UnixSeconds,
    ) -> Result<(String, AnyKeyPair)> {
        if self.scope().is_some() {
            return Err(TrustError::Signer(format!(
                "the key {} is scoped, and cannot sign a user with permissions of its own",
                self.signer()
            )));
        }
        let pair = Seed::generate(Kind::User)?.signing_pair()?;
        let mut claims = Claims::<User> {
            name: name.to_owned(),
            subject: pair.public().to_string(),
            expires: now + LASTS,
            ..Claims::default()
        };
        let limits = &mut claims.body.limits;
        limits.permissions = permissions;
        (limits.subs, limits.data, limits.payload) = (NO_LIMIT, NO_LIMIT, NO_LIMIT);
        if self.signer() != self.account.key {
            claims.body.issuer_account = self.account.key.to_string();
        }
        // Where everybody is revoked up to now, this one came later.
        let revoked = self.revoked_up_to(&pair.public()).unwrap_or_default();
        let signed = encode(
            claims,
            &*self.signer,
            now.max(revoked + 1),
            UnknownFields::Refuse,
        )?;
        let token: Token = decode_own(&signed.token).map_err(TrustError::Decode)?;
        let token = Unverified::<User>::try_from(token)
            .map_err(|_| TrustError::Signer("it is no user".to_owned()))?;
        chain::user_holds(&token, &self.trusted, &self.operator, AsOf::AnyTime)?;
        Ok((signed.token, pair))
    }
}
