//! What seals to an SSH key, and what opens.

use curve25519_dalek::edwards::CompressedEdwardsY;
use curve25519_dalek::montgomery::MontgomeryPoint;
use data_encoding::{BASE64, BASE64_NOPAD};
use ed25519_dalek::SigningKey;
use sha2::{Digest as _, Sha256, Sha512};
use zeroize::Zeroizing;

use super::{KIND, MALFORMED, SshRecipient};
use crate::store::age::header::{Stanza, decoded};
use crate::store::age::x25519::{shared_secret, wrapping_key};
use crate::store::age::{AgeError, FileKey, derived, random, unwrapped, wrapped};

const LABEL: &[u8] = b"age-encryption.org/v1/ssh-ed25519";
/// How one is handed to the agent: the seed, on a line.
const LINE: &str = "ssh-ed25519-seed ";

impl SshRecipient {
    pub(in crate::store::age) fn wrap(&self, file_key: &FileKey) -> Result<Stanza, AgeError> {
        let ephemeral = random::<32>()?;
        let share = MontgomeryPoint::mul_base_clamped(*ephemeral).0;
        let point = self.point()?;
        let shared = self
            .tweaked(shared_secret(&ephemeral, point))
            .ok_or(AgeError::SshKey("it is a point of small order"))?;
        let key = wrapping_key(&shared, &share, &point.0, LABEL);
        Ok(Stanza {
            kind: KIND.to_owned(),
            arguments: vec![self.tag(), BASE64_NOPAD.encode(&share)],
            body: wrapped(file_key, &key)?,
        })
    }

    /// The same key for X25519.
    fn point(&self) -> Result<MontgomeryPoint, AgeError> {
        CompressedEdwardsY(self.0)
            .decompress()
            .map(|point| point.to_montgomery())
            .ok_or(MALFORMED)
    }

    /// What tells a stanza for this key from others, most of the time.
    fn tag(&self) -> String {
        BASE64_NOPAD.encode(&Sha256::digest(self.wire())[..4])
    }

    /// A secret that is bound to the SSH key, and not only to its point.
    fn tweaked(&self, shared: Option<Zeroizing<[u8; 32]>>) -> Option<Zeroizing<[u8; 32]>> {
        let tweak = derived(&[], &self.wire(), LABEL);
        shared_secret(&tweak, MontgomeryPoint(*shared?))
    }
}

/// An ssh-ed25519 private key. Wiped when dropped; no `Debug`, no `Display`, no serde.
#[derive(Clone)]
pub struct SshIdentity(Zeroizing<[u8; 32]>);

impl SshIdentity {
    pub(in crate::store::age) const fn new(seed: Zeroizing<[u8; 32]>) -> Self {
        Self(seed)
    }

    /// Whom to seal to so that it can open.
    #[must_use]
    pub fn recipient(&self) -> SshRecipient {
        SshRecipient(SigningKey::from_bytes(&self.0).verifying_key().to_bytes())
    }

    /// The seed, on a line for the agent.
    #[must_use]
    pub fn expose(&self) -> Zeroizing<String> {
        let mut line = Zeroizing::new(String::with_capacity(80));
        line.push_str(LINE);
        BASE64.encode_append(self.0.as_slice(), &mut line);
        line
    }

    /// The key in such a line; nothing when it is another.
    pub(in crate::store::age) fn exposed(line: &str) -> Option<Result<Self, AgeError>> {
        let coded = line.strip_prefix(LINE)?;
        let seed = BASE64.decode(coded.as_bytes()).map(Zeroizing::new);
        let seed = seed.ok().and_then(|seed| seed.as_slice().try_into().ok());
        Some(seed.map(|seed| Self(Zeroizing::new(seed))).ok_or(MALFORMED))
    }

    /// The key of a file, when the stanza is for this identity.
    pub(in crate::store::age) fn unwrap(
        &self,
        stanza: &Stanza,
    ) -> Result<Option<FileKey>, AgeError> {
        if stanza.kind != KIND {
            return Ok(None);
        }
        let [tag, share] = &*stanza.arguments else {
            return Err(AgeError::Format(
                "an ssh-ed25519 recipient has two arguments",
            ));
        };
        let share: [u8; 32] = decoded(share)?
            .try_into()
            .map_err(|_| AgeError::Format("a share has the wrong length"))?;
        if stanza.body.len() != 32 {
            return Err(AgeError::Format("a wrapped key has the wrong length"));
        }
        let recipient = self.recipient();
        if *tag != recipient.tag() {
            return Ok(None);
        }
        let mut secret = Zeroizing::new([0; 32]);
        secret.copy_from_slice(&Zeroizing::new(<[u8; 64]>::from(Sha512::digest(*self.0)))[..32]);
        let shared = recipient
            .tweaked(shared_secret(&secret, MontgomeryPoint(share)))
            .ok_or(AgeError::Format("a share is a point of small order"))?;
        let key = wrapping_key(&shared, &share, &recipient.point()?.0, LABEL);
        Ok(unwrapped(&stanza.body, &key))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use zeroize::Zeroizing;

    use super::SshIdentity;
    use crate::store::age::plugin::Plugins;
    use crate::store::age::{AgeError, Identity, Recipient, open, seal};

    fn identity(byte: u8) -> Identity {
        Identity::Ssh(SshIdentity::new(Zeroizing::new([byte; 32])))
    }

    #[test]
    fn what_is_sealed_to_a_key_opens_with_it_and_no_other() {
        let (mine, theirs) = (identity(1), identity(2));
        let both = [
            mine.recipient().unwrap(),
            Identity::generate().unwrap().recipient().unwrap(),
        ];
        let file = seal(b"a seed", &both, &Plugins::none()).unwrap();
        assert_eq!(**open(&file, &[mine]).unwrap(), *b"a seed");
        assert_eq!(open(&file, &[theirs]).err(), Some(AgeError::NoMatch));
    }

    #[test]
    fn no_altered_file_opens() {
        let file = seal(
            b"a seed",
            &[identity(1).recipient().unwrap()],
            &Plugins::none(),
        )
        .unwrap();
        for at in 0..file.len() {
            for bit in 0..8 {
                let mut altered = file.clone();
                altered[at] ^= 1 << bit;
                assert!(
                    open(&altered, &[identity(1)]).is_err(),
                    "bit {bit} of byte {at}"
                );
            }
        }
    }

    #[test]
    fn a_key_is_written_as_it_is_read() {
        let recipient = identity(1).recipient().unwrap();
        let text = recipient.to_string();
        assert!(
            text.starts_with("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI"),
            "{text}"
        );
        assert_eq!(text.parse(), Ok(recipient.clone()));
        assert_eq!(format!("{text} me@here").parse(), Ok(recipient.clone()));
        let line = identity(1).expose();
        assert_eq!(
            line.parse::<Identity>().ok().unwrap().recipient().unwrap(),
            recipient
        );
    }

    #[test]
    fn what_is_no_key_is_refused() {
        let text = identity(1).recipient().unwrap().to_string();
        for wrong in [
            "ssh-ed25519",
            "ssh-ed25519 ",
            "ssh-rsa AAAAB3NzaC1yc2E",
            "ecdsa-sha2-nistp256 AAAA",
            "sk-ssh-ed25519@openssh.com AAAA",
            &text[..text.len() - 1],
            &format!("{text}AAAA"),
            // The point of order 1.
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        ] {
            assert!(wrong.parse::<Recipient>().is_err(), "{wrong}");
        }
    }
}
