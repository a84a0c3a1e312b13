//! Telling those who run the server of a message, a room or a member.

use std::sync::Arc;

use hearth_kernel::{Error, Fact, Kind, Result, limits};
use hearth_store::Entry;
use ruma::{EventId, UserId};

use super::super::{
    Rooms, facts,
    room::Room,
    store::report::{self, Report},
};

impl Rooms {
    /// Reports a message that the reporter may see.
    pub(crate) async fn report_event(
        &self,
        room: &Arc<Room>,
        reporter: &str,
        event_id: &EventId,
        reason: String,
    ) -> Result<()> {
        let (event, _) = self.visible_event(room, reporter, event_id).await?;
        let new = self.new_report(reporter, event.event_id.as_str(), Some(room), reason);
        let fact = |fact: Fact| fact.id("event", event.event_id.as_str()).id("member", event.sender.as_str());
        self.report(Report { what: "event".to_owned(), ..new }, |new| fact(new.kind("what", "event"))).await
    }

    /// Reports a room; one need not be in it.
    pub(crate) async fn report_room(&self, room: &Arc<Room>, reporter: &str, reason: String) -> Result<()> {
        let new = self.new_report(reporter, room.id.as_str(), Some(room), reason);
        self.report(Report { what: "room".to_owned(), ..new }, |fact| fact.kind("what", "room")).await
    }

    pub(crate) async fn report_member(&self, member: &UserId, reporter: &str, reason: String) -> Result<()> {
        if !self.accounts.exists(member.as_str()).await? {
            return Err(Error::not_found("There is no such member on this server."));
        }
        let new = self.new_report(reporter, member.as_str(), None, reason);
        let fact = |fact: Fact| fact.kind("what", "member").id("member", member.as_str());
        self.report(Report { what: "member".to_owned(), ..new }, fact).await
    }

    fn new_report(&self, reporter: &str, subject: &str, room: Option<&Arc<Room>>, reason: String) -> Report {
        Report {
            reporter: reporter.to_owned(),
            what: String::new(),
            subject: subject.to_owned(),
            room_id: room.map(|room| room.id.to_string()),
            reason,
            at_ms: self.context.now_ms(),
            position: 0,
        }
    }

    async fn report(&self, new: Report, fact: impl FnOnce(Fact) -> Fact) -> Result<()> {
        if new.reason.len() > limits::REPORT_REASON_BYTES || new.reason.contains('\0') {
            let most = limits::REPORT_REASON_BYTES;
            return Err(Error::invalid_param(format!("A reason has {most} bytes at most, none of them NUL.")));
        }
        let mut stated = Fact::new(&facts::REPORTED, new.reporter.as_str(), new.at_ms);
        if let Some(room_id) = &new.room_id {
            stated = stated.id("room", room_id);
        }
        let mut entry = Entry::new();
        entry.statement(report::put(&new)).fact(fact(stated));
        match self.store.write(entry).await {
            Err(error) if error.kind == Kind::Conflict && error.code == report::TOO_MANY_REPORTS => {
                let message = format!("You have reported {} things. Nobody can report more.", limits::REPORTS);
                Err(Error::too_large(message))
            }
            written => written.map(drop),
        }
    }

    /// What members told of, the newest first, before a position: for those who run the server.
    pub async fn reports(&self, before: i64, count: usize) -> Result<Vec<Report>> {
        report::before(&self.store, before, count.min(limits::PAGE_EVENTS)).await
    }
}
