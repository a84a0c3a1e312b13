//! One page that shows how good predictions were: HTML with its pictures in it, which asks nothing of the network.

use std::{collections::BTreeSet, fmt::Write};

use hearth_kernel::{Error, Result};
use plotters::prelude::*;

use super::{
    backtest::Judged,
    metrics::{Figure, Figures, Graded},
    model, protocol,
    reason::Cause,
    shown::Unit,
};
use crate::{
    features::{DAY, Group},
    withhold::LEAST,
};

/// Finds a text by its key.
pub type Text<'a> = &'a dyn Fn(&str) -> String;

/// What the page shows.
pub struct Report<'a> {
    pub name: &'a str,
    /// What was judged: `churn-report-judged` with its numbers.
    pub about: &'a str,
    pub language: &'a str,
    pub judged: &'a [Judged],
    pub figures: &'a Figures,
    /// The same figures of the simplest rules: recency, and BG/NBD.
    pub baselines: &'a [(&'static str, Figures)],
    pub pauses: &'a std::collections::BTreeMap<i64, u64>,
    pub horizon_days: i64,
    /// How far each feature has moved since training, the farthest first.
    pub drift: &'a [(&'static str, f64)],
}

/// The keys of all texts that speak of leaving, each of which must stand in `en`.
pub fn texts() -> Vec<String> {
    let page = PAGE.iter().map(|key| format!("churn-report-{key}"));
    let features = model::columns().map(|name| format!("churn-feature-{name}"));
    let reasons = Group::ALL.iter().map(|group| format!("churn-reason-{}", group.name()));
    let causes = Cause::ALL.iter().map(|cause| format!("churn-cause-{}", cause.name()));
    let units = Unit::ALL.iter().map(|unit| format!("churn-value-{}", unit.name()));
    page.chain(features).chain(reasons).chain(causes).chain(units).collect()
}

/// Keys of the page, behind `churn-report-`.
const PAGE: [&str; 51] = [
    "title",
    "about",
    "judged",
    "figures",
    "gain",
    "calibration",
    "survival",
    "pauses",
    "reasons",
    "time",
    "drift",
    "gain-about",
    "gain-x",
    "gain-y",
    "calibration-about",
    "calibration-x",
    "calibration-y",
    "survival-about",
    "survival-x",
    "survival-y",
    "pauses-about",
    "pauses-x",
    "pauses-y",
    "pauses-line",
    "covered",
    "horizon",
    "engine",
    "bgnbd",
    "recency",
    "right",
    "said",
    "came",
    "low",
    "middle",
    "high",
    "time-about",
    "time-x",
    "time-y",
    "drift-about",
    "figure-auc-within",
    "figure-auc",
    "figure-pr-auc",
    "figure-lift",
    "figure-log-loss",
    "figure-brier",
    "figure-calibration-error",
    "reasons-about",
    "reasons-reason",
    "reasons-cause",
    "reasons-members",
    "reasons-left",
];

const INK: RGBColor = RGBColor(32, 36, 44);
const FIRST: RGBColor = RGBColor(0, 94, 162);
const SECOND: RGBColor = RGBColor(181, 88, 0);
const THIRD: RGBColor = RGBColor(96, 108, 118);
const SIZE: (u32, u32) = (620, 340);

const STYLE: &str = "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#20242c;\
background:#fff}h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2.5rem}table{border-collapse:collapse}th,td{padding:.25rem .8rem;\
text-align:end;border-bottom:1px solid #d5d9de}th:first-child,td:first-child{text-align:start}figure{margin:1rem 0}\
figcaption{color:#4a5460}svg{max-width:100%;height:auto}";

