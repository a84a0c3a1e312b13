//! From what is asked to the answer's bytes: look, and if there is nothing, wait.

use std::{
    fmt::Write as _,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::Duration,
};

use futures_util::future::select_all;
use hearth_http::Stopping;
use hearth_kernel::Result;
use ruma::OwnedRoomId;
use tokio::time::{Instant, timeout_at};

use super::{
    Sync,
    device::DevicePart,
    index::{Member, RoomEntry, Touched},
    room::RoomAnswer,
    route::Asked,
};
use crate::{
    push,
    rooms::{
        Membership,
        filter::{lets_kind_through, lets_room_through},
        render::push_array,
    },
    token::SyncToken,
};

/// The stretch that an answer covers: after one token, up to another.
pub(super) struct Window {
    /// Positions after this; None is everything.
    pub(super) since: Option<i64>,
    pub(super) since_serial: i64,
    pub(super) upto: i64,
    pub(super) upto_serial: i64,
}

impl Window {
    pub(super) fn is_initial(&self) -> bool {
        self.since.is_none()
    }

    pub(super) fn since_position(&self) -> i64 {
        self.since.unwrap_or(0)
    }
}

/// Counts who waits, however the waiting ends.
struct Waiting<'a>(&'a AtomicI64);

impl<'a> Waiting<'a> {
    fn new(count: &'a AtomicI64) -> Self {
        count.fetch_add(1, Ordering::Relaxed);
        Self(count)
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

/// The parts of an answer, each a list of finished JSON.
#[derive(Default)]
struct Parts {
    account_data: Vec<String>,
    presence: Vec<String>,
    join: Vec<(OwnedRoomId, String)>,
    invite: Vec<(OwnedRoomId, String)>,
    knock: Vec<(OwnedRoomId, String)>,
    leave: Vec<(OwnedRoomId, String)>,
    device: DevicePart,
}

impl Parts {
    fn is_empty(&self) -> bool {
        self.account_data.is_empty()
            && self.presence.is_empty()
            && self.join.is_empty()
            && self.invite.is_empty()
            && self.knock.is_empty()
            && self.leave.is_empty()
            && self.device.is_empty()
    }
}

/// What a look has found.
enum Looked {
    Answer(String),
    /// Nothing new up to here, which need not be looked at again.
    Nothing(SyncToken),
}

impl Sync {
    /// An answer with something in it, or an empty one when the time is up or the server stops.
    ///
    /// What looks is boxed and gone before anybody waits, so that whoever waits keeps room for waiting alone.
    pub(super) async fn answer_or_wait(
        &self,
        mut asked: Box<Asked>,
        wait: Duration,
        stopping: &mut Stopping,
    ) -> Result<String> {
        let until = Instant::now() + wait;
        let member = Box::pin(self.begin(&asked)).await?;
        let _here = self.arrive(&asked.user_id, asked.presence);
        loop {
            // Listening comes before looking, so that nothing falls in between.
            let ring = member.ring.notified();
            let mut ring = std::pin::pin!(ring);
            ring.as_mut().enable();
            let crowds = member.crowds();
            let mut pulses: Vec<_> = crowds.iter().map(|pulse| Box::pin(pulse.ring.notified())).collect();
            pulses.iter_mut().for_each(|pulse| {
                pulse.as_mut().enable();
            });
            match Box::pin(self.look(&asked, &member, wait)).await? {
                Looked::Answer(answer) => return Ok(answer),
                Looked::Nothing(upto) => asked.since = Some(upto),
            }
            let _waiting = Waiting::new(&self.waiting);
            let pulsed = async {
                if pulses.is_empty() {
                    return std::future::pending().await;
                }
                select_all(pulses).await;
            };
            let woken = tokio::select! {
                biased;
                () = pulsed => true,
                woken = timeout_at(until, ring.as_mut()) => woken.is_ok(),
                () = stopping.wait() => false,
            };
            // Who was signed out or locked meanwhile hears nothing any more.
            if let Some(shown) = &asked.shown {
                shown.caller().await?;
            }
            if !woken {
                return Box::pin(self.nothing(&asked, &member)).await;
            }
        }
    }

    async fn begin(&self, asked: &Asked) -> Result<Arc<Member>> {
        let member = self.index.member(&self.rooms, &self.keys, &asked.user_id).await?;
        self.forget_read(asked, &member).await;
        Ok(member)
    }

    /// Whoever does not wait is answered in any case.
    async fn look(&self, asked: &Asked, member: &Arc<Member>, wait: Duration) -> Result<Looked> {
        let mut window = self.window(asked);
        let touched = match window.since {
            Some(since) if !asked.full_state => member.touched(since, window.since_serial),
            _ => member.touched(-1, -1),
        };
        let parts = self.parts(asked, member, &mut window, touched).await?;
        let next = self.token(&window);
        if parts.is_empty() && !window.is_initial() && !asked.full_state && !wait.is_zero() {
            return Ok(Looked::Nothing(next));
        }
        let counts = member.key_counts(&self.keys, &asked.device_id).await?;
        Ok(Looked::Answer(write(&next.write(), &parts, &counts)))
    }

    async fn nothing(&self, asked: &Asked, member: &Member) -> Result<String> {
        let token = asked.since.as_ref().map(SyncToken::write).unwrap_or_default();
        let counts = member.key_counts(&self.keys, &asked.device_id).await?;
        Ok(write(&token, &Parts::default(), &counts))
    }

    fn window(&self, asked: &Asked) -> Window {
        // What was in memory alone is told anew, empty lists too, to whoever heard of it from another process.
        let serial = |since: &SyncToken| if since.boot == self.boot { since.serial } else { -1 };
        Window {
            since: asked.since.as_ref().map(|since| since.position),
            since_serial: asked.since.as_ref().map_or(0, serial),
            upto_serial: self.rooms.serial(),
            upto: self.store.position(),
        }
    }

    fn token(&self, window: &Window) -> SyncToken {
        let (position, serial) = (window.upto, window.upto_serial);
        SyncToken { epoch: self.store.epoch().to_owned(), position, boot: self.boot.clone(), serial }
    }

    /// The messages to the device come first: they may move the end of the window.
    async fn parts(&self, asked: &Asked, member: &Arc<Member>, window: &mut Window, touched: Touched) -> Result<Parts> {
        let mut parts = Parts::default();
        parts.device.messages = self.messages(asked, member, window).await?;
        let window = &*window;
        parts.device.lists = self.device_lists(asked, member, window, &touched).await?;
        parts.device.counts_changed =
            !window.is_initial() && member.device(&asked.device_id).counts_changed(window.since_position());
        let mut room_data = Vec::new();
        // Whose keys are to be looked at is met for the first time, most often.
        let met = &parts.device.lists.changed;
        if touched.presence || window.is_initial() || !met.is_empty() {
            let ignored = self.rooms.ignored(&asked.user_id).await?;
            parts.presence = self.presence_events(member, window, met, &asked.filter.presence, &ignored);
        }
        if touched.account_data || window.is_initial() || asked.full_state {
            let since = if asked.full_state { 0 } else { window.since_position() };
            (parts.account_data, room_data) = self.account_data(asked, window, since).await?;
        }
        let mut touched = touched.rooms;
        // What was noted of a room before one came into it was told to nobody.
        let since = window.since_position();
        let came = |entry: &RoomEntry| entry.membership == Membership::Join && entry.since > since;
        let came: Vec<_> =
            touched.iter().filter(|(_, entry)| came(entry)).map(|(room_id, _)| room_id.clone()).collect();
        if !came.is_empty() && !window.is_initial() {
            room_data.retain(|(room_id, _)| !came.contains(room_id));
            let (_, whole) = self.account_data(asked, window, 0).await?;
            room_data.extend(whole.into_iter().filter(|(room_id, _)| came.contains(room_id)));
        }
        for (room_id, _) in &room_data {
            if !touched.iter().any(|(known, _)| known == room_id)
                && let Some(entry) = member.room(room_id)
            {
                touched.push((room_id.clone(), entry));
            }
        }
        let scope = &asked.filter.room;
        touched.retain(|(room_id, _)| lets_room_through(scope.rooms.as_deref(), &scope.not_rooms, room_id));
        let mut told = self.told.of(asked, window);
        for (room_id, entry) in touched {
            let data: Vec<&str> =
                room_data.iter().filter(|(id, _)| *id == room_id).map(|(_, json)| json.as_str()).collect();
            self.room_part(asked, window, &mut told, (room_id, entry), &data, &mut parts).await?;
        }
        self.told.keep(asked, window, told);
        Ok(parts)
    }

    async fn room_part(
        &self,
        asked: &Asked,
        window: &Window,
        told: &mut super::room::ToldMembers,
        (room_id, entry): (OwnedRoomId, RoomEntry),
        data: &[&str],
        parts: &mut Parts,
    ) -> Result<()> {
        let room = self.rooms.room(&room_id).await?;
        // A membership that is newer than the window is for the next answer; what held before it is asked.
        let now = match entry.since > window.upto {
            true => self.rooms.membership_at(&room, &asked.user_id, window.upto).await?,
            false => Some(entry.into_membership(&room_id)),
        };
        let Some(now) = now else { return Ok(()) };
        let ignored = self.rooms.ignored(&asked.user_id).await?;
        let answer = RoomAnswer { sync: self, asked, window, room: &room, ignored: &ignored };
        let is_new = now.position > window.since_position() || window.is_initial();
        match now.membership {
            Membership::Join => {
                if let Some(json) = answer.joined(&now, told, data).await? {
                    parts.join.push((room_id, json));
                }
            }
            Membership::Invite if is_new => {
                let stripped = answer.stripped("invite_state").await?;
                parts.invite.extend(stripped.map(|json| (room_id, json)));
            }
            Membership::Knock if is_new => {
                let stripped = answer.stripped("knock_state").await?;
                parts.knock.extend(stripped.map(|json| (room_id, json)));
            }
            Membership::Leave | Membership::Ban if is_new => {
                if let Some(json) = answer.left(&now, told).await? {
                    parts.leave.push((room_id, json));
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Account data that changed after a position: of the member's own, and of rooms.
    async fn account_data(
        &self,
        asked: &Asked,
        window: &Window,
        since: i64,
    ) -> Result<(Vec<String>, Vec<(OwnedRoomId, String)>)> {
        let changed = self.accounts.account_data_between(&asked.user_id, since, window.upto).await?;
        let (mut own, mut of_rooms) = (Vec::new(), Vec::new());
        let event =
            |kind: &str, content: &str| format!("{{\"type\":{},\"content\":{content}}}", serde_json::Value::from(kind));
        let filter = &asked.filter.account_data;
        // Whoever has changed no rule has none stored; a client wants the default ones all the same.
        let mut tells_rules = window.is_initial();
        for data in changed {
            match data.room_id {
                None if data.kind == push::ACCOUNT_DATA_TYPE => tells_rules = true,
                None => {
                    if lets_kind_through(filter.types.as_deref(), &filter.not_types, &data.kind) {
                        own.push(event(&data.kind, &data.content));
                    }
                }
                Some(room_id) => {
                    let filter = &asked.filter.room.account_data;
                    if let Ok(room_id) = OwnedRoomId::try_from(room_id)
                        && lets_room_through(filter.rooms.as_deref(), &filter.not_rooms, &room_id)
                        && lets_kind_through(filter.types.as_deref(), &filter.not_types, &data.kind)
                    {
                        of_rooms.push((room_id, event(&data.kind, &data.content)));
                    }
                }
            }
        }
        if tells_rules && lets_kind_through(filter.types.as_deref(), &filter.not_types, push::ACCOUNT_DATA_TYPE) {
            own.push(event(push::ACCOUNT_DATA_TYPE, &self.push.content(&asked.user_id).await?));
        }
        Ok((own, of_rooms))
    }
}

fn write(next_batch: &str, parts: &Parts, counts: &str) -> String {
    let size: usize = parts.join.iter().map(|(_, json)| json.len() + 64).sum();
    let mut out = String::with_capacity(size + 256);
    write!(out, "{{\"next_batch\":\"{next_batch}\"").ok();
    if !parts.account_data.is_empty() {
        out.push_str(",\"account_data\":{\"events\":");
        push_array(&mut out, &parts.account_data, |out, json| out.push_str(json));
        out.push('}');
    }
    if !parts.presence.is_empty() {
        out.push_str(",\"presence\":{\"events\":");
        push_array(&mut out, &parts.presence, |out, json| out.push_str(json));
        out.push('}');
    }
    let sections = [("join", &parts.join), ("invite", &parts.invite), ("knock", &parts.knock), ("leave", &parts.leave)];
    let mut separator = ",\"rooms\":{";
    for (name, rooms) in sections.into_iter().filter(|(_, rooms)| !rooms.is_empty()) {
        write!(out, "{separator}\"{name}\":{{").ok();
        separator = ",";
        for (at, (room_id, json)) in rooms.iter().enumerate() {
            let comma = if at > 0 { "," } else { "" };
            write!(out, "{comma}\"{room_id}\":").ok();
            out.push_str(json);
        }
        out.push('}');
    }
    if separator == "," {
        out.push('}');
    }
    parts.device.push(&mut out, counts);
    out.push('}');
    out
}
