//! What tokens say, each read once: most are held against each other again and again.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use nkeep::jwt::decode::{Token, decode};

/// What a verifier goes by.
#[derive(Debug, Default)]
pub struct Said {
    pub subject: String,
    pub issuer: String,
    pub issued_at: i64,
    pub expires: i64,
    /// Whom it has sign in its place; itself too, unless an operator demands signing keys.
    pub signers: Vec<String>,
    /// The account that a user is of, or that gave an activation.
    pub account: String,
    pub revocations: BTreeMap<String, i64>,
    /// What an account imports by an activation: the account that gave it, the subject, and the activation.
    pub imports: Vec<(String, String, String)>,
    /// The curve key to which requests to its callout are sealed.
    pub curve_key: String,
}

thread_local! {
    static READ: RefCell<HashMap<String, Rc<Said>>> = RefCell::default();
}

/// What a token says.
pub fn said(token: &str) -> Rc<Said> {
    // The end of a signature is no other token's, and quicker to look up.
    let end = &token[token.len() - 24..];
    if let Some(known) = READ.with_borrow(|read| read.get(end).cloned()) {
        return known;
    }
    let said = Rc::new(read(token));
    READ.with_borrow_mut(|read| read.insert(end.to_owned(), Rc::clone(&said)));
    said
}

/// Forgets all that was read, which is of no use to the next sequence.
pub fn forget() {
    READ.with_borrow_mut(HashMap::clear);
}

fn read(token: &str) -> Said {
    let decoded = decode(token).unwrap();
    let issuer = decoded.issuer().to_string();
    macro_rules! common {
        ($claims:expr) => {
            Said {
                subject: $claims.subject.clone(),
                issuer,
                issued_at: $claims.issued_at,
                expires: $claims.expires,
                ..Said::default()
            }
        };
    }
    match decoded {
        Token::Operator(operator) => {
            let claims = operator.into_claims();
            let mut said = common!(claims);
            if !claims.body.strict_signing_key_usage {
                said.signers.push(claims.subject);
            }
            said.signers.extend(claims.body.signing_keys);
            said
        }
        Token::Account(account) => {
            let claims = account.into_claims();
            let mut said = common!(claims);
            said.signers.push(claims.subject);
            said.signers.extend(claims.body.signing_keys.0.into_keys());
            said.revocations = claims.body.revocations;
            said.curve_key = claims.body.authorization.xkey;
            let by_activation = (claims.body.imports.into_iter())
                .filter(|import| !import.token.is_empty())
                .map(|import| (import.account, import.subject, import.token));
            said.imports = by_activation.collect();
            said
        }
        Token::User(user) => {
            let claims = user.into_claims();
            let mut said = common!(claims);
            said.account = match claims.body.issuer_account.is_empty() {
                true => said.issuer.clone(),
                false => claims.body.issuer_account,
            };
            said
        }
        Token::Activation(activation) => {
            let claims = activation.into_claims();
            let mut said = common!(claims);
            said.account = match claims.body.issuer_account.is_empty() {
                true => said.issuer.clone(),
                false => claims.body.issuer_account,
            };
            said
        }
        other => panic!("{other:?} is no token of the model"),
    }
}
