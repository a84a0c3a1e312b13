//! Clients that take their time: each is cut off after its limit, and nobody else waits for it.

use std::time::Duration;

use hearth_kernel::limits;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::Instant,
};

use crate::{LARGE, Running, ask, serve};

/// Until the server has had enough, and what it said by then.
async fn until_cut(stream: &mut TcpStream) -> (Duration, String) {
    let (started, mut said) = (Instant::now(), Vec::new());
    stream.read_to_end(&mut said).await.ok();
    (started.elapsed(), String::from_utf8_lossy(&said).into_owned())
}

/// Takes what has come, and waits for no more: the clock would move meanwhile.
async fn what_is_there(stream: &TcpStream) -> usize {
    stream.readable().await.expect("it is open");
    let (mut piece, mut taken) = (vec![0; 1 << 16], 0);
    while let Ok(read @ 1..) = stream.try_read(&mut piece) {
        taken += read;
    }
    taken
}

#[track_caller]
fn expect_about(took: Duration, limit_ms: u64) {
    let limit = Duration::from_millis(limit_ms);
    assert!(took >= limit && took < limit + Duration::from_secs(2), "cut after {took:?}, not {limit:?}");
}

async fn expect_others_are_served(server: &Running) {
    let answer = ask(server.connect().await, "GET", "/small").await;
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
}

#[tokio::test(start_paused = true)]
async fn head_time_ms_cuts_a_request_s_slow_head() {
    let server = serve(None).await;
    let mut slow = server.connect().await;
    slow.write_all(b"GET /small HT").await.expect("a part of the head");
    expect_others_are_served(&server).await;
    let (took, _) = until_cut(&mut slow).await;
    expect_about(took, limits::HEAD_TIME_MS);
    server.stop().await;
}

#[tokio::test(start_paused = true)]
async fn body_time_ms_refuses_a_slow_body() {
    let server = serve(None).await;
    let mut slow = server.connect().await;
    slow.write_all(b"POST /echo/a HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: 100\r\n\r\n{")
        .await
        .expect("a part of the body");
    let (took, said) = until_cut(&mut slow).await;
    expect_about(took, limits::BODY_TIME_MS);
    assert!(said.starts_with("HTTP/1.1 400") && said.contains("did not arrive in time"), "{said}");
    server.stop().await;
}

#[tokio::test(start_paused = true)]
async fn answer_time_ms_cuts_a_slow_reader() {
    let server = serve(None).await;
    let mut slow = server.connect().await;
    slow.write_all(b"GET /large HTTP/1.1\r\nhost: x\r\n\r\n").await.expect("it is sent");
    let mut first = [0; 15];
    slow.read_exact(&mut first).await.expect("the answer begins");
    expect_others_are_served(&server).await;
    // A client that takes a little now and then is slow and not gone.
    for _ in 0..3 {
        tokio::time::sleep(Duration::from_millis(limits::ANSWER_TIME_MS / 2)).await;
        assert!(what_is_there(&slow).await > 0, "the answer does not go on");
    }
    tokio::time::sleep(Duration::from_millis(limits::ANSWER_TIME_MS + 1_000)).await;
    assert!(server.metrics().contains("http_connections 0"), "the connection is still held");
    let (_, rest) = until_cut(&mut slow).await;
    assert!(rest.len() < LARGE / 2, "{} bytes came", rest.len());
    server.stop().await;
}

#[tokio::test(start_paused = true)]
async fn shutdown_ms_cuts_who_does_not_finish() {
    let server = serve(None).await;
    let mut slow = server.connect().await;
    slow.write_all(b"GET /large HTTP/1.1\r\nhost: x\r\n\r\n").await.expect("it is sent");
    slow.read_exact(&mut [0; 15]).await.expect("the answer begins");
    let started = Instant::now();
    server.stop().await;
    expect_about(started.elapsed(), limits::SHUTDOWN_MS);
}

