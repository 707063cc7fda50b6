//! What a root signs at all: which fields each command may change, for how long, how many keys, and who has to be for it. It is kept
//! in the root's store, whose journal vouches for it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::canonical::Content;
use super::item::Deletion;
use super::request::{Asks, Proposal, Request};
use super::{CeremonyError, Result};
use crate::jwt::claims::{Claims, Operator};
use crate::nkey::PublicKey;
use crate::store::document::Document;
use crate::store::{Changes, Records, StoreError};
use crate::text::{counted, noted, quoted, shell_word};
use crate::trust::difference::differences;

/// How the document is called that has it.
const NAMED: &str = "ceremony policy";
/// How the document is called by which a root signs nothing until there is one.
const UNSET: &str = "ceremony policy wanted";
const DAY: i64 = 24 * 60 * 60;
/// A hundred years, in days.
const LONGEST: i64 = 36_525;

/// Fields of an operator's token, as policies name them.
const FIELDS: [&str; 10] = [
    "name",
    "signing_keys",
    "account_server_url",
    "operator_service_urls",
    "system_account",
    "assert_server_version",
    "strict_signing_key_usage",
    "tags",
    "exp",
    "nbf",
];

/// Which operators that are new a root signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NewOperators {
    /// None.
    None,
    /// One that comes after another and says what that one says, by keys of its own, with what both say of each other.
    Successors,
    /// One of which nobody else says anything, too: as an operator is reissued, or its key is in other hands.
    Any,
}

impl NewOperators {
    const fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Successors => "successors",
            Self::Any => "any",
        }
    }
}

/// A field of a policy that is not as it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PolicyChange {
    /// Which.
    pub field: &'static str,
    /// What it was.
    pub before: String,
    /// What it is to be.
    pub after: String,
    /// Whether the root signs what it did not sign before.
    pub is_looser: bool,
}

impl PolicyChange {
    fn of(
        field: &'static str,
        before: impl ToString,
        after: impl ToString,
        is_looser: bool,
    ) -> Option<Self> {
        let (before, after) = (before.to_string(), after.to_string());
        (before != after).then_some(Self {
            field,
            before,
            after,
            is_looser,
        })
    }
}

fn listed(names: &BTreeSet<String>) -> String {
    match names.is_empty() {
        true => "none".to_owned(),
        false => names
            .iter()
            .map(|name| &**name)
            .collect::<Vec<_>>()
            .join(", "),
    }
}

/// A policy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    /// What it is.
    pub nkeep: String,
    /// The fields that may change at all. What a request says that it is for is its own word, and rules nothing.
    pub may_change: BTreeSet<String>,
    /// For how many days a request may be open.
    pub request_days: i64,
    /// For how many days a token may hold; 0 is for any time.
    pub token_days: i64,
    /// How many signing keys there may be.
    pub signing_keys: usize,
    /// Whether signing keys have to be demanded.
    pub strict: bool,
    /// Which operators that are new are signed.
    pub new_operators: NewOperators,
    /// How many accounts a request may have servers delete: signing keys do that, and mostly they alone may.
    pub delete_accounts: usize,
    /// Whether a key of the operator has to have asked.
    pub requester: bool,
    /// How many approvals it takes.
    pub approvals: usize,
    /// By whom.
    pub approvers: BTreeSet<String>,
}

impl Content for Policy {
    const TITLE: &'static str = "ceremony policy 1";
    const HELP: &'static str =
        "nkeep ceremony policy show  # says which one holds, as one is written";

    fn title(&self) -> &str {
        &self.nkeep
    }
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            nkeep: Self::TITLE.to_owned(),
            may_change: FIELDS.map(str::to_owned).into(),
            request_days: 90,
            token_days: 0,
            signing_keys: 4,
            strict: true,
            new_operators: NewOperators::Successors,
            delete_accounts: 0,
            requester: true,
            approvals: 0,
            approvers: BTreeSet::new(),
        }
    }
}

impl Policy {
    /// Reads one that somebody wrote, on as many lines as they like.
    pub fn written(file: &str, text: &[u8]) -> Result<Self> {
        let wrong = |reason: String| CeremonyError::problem(file, reason, Self::HELP);
        let policy: Self = serde_json::from_slice(text)
            .map_err(|error| wrong(format!("is no {}: {error}", Self::TITLE)))?;
        if policy.nkeep != Self::TITLE {
            return Err(wrong(format!("is no {}", Self::TITLE)));
        }
        for field in &policy.may_change {
            if !FIELDS.contains(&&**field) {
                let known = FIELDS.join(", ");
                return Err(wrong(format!(
                    "names a field {field:?}, which is none of {known}"
                )));
            }
        }
        for key in &policy.approvers {
            key.parse::<PublicKey>()
                .map_err(|error| wrong(format!("names an approver {key:?}: {error}")))?;
        }
        if policy.approvals > policy.approvers.len() {
            return Err(wrong(format!(
                "wants {} approvals of {} approvers",
                policy.approvals,
                policy.approvers.len()
            )));
        }
        let days = (1..=LONGEST).contains(&policy.request_days)
            && (0..=LONGEST).contains(&policy.token_days);
        if !days || policy.signing_keys == 0 {
            return Err(wrong(format!(
                "has numbers that make no sense: request_days is 1 to {LONGEST}, token_days 0 to {LONGEST}, and signing_keys at least 1"
            )));
        }
        Ok(policy)
    }

