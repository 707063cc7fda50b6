//! `nkeep man`: the manual, one page a command, made from the same definitions as the help, and what no single command
//! says: the ideas.

mod concept;
mod synopsis;

use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};
use serde_json::json;

use super::example::Example;
use super::{Ctx, command};
use crate::jwt::validate::Code;
use crate::text::noted;
use crate::ui::{ExitCode, Failure, Hinted as _};

pub const EXAMPLES: &[Example] = &[
    Example {
        purpose: "Read the manual",
        line: "nkeep man > nkeep.1",
    },
    Example {
        purpose: "Read how keys are rotated",
        line: "nkeep man rotation > nkeep-rotation.7",
    },
    Example {
        purpose: "Write every page into a folder",
        line: "nkeep man --out pages",
    },
];

/// Print the manual, or write all its pages into a folder
///
/// There is a page for each command. Those of store and ceremony begin with the idea, the commands in their order and what to do when
/// something is lost; the page rotation says the same of rotations.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Folder for the pages; made if it is not there
    #[arg(long, value_name = "FOLDER")]
    out: Option<PathBuf>,
    /// Page to print: a command, such as generate creds, or rotation
    #[arg(conflicts_with = "out", default_value = "nkeep")]
    page: Vec<String>,
}

/// File name and text of every page.
pub fn pages() -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let mut root = command();
    root.build();
    let mut pages = Vec::new();
    gather(&root, "nkeep", &mut pages)?;
    pages.push((concept::ROTATION.to_owned(), concept::rotation()?));
    Ok(pages)
}

fn gather(
    command: &clap::Command,
    name: &str,
    pages: &mut Vec<(String, Vec<u8>)>,
) -> Result<(), Failure> {
    pages.push((format!("{name}.1"), page(command, name)?));
    for inner in command
        .get_subcommands()
        .filter(|inner| inner.get_name() != "help" && !inner.is_hide_set())
    {
        gather(inner, &format!("{name}-{}", inner.get_name()), pages)?;
    }
    Ok(())
}

fn page(command: &clap::Command, name: &str) -> Result<Vec<u8>, Failure> {
    // What is in the long help alone is in the page, too.
    let command = &command.clone().mut_args(|arg| arg.hide_short_help(false));
    // It has no page: `--help` says the same.
    let shown = match command.has_subcommands() {
        true => (command.clone()).mut_subcommand("help", |help| help.hide(true)),
        false => command.clone(),
    };
    let man = Man::new(shown)
        .title(name.to_owned())
        .date("")
        .source(SOURCE);
    let mut text = Vec::new();
    man.render_title(&mut text)?;
    man.render_name_section(&mut text)?;
    synopsis::section(command).to_writer(&mut text)?;
    man.render_description_section(&mut text)?;
    if let Some(idea) = concept::of(name) {
        concept::sections(idea).to_writer(&mut text)?;
    }
    if command.has_subcommands() {
        man.render_subcommands_section(&mut text)?;
    }
    man.render_options_section(&mut text)?;
    examples_section(name).to_writer(&mut text)?;
    if name == "nkeep-validate" {
        findings_section().to_writer(&mut text)?;
    }
    common_sections(name).to_writer(&mut text)?;
    Ok(undated(&with_one_preamble(&String::from_utf8(text)?)).into_bytes())
}

/// What stands at the foot of each page.
const SOURCE: &str = concat!("nkeep ", env!("CARGO_PKG_VERSION"));

/// Nothing stands for the date, so that the same source gives the same page: an empty word, or the next one would be taken for it.
fn undated(page: &str) -> String {
    page.replacen(
        &format!("  \"{SOURCE}\""),
        &format!(" \"\" \"{SOURCE}\""),
        1,
    )
}

/// Every section comes with the definition of an apostrophe; the first is enough.
fn with_one_preamble(page: &str) -> String {
    let preamble: String = page.split_inclusive('\n').take(2).collect();
    let sections = page.split(&preamble).collect::<String>();
    preamble + &sections
}

fn examples_section(name: &str) -> Roff {
    let path = name
        .trim_start_matches("nkeep")
        .trim_start_matches('-')
        .replace('-', " ");
    let mut roff = Roff::default();
    let Some((_, examples)) = super::examples::ALL
        .iter()
        .find(|(command, _)| *command == path)
    else {
        return roff;
    };
    roff.control("SH", ["EXAMPLES"]);
    for example in *examples {
        roff.control("TP", []);
        roff.text([roman(example.purpose)]);
        roff.text([bold(example.line)]);
    }
    roff
}

