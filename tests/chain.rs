//! The chain of trust: every way in which a link can be broken breaks it, and nothing else does.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use nkeep::jwt::chain::{self, AsOf, Distrust, Trusted};
use nkeep::jwt::claims::{
    Account, Activation, Body, Carries as _, Claims, Export, Operator, Scope, ShareType, User,
};
use nkeep::jwt::decode::{Token, Unverified, decode};
use nkeep::jwt::encode::{UnknownFields, encode};
use nkeep::nkey::{AnyKeyPair, Kind, OperatorKey, Seed};

const NOW: i64 = 1_795_000_000;
const AT: AsOf = AsOf::Time(NOW);

/// An estate of throw-away keys.
struct Estate {
    operator: AnyKeyPair,
    operator_signing: AnyKeyPair,
    account: AnyKeyPair,
    plain_signing: AnyKeyPair,
    scoped_signing: AnyKeyPair,
    stranger: AnyKeyPair,
    user: String,
}

impl Estate {
    fn new() -> Self {
        let pair = |kind| Seed::generate(kind).unwrap().signing_pair().unwrap();
        Self {
            operator: pair(Kind::Operator),
            operator_signing: pair(Kind::Operator),
            account: pair(Kind::Account),
            plain_signing: pair(Kind::Account),
            scoped_signing: pair(Kind::Account),
            stranger: pair(Kind::Account),
            user: Seed::generate(Kind::User).unwrap().public().to_string(),
        }
    }

    fn pinned(&self) -> OperatorKey {
        self.operator.public().typed().unwrap()
    }

    fn operator(&self, strict: bool) -> Trusted<Operator> {
        let mut claims: Claims<Operator> = named(&self.operator.public().to_string());
        claims.body.signing_keys = vec![self.operator_signing.public().to_string()];
        claims.body.strict_signing_key_usage = strict;
        chain::operator(signed(claims, &self.operator), &self.pinned(), AT).unwrap()
    }

    fn account_claims(&self) -> Claims<Account> {
        let mut claims: Claims<Account> = named(&self.account.public().to_string());
        let keys = &mut claims.body.signing_keys.0;
        keys.insert(self.plain_signing.public().to_string(), None);
        keys.insert(
            self.scoped_signing.public().to_string(),
            Some(Scope::default()),
        );
        claims.body.exports = vec![Export {
            subject: "orders.>".to_owned(),
            share_type: ShareType::Stream,
            token_required: true,
            ..Export::default()
        }];
        claims
    }

    fn account(&self, change: impl FnOnce(&mut Claims<Account>)) -> Trusted<Account> {
        let mut claims = self.account_claims();
        change(&mut claims);
        chain::account(
            signed(claims, &self.operator_signing),
            &self.operator(true),
            AT,
        )
        .unwrap()
    }

    fn user_claims(&self, issuer_account: bool) -> Claims<User> {
        let mut claims: Claims<User> = named(&self.user);
        if issuer_account {
            claims.body.issuer_account = self.account.public().to_string();
        }
        claims
    }
}

fn named<B: Body>(subject: &str) -> Claims<B> {
    Claims {
        subject: subject.to_owned(),
        name: "test".to_owned(),
        ..Claims::default()
    }
}

fn signed<B: Body>(claims: Claims<B>, signer: &AnyKeyPair) -> Unverified<B>
where
    Unverified<B>: TryFrom<Token>,
{
    let token = encode(claims, signer, NOW, UnknownFields::Refuse)
        .unwrap()
        .token;
    decode(&token).unwrap().try_into().ok().unwrap()
}

#[test]
fn an_operator_is_the_one_that_is_pinned_and_signs_itself() {
    let estate = Estate::new();
    let other = Estate::new();
    let token = || {
        signed(
            named::<Operator>(&estate.operator.public().to_string()),
            &estate.operator,
        )
    };
    assert!(chain::operator(token(), &estate.pinned(), AT).is_ok());
    assert!(matches!(
        chain::operator(token(), &other.pinned(), AT),
        Err(Distrust::OtherOperator { .. })
    ));
    let by_another = signed(
        named::<Operator>(&estate.operator.public().to_string()),
        &other.operator,
    );
    assert!(matches!(
        chain::operator(by_another, &estate.pinned(), AT),
        Err(Distrust::Issuer { .. })
    ));
}

