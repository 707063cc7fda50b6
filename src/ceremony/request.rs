//! What the root is asked to sign: the bytes themselves, what stands there now, and who asks for it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::canonical::{Content, Sheet};
use super::item::{Deletion, Item, Meaning};
use super::{CeremonyError, Result};
use crate::clock::{UnixSeconds, absolute};
use crate::jwt::claims::{Claims, Operator};
use crate::jwt::decode::{Token, decode};
use crate::nkey::PublicKey;
use crate::store::Records;
use crate::store::record::{Entity, Name};
use crate::trust::statement::Statement;
use crate::trust::{self, AHEAD};

/// As what a new key signs a request: whoever asks for it has its seed.
pub const POSSESSION: &str = "possession";
/// As what a key signs that asks.
pub const REQUESTER: &str = "requester";
/// How far clocks may be apart where a request is signed, in seconds: that of an offline machine has run alone for long.
pub const ALONE_FOR_LONG: UnixSeconds = 24 * 60 * 60;
/// Bytes of the longest reason.
const LONGEST_REASON: usize = 1000;

/// A request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// What it is.
    pub nkeep: String,
    /// The operator whose identity answers.
    pub operator: String,
    /// The command that it is for, as words.
    pub command: Vec<String>,
    /// Why, in the words of who asks.
    pub reason: String,
    /// When it was made, by the clock of who asks.
    pub made: UnixSeconds,
    /// Until when it may be signed and taken.
    pub expires: UnixSeconds,
    /// Accounts of the operator.
    pub accounts: usize,
    /// Accounts that are signed anew when the answer is taken.
    pub affected: usize,
    /// The version of nkeep that made it.
    pub version: String,
    /// What is to be signed, in the order in which the command needs it.
    pub items: Vec<Item>,
}

impl Content for Request {
    const TITLE: &'static str = "ceremony request 1";
    const HELP: &'static str =
        "nkeep ceremony request --help  # whoever asked sends it again, or asks once more";

    fn title(&self) -> &str {
        &self.nkeep
    }
}

/// What a request comes to.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// The operator whose identity answers.
    pub operator: PublicKey,
    /// What is asked for.
    pub asks: Asks,
    /// Keys that no token names yet.
    pub new_keys: BTreeSet<String>,
    /// Keys that its token names no more.
    pub gone_keys: BTreeSet<String>,
}

/// What can be asked for. Nothing else goes together in a request.
#[derive(Clone, Debug)]
pub enum Asks {
    /// The next token of an operator.
    Next {
        /// What its token says now.
        before: Box<Claims<Operator>>,
        /// What it is to say.
        after: Box<Claims<Operator>>,
    },
    /// The first token of another operator that comes after it, and what both say of each other.
    Successor {
        /// What the token of the one says that is there.
        before: Box<Claims<Operator>>,
        /// What the other says.
        first: Box<Claims<Operator>>,
        /// What both say.
        statement: Statement,
    },
    /// The first token of an operator of which nobody else says anything.
    First {
        /// What it says.
        first: Box<Claims<Operator>>,
    },
    /// That servers delete accounts.
    Deletions {
        /// What the operator's token says.
        before: Box<Claims<Operator>>,
        /// Which accounts; all that fit into a message at a time.
        deletions: Vec<Deletion>,
    },
}

impl Asks {
    /// What the operator's token says now, where there is one.
    #[must_use]
    pub fn before(&self) -> Option<&Claims<Operator>> {
        match self {
            Self::Next { before, .. }
            | Self::Successor { before, .. }
            | Self::Deletions { before, .. } => Some(before),
            Self::First { .. } => None,
        }
    }

    /// The token that there is to be, where there is to be one.
    #[must_use]
    pub fn comes(&self) -> Option<&Claims<Operator>> {
        match self {
            Self::Next { after, .. } => Some(after),
            Self::Successor { first, .. } | Self::First { first } => Some(first),
            Self::Deletions { .. } => None,
        }
    }

    /// What is known of the operator that it is about.
    #[must_use]
    pub fn known(&self) -> Option<&Claims<Operator>> {
        self.before().or_else(|| self.comes())
    }

