//! The keys of an OIDC issuer that are pinned, as the store has them, and what a rotation makes of them. They are public, and
//! known by what tokens call them and by their thumbprints.

use std::collections::{BTreeMap, BTreeSet};

use super::given::IssuerKeys;
use super::phase::Asked;
use super::{Kind, Result, Rotation, RotationError, all};
use crate::emit::manifest::oidc::{Issuer, OidcError, Pin, Pins};
use crate::store::document::Document;
use crate::store::{Changes, Records};
use crate::text::{noted, quoted, shell_word};

/// How the documents with pinned keys are named.
const NAMED: &str = "oidc ";

/// What is replaced by what.
pub struct Change {
    /// Whose keys they are.
    pub issuer: Issuer,
    /// What was pinned.
    pub before: Pins,
    /// What is new.
    pub new: Pins,
    /// What of that which was pinned goes in the end.
    pub old: Pins,
    /// What somebody should know of it.
    pub notes: Vec<String>,
}

impl Change {
    /// Out of what the issuer publishes, and what is pinned.
    pub fn of(records: &dyn Records, asked: &Asked) -> Result<Self> {
        let given = asked.given.issuer.as_ref().ok_or_else(|| {
            RotationError::refused(
                "no issuer is named, and no file with what it publishes",
                "nkeep rotate plan oidc-keys --issuer URL --jwks FILE",
            )
        })?;
        let issuer = given.issuer.clone();
        let mut notes = given.published.notes().to_vec();
        let before = pinned_before(records, given, &mut notes)?;
        must_be_of_one_algorithm(given, &before)?;
        let is_unknown = |pin: &Pin| !has(&before, pin);
        let gone = Gone::of(records, &issuer)?;
        gone.must_be_in_nobodys_hands(&before, &issuer)?;
        if let Some(unknown) = given.published.only(is_unknown) {
            gone.must_be_in_nobodys_hands(&unknown, &issuer)?;
        }
        let is_back = |pin: &Pin| is_unknown(pin) && gone.has(pin);
        for pin in given.published.keys().iter().filter(|pin| is_back(pin)) {
            notes.push(format!(
                "{} is left out: it was rotated out, and is no new key, though {issuer} still publishes it",
                titled(pin)
            ));
        }
        let is_new = |pin: &Pin| is_unknown(pin) && !gone.has(pin);
        let new = given.published.only(is_new).ok_or_else(|| {
            RotationError::refused(
                format!(
                    "nothing that {issuer} publishes is new: all of it is pinned already{}{}",
                    match given.published.keys().iter().any(is_back) {
                        true => ", or was rotated out",
                        false => "",
                    },
                    (given.published.unknown().iter())
                        .map(|left_out| format!("; {left_out}"))
                        .collect::<String>()
                ),
                noted(
                    format!(
                        "nkeep rotate plan oidc-keys --issuer {} --jwks FILE",
                        word(&issuer)
                    ),
                    "once the issuer publishes a new key beside the one that it signs by",
                ),
            )
        })?;
        new.before(&before)
            .map_err(|error| unfit(&issuer, &error))?;
        must_be_expected(given, &new, &mut notes)?;
        let old = replaced(&before, asked.key.as_deref(), given)?;
        for (was, is) in renamed(&before, &given.published) {
            notes.push(format!(
                "{issuer} calls {} {} now: a token that names it so lets nobody in",
                titled(was),
                quoted(is.kid())
            ));
        }
        for pin in old.keys().iter().filter(|pin| !has(&given.published, pin)) {
            notes.push(format!(
                "{issuer} does not publish {} any more: it may sign by the new key already",
                titled(pin)
            ));
        }
        Ok(Self {
            issuer,
            before,
            new,
            old,
            notes,
        })
    }
}

/// Keys that are pinned no more, by their thumbprints: rotations keep what they replaced.
#[derive(Default)]
struct Gone {
    /// Of this issuer, rotated out.
    rotated_out: BTreeSet<String>,
    /// In other hands, whoever's they were, with the rotation that says so.
    stolen: BTreeMap<String, String>,
}

