//! nsc's own stores: read as they are, judged piece by piece, taken into a store of nkeep's, and written again.
//!
//! Whatever is read here was written by others. File names, names in tokens and links are hostile until they were looked
//! at: nothing is followed, nothing is read past a limit, and no name becomes a path before it is a [`Name`]. What is
//! wrong is a [`Finding`] with its file, and what is said to be taken is taken whole or not at all. Nothing here knows how
//! a finding is shown, or signs anything but a name that was to be another.
//!
//! [`Name`]: crate::store::record::Name

mod ages;
mod credentials;
mod deleted_users;
pub mod export;
mod finding;
mod folder;
mod foreign;
mod forgotten_revocations;
mod found;
mod gather;
mod gone_from_nsc;
pub mod half_made;
mod judge;
mod loose_files;
mod lost_accounts;
mod missing_seeds;
pub mod owners;
mod plan;
mod planner;
mod renaming;
mod replaced;
mod seeds;
pub mod shred;
mod strewn_seeds;
mod take;
mod users;
mod usual;

pub use finding::{Code, Finding, Help, Outcome};
pub use folder::{Unread, contents};
pub use foreign::keys_of;
pub use found::{Found, FoundAccount, FoundOperator, FoundSeed, Selected, Sheet};
pub use gather::{Places, gather};
pub use loose_files::{Loose, loose, seeds_in, single};
pub use plan::{Judgement, PlainFile, Plan, PlannedEntity, PlannedKey};
pub use planner::{plan, signed_itself};
pub use renaming::{Renaming, lacking, rename, stored};
pub use replaced::Replaced;
pub use strewn_seeds::{Strewn, strewn};
pub use take::{Against, Comparison, Conflict, compare, still_hold, take};
pub use usual::Usual;
