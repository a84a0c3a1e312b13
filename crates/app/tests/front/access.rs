//! Every way in: who may take it, and that nothing malformed breaks it.

use std::collections::{BTreeMap, BTreeSet};

use futures_util::{StreamExt, stream};
use hearth_http::{
    Access, Route,
    testing::{Answer, Body, Door},
};
use hearth_store::testing::on_both;
use serde_json::json;

use crate::support::{Member, PASSWORD, Server, Setting, V3, fresh};

const METHODS: [&str; 4] = ["GET", "POST", "PUT", "DELETE"];

/// Codes that say something of a token.
const TURNED_AWAY: [&str; 3] = ["M_MISSING_TOKEN", "M_UNKNOWN_TOKEN", "M_USER_LOCKED"];

/// Longer than a token that can be renewed lives.
const ACCESS_TOKEN_MS: i64 = 3_600_000;

/// With these there is every way in that there can be.
const EVERY_WAY: &[Setting] = &[("HEARTH_OUTGOING", "loopback"), ("HEARTH_SHARED_SECRET", "not told")];

/// Every route of every module.
pub fn routes(server: &Server) -> Vec<Route> {
    server.app.modules.iter().flat_map(|module| module.routes.clone()).collect()
}

/// A path with its variable parts filled in by their names, or all by one value.
pub fn filled(route: &Route, fill: impl Fn(&str) -> String) -> String {
    let part = |part: &str| match part.strip_prefix('{').and_then(|name| name.strip_suffix('}')) {
        Some(name) => fill(name),
        None => part.to_owned(),
    };
    route.path.split('/').map(part).collect::<Vec<_>>().join("/")
}

fn plausible(room: &str, user: &str) -> impl Fn(&str) -> String {
    move |name| match name {
        _ if name.contains("room") => room.to_owned(),
        _ if name.contains("user") => user.to_owned(),
        _ if name.contains("event_id") => "$event".to_owned(),
        "purpose" => "retention".to_owned(),
        _ => "x".to_owned(),
    }
}

#[track_caller]
fn assert_sane(answer: &Answer, access: Access, what: &str) {
    let status = answer.status.as_u16();
    assert!(status < 500, "{what}: {status} {}", answer.text);
    assert_eq!(
        answer.headers.get("access-control-allow-origin").map(|value| value.as_bytes()),
        Some(&b"*"[..]),
        "{what}"
    );
    let is_page = answer.headers["content-type"] != "application/json";
    if is_page && matches!(access, Access::Public | Access::Secret) {
        return;
    }
    assert!(answer.json.is_object() || answer.json.is_array(), "{what}: {}", answer.text);
    if status >= 400 && answer.json.get("flows").is_none() {
        assert!(answer.json["errcode"].as_str().is_some_and(|code| code.starts_with("M_")), "{what}: {}", answer.text);
    }
}

/// What somebody is to a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Nobody,
    /// With a token that was never given out.
    Forger,
    SignedOut,
    /// With a token that has had its time and can be renewed.
    Expired,
    /// With the token of an account that has ended.
    Ended,
    Locked,
    Member,
    Administrator,
}

/// The doors of those whom most routes turn away.
async fn outside(server: &Server, administrator: &Member) -> Vec<(Role, Door)> {
    let [gone, ended, locked, member] = ["gone", "ended", "locked", "expired"].map(|name| format!("{name}{}", fresh()));
    let [gone, ended, locked, member] = server.members([&*gone, &ended, &locked, &member]).await;
    gone.post("/logout", json!({})).await.ok();
    let auth = json!({ "type": "m.login.password", "user": ended.id, "password": PASSWORD });
    ended.post("/account/deactivate", json!({ "auth": auth })).await.ok();
    let lock = format!("/_matrix/client/v1/admin/lock/{}", locked.id);
    administrator.door.put(&lock, json!({ "locked": true })).await.ok();
    let who = json!({ "type": "m.id.user", "user": member.id });
    let login = json!({ "type": "m.login.password", "identifier": who, "password": PASSWORD, "refresh_token": true });
    let session = server.door().post(&format!("{V3}/login"), login).await.ok();
    server.clock.advance_ms(ACCESS_TOKEN_MS);
    let expired = server.door().with_token(session["access_token"].as_str().expect("a token"));
    vec![
        (Role::Nobody, server.door()),
        (Role::Forger, server.door().with_token("hrt_wrong")),
        (Role::SignedOut, gone.door),
        (Role::Expired, expired),
        (Role::Ended, ended.door),
        (Role::Locked, locked.door),
    ]
}

