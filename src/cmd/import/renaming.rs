//! The flag `--rename`: names are signed anew by keys of the source, and by the store's, where it has them from there.

use crate::cmd::Ctx;
use crate::jwt::sign::Signer;
use crate::nsc::{self, Found, Renaming};
use crate::store::{Store as _, StoreError};
use crate::ui::{Failure, Hinted as _};

/// Gives what was found the names that it is to have. The store is opened where a key of its own has to sign. `looks` is the
/// command that shows what there is.
pub fn renamed(
    ctx: &Ctx,
    found: &mut Found,
    names: &[Renaming],
    looks: &str,
) -> Result<(), Failure> {
    let signers = signers(ctx, found, names)?;
    nsc::rename(found, names, &signers)
        .map_err(Failure::usage)
        .hint(looks)
}

fn signers(ctx: &Ctx, found: &Found, names: &[Renaming]) -> Result<Vec<Box<dyn Signer>>, Failure> {
    let lacking = nsc::lacking(found, names);
    if lacking.is_empty() || !ctx.has_store()? {
        return Ok(Vec::new());
    }
    let mut store = ctx.open_store()?;
    let stored = store.read(|records| nsc::stored(records, &lacking))?;
    if stored.is_empty() {
        return Ok(Vec::new());
    }
    let keyring = ctx.keyring(&mut store)?;
    let signers = store.read(|records| {
        let each = stored.iter();
        each.map(|record| keyring.signer(record, records.store_id()))
            .collect::<Result<_, StoreError>>()
    })?;
    Ok(signers)
}
