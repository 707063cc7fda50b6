//! Tokens to claims: strictly, the signature checked against the issuer that the token names.
//!
//! Whoever decodes a token knows that the holder of its issuer's key signed just this text, and nothing more: hence
//! [`Unverified`]. Trust comes from a chain, in [`super::chain`]. All that Go's library refuses is refused.

mod error;
mod header;
mod v1;

use std::sync::Arc;

use data_encoding::BASE64URL_NOPAD;
pub use error::{DecodeError, Part};

use super::claims::{
    Account, Activation, AuthorizationRequest, AuthorizationResponse, Body, ClaimType, Claims,
    Generic, Operator, User, VERSION,
};
use super::encode::HEADER;
use super::{MAX_TOKEN_LEN, json};
use crate::nkey::{Kind, NkeyError, PublicKey, SIGNATURE_LEN};

/// Claims whose issuer signed them; whether the issuer may is not known. Claims are large, and tokens pass through many
/// hands: what they say is put in one place, and a clone is the same once more.
#[derive(Clone, Debug, PartialEq)]
pub struct Unverified<B: Body> {
    claims: Arc<Claims<B>>,
    issuer: PublicKey,
    subject: Option<PublicKey>,
    token: Arc<str>,
}

impl<B: Body> Unverified<B> {
    /// What the token says.
    #[must_use]
    pub fn claims(&self) -> &Claims<B> {
        &self.claims
    }

    /// The key that signed it.
    #[must_use]
    pub const fn issuer(&self) -> &PublicKey {
        &self.issuer
    }

    /// The key that it is about, when it is one.
    pub fn subject(&self) -> Result<PublicKey, NkeyError> {
        self.subject.map_or_else(|| self.claims.subject.parse(), Ok)
    }

    /// The same, where a store has it with that key: when it names just that one, it was found to be a key before.
    #[must_use]
    pub fn kept_with(self, key: &PublicKey) -> Self {
        let subject = (self.claims.subject == key.to_string()).then_some(*key);
        Self { subject, ..self }
    }

    /// The token itself.
    #[must_use]
    pub fn token(&self) -> &str {
        &self.token
    }

    /// The claims alone.
    #[must_use]
    pub fn into_claims(self) -> Claims<B> {
        Arc::unwrap_or_clone(self.claims)
    }
}

macro_rules! token_types {
    ($($type:ident),+ $(,)?) => {
        /// A decoded token of any type.
        #[derive(Clone, Debug, PartialEq)]
        pub enum Token {
            $(#[doc = concat!("Claims of the type [`", stringify!($type), "`].")] $type(Unverified<$type>),)+
        }

        impl Token {
            /// What it is.
            #[must_use]
            pub const fn claim_type(&self) -> ClaimType {
                match self { $(Self::$type(_) => ClaimType::$type,)+ }
            }

            /// The key that signed it.
            #[must_use]
            pub const fn issuer(&self) -> &PublicKey {
                match self { $(Self::$type(token) => token.issuer(),)+ }
            }

            /// The same, where a store has it with that key.
            #[must_use]
            pub fn kept_with(self, key: &PublicKey) -> Self {
                match self { $(Self::$type(token) => Self::$type(token.kept_with(key)),)+ }
            }

            /// The token itself.
            #[must_use]
            pub fn text(&self) -> &str {
                match self { $(Self::$type(token) => token.token(),)+ }
            }
        }

        $(impl TryFrom<Token> for Unverified<$type> {
            type Error = ClaimType;

            /// The token, when it is of that type; else the type that it is of.
            fn try_from(token: Token) -> Result<Self, ClaimType> {
                match token {
                    Token::$type(token) => Ok(token),
                    other => Err(other.claim_type()),
                }
            }
        })+
    };
}

token_types!(
    Operator,
    Account,
    User,
    Activation,
    AuthorizationRequest,
    AuthorizationResponse,
    Generic,
);

/// Runs an expression for a token of whatever type: `with_token!(token, |unverified| …)`.
#[macro_export]
macro_rules! with_token {
    ($token:expr, |$name:ident| $body:expr) => {
        match $token {
            $crate::jwt::decode::Token::Operator($name) => $body,
            $crate::jwt::decode::Token::Account($name) => $body,
            $crate::jwt::decode::Token::User($name) => $body,
            $crate::jwt::decode::Token::Activation($name) => $body,
            $crate::jwt::decode::Token::AuthorizationRequest($name) => $body,
            $crate::jwt::decode::Token::AuthorizationResponse($name) => $body,
            $crate::jwt::decode::Token::Generic($name) => $body,
        }
    };
}

/// Reads a token and checks its signature.
pub fn decode(token: &str) -> Result<Token, DecodeError> {
    Parsed::of(token, &mut KnownIssuer::default())?.verified()
}

/// Reads a token that was just signed in this process, by a key that is here: its signature is not checked again.
pub fn decode_own(token: &str) -> Result<Token, DecodeError> {
    Ok(Parsed::of(token, &mut KnownIssuer::default())?.into_token())
}

/// Whom a token names as its issuer. Nothing is checked: this is for tokens whose signature was, and is much quicker.
pub fn named_issuer(token: &str) -> Result<String, DecodeError> {
    let payload = payload(token)?;
    let [issuer] = json::picked(&payload, ["iss"]).map_err(payload_error)?;
    let issuer = issuer.map(json::read).transpose().map_err(payload_error)?;
    Ok(issuer.unwrap_or_default())
}

/// What a token says, as it is written there. Nothing is checked.
pub(super) fn payload(token: &str) -> Result<String, DecodeError> {
    let body = token.split('.').nth(1).ok_or(DecodeError::Chunks)?;
    text_of(Part::Payload, body)
}

/// Name and JSON text of every field in the header of a token that nkeep does not know.
#[must_use]
pub fn header_fields(token: &str) -> Vec<(String, String)> {
    let head = token.split('.').next().unwrap_or_default();
    // Nearly every token has the one that is written here.
    if head == HEADER {
        return Vec::new();
    }
    let text = text_of(Part::Header, head).ok();
    text.and_then(|text| header::unknown_fields(&text).ok())
        .unwrap_or_default()
}

/// The issuer of the token before: most tokens of a batch have the same, and reading a key takes time.
#[derive(Default)]
pub(super) struct KnownIssuer(Option<(String, PublicKey)>);

impl KnownIssuer {
    fn key(&mut self, text: &str) -> Result<PublicKey, NkeyError> {
        match &self.0 {
            Some((known, key)) if known == text => Ok(*key),
            _ => {
                let key = text.parse()?;
                self.0 = Some((text.to_owned(), key));
                Ok(key)
            }
        }
    }
}

/// A token that was read, whose signature is not yet checked.
pub(super) struct Parsed<'a> {
    signed: &'a [u8],
    signature: [u8; SIGNATURE_LEN],
    token: Token,
}