    /// The one that holds in a store.
    pub fn of(records: &dyn Records) -> Result<Self> {
        Ok(Self::set_in(records)?.unwrap_or_default())
    }

    /// The one that somebody set; where nobody did, the default one holds.
    pub fn set_in(records: &dyn Records) -> Result<Option<Self>> {
        let Some(document) = records.document(NAMED)? else {
            return Ok(None);
        };
        Self::written("the policy of the store", document.text.as_bytes()).map(Some)
    }

    /// Has a root that was brought back sign nothing until somebody sets one: what it went by is gone with the old store.
    pub fn has_to_be_set(changes: &mut dyn Changes) -> Result<()> {
        Ok(changes.put_document(&Document {
            name: UNSET.to_owned(),
            text: "{}".to_owned(),
            updated: changes.now(),
        })?)
    }

    /// Whether none is in force, not even the default one: the root was brought back, and nobody has set one since.
    pub fn has_to_be_set_in(records: &dyn Records) -> Result<bool> {
        Ok(records.document(UNSET)?.is_some() && Self::set_in(records)?.is_none())
    }

    /// Refuses a root that was brought back without its policy.
    pub fn must_be_set_in(records: &dyn Records) -> Result<()> {
        if !Self::has_to_be_set_in(records)? {
            return Ok(());
        }
        Err(CeremonyError::gate(
            "the root was brought back from shares or paper, and its policy is gone with the old store: it signs when one is set",
            noted(
                "nkeep ceremony policy set FILE",
                "policy show -o FILE writes one to begin from",
            ),
        ))
    }

