//! Where a member's devices are woken: kept for each device, gone with it.

use std::{
    collections::BTreeSet,
    future::Future,
    pin::Pin,
    sync::{
        Arc, Weak,
        atomic::{AtomicI64, Ordering},
    },
    time::Duration,
};

use hearth_http::Caller;
use hearth_kernel::{Error, Fact, FactKind, Kind, Result, limits};
use hearth_store::{Entry, Lane};
use parking_lot::RwLock;
use ruma::{
    api::client::push::{Pusher, PusherIds, PusherKind},
    exports::http::Uri,
};
use tokio::sync::Notify;

use super::{Push, store};
use crate::accounts::{Accounts, DeviceChange, DeviceWatch};

static PUSHER_SET: FactKind = FactKind { name: "push.pusher_set", doc: "A member lets a device be woken." };
static PUSHER_REMOVED: FactKind =
    FactKind { name: "push.pusher_removed", doc: "A member lets a device be woken no more." };

pub(super) static FACTS: [&FactKind; 2] = [&PUSHER_SET, &PUSHER_REMOVED];

/// The path that every push gateway answers at (protocol).
const NOTIFY: &str = "/_matrix/push/v1/notify";

/// Who may have a device to be woken, as far as it was asked for.
#[derive(Default)]
pub(super) struct Wakeable {
    members: RwLock<BTreeSet<Arc<str>>>,
    /// There is somebody.
    some: Notify,
    /// The position before there was somebody.
    since: AtomicI64,
}

impl Wakeable {
    fn add(&self, user_id: &Arc<str>, before: i64) {
        let mut members = self.members.write();
        if members.is_empty() {
            self.since.store(before, Ordering::Relaxed);
        }
        members.insert(user_id.clone());
        self.some.notify_one();
    }
}

impl Push {
    /// Returns when there is a member with a pusher: a position since which there is.
    pub(crate) async fn somebody_may_be_woken(&self) -> i64 {
        let position = self.store.position();
        let known = loop {
            match store::with_pushers(&self.store).await {
                Ok(known) => break known,
                Err(error) => tracing::warn!(%error, "nobody can be woken yet; trying again"),
            }
            tokio::time::sleep(Duration::from_millis(limits::QUEUE_RETRY_MS)).await;
        };
        if !known.is_empty() {
            self.wakeable.since.store(position, Ordering::Relaxed);
        }
        self.wakeable.members.write().extend(known.into_iter().map(Arc::from));
        while self.wakeable.members.read().is_empty() {
            self.wakeable.some.notified().await;
        }
        self.wakeable.since.load(Ordering::Relaxed)
    }

    /// False only of who has no pusher.
    pub(crate) fn may_be_woken(&self, user_id: &str) -> bool {
        self.wakeable.members.read().contains(user_id)
    }

    /// Who of a room may be woken. The smaller side is walked through: the room's `everybody`, of whom there are `count`, or
    /// who may be woken at all.
    pub(crate) fn who_may_be_woken<'a>(
        &self,
        (everybody, count): (impl Iterator<Item = &'a str>, usize),
        is_there: impl Fn(&str) -> bool,
    ) -> Vec<Arc<str>> {
        let members = self.wakeable.members.read();
        match count < members.len() {
            true => everybody.filter_map(|user_id| members.get(user_id).cloned()).collect(),
            false => members.iter().filter(|user_id| is_there(user_id)).cloned().collect(),
        }
    }

    /// A member's pushers as JSON. Who has none is not asked about again until they set one.
    pub(crate) async fn pushers_to_wake(&self, user_id: &Arc<str>) -> Result<Vec<String>> {
        let pushers = self.pushers(user_id).await?;
        if !pushers.is_empty() {
            return Ok(pushers);
        }
        self.wakeable.members.write().remove(user_id);
        // One may have been set between the two.
        let pushers = self.pushers(user_id).await?;
        if !pushers.is_empty() {
            self.wakeable.members.write().insert(user_id.clone());
        }
        Ok(pushers)
    }

    /// Takes a pusher away that its gateway knows no more.
    pub(crate) async fn rejected(&self, user_id: &str, app_id: &str, pushkey: &str) -> Result<()> {
        let mut entry = Entry::new();
        entry.statement(store::remove(user_id, app_id, pushkey)).fact(self.fact(&PUSHER_REMOVED, user_id));
        self.store.write_in(Lane::Background, entry).await.map(drop)
    }

    /// A member's pushers as JSON.
    pub(super) async fn pushers(&self, user_id: &str) -> Result<Vec<String>> {
        store::pushers(&self.store, user_id).await
    }

