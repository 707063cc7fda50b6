//! What is generated and committed is what the binary says now; help is written by the rules; examples run.
//!
//! `NKEEP_UPDATE=1 cargo test --test suite generated::` writes `completions/` and `man/` anew.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test fails by panicking"
)]

use crate::common;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use clap_complete::Shell;
use nkeep::cmd::{self, completion, examples, man};

fn check_folder(folder: &str, files: Vec<(String, Vec<u8>)>) {
    // What is committed is of the build that talks to servers.
    if !cfg!(feature = "net") {
        return;
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let update = std::env::var_os("NKEEP_UPDATE").is_some();
    let expected: BTreeSet<String> = files.iter().map(|(name, _)| name.clone()).collect();
    for (name, text) in files {
        let path = folder.join(&name);
        if update {
            std::fs::write(&path, text).unwrap();
        } else {
            let committed = std::fs::read(&path).unwrap_or_default();
            assert!(
                committed == text,
                "{name} has drifted: NKEEP_UPDATE=1 cargo test --test suite generated::"
            );
        }
    }
    let there: BTreeSet<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(
        there, expected,
        "files that nothing makes, or that are missing"
    );
}

#[test]
fn completions_are_current() {
    let name = |shell: Shell| match shell {
        Shell::Zsh => "_nkeep".to_owned(),
        Shell::Fish => "nkeep.fish".to_owned(),
        Shell::PowerShell => "_nkeep.ps1".to_owned(),
        _ => "nkeep.bash".to_owned(),
    };
    let scripts = completion::SHELLS.map(|shell| (name(shell), completion::script(shell)));
    check_folder("completions", scripts.to_vec());
}

#[test]
fn man_pages_are_current() {
    check_folder("man", man::pages().unwrap());
}

/// A synopsis says what an option takes, and not only that it is there.
#[test]
fn synopses_name_values() {
    let pages = man::pages().unwrap();
    let (_, page) = pages
        .iter()
        .find(|(name, _)| name == "nkeep-validate.1")
        .unwrap();
    let page = String::from_utf8(page.clone()).unwrap();
    let synopsis = page.split(".SH").nth(2).unwrap();
    assert!(
        synopsis.contains(r"[\fB\-f\fR|\fB\-\-file\fR \fIFILE\fR]"),
        "{synopsis}"
    );
}

/// Every command without subcommands, by its path.
fn leaves(command: &clap::Command, path: &str, found: &mut Vec<(String, clap::Command)>) {
    for inner in command
        .get_subcommands()
        .filter(|inner| !inner.is_hide_set() && inner.get_name() != "help")
    {
        let path = format!("{path} {}", inner.get_name()).trim().to_owned();
        if inner.has_subcommands() {
            leaves(inner, &path, found);
        } else {
            found.push((path, inner.clone()));
        }
    }
}

#[test]
fn help_is_written_by_the_rules() {
    let root = cmd::command();
    root.clone().debug_assert();
    let mut found = Vec::new();
    leaves(&root, "", &mut found);
    assert!(found.len() >= 11, "{}", found.len());
    for (path, command) in found {
        let about = command.get_about().expect(&path).to_string();
        assert!(
            about.starts_with(char::is_uppercase) && !about.ends_with('.'),
            "{path}: {about}"
        );
        for argument in command.get_arguments() {
            let help = argument
                .get_help()
                .unwrap_or_else(|| panic!("{path} {}", argument.get_id()));
            let help = help.to_string();
            assert!(
                help.starts_with(char::is_uppercase) && !help.ends_with('.'),
                "{path}: {help}"
            );
        }
        let own = examples::ALL.iter().find(|(named, _)| *named == path);
        assert!(
            own.is_some_and(|(_, own)| !own.is_empty()),
            "{path} has no example"
        );
    }
}

/// Examples that ask, and what is answered.
pub const ANSWERS: &[(&str, &[&str])] = &[
    (
        "nkeep init -n ACME",
        &["correct horse battery", "correct horse battery"],
    ),
    (
        "nkeep store passphrase",
        &[
            "correct horse battery",
            "another good one",
            "another good one",
        ],
    ),
];

/// Makes what an example takes for granted.
#[cfg(unix)]
pub fn prepared(path: &str, line: &str) -> tempfile::TempDir {
    if ["init", "store init", "ceremony run"].contains(&path) {
        return common::scratch();
    }
    if line == "nkeep store passphrase" {
        let folder = common::scratch();
        ask("nkeep init -n ACME", folder.path(), ANSWERS[0].1);
        return folder;
    }
    let folder = common::estate();
    if path.starts_with("import") {
        common::fixture("nsc-store", folder.path());
    }
    if path.starts_with("agent") || path == "lock" {
        common::at_home(folder.path(), &["unlock"]);
    }
    // Its example makes one of that name.
    if path != "store recipients add" {
        common::second_recipient(folder.path());
    }
    common::at_home(folder.path(), &["store", "backup", "made.backup"]);
    std::fs::rename(
        folder.path().join("made.backup"),
        folder.path().join("acme.backup"),
    )
    .unwrap();
    for words in shared(path) {
        let args: Vec<&str> = words.split(' ').collect();
        common::at_home(folder.path(), &args);
    }
    if path.starts_with("ceremony ") {
        std::fs::write(
            folder.path().join("passphrase.txt"),
            "correct horse battery\n",
        )
        .unwrap();
    }
    if path == "ceremony restore" {
        let paper = "nkeep ceremony paper --page-passphrase-fd 3 3< passphrase.txt";
        assert!(shell(paper, folder.path()).status().unwrap().success());
    }
    match path.strip_prefix("ceremony ") {
        Some(command) => in_ceremony(command, folder),
        None => folder,
    }
}

/// The machine on which that command of a ceremony is run, with what was handed to it.
#[cfg(unix)]
fn in_ceremony(command: &str, folder: tempfile::TempDir) -> tempfile::TempDir {
    use common::ceremonies::Two;

    const ASKING: [&str; 5] = ["request", "import", "list", "drop", "compare"];
    const ANSWERING: [&str; 4] = ["review", "approve", "sign", "destroy"];
    if !ASKING.contains(&command) && !ANSWERING.contains(&command) {
        return folder;
    }
    let two = Two::of(folder);
    if command == "destroy" {
        let next = common::at_home(two.root(), &["generate", "nkey", "--operator", "-S"]);
        let words = "rotate start operator-identity --servers 1 --new";
        let words = words.split(' ').chain([next.trim()]);
        two.ask("change.nreq", &words.collect::<Vec<_>>());
        two.sign("change.nreq", "change.nresp", &[]);
        return two.root;
    }
    if command != "request" {
        two.ask("change.nreq", &["edit", "operator", "--tag", "prod"]);
    }
    if command == "import" || command == "compare" {
        two.sign("change.nreq", "change.nresp", &[]);
    }
    if command == "compare" {
        two.sign("change.nreq", "second.nresp", &[]);
    }
    match ASKING.contains(&command) {
        true => two.working,
        false => two.root,
    }
}

/// Commands whose examples begin a rotation, or look at none.
const WITHOUT_ROTATION: [&str; 5] = [
    "rotate plan",
    "rotate start",
    "rotate emergency",
    "rotate due",
    "rotate list",
];

/// What is shared already where an example changes it.
#[cfg(unix)]
fn shared(path: &str) -> Vec<&'static str> {
    let mut before = match path {
        "add import"
        | "delete export"
        | "delete import"
        | "delete mapping"
        | "edit export"
        | "generate activation"
        | "revocations add-activation"
        | "revocations delete-activation"
        | "revocations list-activations" => vec![
            "add account SHOP",
            "add export -a ACME -s prices.>",
            "add export -a ACME -s orders.> --private",
        ],
        _ => Vec::new(),
    };
    if path.starts_with("rotate ") && !WITHOUT_ROTATION.contains(&path) {
        before.push("rotate start operator-signing-key --servers 1");
    }
    if path == "rotate rollback" {
        before.push("rotate next --force --reason no-server-runs-yet");
    }
    if path.starts_with("ceremony transcript ") && path != "ceremony transcript start" {
        before.push(
            "ceremony transcript start root.ntranscript --title ACME --participant Ada:administrator --participant Bo:witness",
        );
    }
    before.extend(match path {
        "ceremony combine" | "ceremony drill" | "ceremony reshare" => {
            Some("ceremony split -k 2 --holder Ada --holder Bob --holder Cyd --words")
        }
        "ceremony transcript verify" => {
            Some("ceremony transcript sign root.ntranscript --as Bo -K user.nk")
        }
        "delete import" => Some("add import -a SHOP --src-account ACME --remote-subject prices.>"),
        "delete mapping" => Some("add mapping -a ACME -f orders.* -t orders.v2.$1"),
        "revocations delete-activation" => {
            Some("revocations add-activation -a ACME -s orders.> -t SHOP")
        }
        _ => None,
    });
    before
}

