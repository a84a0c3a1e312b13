//! Plain tables for a terminal.

use std::fmt;

/// A table with its heading; what is withheld stands as a dot, what is not yet known as nothing.
#[derive(Clone, Debug, Default)]
pub struct Table {
    pub title: String,
    pub columns: Vec<String>,
    pub rows: Vec<Vec<String>>,
    /// What has to be said beneath it.
    pub notes: Vec<String>,
}

/// What stands for a number that is withheld.
pub const WITHHELD: &str = "·";

impl Table {
    pub fn new(title: impl Into<String>, columns: &[&str]) -> Self {
        Self {
            title: title.into(),
            columns: columns.iter().map(|column| (*column).to_owned()).collect(),
            ..Self::default()
        }
    }

    pub fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        self.rows.push(cells.into_iter().collect());
    }
}

/// A count, or that it is withheld.
pub fn count(count: Option<u64>) -> String {
    count.map_or_else(|| WITHHELD.to_owned(), |count| count.to_string())
}

/// A share in per cent, or that it is withheld.
pub fn percent(share: Option<f64>) -> String {
    share.map_or_else(|| WITHHELD.to_owned(), |share| format!("{:.1} %", share * 100.0))
}

/// A number with two places, or that it is withheld.
pub fn number(number: Option<f64>) -> String {
    number.map_or_else(|| WITHHELD.to_owned(), |number| format!("{number:.2}"))
}

impl fmt::Display for Table {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "{}", self.title)?;
        let lines: Vec<&[String]> =
            std::iter::once(&self.columns[..]).chain(self.rows.iter().map(Vec::as_slice)).collect();
        let width = |column: usize| lines.iter().filter_map(|line| Some(line.get(column)?.chars().count())).max();
        let is_number =
            |cell: &String| cell.is_empty() || cell.starts_with(|first: char| "·-+.0123456789".contains(first));
        let numbers = |column: usize| self.rows.iter().filter_map(|line| line.get(column)).all(is_number);
        let are_numbers: Vec<bool> = (0..self.columns.len()).map(|column| column > 0 && numbers(column)).collect();
        let widths: Vec<usize> = (0..self.columns.len()).map(|column| width(column).unwrap_or(0)).collect();
        for line in lines {
            let mut text = String::new();
            for ((cell, &width), &is_number) in line.iter().zip(&widths).zip(&are_numbers) {
                // Names stand left, numbers right.
                text.push_str(&if is_number { format!("  {cell:>width$}") } else { format!("  {cell:<width$}") });
            }
            writeln!(out, "{}", text.trim_end())?;
        }
        self.notes.iter().try_for_each(|note| writeln!(out, "  {note}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_as_wide_as_what_stands_in_them() {
        let mut table = Table::new("Who", &["day", "members"]);
        table.row(["2016-05-01".to_owned(), count(Some(12))]);
        table.row(["2016-05-02".to_owned(), count(None)]);
        table.row(["all".to_owned()]);
        table.notes.push("as told".to_owned());
        let text = "Who\n  day         members\n  2016-05-01       12\n  2016-05-02        ·\n  all\n  as told\n";
        assert_eq!(table.to_string(), text);
        assert_eq!([percent(Some(0.125)), percent(None), number(Some(1.005))], ["12.5 %", "·", "1.00"]);
    }
}
