//! Reports as they are read: figures by unit and counterpart, each leading to its records, and an independent recount.

use std::collections::BTreeMap;

use domain::reporting::report::{Count, FIGURES, OtherCount, ReportState, STANDING, belongs, sum};
use domain::{Counted, CounterpartId, OfficerId, RecordId, UnitId, Words};
use jiff::civil::Date;
use store::{Failure, Filter, Order, Row, View};

use crate::Desk;
use crate::authority::{SUPERIOR, Who};
use crate::fold::{counting, refold};
use crate::read::{ReadError, RecordView, titled};
use crate::rebuild::folded;

/// A report as its page shows it.
#[derive(Clone, Debug)]
pub struct ReportView {
    /// The record.
    pub record: RecordView,
    /// Its state.
    pub report: ReportState,
    /// The figures that have a count, in the order of the list.
    pub lines: Vec<FigureLine>,
    /// What the records say now, where the report's counts are frozen and records came since.
    pub late: Vec<(String, i64, i64)>,
    /// The units directly below, each with its report on the same period, or none yet.
    pub below: Vec<Below>,
    /// Names of units and counterparts.
    pub titles: BTreeMap<String, Words>,
}

/// What a unit directly below has reported on the same period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Below {
    /// The unit.
    pub unit: String,
    /// Its report and the report's status; none when it has not begun one that the officer may see.
    pub report: Option<(String, String)>,
}

/// One figure of a report.
#[derive(Clone, Debug)]
pub struct FigureLine {
    /// The figure's code.
    pub figure: String,
    /// As the own side recorded it.
    pub own: i64,
    /// As both sides signed it.
    pub joint: i64,
    /// The same, unit by unit and counterpart by counterpart.
    pub parts: Vec<Count>,
    /// What the other side says it counted.
    pub stated: Vec<OtherCount>,
    /// True when a stated count differs from the own one.
    pub differs: bool,
}

impl Desk {
    /// A report with its figures.
    pub fn report(&self, officer: &OfficerId, id: &str) -> Result<ReportView, ReadError> {
        let record = self.record(officer, "report", id)?;
        let report: ReportState =
            serde_json::from_value(record.row.state.clone()).map_err(|fault| Failure::Unreadable(fault.to_string()))?;
        let differing: Vec<(String, CounterpartId)> =
            report.differences().map(|(stated, _)| (stated.figure.clone(), stated.counterpart.clone())).collect();
        let mut lines = Vec::new();
        for figure in FIGURES {
            let parts: Vec<Count> = report.counts.iter().filter(|count| count.figure == *figure).cloned().collect();
            let stated: Vec<OtherCount> =
                report.other_counts.iter().filter(|stated| stated.figure == *figure).cloned().collect();
            if parts.is_empty() && stated.is_empty() {
                continue;
            }
            lines.push(FigureLine {
                figure: (*figure).to_owned(),
                own: report.own_total(figure),
                joint: report.joint_total(figure),
                differs: differing.iter().any(|(differing, _)| differing == figure),
                parts,
                stated,
            });
        }
        let late = self.late(officer, id, &report)?;
        let below = self.below(officer, &report)?;
        let mut titles = record.titles.clone();
        self.store.read(|view| {
            let counted =
                report.counts.iter().map(|count| [Some(&count.unit.0), count.counterpart.as_ref().map(|id| &id.0)]);
            let named = counted.flatten().flatten().map(RecordId::as_str);
            for id in named.chain(below.iter().map(|below| below.unit.as_str())) {
                if !titles.contains_key(id)
                    && let Some(row) = view.record(id)?
                {
                    titles.insert(id.to_owned(), titled(&row));
                }
            }
            Ok::<_, Failure>(())
        })?;
        Ok(ReportView { record, report, lines, late, below, titles })
    }