impl Gone {
    fn of(records: &dyn Records, issuer: &Issuer) -> Result<Self> {
        let mut gone = Self::default();
        let of_issuers = all(records)?.into_iter();
        for rotation in of_issuers.filter(|one| one.kind == Kind::OidcKeys) {
            let old = kept(&rotation, issuer, OLD)?;
            let thumbprints = old.keys().iter().map(Pin::thumbprint);
            let is_of_issuer = rotation.kept.get(ISSUER) == Some(&issuer.to_string());
            if rotation.compromised {
                let id = &rotation.id;
                gone.stolen
                    .extend(thumbprints.map(|thumbprint| (thumbprint, id.clone())));
            } else if is_of_issuer && rotation.has_left_old() {
                gone.rotated_out.extend(thumbprints);
            }
        }
        Ok(gone)
    }

    fn has(&self, pin: &Pin) -> bool {
        self.rotated_out.contains(&pin.thumbprint())
    }

    /// Whoever has such a key signs by it whatever it is called.
    fn must_be_in_nobodys_hands(&self, pins: &Pins, issuer: &Issuer) -> Result<()> {
        let stolen = |pin: &Pin| {
            let id = self.stolen.get(&pin.thumbprint())?;
            Some((titled(pin), id.clone()))
        };
        match pins.keys().iter().find_map(stolen) {
            None => Ok(()),
            Some((pin, id)) => Err(RotationError::refused(
                format!(
                    "{pin} is in other hands, as rotation {id} says, and is not pinned again: \
                     {issuer} has to take it away, and services have to forget it"
                ),
                format!("nkeep rotate report {id}"),
            )),
        }
    }
}

/// Whoever has a key verified by another algorithm than the one that is pinned verifies what its owner did not sign so.
fn must_be_of_one_algorithm(given: &IssuerKeys, before: &Pins) -> Result<()> {
    for pin in before.keys() {
        let published = given.published.keys().iter();
        let mut same = published.filter(|one| one.thumbprint() == pin.thumbprint());
        let other = same.find_map(|one| {
            let stated = one.stated_algorithm()?;
            (stated != pin.algorithm()).then_some(stated)
        });
        if let Some(other) = other {
            let issuer = &given.issuer;
            return Err(RotationError::refused(
                format!(
                    "{} is pinned for {}, and {issuer} publishes it for {other}: a key is for one algorithm",
                    titled(pin),
                    pin.algorithm()
                ),
                noted(
                    format!(
                        "nkeep rotate plan oidc-keys --issuer {} --jwks FILE",
                        word(issuer)
                    ),
                    "once the issuer has another key for the other algorithm",
                ),
            ));
        }
    }
    Ok(())
}

/// What was pinned: as the store has it, or as somebody says who knows better.
fn pinned_before(
    records: &dyn Records,
    given: &IssuerKeys,
    notes: &mut Vec<String>,
) -> Result<Pins> {
    let issuer = &given.issuer;
    let kept = pinned(records, issuer)?;
    match (kept, &given.from) {
        (Some(kept), Some(from)) if kept.digest() != from.digest() => {
            notes.push(format!(
                "the store has other keys of {issuer} pinned: {}; --from is taken in their place",
                listed(&kept)
            ));
            Ok(from.clone())
        }
        (Some(kept), _) => Ok(kept),
        (None, Some(from)) => Ok(from.clone()),
        (None, None) => Err(RotationError::refused(
            format!("the store does not know which keys of {issuer} are pinned now"),
            noted(
                format!(
                    "nkeep rotate plan oidc-keys --issuer {} --jwks FILE --from PRESENT",
                    word(issuer)
                ),
                "PRESENT is the JWKS that services have",
            ),
        )),
    }
}

