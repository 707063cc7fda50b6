//! Accounts of which nsc has lost the token, and has users still: which account that was their tokens say.

use std::collections::BTreeSet;

use super::deleted_users::account_in;
use super::found::{FoundAccount, Sheet};
use super::planner::Planner;
use super::{Code, Help, Outcome};
use crate::jwt::claims::{Account, User};
use crate::nkey::PublicKey;
use crate::store::Result;
use crate::store::record::Entity;
use crate::text::{noted, quoted, shell_word};
use crate::trust;

impl Planner<'_> {
    /// The token that the store has of such an account: its users stand under that. Where it has none, what brings one is said.
    pub(super) fn absent_account(
        &mut self,
        operator: (&PublicKey, &str),
        folder: &str,
        account: &FoundAccount,
    ) -> Result<Option<Sheet<Account>>> {
        let (above, name) = operator;
        let users = account.sheets.is_empty().then_some(&account.users);
        let Some(key) = users.and_then(|users| named_by(users)) else {
            return Ok(None);
        };
        let there = match self.judgement.records {
            Some(records) => records.entity(&key)?,
            None => None,
        };
        let there = there.filter(|there| there.parent == Some(*above));
        let place = self.plan.data[1].join(folder).join("accounts");
        let place = place.join(&account.folder);
        let place = place.to_string_lossy();
        let mut findings = self.plan.findings.iter_mut();
        let missing =
            findings.find(|finding| finding.code == Code::TokenMissing && finding.file == *place);
        if let Some(missing) = missing {
            match &there {
                Some(there) => {
                    missing.outcome = Outcome::Same;
                    let whose = quoted(&there.name);
                    let said = format!("; the store has account {whose}, which its users are of");
                    missing.message.push_str(&said);
                }
                None => {
                    let said = format!("; its users are of account {key}");
                    missing.message.push_str(&said);
                    missing.hint = Some(brings(&key, name));
                }
            }
        }
        Ok(there.as_ref().and_then(sheet))
    }
}

fn sheet(there: &Entity) -> Option<Sheet<Account>> {
    Some(Sheet {
        file: None,
        stem: there.name.to_string(),
        token: trust::claims(there).ok()?,
    })
}

/// The account that all of them are of.
fn named_by(users: &[Sheet<User>]) -> Option<PublicKey> {
    let accounts: Option<BTreeSet<PublicKey>> =
        users.iter().map(|user| account_in(&user.token)).collect();
    let accounts = accounts.filter(|accounts| accounts.len() == 1)?;
    accounts.first().copied()
}

/// What has the account in the store.
fn brings(key: &PublicKey, operator: &str) -> Help {
    let under = format!("--operator {}", shell_word(operator));
    let from_file = format!("nkeep import account --file TOKEN_FILE {under}");
    if !cfg!(feature = "net") {
        return Help::Command(from_file);
    }
    noted(
        format!("nkeep pull -a {key} {under}"),
        format!("takes it from servers; {from_file} from a file; then import once more"),
    )
    .into()
}
