//! What opens keys, and knows whom to ask where none is here: the account server that an operator names.

use crate::clock::UnixSeconds;
use crate::cmd::Ctx;
use crate::cmd::servers::{usual_manner, warn_if_clear};
use crate::jwt::sign::Signer;
use crate::net::account_server::AccountServer;
use crate::net::http::Address;
use crate::nkey::{PublicKey, Seed};
use crate::store::Result;
use crate::store::age::Identity;
use crate::store::keyring::{Countersigned, Countersigner, Keyring};
use crate::store::record::KeyRecord;

/// Whatever opens keys, and reaches account servers.
pub struct Reaching {
    ctx: Ctx,
    keys: Box<dyn Keyring>,
}

impl Reaching {
    /// What opens those keys.
    pub fn new(ctx: &Ctx, keys: Box<dyn Keyring>) -> Self {
        Self {
            ctx: ctx.clone(),
            keys,
        }
    }
}

impl Keyring for Reaching {
    fn unseal(&self, record: &KeyRecord, store: &str) -> Result<Seed> {
        self.keys.unseal(record, store)
    }

    fn signer(&self, record: &KeyRecord, store: &str) -> Result<Box<dyn Signer>> {
        self.keys.signer(record, store)
    }

    fn away(&self, key: &PublicKey) -> Option<Box<dyn Signer>> {
        self.keys.away(key)
    }

    fn identities(&self) -> &[Identity] {
        self.keys.identities()
    }

    fn countersigner(&self, account_server: &str) -> Option<Box<dyn Countersigner>> {
        // Servers of NATS sign nothing.
        let address: Address = account_server.parse().ok()?;
        Some(Box::new(Asked {
            ctx: self.ctx.clone(),
            server: AccountServer::new(address, usual_manner()),
        }))
    }
}

/// An account server that is asked, and in a dry run is not.
struct Asked {
    ctx: Ctx,
    server: AccountServer,
}

type Answer<T> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;

impl Countersigner for Asked {
    fn place(&self) -> String {
        self.server.place()
    }

    fn current(&self, account: &PublicKey) -> Answer<Option<String>> {
        if self.ctx.made.is_trial() {
            return Ok(None);
        }
        warn_if_clear(&self.ctx, self.server.address());
        self.server.current(account)
    }

    fn countersigned(
        &self,
        account: &PublicKey,
        request: &str,
        later_than: UnixSeconds,
    ) -> Answer<Countersigned> {
        if self.ctx.made.is_trial() {
            return Ok(Countersigned::Unasked);
        }
        self.server.countersigned(account, request, later_than)
    }
}
