//! The language in which a segment is said: text in, a predicate over members out.
//!
//!     # drifting, and worth a visit
//!     lifecycle = "at-risk-week" and value >= top(20%) and not rooms > 10
//!
//! A test is a field, a comparison and what to compare with; tests are joined by `and`, `or` and `not`, which bind in the
//! order not, and, or; parentheses group; `#` begins a comment. Where nothing is known of a field for a member its tests do not
//! hold, so their `not` does; `is known` asks.

mod check;
mod fault;
mod parse;

use hearth_kernel::limits::SEGMENT_TEXT_BYTES;

use super::{fields, people::People};
pub use check::{Bound, Rule};
pub use fault::Fault;

/// The smallest of the numbers from which on at most such a share lies; infinite where equals are too many.
fn top(sorted: &[f64], share: f64) -> f64 {
    let most = (share * sorted.len() as f64).floor() as usize;
    let Some(first_out) = sorted.len().checked_sub(most + 1) else {
        return sorted.first().copied().unwrap_or(f64::INFINITY);
    };
    let out = sorted[first_out];
    sorted[first_out..].iter().copied().find(|number| *number > out).unwrap_or(f64::INFINITY)
}

/// The largest of the numbers up to which at most such a share lies.
fn bottom(sorted: &[f64], share: f64) -> f64 {
    let most = (share * sorted.len() as f64).floor() as usize;
    let Some(out) = sorted.get(most) else { return sorted.last().copied().unwrap_or(f64::NEG_INFINITY) };
    sorted[..most].iter().rev().copied().find(|number| number < out).unwrap_or(f64::NEG_INFINITY)
}

impl Rule {
    /// Reads a rule, or says what is wrong with it and where.
    pub fn parse(text: &str) -> Result<Self, Vec<Fault>> {
        if text.len() > SEGMENT_TEXT_BYTES {
            let message = format!("a rule has at most {SEGMENT_TEXT_BYTES} bytes; this one has {}", text.len());
            return Err(vec![Fault::new(text, 0, message)]);
        }
        let expression = parse::parse(text).map_err(|fault| vec![fault])?;
        check::check(text, &expression)
    }

    /// Whether it asks how likely members are to leave.
    pub fn needs_scores(&self) -> bool {
        fields::need_scores(self.fields())
    }
}

#[cfg(test)]
mod tests;
