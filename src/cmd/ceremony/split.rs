//! `nkeep ceremony split`.

use super::handed::Handing;
use super::kept::Whose;
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[
    Example {
        purpose: "Three shares, of which any two bring the key back, each sealed to who holds it",
        line: "nkeep ceremony split -k 2 \
               --holder Ada=age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg \
               --holder Bob=age1lkfpum228scheakw38wzpge6frrdvjt6l8kp22jpf589ew05lc7qr7d3d7 \
               --holder Cyd=age1dpamhzndauemfhv59a70nrtnedsnwz26549c6uaj7cq42pwdfeksgmxsdz --dir shares",
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
    args.handing.terms(None)?;
    let opened = args.whose.open(ctx, args.handing.is_open())?;
    args.handing.hand_out(ctx, &opened.name, &opened.seed, None)
}
