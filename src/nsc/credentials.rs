//! Which seeds are taken, and whose they are: those of key files, and those that only a creds file has.

use std::collections::{HashMap, HashSet};

use super::found::{Found, FoundCreds, FoundSeed};
use super::plan::{PlainFile, PlannedKey};
use super::planner::{Planner, TakenUser, holds, issued};
use super::{Code, Finding, Outcome};
use crate::nkey::{PublicKey, Seed};
use crate::store::Result;
use crate::text::shell_word;

impl Planner<'_> {
    /// Puts every creds file beside its user, and takes the seeds that are nowhere else.
    pub(super) fn credentials(&mut self, found: &mut Found) {
        let mut keys: HashSet<PublicKey> = found.seeds.iter().map(|seed| seed.public).collect();
        let creds = std::mem::take(&mut found.creds);
        let of_users = self.creds_of_users(found, &creds, &mut keys);
        for (at, creds) in creds.iter().enumerate() {
            if !of_users.contains(&at) {
                self.creds_of_nobody(found, creds, &mut keys);
            }
        }
    }

    fn creds_of_users(
        &mut self,
        found: &mut Found,
        creds: &[FoundCreds],
        keys: &mut HashSet<PublicKey>,
    ) -> HashSet<usize> {
        let by_place: HashMap<&[String; 3], usize> = (0..)
            .zip(creds)
            .map(|(at, creds)| (&creds.place, at))
            .collect();
        let mut of_users = HashSet::new();
        for user in std::mem::take(&mut self.users) {
            let [operator, account] = &user.place;
            let own = user.stems.iter().find_map(|stem| {
                let place = [operator.clone(), account.clone(), stem.clone()];
                by_place.get(&place).copied()
            });
            match own.and_then(|at| Some((at, creds.get(at)?))) {
                Some((at, creds)) => {
                    of_users.insert(at);
                    self.creds_of(&user, creds, found, keys);
                }
                None if keys.contains(&user.key) && !found.loose => {
                    let [account, name] = user.names.each_ref().map(|name| shell_word(name));
                    let file = shell_word(&format!("{}.creds", user.names[1]));
                    let message = "there is no creds file for it";
                    let hint = format!("nkeep generate creds -a {account} -n {name} -o {file}");
                    self.add(Finding::left(Code::CredsMissing, &user.file, message).hint(hint));
                }
                None => {}
            }
        }
        of_users
    }

    /// Looks at the creds file of a user that is taken.
    fn creds_of(
        &mut self,
        user: &TakenUser,
        creds: &FoundCreds,
        found: &mut Found,
        keys: &mut HashSet<PublicKey>,
    ) {
        let fault = creds.fault_found();
        let mut kept = creds.token.is_none();
        if let Some(token) = &creds.token {
            let same = token.token() == user.token;
            kept = same;
            // It is out there, whether the store still has its text or not.
            if !same
                && self
                    .accounts
                    .get(&user.account)
                    .is_some_and(|account| holds(token, account))
            {
                self.plan.issued.push(issued(token, &user.account));
                kept = true;
            }
            if !same && fault.is_none() {
                let age = if token.claims().issued_at < user.issued_at {
                    "an older"
                } else {
                    "another"
                };
                let message = format!("it holds {age} token than {}", user.file);
                self.add(Finding::left(Code::CredsDiffer, &creds.file, message));
            }
        }
        self.plan.findings.extend(fault);
        if let Some(seed) = creds.own_seed().filter(|_| !keys.contains(&user.key)) {
            self.seed_from_creds(user, creds);
            found.seeds.push(seed_of(creds, seed));
            keys.insert(user.key);
            return;
        }
        self.plain(creds, kept, keys);
    }

    /// Says that a seed is taken from a creds file: of the key file that should have it, or of the user.
    fn seed_from_creds(&mut self, user: &TakenUser, creds: &FoundCreds) {
        let name = format!("{}.nk", user.key);
        let mut of_key_file = self
            .plan
            .findings
            .iter_mut()
            .filter(|finding| finding.file.ends_with(&name));
        if let Some(finding) = of_key_file.next() {
            if finding.outcome == Outcome::Skipped {
                finding.outcome = Outcome::TakenFromCreds;
            }
            return;
        }
        let message = format!("its seed is in {} alone", creds.file);
        self.add(Finding::new(
            Code::KeyMissing,
            &user.file,
            message,
            Outcome::TakenFromCreds,
        ));
    }

    /// Looks at a creds file that stands beside no user.
    fn creds_of_nobody(
        &mut self,
        found: &mut Found,
        creds: &FoundCreds,
        keys: &mut HashSet<PublicKey>,
    ) {
        let text = creds.token.as_ref().map(|token| token.token());
        let kept = self
            .plan
            .entities
            .iter()
            .any(|planned| Some(planned.entity.token.as_str()) == text);
        let [operator, account, stem] = &creds.place;
        let token_file = format!("{operator}/accounts/{account}/users/{stem}.jwt");
        let hint = format!(
            "nkeep import user -f {}",
            shell_word(&creds.path.to_string_lossy())
        );
        if found.loose {
            // Its token was judged as one that lies about; the seed is as good as one in a key file.
            if let Some(seed) = creds.own_seed().filter(|_| kept || !found.single) {
                found.seeds.push(seed_of(creds, seed));
                keys.insert(seed.public());
                return;
            }
            self.plan.findings.extend(creds.fault_found());
        } else if let Some(refused) = self.plan.findings.iter_mut().find(|finding| {
            finding.outcome == Outcome::Skipped && finding.file.ends_with(&token_file)
        }) {
            if creds.token.is_some() && refused.hint.is_none() {
                refused.hint = Some(hint);
            }
        } else {
            let outcome = if kept {
                Outcome::Left
            } else {
                Outcome::Skipped
            };
            let message = "there is no such user";
            let finding = Finding::new(Code::CredsOrphan, &creds.file, message, outcome);
            self.add(if kept { finding } else { finding.hint(hint) });
        }
        self.plain(creds, kept, keys);
    }

    fn plain(&mut self, creds: &FoundCreds, kept: bool, keys: &HashSet<PublicKey>) {
        if let Some(seed) = &creds.seed {
            let key = seed.public();
            self.plan.plain.push(PlainFile {
                path: creds.path.clone(),
                file: creds.file.clone(),
                key,
                taken: kept && keys.contains(&key),
            });
        }
    }

    /// Takes every seed, and says which of them no token speaks of.
    pub(super) fn keys(&mut self, found: Found) -> Result<()> {
        let mut planned = HashSet::new();
        for one in found.seeds {
            let key = one.public;
            self.plan.plain.push(PlainFile {
                path: one.path,
                file: one.file.clone(),
                key,
                taken: true,
            });
            if !planned.insert(key) {
                continue;
            }
            let owner = self.owners.of(&key, self.judgement.records)?;
            let spoken_of = found.mentioned.contains(&key.to_string());
            if owner.is_none() && !spoken_of && !one.noted && !found.loose {
                let message = "no token speaks of the key; it is kept, and belongs to nobody";
                self.add(Finding::taken(Code::KeyUnreferenced, &one.file, message));
            }
            self.plan.keys.push(PlannedKey {
                file: one.file,
                seed: one.seed,
                public: key,
                owner: owner.map(|(owner, _)| owner),
                role: owner.map_or(crate::store::class::Role::Identity, |(_, role)| role),
            });
        }
        self.plan
            .plain
            .sort_by(|one, other| one.file.cmp(&other.file));
        Ok(())
    }

    fn add(&mut self, finding: Finding) {
        self.plan.findings.push(finding);
    }
}

fn seed_of(creds: &FoundCreds, seed: &Seed) -> FoundSeed {
    FoundSeed {
        path: creds.path.clone(),
        file: creds.file.clone(),
        seed: seed.clone(),
        public: seed.public(),
        noted: true,
    }
}
