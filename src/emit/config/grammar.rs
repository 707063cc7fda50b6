//! The grammar of server configurations, as far as what is written here uses it: keys, quoted and bare values, lists, maps,
//! comments. Anything else is an error, which is what a check of what was written is for.

use std::collections::HashSet;
use std::iter::Peekable;
use std::str::Chars;

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// In quotes or bare.
    Text(String),
    /// Between brackets.
    List(Vec<Value>),
    /// Between braces.
    Map(Vec<(String, Value)>),
}

/// Reads a whole configuration. A key that comes twice is an error: a server would take the last.
pub fn parse(text: &str) -> Result<Vec<(String, Value)>, String> {
    let mut reader = Reader {
        rest: text.chars().peekable(),
        line: 1,
    };
    let map = reader
        .map(None)
        .map_err(|reason| format!("line {}: {reason}", reader.line))?;
    Ok(map)
}

struct Reader<'a> {
    rest: Peekable<Chars<'a>>,
    line: usize,
}

impl Reader<'_> {
    fn next(&mut self) -> Option<char> {
        let next = self.rest.next();
        self.line += usize::from(next == Some('\n'));
        next
    }

    /// Passes over white space and comments.
    fn skip(&mut self) {
        while let Some(next) = self.rest.peek() {
            match next {
                '#' => while self.next().is_some_and(|next| next != '\n') {},
                next if next.is_whitespace() => drop(self.next()),
                _ => return,
            }
        }
    }

    fn map(&mut self, end: Option<char>) -> Result<Vec<(String, Value)>, String> {
        let mut map = Vec::new();
        let mut keys = HashSet::new();
        loop {
            self.skip();
            match self.rest.peek().copied() {
                next if next == end => {
                    self.next();
                    return Ok(map);
                }
                None => return Err("it ends inside a map".to_owned()),
                Some(_) => {}
            }
            let key = self.word();
            self.skip();
            if key.is_empty() || self.next() != Some(':') {
                return Err("a key and a colon are missing".to_owned());
            }
            if !keys.insert(key.clone()) {
                return Err(format!("{key} is there twice"));
            }
            self.skip();
            let value = self.value()?;
            map.push((key, value));
        }
    }

    fn value(&mut self) -> Result<Value, String> {
        match self.rest.peek() {
            Some('"') => {
                self.next();
                self.quoted().map(Value::Text)
            }
            Some('{') => {
                self.next();
                self.map(Some('}')).map(Value::Map)
            }
            Some('[') => {
                self.next();
                self.list().map(Value::List)
            }
            _ => match self.word() {
                word if word.is_empty() => Err("a value is missing".to_owned()),
                word => Ok(Value::Text(word)),
            },
        }
    }

    fn list(&mut self) -> Result<Vec<Value>, String> {
        let mut list = Vec::new();
        loop {
            self.skip();
            list.push(self.value()?);
            self.skip();
            match self.next() {
                Some(',') => {}
                Some(']') => return Ok(list),
                _ => return Err("a list goes on with neither , nor ]".to_owned()),
            }
        }
    }

    fn word(&mut self) -> String {
        let mut word = String::new();
        while let Some(next) = self
            .rest
            .next_if(|next| next.is_ascii_alphanumeric() || "_-.".contains(*next))
        {
            word.push(next);
        }
        word
    }

    fn quoted(&mut self) -> Result<String, String> {
        let mut text = String::new();
        loop {
            match self.next() {
                Some('"') => return Ok(text),
                Some('\\') => text.push(match self.next() {
                    Some('n') => '\n',
                    Some('r') => '\r',
                    Some('t') => '\t',
                    Some(same @ ('"' | '\\')) => same,
                    _ => return Err("an escape is none that a server knows".to_owned()),
                }),
                Some(plain) => text.push(plain),
                None => return Err("it ends inside quotes".to_owned()),
            }
        }
    }
}
