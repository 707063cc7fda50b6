//! YAML and JSON out of one tree, in memory that is wiped: what is written may hold seeds.
//!
//! Nothing is read here. A text stands plain only where no parser of any YAML, old or new, can take it for something else;
//! else it is in double quotes, with everything escaped that a parser or a terminal could stumble over. Texts of several
//! lines that are for people to read are blocks.

use std::fmt::{self, Write};

use serde::ser::{Serialize, SerializeMap as _, SerializeSeq as _, Serializer};
use zeroize::Zeroizing;

use crate::text::deceives;

/// As written, at most: readers give up on a name whose colon does not come within 1024 characters. A longer one is marked as
/// a name before it begins.
const LONGEST_NAME: usize = 512;

/// A value of a document.
pub enum Node {
    /// A text; it may be a secret.
    Text(Zeroizing<String>),
    /// A whole number.
    Number(i64),
    /// Yes or no.
    Truth(bool),
    /// Fields, in the order in which they are written.
    Map(Vec<(String, Node)>),
    /// Values, in their order.
    List(Vec<Node>),
}

impl Node {
    /// A text.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(Zeroizing::new(text.into()))
    }

    /// Fields of texts.
    #[must_use]
    pub fn texts<'a>(fields: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        fields
            .into_iter()
            .map(|(name, text)| (name, Self::text(text)))
            .collect()
    }

    /// A list of texts.
    #[must_use]
    pub fn list<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        Self::List(texts.into_iter().map(Self::text).collect())
    }

    /// The same with that field at its end.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Self>) -> Self {
        if let Self::Map(fields) = &mut self {
            fields.push((name.to_owned(), value.into()));
        }
        self
    }

    /// The same with that field where there is a value for it.
    #[must_use]
    pub fn with_some(self, name: &str, value: Option<impl Into<Self>>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// A field of it.
    #[must_use]
    pub fn field(&self, wanted: &str) -> Option<&Self> {
        let Self::Map(fields) = self else { return None };
        let field = fields.iter().find(|(name, _)| name == wanted);
        field.map(|(_, value)| value)
    }

    fn is_empty(&self) -> bool {
        match self {
            Self::Map(fields) => fields.is_empty(),
            Self::List(values) => values.is_empty(),
            _ => false,
        }
    }
}

impl<'a> FromIterator<(&'a str, Node)> for Node {
    fn from_iter<I: IntoIterator<Item = (&'a str, Node)>>(fields: I) -> Self {
        let fields = fields.into_iter();
        Self::Map(
            fields
                .map(|(name, value)| (name.to_owned(), value))
                .collect(),
        )
    }
}

impl From<&str> for Node {
    fn from(text: &str) -> Self {
        Self::text(text)
    }
}

impl From<String> for Node {
    fn from(text: String) -> Self {
        Self::text(text)
    }
}

impl From<Zeroizing<String>> for Node {
    fn from(text: Zeroizing<String>) -> Self {
        Self::Text(text)
    }
}

impl From<bool> for Node {
    fn from(truth: bool) -> Self {
        Self::Truth(truth)
    }
}

impl From<i64> for Node {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Number(number) => serializer.serialize_i64(*number),
            Self::Truth(truth) => serializer.serialize_bool(*truth),
            Self::Map(fields) => {
                let mut map = serializer.serialize_map(Some(fields.len()))?;
                for (name, value) in fields {
                    map.serialize_entry(name, value)?;
                }
                map.end()
            }
            Self::List(values) => {
                let mut list = serializer.serialize_seq(Some(values.len()))?;
                for value in values {
                    list.serialize_element(value)?;
                }
                list.end()
            }
        }
    }
}

/// Documents in one stream, each after `---` but the first.
#[must_use]
pub fn stream(documents: &[Node]) -> Zeroizing<String> {
    let mut length = Counted(0);
    write_stream(&mut length, documents);
    // As long as it will be: growing would leave a copy behind.
    let mut text = Zeroizing::new(String::with_capacity(length.0));
    write_stream(&mut *text, documents);
    text
}

/// Counts what is written, and keeps none of it.
struct Counted(usize);

impl Write for Counted {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 += text.len();
        Ok(())
    }
}

fn write_stream(out: &mut impl Write, documents: &[Node]) {
    for (place, document) in documents.iter().enumerate() {
        if place > 0 {
            put(out, "---\n");
        }
        match document {
            Node::Map(_) | Node::List(_) if !document.is_empty() => block(out, document, 0),
            _ => {
                inline(out, document, 0);
                put(out, "\n");
            }
        }
    }
}

