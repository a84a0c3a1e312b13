//! The signal log as the reports and the engine read it: whole in memory, numbers for names, in the order of time.

use std::{collections::BTreeMap, sync::Arc};

use hearth_kernel::{Context, Error, Result, limits, ports::Consent};

use crate::{
    churn::log::{Log, Names},
    consent,
    features::{Event, NOBODY},
    ingest::{Identities, Ingest},
    signals::{Day, Id, PRODUCT_ACTIVITY, PRODUCT_FRICTION, Signal, SignalLog, Workspace},
};

/// Reads the log of a workspace.
pub struct Reader {
    signals: Arc<SignalLog>,
    ingest: Arc<Ingest>,
    consent: Arc<dyn Consent>,
    context: Context,
}

impl Reader {
    pub fn new(signals: Arc<SignalLog>, ingest: Arc<Ingest>, consent: Arc<dyn Consent>, context: Context) -> Self {
        Self { signals, ingest, consent, context }
    }

    /// Everything that a workspace has up to and with a day; of more than fits into memory the newest days. Of this server's
    /// own members it says who does not agree any more.
    pub async fn log(&self, workspace: &Workspace, until: Option<Day>) -> Result<Log> {
        let identities = self.identities(workspace).await?;
        let mut log = Self::whole(&self.signals, workspace, until, &identities).await?;
        if *workspace == Workspace::home() {
            log.ended = self.ended(&log).await?;
        }
        Ok(log)
    }

    /// The same for a process that has no more than the folder of signals, which does not say who agrees.
    pub async fn whole(
        signals: &SignalLog,
        workspace: &Workspace,
        until: Option<Day>,
        identities: &Identities,
    ) -> Result<Log> {
        let mut log = Log::default();
        for day in days(signals, workspace, until).await? {
            add(signals, &mut log, workspace, day, identities).await?;
        }
        Ok(log)
    }

    /// Since when each member of this server's own log does not agree any more.
    async fn ended(&self, log: &Log) -> Result<BTreeMap<u32, i64>> {
        let members = (0..log.members.len() as u32).map(|member| log.members.name(member));
        let mut seen: Vec<(&str, i64)> = members.map(|name| (name, 0)).collect();
        for event in &log.events {
            for member in [event.member, event.peer].into_iter().filter(|member| *member != NOBODY) {
                seen[member as usize].1 = event.at;
            }
        }
        let ended = consent::ended(&*self.consent, &seen, self.context.now_ms()).await?;
        Ok((0..).zip(ended).filter_map(|(member, ended)| Some((member, ended?))).collect())
    }

    /// Whose each id of a workspace is.
    pub(crate) async fn identities(&self, workspace: &Workspace) -> Result<Identities> {
        self.ingest.identities(workspace.as_str()).await
    }

    /// The days with signals after one and up to another, in their order.
    pub(crate) async fn days_after(&self, workspace: &Workspace, after: Option<Day>, upto: Day) -> Result<Vec<Day>> {
        let mut days = self.signals.days(workspace).await?;
        days.retain(|day| *day <= upto && after.is_none_or(|after| *day > after));
        Ok(days)
    }

    /// Refuses a workspace of which there is nothing, with those of which there is something.
    pub(crate) async fn require(&self, workspace: &Workspace) -> Result<()> {
        require(&self.signals, workspace).await
    }

    /// How many signals each day of a workspace has.
    pub(crate) async fn counts(&self, workspace: &Workspace) -> Result<BTreeMap<Day, usize>> {
        let census = self.signals.census(workspace, usize::MAX).await?;
        Ok(census.into_iter().map(|day| (day.day, day.signals)).collect())
    }

    /// Puts a day behind what is there, and says how many signals it has. Days come in their order.
    pub(crate) async fn add(
        &self,
        log: &mut Log,
        workspace: &Workspace,
        day: Day,
        identities: &Identities,
    ) -> Result<usize> {
        add(&self.signals, log, workspace, day, identities).await
    }
}

async fn add(
    signals: &SignalLog,
    log: &mut Log,
    workspace: &Workspace,
    day: Day,
    identities: &Identities,
) -> Result<usize> {
    let day = signals.read_day(workspace, day).await?;
    let count = day.signals.len() + day.unknown;
    for signal in &identities.told(day.signals)? {
        match event(log, signal) {
            Some(event) => log.events.push(event),
            None => log.skipped += 1,
        }
    }
    Ok(count)
}

async fn require(signals: &SignalLog, workspace: &Workspace) -> Result<()> {
    let workspaces = signals.workspaces().await?;
    if !workspaces.contains(workspace) && *workspace != Workspace::home() {
        let known: Vec<&str> = workspaces.iter().map(Workspace::as_str).collect();
        return Err(Error::not_found(format!(
            "there are no signals of a workspace `{}`; there are {}",
            workspace.as_str(),
            if known.is_empty() { "none at all".to_owned() } else { known.join(", ") }
        )));
    }
    Ok(())
}

