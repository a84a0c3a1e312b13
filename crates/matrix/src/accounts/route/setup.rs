//! The page behind the one-time link that makes the first administrator.

use std::sync::Arc;

use hearth_http::{Access, Call, Rate, Reply, Route};
use hearth_i18n::Value;
use hearth_kernel::{Error, Result, limits};
use http::{Method, StatusCode, Uri};

use super::{discovery::base_url, page::Page};
use crate::accounts::{
    Accounts,
    model::{self, PasswordFault},
    service::setup::SETUP_PATH,
};

pub(super) fn routes(accounts: &Arc<Accounts>) -> Vec<Route> {
    vec![
        Route::of(accounts, Method::GET, SETUP_PATH, Access::Secret, Rate::Reading, show),
        Route::of(accounts, Method::POST, SETUP_PATH, Access::Secret, Rate::SigningIn, submit),
    ]
}

/// GET /_hearth/setup
async fn show(accounts: Arc<Accounts>, call: Call) -> Result<Reply> {
    let page = Page::new(&accounts, &call);
    let token = call.query("token").unwrap_or_default();
    if !accounts.setup_is_open(&token).await? {
        return Ok(page.refused());
    }
    Ok(page.form(&token, "", &Faults::default()))
}

/// POST /_hearth/setup
async fn submit(accounts: Arc<Accounts>, call: Call) -> Result<Reply> {
    let form = form(call)?;
    let field = |name| form.query(name).unwrap_or_default();
    let (token, name, password) = (field("token"), field("name"), field("password"));
    let page = Page::new(&accounts, &form);
    if !accounts.setup_is_open(&token).await? {
        return Ok(page.refused());
    }
    let name = name.trim();
    let user_id = model::new_user_id(name, &accounts.server_name);
    let mut faults = Faults {
        name: user_id.is_err().then_some("accounts-setup-error-name-invalid"),
        password: match model::password_fault(&password) {
            None => None,
            Some(PasswordFault::TooShort) => Some("accounts-setup-error-password-too-short"),
            Some(PasswordFault::TooLong) => return Err(too_long()),
        },
        password_again: (password != field("password_again")).then_some("accounts-setup-error-passwords-differ"),
    };
    let (Ok(user_id), true) = (user_id, faults.is_empty()) else {
        return Ok(page.form(&token, name, &faults));
    };
    match accounts.make_first_administrator(user_id, &password).await {
        Ok(user_id) => Ok(page.done(user_id.as_str(), &base_url(&accounts, &form))),
        Err(error) if error.code == "M_USER_IN_USE" => {
            faults.name = Some("accounts-setup-error-name-taken");
            Ok(page.form(&token, name, &faults))
        }
        Err(error) if error.code == "M_FORBIDDEN" => Ok(page.refused()),
        Err(error) => Err(error),
    }
}

/// A form's fields are written as a query's are, so they are read as one.
fn form(call: Call) -> Result<Call> {
    let text = std::str::from_utf8(&call.body).ok();
    let uri = text.and_then(|text| format!("/?{text}").parse::<Uri>().ok());
    let uri = uri.ok_or_else(|| Error::invalid_param("The form could not be read."))?;
    Ok(Call { uri, ..call })
}

fn too_long() -> Error {
    Error::invalid_param(format!("The password is longer than {} bytes.", limits::PASSWORD_BYTES))
}

/// What is wrong with the fields of a form, as the keys of texts.
#[derive(Default)]
struct Faults {
    name: Option<&'static str>,
    password: Option<&'static str>,
    password_again: Option<&'static str>,
}

impl Faults {
    fn is_empty(&self) -> bool {
        self.name.is_none() && self.password.is_none() && self.password_again.is_none()
    }
}

impl Page<'_> {
    fn form(&self, token: &str, name: &str, faults: &Faults) -> Reply {
        let server = &self.accounts.server_name;
        let least: [(&str, Value<'_>); 1] = [("count", limits::PASSWORD_CHARACTERS_MIN.into())];
        let example = format!("@ada:{server}");
        let mut values = vec![
            ("title", self.text("accounts-setup-title")),
            ("intro", self.text_with("accounts-setup-intro", &[("server", server.as_str().into())])),
            ("token", token.to_owned()),
            ("name", name.to_owned()),
            ("name_label", self.text("accounts-setup-name-label")),
            ("name_hint", self.text_with("accounts-setup-name-hint", &[("example", example.into())])),
            ("password_label", self.text("accounts-setup-password-label")),
            ("password_hint", self.text_with("accounts-setup-password-hint", &least)),
            ("password_again_label", self.text("accounts-setup-password-again-label")),
            ("password_again_hint", self.text("accounts-setup-password-again-hint")),
            ("button", self.text("accounts-setup-button")),
        ];
        if server.host() == "localhost" {
            values.push(("localhost", self.text("accounts-setup-localhost")));
        }
        if faults.is_empty() {
            return self.reply(StatusCode::OK, values);
        }
        values.push(("errors_title", self.text("common-form-error-title")));
        let named = [
            ("name_error", faults.name),
            ("password_error", faults.password),
            ("password_again_error", faults.password_again),
        ];
        for (place, key) in named {
            values.extend(key.map(|key| (place, self.text_with(key, &least))));
        }
        self.reply(StatusCode::BAD_REQUEST, values)
    }

    fn done(&self, user_id: &str, address: &str) -> Reply {
        let said = [("user", user_id.into()), ("address", address.into())];
        let values = vec![
            ("title", self.text("accounts-setup-done-title")),
            ("intro", self.text_with("accounts-setup-done", &said)),
            ("user", user_id.to_owned()),
            ("user_label", self.text("accounts-setup-done-user-label")),
            ("address", address.to_owned()),
            ("address_label", self.text("accounts-setup-done-address-label")),
            ("sign_in", self.text("accounts-in-button")),
        ];
        self.reply(StatusCode::OK, values)
    }

    fn refused(&self) -> Reply {
        let values =
            vec![("title", self.text("accounts-setup-refused-title")), ("intro", self.text("accounts-setup-refused"))];
        self.reply(StatusCode::FORBIDDEN, values)
    }
}