#[test]
fn an_account_is_signed_by_its_operator() {
    let estate = Estate::new();
    let account = |signer| {
        chain::account(
            signed(estate.account_claims(), signer),
            &estate.operator(false),
            AT,
        )
    };
    assert!(account(&estate.operator).is_ok());
    assert!(account(&estate.operator_signing).is_ok());
    // Signed by itself, or by an operator that is not its own.
    assert!(matches!(
        account(&estate.account),
        Err(Distrust::Issuer { .. })
    ));
    assert!(matches!(
        account(&Estate::new().operator),
        Err(Distrust::Issuer { .. })
    ));

    let strict = |signer| {
        chain::account(
            signed(estate.account_claims(), signer),
            &estate.operator(true),
            AT,
        )
    };
    assert!(strict(&estate.operator_signing).is_ok());
    assert!(matches!(strict(&estate.operator), Err(Distrust::Strict(_))));
}

#[test]
fn a_user_is_signed_by_its_account_or_a_key_of_it() {
    let estate = Estate::new();
    let (loose, strict) = (estate.operator(false), estate.operator(true));
    let account = estate.account(|_| ());
    let user =
        |claims, signer, operator| chain::user(signed(claims, signer), &account, operator, AT);

    assert!(user(estate.user_claims(false), &estate.account, &loose).is_ok());
    assert!(user(estate.user_claims(true), &estate.plain_signing, &strict).is_ok());
    assert!(matches!(
        user(estate.user_claims(false), &estate.account, &strict),
        Err(Distrust::Strict(_))
    ));
    // A signing key whose token does not say for which account.
    assert!(matches!(
        user(estate.user_claims(false), &estate.plain_signing, &strict),
        Err(Distrust::Issuer { .. })
    ));
    assert!(matches!(
        user(estate.user_claims(true), &estate.stranger, &strict),
        Err(Distrust::Issuer { .. })
    ));
    let mut elsewhere = estate.user_claims(false);
    elsewhere.body.issuer_account = estate.stranger.public().to_string();
    assert!(matches!(
        user(elsewhere, &estate.plain_signing, &strict),
        Err(Distrust::OtherAccount { .. })
    ));
}

#[test]
fn a_scoped_key_leaves_no_limits_to_the_user() {
    let estate = Estate::new();
    let account = estate.account(|_| ());
    let user = |claims| {
        chain::user(
            signed(claims, &estate.scoped_signing),
            &account,
            &estate.operator(true),
            AT,
        )
    };
    assert!(user(estate.user_claims(true)).is_ok());
    let mut greedy = estate.user_claims(true);
    greedy.body.limits.subs = -1;
    assert!(matches!(user(greedy), Err(Distrust::ScopedWithLimits)));
    let mut bearer = estate.user_claims(true);
    bearer.body.limits.bearer_token = true;
    assert!(matches!(user(bearer), Err(Distrust::ScopedWithLimits)));
}

#[test]
fn a_revocation_holds_up_to_its_second_and_no_further() {
    let estate = Estate::new();
    let user_at = |subject: &str, up_to: i64| {
        let subject = subject.to_owned();
        let account = estate.account(|claims| {
            claims.body.revocations.insert(subject, up_to);
        });
        let token = signed(estate.user_claims(true), &estate.plain_signing);
        chain::user(token, &account, &estate.operator(true), AT)
    };
    for subject in [estate.user.as_str(), "*"] {
        assert!(matches!(
            user_at(subject, NOW),
            Err(Distrust::Revoked { .. })
        ));
        assert!(matches!(
            user_at(subject, NOW + 1),
            Err(Distrust::Revoked { .. })
        ));
        assert!(user_at(subject, NOW - 1).is_ok());
    }
    assert!(user_at(&estate.stranger.public().to_string(), NOW).is_ok());
}

#[test]
fn time_is_the_callers() {
    let estate = Estate::new();
    let account = estate.account(|_| ());
    let operator = estate.operator(true);
    let mut claims = estate.user_claims(true);
    (claims.not_before, claims.expires) = (NOW + 10, NOW + 20);
    let at = |as_of| {
        chain::user(
            signed(claims.clone(), &estate.plain_signing),
            &account,
            &operator,
            as_of,
        )
    };
    assert!(matches!(
        at(AsOf::Time(NOW + 9)),
        Err(Distrust::NotYetValid(_))
    ));
    assert!(at(AsOf::Time(NOW + 10)).is_ok());
    assert!(at(AsOf::Time(NOW + 20)).is_ok());
    assert!(matches!(
        at(AsOf::Time(NOW + 21)),
        Err(Distrust::Expired(_))
    ));
    assert!(at(AsOf::AnyTime).is_ok());
}

#[test]
fn a_bearer_user_needs_an_account_that_allows_it() {
    let estate = Estate::new();
    let mut claims = estate.user_claims(true);
    claims.body.limits.bearer_token = true;
    let user = |account: &Trusted<Account>| {
        chain::user(
            signed(claims.clone(), &estate.plain_signing),
            account,
            &estate.operator(true),
            AT,
        )
    };
    assert!(user(&estate.account(|_| ())).is_ok());
    let refusing = estate.account(|claims| claims.body.limits.disallow_bearer = true);
    assert!(matches!(user(&refusing), Err(Distrust::Bearer)));
}