/// The code by which a route turns a role away before anything else is looked at; empty where it lets it in.
fn turned_away(access: Access, role: Role) -> &'static str {
    let looks = !matches!(access, Access::Public | Access::Secret);
    match role {
        Role::Nobody if looks && access != Access::PublicOrMember => "M_MISSING_TOKEN",
        Role::Forger | Role::SignedOut | Role::Expired | Role::Ended if looks => "M_UNKNOWN_TOKEN",
        Role::Locked if looks && access != Access::LockedMember => "M_USER_LOCKED",
        Role::Member if access == Access::Administrator => "M_FORBIDDEN",
        _ => "",
    }
}

/// How a route whose handler asks for a secret answers whoever has none, by any role: a page has no code.
fn without_the_secret(route: &Route) -> (u16, &'static str) {
    match (route.method.as_str(), route.path.as_str()) {
        (_, "/_hearth/setup") => (403, ""),
        ("GET", "/_matrix/federation/v1/openid/userinfo") => (401, "M_MISSING_TOKEN"),
        (_, path) if path.ends_with("/auth/m.login.terms/fallback/web") => (400, "M_MISSING_PARAM"),
        // Everybody may have a number to sign.
        ("GET", "/_synapse/admin/v1/register") => (200, ""),
        ("POST", "/_synapse/admin/v1/register" | "/v1/batch" | "/v1/b" | "/v1/import") => (400, "M_BAD_JSON"),
        // The keys of other products stand in their events.
        ("POST", path) if path.starts_with("/v1/") => (401, "M_MISSING_TOKEN"),
        ("POST", path) if ["/capture", "/e", "/i/v0/e", "/batch"].contains(&path.trim_end_matches('/')) => {
            (401, "M_MISSING_TOKEN")
        }
        (method, path) => panic!("{method} {path}: who has no secret must be refused, and here it must say how"),
    }
}

#[test]
fn every_role_is_let_in_where_the_route_says_so_and_nowhere_else() {
    on_both(|place| async move {
        let server = Server::open_with(place, EVERY_WAY).await;
        let alice = server.member("alice").await;
        let room = alice.create(json!({})).await;
        server.app.matrix.accounts.create("root", PASSWORD, true).await.expect("an administrator");
        let routes = routes(&server);
        assert!(routes.len() > 80, "{}", routes.len());
        let mut doors = outside(&server, &server.log_in("root").await).await;
        let outsiders = doors.len();
        for route in &routes {
            // Some routes end the session that takes them.
            let root = server.log_in("root").await;
            let member = server.member(&format!("member{}", fresh())).await;
            doors.truncate(outsiders);
            doors.extend([(Role::Member, member.door), (Role::Administrator, root.door.clone())]);
            for (role, door) in &doors {
                let role = *role;
                let (path, method) = (filled(route, plausible(&room, &alice.id)), route.method.as_str());
                let answer = door.send(method, &path, "{}").await;
                let what = format!("{role:?}: {method} {path}: {}", answer.text);
                assert_sane(&answer, route.access, &what);
                let expected = turned_away(route.access, role);
                let (status, code) = answer.refusal();
                match (expected, route.access) {
                    (_, Access::Secret) => assert_eq!((status, code), without_the_secret(route), "{what}"),
                    ("", _) => assert!(!TURNED_AWAY.contains(&code) || status != 401, "{what}"),
                    ("M_FORBIDDEN", _) => assert_eq!((status, code), (403, expected), "{what}"),
                    _ => assert_eq!((status, code), (401, expected), "{what}"),
                }
                let is_soft = answer.json["soft_logout"] == true;
                let keeps_the_device = matches!(role, Role::Expired | Role::Locked) && !expected.is_empty();
                assert_eq!(is_soft, keeps_the_device, "{what}");
            }
            // Devices are bounded.
            root.post("/logout", json!({})).await;
            if route.access == Access::LockedMember {
                doors = outside(&server, &server.log_in("root").await).await;
            }
        }
        server.close().await;
    });
}

