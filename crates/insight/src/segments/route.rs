//! What an administrator says and sees of segments.
//!
//! - GET /_hearth/admin/insight/segments
//! - GET, PUT, DELETE /_hearth/admin/insight/segments/{name}
//! - GET /_hearth/admin/insight/segments/{name}/diff
//! - GET /_hearth/admin/insight/segments/{name}/members

use std::sync::Arc;

use hearth_http::{Access, Call, Rate, Reply, Route, json, object};
use hearth_kernel::{Error, Result, limits};
use http::Method;
use serde::Deserialize;

use super::{Segments, view::least};
use crate::signals::Workspace;

const MEMBERS_DEFAULT: usize = 50;

pub(super) fn routes(segments: &Arc<Segments>) -> Vec<Route> {
    let one = "/_hearth/admin/insight/segments/{name}";
    let (access, reading, writing) = (Access::Administrator, Rate::Reading, Rate::Writing);
    vec![
        Route::of(segments, Method::GET, "/_hearth/admin/insight/segments", access, reading, list),
        Route::of(segments, Method::GET, one, access, reading, show),
        Route::of(segments, Method::PUT, one, access, writing, put),
        Route::of(segments, Method::DELETE, one, access, writing, remove),
        Route::of(segments, Method::GET, format!("{one}/diff"), access, reading, diff),
        Route::of(segments, Method::GET, format!("{one}/members"), access, reading, members),
    ]
}

/// GET /_hearth/admin/insight/segments
///
/// All of `workspace`, saved or always there, with how many members each meant when the last day was over; numbers under
/// `least` are withheld.
async fn list(segments: Arc<Segments>, call: Call) -> Result<Reply> {
    Ok(json(&segments.list(&Workspace::asked(&call, &["least"])?, bound(&call)?, call.languages()).await?))
}

/// GET /_hearth/admin/insight/segments/{name}
async fn show(segments: Arc<Segments>, call: Call) -> Result<Reply> {
    Ok(json(&segments.show(&Workspace::asked(&call, &["least"])?, &call.path[0], bound(&call)?).await?))
}

#[derive(Deserialize)]
struct Meaning {
    rule: String,
}

/// PUT /_hearth/admin/insight/segments/{name}
///
/// A new segment, or a new version. What is wrong with the `rule` is told by line and column, in `faults`.
async fn put(segments: Arc<Segments>, call: Call) -> Result<Reply> {
    let Meaning { rule } = object(&call.body).map_err(|error| match error.code {
        "M_BAD_JSON" => Error::bad_json("write {\"rule\": \"…\"}"),
        _ => error,
    })?;
    Ok(json(&segments.put(&Workspace::asked(&call, &[])?, &call.path[0], &rule).await?))
}

/// DELETE /_hearth/admin/insight/segments/{name}
///
/// It is archived, and comes back with its next version; with `for_good` nothing is kept.
async fn remove(segments: Arc<Segments>, call: Call) -> Result<Reply> {
    let is_for_good = match call.query("for_good").as_deref() {
        None | Some("false") => false,
        Some("" | "true") => true,
        Some(other) => {
            return Err(Error::invalid_param(format!("`for_good` is true or false, and not `{other}`")));
        }
    };
    Ok(json(&segments.remove(&Workspace::asked(&call, &["for_good"])?, &call.path[0], is_for_good).await?))
}

/// GET /_hearth/admin/insight/segments/{name}/diff
///
/// What changed from version `from` to version `to`, in the text and in how many members they mean.
async fn diff(segments: Arc<Segments>, call: Call) -> Result<Reply> {
    let version = |name: &str| {
        let wrong = |_| Error::invalid_param(format!("`{name}` is the number of a version"));
        call.query(name).map(|text| text.parse().map_err(wrong)).transpose()
    };
    let between = (version("from")?, version("to")?);
    Ok(json(
        &segments
            .diff(&Workspace::asked(&call, &["from", "to", "least"])?, &call.path[0], between, bound(&call)?)
            .await?,
    ))
}

/// GET /_hearth/admin/insight/segments/{name}/members
///
/// `most` of them by their names, behind `from`, which is the `next` of the page before.
async fn members(segments: Arc<Segments>, call: Call) -> Result<Reply> {
    let most = call.count("most", MEMBERS_DEFAULT, limits::SEGMENT_PAGE)?;
    let from = call.query("from").unwrap_or_default();
    Ok(json(
        &segments
            .members(&Workspace::asked(&call, &["most", "from", "least"])?, &call.path[0], (&from, most), bound(&call)?)
            .await?,
    ))
}

fn bound(call: &Call) -> Result<u64> {
    least(call.query("least").as_deref())
}
