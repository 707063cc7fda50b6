//! Who came from nsc once, and is not in the folder that is read: nsc removes the files of whom it deletes, and says nothing of it,
//! and another copy of nsc's store never had those who are new in this one. In the store they stay, and on servers, until
//! somebody deletes them.

use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};

use super::found::Found;
use super::planner::Planner;
use super::{Code, Finding, Outcome};
use crate::nkey::PublicKey;
use crate::store::record::EntityKind;
use crate::store::{Listed, Records, Result};
use crate::text::{counted, noted, quoted, shell_word};
use crate::trust::provenance::came_from_nsc;
use crate::trust::revoke::revoked_up_to;

/// Everything that nsc has, whatever becomes of it.
pub(super) struct Seen {
    keys: HashSet<String>,
    /// The folders of operators, and of accounts.
    operators: BTreeMap<PublicKey, PathBuf>,
    accounts: BTreeMap<String, PathBuf>,
    /// What could not be read: nothing is known of what is there.
    unread: Vec<PathBuf>,
}

impl Seen {
    pub(super) fn of(found: &Found) -> Self {
        let mut seen = Self {
            keys: HashSet::new(),
            operators: BTreeMap::new(),
            accounts: BTreeMap::new(),
            unread: Vec::new(),
        };
        for operator in &found.operators {
            let folder = found.data[1].join(&operator.folder);
            for sheet in &operator.sheets {
                let key = sheet.token.claims().subject.parse();
                seen.operators
                    .extend(key.map(|key: PublicKey| (key, folder.clone())));
            }
            for account in &operator.accounts {
                let folder = folder.join("accounts").join(&account.folder);
                for sheet in &account.sheets {
                    let key = sheet.token.claims().subject.clone();
                    seen.keys.insert(key.clone());
                    seen.accounts.insert(key, folder.clone());
                }
                let users = account.users.iter();
                let users = users.map(|user| user.token.claims().subject.clone());
                seen.keys.extend(users);
            }
        }
        let unread = found.findings.iter();
        let unread = unread.filter(|finding| finding.outcome == Outcome::Skipped);
        seen.unread
            .extend(unread.map(|finding| PathBuf::from(&finding.file)));
        seen
    }

    /// Whether nsc would have it in that place, and has not.
    fn misses(&self, key: &str, place: &Path) -> bool {
        let hides = |unread: &PathBuf| unread.starts_with(place) || place.starts_with(unread);
        !self.keys.contains(key) && !self.unread.iter().any(hides)
    }
}

impl Planner<'_> {
    /// Says who that is.
    pub(super) fn vanished(&mut self, seen: &Seen) -> Result<()> {
        let Some(records) = self.judgement.records.filter(|_| self.plan.of_nsc) else {
            return Ok(());
        };
        for (operator, folder) in &seen.operators {
            let Some(above) = records.entity(operator)? else {
                continue;
            };
            let above = format!(" --operator {}", shell_word(above.name.as_str()));
            for account in records.listed(EntityKind::Account, Some(operator))? {
                let key: PublicKey = account.key.parse()?;
                match seen.accounts.get(&account.key) {
                    Some(folder) => self.users_vanished(records, seen, folder, &account, &above)?,
                    None => {
                        let place = folder.join("accounts").join(&account.name);
                        if seen.misses(&account.key, &place) && came_from_nsc(records, &key)? {
                            let users = records.listed(EntityKind::User, Some(&key))?.len();
                            self.say_vanished(account_gone(&account, users, &place, &above));
                        }
                    }
                }
            }
        }
        Ok(())
    }

    fn users_vanished(
        &mut self,
        records: &dyn Records,
        seen: &Seen,
        folder: &Path,
        account: &Listed,
        above: &str,
    ) -> Result<()> {
        let account_key: PublicKey = account.key.parse()?;
        for user in records.listed(EntityKind::User, Some(&account_key))? {
            let place = folder.join("users").join(format!("{}.jwt", user.name));
            let key: PublicKey = user.key.parse()?;
            if !seen.misses(&user.key, &place) || !came_from_nsc(records, &key)? {
                continue;
            }
            let [name, within] = [&user.name, &account.name].map(|name| shell_word(name));
            let delete = format!("nkeep delete user {name} -a {within}{above}");
            let (why, help) = match self.is_revoked(&account_key, &key)? {
                true => ("; it is revoked", delete),
                false => (
                    "; it is not revoked, and servers let it in",
                    noted(
                        delete,
                        "where nsc deleted it, and no other copy of nsc's store has it: revokes it, too",
                    ),
                ),
            };
            let message = format!(
                "user {} of account {} is in the store, and not in this folder of nsc's{why}",
                quoted(&user.name),
                quoted(&account.name)
            );
            let place = place.to_string_lossy();
            let finding = Finding::new(Code::UserGone, place, message, Outcome::Stays);
            self.say_vanished(finding.hint(help));
        }
        Ok(())
    }

    /// Whether an account, as it will be, revokes what a user of the store has.
    fn is_revoked(&self, account: &PublicKey, user: &PublicKey) -> Result<bool> {
        let Some(records) = self.judgement.records else {
            return Ok(false);
        };
        let up_to = |revocations| revoked_up_to(revocations, user);
        let up_to = match self.accounts.get(account) {
            Some(known) => up_to(&known.trusted.claims().body.revocations),
            None => match self.stored_account(account)? {
                Some(known) => up_to(&known.trusted.claims().body.revocations),
                None => None,
            },
        };
        let there = records.entity(user)?;
        Ok(there
            .zip(up_to)
            .is_some_and(|(there, up_to)| there.issued_at <= up_to))
    }

    fn say_vanished(&mut self, finding: Finding) {
        self.plan.findings.push(finding);
    }
}

fn account_gone(account: &Listed, users: usize, place: &Path, above: &str) -> Finding {
    let message = format!(
        "account {} ({}) is in the store, and not in this folder of nsc's; where nsc deleted it, servers let its users in until they delete it, too",
        quoted(&account.name),
        counted(users, "user")
    );
    let delete = noted(
        format!("nkeep delete account {}{above}", shell_word(&account.name)),
        "where nsc deleted it, and no other copy of nsc's store has it; then nkeep push --prune",
    );
    let place = place.to_string_lossy();
    Finding::new(Code::AccountGone, place, message, Outcome::Stays).hint(delete)
}