    /// Reads the items, whose order and number is part of it.
    fn of(request: &Request, operator: PublicKey) -> Read<Self> {
        let meanings: Vec<Meaning> = request
            .items
            .iter()
            .map(Item::meaning)
            .collect::<Read<_>>()?;
        let items = &request.items;
        let together = || "asks for things that do not go together".to_owned();
        match (&*meanings, &**items) {
            ([Meaning::Token(first)], [item]) if item.current.is_empty() => Ok(Self::First {
                first: first.clone(),
            }),
            ([Meaning::Token(after)], [item]) if item.by()? == operator => Ok(Self::Next {
                before: current(item, operator)?,
                after: after.clone(),
            }),
            (
                [
                    Meaning::Token(first),
                    Meaning::Statement(statement),
                    Meaning::Statement(again),
                ],
                [token, old, new],
            ) => {
                let by = [token.by()?, old.by()?, new.by()?];
                let said = Statement::of(operator, by[0], &token.proposed, first.issued_at);
                let is_whole = *statement == said
                    && *again == said
                    && by == [said.new, operator, said.new]
                    && said.new != operator;
                match is_whole && token.current.is_empty() && new.current.is_empty() {
                    true => Ok(Self::Successor {
                        before: current(old, operator)?,
                        first: first.clone(),
                        statement: said,
                    }),
                    false => Err(together()),
                }
            }
            (_, [first, ..]) => {
                let deletions = meanings.into_iter().map(|meaning| match meaning {
                    Meaning::Deletion(deletion) => Ok(deletion),
                    _ => Err(together()),
                });
                let deletions: Vec<Deletion> = deletions.collect::<Read<_>>()?;
                let named: Vec<&String> = deletions.iter().flat_map(|one| &one.accounts).collect();
                let distinct: BTreeSet<&&String> = named.iter().collect();
                let is_same =
                    |item: &Item| item.by == request.operator && item.current == first.current;
                match items.iter().all(is_same) && distinct.len() == named.len() {
                    true => Ok(Self::Deletions {
                        before: current(first, operator)?,
                        deletions,
                    }),
                    false => Err(together()),
                }
            }
            _ => Err("asks for nothing".to_owned()),
        }
    }
}

type Read<T> = std::result::Result<T, String>;

/// The token from which an item begins.
fn current(item: &Item, operator: PublicKey) -> Read<Box<Claims<Operator>>> {
    match decode(&item.current) {
        Ok(Token::Operator(token)) if *token.issuer() == operator => {
            Ok(Box::new(token.into_claims()))
        }
        Ok(_) => Err("begins from a token of somebody else".to_owned()),
        Err(error) => Err(format!("begins from no token: {error}")),
    }
}

impl Proposal {
    /// Reads what a request asks for. Everything that can be known without a store is checked.
    pub fn of(file: &str, sheet: &Sheet<Request>) -> Result<Self> {
        let proposal = Self::unsigned(file, sheet)?;
        proposal.must_have_signed(file, sheet)?;
        Ok(proposal)
    }

    /// The same of one that nobody has signed yet.
    pub fn unsigned(file: &str, sheet: &Sheet<Request>) -> Result<Self> {
        Self::read(&sheet.content)
            .map_err(|reason| CeremonyError::problem(file, reason, Request::HELP))
    }

    /// Refuses what would break rules when it is signed at that time: nobody is asked to read and type what is refused then.
    pub fn must_keep_rules(&self, file: &str, request: &Request, now: UnixSeconds) -> Result<()> {
        let kept = self.keeps_rules(request, now);
        kept.map_err(|reason| CeremonyError::problem(file, reason, Request::HELP))
    }

    fn keeps_rules(&self, request: &Request, now: UnixSeconds) -> Read<()> {
        let Some(claims) = self.asks.comes() else {
            return Ok(());
        };
        // Of one that comes after another: what it breaks, the other broke before.
        let mut before = request.items.iter().map(|item| item.current.as_str());
        let before = before.find(|token| !token.is_empty()).unwrap_or_default();
        trust::must_keep_rules(before, claims, now)
            .map_err(|error| format!("asks for a token that would not be signed: {error}"))?;
        match self.asks {
            Asks::First { .. } => claims.name.parse::<Name>().map(|_| ()).map_err(|error| {
                format!("asks for an operator whose name no store takes: {error}")
            }),
            _ => Ok(()),
        }
    }

    fn read(request: &Request) -> Read<Self> {
        let operator: PublicKey = request
            .operator
            .parse()
            .map_err(|error| format!("names no operator: {error}"))?;
        let asks = Asks::of(request, operator)?;
        if asks
            .known()
            .is_none_or(|claims| claims.subject != request.operator)
        {
            return Err("is about more than one operator".to_owned());
        }
        if request.reason.len() > LONGEST_REASON {
            return Err("has a reason that nobody would read".to_owned());
        }
        must_be_of_its_time(request, &asks)?;
        let names = |claims: Option<&Claims<Operator>>| -> BTreeSet<String> {
            let keys = claims.map(|claims| claims.body.signing_keys.iter().cloned());
            keys.into_iter().flatten().collect()
        };
        let (had, has) = (names(asks.before()), names(asks.comes()));
        let goes = matches!(asks, Asks::Next { .. });
        let proposal = Self {
            operator,
            new_keys: has.difference(&had).cloned().collect(),
            gone_keys: had.difference(&has).filter(|_| goes).cloned().collect(),
            asks,
        };
        proposal.keeps_rules(request, request.made)?;
        Ok(proposal)
    }

