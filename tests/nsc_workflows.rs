//! Lines that scripts give to nsc, given to nkeep: the claims are those that real nsc made. What is compared, and how it was
//! recorded, says tests/vectors/nsc-workflows/README.md.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Output;

use data_encoding::BASE64URL_NOPAD;
use serde_json::{Map, Value};

/// How many seconds recording may have taken.
const SLACK: i64 = 40;
/// What nsc writes into an account's limits with every edit, and nkeep only with limits of JetStream.
const STRAY: [&str; 5] = [
    "streams",
    "consumer",
    "max_ack_pending",
    "mem_max_stream_bytes",
    "disk_max_stream_bytes",
];
/// What is no limit in a scope where it is left out.
const UNLIMITED: [&str; 3] = ["subs", "data", "payload"];

#[test]
fn scripts_written_for_nsc_make_what_nsc_makes() {
    let text = include_str!("vectors/nsc-workflows/workflows.json");
    let recorded: Value = serde_json::from_str(text).unwrap();
    let workflows = recorded["workflows"].as_array().unwrap();
    assert!(workflows.len() > 150, "{}", workflows.len());
    let half = workflows.len().div_ceil(2);
    let found: Vec<String> = std::thread::scope(|scope| {
        let parts: Vec<_> = workflows
            .chunks(half)
            .map(|part| scope.spawn(|| all_of(part, &recorded["keys"])))
            .collect();
        parts
            .into_iter()
            .flat_map(|part| part.join().unwrap())
            .collect()
    });
    assert!(found.is_empty(), "{}", found.join("\n"));
}

fn all_of(workflows: &[Value], keys: &Value) -> Vec<String> {
    let mut found = Vec::new();
    for workflow in workflows {
        let mut differences = Vec::new();
        run(workflow, keys, &mut differences);
        let name = workflow["name"].as_str().unwrap();
        found.extend(
            differences
                .into_iter()
                .map(|what| format!("{name}: {what}")),
        );
    }
    found
}

fn run(workflow: &Value, keys: &Value, differences: &mut Vec<String>) {
    let script = Script::begin(workflow["at"].to_string(), keys);
    let refused = workflow["refused"].as_array().unwrap();
    let mut printed = Vec::new();
    for (index, line) in workflow["lines"].as_array().unwrap().iter().enumerate() {
        let line = script.filled(line.as_str().unwrap());
        let output = script.run(&words(line.strip_prefix("= ").unwrap_or(&line)));
        let expected = !refused.contains(&index.into());
        if output.status.success() != expected {
            differences.push(format!("{line}: {output:?}"));
        }
        printed.push(String::from_utf8(output.stdout).unwrap());
    }
    let tree = script.tree();
    let names = placeholders(&tree, keys);
    for (index, expected) in workflow["outputs"].as_object().unwrap() {
        let said = shown(&printed[index.parse::<usize>().unwrap()], &names);
        compare(expected, &said, "output", differences);
    }
    let tree = plain(&Value::Object(tree), &names);
    compare(&workflow["claims"], &tree, "claims", differences);
}

/// A home that only knows where its identity is to be, as a script would begin.
struct Script {
    home: tempfile::TempDir,
    clock: String,
    keys: Value,
}

impl Script {
    fn begin(clock: String, keys: &Value) -> Self {
        let home = tempfile::tempdir().unwrap();
        for (name, key) in keys.as_object().unwrap() {
            let seed = key["seed"].as_str().unwrap();
            std::fs::write(home.path().join(name), format!("{seed}\n")).unwrap();
        }
        Self {
            home,
            clock,
            keys: keys.clone(),
        }
    }

    fn path(&self) -> &Path {
        self.home.path()
    }

    fn run(&self, words: &[String]) -> Output {
        common::nkeep_at(self.path())
            .env("NKEEP_IDENTITY", self.path().join("identity.txt"))
            .env("NKEEP_TEST_CLOCK", &self.clock)
            .args(words)
            .output()
            .unwrap()
    }

    /// The line with what stands in braces filled in.
    fn filled(&self, line: &str) -> String {
        let Some((before, rest)) = line.split_once('{') else {
            return line.to_owned();
        };
        let Some((inner, after)) = rest.split_once('}').filter(|_| !rest.starts_with('{')) else {
            return line.to_owned();
        };
        let (kind, name) = inner.split_once(':').unwrap_or((inner, ""));
        let value = match kind {
            "key" => self.keys[name]["public"].as_str().unwrap().to_owned(),
            "operator" => self.field(&["operator"], "sub"),
            "osk" => self.field(&["operator"], &format!("nats.signing_keys[{name}]")),
            "user" => {
                let (account, user) = name.split_once('/').unwrap();
                self.field(&["user", "-a", account, "-n", user], "sub")
            }
            "account" => self.field(&["account", "-n", name], "sub"),
            "sk" => self.field(&["account", "-n", name], "nats.signing_keys[0]"),
            "scoped" => self.field(&["account", "-n", name], "nats.signing_keys[0].key"),
            other => panic!("{other}"),
        };
        format!("{before}{value}{}", self.filled(after))
    }

