//! Mermaid flow charts, as code forges and web pages show them.

use std::collections::HashMap;
use std::fmt::Write as _;

use super::components::Offer;
use super::objects::{Kind, LinkKind, Object, Row};
use super::{Components, Note, Objects};
use crate::masking::shown;

/// How each kind of node looks.
const CLASSES: [(&str, &str); 7] = [
    ("operator", "fill:#ede7f6,stroke:#4527a0,color:#000"),
    ("account", "fill:#e3f2fd,stroke:#1565c0,color:#000"),
    ("user", "fill:#e8f5e9,stroke:#2e7d32,color:#000"),
    ("part", "fill:#fafafa,stroke:#9e9e9e,color:#000"),
    ("public", "fill:#fffde7,stroke:#f9a825,color:#000"),
    ("private", "fill:#fff3e0,stroke:#e65100,color:#000"),
    ("wrong", "fill:#ffebee,stroke:#c62828,color:#000"),
];

pub fn components(diagram: &Components) -> String {
    let mut chart = Chart::new("LR");
    let mut links = Vec::new();
    for (at, account) in diagram.accounts.iter().enumerate() {
        let mut lines = vec![strong(account.name.as_deref().unwrap_or(&account.key))];
        if account.name.is_none() {
            lines.push(words("not in the store"));
        }
        lines.extend(note(account.note.as_ref()));
        let class = if account.name.is_some() {
            "account"
        } else {
            "wrong"
        };
        chart.node(&format!("a{at}"), ["[", "]"], &lines, class);
        for (number, offer) in account.offers.iter().enumerate() {
            let id = format!("a{at}e{number}");
            let class = match (
                offer.is_offered && offer.findings.is_empty(),
                offer.is_private,
            ) {
                (false, _) => "wrong",
                (true, true) => "private",
                (true, false) => "public",
            };
            chart.node(&id, ["([", "])"], &offered(offer), class);
            links.push(format!("{id} --- a{at}"));
        }
    }
    for (at, account) in diagram.accounts.iter().enumerate() {
        for take in &account.takes {
            let mut label = words(&take.remote);
            if take.local != take.remote {
                label = format!("{label}<br/>as {}", words(&take.local));
            }
            let (from, offer) = take.from;
            links.push(format!("a{at} -. \"{label}\" .-> a{from}e{offer}"));
        }
    }
    chart.finished(links)
}

fn offered(offer: &Offer) -> Vec<String> {
    let (access, share_type) = (offer.access(), offer.share_type());
    let mut lines = Vec::new();
    if !offer.is_offered {
        lines.push(words("not exported"));
    } else if offer.name != offer.subject {
        lines.push(strong(&offer.name));
    }
    lines.push(words(&offer.subject));
    lines.push(words(&format!("{access} {share_type}")));
    lines.extend(note(offer.note.as_ref()));
    for (by, messages) in &offer.findings {
        lines.push(words(&format!("issues by {by}:")));
        lines.extend(messages.iter().map(|message| words(message)));
    }
    lines
}

pub fn objects(diagram: &Objects) -> String {
    let mut chart = Chart::new("TB");
    let mut ids: HashMap<&str, usize> = HashMap::new();
    for (at, object) in diagram.all().enumerate() {
        ids.insert(&object.id, at);
    }
    let mut links = Vec::new();
    for (at, object) in diagram.all().enumerate() {
        chart.node(
            &format!("n{at}"),
            ["[", "]"],
            &described(object),
            class(object),
        );
        for link in &object.links {
            let Some(from) = ids.get(&*link.from) else {
                continue;
            };
            let label = match &link.key {
                Some(key) => words(&format!("{} by {key}", link.kind.label())),
                None => words(link.kind.label()),
            };
            links.push(match link.kind {
                LinkKind::Has => format!("n{from} --- n{at}"),
                LinkKind::RestrictsByDefault => format!("n{at} -. \"{label}\" .-> n{from}"),
                _ => format!("n{from} -- \"{label}\" --> n{at}"),
            });
        }
    }
    chart.finished(links)
}

fn class(object: &Object) -> &'static str {
    match object.kind {
        Kind::Operator => "operator",
        Kind::Account | Kind::SystemAccount => "account",
        Kind::User => "user",
        _ => "part",
    }
}

fn described(object: &Object) -> Vec<String> {
    let mut lines = vec![strong(&object.name), words(object.kind.name())];
    for row in &object.rows {
        match row {
            Row::Heading(heading, _) => lines.push(strong(heading)),
            Row::Value(name, value) => lines.push(words(&format!("{name} = {value}"))),
            Row::List(name, items) => lines.push(words(&format!("{name} = {}", items.join(", ")))),
            Row::Subject(subject) => lines.push(words(subject)),
            Row::Key(key, stored) => {
                let stored = if *stored { "stored" } else { "not stored" };
                lines.push(words(&format!("{key} {stored}")));
            }
        }
    }
    lines.extend(note(object.note.as_ref()));
    lines
}

/// A chart that is being written.
struct Chart(String);

impl Chart {
    fn new(direction: &str) -> Self {
        let mut text = format!("flowchart {direction}\n");
        for (name, look) in CLASSES {
            // Writing to a String cannot fail.
            let _ = writeln!(text, "  classDef {name} {look}");
        }
        Self(text)
    }

    fn node(&mut self, id: &str, shape: [&str; 2], lines: &[String], class: &str) {
        let [open, close] = shape;
        let label = lines.join("<br/>");
        // Writing to a String cannot fail.
        let _ = writeln!(self.0, "  {id}{open}\"{label}\"{close}:::{class}");
    }

    fn finished(mut self, links: Vec<String>) -> String {
        for link in links {
            // Writing to a String cannot fail.
            let _ = writeln!(self.0, "  {link}");
        }
        self.0
    }
}

fn note(note: Option<&Note>) -> Vec<String> {
    let Some(note) = note else {
        return Vec::new();
    };
    let parts = [&note.description, &note.url];
    let written = parts.into_iter().filter(|part| !part.is_empty());
    written
        .map(|part| format!("<i>{}</i>", words(part)))
        .collect()
}

fn strong(text: &str) -> String {
    format!("<b>{}</b>", words(text))
}

/// Text of others: letters, digits and spaces stand as they are, and what can mean nothing; the rest is written as its
/// number.
fn words(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    for character in shown(text).chars() {
        if character.is_alphanumeric() || " .,_-".contains(character) {
            words.push(character);
        } else {
            // Writing to a String cannot fail.
            let _ = write!(words, "#{};", u32::from(character));
        }
    }
    words
}
