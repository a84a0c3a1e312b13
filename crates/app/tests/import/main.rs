//! Moving a community in: each line once, in order, whatever happens in between.

mod shared;
mod tenfold;

use std::sync::atomic::{AtomicUsize, Ordering};

use hearth_app::{App, Config};
use hearth_insight::signals::{Day, Id, Signal, Workspace};
use hearth_kernel::{Context, Result, ports::Basis};
use hearth_matrix::archive::{Importer, Options, Request, Summary, day, time_zone};
use hearth_store::{
    Options as StoreOptions, Row,
    testing::{TestPlace, context, on_both},
};

/// Four hundred lines of three people, more than one commit's worth.
fn log() -> Vec<u8> {
    let line = |number: usize| {
        let (minute, second, who) = (number / 60, number % 60, ["ada", "grace", "edsger"][number % 3]);
        format!("2016-06-01 10:{minute:02}:{second:02} <{who}> line {number}\n")
    };
    (0..400).map(line).collect::<String>().into_bytes()
}

fn request(bytes: Vec<u8>) -> Request {
    let options = Options { format: None, time_zone: time_zone("Europe/London").expect("a zone"), date: None };
    Request {
        files: vec![("log".to_owned(), bytes)],
        room: Some("channel".to_owned()),
        options,
        lenient: false,
        prefix: String::new(),
        moderators: Vec::new(),
        basis: None,
    }
}

async fn open(options: StoreOptions) -> (App, Context) {
    let settings = [("HEARTH_SERVER_NAME", "test.example"), ("HEARTH_REGISTRATION", "open")];
    let settings = settings.map(|(key, value)| (key.to_owned(), value.to_owned()));
    let config = Config::load(None, settings).expect("a configuration");
    let (context, _) = context(1);
    let app = App::open_with(&config, context.clone(), options).await.expect("the server opens");
    (app, context)
}

async fn import(place: &TestPlace, request: Request) -> Result<Summary> {
    let (app, context) = open(place.options()).await;
    let summary = Importer::new(&app.matrix, context).import(request, |_, _| {}).await;
    app.store.close().await;
    summary
}

/// Texts of a kind of event in the order of their rooms, with their senders and times.
async fn messages(place: &TestPlace) -> Vec<(String, i64, String)> {
    let (app, _) = open(place.options()).await;
    let sql = "SELECT sender, origin_server_ts, content FROM rooms_event WHERE type = 'm.room.message'
               ORDER BY room_id, seq LIMIT 1000000";
    let rows = app.store.query(sql, &[]).await.expect("events");
    let message = |row: &Row| {
        let text = |at| row.text(at).expect("text").to_owned();
        (text(0), row.int(1).expect("a time"), text(2))
    };
    let messages = rows.iter().map(message).collect();
    app.store.close().await;
    messages
}

#[test]
fn a_log_moves_in_once_with_authors_and_times() {
    on_both(|place| async move {
        for was_there in [false, true] {
            let summary = import(&place, request(log())).await.expect("it moves in");
            assert_eq!((summary.messages, summary.people, summary.was_there), (400, 3, was_there));
        }
        let found = messages(&place).await;
        assert_eq!(found.len(), 400);
        for (number, (sender, at_ms, content)) in found.iter().enumerate() {
            let who = ["ada", "grace", "edsger"][number % 3];
            assert_eq!(sender, &format!("@{who}:test.example"));
            // London is an hour ahead of UTC in summer.
            assert_eq!(*at_ms, 1_464_771_600_000 + number as i64 * 1000);
            assert!(content.contains(&format!("\"line {number}\"")), "{content}");
        }
    });
}

