//! The table: of each kind of rotation, what is applied in which phase.

use crate::rotation::Kind;

/// Something that is applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Artefact {
    /// What makes servers trust the operator: its token, and the system account, in each form that somebody takes.
    ServerTrust,
    /// The same where operators themselves are replaced: those, in this order.
    TrustOf(&'static [Which]),
    /// Accounts are pushed, of which there is no file.
    Push,
    /// A Secret with the key itself; of a user, with its creds.
    Key(Of, Which),
    /// What names that Secret, for a controller that signs accounts.
    NatsCluster(Which),
    /// The keys that readers get, in their order: a Secret.
    Keys,
    /// The keys of an issuer, which are none: a ConfigMap.
    Pins,
    /// Secrets with the creds of users that the new key signed.
    Users,
    /// That the Secret with a key goes.
    Removal(Of, Which),
}

/// Of what a Secret has a key, and so who takes it and how it is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// Of an operator, to sign accounts.
    Operator,
    /// Of an account, to sign users.
    Account,
    /// Of a user of the system account.
    SystemUser,
    /// Of any other user.
    User,
}

/// Which of the two keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// The one that is replaced.
    Old,
    /// The one that replaces it.
    New,
}

/// What is applied in a phase, in this order, and to go back from it.
pub(super) struct Row {
    pub phase: &'static str,
    pub onward: &'static [Artefact],
    pub back: &'static [Artefact],
}

pub(super) const TABLE: &[(Kind, &[Row])] = &[
    (Kind::OperatorIdentity, OPERATOR_IDENTITY),
    (Kind::OperatorSigningKey, OPERATOR_SIGNING_KEY),
    (Kind::AccountSigningKey, ACCOUNT_SIGNING_KEY),
    (Kind::SystemUser, SYSTEM_USER),
    (Kind::UserKey, USER_KEY),
    (Kind::CalloutCurveKey, CALLOUT_CURVE_KEY),
    (Kind::OidcKeys, OIDC_KEYS),
    (Kind::KeySet, KEY_SET),
];

/// Of several operators the first alone decides who may delete accounts.
const OPERATOR_IDENTITY: &[Row] = &[
    Row {
        phase: "stage",
        onward: &[Artefact::TrustOf(&[Which::Old, Which::New])],
        back: &[Artefact::TrustOf(&[Which::Old])],
    },
    Row {
        phase: "activate",
        onward: &[Artefact::Push, Artefact::TrustOf(&[Which::Old, Which::New])],
        back: &[Artefact::TrustOf(&[Which::Old, Which::New])],
    },
    Row {
        phase: "swap",
        onward: &[Artefact::TrustOf(&[Which::New, Which::Old])],
        back: &[Artefact::TrustOf(&[Which::Old, Which::New])],
    },
    Row {
        phase: "retire",
        onward: &[Artefact::Push, Artefact::TrustOf(&[Which::New])],
        back: &[Artefact::TrustOf(&[Which::New, Which::Old])],
    },
];

/// While the old key signs no more, a controller that signs accounts has the new one, in each phase from there on.
const OPERATOR_SIGNING_KEY: &[Row] = &[
    Row {
        phase: "stage",
        onward: &[Artefact::ServerTrust],
        back: &[Artefact::ServerTrust],
    },
    Row {
        phase: "activate",
        onward: SIGNED_BY_NEW,
        back: SIGNED_BY_OLD,
    },
    Row {
        phase: "soak",
        onward: SIGNED_BY_NEW,
        back: SIGNED_BY_OLD,
    },
    Row {
        phase: "retire",
        onward: &[
            Artefact::Key(Of::Operator, Which::New),
            Artefact::NatsCluster(Which::New),
            Artefact::Push,
            Artefact::ServerTrust,
            Artefact::Removal(Of::Operator, Which::Old),
        ],
        back: &[Artefact::ServerTrust],
    },
];

const SIGNED_BY_NEW: &[Artefact] = &[
    Artefact::Key(Of::Operator, Which::New),
    Artefact::NatsCluster(Which::New),
    Artefact::Push,
    Artefact::ServerTrust,
];

