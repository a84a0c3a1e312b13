//! Messages from device to device.

use std::{collections::BTreeMap, sync::Arc};

use hearth_http::Caller;
use hearth_kernel::{Error, Kind, Result, limits};
use hearth_store::Entry;
use serde_json::Value;

use super::device;
use crate::{
    keys::{Keys, facts, store},
    stream::{Change, KeyChange},
};

/// The contents for the devices of one member. The device `*` stands for all that are not named.
pub(in crate::keys) type Contents<'a> = BTreeMap<&'a str, &'a str>;

pub(in crate::keys) const EVERY_DEVICE: &str = "*";

/// One request: for whom, and under which name it is the same request again.
pub(in crate::keys) struct Sending<'a> {
    pub(in crate::keys) kind: &'a str,
    pub(in crate::keys) path: String,
    pub(in crate::keys) messages: BTreeMap<&'a str, Contents<'a>>,
}

impl Keys {
    /// Puts a message into the box of each device that there is. The same request again does nothing.
    pub(in crate::keys) async fn send_to_devices(&self, caller: &Caller, sending: Sending<'_>) -> Result<()> {
        let Sending { kind, path, messages } = sending;
        let head = format!("{{\"type\":{},\"sender\":\"{}\",\"content\":", Value::from(kind), caller.user_id);
        let (mut entry, mut change) = (Entry::new(), KeyChange::default());
        entry.statement(store::to_device::once(&caller.user_id, &caller.device_id, &path));
        for (user_id, contents) in &messages {
            let mut written: BTreeMap<&str, Arc<str>> = BTreeMap::new();
            for (device_id, content) in contents {
                written.insert(device_id, format!("{head}{content}}}").into());
            }
            for (device_id, _) in self.accounts.device_names(user_id).await? {
                let Some(message) = written.get(device_id.as_str()).or_else(|| written.get(EVERY_DEVICE)) else {
                    continue;
                };
                entry.statement(store::to_device::put(user_id, &device_id, message.clone()));
                change.messages.push(device(user_id, &device_id));
            }
            if change.messages.len() > limits::TO_DEVICE_RECIPIENTS {
                let why = format!("At most {} devices can be written to at once.", limits::TO_DEVICE_RECIPIENTS);
                return Err(Error::too_large(why));
            }
        }
        let count = change.messages.len() as i64;
        entry
            .fact(self.fact(&facts::SENT_TO_DEVICES, &caller.user_id).count("count", count))
            .note(Change::Keys(change).note());
        match self.commit(entry).await {
            Err(error) if error.kind == Kind::Conflict && error.code == store::TRANSACTION_DONE => Ok(()),
            outcome => outcome.map(drop),
        }
    }
}
