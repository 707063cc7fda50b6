//! Any text as the files of a store in a folder, a name and its contents in turn between lines of a form feed: it never panics, and what is
//! taken is written again as it was.

#![no_main]

use std::path::Path;

use libfuzzer_sys::fuzz_target;
use nkeep::store::sqlite::{Remade, Tree};

fuzz_target!(|text: &str| {
    let parts: Vec<&str> = text.split("\u{c}\n").collect();
    let tree: Tree = parts
        .chunks_exact(2)
        .map(|pair| (pair[0].to_owned(), pair[1].to_owned()))
        .collect();
    if let Ok(remade) = Remade::of(&tree, Path::new("x")) {
        assert!(!remade.store_id().is_empty());
    }
});
