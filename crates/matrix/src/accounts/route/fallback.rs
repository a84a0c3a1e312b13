//! The page for apps that cannot show a stage of user-interactive authentication by themselves: they open it in a
//! browser, and go on when it says so. Apps know all stages that there are here but the terms.

use std::{borrow::Cow, sync::Arc};

use hearth_http::{Access, Call, Rate, Reply, Route};
use hearth_kernel::{Error, Result};
use http::{Method, StatusCode};

use super::page::Page;
use crate::{
    accounts::{
        Accounts,
        model::{Terms, TermsText},
    },
    endpoint::PREFIXES,
};

pub(super) fn routes(accounts: &Arc<Accounts>) -> Vec<Route> {
    let both = |prefix: &str| {
        let path = format!("{prefix}/auth/m.login.terms/fallback/web");
        [
            Route::of(accounts, Method::GET, &path, Access::Secret, Rate::Reading, show),
            Route::of(accounts, Method::POST, &path, Access::Secret, Rate::Writing, agree),
        ]
    };
    PREFIXES.into_iter().flat_map(both).collect()
}

/// GET /_matrix/client/v3/auth/{authType}/fallback/web
async fn show(accounts: Arc<Accounts>, call: Call) -> Result<Reply> {
    let page = Page::new(&accounts, &call);
    Ok(accounts.terms_asked_for(&session(&call)?).map_or_else(|| page.over(), |terms| page.terms(terms)))
}

/// POST /_matrix/client/v3/auth/{authType}/fallback/web
async fn agree(accounts: Arc<Accounts>, call: Call) -> Result<Reply> {
    let page = Page::new(&accounts, &call);
    Ok(if accounts.agree_to_terms(&session(&call)?) { page.agreed() } else { page.over() })
}

fn session(call: &Call) -> Result<Cow<'_, str>> {
    call.query("session").ok_or_else(|| Error::missing_param("session: which authentication this is about."))
}

impl Page<'_> {
    fn terms(&self, terms: &Terms) -> Reply {
        let server = self.accounts.server_name.as_str();
        let mut values = vec![
            ("title", self.text("accounts-terms-title")),
            ("intro", self.text_with("accounts-terms-intro", &[("server", server.into())])),
            ("button", self.text("accounts-terms-button")),
        ];
        let is_own = |text: &&TermsText| text.language == self.culture.tag.to_string();
        if let Some(text) = terms.texts.iter().find(is_own).or(terms.texts.first()) {
            values.extend([("terms", text.name.clone()), ("terms_url", text.url.clone())]);
        }
        self.reply(StatusCode::OK, values)
    }

    fn agreed(&self) -> Reply {
        let title = self.text("accounts-terms-done-title");
        let values = vec![("title", title.clone()), ("intro", self.text("accounts-terms-done")), ("agreed", title)];
        self.reply(StatusCode::OK, values)
    }

    fn over(&self) -> Reply {
        let values =
            vec![("title", self.text("accounts-terms-over-title")), ("intro", self.text("accounts-terms-over"))];
        self.reply(StatusCode::FORBIDDEN, values)
    }
}
