//! Operators, accounts and users that are taken under another name. Their name stands in their token, so that is signed anew, by
//! the key that signed it, in the folder or in the store: nobody is trusted more for it. Its time of issue is the next second, whenever that is done, so
//! that the same store gives the same token again.

use std::collections::HashMap;
use std::fmt;
use std::str::FromStr;

use super::found::{Found, FoundSeed, Sheet};
use super::{Code, Finding};
use crate::jwt::claims::{Body, ClaimType, Claims};
use crate::jwt::decode::{Token, Unverified, decode};
use crate::jwt::encode::{UnknownFields, encode};
use crate::jwt::sign::Signer;
use crate::nkey::PublicKey;
use crate::store::Records;
use crate::store::record::{KeyRecord, Name};
use crate::text::quoted;
use crate::trust::{TrustError, is_kept, signs};

/// Another name for an operator, an account or a user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renaming {
    /// Its name as it stands in its token, or its public key.
    wanted: String,
    /// What it is to be called.
    name: Name,
}

impl FromStr for Renaming {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        // A name that is refused may hold anything.
        let (wanted, name) = text
            .rsplit_once('=')
            .ok_or("it is not of the form OLD=NEW, or KEY=NEW")?;
        if wanted.is_empty() {
            return Err("it does not say whose name it is to be".to_owned());
        }
        Ok(Self {
            wanted: wanted.to_owned(),
            name: Name::given(name)?,
        })
    }
}

impl fmt::Display for Renaming {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}={}", self.wanted, self.name)
    }
}

impl Renaming {
    /// Users of many accounts may share a name: they are meant by their keys alone.
    fn is_of<B: Body>(&self, claims: &Claims<B>) -> bool {
        let named = B::TYPE != ClaimType::User && claims.name == self.wanted;
        named || claims.subject.eq_ignore_ascii_case(&self.wanted)
    }
}

/// The name that is nearest to one that cannot be.
pub(super) fn near(wrong: &str, key: &PublicKey) -> Option<Name> {
    let usual = |one: char| one.is_alphanumeric() || "-_. ".contains(one);
    let text: String = wrong
        .chars()
        .map(|one| if usual(one) { one } else { '-' })
        .collect();
    let text = text.trim_matches(['-', '.', ' ']);
    let of_key = || key.to_string().chars().take(9).collect::<String>();
    Name::given(text).or_else(|_| Name::given(&of_key())).ok()
}

/// The keys that are to sign names anew, and whose seeds the files do not have.
#[must_use]
pub fn lacking(found: &Found, names: &[Renaming]) -> Vec<PublicKey> {
    let mut wanted = Vec::new();
    for operator in &found.operators {
        wanted.extend(signers(&operator.sheets, names));
        for account in &operator.accounts {
            wanted.extend(signers(&account.sheets, names));
            wanted.extend(signers(&account.users, names));
        }
    }
    wanted.sort_unstable();
    wanted.dedup();
    wanted.retain(|key| !found.seeds.iter().any(|seed| seed.public == *key));
    wanted
}

fn signers<B: Body>(sheets: &[Sheet<B>], names: &[Renaming]) -> Vec<PublicKey> {
    let is_meant = |claims: &Claims<B>| names.iter().any(|name| name.is_of(claims));
    let meant = sheets.iter().map(|sheet| &sheet.token);
    meant
        .filter(|token| is_meant(token.claims()))
        .map(|token| *token.issuer())
        .collect()
}

/// Those of them that the store has, and signs with whenever it is asked.
pub fn stored(records: &dyn Records, keys: &[PublicKey]) -> Result<Vec<KeyRecord>, TrustError> {
    let mut found = Vec::new();
    for key in keys {
        let Some(record) = records.key(key)?.filter(|record| record.sealed.is_some()) else {
            continue;
        };
        // One that is kept for ceremonies signs what was reviewed there, and nothing else.
        if signs(records, key)? && !is_kept(records, key)? {
            found.push(record);
        }
    }
    Ok(found)
}