const SIGNED_BY_OLD: &[Artefact] = &[
    Artefact::Key(Of::Operator, Which::Old),
    Artefact::NatsCluster(Which::Old),
    Artefact::ServerTrust,
];

/// Users whom the old key signs again have other creds than before: to go back, they are given out when the store has gone back.
const ACCOUNT_SIGNING_KEY: &[Row] = &[
    Row {
        phase: "activate",
        onward: USERS_BY_NEW,
        back: USERS_BY_OLD,
    },
    Row {
        phase: "soak",
        onward: USERS_BY_NEW,
        back: USERS_BY_OLD,
    },
    Row {
        phase: "retire",
        onward: &[
            Artefact::Key(Of::Account, Which::New),
            Artefact::Users,
            Artefact::Push,
            Artefact::Removal(Of::Account, Which::Old),
        ],
        back: &[],
    },
];

const USERS_BY_NEW: &[Artefact] = &[
    Artefact::Push,
    Artefact::Key(Of::Account, Which::New),
    Artefact::Users,
];

const USERS_BY_OLD: &[Artefact] = &[Artefact::Key(Of::Account, Which::Old)];

/// A user, who has creds.
macro_rules! user {
    ($of:expr) => {
        &[
            Row {
                phase: "stage",
                onward: &[Artefact::Push, Artefact::Key($of, Which::New)],
                back: &[],
            },
            Row {
                phase: "activate",
                onward: &[Artefact::Push, Artefact::Key($of, Which::New)],
                back: &[Artefact::Key($of, Which::Old)],
            },
            Row {
                phase: "retire",
                onward: &[Artefact::Key($of, Which::New), Artefact::Push],
                back: &[],
            },
        ]
    };
}

const USER_KEY: &[Row] = user!(Of::User);
const SYSTEM_USER: &[Row] = user!(Of::SystemUser);

/// A phase in which readers get keys.
const fn read(phase: &'static str, keys: &'static [Artefact]) -> Row {
    Row {
        phase,
        onward: keys,
        back: keys,
    }
}

const CALLOUT_CURVE_KEY: &[Row] = &[
    read("stage", &[Artefact::Keys]),
    Row {
        phase: "activate",
        onward: &[Artefact::Keys, Artefact::Push],
        back: &[Artefact::Keys],
    },
    read("soak", &[Artefact::Keys]),
    read("retire", &[Artefact::Keys]),
];

const OIDC_KEYS: &[Row] = &[
    read("stage", &[Artefact::Pins]),
    read("activate", &[Artefact::Pins]),
    read("soak", &[Artefact::Pins]),
    read("retire", &[Artefact::Pins]),
];

const KEY_SET: &[Row] = &[
    read("stage", &[Artefact::Keys]),
    read("activate", &[Artefact::Keys]),
    read("retire", &[Artefact::Keys]),
];

pub(super) fn row(kind: Kind, phase: &str) -> Option<&'static Row> {
    let (_, rows) = TABLE.iter().find(|(of, _)| *of == kind)?;
    rows.iter().find(|row| row.phase == phase)
}

#[cfg(test)]
mod tests {
    use super::TABLE;
    use crate::rotation::plans;

    #[test]
    fn every_row_is_of_a_phase_that_there_is_in_their_order() {
        for (kind, rows) in TABLE {
            let phases = plans::of(*kind).phases;
            let number = |name: &str| phases.iter().position(|phase| phase.name == name);
            let numbers: Vec<_> = rows.iter().map(|row| number(row.phase)).collect();
            assert!(numbers.iter().all(Option::is_some), "{kind}");
            assert!(numbers.is_sorted(), "{kind}");
        }
    }

    #[test]
    fn where_there_is_no_way_back_nothing_is_applied_for_it() {
        for (kind, rows) in TABLE {
            let plan = plans::of(*kind);
            for row in *rows {
                let number = plan.phases.iter().position(|phase| phase.name == row.phase);
                let undone = plan.undone_first(number.unwrap_or_default());
                let has_way = plan.phases[undone].undo.is_some();
                assert!(has_way || row.back.is_empty(), "{kind} {}", row.phase);
            }
        }
    }
}