impl Report<'_> {
    pub fn html(&self, text: Text<'_>) -> Result<String> {
        let mut page = String::new();
        let title = escape(&format!("{} · {}", text("churn-report-title"), self.name));
        let sections = [
            ("figures", self.table(text)),
            ("gain", figure(&self.gain(text)?, &text("churn-report-gain-about"))),
            ("calibration", figure(&self.calibration(text)?, &text("churn-report-calibration-about"))),
            ("survival", figure(&self.survival(text)?, &text("churn-report-survival-about"))),
            ("pauses", figure(&self.pauses(text)?, &text("churn-report-pauses-about"))),
            ("reasons", self.reasons(text)),
            ("time", figure(&self.over_time(text)?, &text("churn-report-time-about"))),
            ("drift", self.drift(text)),
        ];
        write!(
            page,
            "<!doctype html><html lang=\"{}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
             <title>{title}</title><style>{STYLE}</style></head><body><h1>{title}</h1><p>{}</p><p>{}</p>",
            escape(self.language),
            escape(self.about),
            escape(&text("churn-report-about"))
        )
        .map_err(broken)?;
        for (key, body) in sections {
            let heading = escape(&text(&format!("churn-report-{key}")));
            write!(page, "<h2>{heading}</h2>{body}").map_err(broken)?;
        }
        page.push_str("</body></html>\n");
        Ok(page)
    }

    fn table(&self, text: Text<'_>) -> String {
        let columns: Vec<(String, &Figures)> = std::iter::once((text("churn-report-engine"), self.figures))
            .chain(self.baselines.iter().map(|(name, figures)| (text(&format!("churn-report-{name}")), figures)))
            .collect();
        type Of = fn(&Figures) -> Figure;
        let rows: [(&str, Of); 7] = [
            ("auc-within", |figures| figures.auc_within),
            ("auc", |figures| figures.auc),
            ("pr-auc", |figures| figures.pr_auc),
            ("lift", |figures| figures.lift_top_tenth),
            ("log-loss", |figures| figures.log_loss),
            ("brier", |figures| figures.brier),
            ("calibration-error", |figures| figures.calibration_error),
        ];
        let head: String = columns.iter().map(|(name, _)| format!("<th>{}</th>", escape(name))).collect();
        let row = |(key, of): &(&str, Of)| {
            let cell = |(_, figures): &(String, &Figures)| {
                let Figure { value, low, high } = of(figures);
                format!("<td>{value:.4} <small>{low:.3}–{high:.3}</small></td>")
            };
            let cells: String = columns.iter().map(cell).collect();
            format!("<tr><td>{}</td>{cells}</tr>", escape(&text(&format!("churn-report-figure-{key}"))))
        };
        format!("<table><tr><th></th>{head}</tr>{}</table>", rows.iter().map(row).collect::<String>())
    }

    fn rows(&self) -> impl Iterator<Item = &Graded> {
        self.judged.iter().flat_map(|judged| &judged.rows)
    }

    /// The share of leavers among those who are warned of, by the share that is warned of.
    fn gain(&self, text: Text<'_>) -> Result<String> {
        let all: Vec<bool> = self.rows().map(|row| row.left).collect();
        let by = |scores: Vec<f64>| gains(&scores, &all);
        let lines = [
            (text("churn-report-engine"), FIRST, by(self.rows().map(|row| row.p).collect())),
            (
                text("churn-report-bgnbd"),
                SECOND,
                by(self.judged.iter().flat_map(|judged| judged.no_visit.clone()).collect()),
            ),
            (
                text("churn-report-recency"),
                THIRD,
                by(self.judged.iter().flat_map(|judged| judged.recency.clone()).collect()),
            ),
        ];
        lines_chart(&text("churn-report-gain-x"), &text("churn-report-gain-y"), 1.0, 1.0, &lines)
    }

    fn calibration(&self, text: Text<'_>) -> Result<String> {
        let mut rows: Vec<&Graded> = self.rows().collect();
        rows.sort_by(|a, b| a.p.total_cmp(&b.p));
        let bin = |rows: &[&Graded]| {
            let many = rows.len() as f64;
            let said = rows.iter().map(|row| row.p).sum::<f64>() / many;
            (said, rows.iter().filter(|row| row.left).count() as f64 / many)
        };
        let points: Vec<(f64, f64)> = rows.chunks(rows.len().div_ceil(15).max(1)).map(bin).collect();
        let lines = [
            (text("churn-report-right"), THIRD, vec![(0.0, 0.0), (1.0, 1.0)]),
            (text("churn-report-engine"), FIRST, points),
        ];
        lines_chart(&text("churn-report-calibration-x"), &text("churn-report-calibration-y"), 1.0, 1.0, &lines)
    }

    /// The share of each third of members, by what was said of them, that has not left after so many days: Kaplan and
    /// Meier's estimate, which counts who can no longer be followed as far as they could.
    fn survival(&self, text: Text<'_>) -> Result<String> {
        let stayed = self.judged.iter().flat_map(|judged| judged.rows.iter().map(|row| row.p).zip(&judged.stayed));
        let mut rows: Vec<(f64, (f64, bool))> = stayed.map(|(p, stayed)| (p, *stayed)).collect();
        rows.sort_by(|a, b| a.0.total_cmp(&b.0));
        let third = |index: usize| &rows[index * rows.len() / 3..(index + 1) * rows.len() / 3];
        let days = self.horizon_days * 4;
        let lines = [
            (text("churn-report-low"), FIRST, kaplan_meier(third(0), days)),
            (text("churn-report-middle"), THIRD, kaplan_meier(third(1), days)),
            (text("churn-report-high"), SECOND, kaplan_meier(third(2), days)),
        ];
        lines_chart(&text("churn-report-survival-x"), &text("churn-report-survival-y"), days as f64, 1.0, &lines)
    }

    /// The share of pauses that are at most so long, and where the horizon lies.
    fn pauses(&self, text: Text<'_>) -> Result<String> {
        let total: u64 = self.pauses.values().sum();
        let longest = protocol::GRID[protocol::GRID.len() - 1].min(self.horizon_days * 4);
        let held =
            |days: i64| self.pauses.range(..=days).map(|(_, count)| count).sum::<u64>() as f64 / total.max(1) as f64;
        let lines = [
            (text("churn-report-pauses-line"), FIRST, (0..=longest).map(|days| (days as f64, held(days))).collect()),
            (
                text("churn-report-horizon"),
                SECOND,
                vec![(self.horizon_days as f64, 0.0), (self.horizon_days as f64, 1.0)],
            ),
            (text("churn-report-covered"), THIRD, vec![(0.0, 0.9), (longest as f64, 0.9)]),
        ];
        lines_chart(&text("churn-report-pauses-x"), &text("churn-report-pauses-y"), longest as f64, 1.0, &lines)
    }

    /// What was said and what came, by cut-off.
    fn over_time(&self, text: Text<'_>) -> Result<String> {
        let first = self.judged.first().map_or(0, |judged| judged.cutoff);
        let day = |judged: &Judged| ((judged.cutoff - first) / DAY) as f64;
        let mean = |judged: &Judged, of: fn(&Graded) -> f64| {
            judged.rows.iter().map(of).sum::<f64>() / judged.rows.len().max(1) as f64
        };
        let line = |of: fn(&Graded) -> f64| self.judged.iter().map(|judged| (day(judged), mean(judged, of))).collect();
        let lines = [
            (text("churn-report-said"), FIRST, line(|row| row.p)),
            (text("churn-report-came"), SECOND, line(|row| f64::from(u8::from(row.left)))),
        ];
        let longest = self.judged.last().map_or(1.0, day).max(1.0);
        lines_chart(&text("churn-report-time-x"), &text("churn-report-time-y"), longest, 1.0, &lines)
    }

    /// How often each reason was the first, and how many of them left; not of few members, however often they were judged.
    fn reasons(&self, text: Text<'_>) -> String {
        let mut counts: Vec<(Group, Cause, u32, u32)> = Vec::new();
        let mut members: BTreeSet<(Group, u32)> = BTreeSet::new();
        for judged in self.judged {
            for (row, reasons) in judged.rows.iter().zip(&judged.reasons) {
                let Some(first) = reasons.first() else { continue };
                let left = u32::from(row.left);
                members.insert((first.group, row.member));
                match counts.iter_mut().find(|count| count.0 == first.group) {
                    Some(count) => (count.2, count.3) = (count.2 + 1, count.3 + left),
                    None => counts.push((first.group, first.cause, 1, left)),
                }
            }
        }
        counts.sort_by_key(|count| std::cmp::Reverse(count.2));
        let row = |(group, cause, all, left): &(Group, Cause, u32, u32)| {
            let of_group = members.iter().filter(|(known, _)| known == group).count() as u64;
            let told = match of_group >= LEAST {
                true => format!("<td>{all}</td><td>{:.0} %</td>", f64::from(*left) / f64::from(*all) * 100.0),
                false => "<td>·</td><td>·</td>".to_owned(),
            };
            let reason = escape(&text(&format!("churn-reason-{}", group.name())));
            format!(
                "<tr><td>{reason}</td><td>{}</td>{told}</tr>",
                escape(&text(&format!("churn-cause-{}", cause.name())))
            )
        };
        let head = ["reason", "cause", "members", "left"]
            .map(|key| format!("<th>{}</th>", escape(&text(&format!("churn-report-reasons-{key}")))))
            .concat();
        let about = escape(&text("churn-report-reasons-about"));
        format!("<p>{about}</p><table><tr>{head}</tr>{}</table>", counts.iter().map(row).collect::<String>())
    }

    fn drift(&self, text: Text<'_>) -> String {
        let row = |(feature, moved): &(&str, f64)| {
            format!("<tr><td>{}</td><td>{moved:.3}</td></tr>", escape(&text(&format!("churn-feature-{feature}"))))
        };
        let rows: String = self.drift.iter().take(10).map(row).collect();
        format!("<p>{}</p><table>{rows}</table>", escape(&text("churn-report-drift-about")))
    }
}

