//! The command line and the process's manners: versions, mistakes, second processes, and stopping when asked.

use std::{
    fs::File,
    os::unix::fs::PermissionsExt,
    process::{Output, Stdio},
};

use serde_json::{Value, json};

use crate::support::{Http, Member, Place, Request, Server, hearth, run, soon, text};

#[tokio::test]
async fn it_says_its_version() {
    let output = run(hearth(&Place::embedded(), &["version", "--json"])).await;
    assert_eq!(json_of(&output), json!({ "version": env!("CARGO_PKG_VERSION") }));
}

#[tokio::test]
async fn who_reads_only_the_beginning_hears_no_complaint() {
    let (reader, writer) = std::io::pipe().expect("a pipe");
    drop(reader);
    let mut command = hearth(&Place::embedded(), &["version"]);
    let child = command.stdout(writer).stderr(Stdio::piped()).spawn().expect("it starts");
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[tokio::test]
async fn an_unknown_key_is_answered_with_the_nearest() {
    let place = Place::embedded();
    let file = place.path().join("hearth.toml");
    std::fs::write(&file, "sever_name = \"example.org\"\n").expect("the file can be written");
    let file = file.to_str().expect("a plain path");
    let sentence = "there is no key sever_name; the nearest is server_name";

    let output = run(hearth(&place, &["--config", file, "config", "check"])).await;
    expect_refusal(&output, sentence);
    let output = run(hearth(&place, &["--config", file, "config", "check", "--json"])).await;
    assert!(!output.status.success());
    let said = json_of(&output);
    assert_eq!(said["valid"], false);
    assert!(text(&said, "error").ends_with(sentence), "{said}");
}

#[tokio::test]
async fn a_culture_is_reported_on_and_checked() {
    let place = Place::embedded();
    let said = json_of(&run(hearth(&place, &["cultures", "report", "--json"])).await);
    let english =
        said["cultures"].as_array().and_then(|all| all.iter().find(|one| one["tag"] == "en")).expect("English");
    assert_eq!((&english["offered"], &english["unreviewed_are"]), (&json!(true), &json!("source")));
    assert_eq!(english["total"]["said"], english["total"]["wanted"]);

    let folder = place.path().join("tlh");
    std::fs::create_dir(&folder).expect("a folder");
    let customs = include_str!("../../../../cultures/de/culture.toml");
    std::fs::write(folder.join("culture.toml"), customs.replace("numerals", "numbers")).expect("a file");
    let path = folder.to_str().expect("a plain path");
    let output = run(hearth(&place, &["cultures", "check", path])).await;
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success() && error.contains("line 3") && error.contains("`numerals`"), "{error}");
    std::fs::write(folder.join("culture.toml"), customs).expect("a file");
    std::fs::write(folder.join("common.ftl"), "common-close = Schließen").expect("a file");
    let output = run(hearth(&place, &["cultures", "check", path])).await;
    let words = String::from_utf8_lossy(&output.stdout);
    assert!(!output.status.success() && words.contains("tlh/common.ftl: common-cancel is missing"), "{words}");

    let arguments = ["cultures", "reviewed", path, "--by", "Zoe", "--on", "2026-11-28", "common-close"];
    let output = run(hearth(&place, &arguments)).await;
    let line = String::from_utf8_lossy(&output.stdout);
    assert!(line.starts_with("common-close = { by = \"Zoe\", on = \"2026-11-28\", source = \""), "{line}");
}

#[tokio::test]
async fn a_variable_that_nobody_knows_is_named() {
    let mut command = hearth(&Place::embedded(), &["config", "check", "--json"]);
    command.env("HEARTH_LISTN", "127.0.0.1:1");
    let said = json_of(&run(command).await);
    assert_eq!(said["unknown_variables"], json!(["HEARTH_LISTN"]));
}

