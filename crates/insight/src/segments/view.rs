//! What an administrator is shown, by the interface and at the command line.

use std::collections::{BTreeMap, BTreeSet};

use hearth_kernel::{Error, Result, limits};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{
    BUILT_INS, Rule, Segments,
    lifecycle::STATES,
    model::{self, BUILT_IN, Count},
    store,
};
use crate::{
    signals::{Day, Workspace},
    withhold::{Cell, Cells, LEAST, Told},
};

/// Days of which the counts are shown.
const DAYS_SHOWN: usize = 30;

/// A request of an administrator at the command line.
#[derive(Serialize, Deserialize)]
#[serde(tag = "command", rename_all = "snake_case")]
pub enum Command {
    ListSegments { workspace: String, least: u64 },
    ShowSegment { workspace: String, name: String, least: u64 },
    SetSegment { workspace: String, name: String, rule: String },
    DiffSegment { workspace: String, name: String, from: Option<i64>, to: Option<i64>, least: u64 },
    MembersOfSegment { workspace: String, name: String, from: String, most: usize, least: u64 },
    RemoveSegment { workspace: String, name: String, is_for_good: bool },
}

impl Segments {
    /// Does it, and answers with a JSON object. What is not counted yet is, so that a stopped server's numbers are those of
    /// today.
    pub async fn administer(&self, command: Command) -> Result<Value> {
        match command {
            Command::ListSegments { workspace, least } => {
                let workspace = Workspace::parse(&workspace)?;
                self.look(&workspace).await?;
                self.list(&workspace, least, "en").await
            }
            Command::ShowSegment { workspace, name, least } => {
                let workspace = Workspace::parse(&workspace)?;
                self.look(&workspace).await?;
                self.show(&workspace, &name, least).await
            }
            Command::SetSegment { workspace, name, rule } => {
                self.put(&Workspace::parse(&workspace)?, &name, &rule).await
            }
            Command::DiffSegment { workspace, name, from, to, least } => {
                let workspace = Workspace::parse(&workspace)?;
                self.look(&workspace).await?;
                self.diff(&workspace, &name, (from, to), least).await
            }
            Command::MembersOfSegment { workspace, name, from, most, least } => {
                let workspace = Workspace::parse(&workspace)?;
                self.look(&workspace).await?;
                self.members(&workspace, &name, (&from, most.clamp(1, limits::SEGMENT_PAGE)), least).await
            }
            Command::RemoveSegment { workspace, name, is_for_good } => {
                self.remove(&Workspace::parse(&workspace)?, &name, is_for_good).await
            }
        }
    }

    async fn look(&self, workspace: &Workspace) -> Result<()> {
        self.reader.require(workspace).await?;
        let _working = self.working.lock().await;
        if self.signals.workspaces().await?.contains(workspace) {
            self.run(workspace).await?;
        }
        Ok(())
    }

    /// All segments with their newest counts.
    pub(super) async fn list(&self, workspace: &Workspace, least: u64, languages: &str) -> Result<Value> {
        self.reader.require(workspace).await?;
        let counts = store::newest_counts(&self.store, workspace.as_str()).await?;
        let told = TellsCounts::of(&counts, least);
        let scores = self.scoring.outline(workspace, i64::MAX, languages).await?;
        let shown = |name: &str, version: i64, rule: &str| {
            let mut shown = told.shown(name);
            // Where nobody is scored, nobody is known to be at risk, nor not to be.
            let is_known = scores.message.is_none() || !needs_scores(rule);
            if !is_known {
                shown["members"] = Value::Null;
                shown["share"] = Value::Null;
            }
            shown["is_known"] = is_known.into();
            shown["name"] = name.into();
            shown["version"] = version.into();
            shown["rule"] = rule.into();
            shown["is_built_in"] = (version == BUILT_IN).into();
            shown
        };
        let segments = store::segments(&self.store, workspace.as_str()).await?;
        let own = segments.iter().map(|segment| {
            let mut shown = shown(&segment.name, segment.newest.number, &segment.newest.rule);
            shown["archived_at_ms"] = segment.archived_at_ms.into();
            shown
        });
        let built_in = BUILT_INS.iter().map(|segment| shown(&segment.name, BUILT_IN, &segment.rule));
        let all: Vec<Value> = own.chain(built_in).collect();
        Ok(json!({
            "workspace": workspace.as_str(), "segments": all, "withheld_under": least,
            "scores": { "at": scores.at, "message": scores.message },
        }))
    }