/// A server for what talks to one, and the line with its address. What runs there has the clock of the system.
#[cfg(unix)]
pub fn served(path: &str, line: &str, home: &Path) -> (Option<common::servers::Server>, String) {
    use common::servers::{Server, newest};

    const USUAL: &str = "nats://localhost:4222";
    if let Some(line) = banked(line, home) {
        return (None, line);
    }
    let looks = ["pull", "diff", "verify", "tool", "rotate evidence collect"]
        .iter()
        .any(|name| path.starts_with(name));
    if path != "push" && !looks {
        return (None, line.to_owned());
    }
    let is_behind = line.contains("--operator-token");
    let theirs = if is_behind {
        ahead(home)
    } else {
        home.to_owned()
    };
    let config = ["generate", "config", "--nats-resolver", "--config-file"];
    common::at_home(&theirs, &[&config[..], &["nats.conf"]].concat());
    let server = Server::start(&newest(), &theirs);
    let url = server.url();
    if is_behind {
        let line = line.replace(" pull", &format!(" pull -u {url}"));
        return (Some(server), format!("unset NKEEP_TEST_CLOCK; {line}"));
    }
    if path == "verify" {
        // An operator that names the server now is another than the one that it was started for.
        common::live_at(home, &["push", "-A", "-u", &url]);
        let line = line.replace(" verify", &format!(" verify -u {url}"));
        return (Some(server), format!("unset NKEEP_TEST_CLOCK; {line}"));
    }
    common::at_home(
        home,
        &["edit", "operator", "--account-jwt-server-url", &url],
    );
    if looks {
        common::at_home(home, &["edit", "operator", "--service-url", &url]);
        common::live_at(home, &["push", "-A"]);
    }
    let line = format!("unset NKEEP_TEST_CLOCK; {}", line.replace(USUAL, &url));
    (Some(server), line)
}

