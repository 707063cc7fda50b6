//! Where accounts and arrows are: columns from left to right, and in each of them an order in which little crosses.

use super::super::super::components::Component;
use super::super::{MARGIN, height_of, letters, row};
use super::{Boxed, Edge};

/// Between boxes of a column.
const GAP: f64 = 26.0;
/// How high the way of an arrow is that passes a column.
const LANE: f64 = 14.0;
/// In which arrows turn from one line to another.
const TURN: f64 = 110.0;

/// In which column each account is: right of all that it takes from, as far as nobody takes from each other.
pub fn columns_of(accounts: &[Component]) -> Vec<usize> {
    let exporters: Vec<Vec<usize>> = accounts
        .iter()
        .enumerate()
        .map(|(at, account)| {
            let mut from: Vec<usize> = account.takes.iter().map(|take| take.from.0).collect();
            from.sort_unstable();
            from.dedup();
            from.retain(|from| *from != at);
            from
        })
        .collect();
    let mut importers = vec![Vec::new(); accounts.len()];
    for (at, from) in exporters.iter().enumerate() {
        for from in from {
            importers[*from].push(at);
        }
    }
    let mut waiting: Vec<usize> = exporters.iter().map(Vec::len).collect();
    let mut columns = vec![0; accounts.len()];
    let mut placed = vec![false; accounts.len()];
    let mut ready: Vec<usize> = (0..accounts.len()).filter(|at| waiting[*at] == 0).collect();
    let mut next = 0;
    loop {
        let Some(at) = ready.pop() else {
            // Whoever is left takes from each other: the first of them is put where it is, and the rest follow.
            while next < placed.len() && placed[next] {
                next += 1;
            }
            if next == placed.len() {
                return columns;
            }
            ready.push(next);
            continue;
        };
        if std::mem::replace(&mut placed[at], true) {
            continue;
        }
        for importer in &importers[at] {
            if !placed[*importer] {
                columns[*importer] = columns[*importer].max(columns[at] + 1);
                waiting[*importer] -= 1;
                if waiting[*importer] == 0 {
                    ready.push(*importer);
                }
            }
        }
    }
}

/// A column: where it is, and how much room its arrows take on both sides.
#[derive(Clone, Copy, Default)]
pub struct Column {
    pub x: f64,
    pub width: f64,
    pub left: f64,
    pub right: f64,
}

/// Where everything is.
pub struct Placed {
    pub columns: Vec<Column>,
    pub tops: Vec<f64>,
    /// For each arrow, how far down it passes each column.
    pub lanes: Vec<Vec<f64>>,
}

/// What stands in a column.
#[derive(Clone, Copy)]
enum Item {
    Account(usize),
    /// An arrow, and which of the columns that it passes this is.
    Lane(usize, usize),
}

pub fn placed(columns: &[usize], boxes: &[Boxed], edges: &[Edge]) -> Placed {
    let count = columns.iter().max().map_or(0, |last| last + 1);
    let mut items: Vec<Vec<Item>> = vec![Vec::new(); count];
    for (at, column) in columns.iter().enumerate() {
        items[*column].push(Item::Account(at));
    }
    for (at, edge) in edges.iter().enumerate() {
        for (step, column) in edge.passes.iter().enumerate() {
            items[*column].push(Item::Lane(at, step));
        }
    }
    let mut placed = Placed {
        columns: horizontal(count, columns, boxes, edges),
        tops: vec![0.0; boxes.len()],
        lanes: edges
            .iter()
            .map(|edge| vec![0.0; edge.passes.len()])
            .collect(),
    };
    for items in &items {
        placed.stack(items, boxes);
    }
    let mut ties: Vec<Vec<&Edge>> = vec![Vec::new(); boxes.len()];
    for edge in edges.iter().filter(|edge| edge.importer != edge.exporter) {
        ties[edge.importer].push(edge);
        ties[edge.exporter].push(edge);
    }
    // Each column in the order of what it is tied to, until little crosses.
    for _ in 0..4 {
        for items in &mut items {
            let mut keyed: Vec<(f64, Item)> = items
                .iter()
                .map(|item| (placed.pull(*item, boxes, edges, &ties), *item))
                .collect();
            keyed.sort_by(|one, other| one.0.total_cmp(&other.0));
            *items = keyed.into_iter().map(|(_, item)| item).collect();
            placed.stack(items, boxes);
        }
    }
    placed
}

fn horizontal(count: usize, columns: &[usize], boxes: &[Boxed], edges: &[Edge]) -> Vec<Column> {
    let mut found = vec![Column::default(); count];
    for (at, column) in columns.iter().enumerate() {
        found[*column].width = found[*column].width.max(boxes[at].width);
    }
    for edge in edges {
        let column = &mut found[columns[edge.importer]];
        let side = if edge.leftwards {
            &mut column.left
        } else {
            &mut column.right
        };
        *side = side.max(letters(&edge.label) + 16.0);
        // An arrow that comes back turns at the right of the column that it comes to.
        if !edge.leftwards {
            let turn = &mut found[columns[edge.exporter]].right;
            *turn = turn.max(40.0);
        }
    }
    let mut x = MARGIN;
    for at in 0..count {
        if at > 0 {
            x += found[at - 1].right + TURN + found[at].left;
        }
        found[at].x = x;
        x += found[at].width;
    }
    found
}

impl Placed {
    fn stack(&mut self, items: &[Item], boxes: &[Boxed]) {
        let mut y = MARGIN + 40.0;
        for item in items {
            match *item {
                Item::Account(at) => {
                    self.tops[at] = y;
                    y += height_of(boxes[at].lines.len()) + GAP;
                }
                Item::Lane(edge, step) => {
                    self.lanes[edge][step] = y;
                    y += LANE;
                }
            }
        }
    }

    pub fn start(&self, edge: &Edge) -> f64 {
        row(self.tops[edge.importer], edge.take)
    }

    pub fn end(&self, edge: &Edge) -> f64 {
        row(self.tops[edge.exporter], edge.offer)
    }

    /// How far down what an item is tied to is, on average; where it is, when it is tied to nothing.
    fn pull(&self, item: Item, boxes: &[Boxed], edges: &[Edge], ties: &[Vec<&Edge>]) -> f64 {
        match item {
            Item::Lane(at, _) => f64::midpoint(self.start(&edges[at]), self.end(&edges[at])),
            Item::Account(at) if ties[at].is_empty() => self.tops[at],
            Item::Account(at) => {
                let other = |edge: &&Edge| {
                    if edge.importer == at {
                        self.end(edge)
                    } else {
                        self.start(edge)
                    }
                };
                let middle = height_of(boxes[at].lines.len()) / 2.0;
                ties[at].iter().map(other).sum::<f64>() / ties[at].len() as f64 - middle
            }
        }
    }
}
