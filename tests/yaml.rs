//! What is written as YAML is read as what it was by every reader: libyaml's and Python's own of YAML 1.1, ruamel's of both
//! versions, and one in Rust.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::io::Write as _;
use std::process::{Command, Stdio};

use nkeep::emit::yaml::{Node, stream};
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use serde_json::Value;

/// What some reader of some YAML takes for something else than a text, or for the end of it.
const WORDS: &str = "y n yes no on off true false null nan inf ~ .inf -.inf +.inf .nan = << - ? : | > & * ! % @ ` # , [ ] { } \
    ' \" -- --- ---- ... .. . / \\ _ __ -_ +_ ._ 0 00 -0 +0 0. .0 -.0 1_000 1__0 _1 1_ 0b101 0b1_0 -0b1 0o17 0O17 017 0777 08 \
    0x1F 0X1f 0x_1 -0x1 +1 -1 1e3 1E3 1e+3 1.5e-3 .5e1 1. 1.e1 +.5 1:30 12:30:45 190:20:30 190:20:30.15 1:60 -1:30 2001-01-01 \
    2001-1-1 2001-12-14t21:59:43.10-05:00 2001-12-14T21:59:43Z 1e999 0x 0b 0o e1 Ex 1a 9223372036854775808 1.0.0 v1.0 1,000 \
    !!str !!binary !tag &anchor *alias %YAML %TAG @at `tick` #comment a#b key: :key ::1 a:b a::b ?q -a -1a <<: =: {a:1} [a] a,b \
    {{x}} ${x} $(x) !!null !<tag> &a& *a* |- >+ |2 >1- \"\" '' '' \"a 'a a\" a' \\n \\x41 \\u0041 \\N \\_ 0.1.2.3 10.0.0.1/8 \
    http://a.b:4222 nats://h:4222?a=b#c application/json a/b a_b a-b a.b Infinity -Infinity NaN None undefined nil void";

/// Texts that break lines, hide, or cannot be seen.
const LINES: &[&str] = &[
    "",
    " ",
    "  ",
    "\t",
    "\n",
    "\n\n",
    "\r",
    "\r\n",
    "\u{0}",
    "\u{85}",
    "\u{2028}",
    "\u{2029}",
    "\u{feff}",
    "\u{fffe}",
    "\u{ffff}",
    "\u{1ffff}",
    "\u{10ffff}",
    "\u{fdd0}",
    "\u{7f}",
    "\u{9f}",
    "\u{a0}",
    "\u{ad}",
    "\u{e000}",
    "\u{d7ff}",
    "\u{fffd}",
    "\u{1f511}",
    "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}",
    "e\u{301}",
    "\u{202e}evil",
    "日本語",
    "ключ: значение",
    "ﬁ İ ı ß",
    " a",
    "a ",
    "a  b",
    "\ta",
    "a\t",
    "a\tb",
    "a\nb",
    "a\nb\n",
    "a\nb\n\n",
    "\na\nb",
    " a\nb",
    "a\n b",
    "a\n  b\n c",
    "a \nb",
    "a\n \nb",
    "a\n\nb\n",
    "a\r\nb\r\n",
    "a\rb",
    "a\n\tb",
    "\ta\nb",
    "# a\n# b\n",
    "- a\n- b\n",
    "a: 1\nb: 2\n",
    "---\na\n",
    "a\n---\nb\n",
    "a\n...\nb\n",
    "a\n%YAML 1.2\n",
    "a\n\u{feff}b\n",
    "a\n\u{85}b\n",
    "a\n\u{2028}b\n",
    "key: |\n  block\n",
    "'a\nb'",
    "\"a\nb\"",
    "\\\na\\\n",
    "a: b",
    "a : b",
    "a: ",
    "a:",
    ": a",
    "a #b",
    "a # b",
    "- a",
    "? a",
    "! a",
    "* a",
    "& a",
    "% a",
    "@ a",
    "{ a: b }",
    "[a, b]",
    "'it''s'",
    "\"say \\\"no\\\"\"",
    "-----BEGIN NATS USER JWT-----\neyJ0eXAiOiJKV1QiLCJhbGciOiJlZDI1NTE5LW5rZXkifQ.e30.c2ln\n------END NATS USER JWT------\n",
    "2001-12-14 21:59:43.10 -5",
    "\u{1b}[31mred\u{1b}[0m",
];

