//! What an administrator sees of the engine.
//!
//! - GET /_hearth/admin/scores
//! - GET /_hearth/admin/scores/members
//! - GET /_hearth/admin/scores/members/{member}

use std::{future::Future, sync::Arc};

use hearth_http::{Access, Call, Rate, Reply, Route, json};
use hearth_kernel::{Error, Result, limits};
use http::Method;

use super::{Scores, view::Page};
use crate::{calendar::Calendar, signals::Workspace};

pub(super) fn routes(scores: &Arc<Scores>) -> Vec<Route> {
    vec![
        at(scores, "/_hearth/admin/scores", overview),
        at(scores, "/_hearth/admin/scores/members", members),
        at(scores, "/_hearth/admin/scores/members/{member}", member),
    ]
}

fn at<F, Fut>(scores: &Arc<Scores>, path: &str, handler: F) -> Route
where
    F: Fn(Arc<Scores>, Call) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Result<Reply>> + Send + 'static,
{
    let scores = scores.clone();
    Route::new(Method::GET, path, Access::Administrator, Rate::Reading, move |call| handler(scores.clone(), call))
}

/// GET /_hearth/admin/scores
///
/// How the engine stands in `workspace` (this server if it is left out): the last run, the models, drift and how chances
/// came out.
async fn overview(scores: Arc<Scores>, call: Call) -> Result<Reply> {
    let tag = scores.tag(call.languages());
    Ok(json(&scores.overview(&workspace(&call)?, &tag).await?))
}

/// GET /_hearth/admin/scores/members
///
/// The likeliest to leave, with their reasons. With `as_of`, what would have been said at that moment: a day, a time, or
/// seconds since 1970. `most` of them, from `from` on, as `next` said.
async fn members(scores: Arc<Scores>, call: Call) -> Result<Reply> {
    let workspace = workspace(&call)?;
    let as_of = call.query("as_of").map(|text| Calendar::of("UTC")?.parse(&text)).transpose()?;
    let page = page(&call)?;
    let tag = scores.tag(call.languages());
    let run = scores.look(&workspace, as_of, false).await?;
    Ok(json(&scores.members(&workspace, run, page, &tag).await?))
}

/// GET /_hearth/admin/scores/members/{member}
async fn member(scores: Arc<Scores>, call: Call) -> Result<Reply> {
    let tag = scores.tag(call.languages());
    Ok(json(&scores.member(&workspace(&call)?, &call.path[0], &tag).await?))
}

fn workspace(call: &Call) -> Result<Workspace> {
    call.query("workspace").map_or_else(|| Ok(Workspace::home()), |name| Workspace::parse(&name))
}

const MEMBERS_DEFAULT: usize = 50;

fn page(call: &Call) -> Result<Page> {
    let most = match call.query("most") {
        None => MEMBERS_DEFAULT,
        Some(text) => {
            let most = limits::SCORES_A_PAGE;
            let wrong = || Error::invalid_param(format!("`most` is a number from 1 to {most}."));
            text.parse().ok().filter(|count| (1..=most).contains(count)).ok_or_else(wrong)?
        }
    };
    let from = call.query("from").map(|from| {
        let (p_ppm, member) = from.split_once(':')?;
        Some((p_ppm.parse().ok()?, member.to_owned()))
    });
    let wrong = || Error::invalid_param("`from` is the `next` of the answer before.");
    let from = from.map(|from| from.ok_or_else(wrong)).transpose()?;
    Ok(Page { from, most })
}