impl<'a> Parsed<'a> {
    pub(super) fn of(token: &'a str, known: &mut KnownIssuer) -> Result<Self, DecodeError> {
        if token.len() > MAX_TOKEN_LEN {
            return Err(DecodeError::TooLarge(token.len()));
        }
        let mut chunks = token.split('.');
        let (Some(head), Some(body), Some(signature), None) =
            (chunks.next(), chunks.next(), chunks.next(), chunks.next())
        else {
            return Err(DecodeError::Chunks);
        };
        let algorithm = header::algorithm(&text_of(Part::Header, head)?)?;
        let payload = text_of(Part::Payload, body)?;
        let outline = Outline::of(&payload)?;
        let signed = match outline.form(algorithm)? {
            SignatureForm::Payload => body.as_bytes(),
            SignatureForm::HeaderAndPayload => &token.as_bytes()[..=head.len() + body.len()],
        };
        let signature = bytes_of(Part::Signature, signature)?
            .try_into()
            .map_err(|_| DecodeError::Signature)?;
        let token = outline.token(&payload, token, known)?;
        Ok(Self {
            signed,
            signature,
            token,
        })
    }

    /// The key that must have signed.
    pub(super) const fn issuer(&self) -> &PublicKey {
        self.token.issuer()
    }

    /// What it must have signed.
    pub(super) const fn signed(&self) -> &[u8] {
        self.signed
    }

    /// The signature.
    pub(super) const fn signature(&self) -> &[u8; SIGNATURE_LEN] {
        &self.signature
    }

    /// The token, when the signature holds.
    pub(super) fn verified(self) -> Result<Token, DecodeError> {
        self.issuer()
            .verify(self.signed, &self.signature)
            .map_err(|_| DecodeError::Signature)?;
        Ok(self.token)
    }

    /// The token, of which the caller knows that the signature holds.
    pub(super) fn into_token(self) -> Token {
        self.token
    }
}

/// What the signature covers.
#[derive(Clone, Copy, PartialEq, Eq)]
enum SignatureForm {
    /// Version 1.
    Payload,
    /// Version 2.
    HeaderAndPayload,
}

/// Type and version: all that must be known before the claims are read.
struct Outline {
    claim_type: ClaimType,
    version: i64,
}

