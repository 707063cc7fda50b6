//! The certificate of a SealedSecrets controller, as `kubeseal --fetch-cert` writes it: its key, and when it holds.
//!
//! It is signed by itself, so that nobody's signature says whose it is: whoever hands it over does.

use data_encoding::BASE64;
use der::asn1::{AnyRef, BitStringRef, GeneralizedTime, ObjectIdentifier, UintRef, UtcTime};
use der::{Decode as _, Reader, SliceReader, Tag, Tagged as _};

use super::oaep::RsaKey;
use crate::clock::{UnixSeconds, absolute};

const BEGIN: &str = "-----BEGIN CERTIFICATE-----";
const END: &str = "-----END CERTIFICATE-----";

const RSA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.1");

/// Kinds of keys that are refused by their names.
const OTHERS: [(&str, &str); 6] = [
    ("1.2.840.10045.2.1", "an ECDSA key"),
    ("1.3.101.112", "an Ed25519 key"),
    ("1.3.101.110", "an X25519 key"),
    ("1.3.101.113", "an Ed448 key"),
    ("1.2.840.10040.4.1", "a DSA key"),
    ("1.2.840.113549.1.1.10", "an RSA key for signatures alone"),
];

/// Why nothing is sealed to a certificate.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum CertificateError {
    /// There is none.
    #[error("there is no certificate in it (-----BEGIN CERTIFICATE-----)")]
    None,
    /// There is one that cannot be read.
    #[error("its certificate is malformed")]
    Malformed,
    /// Its key is of a kind that seals nothing.
    #[error("its key is {0}, and the controller has RSA keys")]
    Kind(String),
    /// Its key is too small, or larger than any that there is.
    #[error("its RSA key has {0} bits, and {min} to {max} are taken", min = RsaKey::MIN_BITS, max = RsaKey::MAX_BITS)]
    Size(usize),
    /// Its key is none.
    #[error("its RSA key is none: {0}")]
    Key(&'static str),
    /// It does not hold yet.
    #[error("the certificate holds from {}, and not yet", absolute(*.0))]
    Early(UnixSeconds),
    /// It holds no longer.
    #[error("the certificate expired {}", absolute(*.0))]
    Expired(UnixSeconds),
}

/// What a certificate says of a key.
pub struct Certificate {
    key: RsaKey,
    /// From when on it holds.
    pub from: UnixSeconds,
    /// Until when.
    pub until: UnixSeconds,
}

impl Certificate {
    /// Reads the first certificate in a file, which must hold at that time.
    pub fn read(pem: &[u8], now: UnixSeconds) -> Result<Self, CertificateError> {
        let bytes = first(pem)?;
        let parts = parts(&bytes).map_err(|_| CertificateError::Malformed)?;
        if now < parts.from {
            return Err(CertificateError::Early(parts.from));
        }
        if now > parts.until {
            return Err(CertificateError::Expired(parts.until));
        }
        if parts.algorithm != RSA {
            return Err(CertificateError::Kind(kind(&parts.algorithm)));
        }
        let (modulus, exponent) = numbers(parts.key).map_err(|_| CertificateError::Malformed)?;
        Ok(Self {
            key: RsaKey::new(modulus, exponent)?,
            from: parts.from,
            until: parts.until,
        })
    }

    pub(super) const fn key(&self) -> &RsaKey {
        &self.key
    }
}

/// The bytes of the first certificate. What else is in the file does not count.
fn first(pem: &[u8]) -> Result<Vec<u8>, CertificateError> {
    let text = std::str::from_utf8(pem).map_err(|_| CertificateError::None)?;
    let mut lines = text.lines().map(str::trim);
    if !lines.any(|line| line == BEGIN) {
        return Err(CertificateError::None);
    }
    let mut coded = String::new();
    for line in lines {
        if line == END {
            return BASE64
                .decode(coded.as_bytes())
                .map_err(|_| CertificateError::Malformed);
        }
        coded.push_str(line);
    }
    Err(CertificateError::Malformed)
}

/// What counts of a certificate.
struct Parts<'a> {
    from: UnixSeconds,
    until: UnixSeconds,
    algorithm: ObjectIdentifier,
    key: &'a [u8],
}

/// Of RFC 5280, 4.1.
fn parts(bytes: &[u8]) -> der::Result<Parts<'_>> {
    let mut reader = SliceReader::new(bytes)?;
    let (tbs, _, _) = reader.sequence(|certificate| {
        let tbs = AnyRef::decode(certificate)?;
        let algorithm = AnyRef::decode(certificate)?;
        let signature = AnyRef::decode(certificate)?;
        Ok((tbs, algorithm, signature))
    })?;
    reader.finish(())?;
    tbs.sequence(|tbs| {
        // The version, which the oldest leave out, stands in front of the serial number.
        if AnyRef::decode(tbs)?.tag() != Tag::Integer {
            AnyRef::decode(tbs)?;
        }
        let _algorithm = AnyRef::decode(tbs)?;
        let _issuer = AnyRef::decode(tbs)?;
        let (from, until) = tbs.sequence(|validity| Ok((time(validity)?, time(validity)?)))?;
        let _subject = AnyRef::decode(tbs)?;
        let (algorithm, key) = tbs.sequence(|key| {
            let algorithm = key.sequence(|algorithm| {
                let name = ObjectIdentifier::decode(algorithm)?;
                rest(algorithm)?;
                Ok(name)
            })?;
            Ok((algorithm, BitStringRef::decode(key)?))
        })?;
        rest(tbs)?;
        Ok(Parts {
            from,
            until,
            algorithm,
            key: key.as_bytes().ok_or_else(|| Tag::BitString.value_error())?,
        })
    })
}

fn rest<'a>(reader: &mut impl Reader<'a>) -> der::Result<()> {
    while !reader.is_finished() {
        AnyRef::decode(reader)?;
    }
    Ok(())
}

fn time<'a>(reader: &mut impl Reader<'a>) -> der::Result<UnixSeconds> {
    let time = AnyRef::decode(reader)?;
    let since = if time.tag() == Tag::UtcTime {
        time.decode_as::<UtcTime>()?.to_unix_duration()
    } else {
        time.decode_as::<GeneralizedTime>()?.to_unix_duration()
    };
    UnixSeconds::try_from(since.as_secs()).map_err(|_| time.tag().value_error())
}

/// The modulus and the exponent (RFC 8017, A.1.1).
fn numbers(key: &[u8]) -> der::Result<(&[u8], &[u8])> {
    let mut reader = SliceReader::new(key)?;
    let (modulus, exponent) =
        reader.sequence(|key| Ok((UintRef::decode(key)?, UintRef::decode(key)?)))?;
    reader.finish((modulus.as_bytes(), exponent.as_bytes()))
}

fn kind(algorithm: &ObjectIdentifier) -> String {
    let number = algorithm.to_string();
    OTHERS
        .iter()
        .find(|(known, _)| *known == number)
        .map_or_else(
            || format!("of the kind {number}"),
            |(_, name)| (*name).to_owned(),
        )
}
