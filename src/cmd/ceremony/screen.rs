//! What somebody reads before the root signs, on lines of at most 80 columns, and page by page where it is to be read to the end.

use crate::ceremony::review::{Approved, Line, Part, PartKind, Review};
use crate::ceremony::words;
use crate::text::{cut, width};
use crate::ui::prompt::Prompt;
use crate::ui::{ExitCode, Failure, shown};

const COLUMNS: usize = 80;
const SHORTEST_SCREEN: usize = 10;

/// The screen of a review.
pub fn lines(review: &Review) -> Vec<String> {
    let mut lines = Lines::default();
    lines.heading("What is to be signed");
    lines.row("operator", &review.name);
    lines.key(&review.operator);
    lines.row("command", &format!("nkeep {}", review.command));
    if !review.reason.is_empty() {
        lines.row("reason", &review.reason);
    }
    lines.row("made", &review.made);
    lines.row("to sign by", &review.expires);
    if let Some(part) = review.parts.first() {
        lines.row("signed as of", &part.signed_as_of);
    }
    match &*review.requesters {
        [] => lines.row("asked by", "nobody whom the operator knows"),
        keys => {
            // Of an operator that is alone nobody knows whose keys they are.
            let whose = match &*review.parts {
                [only] if only.kind == PartKind::NewOperator => "a signing key that it is to have:",
                _ => "a signing key of the operator:",
            };
            lines.row("asked by", whose);
            keys.iter().for_each(|key| lines.key(key));
        }
    }
    if let Some(approved) = &review.approved {
        lines.approved(approved);
    }
    lines.row(
        "accounts",
        &format!("{} of {} are signed anew", review.affected, review.accounts),
    );
    for (place, part) in review.parts.iter().enumerate() {
        lines.part(part, place + 1, review.parts.len());
    }
    if !review.dangers.is_empty() {
        lines.heading("Think of");
        review
            .dangers
            .iter()
            .for_each(|danger| lines.text(&format!("! {danger}")));
    }
    if has_strange_letters(review) {
        lines.text("! it holds letters that are not ASCII, and may look like others");
    }
    lines.heading("SHA-256 of the request");
    lines.0.extend(hash(&review.digest));
    lines.0
}

/// A hash as it is compared and read aloud: in groups of four letters, and in words.
pub fn hash(digest: &[u8]) -> Vec<String> {
    indented(words::hash(digest))
}

/// A hash in groups of four letters.
pub fn in_groups(digest: &[u8]) -> Vec<String> {
    indented(words::groups(digest))
}

fn indented(lines: Vec<String>) -> Vec<String> {
    let lines = lines.into_iter();
    let lines = lines.map(|line| format!("  {line}").trim_end().to_owned());
    lines.collect()
}

/// Has the last two words of a hash typed that was shown. A slip is no reason to read all of it again; no flag stands for them.
pub fn last_words(
    prompt: &mut Prompt,
    digest: &[u8],
    to: &str,
    mut heard: impl FnMut(&str, &str),
) -> Result<(), Failure> {
    const TRIES: usize = 3;
    let words = words::words(digest);
    let wanted = words[words.len() - 2..].join(" ");
    let question = format!("To {to}, type the last two words of the hash; stop ends this");
    for left in (0..TRIES).rev() {
        let typed = prompt.fresh_line(&question)?;
        heard(&question, &typed);
        let typed = typed.split_whitespace().collect::<Vec<_>>().join(" ");
        match typed.to_ascii_lowercase().as_str() {
            "stop" | "q" => break,
            typed if typed.eq_ignore_ascii_case(&wanted) => return Ok(()),
            _ if left > 0 => prompt.show(&not_it(left))?,
            _ => {}
        }
    }
    Err(Failure::new(
        ExitCode::Failed,
        anyhow::anyhow!("the words that stand there were not typed, and nothing was done"),
    ))
}

/// What is said of a slip.
fn not_it(left: usize) -> String {
    let tries = if left == 1 { "try" } else { "tries" };
    format!("Those words do not stand there: {left} {tries} left.")
}

/// A name and what it says, escaped, on as many lines as it takes.
pub fn row(name: &str, value: &str) -> Vec<String> {
    let mut lines = Lines::default();
    let name = format!("  {name:<10}  ");
    lines.hung(&format!("{name}{value}"), name.len());
    lines.0
}

/// Text of others, escaped, on as many lines as it takes.
pub fn fitted(text: &str) -> Vec<String> {
    let mut lines = Lines::default();
    lines.text(text);
    lines.0
}

/// Shows lines until the end was reached.
pub fn read_to_the_end(prompt: &mut Prompt, lines: &[String]) -> Result<(), Failure> {
    let rows = rows().saturating_sub(2).max(SHORTEST_SCREEN);
    let mut pages = lines.chunks(rows).peekable();
    while let Some(page) = pages.next() {
        prompt.show(&page.join("\n"))?;
        if pages.peek().is_some() {
            turn(prompt)?;
        }
    }
    Ok(())
}

