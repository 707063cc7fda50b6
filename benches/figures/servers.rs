//! 10,000 accounts and a real server. They are pushed, beside a loop that sends them all and counts the answers, each to a
//! server that has none of them; then compared, verified and pulled, beside a loop that asks for them all.

use std::io::{BufRead as _, Read as _, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use nkeep::nkey::{Kind, PublicKey};

use super::process::milliseconds;
use super::real::{Client, Server, newest};
use super::store::{Estate, Signer, accounts, made};
use super::{many, median};

const ROUNDS: usize = 5;

pub fn figures() {
    let estate = made(accounts(), 0, Signer::SigningKey);
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
    let file = home_file(&estate, "sys.creds");
    std::fs::write(&file, &creds).unwrap();
    let exported = without_accounts(&estate);
    let (mut bare, mut pushed, mut peak) = (Vec::new(), Vec::new(), 0.0_f64);
    let [mut asked, mut compared, mut verified, mut same, mut taken] = [const { Vec::new() }; 5];
    for round in 0..many(ROUNDS, 1) {
        bare.push(on_a_server(&estate, |server| sent(server, &creds, &tokens)));
        let fresh = Fresh::of(&estate, &exported, round);
        on_a_server(&estate, |server| {
            let url = server.url();
            let start = Instant::now();
            peak = peak.max(memory(estate.nkeep(&["push", "-A", "-q", "-u", &url])));
            pushed.push(start.elapsed().as_secs_f64());
            asked.push(looked_up(server, &creds, &tokens));
            let seconds = |mut command: Command| milliseconds(&mut command) / 1e3;
            compared.push(seconds(estate.nkeep(&["diff", "-u", &url])));
            verified.push(seconds(estate.nkeep(&["verify", "-u", &url])));
            same.push(seconds(estate.nkeep(&["pull", "-A", "-u", &url])));
            let pull = ["pull", "-A", "-u", &url, "--creds", &file];
            taken.push(seconds(fresh.nkeep(&estate, &pull)));
        });
        assert_eq!(fresh.accounts(&estate), tokens.len());
    }
    let [bare, pushed, asked, compared, verified] =
        [bare, pushed, asked, compared, verified].map(median);
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
    println!("{:<44} {asked:>9.2} s", "a loop that asks for all of them");
    for (what, seconds) in [
        ("diff, where nothing differs", compared),
        ("pull, where nothing is newer", median(same)),
        ("pull, where the store has none of them", median(taken)),
    ] {
        let beside = format!("{:.2} of that loop (at most 2 s)", seconds / asked);
        println!("{what:<44} {seconds:>9.2} s  {beside:>37}");
    }
    println!(
        "{:<44} {verified:>9.2} s  {:>37}",
        "verify, where all is well",
        format!("{:.2} of diff", verified / compared)
    );
}

/// What another store begins with: a folder as nsc has one, with the operator and its system account.
fn without_accounts(estate: &Estate) -> String {
    let folder = home_file(estate, "exported");
    milliseconds(&mut estate.nkeep(&["export", "nsc", &folder]));
    for number in 0..accounts() {
        let account = Path::new(&folder).join(format!("stores/BENCH/accounts/account-{number}"));
        std::fs::remove_dir_all(account).unwrap();
    }
    folder
}

/// A store that has none of the accounts.
struct Fresh {
    home: String,
    identity: String,
}

impl Fresh {
    fn of(estate: &Estate, exported: &str, round: usize) -> Self {
        let home = home_file(estate, &format!("fresh-{round}"));
        std::fs::create_dir(&home).unwrap();
        let identity = format!("{home}/identity.txt");
        let fresh = Self { home, identity };
        let init = ["store", "init", "--new-identity", &fresh.identity];
        milliseconds(fresh.nkeep(estate, &init).env_remove("NKEEP_IDENTITY"));
        milliseconds(&mut fresh.nkeep(estate, &["import", "nsc", exported]));
        fresh
    }

    fn nkeep(&self, estate: &Estate, args: &[&str]) -> Command {
        let mut command = estate.nkeep(args);
        command
            .env("HOME", &self.home)
            .env("NKEEP_STATE", format!("{}/state", self.home))
            .env("NKEEP_STORE", format!("{}/fresh.nkeep", self.home))
            .env("NKEEP_IDENTITY", &self.identity);
        command
    }

    fn accounts(&self, estate: &Estate) -> usize {
        let output = self.nkeep(estate, &["list", "accounts"]).output().unwrap();
        String::from_utf8(output.stdout).unwrap().lines().count() - 1
    }
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

fn on_a_server<T>(estate: &Estate, measured: impl FnOnce(&Server) -> T) -> T {
    let _ = std::fs::remove_dir_all(estate.home().join("jwt"));
    let server = Server::start(&newest(), estate.home());
    measured(&server)
}

/// Seconds until every account that was sent has an answer.
fn sent(server: &Server, creds: &str, tokens: &[(String, String)]) -> f64 {
    let update = |(key, token): &(String, String)| {
        let length = token.len();
        format!("PUB $SYS.REQ.ACCOUNT.{key}.CLAIMS.UPDATE _INBOX.b {length}\r\n{token}\r\n")
    };
    answered(server, creds, tokens.iter().map(update), "jwt updated")
}

/// Seconds until every account that was asked for came.
fn looked_up(server: &Server, creds: &str, tokens: &[(String, String)]) -> f64 {
    let lookup = |(key, _): &(String, String)| {
        format!("PUB $SYS.REQ.ACCOUNT.{key}.CLAIMS.LOOKUP _INBOX.b 0\r\n\r\n")
    };
    answered(server, creds, tokens.iter().map(lookup), "eyJ")
}

/// Seconds until each request has an answer with that in it.
fn answered(
    server: &Server,
    creds: &str,
    requests: impl ExactSizeIterator<Item = String> + Send,
    wanted: &str,
) -> f64 {
    let count = requests.len();
    let start = Instant::now();
    let mut client = Client::connect(&server.address, creds).unwrap();
    client.send("SUB _INBOX.b 1\r\n");
    let mut out = client.stream().get_ref().try_clone().unwrap();
    std::thread::scope(|scope| {
        scope.spawn(move || {
            for request in requests {
                out.write_all(request.as_bytes()).unwrap();
            }
        });
        let (mut line, mut came) = (String::new(), 0);
        while came < count {
            line.clear();
            client.stream().read_line(&mut line).unwrap();
            if line.starts_with("MSG ") {
                let length: usize = line.trim().rsplit(' ').next().unwrap().parse().unwrap();
                let mut body = vec![0; length + 2];
                client.stream().read_exact(&mut body).unwrap();
                assert!(String::from_utf8(body).unwrap().contains(wanted));
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