    fn field(&self, what: &[&str], path: &str) -> String {
        let args = [&["describe"], what, &["-F", path]].concat();
        let args: Vec<String> = args.into_iter().map(str::to_owned).collect();
        let output = self.run(&args);
        assert!(output.status.success(), "{args:?}: {output:?}");
        serde_json::from_slice(&output.stdout).unwrap()
    }

    /// What every token says, by operator, account and user; nothing where no store was made.
    fn tree(&self) -> Map<String, Value> {
        let mut tree = Map::new();
        let exported = self.run(&["export".to_owned(), "nsc".to_owned(), "exported".to_owned()]);
        if exported.status.success() {
            gather(
                &self.path().join("exported/stores"),
                &mut Vec::new(),
                &mut tree,
            );
        }
        tree
    }
}

fn gather(folder: &Path, names: &mut Vec<String>, tree: &mut Map<String, Value>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let is_below = name != "accounts" && name != "users";
        if path.is_dir() {
            names.extend(is_below.then_some(name));
            gather(&path, names, tree);
            names.truncate(names.len() - usize::from(is_below));
        } else if let Some(name) = name.strip_suffix(".jwt") {
            let mut names = names.clone();
            if folder.ends_with("users") {
                names.push(name.to_owned());
            }
            let token = std::fs::read_to_string(&path).unwrap();
            tree.insert(names.join("/"), payload(&token));
        }
    }
}

fn payload(token: &str) -> Value {
    let part = token.trim().split('.').nth(1).unwrap();
    serde_json::from_slice(&BASE64URL_NOPAD.decode(part.as_bytes()).unwrap()).unwrap()
}

/// The words of a line, as a shell sees them that knows quotes alone.
fn words(line: &str) -> Vec<String> {
    let (mut words, mut word, mut quote) = (Vec::new(), None::<String>, None);
    for character in line.chars() {
        match (quote, character) {
            (Some(open), character) if open == character => quote = None,
            (None, '"' | '\'') => {
                quote = Some(character);
                word.get_or_insert_default();
            }
            (None, ' ') => words.extend(word.take()),
            (_, character) => word.get_or_insert_default().push(character),
        }
    }
    words.extend(word);
    words
}