/// Signs anew what is to have another name, also by keys of the store; why one cannot have it is said, and then nothing is to be
/// taken.
pub fn rename(
    found: &mut Found,
    names: &[Renaming],
    stored: &[Box<dyn Signer>],
) -> Result<(), String> {
    let mut renamer = Renamer {
        names,
        used: vec![false; names.len()],
        seeds: found.seeds.iter().map(|seed| (seed.public, seed)).collect(),
        stored,
        findings: Vec::new(),
    };
    // Creds files stay beside their users.
    let mut moved: HashMap<[String; 3], String> = HashMap::new();
    for operator in &mut found.operators {
        for sheet in &mut operator.sheets {
            renamer.sheet(sheet)?;
        }
        for account in &mut operator.accounts {
            for sheet in &mut account.sheets {
                renamer.sheet(sheet)?;
            }
            for sheet in &mut account.users {
                let before = sheet.stem.clone();
                renamer.sheet(sheet)?;
                if sheet.stem != before {
                    let place = [operator.folder.clone(), account.folder.clone(), before];
                    moved.insert(place, sheet.stem.clone());
                }
            }
        }
    }
    let Renamer { used, findings, .. } = renamer;
    found.findings.extend(findings);
    found.signed_by = stored.iter().map(|signer| signer.public()).collect();
    for creds in &mut found.creds {
        if let Some(stem) = moved.remove(&creds.place) {
            creds.place[2] = stem;
        }
    }
    match used.iter().position(|used| !used) {
        None => Ok(()),
        Some(place) => Err(format!(
            "no operator or account there is called {}, and nobody has that key",
            quoted(&names[place].wanted)
        )),
    }
}

struct Renamer<'a> {
    names: &'a [Renaming],
    used: Vec<bool>,
    seeds: HashMap<PublicKey, &'a FoundSeed>,
    stored: &'a [Box<dyn Signer>],
    findings: Vec<Finding>,
}

impl Renamer<'_> {
    fn sheet<B: Body>(&mut self, sheet: &mut Sheet<B>) -> Result<(), String>
    where
        Unverified<B>: TryFrom<Token>,
    {
        if sheet.file.is_none() {
            return Ok(());
        }
        let claims = sheet.token.claims();
        let Some(place) = self.names.iter().position(|name| name.is_of(claims)) else {
            return Ok(());
        };
        self.used[place] = true;
        let (old, name) = (quoted(&claims.name), &self.names[place].name);
        if claims.name == name.as_str() {
            return Ok(());
        }
        let token = self
            .renamed(&sheet.token, name)
            .map_err(|reason| format!("{} {old} cannot be renamed: {reason}", B::TYPE))?;
        let signer = token.issuer();
        let message = format!(
            "it is called {old}, and is taken as {}: {signer} signed it anew",
            quoted(name)
        );
        self.findings
            .push(Finding::taken(Code::NameChanged, sheet.shown(), message));
        // That its file has the old name is no fault.
        sheet.stem = name.to_string();
        sheet.token = token;
        Ok(())
    }

    fn renamed<B: Body>(&self, token: &Unverified<B>, name: &Name) -> Result<Unverified<B>, String>
    where
        Unverified<B>: TryFrom<Token>,
    {
        let issuer = token.issuer();
        let pair = self.seeds.get(issuer);
        let pair = pair.and_then(|seed| seed.seed.signing_pair().ok());
        let mut stored = self.stored.iter();
        let stored = stored.find(|signer| signer.public() == *issuer);
        let signer: &dyn Signer = match (&pair, stored) {
            (Some(pair), _) => pair,
            (None, Some(stored)) => &**stored,
            (None, None) => {
                return Err(format!(
                    "its name is signed, and the seed of {issuer}, which signed it, is not in the folder of keys, \
                     nor does the store sign with it"
                ));
            }
        };
        let claims = Claims {
            name: name.to_string(),
            ..token.claims().clone()
        };
        let at = claims.issued_at.saturating_add(1);
        let signed = encode(claims, signer, at, UnknownFields::Refuse);
        let signed = signed.map_err(|error| error.to_string())?;
        let decoded = decode(&signed.token).map_err(|error| error.to_string())?;
        Unverified::try_from(decoded).map_err(|_| "it is of another type".to_owned())
    }
}
