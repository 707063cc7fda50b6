//! The script of a ceremony, as it is printed and followed: each step with its number, what to do, what to read aloud, what is to be
//! seen then, and room for initials and the time. It is made from a plan, which is one file of plain lines that everybody can review
//! and whose hash stands on top of every page.
//!
//! A plan has fields, `name: value`, and steps, which begin with `## `. What goes on in the next line is indented.

use std::fmt::Write as _;

use data_encoding::HEXLOWER;
use sha2::{Digest as _, Sha256};

use super::transcript::line::Participant;
use super::{CeremonyError, Result, words};
use crate::masking::holds_secret;
use crate::text::deceives;

/// The first line of a plan.
const HEAD: &str = "# nkeep ceremony plan 1";

/// The command that helps where a plan breaks a rule.
pub const HELP: &str = "nkeep ceremony script --example  # shows how a plan is written";
/// The largest plan that is read.
pub const LARGEST: u64 = 256 << 10;

/// A plan that can be followed as it stands, for a first ceremony on two machines.
pub const EXAMPLE: &str = include_str!("plan.txt");

/// A plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// What the ceremony is about.
    pub title: String,
    /// Where and when it takes place.
    pub about: Vec<(String, String)>,
    /// Who takes part.
    pub participants: Vec<Participant>,
    /// What they do.
    pub steps: Vec<Step>,
    /// The hash of the file.
    pub digest: [u8; 32],
}

/// A step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Step {
    /// What it is for.
    pub title: String,
    /// What belongs to it, in its order.
    pub parts: Vec<Item>,
}

impl Step {
    /// What is typed in it, in its order.
    pub fn commands(&self) -> impl Iterator<Item = &str> {
        let runs = self.parts.iter().filter(|item| item.part == Part::Run);
        runs.map(|item| item.text.as_str())
    }
}

/// One thing that belongs to a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What it is.
    pub part: Part,
    /// What it says.
    pub text: String,
    /// In which line of the plan it begins.
    pub line: usize,
}

/// What belongs to a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Who does it.
    By,
    /// What people do with their hands.
    Do,
    /// What is typed.
    Run,
    /// What is read aloud; never a secret.
    Read,
    /// What is to be seen then.
    Expect,
}

impl Part {
    const ALL: [Self; 5] = [Self::By, Self::Do, Self::Run, Self::Read, Self::Expect];

    /// How plans name it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::By => "by",
            Self::Do => "do",
            Self::Run => "run",
            Self::Read => "read",
            Self::Expect => "expect",
        }
    }

    /// How the script names it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::By => "Who",
            Self::Do => "Do",
            Self::Run => "Type",
            Self::Read => "Read aloud",
            Self::Expect => "Expect",
        }
    }
}

impl Plan {
    /// Reads one; `file` is what it is called where it is refused.
    pub fn read(file: &str, bytes: &[u8]) -> Result<Self> {
        let wrong = |number: usize, reason: &str| {
            CeremonyError::problem(file, format!("line {number} {reason}"), HELP)
        };
        let text = std::str::from_utf8(bytes)
            .map_err(|_| CeremonyError::problem(file, "is no text", HELP))?;
        if holds_secret(text) {
            let reason = "has a seed or an identity in it: a plan is read by everybody";
            return Err(CeremonyError::problem(file, reason, HELP));
        }
        let mut lines = Lines::of(text)
            .map_err(|number| wrong(number, "holds a character that cannot be seen"))?;
        if lines.next() != Some((1, HEAD.to_owned())) {
            return Err(wrong(1, &format!("is not \"{HEAD}\"")));
        }
        let mut plan = Self {
            title: String::new(),
            about: Vec::new(),
            participants: Vec::new(),
            steps: Vec::new(),
            digest: Sha256::digest(bytes).into(),
        };
        for (number, line) in lines {
            plan.take(number, &line)
                .map_err(|reason| wrong(number, &reason))?;
        }
        plan.must_be_whole(file)?;
        Ok(plan)
    }

