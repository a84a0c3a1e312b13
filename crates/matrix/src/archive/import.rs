//! Moving in: the plan of a log, carried out by the same write path as live messages.
//!
//! A source is a set of files, named by their digest. Each of its parts becomes one room: a channel is
//! one part, each pair of an edge log is one. The steps of a part are stored in their order, and how
//! many are done moves in the same commit; so an import that was cut off goes on, and one that is run
//! again does nothing. Facts are historical: nobody is told of them, and nothing counts as unread.

use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

use futures_util::{StreamExt, TryStreamExt, stream};
use hearth_kernel::{Context, Error, Result, ports::Basis};
use hearth_store::{Entry, Lane, Statement, Store};
use ruma::{OwnedUserId, RoomVersionId, events::TimelineEventType};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::{
    Casemapping, Format, Line, Options, Parsed, Person, Step, StepKind, What, limits, parse, plan_files,
    store::{self, Progress},
};
use crate::{
    accounts::{Accounts, KEEPER},
    rooms::{
        Append, DEFAULT_VERSION, Founding, Rooms,
        build::{Draft, Said, object},
    },
};

/// What is to be moved in.
pub struct Request {
    /// Names and bytes, oldest first.
    pub files: Vec<(String, Vec<u8>)>,
    /// The name of the room that a channel becomes.
    pub room: Option<String>,
    pub options: Options,
    /// Leave out lines that are not understood, instead of refusing the file.
    pub lenient: bool,
    /// Put before every local name, so that nobody here is taken for somebody there.
    pub prefix: String,
    /// The members who look after the room that a channel becomes.
    pub moderators: Vec<String>,
    /// Why it is lawful to learn from what is moved in. Without it nothing is learnt from it.
    pub basis: Option<Basis>,
}

/// What was moved in.
#[derive(Debug, Default)]
pub struct Summary {
    pub format: &'static str,
    pub source: String,
    pub people: usize,
    pub rooms: usize,
    /// The rooms' ids, of a channel.
    pub room_ids: Vec<String>,
    pub steps: usize,
    pub messages: usize,
    pub bad: u64,
    pub bad_lines: Vec<String>,
    pub ignored: BTreeMap<String, u64>,
    pub was_there: bool,
}

/// One room to be.
struct Part {
    key: String,
    kind: PartKind,
    steps: Vec<Step>,
}

enum PartKind {
    /// A room that anybody may join; those who put people out get the power to.
    Channel { name: String, kickers: Vec<Arc<Person>> },
    /// A conversation of two.
    Direct { one: Arc<Person>, other: Arc<Person> },
}

/// Carries out plans.
pub struct Importer {
    pub(crate) store: Arc<Store>,
    pub(crate) context: Context,
    pub(crate) accounts: Arc<Accounts>,
    pub(crate) rooms: Arc<Rooms>,
}

/// How far files have come by earlier runs.
enum Known {
    New,
    Begun,
    Finished,
}

/// The files that are moved in, and why they may be learnt from.
#[derive(Clone, Copy)]
struct Moving<'a> {
    source: &'a str,
    basis: Option<Basis>,
}

type People = BTreeMap<String, OwnedUserId>;

/// Steps in one commit: enough to share its cost, few enough to let others in between.
const STEPS: usize = 200;
/// Rooms that are filled at the same time, so that their commits are shared.
const ROOMS_AT_ONCE: usize = 32;
/// What stands where the log says that something was written, but not what.
const NO_TEXT: &str = "…";

