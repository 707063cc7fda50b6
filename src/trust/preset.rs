//! Permissions of the users that well-known systems connect with: each the least that works. What they use was read in
//! their source, and tried on nats-server 2.10.26, 2.12.8 and 2.15.1.

use std::fmt;
use std::str::FromStr;

use super::new::AccountDesk;
use super::validate::has_jetstream;
use super::{KeyChoice, Result, TrustError, account, operator_of};
use crate::jwt::claims::{Permission, Permissions, ResponsePermission};
use crate::store::Records;
use crate::store::keyring::Keyring;
use crate::store::record::{Entity, Name};
use crate::text::{noted, quoted, shell_word};

/// A system that connects as a user.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preset {
    /// nauth: accounts and users as Kubernetes resources.
    Nauth,
    /// NACK: streams, consumers and buckets as Kubernetes resources.
    Nack,
    /// nats-surveyor: what all servers say of themselves, for Prometheus.
    Surveyor,
    /// wasmCloud's secrets-nats-kv, by the names that it has where none are given.
    WasmcloudKv,
    /// A service that decides who may connect.
    Callout,
}

/// What a preset allows. Nothing else may be published or subscribed to.
struct Allowed {
    publish: &'static [&'static str],
    subscribe: &'static [&'static str],
    /// Whether each request may be answered, once.
    answers: bool,
}

/// Where answers come to that a client asked for.
const INBOX: &str = "_INBOX.>";

const NAUTH: Allowed = Allowed {
    publish: &[
        "$SYS.REQ.ACCOUNT.*.CLAIMS.LOOKUP",
        "$SYS.REQ.CLAIMS.DELETE",
        "$SYS.REQ.CLAIMS.UPDATE",
        "$SYS.REQ.SERVER.PING",
    ],
    subscribe: &[INBOX],
    answers: false,
};

/// A consumer is created with the subjects that it filters by in the subject of the request, and updated in the same way.
const NACK: Allowed = Allowed {
    publish: &[
        "$JS.API.CONSUMER.CREATE.>",
        "$JS.API.CONSUMER.DELETE.*.*",
        "$JS.API.CONSUMER.INFO.*.*",
        "$JS.API.INFO",
        "$JS.API.STREAM.CREATE.*",
        "$JS.API.STREAM.DELETE.*",
        "$JS.API.STREAM.INFO.*",
        "$JS.API.STREAM.UPDATE.*",
    ],
    subscribe: &[INBOX],
    answers: false,
};

/// All that it asks with --accounts, --gatewayz, --jsz and --raftz. What it observes in other accounts it does as users of those.
const SURVEYOR: Allowed = Allowed {
    publish: &[
        "$SYS.REQ.ACCOUNT.PING.STATZ",
        "$SYS.REQ.SERVER.PING",
        "$SYS.REQ.SERVER.PING.GATEWAYZ",
        "$SYS.REQ.SERVER.PING.JSZ",
        "$SYS.REQ.SERVER.PING.RAFTZ",
    ],
    subscribe: &[INBOX],
    answers: false,
};

