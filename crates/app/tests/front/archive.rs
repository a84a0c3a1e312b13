//! What is moved in is nobody's news, also to who is in the room while the rest of it comes.

use std::sync::atomic::{AtomicUsize, Ordering};

use hearth_matrix::{
    accounts::Command,
    archive::{Importer, Options, Request, time_zone},
};
use hearth_store::testing::{context, on_both};
use serde_json::{Value, json};

use crate::{
    support::{Member, PASSWORD, Server, bodies},
    sync::waking::{heard, may_wake, open},
};

/// More than two commits' worth.
const LINES: usize = 900;

/// A channel's log of the last hour, so that it is not for its age that nobody is told.
fn log() -> Request {
    let line = |number: usize| {
        let (minute, second, who) = (30 + number / 60, number % 60, ["ada", "grace"][number % 2]);
        format!("2025-12-31 23:{minute:02}:{second:02} <{who}> reader: line {number}\n")
    };
    let lines = (0..LINES).map(line).collect::<String>();
    Request {
        files: vec![("log".to_owned(), lines.into_bytes())],
        room: Some("channel".to_owned()),
        options: Options { format: None, time_zone: time_zone("UTC").expect("a zone"), date: None },
        lenient: false,
        prefix: "irc_".to_owned(),
        moderators: Vec::new(),
        basis: None,
    }
}

fn importer(server: &Server) -> Importer {
    let (mut context, _) = context(7);
    context.clock = server.clock.clone();
    Importer::new(&server.app.matrix, context)
}

/// Begins to move the log in, and is cut off before all of it is there.
async fn begin(server: &Server) {
    let done = AtomicUsize::new(0);
    let importer = importer(server);
    let importing = Box::pin(importer.import(log(), |steps, _| done.store(steps, Ordering::Relaxed)));
    let cut = async {
        while done.load(Ordering::Relaxed) == 0 {
            tokio::task::yield_now().await;
        }
    };
    tokio::select! {
        biased;
        () = cut => {}
        _ = importing => panic!("it was done before it was cut off"),
    }
}

/// How much of a room a device is told to be unread when it begins to sync.
async fn unread(member: &Member, room: &str) -> Value {
    member.sync(None, &json!({}), "").await["rooms"]["join"][room]["unread_notifications"].clone()
}

#[test]
fn what_is_moved_in_wakes_nobody_and_counts_as_read() {
    on_both(|place| async move {
        let (server, gateway) = open(place).await;
        let [reader, writer] = server.members(["reader", "writer"]).await;
        may_wake(&reader, &gateway, "key", None).await;
        let by_name = json!({ "pattern": "reader", "actions": ["notify", { "set_tweak": "highlight" }] });
        reader.put("/pushrules/global/content/reader", by_name).await.ok();
        begin(&server).await;
        let server = server.restart().await;
        let [reader, writer] = [&reader, &writer].map(|member| server.back(member));
        let room = server.rows("SELECT room_id FROM archive_part").await[0][0].clone();
        for member in [&reader, &writer] {
            member.join(&room).await.ok();
        }
        let since = reader.token().await;
        // Who was moved in may get a password before all of it is there.
        let password = Some(PASSWORD.to_owned());
        let reset = Command::ResetPassword { name: "irc_ada".to_owned(), password, keeps_devices: false };
        server.app.matrix.accounts.administer(reset).await.expect("she may sign in");

        let summary = importer(&server).import(log(), |_, _| {}).await.expect("it goes on");
        assert_eq!((summary.messages, summary.was_there), (LINES, false));
        assert_eq!(summary.room_ids, [room.as_str()]);
        let told = reader.sync(Some(&since), &json!({}), "").await["rooms"]["join"][&room].clone();
        let last = format!("reader: line {}", LINES - 1);
        assert_eq!(bodies(&told["timeline"]["events"]).last(), Some(&last), "it came while she was in the room");
        let nothing = json!({ "notification_count": 0, "highlight_count": 0 });
        assert_eq!(told["unread_notifications"], nothing);
        assert_eq!(unread(&reader, &room).await, nothing);
        heard(&server).await;
        assert!(gateway.told().is_empty(), "{:?}", gateway.told());

        let again = importer(&server).import(log(), |_, _| {}).await.expect("the same log");
        assert_eq!((again.was_there, again.people), (true, 2));
        let ada = server.log_in("irc_ada").await;
        assert_eq!(unread(&ada, &room).await, nothing, "nor is it news to who was there when it was said");

        let said = writer.say(&room, "reader, are you there?").await;
        assert_eq!(gateway.told_of(&said).await["counts"]["unread"], 1);
        assert_eq!(gateway.told().len(), 1, "what is said now is the first that is told");
        assert_eq!(unread(&reader, &room).await, json!({ "notification_count": 1, "highlight_count": 1 }));
        assert_eq!(unread(&ada, &room).await, json!({ "notification_count": 1, "highlight_count": 0 }));
        server.close().await;
    });
}
