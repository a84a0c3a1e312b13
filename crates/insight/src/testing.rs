//! What tests of several modules need.

use hearth_kernel::ports::{Answer, Consent, Purpose};

/// Everybody agrees but one.
pub(crate) struct AllButOne(pub(crate) &'static str);

impl Consent for AllButOne {
    fn allowed<'a>(&'a self, _: Purpose, asked: &'a [(&'a str, i64)]) -> Answer<'a, Vec<bool>> {
        Box::pin(std::future::ready(Ok(asked.iter().map(|(member, _)| *member != self.0).collect())))
    }
}

/// Everybody agrees, but those whose name ends with an odd number only until a moment, in milliseconds.
pub(crate) struct OddUntil(pub(crate) i64);

impl Consent for OddUntil {
    fn allowed<'a>(&'a self, _: Purpose, asked: &'a [(&'a str, i64)]) -> Answer<'a, Vec<bool>> {
        let agrees = |(member, at_ms): &(&str, i64)| !member.ends_with(['1', '3', '5', '7', '9']) || *at_ms < self.0;
        Box::pin(std::future::ready(Ok(asked.iter().map(agrees).collect())))
    }
}