/// Two buckets and the stream of its locks: made where they are not there, read, written, and of the secrets their older
/// versions, which takes consumers. Messages of consumers tell where flow is controlled as answers do.
const WASMCLOUD_KV: Allowed = Allowed {
    publish: &[
        "$JS.API.CONSUMER.CREATE.KV_WASMCLOUD_SECRETS",
        "$JS.API.CONSUMER.CREATE.KV_WASMCLOUD_SECRETS.>",
        "$JS.API.CONSUMER.DELETE.KV_WASMCLOUD_SECRETS.*",
        "$JS.API.CONSUMER.INFO.KV_WASMCLOUD_SECRETS.*",
        "$JS.API.DIRECT.GET.KV_SECRETS_nats-kv_state.$KV.SECRETS_nats-kv_state.*",
        "$JS.API.DIRECT.GET.KV_WASMCLOUD_SECRETS.$KV.WASMCLOUD_SECRETS.>",
        "$JS.API.INFO",
        "$JS.API.STREAM.CREATE.KV_SECRETS_nats-kv_state",
        "$JS.API.STREAM.CREATE.KV_WASMCLOUD_SECRETS",
        "$JS.API.STREAM.CREATE.SECRETS_nats-kv_state_lock",
        "$JS.API.STREAM.INFO.KV_SECRETS_nats-kv_state",
        "$JS.API.STREAM.INFO.KV_WASMCLOUD_SECRETS",
        "$JS.API.STREAM.INFO.SECRETS_nats-kv_state_lock",
        "$JS.API.STREAM.MSG.DELETE.SECRETS_nats-kv_state_lock",
        "$KV.SECRETS_nats-kv_state.*",
        "$KV.WASMCLOUD_SECRETS.>",
        "SECRETS_nats-kv_state_lock.*",
    ],
    subscribe: &[INBOX, "wasmcloud.secrets.v1alpha1.nats-kv.>"],
    answers: true,
};

/// Services of the micro framework listen to $SRV.> as well, and go on where they may not.
const CALLOUT: Allowed = Allowed {
    publish: &[],
    subscribe: &["$SYS.REQ.USER.AUTH"],
    answers: true,
};

impl Preset {
    /// Every one.
    pub const ALL: [Self; 5] = [
        Self::Nauth,
        Self::Nack,
        Self::Surveyor,
        Self::WasmcloudKv,
        Self::Callout,
    ];