fn gains(scores: &[f64], left: &[bool]) -> Vec<(f64, f64)> {
    let mut order: Vec<usize> = (0..scores.len()).collect();
    order.sort_by(|a, b| scores[*b].total_cmp(&scores[*a]));
    let total = left.iter().filter(|left| **left).count().max(1) as f64;
    let (mut found, every) = (0.0, scores.len().div_ceil(100).max(1));
    let mut points = vec![(0.0, 0.0)];
    for (place, index) in order.iter().enumerate() {
        found += f64::from(u8::from(left[*index]));
        if (place + 1) % every == 0 || place + 1 == order.len() {
            points.push(((place + 1) as f64 / scores.len() as f64, found / total));
        }
    }
    points
}

fn kaplan_meier(rows: &[(f64, (f64, bool))], days: i64) -> Vec<(f64, f64)> {
    let mut stays = 1.0;
    let mut points = vec![(0.0, 1.0)];
    for day in 0..=days {
        let (from, to) = (day as f64 - 1.0, day as f64);
        let at_risk = rows.iter().filter(|(_, (stayed, _))| *stayed > from).count();
        let left = rows.iter().filter(|(_, (stayed, left))| *left && *stayed > from && *stayed <= to).count();
        if at_risk == 0 {
            break;
        }
        stays *= 1.0 - left as f64 / at_risk as f64;
        points.push((to, stays));
    }
    points
}

