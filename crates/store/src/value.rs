//! What goes into a statement and what comes out of a row: the four types that both databases keep
//! alike, and the position that an entry is given when it commits.

use std::sync::Arc;

use bytes::BytesMut;
use hearth_kernel::{Error, Result};
use rusqlite::types::{ToSqlOutput, ValueRef};
use tokio_postgres::types::{IsNull, ToSql, Type, to_sql_checked};

/// A parameter or a column.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Null,
    Int(i64),
    Text(String),
    Shared(Arc<str>),
    Blob(Vec<u8>),
    /// The position of the entry's commit; only a parameter of a write can be this.
    Position,
}

impl From<i64> for Value {
    fn from(value: i64) -> Self {
        Self::Int(value)
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Self::Int(i64::from(value))
    }
}

impl From<&str> for Value {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}

impl From<String> for Value {
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}

impl From<Arc<str>> for Value {
    fn from(value: Arc<str>) -> Self {
        Self::Shared(value)
    }
}

impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

/// A value with the position that it may stand for.
pub(crate) struct Bound<'a>(pub &'a Value, pub i64);

impl rusqlite::ToSql for Bound<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self.0 {
            Value::Null => ValueRef::Null,
            Value::Int(value) => ValueRef::Integer(*value),
            Value::Position => ValueRef::Integer(self.1),
            Value::Text(value) => ValueRef::Text(value.as_bytes()),
            Value::Shared(value) => ValueRef::Text(value.as_bytes()),
            Value::Blob(value) => ValueRef::Blob(value),
        }))
    }
}

impl std::fmt::Debug for Bound<'_> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(out)
    }
}

impl ToSql for Bound<'_> {
    fn to_sql(
        &self,
        kind: &Type,
        out: &mut BytesMut,
    ) -> std::result::Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match self.0 {
            Value::Null => Ok(IsNull::Yes),
            Value::Int(value) => value.to_sql(kind, out),
            Value::Position => self.1.to_sql(kind, out),
            Value::Text(value) => value.to_sql(kind, out),
            Value::Shared(value) => value.as_ref().to_sql(kind, out),
            Value::Blob(value) => value.to_sql(kind, out),
        }
    }

    fn accepts(kind: &Type) -> bool {
        matches!(*kind, Type::INT8 | Type::TEXT | Type::BYTEA)
    }

    to_sql_checked!();
}

/// One row of a result. Columns are taken by their place; a wrong type is a fault of the statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Row(pub(crate) Vec<Value>);

impl Row {
    pub fn text(&self, column: usize) -> Result<&str> {
        match self.0.get(column) {
            Some(Value::Text(value)) => Ok(value),
            other => Err(mismatch("text", column, other)),
        }
    }

    pub fn text_or_null(&self, column: usize) -> Result<Option<&str>> {
        match self.0.get(column) {
            Some(Value::Null) => Ok(None),
            _ => self.text(column).map(Some),
        }
    }

    /// The text itself, leaving nothing behind.
    pub fn take_text(&mut self, column: usize) -> Result<String> {
        match self.0.get_mut(column).map(|value| std::mem::replace(value, Value::Null)) {
            Some(Value::Text(value)) => Ok(value),
            other => Err(mismatch("text", column, other.as_ref())),
        }
    }

    pub fn int(&self, column: usize) -> Result<i64> {
        match self.0.get(column) {
            Some(Value::Int(value)) => Ok(*value),
            other => Err(mismatch("an integer", column, other)),
        }
    }

    pub fn int_or_null(&self, column: usize) -> Result<Option<i64>> {
        match self.0.get(column) {
            Some(Value::Null) => Ok(None),
            _ => self.int(column).map(Some),
        }
    }

    pub fn blob(&self, column: usize) -> Result<&[u8]> {
        match self.0.get(column) {
            Some(Value::Blob(value)) => Ok(value),
            other => Err(mismatch("bytes", column, other)),
        }
    }

    /// The columns as text, for comparing whole tables.
    pub fn dump(&self) -> String {
        format!("{:?}", self.0)
    }
}

fn mismatch(wanted: &str, column: usize, found: Option<&Value>) -> Error {
    let found = match found {
        None => "nothing",
        Some(Value::Null) => "null",
        Some(Value::Int(_) | Value::Position) => "an integer",
        Some(Value::Text(_) | Value::Shared(_)) => "text",
        Some(Value::Blob(_)) => "bytes",
    };
    Error::internal(format!("column {column} should hold {wanted} but holds {found}"))
}
