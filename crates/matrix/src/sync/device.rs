//! A device's own part of an answer: messages to it, key counts, and whose keys to look at anew.

use std::{fmt::Write as _, sync::Arc};

use hearth_kernel::{Result, limits};

use super::{
    Sync,
    answer::Window,
    index::{Member, Touched},
    route::Asked,
};
use crate::{
    keys::{DeviceLists, ListsAsked},
    rooms::render::push_array,
};

/// What an answer tells one device alone.
#[derive(Default)]
pub(super) struct DevicePart {
    /// Each a finished event.
    pub(super) messages: Vec<String>,
    pub(super) lists: DeviceLists,
    pub(super) counts_changed: bool,
}

impl DevicePart {
    pub(super) fn is_empty(&self) -> bool {
        self.messages.is_empty() && self.lists.is_empty() && !self.counts_changed
    }

    /// Key counts stand in every answer: clients take what is missing for none, and upload more.
    pub(super) fn push(&self, out: &mut String, counts: &str) {
        if !self.messages.is_empty() {
            out.push_str(",\"to_device\":{\"events\":");
            push_array(out, &self.messages, |out, message| out.push_str(message));
            out.push('}');
        }
        if !self.lists.is_empty() {
            let DeviceLists { changed, left } = &self.lists;
            write!(out, ",\"device_lists\":{}", serde_json::json!({ "changed": changed, "left": left })).ok();
        }
        write!(out, ",{counts}").ok();
    }
}

impl Sync {
    /// A device that comes back with a token has read what came before it.
    pub(super) async fn forget_read(&self, asked: &Asked, member: &Member) {
        let Some(since) = asked.since.as_ref().map(|since| since.position) else { return };
        if member.keeps_read(&asked.device_id, since)
            && self.keys.forget_messages(&asked.user_id, &asked.device_id, since).await
        {
            member.forget_read(&asked.device_id, since);
        }
    }

    /// The messages of an answer. Where not all of them fit, the window ends with the last that does, so
    /// that nothing which was stored later comes before what waits.
    pub(super) async fn messages(&self, asked: &Asked, member: &Member, window: &mut Window) -> Result<Vec<String>> {
        let since = window.since_position();
        if !member.device(&asked.device_id).has_messages(since) {
            return Ok(Vec::new());
        }
        let (device, most) = ((&*asked.user_id, &*asked.device_id), limits::TO_DEVICE_SYNC);
        let mut messages = self.keys.messages(device, (since, window.upto), most + 1).await?;
        if messages.len() > most {
            messages.truncate(most);
            window.upto = messages.last().map_or(window.upto, |(position, _)| *position);
        }
        Ok(messages.into_iter().map(|(_, message)| message).collect())
    }

    /// Whose keys to look at anew: nobody's for a device that begins, since it knows of nobody;
    /// everybody's for one that comes from another life of the database.
    pub(super) async fn device_lists(
        &self,
        asked: &Asked,
        member: &Arc<Member>,
        window: &Window,
        touched: &Touched,
    ) -> Result<DeviceLists> {
        let Some(since) = window.since.or(asked.begins_anew.then_some(0)) else { return Ok(DeviceLists::default()) };
        let lists = ListsAsked {
            reader: &asked.user_id,
            stretch: (since, window.upto),
            touched: touched.rooms.iter().map(|(room_id, _)| room_id.clone()).collect(),
            keys_changed: touched.keys,
        };
        self.keys.device_lists(lists, || member.rooms_since(since)).await
    }
}
