//! SVG that a browser shows as it is: no script, nothing from elsewhere, and letters of one width, so that what is drawn
//! around them fits.

mod components;
mod objects;

use std::fmt::Write as _;

pub use components::drawn as components;
pub use objects::drawn as objects;

use crate::masking::shown;
use crate::text::width;

/// How wide a letter is, at the size in which it is drawn. A little more than fonts of one width have it.
const LETTER: f64 = 7.4;
/// From one line to the next.
const LINE: f64 = 18.0;
/// Between a box and what is in it.
const PADDING: f64 = 10.0;
/// How high the head of a box is.
const HEAD: f64 = 42.0;
/// Around everything.
const MARGIN: f64 = 24.0;
/// Letters of the longest line that is shown whole.
const LONGEST: usize = 72;

const STYLE: &str = "\
text{font:12px ui-monospace,Menlo,Consolas,'DejaVu Sans Mono','Liberation Mono',monospace;fill:#212121;white-space:pre}
.title{font-size:18px;font-weight:bold}
.name{font-weight:bold}
.kind,.note,.label{fill:#616161}
.note{font-style:italic}
.heading{fill:#424242;font-weight:bold}
.wrong{fill:#c62828;font-weight:bold}
.private{fill:#bf360c}
.box{fill:#fff;stroke:#90a4ae}
.operator{fill:#ede7f6}.account{fill:#e3f2fd}.system{fill:#e0f2f1}.user{fill:#e8f5e9}.part{fill:#f5f5f5}.unknown{fill:#ffebee}
.line{fill:none;stroke:#78909c;stroke-width:1.2}
.import{fill:none;stroke:#1565c0;stroke-width:1.3;stroke-dasharray:6 3}
.import.bad{stroke:#c62828}
.halo{stroke:#fff;stroke-width:4px;paint-order:stroke}
";

/// A drawing that grows with what is put into it.
struct Canvas {
    body: String,
    width: f64,
    height: f64,
}

/// A line in a box.
struct Line {
    text: String,
    class: &'static str,
}

impl Line {
    fn new(text: impl Into<String>, class: &'static str) -> Self {
        let text = text.into();
        Self { text, class }
    }
}

impl Canvas {
    const fn new() -> Self {
        Self {
            body: String::new(),
            width: 0.0,
            height: 0.0,
        }
    }

    fn reaches(&mut self, x: f64, y: f64) {
        self.width = self.width.max(x);
        self.height = self.height.max(y);
    }

    // Writing to a String cannot fail, here and below.

    fn text(&mut self, x: f64, y: f64, class: &str, text: &str) {
        let (shown, whole) = (shortened(text), shown(text));
        self.reaches(x + letters(&shown), y + 6.0);
        let _ = write!(
            self.body,
            "<text x=\"{x:.1}\" y=\"{y:.1}\" class=\"{class}\">"
        );
        if *shown != *whole {
            let _ = write!(self.body, "<title>{}</title>", escaped(&whole));
        }
        let _ = writeln!(self.body, "{}</text>", escaped(&shown));
    }

    fn path(&mut self, class: &str, path: &str) {
        let _ = writeln!(self.body, "<path class=\"{class}\" d=\"{path}\"/>");
    }

    fn arrow(&mut self, class: &str, path: &str) {
        let _ = writeln!(
            self.body,
            "<path class=\"{class}\" marker-end=\"url(#arrow)\" d=\"{path}\"/>"
        );
    }

    /// A box with a head and lines; how high it is.
    fn boxed(&mut self, x: f64, y: f64, w: f64, head: Head<'_>, lines: &[Line]) -> f64 {
        let h = height_of(lines.len());
        self.reaches(x + w, y + h);
        let _ = writeln!(
            self.body,
            "<g><title>{}</title>\
             <rect class=\"box\" x=\"{x:.1}\" y=\"{y:.1}\" width=\"{w:.1}\" height=\"{h:.1}\" rx=\"6\"/>\
             <path class=\"{}\" stroke=\"#90a4ae\" d=\"M{x:.1} {:.1}v-{:.1}q0-6 6-6h{:.1}q6 0 6 6v{:.1}z\"/></g>",
            escaped(&shown(head.tooltip)),
            head.class,
            y + HEAD,
            HEAD - 6.0,
            w - 12.0,
            HEAD - 6.0,
        );
        self.text(x + PADDING, y + 18.0, "name", head.name);
        self.text(x + PADDING, y + 34.0, "kind", head.kind);
        for (at, line) in lines.iter().enumerate() {
            self.text(x + PADDING, row(y, at) + 4.0, line.class, &line.text);
        }
        h
    }

    fn finished(mut self, title: &str) -> String {
        let lines = std::mem::take(&mut self.body);
        self.text(MARGIN, MARGIN + 14.0, "title", title);
        let title_line = std::mem::take(&mut self.body);
        let (w, h) = ((self.width + MARGIN).ceil(), (self.height + MARGIN).ceil());
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}\" height=\"{h}\" viewBox=\"0 0 {w} {h}\" role=\"img\">\n\
             <title>{}</title>\n<style>\n{STYLE}</style>\n\
             <defs><marker id=\"arrow\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"8\" markerHeight=\"8\" \
             orient=\"auto\"><path d=\"M0 0L10 5L0 10z\" fill=\"context-stroke\"/></marker></defs>\n\
             <rect width=\"{w}\" height=\"{h}\" fill=\"#fff\"/>\n{title_line}{lines}</svg>\n",
            escaped(&shown(title)),
        )
    }
}

/// The head of a box.
struct Head<'a> {
    name: &'a str,
    kind: &'a str,
    class: &'static str,
    /// What is said of it to whoever rests on it.
    tooltip: &'a str,
}

/// The middle of a line of a box.
fn row(top: f64, at: usize) -> f64 {
    top + HEAD + 6.0 + LINE * (at as f64 + 0.5)
}

/// How high a box of so many lines is.
fn height_of(lines: usize) -> f64 {
    if lines == 0 {
        HEAD
    } else {
        HEAD + 12.0 + LINE * lines as f64
    }
}

/// How wide a box is that these fit into.
fn width_of<'a>(texts: impl Iterator<Item = &'a str>) -> f64 {
    let widest = texts
        .map(|text| letters(&shortened(text)))
        .fold(0.0, f64::max);
    widest + 2.0 * PADDING
}

fn letters(text: &str) -> f64 {
    text.chars().map(width).sum::<usize>() as f64 * LETTER
}

/// As much of a text as is shown.
fn shortened(text: &str) -> String {
    let text = shown(text);
    let wide = |text: &str| text.chars().map(width).sum::<usize>();
    if wide(&text) <= LONGEST {
        return text.into_owned();
    }
    let mut shown = String::new();
    let mut room = LONGEST - 1;
    for character in text.chars() {
        match room.checked_sub(width(character)) {
            Some(left) => room = left,
            None => break,
        }
        shown.push(character);
    }
    shown.push('…');
    shown
}

/// Text of others, as text: in an element or in an attribute. What XML cannot have at all is left out.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\u{FFFE}' | '\u{FFFF}' => {}
            character if character.is_control() => {}
            character => escaped.push(character),
        }
    }
    escaped
}