/// Every finding that validation may have.
fn findings_section() -> Roff {
    let mut roff = Roff::default();
    roff.control("SH", ["FINDINGS"]);
    for code in Code::ALL {
        roff.control("TP", []);
        roff.text([bold(code.name()), roman(format!(" ({})", code.severity()))]);
        roff.text([roman(code.meaning())]);
    }
    roff
}

/// What the environment may say.
const ENVIRONMENT: &[(&str, &str)] = &[
    (
        "COLUMNS",
        "How wide tables are, where the terminal does not say.",
    ),
    (
        "HOME",
        "Below it are the store and what is remembered of it; without it, --store and NKEEP_STATE must say where.",
    ),
    (
        "NKEEP_STORE",
        "The file with the store, where --store does not say; set to nothing it is refused.",
    ),
    (
        "NKEEP_IDENTITY",
        "The file with the age identity that opens it, where no flag says what does; set to nothing it is refused.",
    ),
    (
        "NKEEP_EXPECT_HEAD",
        "A head, as `nkeep audit checkpoint` prints it, that the store's journal must go through; one that does not is older, or \
         another, and is refused (exit code 7); set to nothing it is refused, too. For machines that remember no store, such as those of CI.",
    ),
    (
        "NKEEP_PLUGINS",
        "The age plugins that may be run, such as yubikey,tpm; no other is, whatever a store names. Takes the feature \
         plugins.",
    ),
    (
        "CREDENTIALS_DIRECTORY",
        "What systemd sets: the file nkeep-identity in that folder is an age identity.",
    ),
    (
        "NKEEP_STATE",
        "The folder in which stores are remembered, where the platform's is not to be used.",
    ),
    (
        "XDG_RUNTIME_DIR",
        "The folder for the socket of the agent; without it, the folder in which stores are remembered.",
    ),
    (
        "NKEEP_TRANSCRIPT",
        "The transcript to which commands of a ceremony add what was done, where --transcript does not say.",
    ),
    (
        "NKEEP_COMPLETE",
        "Names a shell: nkeep then prints the completion that asks nkeep itself.",
    ),
    ("NO_COLOR", "Honoured; nkeep prints no colours anyway."),
];

/// Where things are.
const FILES: &[(&str, &str)] = &[
    (
        "~/.local/share/nkeep/default.nkeep",
        "The store, on Linux; elsewhere nkeep/default.nkeep in the platform's folder for data.",
    ),
    (
        "~/.local/state/nkeep/pins",
        "What is remembered of each store, outside of it: how far its journal had come.",
    ),
    (
        "~/.local/state/nkeep/backups",
        "When each store was last copied by nkeep store backup, for nkeep doctor.",
    ),
    (
        "$XDG_RUNTIME_DIR/nkeep",
        "The socket of the agent, as long as there is one.",
    ),
];

/// What becomes of secrets.
const SECURITY: &[&str] = &[
    "Seeds are read from files or stdin, never from the command line, where every process could see them. A seed \
         is shown on a terminal, or in JSON, only with --reveal; in a pipe it flows where giving it is what the command is \
         for: `generate nkey`, `nkey gen`, `nkey unseal`, `generate creds`, `generate secret`, `generate nauth`, `generate nack`, `generate profile` with a \
         seed in its URL, `export keys --fd`, and `list keys --show-seeds` of users' keys. Of other keys that one lists seeds with --reveal alone.",
    "In the store every seed is sealed: an age file for the recipients of its class. What is public stands in clear. A \
         store that is older than what this machine has seen of it, or that anybody else changed, is refused (exit code 7).",
    "Files with secrets are made with mode 0600 and are never replaced without --force. The process writes no core \
         file; on Linux, other processes of the same user cannot look into it.",
    "Names, subjects and descriptions in tokens are anyone's words: control characters and characters that cannot \
         be seen are shown as escapes.",
];

/// A section of names and what they mean.
fn listed(title: &str, rows: &[(&str, &str)], roff: &mut Roff) {
    roff.control("SH", [title]);
    for (name, meaning) in rows {
        roff.control("TP", []);
        roff.text([bold(*name)]);
        roff.text([roman(*meaning)]);
    }
}

