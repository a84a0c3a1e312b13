//! Plain data and pure rules: what may be a name, a password, a device, a field of a profile.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use hearth_kernel::{Error, Kind, Result, limits};
use ruma::{OwnedUserId, ServerName, UserId, api::client::filter::FilterDefinition};
use serde::Serialize;
use serde_json::{Map, Value, json};
use sha2::Digest as _;

/// The versions of the protocol that are spoken here. Clients stop using their fallbacks for what a
/// listed version has, so a version is added when its endpoints are. What each brought that clients
/// look for:
///
/// - v1.1: `/v3`; v1.2: `/v1/…/hierarchy`, knocking and restricted joins; v1.3: refresh tokens,
///   `/relations`, edits and references;
/// - v1.4: threads (`/threads`, threaded receipts and counts), private receipts; v1.5 and v1.6:
///   `/timestamp_to_event`;
/// - v1.7: `/login/get_token`, `/media/v1/create`; v1.8 and v1.9: recursive relations; v1.10: nothing to ask;
/// - v1.11: authenticated media, `/_matrix/client/v1/media/…`; v1.12: `M_USER_LOCKED`; v1.13: `/report` of
///   rooms; v1.14: `/report` of members; v1.15: `/room_summary` (a server without OAuth answers
///   `/auth_metadata` with 404 `M_UNRECOGNIZED`).
/// - v1.16: extended profiles, `state_after`, stripped state with the create event, room version 12.
/// - Before v1.18: `/admin/lock` is here, `/admin/suspend` is not.
pub(super) const VERSIONS: [&str; 16] = [
    "v1.1", "v1.2", "v1.3", "v1.4", "v1.5", "v1.6", "v1.7", "v1.8", "v1.9", "v1.10", "v1.11", "v1.12", "v1.13",
    "v1.14", "v1.15", "v1.16",
];
/// What is here and in none of these versions, or is asked for by its older name.
pub(super) const FEATURES: [&str; 5] = [
    "org.matrix.e2e_cross_signing",
    "uk.tcpip.msc4133.stable",
    "uk.half-shot.msc2666.query_mutual_rooms",
    "uk.half-shot.msc2666.query_mutual_rooms.stable",
    "org.matrix.msc4380.stable",
];
/// The versions of rooms that can be made and joined, all of them stable.
pub const ROOM_VERSIONS: [&str; 3] = ["10", "11", "12"];
/// The version of a room whose maker asks for none.
pub const ROOM_VERSION_DEFAULT: &str = "12";

/// What an access token begins with, so that one that leaks is known for what it is.
pub(super) const TOKEN_PREFIX: &str = "hrt_";
/// What a refresh token begins with.
pub(super) const REFRESH_PREFIX: &str = "hrr_";
/// What a token for services elsewhere begins with.
pub(super) const OPENID_PREFIX: &str = "hro_";
/// What a token to sign in with begins with.
pub(super) const LOGIN_PREFIX: &str = "hrl_";
/// A registration token that nobody chose, in letters.
pub(super) const REGISTRATION_TOKEN_LETTERS: usize = 16;
/// The local part of a name that nobody chose, in letters.
pub(super) const GENERATED_LETTERS: usize = 12;
/// A password that nobody chose, in letters.
pub(super) const GENERATED_PASSWORD_LETTERS: usize = 20;
/// A device's id that no client chose, in letters.
pub(super) const DEVICE_LETTERS: usize = 10;
/// A salt, in bytes, as argon2's authors recommend.
pub(super) const SALT_BYTES: usize = 16;

/// The account data that push keeps and completes.
pub const PUSH_RULES: &str = "m.push_rules";

/// Kinds of account data that the server keeps for its members and that other endpoints write.
const KEPT_BY_THE_SERVER: [&str; 2] = ["m.fully_read", PUSH_RULES];

pub(super) const DISPLAY_NAME: &str = "displayname";
pub(super) const AVATAR_URL: &str = "avatar_url";

