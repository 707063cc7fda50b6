//! The state that whoever runs nkeep expects a store to have reached, for machines that remember none.

use crate::store::journal::Head;
use crate::store::sqlite::SqliteStore;
use crate::store::{Store as _, StoreError};
use crate::text::noted;
use crate::ui::{ExitCode, Failure, Hinted as _};

/// Refuses a store that does not go through the head that the environment expects: a machine that remembers none would take an older
/// copy for the newest.
pub fn must_be(store: &mut SqliteStore) -> Result<(), Failure> {
    const EXPECTED: &str = "NKEEP_EXPECT_HEAD";
    let Some(text) = std::env::var_os(EXPECTED) else {
        return Ok(());
    };
    // A setting that is missing comes so, and must not be the end of what it is for.
    if text.is_empty() {
        return Err(Failure::usage(format!("{EXPECTED} is set to nothing")))
            .hint(noted(
                format!("env -u {EXPECTED} nkeep audit checkpoint"),
                "prints what to set it to",
            ))
            .hint(noted(
                format!("unset {EXPECTED}"),
                "where no state is expected",
            ));
    }
    let expected: Head = (text.to_string_lossy().parse())
        .map_err(|why| Failure::usage(format!("{EXPECTED} is set, and {why}")))
        .hint(noted(
            format!("env -u {EXPECTED} nkeep audit checkpoint"),
            "prints what to set it to",
        ))?;
    let (head, passed) = store.read(|records| {
        let mut passed = false;
        records.each_entry(expected.sequence, &mut |entry| {
            passed |= entry.sequence == expected.sequence && entry.digest() == expected.digest;
            Ok(())
        })?;
        Ok::<_, StoreError>((records.head(), passed))
    })?;
    if passed {
        return Ok(());
    }
    let what = match head.sequence < expected.sequence {
        true => format!(
            "its journal ends at {}, and {EXPECTED} wants it to go to {}",
            head.sequence, expected.sequence
        ),
        false => format!(
            "entry {} of its journal is another than {EXPECTED} names",
            expected.sequence
        ),
    };
    let says = anyhow::anyhow!("{} was rolled back: {what}", store.path().display());
    Err(Failure::new(ExitCode::Tampered, says))
        .hint(noted(
            "nkeep store restore FILE --force",
            "puts a newer copy in its place",
        ))
        .hint(noted(
            format!("unset {EXPECTED}"),
            "if this one is meant: keys and revocations may be missing",
        ))
}
