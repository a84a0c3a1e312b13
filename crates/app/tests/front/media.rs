//! Files: taken in and given out, in parts and made smaller, bounded, and whole after a crash.

use std::{io, path::Path};

use futures_util::{
    StreamExt,
    future::{join_all, select_all},
    stream,
};
use hearth_http::testing::{Answer, Body};
use hearth_kernel::limits;
use hearth_store::testing::{facts, on_both};
use serde_json::json;

use crate::support::{Member, Server, Setting, text};

const UPLOAD: &str = "/_matrix/media/v3/upload";
const CREATE: &str = "/_matrix/media/v1/create";
const V1: &str = "/_matrix/client/v1/media";
const MIB: usize = 1024 * 1024;
/// One MiB for a file, two for a member.
const SMALL: &[Setting] = &[("HEARTH_MEDIA_UPLOAD_MIB", "1"), ("HEARTH_MEDIA_QUOTA_MIB", "2")];

async fn send(member: &Member, method: &str, path: &str, content_type: &str, body: impl Into<Body>) -> Answer {
    member.door.send_with(method, path, &[("content-type", content_type)], body.into()).await
}

/// Uploads, and gives server and media id as they stand in a path.
async fn upload(member: &Member, name: &str, content_type: &str, body: impl Into<Body>) -> String {
    let answer = send(member, "POST", &format!("{UPLOAD}?filename={name}"), content_type, body).await;
    address(&answer.ok()["content_uri"])
}

fn address(content_uri: &serde_json::Value) -> String {
    text(content_uri).strip_prefix("mxc://").expect("a media address").to_owned()
}

async fn download(member: &Member, address: &str, headers: &[(&str, &str)]) -> Answer {
    member.door.send_with("GET", &format!("{V1}/download/{address}"), headers, Body::empty()).await
}

/// Everything that lies in a folder.
fn files(folder: &Path) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut found = Vec::new();
    for path in entries.map(|entry| entry.expect("an entry").path()) {
        match path.is_dir() {
            true => found.extend(files(&path)),
            false => found.push(path.display().to_string()),
        }
    }
    found
}

fn stored(server: &Server) -> Vec<String> {
    files(&server.place.path().join("media"))
}

/// A PNG of this size.
fn png(width: u32, height: u32) -> Vec<u8> {
    let picture = image::RgbImage::from_fn(width, height, |x, y| image::Rgb([x as u8, y as u8, (x + y) as u8]));
    let mut bytes = io::Cursor::new(Vec::new());
    picture.write_to(&mut bytes, image::ImageFormat::Png).expect("a picture");
    bytes.into_inner()
}

#[test]
fn what_is_uploaded_comes_back_and_is_there_after_a_restart() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let cat = upload(&alice, "%E7%8C%AB.png", "image/png", png(10, 10)).await;
        let page = upload(&alice, "..%2F..%2Fevil.html", "text/html", "<script>alert(1)</script>").await;
        let empty = upload(&alice, "", "", "").await;
        assert_eq!(stored(&server).len(), 3);
        let told = facts(&server.app.store).await;
        let told: Vec<_> = told.iter().filter(|fact| fact.name == "media.uploaded").collect();
        assert_eq!((told.len(), told[0].subject.as_str()), (3, alice.id.as_str()));
        assert!(told[0].fields.contains("\"kind\":\"image\"") && told[1].fields.contains("\"kind\":\"text\""));
        let server = server.restart().await;
        let bob = server.back(&bob);
        let answer = download(&bob, &cat, &[]).await;
        assert_eq!((answer.status.as_u16(), &answer.bytes[..]), (200, &png(10, 10)[..]));
        for (header, value) in [
            ("content-type", "image/png"),
            ("content-disposition", "inline; filename*=utf-8''%E7%8C%AB.png"),
            ("x-content-type-options", "nosniff"),
            ("cross-origin-resource-policy", "cross-origin"),
            ("cache-control", "private, max-age=31536000, immutable"),
            ("accept-ranges", "bytes"),
            ("access-control-allow-origin", "*"),
        ] {
            assert_eq!(answer.header(header), value, "{header}");
        }
        assert!(answer.header("content-security-policy").starts_with("sandbox; default-src 'none'; script-src 'none'"));
        let answer = download(&bob, &page, &[]).await;
        assert_eq!(answer.header("content-disposition"), "attachment; filename=evil.html");
        let answer = download(&bob, &format!("{page}/other%20name.txt"), &[]).await;
        assert_eq!(answer.header("content-disposition"), "attachment; filename=\"other name.txt\"");
        let answer = download(&bob, &empty, &[]).await;
        assert_eq!((answer.status.as_u16(), answer.bytes.len()), (200, 0));
        assert_eq!(answer.header("content-type"), "application/octet-stream");
        assert_eq!(answer.header("content-disposition"), "attachment");
        server.close().await;
    });
}

