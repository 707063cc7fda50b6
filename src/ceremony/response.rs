//! What came back: a signature for each thing that was asked for, over exactly its bytes.

use data_encoding::BASE64URL_NOPAD;
use serde::{Deserialize, Serialize};

use super::canonical::{Content, Sheet};
use super::request::Request;
use super::{CeremonyError, Result};
use crate::jwt::sign::Signer;
use crate::nkey::{PublicKey, SIGNATURE_LEN};

/// As what the identity signs a response.
pub const ROOT: &str = "root";

/// A response.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Response {
    /// What it is.
    pub nkeep: String,
    /// The operator whose identity answers.
    pub operator: String,
    /// The hash of the request.
    pub request: String,
    /// A signature for each item of the request, in their order.
    pub signatures: Vec<String>,
}

impl Content for Response {
    const TITLE: &'static str = "ceremony response 1";
    const HELP: &'static str =
        "nkeep ceremony sign --help  # where the root is: the same answer is given once more";

    fn title(&self) -> &str {
        &self.nkeep
    }
}

/// A signature that came back, with what it is of.
#[derive(Clone, Debug)]
pub struct Answer {
    /// Whose it is.
    pub by: PublicKey,
    /// The bytes.
    pub input: String,
    /// The signature.
    pub signature: [u8; SIGNATURE_LEN],
}

impl Response {
    /// The answer to a request: the same whoever writes it, and whenever.
    pub fn to(
        request: &Sheet<Request>,
        signatures: &[[u8; SIGNATURE_LEN]],
        root: &dyn Signer,
    ) -> Result<Sheet<Self>> {
        let signatures = signatures.iter();
        let mut sheet = Sheet::new(Self {
            nkeep: Self::TITLE.to_owned(),
            operator: request.content.operator.clone(),
            request: request.sha256(),
            signatures: signatures.map(|one| BASE64URL_NOPAD.encode(one)).collect(),
        })?;
        sheet.sign(ROOT, root)?;
        Ok(sheet)
    }
}

impl Sheet<Response> {
    /// What was signed. Refuses what those identities did not sign, or signed for something else.
    pub fn answers(&self, file: &str, request: &Sheet<Request>) -> Result<Vec<Answer>> {
        let help = "nkeep ceremony list";
        let response = &self.content;
        let wrong = |reason: &str| Err(CeremonyError::tampered(format!("{file} {reason}"), help));
        if response.operator != request.content.operator {
            return wrong("is of another operator");
        }
        if response.request != request.sha256() {
            return wrong("answers another request");
        }
        let by: Vec<String> = self.signed_as(ROOT).map(|key| key.to_string()).collect();
        if by != [response.operator.clone()] || self.signatures.len() != 1 {
            return wrong("is not signed by the identity of the operator");
        }
        let items = &request.content.items;
        if response.signatures.len() != items.len() {
            return wrong("has not one signature for each thing that was asked for");
        }
        let both = items.iter().zip(&response.signatures);
        let answers = both.map(|(item, signature)| {
            let by: PublicKey = item.by.parse().ok()?;
            let signature = BASE64URL_NOPAD.decode(signature.as_bytes()).ok()?;
            by.verify(item.proposed.as_bytes(), &signature).ok()?;
            Some(Answer {
                by,
                input: item.proposed.clone(),
                signature: signature.try_into().ok()?,
            })
        });
        match answers.collect::<Option<Vec<_>>>() {
            Some(answers) => Ok(answers),
            None => wrong("has a signature that is not of what was asked for, by whom it was"),
        }
    }
}
