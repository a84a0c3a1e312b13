//! Numbers of members that are too small to be told, and what else must be kept back so that nobody can work them out.
//!
//! A table says its cells and the sums that connect them, also cells that it does not print (who stayed and who did not
//! make up the cohort). A cell is *small* if it counts somebody, but fewer than asked; one that another table keeps back is
//! guarded like it. Withheld are at first these and those not printed. Then two rules are repeated until both hold; a cell
//! that follows from all sums together, found by elimination, is as good as told:
//!
//! - in no sum do the withheld cells of one side stand alone with fewer than that many members, since the rest of the
//!   sum tells their total: the smallest other cell goes with them;
//! - no small cell follows from what is told: if it does, another one of its sums goes with it.
//!
//! Zeros are told. This is complementary cell suppression (A. Hundepool and others, *Statistical Disclosure Control*,
//! Wiley 2012, chapter 4) for exact disclosure, by the heuristic of the smallest partner.

/// Cells of fewer members are withheld unless another bound is asked for.
pub const LEAST: u64 = 10;

/// Arithmetic of the elimination is modulo this prime, so that it is exact and small.
const PRIME: u64 = (1 << 31) - 1;

/// A cell of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell(usize);

/// Cells whose sums are the same.
struct Sum {
    left: Vec<usize>,
    right: Vec<usize>,
}

/// A table before it is told.
pub struct Cells {
    least: u64,
    counts: Vec<u64>,
    is_printed: Vec<bool>,
    is_secret: Vec<bool>,
    sums: Vec<Sum>,
}

/// A table with what may be told.
pub struct Told {
    cells: Vec<Option<u64>>,
    withheld: usize,
}

impl Told {
    /// The count, unless it is withheld.
    pub fn get(&self, cell: Cell) -> Option<u64> {
        self.cells[cell.0]
    }

    /// One count by another; withheld with either of them, and nothing of nobody.
    pub fn share(&self, part: Cell, whole: Cell) -> Option<f64> {
        let (part, whole) = (self.get(part)?, self.get(whole)?);
        (whole > 0).then(|| part as f64 / whole as f64)
    }

    /// How many cells would have been printed, and are not.
    pub fn withheld(&self) -> usize {
        self.withheld
    }
}

impl Cells {
    /// Cells of fewer members than `least` are small.
    pub fn under(least: u64) -> Self {
        Self { least, counts: Vec::new(), is_printed: Vec::new(), is_secret: Vec::new(), sums: Vec::new() }
    }

    pub fn add(&mut self, count: u64) -> Cell {
        self.counts.push(count);
        self.is_printed.push(true);
        self.is_secret.push(false);
        Cell(self.counts.len() - 1)
    }

    /// A cell that the table has no place for, but that a reader may work out.
    pub fn unprinted(&mut self, count: u64) -> Cell {
        let cell = self.add(count);
        self.is_printed[cell.0] = false;
        cell
    }

    /// A cell that another table keeps back, and that must not follow from this one either.
    pub fn keep_back(&mut self, cell: Cell) {
        self.is_secret[cell.0] = true;
    }

    /// Both sides come to the same; a cell that counts several times stands there as often.
    pub fn equal(&mut self, left: &[Cell], right: &[Cell]) {
        let count = |side: &[Cell]| side.iter().map(|cell| self.counts[cell.0]).sum::<u64>();
        debug_assert_eq!(count(left), count(right), "the two sides of a sum differ");
        let of = |side: &[Cell]| side.iter().map(|cell| cell.0).collect();
        self.sums.push(Sum { left: of(left), right: of(right) });
    }

    /// A part of a whole; what is left of it can be worked out, so it is a cell too.
    pub fn part(&mut self, count: u64, whole: Cell) -> Cell {
        let part = self.add(count);
        let rest = self.unprinted(self.counts[whole.0] - count);
        self.equal(&[whole], &[part, rest]);
        part
    }

    /// Whether it is small, or kept back elsewhere.
    fn is_guarded(&self, cell: usize) -> bool {
        self.is_secret[cell] || (1..self.least).contains(&self.counts[cell])
    }

