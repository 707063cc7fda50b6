//! Accounts in columns, whoever others take from to the left of them; an arrow for each import, from the line of who takes
//! to the line of who offers.

mod placed;

use placed::{Placed, columns_of, placed};

use super::super::components::{Component, Offer};
use super::super::{Components, Note, wrapped};
use super::{Canvas, Head, Line, MARGIN, shortened, width_of};

/// Letters of the longest label of an arrow.
const LABEL: usize = 36;

pub fn drawn(diagram: &Components) -> String {
    let title = format!("Accounts of operator {}", diagram.operator);
    let mut canvas = Canvas::new();
    if diagram.accounts.is_empty() {
        canvas.text(MARGIN, 80.0, "note", "no account offers or takes anything");
        return canvas.finished(&title);
    }
    let columns = columns_of(&diagram.accounts);
    let boxes: Vec<Boxed> = diagram.accounts.iter().map(Boxed::of).collect();
    let edges = edges(diagram, &columns, &boxes);
    let placed = placed(&columns, &boxes, &edges);
    for (edge, lanes) in edges.iter().zip(&placed.lanes) {
        edge.draw(&mut canvas, &placed, &columns, lanes);
    }
    for (at, (account, boxed)) in diagram.accounts.iter().zip(&boxes).enumerate() {
        let column = placed.columns[columns[at]];
        let head = Head {
            name: account.name.as_deref().unwrap_or(&account.key),
            kind: if account.name.is_some() {
                "account"
            } else {
                "account that is not in the store"
            },
            class: if account.name.is_some() {
                "account"
            } else {
                "unknown"
            },
            tooltip: &account.key,
        };
        canvas.boxed(column.x, placed.tops[at], column.width, head, &boxed.lines);
    }
    canvas.finished(&title)
}

/// The lines of an account, and on which of them its offers and imports are.
struct Boxed {
    lines: Vec<Line>,
    offers: Vec<usize>,
    takes: Vec<usize>,
    width: f64,
}

impl Boxed {
    fn of(account: &Component) -> Self {
        let mut boxed = Self {
            lines: Vec::new(),
            offers: Vec::new(),
            takes: Vec::new(),
            width: 0.0,
        };
        boxed.note(account.note.as_ref());
        for offer in &account.offers {
            boxed.offers.push(boxed.lines.len());
            boxed.lines.push(offered(offer));
            boxed.note(offer.note.as_ref());
            for (by, messages) in &offer.findings {
                for message in messages {
                    boxed.wrong(&format!("{by}: {message}"));
                }
            }
        }
        for take in &account.takes {
            boxed.takes.push(boxed.lines.len());
            let text = format!("imports {}", take.local);
            boxed.lines.push(Line::new(text, ""));
        }
        let name = account.name.as_deref().unwrap_or(&account.key);
        let texts = boxed.lines.iter().map(|line| &*line.text).chain([name]);
        boxed.width = width_of(texts).max(160.0);
        boxed
    }

    fn note(&mut self, note: Option<&Note>) {
        let Some(note) = note else {
            return;
        };
        let described = wrapped(&note.description, 48).into_iter();
        let parts = described.chain([note.url.clone()]);
        let parts = parts.filter(|part| !part.is_empty());
        self.lines
            .extend(parts.map(|part| Line::new(format!("  {part}"), "note")));
    }

    fn wrong(&mut self, message: &str) {
        let lines = wrapped(message, 56).into_iter();
        self.lines
            .extend(lines.map(|line| Line::new(format!("  ! {line}"), "wrong")));
    }
}

fn offered(offer: &Offer) -> Line {
    let (access, share_type) = (offer.access(), offer.share_type());
    if !offer.is_offered {
        return Line::new(
            format!("not exported: {} ({share_type})", offer.subject),
            "wrong",
        );
    }
    let named = if offer.name == offer.subject {
        String::new()
    } else {
        format!("  {}", offer.name)
    };
    let text = format!("{access} {share_type}  {}{named}", offer.subject);
    Line::new(text, if offer.is_private { "private" } else { "" })
}