/// A copy of that home in which the operator has changed since.
#[cfg(unix)]
fn ahead(home: &Path) -> PathBuf {
    let entries: Vec<PathBuf> = std::fs::read_dir(home)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    let ahead = home.join("ahead");
    std::fs::create_dir(&ahead).unwrap();
    let copied = Command::new("cp")
        .arg("-a")
        .args(entries)
        .arg(&ahead)
        .status()
        .unwrap();
    assert!(copied.success());
    common::at_home(&ahead, &["edit", "operator", "--tag", "later"]);
    ahead
}

/// Somebody who listens at a server, once that knows of it.
#[cfg(unix)]
fn listening(line: &str, home: &Path) -> std::process::Child {
    use std::io::{BufRead as _, BufReader};

    // In the place of the shell, so that it is what is interrupted.
    let mut child = shell(&line.replace("nkeep tool", "exec nkeep tool"), home)
        .stderr(std::process::Stdio::piped())
        .stdout(std::process::Stdio::null())
        .spawn()
        .unwrap();
    let mut said = String::new();
    let mut stderr = BufReader::new(child.stderr.as_mut().unwrap());
    stderr.read_line(&mut said).unwrap();
    assert!(said.contains("listening on"), "{line}: {said}");
    child
}

/// Ends it as ^C does.
#[cfg(unix)]
fn interrupted(mut child: std::process::Child) {
    common::interrupt(&child);
    assert_eq!(child.wait().unwrap().code(), Some(130));
}