    pub fn tell(self) -> Told {
        let is_hidden = |cell: usize| self.is_guarded(cell) || !self.is_printed[cell];
        let mut hidden: Vec<bool> = (0..self.counts.len()).map(is_hidden).collect();
        loop {
            self.guard_all(&mut hidden);
            if !self.close_gaps(&mut hidden) {
                break;
            }
        }
        let withheld = hidden.iter().zip(&self.is_printed).filter(|(hidden, printed)| **hidden && **printed).count();
        let cells = self.counts.iter().zip(hidden).map(|(count, hidden)| (!hidden).then_some(*count)).collect();
        Told { cells, withheld }
    }

    /// Guards each sum by itself, until all hold.
    fn guard_all(&self, hidden: &mut [bool]) {
        let none = vec![false; hidden.len()];
        loop {
            let changes = self.sums.iter().filter(|sum| self.guard(sum, &none, hidden)).count();
            if changes == 0 {
                break;
            }
        }
    }

    /// Withholds more where the sums tell something together. Whether there was anything to do.
    fn close_gaps(&self, hidden: &mut [bool]) -> bool {
        let known = self.worked_out(hidden);
        // What is known holds for what was withheld then, so each cell is looked at once.
        let mut touched = vec![false; hidden.len()];
        let mut has_changed = false;
        for sum in &self.sums {
            let cells = || sum.left.iter().chain(&sum.right).copied();
            if cells().any(|cell| touched[cell]) {
                continue;
            }
            let told = cells().find(|cell| hidden[*cell] && known[*cell] && self.is_guarded(*cell));
            let changed = self.guard(sum, &known, hidden) || told.is_some_and(|cell| self.hide_beside(cell, hidden));
            if changed {
                cells().for_each(|cell| touched[cell] = true);
                has_changed = true;
            }
        }
        has_changed
    }

    /// Withheld cells on one side of a sum alone must be several, and many members together. Whether more had to go.
    fn guard(&self, sum: &Sum, known: &[bool], hidden: &mut [bool]) -> bool {
        let open = |side: &[usize], hidden: &[bool]| -> Vec<usize> {
            let is_harmless = |cell: usize| self.counts[cell] == 0 || known[cell] && !self.is_guarded(cell);
            let unknown = |cell: &&usize| hidden[**cell] && !is_harmless(**cell);
            let mut open: Vec<usize> = side.iter().filter(unknown).copied().collect();
            open.sort_unstable();
            open.dedup();
            open
        };
        let mut has_changed = false;
        loop {
            let (left, right) = (open(&sum.left, hidden), open(&sum.right, hidden));
            let alone = match (left.is_empty(), right.is_empty()) {
                (false, true) => left,
                (true, false) => right,
                _ => return has_changed,
            };
            let members: u64 = alone.iter().map(|cell| self.counts[*cell]).sum();
            let is_enough = alone.len() > 1 && members >= self.least;
            // A single large cell needs no partner for its own sake.
            if is_enough || alone.iter().all(|cell| !self.is_guarded(*cell)) {
                return has_changed;
            }
            let Some(other) = self.smallest(sum.left.iter().chain(&sum.right), hidden) else { return has_changed };
            hidden[other] = true;
            has_changed = true;
        }
    }

