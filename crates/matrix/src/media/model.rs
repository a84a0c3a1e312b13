//! Plain data and pure rules: what a file is called, how it is shown, which part of it is asked for.

use std::{ops::Range, path::PathBuf};

use hearth_kernel::{Error, Kind, limits};
use ruma::http_headers::{ContentDisposition, ContentDispositionType};

/// How this module is set up.
#[derive(Clone)]
pub struct Settings {
    /// Where files are kept.
    pub folder: PathBuf,
    /// One file, in bytes.
    pub upload_bytes: u64,
    /// All files of one member, in bytes.
    pub quota_bytes: u64,
    pub unauthenticated: Unauthenticated,
}

/// What the old paths, which ask for no token, give out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unauthenticated {
    /// What was uploaded while they were open, and nothing that is uploaded now.
    Frozen,
    /// Also what is uploaded now.
    Open,
}

/// The length of a media id and of a file's name, in letters: as good as unguessable.
pub(super) const NAME_LETTERS: usize = 24;
/// What a caller is told to wait when too many upload or wait for thumbnails, in milliseconds.
pub(super) const RETRY_MS: u64 = 1_000;

/// A stored file.
#[derive(Clone, Debug)]
pub(super) struct File {
    pub(super) media_id: String,
    pub(super) blob: String,
    pub(super) content_type: String,
    pub(super) filename: Option<String>,
    pub(super) bytes: u64,
    pub(super) is_public: bool,
}

/// What a client says of a file that it uploads.
pub(super) struct Description {
    pub(super) content_type: String,
    pub(super) filename: Option<String>,
}

impl Description {
    pub(super) fn new(content_type: Option<&str>, filename: Option<&str>) -> Self {
        Self { content_type: content_type_of(content_type), filename: filename.and_then(filename_of) }
    }

    /// What kind of thing it is, for facts.
    pub(super) fn kind(&self) -> &'static str {
        match self.content_type.split('/').next() {
            Some("image") => "image",
            Some("video") => "video",
            Some("audio") => "audio",
            Some("text") => "text",
            _ => "other",
        }
    }
}

const UNKNOWN_TYPE: &str = "application/octet-stream";
const CONTENT_TYPE_BYTES: usize = 255;

/// A declared type, if it is one.
fn content_type_of(declared: Option<&str>) -> String {
    let is_token = |text: &str| {
        let is_sign = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$&-^_.+".contains(&byte);
        !text.is_empty() && text.bytes().all(is_sign)
    };
    let is_type = |text: &&str| {
        let essence = text.split(';').next().unwrap_or_default().trim();
        let is_whole = essence.split_once('/').is_some_and(|(main, sub)| is_token(main) && is_token(sub));
        is_whole && text.len() <= CONTENT_TYPE_BYTES && text.bytes().all(|byte| (b' '..=b'~').contains(&byte))
    };
    declared.map(str::trim).filter(is_type).unwrap_or(UNKNOWN_TYPE).to_owned()
}

/// The last part of a name without what no name should hold, cut to its bound.
pub(super) fn filename_of(given: &str) -> Option<String> {
    let last = given.rsplit(['/', '\\']).next().unwrap_or_default();
    // Signs that turn the direction of writing disguise what a name ends with.
    let is_disguise = |letter: char| matches!(letter, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let mut name: String =
        last.chars().filter(|letter| !letter.is_control() && !is_disguise(*letter)).collect::<String>().trim().into();
    while name.len() > limits::FILENAME_BYTES {
        name.pop();
    }
    (!name.is_empty()).then_some(name)
}

/// What a browser may open in place (protocol).
const INLINE: [&str; 26] = [
    "text/css",
    "text/plain",
    "text/csv",
    "application/json",
    "application/ld+json",
    "image/jpeg",
    "image/gif",
    "image/png",
    "image/apng",
    "image/webp",
    "image/avif",
    "video/mp4",
    "video/webm",
    "video/ogg",
    "video/quicktime",
    "audio/mp4",
    "audio/webm",
    "audio/aac",
    "audio/mpeg",
    "audio/ogg",
    "audio/wave",
    "audio/wav",
    "audio/x-wav",
    "audio/x-pn-wav",
    "audio/flac",
    "audio/x-flac",
];

/// Whether it is opened or saved, and under which name (RFC 6266).
pub(super) fn disposition(content_type: &str, filename: Option<&str>) -> String {
    let essence = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let kind = match INLINE.contains(&essence.as_str()) {
        true => ContentDispositionType::Inline,
        false => ContentDispositionType::Attachment,
    };
    ContentDisposition::new(kind).with_filename(filename.map(str::to_owned)).to_string()
}

/// Which bytes of a file are asked for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    Whole,
    Part(Range<u64>),
    /// None that the file has.
    Nothing,
}