/// Sends a body until it is answered so.
async fn until_answered(server: &Running, status: &str) -> String {
    let body = "x".repeat(limits::BODY_BYTES);
    let head =
        format!("POST /echo/a HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: {}\r\n\r\n", body.len());
    for _ in 0..1_000 {
        let mut stream = server.connect().await;
        stream.write_all((head.clone() + &body).as_bytes()).await.expect("it is taken");
        let (_, said) = until_cut(&mut stream).await;
        if said.starts_with(status) {
            return said;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    panic!("it is never answered {status}");
}

#[tokio::test]
async fn bodies_bytes_bounds_what_comes_of_all_bodies_together() {
    let server = serve(None).await;
    let head = format!("POST /echo/a HTTP/1.1\r\nhost: x\r\ncontent-length: {}\r\n\r\n", limits::BODY_BYTES);
    let almost = vec![b'x'; limits::BODY_BYTES - 1];
    let mut unfinished = Vec::new();
    for _ in 0..=limits::BODIES_BYTES / limits::BODY_BYTES {
        let mut slow = server.connect().await;
        slow.write_all(head.as_bytes()).await.expect("the head");
        slow.write_all(&almost).await.expect("nearly all of the body is taken");
        unfinished.push(slow);
    }
    // What was written is on its way for a moment still.
    let refused = until_answered(&server, "HTTP/1.1 429").await;
    assert!(refused.contains("M_LIMIT_EXCEEDED") && refused.contains("retry_after_ms"), "{refused}");
    drop(unfinished);
    until_answered(&server, "HTTP/1.1 200").await;
    server.stop().await;
}

#[tokio::test]
async fn answers_bytes_bounds_what_slow_readers_have_yet_to_take() {
    let server = serve(None).await;
    let mut slow = Vec::new();
    let ask_for_much = async || {
        let mut stream = server.connect().await;
        stream.write_all(b"GET /large HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").await.expect("it is sent");
        let mut status = [0; 12];
        stream.read_exact(&mut status).await.expect("the answer begins");
        (stream, String::from_utf8_lossy(&status).into_owned())
    };
    for _ in 0..limits::ANSWERS_BYTES / LARGE {
        let (stream, status) = ask_for_much().await;
        assert_eq!(status, "HTTP/1.1 200");
        slow.push(stream);
    }
    let (mut refused, status) = ask_for_much().await;
    let (_, said) = until_cut(&mut refused).await;
    assert_eq!(status, "HTTP/1.1 429");
    assert!(said.contains("M_LIMIT_EXCEEDED") && said.contains("retry_after_ms"), "{said}");
    // Meanwhile what is smaller than LARGE_ANSWER_BYTES is answered, and what was done.
    for (way, expected) in [
        ("GET /almost_large", "HTTP/1.1 200"),
        ("GET /just_large", "HTTP/1.1 429"),
        ("POST /just_large", "HTTP/1.1 200"),
    ] {
        let (method, path) = way.split_once(' ').expect("two words");
        let said = ask(server.connect().await, method, path).await;
        assert!(said.starts_with(expected), "{way}: {said:.100}");
    }
    // Who takes theirs makes room.
    let (_, taken) = until_cut(&mut slow[0]).await;
    assert!(taken.len() > LARGE && taken.contains(&format!("content-length: {LARGE}")));
    assert_eq!(ask_for_much().await.1, "HTTP/1.1 200");
    drop(slow);
    server.stop().await;
}

#[tokio::test]
async fn refused_body_bytes_are_taken_so_that_the_sender_hears_why() {
    let server = serve(None).await;
    for _ in 0..10 {
        let mut large = server.connect().await;
        let bytes = limits::REFUSED_BODY_BYTES / 2;
        let head = format!("POST /echo/a HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: {bytes}\r\n\r\n");
        large.write_all(head.as_bytes()).await.expect("the head");
        large.write_all(&vec![b'x'; bytes]).await.expect("all of the body is taken");
        let (_, said) = until_cut(&mut large).await;
        assert!(said.starts_with("HTTP/1.1 413") && said.contains("M_TOO_LARGE"), "{said}");
    }
    // Beyond that nobody has to listen.
    let mut endless = server.connect().await;
    endless
        .write_all(b"POST /echo/a HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n")
        .await
        .expect("the head");
    let chunk = format!("100000\r\n{}\r\n", "x".repeat(0x10_0000));
    let mut sent = 0;
    while sent < 4 * limits::REFUSED_BODY_BYTES && endless.write_all(chunk.as_bytes()).await.is_ok() {
        sent += chunk.len();
    }
    assert!(sent < 4 * limits::REFUSED_BODY_BYTES, "the server takes everything");
    server.stop().await;
}

#[tokio::test]
async fn connection_buffer_bytes_bounds_a_request_s_head() {
    let server = serve(None).await;
    let mut greedy = server.connect().await;
    // A read may go a little beyond the buffer, so this is far beyond.
    let much = "y".repeat(4 * limits::CONNECTION_BUFFER_BYTES);
    let head = format!("GET /small HTTP/1.1\r\nhost: x\r\nx: {much}\r\n\r\n");
    greedy.write_all(head.as_bytes()).await.ok();
    let (_, said) = until_cut(&mut greedy).await;
    assert!(said.is_empty() || said.starts_with("HTTP/1.1 431"), "{said}");
    expect_others_are_served(&server).await;
    server.stop().await;
}