#[test]
fn who_is_signed_out_while_their_body_comes_is_refused_and_two_tokens_are_none() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let alice = server.member("alice").await;
        let room = alice.create(json!({})).await;
        let ways = [
            (
                "PUT",
                format!("{V3}/rooms/{room}/send/m.room.message/late"),
                [r#"{"msgtype":"m.text","#, r#""body":"late"}"#],
            ),
            ("POST", "/_matrix/media/v3/upload".to_owned(), ["half a file", "and the other half"]),
        ];
        for (method, path, [begin, end]) in ways {
            let phone = server.another_device(&alice).await;
            let door = phone.door.clone();
            let later = async move {
                door.post(&format!("{V3}/logout"), json!({})).await.ok();
                Ok::<_, std::convert::Infallible>(end)
            };
            let body = Body::from_stream(stream::iter([Ok(begin)]).chain(stream::once(later)));
            let answer = phone.door.send_with(method, &path, &[], body).await;
            assert_eq!(answer.refusal(), (401, "M_UNKNOWN_TOKEN"), "{path}");
        }
        assert_eq!(server.rows("SELECT media_id FROM media_file").await.len(), 0);
        let whoami = format!("{V3}/account/whoami");
        let queried = format!("{whoami}?access_token={}", alice.token);
        assert_eq!(alice.door.get(&whoami).await.ok()["user_id"], alice.id.as_str());
        assert_eq!(server.door().get(&queried).await.ok()["user_id"], alice.id.as_str());
        assert_eq!(alice.door.get(&queried).await.refusal(), (401, "M_MISSING_TOKEN"));
        let more = [("authorization", "Bearer hrt_other")];
        assert_eq!(
            alice.door.send_with("GET", &whoami, &more, Body::empty()).await.refusal(),
            (401, "M_MISSING_TOKEN")
        );
        server.close().await;
    });
}

#[test]
fn nobody_reaches_into_what_is_somebody_elses() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let [alice, mallory] = server.members(["alice", "mallory"]).await;
        let room = alice.create(json!({ "name": "private" })).await;
        let body =
            json!({ "user_id": mallory.id, "reason": "x", "typing": false, "a": 1, "displayname": "x", "topic": "x" });
        let is_own = |route: &Route| route.path.contains("{room_id") || route.path.contains("{user_id");
        // A profile is everybody's to read, a room or a member everybody's to report.
        let is_profile = |route: &Route| route.path.contains("/profile/") && route.method == "GET";
        // Anybody may report anything, and is not told what there is.
        let is_report = |route: &Route| route.path.ends_with("/report");
        let mut tried = 0;
        let asks = |route: &Route| route.access == Access::Member && is_own(route);
        for route in routes(&server).iter().filter(|route| asks(route) && !is_profile(route) && !is_report(route)) {
            let path = filled(route, plausible(&room, &alice.id));
            let answer = mallory.door.send(route.method.as_str(), &path, body.to_string()).await;
            let status = answer.status.as_u16();
            assert!([400, 403, 404].contains(&status), "{} {path}: {status} {}", route.method, answer.text);
            tried += 1;
        }
        assert!(tried > 30, "{tried}");
        let state = alice.get(&format!("/rooms/{room}/state")).await.text;
        assert!(!state.contains("mallory"), "{state}");
        server.close().await;
    });
}

fn malformed_bodies() -> Vec<Vec<u8>> {
    let nested = |open: &str, close: &str| format!("{}1{}", open.repeat(10_000), close.repeat(10_000)).into_bytes();
    let fields = [
        "user_id",
        "username",
        "password",
        "device_id",
        "initial_device_display_name",
        "reason",
        "room_alias_name",
        "name",
        "topic",
        "thread_id",
        "displayname",
        "avatar_url",
        "room_id",
        "m.read",
        "m.fully_read",
        "type",
        "user",
        "session",
        "display_name",
        "preset",
        "visibility",
        "room_version",
        "kind",
        "pattern",
        "third_party_signed",
        "timeout",
        "typing",
        "invite",
        "initial_state",
        "power_level_content_override",
        "creation_content",
        "actions",
        "enabled",
        "order",
        "given",
        "version",
        "language",
        "region",
    ];
    let every = |value: &str| {
        let fields: Vec<String> = fields.iter().map(|field| format!("\"{field}\":{value}")).collect();
        format!("{{{}}}", fields.join(",")).into_bytes()
    };
    let mut bodies: Vec<Vec<u8>> =
        ["", "{", "[]", "null", "1", "\"text\"", "{}", "{\"a\":1.5}", "{\"a\":\"\\u0000\"}", "{\"\\u0000\":1}"]
            .into_iter()
            .map(|body| body.as_bytes().to_vec())
            .collect();
    bodies.extend([b"\xff\xfe".to_vec(), b"{\"a\":\"\xff\"}".to_vec(), nested("[", "]"), nested("{\"a\":", "}")]);
    for value in [
        "null",
        "1.5",
        "-1",
        "1e400",
        "99999999999999999999999",
        "\"a\\u0000b\"",
        "\"\"",
        "[]",
        "{}",
        "true",
        "[{}]",
        "[\"\\u0000\"]",
        "\"\\ud800\"",
    ] {
        bodies.push(every(value));
    }
    bodies
}

