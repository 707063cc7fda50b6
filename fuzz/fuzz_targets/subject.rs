//! Any two lines as subjects: it never panics, and what it says of them fits together.

#![no_main]

use libfuzzer_sys::fuzz_target;
use nkeep::jwt::subject::{Subject, faults};

fuzz_target!(|text: &str| {
    let _ = faults(text);
    let (one, other) = text.split_once('\n').unwrap_or((text, text));
    let (Ok(one), Ok(other)) = (one.parse::<Subject>(), other.parse::<Subject>()) else {
        return;
    };
    assert!(one.contains(&one) && one.overlaps(&one));
    assert_eq!(one.overlaps(&other), other.overlaps(&one));
    if one.contains(&other) {
        assert!(one.overlaps(&other), "what is inside meets what is around it");
    }
    if one.contains(&other) && other.contains(&one) && one.is_literal() {
        assert_eq!(one.as_str(), other.as_str());
    }
});