/// What a second channel says of the new keys is so, and of all of them.
fn must_be_expected(given: &IssuerKeys, new: &Pins, notes: &mut Vec<String>) -> Result<()> {
    if given.expected.is_empty() {
        notes.push(format!(
            "nobody said by another way what the new key is: compare {} with what the issuer's own pages show",
            listed(new)
        ));
        return Ok(());
    }
    let expected: Vec<String> = given.expected.iter().map(ToString::to_string).collect();
    let strange = (new.keys().iter()).find(|pin| !expected.contains(&pin.thumbprint()));
    let is_among = |wanted: &&String| new.keys().iter().any(|pin| pin.thumbprint() == **wanted);
    let absent = expected.iter().find(|wanted| !is_among(wanted));
    let reason = match (strange, absent) {
        (None, None) => return Ok(()),
        (Some(pin), _) => format!("the new key {} is not one that is expected", titled(pin)),
        (None, Some(absent)) => format!("no new key has the thumbprint {absent}"),
    };
    Err(RotationError::refused(
        reason,
        noted(
            format!(
                "nkeep rotate plan oidc-keys --issuer {} --jwks FILE",
                word(&given.issuer)
            ),
            "shows what is published; somebody else may have put it there",
        ),
    ))
}

/// Those that are to go: the ones that are named, or the only one.
fn replaced(before: &Pins, wanted: Option<&str>, given: &IssuerKeys) -> Result<Pins> {
    let issuer = &given.issuer;
    let help = |kid: &str| {
        format!(
            "nkeep rotate plan oidc-keys --issuer {} --jwks FILE --key {}",
            word(issuer),
            shell_word(kid)
        )
    };
    // Most likely one that the issuer has given up, or else the oldest.
    let is_given_up = |pin: &&Pin| !has(&given.published, pin);
    let given_up = before.keys().iter().rfind(is_given_up);
    let likely = given_up.or(before.keys().last());
    let likely = likely.map(Pin::kid).unwrap_or_default();
    let Some(wanted) = wanted else {
        return match before.keys() {
            [_] => Ok(before.clone()),
            _ => Err(RotationError::refused(
                format!(
                    "several keys of {issuer} are pinned, and it is not said which are replaced: {}",
                    listed(before)
                ),
                help(likely),
            )),
        };
    };
    let wanted: Vec<&str> = wanted.split(',').collect();
    let is_one = |pin: &Pin, name: &str| pin.kid() == name || pin.thumbprint() == name;
    let is_there = |name: &&&str| before.keys().iter().any(|pin| is_one(pin, name));
    let absent = wanted.iter().find(|name| !is_there(name));
    let found = before.only(|pin| wanted.iter().any(|name| is_one(pin, name)));
    match (absent, found) {
        (None, Some(found)) => Ok(found),
        (absent, _) => Err(RotationError::refused(
            format!(
                "{} is no key of {issuer} that is pinned: {}",
                quoted(absent.unwrap_or(&"")),
                listed(before)
            ),
            help(likely),
        )),
    }
}

/// What would be pinned, for who wants to look at it before: nothing where no issuer is named.
pub fn foretold(records: &dyn Records, asked: &Asked) -> Result<Vec<String>> {
    if asked.given.issuer.is_none() {
        return Ok(Vec::new());
    }
    let change = Change::of(records, asked)?;
    let mut told = vec![format!("the new key is {}", listed(&change.new))];
    told.extend(change.notes);
    Ok(told)
}

/// The sets of a rotation that has begun.
pub struct Pinned {
    /// Whose they are.
    pub issuer: Issuer,
    /// What was pinned before it began.
    pub before: Pins,
    /// What is new, and all of that.
    pub dual: Pins,
    /// What is left in the end.
    pub last: Pins,
    /// What tokens call the new ones.
    pub new: Vec<String>,
}

const ISSUER: &str = "issuer";
const BEFORE: &str = "before";
const NEW: &str = "new";
const OLD: &str = "old";

impl Change {
    /// Leaves them to the phases that come.
    pub fn keep(&self, rotation: &mut Rotation) {
        let texts = [
            (ISSUER, self.issuer.to_string()),
            (BEFORE, self.before.jwks()),
            (NEW, self.new.jwks()),
            (OLD, self.old.jwks()),
        ];
        for (name, text) in texts {
            rotation.kept.insert(name.to_owned(), text);
        }
    }
}

