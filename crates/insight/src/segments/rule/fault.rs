//! What is wrong with a rule, and where.

use std::fmt;

use hearth_kernel::Error;
use serde::Serialize;

/// One mistake. Lines and columns are counted from 1, columns in letters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fault {
    pub line: usize,
    pub column: usize,
    pub message: String,
    /// What was probably meant.
    pub suggestion: Option<String>,
}

impl Fault {
    pub(super) fn new(text: &str, offset: usize, message: impl Into<String>) -> Self {
        let before = &text[..offset.min(text.len())];
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
        Self { line, column, message: message.into(), suggestion: None }
    }

    /// All of a rule, in words with its name and for programs by their place.
    pub fn refusal(name: &str, faults: &[Self]) -> Error {
        let lines: Vec<String> = faults.iter().map(|fault| format!("{name}: {fault}")).collect();
        let error = Error::invalid_param(lines.join("\n"));
        let body = serde_json::json!({ "errcode": error.code, "error": error.message, "faults": faults });
        error.with_body(body.to_string())
    }

    pub(super) fn suggest(self, suggestion: impl Into<Option<String>>) -> Self {
        Self { suggestion: suggestion.into(), ..self }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "line {}, column {}: {}", self.line, self.column, self.message)?;
        match &self.suggestion {
            Some(suggestion) => write!(out, "; {suggestion}"),
            None => Ok(()),
        }
    }
}
