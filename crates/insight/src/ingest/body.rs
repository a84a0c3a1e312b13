//! From a request's bytes to JSON: unpacked within a bound, and every event within its own.

use std::io::Read;

use flate2::read::MultiGzDecoder;
use hearth_kernel::{Error, Result};
use serde_json::{Map, Value, value::RawValue};

use super::{
    model::{self, Refusal, Why},
    moment,
};

/// A JSON object of a request, which is looked at field by field.
pub(super) type Object = Map<String, Value>;

/// The first bytes of anything that gzip wrote.
const GZIP: [u8; 2] = [0x1f, 0x8b];

/// The body as it was before it was packed. Some SDKs pack without saying so, so its first bytes decide.
pub(super) fn unpack(body: &[u8], most: usize) -> Result<Vec<u8>> {
    let mut whole = Vec::new();
    let read = match body.starts_with(&GZIP) {
        true => MultiGzDecoder::new(body).take(most as u64 + 1).read_to_end(&mut whole),
        false => body.take(most as u64 + 1).read_to_end(&mut whole),
    };
    read.map_err(|error| Error::not_json("The request's body is not what gzip writes.").caused_by(error))?;
    if whole.len() > most {
        return Err(Error::too_large(format!("The request's body is larger than {most} bytes. Send less at once.")));
    }
    Ok(whole)
}

/// The events of a body that is a list of them.
pub(super) fn list(body: &[u8]) -> Result<Vec<&RawValue>> {
    serde_json::from_slice(body).map_err(|error| hearth_http::unreadable(&error))
}

/// One event of a batch.
pub(super) fn event(raw: &RawValue, most: usize) -> Result<Object, Refusal> {
    if raw.get().len() > most {
        return Err(Refusal::new(Why::TooLarge, format!("an event may have {most} bytes")));
    }
    serde_json::from_str(raw.get()).map_err(|error| Refusal::malformed(format!("it is not an object: {error}")))
}

/// An id; none where there is no such field, or nothing in it, or what programs write for nothing.
pub(super) fn id(object: &Object, field: &str) -> Result<Option<String>, Refusal> {
    match object.get(field) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) if text.trim().is_empty() || model::names_nobody(text.trim()) => Ok(None),
        Some(value) => model::id(value).map(Some).ok_or_else(|| {
            Refusal::malformed(format!(
                "`{field}` must be an id: a whole number below 2⁶⁴, or a word of at most 255 bytes without spaces"
            ))
        }),
    }
}

/// A moment, in milliseconds.
pub(super) fn time(object: &Object, field: &str) -> Result<Option<i64>, Refusal> {
    moment_of(object.get(field), field)
}

pub(super) fn moment_of(value: Option<&Value>, field: &str) -> Result<Option<i64>, Refusal> {
    let text = match value {
        None | Some(Value::Null) => return Ok(None),
        Some(Value::String(text)) => text.clone(),
        Some(value) => value.to_string(),
    };
    let wrong = || match moment::doubt(&text) {
        Some(doubt) => Refusal::malformed(format!("`{field}` is in doubt: {doubt}")),
        None => Refusal::malformed(format!("`{field}` is not a time; write it as 2026-01-31T12:00:00Z")),
    };
    moment::parse(&text).map(Some).ok_or_else(wrong)
}

pub(super) fn object<'a>(object: &'a Object, field: &str) -> Option<&'a Object> {
    object.get(field)?.as_object()
}

pub(super) fn text<'a>(object: &'a Object, field: &str) -> Option<&'a str> {
    object.get(field)?.as_str()
}

/// The name of an event.
pub(super) fn name(object: &Object, field: &str) -> Result<String, Refusal> {
    text(object, field)
        .and_then(model::name)
        .ok_or_else(|| Refusal::malformed(format!("`{field}` must name the event, in at most 128 bytes")))
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::{Compression, write::GzEncoder};
    use hearth_kernel::Kind;

    use super::*;

    fn packed(body: &[u8]) -> Vec<u8> {
        let mut packer = GzEncoder::new(Vec::new(), Compression::fast());
        packer.write_all(body).unwrap();
        packer.finish().unwrap()
    }

    #[test]
    fn a_body_is_unpacked_within_its_bound() {
        assert_eq!(unpack(b"{}", 2).unwrap(), b"{}");
        assert_eq!(unpack(&packed(b"{}"), 2).unwrap(), b"{}");
        assert_eq!(unpack(b"{ }", 2).unwrap_err().kind, Kind::TooLarge);
        let bomb = packed(&vec![b' '; 50_000_000]);
        assert!(bomb.len() < 500_000);
        assert_eq!(unpack(&bomb, 500_000).unwrap_err().kind, Kind::TooLarge);
        let cut = packed(b"{\"a\": 1}");
        assert_eq!(unpack(&cut[..cut.len() - 3], 100).unwrap_err().kind, Kind::Invalid);
        assert_eq!(unpack(b"", 2).unwrap(), b"");
    }

    #[test]
    fn what_a_field_holds_is_an_id_or_a_time_or_refused() {
        let object: Object = hearth_http::object(
            br#"{"a": 7, "b": "", "c": null, "d": [], "e": "2026-01-01T00:00:00Z", "f": "x", "n": "undefined", "y": 20260101}"#,
        )
        .unwrap();
        assert_eq!(id(&object, "a"), Ok(Some("7".to_owned())));
        for empty in ["b", "c", "z", "n"] {
            assert_eq!(id(&object, empty), Ok(None), "{empty}");
        }
        assert!(id(&object, "d").is_err());
        assert_eq!(time(&object, "e"), Ok(Some(1_767_225_600_000)));
        assert!(time(&object, "f").is_err() && time(&object, "d").is_err());
        assert_eq!(time(&object, "c"), Ok(None));
        assert!(
            time(&object, "y").unwrap_err().words.contains("`y` is in doubt: `20260101` may be the day 2026-01-01")
        );
    }
}
