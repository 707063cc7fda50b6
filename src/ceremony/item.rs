//! One of the things that a request asks to have signed. What it is, is told from its bytes alone: they are read strictly, and written
//! again to the same bytes, or refused.

use data_encoding::BASE64URL_NOPAD;
use serde::{Deserialize, Serialize};

use crate::clock::UnixSeconds;
use crate::jwt::claims::{Body, Claims, Generic, Operator};
use crate::jwt::decode::{Token, decode_own};
use crate::jwt::encode::{UnknownFields, encode};
use crate::jwt::sign::{SignError, Signer};
use crate::nkey::{Kind, PublicKey, SIGNATURE_LEN};
use crate::trust::statement::Statement;
use crate::trust::withdraw;

/// What is to be signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// The identity that is to sign.
    pub by: String,
    /// The token of that operator as it is now; empty where there is none yet.
    pub current: String,
    /// The bytes.
    pub proposed: String,
}

/// What bytes are.
#[derive(Clone, Debug)]
pub enum Meaning {
    /// The token of an operator, by itself.
    Token(Box<Claims<Operator>>),
    /// What two operators say of each other.
    Statement(Statement),
    /// That servers delete accounts.
    Deletion(Deletion),
}

/// What has servers delete accounts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deletion {
    /// Which.
    pub accounts: Vec<String>,
    /// As of when it is signed.
    pub issued_at: UnixSeconds,
}

type Read<T> = Result<T, String>;

impl Item {
    /// The identity that is to sign.
    pub fn by(&self) -> Read<PublicKey> {
        let by: Result<PublicKey, _> = self.by.parse();
        let by = by.map_err(|error| format!("names no operator: {error}"))?;
        let is_operator = by.kind().expect(Kind::Operator);
        is_operator.map_err(|error| format!("names no operator: {error}"))?;
        Ok(by)
    }

    /// What the bytes are.
    pub fn meaning(&self) -> Read<Meaning> {
        let by = self.by()?;
        if let Some(statement) = Statement::read(&self.proposed) {
            return Ok(Meaning::Statement(statement));
        }
        if Statement::is_meant(&self.proposed) {
            return Err(
                "asks to sign what is neither a token nor a statement of two operators as nkeep writes it"
                    .to_owned(),
            );
        }
        let hollow = BASE64URL_NOPAD.encode(&[0; SIGNATURE_LEN]);
        let token = decode_own(&format!("{}.{hollow}", self.proposed))
            .map_err(|error| format!("asks to sign what is no token: {error}"))?;
        match token {
            Token::Operator(token) => {
                let claims = token.into_claims();
                self.must_be_written_so(&claims, by)?;
                match claims.subject == self.by {
                    true => Ok(Meaning::Token(Box::new(claims))),
                    false => Err("asks one operator to sign another".to_owned()),
                }
            }
            Token::Generic(token) => self.deletion(&token.into_claims(), by),
            other => Err(format!(
                "asks to sign the token of an {}, and no operator's",
                other.claim_type()
            )),
        }
    }

    /// With its signature, as a token.
    #[must_use]
    pub fn token(&self, signature: &[u8]) -> String {
        format!("{}.{}", self.proposed, BASE64URL_NOPAD.encode(signature))
    }

    /// Whether that is a token of these bytes.
    #[must_use]
    pub fn is_in(&self, token: &str) -> bool {
        token.rsplit_once('.').map(|(input, _)| input) == Some(&*self.proposed)
    }

    fn must_be_written_so<B: Body>(&self, claims: &Claims<B>, by: PublicKey) -> Read<()> {
        let (at, unknown) = (claims.issued_at, UnknownFields::Refuse);
        let written = encode(claims.clone(), &Nobody(by), at, unknown)
            .map_err(|error| format!("asks to sign what nkeep would not write: {error}"))?;
        self.must_be_in(&written.token)
    }

    fn must_be_in(&self, token: &str) -> Read<()> {
        match self.is_in(token) {
            true => Ok(()),
            false => Err(
                "asks to sign bytes that say something twice, in another case, or otherwise than nkeep writes it"
                    .to_owned(),
            ),
        }
    }

    fn deletion(&self, claims: &Claims<Generic>, by: PublicKey) -> Read<Meaning> {
        let accounts = withdraw::accounts(claims)
            .ok_or_else(|| "asks to sign what is no request to delete accounts".to_owned())?;
        let issued_at = claims.issued_at;
        let written = withdraw::request(&Nobody(by), &accounts, issued_at)
            .map_err(|error| format!("asks to sign what nkeep would not write: {error}"))?;
        self.must_be_in(&written)?;
        Ok(Meaning::Deletion(Deletion {
            accounts,
            issued_at,
        }))
    }
}

/// Signs nothing, and is there to see how claims are written.
struct Nobody(PublicKey);

impl Signer for Nobody {
    fn public(&self) -> PublicKey {
        self.0
    }

    fn sign(&self, _message: &[u8]) -> Result<[u8; SIGNATURE_LEN], SignError> {
        Ok([0; SIGNATURE_LEN])
    }
}
