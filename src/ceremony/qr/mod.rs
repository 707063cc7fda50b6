//! Text as QR codes, for machines that no cable may join: drawn for a terminal or as SVG.

mod parts;

use std::fmt::Write as _;

use qrcode::bits::{Bits, encode_auto};
use qrcode::types::{Color, QrError, QrResult};
use qrcode::{EcLevel, QrCode, Version};

use super::{CeremonyError, Result};

pub use parts::{MOST_PARTS, is_part, joined, parts};

/// Bytes of the largest code: version 40, level L.
pub const LARGEST: usize = 2953;

const HELP: &str = "nkeep ceremony --help";
/// Light modules around a code, as readers need them.
const QUIET: usize = 4;

/// A code.
pub struct Code {
    width: usize,
    dark: Vec<bool>,
}

impl Code {
    /// The smallest of a text, for a screen.
    pub fn small(text: &str) -> Result<Self> {
        Self::of(text, [EcLevel::L])
    }

    /// One that can be read when much of it cannot, for paper.
    pub fn sturdy(text: &str) -> Result<Self> {
        Self::of(text, [EcLevel::H, EcLevel::Q, EcLevel::M, EcLevel::L])
    }

    fn of<const N: usize>(text: &str, levels: [EcLevel; N]) -> Result<Self> {
        let made = levels.into_iter().find_map(|level| {
            let made = bits_of(text, level).and_then(|bits| QrCode::with_bits(bits, level));
            match made {
                Err(QrError::DataTooLong) => None,
                made => Some(made),
            }
        });
        let code = match made {
            Some(Ok(code)) => code,
            Some(Err(error)) => return Err(CeremonyError::refused(error.to_string(), HELP)),
            None => {
                let why = format!(
                    "{} bytes do not go into one QR code, which has at most {LARGEST}",
                    text.len()
                );
                return Err(CeremonyError::refused(why, HELP));
            }
        };
        let colors = code.to_colors().into_iter();
        Ok(Self {
            width: code.width(),
            dark: colors.map(|color| color == Color::Dark).collect(),
        })
    }

    /// How many modules wide it is, with the light ones around it.
    #[must_use]
    pub const fn modules(&self) -> usize {
        self.width + 2 * QUIET
    }

    /// Whether a module is dark, counted from the corner of the margin.
    #[must_use]
    pub fn is_dark(&self, column: usize, row: usize) -> bool {
        let inside = QUIET..QUIET + self.width;
        inside.contains(&column)
            && inside.contains(&row)
            && self.dark[(row - QUIET) * self.width + column - QUIET]
    }

    /// For a terminal with light letters on dark, two modules to a letter. What is drawn is what is light.
    #[must_use]
    pub fn half_blocks(&self) -> String {
        let light = |column, row| row < self.modules() && !self.is_dark(column, row);
        let mut text = String::new();
        for row in (0..self.modules()).step_by(2) {
            text.extend((0..self.modules()).map(|column| {
                match (light(column, row), light(column, row + 1)) {
                    (true, true) => '█',
                    (true, false) => '▀',
                    (false, true) => '▄',
                    (false, false) => ' ',
                }
            }));
            text.truncate(text.trim_end_matches(' ').len());
            text.push('\n');
        }
        text
    }

    /// The same where a terminal has no more letters than a typewriter: a module is two of them.
    #[must_use]
    pub fn ascii(&self) -> String {
        let mut text = String::new();
        for row in 0..self.modules() {
            let module = |column| match self.is_dark(column, row) {
                true => "  ",
                false => "##",
            };
            text.extend((0..self.modules()).map(module));
            text.push('\n');
        }
        text
    }

    /// As SVG, to stand by itself or inside a page.
    #[must_use]
    pub fn svg(&self) -> String {
        let size = self.modules();
        let mut text = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {size} {size}\" width=\"{0}\" height=\"{0}\" \
             shape-rendering=\"crispEdges\"><rect width=\"{size}\" height=\"{size}\" fill=\"#fff\"/><path fill=\"#000\" d=\"",
            6 * size
        );
        for row in 0..size {
            let mut column = 0;
            while column < size {
                let run = (column..size)
                    .take_while(|at| self.is_dark(*at, row))
                    .count();
                if run > 0 {
                    // Writing to a String cannot fail.
                    let _ = write!(text, "M{column} {row}h{run}v1h-{run}z");
                }
                column += run.max(1);
            }
        }
        text.push_str("\"/></svg>\n");
        text
    }
}

