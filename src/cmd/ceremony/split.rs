//! `nkeep ceremony split`.

use super::handed::Handing;
use super::kept::Whose;
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[
    Example {
        purpose: "Two shares, which bring the key back together, each sealed to who holds it; --holder takes age1..., too",
        line: "nkeep ceremony holder --out ada.txt && nkeep ceremony holder --out bob.txt && \
               nkeep ceremony split -k 2 --holder Ada=ada.txt --holder Bob=bob.txt --dir shares",
    },
    Example {
        purpose: "The same in words, to be printed",
        line: "nkeep ceremony split -k 2 --holder Ada --holder Bob --holder Cyd --words --dir shares",
    },
];

/// Split an operator's key among people, any K of whom bring it back
///
/// K-1 shares say nothing of the key. Each share is sealed to the age recipient of who holds it; with --words, shares of holders
/// without one are written in words: print them, hand them over, and remove the files. A file NAME.nset says who holds what, and how
/// each share is told from a wrong one; it holds no secret. Every way in which enough shares come together is tried before anything is
/// written, and all files are read again afterwards. The key stays in the store.
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    whose: Whose,
    #[command(flatten)]
    handing: Handing,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    args.handing.terms(ctx, None)?;
    let opened = args.whose.open(ctx, args.handing.is_open())?;
    args.handing.hand_out(ctx, &opened.name, &opened.seed, None)
}