/// Writing to a String, or counting, cannot fail.
fn put(out: &mut impl Write, text: &str) {
    let _ = out.write_str(text);
}

fn indent(out: &mut impl Write, depth: usize) {
    for _ in 0..depth {
        put(out, "  ");
    }
}

/// A map or list that has something in it, on lines of its own.
fn block(out: &mut impl Write, node: &Node, depth: usize) {
    match node {
        Node::Map(fields) => {
            for (place, (name, value)) in fields.iter().enumerate() {
                if place > 0 {
                    indent(out, depth);
                }
                field(out, name, value, depth);
            }
        }
        Node::List(values) => {
            for (place, value) in values.iter().enumerate() {
                if place > 0 {
                    indent(out, depth);
                }
                put(out, "- ");
                match value {
                    Node::Map(_) | Node::List(_) if !value.is_empty() => {
                        block(out, value, depth + 1);
                    }
                    _ => {
                        inline(out, value, depth);
                        put(out, "\n");
                    }
                }
            }
        }
        _ => inline(out, node, depth),
    }
}

fn field(out: &mut impl Write, name: &str, value: &Node, depth: usize) {
    let mut length = Counted(0);
    scalar(&mut length, name);
    if length.0 > LONGEST_NAME {
        put(out, "? ");
        scalar(out, name);
        put(out, "\n");
        indent(out, depth);
    } else {
        scalar(out, name);
    }
    put(out, ":");
    match value {
        Node::Map(_) | Node::List(_) if !value.is_empty() => {
            // A list stands under its name as far in as a map does.
            put(out, "\n");
            indent(out, depth + 1);
            block(out, value, depth + 1);
        }
        _ => {
            put(out, " ");
            inline(out, value, depth);
            put(out, "\n");
        }
    }
}

/// What follows on the line of its name.
fn inline(out: &mut impl Write, node: &Node, depth: usize) {
    match node {
        Node::Text(text) if is_for_people(text) => lines(out, text, depth + 1),
        Node::Text(text) => scalar(out, text),
        Node::Number(number) => {
            let _ = write!(out, "{number}");
        }
        Node::Truth(truth) => put(out, if *truth { "true" } else { "false" }),
        Node::Map(_) => put(out, "{}"),
        Node::List(_) => put(out, "[]"),
    }
}

/// Whether a text has lines that come back from a block as they went in, from every parser: no spaces at the ends of lines,
/// none at the beginning, nothing that cannot be seen, one line break at its end or none.
fn is_for_people(text: &str) -> bool {
    let body = text.strip_suffix('\n').unwrap_or(text);
    body.contains('\n')
        && !body.ends_with('\n')
        && !body.starts_with([' ', '\n'])
        && body.split('\n').all(|line| {
            !line.ends_with(' ') && line.bytes().all(|byte| (b' '..=b'~').contains(&byte))
        })
}

fn lines(out: &mut impl Write, text: &str, depth: usize) {
    put(out, if text.ends_with('\n') { "|" } else { "|-" });
    for line in text.strip_suffix('\n').unwrap_or(text).split('\n') {
        put(out, "\n");
        if !line.is_empty() {
            indent(out, depth);
            put(out, line);
        }
    }
}

fn scalar(out: &mut impl Write, text: &str) {
    if is_plain(text) {
        return put(out, text);
    }
    put(out, "\"");
    for character in text.chars() {
        match character {
            '"' => put(out, "\\\""),
            '\\' => put(out, "\\\\"),
            '\n' => put(out, "\\n"),
            '\r' => put(out, "\\r"),
            '\t' => put(out, "\\t"),
            character if is_escaped(character) => match u32::from(character) {
                code @ ..=0xFFFF => {
                    let _ = write!(out, "\\u{code:04X}");
                }
                code => {
                    let _ = write!(out, "\\U{code:08X}");
                }
            },
            character => {
                let _ = out.write_char(character);
            }
        }
    }
    put(out, "\"");
}

/// Whether a character is written by its number: what steers a terminal or cannot be seen, and what is no character.
fn is_escaped(character: char) -> bool {
    deceives(character) || matches!(u32::from(character) & 0xFFFF, 0xFFFE | 0xFFFF)
}

/// Whether a text means itself without quotes: a word that begins with a letter and is none of those that some parser takes
/// for true, false or nothing.
fn is_plain(text: &str) -> bool {
    const WORDS: [&str; 10] = [
        "y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan",
    ];
    text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"._/-".contains(&byte))
        && !WORDS.contains(&text.to_ascii_lowercase().as_str())
}
