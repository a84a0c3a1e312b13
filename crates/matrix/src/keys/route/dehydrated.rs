//! Dehydrated devices (MSC3814), under the names that the proposal has until it is accepted.

use std::sync::Arc;

use hearth_http::{Access::Member, Call, Rate, Reply, Route, json, json_bytes};
use hearth_kernel::{Error, Result, limits};
use http::StatusCode;
use ruma::api::client::dehydrated_device::{
    delete_dehydrated_device, get_dehydrated_device, get_events, put_dehydrated_device,
};
use serde_json::{Map, Value, json};

use super::super::{
    Keys,
    model::{device_keys, read},
    service::dehydrated::Dehydrated,
};
use crate::{endpoint::raw_endpoint, rooms::render::push_array};

pub(super) fn routes(keys: &Arc<Keys>) -> Vec<Route> {
    [
        raw_endpoint(keys, Member, Rate::Writing, put),
        raw_endpoint(keys, Member, Rate::Reading, get),
        raw_endpoint(keys, Member, Rate::Writing, delete),
        raw_endpoint(keys, Member, Rate::Reading, events),
    ]
    .concat()
}

/// `PUT /_matrix/client/unstable/org.matrix.msc3814.v1/dehydrated_device`
async fn put(keys: Arc<Keys>, call: Call, request: put_dehydrated_device::unstable::Request) -> Result<Reply> {
    let user_id = &call.member()?.user_id;
    let device_id = request.device_id.as_str();
    let data: Map<String, Value> = read("device's data", request.device_data.json(), limits::DEHYDRATED_BYTES)?;
    if !data.get("algorithm").is_some_and(Value::is_string) {
        return Err(Error::bad_json("The device's data names its algorithm."));
    }
    let own = device_keys(request.device_keys.json(), user_id, device_id)?;
    let new = Dehydrated {
        device_id,
        display_name: request.initial_device_display_name.as_deref(),
        data: &Value::from(data).to_string(),
        keys: super::upload(Some(own), &request.one_time_keys, &request.fallback_keys)?,
    };
    keys.dehydrate(user_id, new).await?;
    Ok(json(&json!({ "device_id": device_id })))
}

/// `GET /_matrix/client/unstable/org.matrix.msc3814.v1/dehydrated_device`
async fn get(keys: Arc<Keys>, call: Call, _: get_dehydrated_device::unstable::Request) -> Result<Reply> {
    let (device_id, data) = keys.dehydrated(&call.member()?.user_id).await?;
    let body = format!("{{\"device_id\":{},\"device_data\":{data}}}", Value::from(device_id));
    Ok(json_bytes(StatusCode::OK, body))
}

/// `DELETE /_matrix/client/unstable/org.matrix.msc3814.v1/dehydrated_device`
async fn delete(keys: Arc<Keys>, call: Call, _: delete_dehydrated_device::unstable::Request) -> Result<Reply> {
    let device_id = keys.delete_dehydrated(&call.member()?.user_id).await?;
    Ok(json(&json!({ "device_id": device_id })))
}

/// `POST /_matrix/client/unstable/org.matrix.msc3814.v1/dehydrated_device/{deviceId}/events`
async fn events(keys: Arc<Keys>, call: Call, request: get_events::unstable::Request) -> Result<Reply> {
    let wrong = || Error::invalid_param("This is not a token of these events.");
    let since = request.next_batch.as_deref().map(|token| token.strip_prefix('d').and_then(|at| at.parse().ok()));
    let since = since.map_or(Ok(0), |since| since.ok_or_else(wrong))?;
    let user_id = &call.member()?.user_id;
    let (messages, next) = keys.dehydrated_messages(user_id, request.device_id.as_str(), since).await?;
    let mut out = String::from("{\"events\":");
    push_array(&mut out, &messages, |out, message| out.push_str(message));
    out.push_str(&format!(",\"next_batch\":\"d{next}\"}}"));
    Ok(json_bytes(StatusCode::OK, out))
}
