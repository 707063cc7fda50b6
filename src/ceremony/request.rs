//! What the root is asked to sign: the bytes themselves, what stands there now, and who asks for it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::canonical::{Content, Sheet};
use super::{CeremonyError, Result};
use crate::clock::{UnixSeconds, absolute};
use crate::jwt::claims::{Claims, Operator};
use crate::jwt::decode::{Token, decode, decode_own};
use crate::jwt::encode::{UnknownFields, encode};
use crate::jwt::sign::{SignError, Signer};
use crate::nkey::{Kind, PublicKey, SIGNATURE_LEN};
use crate::store::record::Entity;

/// As what a new key signs a request: whoever asks for it has its seed.
pub const POSSESSION: &str = "possession";
/// As what a key signs that asks.
pub const REQUESTER: &str = "requester";
/// How far clocks may be apart where a request is signed, in seconds: that of an offline machine has run alone for long.
pub const CLOCKS_DIFFER: UnixSeconds = 24 * 60 * 60;
/// Bytes of the longest reason.
const LONGEST_REASON: usize = 1000;
/// Tokens of one subject in the same second go on from the last.
const AHEAD: UnixSeconds = 300;

/// A request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// What it is.
    pub nkeep: String,
    /// The operator whose identity is to sign.
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
    /// The token as it is now.
    pub current: String,
    /// The bytes that are to be signed: header and claims of the next token.
    pub proposed: String,
}

impl Content for Request {
    const TITLE: &'static str = "ceremony request 1";

    fn title(&self) -> &str {
        &self.nkeep
    }
}

/// What a request comes to: both tokens as claims.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// The operator whose identity is to sign.
    pub operator: PublicKey,
    /// What the token says now.
    pub before: Claims<Operator>,
    /// What it is to say.
    pub after: Claims<Operator>,
    /// Keys that it does not name yet.
    pub new_keys: BTreeSet<String>,
    /// Keys that it names no more.
    pub gone_keys: BTreeSet<String>,
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
        let request = &sheet.content;
        let wrong = |reason: String| CeremonyError::problem(file, reason);
        let operator: PublicKey = request
            .operator
            .parse()
            .map_err(|error| wrong(format!("names no operator: {error}")))?;
        operator
            .kind()
            .expect(Kind::Operator)
            .map_err(|error| wrong(format!("names no operator: {error}")))?;
        let before = match decode(&request.current) {
            Ok(Token::Operator(token)) if *token.issuer() == operator => token.into_claims(),
            Ok(_) => return Err(wrong("begins from a token of somebody else".to_owned())),
            Err(error) => return Err(wrong(format!("begins from no token: {error}"))),
        };
        let after = proposed(&request.proposed, operator).map_err(wrong)?;
        if before.subject != request.operator || after.subject != request.operator {
            return Err(wrong("is about more than one operator".to_owned()));
        }
        if after.issued_at <= before.issued_at {
            return Err(wrong(
                "would be signed as of a time that is not after the token of now".to_owned(),
            ));
        }
        if request.reason.len() > LONGEST_REASON {
            return Err(wrong("has a reason that nobody would read".to_owned()));
        }
        if after.issued_at > request.made.saturating_add(AHEAD) || request.expires <= request.made {
            return Err(wrong("has times that do not go together".to_owned()));
        }
        let ends = after.expires;
        if ends < 0 || after.not_before < 0 || (ends != 0 && ends <= after.issued_at) {
            return Err(wrong(
                "asks for a token that ends before it begins".to_owned(),
            ));
        }
        let names = |claims: &Claims<Operator>| -> BTreeSet<String> {
            claims.body.signing_keys.iter().cloned().collect()
        };
        let (had, has) = (names(&before), names(&after));
        Ok(Self {
            operator,
            new_keys: has.difference(&had).cloned().collect(),
            gone_keys: had.difference(&has).cloned().collect(),
            before,
            after,
        })
    }

    /// Each new key has signed the request, and nobody has signed it as something that they are not.
    fn must_have_signed(&self, file: &str, sheet: &Sheet<Request>) -> Result<()> {
        let wrong = |reason: String| Err(CeremonyError::problem(file, reason));
        let signed: BTreeSet<String> = sheet
            .signed_as(POSSESSION)
            .map(|key| key.to_string())
            .collect();
        if let Some(missing) = self.new_keys.difference(&signed).next() {
            return wrong(format!(
                "asks for the key {missing}, and nothing shows that somebody has its seed"
            ));
        }
        for signature in &sheet.signatures {
            let key = signature.key.to_string();
            let fits = match &*signature.role {
                POSSESSION => self.new_keys.contains(&key),
                REQUESTER => self.before.body.signing_keys.contains(&key),
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

/// What is to be signed, as claims: read strictly, and written again to the same bytes.
fn proposed(input: &str, operator: PublicKey) -> std::result::Result<Claims<Operator>, String> {
    let hollow = data_encoding::BASE64URL_NOPAD.encode(&[0; SIGNATURE_LEN]);
    let token = decode_own(&format!("{input}.{hollow}"))
        .map_err(|error| format!("asks to sign what is no token: {error}"))?;
    let Token::Operator(token) = token else {
        return Err(format!(
            "asks to sign the token of an {}, and no operator's",
            token.claim_type()
        ));
    };
    let claims = token.into_claims();
    let written = encode(
        claims.clone(),
        &Nobody(operator),
        claims.issued_at,
        UnknownFields::Refuse,
    )
    .map_err(|error| format!("asks to sign what nkeep would not write: {error}"))?;
    match written.token.rsplit_once('.') {
        Some((again, _)) if again == input => Ok(claims),
        _ => Err(
            "asks to sign bytes that say something twice, in another case, or otherwise than nkeep writes it"
                .to_owned(),
        ),
    }
}

/// Signs nothing, and is there to see how claims are written.
struct Nobody(PublicKey);

impl Signer for Nobody {
    fn public(&self) -> PublicKey {
        self.0
    }

    fn sign(&self, _message: &[u8]) -> std::result::Result<[u8; SIGNATURE_LEN], SignError> {
        Ok([0; SIGNATURE_LEN])
    }
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
        if made > now.saturating_add(CLOCKS_DIFFER) {
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

    /// Whether it goes on from the token that an operator has here; `true` where it was signed already.
    pub fn goes_on_from(&self, operator: &Entity) -> Result<bool> {
        let request = &self.content;
        if operator.key.to_string() != request.operator {
            return Err(CeremonyError::tampered(
                format!(
                    "the request is for operator {}, and this is {}",
                    request.operator, operator.key
                ),
                "nkeep list operators",
            ));
        }
        if operator.token == request.current {
            return Ok(false);
        }
        if operator.token.rsplit_once('.').map(|(input, _)| input) == Some(&*request.proposed) {
            return Ok(true);
        }
        Err(CeremonyError::tampered(
            "the request does not go on from the token that was signed last: it was made before that, is used again, or \
             comes from a store that knows another",
            "nkeep ceremony list",
        ))
    }
}