    /// The units that stand directly below the report's unit, those that have not reported first.
    fn below(&self, officer: &OfficerId, report: &ReportState) -> Result<Vec<Below>, ReadError> {
        self.store.read(|view| {
            let who = Who::read(view, officer, self.today())?;
            let mut below = Vec::new();
            for link in view.links_to(report.unit.as_str())?.into_iter().filter(|link| link.role == SUPERIOR) {
                if view.record(&link.origin)?.is_none_or(|unit| unit.status == "dissolved") {
                    continue;
                }
                let filter = Filter {
                    nouns: vec!["report".into()],
                    units: vec![link.origin.clone()],
                    period: Some(report.period.clone()),
                    ..Filter::default()
                };
                let found = view.list(&who.scope(), &filter, 1, 0)?.into_iter().next();
                below.push(Below { unit: link.origin, report: found.map(|row| (row.id, row.status)) });
            }
            below.sort_by_key(|below| below.report.is_some());
            Ok(below)
        })
    }

    /// The records behind a figure of a report, as far as the officer may see them.
    pub fn figure_records(
        &self,
        officer: &OfficerId,
        id: &str,
        figure: &str,
        unit: Option<&str>,
    ) -> Result<(ReportState, Vec<Row>), ReadError> {
        let record = self.record(officer, "report", id)?;
        let report: ReportState =
            serde_json::from_value(record.row.state).map_err(|fault| Failure::Unreadable(fault.to_string()))?;
        if !FIGURES.contains(&figure) {
            return Err(ReadError::NotFound);
        }
        let units = match unit {
            Some(unit) => vec![unit.to_owned()],
            None => self.with_below(&report.unit)?,
        };
        let stands = STANDING.contains(&figure);
        let from = if stands { Date::ZERO } else { report.from };
        let filter = Filter {
            units,
            counted: Some((figure.to_owned(), from.to_string(), report.until.to_string())),
            exercise: Some(false),
            order: Order::HeldFirst,
            ..Filter::default()
        };
        let mut rows = self.rows(officer, &filter, 5000)?;
        if stands {
            // What began to count and no longer does is not behind the number.
            let until = report.until.to_string();
            let mut counts: BTreeMap<String, i64> = BTreeMap::new();
            for kept in self.store.read(|view| view.figures_before(&filter.units, &[figure], &until))? {
                *counts.entry(kept.record).or_default() += kept.quantity;
            }
            rows.retain(|row| counts.get(&row.id).is_some_and(|count| *count != 0));
        }
        Ok((report, rows))
    }

    /// The counts of a report made again from nothing but the journal: every entry is folded anew.
    pub fn recount(&self, report: &ReportState) -> Result<Vec<Count>, Failure> {
        let (_, rows) = self.store.read(|view| folded(view, |_| {}))?;
        let mut units = std::collections::BTreeSet::from([report.unit.to_string()]);
        loop {
            let superior_in = |header: &domain::Header| {
                header.links.iter().any(|link| link.role == SUPERIOR && units.contains(link.to.as_str()))
            };
            let more = rows.iter().filter(|(id, (_, header))| !units.contains(*id) && superior_in(header));
            let more: Vec<String> = more.map(|(id, _)| id.clone()).collect();
            if more.is_empty() {
                break;
            }
            units.extend(more);
        }
        let mut figures = Vec::new();
        for (row, header) in rows.values().filter(|(row, _)| units.contains(&row.unit) && !row.exercise) {
            for figure in
                header.figures.iter().filter(|figure| belongs(figure.code, figure.on, report.from, report.until))
            {
                let (Ok(record), Ok(unit)) = (RecordId::parse(&row.id), UnitId::parse(&row.unit)) else { continue };
                let basis = if figure.basis == domain::Basis::Joint { "joint" } else { "own" };
                figures.push(Counted {
                    record,
                    unit,
                    code: figure.code.to_owned(),
                    basis: basis.to_owned(),
                    counterpart: header.counterpart.clone(),
                    on: figure.on,
                    quantity: figure.quantity,
                });
            }
        }
        Ok(sum(&figures))
    }

