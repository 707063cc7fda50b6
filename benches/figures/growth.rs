//! How cost grows with the estate: from 100 accounts to 100,000, two users in each. `--growth` prints a table, and draws it into
//! docs/growth.svg.

use std::fmt::Write as _;
use std::hint::black_box;
use std::io::Write as _;
use std::process::Command;
use std::time::Instant;

use ed25519_dalek::{Signer as _, SigningKey};

use super::process::{milliseconds, peak_memory};
use super::store::{Signer, made};
use super::{asked, many, median};

const SIZES: [usize; 4] = [100, 1_000, 10_000, 100_000];
const FEW: [usize; 2] = [10, 20];
const ROUNDS: usize = 5;

/// What is measured: its name, its command, and how it is drawn.
const COMMANDS: [(&str, &[&str], &str); 6] = [
    (
        "describe account",
        &["describe", "account", "account-7"],
        "#1b7837",
    ),
    (
        "add user",
        &["add", "user", "USER", "-a", "account-7"],
        "#762a83",
    ),
    ("list accounts", &["list", "accounts"], "#2166ac"),
    ("expirations", &["expirations"], "#b2182b"),
    (
        "generate config, memory resolver",
        &["generate", "config", "--mem-resolver"],
        "#e08214",
    ),
    ("validate", &["validate"], "#4d4d4d"),
];

/// Milliseconds of each command at one size.
struct Measured {
    accounts: usize,
    made: f64,
    file: f64,
    memory: Option<f64>,
    times: Vec<f64>,
}

pub fn figures() {
    let is_smoke = asked("--smoke");
    let sizes: &[usize] = if is_smoke { &FEW } else { &SIZES };
    let all: Vec<Measured> = sizes.iter().map(|size| measured(*size)).collect();
    println!("\nhow cost grows with the accounts, two users in each (medians of {ROUNDS}; ms)");
    row("accounts", &all, |one| one.accounts.to_string());
    row("made in one process, seconds", &all, |one| {
        format!("{:.2}", one.made)
    });
    row("the file, MB", &all, |one| format!("{:.1}", one.file));
    row("peak memory of list accounts, MB", &all, |one| {
        one.memory
            .map_or_else(|| "-".to_owned(), |megabytes| format!("{megabytes:.1}"))
    });
    for (at, (what, ..)) in COMMANDS.iter().enumerate() {
        row(what, &all, |one| format!("{:.1}", one.times[at]));
    }
    if !is_smoke {
        std::fs::write("docs/growth.svg", drawn(&all)).unwrap();
        println!("drawn into docs/growth.svg");
    }
    limits();
}

/// What no command on one key, and none on all of them, can be quicker than here.
fn limits() {
    let signer = SigningKey::from_bytes(&[7; 32]);
    let message = [b'.'; 1024];
    let start = Instant::now();
    let signatures = many(10_000, 10);
    for _ in 0..signatures {
        black_box(signer.sign(black_box(&message)));
    }
    let signature = start.elapsed().as_secs_f64() * 1e6 / signatures as f64;
    let mut file = tempfile::tempfile_in(std::env::temp_dir()).unwrap();
    let (mut synced, mut idle, mut version) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..many(101, 2) {
        let start = Instant::now();
        file.write_all(&[b'.'; 4096]).unwrap();
        file.sync_all().unwrap();
        synced.push(start.elapsed().as_secs_f64() * 1e3);
        idle.push(milliseconds(&mut Command::new("true")));
        version.push(milliseconds(
            Command::new(env!("CARGO_BIN_EXE_nkeep")).arg("--version"),
        ));
    }
    println!("\nthe limits, in the same run");
    println!("{:<44} {signature:>9.2} µs", "one raw Ed25519 signature");
    for (what, times) in [
        ("one page written and synced", synced),
        ("a process that does nothing", idle),
        ("nkeep --version", version),
    ] {
        println!("{what:<44} {:>9.2} ms", median(times));
    }
}

fn row(what: &str, all: &[Measured], value: impl Fn(&Measured) -> String) {
    let values: Vec<String> = all
        .iter()
        .map(|one| format!("{:>12}", value(one)))
        .collect();
    println!("{what:<36}{}", values.concat());
}