    /// The smallest cell that is still told and counts somebody.
    fn smallest<'a>(&self, cells: impl Iterator<Item = &'a usize>, hidden: &[bool]) -> Option<usize> {
        cells.copied().filter(|cell| !hidden[*cell] && self.counts[*cell] > 0).min_by_key(|cell| self.counts[*cell])
    }

    /// Withholds one more cell, of a sum that the cell is in if there is one. Whether there was one.
    fn hide_beside(&self, cell: usize, hidden: &mut [bool]) -> bool {
        let near = self.sums.iter().filter(|sum| sum.left.contains(&cell) || sum.right.contains(&cell));
        let cells = |sum: &Sum| sum.left.iter().chain(&sum.right).copied().collect::<Vec<_>>();
        let near: Vec<usize> = near.flat_map(cells).collect();
        let all: Vec<usize> = self.sums.iter().flat_map(cells).collect();
        let other = self.smallest(near.iter(), hidden).or_else(|| self.smallest(all.iter(), hidden));
        if let Some(other) = other {
            hidden[other] = true;
        }
        other.is_some()
    }

    /// Which withheld cells follow from what is told: those that stand alone in a row of the reduced echelon form.
    fn worked_out(&self, hidden: &[bool]) -> Vec<bool> {
        // Rows by their pivots, each beginning with its pivot, whose factor is 1.
        let mut rows: Vec<Row> = vec![Row::new(); hidden.len()];
        for sum in &self.sums {
            let mut row = sum.row(hidden);
            // Only cells behind the first pivot appear in what is left.
            let mut next = 0;
            while let Some(&(cell, factor)) = row.iter().find(|(cell, _)| *cell >= next && !rows[*cell].is_empty()) {
                row = without(&row, &rows[cell], factor);
                next = cell + 1;
            }
            let Some(&(pivot, lead)) = row.first() else { continue };
            let inverse = power(lead, PRIME - 2);
            row.iter_mut().for_each(|(_, factor)| *factor = *factor * inverse % PRIME);
            rows[pivot] = row;
        }
        // From the last row up, so that what is taken away has nothing left to take away.
        for pivot in (0..rows.len()).rev().filter(|pivot| hidden[*pivot]) {
            let mut row = std::mem::take(&mut rows[pivot]);
            while let Some(&(cell, factor)) = row.iter().skip(1).find(|(cell, _)| !rows[*cell].is_empty()) {
                row = without(&row, &rows[cell], factor);
            }
            rows[pivot] = row;
        }
        rows.iter().map(|row| row.len() == 1).collect()
    }
}

/// Factors of withheld cells, in the order of cells; what they come to is told.
type Row = Vec<(usize, u64)>;

impl Sum {
    fn row(&self, hidden: &[bool]) -> Row {
        let left = self.left.iter().map(|cell| (*cell, 1));
        let mut row: Row = left.chain(self.right.iter().map(|cell| (*cell, PRIME - 1))).collect();
        row.retain(|(cell, _)| hidden[*cell]);
        row.sort_unstable();
        without(&row, &[], 0)
    }
}

/// A row less so many times another. What comes to nothing is left out.
fn without(row: &[(usize, u64)], other: &[(usize, u64)], times: u64) -> Row {
    let (mut row, mut other) = (row.iter().peekable(), other.iter().peekable());
    let mut left = Row::with_capacity(row.len() + other.len());
    loop {
        let Some(cell) = row.peek().into_iter().chain(other.peek()).map(|(cell, _)| *cell).min() else { return left };
        let mut factor = 0;
        while let Some((_, of_row)) = row.next_if(|(at, _)| *at == cell) {
            factor += of_row;
        }
        while let Some((_, of_other)) = other.next_if(|(at, _)| *at == cell) {
            factor += (PRIME - times) * of_other;
        }
        if factor % PRIME != 0 {
            left.push((cell, factor % PRIME));
        }
    }
}