impl Importer {
    /// `progress` hears how many of all steps are done.
    pub async fn import(&self, request: Request, progress: impl Fn(usize, usize) + Sync) -> Result<Summary> {
        let parsed = read(&request, self.context.now_ms())?;
        let mut summary = summarise(&parsed, &request)?;
        let parts = parts(&parsed, &request)?;
        if !request.moderators.is_empty() && !matches!(parts.as_slice(), [Part { kind: PartKind::Channel { .. }, .. }])
        {
            return Err(Error::invalid_param("conversations of two have no moderators; leave --moderator out"));
        }
        if request.room.is_some() && matches!(parts.first(), Some(Part { kind: PartKind::Direct { .. }, .. })) {
            return Err(Error::invalid_param("conversations of two have no common room; leave --room out"));
        }
        let moderators = self.moderators(&request.moderators).await?;
        let mut options = json!({ "prefix": request.prefix, "room": request.room, "time_zone": request.options.time_zone.iana_name() });
        if let Some(date) = request.options.date {
            options["date"] = date.to_string().into();
        }
        if let Some(basis) = request.basis {
            options["basis"] = basis.word().into();
        }
        let options = options.to_string();
        let total: usize = parts.iter().map(|part| part.steps.len()).sum();
        summary.steps = total;
        summary.rooms = parts.len();
        let known = self.known(&summary, &options).await?;
        let people = self.people(&parts, &request, matches!(known, Known::New)).await?;
        summary.people = people.len();
        let done = match known {
            // Once everybody has an account: a name that is somebody else's leaves nothing begun.
            Known::New => {
                self.write(store::insert_source(&summary.source, summary.format, &options)).await?;
                HashMap::new()
            }
            Known::Begun => store::parts(&self.store, &summary.source).await?,
            Known::Finished => {
                summary.was_there = true;
                if let [Part { kind: PartKind::Channel { .. }, .. }] = parts.as_slice() {
                    let there = store::parts(&self.store, &summary.source).await?;
                    summary.room_ids = there.values().map(|part| part.room_id.to_string()).collect();
                }
                self.appoint(&summary.source, &moderators).await?;
                return Ok(summary);
            }
        };
        let counted = std::sync::atomic::AtomicUsize::new(0);
        let count =
            |steps: usize| progress(counted.fetch_add(steps, std::sync::atomic::Ordering::Relaxed) + steps, total);
        let source = Moving { source: &summary.source, basis: request.basis };
        let filled =
            stream::iter(&parts).map(|part| self.fill(&source, part, &people, done.get(&part.key).cloned(), &count));
        let mut room_ids: Vec<String> = filled.buffered(ROOMS_AT_ONCE).try_collect().await?;
        room_ids.truncate(1);
        summary.room_ids = if matches!(parts.first(), Some(Part { kind: PartKind::Channel { .. }, .. })) {
            room_ids
        } else {
            Vec::new()
        };
        self.write(store::finish_source(&summary.source)).await?;
        self.appoint(&summary.source, &moderators).await?;
        Ok(summary)
    }

    /// What an earlier run has left; refused where it was asked for otherwise.
    async fn known(&self, summary: &Summary, options: &str) -> Result<Known> {
        match store::source(&self.store, &summary.source).await? {
            Some(known) if known.options != options && known.finished => Err(Error::invalid_param(format!(
                "these files were moved in with other options ({}), and are not moved in twice; to have it otherwise, \
                 restore a backup of before",
                known.options
            ))),
            Some(known) if known.options != options => Err(Error::invalid_param(format!(
                "these files were begun to be moved in with other options ({}); give the same ones to go on",
                known.options
            ))),
            Some(known) if known.finished => Ok(Known::Finished),
            Some(_) => Ok(Known::Begun),
            None => Ok(Known::New),
        }
    }

    async fn write(&self, statement: Statement) -> Result<()> {
        let mut entry = Entry::new();
        entry.statement(statement);
        self.store.write_in(Lane::Background, entry).await.map(drop)
    }

    /// An account for everybody who acts, made at the time that they were first seen. Of files that were begun before, everybody
    /// has theirs, and may sign in with it by now.
    async fn people(&self, parts: &[Part], request: &Request, is_new: bool) -> Result<People> {
        let mut seen: BTreeMap<&str, (&Arc<Person>, i64)> = BTreeMap::new();
        for part in parts {
            for step in &part.steps {
                let target = match &step.kind {
                    StepKind::Kick { target, .. } => Some(target),
                    _ => None,
                };
                for person in [&step.sender].into_iter().chain(target) {
                    seen.entry(&person.key).or_insert((person, step.at_ms));
                }
            }
            if let PartKind::Direct { one, other } = &part.kind {
                let first_ms = part.steps.first().map_or(0, |step| step.at_ms);
                for person in [one, other] {
                    let known = seen.entry(&person.key).or_insert((person, first_ms));
                    known.1 = known.1.min(first_ms);
                }
            }
        }
        let make = |(key, (person, at_ms)): (&str, (&Arc<Person>, i64))| {
            let (key, localpart) = (key.to_owned(), format!("{}{}", request.prefix, person.localpart));
            let display_name = person.display_name.clone();
            async move {
                let user_id = match is_new {
                    true => self.accounts.import_member(&localpart, &display_name, at_ms).await?,
                    false => self.accounts.id_of(&localpart)?,
                };
                Ok::<_, Error>((key, user_id))
            }
        };
        let all: Vec<_> = seen.into_iter().map(make).collect();
        stream::iter(all).buffered(ROOMS_AT_ONCE).try_collect().await
    }

