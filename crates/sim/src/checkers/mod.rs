//! What must hold of a community at every restart and at the end, each in a file of its own.

mod account_data;
mod acknowledged;
mod devices;
mod files;
mod kept;
mod memberships;
mod names;
mod order;
mod passwords;
mod receipts;
mod relations;
mod transactions;
mod truth;
mod typing;
mod views;

use std::sync::Arc;

use hearth_app::App;
use hearth_http::testing::Door;
use hearth_kernel::Result;

use self::truth::Truth;
use crate::{
    ledger::{self, Ledger},
    people::Person,
};

/// What the checkers look at.
struct Evidence<'a> {
    door: &'a Door,
    people: &'a [Arc<Person>],
    ledger: &'a Ledger,
    truth: &'a Truth,
}

/// What holds at any time, whatever is still under way. The server has just been opened, nobody acts.
pub(crate) async fn at_restart(app: &App, people: &[Arc<Person>], ledger: &ledger::Shared) -> Result<Vec<String>> {
    check(app, people, ledger, false).await
}

/// The same, and what holds once everything is acknowledged and told.
pub(crate) async fn at_the_end(app: &App, people: &[Arc<Person>], ledger: &ledger::Shared) -> Result<Vec<String>> {
    check(app, people, ledger, true).await
}

async fn check(app: &App, people: &[Arc<Person>], ledger: &ledger::Shared, is_settled: bool) -> Result<Vec<String>> {
    let found = hearth_matrix::rooms::check(&app.store).await?;
    let mut faults = found.faults;
    let door = Door::new(app.router.clone());
    let (truth, unreadable) = Truth::ask(&door, people).await;
    faults.extend(unreadable);
    let stored = found.checked.iter().find(|(what, _)| *what == "events").map_or(0, |(_, count)| *count);
    let seen: usize = truth.rooms.values().map(Vec::len).sum();
    if usize::try_from(stored) != Ok(seen) {
        faults.push(format!("{stored} events are stored, but the rooms' makers see {seen}"));
    }
    let book = Book::take_out(ledger);
    let evidence = Evidence { door: &door, people, ledger: &book.ledger, truth: &truth };
    faults.extend(acknowledged::check(&evidence));
    faults.extend(transactions::check(&evidence));
    faults.extend(views::check(&evidence, is_settled));
    faults.extend(order::check(&evidence));
    faults.extend(receipts::check(&evidence, is_settled));
    faults.extend(devices::check(&evidence));
    faults.extend(devices::check_signing(&evidence).await);
    faults.extend(relations::check(&evidence));
    faults.extend(files::check(&evidence).await);
    faults.extend(kept::check(&evidence).await);
    faults.extend(passwords::check(&evidence).await);
    faults.extend(passwords::check_vouchers(&evidence).await);
    if is_settled {
        faults.extend(memberships::check(&evidence));
        faults.extend(typing::check(&evidence));
        faults.extend(account_data::check(&evidence).await);
        faults.extend(names::check(&evidence).await);
        faults.extend(devices::check_settled(&evidence).await);
        faults.extend(relations::check_settled(&evidence).await);
    }
    Ok(faults)
}

/// The ledger, taken out while it is looked into: whoever checks by the front door asks, and asking must not wait for this. It is
/// put back where a cut ends the looking, too.
struct Book<'a> {
    shelf: &'a ledger::Shared,
    ledger: Ledger,
}

impl<'a> Book<'a> {
    fn take_out(shelf: &'a ledger::Shared) -> Self {
        Self { shelf, ledger: std::mem::take(&mut *shelf.lock()) }
    }
}

impl Drop for Book<'_> {
    fn drop(&mut self) {
        *self.shelf.lock() = std::mem::take(&mut self.ledger);
    }
}
