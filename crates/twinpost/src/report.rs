//! What a report can do beside being a record: be counted again, open its figures to their records, become a file.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use desk::{FigureLine, ReportView};
use domain::reporting::report::{Count, FIGURES, ReportState};
use jiff::Timestamp;
use paper::{Cell, Sheet, Sheets};
use serde_json::{Value, json};

use crate::cli::Acting;
use crate::nouns::{few_columns, write_tables};
use crate::stop::{Outcome, Stop};
use crate::{door, shown};

/// What a report can do beside being a record.
#[derive(Debug, Subcommand)]
pub enum ReportCommand {
    /// Count the figures again from nothing but the journal, and compare
    Recount(Recount),
    /// The records behind a figure
    Records(Records),
    /// Write the report to a file, .xlsx or .csv
    Export(Export),
}

/// Counting again.
#[derive(Debug, Args)]
pub struct Recount {
    /// The report
    id: String,
    #[command(flatten)]
    acting: Acting,
}

/// The records behind a figure.
#[derive(Debug, Args)]
pub struct Records {
    /// The report
    id: String,
    /// The figure
    figure: String,
    /// Only those that this unit keeps
    #[arg(long)]
    unit: Option<String>,
    #[command(flatten)]
    acting: Acting,
}

/// A report as a file.
#[derive(Debug, Args)]
pub struct Export {
    /// The report
    id: String,
    /// The file, .xlsx or .csv
    #[arg(long, value_name = "FILE")]
    to: PathBuf,
    /// Replace the file if it is there
    #[arg(long)]
    replace: bool,
    #[command(flatten)]
    acting: Acting,
}

impl ReportCommand {
    /// Does it.
    pub fn run(&self) -> Outcome {
        match self {
            Self::Recount(args) => args.run(),
            Self::Records(args) => args.run(),
            Self::Export(args) => args.run(),
        }
    }
}

impl Recount {
    fn run(&self) -> Outcome {
        let visit = door::enter(&self.acting)?;
        let report = visit.desk.report(&visit.officer, &self.id)?.report;
        let counted = visit.desk.recount(&report)?;
        let totals = compared(&report, &counted);
        let differing = totals.iter().filter(|total| !total.agrees()).count();
        if self.acting.json {
            let figures: Vec<Value> = totals.iter().map(Total::json).collect();
            shown::json_line(&json!({ "report": self.id, "agrees": differing == 0, "figures": figures }))?;
        } else {
            let header = ["figure", "own", "joint", "own, counted again", "joint, counted again", ""];
            let rows = totals.iter().map(Total::cells);
            shown::table(&Sheet {
                header: header.map(str::to_owned).to_vec(),
                rows: rows.collect(),
                ..Sheet::default()
            })?;
        }
        if differing == 0 {
            return Ok(());
        }
        Err(Stop::Failed(format!(
            "{differing} figures differ: records came or changed since the report was signed; recount a draft, restate a \
             signed report"
        )))
    }
}

/// A figure as the report has it and as it is counted again.
pub struct Total {
    /// The figure.
    pub figure: &'static str,
    /// Own and joint, as the report has them.
    pub stands: (i64, i64),
    /// Own and joint, counted again.
    pub counted: (i64, i64),
}

impl Total {
    /// True when both counts are the same.
    pub fn agrees(&self) -> bool {
        self.stands == self.counted
    }

    fn cells(&self) -> Vec<Cell> {
        let numbers = [self.stands.0, self.stands.1, self.counted.0, self.counted.1].map(Cell::Integer);
        let mark = if self.agrees() { "" } else { "differs" };
        std::iter::once(self.figure.into()).chain(numbers).chain([mark.into()]).collect()
    }

    fn json(&self) -> Value {
        json!({
            "figure": self.figure, "own": self.stands.0, "joint": self.stands.1, "own_counted": self.counted.0,
            "joint_counted": self.counted.1, "agrees": self.agrees(),
        })
    }
}

/// The totals of a report beside those of a recount, figure by figure; figures that nothing counts are left out.
pub fn compared(report: &ReportState, counted: &[Count]) -> Vec<Total> {
    let total = |counts: &[Count], figure: &str| {
        let of_figure = counts.iter().filter(|count| count.figure == figure);
        of_figure.fold((0, 0), |(own, joint), count| (own + count.own, joint + count.joint))
    };
    let both = FIGURES.iter().map(|figure| Total {
        figure,
        stands: total(&report.counts, figure),
        counted: total(counted, figure),
    });
    both.filter(|total| total.stands != (0, 0) || total.counted != (0, 0)).collect()
}

