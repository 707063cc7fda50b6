//! Rules of authorization requests and responses. Go looks at their times last.

use super::findings::Findings;
use super::issue::Code;
use super::quote::quoted;
use super::sealed::Rules;
use super::{Context, check_times};
use crate::jwt::claims::{AuthorizationRequest, AuthorizationResponse, Claims};
use crate::nkey::{AccountKey, ServerKey, UserKey};

impl Rules for AuthorizationRequest {
    fn check(claims: &Claims<Self>, context: &Context<'_>, findings: &mut Findings) {
        let user = &claims.body.user_nkey;
        findings.within("nats", |findings| {
            if user.is_empty() {
                findings.add(Code::RequestUserMissing, "User nkey is required");
            } else if user.parse::<UserKey>().is_err() {
                let shown = quoted(user);
                findings.add(
                    Code::RequestUser,
                    format!("User nkey {shown} is not a valid user public key"),
                );
            }
        });
        check_times(claims, context.now, findings);
    }
}

impl Rules for AuthorizationResponse {
    fn check(claims: &Claims<Self>, context: &Context<'_>, findings: &mut Findings) {
        if claims.subject.parse::<UserKey>().is_err() {
            findings.add(Code::ResponseSubject, "Subject must be a user public key");
        }
        if claims.audience.parse::<ServerKey>().is_err() {
            findings.add(
                Code::ResponseAudience,
                "Audience must be a server public key",
            );
        }
        let response = &claims.body;
        findings.within("nats", |findings| {
            match (response.error.is_empty(), response.jwt.is_empty()) {
                (true, true) => findings.add(Code::ResponseEmpty, "Error or Jwt is required"),
                (false, false) => findings.add(Code::ResponseBoth, "Only Error or Jwt can be set"),
                _ => {}
            }
            let issuer = &response.issuer_account;
            if !issuer.is_empty() && issuer.parse::<AccountKey>().is_err() {
                findings.add(
                    Code::ResponseIssuerAccount,
                    "issuer_account is not an account public key",
                );
            }
        });
        check_times(claims, context.now, findings);
    }
}
