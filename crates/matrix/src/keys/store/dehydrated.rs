//! The device that nobody is signed in on.

use hearth_kernel::Result;
use hearth_store::{Statement, Store};

const SET: &str = "INSERT INTO keys_dehydrated (user_id, device_id, device_data) VALUES (?1, ?2, ?3)
     ON CONFLICT (user_id) DO UPDATE SET device_id = excluded.device_id, device_data = excluded.device_data";
const ONE: &str = "SELECT device_id, device_data FROM keys_dehydrated WHERE user_id = ?1";

pub(in crate::keys) fn set(user_id: &str, device_id: &str, device_data: &str) -> Statement {
    Statement::new(SET, vec![user_id.into(), device_id.into(), device_data.into()])
}

/// The device's id and the data that its owner keeps it in.
pub(in crate::keys) async fn one(store: &Store, user_id: &str) -> Result<Option<(String, String)>> {
    let row = store.query_one(ONE, &[user_id.into()]).await?;
    row.map(|mut row| Ok((row.take_text(0)?, row.take_text(1)?))).transpose()
}
