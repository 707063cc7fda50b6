//! 10,000 accounts pushed to a real server, beside a loop that sends them all and counts the answers, each to a server that
//! has none of them.

use std::io::{BufRead as _, Read as _, Write as _};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use nkeep::nkey::{Kind, PublicKey};

use super::real::{Client, Server, newest};
use super::store::{Estate, Signer, accounts, made};
use super::{many, median};

const ROUNDS: usize = 5;

pub fn figures() {
    let estate = made(0, Signer::SigningKey);
    let nkeep = |args: &[&str]| -> String {
        let output = estate.nkeep(args).output().unwrap();
        assert!(output.status.success(), "{args:?}: {output:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    nkeep(&["add", "account", "SYS"]);
    nkeep(&["add", "user", "sys", "-a", "SYS"]);
    nkeep(&["edit", "operator", "--system-account", "SYS"]);
    let config = home_file(&estate, "nats.conf");
    nkeep(&[
        "generate",
        "config",
        "--nats-resolver",
        "--config-file",
        &config,
    ]);
    let creds = nkeep(&["generate", "creds", "-a", "SYS", "-n", "sys"]);
    let tokens = tokens(&nkeep(&["generate", "config", "--mem-resolver"]));
    let (mut bare, mut pushed, mut peak) = (Vec::new(), Vec::new(), 0.0_f64);
    for _ in 0..many(ROUNDS, 1) {
        bare.push(on_a_server(&estate, |server| sent(server, &creds, &tokens)));
        pushed.push(on_a_server(&estate, |server| {
            let start = Instant::now();
            peak = peak.max(memory(estate.nkeep(&[
                "push",
                "-A",
                "-q",
                "-u",
                &server.url(),
            ])));
            start.elapsed().as_secs_f64()
        }));
    }
    let (bare, pushed) = (median(bare), median(pushed));
    println!("\n{} accounts to a server", tokens.len());
    println!("{:<44} {bare:>9.2} s", "a loop that counts the answers");
    println!(
        "{:<44} {pushed:>9.2} s  {:>37}",
        "push, each account compared afterwards",
        format!("{:.2} of the loop (at most 3 s and 1.5)", pushed / bare)
    );
    println!(
        "{:<44} {:>9.2} MB {:>37}",
        "push, peak memory",
        peak / 1024.0,
        "(at most 150)"
    );
}

fn home_file(estate: &Estate, name: &str) -> String {
    estate.home().join(name).to_str().unwrap().to_owned()
}

/// Every account's token, with its key, as servers are configured with it that keep none.
fn tokens(config: &str) -> Vec<(String, String)> {
    let found = config.lines().filter_map(|line| {
        let (key, token) = line.trim().split_once(": \"")?;
        let is_account = key
            .parse()
            .is_ok_and(|key: PublicKey| key.kind() == Kind::Account);
        is_account.then(|| (key.to_owned(), token.trim_end_matches('"').to_owned()))
    });
    let found: Vec<_> = found.collect();
    assert_eq!(found.len(), accounts() + 1);
    found
}

fn on_a_server(estate: &Estate, measured: impl FnOnce(&Server) -> f64) -> f64 {
    let _ = std::fs::remove_dir_all(estate.home().join("jwt"));
    let server = Server::start(&newest(), estate.home());
    measured(&server)
}

/// Seconds until every account that was sent has an answer.
fn sent(server: &Server, creds: &str, tokens: &[(String, String)]) -> f64 {
    let start = Instant::now();
    let mut client = Client::connect(&server.address, creds).unwrap();
    client.send("SUB _INBOX.b 1\r\n");
    let mut out = client.stream().get_ref().try_clone().unwrap();
    std::thread::scope(|scope| {
        scope.spawn(move || {
            for (key, token) in tokens {
                let length = token.len();
                let text = format!(
                    "PUB $SYS.REQ.ACCOUNT.{key}.CLAIMS.UPDATE _INBOX.b {length}\r\n{token}\r\n"
                );
                out.write_all(text.as_bytes()).unwrap();
            }
        });
        let (mut line, mut came) = (String::new(), 0);
        while came < tokens.len() {
            line.clear();
            client.stream().read_line(&mut line).unwrap();
            if line.starts_with("MSG ") {
                let length: usize = line.trim().rsplit(' ').next().unwrap().parse().unwrap();
                let mut body = vec![0; length + 2];
                client.stream().read_exact(&mut body).unwrap();
                assert!(String::from_utf8(body).unwrap().contains("jwt updated"));
                came += 1;
            }
        }
    });
    start.elapsed().as_secs_f64()
}

/// The most memory in kilobytes that a process has until it ends.
fn memory(mut command: Command) -> f64 {
    let mut child = command
        .stdout(Stdio::null())
        .stderr(Stdio::inherit())
        .spawn()
        .unwrap();
    let mut peak = 0.0;
    loop {
        let status = std::fs::read_to_string(format!("/proc/{}/status", child.id()));
        let now = status.ok().and_then(|status| {
            let line = status
                .lines()
                .find_map(|line| line.strip_prefix("VmHWM:"))?;
            line.trim().strip_suffix(" kB")?.parse().ok()
        });
        peak = now.unwrap_or(peak);
        if let Some(status) = child.try_wait().unwrap() {
            assert!(status.success());
            return peak;
        }
        std::thread::sleep(Duration::from_millis(2));
    }
}