const PARTS: [&str; 14] = [
    "x",
    "%00",
    "%FF",
    "%2F",
    "%",
    "%zz",
    "%25",
    "a%00b",
    "!",
    "%E2%80%AE",
    "@%00:test.example",
    "$%00",
    "-1",
    "99999999999999999999999",
];

const QUERIES: [&str; 13] = [
    "limit=-1",
    "limit=99999999999999999999999",
    "limit=1.5",
    "dir=b&from=%00",
    "dir=f&from=t99999999999999999999",
    "dir=b&from=t9223372036854775807&to=t9223372036854775807",
    "filter=%7B",
    "filter=%00",
    "since=%FF&filter=1",
    "at=%00&membership=%00",
    "format=%00&kind=%00&username=a%00b&token=%00",
    "timeout=-1&full_state=maybe",
    "access_token=%00",
];

/// A member of whom nothing is left when a route signs them out.
async fn newcomer(server: &Server) -> (Member, String) {
    let member = server.member(&format!("member{}", fresh())).await;
    let room = member.create(json!({})).await;
    (member, room)
}

#[test]
fn nothing_malformed_breaks_a_route() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let bodies = malformed_bodies();
        for route in routes(&server) {
            let (member, room) = newcomer(&server).await;
            let method = route.method.as_str();
            let path = filled(&route, plausible(&room, &member.id));
            for body in &bodies {
                let answer = member.door.send(method, &path, body.clone()).await;
                let shown = String::from_utf8_lossy(&body[..body.len().min(60)]).into_owned();
                assert_sane(&answer, route.access, &format!("{method} {path} {shown}"));
            }
            for query in QUERIES {
                let path = format!("{path}?{query}");
                let answer = member.door.send(method, &path, "{}").await;
                assert_sane(&answer, route.access, &format!("{method} {path}"));
            }
            for part in PARTS.into_iter().filter(|_| route.path.contains('{')) {
                for path in [filled(&route, |_| part.to_owned()), mixed(&route, &room, &member.id, part)] {
                    let answer = member.door.send(method, &path, "{}").await;
                    assert_sane(&answer, route.access, &format!("{method} {path}"));
                }
            }
        }
        server.close().await;
    });
}

/// Text that is no JSON, and JSON that is no object, with the code for each.
const WRONG_BODIES: [(&[u8], &str); 8] = [
    (b"{", "M_NOT_JSON"),
    (b"text", "M_NOT_JSON"),
    (b"\xff\xfe", "M_NOT_JSON"),
    (b"[]", "M_BAD_JSON"),
    (b"[\"a\"]", "M_BAD_JSON"),
    (b"null", "M_BAD_JSON"),
    (b"1", "M_BAD_JSON"),
    (b"\"text\"", "M_BAD_JSON"),
];

/// Ends of the paths of routes that look at no body.
const WITHOUT_BODY: [&str; 4] = ["/logout", "/logout/all", "/openid/request_token", "/create"];

