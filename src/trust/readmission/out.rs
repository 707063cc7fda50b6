//! The commands that shut out again whom something lets in.

use super::{Readmitted, What};
use crate::clock::UnixSeconds;
use crate::jwt::claims::ShareType;
use crate::store::record::EntityKind;
use crate::text::shell_word;
use crate::trust::Place;
use crate::trust::share::which_export;

impl Readmitted {
    /// The command that shuts out again.
    #[must_use]
    pub fn shuts_out(&self) -> String {
        let (place, key) = (self.place.flags(), &self.key);
        match &self.what {
            What::Deleted(EntityKind::User, _) => format!("nkeep delete user {key}{place}"),
            What::Deleted(EntityKind::Account, _) => {
                format!("nkeep delete account {key} --force{place}")
            }
            What::Deleted(EntityKind::Operator, _) => format!("nkeep reissue operator -n {key}"),
            What::Key { of, only, .. } => take_away(*of, key, *only, &self.place),
            What::Revoked(up_to) => format!("nkeep {}{place}", revoke_user(key, Some(*up_to))),
            What::Activations(subject, kind, up_to) => {
                let revoke = revoke_activations((subject, *kind), key, Some(*up_to));
                format!("nkeep {revoke}{place}")
            }
            What::Public(subject, kind) => {
                let export = which_export(subject, *kind);
                format!("nkeep edit export{export} --private{place}")
            }
            What::Export(subject, kind) => {
                format!("nkeep delete export{}{place}", which_export(subject, *kind))
            }
        }
    }
}

/// The command that takes a signing key away. Where there is no other, who hangs on it needs one that signs in its place.
pub(in crate::trust) fn take_away(of: EntityKind, key: &str, only: bool, place: &Place) -> String {
    let mut place = place.clone();
    let account = place.account.take().filter(|_| of == EntityKind::Account);
    let account = account.map_or_else(String::new, |name| {
        format!(" {}", shell_word(name.as_str()))
    });
    let another = if only { "--sk generate " } else { "" };
    let place = place.flags();
    format!("nkeep edit {of}{account} {another}--rm-sk {key} --force{place}")
}

/// The words that revoke a user, or everybody, up to a time or all that there is: nsc has the same.
#[must_use]
pub fn revoke_user(whose: &str, up_to: Option<UnixSeconds>) -> String {
    format!("revocations add-user -u {}{}", shell_word(whose), at(up_to))
}

/// The words that revoke the activations of an account, or of every one, for an export: nsc has the same.
#[must_use]
pub fn revoke_activations(
    (subject, kind): (&str, ShareType),
    whose: &str,
    up_to: Option<UnixSeconds>,
) -> String {
    format!(
        "revocations add-activation{} -t {}{}",
        which_export(subject, kind),
        shell_word(whose),
        at(up_to)
    )
}

fn at(up_to: Option<UnixSeconds>) -> String {
    up_to.map_or_else(String::new, |up_to| format!(" --at {up_to}"))
}
