//! What servers run beside what the store says: the operator's token, whose accounts they take, their system account, their
//! version and their clock. Each thing that is otherwise is a finding with a code that scripts hold on to.

use std::collections::BTreeSet;

use super::Result;
use super::advisories::{Version, about, mended_after};
use super::beside::Age;
use super::difference::{Difference, differences};
use super::served::Served;
use crate::clock::absolute;
use crate::jwt::chain::{self, AsOf};
use crate::jwt::claims::Operator;
use crate::jwt::decode::{Token, Unverified, decode};
use crate::jwt::validate::Severity;
use crate::text::{noted, quoted};

macro_rules! codes {
    ($($name:ident $code:literal $weight:ident $meaning:literal;)+) => {
        /// What is otherwise. A code never changes its meaning.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Code {
            $(#[doc = $meaning] $name,)+
        }

        impl Code {
            /// As it is written.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$name => $code,)+ }
            }

            /// How much it weighs.
            #[must_use]
            pub const fn weight(self) -> Weight {
                match self { $(Self::$name => Weight::$weight,)+ }
            }
        }
    };
}

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// It is no difference, and somebody should know it.
    Notable,
    /// Whether there is a difference is not known.
    Unknown,
    /// The store says something else.
    Different,
}

codes! {
    AddressUnreachable "address.unreachable" Unknown "Nobody answers at an address.";
    AddressRefused "address.refused" Different "A server takes no user of the system account.";
    AddressApart "address.apart" Unknown "A server at an address is in no cluster with those that were asked.";
    ServerSilent "server.silent" Unknown "Servers did not answer all that was asked.";
    ServerClock "server.clock" Different "Its clock and ours differ by more than is tolerated.";
    ServerClockUnclear "server.clock_unclear" Unknown "It did not say what time it is, or said it late.";
    ServerTooOld "server.too_old" Different "It is older than the operator asserts.";
    ServerAdvisories "server.advisories" Notable "Something is known to be wrong with its version.";
    ServerVersion "server.version" Notable "It names no version that can be read.";
    ServerNoAddress "server.no_address" Notable "Nobody logged in there, as no address of it was given.";
    OperatorOther "operator.other" Different "It was started for other operators, or for none.";
    OperatorForged "operator.forged" Different "It goes by a token of the operator that the operator did not sign.";
    OperatorOlder "operator.older" Different "It goes by an older token of the operator.";
    OperatorNewer "operator.newer" Different "It goes by a newer token of the operator.";
    OperatorTwin "operator.twin" Different "It goes by another token of the operator that was signed in the same second.";
    SystemAccount "system_account.other" Different "It has another system account.";
    AccountUntrusted "account.untrusted" Different "It does not trust what signed accounts of the store.";
    AccountMissing "account.missing" Different "Servers do not keep it.";
    AccountUnreadable "account.unreadable" Different "What servers have of it is no token of it.";
    AccountOlder "account.older" Different "Servers have an older one.";
    AccountNewer "account.newer" Different "Servers have a newer one.";
    AccountTwin "account.twin" Different "Servers have another one that was signed in the same second.";
    AccountFormerKey "account.former_key" Different "A key signed it that the operator has no more.";
    AccountLaterKey "account.later_key" Different "A key signed it that a later token of the operator names than the store has.";
    AccountForeign "account.foreign" Different "Somebody else signed it.";
    AccountNotInStore "account.not_in_store" Different "The operator signed it, and the store has it not.";
    AccountExpired "account.expired" Notable "It has expired, everywhere.";
    AccountUnseen "account.unseen" Notable "No server keeps accounts, and none uses these.";
    AccountHidden "account.hidden" Notable "A server does not use it, and does not say what it has of it.";
    AccountNotKnown "account.not_known" Unknown "It revokes users, and a server does not use it, and does not say what it has of it.";
    AccountNone "account.none" Unknown "There was no account that could be compared.";
    UserRefused "user.refused" Different "A server does not let it in, and should.";
    UserLetIn "user.let_in" Different "A server lets it in, and should not.";
}

impl Code {
    /// The word for its weight that validation has.
    #[must_use]
    pub const fn severity(self) -> Severity {
        match self.weight() {
            Weight::Notable => Severity::Warning,
            Weight::Unknown | Weight::Different => Severity::Error,
        }
    }
}

/// Something that is otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What.
    pub code: Code,
    /// In a sentence.
    pub message: String,
    /// The command that helps, where one does.
    pub hint: Option<String>,
}