#[test]
fn an_activation_is_for_an_export_that_there_is() {
    let estate = Estate::new();
    let importer = estate.stranger.public().to_string();
    let activation = |subject: &str, kind, account: &Trusted<Account>| {
        let mut claims: Claims<Activation> = named(&importer);
        subject.clone_into(&mut claims.body.subject);
        claims.body.kind = kind;
        claims.body.issuer_account = estate.account.public().to_string();
        chain::activation(
            signed(claims, &estate.plain_signing),
            account,
            &estate.operator(true),
            AT,
        )
    };
    let account = estate.account(|_| ());
    assert!(activation("orders.>", ShareType::Stream, &account).is_ok());
    assert!(activation("orders.eu", ShareType::Stream, &account).is_ok());
    assert!(matches!(
        activation("orders.eu", ShareType::Service, &account),
        Err(Distrust::NoExport(_))
    ));
    assert!(matches!(
        activation("bills.eu", ShareType::Stream, &account),
        Err(Distrust::NoExport(_))
    ));
    let revoked = estate.account(|claims| {
        claims.body.exports[0]
            .revocations
            .insert(importer.clone(), NOW);
    });
    assert!(matches!(
        activation("orders.eu", ShareType::Stream, &revoked),
        Err(Distrust::Revoked { .. })
    ));
}

/// Fields that nkeep does not know are signed only by someone who said so.
#[test]
fn unknown_fields_are_not_signed_unasked() {
    let estate = Estate::new();
    let json = format!(
        r#"{{"sub":"{}","future":1e999,"nats":{{"pub":{{"allow":["a"],"x":[1]}},"new_field":{{"a":true}},"type":"user","version":2}}}}"#,
        estate.user
    );
    let claims: Claims<User> = serde_json::from_str(&json).unwrap();
    let paths: Vec<_> = claims
        .unknown_fields()
        .into_iter()
        .map(|(path, _)| path)
        .collect();
    assert_eq!(paths, ["future", "nats.new_field", "nats.pub.x"]);
    let refused = encode(claims.clone(), &estate.account, NOW, UnknownFields::Refuse).unwrap_err();
    assert!(refused.to_string().contains("nats.new_field"), "{refused}");

    let kept = encode(claims.clone(), &estate.account, NOW, UnknownFields::Keep).unwrap();
    let Ok(Token::User(read)) = decode(&kept.token) else {
        panic!("{}", kept.token)
    };
    assert_eq!(read.claims().unknown_fields(), claims.unknown_fields());

    let mut dropped = claims;
    dropped.visit_unknown("", &mut |_, unknown| unknown.clear());
    let dropped = encode(dropped, &estate.account, NOW, UnknownFields::Refuse).unwrap();
    assert!(dropped.claims.unknown_fields().is_empty());
}

/// Go reads a number that is not there as no limit, and one that says 0 as 0, which it cannot write.
#[test]
fn a_scope_that_limits_to_nothing_is_no_scope_without_limits() {
    let estate = Estate::new();
    let template = |fields: &str| {
        let key = estate.scoped_signing.public();
        let json = format!(
            r#"{{"sub":"{}","nats":{{"signing_keys":[{{"kind":"user_scope","key":"{key}","template":{{{fields}}}}}],"type":"account","version":2}}}}"#,
            estate.account.public()
        );
        serde_json::from_str::<Claims<Account>>(&json).unwrap()
    };
    let subs = |claims: &Claims<Account>| {
        claims
            .body
            .signing_keys
            .0
            .values()
            .next()
            .unwrap()
            .as_ref()
            .unwrap()
            .template
            .limits
            .subs
    };
    assert_eq!(subs(&template("")), -1);
    assert_eq!(subs(&template(r#""subs":7"#)), 7);
    let nothing = template(r#""subs":0"#);
    assert_eq!(subs(&nothing), 0);
    let refused = encode(nothing, &estate.operator, NOW, UnknownFields::Refuse).unwrap_err();
    assert!(refused.to_string().contains("subs to 0"), "{refused}");
}

/// A type on top is how version 1 said it: readers would take the token for another.
#[test]
fn a_type_on_top_is_never_signed() {
    let estate = Estate::new();
    let json = format!(r#"{{"sub":"{}","type":"x","nats":{{}}}}"#, estate.user);
    let claims: Claims<User> = serde_json::from_str(&json).unwrap();
    let refused = encode(claims, &estate.account, NOW, UnknownFields::Keep).unwrap_err();
    assert!(refused.to_string().contains("version 1"), "{refused}");
}