    /// As it is written.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Nauth => "nauth",
            Self::Nack => "nack",
            Self::Surveyor => "surveyor",
            Self::WasmcloudKv => "wasmcloud-kv",
            Self::Callout => "callout",
        }
    }

    /// What a user with it is for.
    #[must_use]
    pub const fn purpose(self) -> &'static str {
        match self {
            Self::Nauth => "nauth, in the system account: looks up, gives and deletes accounts",
            Self::Nack => "NACK: makes and changes streams, consumers and buckets, and reads none",
            Self::Surveyor => "nats-surveyor, in the system account: asks servers how they are",
            Self::WasmcloudKv => "wasmCloud's secrets-nats-kv: its buckets, and hosts that ask it",
            Self::Callout => "an auth callout service: is asked who may connect, and answers",
        }
    }

    const fn allowed(self) -> &'static Allowed {
        match self {
            Self::Nauth => &NAUTH,
            Self::Nack => &NACK,
            Self::Surveyor => &SURVEYOR,
            Self::WasmcloudKv => &WASMCLOUD_KV,
            Self::Callout => &CALLOUT,
        }
    }

    /// As claims have it.
    #[must_use]
    pub fn permissions(self) -> Permissions {
        let Allowed {
            publish,
            subscribe,
            answers,
        } = self.allowed();
        let allow = |subjects: &[&str]| Permission {
            allow: subjects.iter().copied().map(str::to_owned).collect(),
            ..Permission::default()
        };
        Permissions {
            publish: allow(publish),
            subscribe: allow(subscribe),
            // Who may answer may publish nothing that is not named, even where nothing is.
            respond: answers.then(|| ResponsePermission {
                max: 1,
                ..ResponsePermission::default()
            }),
        }
    }

    /// Whether a user with it is one of the system account.
    #[must_use]
    pub const fn is_of_system(self) -> bool {
        matches!(self, Self::Nauth | Self::Surveyor)
    }

    /// The desk at which a user with it is signed. Refuses an account, or a key, with which it cannot work.
    pub fn desk(
        self,
        records: &dyn Records,
        keyring: &dyn Keyring,
        account: &Entity,
        choice: &KeyChoice,
        user: &Name,
    ) -> Result<AccountDesk> {
        let desk = AccountDesk::open(records, keyring, account, choice)?;
        self.must_be_within(records, &desk, user)?;
        if self != Self::Nauth || desk.signer() != account.key {
            return Ok(desk);
        }
        // Where the identity may sign it does, unless another is named.
        let keys = desk.trusted.claims().body.signing_keys.0.iter();
        let mut keys = keys
            .filter(|(_, scope)| scope.is_none())
            .filter_map(|(key, _)| key.parse().ok());
        let by = |key| AccountDesk::open(records, keyring, account, &KeyChoice::Key(key)).ok();
        let help = match keys.find_map(by) {
            Some(other) if choice.is_best() => return Ok(other),
            Some(_) => noted(self.added(user, &account.name), "with a signing key"),
            None => format!(
                "nkeep edit account {} --sk generate",
                shell_word(account.name.as_str())
            ),
        };
        Err(TrustError::refused(
            "nauth takes a user only whose token names its account, as the tokens do that a signing key signs; this one \
             would be signed by the identity of the account",
            help,
        ))
    }

    /// Refuses a key with a scope, and what is of the system account anywhere else.
    fn must_be_within(self, records: &dyn Records, desk: &AccountDesk, user: &Name) -> Result<()> {
        let own = &desk.account.name;
        if let Some(scope) = desk.scope() {
            return Err(TrustError::refused(
                format!(
                    "the key {} that is to sign has the role {}, which says what its users may do",
                    desk.signer(),
                    quoted(&scope.role)
                ),
                noted(self.added(user, own), "with a key that has none"),
            ));
        }
        let system = &desk.operator.claims().body.system_account;
        let in_system = *system == desk.account.key.to_string();
        if in_system && !self.is_of_system() {
            return Err(TrustError::refused(
                format!(
                    "the preset {self} is for users of other accounts than the system account, which has no JetStream and no callout"
                ),
                noted("nkeep list accounts", "says which there are"),
            ));
        }
        if in_system || !self.is_of_system() {
            return Ok(());
        }
        let operator = operator_of(records, &desk.account)?;
        let help = match account(records, &operator, Some(system)) {
            Ok(system) => self.added(user, &system.name),
            Err(_) => noted(
                "nkeep edit operator --system-account ACCOUNT",
                "the operator has none here",
            ),
        };
        Err(TrustError::refused(
            format!(
                "the preset {self} is for users of the system account, and account {} is another",
                quoted(own)
            ),
            help,
        ))
    }

    fn added(self, user: &Name, account: &Name) -> String {
        format!(
            "nkeep add user {} -a {} --preset {self}",
            shell_word(user.as_str()),
            shell_word(account.as_str())
        )
    }

    /// What the account lacks for it.
    #[must_use]
    pub fn unready(self, desk: &AccountDesk, user: &Entity) -> Option<Unready> {
        let (name, claims) = (&desk.account.name, desk.trusted.claims());
        let word = shell_word(name.as_str());
        match self {
            Self::Nack | Self::WasmcloudKv if !has_jetstream(claims) => Some(Unready {
                reason: format!(
                    "account {} has no JetStream, and {self} needs it",
                    quoted(name)
                ),
                help: format!("nkeep edit account {word} --js-enable 0"),
            }),
            Self::Callout => {
                let asked = &claims.body.authorization.auth_users;
                (!asked.contains(&user.key.to_string())).then(|| Unready {
                    reason: format!(
                        "account {} does not name user {} as one that its callout service connects as: servers ask it nothing",
                        quoted(name),
                        quoted(&user.name)
                    ),
                    help: format!(
                        "nkeep edit authcallout {word} --auth-user {}",
                        shell_word(user.name.as_str())
                    ),
                })
            }
            _ => None,
        }
    }
}

/// What is to be done before a preset is of use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unready {
    /// What is missing.
    pub reason: String,
    /// The command that mends it.
    pub help: String,
}

impl FromStr for Preset {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let found = Self::ALL.into_iter().find(|preset| preset.name() == name);
        found.ok_or_else(|| {
            let known = Self::ALL.map(Self::name).join(", ");
            format!("it is no preset: {known}")
        })
    }
}

impl fmt::Display for Preset {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.name())
    }
}
