//! Messages from device to device.

use std::{collections::BTreeMap, sync::Arc};

use hearth_http::{Access::Member, Call, Rate, Reply, Route, empty};
use hearth_kernel::{Error, Result, limits};
use ruma::{api::client::to_device::send_event_to_device, to_device::DeviceIdOrAllDevices};
use serde_json::{Map, Value};

use super::super::{
    Keys,
    model::{check_id, read},
    service::to_device::{Contents, EVERY_DEVICE, Sending},
};
use crate::endpoint::raw_endpoint;

pub(super) fn routes(keys: &Arc<Keys>) -> Vec<Route> {
    raw_endpoint(keys, Member, Rate::Writing, send)
}

/// `PUT /_matrix/client/v3/sendToDevice/{eventType}/{txnId}`
async fn send(keys: Arc<Keys>, call: Call, request: send_event_to_device::v3::Request) -> Result<Reply> {
    let kind = request.event_type.to_string();
    check_id("type", &kind)?;
    check_id("transaction id", request.txn_id.as_str())?;
    let mut messages = BTreeMap::new();
    for (user_id, devices) in &request.messages {
        check_id("member's id", user_id.as_str())?;
        let mut contents = Contents::new();
        for (device, content) in devices {
            let device_id = match device {
                DeviceIdOrAllDevices::AllDevices => EVERY_DEVICE,
                DeviceIdOrAllDevices::DeviceId(device_id) => device_id.as_str(),
            };
            // Held to be an object, and not nested too deeply for who reads it.
            read::<Map<String, Value>>("message's content", content.json(), limits::TO_DEVICE_BYTES)?;
            contents.insert(device_id, content.json().get());
        }
        if keys.is_local(user_id) {
            messages.insert(user_id.as_str(), contents);
        }
    }
    // The scope of a transaction id is the device and the path, whatever its version prefix.
    let path = |part: &str| part.replace('%', "%25").replace('/', "%2F");
    let path = format!("sendToDevice/{}/{}", path(&kind), path(request.txn_id.as_str()));
    if messages.values().map(BTreeMap::len).sum::<usize>() > limits::TO_DEVICE_RECIPIENTS {
        return Err(Error::too_large(format!("At most {} devices at once.", limits::TO_DEVICE_RECIPIENTS)));
    }
    keys.send_to_devices(call.member()?, Sending { kind: &kind, path, messages }).await?;
    Ok(empty())
}