impl Records {
    fn run(&self) -> Outcome {
        if !FIGURES.contains(&self.figure.as_str()) {
            return Err(Stop::Usage(format!("no figure is called {}; there are: {}", self.figure, FIGURES.join(", "))));
        }
        let visit = door::enter(&self.acting)?;
        let (report, rows) = visit.desk.figure_records(&visit.officer, &self.id, &self.figure, self.unit.as_deref())?;
        if self.acting.json {
            let rows: Vec<Value> = rows.iter().map(shown::row_json).collect();
            return shown::json_line(
                &json!({ "report": self.id, "figure": self.figure, "period": report.period, "rows": rows }),
            );
        }
        shown::table(&few_columns(&rows, true))?;
        shown::say(&format!("{} records behind {} in {}", rows.len(), self.figure, report.period));
        Ok(())
    }
}

impl Export {
    fn run(&self) -> Outcome {
        let visit = door::enter(&self.acting)?;
        let view = visit.desk.report(&visit.officer, &self.id)?;
        let sheets = Sheets { made_at: made_at(view.record.row.changed_ms), sheets: sheets(&view) };
        write_tables(&self.to, &sheets, self.replace)
    }
}

/// Writes one table to a file; `latest` is the instant of its last change, so that the same content gives the same file.
pub fn write(file: &Path, sheet: Sheet, latest: i64, is_replaced: bool) -> Outcome {
    write_tables(file, &Sheets { made_at: made_at(latest), sheets: vec![sheet] }, is_replaced)
}

fn made_at(ms: i64) -> Timestamp {
    Timestamp::from_millisecond(ms).unwrap_or_default()
}

/// The tables of a report: the figures, the same by unit and counterpart, and what the other side states.
fn sheets(view: &ReportView) -> Vec<Sheet> {
    let mut sheets = vec![figures(view), parts(view)];
    if !view.report.other_counts.is_empty() {
        sheets.push(statements(view));
    }
    sheets
}

fn name(view: &ReportView, id: &str) -> String {
    view.titles.get(id).map(shown::title).unwrap_or_else(|| id.to_owned())
}

/// The figures of a report: own, joint, stated by the other side, difference.
pub fn figures(view: &ReportView) -> Sheet {
    let report = &view.report;
    let mut meta = vec![
        format!("Unit: {}", name(view, report.unit.as_str())),
        format!("Period: {} ({} to {})", report.period, report.from, report.until.yesterday().unwrap_or(report.until)),
        format!("State: {}", report.stage.status()),
    ];
    meta.extend(report.to.as_ref().map(|to| format!("To: {}", name(view, to.as_str()))));
    let told = [
        ("Results", &report.told.results),
        ("Problems", &report.told.problems),
        ("Directions", &report.told.directions),
    ];
    let notes = told.into_iter().filter_map(|(what, text)| Some(format!("{what}: {}", text.as_ref()?)));
    let late = view.late.iter().map(|(figure, stands, now)| {
        format!("Since the report was signed: {figure} was {stands} and is {now} by the records of today.")
    });
    let beside = (!report.other_counts.is_empty()).then(|| {
        "The difference is taken from the own count with the counterparts for which the other side states one."
            .to_owned()
    });
    Sheet {
        name: report.period.clone(),
        title: format!("Report {}", report.period),
        meta,
        header: ["figure", "own", "joint", "stated by the other side", "difference"].map(str::to_owned).to_vec(),
        rows: view.lines.iter().map(|line| figure_cells(report, line)).collect(),
        notes: beside.into_iter().chain(notes).chain(late).collect(),
    }
}

fn figure_cells(report: &ReportState, line: &FigureLine) -> Vec<Cell> {
    let (stated, difference) = beside(report, line);
    vec![line.figure.as_str().into(), line.own.into(), line.joint.into(), stated.into(), difference.into()]
}

/// What the other side states of a figure, and by how much it is more than the own count for the same counterparts.
fn beside(report: &ReportState, line: &FigureLine) -> (Option<i64>, Option<i64>) {
    if line.stated.is_empty() {
        return (None, None);
    }
    let total: i64 = line.stated.iter().map(|stated| stated.count).sum();
    let own = line.stated.iter().map(|stated| own_count(report, &line.figure, stated.counterpart.as_str()));
    (Some(total), Some(total - own.sum::<i64>()))
}