/// How this module is set up.
#[derive(Clone)]
pub struct Settings {
    pub registration: Registration,
    /// What people agree to who register.
    pub terms: Option<Terms>,
    /// Lets who knows it make accounts, as other homeservers' tools do.
    pub shared_secret: Option<String>,
    /// Where clients reach the server, if that is not simply where they asked: `https://…`.
    pub public_base_url: Option<String>,
    pub support: Support,
    pub argon2: Argon2Settings,
    /// How long an access token lives that comes with a refresh token.
    pub access_token_ms: i64,
    /// How long a refresh token lives; nothing: until its device signs out.
    pub refresh_token_ms: Option<i64>,
    /// Whether wrong passwords are counted.
    pub guesses_are_limited: bool,
    /// Whether clients reach the server by TLS that it speaks itself.
    pub has_tls: bool,
}

impl Default for Settings {
    /// A closed server.
    fn default() -> Self {
        Self {
            registration: Registration::Closed,
            terms: None,
            shared_secret: None,
            public_base_url: None,
            support: Support::default(),
            argon2: Argon2Settings::default(),
            access_token_ms: 60 * 60 * 1000,
            refresh_token_ms: None,
            guesses_are_limited: true,
            has_tls: false,
        }
    }
}

/// Where people turn to who need help with this server.
#[derive(Clone, Debug, Default)]
pub struct Support {
    pub page: Option<String>,
    /// What each answers for (`m.role.admin` or `m.role.security`), and a Matrix ID or an address for mail.
    pub contacts: Vec<(&'static str, String)>,
}

/// Who may make an account by themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Registration {
    Open,
    /// Who has a registration token from an administrator.
    Token,
    Closed,
}

/// What people agree to who register, in each language that there is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    pub version: String,
    pub texts: Vec<TermsText>,
}

/// The terms in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermsText {
    /// A language's tag, such as `zh-Hans`.
    pub language: String,
    pub name: String,
    pub url: String,
}

impl Terms {
    /// What a client is told that has to show them.
    pub(super) fn params(&self) -> Value {
        let mut policy = Map::new();
        policy.insert("version".to_owned(), self.version.as_str().into());
        for TermsText { language, name, url } in &self.texts {
            policy.insert(language.clone(), json!({ "name": name, "url": url }));
        }
        json!({ "policies": { "terms_of_service": policy } })
    }
}

/// What one password check costs. Less than argon2 allows is raised to its least.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Argon2Settings {
    pub memory_kib: u32,
    pub iterations: u32,
    pub lanes: u32,
}

impl Default for Argon2Settings {
    /// The first of OWASP's equal choices for a server.
    fn default() -> Self {
        Self { memory_kib: 19_456, iterations: 2, lanes: 1 }
    }
}

/// What a member shows to everybody, as far as rooms show it too.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    pub display_name: Option<String>,
    pub avatar_url: Option<String>,
}

/// A piece of account data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountData {
    pub room_id: Option<String>,
    pub kind: String,
    /// A JSON object.
    pub content: String,
    pub position: i64,
}

/// A device as its owner sees it.
pub(super) struct Device {
    pub(super) device_id: String,
    pub(super) display_name: Option<String>,
    pub(super) seen_at_ms: Option<i64>,
    pub(super) seen_address: Option<String>,
}

/// An account as an administrator sees it.
#[derive(Debug, Serialize)]
pub(super) struct MemberRow {
    pub(super) user_id: String,
    pub(super) is_administrator: bool,
    pub(super) created_at_ms: i64,
    pub(super) locked_at_ms: Option<i64>,
    pub(super) deactivated_at_ms: Option<i64>,
    pub(super) devices: i64,
    /// When one of the devices called last.
    pub(super) seen_at_ms: Option<i64>,
}

/// An invitation to register. Without a number of uses, or without a time, there is no end.
#[derive(Debug, Serialize)]
pub(super) struct RegistrationToken {
    pub(super) token: String,
    pub(super) uses: i64,
    pub(super) uses_allowed: Option<i64>,
    pub(super) expires_at_ms: Option<i64>,
    pub(super) created_at_ms: i64,
}

/// A SHA-256.
pub(super) type Digest = [u8; 32];

pub(super) fn digest(text: &[u8]) -> Digest {
    sha2::Sha256::digest(text).into()
}

pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The bytes behind an even number of hexadecimal digits.
pub(super) fn unhex(text: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u8>> = text.chars().map(|digit| digit.to_digit(16).map(|value| value as u8)).collect();
    let digits = digits.filter(|digits| digits.len() % 2 == 0)?;
    Some(digits.chunks(2).map(|pair| pair[0] << 4 | pair[1]).collect())
}

/// Whether it can be a token of ours at all; what cannot is refused without asking the database.
pub(super) fn looks_like_a_token(token: &str, prefix: &str) -> bool {
    token.len() == prefix.len() + 43 && token.starts_with(prefix)
}

/// A refusal after which a client keeps what it has and asks its owner to sign in again.
pub(super) fn soft_logout(code: &'static str, why: &'static str) -> Error {
    let body = json!({ "errcode": code, "error": why, "soft_logout": true });
    Error::new(Kind::Unauthenticated, code, why).with_body(body.to_string())
}

/// The protocol's grammar for registration tokens.
pub(super) fn check_registration_token(token: &str) -> Result<()> {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"._~-".contains(&byte);
    if token.is_empty() || token.len() > limits::REGISTRATION_TOKEN_BYTES || !token.bytes().all(is_plain) {
        let most = limits::REGISTRATION_TOKEN_BYTES;
        return Err(Error::invalid_param(format!(
            "A registration token has letters, digits and . _ ~ - only, at most {most} of them."
        )));
    }
    Ok(())
}

pub(super) fn check_device_name(name: &str) -> Result<()> {
    check_text("device's name", name, limits::DISPLAY_NAME_BYTES)
}

/// Text that goes into a column: without NUL, which PostgreSQL cannot keep, and not too long.
pub(super) fn check_text(what: &str, text: &str, most_bytes: usize) -> Result<()> {
    if text.contains('\0') {
        return Err(Error::invalid_param(format!("The {what} contains a NUL character.")));
    }
    if text.len() > most_bytes {
        return Err(Error::invalid_param(format!("The {what} is longer than {most_bytes} bytes.")));
    }
    Ok(())
}

pub(super) fn check_device_id(device_id: &str) -> Result<()> {
    if device_id.is_empty() {
        return Err(Error::invalid_param("A device's id cannot be empty."));
    }
    check_text("device's id", device_id, limits::ID_BYTES)
}

/// The member who makes the rooms that are moved in from elsewhere. Nobody signs in as them, and nobody takes the name.
pub(crate) const KEEPER: &str = "moved-in";

/// The id of an account to be made. The local part may hold what the protocol wants in new ids.
pub(super) fn new_user_id(localpart: &str, server_name: &ServerName) -> Result<OwnedUserId> {
    let invalid = || {
        let why = "A user name has lower-case letters, digits and . _ = - / + only, and is not too long.";
        Error::new(Kind::Invalid, "M_INVALID_USERNAME", why)
    };
    let conforms = ruma::user_id::localpart_is_fully_conforming(localpart).unwrap_or(false);
    let id = format!("@{localpart}:{server_name}");
    if !conforms || id.len() > limits::USER_ID_BYTES {
        return Err(invalid());
    }
    UserId::parse(id).map_err(|_| invalid())
}

/// Whom somebody means who types a name to sign in: a local part or a whole id, in any case. Nobody,
/// if it cannot be an account of this server.
pub(super) fn meant_user_id(name: &str, server_name: &ServerName) -> Option<OwnedUserId> {
    let localpart = match name.strip_prefix('@').and_then(|rest| rest.split_once(':')) {
        Some((localpart, server)) if server.eq_ignore_ascii_case(server_name.as_str()) => localpart,
        Some(_) => return None,
        None => name,
    };
    new_user_id(&localpart.to_ascii_lowercase(), server_name).ok()
}

/// What is wrong with a password that somebody chose, if anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PasswordFault {
    TooShort,
    TooLong,
}

pub(super) fn password_fault(password: &str) -> Option<PasswordFault> {
    if password.len() > limits::PASSWORD_BYTES {
        Some(PasswordFault::TooLong)
    } else if password.chars().count() < limits::PASSWORD_CHARACTERS_MIN {
        Some(PasswordFault::TooShort)
    } else {
        None
    }
}