/// A `Range` header (RFC 9110, section 14.2). What is not understood, several ranges too, is as if it were not there.
pub(super) fn wanted(range: Option<&str>, size: u64) -> Wanted {
    let Some((unit, range)) = range.and_then(|range| range.split_once('=')) else { return Wanted::Whole };
    let Some((from, to)) = range.trim().split_once('-').filter(|_| unit.trim().eq_ignore_ascii_case("bytes")) else {
        return Wanted::Whole;
    };
    let number = |text: &str| {
        let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| text.parse::<u64>().unwrap_or(u64::MAX))
    };
    let part = match (from, to, number(from), number(to)) {
        ("", _, None, Some(last)) => size.saturating_sub(last)..size,
        (_, "", Some(from), None) => from..size,
        (_, _, Some(from), Some(to)) if from <= to => from..to.saturating_add(1).min(size),
        _ => return Wanted::Whole,
    };
    if part.start < part.end { Wanted::Part(part) } else { Wanted::Nothing }
}

pub(super) fn nothing_there() -> Error {
    Error::not_found("There is no such file.")
}

pub(super) fn too_large(most: u64) -> Error {
    Error::too_large(format!("The file is larger than this server takes: {most} bytes at most."))
}

pub(super) fn quota_full() -> Error {
    Error::forbidden("Your files take all the room that this server gives to one member.")
}

pub(super) fn taken() -> Error {
    Error::new(Kind::Conflict, "M_CANNOT_OVERWRITE_MEDIA", "This media id has its file already.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_is_one_part_or_as_if_it_were_not_there() {
        for (range, expected) in [
            ("bytes=0-3", Wanted::Part(0..4)),
            ("bytes=2-", Wanted::Part(2..10)),
            ("bytes=-3", Wanted::Part(7..10)),
            ("bytes=-99", Wanted::Part(0..10)),
            ("Bytes = 9-99", Wanted::Part(9..10)),
            ("bytes=0-99999999999999999999999", Wanted::Part(0..10)),
            ("bytes=10-", Wanted::Nothing),
            ("bytes=99999999999999999999999-", Wanted::Nothing),
            ("bytes=-0", Wanted::Nothing),
            ("bytes=3-2", Wanted::Whole),
            ("bytes=-", Wanted::Whole),
            ("bytes=+1-2", Wanted::Whole),
            ("bytes=a-b", Wanted::Whole),
            ("bytes=0-1,4-5", Wanted::Whole),
            ("letters=0-1", Wanted::Whole),
            ("", Wanted::Whole),
        ] {
            assert_eq!(wanted(Some(range), 10), expected, "{range}");
        }
        assert_eq!(wanted(None, 10), Wanted::Whole);
        assert_eq!(wanted(Some("bytes=0-"), 0), Wanted::Nothing);
    }

    #[test]
    fn a_name_keeps_what_a_name_may_hold() {
        let long = "ü".repeat(200);
        for (given, expected) in [
            ("cat.png", Some("cat.png")),
            ("../../etc/passwd", Some("passwd")),
            ("C:\\temp\\猫.png", Some("猫.png")),
            ("a\0b\r\nc", Some("abc")),
            ("gepj.\u{202E}exe", Some("gepj.exe")),
            ("  ", None),
            ("x/", None),
            (&long, Some(&long[..limits::FILENAME_BYTES - 1])),
        ] {
            assert_eq!(filename_of(given).as_deref(), expected, "{given:?}");
        }
    }

    #[test]
    fn what_is_no_type_is_unknown() {
        for given in ["image/png", "text/plain; charset=utf-8", "application/vnd.x+json"] {
            assert_eq!(content_type_of(Some(given)), given);
        }
        for given in ["", "image", "image/", "/png", "a b/c", "image/png\r\nx: y", "text/ü", &"a/".repeat(200)] {
            assert_eq!(content_type_of(Some(given)), UNKNOWN_TYPE, "{given}");
        }
        assert_eq!(content_type_of(None), UNKNOWN_TYPE);
    }

    #[test]
    fn only_what_is_listed_opens_in_place() {
        assert_eq!(disposition("image/PNG", Some("a b.png")), "inline; filename=\"a b.png\"");
        assert_eq!(disposition("text/plain; charset=utf-8", None), "inline");
        assert_eq!(disposition("image/svg+xml", Some("x.svg")), "attachment; filename=x.svg");
        assert_eq!(disposition("text/html", Some("猫\".html")), "attachment; filename*=utf-8''%E7%8C%AB%22.html");
    }
}
