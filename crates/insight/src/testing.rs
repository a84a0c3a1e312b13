//! What tests of several modules need.

use hearth_kernel::ports::{Answer, Consent, Purpose};

/// Everybody agrees but one.
pub(crate) struct AllButOne(pub(crate) &'static str);

impl Consent for AllButOne {
    fn allowed<'a>(&'a self, _: Purpose, asked: &'a [(&'a str, i64)]) -> Answer<'a, Vec<bool>> {
        Box::pin(std::future::ready(Ok(asked.iter().map(|(member, _)| *member != self.0).collect())))
    }
}