#[test]
fn a_znc_log_takes_its_day_from_its_name_or_is_told() {
    on_both(|place| async move {
        let znc = |name: &str, date: Option<&str>| {
            let mut request = request(b"[10:44:14] <ada> hello\n".to_vec());
            name.clone_into(&mut request.files[0].0);
            request.options.date = date.map(|date| day(date).expect("a day"));
            request
        };
        let refused = import(&place, znc("channel.log", None)).await.unwrap_err();
        assert!(refused.message.contains("give it with --date"), "{}", refused.message);
        let mut two = znc("channel.log", Some("2016-06-01"));
        two.files.push(two.files[0].clone());
        assert!(import(&place, two).await.unwrap_err().message.contains("one date is that of one file"));
        assert!(day("2016-6-1").is_err() && day("2016-02-30").is_err());
        for was_there in [false, true] {
            let summary = import(&place, znc("channel.log", Some("2016-06-01"))).await.expect("it moves in");
            assert_eq!((summary.messages, summary.was_there), (1, was_there));
        }
        let other = import(&place, znc("channel.log", Some("2016-06-02"))).await.unwrap_err();
        assert!(other.message.contains("with other options"), "{}", other.message);
        assert_eq!(messages(&place).await[0].1, 1_464_774_254_000);
    });
}

#[test]
fn an_import_that_was_cut_off_goes_on_where_it_was() {
    on_both(|place| async move {
        for cut_after in [1, 150, 350] {
            let (app, context) = open(place.options()).await;
            let done = AtomicUsize::new(0);
            let importer = Importer::new(&app.matrix, context);
            let importing = importer.import(request(log()), |steps, _| done.store(steps, Ordering::Relaxed));
            let cut = async {
                while done.load(Ordering::Relaxed) < cut_after {
                    tokio::task::yield_now().await;
                }
            };
            tokio::select! {
                biased;
                () = cut => {}
                _ = importing => {}
            }
            app.store.close().await;
        }
        import(&place, request(log())).await.expect("it moves in");
        assert_eq!(messages(&place).await.len(), 400);
    });
}

#[test]
fn a_log_that_has_grown_is_another_source_and_another_room() {
    on_both(|place| async move {
        import(&place, request(log())).await.expect("it moves in");
        let mut grown = log();
        grown.extend(b"2016-06-01 11:00:00 <ada> one more\n");
        let summary = import(&place, request(grown)).await.expect("it moves in beside the other");
        assert_eq!((summary.messages, summary.was_there), (401, false));
        assert_eq!(messages(&place).await.len(), 801);
    });
}

#[test]
fn what_is_not_understood_is_named_and_refused_unless_it_may_be_left_out() {
    on_both(|place| async move {
        let mut bytes = log();
        bytes.extend(b"what is this line\n");
        let refused = import(&place, request(bytes.clone())).await.expect_err("a bad line");
        assert!(refused.message.contains("line 401") && refused.message.contains("--lenient"), "{refused}");
        assert_eq!(messages(&place).await.len(), 0);
        let summary = import(&place, Request { lenient: true, ..request(bytes) }).await.expect("it moves in");
        assert_eq!((summary.messages, summary.bad), (400, 1));
    });
}

#[test]
fn nobody_here_is_taken_for_somebody_there() {
    on_both(|place| async move {
        let (app, _) = open(place.options()).await;
        app.matrix.accounts.create("ada", "correct horse", false).await.expect("an account");
        app.store.close().await;
        let refused = import(&place, request(log())).await.expect_err("a name that is taken");
        assert!(refused.message.contains("@ada:test.example") && refused.message.contains("prefix"), "{refused}");
        let prefixed = Request { prefix: "irc_".to_owned(), ..request(log()) };
        import(&place, prefixed).await.expect("it moves in");
        assert!(messages(&place).await.iter().all(|(sender, _, _)| sender.starts_with("@irc_")));
    });
}

/// Signals of what was moved in, oldest first: kind, member, peer.
async fn learnt(place: &TestPlace) -> Vec<String> {
    let (app, _) = open(place.options()).await;
    app.insight.signals.catch_up().await.expect("everything is moved");
    let mut reading = app.insight.log.read(&Workspace::import(), Day::of(0)..=Day::of(i64::MAX)).await.expect("a log");
    let mut all = Vec::new();
    while let Some(day) = reading.next().await.expect("a day") {
        let name = |id: &Id| id.as_str().trim_end_matches(":test.example").to_owned();
        let told = |signal: &Signal| {
            format!(
                "{} {} {}",
                signal.kind.name,
                name(&signal.member),
                signal.peer.as_ref().map_or_else(String::new, name)
            )
        };
        all.extend(day.signals.iter().map(told));
    }
    app.store.close().await;
    all
}

