//! Somebody who does one thing after another beside those who talk and listen, until the round ends.

use std::{future::Future, time::Duration};

use tokio::{
    sync::watch,
    task::{JoinHandle, spawn},
};

use super::{PAUSE, community::Progress, talker::Outcome};

pub(crate) trait Actor: Send + Sized + 'static {
    /// After each thing that was done.
    const REST: Duration = Duration::ZERO;

    fn go_on(&mut self) -> impl Future<Output = Outcome> + Send;

    /// What had no answer is asked for again.
    fn settle(&mut self) -> impl Future<Output = ()> + Send {
        async {
            let settled = matches!(self.go_on().await, Outcome::Acknowledged);
            assert!(settled, "nothing is refused to who asks again");
        }
    }
}

/// Sends off who is at rest.
pub(crate) fn set_off<A: Actor>(
    actor: &mut Option<A>,
    stop: &watch::Sender<bool>,
    progress: &watch::Sender<Progress>,
) -> JoinHandle<A> {
    let (mut actor, stop, progress) = (actor.take().expect("they are at rest"), stop.subscribe(), progress.clone());
    spawn(async move {
        while !*stop.borrow() {
            let rest = match actor.go_on().await {
                Outcome::Acknowledged => A::REST,
                Outcome::Lost | Outcome::Unreached => PAUSE,
                Outcome::Refused(answer) => {
                    progress.send_modify(|progress| progress.refused.push(answer));
                    PAUSE
                }
            };
            tokio::time::sleep(rest).await;
        }
        actor
    })
}
