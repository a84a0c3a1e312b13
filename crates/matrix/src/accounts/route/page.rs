//! A page of the accounts module for who has no web app open, in the reader's language.

use hearth_http::{Call, Reply, html};
use hearth_i18n::{Culture, Value};
use hearth_kernel::id;
use http::StatusCode;

use crate::accounts::Accounts;

const PAGE: &str = include_str!("../page.html");

/// What pages say.
pub(in crate::accounts) const STRINGS: &[&str] = &[
    "accounts-setup-title",
    "accounts-setup-intro",
    "accounts-setup-localhost",
    "accounts-setup-name-label",
    "accounts-setup-name-hint",
    "accounts-setup-password-label",
    "accounts-setup-password-hint",
    "accounts-setup-password-again-label",
    "accounts-setup-password-again-hint",
    "accounts-setup-button",
    "accounts-setup-error-name-invalid",
    "accounts-setup-error-name-taken",
    "accounts-setup-error-passwords-differ",
    "accounts-setup-error-password-too-short",
    "accounts-setup-done-title",
    "accounts-setup-done",
    "accounts-setup-done-user-label",
    "accounts-setup-done-address-label",
    "accounts-in-button",
    "accounts-setup-refused-title",
    "accounts-setup-refused",
    "accounts-terms-title",
    "accounts-terms-intro",
    "accounts-terms-button",
    "accounts-terms-done-title",
    "accounts-terms-done",
    "accounts-terms-over-title",
    "accounts-terms-over",
    "common-form-error-title",
];

/// The page for one reader.
pub(super) struct Page<'a> {
    pub(super) accounts: &'a Accounts,
    pub(super) culture: &'a Culture,
}

impl<'a> Page<'a> {
    pub(super) fn new(accounts: &'a Accounts, call: &Call) -> Self {
        Self { accounts, culture: accounts.cultures.negotiate(call.languages()) }
    }

    pub(super) fn text(&self, key: &str) -> String {
        self.text_with(key, &[])
    }

    pub(super) fn text_with(&self, key: &str, values: &[(&str, Value<'_>)]) -> String {
        self.accounts.cultures.text(&self.culture.tag, key, values)
    }

    pub(super) fn reply(&self, status: StatusCode, mut values: Vec<(&str, String)>) -> Reply {
        let nonce = id::secret(&self.accounts.context.rng);
        values.push(("lang", self.culture.tag.to_string()));
        values.push(("dir", self.culture.direction.as_str().to_owned()));
        values.push(("nonce", nonce.clone()));
        html(status, fill(PAGE, &values), &nonce)
    }
}

/// Puts the values into the template, in one pass: `{{name}}` is a value, what stands between
/// `{{#name}}` and `{{/name}}` stays if there is one, `{{! … }}` is dropped.
fn fill(template: &str, values: &[(&str, String)]) -> String {
    let value = |name| values.iter().find(|(known, _)| *known == name).map(|(_, value)| value);
    let mut page = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((text, after)) = rest.split_once("{{") {
        let (tag, after) = after.split_once("}}").expect("a placeholder is closed");
        page.push_str(text);
        rest = after;
        if let Some(name) = tag.strip_prefix('#') {
            if value(name).is_none() {
                let end = format!("{{{{/{name}}}}}");
                (_, rest) = rest.split_once(&end).expect("a section is closed");
            }
        } else if !tag.starts_with(['/', '!']) {
            escape(value(tag).expect("every placeholder has a value"), &mut page);
        }
    }
    page.push_str(rest);
    page
}

fn escape(text: &str, page: &mut String) {
    for letter in text.chars() {
        match letter {
            '&' => page.push_str("&amp;"),
            '<' => page.push_str("&lt;"),
            '>' => page.push_str("&gt;"),
            '"' => page.push_str("&quot;"),
            '\'' => page.push_str("&#39;"),
            other => page.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn a_template_is_filled_in_one_pass() {
        let template = "{{! not {shown} }}<{{a}}>{{#b}}[{{b}}{{#c}}{{c}}{{/c}}]{{/b}}{{#c}}{{c}}{{/c}}";
        assert_eq!(fill(template, &[("a", "{{b}}\"'&<>".into())]), "<{{b}}&quot;&#39;&amp;&lt;&gt;>");
        assert_eq!(fill(template, &[("a", "1".into()), ("b", "2".into())]), "<1>[2]");
        assert_eq!(fill(template, &[("a", "1".into()), ("b", "2".into()), ("c", "3".into())]), "<1>[23]3");
    }
}
