//! `rotate next` that signs every account anew, and back, beside signing and verifying as many on one core; and what it takes to
//! hold what three servers have against that.

use std::hint::black_box;
use std::process::Command;
use std::time::Instant;

use nkeep::nkey::{Kind, Seed};
use nkeep::store::record::EntityKind;
use nkeep::store::{Store as _, StoreError};
use serde_json::{Value, json};

use super::process::milliseconds;
use super::store::{Estate, Signer, accounts, made};
use super::{many, median};

const ROUNDS: usize = 7;
/// As long as the token of an account is.
const TOKEN_LEN: usize = 1000;

pub fn figures() {
    let estate = made(accounts(), 2, Signer::SigningKey);
    let start = "rotate start operator-signing-key --servers nats-0,nats-1,nats-2";
    milliseconds(&mut nkeep(&estate, start));
    let [mut raw, mut onward, mut taken, mut gate, mut back] = [const { Vec::new() }; 5];
    for _ in 0..many(ROUNDS, 1) {
        raw.push(signed_and_verified());
        seen(&estate, false);
        onward.push(milliseconds(&mut nkeep(&estate, "rotate next")));
        taken.push(seen(&estate, true));
        gate.push(milliseconds(&mut nkeep(&estate, "rotate status")));
        back.push(milliseconds(&mut nkeep(&estate, "rotate rollback")));
    }
    let [raw, onward, taken, gate, back] = [raw, onward, taken, gate, back].map(median);
    println!("\n10,000 accounts of an operator whose signing key is rotated");
    let alone = "as many signed and verified on one core";
    println!("{alone:<44} {raw:>9.2} ms");
    for (what, milliseconds) in [
        ("rotate next, all accounts signed anew", onward),
        ("rotate rollback, all of them once more", back),
    ] {
        let beside = format!("{:.2} of that (at most 0.6 s and 1.5)", milliseconds / raw);
        println!("{what:<44} {milliseconds:>9.2} ms {beside:>44}");
    }
    for (what, milliseconds) in [
        ("rotate evidence import, of three servers", taken),
        ("rotate status, where they have all", gate),
    ] {
        println!("{what:<44} {milliseconds:>9.2} ms");
    }
}

fn nkeep(estate: &Estate, line: &str) -> Command {
    estate.nkeep(&line.split(' ').collect::<Vec<_>>())
}

/// Milliseconds that one core takes to sign as many texts as there are accounts, and to verify them one by one.
fn signed_and_verified() -> f64 {
    let seed = Seed::generate(Kind::Operator).unwrap();
    let pair = seed.signing_pair().unwrap();
    let text = [b'x'; TOKEN_LEN];
    let start = Instant::now();
    for _ in 0..accounts() {
        let signature = pair.sign(black_box(&text));
        pair.public().verify(black_box(&text), &signature).unwrap();
    }
    start.elapsed().as_secs_f64() * 1e3
}

/// Takes evidence of three servers that were started with the operator as it is, and that have every account where that is asked
/// for. In milliseconds.
fn seen(estate: &Estate, with_accounts: bool) -> f64 {
    let mut tokens = Vec::new();
    let mut operator = String::new();
    let read = estate.open().read(|records| {
        records.each_entity(EntityKind::Operator, None, &mut |entity| {
            operator = entity.token;
            Ok(())
        })?;
        records.each_entity(EntityKind::Account, None, &mut |entity| {
            tokens.push((entity.key.to_string(), entity.token));
            Ok(())
        })?;
        Ok::<_, StoreError>(())
    });
    read.unwrap();
    tokens.truncate(if with_accounts { tokens.len() } else { 0 });
    let mut pages = Vec::new();
    for number in 0..3 {
        let now = jiff::Timestamp::now().to_string();
        let page = |more: Value| {
            let mut page = json!({
                "server_id": format!("N{number}"), "server_name": format!("nats-{number}"), "now": now,
            });
            let more = more.as_object().unwrap().clone();
            page.as_object_mut().unwrap().extend(more);
            page
        };
        pages.push(page(json!({
            "max_payload": 1, "config_load_time": now, "trusted_operators_jwt": [operator],
        })));
        pages.extend(tokens.iter().map(|(key, token)| {
            page(json!({ "account_detail": { "account_name": key, "jwt": token } }))
        }));
    }
    let file = estate.home().join("servers.json");
    std::fs::write(&file, Value::from(pages).to_string()).unwrap();
    milliseconds(nkeep(estate, "rotate evidence import").arg(file))
}