/// The line with the address of an account server that has the operator and its account, whose seed is in a file.
#[cfg(all(unix, feature = "net"))]
fn banked(line: &str, home: &Path) -> Option<String> {
    const USUAL: &str = "http://localhost:9090/jwt/v1";
    if !line.contains(USUAL) {
        return None;
    }
    let bank = common::web::Bank::start();
    let at = |args: &[&str]| common::at_home(home, args).trim().to_owned();
    at(&["edit", "operator", "--account-jwt-server-url", &bank.url]);
    let key = at(&["describe", "account", "ACME", "-F", "sub"]);
    let key = key.trim_matches('"');
    let (operator, account) = (
        at(&["describe", "operator", "--raw"]),
        at(&["describe", "account", "ACME", "--raw"]),
    );
    bank.with(|kept| {
        kept.operator = operator;
        kept.accounts.insert(key.to_owned(), account);
    });
    at(&["export", "keys", "--account", key, "--dir", "."]);
    std::fs::rename(home.join(format!("{key}.nk")), home.join("account.nk")).unwrap();
    Some(line.replace(USUAL, &bank.url))
}

#[cfg(all(unix, not(feature = "net")))]
const fn banked(_line: &str, _home: &Path) -> Option<String> {
    None
}

#[cfg(unix)]
pub fn shell(line: &str, home: &Path) -> Command {
    let binary = Path::new(env!("CARGO_BIN_EXE_nkeep")).parent().unwrap();
    let mut command = Command::new("bash");
    command
        .args(["-euo", "pipefail", "-c", line])
        .current_dir(home)
        .env_clear()
        .env("HOME", home)
        .env("PATH", format!("{}:/usr/bin:/bin", binary.display()))
        .env("NKEEP_TEST_WORK_FACTOR", "2")
        .env("NKEEP_TEST_CLOCK", "1795200000");
    if home.join("identity.txt").exists() {
        command.env("NKEEP_IDENTITY", "identity.txt");
    }
    command
}

/// Whether that example asks somebody at a terminal.
#[cfg(unix)]
pub fn asks(path: &str, line: &str) -> bool {
    let is_shown = ["ceremony destroy", "ceremony run", "ceremony sign"].contains(&path);
    is_shown || ANSWERS.iter().any(|(asking, _)| *asking == line)
}

/// Runs such an example, whatever is put before its command, as long as there is somebody who asks: what stood there, and its code.
#[cfg(unix)]
pub fn at_a_terminal(path: &str, line: &str, home: &Path, command: Command) -> (String, i32) {
    use common::ceremonies::{by_the_screen, content, gone_through};
    use common::terminal::asked;

    match path {
        "ceremony run" => return gone_through(command, content),
        "ceremony sign" => return by_the_screen(command),
        "ceremony destroy" => {
            let key = common::at_home(home, &["describe", "operator", "-F", "sub"]);
            let key = key.trim().trim_matches('"');
            return asked(command, "ends this: ", &[&key[key.len() - 8..]]);
        }
        _ => {}
    }
    let answers = ANSWERS.iter().find(|(asking, _)| *asking == line);
    asked(command, ": ", answers.unwrap().1)
}