/// What holds for every command.
fn common_sections(name: &str) -> Roff {
    let mut roff = Roff::default();
    roff.control("SH", ["EXIT STATUS"]);
    for code in ExitCode::ALL {
        roff.control("TP", []);
        roff.text([bold(code.number().to_string())]);
        roff.text([roman(code.meaning())]);
    }
    if name != "nkeep" {
        let is_of_rotations = name.starts_with("nkeep-rotate");
        let see: &[_] = match is_of_rotations {
            true => &[("nkeep", '1'), ("nkeep-rotation", '7')],
            false => &[("nkeep", '1')],
        };
        see_also(see, &mut roff);
        return roff;
    }
    listed("ENVIRONMENT", ENVIRONMENT, &mut roff);
    listed("FILES", FILES, &mut roff);
    roff.control("SH", ["SECURITY"]);
    for (index, paragraph) in SECURITY.iter().enumerate() {
        if index > 0 {
            roff.control("PP", []);
        }
        roff.text([roman(*paragraph)]);
    }
    let ideas = [
        ("nkeep-store", '1'),
        ("nkeep-rotation", '7'),
        ("nkeep-ceremony", '1'),
    ];
    see_also(&ideas, &mut roff);
    roff
}

/// The section with other pages.
fn see_also(pages: &[(&str, char)], roff: &mut Roff) {
    roff.control("SH", ["SEE ALSO"]);
    let last = pages.len() - 1;
    for (index, (page, section)) in pages.iter().enumerate() {
        let comma = if index < last { "," } else { "" };
        roff.text([bold(*page), roman(format!("({section}){comma}"))]);
    }
}

/// The file of a page, however it was named: `generate creds`, `nkeep-generate-creds` or `nkeep-generate-creds.1`.
fn file_of<'a>(words: &[String], pages: &'a [(String, Vec<u8>)]) -> Option<&'a (String, Vec<u8>)> {
    // Several words in quotes are several words.
    let words: Vec<&str> = words.iter().flat_map(|word| word.split(' ')).collect();
    let named = words.join("-");
    let stem = named.trim_end_matches(".1").trim_end_matches(".7");
    let stem = match stem {
        "nkeep" => stem.to_owned(),
        stem if stem.starts_with("nkeep-") => stem.to_owned(),
        stem => format!("nkeep-{stem}"),
    };
    pages
        .iter()
        .find(|(file, _)| file.rsplit_once('.').is_some_and(|(page, _)| page == stem))
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let pages = pages()?;
    if let Some(folder) = &args.out {
        std::fs::create_dir_all(folder).context(format!("cannot make {}", folder.display()))?;
        for section in ["man1", "man7"].map(|section| folder.join(section)) {
            std::fs::create_dir_all(&section)
                .context(format!("cannot make {}", section.display()))?;
        }
        for (name, text) in &pages {
            let path = folder.join(section_of(name)).join(name);
            std::fs::write(&path, text).context(format!("cannot write {}", path.display()))?;
        }
        if ctx.ui.json() {
            let names: Vec<_> = pages.iter().map(|(name, _)| name).collect();
            return ctx
                .ui
                .document(&json!({ "kind": "man", "folder": folder, "pages": names }));
        }
        ctx.ui.note(&format!(
            "{} pages are in {}",
            pages.len(),
            folder.display()
        ));
        return Ok(());
    }
    let (wanted, text) = file_of(&args.page, &pages)
        .ok_or_else(|| Failure::usage(format!("there is no page {}", args.page.join(" "))))
        .hint(noted(
            "nkeep man",
            "names the commands, each of which has a page; and there is nkeep man rotation",
        ))?;
    if ctx.ui.json() {
        let text = String::from_utf8_lossy(text);
        return ctx
            .ui
            .document(&json!({ "kind": "man", "page": wanted, "text": text }));
    }
    if ctx.ui.stdout_is_terminal() && is_shown(text) {
        return Ok(());
    }
    ctx.ui.data(text)
}

/// The folder below the one that MANPATH names in which a page is looked for.
fn section_of(file: &str) -> &'static str {
    match file.ends_with(".7") {
        true => "man7",
        false => "man1",
    }
}

/// Whether man showed a page to a person; there may be none.
fn is_shown(text: &[u8]) -> bool {
    let mut man = Command::new("man");
    let Ok(mut child) = man.args(["-l", "-"]).stdin(Stdio::piped()).spawn() else {
        return false;
    };
    if let Some(mut stdin) = child.stdin.take() {
        // Whoever has read enough leaves before its end.
        let _ = stdin.write_all(text);
    }
    child.wait().is_ok_and(|status| status.success())
}
