//! Files: uploaded at once or under an id that was given out before, and fetched again.

use serde_json::json;

use super::{Person, pick};
use crate::network::{Line, Network};

const V1: &str = "/_matrix/media/v1";

impl Person {
    /// A file is on the ledger once its upload was acknowledged.
    pub(super) async fn share(&self, network: &Network, line: &Line) {
        let mark = format!("file-{}-{}", self.device, self.memory.lock().count());
        let body = json!(mark);
        let address = if self.acting.one_in(2) {
            let Some(answer) = line.post("/_matrix/media/v3/upload?filename=a.txt", body).await else { return };
            answer.json["content_uri"].as_str().map(str::to_owned)
        } else {
            let Some(created) = line.post(&format!("{V1}/create"), json!({})).await else { return };
            let Some(address) = created.json["content_uri"].as_str() else { return };
            let path = format!("/_matrix/media/v3/upload/{}", address.trim_start_matches("mxc://"));
            let Some(answer) = line.put(&path, body).await else { return };
            (answer.status == http::StatusCode::OK).then(|| address.to_owned())
        };
        if let Some(address) = address {
            network.ledger.lock().files.insert(address, mark);
        }
    }

    pub(super) async fn fetch(&self, network: &Network, line: &Line) {
        let files: Vec<String> = network.ledger.lock().files.keys().cloned().collect();
        let Some(address) = pick(&self.acting, &files) else { return };
        line.get(&path_of(address)).await;
    }
}

/// Where a file is fetched.
pub(crate) fn path_of(address: &str) -> String {
    format!("/_matrix/client/v1/media/download/{}", address.trim_start_matches("mxc://"))
}