/// A word as people write it, and as they should not.
fn cases(word: &str) -> [String; 4] {
    let mut letters = word.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    [
        word.to_owned(),
        word.to_ascii_uppercase(),
        first.into_iter().chain(letters).collect(),
        word.chars().rev().collect(),
    ]
}

/// Words, what surrounds them, every character of one byte and the first of others, and texts out of all that by chance,
/// which is the same each time.
fn values() -> Vec<String> {
    let words: Vec<String> = WORDS.split_whitespace().flat_map(cases).collect();
    let mut all: BTreeSet<String> = LINES.iter().map(|line| (*line).to_owned()).collect();
    all.extend(words.iter().cloned());
    for word in WORDS.split_whitespace() {
        for (before, after) in [("", " "), ("", "\n"), ("a\n", "\nb"), ("a ", "")] {
            all.insert(format!("{before}{word}{after}"));
        }
    }
    for character in ('\0'..='\u{17f}')
        .chain('\u{2000}'..='\u{206f}')
        .chain('\u{fff0}'..='\u{ffff}')
    {
        all.insert(character.to_string());
        if !character.is_ascii_alphanumeric() && character < '\u{100}' {
            all.insert(format!("a{character}b"));
        }
    }
    // Longer than a line, and than readers take a key that stands on one.
    all.insert("long ".repeat(100));
    all.insert("x".repeat(4096));
    all.insert("\u{1}".repeat(300));

    let piece = prop_oneof![
        3 => prop::sample::select(words),
        3 => prop::sample::select(LINES).prop_map(str::to_owned),
        2 => prop::sample::select(vec![" ", "\n", ": ", " #", "- ", "'", "\"", "\\", "\t"]).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    let text = prop::collection::vec(piece, 1..6).prop_map(|pieces| pieces.concat());
    let mut runner = TestRunner::deterministic();
    all.extend((0..800).map(|_| text.new_tree(&mut runner).unwrap().current()));
    all.into_iter().collect()
}

/// The values everywhere that one can stand: after a name, as a name, in lists, in lists of lists and of maps, in text of
/// several lines, and as documents.
fn documents(values: &[String]) -> Vec<Node> {
    let text = |value: &String| Node::text(value.as_str());
    let named = |(number, value): (usize, &String)| (format!("k{number}"), text(value));
    let names = |value: &String| (value.clone(), Node::from("value"));
    let below = |value: &String| (value.clone(), Node::texts([("name", value.as_str())]));
    let list = |value: &String| (value.clone(), Node::list([value.as_str(), "end"]));
    let whole = [
        Node::Map(values.iter().enumerate().map(named).collect()),
        Node::Map(values.iter().map(names).collect()),
        Node::Map(values.iter().map(below).collect()),
        Node::Map(values.iter().map(list).collect()),
        Node::List(values.iter().map(text).collect()),
        Node::List(
            values
                .iter()
                .map(|value| Node::List(vec![text(value), Node::list([value.as_str()])]))
                .collect(),
        ),
        Node::List(
            values
                .iter()
                .map(String::as_str)
                .map(|value| Node::texts([("name", value), (value, "a"), ("end", "b")]))
                .collect(),
        ),
        Node::Map(
            values
                .iter()
                .map(|value| (value.clone(), Node::text(format!("first\n{value}\nlast\n"))))
                .collect(),
        ),
        Node::texts([])
            .with("nothing", Node::texts([]))
            .with("none", Node::List(Vec::new()))
            .with("number", i64::MIN)
            .with("truth", true),
        Node::texts([]),
        Node::List(Vec::new()),
    ];
    let alone = values.iter().map(text);
    whole.into_iter().chain(alone).collect()
}

/// Fails with the first document that was read as another, and where in it.
fn same(reader: &str, written: &[Value], read: &[Value]) {
    assert_eq!(
        written.len(),
        read.len(),
        "{reader}: another number of documents"
    );
    for (place, (written, read)) in written.iter().zip(read).enumerate() {
        if written != read {
            let at = difference(written, read).unwrap_or_default();
            panic!("{reader}, document {place}: {at}");
        }
    }
}

fn difference(written: &Value, read: &Value) -> Option<String> {
    match (written, read) {
        (Value::Object(one), Value::Object(other)) => one
            .iter()
            .find_map(|(name, value)| match other.get(name) {
                Some(there) => difference(value, there).map(|inner| format!("{name:?}: {inner}")),
                None => Some(format!("there is no {name:?}")),
            })
            .or_else(|| (one.len() != other.len()).then(|| "there are more names".to_owned())),
        (Value::Array(one), Value::Array(other)) if one.len() == other.len() => one
            .iter()
            .zip(other)
            .find_map(|(one, other)| difference(one, other)),
        (one, other) => (one != other).then(|| format!("{one:?} was read as {other:?}")),
    }
}

fn written() -> (String, Vec<Value>) {
    let values = values();
    assert!(values.len() >= 1000, "{} values", values.len());
    let documents = documents(&values);
    let meant = documents
        .iter()
        .map(|document| serde_json::to_value(document).unwrap())
        .collect();
    (stream(&documents).to_string(), meant)
}

/// What a reader of Python's read.
fn python(reader: &str, text: &str) -> Vec<Value> {
    let mut python = Command::new("python3")
        .args(["tests/fixtures/read_yaml.py", "target/tools/python", reader])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    // All of it is read before a word is answered.
    let mut stdin = python.stdin.take().unwrap();
    stdin.write_all(text.as_bytes()).unwrap();
    drop(stdin);
    let output = python.wait_with_output().unwrap();
    assert!(
        output.status.success(),
        "{reader} refused it, or is not there: tools/fetch"
    );
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn pyyaml_reads_what_was_written() {
    let (text, meant) = written();
    same("PyYAML", &meant, &python("pyyaml", &text));
}

#[test]
fn libyaml_reads_what_was_written() {
    let (text, meant) = written();
    same("libyaml", &meant, &python("libyaml", &text));
}

#[test]
fn ruamel_reads_what_was_written() {
    let (text, meant) = written();
    same("ruamel.yaml", &meant, &python("ruamel-1.2", &text));
}

#[test]
fn ruamel_reads_it_as_the_older_version_too() {
    let (text, meant) = written();
    same("ruamel.yaml 1.1", &meant, &python("ruamel-1.1", &text));
}

#[test]
fn rust_reads_what_was_written() {
    let (text, meant) = written();
    let budget = serde_saphyr::budget! {
        max_documents: 100_000,
        max_nodes: 10_000_000,
        max_events: 10_000_000,
    };
    let options = serde_saphyr::options! { budget: budget };
    let read: Vec<Value> = serde_saphyr::from_multiple_with_options(&text, options).unwrap();
    same("serde-saphyr", &meant, &read);
}

#[test]
fn whoever_looks_at_it_sees_what_is_there() {
    let (text, _) = written();
    let hidden = text
        .chars()
        .find(|character| *character != '\n' && nkeep::text::deceives(*character));
    assert_eq!(hidden, None);
    assert!(
        !text.lines().any(|line| line.ends_with(' ')),
        "a space at the end of a line"
    );
}

#[test]
fn names_that_are_known_to_be_harmless_stand_plain() {
    let document = Node::texts([("apiVersion", "v1"), ("kind", "Secret"), ("note", "No")]);
    assert_eq!(
        *stream(&[document]),
        "apiVersion: v1\nkind: Secret\nnote: \"No\"\n"
    );
}
