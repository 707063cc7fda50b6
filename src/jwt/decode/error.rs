//! What can be wrong with a token.

use crate::jwt::MAX_TOKEN_LEN;
use crate::jwt::claims::ClaimType;
use crate::nkey::NkeyError;

/// Why a text is not a token that can be believed to come from its issuer.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DecodeError {
    /// Over a mebibyte.
    #[error("token size {0} exceeds maximum of {MAX_TOKEN_LEN} bytes")]
    TooLarge(usize),
    /// Not three parts.
    #[error("expected 3 chunks, separated by dots")]
    Chunks,
    /// A part is not base64url as the encoder writes it.
    #[error("the {0} is not canonical base64url")]
    Base64(Part),
    /// A part is not UTF-8.
    #[error("the {0} is not valid UTF-8")]
    Utf8(Part),
    /// A part is not the JSON that it should be.
    #[error("the {part} cannot be read: {source}")]
    Json {
        /// which
        part: Part,
        /// why
        #[source]
        source: serde_json::Error,
    },
    /// The header names another type or algorithm.
    #[error("{0}")]
    Header(String),
    /// Made by a newer library, or in a format that was given up.
    #[error("the token has version {0}; versions 1 and 2 are read")]
    Version(i64),
    /// Claims of a type that was given up.
    #[error("{0} claims are not supported")]
    Kind(&'static str),
    /// The issuer is no key that could have signed.
    #[error("the issuer {issuer:?} is not a public key: {source}")]
    IssuerKey {
        /// what the token says
        issuer: String,
        /// what is wrong with it
        #[source]
        source: NkeyError,
    },
    /// The signature is not the issuer's over this text.
    #[error("the signature is not the issuer's: the token was altered, or signed by another key")]
    Signature,
    /// The issuer is a kind of key that may not sign claims of this type.
    #[error("{claim_type} claims cannot be signed by {found} key")]
    IssuerKind {
        /// what the token is
        claim_type: ClaimType,
        /// what signed it, with its article
        found: &'static str,
    },
}

/// A part of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The first.
    Header,
    /// The second.
    Payload,
    /// The third.
    Signature,
}

impl std::fmt::Display for Part {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(match self {
            Self::Header => "header",
            Self::Payload => "payload",
            Self::Signature => "signature",
        })
    }
}
