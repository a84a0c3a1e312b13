//! The ways into rooms, by the protocol's endpoints.

mod create;
mod directory;
mod forget;
mod initial;
mod knock;
mod membership;
mod read;
mod receipt;
mod relations;
mod report;
mod send;
mod state;
mod summary;
mod upgrade;

use std::sync::Arc;

use hearth_http::Route;

use super::Rooms;

pub(crate) fn routes(rooms: &Arc<Rooms>) -> Vec<Route> {
    [
        create::routes(rooms),
        membership::routes(rooms),
        knock::routes(rooms),
        directory::routes(rooms),
        summary::routes(rooms),
        upgrade::routes(rooms),
        initial::routes(rooms),
        forget::routes(rooms),
        send::routes(rooms),
        state::routes(rooms),
        read::routes(rooms),
        receipt::routes(rooms),
        relations::routes(rooms),
        report::routes(rooms),
    ]
    .concat()
}
