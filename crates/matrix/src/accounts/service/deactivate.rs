//! The end of an account: its owner's wish, or an administrator's.

use hearth_kernel::Result;
use hearth_store::Entry;

use crate::accounts::{Accounts, DEACTIVATED, DeviceChange, cache::Stale, store};

impl Accounts {
    /// Ends an account for ever: its password, devices, profile, account data and filters are deleted in one
    /// commit. The name stays taken. Rooms hears the fact and takes the member out of them; what they said is kept from
    /// those who come later, if it `erases`. Refused with `M_NOT_FOUND` where there is no such member, or not any more.
    pub(in crate::accounts) async fn deactivate(&self, user_id: &str, by: &'static str, erases: bool) -> Result<()> {
        let mut entry = Entry::new();
        entry
            .statement(store::deactivate(user_id, self.context.now_ms()))
            .fact(self.fact(&DEACTIVATED, user_id).kind("by", by).count("erases", erases.into()));
        self.end_all_devices_but(&mut entry, user_id, None).await?;
        self.tell_of_devices(user_id, DeviceChange::Closed, &mut entry).await?;
        entry.statements(store::erase_member(user_id));
        self.commit_and_forget(entry, Stale::Member(user_id.to_owned())).await
    }
}
