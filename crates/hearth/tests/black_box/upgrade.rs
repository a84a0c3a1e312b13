//! Databases of older versions, as tests/upgrade keeps them: this Hearth brings them up to date, answers what the older
//! one answered, and what was in them is there, for members with old sync tokens too.

use std::{io::Read, path::PathBuf};

use flate2::read::GzDecoder;
use serde_json::{Value, json};

use crate::support::{
    Http, Member, Place, Request, Server, expect_sound, hearth, list, run, skip, soon, tests_postgres, text,
};

const STORED: [&str; 2] = ["0001", "0002"];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_stored_older_database_is_migrated_and_read_on_sqlite() {
    for version in STORED {
        let place = Place::embedded();
        let database = rusqlite::Connection::open(place.path().join("hearth.db")).expect("a database");
        database.execute_batch(&statements(&format!("{version}.sqlite"))).expect("the stored statements");
        database.close().expect("it is closed");
        upgrade(&place, &known(&format!("{version}.sqlite"))).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_stored_older_database_is_migrated_and_read_on_postgres() {
    let Some(url) = tests_postgres() else { return skip("HEARTH_TEST_POSTGRES names no server") };
    for version in STORED {
        let place = Place::on_postgres(&url).await;
        let connecting = tokio_postgres::connect(&place.database_url, tokio_postgres::NoTls).await;
        let (client, connection) = connecting.expect("the tests' PostgreSQL answers");
        tokio::spawn(connection);
        client.batch_execute(&statements(&format!("{version}.postgres"))).await.expect("the stored statements");
        upgrade(&place, &known(&format!("{version}.postgres"))).await;
        place.discard().await;
    }
}

fn stored(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/upgrade").join(name)
}

fn statements(name: &str) -> String {
    let packed = std::fs::File::open(stored(&format!("{name}.sql.gz"))).expect("a stored database");
    let mut text = String::new();
    GzDecoder::new(packed).read_to_string(&mut text).expect("it is text");
    text
}

fn known(name: &str) -> Value {
    let text = std::fs::read_to_string(stored(&format!("{name}.json"))).expect("what is in it");
    serde_json::from_str(&text).expect("it is JSON")
}

async fn upgrade(place: &Place, known: &Value) {
    put_files(place, known);
    let mut server = Server::start(place).await;
    expect_answers(&server, known).await;
    expect_commands(place, known).await;
    let mut member = Member::sign_in(&server.address(), &text(known, "user"), &text(known, "password")).await;
    let rooms = known["rooms"].as_object().expect("rooms");
    for (room, events) in rooms {
        let found = member.history(room).await;
        let expected = events.as_array().expect("events");
        // The member came after the room was made: what the old Hearth showed is what the new one shows.
        assert_eq!(found.len(), expected.len(), "events of {room}");
        for (found, expected) in found.iter().zip(expected) {
            for (part, value) in expected.as_object().expect("an event") {
                assert_eq!(found.get(part), Some(value), "{part} of {expected}");
            }
        }
    }
    let answer = member.read(&format!("/sync?since={}&timeout=0", text(known, "since"))).await;
    for (room, after) in known["after"].as_object().expect("rooms") {
        let timeline = answer["rooms"]["join"][room]["timeline"]["events"].as_array().expect("a timeline");
        let events: Vec<&Value> = timeline.iter().map(|event| &event["event_id"]).collect();
        assert_eq!(events, [after], "an old token in {room}");
        let said = member.done(&Request::message(room, "new", "after the upgrade")).await;
        let last = member.history(room).await.pop().expect("an event");
        assert_eq!((&last["event_id"], &last["content"]["body"]), (&said["event_id"], &json!("after the upgrade")));
    }
    server.stop().await;
    expect_sound(place).await;
}

/// What lay beside the database.
fn put_files(place: &Place, known: &Value) {
    for (name, words) in known["files"].as_object().into_iter().flatten() {
        let file = place.path().join(name);
        std::fs::create_dir_all(file.parent().expect("it lies in a folder")).expect("a folder");
        std::fs::write(file, words.as_str().expect("words")).expect("a file");
    }
}

/// Members on the devices that they had are told what the older Hearth told them.
async fn expect_answers(server: &Server, known: &Value) {
    let mut http = Http::new(server.address());
    for member in list(&known["members"]) {
        for read in list(&member["reads"]) {
            let (method, path, token) = (text(read, "method"), text(read, "path"), text(member, "token"));
            let answer = soon(&path, http.call(&method, &path, &token, read.get("body"))).await.expect("an answer");
            assert_eq!(read["status"], answer.status, "{path}: {}", answer.body);
            expect_all_of(&read["answer"], &answer.body, &path);
        }
    }
}

/// So are those who run the server.
async fn expect_commands(place: &Place, known: &Value) {
    for said in list(&known["commands"]) {
        let command = text(said, "command");
        let output = run(hearth(place, &command.split(' ').collect::<Vec<_>>())).await;
        assert!(output.status.success(), "{command}: {}", String::from_utf8_lossy(&output.stderr));
        let answer = serde_json::from_slice(&output.stdout).expect("it speaks JSON");
        expect_all_of(&said["answer"], &answer, &command);
    }
}

fn expect_all_of(expected: &Value, found: &Value, of: &str) {
    assert!(is_in(expected, found), "{of}: of\n{expected}\nsome is not in\n{found}");
}

/// Whether all of it is there: every part of an object, and every element of a list, in any order. There may be more.
fn is_in(expected: &Value, found: &Value) -> bool {
    match (expected, found) {
        (Value::Object(expected), Value::Object(found)) => {
            expected.iter().all(|(key, part)| found.get(key).is_some_and(|found| is_in(part, found)))
        }
        (Value::Array(expected), Value::Array(found)) => {
            expected.iter().all(|part| found.iter().any(|found| is_in(part, found)))
        }
        _ => expected == found,
    }
}
