//! What this community is, for people who hold an invitation and are not signed in yet.

use std::{fs, path::Path, sync::Arc};

use bytes::Bytes;
use hearth_http::{Access, Call, Rate, Reply, Route, json, json_bytes};
use hearth_i18n::Cultures;
use hearth_kernel::{Clock, Error, Result, limits};
use hearth_matrix::accounts::Accounts;
use http::{HeaderValue, Method, StatusCode, header};
use parking_lot::Mutex;
use serde_json::{Value, json};

use super::protect;
use crate::config::{Choice, Config, Words};

const PICTURE_PATH: &str = "/_hearth/community/picture";

struct Community {
    accounts: Arc<Accounts>,
    cultures: Arc<Cultures>,
    server_name: String,
    name: Words,
    description: Words,
    picture: Option<Picture>,
    room: String,
    registration: &'static str,
    /// In years, where the operator has decided.
    minimum_age: Option<u8>,
    /// The host that translates messages, where there is one.
    translator: Option<String>,
    clock: Arc<dyn Clock>,
    /// How many members there were, and when that was.
    counted: Mutex<Option<(i64, i64)>>,
}

/// Anybody may ask, and members are counted as often as this.
const COUNTED_MS: i64 = 60_000;

pub(super) struct Picture {
    bytes: Bytes,
    content_type: &'static str,
}

pub(super) fn routes(
    config: &Config,
    picture: Option<Picture>,
    accounts: &Arc<Accounts>,
    cultures: &Arc<Cultures>,
    server_name: &str,
    translator: Option<String>,
    clock: Arc<dyn Clock>,
) -> Vec<Route> {
    let community = Arc::new(Community {
        accounts: accounts.clone(),
        cultures: cultures.clone(),
        server_name: server_name.to_owned(),
        name: config.community_name.clone(),
        description: config.community_description.clone(),
        picture,
        room: config.community_room.to_string(),
        registration: match config.registration {
            Choice::Open => "open",
            Choice::Token => "token",
            Choice::Closed => "closed",
        },
        minimum_age: config.minimum_age.0,
        translator,
        clock,
        counted: Mutex::default(),
    });
    let shown = community.clone();
    let about = move |call: Call| about(community.clone(), call);
    let picture = move |_| std::future::ready(shown.picture());
    vec![
        Route::new(Method::GET, "/_hearth/community", Access::Public, Rate::Reading, about),
        Route::new(Method::GET, PICTURE_PATH, Access::Public, Rate::Reading, picture),
    ]
}

/// GET /_hearth/community
///
/// In the languages that are asked for. What the operator has not said is left out.
async fn about(community: Arc<Community>, call: Call) -> Result<Reply> {
    let tag = community.cultures.negotiate(call.languages()).tag.clone();
    let text = |words: &str| (!words.is_empty()).then(|| words.to_owned());
    let mut said = json!({
        "server_name": community.server_name,
        "registration": community.registration,
        "members": community.members().await?,
    });
    for (field, value) in [
        ("name", text(community.name.of(&tag))),
        ("description", text(community.description.of(&tag))),
        ("picture", community.picture.as_ref().map(|_| PICTURE_PATH.to_owned())),
        ("room", text(&community.room)),
        ("translator", community.translator.clone()),
    ] {
        if let Some(value) = value {
            said[field] = Value::String(value);
        }
    }
    if let Some(age) = community.minimum_age {
        said["minimum_age"] = age.into();
    }
    Ok(json(&said))
}

impl Community {
    async fn members(&self) -> Result<i64> {
        let now_ms = self.clock.now_ms();
        let counted = *self.counted.lock();
        if let Some((members, _)) = counted.filter(|(_, at_ms)| now_ms - at_ms < COUNTED_MS) {
            return Ok(members);
        }
        let members = self.accounts.member_count().await?;
        *self.counted.lock() = Some((members, now_ms));
        Ok(members)
    }

    /// GET /_hearth/community/picture
    fn picture(&self) -> Result<Reply> {
        let picture = self.picture.as_ref().ok_or_else(|| Error::not_found("This community has no picture."))?;
        let mut reply = json_bytes(StatusCode::OK, picture.bytes.clone());
        let headers = reply.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(picture.content_type));
        protect(headers, header::CACHE_CONTROL, "public, max-age=3600");
        protect(headers, header::X_CONTENT_TYPE_OPTIONS, "nosniff");
        Ok(reply)
    }
}

impl Picture {
    pub(super) fn read(path: &Path) -> Result<Self> {
        let wrong = |why: &str| Error::invalid_param(format!("community_picture {}: {why}", path.display()));
        let bytes = fs::read(path).map_err(|error| wrong(&error.to_string()))?;
        if bytes.len() > limits::COMMUNITY_PICTURE_BYTES {
            return Err(wrong(&format!("it may have {} bytes at most", limits::COMMUNITY_PICTURE_BYTES)));
        }
        let content_type = match &bytes[..] {
            [0x89, b'P', b'N', b'G', ..] => "image/png",
            [0xff, 0xd8, 0xff, ..] => "image/jpeg",
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => "image/webp",
            _ => return Err(wrong("it must be a PNG, JPEG or WebP picture")),
        };
        Ok(Self { bytes: bytes.into(), content_type })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_one_that_browsers_show_and_not_too_large() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("picture");
        let read = |bytes: &[u8]| {
            fs::write(&path, bytes).unwrap();
            Picture::read(&path).map(|picture| picture.content_type)
        };
        assert_eq!(read(b"\x89PNG\r\n").unwrap(), "image/png");
        assert_eq!(read(b"\xff\xd8\xff\xe0").unwrap(), "image/jpeg");
        assert_eq!(read(b"RIFF\0\0\0\0WEBPVP8 ").unwrap(), "image/webp");
        for wrong in [&b"<svg/>"[..], b"", b"RIFF"] {
            assert!(read(wrong).unwrap_err().message.contains("PNG, JPEG or WebP"));
        }
        let large = [&b"\x89PNG"[..], &vec![0; limits::COMMUNITY_PICTURE_BYTES]].concat();
        assert!(read(&large).unwrap_err().message.contains("bytes at most"));
        assert!(Picture::read(&folder.path().join("nowhere")).is_err());
    }
}
