//! A device that is gone: nothing that it sent is sent again, so what tells repetitions apart goes too.

use hearth_kernel::{Result, limits};
use hearth_store::{Entry, Lane, StoredFact};

use super::super::{Rooms, store};

impl Rooms {
    /// Listens to `accounts.device_removed`. In steps, since a device may have sent a great deal.
    pub(super) async fn forget_transactions(&self, fact: &StoredFact) -> Result<()> {
        let (member, fields) = (&fact.subject, fact.fields());
        let Some(device) = fields["device_id"].as_str() else { return Ok(()) };
        while store::transactions(&self.store, member, device, 1).await? > 0 {
            // Somebody has signed in on a device of that name again.
            if self.accounts.device_names(member).await?.iter().any(|(known, _)| known == device) {
                break;
            }
            let mut entry = Entry::new();
            entry.statement(store::forget_transactions(member, device, limits::TRANSACTIONS_FORGOTTEN));
            self.store.write_in(Lane::Background, entry).await?;
        }
        Ok(())
    }
}
