//! Age files as text, for where bytes cannot stand.

use data_encoding::BASE64;

use super::AgeError;

const BEGIN: &str = "-----BEGIN AGE ENCRYPTED FILE-----";
const END: &str = "-----END AGE ENCRYPTED FILE-----";
const COLUMNS: usize = 64;

/// A file as text.
#[must_use]
pub fn encoded(file: &[u8]) -> String {
    let coded = BASE64.encode(file);
    let mut text = format!("{BEGIN}\n");
    let mut rest = coded.as_str();
    while !rest.is_empty() {
        let (line, after) = rest.split_at(rest.len().min(COLUMNS));
        text.push_str(line);
        text.push('\n');
        rest = after;
    }
    text.push_str(END);
    text.push('\n');
    text
}

/// The file in a text, written just so; spaces around the whole do not count.
pub fn decoded(text: &str) -> Result<Vec<u8>, AgeError> {
    const MALFORMED: AgeError = AgeError::Format("its armor is malformed");
    let lines: Vec<&str> = text.trim().lines().collect();
    let [BEGIN, full @ .., last, END] = &*lines else {
        return Err(MALFORMED);
    };
    let whole = full.iter().all(|line| line.len() == COLUMNS);
    if !whole || last.is_empty() || last.len() > COLUMNS {
        return Err(MALFORMED);
    }
    let coded = full.concat() + last;
    BASE64.decode(coded.as_bytes()).map_err(|_| MALFORMED)
}