#[test]
fn a_part_of_a_file_is_given_and_what_one_has_is_not_sent_again() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let alice = server.member("alice").await;
        let long: Vec<u8> = (0..3 * MIB).map(|at| (at % 251) as u8).collect();
        let pieces: Vec<io::Result<Vec<u8>>> = long.chunks(70_001).map(|piece| Ok(piece.to_vec())).collect();
        let address = upload(&alice, "long", "video/mp4", Body::from_stream(stream::iter(pieces))).await;
        let whole = download(&alice, &address, &[]).await;
        assert_eq!((whole.status.as_u16(), whole.bytes == long), (200, true));
        assert_eq!(whole.header("content-length"), long.len().to_string());
        let tag = whole.header("etag").to_owned();
        for (range, part) in
            [("bytes=0-9", 0..10), ("bytes=2000000-", 2_000_000..3 * MIB), ("bytes=-5", 3 * MIB - 5..3 * MIB)]
        {
            let answer = download(&alice, &address, &[("range", range)]).await;
            assert_eq!((answer.status.as_u16(), answer.bytes == long[part.clone()]), (206, true), "{range}");
            let content = format!("bytes {}-{}/{}", part.start, part.end - 1, long.len());
            assert_eq!(answer.header("content-range"), content);
        }
        let answer = download(&alice, &address, &[("range", "bytes=99999999-")]).await;
        assert_eq!((answer.status.as_u16(), answer.header("content-range")), (416, "bytes */3145728"));
        let answer = download(&alice, &address, &[("range", "bytes=0-0"), ("if-range", "\"other\"")]).await;
        assert_eq!((answer.status.as_u16(), answer.bytes.len()), (200, long.len()));
        let answer = download(&alice, &address, &[("range", "bytes=0-0"), ("if-range", &tag)]).await;
        assert_eq!((answer.status.as_u16(), answer.bytes.len()), (206, 1));
        for known in [tag.as_str(), "*", &format!("\"x\", W/{tag}")] {
            let answer = download(&alice, &address, &[("if-none-match", known)]).await;
            assert_eq!((answer.status.as_u16(), answer.bytes.len(), answer.header("etag")), (304, 0, tag.as_str()));
        }
        let answer = alice.door.send("HEAD", &format!("{V1}/download/{address}"), "").await;
        assert_eq!((answer.status.as_u16(), answer.bytes.len()), (200, 0));
        server.close().await;
    });
}

