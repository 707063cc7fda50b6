//! The command of this process as it was called, changed a little: what hints say to run instead.

use std::path::Path;

#[cfg(feature = "net")]
use crate::text::noted;
use crate::text::shell_word;

/// The command of this process as it was called, with a flag more: with everything else that was asked for.
#[must_use]
pub fn called_with(flag: &str) -> String {
    asked_with(called(), flag)
}

fn called() -> impl Iterator<Item = String> {
    let words = std::env::args_os().skip(1);
    words.map(|word| word.to_string_lossy().into_owned())
}

pub(super) fn asked_with(words: impl Iterator<Item = String>, flag: &str) -> String {
    let words: Vec<String> = words.map(|word| shell_word(&word)).collect();
    format!("nkeep {} {flag}", words.join(" "))
}

/// The same command, more patient with servers; nothing where it has as much patience as one can ask for.
#[cfg(feature = "net")]
#[must_use]
pub fn waiting_longer() -> Option<String> {
    const FLAG: &str = "--timeout";
    let (rest, given) = called_without(FLAG);
    let longer = match given.and_then(|seconds| seconds.parse::<u8>().ok()) {
        Some(60..) => return None,
        Some(30..) => 60,
        _ => 30,
    };
    let command = asked_with(rest.into_iter(), &format!("{FLAG} {longer}"));
    Some(noted(command, "waits longer"))
}

/// The command of this process as it was called, with another flag in the place of one that has a value.
#[must_use]
pub fn called_with_instead(flag: &str, other: &str) -> String {
    asked_with(called_without(flag).0.into_iter(), other)
}

/// The words of this process without a flag, and the value that it had.
pub(super) fn called_without(flag: &str) -> (Vec<String>, Option<String>) {
    let (mut rest, mut given) = (Vec::new(), None);
    let mut words = called();
    while let Some(word) = words.next() {
        match word.strip_prefix(flag).map(|value| value.strip_prefix('=')) {
            Some(Some(value)) => given = Some(value.to_owned()),
            Some(None) if word == flag => given = words.next(),
            _ => rest.push(word),
        }
    }
    (rest, given)
}

/// The command of this process as it was called, without insisting.
#[cfg(feature = "net")]
#[must_use]
pub fn again_unforced() -> String {
    let words = called().filter_map(|word| match &*word {
        "--force" | "-F" => None,
        "-AF" | "-FA" => Some("-A".to_owned()),
        _ => Some(word),
    });
    asked_with(words, "").trim_end().to_owned()
}

/// The command of this process as it was called.
#[must_use]
pub fn again() -> String {
    called_with("").trim_end().to_owned()
}

/// What has the root sign what the command of this process needs. How this one was to be shown or tried is no part of that.
pub(super) fn requested() -> String {
    let words = called().filter(|word| !is_about_showing(word));
    let words: Vec<String> = words.map(|word| shell_word(&word)).collect();
    format!("nkeep ceremony request {}", words.join(" "))
}

/// Whether a word is a flag of every command's that says how it is run, also several letters at once.
fn is_about_showing(word: &str) -> bool {
    let letters =
        |word: &str| !word.is_empty() && word.bytes().all(|letter| b"Jqi".contains(&letter));
    matches!(word, "--json" | "--quiet" | "--interactive" | "--dry-run")
        || word.strip_prefix('-').is_some_and(letters)
}

/// The command of this process as it was called, with another word in place of one: the last such, also glued to its flag.
#[must_use]
pub fn called_with_other(given: &Path, other: &str) -> String {
    let given = given.to_string_lossy();
    let mut words: Vec<String> = called().collect();
    let glued = |word: &str| {
        let flag = word.strip_suffix(&*given)?;
        let is_short = flag.len() == 2 && flag != "--";
        let is_flag = flag.starts_with('-') && (flag.ends_with('=') || is_short);
        (flag.is_empty() || is_flag).then(|| format!("{flag}{other}"))
    };
    let last = words.iter_mut().rev().find_map(|word| {
        let other = glued(word)?;
        Some((word, other))
    });
    if let Some((word, other)) = last {
        *word = other;
    }
    let words: Vec<String> = words.iter().map(|word| shell_word(word)).collect();
    format!("nkeep {}", words.join(" "))
}
