//! What is not rotated, since everything that hangs on it would be lost: why, and what people do in its place.

use super::phase::Asked;
use super::{Result, RotationError};
use crate::jwt::claims::Operator;
use crate::store::Records;
use crate::store::record::Entity;
use crate::text::{quoted, shell_word};
use crate::trust;
use crate::trust::served::no_system_account;

/// Something that is not rotated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The identity of an account.
    AccountIdentity,
    /// The identity of the account in which servers talk.
    SystemAccountIdentity,
}

/// What people do in the place of a rotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Migration {
    /// What is not rotated, for people.
    pub what: String,
    /// Why not.
    pub reason: &'static str,
    /// Steps, in this order; some are commands.
    pub steps: Vec<String>,
    /// How one goes back.
    pub way_back: Vec<String>,
    /// The command that says all of it.
    pub plan: String,
}

impl Migration {
    /// Refuses a rotation, with the command that says what to do in its place.
    #[must_use]
    pub fn refusal(&self) -> RotationError {
        RotationError::refused(
            format!("the {} is not rotated: {}", self.what, self.reason),
            &*self.plan,
        )
    }
}

impl Refused {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::AccountIdentity, Self::SystemAccountIdentity];

    /// As it is written.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::AccountIdentity => "account-identity",
            Self::SystemAccountIdentity => "system-account-identity",
        }
    }

    /// What it is, for people.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::AccountIdentity => "identity of an account: not rotated, and planned as a move",
            Self::SystemAccountIdentity => {
                "identity of the system account: not rotated, and planned as a full stop"
            }
        }
    }

    /// Whether it is an account's that has to be named.
    #[must_use]
    pub const fn is_of_account(self) -> bool {
        matches!(self, Self::AccountIdentity)
    }

    const fn reason(self) -> &'static str {
        match self {
            Self::AccountIdentity => {
                "streams, exports, imports and permissions are bound to the key of an account: with another one it is another account"
            }
            Self::SystemAccountIdentity => {
                "servers keep what JetStream has agreed on under the key of the system account: while some are started with another, \
                 JetStream is dark, and they give each other no accounts"
            }
        }
    }

    /// What people do in its place.
    pub fn migration(self, records: &dyn Records, asked: &Asked) -> Result<Migration> {
        let operator = &asked.operator()?;
        let account = match self {
            Self::AccountIdentity => asked.account()?,
            Self::SystemAccountIdentity => system(records, operator)?,
        };
        if self == Self::AccountIdentity {
            must_be_no_system_account(operator, &account)?;
        }
        let (steps, way_back) = match self {
            Self::AccountIdentity => moved(&account),
            Self::SystemAccountIdentity => stopped(operator, &account),
        };
        Ok(Migration {
            what: format!(
                "identity {} of account {}",
                account.key,
                quoted(&account.name)
            ),
            reason: self.reason(),
            steps,
            way_back,
            plan: match self {
                Self::AccountIdentity => format!(
                    "nkeep rotate plan {} -a {}",
                    self.name(),
                    shell_word(account.name.as_str())
                ),
                Self::SystemAccountIdentity => format!("nkeep rotate plan {}", self.name()),
            },
        })
    }
}

fn system(records: &dyn Records, operator: &Entity) -> Result<Entity> {
    let body = trust::claims::<Operator>(operator)?.into_claims().body;
    if body.system_account.is_empty() {
        return Err(no_system_account(records, operator).into());
    }
    Ok(trust::account(
        records,
        operator,
        Some(&body.system_account),
    )?)
}

/// The account in which servers talk is no ordinary one: what moves others would leave servers without it.
fn must_be_no_system_account(operator: &Entity, account: &Entity) -> Result<()> {
    let body = trust::claims::<Operator>(operator)?.into_claims().body;
    if body.system_account != account.key.to_string() {
        return Ok(());
    }
    Err(RotationError::refused(
        format!(
            "account {} is the one in which servers talk, and is not moved as others are",
            quoted(&account.name)
        ),
        format!(
            "nkeep rotate plan {}",
            Refused::SystemAccountIdentity.name()
        ),
    ))
}

/// Another account, to which people move what the one has.
fn moved(account: &Entity) -> (Vec<String>, Vec<String>) {
    let old = shell_word(account.name.as_str());
    let new = shell_word(&format!("{}-2", account.name));
    let steps = [
        "ask first whether it is enough that its identity signs nothing any more: nkeep edit operator --require-signing-keys"
            .to_owned(),
        format!("nkeep add account {new}  # another account, with limits and JetStream as the old one has them"),
        format!("nkeep add export -a {old} --subject 'SUBJECT.>'  # a bridge: what clients of both are to see"),
        format!("nkeep add import -a {new} --src-account {old} --remote-subject 'SUBJECT.>'"),
        "nkeep push -A".to_owned(),
        format!("in account {new}, streams that have those of account {old} as their source or mirror; wait until they are even"),
        format!("nkeep add user NAME -a {new}  # each user anew, and its creds to whoever has it: clients move one after the other"),
        "whoever imports from the old account is given imports of the new one, and activations where they are private".to_owned(),
        format!("when nobody is connected to the old one: streams that are even are made writable in account {new}"),
        format!("nkeep delete account {old} --force  # and nkeep push --prune"),
    ];
    let way_back = [
        format!(
            "until clients write to account {new}: they are given the creds of account {old} again, and nothing is lost"
        ),
        format!(
            "after that: the same bridge the other way round, from account {new} to account {old}"
        ),
    ];
    (steps.into(), way_back.into())
}

/// A full stop of every server.
fn stopped(operator: &Entity, system: &Entity) -> (Vec<String>, Vec<String>) {
    let (old, name) = (system.key, shell_word(operator.name.as_str()));
    let sys = shell_word(&format!("{}-2", system.name));
    let steps = [
        "its signing keys and its users can be rotated, without a stop; ask whether that is enough".to_owned(),
        "name a time at which every server of every cluster may be down, and try all of this where nobody minds".to_owned(),
        format!("nkeep add account {sys}  # the other system account, and its users"),
        format!("nkeep edit operator --operator {name} --system-account {sys}"),
        "nkeep generate config --nats-resolver --config-file resolver.conf  # given to every server, and none started with it yet".to_owned(),
        "stop every server, and keep a copy of each one's JetStream folder".to_owned(),
        format!("on every server, rename jetstream/{old} to jetstream/KEY, with the public key of account {sys}"),
        "start every server: with only some of them JetStream does not come up".to_owned(),
        "nkeep verify  # each server talks in the other account; then look at streams".to_owned(),
    ];
    let way_back = [
        "stop every server again".to_owned(),
        format!("on every server, rename jetstream/KEY to jetstream/{old} again"),
        format!("nkeep edit operator --operator {name} --system-account {old}"),
        "start every server with the configuration of before".to_owned(),
    ];
    (steps.into(), way_back.into())
}