/// Runs a line at a terminal, and answers what it asks.
#[cfg(unix)]
fn ask(line: &str, home: &Path, answers: &[&str]) {
    ask_for(line, home, ": ", answers);
}

/// The same where each question ends so.
#[cfg(unix)]
fn ask_for(line: &str, home: &Path, question: &str, answers: &[&str]) {
    use expectrl::{Eof, Expect as _, Session};
    let mut session = Session::spawn(shell(line, home)).unwrap();
    session.set_expect_timeout(Some(common::LONG));
    for answer in answers {
        session.expect(question).unwrap();
        session.send_line(answer).unwrap();
    }
    let rest = session.expect(Eof).unwrap();
    let status = session.get_process().wait().unwrap();
    let exited = matches!(status, expectrl::process::unix::WaitStatus::Exited(_, 0));
    assert!(
        exited,
        "{line}: {}",
        String::from_utf8_lossy(rest.as_bytes())
    );
}

#[test]
#[cfg(unix)]
fn examples_run() {
    let mut count = 0;
    for (path, own) in examples::ALL {
        for example in *own {
            let line = example.line;
            assert!(line.contains(&format!("nkeep {path}")), "{line}");
            // A backup is not put over another file; the example of one makes its own.
            let scratch = prepared(path, line);
            let (_server, line) = served(path, line, scratch.path());
            let line = line.as_str();
            if *path == "store backup" {
                std::fs::remove_file(scratch.path().join("acme.backup")).unwrap();
            }
            if let Some((_, answers)) = ANSWERS.iter().find(|(asking, _)| *asking == line) {
                ask(line, scratch.path(), answers);
            } else if *path == "ceremony sign" {
                let (text, code) =
                    common::ceremonies::sign_at(scratch.path(), "change.nreq", "change.nresp", &[]);
                assert_eq!(code, 0, "{text}");
            } else if *path == "ceremony destroy" {
                let key = ["describe", "operator", "-F", "sub"];
                let key = common::at_home(scratch.path(), &key);
                let key = key.trim().trim_matches('"');
                ask_for(
                    line,
                    scratch.path(),
                    "ends this: ",
                    &[&key[key.len() - 8..]],
                );
            } else if *path == "ceremony run" {
                let line = shell(line, scratch.path());
                let (text, code) =
                    common::ceremonies::gone_through(line, common::ceremonies::content);
                assert_eq!(code, 0, "{text}");
            } else if ["tool sub", "tool reply"].contains(path) {
                interrupted(listening(line, scratch.path()));
            } else {
                let asked = "unset NKEEP_TEST_CLOCK; nkeep tool reply time.now -a ACME";
                let answers = (*path == "tool req").then(|| listening(asked, scratch.path()));
                let output = shell(line, scratch.path()).output().unwrap();
                assert!(output.status.success(), "{line}: {output:?}");
                answers.into_iter().for_each(interrupted);
            }
            if path.starts_with("agent") || *path == "unlock" {
                common::at_home(scratch.path(), &["lock"]);
            }
            count += 1;
        }
    }
    println!("examples run: {count}");
}

/// What a command said, whatever keys it made and when.
#[cfg(unix)]
fn plan(output: &std::process::Output) -> String {
    let said = String::from_utf8(output.stderr.clone()).unwrap();
    // The name of a rotation comes from its keys.
    let mut parts = said.split("rot-");
    let first = parts.next().unwrap().to_owned();
    let said = parts.fold(first, |said, part| said + "rot-ID" + &part[6..]);
    // One that does not begin has no name.
    let said = said.replace("rotation ROTATION ", "rotation rot-ID ");
    said.split_inclusive(|character: char| !character.is_ascii_alphanumeric())
        .map(|word| {
            let bare = word.trim_end_matches(|character: char| !character.is_ascii_alphanumeric());
            let is_hash = bare.len() == 32 && bare.bytes().all(|byte| byte.is_ascii_hexdigit());
            let is_key = bare.parse::<nkeep::nkey::PublicKey>().is_ok();
            if is_key || is_hash || bare.starts_with("age1") {
                word.replace(bare, "KEY")
            } else {
                word.to_owned()
            }
        })
        .collect()
}

