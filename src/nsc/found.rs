//! What was found in files, before anything of it is judged.

use std::collections::HashSet;
use std::path::PathBuf;

use data_encoding::BASE64URL_NOPAD;

use super::{Code, Finding};
use crate::jwt::claims::{Account, Body, ClaimType, Operator, User};
use crate::jwt::decode::{DecodeError, Token, Unverified, decode};
use crate::nkey::{PublicKey, Seed};
use crate::with_token;

/// A token, and the file that it is in.
#[derive(Clone, Debug)]
pub struct Sheet<B: Body> {
    /// The file, as it is shown; nothing for a token that the store has already.
    pub file: Option<String>,
    /// The name of the file without its ending.
    pub stem: String,
    /// What is in it.
    pub token: Unverified<B>,
}

impl<B: Body> Sheet<B> {
    /// The file, as it is shown.
    pub fn shown(&self) -> &str {
        self.file.as_deref().unwrap_or("the store")
    }
}

/// An operator, and what stands under it.
#[derive(Clone, Debug, Default)]
pub struct FoundOperator {
    /// Its tokens: one, unless several files are for it; none where none can be read.
    pub sheets: Vec<Sheet<Operator>>,
    /// The name of its folder.
    pub folder: String,
    /// Its accounts.
    pub accounts: Vec<FoundAccount>,
}

/// An account, and what stands under it.
#[derive(Clone, Debug, Default)]
pub struct FoundAccount {
    /// Its tokens, as of an operator.
    pub sheets: Vec<Sheet<Account>>,
    /// The name of its folder.
    pub folder: String,
    /// Its users.
    pub users: Vec<Sheet<User>>,
}

/// A seed in the clear, and the file that it is in.
pub struct FoundSeed {
    /// Where it is.
    pub path: PathBuf,
    /// The same, as it is shown.
    pub file: String,
    /// The seed.
    pub seed: Seed,
    /// Its public half.
    pub public: PublicKey,
    /// Whether something was said about the file already.
    pub noted: bool,
}

/// A creds file.
pub struct FoundCreds {
    /// Where it is.
    pub path: PathBuf,
    /// The same, as it is shown.
    pub file: String,
    /// The folders of operator and account that it is in, and its name without its ending.
    pub place: [String; 3],
    /// The token in it.
    pub token: Option<Unverified<User>>,
    /// The seed in it.
    pub seed: Option<Seed>,
    /// Why it is not whole.
    pub fault: Option<String>,
}

/// What nsc's settings have selected.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selected {
    /// The file.
    pub file: String,
    /// The operator.
    pub operator: String,
    /// The account.
    pub account: String,
}

/// Everything that was found.
#[derive(Default)]
pub struct Found {
    /// The trees of tokens.
    pub operators: Vec<FoundOperator>,
    /// Seeds in key files.
    pub seeds: Vec<FoundSeed>,
    /// Creds files.
    pub creds: Vec<FoundCreds>,
    /// What could not be read, or stands out.
    pub findings: Vec<Finding>,
    /// Keys that some token speaks of, whatever becomes of that.
    pub mentioned: HashSet<String>,
    /// Keys of the store that signed a name anew.
    pub signed_by: Vec<PublicKey>,
    /// What was selected.
    pub selected: Option<Selected>,
    /// Whether files lie about in no order: then of several tokens for a key the newest is what is meant, and no fault.
    pub loose: bool,
    /// Whether one file is all there is: then a seed goes with the token beside it, and is not taken without.
    pub single: bool,
    /// The folder with the tokens, where they are shown as if it lay elsewhere; and as it is shown.
    pub data: [PathBuf; 2],
    /// The flags by which nsc finds it, where it would look elsewhere.
    pub flags: String,
    /// Folders of creds, and creds files, that could not be read: the folders that they are in and their names.
    pub unread_creds: Vec<Vec<String>>,
}

impl Found {
    /// The token in the text of a file, when it is of the type that belongs there.
    pub fn sheet<B: Body>(&mut self, file: &str, stem: &str, text: &str) -> Option<Sheet<B>>
    where
        Unverified<B>: TryFrom<Token, Error = ClaimType>,
    {
        let token = self.token(file, text)?;
        match Unverified::try_from(token) {
            Ok(token) => Some(Sheet {
                file: Some(file.to_owned()),
                stem: stem.to_owned(),
                token,
            }),
            Err(found) => {
                let message = format!("it is for {} claims, and holds {found} claims", B::TYPE);
                self.findings
                    .push(Finding::skipped(Code::TokenType, file, message));
                None
            }
        }
    }

    /// The token in the text of a file, of whatever type.
    pub fn token(&mut self, file: &str, text: &str) -> Option<Token> {
        let text = text.trim_end_matches(['\r', '\n']);
        match decode(text) {
            Ok(token) => {
                self.mention(&token);
                Some(token)
            }
            Err(error) => {
                self.mentioned.extend(unsigned_subject(text));
                let code = match error {
                    DecodeError::Signature => Code::TokenSignature,
                    DecodeError::Version(version) if version > 0 => Code::TokenNewer,
                    _ => Code::TokenUnreadable,
                };
                let message = if text.is_empty() {
                    "it is empty".to_owned()
                } else {
                    error.to_string()
                };
                self.findings.push(Finding::skipped(code, file, message));
                None
            }
        }
    }

    fn mention(&mut self, token: &Token) {
        let subject = with_token!(token, |unverified| unverified.claims().subject.clone());
        self.mentioned.insert(subject);
        match token {
            Token::Operator(operator) => {
                let keys = &operator.claims().body.signing_keys;
                self.mentioned.extend(keys.iter().cloned());
            }
            Token::Account(account) => {
                let body = &account.claims().body;
                self.mentioned.extend(body.signing_keys.0.keys().cloned());
                self.mentioned.insert(body.authorization.xkey.clone());
            }
            Token::User(user) => {
                let account = &user.claims().body.issuer_account;
                self.mentioned.insert(account.clone());
                self.mentioned.insert(user.issuer().to_string());
            }
            _ => {}
        }
    }
}

/// Whose a token says that it is, though nobody signed that: good enough not to call a key unreferenced.
fn unsigned_subject(token: &str) -> Option<String> {
    let payload = token.split('.').nth(1)?;
    let json = BASE64URL_NOPAD.decode(payload.as_bytes()).ok()?;
    let claims: serde_json::Value = serde_json::from_slice(&json).ok()?;
    let subject = claims.get("sub")?.as_str()?;
    subject.parse::<PublicKey>().ok()?;
    Some(subject.to_owned())
}
