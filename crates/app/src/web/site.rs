//! The files of the built app, in the encodings that they were compressed to when it was built.

use std::{
    collections::BTreeMap,
    fs,
    io::Read,
    path::{Path, PathBuf},
    sync::OnceLock,
};

use bytes::Bytes;
use flate2::read::GzDecoder;
use hearth_http::{Reply, json_bytes};
use hearth_kernel::{Error, Result};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use sha2::{Digest, Sha256};

/// The app's files by their path.
#[derive(Default)]
pub(super) struct Site {
    files: BTreeMap<String, File>,
}

/// One file. Text is kept compressed only; it is unpacked once, when somebody asks who cannot read that.
#[derive(Default)]
pub(super) struct File {
    plain: Option<Bytes>,
    gzip: Option<Bytes>,
    brotli: Option<Bytes>,
    unpacked: OnceLock<Bytes>,
    content_type: &'static str,
    tag: String,
}

impl Site {
    /// The only page.
    pub(super) const PAGE: &str = "member.html";

    /// Files that are asked for by a fixed name.
    pub(super) const LOOSE: [&str; 6] =
        ["/icon.svg", "/icon-192.png", "/icon-512.png", "/icon-maskable.png", "/manifest.webmanifest", Self::WORKER];

    /// What keeps the app in the browser. Where it stands says what it may answer for.
    pub(super) const WORKER: &str = "/worker.js";

    pub(super) fn embedded(files: &'static [(&'static str, &'static [u8])]) -> Self {
        let mut site = Self::default();
        for (path, bytes) in files {
            site.add(path, Bytes::from_static(bytes));
        }
        site.tag()
    }

    /// The app in a folder, read once.
    pub(super) fn open(folder: &Path) -> Result<Self> {
        let mut site = Self::default();
        for part in ["", "assets/"] {
            for path in entries(&folder.join(part))? {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                let bytes = fs::read(&path).map_err(|error| unread(&path, &error))?;
                site.add(&format!("{part}{name}"), Bytes::from(bytes));
            }
        }
        Ok(site.tag())
    }

    pub(super) fn file(&self, path: &str) -> Option<&File> {
        self.files.get(path)
    }

    fn add(&mut self, path: &str, bytes: Bytes) {
        let (name, encoding) = match path.rsplit_once('.') {
            Some((name, "gz")) => (name, "gzip"),
            Some((name, "br")) => (name, "br"),
            _ => (path, ""),
        };
        let file = self.files.entry(name.to_owned()).or_default();
        file.content_type = content_type(name);
        match encoding {
            "gzip" => file.gzip = Some(bytes),
            "br" => file.brotli = Some(bytes),
            _ => file.plain = Some(bytes),
        }
    }

    /// Gives each file the tag by which a browser asks whether what it has is still true.
    fn tag(mut self) -> Self {
        for file in self.files.values_mut() {
            let bytes = file.gzip.as_deref().or(file.plain.as_deref()).unwrap_or_default();
            let digest: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
            file.tag = format!("\"{digest}\"");
            if file.gzip.is_some() {
                file.plain = None;
            }
        }
        self
    }
}

impl File {
    pub(super) fn reply(&self, asked: &HeaderMap) -> Reply {
        let text = |name| asked.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let has = text(header::IF_NONE_MATCH).split(',').any(|tag| tag.trim().trim_start_matches("W/") == self.tag);
        let accepts = text(header::ACCEPT_ENCODING);
        let (bytes, encoding) = if has { (Bytes::new(), None) } else { self.encoded(accepts) };
        let status = if has { StatusCode::NOT_MODIFIED } else { StatusCode::OK };
        let mut reply = json_bytes(status, bytes);
        let headers = reply.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(self.content_type));
        headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
        if let Some(encoding) = encoding {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
        }
        if let Ok(tag) = HeaderValue::from_str(&self.tag) {
            headers.insert(header::ETAG, tag);
        }
        reply
    }

    /// The smallest form that a browser reads.
    fn encoded(&self, accepts: &str) -> (Bytes, Option<&'static str>) {
        match (&self.brotli, &self.gzip, &self.plain) {
            (Some(bytes), ..) if takes(accepts, "br") => (bytes.clone(), Some("br")),
            (_, Some(bytes), _) if takes(accepts, "gzip") => (bytes.clone(), Some("gzip")),
            (_, Some(bytes), _) => {
                let unpack = || {
                    let mut plain = Vec::new();
                    // The bytes are our own build's; what could not be unpacked would be sent cut off.
                    GzDecoder::new(&**bytes).read_to_end(&mut plain).ok();
                    plain.into()
                };
                (self.unpacked.get_or_init(unpack).clone(), None)
            }
            (_, None, plain) => (plain.clone().unwrap_or_default(), None),
        }
    }
}

