//! Two machines: one that has the root, and one that works.

use std::collections::BTreeMap;
use std::path::Path;

use expectrl::{Eof, Expect as _};
use nkeep::nkey::Seed;
use serde_json::Value;

use super::refusal::{json, refused, run, store_of};
use super::terminal::{exit_code, spawned};
use super::{at_home, nkeep_at};

/// A command that needs the root.
pub const SERVICE: [&str; 4] = [
    "edit",
    "operator",
    "--service-url",
    "tls://nats.example.com",
];

/// Where the identity of an operator is, and where its accounts are.
pub struct Two {
    pub root: tempfile::TempDir,
    pub working: tempfile::TempDir,
}

impl Two {
    /// Of an estate that was made as always.
    #[must_use]
    pub fn new() -> Self {
        Self::of(super::estate())
    }

    /// The same, and the seeds that left the store while it was an ordinary one, by their public keys.
    #[must_use]
    pub fn with_seeds() -> (Self, BTreeMap<String, Seed>) {
        let estate = super::estate();
        let (folder, mut seeds) = (tempfile::tempdir().unwrap(), BTreeMap::new());
        for class in ["root", "operator-signing"] {
            let dir = folder.path().join(class);
            let export = ["export", "keys", "--class", class, "--dir"];
            let export = [&export[..], &[dir.to_str().unwrap()]].concat();
            at_home(estate.path(), &export);
            for file in std::fs::read_dir(dir).unwrap() {
                let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
                let seed = Seed::parse(text.trim()).unwrap();
                seeds.insert(seed.public().to_string(), seed);
            }
        }
        (Self::of(estate), seeds)
    }

    /// Of that estate.
    #[must_use]
    pub fn of(root: tempfile::TempDir) -> Self {
        let working = super::scratch();
        let (store, identity) = (
            store_of(working.path()),
            working.path().join("identity.txt"),
        );
        std::fs::create_dir_all(store.parent().unwrap()).unwrap();
        let split = [
            "ceremony",
            "split-store",
            "--to",
            store.to_str().unwrap(),
            "--new-identity",
            identity.to_str().unwrap(),
        ];
        at_home(root.path(), &split);
        // From its first look on it is remembered where it works.
        at_home(working.path(), &["store", "check"]);
        Self { root, working }
    }

    #[must_use]
    pub fn root(&self) -> &Path {
        self.root.path()
    }

    #[must_use]
    pub fn working(&self) -> &Path {
        self.working.path()
    }

    /// Asks for what a command needs, in a file of that name, which the root is handed.
    pub fn ask(&self, file: &str, command: &[&str]) -> Value {
        let request = ["ceremony", "request", "-o", file, "--json"];
        let output = run(self.working(), &[&request[..], command].concat());
        assert!(output.status.success(), "{output:?}");
        std::fs::copy(self.working().join(file), self.root().join(file)).unwrap();
        serde_json::from_slice(&output.stdout).unwrap()
    }

    /// Has the root sign it, at a terminal, and hands back the answer.
    pub fn sign(&self, request: &str, response: &str, more: &[&str]) {
        let (text, code) = sign_at(self.root(), request, response, more);
        assert_eq!(code, 0, "{text}");
        std::fs::copy(self.root().join(response), self.working().join(response)).unwrap();
    }

    /// Takes an answer.
    pub fn import(&self, response: &str) {
        at_home(self.working(), &["ceremony", "import", response]);
    }

    /// A command that needs the root goes the whole way.
    pub fn go(&self, name: &str, command: &[&str]) {
        let (request, response) = (format!("{name}.nreq"), format!("{name}.nresp"));
        self.ask(&request, command);
        self.sign(&request, &response, &[]);
        self.import(&response);
    }

    /// The operator as a store has it.
    #[must_use]
    pub fn operator(home: &Path) -> Value {
        json(home, &["describe", "operator"])
    }

    /// Its key.
    #[must_use]
    pub fn operator_key(home: &Path) -> String {
        Self::operator(home)["sub"].as_str().unwrap().to_owned()
    }

    /// Nothing was changed where it works by what is refused.
    pub fn refused(&self, args: &[&str], code: i32, says: &str) -> String {
        refused(self.working(), args, code, says)
    }
}

/// An estate, the key of its operator and the seed.
#[must_use]
pub fn with_seed() -> (tempfile::TempDir, String, String) {
    let home = super::estate();
    let export = ["export", "keys", "--operator", "--dir", "seeds"];
    at_home(home.path(), &export);
    let key = Two::operator_key(home.path());
    let seed = std::fs::read_to_string(home.path().join(format!("seeds/{key}.nk"))).unwrap();
    std::fs::remove_dir_all(home.path().join("seeds")).unwrap();
    (home, key, seed.trim().to_owned())
}

