//! What a member's clients keep here: account data and tags; and tokens for services elsewhere.

use super::*;
use crate::accounts::Command;

#[test]
fn account_data_is_bounded_and_read_whole() {
    on_both(|place| async move {
        let house = house(&place).await;
        house.member("ada").await;
        let user = "@ada:test.example";
        let mut written = 0;
        while written < limits::ACCOUNT_DATA_PIECES {
            let mut entry = hearth_store::Entry::new();
            for _ in 0..1_000 {
                entry.statement(crate::accounts::account_data_statement(
                    user,
                    None,
                    &format!("org.example.{written}"),
                    "{}",
                ));
                written += 1;
            }
            house.store.write(entry).await.unwrap();
        }
        let full = house.accounts.set_account_data(user, None, "one.more", "{}").await.unwrap_err();
        assert_eq!(full.code, "M_RESOURCE_LIMIT_EXCEEDED");
        house.accounts.set_account_data(user, None, "org.example.0", r#"{"new":1}"#).await.unwrap();
        let mut entry = hearth_store::Entry::new();
        entry.statement(crate::accounts::account_data_statement(user, Some("!r:test.example"), "m.fully_read", "{}"));
        house.store.write(entry).await.unwrap();
        // More than an ACCOUNT_DATA_PAGE.
        let all = house.accounts.account_data_between(user, 0, house.store.position()).await.unwrap();
        assert_eq!(all.len(), limits::ACCOUNT_DATA_PIECES + 1);
        assert!(all.is_sorted_by_key(|piece| piece.position));
        house.store.close().await;
    });
}

#[test]
fn tags_are_set_one_by_one_and_lose_nothing() {
    on_both(|place| async move {
        let house = house(&place).await;
        let (ada, _) = house.member("ada").await;
        let (eve, _) = house.member("eve").await;
        let tags = path("/user/@ada:test.example/rooms/!r:test.example/tags");
        assert_eq!(ada.get(&tags).await.ok(), json!({ "tags": {} }));
        // Of those who write at once one always succeeds, so that ACCOUNT_DATA_TRIES are enough for so many devices.
        let tasks: Vec<_> = (0..limits::ACCOUNT_DATA_TRIES)
            .map(|at| {
                let (ada, at) = (ada.clone(), format!("{tags}/u.tag{at}"));
                tokio::spawn(async move { ada.put(&at, json!({ "order": 0.25 })).await.ok() })
            })
            .collect();
        for task in tasks {
            task.await.expect("a task of the test");
        }
        let set = ada.get(&tags).await.ok();
        assert_eq!(set["tags"].as_object().map(serde_json::Map::len), Some(limits::ACCOUNT_DATA_TRIES));
        assert_eq!(set["tags"]["u.tag3"], json!({ "order": 0.25 }));
        let data = path("/user/@ada:test.example/rooms/!r:test.example/account_data/m.tag");
        assert_eq!(ada.get(&data).await.ok(), set);
        let before = house.store.position();
        ada.put(&format!("{tags}/u.tag3"), json!({ "order": 0.25 })).await.ok();
        ada.delete(&format!("{tags}/never")).await.ok();
        assert_eq!(house.store.position(), before);
        for at in 0..limits::ACCOUNT_DATA_TRIES {
            ada.delete(&format!("{tags}/u.tag{at}")).await.ok();
        }
        assert_eq!(ada.get(&tags).await.ok(), json!({ "tags": {} }));
        assert_eq!(eve.get(&tags).await.refusal(), (403, "M_FORBIDDEN"));
        let at = |tag: &str| format!("{tags}/{tag}");
        let long = "x".repeat(limits::ID_BYTES + 1);
        let large = json!({ "x": "x".repeat(limits::ACCOUNT_DATA_BYTES) });
        assert_eq!(ada.put(&at(&long), json!({})).await.refusal(), (400, "M_INVALID_PARAM"));
        assert_eq!(ada.put(&at("u.a"), json!({ "order": "first" })).await.refusal(), (400, "M_BAD_JSON"));
        assert_eq!(ada.put(&at("u.a"), json!([])).await.refusal(), (400, "M_BAD_JSON"));
        assert_eq!(ada.put(&at("u.a"), large).await.refusal(), (413, "M_TOO_LARGE"));
        // A client may have put something else in their place.
        ada.put(&data, json!({ "tags": 5 })).await.ok();
        ada.put(&at("u.a"), json!({})).await.ok();
        assert_eq!(ada.get(&tags).await.ok(), json!({ "tags": { "u.a": {} } }));
        house.store.close().await;
    });
}

#[test]
fn all_account_data_of_a_member_is_bounded() {
    on_both(|place| async move {
        let house = house(&place).await;
        house.member("ada").await;
        let user = "@ada:test.example";
        let piece = json!({ "x": "x".repeat(limits::ACCOUNT_DATA_BYTES - 8) }).to_string();
        assert_eq!(piece.len(), limits::ACCOUNT_DATA_BYTES);
        let most = limits::ACCOUNT_DATA_TOTAL_BYTES / piece.len();
        let mut entry = hearth_store::Entry::new();
        for at in 1..most {
            let kind = format!("org.example.{at}");
            entry.statement(crate::accounts::account_data_statement(user, None, &kind, &piece));
        }
        house.store.write(entry).await.unwrap();
        house.accounts.set_account_data(user, None, "last", &piece).await.unwrap();
        for (room, kind) in [(None, "more"), (Some("!r:test.example"), "last")] {
            let full = house.accounts.set_account_data(user, room, kind, "{}").await.unwrap_err();
            assert_eq!(full.code, "M_RESOURCE_LIMIT_EXCEEDED");
        }
        let tagged = house.accounts.set_tag(user, "!r:test.example", "u.a", Some(&serde_json::Map::new())).await;
        assert_eq!(tagged.unwrap_err().code, "M_RESOURCE_LIMIT_EXCEEDED");
        // What is there may change, and what shrinks makes room.
        house.accounts.set_account_data(user, None, "last", &piece).await.unwrap();
        house.accounts.set_account_data(user, None, "last", "{}").await.unwrap();
        house.accounts.set_account_data(user, None, "more", "{}").await.unwrap();
        house.store.close().await;
    });
}

#[test]
fn a_member_shows_a_service_elsewhere_who_they_are() {
    on_both(|place| async move {
        let house = house(&place).await;
        let (ada, _) = house.member("ada").await;
        let (eve, _) = house.member("eve").await;
        let request = path("/user/@ada:test.example/openid/request_token");
        let given = ada.post(&request, json!({})).await.ok();
        assert_eq!(
            (text(&given, "token_type"), text(&given, "matrix_server_name")),
            ("Bearer".into(), "test.example".into())
        );
        assert_eq!(given["expires_in"], limits::OPENID_TOKEN_MS / 1_000);
        assert_eq!(eve.post(&request, json!({})).await.refusal(), (403, "M_FORBIDDEN"));
        let ask = |token: String| {
            let door = house.door.clone();
            async move { door.get(&format!("/_matrix/federation/v1/openid/userinfo?access_token={token}")).await }
        };
        let token = text(&given, "access_token");
        assert_eq!(ask(token.clone()).await.ok(), json!({ "sub": "@ada:test.example" }));
        assert_eq!(ask("nonsense".into()).await.refusal(), (401, "M_UNKNOWN_TOKEN"));
        let without = house.door.get("/_matrix/federation/v1/openid/userinfo").await;
        assert_eq!(without.refusal(), (401, "M_MISSING_TOKEN"));
        // It opens nothing here.
        assert_eq!(house.door.with_token(&token).get(&path("/devices")).await.refusal(), (401, "M_UNKNOWN_TOKEN"));
        let lock = Command::Lock { name: "ada".into() };
        house.accounts.administer(lock).await.unwrap();
        assert_eq!(ask(token.clone()).await.refusal(), (401, "M_UNKNOWN_TOKEN"));
        house.accounts.administer(Command::Unlock { name: "ada".into() }).await.unwrap();
        for _ in 1..limits::OPENID_TOKENS {
            ada.post(&request, json!({})).await.ok();
        }
        assert_eq!(ada.post(&request, json!({})).await.refusal(), (429, "M_LIMIT_EXCEEDED"));
        house.clock.advance_ms(limits::OPENID_TOKEN_MS);
        assert_eq!(ask(token).await.refusal(), (401, "M_UNKNOWN_TOKEN"));
        ada.post(&request, json!({})).await.ok();
        house.store.close().await;
    });
}

#[test]
fn there_are_no_bridges() {
    on_both(|place| async move {
        let house = house(&place).await;
        let (ada, _) = house.member("ada").await;
        assert_eq!(ada.get(&path("/thirdparty/protocols")).await.ok(), json!({}));
        for end in ["protocol/irc", "location/irc", "location?alias=%23a:b", "user/irc", "user?userid=@a:b"] {
            assert_eq!(ada.get(&path(&format!("/thirdparty/{end}"))).await.refusal(), (404, "M_NOT_FOUND"), "{end}");
        }
        house.store.close().await;
    });
}

#[test]
fn a_profile_has_so_many_fields_and_no_more() {
    on_both(|place| async move {
        let house = house(&place).await;
        let (ada, _) = house.member("ada").await;
        let at = |number: usize| (path(&format!("/profile/@ada:test.example/a.{number}")), format!("a.{number}"));
        for number in 0..limits::PROFILE_FIELDS {
            let (place, field) = at(number);
            ada.put(&place, json!({ field: 1 })).await.ok();
        }
        let (place, field) = at(limits::PROFILE_FIELDS);
        assert_eq!(ada.put(&place, json!({ field: 1 })).await.refusal(), (400, "M_PROFILE_TOO_LARGE"));
        let (place, field) = at(0);
        ada.put(&place, json!({ field: 2 })).await.ok();
        house.store.close().await;
    });
}
