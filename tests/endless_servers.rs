//! Servers whose word has no end.

#![cfg(all(target_os = "linux", feature = "net"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::io::Write as _;
use std::net::TcpListener;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use common::refusal::said;
use common::wire::{Fake, Honest, Says};
use common::{live, live_estate};

/// A line that never ends is kept in mind until it does: nobody waits for that, however patient.
#[test]
fn a_line_without_end_fills_no_memory() {
    let folder = live_estate();
    let home = folder.path();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("nats://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            std::thread::spawn(move || {
                let mut said = stream.write_all(b"INFO {\"server_id\":\"");
                while said.is_ok() {
                    said = stream.write_all(&[b'x'; 1 << 16]);
                }
            });
        }
    });
    let endless = "the server talks without end";
    for args in [
        &["push", "-A"][..],
        &["verify"],
        &["diff"],
        &["tool", "rtt", "-a", "ACME"],
    ] {
        let address = if args[0] == "tool" { "--nats" } else { "-u" };
        let (text, peak) = measured(
            live(home)
                .args(args)
                .args([address, &url, "--timeout", "60"]),
        );
        assert!(text.contains(endless), "{args:?}: {text}");
        assert!(peak < 400_000, "{args:?}: {peak} kB");
    }
    // So it is with one who let us in.
    let honest = Honest::of(home);
    let server = Fake::start(move |question| {
        let says = honest.describes(question);
        says.unwrap_or_else(|| vec![Says::Bytes(vec![b'x'; 200 << 20])])
    });
    let push = ["push", "-A", "--timeout", "60", "-u", &server.url];
    let (text, peak) = measured(live(home).args(push));
    assert!(text.contains(endless), "{text}");
    assert!(peak < 400_000, "{peak} kB");
}

/// What a command says that fails before long, and the most memory that it had, in kilobytes.
fn measured(command: &mut Command) -> (String, u64) {
    let begun = Instant::now();
    let piped = command.stdout(Stdio::null()).stderr(Stdio::piped());
    let mut child = piped.spawn().unwrap();
    let file = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    while child.try_wait().unwrap().is_none() {
        let status = std::fs::read_to_string(&file).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let now = line.and_then(|line| line.trim().strip_suffix(" kB")?.parse().ok());
        peak = now.unwrap_or(peak);
        std::thread::sleep(Duration::from_millis(5));
    }
    assert!(begun.elapsed() < common::LONG);
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    (said(&output), peak)
}
