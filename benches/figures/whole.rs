//! Commands on everything in a store whose accounts the operator's identity key signed, and nsc beside them.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use super::process::milliseconds;
use super::store::{Estate, Signer, accounts, made};
use super::{many, median};

const ROUNDS: usize = 5;
/// Run once for each figure, since it takes seconds, where it is on PATH.
const NSC: &str = "nsc";

/// What is measured: in the words of both, where `#` is a number that was not there before, and what nkeep may take.
const READ: [(&str, &[&str], &[&str], &str); 7] = [
    (
        "list accounts",
        &["list", "accounts"],
        &["list", "accounts"],
        "20 ms",
    ),
    (
        "describe account",
        &["describe", "account", "account-7"],
        &["describe", "account", "account-7"],
        "5 ms",
    ),
    (
        "add user",
        &["add", "user", "new-#", "-a", "account-7"],
        &["add", "user", "new-#", "-a", "account-7"],
        "15 ms",
    ),
    (
        "generate config, memory resolver",
        &["generate", "config", "--mem-resolver"],
        &["generate", "config", "--mem-resolver"],
        "60 ms",
    ),
    ("validate", &["validate"], &["validate", "-A"], "0.5 s"),
    ("expirations", &["expirations"], &["expirations"], "40 ms"),
    (
        "list keys",
        &["list", "keys"],
        &["list", "keys", "--all"],
        "40 ms",
    ),
];

pub fn figures() {
    let estate = made(accounts(), 2, Signer::Identity);
    println!("\n10,000 accounts signed by the operator itself, 20,000 users");
    let nsc = NscStore::of(&estate);
    let mut times = vec![Vec::new(); READ.len() + 2];
    for round in 0..many(ROUNDS, 1) {
        for ((_, args, ..), times) in READ.iter().zip(&mut times) {
            times.push(milliseconds(estate.nkeep(&[]).args(numbered(args, round))));
        }
        times[READ.len()].push(milliseconds(&mut estate.nkeep(&["reissue", "operator"])));
        times[READ.len() + 1].push(imported(&nsc, &estate, round));
    }
    let mut medians = times.into_iter().map(median);
    for ((what, _, theirs, limit), ours) in READ.iter().zip(&mut medians) {
        shown(what, ours, nsc.milliseconds(&numbered(theirs, 0)), limit);
    }
    let rest = medians.collect::<Vec<_>>();
    let reissued = nsc.milliseconds(&["reissue", "operator"]);
    shown(
        "reissue operator, all accounts signed anew",
        rest[0],
        reissued,
        "0.6 s",
    );
    shown(
        "import nsc, 40,000 seeds sealed",
        rest[1],
        None,
        "no limit set",
    );
}

fn numbered(args: &[&str], round: usize) -> Vec<String> {
    let number = round.to_string();
    args.iter().map(|word| word.replace('#', &number)).collect()
}

fn shown(what: &str, ours: f64, theirs: Option<f64>, limit: &str) {
    let ratio = theirs.map_or_else(
        || format!("(at most {limit})"),
        |theirs| {
            format!(
                "nsc {theirs:.0} ms, {:.0} times (at most {limit})",
                theirs / ours
            )
        },
    );
    println!("{what:<44} {ours:>9.2} ms {ratio:>44}");
}

/// The same as nsc has it, seeds in the clear.
struct NscStore {
    folder: PathBuf,
}

impl NscStore {
    fn of(estate: &Estate) -> Self {
        let folder = estate.home().join("nsc");
        let start = Instant::now();
        milliseconds(estate.nkeep(&["export", "nsc", "--reveal"]).arg(&folder));
        let taken = start.elapsed().as_secs_f64();
        println!("{:<44} {taken:>9.2} s", "export nsc --reveal, 90,000 files");
        Self { folder }
    }

    /// How long nsc takes, once, where it is there.
    fn milliseconds(&self, args: &[impl AsRef<OsStr>]) -> Option<f64> {
        let run = |args: &[&OsStr]| {
            let mut nsc = Command::new(NSC);
            nsc.env("HOME", &self.folder).args(args);
            for (flag, below) in [
                ("--config-dir", "config"),
                ("--data-dir", "stores"),
                ("--keystore-dir", "keys"),
            ] {
                nsc.arg(flag).arg(self.folder.join(below));
            }
            nsc
        };
        run(&["--version".as_ref()]).output().ok()?;
        let select = ["select", "operator", "BENCH"].map(AsRef::as_ref);
        milliseconds(&mut run(&select));
        let args: Vec<&OsStr> = args.iter().map(AsRef::as_ref).collect();
        Some(milliseconds(&mut run(&args)))
    }
}

/// Into a new store.
fn imported(nsc: &NscStore, estate: &Estate, round: usize) -> f64 {
    let home = estate.home().join(format!("import-{round}"));
    std::fs::create_dir(&home).unwrap();
    let identity = home.join("identity.txt");
    let nkeep = |args: &[&str], last: &Path| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_nkeep"));
        command.args(args).arg(last).env_clear().env("HOME", &home);
        command
    };
    milliseconds(&mut nkeep(&["store", "init", "--new-identity"], &identity));
    let mut import = nkeep(&["import", "nsc"], &nsc.folder);
    milliseconds(import.env("NKEEP_IDENTITY", &identity))
}