pub(super) fn check_new_password(password: &str) -> Result<()> {
    match password_fault(password) {
        None => Ok(()),
        Some(PasswordFault::TooShort) => {
            let why =
                format!("The password is too short: use at least {} characters.", limits::PASSWORD_CHARACTERS_MIN);
            Err(Error::new(Kind::Invalid, "M_WEAK_PASSWORD", why))
        }
        Some(PasswordFault::TooLong) => {
            Err(Error::invalid_param(format!("The password is longer than {} bytes.", limits::PASSWORD_BYTES)))
        }
    }
}

/// An inline filter, or a stored one's text.
pub fn inline_filter(text: &str) -> Result<FilterDefinition> {
    if text.len() > limits::FILTER_BYTES {
        return Err(Error::too_large(format!("A filter is larger than {} bytes.", limits::FILTER_BYTES)));
    }
    let object: Map<String, Value> = json_object(text.as_bytes())?;
    serde_json::from_value(Value::Object(object))
        .map_err(|error| Error::bad_json(format!("The filter is wrong: {error}")))
}

/// The same text always has the same id, so a client that uploads its filter at each start adds none.
pub(super) fn filter_id(text: &str) -> String {
    URL_SAFE_NO_PAD.encode(&digest(text.as_bytes())[..15])
}

/// A JSON object. What it holds is not repeated in the error.
pub(super) fn json_object(bytes: &[u8]) -> Result<Map<String, Value>> {
    match serde_json::from_slice(bytes) {
        Ok(Value::Object(object)) => Ok(object),
        Ok(_) => Err(Error::bad_json("This must be a JSON object.")),
        Err(_) => Err(Error::not_json("This is not JSON.")),
    }
}

/// What a client may not set itself, because other endpoints keep it in order.
pub(super) fn check_kind(kind: &str) -> Result<()> {
    if KEPT_BY_THE_SERVER.contains(&kind) {
        return Err(Error::new(Kind::Method, "M_BAD_JSON", format!("{kind} has an endpoint of its own.")));
    }
    check_text("type", kind, limits::ID_BYTES)
}

/// What a profile's field becomes: its JSON text, or nothing when it is taken away.
pub(super) fn profile_value(field: &str, value: Option<&Value>) -> Result<Option<String>> {
    let most = match field {
        DISPLAY_NAME => limits::DISPLAY_NAME_BYTES,
        AVATAR_URL => limits::AVATAR_URL_BYTES,
        _ => return extended_value(field, value).map(Some),
    };
    match value {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) if text.is_empty() => Ok(None),
        Some(Value::String(text)) => {
            check_text(field, text, most).map(|()| Some(Value::from(text.as_str()).to_string()))
        }
        Some(_) => Err(Error::bad_json(format!("{field} must be a string."))),
    }
}

fn extended_value(field: &str, value: Option<&Value>) -> Result<String> {
    let Some(value) = value else {
        return Err(Error::missing_param(format!("The body has no {field}.")));
    };
    check_field(field)?;
    if field == "m.tz" && !value.is_string() {
        return Err(Error::invalid_param("m.tz must be a string."));
    }
    let text = value.to_string();
    if profile_room(field, &text).is_none() { Err(profile_too_large()) } else { Ok(text) }
}

/// The protocol's grammar for such names.
pub(super) fn check_field(field: &str) -> Result<()> {
    if field.len() > limits::ID_BYTES {
        return Err(Error::new(Kind::Invalid, "M_KEY_TOO_LARGE", "The field's name is longer than 255 bytes."));
    }
    let rest_is_plain = field.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'.' | b'_' | b'-'));
    if field.starts_with(|first: char| first.is_ascii_lowercase()) && rest_is_plain {
        return Ok(());
    }
    Err(Error::invalid_param("A field's name begins with a letter and has lower-case letters, digits and . _ - only."))
}

/// How many bytes the rest of a profile may have when this field is in it.
pub(super) fn profile_room(field: &str, value: &str) -> Option<i64> {
    limits::PROFILE_BYTES.checked_sub(field.len() + value.len()).map(|room| room as i64)
}

