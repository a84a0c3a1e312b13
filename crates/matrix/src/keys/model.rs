//! Plain data and pure rules: what is a key, and whether a signature on it is true.

use base64::{
    Engine,
    alphabet::STANDARD,
    engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig},
};
use hearth_kernel::{Error, Kind, Result, limits};
use ruma::{
    CanonicalJsonObject, CanonicalJsonValue, SigningKeyAlgorithm,
    encryption::{CrossSigningKey, DeviceKeys as ProtocolDeviceKeys, KeyUsage},
    signatures::{to_canonical_json_string_for_signing, verify_canonical_json_bytes},
};
use serde::de::DeserializeOwned;
use serde_json::{Value, value::RawValue};

use super::store::one_time::Key;

/// The usages of cross-signing keys, as they are stored.
pub(super) const MASTER: &str = "master";
pub(super) const SELF_SIGNING: &str = "self_signing";
pub(super) const USER_SIGNING: &str = "user_signing";

/// Keys and signatures come without padding; old clients pad.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// A part of an id: short, and nothing that a database refuses.
pub(super) fn check_id(what: &str, text: &str) -> Result<()> {
    if text.is_empty() || text.len() > limits::ID_BYTES || text.contains('\0') {
        return Err(Error::invalid_param(format!("A {what} has 1 to {} bytes and no NUL.", limits::ID_BYTES)));
    }
    Ok(())
}

/// JSON of this shape and no larger than this. What it holds is not repeated in the error.
pub(super) fn read<T: DeserializeOwned>(what: &str, raw: &RawValue, most: usize) -> Result<T> {
    if raw.get().len() > most {
        return Err(Error::too_large(format!("A {what} is at most {most} bytes.")));
    }
    serde_json::from_str(raw.get()).map_err(|_| Error::bad_json(format!("This is not a {what}.")))
}

/// The keys of a device, as they are kept.
pub(super) struct DeviceKeys {
    /// A JSON object, without what others add to it.
    pub(super) content: String,
    /// Its keys alone: what makes it this device.
    pub(super) identity: String,
}

pub(super) fn device_keys(raw: &RawValue, user_id: &str, device_id: &str) -> Result<DeviceKeys> {
    let mut object: CanonicalJsonObject = read("device's keys", raw, limits::KEY_BYTES)?;
    object.remove("unsigned");
    // Without keys or signatures a device is nobody's to trust, which is for the others' clients to see.
    let nothing = || CanonicalJsonValue::Object(CanonicalJsonObject::new());
    object.entry("algorithms".to_owned()).or_insert_with(|| CanonicalJsonValue::Array(Vec::new()));
    for field in ["keys", "signatures"] {
        object.entry(field.to_owned()).or_insert_with(nothing);
    }
    let shape = serde_json::from_str(&json(&object));
    let shape: ProtocolDeviceKeys = shape.map_err(|_| Error::bad_json("These are not a device's keys."))?;
    if shape.user_id != user_id || shape.device_id != device_id {
        return Err(Error::invalid_param("These are the keys of another device."));
    }
    let identity = object.get("keys").map_or_else(String::new, json);
    Ok(DeviceKeys { content: json(&object), identity })
}

/// A one-time or fallback key; `id` is its algorithm and its name.
pub(super) fn one_time_key(id: &str, raw: &RawValue) -> Result<Key> {
    let (algorithm, key_id) = id.split_once(':').unwrap_or((id, ""));
    check_id("key's algorithm", algorithm)?;
    check_id("key's id", key_id)?;
    let content: Value = read("one-time key", raw, limits::KEY_BYTES)?;
    if !content.is_object() && !content.is_string() {
        return Err(Error::bad_json("A one-time key is an object, or a text where it is not signed."));
    }
    Ok(Key { algorithm: algorithm.to_owned(), key_id: key_id.to_owned(), content: content.to_string() })
}

/// One of the keys that a member signs with.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct SigningKey {
    pub(super) object: CanonicalJsonObject,
    /// The public key: what it is called.
    pub(super) public: String,
}

