//! `hearth admin`, while the server runs and while it does not.

use std::{io::Write as _, os::unix::fs::PermissionsExt, process::Stdio, time::Duration};

use hearth_kernel::limits;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use crate::support::{Place, Server, hearth, run, skip, tests_postgres, text};

pub(crate) async fn admin(place: &Place, arguments: &[&str]) -> Value {
    let output = run(hearth(place, &[&["admin", "--json"], arguments].concat())).await;
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("it speaks JSON")
}

async fn refused(place: &Place, arguments: &[&str]) -> String {
    let output = run(hearth(place, &[&["admin"], arguments].concat())).await;
    assert!(!output.status.success());
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Every verb, the same whether the server runs or not.
async fn every_verb(place: &Place, suffix: &str) {
    let name = format!("ada{suffix}");
    let user_id = format!("@{name}:localhost");
    let made = admin(place, &["create", &name]).await;
    assert_eq!(made["user_id"], user_id.as_str());
    assert!(text(&made, "password").len() >= 16);
    assert!(refused(place, &["create", &name]).await.contains("taken"));
    assert_eq!(admin(place, &["make-admin", &name]).await["is_administrator"], true);
    assert_eq!(admin(place, &["lock", &user_id]).await["locked"], true);
    let members = admin(place, &["list"]).await;
    let members = members["members"].as_array().expect("a list");
    let ada = members.iter().find(|member| member["user_id"] == user_id.as_str()).expect("the new member");
    assert!(ada["locked_at_ms"].is_i64() && ada["is_administrator"] == true, "{ada}");
    assert_eq!(admin(place, &["unlock", &name]).await["locked"], false);
    assert!(admin(place, &["reset-password", &name]).await["password"].is_string());
    assert_eq!(admin(place, &["remove-admin", &name]).await["is_administrator"], false);
    assert_eq!(admin(place, &["deactivate", &name]).await["deactivated"], true);
    assert!(refused(place, &["lock", &name]).await.contains("no member"));
    let token = admin(place, &["registration-token", "create", "--uses", "2", "--days", "7"]).await;
    assert_eq!(token["uses_allowed"], 2);
    let token = text(&token, "token");
    let tokens = admin(place, &["registration-token", "list"]).await;
    assert_eq!(tokens["tokens"][0]["token"], token.as_str());
    assert_eq!(admin(place, &["registration-token", "revoke", &token]).await["revoked"], true);
}

async fn stopped_and_running(place: &Place) {
    admin(place, &["create", "--admin", "root"]).await;
    assert!(refused(place, &["deactivate", "root"]).await.contains("only administrator"));
    every_verb(place, "0").await;
    let mut server = Server::start(place).await;
    let socket = place.path().join("admin.sock");
    let mode = std::fs::metadata(&socket).expect("the socket").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    every_verb(place, "1").await;
    server.kill();
    // What a crash leaves behind bothers nobody.
    assert!(socket.exists());
    every_verb(place, "2").await;
    server.start_again(place).await;
    every_verb(place, "3").await;
    server.stop().await;
    assert!(!socket.exists());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_works_while_the_server_is_stopped_and_while_it_runs() {
    stopped_and_running(&Place::embedded()).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_works_so_on_postgres_too() {
    let Some(url) = tests_postgres() else { return skip("HEARTH_TEST_POSTGRES names no server") };
    let place = Place::on_postgres(&url).await;
    stopped_and_running(&place).await;
    place.discard().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn admin_visitors_are_heard_at_once_and_admin_line_bytes_of_each() {
    let place = Place::embedded();
    let mut server = Server::start(&place).await;
    let socket = place.path().join("admin.sock");
    let visit = || tokio::net::UnixStream::connect(&socket);
    let mut silent = Vec::new();
    for _ in 0..limits::ADMIN_VISITORS {
        silent.push(visit().await.expect("a place"));
    }
    let mut next = visit().await.expect("it is let in, to wait");
    next.write_all(b"{}\n").await.expect("it is taken");
    let mut answer = String::new();
    let early = tokio::time::timeout(Duration::from_secs(1), next.read_to_string(&mut answer)).await;
    early.expect_err("all places are taken");
    drop(silent.pop());
    next.read_to_string(&mut answer).await.expect("who waits is heard when another goes");
    assert!(answer.contains("not a command of this version"), "{answer}");

    let mut long = visit().await.expect("a place");
    long.write_all(&vec![b'x'; limits::ADMIN_LINE_BYTES]).await.expect("it is taken");
    let mut answer = String::new();
    long.read_to_string(&mut answer).await.expect("an answer");
    assert!(answer.contains("not a command of this version"), "{answer}");
    server.stop().await;
}

#[tokio::test]
async fn a_password_can_be_brought_and_is_not_printed() {
    let place = Place::embedded();
    let mut command = hearth(&place, &["admin", "create", "ada", "--admin", "--password-stdin"]);
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().expect("hearth starts");
    let mut input = child.stdin.take().expect("its input is piped");
    input.write_all(b"correct horse battery\n").expect("it reads");
    drop(input);
    let output = child.wait_with_output().expect("its output");
    assert_eq!(String::from_utf8_lossy(&output.stdout), "@ada:localhost is an administrator.\n");
    let listed = admin(&place, &["list"]).await;
    assert_eq!(listed["members"][0]["is_administrator"], json!(true));
}

#[tokio::test]
async fn newcomers_are_told_what_there_is() {
    let output = run(hearth(&Place::embedded(), &["admin", "--help"])).await;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    for verb in [
        "create",
        "list",
        "reset-password",
        "lock",
        "unlock",
        "deactivate",
        "make-admin",
        "remove-admin",
        "registration-token",
    ] {
        assert!(said.contains(verb), "{said}");
    }
}