#[test]
fn files_and_members_have_their_bounds() {
    on_both(|place| async move {
        let server = Server::open_with(place, SMALL).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        assert_eq!(alice.door.get(&format!("{V1}/config")).await.ok()["m.upload.size"], MIB);
        let declared = send(&alice, "POST", UPLOAD, "image/png", vec![0; MIB + 1]).await;
        assert_eq!(declared.refusal(), (413, "M_TOO_LARGE"));
        let pieces = || stream::iter((0..17).map(|_| io::Result::Ok(vec![0_u8; MIB / 16])));
        let undeclared = send(&alice, "POST", UPLOAD, "image/png", Body::from_stream(pieces())).await;
        assert_eq!(undeclared.refusal(), (413, "M_TOO_LARGE"));
        let broken = pieces().take(2).chain(stream::iter([Err(io::Error::other("the client went away"))]));
        let broken = send(&alice, "POST", UPLOAD, "image/png", Body::from_stream(broken)).await;
        assert_eq!(broken.refusal(), (400, "M_UNKNOWN"));
        assert_eq!(stored(&server), [""; 0]);
        upload(&alice, "a", "text/plain", vec![1; MIB]).await;
        upload(&alice, "b", "text/plain", vec![1; MIB - 1]).await;
        let declared = send(&alice, "POST", UPLOAD, "text/plain", vec![1; 2]).await;
        assert_eq!(declared.refusal(), (403, "M_FORBIDDEN"));
        let undeclared = Body::from_stream(stream::iter([io::Result::Ok(vec![1_u8; 2])]));
        let undeclared = send(&alice, "POST", UPLOAD, "text/plain", undeclared).await;
        assert_eq!(undeclared.refusal(), (403, "M_FORBIDDEN"));
        upload(&alice, "c", "text/plain", vec![1; 1]).await;
        upload(&bob, "d", "text/plain", vec![1; MIB]).await;
        assert_eq!(stored(&server).len(), 4);
        assert_eq!(server.rows("SELECT blob FROM media_upload").await.len(), 0);
        server.close().await;
    });
}

#[test]
fn a_quota_holds_when_many_upload_at_once() {
    on_both(|place| async move {
        let server = Server::open_with(place, SMALL).await;
        let alice = server.member("alice").await;
        let all = (0..6).map(|_| send(&alice, "POST", UPLOAD, "text/plain", vec![1; MIB / 2 + 1]));
        let mut statuses: Vec<u16> = join_all(all).await.iter().map(|answer| answer.status.as_u16()).collect();
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 200, 200, 403, 403, 403]);
        assert_eq!(stored(&server).len(), 3);
        server.close().await;
    });
}

#[test]
fn a_member_uploads_so_many_at_once_and_others_go_on() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let mut endless = Vec::new();
        for _ in 0..limits::UPLOADS_OF_MEMBER {
            let door = alice.door.clone();
            let body = Body::from_stream(stream::pending::<io::Result<Vec<u8>>>());
            endless.push(tokio::spawn(async move { door.send_with("POST", UPLOAD, &[], body).await }));
        }
        while server.rows("SELECT blob FROM media_upload").await.len() < limits::UPLOADS_OF_MEMBER {
            tokio::task::yield_now().await;
        }
        let refused = send(&alice, "POST", UPLOAD, "text/plain", "one more").await;
        assert_eq!(refused.refusal(), (429, "M_LIMIT_EXCEEDED"));
        upload(&bob, "b", "text/plain", "another's").await;
        // What has been under way for longer than any upload may be is stuck and counts no more.
        server.clock.advance_ms(limits::UPLOAD_TIME_MS as i64 + 1);
        upload(&alice, "a", "text/plain", "later").await;
        for upload in endless {
            upload.abort();
        }
        server.close().await;
    });
}

#[test]
fn uploads_of_all_members_together_are_so_many() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let names: Vec<_> = (0..limits::UPLOADS / limits::UPLOADS_OF_MEMBER).map(|at| format!("m{at}")).collect();
        let mut endless = Vec::new();
        for name in &names {
            let member = server.member(name).await;
            for _ in 0..limits::UPLOADS_OF_MEMBER {
                let door = member.door.clone();
                let body = Body::from_stream(stream::pending::<io::Result<Vec<u8>>>());
                endless.push(tokio::spawn(async move { door.send_with("POST", UPLOAD, &[], body).await }));
            }
        }
        let last = server.member("last").await;
        while server.rows("SELECT blob FROM media_upload").await.len() < limits::UPLOADS {
            tokio::task::yield_now().await;
        }
        let refused = send(&last, "POST", UPLOAD, "text/plain", "one more").await;
        assert_eq!(refused.refusal(), (429, "M_LIMIT_EXCEEDED"));
        endless.iter().for_each(tokio::task::JoinHandle::abort);
        server.close().await;
    });
}

