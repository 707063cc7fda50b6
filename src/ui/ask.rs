//! A dialogue at the terminal: lines, yes or no, and choices from lists, all on stderr. ^C, ^D and Escape end it. What is
//! asked, and what an answer means, is decided elsewhere; secrets are asked for in [`super::prompt`].
//!
//! Lists are dialoguer's. Lines are read here, key by key: its own know neither Escape nor ^D (docs/decisions/009).

use std::io::{self, IsTerminal as _};

use dialoguer::console::{Key, Term, measure_text_width};
use dialoguer::{FuzzySelect, MultiSelect, Select};

#[cfg(unix)]
use super::modes::Changed;
use super::{ExitCode, Failure, shown};

/// A list that is longer is searched by typing.
const LONG: usize = 12;

/// The terminal, for as long as the dialogue goes on.
pub struct Dialogue {
    terminal: Term,
    #[cfg(unix)]
    modes: Changed,
}

impl Dialogue {
    /// Nothing where nobody could see a question, or answer it.
    pub fn open() -> Result<Option<Self>, Failure> {
        if !io::stdin().is_terminal() || !io::stderr().is_terminal() {
            return Ok(None);
        }
        #[cfg(unix)]
        let modes = {
            use std::os::fd::AsFd as _;
            Changed::to_keys(&io::stdin().as_fd().try_clone_to_owned()?.into())?
        };
        Ok(Some(Self {
            terminal: Term::stderr(),
            #[cfg(unix)]
            modes,
        }))
    }

    /// Asks for a line. `present` stands in brackets: what holds where nothing is typed.
    pub fn line(&self, question: &str, present: &str) -> Result<String, Failure> {
        let prompt = match present {
            "" => format!("{}: ", shown(question)),
            present => format!("{} [{}]: ", shown(question), shown(present)),
        };
        self.terminal.write_str(&prompt)?;
        let mut line = String::new();
        loop {
            match self.key()? {
                Key::Enter => break,
                Key::Escape => return Err(self.ended(cancelled())),
                Key::CtrlC => return Err(self.ended(interrupted())),
                // ^D with nothing typed
                Key::Char('\u{4}') if line.is_empty() => return Err(self.ended(interrupted())),
                // ^U
                Key::Char('\u{15}') => {
                    self.rewrite(&prompt, &line, "")?;
                    line.clear();
                }
                Key::Backspace => {
                    let before = line.clone();
                    line.pop();
                    self.rewrite(&prompt, &before, &line)?;
                }
                Key::Char(letter) if !letter.is_control() => {
                    line.push(letter);
                    self.terminal.write_str(&shown(&letter.to_string()))?;
                }
                _ => {}
            }
        }
        self.terminal.write_line("")?;
        Ok(line.trim().to_owned())
    }

    /// Asks for yes or no.
    pub fn yes(&self, question: &str, present: bool) -> Result<bool, Failure> {
        let present = if present { "yes" } else { "no" };
        loop {
            let line = self.line(question, present)?;
            match line.to_ascii_lowercase().as_str() {
                "" => return Ok(present == "yes"),
                "y" | "yes" => return Ok(true),
                "n" | "no" => return Ok(false),
                _ => self.say("it is neither yes nor no")?,
            }
        }
    }

    /// Lets one of a list be chosen, by arrows; one of a long list by typing a part of it, too.
    pub fn choice(
        &self,
        question: &str,
        items: &[String],
        present: usize,
    ) -> Result<usize, Failure> {
        let items = self.fitting(items);
        let question = shown(question);
        let mut distinct = items.clone();
        distinct.sort_unstable();
        distinct.dedup();
        // The search tells items apart by what is shown of them.
        let chosen = if items.len() > LONG && distinct.len() == items.len() {
            FuzzySelect::new()
                .with_prompt(format!("{question} (type to search)"))
                .items(&items)
                .default(present)
                .highlight_matches(false)
                .max_length(LONG)
                .interact_on_opt(&self.terminal)
        } else {
            Select::new()
                .with_prompt(question)
                .items(&items)
                .default(present)
                .max_length(LONG)
                .interact_on_opt(&self.terminal)
        };
        self.answered(chosen)
    }

    /// Lets any number of a list be chosen.
    pub fn choices(&self, question: &str, items: &[String]) -> Result<Vec<usize>, Failure> {
        let chosen = MultiSelect::new()
            .with_prompt(format!("{} (space marks, enter goes on)", shown(question)))
            .items(self.fitting(items))
            .max_length(LONG)
            .interact_on_opt(&self.terminal);
        self.answered(chosen)
    }

    /// Says something in between.
    pub fn say(&self, message: &str) -> Result<(), Failure> {
        Ok(self
            .terminal
            .write_line(&format!("nkeep: {}", shown(message)))?)
    }

    /// Shows a line by itself, such as a command to copy.
    pub fn show(&self, line: &str) -> Result<(), Failure> {
        Ok(self.terminal.write_line(&shown(line))?)
    }

    fn key(&self) -> Result<Key, Failure> {
        match self.terminal.read_key_raw() {
            Ok(key) => Ok(key),
            // Whoever was there has gone.
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Err(interrupted()),
            Err(error) => Err(error.into()),
        }
    }

    /// Shows the line as it is now in place of what it was, over however many rows that was.
    fn rewrite(&self, prompt: &str, before: &str, now: &str) -> Result<(), Failure> {
        let columns = usize::from(self.terminal.size().1).max(1);
        let width = measure_text_width(prompt) + measure_text_width(&shown(before));
        self.terminal
            .move_cursor_up(width.saturating_sub(1) / columns)?;
        self.terminal.write_str("\r")?;
        self.terminal.clear_to_end_of_screen()?;
        Ok(self
            .terminal
            .write_str(&format!("{prompt}{}", shown(now)))?)
    }

    /// Items that take a row each.
    fn fitting(&self, items: &[String]) -> Vec<String> {
        let columns = usize::from(self.terminal.size().1).saturating_sub(8).max(8);
        let fit = |item: &String| {
            let item = shown(item);
            match measure_text_width(&item) > columns {
                // Wide letters take two columns.
                true => item.chars().take(columns / 2).chain(['…']).collect(),
                false => item.into_owned(),
            }
        };
        items.iter().map(fit).collect()
    }

    fn answered<T>(&self, chosen: dialoguer::Result<Option<T>>) -> Result<T, Failure> {
        match chosen {
            Ok(Some(chosen)) => Ok(chosen),
            Ok(None) => Err(self.ended(cancelled())),
            Err(dialoguer::Error::IO(error)) => {
                let _ = self.terminal.show_cursor();
                match error.kind() {
                    io::ErrorKind::Interrupted => {
                        #[cfg(unix)]
                        self.modes.take_interrupt();
                        Err(self.ended(interrupted()))
                    }
                    io::ErrorKind::UnexpectedEof => Err(interrupted()),
                    _ => Err(error.into()),
                }
            }
        }
    }

    /// What is said next stands on a line of its own.
    fn ended(&self, failure: Failure) -> Failure {
        let _ = self.terminal.write_line("");
        failure
    }
}

/// Whoever was asked wants none of it.
#[must_use]
pub fn cancelled() -> Failure {
    Failure::new(
        ExitCode::Failed,
        anyhow::anyhow!("cancelled: nothing was changed"),
    )
}

fn interrupted() -> Failure {
    Failure::new(
        ExitCode::Interrupted,
        anyhow::anyhow!("interrupted: nothing was changed"),
    )
}
