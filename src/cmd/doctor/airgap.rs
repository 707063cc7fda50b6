//! `nkeep doctor --airgap`.

use std::path::{Path, PathBuf};

use super::{last_change, show};
use crate::ceremony::airgap::{Machine, looked_at};
use crate::ceremony::transcript::line::What;
use crate::ceremony::transcript::{self, Stamp, Transcript};
use crate::cmd::Ctx;
use crate::testing;
use crate::ui::Failure;

pub fn run(ctx: &Ctx, transcript: Option<&Path>) -> Result<(), Failure> {
    let mut before = Vec::new();
    if let Some(path) = transcript {
        let latest = Transcript::open(path)?.latest();
        before.push(("the newest line of the transcript".to_owned(), latest));
    }
    before.extend(last_change(ctx).map(|time| ("the last change of the store".to_owned(), time)));
    let machine = Machine {
        root: root(),
        variable: &|name| std::env::var(name).ok(),
        now: ctx.clock.now(),
        before,
    };
    let found = looked_at(&machine);
    if let Some(path) = transcript.filter(|_| !ctx.made.is_trial()) {
        let findings = found.iter().map(|finding| finding.recorded()).collect();
        let stamp = Stamp::now(ctx.clock);
        let read = transcript::append(path, &stamp, What::Environment { findings })?;
        ctx.ui.note(&format!(
            "it stands in line {} of {}",
            read.lines.len(),
            path.display()
        ));
    }
    let says = "this is evidence, and no proof: whoever owns a machine can have it say anything";
    show(ctx, "airgap", &found, says)
}

/// Where the machine shows how it is; in debug builds, tests may have another.
fn root() -> PathBuf {
    testing::set("NKEEP_TEST_MACHINE").unwrap_or_else(|| PathBuf::from("/"))
}
