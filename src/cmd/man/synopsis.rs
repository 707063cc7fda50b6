//! The synopsis of a page: every option with the value that it takes. The one of `clap_mangen` leaves the values out.

use clap::{Arg, Command};
use clap_mangen::roff::{Inline, Roff, bold, italic, roman};

/// The section with the command's own options, then those that every command has, then what stands without a name.
pub fn section(command: &Command) -> Roff {
    let name = command.get_bin_name().unwrap_or_else(|| command.get_name());
    let mut line = vec![bold(name)];
    let (common, own): (Vec<&Arg>, Vec<&Arg>) = command
        .get_arguments()
        .filter(|argument| !argument.is_hide_set() && !argument.is_positional())
        .partition(|argument| argument.is_global_set() || argument.get_id() == "help");
    for argument in own.into_iter().chain(common) {
        bracketed(argument, option(argument), &mut line);
    }
    for argument in command
        .get_positionals()
        .filter(|argument| !argument.is_hide_set())
    {
        bracketed(argument, vec![value(argument)], &mut line);
    }
    if command.has_subcommands() {
        line.extend([roman(" "), italic("subcommand")]);
    }
    let mut roff = Roff::default();
    roff.control("SH", ["SYNOPSIS"]);
    roff.text(line);
    roff
}

fn bracketed(argument: &Arg, inner: Vec<Inline>, line: &mut Vec<Inline>) {
    let (before, after) = if argument.is_required_set() {
        (" ", "")
    } else {
        (" [", "]")
    };
    line.push(roman(before));
    line.extend(inner);
    line.push(roman(after));
}

fn option(argument: &Arg) -> Vec<Inline> {
    let short = argument.get_short().map(|short| bold(format!("-{short}")));
    let long = argument.get_long().map(|long| bold(format!("--{long}")));
    let mut inner: Vec<Inline> = match (short, long) {
        (Some(short), Some(long)) => vec![short, roman("|"), long],
        (short, long) => short.into_iter().chain(long).collect(),
    };
    if argument.get_action().takes_values() {
        inner.extend([roman(" "), value(argument)]);
    }
    inner
}

fn value(argument: &Arg) -> Inline {
    match argument.get_value_names() {
        Some(names) => italic(names.join(" ")),
        None => italic(argument.get_id().as_str().to_uppercase()),
    }
}