#[tokio::test]
async fn what_a_server_could_not_start_with_is_found_before() {
    let missing = "/nowhere/at/all";
    for (name, value, sentence) in [
        ("HEARTH_TLS_CERTIFICATE", missing, missing),
        ("HEARTH_WEB_DIR", missing, missing),
        ("HEARTH_COMMUNITY_PICTURE", missing, missing),
        ("HEARTH_EXTRA_CA", missing, missing),
        ("HEARTH_TRANSLATION_URL", "http://10.0.0.1", "translation_url must begin with https://"),
        ("HEARTH_DATABASE_URL", "mysql://root:secret@localhost/hearth", "database_url must be a PostgreSQL URL"),
        ("HEARTH_LISTEN", "8008", "listen must be an address and a port"),
    ] {
        for arguments in [&["config", "check"][..], &["serve"]] {
            let place = Place::embedded();
            let mut command = hearth(&place, arguments);
            command.env("HEARTH_OUTGOING", "public").env(name, value);
            if name == "HEARTH_TLS_CERTIFICATE" {
                command.env("HEARTH_TLS_KEY", missing);
            }
            let output = run(command).await;
            expect_refusal(&output, sentence);
            assert!(!String::from_utf8_lossy(&output.stderr).contains("secret"), "{name}");
            assert!(!place.path().join("hearth.db").exists(), "{name} was refused, but there is a database now");
        }
    }
}

/// The link is shown until there is an administrator, a new one each time; the warning for as long as the name is one to try out.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_tries_it_out_is_told_so_and_shown_how_to_begin() {
    const WARNING: &str = "the server's name is localhost: good for trying out";
    for (name, is_warned) in [("localhost", true), ("chat.example", false)] {
        let place = Place::embedded();
        let (first, log) = start_talkative(&place, name).await;
        assert_eq!(log.contains(WARNING), is_warned, "{name}: {log}");
        let (second, _) = start_talkative(&place, name).await;
        assert!(first.is_some() && second.is_some() && first != second, "{name}: each start has a link of its own");
        let mut create = hearth(&place, &["admin", "create", "--admin", "ada"]);
        create.env("HEARTH_SERVER_NAME", name);
        assert!(run(create).await.status.success());
        let (third, log) = start_talkative(&place, name).await;
        assert_eq!(third, None, "{name}: there is an administrator");
        assert_eq!(log.contains(WARNING), is_warned, "{name}: {log}");
    }
}

/// Starts a server that logs its warnings, and stops it. Answers the token of the link that it printed, if it did, and its log.
async fn start_talkative(place: &Place, name: &str) -> (Option<String>, String) {
    let file = place.path().join("log");
    let mut serve = hearth(place, &["serve"]);
    serve.envs([("HEARTH_SERVER_NAME", name), ("HEARTH_LOG", "warn")]);
    serve.stderr(File::create(&file).expect("the folder is ours"));
    let mut server = Server::start_by(serve).await;
    let address = *server.address().lock().expect("nobody panics with it");
    let start = format!("http://{address}/_hearth/setup?token=");
    let token =
        server.printed.lines().find_map(|line| line.trim_start().strip_prefix(start.as_str())).map(str::to_owned);
    assert_eq!(token.is_some(), server.printed.contains("open this link once"), "{}", server.printed);
    server.stop().await;
    (token, std::fs::read_to_string(&file).expect("its log"))
}

