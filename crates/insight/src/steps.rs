//! What is too much for one commit, taken away in steps.

use hearth_kernel::Result;
use hearth_store::{Entry, Lane, Statement, Store};

/// Takes the step until everything is clear. Cut off, it is done by asking again.
pub(crate) async fn clear<Asked, Statements>(
    store: &Store,
    is_clear: impl Fn() -> Asked,
    step: impl Fn() -> Statements,
) -> Result<()>
where
    Asked: Future<Output = Result<bool>>,
    Statements: IntoIterator<Item = Statement>,
{
    while !is_clear().await? {
        let mut entry = Entry::new();
        entry.statements(step());
        store.write_in(Lane::Background, entry).await?;
    }
    Ok(())
}
