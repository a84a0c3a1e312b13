//! The web app: one page for people, its hashed files, and what it has to know before somebody signs in.
//!
//! The app is built by `web/` and embedded by `build.rs`; a server built without it says so in a sentence.
//! The page's policy allows nothing from elsewhere: no script or style that is written into the page, no
//! `eval` but that of WebAssembly, no frame around it.

mod community;
mod site;

use std::{path::Path, sync::Arc};

use hearth_http::{Access, Call, Module, Rate, Reply, Route, json_bytes, languages};
use hearth_i18n::Cultures;
use hearth_kernel::{Clock, Error, Result};
use hearth_matrix::accounts::Accounts;
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};

use crate::config::Config;
use community::Picture;
use site::Site;

const STRINGS: &[&str] = &["web-absent"];

/// Every path that the page answers at, and so every link into the app that can be shared or loaded anew.
const PAGES: &str = include_str!("../../../../web/pages.json");

/// The files that the app was built with.
const EMBEDDED: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/web.rs"));

const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                      img-src 'self' blob: data:; media-src 'self' blob:; font-src 'self'; connect-src 'self'; \
                      manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; \
                      frame-ancestors 'none'";

/// The worker fetches what it keeps, and that is all.
const WORKER_POLICY: &str = "default-src 'none'; connect-src 'self'";

const PERMISSIONS: &str =
    "camera=(self), microphone=(self), display-capture=(self), geolocation=(), payment=(), usb=()";

struct Web {
    site: Site,
    cultures: Arc<Cultures>,
}

/// The routes of the app in the configured folder, or of the one that is built in where none is named.
pub(crate) fn module(
    config: &Config,
    named: Named,
    accounts: &Arc<Accounts>,
    cultures: &Arc<Cultures>,
    server_name: &str,
    translator: Option<String>,
    clock: Arc<dyn Clock>,
) -> Module {
    let Named { site, picture } = named;
    let web = Arc::new(Web { site, cultures: cultures.clone() });
    let paths: Vec<String> = serde_json::from_str(PAGES).expect("web/pages.json lists paths");
    let mut routes: Vec<Route> = paths.iter().map(|path| route(&web, path, page)).collect();
    routes.extend(Site::LOOSE.map(|path| route(&web, path, file)));
    routes.push(route(&web, "/assets/{file}", file));
    routes.extend(community::routes(config, picture, accounts, cultures, server_name, translator, clock));
    Module { name: "web", routes, strings: STRINGS, ..Module::default() }
}

/// The files that the configuration names: the app in its folder, or the one that is built in, and the community's picture.
pub(crate) struct Named {
    site: Site,
    picture: Option<Picture>,
}

impl Named {
    pub(crate) fn read(config: &Config) -> Result<Self> {
        let site = match config.web_dir.as_str() {
            "" => Site::embedded(EMBEDDED),
            folder => Site::open(Path::new(folder))?,
        };
        let picture = match config.community_picture.as_str() {
            "" => None,
            path => Some(Picture::read(Path::new(path))?),
        };
        Ok(Self { site, picture })
    }
}

fn route(web: &Arc<Web>, path: &str, answer: fn(&Web, &Call) -> Result<Reply>) -> Route {
    let web = web.clone();
    Route::new(Method::GET, path, Access::Public, Rate::Free, move |call| std::future::ready(answer(&web, &call)))
}

/// GET / and every path of `PAGES`
fn page(web: &Web, call: &Call) -> Result<Reply> {
    let mut reply = match web.site.file(Site::PAGE) {
        Some(page) => page.reply(&call.headers),
        None => absent(web, &call.headers),
    };
    let headers = reply.headers_mut();
    protect(headers, header::CONTENT_SECURITY_POLICY, POLICY);
    protect(headers, HeaderName::from_static("permissions-policy"), PERMISSIONS);
    protect(headers, HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    protect(headers, header::X_FRAME_OPTIONS, "DENY");
    protect(headers, header::REFERRER_POLICY, "no-referrer");
    protect(headers, header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    // Asked about each time, so that a new version is seen at once.
    protect(headers, header::CACHE_CONTROL, "no-cache");
    Ok(reply)
}

/// GET /assets/{file} and the few files that have a fixed name
fn file(web: &Web, call: &Call) -> Result<Reply> {
    let path = call.uri.path().trim_start_matches('/');
    let file = web.site.file(path).ok_or_else(|| Error::not_found("There is no such file."))?;
    let mut reply = file.reply(&call.headers);
    let headers = reply.headers_mut();
    // A file's name has a hash of what is in it, so a name never means anything else.
    let lives = if path.starts_with("assets/") { "public, max-age=31536000, immutable" } else { "no-cache" };
    protect(headers, header::CACHE_CONTROL, lives);
    protect(headers, header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    protect(headers, HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    if call.uri.path() == Site::WORKER {
        protect(headers, header::CONTENT_SECURITY_POLICY, WORKER_POLICY);
    }
    Ok(reply)
}

/// What a person reads where no app was built in.
fn absent(web: &Web, headers: &HeaderMap) -> Reply {
    let culture = web.cultures.negotiate(languages(headers));
    let mut reply = json_bytes(StatusCode::OK, web.cultures.text(&culture.tag, "web-absent", &[]) + "\n");
    protect(reply.headers_mut(), header::CONTENT_TYPE, "text/plain; charset=utf-8");
    reply
}

fn protect(headers: &mut HeaderMap, name: HeaderName, value: &'static str) {
    headers.insert(name, HeaderValue::from_static(value));
}
