//! What keys are for, and what can be wrong with one.

use std::fmt;

const PRIVATE_PREFIX: u8 = 15 << 3;
const UNKNOWN_PREFIX: u8 = 25 << 3;
/// `wasmCloud`'s additions to the scheme, which Go does not have.
const MODULE_PREFIX: u8 = 12 << 3;
const SERVICE_PREFIX: u8 = 21 << 3;

/// Why a text is not the key it should be.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NkeyError {
    /// Not as long as every key of its sort is.
    #[error("{what} has {expected} characters, this has {found}")]
    Length {
        /// "a public key" or "a seed"
        what: &'static str,
        /// what it should have
        expected: usize,
        /// what it has
        found: usize,
    },
    /// Not base32 as the encoder writes it.
    #[error("it is not canonical base32 (upper-case A-Z and 2-7, no padding, no spare bits)")]
    Encoding,
    /// The CRC does not match.
    #[error("its checksum does not match: a character is wrong or missing")]
    Checksum,
    /// A prefix that is no public key or seed of Go's library.
    #[error("it is {0}, which is not used here")]
    Prefix(&'static str),
    /// A seed where a public key belongs.
    #[error("it is a seed, and a public key is wanted")]
    SeedNotPublic,
    /// A public key where a seed belongs.
    #[error("it is a public key, and a seed is wanted")]
    PublicNotSeed,
    /// Another role than the one asked for.
    #[error("it is {found} key, and {expected} key is wanted")]
    Role {
        /// what is wanted, with its article
        expected: &'static str,
        /// what was given, with its article
        found: &'static str,
    },
    /// The 32 bytes are no point of the curve.
    #[error("it is not a point on the curve")]
    NotOnCurve,
    /// The point has small order: signatures or boxes under it prove nothing.
    #[error("it is a point of small order, under which anyone could sign")]
    SmallOrder,
    /// A curve key asked to sign.
    #[error("a curve key cannot sign; it seals and opens")]
    CurveCannotSign,
    /// A signing key asked to seal or open.
    #[error("only a curve key (SX...) seals and opens")]
    NotCurve,
    /// Bytes that are to be letters and digits, and are not.
    #[error("it is not made of letters and digits alone")]
    NotLetters,
    /// A private key in a form that is not read here.
    #[error("it is no PKCS#8 private key of Ed25519: {0}")]
    Pkcs8(&'static str),
    /// A key of an operator where it would leave for another system.
    #[error("it is an operator's key, which is written as an nkey alone")]
    OperatorStays,
    /// A signature that does not fit the key and the message.
    #[error("the signature does not match the key and the data")]
    Signature,
    /// A sealed box that is not in the xkv1 format.
    #[error("it is not a box in the xkv1 format")]
    BoxFormat,
    /// A sealed box for another recipient, from another sender, or altered.
    #[error("the box does not open: wrong recipient, wrong sender, or altered")]
    BoxOpen,
    /// The operating system gave no randomness.
    #[error("the operating system gave no random bytes")]
    Randomness,
}

/// What a key is for: the letter it begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// `O`: the root of an estate.
    Operator,
    /// `A`: a tenant.
    Account,
    /// `U`: a client.
    User,
    /// `N`: a server.
    Server,
    /// `C`: a cluster.
    Cluster,
    /// `X`: an X25519 key that seals and opens, and never signs.
    Curve,
}

impl Kind {
    /// Every kind there is.
    pub const ALL: [Self; 6] = [
        Self::Operator,
        Self::Account,
        Self::User,
        Self::Server,
        Self::Cluster,
        Self::Curve,
    ];

    pub(super) const fn prefix(self) -> u8 {
        match self {
            Self::Operator => 14 << 3,
            Self::Account => 0,
            Self::User => 20 << 3,
            Self::Server => 13 << 3,
            Self::Cluster => 2 << 3,
            Self::Curve => 23 << 3,
        }
    }

    /// Whether it is the kind that is wanted.
    pub const fn expect(self, wanted: Self) -> Result<(), NkeyError> {
        if self as u8 == wanted as u8 {
            Ok(())
        } else {
            Err(NkeyError::Role {
                expected: wanted.with_article(),
                found: self.with_article(),
            })
        }
    }

    /// What a public key is for, by its text alone: the point is not worked out, which takes ten times as long.
    pub fn of_public_text(text: &str) -> Result<Self, NkeyError> {
        super::codec::decode_public(text).map(|(kind, _)| kind)
    }

    pub(super) fn from_prefix(prefix: u8) -> Result<Self, NkeyError> {
        if let Some(kind) = Self::ALL.into_iter().find(|kind| kind.prefix() == prefix) {
            return Ok(kind);
        }
        Err(NkeyError::Prefix(match prefix {
            PRIVATE_PREFIX => "a private key (P...)",
            UNKNOWN_PREFIX => "a key of unknown kind (Z...)",
            MODULE_PREFIX => "a module key (M...)",
            SERVICE_PREFIX => "a service key (V...)",
            _ => "a key with a prefix that no kind has",
        }))
    }

    /// The word for it, as nsc writes it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Operator => "operator",
            Self::Account => "account",
            Self::User => "user",
            Self::Server => "server",
            Self::Cluster => "cluster",
            Self::Curve => "curve",
        }
    }

    /// The letter its public keys begin with.
    #[must_use]
    pub const fn letter(self) -> char {
        match self {
            Self::Operator => 'O',
            Self::Account => 'A',
            Self::User => 'U',
            Self::Server => 'N',
            Self::Cluster => 'C',
            Self::Curve => 'X',
        }
    }

    /// The word for it after its article.
    #[must_use]
    pub const fn with_article(self) -> &'static str {
        match self {
            Self::Operator => "an operator",
            Self::Account => "an account",
            Self::User => "a user",
            Self::Server => "a server",
            Self::Cluster => "a cluster",
            Self::Curve => "a curve",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::Kind;

    #[test]
    fn a_kind_is_called_the_same_wherever_it_is_named() {
        let called = [
            (Kind::Operator, "an operator", 'O'),
            (Kind::Account, "an account", 'A'),
            (Kind::User, "a user", 'U'),
            (Kind::Server, "a server", 'N'),
            (Kind::Cluster, "a cluster", 'C'),
            (Kind::Curve, "a curve", 'X'),
        ];
        for (kind, with_article, letter) in called {
            let (_, name) = with_article.split_once(' ').unwrap_or_default();
            assert_eq!(kind.with_article(), with_article);
            assert_eq!((kind.name(), kind.to_string().as_str()), (name, name));
            assert_eq!(kind.letter(), letter);
        }
    }
}