    /// One segment with its versions and the counts of its days.
    pub(super) async fn show(&self, workspace: &Workspace, name: &str, least: u64) -> Result<Value> {
        let versions = store::versions(&self.store, workspace.as_str(), name).await?;
        let built_in = model::built_in(name);
        if versions.is_empty() && built_in.is_none() {
            return Err(self.no_segment(workspace, name).await);
        }
        let segments = store::segments(&self.store, workspace.as_str()).await?;
        let segment = segments.iter().find(|segment| segment.name == name);
        let rule =
            versions.first().map(|version| version.rule.as_str()).or(built_in.map(|segment| segment.rule.as_str()));
        let version = |version: &model::Version| json!({ "version": version.number, "rule": version.rule, "made_at_ms": version.made_at_ms });
        let counts = store::counts(&self.store, workspace.as_str(), name, DAYS_SHOWN).await?;
        // What is kept back among all segments is not told by one of them.
        let newest = store::newest_counts(&self.store, workspace.as_str()).await?;
        let is_withheld = TellsCounts::of(&newest, least).shown(name)["members"].is_null();
        let mut days = days(&counts, least, is_withheld);
        if self.unknown(workspace, rule.unwrap_or_default()).await?.is_some()
            && let Some(day) = days.first_mut()
        {
            for number in ["members", "entered", "gone"] {
                day[number] = Value::Null;
            }
        }
        Ok(json!({
            "workspace": workspace.as_str(), "name": name, "rule": rule, "is_built_in": built_in.is_some(),
            "archived_at_ms": segment.and_then(|segment| segment.archived_at_ms),
            "versions": versions.iter().map(version).collect::<Vec<_>>(),
            "days": days, "withheld_under": least,
        }))
    }

    /// A page of the members of a segment, where their number is told.
    pub(super) async fn members(
        &self,
        workspace: &Workspace,
        name: &str,
        (from, most): (&str, usize),
        least: u64,
    ) -> Result<Value> {
        let counts = store::newest_counts(&self.store, workspace.as_str()).await?;
        let told = TellsCounts::of(&counts, least);
        let segments = store::segments(&self.store, workspace.as_str()).await?;
        let saved = segments.iter().find(|segment| segment.name == name).map(|segment| segment.newest.rule.as_str());
        let Some(rule) = saved.or(model::built_in(name).map(|segment| segment.rule.as_str())) else {
            return Err(self.no_segment(workspace, name).await);
        };
        let mut shown = told.shown(name);
        shown["name"] = name.into();
        shown["workspace"] = workspace.as_str().into();
        if let Some(message) = self.unknown(workspace, rule).await? {
            shown["members"] = Value::Null;
            shown["share"] = Value::Null;
            shown["message"] = message.into();
            return Ok(shown);
        }
        if shown["members"].is_null() {
            let is_counted = shown["day"].is_string();
            let few = || format!("It means so few that they are not named: under {least}.");
            shown["message"] = if is_counted { few() } else { "It is not counted yet.".to_owned() }.into();
            return Ok(shown);
        }
        let page = store::members(&self.store, (workspace.as_str(), name), from, most).await?;
        shown["next"] = page.last().filter(|_| page.len() == most).map(|(member, _)| member.as_str()).into();
        shown["names"] = page
            .iter()
            .map(|(member, since)| json!({ "member": member, "since": Day::numbered(*since).to_string() }))
            .collect();
        Ok(shown)
    }

    /// Why nobody knows whom a rule means, where it asks for chances and nobody is scored.
    async fn unknown(&self, workspace: &Workspace, rule: &str) -> Result<Option<String>> {
        if !needs_scores(rule) {
            return Ok(None);
        }
        Ok(self.scoring.outline(workspace, i64::MAX, "en").await?.message)
    }
}

