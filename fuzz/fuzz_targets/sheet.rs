//! Any bytes as what two machines hand each other: requests, answers, approvals, policies, scripts, statements, transcripts. It never
//! panics, and what is accepted is written again as it was.

#![no_main]

use libfuzzer_sys::fuzz_target;
use nkeep::ceremony::approval::Approval;
use nkeep::ceremony::canonical::{Content, Sheet};
use nkeep::ceremony::policy::Policy;
use nkeep::ceremony::request::{Proposal, Request};
use nkeep::ceremony::response::Response;
use nkeep::ceremony::script::Plan;
use nkeep::ceremony::transcript::Transcript;
use nkeep::ceremony::transcript::verify::{Known, verified};
use nkeep::trust::statement;

fuzz_target!(|bytes: &[u8]| {
    if let Some(request) = read::<Request>(bytes) {
        let _ = Proposal::of("x", &request);
        let _ = Proposal::unsigned("x", &request);
    }
    read::<Response>(bytes);
    read::<Approval>(bytes);
    let _ = Policy::written("x", bytes);
    let _ = Plan::read("x", bytes);
    if let Ok(transcript) = Transcript::parse("x", bytes) {
        let _ = verified("x", &transcript, &Known::default());
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        let _ = statement::holds(text);
    }
});

fn read<C: Content>(bytes: &[u8]) -> Option<Sheet<C>> {
    let sheet = Sheet::<C>::read("x", bytes).ok()?;
    assert_eq!(sheet.text().as_bytes(), bytes);
    Some(sheet)
}
