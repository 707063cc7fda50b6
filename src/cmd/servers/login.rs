//! Who connects: the user of a creds file or of the store; else one of the system account that lives for two minutes.

use super::ServerArgs;
use crate::cmd::Ctx;
use crate::cmd::files::input::Source;
use crate::cmd::files::tokens::contents_of;
use crate::cmd::generate::creds::seed_of;
use crate::jwt::claims::{Permission, Permissions};
use crate::jwt::creds::{Part, parts};
use crate::net::link::Login;
use crate::nkey::Seed;
use crate::store::keyring::Keyring;
use crate::store::record::{Entity, EntityKind};
use crate::store::sqlite::SqliteStore;
use crate::store::{Records, Store as _};

use crate::trust::new::AccountDesk;
use crate::trust::served::{Served, no_system_account, system_account};
use crate::trust::{self, KeyChoice};
use crate::ui::{Failure, Hinted as _};

impl ServerArgs {
    pub(super) fn login(
        &self,
        ctx: &Ctx,
        store: &mut SqliteStore,
        operator: &Served,
        subjects: &[&str],
    ) -> Result<Login, Failure> {
        if let Some(creds) = &self.creds {
            return login_of(creds);
        }
        let keyring = ctx.keyring(store)?;
        let now = ctx.clock.now();
        Ok(store.read(|records| {
            let account = system_account(
                records,
                std::slice::from_ref(operator),
                self.system_account.as_deref(),
            )?
            .ok_or_else(|| no_system_account(records, &operator.entity))?;
            if let Some(name) = &self.system_user {
                let user = trust::user(records, &account, Some(name))?;
                return stored(records, &*keyring, &user);
            }
            match AccountDesk::open(records, &*keyring, &account, &KeyChoice::Best) {
                Ok(desk) => {
                    let (token, pair) = desk.passing_user("nkeep", may(subjects), now)?;
                    Ok(Login::new(token, pair))
                }
                // Whoever may not sign in the system account may still have a user there.
                Err(unsigned) => any_stored(records, &*keyring, &account)?.ok_or(unsigned),
            }
        })?)
    }
}

/// Just that, and the answers to it.
fn may(subjects: &[&str]) -> Permissions {
    let allow = |subjects: &[&str]| Permission {
        allow: subjects
            .iter()
            .map(|subject| (*subject).to_owned())
            .collect(),
        ..Permission::default()
    };
    Permissions {
        publish: allow(
            &[
                &["$SYS.REQ.SERVER.PING", "$SYS.REQ.SERVER.PING.VARZ"],
                subjects,
            ]
            .concat(),
        ),
        subscribe: allow(&["_INBOX.>"]),
        ..Permissions::default()
    }
}

/// A user of the store.
pub fn stored(records: &dyn Records, keyring: &dyn Keyring, user: &Entity) -> trust::Result<Login> {
    let seed = seed_of(records, keyring, user)?;
    Ok(Login::new(user.token.clone(), seed.signing_pair()?))
}

/// The first user of an account whose key can be opened.
fn any_stored(
    records: &dyn Records,
    keyring: &dyn Keyring,
    account: &Entity,
) -> trust::Result<Option<Login>> {
    for listed in records.listed(EntityKind::User, Some(&account.key))? {
        let user = trust::user(records, account, Some(&listed.key))?;
        if let Ok(login) = stored(records, keyring, &user) {
            return Ok(Some(login));
        }
    }
    Ok(None)
}

/// The user of a creds file.
fn login_of(creds: &Source) -> Result<Login, Failure> {
    let contents = contents_of(creds, 2 << 20)?;
    let (mut token, mut pair) = (None, None);
    for (_, part) in parts(&contents) {
        match part {
            Part::Token(_, text) => token = Some(text.to_owned()),
            Part::Seed(seed) => pair = Some(Seed::parse(seed)?.signing_pair()?),
            _ => {}
        }
    }
    match (token, pair) {
        (Some(token), Some(pair)) => Ok(Login::new(token, pair)),
        _ => Err(Failure::usage(format!(
            "{creds} is no creds file: a token and a seed make one"
        )))
        .hint("nkeep generate creds -a SYS -n USER -o USER.creds"),
    }
}
