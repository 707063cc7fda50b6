//! Any bytes as what a ceremony reads of a key: sealed shares, sets, pages in words and on paper, parts of codes. It never panics, and what
//! is accepted is what is written again.

#![no_main]

use libfuzzer_sys::fuzz_target;
use nkeep::ceremony::paper::{Body, Page};
use nkeep::ceremony::qr::{joined, parts};
use nkeep::ceremony::shares::file::SealedShare;
use nkeep::ceremony::shares::page::Told;
use nkeep::ceremony::shares::set::Signed;
use nkeep::ceremony::words;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(share) = SealedShare::read("x", bytes) {
        assert_eq!(share.text().as_bytes(), bytes);
    }
    if let Ok(set) = Signed::read("x", bytes) {
        assert_eq!(set.text().as_bytes(), bytes);
    }
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    if let Ok(told) = Told::read("x", text) {
        let rows: Vec<String> = told.rows().iter().map(|row| row.to_string()).collect();
        let again = Told::read("x", &rows.join("\n")).unwrap_or_else(|error| panic!("{error}"));
        assert!(*again.share == *told.share && again.number == told.number);
    }
    if let Ok(page) = Page::read("x", text) {
        let again = Page::read("x", &page.text()).unwrap_or_else(|error| panic!("{error}"));
        let is_same = match (&page.body, &again.body) {
            (Body::Plain(one), Body::Plain(other)) => one.expose() == other.expose(),
            (Body::Sealed(one), Body::Sealed(other)) => one == other,
            _ => false,
        };
        assert!(is_same && page.key == again.key);
    }
    if let Ok(bytes) = words::bytes(text) {
        assert_eq!(*words::bytes(&words::words(&bytes).join(" ")).unwrap(), *bytes);
    }
    let _ = joined(&[("x".to_owned(), text.to_owned())]);
    if let Ok(split) = parts(text, 300) {
        if split.len() > 1 {
            let named: Vec<(String, String)> = split.into_iter().map(|part| ("x".to_owned(), part)).collect();
            assert_eq!(joined(&named).unwrap_or_else(|error| panic!("{error}")), text);
        }
    }
});