impl Finding {
    /// One that no command mends.
    #[must_use]
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            hint: None,
        }
    }

    /// The same with a command that helps.
    #[must_use]
    pub fn hint(self, command: impl Into<String>) -> Self {
        Self {
            hint: Some(command.into()),
            ..self
        }
    }
}

/// What a server runs, as it says.
#[derive(Clone, Copy, Debug)]
pub struct Running<'a> {
    /// The tokens of operators that it was started with.
    pub operators: &'a [String],
    /// The keys by which it takes accounts.
    pub issuers: &'a BTreeSet<String>,
    /// The key of its system account; nothing where it names none.
    pub system_account: &'a str,
    /// Its version.
    pub version: &'a str,
}

impl Running<'_> {
    /// What is otherwise in the store. `shown` writes a claim that differs, the server's and the store's.
    pub fn findings(
        &self,
        operator: &Served,
        shown: &dyn Fn(&Difference) -> Option<String>,
    ) -> Result<Vec<Finding>> {
        let mut findings = Vec::new();
        findings.extend(self.operator(operator, shown)?);
        findings.extend(self.system(operator));
        findings.extend(self.outdated(operator));
        Ok(findings)
    }

    /// It reads an operator's token when it starts, and at no other time (F1), and asks not who signed it (F10).
    fn operator(
        &self,
        operator: &Served,
        shown: &dyn Fn(&Difference) -> Option<String>,
    ) -> Result<Option<Finding>> {
        if self.operators.contains(&operator.entity.token) {
            return Ok(None);
        }
        let name = quoted(&operator.entity.name);
        let ours = super::claims::<Operator>(&operator.entity)?;
        let tokens = self
            .operators
            .iter()
            .filter_map(|token| match decode(token) {
                Ok(Token::Operator(token)) => Some(token),
                _ => None,
            });
        let is_of_ours = |token: &Unverified<Operator>| {
            token.claims().subject == operator.entity.key.to_string()
        };
        // The last one that it is to go by.
        let theirs = tokens
            .filter(is_of_ours)
            .max_by_key(|token| token.claims().issued_at);
        let restart = |code, message: String| {
            let config = "nkeep generate config --nats-resolver";
            let why =
                "is what it is to be started with again: it reads the operator at no other time";
            Ok(Some(Finding::new(code, message).hint(noted(config, why))))
        };
        let Some(theirs) = theirs else {
            let others = match self.operators.len() {
                0 => "it was started for no operator".to_owned(),
                _ => format!("it was started for other operators, and not for {name}"),
            };
            return restart(Code::OperatorOther, others);
        };
        let signed = absolute(theirs.claims().issued_at);
        let key = operator.entity.key.typed()?;
        if let Err(distrust) = chain::operator(theirs.clone(), &key, AsOf::AnyTime) {
            let message =
                format!("it goes by a token of operator {name} that does not hold: {distrust}");
            return restart(Code::OperatorForged, message);
        }
        let changes: Vec<String> = differences(theirs.claims(), ours.claims())?
            .iter()
            .filter_map(shown)
            .collect();
        let changes = match changes.is_empty() {
            true => String::new(),
            false => format!(" ({})", changes.join("; ")),
        };
        let of = |which: &str| {
            format!("it goes by {which} token of operator {name}, signed {signed}{changes}")
        };
        match Age::of(&theirs, &ours) {
            Age::Newer => Ok(Some(Finding::new(Code::OperatorNewer, of("a newer")).hint(
                noted(
                    "nkeep pull --operator-token",
                    "takes it into the store, which is behind",
                ),
            ))),
            Age::Older => restart(Code::OperatorOlder, of("an older")),
            Age::Twin | Age::Same => restart(
                Code::OperatorTwin,
                of("another one that was signed in the same second: a"),
            ),
        }
    }

    fn system(&self, operator: &Served) -> Option<Finding> {
        let ours = operator.system_account()?;
        if self.system_account == ours {
            return None;
        }
        let theirs = match self.system_account {
            "" => "it says of no account that it talks in it".to_owned(),
            key => format!("it talks in account {key}"),
        };
        let message = format!("{theirs}, and the operator names {ours}");
        Some(Finding::new(Code::SystemAccount, message).hint("nkeep describe operator"))
    }

    fn outdated(&self, operator: &Served) -> Vec<Finding> {
        let Ok(version) = self.version.parse::<Version>() else {
            let message = format!(
                "it names no version that can be read: {}",
                quoted(self.version)
            );
            return vec![Finding::new(Code::ServerVersion, message)];
        };
        let mut findings = Vec::new();
        let asserted = &operator.trusted.claims().body.assert_server_version;
        if asserted.parse().is_ok_and(|asserted| version < asserted) {
            let message = format!(
                "it runs {}, and the operator asserts {asserted}: with the operator's token it does not start again",
                self.version
            );
            let hint = noted(
                "nkeep edit operator --rm-assert-server-version",
                "lets it start again, and any that is older, where it is not to run a later one first",
            );
            findings.push(Finding::new(Code::ServerTooOld, message).hint(hint));
        }
        let known = about(version);
        if known.is_empty() {
            return findings;
        }
        // What each is about stands in the document: here they would hide all else.
        let ids: Vec<&str> = known.iter().map(|one| one.id).collect();
        let mended = mended_after(version)
            .map(|version| format!("; {version} has none of these"))
            .unwrap_or_default();
        // With what has none of these asserted, this one would not start again: it is to be replaced first, and no command is
        // told that would be in the way of that.
        let floor = match asserted.parse::<Version>() {
            Ok(floor) if about(floor).is_empty() => String::new(),
            Ok(_) => format!(", and the operator asserts no more than {asserted}"),
            Err(()) => ", and the operator asserts no version".to_owned(),
        };
        let message = format!(
            "it runs {}, of which is known: {}{mended}{floor}",
            self.version,
            ids.join(", ")
        );
        findings.push(Finding::new(Code::ServerAdvisories, message));
        findings
    }
}