pub(super) fn profile_too_large() -> Error {
    let why = format!("A profile is at most {} bytes in {} fields.", limits::PROFILE_BYTES, limits::PROFILE_FIELDS);
    Error::new(Kind::Invalid, "M_PROFILE_TOO_LARGE", why)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn server() -> ruma::OwnedServerName {
        "hearth.example".try_into().expect("a server name")
    }

    #[test]
    fn a_new_name_keeps_to_the_protocols_letters() {
        let server = server();
        assert_eq!(new_user_id("q3._=-/+", &server).unwrap(), "@q3._=-/+:hearth.example");
        let long = "a".repeat(limits::USER_ID_BYTES - "@:hearth.example".len());
        assert!(new_user_id(&long, &server).is_ok());
        for wrong in ["", "Ada", "a b", "a:b", "@a", "é", "a\0", "a\n", "a'", &format!("{long}a")] {
            assert_eq!(new_user_id(wrong, &server).unwrap_err().code, "M_INVALID_USERNAME", "{wrong:?}");
        }
    }

    #[test]
    fn who_signs_in_is_meant_by_a_local_part_or_an_id_in_any_case() {
        let server = server();
        for name in ["ada", "ADA", "@ada:hearth.example", "@Ada:HEARTH.example"] {
            assert_eq!(meant_user_id(name, &server).unwrap(), "@ada:hearth.example");
        }
        for name in ["", "@ada", "@ada:other.example", "ada:hearth.example", "a\0"] {
            assert_eq!(meant_user_id(name, &server), None, "{name:?}");
        }
    }

    #[test]
    fn a_password_is_counted_in_characters_and_bounded_in_bytes() {
        assert_eq!(password_fault("1234567"), Some(PasswordFault::TooShort));
        assert_eq!(password_fault("ünïcödé!"), None);
        assert_eq!(password_fault(&"a".repeat(limits::PASSWORD_BYTES)), None);
        assert_eq!(password_fault(&"a".repeat(limits::PASSWORD_BYTES + 1)), Some(PasswordFault::TooLong));
    }

    #[test]
    fn a_filter_must_be_an_object_of_the_right_shape() {
        assert_eq!(inline_filter("nonsense").unwrap_err().code, "M_NOT_JSON");
        assert_eq!(inline_filter("[]").unwrap_err().code, "M_BAD_JSON");
        assert_eq!(inline_filter(r#"{"room":{"timeline":{"limit":"ten"}}}"#).unwrap_err().code, "M_BAD_JSON");
        let filter = inline_filter(r#"{"room":{"timeline":{"limit":10}}}"#).unwrap();
        assert_eq!(filter.room.timeline.limit, Some(10_u32.into()));
        assert_eq!(inline_filter(&" ".repeat(limits::FILTER_BYTES + 1)).unwrap_err().code, "M_TOO_LARGE");
    }

    #[test]
    fn hexadecimal_digits_come_in_pairs() {
        assert_eq!(unhex("00ffA0"), Some(vec![0, 255, 160]));
        assert_eq!((unhex("abc"), unhex("zz"), unhex("")), (None, None, Some(vec![])));
    }

    #[test]
    fn an_empty_name_or_picture_is_none() {
        for value in [None, Some(Value::Null), Some("".into())] {
            assert_eq!(profile_value(DISPLAY_NAME, value.as_ref()).unwrap(), None);
        }
        assert_eq!(profile_value("m.tz", None).unwrap_err().code, "M_MISSING_PARAM");
        let address = |bytes| Some(Value::from("x".repeat(bytes)));
        assert!(profile_value(AVATAR_URL, address(limits::AVATAR_URL_BYTES).as_ref()).is_ok());
        let long = profile_value(AVATAR_URL, address(limits::AVATAR_URL_BYTES + 1).as_ref()).unwrap_err();
        assert_eq!(long.code, "M_INVALID_PARAM");
        let long = Value::from("x".repeat(limits::PROFILE_BYTES));
        assert_eq!(profile_value("org.example", Some(&long)).unwrap_err().code, "M_PROFILE_TOO_LARGE");
    }
}
