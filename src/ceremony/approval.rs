//! That somebody has seen a request, and is for it.

use serde::{Deserialize, Serialize};

use super::canonical::{Content, Sheet};
use super::request::Request;
use super::{CeremonyError, Result};
use crate::jwt::sign::Signer;
use crate::nkey::PublicKey;

/// As what somebody signs who is for it.
pub const APPROVER: &str = "approver";

/// An approval.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Approval {
    /// What it is.
    pub nkeep: String,
    /// The hash of the request.
    pub request: String,
}

impl Content for Approval {
    const TITLE: &'static str = "ceremony approval 1";
    const HELP: &'static str =
        "nkeep ceremony approve --help  # whoever is for it says so once more";

    fn title(&self) -> &str {
        &self.nkeep
    }
}

impl Approval {
    /// That somebody is for a request.
    pub fn of(request: &Sheet<Request>, approver: &dyn Signer) -> Result<Sheet<Self>> {
        let mut sheet = Sheet::new(Self {
            nkeep: Self::TITLE.to_owned(),
            request: request.sha256(),
        })?;
        sheet.sign(APPROVER, approver)?;
        Ok(sheet)
    }
}

impl Sheet<Approval> {
    /// Who is for that request.
    pub fn by(&self, file: &str, request: &Sheet<Request>) -> Result<PublicKey> {
        if self.content.request != request.sha256() {
            return Err(CeremonyError::tampered(
                format!("{file} approves another request"),
                "nkeep ceremony approve --help",
            ));
        }
        let mut by = self.signed_as(APPROVER);
        match (by.next(), by.next(), self.signatures.len()) {
            (Some(key), None, 1) => Ok(key),
            _ => Err(CeremonyError::problem(
                file,
                "is not signed by one approver",
                Approval::HELP,
            )),
        }
    }
}
