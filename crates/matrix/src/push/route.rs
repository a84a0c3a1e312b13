//! The endpoints of push rules and pushers.

use std::sync::Arc;

use hearth_http::{Access, Call, Rate, Reply, Route, json_bytes};
use hearth_kernel::{Error, Result};
use http::StatusCode;
use ruma::api::client::push::{
    delete_pushrule, get_pushers, get_pushrule, get_pushrule_actions, get_pushrule_enabled, get_pushrules_all,
    get_pushrules_global_scope,
    set_pusher::{
        self,
        v3::{PusherAction, PusherPostData},
    },
    set_pushrule, set_pushrule_actions, set_pushrule_enabled,
};

use super::{Push, ruleset};
use crate::endpoint::{endpoint, raw_endpoint};

pub(super) fn routes(push: &Arc<Push>) -> Vec<Route> {
    let (member, read, write) = (Access::Member, Rate::Reading, Rate::Writing);
    let whole = [raw_endpoint(push, member, read, all), raw_endpoint(push, member, read, global)].concat();
    [
        with_and_without_slash(whole),
        endpoint(push, member, read, get),
        endpoint(push, member, write, put),
        endpoint(push, member, write, delete),
        endpoint(push, member, read, enabled),
        endpoint(push, member, write, set_enabled),
        endpoint(push, member, read, actions),
        endpoint(push, member, write, set_actions),
        raw_endpoint(push, member, read, pushers),
        endpoint(push, member, write, set_pusher),
    ]
    .concat()
}

/// The protocol ends these paths with a slash; not all clients do.
fn with_and_without_slash(routes: Vec<Route>) -> Vec<Route> {
    let bare = |route: &Route| Route { path: route.path.trim_end_matches('/').to_owned(), ..route.clone() };
    let bare: Vec<_> = routes.iter().map(bare).collect();
    [routes, bare].concat()
}

/// GET /_matrix/client/v3/pushrules/
async fn all(push: Arc<Push>, call: Call, _: get_pushrules_all::v3::Request) -> Result<Reply> {
    Ok(json_bytes(StatusCode::OK, push.content(&call.member()?.user_id).await?))
}

/// GET /_matrix/client/v3/pushrules/global/
async fn global(push: Arc<Push>, call: Call, _: get_pushrules_global_scope::v3::Request) -> Result<Reply> {
    let ruleset = push.ruleset(&call.member()?.user_id).await?;
    Ok(json_bytes(StatusCode::OK, ruleset::global(&ruleset).to_string()))
}

/// GET /_matrix/client/v3/pushrules/global/{kind}/{rule_id}
async fn get(push: Arc<Push>, call: Call, request: get_pushrule::v3::Request) -> Result<get_pushrule::v3::Response> {
    let ruleset = push.ruleset(&call.member()?.user_id).await?;
    let rule = ruleset::get(&ruleset, request.kind, &request.rule_id)?;
    Ok(get_pushrule::v3::Response::new(rule.into()))
}

/// PUT /_matrix/client/v3/pushrules/global/{kind}/{rule_id}?before={rule_id}&after={rule_id}
async fn put(push: Arc<Push>, call: Call, request: set_pushrule::v3::Request) -> Result<set_pushrule::v3::Response> {
    let set_pushrule::v3::Request { rule, before, after, .. } = request;
    let place = ruleset::Place { before, after };
    let change = move |rules: &mut _, owner: &_| ruleset::put(rules, owner, rule, &place);
    push.change(&call.member()?.user_id, change).await?;
    Ok(set_pushrule::v3::Response::new())
}

/// DELETE /_matrix/client/v3/pushrules/global/{kind}/{rule_id}
async fn delete(
    push: Arc<Push>,
    call: Call,
    request: delete_pushrule::v3::Request,
) -> Result<delete_pushrule::v3::Response> {
    let delete_pushrule::v3::Request { kind, rule_id, .. } = request;
    push.change(&call.member()?.user_id, move |rules, _| ruleset::remove(rules, kind, &rule_id)).await?;
    Ok(delete_pushrule::v3::Response::new())
}

/// GET /_matrix/client/v3/pushrules/global/{kind}/{rule_id}/enabled
async fn enabled(
    push: Arc<Push>,
    call: Call,
    request: get_pushrule_enabled::v3::Request,
) -> Result<get_pushrule_enabled::v3::Response> {
    let ruleset = push.ruleset(&call.member()?.user_id).await?;
    let rule = ruleset::get(&ruleset, request.kind, &request.rule_id)?;
    Ok(get_pushrule_enabled::v3::Response::new(rule.enabled()))
}

/// PUT /_matrix/client/v3/pushrules/global/{kind}/{rule_id}/enabled
async fn set_enabled(
    push: Arc<Push>,
    call: Call,
    request: set_pushrule_enabled::v3::Request,
) -> Result<set_pushrule_enabled::v3::Response> {
    let set_pushrule_enabled::v3::Request { kind, rule_id, enabled, .. } = request;
    let change = move |rules: &mut _, _: &_| ruleset::set_enabled(rules, kind, &rule_id, enabled);
    push.change(&call.member()?.user_id, change).await?;
    Ok(set_pushrule_enabled::v3::Response::new())
}

/// GET /_matrix/client/v3/pushrules/global/{kind}/{rule_id}/actions
async fn actions(
    push: Arc<Push>,
    call: Call,
    request: get_pushrule_actions::v3::Request,
) -> Result<get_pushrule_actions::v3::Response> {
    let ruleset = push.ruleset(&call.member()?.user_id).await?;
    let rule = ruleset::get(&ruleset, request.kind, &request.rule_id)?;
    Ok(get_pushrule_actions::v3::Response::new(rule.actions().to_vec()))
}

/// PUT /_matrix/client/v3/pushrules/global/{kind}/{rule_id}/actions
async fn set_actions(
    push: Arc<Push>,
    call: Call,
    request: set_pushrule_actions::v3::Request,
) -> Result<set_pushrule_actions::v3::Response> {
    let set_pushrule_actions::v3::Request { kind, rule_id, actions, .. } = request;
    let change = move |rules: &mut _, _: &_| ruleset::set_actions(rules, kind, &rule_id, actions);
    push.change(&call.member()?.user_id, change).await?;
    Ok(set_pushrule_actions::v3::Response::new())
}

/// GET /_matrix/client/v3/pushers
async fn pushers(push: Arc<Push>, call: Call, _: get_pushers::v3::Request) -> Result<Reply> {
    let pushers = push.pushers(&call.member()?.user_id).await?;
    Ok(json_bytes(StatusCode::OK, format!("{{\"pushers\":[{}]}}", pushers.join(","))))
}

/// POST /_matrix/client/v3/pushers/set
async fn set_pusher(push: Arc<Push>, call: Call, request: set_pusher::v3::Request) -> Result<set_pusher::v3::Response> {
    let caller = call.member()?;
    match request.action {
        PusherAction::Post(PusherPostData { pusher, append, .. }) => push.set_pusher(caller, &pusher, append).await?,
        PusherAction::Delete(ids) => push.remove_pusher(caller, &ids).await?,
        _ => return Err(Error::invalid_param("A pusher is set or taken away.")),
    }
    Ok(set_pusher::v3::Response::new())
}