/// An arrow: from an import, past columns, to an offer.
struct Edge {
    importer: usize,
    take: usize,
    exporter: usize,
    offer: usize,
    label: String,
    is_bad: bool,
    /// The columns that it passes, in its order.
    passes: Vec<usize>,
    /// Whether it goes to the left, as most do; otherwise it leaves to the right, and comes back.
    leftwards: bool,
}

fn edges(diagram: &Components, columns: &[usize], boxes: &[Boxed]) -> Vec<Edge> {
    let mut edges = Vec::new();
    for (importer, account) in diagram.accounts.iter().enumerate() {
        for (index, take) in account.takes.iter().enumerate() {
            let (exporter, offer) = take.from;
            let (from, to) = (columns[importer], columns[exporter]);
            let leftwards = from > to;
            let passes = if leftwards {
                (to + 1..from).rev().collect()
            } else {
                (from + 1..=to).collect()
            };
            let offered = &diagram.accounts[exporter].offers[offer];
            edges.push(Edge {
                importer,
                take: boxes[importer].takes[index],
                exporter,
                offer: boxes[exporter].offers[offer],
                label: label(&take.remote),
                is_bad: !take.findings.is_empty() || !offered.is_offered,
                passes,
                leftwards,
            });
        }
    }
    edges
}

fn label(subject: &str) -> String {
    let text = shortened(subject);
    if text.chars().count() <= LABEL {
        return text;
    }
    text.chars().take(LABEL - 1).chain(['…']).collect()
}

impl Edge {
    fn draw(&self, canvas: &mut Canvas, placed: &Placed, columns: &[usize], lanes: &[f64]) {
        let (from, to) = (columns[self.importer], columns[self.exporter]);
        let (from, to) = (placed.columns[from], placed.columns[to]);
        let (mut y, end) = (placed.start(self), placed.end(self));
        let arrives = to.x + to.width;
        // The label stands on a straight line beside the box, where nothing else is.
        let (leaves, stub) = if self.leftwards {
            (from.x, from.x - from.left)
        } else {
            (from.x + from.width, from.x + from.width + from.right)
        };
        let mut path = format!("M{leaves:.1} {y:.1}H{stub:.1}");
        let mut x = stub;
        for (column, lane) in self.passes.iter().zip(lanes) {
            let column = placed.columns[*column];
            let (near, far) = if self.leftwards {
                (
                    column.x + column.width + column.right,
                    column.x - column.left,
                )
            } else {
                (
                    column.x - column.left,
                    column.x + column.width + column.right,
                )
            };
            path.push_str(&curve(x, y, near, *lane));
            path.push_str(&format!("H{far:.1}"));
            (x, y) = (far, *lane);
        }
        if self.leftwards {
            path.push_str(&curve(x, y, arrives + to.right, end));
        } else {
            // Around, and back to where it is offered.
            let out = x + 40.0;
            path.push_str(&format!(
                "C{out:.1} {y:.1} {out:.1} {end:.1} {:.1} {end:.1}",
                arrives + to.right
            ));
            canvas.reaches(out, end);
        }
        // A line of no length has no direction for the head of the arrow.
        if to.right > 0.0 {
            path.push_str(&format!("H{arrives:.1}"));
        }
        canvas.arrow(if self.is_bad { "import bad" } else { "import" }, &path);
        let at = leaves.min(stub) + 8.0;
        canvas.text(at, placed.start(self) - 4.0, "label halo", &self.label);
    }
}

/// From one line to another, level at both ends.
fn curve(x: f64, y: f64, to_x: f64, to_y: f64) -> String {
    let middle = f64::midpoint(x, to_x);
    format!("C{middle:.1} {y:.1} {middle:.1} {to_y:.1} {to_x:.1} {to_y:.1}")
}