    fn take(&mut self, number: usize, line: &str) -> std::result::Result<(), String> {
        if let Some(title) = line.strip_prefix("## ") {
            self.steps.push(Step {
                title: title.trim().to_owned(),
                parts: Vec::new(),
            });
            return Ok(());
        }
        let (name, value) = line
            .split_once(':')
            .ok_or("is neither \"name: value\" nor a step, \"## what it is for\"")?;
        let (name, value) = (name.trim(), value.trim());
        if value.is_empty() {
            return Err(format!("says nothing after {name:?}"));
        }
        if let Some(step) = self.steps.last_mut() {
            let part = Part::ALL.into_iter().find(|part| part.name() == name);
            let part = part.ok_or_else(|| {
                let known = Part::ALL.map(Part::name).join(", ");
                format!("names {name:?}, and a step has {known}")
            })?;
            step.parts.push(Item {
                part,
                text: value.to_owned(),
                line: number,
            });
            return Ok(());
        }
        match name {
            "title" if self.title.is_empty() => self.title = value.to_owned(),
            "title" => return Err("is a second title".to_owned()),
            "participant" => {
                let (name, role) = value
                    .split_once(':')
                    .ok_or("names a participant without a role, such as \"Ada: administrator\"")?;
                let (name, role) = (name.trim().to_owned(), role.trim().to_owned());
                let mut known = self.participants.iter();
                if known.any(|known| known.name.to_lowercase() == name.to_lowercase()) {
                    return Err(format!("names {name:?} a second time"));
                }
                self.participants.push(Participant { name, role });
            }
            "transcript" if self.transcript().is_some() => {
                return Err("names a second transcript".to_owned());
            }
            "place" | "date" | "purpose" | "transcript" => {
                self.about.push((name.to_owned(), value.to_owned()))
            }
            _ => {
                return Err(format!(
                    "names {name:?}, and before the steps a plan has title, purpose, place, date, transcript, participant"
                ));
            }
        }
        Ok(())
    }

    fn must_be_whole(&self, file: &str) -> Result<()> {
        let without = self.steps.iter().find(|step| step.parts.is_empty());
        let reason = match without {
            Some(step) => format!("has a step without anything to do: {:?}", step.title),
            None if self.title.is_empty() => "has no title".to_owned(),
            None if self.steps.is_empty() => "has no steps".to_owned(),
            None => return Ok(()),
        };
        Err(CeremonyError::problem(file, reason, HELP))
    }

    /// The file into which what is done goes.
    #[must_use]
    pub fn transcript(&self) -> Option<&str> {
        let mut about = self.about.iter();
        let named = about.find(|(name, _)| name == "transcript");
        named.map(|(_, file)| file.as_str())
    }

    /// The hash of the plan, in hexadecimal.
    #[must_use]
    pub fn sha256(&self) -> String {
        HEXLOWER.encode(&self.digest)
    }

    /// The script in Markdown.
    #[must_use]
    pub fn markdown(&self) -> String {
        let mut text = format!("# {}\n\n", marked(&self.title));
        for (name, value) in &self.about {
            let _ = writeln!(text, "- {name}: {}", marked(value));
        }
        let _ = writeln!(
            text,
            "- plan, SHA-256:\n\n```\n{}\n```\n",
            words::hash(&self.digest).join("\n")
        );
        text.push_str("| who | as | initials | signature |\n|---|---|---|---|\n");
        for one in &self.participants {
            let _ = writeln!(
                text,
                "| {} | {} |  |  |",
                marked(&one.name),
                marked(&one.role)
            );
        }
        text.push_str("\n| step | what | initials | time |\n|---|---|---|---|\n");
        for (at, step) in self.steps.iter().enumerate() {
            let mut what = format!("**{}**", marked(&step.title));
            for Item { part, text, .. } in &step.parts {
                let value = match part {
                    Part::Run => code(text),
                    _ => marked(text),
                };
                let _ = write!(what, "<br>{}: {value}", part.label());
            }
            let _ = writeln!(text, "| {} | {what} |  |  |", at + 1);
        }
        text
    }

