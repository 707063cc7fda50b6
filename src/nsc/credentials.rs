//! Which seeds are taken, and whose they are: those of key files, and those that only a creds file has.

use std::collections::{HashMap, HashSet};

use super::deleted_users::Standing;
use super::found::{Found, FoundCreds, FoundSeed};
use super::plan::{PlainFile, PlannedKey};
use super::planner::Planner;
use super::users::{TakenUser, held, issued};
use super::{Code, Finding, Help, Outcome};
use crate::jwt::chain::Distrust;
use crate::jwt::claims::User;
use crate::jwt::decode::Unverified;
use crate::nkey::{Kind, PublicKey, Seed};
use crate::store::Result;
use crate::store::class::Role;
use crate::store::record::EntityKind;
use crate::text::{noted, shell_word};

impl Planner<'_> {
    /// Puts every creds file beside its user, and takes the seeds that are nowhere else.
    pub(super) fn credentials(&mut self, found: &mut Found) -> Result<()> {
        let mut keys: HashSet<PublicKey> = found.seeds.iter().map(|seed| seed.public).collect();
        let creds = std::mem::take(&mut found.creds);
        let of_users = self.creds_of_users(found, &creds, &mut keys)?;
        for (at, creds) in creds.iter().enumerate() {
            if !of_users.contains(&at) {
                self.creds_of_nobody(found, creds, &mut keys)?;
            }
        }
        Ok(())
    }

    fn creds_of_users(
        &mut self,
        found: &mut Found,
        creds: &[FoundCreds],
        keys: &mut HashSet<PublicKey>,
    ) -> Result<HashSet<usize>> {
        let several = self.has_several_operators()?;
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
                    self.creds_of(&user, creds, found, keys)?;
                }
                None if keys.contains(&user.key) && !found.loose && !is_unread(found, &user) => {
                    let [operator, account, name] =
                        user.names.each_ref().map(|name| shell_word(name));
                    let file = shell_word(&format!("{}.creds", user.names[2]));
                    let message = "there is no creds file for it";
                    let under = match several {
                        true => format!(" --operator {operator}"),
                        false => String::new(),
                    };
                    let hint =
                        format!("nkeep generate creds -a {account} -n {name}{under} -o {file}");
                    self.add(Finding::left(Code::CredsMissing, &user.file, message).hint(hint));
                }
                None => {}
            }
        }
        Ok(of_users)
    }

    /// Whether the store will have more than one operator, so that commands must name theirs.
    fn has_several_operators(&self) -> Result<bool> {
        let is_operator = |key: &&PublicKey| key.kind() == Kind::Operator;
        let planned = self.plan.entities.iter();
        let planned = planned.map(|planned| &planned.entity.key);
        let mut operators: HashSet<String> = planned
            .filter(is_operator)
            .map(|key| key.to_string())
            .collect();
        if let Some(records) = self.judgement.records {
            let there = records.listed(EntityKind::Operator, None)?;
            operators.extend(there.into_iter().map(|operator| operator.key));
        }
        Ok(operators.len() > 1)
    }

    /// Looks at the creds file of a user that is taken.
    fn creds_of(
        &mut self,
        user: &TakenUser,
        creds: &FoundCreds,
        found: &mut Found,
        keys: &mut HashSet<PublicKey>,
    ) -> Result<()> {
        let fault = creds.fault_found();
        let kept = match &creds.token {
            Some(token) => self.is_kept(user, creds, token, fault.is_none())?,
            None => true,
        };
        self.plan.findings.extend(fault);
        let own = creds
            .own_seed()
            .filter(|seed| seed.public() == user.key && !keys.contains(&user.key));
        if let Some(seed) = own {
            self.seed_from_creds(user, creds);
            found.seeds.push(seed_of(creds, seed));
            keys.insert(user.key);
            return Ok(());
        }
        self.plain(creds, kept, keys)
    }

    /// Whether the token in the creds file of a user is not needed any more. One that is newer than what is taken is.
    fn is_kept(
        &mut self,
        user: &TakenUser,
        creds: &FoundCreds,
        token: &Unverified<User>,
        is_whole: bool,
    ) -> Result<bool> {
        if token.token() == user.token {
            return Ok(true);
        }
        let known = self.has_token(token)?;
        let claims = token.claims();
        let whose = claims.subject.parse::<PublicKey>().ok();
        // It is out there, whether the store still has its text or not. Of one who is not taken nothing is known: the store
        // would think them deleted.
        let whose = whose.filter(|whose| self.is_planned(whose));
        let account = self.accounts.get(&user.account).filter(|_| whose.is_some());
        let held = account.map(|account| held(token, account));
        let is_issued = matches!(held, Some(Ok(_) | Err(Distrust::Revoked { .. })));
        if is_issued {
            self.plan.issued.push(issued(token, &user.account));
        }
        let last = match whose {
            Some(whose) => self.last_signed(&whose)?,
            None => None,
        };
        let is_newer =
            matches!(held, Some(Ok(_))) && last.is_some_and(|last| claims.issued_at > last);
        if is_newer && !known {
            let message = format!(
                "it holds a newer token than {}, which is not taken with the others",
                user.file
            );
            let finding = Finding::skipped(Code::CredsDiffer, &creds.file, message);
            self.add(finding.hint(renewal(creds)));
            return Ok(false);
        }
        if is_whole {
            let age = if claims.issued_at < user.issued_at {
                "an older"
            } else {
                "another"
            };
            let message = format!("it holds {age} token than {}", user.file);
            self.add(Finding::left(Code::CredsDiffer, &creds.file, message));
        }
        Ok(known || is_issued)
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
    ) -> Result<()> {
        let standing = self.standing(creds)?;
        if found.loose {
            let kept = matches!(standing, Standing::Kept);
            // Its token was judged as one that lies about; the seed is as good as one in a key file.
            if let Some(seed) = creds.own_seed().filter(|_| kept || !found.single) {
                found.seeds.push(seed_of(creds, seed));
                keys.insert(seed.public());
                return Ok(());
            }
            self.plan.findings.extend(creds.fault_found());
            return self.plain(creds, kept, keys);
        }
        let [operator, account, stem] = &creds.place;
        let token_file = format!("{operator}/accounts/{account}/users/{stem}.jwt");
        let mut findings = self.plan.findings.iter_mut();
        let refused = findings.find(|finding| {
            finding.outcome == Outcome::Skipped && finding.file.ends_with(&token_file)
        });
        let file = shell_word(&creds.path.to_string_lossy());
        let takes = format!("nkeep import user -f {file}");
        let help = match &standing {
            // Nobody deleted a user whose token is there, and broken.
            Standing::Missing(_, Some(locks_out)) if refused.is_none() => Some(
                noted(
                    locks_out,
                    format!("locks it out, once the others are imported; {takes} takes it back"),
                )
                .into(),
            ),
            Standing::Missing(..) => Some(Help::Command(takes)),
            Standing::Newer(_) => Some(renewal(creds)),
            _ => None,
        };
        if let Some(refused) = refused {
            refused.hint = refused.hint.take().or(help);
            return self.plain(creds, matches!(standing, Standing::Kept), keys);
        }
        let mut findings = self.plan.findings.iter();
        let is_older = findings
            .any(|finding| finding.code == Code::TokenOlder && finding.file.ends_with(&token_file));
        let (code, message, skipped) = match standing {
            // That was said of its token.
            Standing::Kept if is_older => return self.seed_of_nobody(found, creds, keys),
            Standing::Kept => (Code::CredsOrphan, self.kept(creds)?, false),
            Standing::Other(message) => (Code::CredsDiffer, message, false),
            Standing::Newer(message) => (Code::CredsDiffer, message, true),
            Standing::Deleted(message) => (Code::CredsOrphan, message, false),
            Standing::Missing(message, _) => (Code::CredsOrphan, message, true),
            Standing::Nobody(message) => (Code::CredsOrphan, message, true),
        };
        let outcome = match skipped {
            true => Outcome::Skipped,
            false => Outcome::Left,
        };
        let finding = Finding::new(code, &creds.file, message, outcome);
        self.add(Finding {
            hint: help,
            ..finding
        });
        if skipped {
            return self.plain(creds, false, keys);
        }
        self.seed_of_nobody(found, creds, keys)
    }

    /// Takes the seed of a creds file that is not needed any more, unless it is taken from elsewhere.
    fn seed_of_nobody(
        &mut self,
        found: &mut Found,
        creds: &FoundCreds,
        keys: &mut HashSet<PublicKey>,
    ) -> Result<()> {
        if let Some(seed) = creds.own_seed()
            && !self.has_seed(&seed.public(), keys)?
        {
            found.seeds.push(seed_of(creds, seed));
            keys.insert(seed.public());
            return Ok(());
        }
        self.plain(creds, true, keys)
    }

    /// Whether a seed is taken from elsewhere, or in the store.
    fn has_seed(&self, key: &PublicKey, keys: &HashSet<PublicKey>) -> Result<bool> {
        if keys.contains(key) {
            return Ok(true);
        }
        let there = match self.judgement.records {
            Some(records) => records.key(key)?,
            None => None,
        };
        Ok(there.is_some_and(|there| there.sealed.is_some()))
    }

    fn plain(&mut self, creds: &FoundCreds, kept: bool, keys: &HashSet<PublicKey>) -> Result<()> {
        if let Some(seed) = &creds.seed {
            let key = seed.public();
            let taken = kept && self.has_seed(&key, keys)?;
            self.plan.plain.push(PlainFile {
                path: creds.path.clone(),
                file: creds.file.clone(),
                key,
                taken,
            });
        }
        Ok(())
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
            let is_news = !spoken_of
                || self.gone.contains_key(&key) && !self.has_seed(&key, &HashSet::new())?;
            if owner.is_none() && is_news && !one.noted && !found.loose {
                let gone = self.gone.get(&key).cloned();
                let message = match gone.or_else(|| self.revoked_by(&key)) {
                    Some(whose) => format!("{whose}; the key is kept, and belongs to nobody"),
                    None => {
                        "no token speaks of the key; it is kept, and belongs to nobody".to_owned()
                    }
                };
                self.add(Finding::taken(Code::KeyUnreferenced, &one.file, message));
            }
            self.plan.keys.push(PlannedKey {
                file: one.file,
                seed: one.seed,
                public: key,
                owner: owner.map(|(owner, _)| owner),
                role: match owner {
                    Some((_, role)) => role,
                    None if self.judgement.waiting.contains(&key) => Role::Signing,
                    None => Role::Identity,
                },
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

/// Whether there may be a creds file for a user that could not be read.
fn is_unread(found: &Found, user: &TakenUser) -> bool {
    user.stems.iter().any(|stem| {
        let [operator, account] = &user.place;
        let place = [operator, account, stem];
        let mut unread = found.unread_creds.iter();
        unread.any(|unread| unread.iter().zip(place).all(|(one, other)| one == other))
    })
}

/// What takes the newer token of a creds file.
fn renewal(creds: &FoundCreds) -> Help {
    let file = shell_word(&creds.path.to_string_lossy());
    noted(
        format!("nkeep import user -f {file} --overwrite"),
        "takes it",
    )
    .into()
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
