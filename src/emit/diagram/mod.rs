//! Diagrams of what is in a store: which accounts share what, and who signed whom. What is to be seen is read from the
//! store once ([`Components`], [`Objects`]), and then written as PlantUML, as Mermaid or as SVG.
//!
//! Names, subjects and descriptions are whoever's: each writer has one function through which all of them go, and what
//! comes out of it is text in its format, whatever went in. The same store gives the same diagram.

mod components;
mod mermaid;
mod objects;
mod plantuml;
mod svg;

pub use components::Components;
pub use objects::{Objects, Shown};

use crate::jwt::validate::{Code, Issue, Origin, Severity};
use crate::masking::shown;

/// How a diagram is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// As nsc writes it.
    #[default]
    PlantUml,
    /// As web pages and code forges show it.
    Mermaid,
    /// As a browser shows it.
    Svg,
}

/// A diagram, in every form.
pub trait Diagram {
    /// The diagram as text.
    fn drawn(&self, form: Form) -> String;
}

impl Diagram for Components {
    fn drawn(&self, form: Form) -> String {
        match form {
            Form::PlantUml => plantuml::components(self),
            Form::Mermaid => mermaid::components(self),
            Form::Svg => svg::components(self),
        }
    }
}

impl Diagram for Objects {
    fn drawn(&self, form: Form) -> String {
        match form {
            Form::PlantUml => plantuml::objects(self),
            Form::Mermaid => mermaid::objects(self),
            Form::Svg => svg::objects(self),
        }
    }
}

/// What people wrote about something.
#[derive(Clone, Debug, Default)]
struct Note {
    description: String,
    url: String,
}

impl Note {
    /// Nothing where nothing was written.
    fn of(description: &str, url: &str) -> Option<Self> {
        (!description.is_empty() || !url.is_empty()).then(|| Self {
            description: description.to_owned(),
            url: url.to_owned(),
        })
    }

    /// The address, where it is one of the web's and nothing else can be read in it.
    fn link(&self) -> Option<&str> {
        let is_web = self.url.starts_with("https://") || self.url.starts_with("http://");
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/?#@&=+,;%".contains(&byte);
        (is_web && self.url.bytes().all(plain)).then_some(&*self.url)
    }
}

/// Whether a diagram speaks of an issue: Go's rules are those that nsc shows, and what does not hold is never left out.
fn is_shown(issue: &Issue) -> bool {
    issue.origin == Origin::Go
        || issue.severity() != Severity::Warning
        || issue.code == Code::UserRevoked
}

/// Text in lines of about so many characters, cut at spaces.
fn wrapped(text: &str, room: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut length = 0;
    for word in shown(text).split(' ') {
        let word_length = word.chars().count();
        if length > 0 && length + 1 + word_length > room {
            lines.push(String::new());
            length = 0;
        }
        if let Some(line) = lines.last_mut() {
            if length > 0 {
                line.push(' ');
                length += 1;
            }
            line.push_str(word);
        }
        length += word_length;
    }
    lines
}
