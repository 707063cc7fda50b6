//! What is known to be wrong with versions of nats-server: the advisories of advisories.nats.io that are about the server
//! itself, as of [`AS_OF`]. Not here are those about how it is built, which no version tells.

use std::fmt;
use std::str::FromStr;

/// Up to when advisories were read.
pub const AS_OF: &str = "2026-06-29";

/// A version of nats-server.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version {
    numbers: [u32; 3],
    /// What comes before a release is older than it.
    is_release: bool,
}

impl Version {
    const fn release(numbers: [u32; 3]) -> Self {
        Self {
            numbers,
            is_release: true,
        }
    }

    /// Its first two numbers: mends go into several of these.
    #[must_use]
    pub const fn line(self) -> [u32; 2] {
        [self.numbers[0], self.numbers[1]]
    }
}

impl FromStr for Version {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let text = text.strip_prefix('v').unwrap_or(text);
        let (text, _) = text.split_once('+').unwrap_or((text, ""));
        let (numbers, before) = match text.split_once('-') {
            Some((numbers, before)) => (numbers, before),
            None => (text, ""),
        };
        let mut parts = numbers.split('.').map(|part| part.parse().map_err(|_| ()));
        let mut next = || parts.next().unwrap_or(Err(()));
        let numbers = [next()?, next()?, next()?];
        if parts.next().is_some() {
            return Err(());
        }
        Ok(Self {
            numbers,
            is_release: before.is_empty(),
        })
    }
}

impl fmt::Display for Version {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [major, minor, patch] = self.numbers;
        write!(formatter, "{major}.{minor}.{patch}")
    }
}

/// An advisory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Advisory {
    /// Its CVE; else its number among those of NATS.
    pub id: &'static str,
    /// What it is about.
    pub about: &'static str,
    /// The first version that it is about.
    since: [u32; 3],
    /// The first versions, one of a line, that it is about no more; the oldest first.
    fixed: &'static [[u32; 3]],
}

impl Advisory {
    /// Whether it is about that version. A line without a mend of its own has none until the newest mend.
    #[must_use]
    pub fn is_about(&self, version: Version) -> bool {
        let fixed = || self.fixed.iter().copied().map(Version::release);
        let mended = fixed()
            .find(|fixed| fixed.line() == version.line())
            .or_else(|| fixed().max());
        version >= Version::release(self.since) && mended.is_some_and(|mended| version < mended)
    }
}

/// Those that are about a version.
pub fn about(version: Version) -> Vec<&'static Advisory> {
    KNOWN.iter().filter(|one| one.is_about(version)).collect()
}

/// The oldest version after that one of which nothing is known.
#[must_use]
pub fn mended_after(version: Version) -> Option<Version> {
    let fixed = KNOWN.iter().flat_map(|advisory| advisory.fixed);
    let later = fixed.map(|numbers| Version::release(*numbers));
    later
        .filter(|fixed| *fixed > version && about(*fixed).is_empty())
        .min()
}

/// The latest version that is known of.
#[must_use]
pub fn latest() -> Option<Version> {
    let fixed = KNOWN.iter().flat_map(|advisory| advisory.fixed);
    fixed.copied().map(Version::release).max()
}

const fn advisory(
    id: &'static str,
    since: [u32; 3],
    fixed: &'static [[u32; 3]],
    about: &'static str,
) -> Advisory {
    Advisory {
        id,
        about,
        since,
        fixed,
    }
}

/// The first version with accounts, and the first with JetStream, websockets and MQTT.
const V2: [u32; 3] = [2, 0, 0];
const V2_2: [u32; 3] = [2, 2, 0];
const ANY: [u32; 3] = [0, 0, 0];
const MARCH_2026: &[[u32; 3]] = &[[2, 11, 15], [2, 12, 6]];
const APRIL_2026: &[[u32; 3]] = &[[2, 11, 16], [2, 12, 7], [2, 14, 0]];
const JUNE_2026: &[[u32; 3]] = &[[2, 12, 12], [2, 14, 3]];