    /// Makes the part's room and stores its steps, from where it stopped.
    async fn fill(
        &self,
        moving: &Moving<'_>,
        part: &Part,
        people: &People,
        done: Option<Progress>,
        count: &(dyn Fn(usize) + Sync),
    ) -> Result<String> {
        let mut progress = match done {
            Some(progress) => progress,
            None => self.found(moving, part, people).await?,
        };
        count(progress.steps_done);
        let Moving { source, basis } = *moving;
        let room = self.rooms.room(&progress.room_id).await?;
        while progress.steps_done < part.steps.len() {
            let from = progress.steps_done;
            let steps = &part.steps[from..part.steps.len().min(from + STEPS)];
            let said = steps.iter().map(|step| said(step, people)).collect::<Result<Vec<_>>>()?;
            let statements = vec![store::advance(source, &part.key, from, from + steps.len())];
            let append = Append { historical: true, basis, lane: Lane::Background, statements, ..Append::of(said) };
            self.rooms.append(&room, append).await?;
            progress.steps_done += steps.len();
            count(steps.len());
        }
        if !progress.opened {
            self.open(moving, part, &progress).await?;
        }
        Ok(progress.room_id.to_string())
    }

    /// The room's first events; for a conversation of two also the first of its steps, so that most
    /// conversations are one commit.
    async fn found(&self, moving: &Moving<'_>, part: &Part, people: &People) -> Result<Progress> {
        let at_ms = part.steps.first().map_or_else(|| self.context.now_ms(), |step| step.at_ms);
        let mut said_first = match &part.kind {
            PartKind::Channel { name, kickers } => {
                let keeper = self.accounts.import_member(KEEPER, KEEPER, at_ms).await?;
                channel(&keeper, name, kickers, people, at_ms)
            }
            PartKind::Direct { one, other } => direct(user(people, one)?, user(people, other)?, (one, other), at_ms),
        };
        let begun = match &part.kind {
            PartKind::Channel { .. } => 0,
            PartKind::Direct { .. } => part.steps.len().min(STEPS),
        };
        for step in &part.steps[..begun] {
            said_first.push(said(step, people)?);
        }
        let version = RoomVersionId::try_from(DEFAULT_VERSION)
            .map_err(|error| Error::internal("the default version").caused_by(error))?;
        loop {
            let (source, key) = (moving.source.to_owned(), part.key.clone());
            let founding = Founding {
                imported_from: Some(source.clone()),
                basis: moving.basis,
                lane: Lane::Background,
                with_room: Some(Arc::new(move |room_id| vec![store::insert_part(&source, &key, room_id, begun)])),
                ..Founding::default()
            };
            match self.rooms.found(&version, said_first.clone(), founding).await {
                Ok(room_id) => return Ok(Progress { room_id, steps_done: begun, opened: false }),
                // The same first event in the same millisecond would be the same room.
                Err(error) if error.code == crate::rooms::ROOM_EXISTS => said_first[0].at_ms += 1,
                Err(error) => return Err(error),
            }
        }
    }

    /// Everybody who is in has read to the end; a channel gets the powers of a usual room.
    async fn open(&self, moving: &Moving<'_>, part: &Part, progress: &Progress) -> Result<()> {
        let room = self.rooms.room(&progress.room_id).await?;
        self.rooms.read_by_all(&room, Lane::Background).await?;
        let mut statements = vec![store::open_part(moving.source, &part.key)];
        if let PartKind::Channel { .. } = part.kind {
            let state = room.state();
            let keeper = state.get("m.room.create", "").map(|event| event.sender.clone());
            let keeper = keeper.ok_or_else(|| Error::internal("a room without a create event"))?;
            let draft = Draft::state_json("m.room.power_levels", "", powers(&json!({}), 50));
            let mut append = Append::new(keeper, self.context.now_ms(), draft);
            append.historical = true;
            append.lane = Lane::Background;
            append.statements = std::mem::take(&mut statements);
            return self.rooms.append(&room, append).await.map(drop);
        }
        for statement in statements {
            self.write(statement).await?;
        }
        Ok(())
    }
}