/// Waits until somebody wants the next page.
pub fn turn(prompt: &mut Prompt) -> Result<(), Failure> {
    match &*prompt.fresh_line("q ends this, Enter shows more")? {
        "q" | "Q" => Err(Failure::new(
            ExitCode::Failed,
            anyhow::anyhow!("it was not read to its end, and nothing was done"),
        )),
        _ => Ok(()),
    }
}

/// How many rows a terminal has.
fn rows() -> usize {
    usize::from(dialoguer::console::Term::stderr().size().0)
}

fn has_strange_letters(review: &Review) -> bool {
    let differences = review
        .parts
        .iter()
        .flat_map(|part| &part.lines)
        .flat_map(|line| [&line.before, &line.after]);
    let mut texts = differences
        .flatten()
        .chain([&review.name, &review.reason, &review.command]);
    texts.any(|text| !text.is_ascii())
}

#[derive(Default)]
struct Lines(Vec<String>);

impl Lines {
    fn heading(&mut self, text: &str) {
        if !self.0.is_empty() {
            self.0.push(String::new());
        }
        self.0.push(text.to_owned());
    }

    fn row(&mut self, name: &str, value: &str) {
        self.text(&format!("  {name:<13} {value}"));
    }

    /// A key in groups of four letters, which can be compared.
    fn key(&mut self, key: &str) {
        self.0.push(format!("    {}", groups(key)));
    }

    /// Who is for it, and how many have to be.
    fn approved(&mut self, approved: &Approved) {
        let Approved {
            by,
            wanted,
            approvers,
        } = approved;
        let takes = match wanted {
            0 => "the policy wants nobody's approval".to_owned(),
            _ => format!("{} of {approvers} approvers; it takes {wanted}", by.len()),
        };
        self.row("approved by", &takes);
        by.iter().for_each(|key| self.key(key));
    }

    /// One of the things that are to be signed; of several, with its number and by whom.
    fn part(&mut self, part: &Part, number: usize, of: usize) {
        let what = match part.kind {
            PartKind::Token => "What is not as it was (! : can lock out, or let in)",
            PartKind::NewOperator => "A new operator, and all that it says",
            PartKind::Statement => "One operator comes after another, and both say so",
            PartKind::Deletion => "Accounts that servers are to delete",
        };
        if of == 1 {
            self.heading(what);
        } else {
            self.heading(&format!("{number} of {of}: {what}"));
            self.row("signed by", "");
            self.key(&part.by);
        }
        part.lines.iter().for_each(|line| self.difference(line));
        if part.lines.is_empty() {
            self.text("  nothing");
        }
        if matches!(part.kind, PartKind::Token | PartKind::NewOperator) {
            let keys = &part.signing_keys;
            self.heading(&format!("Signing keys from then on: {}", keys.len()));
            keys.iter().for_each(|key| self.key(key));
        }
    }

    fn difference(&mut self, line: &Line) {
        let mark = if line.is_danger { '!' } else { ' ' };
        self.text(&format!("{mark} {}", line.field));
        for (sign, value) in [('-', &line.before), ('+', &line.after)] {
            let Some(value) = value else { continue };
            match is_key(value) {
                true => self.0.push(format!("  {sign} {}", groups(value))),
                false => self.text(&format!("  {sign} {value}")),
            }
        }
    }

    /// Text of others, escaped, on as many lines as it takes.
    fn text(&mut self, text: &str) {
        let hang = text.len() - text.trim_start().len() + 2;
        self.hung(text, hang);
    }

    /// The same, with what goes on in the next line that far in.
    fn hung(&mut self, text: &str, hang: usize) {
        let text = shown(text).into_owned();
        let mut line = String::new();
        let mut taken = 0;
        for character in text.chars() {
            let columns = width(character);
            if taken + columns > COLUMNS {
                // Between words, where there is one on the line.
                let at = line
                    .rfind(' ')
                    .filter(|at| *at > hang)
                    .unwrap_or(line.len());
                let rest = line[at..].trim_start().to_owned();
                line.truncate(at);
                self.0.push(std::mem::take(&mut line));
                line = format!("{}{rest}", " ".repeat(hang));
                taken = line.chars().map(width).sum();
            }
            line.push(character);
            taken += columns;
        }
        self.0.push(line);
    }
}

fn is_key(text: &str) -> bool {
    text.parse::<crate::nkey::PublicKey>().is_ok()
}

/// A key in groups of four letters.
pub fn groups(key: &str) -> String {
    let letters: Vec<char> = cut(key).chars().collect();
    let groups = letters.chunks(4).map(|group| group.iter().collect());
    groups.collect::<Vec<String>>().join(" ")
}