#[rustfmt::skip]
const KNOWN: &[Advisory] = &[
    advisory("CVE-2020-26521", V2, &[[2, 1, 9]], "a crafted user token crashes the server"),
    advisory("CVE-2020-26892", V2, &[[2, 1, 9]], "credentials that expired are taken"),
    advisory("CVE-2020-28466", V2, &[[2, 2, 0]], "import loops crash the server"),
    advisory("CVE-2021-3127", V2, &[[2, 2, 0]], "activations are not checked"),
    advisory("CVE-2021-32026", ANY, &[[2, 2, 3]], "weak ciphers with TLS flags on the command line"),
    advisory("CVE-2022-24450", V2, &[[2, 7, 2]], "clients may take on any account"),
    advisory("CVE-2022-26652", V2_2, &[[2, 7, 4]], "JetStream users write any file"),
    advisory("CVE-2022-28357", V2_2, &[[2, 8, 0]], "the system account writes any file"),
    advisory("CVE-2022-29946", V2, &[[2, 8, 2]], "denied subjects are not denied in one case"),
    advisory("CVE-2022-42708", V2_2, &[[2, 9, 3]], "a user crashes the server"),
    advisory("CVE-2022-42709", V2, &[[2, 9, 3]], "import loops crash the server"),
    advisory("CVE-2023-47090", V2_2, &[[2, 9, 23], [2, 10, 2]], "naming only the system account lets anybody in"),
    advisory("CVE-2023-46129", [2, 10, 0], &[[2, 10, 4]], "one fixed key seals what goes to auth callout"),
    advisory("CVE-2025-30215", V2_2, &[[2, 10, 27], [2, 11, 1]], "JetStream of other accounts can be managed"),
    advisory("CVE-2026-27571", V2_2, &[[2, 11, 12], [2, 12, 3]], "anybody fills the memory over websockets"),
    advisory("CVE-2026-27889", V2_2, &[[2, 11, 14], [2, 12, 5]], "anybody crashes the server over websockets"),
    advisory("CVE-2026-29785", V2, &[[2, 11, 14], [2, 12, 5]], "anybody crashes the server as a leaf node"),
    advisory("CVE-2026-33215", ANY, MARCH_2026, "MQTT sessions can be taken over"),
    advisory("CVE-2026-33216", ANY, MARCH_2026, "MQTT passwords show in monitoring"),
    advisory("CVE-2026-33217", ANY, MARCH_2026, "MQTT goes past permissions"),
    advisory("CVE-2026-33218", ANY, MARCH_2026, "anybody crashes the server as a leaf node"),
    advisory("CVE-2026-33219", ANY, MARCH_2026, "anybody fills the memory over websockets"),
    advisory("CVE-2026-33222", ANY, MARCH_2026, "restoring streams goes past permissions"),
    advisory("CVE-2026-33223", ANY, MARCH_2026, "who asks can be forged in a header"),
    advisory("CVE-2026-33246", ANY, MARCH_2026, "leaf nodes forge who asks in a header"),
    advisory("CVE-2026-33247", ANY, MARCH_2026, "credentials of the command line show in monitoring"),
    advisory("CVE-2026-33248", ANY, MARCH_2026, "some names in client certificates are not compared"),
    advisory("CVE-2026-33249", ANY, MARCH_2026, "traces go to any subject"),
    advisory("2026-16", ANY, APRIL_2026, "no_auth_user lets anybody in as a route"),
    advisory("2026-17", ANY, APRIL_2026, "wildcards go past denied subscriptions"),
    advisory("2026-18", ANY, APRIL_2026, "queues go past denied subscriptions"),
    advisory("2026-19", ANY, &[[2, 11, 17], [2, 12, 8]], "anybody crashes the server as a leaf node"),
    advisory("2026-20", ANY, JUNE_2026, "leaf nodes send traces to any subject"),
    advisory("2026-21", ANY, JUNE_2026, "MQTT goes past permissions"),
    advisory("2026-22", ANY, &[[2, 12, 9], [2, 14, 1]], "MQTT subscriptions inject commands"),
    advisory("2026-23", ANY, &[[2, 12, 10], [2, 14, 2]], "anybody crashes the server with a malformed token"),
    advisory("2026-24", ANY, JUNE_2026, "no_auth_user goes past restrictions of the user"),
    advisory("2026-25", ANY, JUNE_2026, "anybody fills the memory over MQTT"),
    advisory("2026-26", ANY, JUNE_2026, "MQTT replays what is denied"),
    advisory("2026-27", ANY, JUNE_2026, "MQTT over websockets crashes the server"),
    advisory("2026-28", ANY, JUNE_2026, "listing connections crashes the server"),
];

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::{KNOWN, Version, about, mended_after};

    fn ids(version: &str) -> Vec<&'static str> {
        let version: Version = version.parse().unwrap();
        about(version).into_iter().map(|one| one.id).collect()
    }

    #[test]
    fn an_advisory_is_about_what_its_line_has_not_mended() {
        assert!(ids("2.12.5").contains(&"CVE-2026-33249"));
        assert!(!ids("2.12.6").contains(&"CVE-2026-33249"));
        assert!(ids("2.11.14").contains(&"CVE-2026-33249"));
        assert!(!ids("2.11.15").contains(&"CVE-2026-33249"));
        // Lines that had no mend, before the newest and after it.
        assert!(ids("2.10.29").contains(&"CVE-2026-33249"));
        assert!(ids("2.13.0").contains(&"2026-20"));
        assert!(!ids("2.14.0").contains(&"CVE-2026-33249"));
        assert!(ids("2.14.2").contains(&"2026-28"));
        assert!(ids("2.14.3").is_empty());
        assert!(ids("2.12.12").is_empty());
        assert!(ids("2.15.1").is_empty());
        // Before it came in.
        assert!(!ids("2.9.23").contains(&"CVE-2023-46129"));
        assert!(ids("2.10.3").contains(&"CVE-2023-46129"));
        assert!(!ids("2.1.9").contains(&"CVE-2022-26652"));
    }

    #[test]
    fn what_comes_before_a_release_is_older() {
        assert!(ids("2.12.12-RC.1").contains(&"2026-28"));
        assert!(!ids("v2.12.12").contains(&"2026-28"));
        assert!(ids("2.15.0-dev").is_empty());
        for none in ["", "2", "2.12", "2.12.x", "2.12.1.1", "dev"] {
            assert!(none.parse::<Version>().is_err(), "{none}");
        }
    }

    #[test]
    fn a_version_is_named_of_which_nothing_is_known() {
        let after = |text: &str| mended_after(text.parse().unwrap()).unwrap().to_string();
        assert_eq!(after("2.9.0"), "2.12.12");
        assert_eq!(after("2.12.8"), "2.12.12");
        assert_eq!(after("2.14.0"), "2.14.3");
    }

    #[test]
    fn each_advisory_is_here_once_with_mends_in_order() {
        for (place, one) in KNOWN.iter().enumerate() {
            assert!(one.fixed.is_sorted() && !one.fixed.is_empty(), "{}", one.id);
            assert!(one.since < one.fixed[0], "{}", one.id);
            assert!(
                KNOWN[..place].iter().all(|other| other.id != one.id),
                "{}",
                one.id
            );
        }
    }
}