    /// What is otherwise in the one that comes after it.
    #[must_use]
    pub fn changes_to(&self, next: &Self) -> Vec<PolicyChange> {
        let (old, new) = (self, next);
        // 0 days are any number of them.
        let days = |policy: &Self| match policy.token_days {
            0 => i64::MAX,
            days => days,
        };
        // Where nobody had to be for it, whoever has to be is one more.
        let more_may_approve = old.approvals > 0 && !new.approvers.is_subset(&old.approvers);
        [
            PolicyChange::of(
                "may_change",
                listed(&old.may_change),
                listed(&new.may_change),
                !new.may_change.is_subset(&old.may_change),
            ),
            PolicyChange::of(
                "request_days",
                old.request_days,
                new.request_days,
                new.request_days > old.request_days,
            ),
            PolicyChange::of(
                "token_days",
                old.token_days,
                new.token_days,
                days(new) > days(old),
            ),
            PolicyChange::of(
                "signing_keys",
                old.signing_keys,
                new.signing_keys,
                new.signing_keys > old.signing_keys,
            ),
            PolicyChange::of("strict", old.strict, new.strict, old.strict && !new.strict),
            PolicyChange::of(
                "new_operators",
                old.new_operators.name(),
                new.new_operators.name(),
                new.new_operators > old.new_operators,
            ),
            PolicyChange::of(
                "delete_accounts",
                old.delete_accounts,
                new.delete_accounts,
                new.delete_accounts > old.delete_accounts,
            ),
            PolicyChange::of(
                "requester",
                old.requester,
                new.requester,
                old.requester && !new.requester,
            ),
            PolicyChange::of(
                "approvals",
                old.approvals,
                new.approvals,
                new.approvals < old.approvals,
            ),
            PolicyChange::of(
                "approvers",
                listed(&old.approvers),
                listed(&new.approvers),
                more_may_approve,
            ),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// Makes it the one that holds.
    pub fn keep(&self, changes: &mut dyn Changes) -> Result<()> {
        let text =
            serde_json::to_string(self).map_err(|error| StoreError::Refused(error.to_string()))?;
        Ok(changes.put_document(&Document {
            name: NAMED.to_owned(),
            text,
            updated: changes.now(),
        })?)
    }

    /// What a request asks for that may not be.
    pub fn broken_by(&self, request: &Request, proposal: &Proposal) -> Result<Vec<String>> {
        let mut broken = match &proposal.asks {
            Asks::Next { before, after } => self.fields_broken_by(request, before, after)?,
            Asks::Successor { before, first, .. } => self.succession_broken_by(before, first)?,
            Asks::First { .. } => self.newcomer_broken_by(NewOperators::Any),
            Asks::Deletions { deletions, .. } => self.deletions_broken_by(deletions),
        };
        if request.expires - request.made > self.request_days * DAY {
            broken.push(format!(
                "a request is open for {} days at most",
                self.request_days
            ));
        }
        if let Some(claims) = proposal.asks.comes() {
            broken.extend(self.token_broken_by(claims));
        }
        Ok(broken)
    }

    /// What a token says that may not be, whatever was there before.
    fn token_broken_by(&self, claims: &Claims<Operator>) -> Vec<String> {
        let mut broken = Vec::new();
        if self.token_days > 0 && !holds_for(claims, self.token_days) {
            broken.push(format!(
                "a token holds for {} days at most",
                self.token_days
            ));
        }
        let keys = claims.body.signing_keys.len();
        if keys > self.signing_keys {
            broken.push(format!(
                "there may be {} signing keys, and there would be {keys}",
                self.signing_keys
            ));
        }
        if self.strict && !claims.body.strict_signing_key_usage {
            broken.push("signing keys have to be demanded".to_owned());
        }
        broken
    }

    fn newcomer_broken_by(&self, wanted: NewOperators) -> Vec<String> {
        let broken = match (self.new_operators >= wanted, wanted) {
            (true, _) => None,
            (false, NewOperators::Any) => {
                Some("a new operator of which no other says that it comes after it may not be")
            }
            (false, _) => Some("a new operator may not be"),
        };
        broken.map(str::to_owned).into_iter().collect()
    }

    /// One that comes after another says what that one says.
    fn succession_broken_by(
        &self,
        before: &Claims<Operator>,
        first: &Claims<Operator>,
    ) -> Result<Vec<String>> {
        let mut broken = self.newcomer_broken_by(NewOperators::Successors);
        let own = ["sub", "signing_keys"];
        let changed = changed_fields(before, first)?.into_iter();
        broken.extend(
            changed
                .filter(|field| !own.contains(&&**field))
                .map(|field| format!("a new operator may not say otherwise: {field}")),
        );
        let had = &before.body.signing_keys;
        if first.body.signing_keys.iter().any(|key| had.contains(key)) {
            broken.push("a new operator has signing keys of its own".to_owned());
        }
        Ok(broken)
    }

    fn deletions_broken_by(&self, deletions: &[Deletion]) -> Vec<String> {
        let count: usize = deletions.iter().map(|one| one.accounts.len()).sum();
        match count > self.delete_accounts {
            true => vec![format!(
                "servers may be asked to delete {}, and would be asked to delete {count}",
                counted(self.delete_accounts, "account")
            )],
            false => Vec::new(),
        }
    }

    fn fields_broken_by(
        &self,
        request: &Request,
        before: &Claims<Operator>,
        after: &Claims<Operator>,
    ) -> Result<Vec<String>> {
        // A step of a rotation replaces a key, and has no other business.
        let is_rotation = request.command.first().is_some_and(|word| word == "rotate");
        let may = |field: &String| {
            self.may_change.contains(field) && (!is_rotation || field == "signing_keys")
        };
        let broken = changed_fields(before, after)?
            .into_iter()
            .filter(|field| !may(field));
        Ok(broken
            .map(|field| match is_rotation {
                true => format!("a rotation may not change {field}"),
                false => format!("{field} may not change"),
            })
            .collect())
    }

    /// Refuses where too few are for it.
    pub fn must_be_approved(&self, file: &str, by: &BTreeSet<PublicKey>) -> Result<()> {
        let by: BTreeSet<String> = by.iter().map(ToString::to_string).collect();
        if let Some(stranger) = by.difference(&self.approvers).next() {
            return Err(CeremonyError::gate(
                format!("{stranger} approved it, and is no approver"),
                "nkeep ceremony policy show",
            ));
        }
        if by.len() >= self.approvals {
            return Ok(());
        }
        let missing: Vec<&str> = self.approvers.difference(&by).map(|key| &**key).collect();
        Err(CeremonyError::gate(
            format!(
                "{} has {}, and takes {}: of {}",
                quoted(file),
                counted(by.len(), "approval"),
                self.approvals,
                missing.join(", ")
            ),
            noted(
                format!("nkeep ceremony approve {} -K KEY -o FILE", shell_word(file)),
                format!(
                    "then: nkeep ceremony sign {} --approval FILE",
                    shell_word(file)
                ),
            ),
        ))
    }
}

/// The fields that are not as they were, as policies name them.
fn changed_fields(before: &Claims<Operator>, after: &Claims<Operator>) -> Result<BTreeSet<String>> {
    let differences = differences(before, after)?.into_iter();
    let names = differences.map(|difference| {
        let path = difference
            .path
            .strip_prefix("nats.")
            .unwrap_or(&difference.path);
        let name = path.split(['.', '[']).next().unwrap_or_default();
        name.to_owned()
    });
    Ok(names.collect())
}

fn holds_for(claims: &Claims<Operator>, days: i64) -> bool {
    claims.expires != 0 && claims.expires - claims.issued_at <= days * DAY
}