#[test]
fn a_body_that_is_read_is_refused_by_what_is_wrong_with_it() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        let mut refused = 0;
        let takes_json = |route: &Route| ["POST", "PUT"].contains(&route.method.as_str()) && !route.is_streamed;
        for route in routes(&server).iter().filter(|route| takes_json(route)) {
            let (member, room) = newcomer(&server).await;
            let path = filled(route, plausible(&room, &member.id));
            for (body, code) in WRONG_BODIES {
                let answer = member.door.send(route.method.as_str(), &path, body.to_vec()).await;
                let reads = !WITHOUT_BODY.iter().any(|end| route.path.ends_with(end));
                let shown = String::from_utf8_lossy(body);
                assert!(
                    !reads || !answer.status.is_success(),
                    "{} {path} takes {shown}: {}",
                    route.method,
                    answer.text
                );
                let told = answer.refusal().1;
                // Something else may be wrong before that.
                if told == "M_NOT_JSON" || told == "M_BAD_JSON" {
                    let what = format!("{} {path} {shown}", route.method);
                    assert_eq!(answer.refusal(), (400, code), "{what}: {}", answer.text);
                    refused += 1;
                }
            }
        }
        assert!(refused > 500, "{refused}");
        server.close().await;
    });
}

#[test]
fn a_body_that_is_larger_than_its_route_takes_is_refused() {
    on_both(|place| async move {
        let server = Server::open_with(place, EVERY_WAY).await;
        server.app.matrix.accounts.create("root", PASSWORD, true).await.expect("an administrator");
        let mut tried = 0;
        for route in routes(&server).iter().filter(|route| route.method != "GET" && !route.is_streamed) {
            // Some routes end the session that takes them.
            let root = server.log_in("root").await;
            let (method, path) = (route.method.as_str(), filled(route, plausible("!room:test.example", &root.id)));
            let bound = format!("larger than {} bytes", route.body_bytes);
            let large = root.door.send(method, &path, vec![b'x'; route.body_bytes + 1]).await;
            assert_eq!(large.refusal(), (413, "M_TOO_LARGE"), "{method} {path}: {}", large.text);
            assert!(large.text.contains(&bound), "{method} {path}: {}", large.text);
            // As much as it takes is read, and is no JSON.
            let whole = root.door.send(method, &path, vec![b'x'; route.body_bytes]).await;
            assert!(!whole.text.contains(&bound), "{method} {path}: {}", whole.text);
            // Devices are bounded.
            root.post("/logout", json!({})).await;
            tried += 1;
        }
        assert!(tried > 60, "{tried}");
        server.close().await;
    });
}

/// Only the last variable part is malformed.
fn mixed(route: &Route, room: &str, user: &str, part: &str) -> String {
    let last = route
        .path
        .split('/')
        .rev()
        .find(|part| part.starts_with('{'))
        .unwrap_or_default()
        .trim_matches(['{', '}'])
        .to_owned();
    let plausible = plausible(room, user);
    filled(route, move |name| if *name == last { part.to_owned() } else { plausible(name) })
}

#[test]
fn unknown_paths_and_methods_are_refused_in_the_protocols_words() {
    on_both(|place| async move {
        let server = Server::open(place).await;
        for path in [
            "/nothing",
            "/_matrix",
            "/_matrix/client/v3/nothing",
            "/_matrix/client/v99/sync",
            "/_hearth/nothing",
            "/_matrix/client/v3/rooms/%FF%00/x/y/z",
        ] {
            for method in METHODS {
                let answer = server.door().send(method, path, "{}").await;
                assert_sane(&answer, Access::Public, path);
                assert_eq!(answer.refusal(), (404, "M_UNRECOGNIZED"), "{method} {path}");
            }
        }
        let mut served: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for route in routes(&server) {
            served.entry(filled(&route, |_| "x".to_owned())).or_default().insert(route.method.to_string());
        }
        for (path, methods) in served {
            for method in METHODS.iter().filter(|method| !methods.contains(**method)) {
                let answer = server.door().send(method, &path, "{}").await;
                // A more general path may serve the method.
                if answer.status != 405 {
                    assert_sane(&answer, Access::Public, &path);
                    assert_ne!(answer.status, 404, "{method} {path}: {}", answer.text);
                    continue;
                }
                assert_sane(&answer, Access::Public, &path);
                assert_eq!(answer.refusal(), (405, "M_UNRECOGNIZED"), "{method} {path}");
            }
            let asked = server.door().send("OPTIONS", &path, "").await;
            assert_eq!((asked.status.as_u16(), asked.text.as_str()), (200, "{}"), "{path}");
            for header in
                ["access-control-allow-origin", "access-control-allow-methods", "access-control-allow-headers"]
            {
                assert!(asked.headers.contains_key(header), "{path} {header}");
            }
        }
        for path in ["/_hearth/health", "/_hearth/ready"] {
            server.door().get(path).await.ok();
        }
        server.close().await;
    });
}