impl Outline {
    fn of(payload: &str) -> Result<Self, DecodeError> {
        let [type_on_top, nats] = json::picked(payload, ["type", "nats"]).map_err(payload_error)?;
        let (name, version): (Option<String>, i64) = match (type_on_top, nats) {
            // A type on top is what version 1 had.
            (Some(name), _) => (Some(json::read(name).map_err(payload_error)?), 1),
            (None, None) => (None, 0),
            (None, Some(nats)) => {
                let [name, version, tags] =
                    json::picked(nats.get(), ["type", "version", "tags"]).map_err(payload_error)?;
                // Of claims of any shape, too, Go reads the tags as a list.
                tags.map(json::read::<Vec<String>>)
                    .transpose()
                    .map_err(payload_error)?;
                (
                    name.map(json::read).transpose().map_err(payload_error)?,
                    version
                        .map(json::read)
                        .transpose()
                        .map_err(payload_error)?
                        .unwrap_or(0),
                )
            }
        };
        let name = name.unwrap_or_default();
        if version > VERSION {
            return Err(DecodeError::Version(version));
        }
        let claim_type = match name.as_str() {
            "cluster" => return Err(DecodeError::Kind("cluster")),
            "server" => return Err(DecodeError::Kind("server")),
            name => ClaimType::ALL
                .into_iter()
                .find(|claim_type| claim_type.name() == name)
                .unwrap_or(ClaimType::Generic),
        };
        if claim_type != ClaimType::Generic && !(1..=VERSION).contains(&version) {
            return Err(DecodeError::Version(version));
        }
        Ok(Self {
            claim_type,
            version,
        })
    }

    /// The header and the claims must agree about the version.
    fn form(&self, algorithm: header::Algorithm) -> Result<SignatureForm, DecodeError> {
        let form = match algorithm {
            header::Algorithm::Ed25519 => SignatureForm::Payload,
            header::Algorithm::Ed25519Nkey => SignatureForm::HeaderAndPayload,
        };
        let stated = if self.version == 1 {
            SignatureForm::Payload
        } else {
            SignatureForm::HeaderAndPayload
        };
        if self.claim_type == ClaimType::Generic || form == stated {
            return Ok(form);
        }
        Err(DecodeError::Header(format!(
            "the header names the algorithm of another version than the claims' {}",
            self.version
        )))
    }

    /// The claims, and the issuer that may sign such.
    fn token(
        &self,
        payload: &str,
        text: &str,
        known: &mut KnownIssuer,
    ) -> Result<Token, DecodeError> {
        let migrated;
        let payload = if self.version == 1 {
            migrated = v1::migrated(payload, self.claim_type).map_err(payload_error)?;
            &migrated
        } else {
            payload
        };
        Ok(match self.claim_type {
            ClaimType::Operator => Token::Operator(signed_by(read(payload)?, text, known)?),
            ClaimType::Account => Token::Account(signed_by(account(read(payload)?), text, known)?),
            ClaimType::User => Token::User(signed_by(read(payload)?, text, known)?),
            ClaimType::Activation => Token::Activation(signed_by(read(payload)?, text, known)?),
            ClaimType::AuthorizationRequest => {
                Token::AuthorizationRequest(signed_by(read(payload)?, text, known)?)
            }
            ClaimType::AuthorizationResponse => {
                Token::AuthorizationResponse(signed_by(read(payload)?, text, known)?)
            }
            ClaimType::Generic => Token::Generic(signed_by(read(payload)?, text, known)?),
        })
    }
}

/// The claims under the key that they name as their issuer, when such a key may sign them.
fn signed_by<B: Body>(
    claims: Claims<B>,
    text: &str,
    known: &mut KnownIssuer,
) -> Result<Unverified<B>, DecodeError> {
    let issuer = known
        .key(&claims.issuer)
        .map_err(|source| DecodeError::IssuerKey {
            issuer: claims.issuer.clone(),
            source,
        })?;
    if !B::may_be_signed_by(&issuer) || issuer.kind() == Kind::Curve {
        let found = issuer.kind().with_article();
        return Err(DecodeError::IssuerKind {
            claim_type: B::TYPE,
            found,
        });
    }
    Ok(Unverified {
        claims: Arc::new(claims),
        issuer,
        subject: None,
        token: text.into(),
    })
}

fn read<B: Body>(payload: &str) -> Result<Claims<B>, DecodeError> {
    serde_json::from_str(payload).map_err(payload_error)
}

fn payload_error(source: serde_json::Error) -> DecodeError {
    DecodeError::Json {
        part: Part::Payload,
        source,
    }
}

/// As Go has it: where there are tiers, the limits without a tier mean nothing.
fn account(mut claims: Claims<Account>) -> Claims<Account> {
    let limits = &mut claims.body.limits;
    if !limits.tiered_limits.is_empty() {
        limits.jetstream = super::claims::JetStreamLimits::default();
    }
    claims
}

fn bytes_of(part: Part, chunk: &str) -> Result<Vec<u8>, DecodeError> {
    BASE64URL_NOPAD
        .decode(chunk.as_bytes())
        .map_err(|_| DecodeError::Base64(part))
}

fn text_of(part: Part, chunk: &str) -> Result<String, DecodeError> {
    String::from_utf8(bytes_of(part, chunk)?).map_err(|_| DecodeError::Utf8(part))
}