fn power(base: u64, exponent: u64) -> u64 {
    let square = |value: u64| value * value % PRIME;
    let steps = (0..64 - exponent.leading_zeros()).rev();
    steps.fold(1, |value, bit| square(value) * if exponent >> bit & 1 == 1 { base } else { 1 } % PRIME)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn small_counts_are_withheld_and_zeros_are_not() {
        let mut cells = Cells::under(10);
        let of = [0, 1, 9, 10, 500].map(|count| cells.add(count));
        let told = cells.tell();
        assert_eq!(of.map(|cell| told.get(cell)), [Some(0), None, None, Some(10), Some(500)]);
        assert_eq!(told.withheld(), 2);
    }

    #[test]
    fn what_is_left_of_a_whole_is_not_told_by_the_other_part() {
        let mut cells = Cells::under(10);
        let whole = cells.add(100);
        let [most, half, few, all] = [95, 50, 4, 100].map(|count| cells.part(count, whole));
        let told = cells.tell();
        assert_eq!([most, half, few, all].map(|cell| told.get(cell)), [None, Some(50), None, Some(100)]);
        assert_eq!(told.get(whole), Some(100));
        assert_eq!(told.share(half, whole), Some(0.5));
        assert_eq!(told.share(most, whole), None);
    }

    #[test]
    fn a_partner_is_withheld_until_many_stand_together() {
        let mut cells = Cells::under(10);
        let parts = [3, 2, 40, 60].map(|count| cells.add(count));
        let total = cells.add(105);
        cells.equal(&[total], &parts);
        let told = cells.tell();
        // 3 and 2 are five people; only with the 40 are they enough.
        assert_eq!(parts.map(|cell| told.get(cell)), [None, None, None, Some(60)]);
        assert_eq!(told.get(total), Some(105));
    }

    #[test]
    fn what_another_table_keeps_back_does_not_follow_from_this_one() {
        let mut cells = Cells::under(10);
        let [before, entered, now, gone] = [50, 20, 55, 15].map(|count| cells.add(count));
        cells.equal(&[before, entered], &[now, gone]);
        cells.keep_back(now);
        let told = cells.tell();
        assert_eq!(told.get(now), None);
        assert_eq!(told.withheld(), 2, "one of the others goes with it");
    }

    #[test]
    fn one_is_enough_to_be_told_everything() {
        let mut cells = Cells::under(1);
        let one = cells.add(1);
        assert_eq!(cells.tell().get(one), Some(1));
    }

    proptest! {
        /// In a table with margins a withheld cell is an edge between its row and its column, a withheld margin one between
        /// its row or column and the ground. It can be worked out only if it is a bridge (D. Gusfield, SIAM J. Comput. 17, 1988).
        #[test]
        fn nothing_small_can_be_worked_out(
            table in prop::collection::vec(prop::collection::vec(prop_oneof![0_u64..30, 0_u64..400], 4), 2..6),
        ) {
            let mut cells = Cells::under(10);
            let (rows, ground) = (table.len(), table.len() + 4);
            let mut edges = Vec::new();
            for (row, counts) in table.iter().enumerate() {
                edges.extend(counts.iter().enumerate().map(|(at, count)| (row, rows + at, cells.add(*count))));
            }
            for node in 0..ground {
                let of = |edge: &&(usize, usize, Cell)| edge.0 == node || edge.1 == node;
                let parts: Vec<Cell> = edges[..rows * 4].iter().filter(of).map(|edge| edge.2).collect();
                let total = cells.add(parts.iter().map(|cell| cells.counts[cell.0]).sum());
                cells.equal(&[total], &parts);
                edges.push((node, ground, total));
            }
            let counts = cells.counts.clone();
            let told = cells.tell();
            let withheld: Vec<_> = edges.iter().filter(|edge| told.get(edge.2).is_none()).collect();
            for edge in &edges {
                if (1..10).contains(&counts[edge.2.0]) {
                    prop_assert!(told.get(edge.2).is_none());
                    let others: Vec<_> = withheld.iter().filter(|other| other.2 != edge.2).map(|other| (other.0, other.1)).collect();
                    prop_assert!(are_joined(&others, edge.0, edge.1));
                } else {
                    prop_assert!(counts[edge.2.0] > 0 || told.get(edge.2).is_some());
                }
            }
        }
    }

    fn are_joined(edges: &[(usize, usize)], from: usize, to: usize) -> bool {
        let (mut seen, mut next) = (vec![from], vec![from]);
        while let Some(node) = next.pop() {
            for (a, b) in edges.iter().filter(|(a, b)| *a == node || *b == node) {
                let other = if *a == node { *b } else { *a };
                if !seen.contains(&other) {
                    seen.push(other);
                    next.push(other);
                }
            }
        }
        seen.contains(&to)
    }
}