fn read(request: &Request, now_ms: i64) -> Result<Vec<Parsed>> {
    if request.options.date.is_some() && request.files.len() > 1 {
        return Err(Error::invalid_param("one date is that of one file; give the others theirs in their names"));
    }
    let mut all = Vec::with_capacity(request.files.len());
    for (name, bytes) in &request.files {
        let options =
            Options { date: request.options.date.or_else(|| super::date_in_name(name)), ..request.options.clone() };
        let parsed =
            parse(bytes, &options, now_ms).map_err(|refusal| Error::invalid_param(format!("{name}: {refusal}")))?;
        if parsed.bad_count > 0 && !request.lenient {
            return Err(Error::invalid_param(format!(
                "{name}: {} lines are not understood, the first ones are\n{}\nNothing was moved in. Mend the file, or leave such lines out with --lenient.",
                parsed.bad_count,
                bad_lines(name, &parsed).into_iter().take(10).collect::<Vec<_>>().join("\n")
            )));
        }
        all.push(parsed);
    }
    if all.is_empty() {
        return Err(Error::invalid_param("name at least one file"));
    }
    if all.iter().any(|parsed| parsed.source.format != all[0].source.format) {
        return Err(Error::invalid_param("the files are of different formats; move them in one after the other"));
    }
    Ok(all)
}

fn bad_lines(name: &str, parsed: &Parsed) -> Vec<String> {
    parsed.bad.iter().map(|bad| format!("  {name}, line {}: {}: {}", bad.number, bad.reason, bad.excerpt)).collect()
}

fn summarise(parsed: &[Parsed], request: &Request) -> Result<Summary> {
    let mut hash = Sha256::new();
    for file in parsed {
        hash.update(file.source.digest.as_bytes());
    }
    let digest = match parsed {
        [one] => one.source.digest.clone(),
        _ => hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect(),
    };
    let is_message = |line: &&Line| {
        matches!(line.what, What::Message { .. } | What::Notice { .. } | What::Action { .. } | What::Edge { .. })
    };
    let mut ignored = BTreeMap::new();
    for (kind, count) in parsed.iter().flat_map(|file| &file.ignored) {
        *ignored.entry(format!("{kind:?}")).or_default() += count;
    }
    let first = parsed.first().ok_or_else(|| Error::invalid_param("name at least one file"))?;
    let named = parsed.iter().zip(&request.files);
    Ok(Summary {
        format: first.source.format.name(),
        source: digest,
        messages: parsed.iter().flat_map(|file| &file.lines).filter(is_message).count(),
        bad: parsed.iter().map(|file| file.bad_count).sum(),
        bad_lines: named.flat_map(|(file, (name, _))| bad_lines(name, file)).take(limits::MAX_BAD_LINES_KEPT).collect(),
        ignored,
        ..Summary::default()
    })
}

fn parts(parsed: &[Parsed], request: &Request) -> Result<Vec<Part>> {
    let lines: Vec<&[Line]> = parsed.iter().map(|file| file.lines.as_slice()).collect();
    if parsed.iter().any(|file| file.source.format == Format::Edges) {
        return Ok(conversations(&lines));
    }
    let name = request
        .room
        .clone()
        .ok_or_else(|| Error::invalid_param("name the room that the channel becomes with --room"))?;
    let steps: Vec<Step> = plan_files(&lines, Casemapping::Rfc1459).into_iter().flatten().collect();
    let mut kickers: Vec<Arc<Person>> = Vec::new();
    for step in &steps {
        if matches!(step.kind, StepKind::Kick { .. }) && !kickers.iter().any(|known| known.key == step.sender.key) {
            kickers.push(step.sender.clone());
        }
    }
    Ok(vec![Part { key: String::new(), kind: PartKind::Channel { name, kickers }, steps }])
}

/// Who wrote to whom, by pair, in the order of their first message.
fn conversations(files: &[&[Line]]) -> Vec<Part> {
    let mut people: BTreeMap<&str, Arc<Person>> = BTreeMap::new();
    let mut parts: Vec<Part> = Vec::new();
    let mut known: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for line in files.iter().copied().flatten() {
        let What::Edge { from, to } = &line.what else { continue };
        let person = |name: &'_ str| Arc::new(Person::new(name, Casemapping::Exact));
        let one = people.entry(from).or_insert_with(|| person(from)).clone();
        let other = people.entry(to).or_insert_with(|| person(to)).clone();
        let pair = if from <= to { (from.as_str(), to.as_str()) } else { (to.as_str(), from.as_str()) };
        let at = *known.entry(pair).or_insert_with(|| {
            let kind = PartKind::Direct { one: one.clone(), other };
            parts.push(Part { key: format!("{} {}", pair.0, pair.1), kind, steps: Vec::new() });
            parts.len() - 1
        });
        let kind = StepKind::Text { body: NO_TEXT.to_owned() };
        parts[at].steps.push(Step { line: line.number, ordinal: 0, at_ms: line.at_ms, sender: one, kind });
    }
    parts
}