    /// Figures that records changed since the report was last counted: the count in the report, and what it would be now.
    /// Only records that the officer may see take part, so that nothing hidden shows in a difference.
    fn late(&self, officer: &OfficerId, id: &str, report: &ReportState) -> Result<Vec<(String, i64, i64)>, ReadError> {
        let units = self.with_below(&report.unit)?;
        let until = report.until.to_string();
        let filter = Filter {
            units: units.clone(),
            counted: Some((String::new(), report.from.to_string(), until.clone())),
            exercise: Some(false),
            ..Filter::default()
        };
        self.store.read(|view| {
            let Some((counted_seq, counted_ms)) = last_counted(view, id)? else { return Ok(Vec::new()) };
            let who = Who::read(view, officer, self.today())?;
            let mut rows = view.list(&who.scope(), &filter, 5000, 0)?;
            for standing in view.figures_before(&units, STANDING, &until)? {
                if rows.iter().all(|row| row.id != standing.record) {
                    rows.extend(view.record(&standing.record)?.filter(|row| who.sees(row)));
                }
            }
            let mut more: BTreeMap<&str, i64> = BTreeMap::new();
            for row in rows.iter().filter(|row| row.changed_ms >= counted_ms) {
                for figure in figures_at(view, row, i64::MAX, report)? {
                    *more.entry(figure.code).or_default() += figure.quantity;
                }
                for figure in figures_at(view, row, counted_seq, report)? {
                    *more.entry(figure.code).or_default() -= figure.quantity;
                }
            }
            let late = more.into_iter().filter(|(_, more)| *more != 0);
            Ok(late
                .map(|(figure, more)| (figure.to_owned(), report.own_total(figure), report.own_total(figure) + more))
                .collect())
        })
    }

    fn with_below(&self, unit: &UnitId) -> Result<Vec<String>, Failure> {
        let mut units = self.store.read(|view| view.leading_to(unit.as_str(), SUPERIOR))?;
        units.push(unit.to_string());
        Ok(units)
    }

    /// The officer's units in reach, the own one first, for a form that begins a record.
    pub fn units_to_act_for(&self, officer: &OfficerId, right: domain::Right) -> Result<Vec<crate::Choice>, ReadError> {
        self.store.read(|view| {
            let who = Who::read(view, officer, self.today())?;
            let mut units = Vec::new();
            for id in who.units_with(right) {
                if let Some(row) = view.record(&id)? {
                    units.push(crate::Choice { title: titled(&row), id, side: row.side });
                }
            }
            units.sort_by_key(|choice| who.unit.as_ref().is_none_or(|own| own.as_str() != choice.id));
            Ok(units)
        })
    }
}

/// The entry by which a report last got its counts: its place in the journal and when it was recorded.
fn last_counted(view: &View<'_>, id: &str) -> Result<Option<(i64, i64)>, Failure> {
    let mut last = None;
    for stored in counting(view.history(id)?)? {
        let fact = journal::decode(&stored.entry.body).map_err(|fault| Failure::Unreadable(fault.to_string()))?;
        if fact.get("counts").is_some() {
            last = Some((stored.seq, stored.entry.recorded_ms));
        }
    }
    Ok(last)
}

/// The own figures of a record inside the report's period, as they stood after an entry of the journal.
fn figures_at(view: &View<'_>, row: &Row, seq: i64, report: &ReportState) -> Result<Vec<domain::Figure>, Failure> {
    let mut history = view.history(&row.id)?;
    history.retain(|stored| stored.seq <= seq);
    let figures = refold(history)?.map(|(_, header)| header.figures).unwrap_or_default().into_iter();
    let inside = figures.filter(|figure| belongs(figure.code, figure.on, report.from, report.until));
    Ok(inside.filter(|figure| figure.basis == domain::Basis::Own).collect())
}
