//! The figures of the ground floor, as ratios measured in one run on one core: `./bench`.
//!
//! Every figure is the median of rounds that take turns, so that a machine whose speed drifts does not favour one of
//! them. Nothing here fails on a slow machine: it prints.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench prints, and stops by panicking"
)]

use std::hint::black_box;
use std::process::Command;
use std::time::{Duration, Instant};

use ed25519_dalek::{Signer as _, SigningKey};
use nkeep::jwt::batch::decode_all;
use nkeep::jwt::claims::{Claims, NO_LIMIT, User};
use nkeep::jwt::decode::decode;
use nkeep::jwt::encode::{UnknownFields, encode};
use nkeep::nkey::{Kind, Seed};

const ROUNDS: usize = 15;
const PER_ROUND: u32 = 1024;

type Work<'a> = (&'static str, Box<dyn FnMut() + 'a>);

/// Median microseconds of each work, one after the other in every round.
fn medians(works: &mut [Work<'_>]) -> Vec<f64> {
    let mut times = vec![Vec::with_capacity(ROUNDS); works.len()];
    for _ in 0..ROUNDS {
        for ((_, work), times) in works.iter_mut().zip(&mut times) {
            let start = Instant::now();
            work();
            times.push(start.elapsed().as_secs_f64() * 1e6 / f64::from(PER_ROUND));
        }
    }
    times.into_iter().map(median).collect()
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
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

fn tokens_figures() {
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

/// Time from start to end of a process, median of runs that take turns with a process that does nothing.
fn start_figures() {
    let binary = env!("CARGO_BIN_EXE_nkeep");
    let run = |command: &str, args: &[&str]| -> Duration {
        let start = Instant::now();
        assert!(
            Command::new(command)
                .args(args)
                .output()
                .unwrap()
                .status
                .success()
        );
        start.elapsed()
    };
    let (mut ours, mut nothing) = (Vec::new(), Vec::new());
    for _ in 0..101 {
        ours.push(run(binary, &["--version"]).as_secs_f64() * 1e3);
        nothing.push(run("true", &[]).as_secs_f64() * 1e3);
    }
    let (ours, nothing) = (median(ours), median(nothing));
    println!(
        "\n{:<44} {ours:>9.2} ms {:>37}",
        "nkeep --version", "(at most 3)"
    );
    println!(
        "{:<44} {nothing:>9.2} ms {:>37}",
        "true, a process that does nothing", ""
    );
    if let Some(kilobytes) = peak_memory(binary) {
        println!(
            "{:<44} {:>9.2} MB {:>37}",
            "nkeep --version, peak memory",
            kilobytes / 1024.0,
            "(at most 6)"
        );
    }
}

/// Peak resident memory in kilobytes. The process is held at its only write, to a pipe that is full, and the kernel asked:
/// what it accounts to a child that has ended includes its parent's memory before the start.
#[cfg(target_os = "linux")]
fn peak_memory(binary: &str) -> Option<f64> {
    use std::io::{Read as _, Write as _};

    const PIPE_LEN: usize = 1 << 16;
    let (mut reader, mut writer) = std::io::pipe().ok()?;
    writer.write_all(&[b'.'; PIPE_LEN]).ok()?;
    let mut child = Command::new(binary)
        .arg("--version")
        .stdout(writer)
        .spawn()
        .ok()?;
    let stat = |name: &str| std::fs::read_to_string(format!("/proc/{}/{name}", child.id())).ok();
    // Sleeping, it waits for the pipe. One that has ended never will: then there is no figure, and no endless wait.
    while !stat("stat")?.contains(") S ") {
        if stat("stat")?.contains(") Z ") {
            child.wait().ok()?;
            return None;
        }
        std::thread::yield_now();
    }
    let peak = stat("status")?.lines().find_map(|line| {
        line.strip_prefix("VmHWM:")?
            .trim()
            .strip_suffix(" kB")?
            .parse()
            .ok()
    });
    reader.read_exact(&mut [0; PIPE_LEN]).ok()?;
    child.wait().ok()?;
    peak
}

#[cfg(not(target_os = "linux"))]
fn peak_memory(_binary: &str) -> Option<f64> {
    None
}

fn main() {
    // `cargo test --benches` runs this too, and has nothing to measure.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    tokens_figures();
    start_figures();
}
