//! docs/architecture.md says which room uses which, and the code does as it says.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The rooms of the table, with those that each uses; nothing stands for all of them.
fn rooms() -> BTreeMap<String, Option<BTreeSet<String>>> {
    let page = fs::read_to_string("docs/architecture.md").unwrap();
    let rows = page.lines().filter(|line| line.starts_with("| `"));
    rows.map(|row| {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        let [name, _, uses] = cells[..] else {
            panic!("a row has three cells: {row}");
        };
        let named = |cell: &str| -> BTreeSet<String> {
            let words = cell.split_whitespace();
            words
                .map(|word| word.trim_matches('`').to_owned())
                .collect()
        };
        let uses = match uses {
            "everything" => None,
            "–" => Some(BTreeSet::new()),
            uses => Some(named(uses)),
        };
        (name.trim_matches('`').to_owned(), uses)
    })
    .collect()
}

/// The files of Rust below a folder.
pub fn sources(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, into);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            into.push(path);
        }
    }
}

/// The room that a file is in: the first folder, or the file itself.
fn room_of(path: &Path) -> String {
    let first = path.strip_prefix("src").unwrap().iter().next().unwrap();
    first.to_str().unwrap().trim_end_matches(".rs").to_owned()
}

/// The rooms that a source names.
fn used(text: &str) -> BTreeSet<String> {
    let after = text.split("crate::").skip(1);
    let names = after.map(|rest| {
        let end = rest.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_');
        rest[..end.unwrap_or(rest.len())].to_owned()
    });
    names.collect()
}

#[test]
fn each_room_uses_those_that_its_row_names_and_each_name_is_used() {
    let rooms = rooms();
    let mut files = Vec::new();
    sources(Path::new("src"), &mut files);
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for file in files {
        let room = room_of(&file);
        if room == "lib" || room == "main" {
            continue;
        }
        assert!(rooms.contains_key(&room), "no row for the room {room}");
        let text = fs::read_to_string(&file).unwrap();
        let others = used(&text).into_iter();
        let others = others.filter(|name| *name != room && rooms.contains_key(name));
        let of_room = found.entry(room.clone()).or_default();
        for other in others {
            if let Some(may) = &rooms[&room] {
                let file = file.display();
                assert!(may.contains(&other), "{file}: {room} does not use {other}");
            }
            of_room.insert(other);
        }
    }
    for (room, uses) in &rooms {
        let used = found.get(room);
        let used = used.unwrap_or_else(|| panic!("there is no room {room}"));
        let Some(uses) = uses else { continue };
        let idle: Vec<&String> = uses.difference(used).collect();
        assert!(idle.is_empty(), "{room} uses no {idle:?}");
    }
}

#[test]
fn no_room_is_below_itself() {
    let rooms = rooms();
    let mut settled: BTreeSet<String> = BTreeSet::new();
    while settled.len() < rooms.len() {
        let next: Vec<String> = rooms
            .iter()
            .filter(|(room, _)| !settled.contains(*room))
            .filter(|(_, uses)| {
                uses.as_ref()
                    .map_or(settled.len() + 1 == rooms.len(), |uses| {
                        uses.is_subset(&settled)
                    })
            })
            .map(|(room, _)| room.clone())
            .collect();
        let left: Vec<&String> = rooms
            .keys()
            .filter(|room| !settled.contains(*room))
            .collect();
        assert!(!next.is_empty(), "these go round: {left:?}");
        settled.extend(next);
    }
}

#[test]
fn pages_that_the_house_points_to_are_there() {
    let page = fs::read_to_string("docs/architecture.md").unwrap();
    let links = page
        .split("](")
        .skip(1)
        .map(|rest| rest.split(')').next().unwrap());
    for link in links {
        assert!(
            Path::new("docs").join(link).is_file(),
            "{link} is not there"
        );
    }
}