#[test]
fn media_waiting_bounds_who_waits_for_a_file() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let alice = server.member("alice").await;
        let created = alice.door.post(CREATE, json!({})).await.ok();
        let path = format!("{V1}/download/{}", address(&created["content_uri"]));
        let waiting = (0..=limits::MEDIA_WAITING).map(|_| {
            let (door, path) = (alice.door.clone(), path.clone());
            tokio::spawn(async move { door.get(&format!("{path}?timeout_ms=60000")).await })
        });
        // All but one find a place to wait in.
        let (first, _, others) = select_all(waiting).await;
        assert_eq!(first.expect("it is answered").refusal(), (404, "M_NOT_FOUND"));
        assert!(others.iter().all(|other| !other.is_finished()));
        others.iter().for_each(tokio::task::JoinHandle::abort);
        server.close().await;
    });
}

#[test]
fn a_created_id_takes_one_file_from_its_member_in_time() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, bob] = server.members(["alice", "bob"]).await;
        let created = alice.door.post(CREATE, json!({})).await.ok();
        let expires = created["unused_expires_at"].as_i64().expect("a time");
        assert_eq!(expires, 1_767_225_600_000 + limits::MEDIA_CREATED_MS);
        let address = address(&created["content_uri"]);
        let put = format!("{UPLOAD}/{address}");
        let server = server.restart().await;
        let (alice, bob) = (server.back(&alice), server.back(&bob));
        let early = alice.door.get(&format!("{V1}/download/{address}?timeout_ms=0")).await;
        assert_eq!(early.refusal(), (504, "M_NOT_YET_UPLOADED"));
        assert_eq!(send(&bob, "PUT", &put, "text/plain", "bob's").await.refusal(), (403, "M_FORBIDDEN"));
        // Who waits is answered when it is there; of two who upload, one is first.
        let waiting = download(&bob, &address, &[]);
        let two = async {
            let texts = ["one", "two"].map(|text| send(&alice, "PUT", &put, "text/plain", text));
            join_all(texts).await
        };
        let (waited, two) = tokio::join!(waiting, two);
        let mut statuses = [two[0].status.as_u16(), two[1].status.as_u16()];
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 409]);
        let kept = if two[0].status == 200 { "one" } else { "two" };
        assert_eq!((waited.status.as_u16(), waited.text.as_str()), (200, kept));
        let late = send(&alice, "PUT", &put, "text/plain", "three").await;
        assert_eq!(late.refusal(), (409, "M_CANNOT_OVERWRITE_MEDIA"));
        assert_eq!(download(&bob, &address, &[]).await.text, kept);
        assert_eq!(stored(&server).len(), 1);
        let created = self::address(&alice.door.post(CREATE, json!({})).await.ok()["content_uri"]);
        server.clock.advance_ms(limits::MEDIA_CREATED_MS);
        let put = format!("{UPLOAD}/{created}");
        assert_eq!(send(&alice, "PUT", &put, "text/plain", "late").await.refusal(), (404, "M_NOT_FOUND"));
        assert_eq!(download(&alice, &created, &[]).await.refusal(), (404, "M_NOT_FOUND"));
        for _ in 0..limits::MEDIA_CREATED {
            alice.door.post(CREATE, json!({})).await.ok();
        }
        assert_eq!(alice.door.post(CREATE, json!({})).await.refusal(), (429, "M_LIMIT_EXCEEDED"));
        server.clock.advance_ms(limits::MEDIA_CREATED_MS);
        alice.door.post(CREATE, json!({})).await.ok();
        server.close().await;
    });
}

