//! The tree: the operator above, its accounts in rows below it, and below each of them its users.

use super::super::objects::{Branch, Kind, LinkKind, Object, Row};
use super::super::{Objects, wrapped};
use super::{Canvas, Head, Line, MARGIN, height_of, width_of};

/// Between columns, for the lines that lead to users.
const GAP: f64 = 34.0;
/// Between boxes that belong together.
const SMALL_GAP: f64 = 8.0;
/// Above an account or a user, for who signed it.
const SIGNED: f64 = 22.0;
/// How far users are moved in.
const INDENT: f64 = 22.0;

pub fn drawn(diagram: &Objects) -> String {
    let name = diagram.operator.first().map_or("", |object| &object.name);
    let title = format!("Tree of operator {name}");
    let mut canvas = Canvas::new();
    let mut y = MARGIN + 40.0;
    let left = MARGIN + 20.0;
    for object in &diagram.operator {
        y += boxed(&mut canvas, left, y, width(&[object]), object) + SMALL_GAP;
    }
    let top = y - SMALL_GAP;
    let trunk = MARGIN + 6.0;
    // About as wide as it is high: accounts with many users want wide rows.
    let tallest = diagram.accounts.iter().map(height).fold(0.0, f64::max);
    let widest = diagram.accounts.iter().map(breadth).fold(0.0, f64::max);
    let across = per_row(diagram.accounts.len(), tallest, widest);
    let mut bottom = None;
    for accounts in diagram.accounts.chunks(across) {
        let bus = y + 10.0;
        bottom = Some(bus);
        let mut x = left;
        let mut deepest: f64 = 0.0;
        let mut last = trunk;
        for branch in accounts {
            deepest = deepest.max(drawn_branch(&mut canvas, x, bus, branch));
            last = x + 40.0;
            x += breadth(branch) + GAP;
        }
        canvas.path("line", &format!("M{trunk:.1} {bus:.1}H{last:.1}"));
        y = bus + deepest + 30.0;
    }
    if let Some(bottom) = bottom {
        // From the operator's left side, down past every row.
        let beside = MARGIN + 40.0 + 20.0;
        let path = format!("M{left:.1} {beside:.1}H{trunk:.1}V{bottom:.1}");
        canvas.path("line", &path);
        canvas.reaches(left, top);
    }
    canvas.finished(&title)
}

fn per_row(count: usize, height: f64, width: f64) -> usize {
    let ratio = (count as f64 * (height + 60.0) / (width + GAP)).sqrt() * 1.2;
    // Between 1 and as many as there are: the cast loses a fraction alone.
    (ratio.ceil() as usize).clamp(1, count.max(1))
}

/// Draws an account and its users below a line; how far down that reaches.
fn drawn_branch(canvas: &mut Canvas, x: f64, bus: f64, branch: &Branch) -> f64 {
    let mut y = bus + SIGNED;
    let objects: Vec<&Object> = branch.account.iter().collect();
    let wide = width(&objects);
    canvas.arrow("line", &format!("M{:.1} {bus:.1}V{y:.1}", x + 40.0));
    signed(canvas, x + 48.0, y - 6.0, branch.account.first());
    for object in &branch.account {
        y += boxed(canvas, x, y, wide, object) + SMALL_GAP;
    }
    let beside = x + 8.0;
    let under = y - SMALL_GAP;
    let mut last = None;
    for user in &branch.users {
        y += SIGNED - SMALL_GAP;
        signed(canvas, x + INDENT, y - 6.0, user.first());
        last = Some(y + 20.0);
        canvas.arrow(
            "line",
            &format!("M{beside:.1} {:.1}H{:.1}", y + 20.0, x + INDENT),
        );
        let wide = width(&user.iter().collect::<Vec<_>>());
        for object in user {
            y += boxed(canvas, x + INDENT, y, wide, object) + SMALL_GAP;
        }
    }
    if let Some(last) = last {
        canvas.path("line", &format!("M{beside:.1} {under:.1}V{last:.1}"));
    }
    y - bus
}

/// Says who signed.
fn signed(canvas: &mut Canvas, x: f64, y: f64, object: Option<&Object>) {
    let links = object.into_iter().flat_map(|object| &object.links);
    let mut signs =
        links.filter(|link| matches!(link.kind, LinkKind::Signed | LinkKind::SelfSigned));
    if let Some(link) = signs.next() {
        let text = match &link.key {
            Some(key) => format!("{} by {}", link.kind.label(), short(key)),
            None => link.kind.label().to_owned(),
        };
        canvas.text(x, y, "label", &text);
    }
}

/// Enough of a key to tell it from others beside it.
fn short(key: &str) -> String {
    let shown: String = key.chars().take(12).collect();
    format!("{shown}…")
}

fn boxed(canvas: &mut Canvas, x: f64, y: f64, width: f64, object: &Object) -> f64 {
    let class = match object.kind {
        Kind::Operator => "operator",
        Kind::Account => "account",
        Kind::SystemAccount => "system",
        Kind::User => "user",
        _ => "part",
    };
    let head = Head {
        name: &object.name,
        kind: object.kind.name(),
        class,
        tooltip: &object.id,
    };
    canvas.boxed(x, y, width, head, &lines(object))
}

fn lines(object: &Object) -> Vec<Line> {
    let mut lines = Vec::new();
    for row in &object.rows {
        match row {
            Row::Heading(heading, true) => lines.push(Line::new(heading, "wrong")),
            Row::Heading(heading, false) => lines.push(Line::new(heading, "heading")),
            Row::Value(name, value) => lines.push(Line::new(format!("{name}: {value}"), "")),
            Row::List(name, items) => {
                let text = format!("{name}: {}", items.join(", "));
                lines.extend(
                    wrapped(&text, 60)
                        .into_iter()
                        .map(|line| Line::new(line, "")),
                );
            }
            Row::Subject(subject) => lines.push(Line::new(format!("  {subject}"), "")),
            Row::Key(key, true) => lines.push(Line::new(format!("{key} stored"), "")),
            Row::Key(key, false) => lines.push(Line::new(format!("{key} not stored"), "private")),
        }
    }
    for link in &object.links {
        if link.kind == LinkKind::RestrictsByDefault {
            let text = "API restricted by the default permissions";
            lines.push(Line::new(text, "note"));
        }
    }
    if let Some(note) = &object.note {
        let described = wrapped(&note.description, 48).into_iter();
        let parts = described.chain([note.url.clone()]);
        let parts = parts.filter(|part| !part.is_empty());
        lines.extend(parts.map(|part| Line::new(part, "note")));
    }
    lines
}

fn width(objects: &[&Object]) -> f64 {
    let lines: Vec<Line> = objects.iter().flat_map(|object| lines(object)).collect();
    let heads = objects
        .iter()
        .flat_map(|object| [&*object.name, object.kind.name()]);
    width_of(lines.iter().map(|line| &*line.text).chain(heads)).max(180.0)
}

/// How wide an account with its users is.
fn breadth(branch: &Branch) -> f64 {
    let account: Vec<&Object> = branch.account.iter().collect();
    let users = branch.users.iter();
    let users = users.map(|user| width(&user.iter().collect::<Vec<_>>()) + INDENT);
    users.fold(width(&account), f64::max)
}

/// How high an account with its users is.
fn height(branch: &Branch) -> f64 {
    let of = |objects: &[Object]| -> f64 {
        let heights = objects.iter().map(|object| height_of(lines(object).len()));
        heights.map(|height| height + SMALL_GAP).sum()
    };
    let users = branch.users.iter().map(|user| of(user) + SIGNED);
    SIGNED + of(&branch.account) + users.sum::<f64>()
}