fn own_count(report: &ReportState, figure: &str, counterpart: &str) -> i64 {
    let of_both = |count: &&Count| {
        count.figure == figure && count.counterpart.as_ref().is_some_and(|with| with.as_str() == counterpart)
    };
    report.counts.iter().filter(of_both).map(|count| count.own).sum()
}

fn parts(view: &ReportView) -> Sheet {
    let rows = view.report.counts.iter().map(|count| {
        let counterpart = count.counterpart.as_ref().map(|id| name(view, id.as_str()));
        vec![
            count.figure.as_str().into(),
            name(view, count.unit.as_str()).into(),
            counterpart.into(),
            count.own.into(),
            count.joint.into(),
        ]
    });
    Sheet {
        name: "By unit".to_owned(),
        title: format!("Report {}: by unit and counterpart", view.report.period),
        header: ["figure", "unit", "counterpart", "own", "joint"].map(str::to_owned).to_vec(),
        rows: rows.collect(),
        ..Sheet::default()
    }
}

fn statements(view: &ReportView) -> Sheet {
    let rows = view.report.other_counts.iter().map(|stated| {
        let own = own_count(&view.report, &stated.figure, stated.counterpart.as_str());
        vec![
            stated.figure.as_str().into(),
            name(view, stated.counterpart.as_str()).into(),
            stated.side.as_str().into(),
            stated.count.into(),
            own.into(),
            (stated.count - own).into(),
            stated.source.as_str().into(),
        ]
    });
    Sheet {
        name: "Other side".to_owned(),
        title: format!("Report {}: what the other side states", view.report.period),
        header: ["figure", "counterpart", "side", "stated", "own", "difference", "source"].map(str::to_owned).to_vec(),
        rows: rows.collect(),
        ..Sheet::default()
    }
}

#[cfg(test)]
mod tests {
    use domain::reporting::report::{OtherCount, ReportStage, Told};
    use domain::{CounterpartId, SideId, UnitId};
    use jiff::civil::date;

    use super::*;

    fn count(figure: &str, counterpart: &str, own: i64, joint: i64) -> Count {
        let (unit, counterpart) = (UnitId::parse("u").unwrap(), CounterpartId::parse(counterpart).ok());
        Count { figure: figure.into(), unit, counterpart, own, joint }
    }

    fn report() -> ReportState {
        let stated = OtherCount {
            figure: "calls-connected".into(),
            counterpart: CounterpartId::parse("cp-a").unwrap(),
            side: SideId::parse("cn").unwrap(),
            count: 2,
            source: "note".into(),
        };
        ReportState {
            unit: UnitId::parse("u").unwrap(),
            to: None,
            period: "2026-Q1".into(),
            from: date(2026, 1, 1),
            until: date(2026, 4, 1),
            due_on: date(2026, 4, 5),
            title: Default::default(),
            counts: vec![
                count("calls-connected", "cp-a", 1, 0),
                count("calls-connected", "cp-b", 4, 0),
                count("talks-held", "cp-a", 1, 1),
            ],
            other_counts: vec![stated],
            below: Vec::new(),
            told: Told::default(),
            restatements: Vec::new(),
            stage: ReportStage::Draft,
        }
    }

    #[test]
    fn a_statement_is_held_against_the_own_count_of_the_same_counterpart() {
        let report = report();
        let line = |figure: &str| FigureLine {
            figure: figure.into(),
            own: report.own_total(figure),
            joint: report.joint_total(figure),
            parts: Vec::new(),
            stated: report.other_counts.iter().filter(|stated| stated.figure == figure).cloned().collect(),
            differs: false,
        };
        let calls = figure_cells(&report, &line("calls-connected"));
        assert_eq!(calls, ["calls-connected".into(), 5.into(), 0.into(), 2.into(), Cell::Integer(1)]);
        let talks = figure_cells(&report, &line("talks-held"));
        assert_eq!(talks[3..], [Cell::Blank, Cell::Blank], "nothing stated is not the same as none");
    }

    #[test]
    fn a_recount_that_differs_is_seen() {
        let report = report();
        assert!(compared(&report, &report.counts).iter().all(Total::agrees));
        let fewer = compared(&report, &report.counts[1..]);
        let differing: Vec<&str> = fewer.iter().filter(|total| !total.agrees()).map(|total| total.figure).collect();
        assert_eq!(differing, ["calls-connected"]);
    }
}