/// A channel's first events. The keeper's power lets the log's own topics and removals pass.
fn channel(keeper: &OwnedUserId, name: &str, kickers: &[Arc<Person>], people: &People, at_ms: i64) -> Vec<Said> {
    let kickers: serde_json::Map<String, Value> = kickers
        .iter()
        .filter_map(|person| people.get(&person.key))
        .map(|user_id| (user_id.to_string(), 50.into()))
        .collect();
    let drafts = [
        Draft::state_json("m.room.create", "", json!({ "room_version": DEFAULT_VERSION })),
        Draft::membership(keeper.as_str(), json!({ "membership": "join", "displayname": KEEPER })),
        Draft::state_json("m.room.power_levels", "", powers(&kickers.into(), 0)),
        Draft::state_json("m.room.join_rules", "", json!({ "join_rule": "public" })),
        Draft::state_json("m.room.history_visibility", "", json!({ "history_visibility": "shared" })),
        Draft::state_json("m.room.name", "", json!({ "name": name })),
    ];
    drafts.into_iter().map(|draft| Said { sender: keeper.clone(), at_ms, draft }).collect()
}

fn powers(users: &Value, topic: i64) -> Value {
    json!({
        "users": users, "users_default": 0, "events_default": 0, "state_default": 50,
        "ban": 50, "kick": 50, "redact": 50, "invite": 0,
        "events": {
            "m.room.topic": topic, "m.room.power_levels": 100, "m.room.history_visibility": 100,
            "m.room.encryption": 100, "m.room.server_acl": 100, "m.room.tombstone": 150,
        },
    })
}

/// A conversation's first events: made by who wrote first, joined by the other at once.
fn direct(one: &OwnedUserId, other: &OwnedUserId, names: (&Arc<Person>, &Arc<Person>), at_ms: i64) -> Vec<Said> {
    let shown = |person: &Person, membership: &str| json!({ "membership": membership, "displayname": person.display_name, "is_direct": true });
    let levels = json!({ "users": { other.as_str(): 100 } });
    let by_one = [
        Draft::state_json("m.room.create", "", json!({ "room_version": DEFAULT_VERSION })),
        Draft::membership(one.as_str(), shown(names.0, "join")),
        Draft::state_json("m.room.power_levels", "", levels),
        Draft::state_json("m.room.join_rules", "", json!({ "join_rule": "invite" })),
        Draft::state_json("m.room.history_visibility", "", json!({ "history_visibility": "shared" })),
    ];
    let mut said: Vec<Said> = by_one.into_iter().map(|draft| Said { sender: one.clone(), at_ms, draft }).collect();
    if one != other {
        let invite = Draft::membership(other.as_str(), shown(names.1, "invite"));
        let join = Draft::membership(other.as_str(), shown(names.1, "join"));
        said.push(Said { sender: one.clone(), at_ms, draft: invite });
        said.push(Said { sender: other.clone(), at_ms, draft: join });
    }
    said
}

fn user<'a>(people: &'a People, person: &Person) -> Result<&'a OwnedUserId> {
    people.get(&person.key).ok_or_else(|| Error::internal("somebody acts who has no account"))
}

/// One step as the event that it becomes.
fn said(step: &Step, people: &People) -> Result<Said> {
    let sender = user(people, &step.sender)?;
    let member = |display_name: &str| json!({ "membership": "join", "displayname": display_name });
    // The name stays with who left: clients show old messages by the newest member event.
    let leave = |person: &Person, reason: &Option<String>| match reason {
        Some(reason) => json!({ "membership": "leave", "displayname": person.display_name, "reason": reason }),
        None => json!({ "membership": "leave", "displayname": person.display_name }),
    };
    let text = |msgtype: &str, body: &str| {
        Draft::message(TimelineEventType::RoomMessage, object(json!({ "msgtype": msgtype, "body": body })))
    };
    let draft = match &step.kind {
        StepKind::Join { display_name } | StepKind::Rename { display_name } => {
            Draft::membership(sender.as_str(), member(display_name))
        }
        StepKind::Leave { reason } => Draft::membership(sender.as_str(), leave(&step.sender, reason)),
        StepKind::Kick { target, reason } => Draft::membership(user(people, target)?.as_str(), leave(target, reason)),
        StepKind::Text { body } => text("m.text", body),
        StepKind::Notice { body } => text("m.notice", body),
        StepKind::Emote { body } => text("m.emote", body),
        StepKind::Topic { topic } => Draft::state_json("m.room.topic", "", json!({ "topic": topic })),
    };
    Ok(Said { sender: sender.clone(), at_ms: step.at_ms, draft })
}
