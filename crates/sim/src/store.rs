//! A copy of every row of every table, to hold two runs of one seed against each other.

use std::collections::BTreeMap;

use hearth_kernel::Result;
use hearth_store::Store;

/// Rows by table, each as one line, in the order of all columns.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Dump(BTreeMap<String, Vec<String>>);

impl Dump {
    pub(crate) async fn of(store: &Store) -> Result<Self> {
        let mut dump = Self::default();
        let tables = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name LIMIT 10000";
        for table in store.query(tables, &[]).await? {
            let table = table.text(0)?.to_owned();
            let columns = format!("SELECT COUNT(*) FROM pragma_table_info('{table}')");
            let columns = store.query_one(&columns, &[]).await?.map_or(Ok(0), |row| row.int(0))?;
            let order: Vec<String> = (1..=columns).map(|column| column.to_string()).collect();
            let all = format!("SELECT * FROM {table} ORDER BY {}", order.join(", "));
            let rows = store.query(&all, &[]).await?;
            dump.0.insert(table, rows.iter().map(|row| row.dump()).collect());
        }
        Ok(dump)
    }

    /// The first row that is not the same, in words.
    pub fn first_difference(&self, other: &Self) -> Option<String> {
        for table in self.0.keys().chain(other.0.keys()) {
            let (mine, theirs) = (self.0.get(table), other.0.get(table));
            let (mine, theirs) = (mine.map_or(&[][..], Vec::as_slice), theirs.map_or(&[][..], Vec::as_slice));
            let rows = mine.len().max(theirs.len());
            if let Some(row) = (0..rows).find(|row| mine.get(*row) != theirs.get(*row)) {
                return Some(format!("{table}, row {row}:\n  {:?}\n  {:?}", mine.get(row), theirs.get(row)));
            }
        }
        None
    }

    /// How many rows each table has.
    pub fn sizes(&self) -> impl Iterator<Item = (&str, usize)> {
        self.0.iter().map(|(table, rows)| (table.as_str(), rows.len()))
    }
}