#[test]
fn nobody_gets_beyond_the_files_that_there_are() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let alice = server.member("alice").await;
        upload(&alice, "a", "text/plain", "here").await;
        for media_id in
            ["..", "..%2F..%2Fhearth.db", "%2e%2e%2fhearth.db", "a%5Cb", "AB%231", "%E7%8C%AB", &"x".repeat(5_000)]
        {
            for path in [format!("{V1}/download"), format!("{V1}/thumbnail"), UPLOAD.to_owned()] {
                let method = if path == UPLOAD { "PUT" } else { "GET" };
                let path = format!("{path}/test.example/{media_id}?width=1&height=1");
                let answer = alice.door.send(method, &path, "").await;
                assert_eq!(answer.refusal(), (404, "M_NOT_FOUND"), "{method} {path}");
            }
        }
        let elsewhere = download(&alice, "elsewhere.example/abc", &[]).await;
        assert_eq!(elsewhere.refusal(), (404, "M_NOT_FOUND"));
        let answer = download(&alice, "not%20a%20server/abc", &[]).await;
        assert_eq!(answer.refusal(), (400, "M_INVALID_PARAM"));
        let preview = alice.door.get(&format!("{V1}/preview_url?url=http%3A%2F%2F127.0.0.1%2F")).await;
        assert_eq!(preview.ok(), json!({}));
        server.close().await;
    });
}

#[test]
fn the_old_paths_give_what_was_uploaded_while_they_were_open() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let alice = server.member("alice").await;
        let before = upload(&alice, "a", "image/png", png(40, 40)).await;
        let server = server.restart_with(vec![("HEARTH_MEDIA_UNAUTHENTICATED", "open")]).await;
        let alice = server.back(&alice);
        let open = upload(&alice, "b", "image/png", png(40, 40)).await;
        let server = server.restart_with(Vec::new()).await;
        let alice = server.back(&alice);
        let after = upload(&alice, "c", "image/png", png(40, 40)).await;
        for version in ["r0", "v1", "v3"] {
            for (address, status) in [(&before, 404), (&open, 200), (&after, 404)] {
                for path in [
                    format!("download/{address}"),
                    format!("download/{address}/x.png"),
                    format!("thumbnail/{address}?width=9&height=9"),
                ] {
                    let answer = server.door().get(&format!("/_matrix/media/{version}/{path}")).await;
                    assert_eq!(answer.status, status, "{version} {path}");
                    if status == 200 {
                        assert_eq!(answer.header("cache-control"), "public, max-age=31536000, immutable");
                    }
                }
            }
            for path in ["config", "preview_url?url=x"] {
                let path = format!("/_matrix/media/{version}/{path}");
                assert_eq!(server.door().get(&path).await.refusal(), (401, "M_MISSING_TOKEN"));
                alice.door.get(&path).await.ok();
            }
        }
        assert_eq!(server.door().get(&format!("{V1}/download/{open}")).await.refusal(), (401, "M_MISSING_TOKEN"));
        server.close().await;
    });
}

async fn thumbnail(member: &Member, address: &str, wish: &str) -> Answer {
    member.door.get(&format!("{V1}/thumbnail/{address}?{wish}")).await
}