/// What there is to say of a clock that is ahead of ours by no less and no more than that, in nanoseconds; nothing is that it
/// did not say.
#[must_use]
pub fn clock(offset: Option<(i128, i128)>, tolerated: i128) -> Option<Finding> {
    let Some((least, most)) = offset else {
        let message = "it does not say what time it is";
        return Some(Finding::new(Code::ServerClockUnclear, message));
    };
    let differs = |by: i128, how: &str| {
        let message = format!(
            "its clock is {} s or more {how} this machine's: what one signs counts otherwise for the other",
            seconds(by)
        );
        let hint = noted("date -u", "is the time here");
        Some(Finding::new(Code::ServerClock, message).hint(hint))
    };
    if least > tolerated {
        return differs(least, "ahead of");
    }
    if most < -tolerated {
        return differs(-most, "behind");
    }
    if least < -tolerated || most > tolerated {
        let message = format!(
            "its clock is somewhere between {} s and {} s ahead of this machine's: its answer took long",
            seconds(least),
            seconds(most)
        );
        return Some(Finding::new(Code::ServerClockUnclear, message));
    }
    None
}

/// Nanoseconds as seconds with one digit.
fn seconds(nanoseconds: i128) -> String {
    let tenths = nanoseconds / 100_000_000;
    let sign = if tenths < 0 { "-" } else { "" };
    format!("{sign}{}.{}", (tenths / 10).abs(), (tenths % 10).abs())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::{Code, clock};

    const SECOND: i128 = 1_000_000_000;

    fn code(least: i128, most: i128) -> Option<Code> {
        clock(Some((least, most)), 2 * SECOND).map(|finding| finding.code)
    }

    #[test]
    fn a_clock_differs_when_both_bounds_say_so() {
        assert_eq!(code(-SECOND, SECOND), None);
        assert_eq!(code(3 * SECOND, 9 * SECOND), Some(Code::ServerClock));
        assert_eq!(code(-9 * SECOND, -3 * SECOND), Some(Code::ServerClock));
        assert_eq!(code(-SECOND, 3 * SECOND), Some(Code::ServerClockUnclear));
        assert_eq!(code(-3 * SECOND, SECOND), Some(Code::ServerClockUnclear));
        let silent = clock(None, SECOND).map(|finding| finding.code);
        assert_eq!(silent, Some(Code::ServerClockUnclear));
    }

    #[test]
    fn how_far_it_is_off_is_said_in_seconds() {
        let said = |least, most| clock(Some((least, most)), SECOND).unwrap().message;
        assert!(said(61 * SECOND, 62 * SECOND).contains(" 61.0 s or more ahead of "));
        let behind = said(-62 * SECOND, -61 * SECOND - SECOND / 2);
        assert!(behind.contains(" 61.5 s or more behind "), "{behind}");
        let unclear = said(-SECOND / 2, 3 * SECOND);
        assert!(unclear.contains("between -0.5 s and 3.0 s"), "{unclear}");
    }
}
