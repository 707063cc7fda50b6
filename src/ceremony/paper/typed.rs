//! A page while somebody types it: the line that is wrong is told before the next one is asked for.

use zeroize::Zeroizing;

use super::read::{ARMOR, key_in, line_in, place};
use crate::nkey::Seed;

/// A page while somebody types it: each line is looked at as it comes.
#[derive(Default)]
pub struct Typed {
    text: Zeroizing<String>,
    has_key: bool,
    total: Option<usize>,
    lines: usize,
    is_whole: bool,
}

impl Typed {
    /// What is to be typed next; nothing once all of it is there.
    #[must_use]
    pub fn question(&self) -> Option<String> {
        let next = self.lines + 1;
        match self.total {
            _ if self.is_whole => None,
            _ if self.is_code() => Some("The next line of the age file".to_owned()),
            Some(total) => Some(format!("Line {next} of {total}, with its check")),
            None if self.has_key => Some("Line 1, which begins as 1/9 does".to_owned()),
            None => Some("The line of the key (nothing of what is typed is shown)".to_owned()),
        }
    }

    /// Takes a line, where it is what it must be.
    pub fn take(&mut self, line: &str) -> Result<(), String> {
        let line = line.trim();
        let is_first = self.text.is_empty();
        if self.is_code() || is_first && (line.starts_with(ARMOR) || Seed::parse(line).is_ok()) {
            self.is_whole = line.starts_with("-----END AGE") || !line.starts_with('-') && is_first;
            return self.keep(line);
        }
        let (first, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        if first.eq_ignore_ascii_case("key") {
            key_in(rest)?;
            self.has_key = true;
            return self.keep(line);
        }
        let (number, of, letters) = match (place(first), self.total) {
            (Some((number, of)), _) => (number, of, rest),
            (None, Some(total)) => (self.lines + 1, total, line),
            (None, None) if self.has_key => {
                return Err("does not begin with its place, as 1/9 does".to_owned());
            }
            (None, None) => {
                key_in(line)?;
                self.has_key = true;
                return self.keep(&format!("Key {line}"));
            }
        };
        let total = self.total.unwrap_or(of);
        if (number, of) != (self.lines + 1, total) {
            return Err(format!(
                "is line {number}/{of}, and {}/{total} is wanted",
                self.lines + 1
            ));
        }
        line_in(number, of, letters)?;
        self.total = Some(total);
        self.lines = number;
        self.is_whole = number == total;
        let line = Zeroizing::new(format!("{number}/{of} {letters}"));
        self.keep(&line)
    }

    /// What was typed, as a file has it.
    #[must_use]
    pub fn text(self) -> Zeroizing<String> {
        self.text
    }

    fn is_code(&self) -> bool {
        self.text.starts_with(ARMOR)
    }

    fn keep(&mut self, line: &str) -> Result<(), String> {
        const LONGEST: usize = 1 << 16;
        if self.text.is_empty() {
            // It does not move while it grows, and leaves nothing behind.
            self.text.reserve(LONGEST);
        }
        if self.text.len() + line.len() >= LONGEST {
            return Err("is one too many".to_owned());
        }
        self.text.push_str(line);
        self.text.push('\n');
        Ok(())
    }
}