#[test]
fn thumbnails_are_made_once_and_kept() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let alice = server.member("alice").await;
        let cat = upload(&alice, "cat.png", "image/png", png(400, 200)).await;
        let wishes = (0..10).map(|_| thumbnail(&alice, &cat, "width=96&height=96&method=crop"));
        for answer in join_all(wishes).await {
            assert_eq!((answer.status.as_u16(), answer.header("content-type")), (200, "image/png"));
            assert_eq!(answer.header("content-disposition"), "inline; filename=thumbnail.png");
            let small = image::load_from_memory(&answer.bytes).expect("a picture");
            assert_eq!((small.width(), small.height()), (96, 96));
        }
        assert_eq!(stored(&server).len(), 2);
        let answer = thumbnail(&alice, &cat, "width=100&height=100&method=scale&animated=true").await;
        let small = image::load_from_memory(&answer.bytes).expect("a picture");
        assert_eq!((small.width(), small.height()), (240, 120));
        let server = server.restart().await;
        let alice = server.back(&alice);
        let answer = thumbnail(&alice, &cat, "width=96&height=96&method=crop").await;
        assert_eq!((answer.status.as_u16(), stored(&server).len()), (200, 3));
        for (wish, refusal) in [
            ("width=0&height=5", (400, "M_INVALID_PARAM")),
            ("width=-1&height=5", (400, "M_INVALID_PARAM")),
            ("width=1.5&height=5", (400, "M_INVALID_PARAM")),
            ("height=5", (400, "M_INVALID_PARAM")),
        ] {
            assert_eq!(thumbnail(&alice, &cat, wish).await.refusal(), refusal, "{wish}");
        }
        server.close().await;
    });
}

#[test]
fn what_no_thumbnail_can_be_made_of_says_so() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let alice = server.member("alice").await;
        let mut bomb = png(8, 8);
        // It says of itself that it is 60,000 points wide and high; the checksum is that of the changed head.
        const { assert!(3 * 60_000 * 60_000 > limits::PICTURE_DECODED_BYTES) };
        bomb[16..24].copy_from_slice(&[0, 0, 0xEA, 0x60, 0, 0, 0xEA, 0x60]);
        let checksum = crc(&bomb[12..29]).to_be_bytes();
        bomb[29..33].copy_from_slice(&checksum);
        let mut large = png(8, 8);
        large.resize(limits::PICTURE_BYTES + 1, 0);
        for (content_type, body, refusal) in [
            ("image/png", bomb, (413, "M_TOO_LARGE")),
            ("image/png", large, (413, "M_TOO_LARGE")),
            ("image/png", b"no picture".to_vec(), (400, "M_UNKNOWN")),
            ("image/svg+xml", b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec(), (400, "M_UNKNOWN")),
            ("application/pdf", png(8, 8), (400, "M_UNKNOWN")),
        ] {
            let address = upload(&alice, "x", content_type, body).await;
            let answer = thumbnail(&alice, &address, "width=32&height=32").await;
            assert_eq!(answer.refusal(), refusal, "{content_type}");
        }
        server.close().await;
    });
}

/// The checksum of a part of a PNG (ISO 3309).
fn crc(bytes: &[u8]) -> u32 {
    let step = |crc: u32, byte: &u8| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 })
    };
    !bytes.iter().fold(!0, step)
}

#[test]
fn an_upload_that_the_end_of_the_process_cuts_off_leaves_nothing() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let alice = server.member("alice").await;
        let kept = upload(&alice, "a", "text/plain", "kept").await;
        // An upload that never ends: the store closes under it, as it does under one that is killed.
        let endless = stream::iter([io::Result::Ok(vec![1_u8; 2 * MIB])]).chain(stream::pending());
        let door = alice.door.clone();
        let uploading =
            tokio::spawn(async move { door.send_with("POST", UPLOAD, &[], Body::from_stream(endless)).await });
        let mut written = stored(&server);
        while written.len() < 2 || server.rows("SELECT blob FROM media_upload").await.is_empty() {
            tokio::task::yield_now().await;
            written = stored(&server);
        }
        let server = server.restart().await;
        uploading.abort();
        let alice = server.back(&alice);
        assert_eq!(download(&alice, &kept, &[]).await.text, "kept");
        assert_eq!(stored(&server).len(), 1);
        assert_eq!(server.rows("SELECT blob FROM media_upload").await.len(), 0);
        server.close().await;
    });
}
