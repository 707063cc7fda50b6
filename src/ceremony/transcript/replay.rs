//! What the files in a transcript come to: each response is what its request asked for, signed by the identity of the operator over
//! just those bytes. Ed25519 gives the same signature to the same bytes, so to check it is to sign once more.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use super::SHOW;
use super::line::{Exhibit, Line, title_of};
use crate::ceremony::approval::Approval;
use crate::ceremony::canonical::{Content, Sheet};
use crate::ceremony::policy::Policy;
use crate::ceremony::request::{Asks, Proposal, Request};
use crate::ceremony::response::Response;
use crate::ceremony::{CeremonyError, Result};
use crate::nkey::PublicKey;
use crate::text::quoted;

/// What was brought, each once, however often it stands there.
#[derive(Default)]
pub struct Stage {
    requests: BTreeMap<String, Brought<Request>>,
    responses: BTreeMap<String, Brought<Response>>,
    approvals: BTreeMap<String, Brought<Approval>>,
}

/// A file, and where it stands first.
struct Brought<C> {
    place: String,
    sheet: Sheet<C>,
}

impl Stage {
    /// Adds a file that stands whole in a line.
    pub fn bring(&mut self, line: &Line, exhibit: &Exhibit, text: &str) -> Result<()> {
        let place = format!("{} in line {}", exhibit.name, line.seq + 1);
        match title_of(text) {
            Some(Request::TITLE) => {
                let brought: Brought<Request> = read(place, text)?;
                Proposal::of(&brought.place, &brought.sheet)?;
                // The same request comes with more signatures once somebody approved it.
                match self.requests.entry(brought.sheet.sha256()) {
                    Entry::Vacant(first) => drop(first.insert(brought)),
                    Entry::Occupied(mut first) => first.get_mut().sheet = brought.sheet,
                }
            }
            Some(Response::TITLE) => {
                let read = read(place, text)?;
                let first = self.responses.entry(exhibit.sha256.clone());
                first.or_insert(read);
            }
            Some(Approval::TITLE) => {
                let read = read(place, text)?;
                let first = self.approvals.entry(exhibit.sha256.clone());
                first.or_insert(read);
            }
            Some(Policy::TITLE) => {
                Policy::written(&place, text.as_bytes())?;
            }
            _ => {
                let reason = format!(
                    "has {}, which nkeep puts into no transcript",
                    quoted(&place)
                );
                return Err(CeremonyError::problem("transcript", reason, SHOW));
            }
        }
        Ok(())
    }

    /// Replays it: what holds, and what there is no telling of.
    pub fn played(
        &self,
        file: &str,
        operator: Option<&PublicKey>,
    ) -> Result<(Vec<String>, Vec<String>)> {
        let (mut holds, mut unasked) = (Vec::new(), Vec::new());
        self.must_be_of(file, operator)?;
        for Brought { place, sheet } in self.approvals.values() {
            match self.requests.get(&sheet.content.request) {
                Some(request) => {
                    let by = sheet.by(place, &request.sheet)?;
                    holds.push(format!("{place} is {by}'s word for {}", request.place));
                }
                None => unasked.push(missing(place, &sheet.content.request)),
            }
        }
        for Brought { place, sheet } in self.responses.values() {
            match self.requests.get(&sheet.content.request) {
                Some(request) => {
                    let answers = sheet.answers(place, &request.sheet)?;
                    let by: BTreeSet<String> =
                        answers.iter().map(|answer| answer.by.to_string()).collect();
                    let by: Vec<String> = by.into_iter().collect();
                    holds.push(format!(
                        "{place} is what {} asked of {}",
                        request.place,
                        by.join(" and ")
                    ));
                }
                None => unasked.push(missing(place, &sheet.content.request)),
            }
        }
        Ok((holds, unasked))
    }

    /// All of it is about one operator, where somebody knows which.
    fn must_be_of(&self, file: &str, operator: Option<&PublicKey>) -> Result<()> {
        let Some(operator) = operator.map(ToString::to_string) else {
            return Ok(());
        };
        let known = self.after(operator.clone());
        let requests = self.requests.values();
        let requests = requests.map(|one| (&one.place, &one.sheet.content.operator));
        let responses = self.responses.values();
        let responses = responses.map(|one| (&one.place, &one.sheet.content.operator));
        for (place, of) in requests.chain(responses) {
            if !known.contains(of) {
                let reason = format!("{place} is of operator {of}, and not of {operator}");
                return Err(CeremonyError::tampered(reason, SHOW));
            }
        }
        match self.responses.is_empty() {
            false => Ok(()),
            true => Err(CeremonyError::problem(
                file,
                "has nothing in it that an operator signed",
                SHOW,
            )),
        }
    }

    /// An operator, and those of which it says in what was answered that they come after it.
    fn after(&self, operator: String) -> BTreeSet<String> {
        let answered = self.responses.values();
        let answered = answered.filter_map(|one| self.requests.get(&one.sheet.content.request));
        let said: Vec<(String, String)> = answered
            .filter_map(|request| Proposal::of(&request.place, &request.sheet).ok())
            .filter_map(|proposal| match proposal.asks {
                Asks::Successor { statement, .. } => {
                    Some((statement.old.to_string(), statement.new.to_string()))
                }
                _ => None,
            })
            .collect();
        let mut known: BTreeSet<String> = [operator].into();
        loop {
            let more = said.iter().filter(|(old, _)| known.contains(old));
            let more: Vec<String> = more.map(|(_, new)| new.clone()).collect();
            let count = known.len();
            known.extend(more);
            if known.len() == count {
                return known;
            }
        }
    }
}

fn missing(place: &str, request: &str) -> String {
    format!("{place} cannot be replayed: its request is not in the transcript ({request})")
}

fn read<C: Content>(place: String, text: &str) -> Result<Brought<C>> {
    let sheet = Sheet::read(&place, text.as_bytes())?;
    Ok(Brought { place, sheet })
}