    /// Each new key has signed the request, and nobody has signed it as something that they are not.
    fn must_have_signed(&self, file: &str, sheet: &Sheet<Request>) -> Result<()> {
        let wrong = |reason: String| Err(CeremonyError::problem(file, reason, Request::HELP));
        let signed: BTreeSet<String> = sheet
            .signed_as(POSSESSION)
            .map(|key| key.to_string())
            .collect();
        if let Some(missing) = self.new_keys.difference(&signed).next() {
            return wrong(format!(
                "asks for the key {missing}, and nothing shows that somebody has its seed"
            ));
        }
        let known = self.asks.known().map(|claims| &claims.body.signing_keys);
        for signature in &sheet.signatures {
            let key = signature.key.to_string();
            let fits = match &*signature.role {
                POSSESSION => self.new_keys.contains(&key),
                REQUESTER => known.is_some_and(|keys| keys.contains(&key)),
                _ => false,
            };
            if !fits {
                return wrong(format!(
                    "is signed by {key} as {}, which it is not",
                    signature.role
                ));
            }
        }
        Ok(())
    }
}

/// Times go together: those of the request, of the token of now, and of what is to be signed.
fn must_be_of_its_time(request: &Request, asks: &Asks) -> Read<()> {
    let last = match asks {
        Asks::Next { before, after } if after.issued_at <= before.issued_at => {
            return Err(
                "would be signed as of a time that is not after the token of now".to_owned(),
            );
        }
        Asks::Deletions { deletions, .. } => deletions.iter().map(|one| one.issued_at).max(),
        _ => asks.comes().map(|claims| claims.issued_at),
    };
    let is_ahead = last.is_none_or(|last| last > request.made.saturating_add(AHEAD));
    if is_ahead || request.expires <= request.made {
        return Err("has times that do not go together".to_owned());
    }
    let Some(claims) = asks.comes() else {
        return Ok(());
    };
    let ends = claims.expires;
    if ends < 0 || claims.not_before < 0 || (ends != 0 && ends <= claims.issued_at) {
        return Err("asks for a token that ends before it begins".to_owned());
    }
    Ok(())
}

/// How what a request begins from is in a store.
#[derive(Clone, Debug)]
pub enum Standing {
    /// As it was when the request was made.
    Asked,
    /// What it asks for is there.
    Done,
    /// An operator is not there.
    Unknown(PublicKey),
    /// An operator has another token.
    Overtaken(Name),
}

impl Sheet<Request> {
    /// Whether it may be signed at that time.
    pub fn must_be_in_time(&self, now: UnixSeconds) -> Result<()> {
        let Request { made, expires, .. } = self.content;
        if now >= expires {
            return Err(CeremonyError::gate(
                format!("the request expired {}", absolute(expires)),
                "nkeep ceremony request --help",
            ));
        }
        if made > now.saturating_add(ALONE_FOR_LONG) {
            return Err(CeremonyError::gate(
                format!(
                    "the request was made {}, and this machine's clock says {}: one of them is far off",
                    absolute(made),
                    absolute(now)
                ),
                "date -u",
            ));
        }
        Ok(())
    }

    /// How what it begins from is in that store.
    pub fn standing(&self, records: &dyn Records) -> Result<Standing> {
        let mut standing = Standing::Asked;
        for item in &self.content.items {
            let by: PublicKey = item.by.parse()?;
            match (records.entity(&by)?, item.current.is_empty()) {
                (None, true) => {}
                (None, false) => return Ok(Standing::Unknown(by)),
                (Some(operator), _) if operator.token == item.current => {}
                (Some(operator), _) if self.asks_for(&operator) => standing = Standing::Done,
                (Some(operator), _) => return Ok(Standing::Overtaken(operator.name)),
            }
        }
        Ok(standing)
    }

    /// Whether the token of an operator is one that it asks for.
    fn asks_for(&self, operator: &Entity) -> bool {
        let by = operator.key.to_string();
        let items = &mut self.content.items.iter();
        items.any(|item| item.by == by && item.is_in(&operator.token))
    }
}