fn needs_scores(rule: &str) -> bool {
    Rule::parse(rule).is_ok_and(|rule| rule.needs_scores())
}

/// The newest counts, of which those that would tell of few are kept back.
struct TellsCounts<'a> {
    counts: BTreeMap<&'a str, (&'a Count, Cell, Cell)>,
    told: Told,
}

impl<'a> TellsCounts<'a> {
    fn of(counts: &'a [Count], least: u64) -> Self {
        let mut cells = Cells::under(least);
        // Segments are counted together, of the same members; of those that were not each stands alone.
        let mut wholes: BTreeMap<(i64, u64), Cell> = BTreeMap::new();
        let mut of: BTreeMap<&str, (&Count, Cell, Cell)> = BTreeMap::new();
        for count in counts {
            let whole = *wholes.entry((count.day, count.of_all)).or_insert_with(|| cells.add(count.of_all));
            let members = cells.part(count.members, whole);
            of.insert(&count.name, (count, members, whole));
        }
        let states: BTreeSet<&str> = STATES.iter().map(|state| state.name()).collect();
        let is_state = |name: &&&str| states.contains(**name);
        let is_cell = |name: &&&str| name.starts_with("value-") && model::built_in(name).is_some();
        for parts in [of.keys().filter(is_state).collect::<Vec<_>>(), of.keys().filter(is_cell).collect()] {
            let whole = parts.first().map(|name| of[**name]);
            let Some((first, _, whole)) = whole else { continue };
            // They make up all, unless some are of another day.
            if parts.iter().map(|name| of[**name].0.members).sum::<u64>() == first.of_all {
                let parts: Vec<Cell> = parts.iter().map(|name| of[**name].1).collect();
                cells.equal(&[whole], &parts);
            }
        }
        Self { counts: of, told: cells.tell() }
    }

    fn shown(&self, name: &str) -> Value {
        let Some((count, members, whole)) = self.counts.get(name) else {
            return json!({ "members": null, "share": null, "day": null, "counted_at_ms": null });
        };
        json!({
            "members": self.told.get(*members), "share": self.told.share(*members, *whole),
            "counted_version": count.version, "day": Day::numbered(count.day).to_string(),
            "counted_at_ms": count.counted_at_ms,
        })
    }
}

/// Day by day, the newest first: what is kept back of one day does not follow from the next. The newest number of members
/// may be withheld already.
fn days(counts: &[Count], least: u64, is_withheld: bool) -> Vec<Value> {
    let mut cells = Cells::under(least);
    let rows: Vec<[Cell; 3]> = counts
        .iter()
        .map(|count| {
            let whole = cells.unprinted(count.of_all);
            let members = cells.part(count.members, whole);
            [members, cells.add(count.entered), cells.add(count.gone)]
        })
        .collect();
    if let Some([newest, ..]) = rows.first().filter(|_| is_withheld) {
        cells.keep_back(*newest);
    }
    for (counts, rows) in counts.windows(2).zip(rows.windows(2)) {
        let (day, before) = (&counts[0], &counts[1]);
        if before.members + day.entered == day.members + day.gone {
            cells.equal(&[rows[1][0], rows[0][1]], &[rows[0][0], rows[0][2]]);
        }
    }
    let told = cells.tell();
    let shown = |(count, [members, entered, gone]): (&Count, &[Cell; 3])| {
        json!({
            "day": Day::numbered(count.day).to_string(), "version": count.version, "members": told.get(*members),
            "entered": told.get(*entered), "gone": told.get(*gone),
        })
    };
    counts.iter().zip(&rows).map(shown).collect()
}

/// A bound for numbers that are kept back.
pub(super) fn least(text: Option<&str>) -> Result<u64> {
    let Some(text) = text else { return Ok(LEAST) };
    let wrong = || Error::invalid_param(format!("`least` is a whole number from 1, and not `{text}`"));
    text.parse().ok().filter(|least| *least > 0).ok_or_else(wrong)
}
