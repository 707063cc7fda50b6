//! What no single command says: the idea, the commands in their order, files, and what to do when something is lost. It is written
//! in `store.md`, `rotation.md` and `ceremony.md`, in the little of Markdown that is read here: headings, paragraphs, lists
//! of `- TERM: what it is`, commands between fences, and words in backquotes.

use clap_mangen::roff::{Inline, Roff, bold, roman};

use crate::ui::Failure;

/// The file of the page about rotations, which are no command: `nkeep rotate` is.
pub const ROTATION: &str = "nkeep-rotation.7";

/// What stands in the page of a command besides.
pub fn of(page: &str) -> Option<&'static str> {
    match page {
        "nkeep-store" => Some(include_str!("store.md")),
        "nkeep-ceremony" => Some(include_str!("ceremony.md")),
        _ => None,
    }
}

/// The page about rotations.
pub fn rotation() -> Result<Vec<u8>, Failure> {
    let mut page = Roff::default();
    page.control("TH", ["nkeep-rotation", "7", "", super::SOURCE]);
    page.control("SH", ["NAME"]);
    page.text([roman(
        "nkeep-rotation - how keys are replaced without an outage",
    )]);
    page.extend([sections(include_str!("rotation.md"))]);
    let see = [
        ("nkeep-rotate", '1'),
        ("nkeep-store", '1'),
        ("nkeep-ceremony", '1'),
    ];
    super::see_also(&see, &mut page);
    let mut text = Vec::new();
    page.to_writer(&mut text)?;
    Ok(super::undated(&String::from_utf8(text)?).into_bytes())
}

/// A text as sections of a page.
pub fn sections(text: &str) -> Roff {
    let mut roff = Roff::default();
    let (mut is_typed, mut is_first) = (false, true);
    for line in text.lines() {
        if line == "```" {
            is_typed = !is_typed;
            typed(is_typed, &mut roff);
        } else if is_typed {
            roff.text([bold(line)]);
        } else if let Some(heading) = line.strip_prefix("## ") {
            roff.control("SH", [heading]);
        } else if let Some(item) = line.strip_prefix("- ") {
            let (term, what) = item.split_once(": ").unwrap_or((item, ""));
            roff.control("TP", []);
            roff.text(inline(term));
            roff.text(inline(what));
        } else if !line.is_empty() {
            if !is_first {
                roff.control("PP", []);
            }
            roff.text(inline(line));
        }
        // A paragraph begins by itself under a heading.
        is_first = line.starts_with("## ") || is_first && line.is_empty();
    }
    roff
}

/// Begins or ends lines that stay as they are.
fn typed(begins: bool, roff: &mut Roff) {
    if begins {
        roff.control("PP", []);
        roff.control("RS", ["4"]);
        roff.control("nf", []);
    } else {
        roff.control("fi", []);
        roff.control("RE", []);
    }
}

fn inline(text: &str) -> Vec<Inline> {
    let parts = text.split('`').enumerate();
    parts
        .filter(|(_, part)| !part.is_empty())
        .map(|(index, part)| match index % 2 {
            0 => roman(part),
            _ => bold(part),
        })
        .collect()
}
