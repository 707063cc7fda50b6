//! What is said of exports that take the place of others.

use crate::cmd::Ctx;
use crate::jwt::claims::Export;
use crate::text::{counted, quoted};
use crate::trust::Place;
use crate::trust::share::{Successor, which_export};

/// What holds on in it, and whom it lets in.
pub fn warnings(ctx: &Ctx, place: &Place, successor: &Successor) -> Vec<String> {
    let kept = kept(ctx, place, successor);
    let lets_in = (!successor.lets_in.is_empty()).then(|| lets_in(ctx, place, successor, "it"));
    kept.into_iter().chain(lets_in).collect()
}

/// Whom one lets in that is public in a token that comes, as a sentence that says which it is.
pub fn opens(ctx: &Ctx, place: &Place, successor: &Successor) -> String {
    let Export {
        share_type,
        subject,
        ..
    } = &successor.export;
    let account = place.account.as_ref().map_or_else(String::new, |account| {
        format!(" of account {}", quoted(account))
    });
    let it = format!("the {share_type} export {}{account}", quoted(subject));
    lets_in(ctx, place, successor, &it)
}

fn lets_in(ctx: &Ctx, place: &Place, successor: &Successor, it: &str) -> String {
    let out = format!("nkeep edit export{} --private", which(place, successor));
    format!(
        "{it} is public, and lets in again who was shut out: {}; what shuts out: {}",
        successor.whom(),
        ctx.command(&out)
    )
}

/// What is said where an export comes back.
fn kept(ctx: &Ctx, place: &Place, successor: &Successor) -> Option<String> {
    let Successor { export, former, .. } = successor;
    let count = former.revocations.len();
    if successor.was_there || count == 0 {
        return None;
    }
    let others = former.subjects.iter();
    let others: Vec<String> = others
        .filter(|subject| **subject != export.subject)
        .map(quoted)
        .collect();
    let before = match others.is_empty() {
        true => "an export of this subject was here before".to_owned(),
        false => format!(
            "exports with subjects in common with it were here before ({})",
            others.join(", ")
        ),
    };
    let fate = match export.token_required {
        true => "hold on",
        false => "kept, to hold nobody off while it is public",
    };
    let list = format!(
        "nkeep revocations list-activations{}",
        which(place, successor)
    );
    Some(format!(
        "{before}: {} of activations for it {fate} ({})",
        counted(count, "revocation"),
        ctx.command(&list)
    ))
}

/// The flags that say which export.
fn which(place: &Place, successor: &Successor) -> String {
    let export = &successor.export;
    format!(
        "{}{}",
        which_export(&export.subject, export.share_type),
        place.flags()
    )
}
