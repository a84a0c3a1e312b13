//! A backup taken while everybody talks, put back elsewhere: what was acknowledged before it is there, and
//! whoever holds a token of what came after it begins anew.

use std::{collections::BTreeSet, path::Path, process::Output};

use serde_json::Value;

use crate::support::{
    Community, Member, Place, Request, Server, expect_sound, hearth, run, skip, tests_postgres, text,
};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_holds_what_was_acknowledged_on_sqlite() {
    back_up_under_load(Place::embedded(), Place::embedded()).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_holds_what_was_acknowledged_on_postgres() {
    match tests_postgres() {
        Some(url) => back_up_under_load(Place::on_postgres(&url).await, Place::on_postgres(&url).await).await,
        None => skip("HEARTH_TEST_POSTGRES names no server"),
    }
}

async fn back_up_under_load(place: Place, elsewhere: Place) {
    let backups = tempfile::TempDir::new().expect("a temporary folder");
    let backup = backups.path().join("first");
    let mut server = Server::start(&place).await;
    put_media(&place, "ab/cdef", "a picture");
    put_media(&place, "ab/gh#1", "half of one");
    let mut reader = Member::register(&server.address(), "reader").await;
    let room = reader.create_room().await;
    let before = text(&reader.done(&Request::message(&room, "t0", "before")).await, "event_id");
    let mut community = Community::gather(&server.address()).await;
    let round = community.begin();
    round.acknowledged(200).await;
    let acknowledged = community_so_far(&mut reader, &community).await;

    let said = success(&run(hearth(&place, &["backup", &name(&backup), "--json"])).await);
    assert_eq!((said["server_name"].as_str(), said["files"].as_i64()), (Some("localhost"), Some(2)), "{said}");
    round.acknowledged(400).await;
    community.end(round).await.expect_no_refusals();
    let lost = text(&reader.done(&Request::message(&room, "t1", "after")).await, "event_id");
    let from_the_future = text(&reader.read("/sync").await, "next_batch");
    server.stop().await;

    success(&run(hearth(&elsewhere, &["restore", &name(&backup), "--json"])).await);
    refusal(&run(hearth(&elsewhere, &["restore", &name(&backup)])).await, "into an empty");
    expect_sound(&elsewhere).await;
    let picture = std::fs::read_to_string(elsewhere.path().join("media/ab/cdef"));
    assert_eq!(picture.expect("the media are put back"), "a picture");
    let mut again = Server::start(&elsewhere).await;
    let mut reader = reader.at(&again.address());
    for (room, events) in acknowledged {
        let found: BTreeSet<_> = reader.history(&room).await.iter().map(|event| text(event, "event_id")).collect();
        let missing: Vec<_> = events.iter().filter(|event| !found.contains(*event)).collect();
        assert!(missing.is_empty(), "{missing:?} were acknowledged before the backup and are not in it");
    }
    expect_a_fresh_start(&mut reader, &room, &from_the_future, (&before, &lost)).await;
    again.stop().await;
    expect_sound(&elsewhere).await;
    elsewhere.discard().await;
    place.discard().await;
}

/// The lost future's positions are given to other events now; the old token must not hide them.
async fn expect_a_fresh_start(reader: &mut Member, room: &str, since: &str, (before, lost): (&str, &str)) {
    let new = text(&reader.done(&Request::message(room, "t2", "anew")).await, "event_id");
    let answer = reader.read(&format!("/sync?since={since}&timeout=30000")).await;
    let timeline = &answer["rooms"]["join"][room]["timeline"];
    let events: Vec<String> =
        timeline["events"].as_array().into_iter().flatten().map(|event| text(event, "event_id")).collect();
    let once = |id: &str| events.iter().filter(|event| *event == id).count();
    assert_eq!((once(before), once(lost), once(&new)), (1, 0, 1), "{answer}");
    let next = text(&answer, "next_batch");
    let quiet = reader.read(&format!("/sync?since={next}&timeout=0")).await;
    assert!(quiet.get("rooms").is_none(), "told twice: {quiet}");
}

/// What is in every room of the community by now: all of it was acknowledged or is about to be.
async fn community_so_far(reader: &mut Member, community: &Community) -> Vec<(String, Vec<String>)> {
    let mut all = Vec::new();
    for room in community.rooms() {
        reader.join(room).await;
        let events = reader.history(room).await.iter().map(|event| text(event, "event_id")).collect();
        all.push((room.clone(), events));
    }
    all
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_goes_back_into_an_empty_place_only() {
    let (place, elsewhere) = (Place::embedded(), Place::embedded());
    let backups = tempfile::TempDir::new().expect("a temporary folder");
    let backup = name(&backups.path().join("first"));
    refusal(&run(hearth(&place, &["backup", &backup])).await, "there is no database at");
    Server::start(&place).await.stop().await;
    success(&run(hearth(&place, &["backup", &backup, "--json"])).await);
    refusal(&run(hearth(&place, &["backup", &backup])).await, "is there already");
    let among = name(&place.path().join("media/backup"));
    refusal(&run(hearth(&place, &["backup", &among])).await, "is within the data");
    let nowhere = backups.path().join("nowhere");
    std::os::unix::fs::symlink("/nowhere/at/all", &nowhere).expect("a link");
    refusal(&run(hearth(&place, &["backup", &name(&nowhere)])).await, "is there already");
    expect_one_of_two(&place, &backups.path().join("both")).await;
    refusal(&run(hearth(&place, &["restore", &backup])).await, "into an empty place only");
    // A place is looked at before anything is put there.
    put_media(&place, "ab/cd", "somebody's");
    let with_files = name(&backups.path().join("with-files"));
    success(&run(hearth(&place, &["backup", &with_files, "--json"])).await);
    let used = Place::embedded();
    Server::start(&used).await.stop().await;
    refusal(&run(hearth(&used, &["restore", &with_files])).await, "into an empty place only");
    assert!(!used.path().join("media/ab").exists());
    put_media(&elsewhere, "ab/cd", "somebody's");
    refusal(&run(hearth(&elsewhere, &["restore", &backup])).await, "into an empty place only");
    refusal(&run(hearth(&elsewhere, &["restore", &name(backups.path())])).await, "there is no backup here");
    refusal(&run(hearth(&elsewhere, &["db", "rewound"])).await, "there is no database at");

    let mut renamed = hearth(&Place::embedded(), &["restore", &backup]);
    renamed.env("HEARTH_SERVER_NAME", "other.example");
    refusal(&run(renamed).await, "belongs to the server name localhost, not to other.example");
}

/// Of two that are taken at once onto one name one is refused, and the other is whole.
async fn expect_one_of_two(place: &Place, both: &Path) {
    let taken = || run(hearth(place, &["backup", &name(both)]));
    let (one, other) = tokio::join!(taken(), taken());
    let (one, other) = (one.status.success(), other.status.success());
    assert!(one || other, "neither was taken");
    let elsewhere = Place::embedded();
    success(&run(hearth(&elsewhere, &["restore", &name(both), "--json"])).await);
    assert!(!both.with_extension("partial").exists());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_damaged_backup_is_refused_and_leaves_nothing() {
    let (place, elsewhere) = (Place::embedded(), Place::embedded());
    let backups = tempfile::TempDir::new().expect("a temporary folder");
    let backup = backups.path().join("first");
    Server::start(&place).await.stop().await;
    success(&run(hearth(&place, &["backup", &name(&backup), "--json"])).await);
    let database = backup.join("hearth.db");
    let mut bytes = std::fs::read(&database).expect("the copy");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&database, bytes).expect("the copy can be written");
    refusal(&run(hearth(&elsewhere, &["restore", &name(&backup)])).await, "hearth.db is not as it was");
    assert!(!elsewhere.path().join("hearth.db").exists());
}

/// A snapshot that was put back by hand: its owner says so.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_rewound_database_begins_a_new_epoch() {
    let (place, snapshot) = (Place::embedded(), Place::embedded());
    let mut server = Server::start(&place).await;
    let mut reader = Member::register(&server.address(), "reader").await;
    let room = reader.create_room().await;
    let before = text(&reader.done(&Request::message(&room, "t0", "before")).await, "event_id");
    server.stop().await;
    std::fs::copy(place.path().join("hearth.db"), snapshot.path().join("hearth.db")).expect("a snapshot");
    server.start_again(&place).await;
    let lost = text(&reader.at(&server.address()).done(&Request::message(&room, "t1", "after")).await, "event_id");
    let from_the_future = text(&reader.read("/sync").await, "next_batch");
    server.stop().await;
    assert!(run(hearth(&snapshot, &["db", "rewound"])).await.status.success());
    let mut again = Server::start(&snapshot).await;
    expect_a_fresh_start(&mut reader.at(&again.address()), &room, &from_the_future, (&before, &lost)).await;
    again.stop().await;
}

fn put_media(place: &Place, name: &str, text: &str) {
    let path = place.path().join("media").join(name);
    std::fs::create_dir_all(path.parent().expect("it is in a folder")).expect("a folder");
    std::fs::write(path, text).expect("a file");
}

fn name(path: &Path) -> String {
    path.to_str().expect("a plain path").to_owned()
}

fn success(output: &Output) -> Value {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("it speaks JSON")
}

fn refusal(output: &Output, sentence: &str) {
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success() && said.contains(sentence), "{said}");
}