fn measured(accounts: usize) -> Measured {
    let start = Instant::now();
    let estate = made(accounts, 2, Signer::SigningKey);
    let made = start.elapsed().as_secs_f64();
    let mut times = vec![Vec::new(); COMMANDS.len()];
    for round in 0..ROUNDS {
        let user = format!("new-{round}");
        for ((_, args, _), times) in COMMANDS.iter().zip(&mut times) {
            let named: Vec<&str> = args
                .iter()
                .map(|word| if *word == "USER" { &*user } else { word })
                .collect();
            times.push(milliseconds(&mut estate.nkeep(&named)));
        }
    }
    Measured {
        accounts,
        made,
        file: estate.megabytes(),
        memory: peak_memory(&mut estate.nkeep(&["list", "accounts"]))
            .map(|kilobytes| kilobytes / 1024.0),
        times: times.into_iter().map(median).collect(),
    }
}

/// Both axes are logarithmic: what grows as the estate does is a straight line up.
fn drawn(all: &[Measured]) -> String {
    const LEFT: f64 = 70.0;
    const TOP: f64 = 30.0;
    const ACROSS: f64 = 150.0;
    const UP: f64 = 80.0;
    const DECADES: f64 = 5.0;
    let height = TOP + UP * DECADES;
    let across = |accounts: f64| LEFT + ACROSS * (accounts.log10() - 2.0);
    let up = |milliseconds: f64| height - UP * milliseconds.max(1.0).log10();
    let mut svg = String::from(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 860 490\" role=\"img\" \
         aria-label=\"Milliseconds of commands, by the number of accounts\">\n  \
         <style>text { font: 13px sans-serif; fill: #333 } .axis { stroke: #ccc } .line { fill: none; stroke-width: 2 }</style>\n  \
         <rect width=\"860\" height=\"490\" fill=\"#fff\"/>\n",
    );
    for decade in 0..=DECADES as i32 {
        let y = up(10f64.powi(decade));
        let label = ["1 ms", "10 ms", "100 ms", "1 s", "10 s", "100 s"][decade as usize];
        let right = LEFT + ACROSS * 3.0;
        writeln!(svg, "  <path class=\"axis\" d=\"M{LEFT} {y}H{right}\"/><text x=\"{}\" y=\"{}\" text-anchor=\"end\">{label}</text>", LEFT - 8.0, y + 4.0).unwrap();
    }
    for one in all {
        let x = across(one.accounts as f64);
        writeln!(svg, "  <path class=\"axis\" d=\"M{x} {TOP}V{height}\"/><text x=\"{x}\" y=\"{}\" text-anchor=\"middle\">{}</text>", height + 20.0, one.accounts).unwrap();
    }
    writeln!(
        svg,
        "  <text x=\"{}\" y=\"{}\" text-anchor=\"middle\">accounts, two users in each</text>",
        LEFT + ACROSS * 1.5,
        height + 44.0
    )
    .unwrap();
    let mut ends: Vec<f64> = Vec::new();
    for (at, (what, _, colour)) in COMMANDS.iter().enumerate() {
        let points: Vec<String> = all
            .iter()
            .map(|one| {
                format!(
                    "{:.1},{:.1}",
                    across(one.accounts as f64),
                    up(one.times[at])
                )
            })
            .collect();
        writeln!(
            svg,
            "  <polyline class=\"line\" stroke=\"{colour}\" points=\"{}\"/>",
            points.join(" ")
        )
        .unwrap();
        let Some(last) = all.last() else { continue };
        // Names that would lie on each other move apart.
        let mut y = up(last.times[at]) + 4.0;
        while ends.iter().any(|other| (other - y).abs() < 16.0) {
            y += 4.0;
        }
        ends.push(y);
        writeln!(
            svg,
            "  <text x=\"{}\" y=\"{y:.1}\" style=\"fill:{colour}\">{what}</text>",
            LEFT + ACROSS * 3.0 + 10.0
        )
        .unwrap();
    }
    svg.push_str("</svg>\n");
    svg
}
