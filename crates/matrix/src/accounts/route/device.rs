//! A member's devices.

use std::sync::Arc;

use hearth_http::{Access, Call, Rate, Reply, Route, empty, json};
use hearth_kernel::{Error, Result, limits};
use ruma::api::client::device::{delete_device, delete_devices, get_device, get_devices, update_device};
use serde::Deserialize;
use serde_json::{Value, json};

use super::paths;
use crate::{
    accounts::{
        Accounts, Stage,
        model::{self, Device},
    },
    endpoint::endpoint,
};

pub(super) fn routes(accounts: &Arc<Accounts>) -> Vec<Route> {
    [
        paths::<get_devices::v3::Request, _, _, _>(accounts, Access::Member, Rate::Reading, list),
        paths::<get_device::v3::Request, _, _, _>(accounts, Access::Member, Rate::Reading, get),
        endpoint(accounts, Access::Member, Rate::Writing, rename),
        paths::<delete_device::v3::Request, _, _, _>(accounts, Access::Member, Rate::SigningIn, remove),
        paths::<delete_devices::v3::Request, _, _, _>(accounts, Access::Member, Rate::SigningIn, remove_many),
    ]
    .concat()
}

/// GET /_matrix/client/v3/devices
async fn list(accounts: Arc<Accounts>, call: Call) -> Result<Reply> {
    let devices = accounts.devices(&call.member()?.user_id).await?;
    Ok(json(&json!({ "devices": devices.iter().map(shown).collect::<Vec<_>>() })))
}

/// GET /_matrix/client/v3/devices/{deviceId}
async fn get(accounts: Arc<Accounts>, call: Call) -> Result<Reply> {
    let device_id = call.path.first().map_or("", String::as_str);
    let device = accounts.device(&call.member()?.user_id, device_id).await?;
    Ok(json(&shown(&device)))
}

/// PUT /_matrix/client/v3/devices/{deviceId}
async fn rename(
    accounts: Arc<Accounts>,
    call: Call,
    request: update_device::v3::Request,
) -> Result<update_device::v3::Response> {
    let name = request.display_name.as_deref();
    accounts.rename_device(&call.member()?.user_id, request.device_id.as_str(), name).await?;
    Ok(update_device::v3::Response::new())
}

/// DELETE /_matrix/client/v3/devices/{deviceId}
async fn remove(accounts: Arc<Accounts>, call: Call) -> Result<Reply> {
    let device_id = call.path.first().cloned().unwrap_or_default();
    model::check_device_id(&device_id)?;
    let user_id = &call.member()?.user_id;
    accounts.require(&call, Stage::Password { user_id }).await?;
    accounts.remove_devices(user_id, &[device_id]).await?;
    Ok(empty())
}

#[derive(Deserialize)]
struct DevicesBody {
    devices: Vec<String>,
}

/// POST /_matrix/client/v3/delete_devices
async fn remove_many(accounts: Arc<Accounts>, call: Call) -> Result<Reply> {
    let DevicesBody { devices } = call.json()?;
    if devices.len() > limits::DEVICES {
        return Err(Error::invalid_param(format!("At most {} devices at once.", limits::DEVICES)));
    }
    let user_id = &call.member()?.user_id;
    accounts.require(&call, Stage::Password { user_id }).await?;
    accounts.remove_devices(user_id, &devices).await?;
    Ok(empty())
}

/// What is not known is left out: the protocol has no null here.
fn shown(device: &Device) -> Value {
    let mut shown = json!({ "device_id": device.device_id });
    if let Some(name) = &device.display_name {
        shown["display_name"] = name.as_str().into();
    }
    if let Some(seen_at_ms) = device.seen_at_ms {
        shown["last_seen_ts"] = seen_at_ms.into();
    }
    if let Some(address) = &device.seen_address {
        shown["last_seen_ip"] = address.as_str().into();
    }
    shown
}
