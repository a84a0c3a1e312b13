//! What an administrator sees of the engine.
//!
//! - GET /_hearth/admin/scores
//! - GET /_hearth/admin/scores/members
//! - GET /_hearth/admin/scores/members/{member}

use std::sync::Arc;

use hearth_http::{Access, Call, Rate, Reply, Route, json};
use hearth_kernel::{Error, Result, limits};
use http::Method;

use super::{Scores, view::Page};
use crate::{calendar::Calendar, signals::Workspace};

pub(super) fn routes(scores: &Arc<Scores>) -> Vec<Route> {
    let (access, rate) = (Access::Administrator, Rate::Reading);
    vec![
        Route::of(scores, Method::GET, "/_hearth/admin/scores", access, rate, overview),
        Route::of(scores, Method::GET, "/_hearth/admin/scores/members", access, rate, members),
        Route::of(scores, Method::GET, "/_hearth/admin/scores/members/{member}", access, rate, member),
    ]
}

/// GET /_hearth/admin/scores
///
/// How the engine stands in `workspace` (this server if it is left out): the last run, the models, drift and how chances
/// came out.
async fn overview(scores: Arc<Scores>, call: Call) -> Result<Reply> {
    let tag = scores.tag(call.languages());
    Ok(json(&scores.overview(&Workspace::asked(&call, &[])?, &tag).await?))
}

/// GET /_hearth/admin/scores/members
///
/// The likeliest to leave, with their reasons. With `as_of`, what would have been said at that moment: a day, a time, or
/// seconds since 1970. `most` of them, from `from` on, as `next` said.
async fn members(scores: Arc<Scores>, call: Call) -> Result<Reply> {
    let workspace = Workspace::asked(&call, &["as_of", "most", "from"])?;
    let as_of = call.query("as_of").map(|text| Calendar::of("UTC")?.parse(&text)).transpose()?;
    let page = page(&call)?;
    let tag = scores.tag(call.languages());
    let run = scores.look(&workspace, as_of, false).await?;
    Ok(json(&scores.members(&workspace, run, page, &tag).await?))
}

/// GET /_hearth/admin/scores/members/{member}
async fn member(scores: Arc<Scores>, call: Call) -> Result<Reply> {
    let tag = scores.tag(call.languages());
    Ok(json(&scores.member(&Workspace::asked(&call, &[])?, &call.path[0], &tag).await?))
}

const MEMBERS_DEFAULT: usize = 50;

fn page(call: &Call) -> Result<Page> {
    let most = call.count("most", MEMBERS_DEFAULT, limits::SCORES_A_PAGE)?;
    let from = call.query("from").map(|from| {
        let (p_ppm, member) = from.split_once(':')?;
        Some((p_ppm.parse().ok()?, member.to_owned()))
    });
    let wrong = || Error::invalid_param("`from` is the `next` of the answer before.");
    let from = from.map(|from| from.ok_or_else(wrong)).transpose()?;
    Ok(Page { from, most })
}
