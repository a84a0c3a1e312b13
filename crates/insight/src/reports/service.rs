//! Reports on what the server keeps: one at a time, and what was just told is kept for who asks the same again.

use std::{collections::VecDeque, sync::Arc};

use hearth_kernel::{Context, Error, Result, limits};
use hearth_store::aside;
use parking_lot::Mutex;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tokio::sync::{Semaphore, watch};

use super::{
    asked::Asked,
    query::{Answer, Report, report},
};
use crate::{
    reader::Reader,
    segments::{Said, Scoring},
    signals::SignalLog,
};

/// A request of an administrator.
#[derive(Serialize, Deserialize)]
#[serde(tag = "command", rename_all = "snake_case")]
pub enum Command {
    /// A report, for people and for programs.
    Report { report: String, parameters: Vec<(String, String)> },
}

pub struct Reports {
    context: Context,
    reader: Arc<Reader>,
    scoring: Arc<dyn Scoring>,
    changes: watch::Receiver<u64>,
    /// Places of those that are made.
    making: Arc<Semaphore>,
    told: Mutex<Kept>,
}

impl Reports {
    /// With who says how likely members are to leave.
    pub fn new(context: Context, signals: &SignalLog, reader: Arc<Reader>, scoring: Arc<dyn Scoring>) -> Arc<Self> {
        let making = Arc::new(Semaphore::new(limits::REPORTS_AT_ONCE));
        Arc::new(Self { context, reader, scoring, changes: signals.changes(), making, told: Mutex::default() })
    }

    /// Does it, and answers with a JSON object.
    pub async fn administer(&self, command: Command) -> Result<Value> {
        let Command::Report { report, parameters } = command;
        let answer = self.ask(Asked::parse(&report, parameters)?).await?;
        let tables: Vec<String> = answer.tables.iter().map(ToString::to_string).collect();
        Ok(json!({ "report": answer.value, "tables": tables }))
    }

    /// Whoever comes while another report is made is asked to come again.
    pub async fn ask(&self, mut asked: Asked) -> Result<Arc<Answer>> {
        // Looked at before anything is read: what is written meanwhile makes the answer an old one.
        let changes = *self.changes.borrow();
        if let Some(answer) = self.told.lock().find(&asked, changes, self.context.now_ms()) {
            return Ok(answer);
        }
        let Ok(place) = self.making.clone().try_acquire_owned() else {
            return Err(Error::limited(limits::REPORT_RETRY_MS));
        };
        asked.query.now = Some(self.context.now_ms() / 1_000);
        if asked.query.rules.iter().any(|named| named.rule.needs_scores()) {
            // What is asked of the past knows no later scores.
            let until = asked.query.as_of.unwrap_or(i64::MAX);
            asked.query.said = self.scoring.newest(&asked.workspace, until, "en").await?;
        }
        let log = self.reader.log(&asked.workspace, asked.until()).await?;
        // The place is held until the work is done, even if nobody waits for it any more.
        let work = aside("the work on a report", move || {
            // Rules rank members among all, and look at those who agree themselves.
            let log = if asked.report == Report::Rules { log } else { log.of_agreeing() };
            let answer = report(&log, asked.report, &asked.query);
            // The question is kept with its answer, and what it needed is not.
            asked.query.said = Said::default();
            drop((log, place));
            (asked, answer)
        });
        let (asked, answer) = work.await?;
        let answer = Arc::new(answer?);
        // Names are looked up each time: whoever withdraws meanwhile is named no more.
        if !asked.query.lists_members {
            self.told.lock().keep(Told { asked, changes, at_ms: self.context.now_ms(), answer: answer.clone() });
        }
        Ok(answer)
    }
}

struct Told {
    asked: Asked,
    /// How often the log had changed.
    changes: u64,
    at_ms: i64,
    answer: Arc<Answer>,
}

/// What was told of late, the oldest first.
#[derive(Default)]
struct Kept(VecDeque<Told>);

impl Kept {
    fn find(&mut self, asked: &Asked, changes: u64, now_ms: i64) -> Option<Arc<Answer>> {
        self.0.retain(|told| told.changes == changes && now_ms - told.at_ms < limits::REPORT_KEPT_MS);
        self.0.iter().find(|told| told.asked == *asked).map(|told| told.answer.clone())
    }

    fn keep(&mut self, told: Told) {
        if self.0.len() == limits::REPORTS_KEPT {
            self.0.pop_front();
        }
        self.0.push_back(told);
    }
}

#[cfg(test)]
mod tests {
    use hearth_kernel::{Kind, ports::NoConsent};
    use hearth_store::testing::{context, on_both};

    use super::*;
    use crate::{
        ingest::{Ingest, MIGRATIONS},
        segments::Saying,
        signals::{Id, PRODUCT_ACTIVITY, Signal, Stream, Word, Workspace},
        testing::OddUntil,
    };

    const DAY_MS: i64 = 24 * 60 * 60 * 1_000;

    fn asked(least: usize) -> Asked {
        Asked::parse("growth", vec![("least".to_owned(), least.to_string())]).unwrap()
    }