#[tokio::test]
async fn a_mistyped_place_gets_no_new_database() {
    let place = Place::embedded();
    for arguments in [&["db", "check"][..], &["admin", "list"], &["admin", "lock", "ada"], &["churn", "score"]] {
        expect_refusal(&run(hearth(&place, arguments)).await, "there is no database at");
        assert!(!place.path().join("hearth.db").exists(), "{arguments:?} made a database");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_it_writes_is_for_its_own_user() {
    let place = Place::embedded();
    let data_dir = place.path().join("data");
    let mut command = hearth(&place, &["admin", "create", "ada"]);
    command.env("HEARTH_DATA_DIR", &data_dir);
    assert!(run(command).await.status.success());
    let mut folders = vec![data_dir];
    let mut seen = 0;
    while let Some(folder) = folders.pop() {
        let inside = std::fs::read_dir(&folder).expect("a folder");
        for path in inside.map(|entry| entry.expect("an entry").path()).chain([folder.clone()]) {
            let found = std::fs::metadata(&path).expect("it is there");
            assert_eq!(found.permissions().mode() & 0o077, 0, "{}", path.display());
            seen += 1;
            if found.is_dir() && path != folder {
                folders.push(path);
            }
        }
    }
    assert!(seen > 2, "the database and its folder at least");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_keeps_its_server_name() {
    let place = Place::embedded();
    Server::start(&place).await.stop().await;
    let mut other = hearth(&place, &["serve"]);
    other.env("HEARTH_SERVER_NAME", "other.example");
    expect_refusal(&run(other).await, "this database belongs to the server name localhost");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_data_directory_takes_one_process() {
    let place = Place::embedded();
    let mut server = Server::start(&place).await;
    for arguments in [&["serve"][..], &["db", "rewound"]] {
        expect_refusal(&run(hearth(&place, arguments)).await, "another Hearth runs on the data directory");
    }
    assert!(server.is_running(), "the first one does not mind");
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_taken_port_is_refused() {
    let (place, other) = (Place::embedded(), Place::embedded());
    let server = Server::start(&place).await;
    let address = server.address().lock().expect("nobody panics with it").to_string();
    let mut second = hearth(&other, &["serve"]);
    second.env("HEARTH_LISTEN", &address);
    expect_refusal(&run(second).await, &format!("cannot listen on {address}"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn stopping_answers_the_polls_that_wait() {
    let place = Place::embedded();
    let mut server = Server::start(&place).await;
    let mut member = Member::register(&server.address(), "waiting").await;
    let since = text(&member.read("/sync").await, "next_batch");
    let path = format!("/_matrix/client/v3/sync?timeout=120000&since={since}");
    let mut poll = Http::new(server.address());
    poll.begin("GET", &path, &member.token, 2).await;

    let answered = async {
        let answer = poll.finish("{}").await.expect("the poll is answered");
        assert_eq!(answer.status, 200, "{}", answer.body);
        assert!(!text(&answer.body, "next_batch").is_empty() && answer.body.get("rooms").is_none());
    };
    let stopped = async {
        server.terminate();
        assert!(server.ended().await.success());
    };
    soon("the server to stop", async { tokio::join!(answered, stopped) }).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn stopping_finishes_the_request_in_flight() {
    let place = Place::embedded();
    let mut server = Server::start(&place).await;
    let mut member = Member::register(&server.address(), "writing").await;
    let room = member.create_room().await;
    let request = Request::message(&room, "t0", "sent while stopping");
    let (path, body) = (format!("/_matrix/client/v3{}", request.path), request.body.to_string());
    let mut late = Http::new(server.address());
    late.begin(request.method, &path, &member.token, body.len()).await;

    server.terminate();
    soon("new connections to be refused", no_longer_listening(&server)).await;
    let answer = late.finish(&body).await.expect("the request is answered");
    assert_eq!(answer.status, 200, "{}", answer.body);
    assert!(server.ended().await.success());

    server.start_again(&place).await;
    let event_id = text(&answer.body, "event_id");
    assert!(member.history(&room).await.iter().any(|event| event["event_id"] == event_id.as_str()));
}

async fn no_longer_listening(server: &Server) {
    let address = *server.address().lock().expect("nobody panics with it");
    while tokio::net::TcpStream::connect(address).await.is_ok() {
        tokio::time::sleep(crate::support::PAUSE).await;
    }
}

fn expect_refusal(output: &Output, sentence: &str) {
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success(), "it should have been refused");
    assert!(said.contains(sentence), "{said}");
}

fn json_of(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).expect("it speaks JSON")
}