    /// Sets a pusher of the caller's device. Unless it may stand beside those of others, the same key of the same
    /// app is taken from them.
    pub(super) async fn set_pusher(&self, caller: &Caller, pusher: &Pusher, append: bool) -> Result<()> {
        check(pusher, self.takes_plain_gateways)?;
        let (user_id, PusherIds { app_id, pushkey, .. }) = (&*caller.user_id, &pusher.ids);
        let text = serde_json::to_string(pusher)
            .map_err(|error| Error::internal("a pusher could not be written").caused_by(error))?;
        let mut entry = Entry::new();
        entry
            .statement(store::set(user_id, (app_id, pushkey), &caller.device_id, &text))
            .fact(self.fact(&PUSHER_SET, user_id).id("device_id", &caller.device_id));
        Accounts::expect_device(&mut entry, caller);
        if !append {
            entry.statement(store::remove_from_others(user_id, app_id, pushkey));
        }
        let before = self.store.position();
        // Before it is there, as whoever asks may hang up before it is told; and behind it, as who has none yet is struck off.
        self.wakeable.add(&caller.user_id, before);
        self.store.write(entry).await.map_err(|error| match error.code == store::TOO_MANY {
            true => Error::invalid_param(format!("A member has {} pushers at most.", limits::PUSHERS)),
            false => Accounts::explain(error),
        })?;
        self.wakeable.add(&caller.user_id, before);
        Ok(())
    }

    /// Takes a pusher away; it is no fault if there is none.
    pub(super) async fn remove_pusher(&self, caller: &Caller, ids: &PusherIds) -> Result<()> {
        let mut entry = Entry::new();
        entry
            .statement(store::remove(&caller.user_id, &ids.app_id, &ids.pushkey))
            .fact(self.fact(&PUSHER_REMOVED, &caller.user_id).id("device_id", &caller.device_id));
        self.store.write(entry).await.map(drop)
    }

    fn fact(&self, kind: &'static FactKind, user_id: &str) -> Fact {
        Fact::new(kind, user_id, self.context.now_ms())
    }
}

/// The protocol's bounds, and ours.
fn check(pusher: &Pusher, takes_plain: bool) -> Result<()> {
    let texts = [
        ("pushkey", Some(pusher.ids.pushkey.as_str()), limits::PUSHKEY_BYTES),
        ("app_id", Some(pusher.ids.app_id.as_str()), limits::PUSH_APP_BYTES),
        ("app_display_name", Some(pusher.app_display_name.as_str()), limits::DISPLAY_NAME_BYTES),
        ("device_display_name", Some(pusher.device_display_name.as_str()), limits::DISPLAY_NAME_BYTES),
        ("profile_tag", pusher.profile_tag.as_deref(), limits::DISPLAY_NAME_BYTES),
        ("lang", Some(pusher.lang.as_str()), limits::PUSH_APP_BYTES),
    ];
    for (name, text, most) in texts {
        if text.is_some_and(|text| text.len() > most || text.contains('\0')) {
            return Err(Error::invalid_param(format!("{name} has {most} bytes at most, and no NUL.")));
        }
    }
    let PusherKind::Http(data) = &pusher.kind else {
        return Err(Error::invalid_param("This server knows pushers of the kind \"http\" alone."));
    };
    let data_bytes = serde_json::to_string(data).map_or(usize::MAX, |text| text.len());
    if data_bytes > limits::PUSHER_BYTES {
        let message = format!("What a pusher's gateway is told has {} bytes at most.", limits::PUSHER_BYTES);
        return Err(Error::new(Kind::TooLarge, "M_TOO_LARGE", message));
    }
    let url = data.url.parse::<Uri>().ok();
    let is_spoken = |url: &Uri| url.scheme_str() == Some("https") || (takes_plain && url.scheme_str() == Some("http"));
    match url.is_some_and(|url| is_spoken(&url) && url.path() == NOTIFY) {
        true => Ok(()),
        false => {
            Err(Error::invalid_param(format!("data.url must be a gateway's https:// address with the path {NOTIFY}.")))
        }
    }
}

/// Pushers go in the commit in which their device does.
impl DeviceWatch for Weak<Push> {
    fn join<'a>(
        &'a self,
        user_id: &'a str,
        change: DeviceChange<'a>,
        entry: &'a mut Entry,
    ) -> Pin<Box<dyn Future<Output = Result<()>> + Send + 'a>> {
        match change {
            DeviceChange::Ended(devices) => {
                entry.statements(devices.iter().map(|device_id| store::end(user_id, device_id)));
            }
            DeviceChange::Closed => {
                entry.statement(store::forget(user_id));
            }
            DeviceChange::Begun(_) | DeviceChange::Renamed(_) => {}
        }
        Box::pin(std::future::ready(Ok(())))
    }
}
