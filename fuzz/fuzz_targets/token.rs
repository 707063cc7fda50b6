//! Any text as a token: it never panics, and what is accepted means the same when it is written again.

#![no_main]

use libfuzzer_sys::fuzz_target;
use nkeep::jwt::decode::decode;
use nkeep::jwt::validate::validate;
use nkeep::with_token;

fuzz_target!(|text: &str| {
    // Signed texts are rare among made-up ones: the payload is also read as claims without a signature.
    if let Ok(token) = decode(text) {
        with_token!(token, |unverified| {
            validate(unverified.claims(), 1_800_000_000);
            assert_eq!(unverified.token(), text);
        });
    }
    claims::<nkeep::jwt::claims::Operator>(text);
    claims::<nkeep::jwt::claims::Account>(text);
    claims::<nkeep::jwt::claims::User>(text);
    claims::<nkeep::jwt::claims::Activation>(text);
    claims::<nkeep::jwt::claims::AuthorizationRequest>(text);
    claims::<nkeep::jwt::claims::Generic>(text);
});

fn claims<B: nkeep::jwt::validate::Validate>(text: &str) {
    use nkeep::jwt::claims::Claims;

    let Ok(read) = serde_json::from_str::<Claims<B>>(text) else { return };
    validate(&read, 1_800_000_000);
    let written = nkeep::jwt::json::to_vec(&read).expect("what was read can be written");
    let again: Claims<B> = serde_json::from_slice(&written).expect("what was written can be read");
    let twice = nkeep::jwt::json::to_vec(&again).expect("what was read can be written");
    assert_eq!(written, twice);
}