    fn told(least: usize) -> Told {
        let answer = Arc::new(Answer { value: json!(least), tables: Vec::new() });
        Told { asked: asked(least), changes: 7, at_ms: 0, answer }
    }

    #[test]
    fn what_is_kept_is_bounded_and_goes_with_the_log() {
        let mut kept = Kept::default();
        (1..=limits::REPORTS_KEPT + 1).for_each(|least| kept.keep(told(least)));
        assert_eq!(kept.0.len(), limits::REPORTS_KEPT);
        assert!(kept.find(&asked(1), 7, 0).is_none(), "the oldest went");
        assert_eq!(kept.find(&asked(2), 7, limits::REPORT_KEPT_MS - 1).unwrap().value, json!(2));
        assert!(kept.find(&asked(2), 7, limits::REPORT_KEPT_MS).is_none() && kept.0.is_empty());
        kept.keep(told(3));
        assert!(kept.find(&asked(3), 8, 0).is_none() && kept.0.is_empty(), "the log has changed");
    }

    #[test]
    fn whoever_comes_while_a_report_is_made_comes_again() {
        on_both(|place| async move {
            let (context, _) = context(1);
            let store = place.open(&context, MIGRATIONS).await;
            let log = Arc::new(SignalLog::open(&place.path().join("signals")).unwrap());
            let ingest = Ingest::new(store.clone(), context.clone(), log.clone()).await.unwrap();
            let now_ms = context.now_ms();
            let reader = Arc::new(Reader::new(log.clone(), ingest, Arc::new(NoConsent), context.clone()));
            let reports = Reports::new(context, &log, reader, Arc::new(Saying::default()));
            let places = reports.making.clone().acquire_many_owned(limits::REPORTS_AT_ONCE as u32).await.unwrap();
            let error = reports.ask(asked(1)).await.unwrap_err();
            assert_eq!(error.kind, Kind::Limited { retry_after_ms: limits::REPORT_RETRY_MS });
            reports.told.lock().keep(Told { changes: 0, at_ms: now_ms, ..told(2) });
            assert!(reports.ask(asked(2)).await.is_ok(), "what is known needs no place");
            drop(places);
            let error = reports.ask(asked(1)).await.unwrap_err();
            assert!(error.message.contains("the log is empty"), "{}", error.message);
            store.close().await;
        });
    }

    /// Forty members who come every day, of whom half withdraw.
    #[test]
    fn who_withdraws_is_left_out_and_is_not_gone() {
        on_both(|place| async move {
            let (context, clock) = context(1);
            let store = place.open(&context, MIGRATIONS).await;
            let log = Arc::new(SignalLog::open(&place.path().join("signals")).unwrap());
            let ingest = Ingest::new(store.clone(), context.clone(), log.clone()).await.unwrap();
            let start_ms = context.now_ms();
            let withdrawn_ms = start_ms + 30 * DAY_MS + 1_234_567;
            let consent = Arc::new(OddUntil(withdrawn_ms));
            let reader = Arc::new(Reader::new(log.clone(), ingest, consent, context.clone()));
            let reports = Reports::new(context, &log, reader.clone(), Arc::new(Saying::default()));
            let mut signals = Vec::new();
            for (day, member) in (0..60).flat_map(|day| (0..40).map(move |member| (day, member))) {
                let at_ms = start_ms + day * DAY_MS + member * 1_000;
                if member % 2 == 0 || at_ms < withdrawn_ms {
                    let (id, position) = (Id::parse(&format!("m{member}")).unwrap(), signals.len() as i64);
                    let variant = Some(Word::parse("post").unwrap());
                    signals.push(Signal { variant, ..Signal::new(&PRODUCT_ACTIVITY, id, at_ms, position, 0) });
                }
            }
            log.append(&Workspace::home(), &Stream::parse("test").unwrap(), signals).await.unwrap();
            clock.set_ms(start_ms + 60 * DAY_MS);

            let read = reader.log(&Workspace::home(), None).await.unwrap();
            assert_eq!(read.ended.len(), 20);
            assert!(read.ended.values().all(|at| *at == withdrawn_ms / 1_000 + 1), "the first second without");
            let growth = reports.ask(asked(1)).await.unwrap();
            let periods = growth.value["periods"].as_array().unwrap();
            assert!(periods.len() > 6);
            for period in periods {
                assert_eq!((&period["active"], period["gone"].as_i64().unwrap_or(0)), (&json!(20), 0), "{period}");
            }
            let rules = vec![("least", "1"), ("rule", "all: silence >= 0"), ("members", "true")];
            let rules = rules.into_iter().map(|(name, text)| (name.to_owned(), text.to_owned())).collect();
            let rules = reports.ask(Asked::parse("rules", rules).unwrap()).await.unwrap();
            let names = rules.value["segments"][0]["names"].as_array().unwrap();
            assert_eq!((&rules.value["members"], names.len()), (&json!(20), 20));
            assert!(names.contains(&json!("m2")) && !names.contains(&json!("m1")), "{names:?}");
            assert_eq!(reports.told.lock().0.len(), 1, "an answer with names is not kept");
            store.close().await;
        });
    }
}