/// The days that fit into memory together, in their order.
async fn days(signals: &SignalLog, workspace: &Workspace, until: Option<Day>) -> Result<Vec<Day>> {
    require(signals, workspace).await?;
    let census = signals.census(workspace, usize::MAX).await?;
    let census = census.iter().filter(|day| until.is_none_or(|until| day.day <= until));
    Ok(newest(census.map(|day| (day.day, day.signals))))
}

/// Of days with their signals, newest first, those that fit into memory together, in their order.
fn newest(days: impl Iterator<Item = (Day, usize)>) -> Vec<Day> {
    let mut left = limits::EVENTS_READ;
    let mut fit: Vec<Day> = days
        .map_while(|(day, signals)| {
            left = left.checked_sub(signals)?;
            Some(day)
        })
        .collect();
    fit.reverse();
    fit
}

/// A signal with numbers for names. There is none for times that a log cannot have.
fn event(log: &mut Log, signal: &Signal) -> Option<Event> {
    let at = Some(signal.at_ms.div_euclid(1_000)).filter(|at| (0..=i64::from(u32::MAX)).contains(at))?;
    let kind = log.kinds.number(&kind_name(signal));
    let number = |id: Option<&Id>, names: &mut Names| id.map_or(NOBODY, |id| names.number(id.as_str()));
    Some(Event {
        at,
        member: log.members.number(signal.member.as_str()),
        peer: number(signal.peer.as_ref(), &mut log.members),
        room: number(signal.room.as_ref(), &mut log.rooms),
        kind: u16::try_from(kind).ok()?,
    })
}

/// The name of a kind as a log has it: with what it says of its member before it, where it is more than an act, as
/// [`Class::of`](crate::features::Class::of) reads it. What another product counts is named as the product names it.
fn kind_name(signal: &Signal) -> String {
    let kind = signal.kind;
    let (prefix, name) = (kind.class().prefix(), kind.name);
    match &signal.variant {
        Some(variant) if [PRODUCT_ACTIVITY.name, PRODUCT_FRICTION.name].contains(&name) => format!("{prefix}{variant}"),
        Some(variant) if kind.is_told_apart => format!("{prefix}{name}.{variant}"),
        _ => format!("{prefix}{name}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        features::Class,
        signals::{KINDS, Word, of_name},
    };

    #[test]
    fn what_a_kind_says_stands_in_its_name() {
        for kind in KINDS {
            let name = kind_name(&Signal::new(kind, Id::parse("ada").unwrap(), 0, 0, 0));
            assert_eq!(Class::of(&name), kind.class(), "{name}");
            assert!(name.ends_with(kind.name));
        }
        let bought = Signal {
            variant: Some(Word::parse("order_completed").unwrap()),
            ..Signal::new(&PRODUCT_ACTIVITY, Id::parse("ada").unwrap(), 0, 0, 0)
        };
        assert_eq!(kind_name(&bought), "order_completed");
        assert_eq!(kind_name(&Signal { kind: &PRODUCT_FRICTION, ..bought }), "friction.order_completed");
        for (kind, variant, name) in [
            ("slow_room", "3s", "friction.slow_room.3s"),
            ("capability_used", "threads", "met.capability_used.threads"),
            ("message_sent", "reply", "message_sent"),
        ] {
            let variant = Some(Word::parse(variant).unwrap());
            let signal = Signal { variant, ..Signal::new(of_name(kind).unwrap(), Id::parse("ada").unwrap(), 0, 0, 0) };
            assert_eq!(kind_name(&signal), name);
        }
    }

    #[test]
    fn of_too_many_signals_the_newest_days_are_read() {
        let day = |number: i64| Day::of(number * 86_400_000);
        let half = limits::EVENTS_READ / 2;
        let fit = newest([(day(9), half), (day(7), half), (day(6), 1), (day(5), 0)].into_iter());
        assert_eq!(fit, [day(7), day(9)]);
        assert_eq!(newest([(day(9), limits::EVENTS_READ + 1)].into_iter()), []);
    }

    #[test]
    fn a_time_that_no_log_can_have_is_counted_and_not_read() {
        let mut log = Log::default();
        let ada = Id::parse("ada").unwrap();
        let at = |at_ms| Signal::new(&PRODUCT_ACTIVITY, ada.clone(), at_ms, 0, 0);
        assert_eq!(event(&mut log, &at(-1)), None);
        assert_eq!(event(&mut log, &at((i64::from(u32::MAX) + 1) * 1_000)), None);
        assert_eq!(event(&mut log, &at(1_999)).unwrap().at, 1);
    }
}