/// What a root shows of a request says all that, on a screen of 80 columns.
pub fn reviewed(home: &Path, request: &str, says: &[&str]) {
    let review = at_home(home, &["ceremony", "review", request]);
    for part in says {
        assert!(review.contains(part), "{part}: {review}");
    }
    for line in review.lines() {
        assert!(line.chars().count() <= 80, "{line}");
    }
}

/// Writes the policy of a root with something else in it.
pub fn policy(home: &Path, change: impl FnOnce(&mut Value)) -> Value {
    let shown = at_home(home, &["ceremony", "policy", "show"]);
    let mut policy: Value = serde_json::from_str(&shown).unwrap();
    change(&mut policy);
    std::fs::write(home.join("policy.json"), policy.to_string()).unwrap();
    policy
}

/// The same, which makes the root sign no more than before.
pub fn tightened(home: &Path, change: impl FnOnce(&mut Value)) -> Value {
    let policy = policy(home, change);
    at_home(home, &["ceremony", "policy", "set", "policy.json"]);
    policy
}

/// Sets a policy by which the root signs more than before, as somebody says at a terminal.
pub fn loosened(home: &Path, file: &str) {
    let answer = [("anything else ends this: ", "looser")];
    let set = ["ceremony", "policy", "set", file];
    let (text, code) = super::terminal::answered(home, &set, &answer);
    assert_eq!(code, 0, "{text}");
}

/// Signs at a terminal of 24 rows by what stands on the screen, and says what stood there.
pub fn sign_at(home: &Path, request: &str, response: &str, more: &[&str]) -> (String, i32) {
    let mut command = nkeep_at(home);
    command.args(["ceremony", "sign", request, "-o", response]);
    command.args(more);
    by_the_screen(command)
}

/// Reads to the end what a command shows at a terminal of 24 rows, types what stands there, and says what stood there.
pub fn by_the_screen(command: std::process::Command) -> (String, i32) {
    gone_through(command, |question| panic!("nobody answers {question}"))
}

/// The last two words of the hash on a screen.
#[must_use]
pub fn last_words(screen: &str) -> String {
    // Without an echo, a page begins in the line of the question before it.
    let screen = screen.replace("shows more: ", "\n");
    let rows = screen.lines().rev().map(str::trim_end);
    let row = rows
        .filter(|line| line.starts_with("  "))
        .find(|line| line.split_whitespace().count() == 4);
    let words: Vec<&str> = row.unwrap().split_whitespace().collect();
    words[2..].join(" ")
}

/// Goes through a plan at a terminal of 24 rows: what is asked is given to `answer`, all but the hash, which is read off the screen.
pub fn gone_through(
    command: std::process::Command,
    mut answer: impl FnMut(&str) -> String,
) -> (String, i32) {
    let mut session = spawned(command);
    session.get_process_mut().set_window_size(80, 24).unwrap();
    let mut seen = String::new();
    loop {
        let until = expectrl::Any::boxed(vec![
            Box::new("shows more: "),
            Box::new("ends this: "),
            Box::new("stops here: "),
            Box::new("(Enter: none): "),
            Box::new("and type it: "),
            Box::new("Passphrase of the page: "),
            Box::new(Eof),
        ]);
        let output = session.expect(until).unwrap();
        // Since the last answer: without an echo, no line has ended there.
        let since = String::from_utf8_lossy(output.as_bytes()).into_owned();
        let question = since.lines().last().unwrap_or_default().to_owned();
        seen.push_str(&since);
        let typed = match question.as_str() {
            "Write it down, and type it: " | "Passphrase of the page: " => passphrase(&seen),
            _ if question.ends_with("shows more: ") => String::new(),
            _ if question.ends_with("ends this: ") => last_words(&seen),
            _ if question.ends_with("stops here: ") || question.ends_with("none): ") => {
                answer(&question)
            }
            _ => break,
        };
        session.send_line(typed).unwrap();
    }
    (seen, exit_code(&session))
}

/// The passphrase that was made and shown last.
#[must_use]
pub fn passphrase(screen: &str) -> String {
    let mut rows = screen.lines().map(str::trim_end).rev();
    rows.find(|row| {
        row.starts_with("    ") && row.matches('-').count() == 4 && !row.trim().contains(' ')
    })
    .unwrap()
    .trim()
    .to_owned()
}

/// What people type who see what they expect, and have nothing to note.
#[must_use]
pub fn content(question: &str) -> String {
    match question {
        _ if question.starts_with("Type expected") => "expected".to_owned(),
        _ if question.starts_with("Type again") => "stop".to_owned(),
        _ => String::new(),
    }
}
