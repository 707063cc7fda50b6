//! Codes for a camera: whatever letters a text has and however long it is, its parts go into codes that another reader reads.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use common::at_home;
use common::ceremonies::Two;
use nkeep::ceremony::qr::{Code, LARGEST, joined, parts};

const SCALE: usize = 3;

/// What another reader takes from a code, and as what kind of letters it stands there.
fn read(code: &Code) -> (String, String) {
    let size = code.modules();
    let mut pixels = Vec::with_capacity(size * size * SCALE * SCALE);
    for row in 0..size {
        let row: Vec<u8> = (0..size)
            .flat_map(|column| [if code.is_dark(column, row) { 0 } else { 255 }; SCALE])
            .collect();
        pixels.extend(row.repeat(SCALE));
    }
    let mut reader = quircs::Quirc::default();
    let width = size * SCALE;
    let found = reader.identify(width, width, &pixels).next();
    let data = found.unwrap().unwrap().decode().unwrap();
    let kind = format!("{:?}", data.data_type);
    (String::from_utf8(data.payload).unwrap(), kind)
}

/// Letters in an order that is the same each time.
fn letters(of: &str, length: usize) -> String {
    let letters: Vec<char> = of.chars().collect();
    let mut state = 42_u64;
    let random = std::iter::repeat_with(|| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        letters[usize::try_from(state >> 33).unwrap() % letters.len()]
    });
    random.take(length).collect()
}

const CAPITALS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const BASE64: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

#[test]
fn whatever_its_letters_and_its_length_a_text_goes_into_codes() {
    let object = format!("{{\"key\":\"{CAPITALS}\",\"time\":1795200000,\"name\":\"a b\"}},");
    let json = |length: usize| object.repeat(length / object.len() + 1)[..length].to_owned();
    for length in [1, 17, 425, 2_800, 2_949, 2_953, 2_954, 3_000, 6_001, 20_000] {
        let texts = [
            json(length),
            letters(BASE64, length),
            letters("0123456789", length),
            letters(CAPITALS, length),
            letters("0123456789abcdef", length),
            letters("A1a2B3b4 \n{}\"", length),
        ];
        for text in texts {
            let split = parts(&text, LARGEST).unwrap();
            assert_eq!(split.len() == 1, length <= LARGEST);
            let read = split.iter().map(|part| read(&Code::small(part).unwrap()).0);
            let names = (1..).map(|at| format!("part-{at}"));
            let files: Vec<(String, String)> = names.zip(read).collect();
            assert_eq!(joined(&files).unwrap(), text);
        }
    }
}

#[test]
fn letters_beyond_ascii_stand_in_a_code_as_bytes() {
    let text = "中文日本語".repeat(40);
    let (back, kind) = read(&Code::small(&text).unwrap());
    assert_eq!(back, text);
    assert!(kind.contains("Byte"), "{kind}");
}

#[test]
fn a_request_that_is_too_large_for_one_code_goes_into_several() {
    let two = Two::new();
    let tag = "x".repeat(400);
    for (name, tags) in [("a", 1), ("b", 2), ("c", 9)] {
        let file = format!("{name}.nreq");
        let svg = format!("{name}.svg");
        let request = ["ceremony", "request", "-o", &file, "--svg", &svg, "--qr"];
        let tags: Vec<String> = (0..tags).map(|at| format!("{tag}{at}")).collect();
        let edit: Vec<&str> = tags.iter().flat_map(|tag| ["--tag", tag]).collect();
        let edit = [&request[..], &["edit", "operator"], &edit].concat();
        at_home(two.working(), &edit);
        let text = std::fs::read_to_string(two.working().join(&file)).unwrap();
        let count = parts(&text, LARGEST).unwrap().len();
        let first = match count {
            1 => svg,
            _ => format!("{name}-{count}.svg"),
        };
        assert!(two.working().join(first).is_file());
        let review = ["ceremony", "review", &file];
        assert!(at_home(two.working(), &review).contains(&tag[..40]));
    }
}

/// Nobody holds a camera at what a terminal has broken into pieces.
#[test]
fn a_code_that_is_wider_than_the_terminal_is_said_to_be() {
    let two = Two::new();
    let request = [
        "ceremony", "request", "--qr", "edit", "operator", "--tag", "x",
    ];
    let (text, code) = common::terminal::answered(two.working(), &request, &[]);
    assert_eq!(code, 0, "{text}");
    assert!(text.contains("and this terminal 80"), "{text}");
    assert!(text.contains("--svg FILE writes it to a file"), "{text}");
    // What goes to a file is for whatever shows it.
    let again = [&request[..2], &["-o", "b.nreq"], &request[2..]].concat();
    let to_file = at_home(two.working(), &again);
    assert!(to_file.contains('█'), "{to_file}");
}