/// Every command that changes the store says what it would do; every other one changes nothing as well, or says that it cannot
/// be tried.
#[test]
#[cfg(unix)]
fn examples_can_be_tried() {
    use common::refusal::everything;

    let cannot = [
        "init",
        "generate",
        "nkey",
        "unlock",
        "lock",
        "agent",
        "man",
        "store init",
        "store compact",
        "store accept-rollback",
        "store rekey",
        "store passphrase",
        "store backup",
        "ceremony approve",
        "ceremony destroy",
        "ceremony rehearse",
        "ceremony request",
        "ceremony run",
        "ceremony sign",
        "ceremony split-store",
        "tool",
        "ceremony transcript start",
        "ceremony transcript note",
        "ceremony transcript add",
        "ceremony transcript sign",
    ];
    let (mut tried, mut refused) = (0, 0);
    for (path, own) in examples::ALL {
        for example in *own {
            let line = example.line;
            // What the shell does besides is done.
            let does_more = ["&&", " > ", "$(nkeep ceremony holder"];
            if does_more.iter().any(|more| line.contains(more)) {
                continue;
            }
            let scratch = prepared(path, line);
            let home = scratch.path();
            let (_server, line) = served(path, line, home);
            let line = line.as_str();
            let called = format!("nkeep {path}");
            let trial = line.replace(&called, &format!("nkeep --dry-run {path}"));
            let before = everything(home);
            let dry = shell(&trial, home)
                .stdin(std::process::Stdio::null())
                .output()
                .unwrap();
            assert!(everything(home) == before, "{trial} changed something");
            let is_refused = cannot.iter().any(|group| {
                path.strip_prefix(group)
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
            });
            if is_refused {
                assert!(
                    plan(&dry).contains("--dry-run is not for this command"),
                    "{trial}: {dry:?}"
                );
                // Whoever counts sockets waits for each process, and an agent stays for minutes.
                if path.starts_with("agent") || *path == "lock" {
                    common::at_home(home, &["lock"]);
                }
                refused += 1;
                continue;
            }
            assert!(dry.status.success(), "{trial}: {dry:?}");
            // Each line that says what was done says that it was not.
            let promised = plan(&dry)
                .replace("nkeep: dry run: ", "nkeep: ")
                .replace("{\"dry_run\":true,", "{");
            let ends = [
                "nothing was changed, and keys that were made for it are gone",
                "nothing was changed",
            ];
            let promised = ends.iter().find_map(|end| {
                let document = format!("{{\"kind\":\"note\",\"message\":\"{end}\"}}\n");
                let text = promised.strip_suffix(&format!("nkeep: {end}\n"));
                text.or_else(|| promised.strip_suffix(&document))
            });
            // Whoever wants to hear nothing hears nothing of that.
            let promised = match line.contains("--quiet") {
                true => promised.or(Some("")),
                false => promised,
            };
            // What servers are given is not there before, and a trial says no other thing when it is tried.
            let is_trial = line.contains("--dry-run");
            if !path.starts_with("import") && *path != "push" && !is_trial {
                let wet = plan(&shell(line, home).output().unwrap());
                // A request that is over is not over after a trial, and whoever reads that goes on.
                let wet = match *path == "ceremony import" {
                    true => wet.replace(
                        "is answered and done",
                        "would be answered and done: the answer fits",
                    ),
                    false => wet,
                };
                assert_eq!(promised, Some(&*wet), "{line}");
            }
            tried += 1;
        }
    }
    println!("examples tried: {tried}, refused: {refused}");
    assert!(tried > 40 && refused > 20, "{tried} {refused}");
}
