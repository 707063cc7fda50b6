//! Examples of every command: shown in its help and its man page, and run by the tests.

use std::fmt::Write as _;

use super::example::Example;

/// The examples of each command, by its path without `nkeep`.
pub const ALL: &[(&str, &[Example])] = &[
    ("completion", super::completion::EXAMPLES),
    ("describe jwt", super::describe::jwt::EXAMPLES),
    ("generate nkey", super::generate::nkey::EXAMPLES),
    ("man", super::man::EXAMPLES),
    ("nkey gen", super::nkey::r#gen::EXAMPLES),
    ("nkey seal", super::nkey::seal::EXAMPLES),
    ("nkey show", super::nkey::show::EXAMPLES),
    ("nkey sign", super::nkey::sign::EXAMPLES),
    ("nkey unseal", super::nkey::unseal::EXAMPLES),
    ("nkey verify", super::nkey::verify::EXAMPLES),
    ("validate", super::validate::EXAMPLES),
    ("version", super::version::EXAMPLES),
];

/// The commands with their examples after their help.
pub(super) fn attached(root: clap::Command) -> clap::Command {
    ALL.iter().fold(root, |root, (path, examples)| {
        let words: Vec<&str> = path.split(' ').collect();
        attached_at(root, &words, &text_of(examples))
    })
}

fn attached_at(command: clap::Command, path: &[&str], text: &str) -> clap::Command {
    match path {
        [] => command.after_help(text.to_owned()),
        [first, rest @ ..] => {
            command.mut_subcommand(*first, |inner| attached_at(inner, rest, text))
        }
    }
}

fn text_of(examples: &[Example]) -> String {
    let mut text = String::from("Examples:");
    for Example { purpose, line } in examples {
        // Writing to a String cannot fail.
        let _ = write!(text, "\n  # {purpose}\n  {line}");
    }
    text
}