impl Pinned {
    /// As the rotation keeps them.
    pub fn of(rotation: &Rotation) -> Result<Self> {
        let text = |name: &str| rotation.kept.get(name).map_or("", String::as_str);
        let issuer: Issuer = text(ISSUER)
            .parse()
            .map_err(|_| strange(&format!("rotation {}", rotation.id)))?;
        let read = |name: &str| kept(rotation, &issuer, name);
        let (before, new, old) = (read(BEFORE)?, read(NEW)?, read(OLD)?);
        let dual = new
            .before(&before)
            .map_err(|error| unfit(&issuer, &error))?;
        let last = dual.only(|pin| !has(&old, pin));
        let last = last.ok_or_else(|| unfit(&issuer, &OidcError::Empty(Vec::new())))?;
        let new = new.keys().iter().map(|pin| pin.kid().to_owned()).collect();
        Ok(Self {
            issuer,
            before,
            dual,
            last,
            new,
        })
    }
}

/// Keys that a rotation keeps under that name.
fn kept(rotation: &Rotation, issuer: &Issuer, name: &str) -> Result<Pins> {
    let text = rotation.kept.get(name).map_or("", String::as_str);
    Pins::read(&[text], false).map_err(|error| unfit(issuer, &error))
}

/// What the store has as pinned of an issuer.
pub fn pinned(records: &dyn Records, issuer: &Issuer) -> Result<Option<Pins>> {
    let Some(document) = records.document(&format!("{NAMED}{issuer}"))? else {
        return Ok(None);
    };
    let pins = Pins::read(&[&document.text], false).map_err(|_| strange(&document.name))?;
    Ok(Some(pins))
}

/// Keeps what is pinned of an issuer from now on.
pub fn pin(changes: &mut dyn Changes, issuer: &Issuer, pins: &Pins) -> Result<()> {
    let updated = changes.now();
    Ok(changes.put_document(&Document {
        name: format!("{NAMED}{issuer}"),
        text: pins.jwks(),
        updated,
    })?)
}

/// Two rotations of one issuer's keys would each forget what the other pins.
pub fn must_be_alone(records: &dyn Records, issuer: &Issuer) -> Result<()> {
    let is_same = |other: &Rotation| {
        other.kind == Kind::OidcKeys
            && other.is_open()
            && other
                .kept
                .get(ISSUER)
                .is_some_and(|its| *its == issuer.to_string())
    };
    match all(records)?.into_iter().find(is_same) {
        None => Ok(()),
        Some(other) => Err(RotationError::not_ended(&other)),
    }
}

/// Keys, by what tokens call them and what they are.
#[must_use]
pub fn listed(pins: &Pins) -> String {
    let each: Vec<String> = pins.keys().iter().map(titled).collect();
    each.join(", ")
}

fn titled(pin: &Pin) -> String {
    format!("{} ({})", pin.kid(), pin.thumbprint())
}

fn has(pins: &Pins, wanted: &Pin) -> bool {
    let thumbprint = wanted.thumbprint();
    pins.keys().iter().any(|pin| pin.thumbprint() == thumbprint)
}

/// Keys that were pinned under another name than the issuer has for them now.
fn renamed<'a>(before: &'a Pins, published: &'a Pins) -> impl Iterator<Item = (&'a Pin, &'a Pin)> {
    before.keys().iter().filter_map(|was| {
        let mut all = published.keys().iter();
        let is = all.find(|one| one.thumbprint() == was.thumbprint())?;
        (is.kid() != was.kid()).then_some((was, is))
    })
}

fn word(issuer: &Issuer) -> String {
    shell_word(&issuer.to_string())
}

fn unfit(issuer: &Issuer, error: &OidcError) -> RotationError {
    RotationError::refused(
        format!("the keys of {issuer} cannot be pinned: {error}"),
        format!(
            "nkeep rotate plan oidc-keys --issuer {} --jwks FILE",
            word(issuer)
        ),
    )
}

fn strange(what: &str) -> RotationError {
    RotationError::refused(
        format!("{what} was written by another nkeep"),
        "nkeep version",
    )
}
