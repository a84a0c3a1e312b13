//! A run: one life of the server after another on the same folder, then a calm one in which all is
//! settled and held against what people were told.
//!
//! A life is a runtime of its own with a paused clock. Dropping it drops every task between two awaits:
//! that is the cut. The folder and what people remember is all that goes on.

use std::{collections::BTreeMap, fmt, sync::Arc, time::Duration};

use hearth_app::{App, Config};
use hearth_http::testing::Door;
use hearth_kernel::{Clock, Context, Error, Kind, Result, Rng};
use hearth_store::Options;
use tokio::{task::JoinSet, time::Instant};

use crate::{
    checkers,
    clock::VirtualClock,
    faults::{Cut, Disk, Moment},
    ledger,
    network::Network,
    people::{self, Person},
    scenario::{Scenario, Weather},
    store::Dump,
};

/// 2026-01-01T00:00:00Z.
const BEGINNING_MS: i64 = 1_767_225_600_000;
/// Longer than a typing notice lasts.
const STILLNESS: Duration = Duration::from_secs(180);
/// How many follow a room that is no crowd, so that ten people make some.
const CROWD_MEMBERS: usize = 3;

/// What a run has left.
#[derive(Debug)]
pub struct Outcome {
    pub dump: Dump,
    /// Every request with its answer.
    pub journal: Vec<String>,
    /// How often each kind of trouble was made.
    pub troubles: BTreeMap<&'static str, u64>,
}

/// What is wrong with a run.
#[derive(Debug)]
pub struct Failure {
    pub seed: u64,
    pub faults: Vec<String>,
    pub journal: Vec<String>,
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        const SHOWN: usize = 20;
        writeln!(out, "seed {} has {} faults:", self.seed, self.faults.len())?;
        self.faults.iter().take(SHOWN).try_for_each(|fault| writeln!(out, "  {fault}"))?;
        write!(out, "to repeat it: HEARTH_SEED={} cargo test -p hearth-sim --test community one_seed", self.seed)
    }
}

/// One community of this seed, from its first member to the last row.
pub fn run(scenario: &Scenario, seed: u64) -> std::result::Result<Outcome, Failure> {
    let mut world = World::new(scenario, seed);
    let dump = world.run();
    let ledger = std::mem::take(&mut *world.ledger.lock());
    let mut faults = ledger.faults;
    match dump {
        Ok(dump) if faults.is_empty() => Ok(Outcome { dump, journal: ledger.journal, troubles: ledger.troubles }),
        outcome => {
            faults.extend(outcome.err().map(|error| format!("the server does not open: {error}")));
            Err(Failure { seed, faults, journal: ledger.journal })
        }
    }
}

struct World {
    scenario: Scenario,
    chance: Rng,
    people: Vec<Arc<Person>>,
    ledger: ledger::Shared,
    folder: tempfile::TempDir,
    now_ms: i64,
}

/// One life of the server, as far as it is decided beforehand.
struct Life {
    number: usize,
    weather: Weather,
    ends: Option<Duration>,
    cut_at: Option<(u64, Moment)>,
}

impl World {
    fn new(scenario: &Scenario, seed: u64) -> Self {
        let chance = Rng::from_number(seed);
        Self {
            people: people::community(scenario, &chance),
            scenario: *scenario,
            chance,
            ledger: ledger::Shared::default(),
            folder: tempfile::TempDir::new().expect("a temporary folder"),
            now_ms: BEGINNING_MS,
        }
    }

    fn run(&mut self) -> Result<Dump> {
        for number in 0..self.scenario.lives {
            let life = self.life(number);
            self.live(&life, |world, app, network, cut| Box::pin(world.cut_short(app, network, cut)))?;
        }
        let calm = Life { number: self.scenario.lives, weather: Weather::CALM, ends: None, cut_at: None };
        let dump = self.live(&calm, |world, app, network, _| Box::pin(world.settle(app, network)))?;
        dump.ok_or_else(|| Error::internal("the last life was cut"))
    }

    fn life(&self, number: usize) -> Life {
        let rng = self.chance.stream(&format!("life {number}"));
        let most = u64::try_from(self.scenario.life.as_millis()).unwrap_or(u64::MAX);
        let ends = Some(Duration::from_millis(most / 4 + rng.below(most - most / 4)));
        // The first commits are made while the server opens: cuts fall there too, now and then.
        let nth = 1 + if rng.one_in(8) { rng.below(3) } else { rng.below(400) };
        let cut_at = match rng.below(3) {
            0 => None,
            1 => Some((nth, Moment::Before)),
            _ => Some((nth, Moment::After)),
        };
        Life { number, weather: self.scenario.weather, ends, cut_at }
    }