/// What stands for each key.
fn placeholders(tree: &Map<String, Value>, keys: &Value) -> BTreeMap<String, String> {
    let mut names = BTreeMap::new();
    for (name, key) in keys.as_object().unwrap() {
        names.insert(text(&key["public"]), format!("<{name}>"));
    }
    for (name, claims) in tree {
        names
            .entry(text(&claims["sub"]))
            .or_insert(format!("<{name}>"));
        let signing = claims["nats"]["signing_keys"].as_array();
        for key in signing.into_iter().flatten() {
            let (key, called) = match key {
                Value::String(key) => (key.clone(), format!("<{name} sk>")),
                scope => {
                    let role = scope["role"].as_str().unwrap_or_default();
                    (text(&scope["key"]), format!("<{name} sk {role}>"))
                }
            };
            names.entry(key).or_insert(called);
        }
    }
    names
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

/// Without what is new every time, or nkeep's own, and placeholders for keys.
fn plain(value: &Value, names: &BTreeMap<String, String>) -> Value {
    match value {
        Value::Object(fields) => {
            let mut made = Map::new();
            for (name, inner) in fields {
                let own = name == "status" || (name == "kind" && inner == "jwt");
                if own || name == "iat" || name == "jti" {
                    continue;
                }
                let inner = match inner {
                    Value::String(token) if name == "token" => payload(token),
                    inner => inner.clone(),
                };
                made.insert(named(name, names), plain(&inner, names));
            }
            if let Some(Value::Array(keys)) = made.get_mut("signing_keys") {
                keys.sort_by_key(ToString::to_string);
            }
            Value::Object(made)
        }
        Value::Array(items) => items.iter().map(|item| plain(item, names)).collect(),
        Value::String(text) => named(text, names).into(),
        other => other.clone(),
    }
}

/// Text with placeholders in place of keys.
fn named(text: &str, names: &BTreeMap<String, String>) -> String {
    replaced(text, "", |word| {
        let is_key = word.parse::<nkeep::nkey::PublicKey>().is_ok();
        is_key.then(|| names.get(word).cloned().unwrap_or_else(|| "<?>".to_owned()))
    })
}

/// Text with some of its words replaced, in which those marks may stand, too.
fn replaced(text: &str, marks: &str, by: impl Fn(&str) -> Option<String>) -> String {
    let mut made = String::new();
    let mut rest = text;
    while !rest.is_empty() {
        let is_word =
            |character: char| character.is_ascii_alphanumeric() || marks.contains(character);
        let end = rest
            .find(|character| !is_word(character))
            .unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        made.push_str(&by(word).unwrap_or_else(|| word.to_owned()));
        let mut others = after.chars();
        made.extend(others.next());
        rest = others.as_str();
    }
    made
}

/// What was printed: JSON and tokens as what they say.
fn shown(said: &str, names: &BTreeMap<String, String>) -> Value {
    let said: Vec<&str> = said
        .trim()
        .lines()
        .filter(|line| !line.contains("NATS ACTIVATION JWT"))
        .collect();
    let said = said.join("\n").trim().to_owned();
    if said.starts_with("eyJ") && !said.contains('\n') {
        return plain(&payload(&said), names);
    }
    if let Ok(value) = serde_json::from_str(&said) {
        return plain(&value, names);
    }
    let said = replaced(&said, "-_.", |word| {
        let is_seed = nkeep::nkey::Seed::parse(word).is_ok();
        let is_token = word.starts_with("eyJ");
        is_token
            .then(|| "<token>".to_owned())
            .or_else(|| is_seed.then(|| "<seed>".to_owned()))
    });
    named(&said, names).split('\n').collect()
}

fn compare(nsc: &Value, nkeep: &Value, at: &str, differences: &mut Vec<String>) {
    match (nsc, nkeep) {
        (Value::Object(left), Value::Object(right)) => {
            let mut names: Vec<&String> = left.keys().chain(right.keys()).collect();
            names.sort();
            names.dedup();
            for name in names {
                let here = format!("{at}.{name}");
                match (left.get(name), right.get(name)) {
                    (Some(left), Some(right)) => compare(left, right, &here, differences),
                    (Some(left), None) if left == -1 && STRAY.contains(&name.as_str()) => {}
                    (None, Some(right))
                        if *right == -1
                            && UNLIMITED.contains(&name.as_str())
                            && at.ends_with(".template") => {}
                    (left, right) => {
                        differences.push(format!("{here}: nsc {left:?}, nkeep {right:?}"))
                    }
                }
            }
        }
        (Value::Array(left), Value::Array(right)) if left.len() == right.len() => {
            for (index, (left, right)) in left.iter().zip(right).enumerate() {
                compare(left, right, &format!("{at}[{index}]"), differences);
            }
        }
        (Value::Number(left), Value::Number(right)) if is_near(left, right) => {}
        (left, right) if left == right => {}
        (left, right) => differences.push(format!("{at}: nsc {left}, nkeep {right}")),
    }
}

/// Whether two times are apart by no more than it took to record one.
fn is_near(left: &serde_json::Number, right: &serde_json::Number) -> bool {
    let (left, right) = (left.as_i64().unwrap(), right.as_i64().unwrap());
    left.min(right) > 1_000_000_000 && (left - right).abs() < SLACK
}

/// What docs/nsc.md opens with is typed as it stands there.
#[test]
fn the_first_ten_minutes_are_as_they_are_written() {
    let home = common::scratch();
    let home = home.path();
    common::fixture("nsc-store", home);
    let nsc = home.join(".local/share/nats/nsc");
    std::fs::create_dir_all(nsc.parent().unwrap()).unwrap();
    std::fs::rename(home.join("nsc-store"), &nsc).unwrap();
    let text = std::fs::read_to_string("docs/nsc.md").unwrap();
    let mut count = 0;
    for block in text.split("```sh\n").skip(1) {
        let (block, _) = block.split_once("```").unwrap();
        for line in block.lines().filter(|line| !line.starts_with("export ")) {
            // Nothing is wrong with this store.
            let line = line.strip_suffix(" || test $? = 3").unwrap_or(line);
            let args = words(line.strip_prefix("nkeep ").unwrap());
            let output = common::nkeep_at(home).args(&args).output().unwrap();
            assert!(output.status.success(), "{line}: {output:?}");
            count += 1;
        }
    }
    assert!(count > 10, "{count}");
    assert!(!nsc.join("keys/creds/ALPHA/SYS/sys.creds").exists());
}
