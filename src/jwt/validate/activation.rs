//! Rules of activation claims.

use super::findings::Findings;
use super::issue::Code;
use super::quote::quoted;
use super::sealed::Rules;
use super::{Context, check_times, subjects};
use crate::jwt::claims::{Activation, Claims, ShareType};
use crate::nkey::AccountKey;

impl Rules for Activation {
    fn check(claims: &Claims<Self>, context: &Context<'_>, findings: &mut Findings) {
        check_times(claims, context.now, findings);
        findings.within("nats", |findings| check_body(&claims.body, findings));
    }
}

/// Reports everything that is wrong with an activation but for its times, which Go leaves out inside an import.
pub fn check_body(activation: &Activation, findings: &mut Findings) {
    if activation.kind == ShareType::Unknown {
        let shown = quoted(activation.kind.name());
        findings.add(
            Code::ActivationType,
            format!("invalid import type: {shown}"),
        );
    }
    subjects::check(&activation.subject, findings);
    let issuer = &activation.issuer_account;
    if !issuer.is_empty() && issuer.parse::<AccountKey>().is_err() {
        findings.add(
            Code::ActivationIssuerAccount,
            "account_id is not an account public key",
        );
    }
}
