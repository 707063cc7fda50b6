//! Services of several accounts that one account has under the same subjects: which of them answers is left to chance.

use crate::jwt::claims::{Import, ShareType};
use crate::jwt::subject::{is_contained_in, overlap};
use crate::text::quoted;

use super::cycle::local;

/// An import, counted from 0, and why another one is in its way.
pub(in crate::trust) type Rival = (usize, String);

/// Imports of services that take requests which one of another account takes, too. Of two, the later is said.
pub(in crate::trust) fn rivals(imports: &[Import]) -> Vec<Rival> {
    let services = imports.iter().enumerate();
    let services: Vec<_> = services
        .filter(|(_, import)| import.share_type == ShareType::Service)
        .map(|(index, import)| (index, import, called(import)))
        .collect();
    let mut found = Vec::new();
    for (at, (index, import, here)) in services.iter().enumerate() {
        for (_, other, beside) in &services[..at] {
            if other.account != import.account && overlap(here, beside) {
                found.push((*index, reason([import, other], [here, beside])));
            }
        }
    }
    found
}

/// The same of imports that an account has not had before, in sentences.
pub fn answered_twice(before: &[Import], after: &[Import]) -> Vec<String> {
    let all = rivals(after).into_iter();
    let new = all.filter(|(index, _)| !before.contains(&after[*index]));
    new.map(|(_, reason)| reason).collect()
}

fn called(import: &Import) -> String {
    match &*import.to {
        "" => local(import),
        to => to.to_owned(),
    }
}

fn reason([import, other]: [&Import; 2], [here, beside]: [&str; 2]) -> String {
    let (mine, its) = (quoted(here), quoted(beside));
    let what = if here == beside {
        format!("requests to {mine}")
    } else {
        format!("requests that both {mine} and {its} match")
    };
    // The library of older servers tells subjects apart by their text, whosever they are.
    let is_refused = is_contained_in(here, beside) || is_contained_in(beside, here);
    let refusal = if is_refused {
        "; servers before 2.11 refuse the whole account over it"
    } else {
        ""
    };
    format!(
        "{what} go to account {} and to account {}, and both are asked each time{refusal}",
        import.account, other.account
    )
}
