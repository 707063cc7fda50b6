//! Operators and accounts that are taken under another name. Their name stands in their token, so that is signed anew, by
//! the key that signed it: nobody is trusted more for it. Its time of issue is the next second, whenever that is done, so
//! that the same store gives the same token again.

use std::collections::HashMap;
use std::fmt;
use std::str::FromStr;

use super::found::{Found, FoundSeed, Sheet};
use super::{Code, Finding};
use crate::jwt::claims::{Body, Claims};
use crate::jwt::decode::{Token, Unverified, decode};
use crate::jwt::encode::{UnknownFields, encode};
use crate::nkey::{AnyKeyPair, PublicKey};
use crate::store::record::Name;
use crate::text::quoted;

/// Another name for an operator or an account.
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
    fn is_of<B>(&self, claims: &Claims<B>) -> bool {
        claims.name == self.wanted || claims.subject.eq_ignore_ascii_case(&self.wanted)
    }
}

/// Signs anew what is to have another name; why one cannot have it is said, and then nothing is to be taken.
pub fn rename(found: &mut Found, names: &[Renaming]) -> Result<(), String> {
    let mut renamer = Renamer {
        names,
        used: vec![false; names.len()],
        seeds: found.seeds.iter().map(|seed| (seed.public, seed)).collect(),
        findings: Vec::new(),
    };
    for operator in &mut found.operators {
        for sheet in &mut operator.sheets {
            renamer.sheet(sheet)?;
        }
        let accounts = &mut operator.accounts;
        for sheet in accounts.iter_mut().flat_map(|account| &mut account.sheets) {
            renamer.sheet(sheet)?;
        }
    }
    let Renamer { used, findings, .. } = renamer;
    found.findings.extend(findings);
    match used.iter().position(|used| !used) {
        None => Ok(()),
        Some(place) => Err(format!(
            "no operator or account there is called {}, or has that key",
            quoted(&names[place].wanted)
        )),
    }
}

struct Renamer<'a> {
    names: &'a [Renaming],
    used: Vec<bool>,
    seeds: HashMap<PublicKey, &'a FoundSeed>,
    findings: Vec<Finding>,
}

impl Renamer<'_> {
    fn sheet<B: Body>(&mut self, sheet: &mut Sheet<B>) -> Result<(), String>
    where
        Unverified<B>: TryFrom<Token>,
    {
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
        let pair = self.pair(issuer).ok_or_else(|| {
            format!("its name is signed, and the seed of {issuer}, which signed it, is not in the folder of keys")
        })?;
        let claims = Claims {
            name: name.to_string(),
            ..token.claims().clone()
        };
        let at = claims.issued_at.saturating_add(1);
        let signed = encode(claims, &pair, at, UnknownFields::Refuse);
        let signed = signed.map_err(|error| error.to_string())?;
        let decoded = decode(&signed.token).map_err(|error| error.to_string())?;
        Unverified::try_from(decoded).map_err(|_| "it is of another type".to_owned())
    }

    fn pair(&self, key: &PublicKey) -> Option<AnyKeyPair> {
        self.seeds.get(key)?.seed.signing_pair().ok()
    }
}