/// What goes into a code. Digits and capitals take fewer bits in a kind of their own, and each change from kind to kind takes some:
/// where changes take more than they spare, all of it goes in as bytes, of which it is known how many fit.
fn bits_of(text: &str, level: EcLevel) -> QrResult<Bits> {
    let plain = in_bytes(text, level);
    let mixed = encode_auto(text.as_bytes(), level);
    match (plain, mixed) {
        (Ok(plain), Ok(mixed)) if plain.version().width() < mixed.version().width() => Ok(plain),
        (plain, Err(_)) => plain,
        // What is no ASCII may look like letters of Japan, which readers give back otherwise.
        (plain, _) if !text.is_ascii() => plain,
        (_, mixed) => mixed,
    }
}

/// The same in one kind: the smallest code that takes so many bytes.
fn in_bytes(text: &str, level: EcLevel) -> QrResult<Bits> {
    let made = (1..=40).find_map(|version| {
        let mut bits = Bits::new(Version::Normal(version));
        let pushed = bits
            .push_byte_data(text.as_bytes())
            .and_then(|()| bits.push_terminator(level));
        pushed.is_ok().then_some(bits)
    });
    made.ok_or(QrError::DataTooLong)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::{Code, LARGEST, joined, parts};
    use crate::ceremony::CeremonyError;

    /// Bytes of the largest code that a terminal of 80 columns shows in half blocks: version 13, level L.
    const ON_A_TERMINAL: usize = 425;

    const SCALE: usize = 3;

    /// What another reader takes from a picture, a pixel a letter.
    fn read(width: usize, pixels: &[u8]) -> Vec<u8> {
        let mut reader = quircs::Quirc::default();
        let mut found = reader.identify(width, pixels.len() / width, pixels);
        let code = found.next().unwrap().unwrap();
        code.decode().unwrap().payload
    }

    /// A picture of letters: whether each of their modules is light.
    fn picture(rows: &[Vec<bool>]) -> (usize, Vec<u8>) {
        let width = rows[0].len();
        let scaled = |row: &Vec<bool>| {
            let row: Vec<u8> = row
                .iter()
                .flat_map(|light| [if *light { 255 } else { 0 }; SCALE])
                .collect();
            row.repeat(SCALE)
        };
        (width * SCALE, rows.iter().flat_map(scaled).collect())
    }

    fn of_half_blocks(text: &str, width: usize) -> Vec<Vec<bool>> {
        let both = text.lines().flat_map(|line| {
            let mut letters: Vec<char> = line.chars().collect();
            letters.resize(width, ' ');
            ["█▀", "█▄"].map(|light| {
                letters
                    .iter()
                    .map(|letter| light.contains(*letter))
                    .collect()
            })
        });
        both.collect()
    }

    fn of_svg(svg: &str, size: usize) -> Vec<Vec<bool>> {
        let mut rows = vec![vec![true; size]; size];
        let path = svg
            .split(" d=\"")
            .nth(1)
            .unwrap()
            .split('"')
            .next()
            .unwrap();
        for run in path.split('M').skip(1) {
            let (at, rest) = run.split_once('h').unwrap();
            let (column, row) = at.split_once(' ').unwrap();
            let (column, row): (usize, usize) = (column.parse().unwrap(), row.parse().unwrap());
            let run: usize = rest.split('v').next().unwrap().parse().unwrap();
            rows[row][column..column + run].fill(false);
        }
        rows
    }

    #[test]
    fn another_reader_takes_the_same_text_from_each_drawing() {
        let lengths = [1, 58, ON_A_TERMINAL, 1000, LARGEST];
        for text in lengths.map(|length| "aB3 \n{\"x\":".repeat(length)[..length].to_owned()) {
            for code in [Code::small(&text).unwrap(), Code::sturdy(&text).unwrap()] {
                let (width, pixels) = picture(&of_half_blocks(&code.half_blocks(), code.modules()));
                assert_eq!(read(width, &pixels), text.as_bytes());
                let ascii: Vec<Vec<bool>> = code
                    .ascii()
                    .lines()
                    .map(|line| line.as_bytes().chunks(2).map(|two| two == b"##").collect())
                    .collect();
                let (width, pixels) = picture(&ascii);
                assert_eq!(read(width, &pixels), text.as_bytes());
                let (width, pixels) = picture(&of_svg(&code.svg(), code.modules()));
                assert_eq!(read(width, &pixels), text.as_bytes());
            }
        }
        assert!(Code::small(&"a".repeat(LARGEST + 1)).is_err());
    }

    #[test]
    fn what_fits_a_terminal_is_no_wider_than_80_columns() {
        let code = Code::small(&"a".repeat(ON_A_TERMINAL)).unwrap();
        let columns = |text: &str| text.lines().map(|line| line.chars().count()).max().unwrap();
        assert!(columns(&code.half_blocks()) <= 80);
        let seed = Code::small(&"A".repeat(58)).unwrap();
        assert!(columns(&seed.ascii()) <= 80);
        assert!(seed.ascii().is_ascii());
    }

    fn named(parts: &[String]) -> Vec<(String, String)> {
        let names = (1..).map(|at| format!("part-{at}.txt"));
        names.zip(parts.iter().cloned()).collect()
    }

    #[test]
    fn parts_come_together_in_any_order_and_each_is_one_code() {
        let text = "a line of a file, with ünïcode\n".repeat(400);
        let split = parts(&text, LARGEST).unwrap();
        assert!(split.len() > 2);
        for part in &split {
            assert!(part.len() <= LARGEST);
            Code::small(part).unwrap();
        }
        let mut files = named(&split);
        assert_eq!(joined(&files).unwrap(), text);
        files.reverse();
        assert_eq!(joined(&files).unwrap(), text);
        let pasted = [("-".to_owned(), split.join("\n\n"))];
        assert_eq!(joined(&pasted).unwrap(), text);
        for columns in [ON_A_TERMINAL, 200] {
            let split = parts(&text, columns).unwrap();
            assert!(split.iter().all(|part| part.len() <= columns));
            assert_eq!(joined(&named(&split)).unwrap(), text);
        }
        // What needs no parts is itself.
        assert_eq!(parts("short\n", LARGEST).unwrap(), ["short\n"]);
        assert_eq!(
            joined(&[("a".to_owned(), "short\n".to_owned())]).unwrap(),
            "short\n"
        );
        assert!(parts(&text, 90).is_err());
    }

    #[test]
    fn a_part_that_is_missing_foreign_twice_or_misread_is_named() {
        let split = parts(&"something long ".repeat(500), 600).unwrap();
        let other = parts(&"something else ".repeat(500), 600).unwrap();
        let why = |files: &[(String, String)]| joined(files).unwrap_err().to_string();
        let mut files = named(&split);
        files.remove(3);
        files.remove(1);
        let count = split.len();
        assert_eq!(why(&files), format!("parts 2, 4 of {count} are missing"));
        assert!(matches!(joined(&files), Err(CeremonyError::Gate { .. })));

        let mut files = named(&split);
        files[2].1 = other[2].clone();
        assert_eq!(
            why(&files),
            "\"part-3.txt\" holds part 3 of something else (line 1)"
        );
        files[2].1 = split[1].clone();
        assert_eq!(
            why(&files),
            "\"part-3.txt\" holds part 2 once more (line 1)"
        );
        files[2].1 = "hello\n".to_owned();
        assert_eq!(
            why(&files),
            "\"part-3.txt\" holds something that is no part (line 1)"
        );
        for at in 0..split[2].len() {
            let mut bytes = split[2].clone().into_bytes();
            bytes[at] ^= 1;
            files[2].1 = String::from_utf8(bytes).unwrap();
            assert!(
                why(&files).starts_with("\"part-3.txt\" "),
                "byte {at}: {}",
                why(&files)
            );
        }
    }
}