impl SigningKey {
    pub(super) fn json(&self) -> String {
        json(&self.object)
    }

    pub(super) fn key_id(&self) -> String {
        format!("ed25519:{}", self.public)
    }
}

pub(super) fn signing_key(raw: &RawValue, usage: &str, user_id: &str) -> Result<SigningKey> {
    let shape: CrossSigningKey = read("cross-signing key", raw, limits::KEY_BYTES)?;
    if shape.user_id != user_id {
        return Err(Error::invalid_param("This is the key of another member."));
    }
    if !shape.usage.contains(&KeyUsage::from(usage)) {
        return Err(Error::invalid_param(format!("This key is not for {usage}.")));
    }
    let one = || Error::invalid_param("A cross-signing key is one Ed25519 key that is named by itself.");
    let (Some((id, public)), 1) = (shape.keys.first_key_value(), shape.keys.len()) else { return Err(one()) };
    if id.as_str() != format!("ed25519:{public}") || decode(public).is_none_or(|bytes| bytes.len() != 32) {
        return Err(one());
    }
    Ok(SigningKey { object: read("cross-signing key", raw, limits::KEY_BYTES)?, public: public.clone() })
}

/// What is stored was checked when it came.
pub(super) fn stored_signing_key(content: &str, usage: &str, user_id: &str) -> Result<SigningKey> {
    let damaged = |error: Error| Error::internal("a stored cross-signing key is damaged").caused_by(error);
    let raw = RawValue::from_string(content.to_owned())
        .map_err(|error| damaged(Error::internal("no JSON").caused_by(error)))?;
    signing_key(&raw, usage, user_id).map_err(damaged)
}

/// A signature of `signer_id` by the key `key_id` (`ed25519:…`) on an object, if there is one.
pub(super) fn signature<'a>(object: &'a CanonicalJsonObject, signer_id: &str, key_id: &str) -> Option<&'a str> {
    signatures(object, signer_id).find(|(id, _)| *id == key_id).map(|(_, signature)| signature)
}

/// The signatures of somebody on an object, by key.
pub(super) fn signatures<'a>(
    object: &'a CanonicalJsonObject,
    signer_id: &str,
) -> impl Iterator<Item = (&'a str, &'a str)> {
    let of = |value: Option<&'a CanonicalJsonValue>| value.and_then(CanonicalJsonValue::as_object);
    let by_key = of(of(object.get("signatures")).and_then(|signers| signers.get(signer_id)));
    by_key.into_iter().flatten().filter_map(|(key, signature)| Some((key.as_str(), signature.as_str()?)))
}

/// Whether a signature on an object is that of a public key.
pub(super) fn is_true(object: &CanonicalJsonObject, public: &str, signature: &str) -> bool {
    let (Some(public), Some(signature)) = (decode(public), decode(signature)) else { return false };
    let Ok(signed) = to_canonical_json_string_for_signing(object) else { return false };
    verify_canonical_json_bytes(&SigningKeyAlgorithm::Ed25519, &public, &signature, signed.as_bytes()).is_ok()
}

/// Whether a member's own key has signed an object.
pub(super) fn is_signed_by(object: &CanonicalJsonObject, signer_id: &str, key: &SigningKey) -> bool {
    signature(object, signer_id, &key.key_id()).is_some_and(|signature| is_true(object, &key.public, signature))
}

/// Whether two objects are the same but for who has signed them.
pub(super) fn is_same(one: &CanonicalJsonObject, other: &CanonicalJsonObject) -> bool {
    let signed = |object: &CanonicalJsonObject| to_canonical_json_string_for_signing(object).ok();
    signed(one).is_some() && signed(one) == signed(other)
}

pub(super) fn invalid_signature(why: &'static str) -> Error {
    Error::new(Kind::Invalid, "M_INVALID_SIGNATURE", why)
}

fn decode(text: &str) -> Option<Vec<u8>> {
    BASE64.decode(text).ok()
}

fn json<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_string(value).expect("what was read as JSON is written as JSON")
}