type Line = (String, RGBColor, Vec<(f64, f64)>);

fn lines_chart(x: &str, y: &str, x_end: f64, y_end: f64, lines: &[Line]) -> Result<String> {
    let mut svg = String::new();
    {
        let area = SVGBackend::with_string(&mut svg, SIZE).into_drawing_area();
        let mut chart = ChartBuilder::on(&area)
            .margin(12)
            .x_label_area_size(40)
            .y_label_area_size(52)
            .build_cartesian_2d(0.0..x_end, 0.0..y_end)
            .map_err(broken)?;
        let style = ("sans-serif", 13).into_font().color(&INK);
        chart
            .configure_mesh()
            .light_line_style(WHITE)
            .x_desc(x)
            .y_desc(y)
            .label_style(style.clone())
            .draw()
            .map_err(broken)?;
        for (name, colour, points) in lines {
            let (colour, points) = (*colour, points.iter().copied());
            chart
                .draw_series(LineSeries::new(points, colour.stroke_width(2)))
                .map_err(broken)?
                .label(name.as_str())
                .legend(move |(x, y)| PathElement::new([(x, y), (x + 18, y)], colour.stroke_width(2)));
        }
        chart
            .configure_series_labels()
            .position(SeriesLabelPosition::LowerRight)
            .background_style(WHITE.mix(0.85))
            .label_font(style)
            .draw()
            .map_err(broken)?;
        area.present().map_err(broken)?;
    }
    Ok(svg)
}

fn figure(svg: &str, caption: &str) -> String {
    format!("<figure role=\"group\">{svg}<figcaption>{}</figcaption></figure>", escape(caption))
}

fn broken(error: impl std::fmt::Display) -> Error {
    Error::internal(format!("the report could not be drawn: {error}"))
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