    /// The script as a page to print.
    #[must_use]
    pub fn html(&self) -> String {
        let mut text = format!(
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>{0}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<h1>{0}</h1>\n<ul>\n",
            escaped(&self.title)
        );
        for (name, value) in &self.about {
            let _ = writeln!(text, "<li>{name}: {}</li>", escaped(value));
        }
        let _ = writeln!(
            text,
            "<li>plan, SHA-256:</li>\n</ul>\n<pre>{}</pre>",
            words::hash(&self.digest).join("\n")
        );
        text.push_str("<table>\n<tr><th>who</th><th>as</th><th class=\"short\">initials</th><th>signature</th></tr>\n");
        for one in &self.participants {
            let _ = writeln!(
                text,
                "<tr><td>{}</td><td>{}</td><td></td><td></td></tr>",
                escaped(&one.name),
                escaped(&one.role)
            );
        }
        text.push_str("</table>\n<table>\n<tr><th>step</th><th>what</th><th class=\"short\">initials</th><th class=\"short\">time</th></tr>\n");
        for (at, step) in self.steps.iter().enumerate() {
            let _ = write!(
                text,
                "<tr><td>{}</td><td><b>{}</b>",
                at + 1,
                escaped(&step.title)
            );
            for item in &step.parts {
                let (open, close) = match item.part {
                    Part::Run => ("<code>", "</code>"),
                    Part::Read => ("<q>", "</q>"),
                    _ => ("", ""),
                };
                let _ = write!(
                    text,
                    "<br>{}: {open}{}{close}",
                    item.part.label(),
                    escaped(&item.text)
                );
            }
            text.push_str("</td><td></td><td></td></tr>\n");
        }
        text.push_str("</table>\n</body>\n</html>\n");
        text
    }
}

const STYLE: &str = "\
body { font: 11pt/1.4 sans-serif; margin: 2em; }
table { border-collapse: collapse; width: 100%; margin: 1em 0; }
th, td { border: 1px solid #000; padding: .3em .5em; text-align: left; vertical-align: top; }
tr { break-inside: avoid; }
th.short { width: 5em; }
code, pre { font-family: monospace; overflow-wrap: anywhere; }
";

/// Lines without comments and blank ones, what is indented joined to the line above it.
struct Lines(std::vec::IntoIter<(usize, String)>);

impl Lines {
    fn of(text: &str) -> std::result::Result<Self, usize> {
        let mut lines: Vec<(usize, String)> = Vec::new();
        for (at, line) in text.lines().enumerate() {
            if line
                .chars()
                .any(|character| character != '\t' && deceives(character))
            {
                return Err(at + 1);
            }
            let is_more = line.starts_with([' ', '\t']) && !line.trim().is_empty();
            match lines.last_mut().filter(|_| is_more) {
                Some((_, above)) => {
                    above.push(' ');
                    above.push_str(line.trim());
                }
                None if line.trim().is_empty() => {}
                None => lines.push((at + 1, line.trim_end().to_owned())),
            }
        }
        Ok(Self(lines.into_iter()))
    }
}

impl Iterator for Lines {
    type Item = (usize, String);

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next()
    }
}

/// Text of others in a cell of Markdown, where it means nothing.
fn marked(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '<' => out.push_str("&lt;"),
            '&' => out.push_str("&amp;"),
            '|' | '*' | '_' | '`' | '[' | ']' | '\\' | '#' | '~' => {
                out.push('\\');
                out.push(character);
            }
            _ => out.push(character),
        }
    }
    out
}

/// A command in a cell of Markdown, as it is to be typed.
fn code(text: &str) -> String {
    let ticks = if text.contains('`') { "``" } else { "`" };
    format!("{ticks} {} {ticks}", text.replace('|', "\\|"))
}

/// Text of others on a page.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
