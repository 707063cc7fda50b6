//! What a share that is broken says of itself, or else the name of its file: nobody vouches for it, and yet it helps to find whose it is.

use super::file::cover;
use super::set::{MOST, SharesSet, is_holder};

/// Which share it says that it is.
pub struct Claimed {
    /// Its number.
    pub number: u8,
    holder: Option<String>,
    set: Option<String>,
}

impl Claimed {
    /// Of a file, whatever is in it.
    #[must_use]
    pub fn of(file: &str, bytes: &[u8]) -> Option<Self> {
        let text = String::from_utf8_lossy(bytes);
        let claimed = on_cover(&text)
            .or_else(|| on_page(&text))
            .or_else(|| in_name(file))?;
        Some(Self {
            holder: claimed.holder.filter(|holder| is_holder(holder).is_ok()),
            ..claimed
        })
        .filter(|claimed| (1..=MOST).contains(&claimed.number))
    }

    /// Whether it says that it is of that set.
    #[must_use]
    pub fn is_of(&self, set: &SharesSet) -> bool {
        self.set.as_deref() == Some(&set.id()) && set.holder(self.number).is_some()
    }

    /// In words.
    #[must_use]
    pub fn said(&self) -> String {
        match &self.holder {
            Some(holder) => format!("says that it is share {}, of {holder}", self.number),
            None => format!("called as share {} is", self.number),
        }
    }
}

/// Sealed, with a cover that can still be read.
fn on_cover(text: &str) -> Option<Claimed> {
    let (set, number) = cover(text)?;
    Some(Claimed {
        number,
        holder: set.holder(number).map(str::to_owned),
        set: Some(set.id()),
    })
}

/// In words, with what stands above them.
fn on_page(text: &str) -> Option<Claimed> {
    let after = |name: &str| {
        let line = text.lines().find_map(|line| line.trim().strip_prefix(name));
        line.map(|rest| rest.trim().to_owned())
    };
    let number = after("Share ")?;
    Some(Claimed {
        number: number.split_whitespace().next()?.parse().ok()?,
        holder: after("Holder "),
        set: after("Set "),
    })
}

/// As files of shares are called: NAME-2-of-3.nshare.
fn in_name(file: &str) -> Option<Claimed> {
    let (before, _) = file.rsplit_once("-of-")?;
    let (_, number) = before.rsplit_once('-')?;
    Some(Claimed {
        number: number.parse().ok()?,
        holder: None,
        set: None,
    })
}