#[test]
fn what_moves_in_is_learnt_from_on_a_stated_basis_alone() {
    on_both(|place| async move {
        let edges = |lines: &str| Request { room: None, ..request(lines.as_bytes().to_vec()) };
        import(&place, edges("ada grace 1464771600\n")).await.expect("it moves in");
        assert!(learnt(&place).await.is_empty(), "no basis was stated");
        let second = edges("edsger barbara 1464771601\nbarbara edsger 1464771602\n");
        let stated = Request { basis: Some(Basis::Interest), ..second };
        import(&place, stated).await.expect("it moves in");
        // That they have accounts and are in a room is the import's doing.
        assert_eq!(learnt(&place).await, ["message_sent @edsger @barbara", "message_sent @barbara @edsger"]);
        let without = edges("edsger barbara 1464771601\nbarbara edsger 1464771602\n");
        let refused = import(&place, without).await.expect_err("another basis");
        assert!(refused.message.contains("interest") && refused.message.contains("not moved in twice"), "{refused}");
    });
}

#[test]
fn an_edge_log_that_makes_no_sense_is_refused_before_anything_is_stored() {
    on_both(|place| async move {
        let edges = |lines: &str| Request { room: None, ..request(lines.as_bytes().to_vec()) };
        let lines = "ada grace 1464771600\nada ada 1464771601\ngrace ada 4102444800\n";
        let refused = import(&place, edges(lines)).await.expect_err("bad lines");
        let says = ["line 2: somebody writes to themselves", "line 3: the time is not here yet"];
        assert!(says.iter().all(|says| refused.message.contains(says)), "{refused}");
        let named = Request { room: Some("channel".to_owned()), ..edges("ada grace 1464771600\n") };
        let refused = import(&place, named).await.expect_err("a room for conversations of two");
        assert!(refused.message.contains("leave --room out"), "{refused}");
        assert!(messages(&place).await.is_empty());
        let summary = import(&place, Request { lenient: true, ..edges(lines) }).await.expect("it moves in");
        assert_eq!((summary.messages, summary.bad), (1, 2));
    });
}

#[test]
fn a_channel_gets_the_moderators_that_are_named_now_or_later() {
    on_both(|place| async move {
        let (app, _) = open(place.options()).await;
        for name in ["mona", "otto"] {
            app.matrix.accounts.create(name, "correct horse", false).await.expect("an account");
        }
        app.store.close().await;
        let with = |names: &[&str]| Request {
            moderators: names.iter().map(|name| (*name).to_owned()).collect(),
            ..request(log())
        };
        for (wrong, why) in
            [("mona", "not a member's id"), ("@nobody:test.example", "no member"), ("@mona:elsewhere", "no member")]
        {
            let refused = import(&place, with(&[wrong])).await.expect_err("no member");
            assert!(refused.message.contains(why), "{refused}");
        }
        assert_eq!(messages(&place).await.len(), 0, "nothing was stored");
        let edges = Request { room: None, ..request(b"ada grace 1464771600\n".to_vec()) };
        let edges = Request { moderators: vec!["@mona:test.example".to_owned()], ..edges };
        assert!(import(&place, edges).await.expect_err("no channel").message.contains("--moderator"));

        let levels = async || {
            let (app, _) = open(place.options()).await;
            let sql = "SELECT content FROM rooms_event WHERE type = 'm.room.power_levels' ORDER BY seq LIMIT 100";
            let rows = app.store.query(sql, &[]).await.expect("events");
            let last = rows.last().expect("an event").text(0).expect("text").to_owned();
            app.store.close().await;
            (rows.len(), last)
        };
        import(&place, with(&[])).await.expect("it moves in");
        let (without, _) = levels().await;
        for _ in 0..2 {
            let again = import(&place, with(&["@mona:test.example"])).await.expect("it is there");
            assert!(again.was_there);
            let (count, last) = levels().await;
            assert_eq!(count, without + 1, "said once");
            assert!(last.contains("\"users\":{\"@mona:test.example\":150}"), "{last}");
        }
        import(&place, with(&["@otto:test.example"])).await.expect("it is there");
        let (_, last) = levels().await;
        assert!(last.contains("\"users\":{\"@mona:test.example\":150,\"@otto:test.example\":150}"), "{last}");
        assert_eq!(messages(&place).await.len(), 400);
    });
}
