//! Tokens, against raw Ed25519 on the same core.

use std::hint::black_box;
use std::time::Instant;

use ed25519_dalek::{Signer as _, SigningKey};
use nkeep::jwt::batch::decode_all;
use nkeep::jwt::claims::{Claims, NO_LIMIT, User};
use nkeep::jwt::decode::decode;
use nkeep::jwt::encode::{UnknownFields, encode};
use nkeep::nkey::{Kind, Seed};

use super::{many, median};

const ROUNDS: usize = 15;
const PER_ROUND: u32 = 1024;

type Work<'a> = (&'static str, Box<dyn FnMut() + 'a>);

/// Median microseconds of each work, one after the other in every round.
fn medians(works: &mut [Work<'_>]) -> Vec<f64> {
    let mut times = vec![Vec::with_capacity(ROUNDS); works.len()];
    for _ in 0..many(ROUNDS, 1) {
        for ((_, work), times) in works.iter_mut().zip(&mut times) {
            let start = Instant::now();
            work();
            times.push(start.elapsed().as_secs_f64() * 1e6 / f64::from(PER_ROUND));
        }
    }
    times.into_iter().map(median).collect()
}

fn user_claims() -> Claims<User> {
    let mut claims: Claims<User> = Claims {
        name: "order-writer".to_owned(),
        subject: Seed::generate(Kind::User).unwrap().public().to_string(),
        ..Claims::default()
    };
    let limits = &mut claims.body.limits;
    (limits.subs, limits.data, limits.payload) = (NO_LIMIT, NO_LIMIT, NO_LIMIT);
    limits.permissions.publish.allow = vec!["orders.>".to_owned(), "$JS.API.>".to_owned()];
    limits.permissions.subscribe.allow = vec!["_INBOX.>".to_owned()];
    claims.body.issuer_account = Seed::generate(Kind::Account).unwrap().public().to_string();
    claims.body.tags = vec!["team:orders".to_owned()];
    claims
}

pub fn figures() {
    let raw = SigningKey::from_bytes(&[7; 32]);
    let account = Seed::generate(Kind::Account)
        .unwrap()
        .signing_pair()
        .unwrap();
    let claims = user_claims();
    let mint = |claims: &Claims<User>| {
        encode(
            claims.clone(),
            &account,
            1_795_000_000,
            UnknownFields::Refuse,
        )
        .unwrap()
        .token
    };
    let token = mint(&claims);
    let message = token.rsplit_once('.').unwrap().0.as_bytes().to_vec();
    let tokens: Vec<String> = (0..PER_ROUND)
        .map(|number| {
            mint(&Claims {
                name: format!("user {number}"),
                ..claims.clone()
            })
        })
        .collect();
    let texts: Vec<&str> = tokens.iter().map(String::as_str).collect();
    let public = account.public();
    let signature = account.sign(&message);

    let mut works: Vec<Work<'_>> = vec![
        (
            "raw Ed25519 signature of as many bytes",
            Box::new(|| {
                (0..PER_ROUND).for_each(|_| {
                    black_box(raw.sign(black_box(&message)));
                });
            }),
        ),
        (
            "mint a user token",
            Box::new(|| {
                (0..PER_ROUND).for_each(|_| {
                    black_box(mint(black_box(&claims)));
                });
            }),
        ),
        (
            "make a key and mint a token for it",
            Box::new(|| {
                for _ in 0..PER_ROUND {
                    let seed = Seed::generate(Kind::User).unwrap();
                    let claims = Claims {
                        subject: seed.public().to_string(),
                        ..claims.clone()
                    };
                    black_box((mint(&claims), seed.expose()));
                }
            }),
        ),
        (
            "raw Ed25519 verification, strict",
            Box::new(|| {
                (0..PER_ROUND)
                    .for_each(|_| public.verify(black_box(&message), &signature).unwrap());
            }),
        ),
        (
            "decode and verify a token",
            Box::new(|| {
                (0..PER_ROUND).for_each(|_| {
                    black_box(decode(black_box(&token)).unwrap());
                });
            }),
        ),
        (
            "decode and verify in a batch, each",
            Box::new(|| {
                assert!(
                    black_box(decode_all(black_box(&texts)))
                        .iter()
                        .all(Result::is_ok)
                );
            }),
        ),
    ];
    let medians = medians(&mut works);
    let row =
        |at: usize, ratio: String| println!("{:<44} {:>9.1} {ratio:>40}", works[at].0, medians[at]);
    println!(
        "{:<44} {:>9} {:>40}",
        format!("a token of {} bytes", token.len()),
        "µs",
        "ratio"
    );
    row(0, String::new());
    row(
        1,
        format!(
            "{:.2} of raw signing (at most 1.5)",
            medians[1] / medians[0]
        ),
    );
    row(2, format!("{:.2} of raw signing", medians[2] / medians[0]));
    row(3, String::new());
    row(
        4,
        format!("{:.2} of raw verification", medians[4] / medians[3]),
    );
    row(
        5,
        format!("{:.2} times as fast (at least 2)", medians[4] / medians[5]),
    );
}
