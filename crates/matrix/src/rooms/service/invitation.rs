//! Who can be invited: members of this server who take invitations.

use hearth_kernel::{Error, Kind, Result};
use ruma::UserId;

use super::super::Rooms;

/// Where a member says that they take no invitations; clients write either name.
const PERMISSIONS: [&str; 2] = ["m.invite_permission_config", "org.matrix.msc4380.invite_permission_config"];

impl Rooms {
    /// Without federation only members of this server can be invited.
    pub(crate) async fn check_local(&self, whom: &UserId) -> Result<()> {
        if whom.server_name() == self.signer.server_name && self.accounts.exists(whom.as_str()).await? {
            return Ok(());
        }
        Err(Error::not_found(format!("There is no member {whom} on this server.")))
    }

    pub(crate) async fn check_takes_invitations(&self, whom: &UserId) -> Result<()> {
        for kind in PERMISSIONS {
            let Some(config) = self.accounts.account_data(whom.as_str(), None, kind).await? else { continue };
            let config: serde_json::Value = serde_json::from_str(&config).unwrap_or_default();
            if config["default_action"] == "block" {
                let message = format!("{whom} takes no invitations.");
                return Err(Error::new(Kind::Forbidden, "M_INVITE_BLOCKED", message));
            }
        }
        Ok(())
    }
}