/// Whether `Accept-Encoding` names an encoding without refusing it.
fn takes(accepts: &str, encoding: &str) -> bool {
    accepts.split(',').any(|part| {
        let (name, weight) = part.split_once(';').unwrap_or((part, ""));
        name.trim().eq_ignore_ascii_case(encoding) && weight.trim().trim_start_matches("q=").parse() != Ok(0.0)
    })
}

fn content_type(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "woff2" => "font/woff2",
        "webmanifest" => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).map_err(|error| unread(folder, &error))?;
    Ok(entries.flatten().map(|entry| entry.path()).filter(|path| path.is_file()).collect())
}

fn unread(path: &Path, error: &std::io::Error) -> Error {
    Error::invalid_param(format!(
        "The web app cannot be read from {}: {error}. Name the folder that `npm run build` wrote, or leave web_dir empty.",
        path.display()
    ))
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::{Compression, write::GzEncoder};

    use super::*;

    fn packed(text: &str) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(text.as_bytes()).unwrap();
        encoder.finish().unwrap()
    }

    fn site() -> (tempfile::TempDir, Site) {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("assets")).unwrap();
        for (name, bytes) in [
            ("member.html", b"<p>".to_vec()),
            ("assets/a.js", b"let a".to_vec()),
            ("assets/a.js.gz", packed("let a")),
            ("assets/a.js.br", b"small".to_vec()),
        ] {
            fs::write(folder.path().join(name), bytes).unwrap();
        }
        let site = Site::open(folder.path()).unwrap();
        (folder, site)
    }

    #[test]
    fn what_is_unpacked_is_unpacked_once() {
        let (_folder, site) = site();
        let file = site.file("assets/a.js").unwrap();
        let [one, other] = [(); 2].map(|()| file.encoded("identity"));
        assert_eq!((&*one.0, one.1), (&b"let a"[..], None));
        assert_eq!(one.0.as_ptr(), other.0.as_ptr());
    }

    fn asked(name: header::HeaderName, value: &str) -> HeaderMap {
        HeaderMap::from_iter([(name, HeaderValue::from_str(value).unwrap())])
    }

    #[test]
    fn a_browser_gets_the_smallest_form_that_it_reads() {
        let (_folder, site) = site();
        let file = site.file("assets/a.js").unwrap();
        for (accepts, encoding, bytes) in [
            ("gzip, br", Some("br"), b"small".to_vec()),
            ("gzip, br;q=0", Some("gzip"), packed("let a")),
            ("", None, b"let a".to_vec()),
        ] {
            let (sent, encoded) = file.encoded(accepts);
            assert_eq!((sent.to_vec(), encoded), (bytes, encoding), "{accepts}");
        }
        assert_eq!(site.file(Site::PAGE).unwrap().encoded("br").0, "<p>");
        assert!(site.file("assets/b.js").is_none());
    }

    #[test]
    fn what_a_browser_has_is_not_sent_again() {
        let (_folder, site) = site();
        let file = site.file("assets/a.js").unwrap();
        let fresh = file.reply(&HeaderMap::new());
        let tag = fresh.headers()[header::ETAG].to_str().unwrap();
        assert_eq!(file.reply(&asked(header::IF_NONE_MATCH, &format!("\"x\", W/{tag}"))).status(), 304);
        assert_eq!(file.reply(&asked(header::IF_NONE_MATCH, "\"x\"")).status(), 200);
    }

    #[test]
    fn a_folder_that_is_not_there_is_named() {
        let error = Site::open(Path::new("nowhere")).err().unwrap();
        assert!(error.message.contains("cannot be read from nowhere"), "{}", error.message);
    }
}