    /// Opens the server, lets `body` happen until the cut, and drops everything at once.
    fn live<T>(&mut self, life: &Life, body: Body<T>) -> Result<Option<T>> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build();
        let runtime = runtime.expect("a runtime");
        let (outcome, lasted) = runtime.block_on(async {
            let began = Instant::now();
            let cut = Cut::new(life.ends.map(|ends| began + ends));
            let lived = Box::pin(self.open_and(life, &cut, body));
            let outcome = tokio::select! {
                biased;
                () = cut.come() => Ok(None),
                outcome = lived => outcome,
            };
            (outcome, began.elapsed())
        });
        drop(runtime);
        let down_ms = 1 + self.chance.stream(&format!("down {}", life.number)).below(60_000);
        self.now_ms += i64::try_from(lasted.as_millis()).unwrap_or(0) + i64::try_from(down_ms).unwrap_or(0);
        outcome
    }

    async fn open_and<T>(&self, life: &Life, cut: &Arc<Cut>, body: Body<T>) -> Result<Option<T>> {
        let Life { number, weather, cut_at, .. } = *life;
        let clock: Arc<dyn Clock> = Arc::new(VirtualClock::starting_at(self.now_ms));
        let context = Context { clock: clock.clone(), rng: Arc::new(self.chance.stream(&format!("server {number}"))) };
        let disk =
            Disk::new(self.chance.stream(&format!("disk {number}")), weather, cut.clone(), cut_at, self.ledger.clone());
        let options = Options {
            inline: true,
            faults: Some(Arc::new(disk)),
            // The process is cut, not the power: what SQLite has handed over is there.
            sqlite_synchronous: "OFF".to_owned(),
            ..Options::embedded(self.folder.path())
        };
        let app = match App::open_with(&config()?, context, options).await {
            Ok(app) => app,
            // The disk failed while the server opened: the next life tries again.
            Err(error) if weather.commit_fails > 0 && error.kind == Kind::Unavailable => return Ok(None),
            Err(error) => return Err(error),
        };
        app.matrix.sync.set_crowd_members(CROWD_MEMBERS);
        let door = Door::new(app.router.clone());
        let network = Network { door, weather, cut: cut.clone(), ledger: self.ledger.clone(), clock };
        self.note(number, "opens");
        let faults = checkers::at_restart(&app, &self.people, &self.ledger).await?;
        self.blame(number, faults);
        body(self, &app, &network, cut).await.map(Some)
    }

    fn note(&self, number: usize, what: &str) {
        self.ledger.lock().journal.push(format!("life {number} {what}"));
    }

    fn blame(&self, number: usize, faults: Vec<String>) {
        self.ledger.lock().faults.extend(faults.into_iter().map(|fault| format!("as life {number} began: {fault}")));
    }

    /// Everybody at once, until the cut.
    async fn cut_short(&self, app: &App, network: &Network, cut: &Arc<Cut>) -> Result<()> {
        let mut tasks = JoinSet::new();
        tasks.spawn(app.listen());
        for person in self.in_some_order(network) {
            person.live(network, &mut tasks);
        }
        tokio::select! {
            biased;
            () = cut.come() => Ok(()),
            Some(ended) = tasks.join_next() => match ended {
                Ok(()) => Err(Error::internal("a habit came to an end")),
                Err(panicked) => std::panic::resume_unwind(panicked.into_panic()),
            },
        }
    }

    /// The order in which tasks are made decides who is first where many are due at one instant.
    fn in_some_order(&self, network: &Network) -> Vec<Arc<Person>> {
        let rng = self.chance.stream(&format!("order at {}", network.clock.now_ms()));
        let mut people = self.people.clone();
        people.sort_by_cached_key(|_| rng.next_u64());
        people
    }

    /// Nothing fails any more: everything is acknowledged, told and checked.
    async fn settle(&self, app: &App, network: &Network) -> Result<Dump> {
        let listening = tokio::spawn(app.listen());
        self.all(network, |person, network| async move { person.finish(&network).await }).await;
        tokio::time::sleep(STILLNESS).await;
        self.all(network, |person, network| async move { person.catch_up(&network).await }).await;
        let faults = checkers::at_the_end(app, &self.people, &self.ledger).await?;
        self.ledger.lock().faults.extend(faults.into_iter().map(|fault| format!("in the end: {fault}")));
        listening.abort();
        Dump::of(&app.store).await
    }

    /// Everybody does this, at the same time, to its end.
    async fn all<Fut: Future<Output = ()> + Send + 'static>(
        &self,
        network: &Network,
        each: impl Fn(Arc<Person>, Network) -> Fut,
    ) {
        let mut tasks = JoinSet::new();
        for person in self.in_some_order(network) {
            tasks.spawn(each(person, network.clone()));
        }
        tasks.join_all().await;
    }
}

type Doing<'a, T> = std::pin::Pin<Box<dyn Future<Output = Result<T>> + 'a>>;
type Body<T> = for<'a> fn(&'a World, &'a App, &'a Network, &'a Arc<Cut>) -> Doing<'a, T>;

fn config() -> Result<Config> {
    let settings = [
        ("HEARTH_SERVER_NAME", "sim.example"),
        ("HEARTH_REGISTRATION", "open"),
        ("HEARTH_RATE_LIMITS", "off"),
        // Who would answer outside of the process is not in the seed.
        ("HEARTH_PUSH", "off"),
        ("HEARTH_ARGON2_MEMORY_KIB", "8"),
        ("HEARTH_ARGON2_ITERATIONS", "1"),
    ];
    Config::load(None, settings.map(|(key, value)| (key.to_owned(), value.to_owned())))
}
