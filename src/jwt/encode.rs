//! Claims to tokens: byte for byte what Go's library writes for the same claims, key and time.

use data_encoding::{BASE32_NOPAD, BASE64URL_NOPAD};
use sha2::{Digest as _, Sha512_256};

use super::claims::{Body, Claims, common_json};
use super::sign::{SignError, Signer};
use super::{MAX_TOKEN_LEN, json};
use crate::clock::UnixSeconds;
use crate::nkey::{Kind, NkeyError};

/// The one header that is written: `{"typ":"JWT","alg":"ed25519-nkey"}`.
pub(super) const HEADER: &str = "eyJ0eXAiOiJKV1QiLCJhbGciOiJlZDI1NTE5LW5rZXkifQ";

/// Why claims cannot become a token.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum EncodeError {
    /// Nothing to speak of.
    #[error("subject is not set")]
    NoSubject,
    /// The subject is not the kind of key that the type wants; Go's words.
    #[error("{message}")]
    Subject {
        /// what Go says
        message: &'static str,
        /// what is wrong with the key
        #[source]
        source: NkeyError,
    },
    /// The signer is not the kind of key that may sign the type; Go's words.
    #[error("unable to validate expected prefixes - [{}]", names(expected))]
    Issuer {
        /// kinds that may
        expected: &'static [Kind],
    },
    /// The claims carry fields that nkeep does not know.
    #[error("the claims carry fields that nkeep does not know ({})", fields.join(", "))]
    UnknownFields {
        /// where they are
        fields: Vec<String>,
    },
    /// A value that the format cannot hold without changing it.
    #[error("{0}")]
    Unwritable(String),
    /// The claims do not fit into JSON.
    #[error("the claims cannot be written")]
    Json(#[from] serde_json::Error),
    /// Bigger than readers take.
    #[error("the token would have {0} bytes, and no reader takes more than 1048576")]
    TooLarge(usize),
    /// No signature.
    #[error(transparent)]
    Sign(#[from] SignError),
}

fn names(kinds: &[Kind]) -> String {
    kinds
        .iter()
        .map(|kind| kind.name())
        .collect::<Vec<_>>()
        .join(", ")
}

/// What to do with fields that nkeep does not know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnknownFields {
    /// Do not sign what nobody here understands.
    Refuse,
    /// Sign them as they stand.
    Keep,
}

/// Claims that were just signed, and their token.
#[derive(Clone, Debug, PartialEq)]
pub struct Signed<B: Body> {
    /// As they were signed: sorted, with issuer, time and id.
    pub claims: Claims<B>,
    /// The token.
    pub token: String,
}

/// Signs claims, as of a time.
pub fn encode<B: Body>(
    mut claims: Claims<B>,
    signer: &dyn Signer,
    issued_at: UnixSeconds,
    unknown: UnknownFields,
) -> Result<Signed<B>, EncodeError> {
    if unknown == UnknownFields::Refuse && claims.carries_unknown_fields() {
        let fields = claims
            .unknown_fields()
            .into_iter()
            .map(|(path, _)| path)
            .collect();
        return Err(EncodeError::UnknownFields { fields });
    }
    // A type on top is how version 1 said it, so readers would take the token for another than was signed.
    if claims.unknown.iter().any(|(name, _)| name == "type") {
        return Err(EncodeError::Unwritable(
            "the claims carry an unknown field \"type\" on top, by which readers tell version 1"
                .to_owned(),
        ));
    }
    check_subject(&claims)?;
    let issuer = signer.public();
    if !B::may_be_signed_by(&issuer) {
        return Err(EncodeError::Issuer {
            expected: B::ISSUERS,
        });
    }
    claims.body.writable().map_err(EncodeError::Unwritable)?;
    claims.body.prepare();
    claims.issuer = issuer.to_string();
    claims.issued_at = issued_at;
    claims.id = String::new();
    claims.id = BASE32_NOPAD.encode(&Sha512_256::digest(common_json(&claims)?));

    let payload = json::to_vec(&claims)?;
    let mut token = String::with_capacity(HEADER.len() + payload.len() * 4 / 3 + 92);
    token.push_str(HEADER);
    token.push('.');
    BASE64URL_NOPAD.encode_append(&payload, &mut token);
    let signature = signer.sign(token.as_bytes())?;
    token.push('.');
    BASE64URL_NOPAD.encode_append(&signature, &mut token);
    if token.len() > MAX_TOKEN_LEN {
        return Err(EncodeError::TooLarge(token.len()));
    }
    Ok(Signed { claims, token })
}

fn check_subject<B: Body>(claims: &Claims<B>) -> Result<(), EncodeError> {
    if claims.subject.is_empty() {
        return Err(EncodeError::NoSubject);
    }
    let Some((kind, message)) = B::SUBJECT else {
        return Ok(());
    };
    let wrong = |source| EncodeError::Subject { message, source };
    Kind::of_public_text(&claims.subject)
        .and_then(|found| found.expect(kind))
        .map_err(wrong)
}
