//! What came back: the token, signed by the identity over exactly the bytes of its request.

use serde::{Deserialize, Serialize};

use super::canonical::{Content, Sheet};
use super::request::Request;
use super::{CeremonyError, Result};
use crate::jwt::decode::decode;
use crate::jwt::sign::Signer;

/// As what the identity signs a response.
pub const ROOT: &str = "root";

/// A response.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Response {
    /// What it is.
    pub nkeep: String,
    /// The operator whose identity signed.
    pub operator: String,
    /// The hash of the request.
    pub request: String,
    /// What it asked for.
    pub token: String,
}

impl Content for Response {
    const TITLE: &'static str = "ceremony response 1";

    fn title(&self) -> &str {
        &self.nkeep
    }
}

impl Response {
    /// The answer to a request: the same whoever writes it, and whenever.
    pub fn to(request: &Sheet<Request>, token: String, root: &dyn Signer) -> Result<Sheet<Self>> {
        let mut sheet = Sheet::new(Self {
            nkeep: Self::TITLE.to_owned(),
            operator: request.content.operator.clone(),
            request: request.sha256(),
            token,
        })?;
        sheet.sign(ROOT, root)?;
        Ok(sheet)
    }
}

impl Sheet<Response> {
    /// Refuses what the operator's identity did not sign, or signed for something else.
    pub fn must_answer(&self, file: &str, request: &Sheet<Request>) -> Result<()> {
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
        let input = response.token.rsplit_once('.').map(|(input, _)| input);
        if input != Some(&*request.content.proposed) {
            return wrong("has another token than was asked for");
        }
        match decode(&response.token) {
            Ok(token) if token.issuer().to_string() == response.operator => Ok(()),
            _ => wrong("has a token that the identity of the operator did not sign"),
        }
    }
}
