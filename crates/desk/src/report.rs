//! Reports as they are read: figures by unit and counterpart, each leading to its records, and an independent recount.

use std::collections::BTreeMap;

use domain::reporting::report::{Count, FIGURES, OtherCount, ReportState, sum};
use domain::{Counted, CounterpartId, OfficerId, RecordId, UnitId, Words};
use store::{Failure, Filter, Order, Row, StoredEntry};

use crate::Desk;
use crate::authority::{SUPERIOR, Who};
use crate::fold::fold;
use crate::read::{ReadError, RecordView, titled};

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
    /// Names of units and counterparts.
    pub titles: BTreeMap<String, Words>,
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
        let report: ReportState = serde_json::from_value(record.row.state.clone())
            .map_err(|fault| Failure::Unreadable(fault.to_string()))?;
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
        let now = self.counted_now(&report)?;
        let late = FIGURES.iter().filter_map(|figure| {
            let total: i64 = now.iter().filter(|count| count.figure == *figure).map(|count| count.own).sum();
            let frozen = report.own_total(figure);
            (total != frozen).then(|| ((*figure).to_owned(), frozen, total))
        });
        let late = late.collect();
        let mut titles = record.titles.clone();
        self.store.read(|view| {
            for count in &report.counts {
                for id in [Some(count.unit.as_str()), count.counterpart.as_ref().map(CounterpartId::as_str)].into_iter().flatten() {
                    if !titles.contains_key(id) && let Some(row) = view.record(id)? {
                        titles.insert(id.to_owned(), titled(&row));
                    }
                }
            }
            Ok::<_, Failure>(())
        })?;
        Ok(ReportView { record, report, lines, late, titles })
    }

    /// The records behind a figure of a report, as far as the officer may see them.
    pub fn figure_records(&self, officer: &OfficerId, id: &str, figure: &str, unit: Option<&str>) -> Result<(ReportState, Vec<Row>), ReadError> {
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
        let filter = Filter {
            units,
            counted: Some((figure.to_owned(), report.from.to_string(), report.until.to_string())),
            exercise: Some(false),
            order: Order::HeldFirst,
            ..Filter::default()
        };
        let rows = self.rows(officer, &filter, 5000)?;
        Ok((report, rows))
    }

    /// The counts of a report made again from nothing but the journal: every entry is folded anew.
    pub fn recount(&self, report: &ReportState) -> Result<Vec<Count>, Failure> {
        let mut rows: BTreeMap<String, (Row, domain::Header)> = BTreeMap::new();
        self.each_entry(|stored| {
            let before = rows.remove(&stored.entry.record);
            match fold(before.as_ref().map(|(row, _)| row.clone()), &stored.entry)? {
                Some(folded) => drop(rows.insert(stored.entry.record, folded)),
                None => drop(before.map(|before| rows.insert(stored.entry.record, before))),
            }
            Ok(())
        })?;
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
            for figure in header.figures.iter().filter(|figure| figure.on >= report.from && figure.on < report.until) {
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

    /// The counts as the figures table gives them now.
    fn counted_now(&self, report: &ReportState) -> Result<Vec<Count>, Failure> {
        let units = self.with_below(&report.unit)?;
        let rows = self.store.read(|view| view.figures(&units, &report.from.to_string(), &report.until.to_string()))?;
        let figures: Vec<Counted> = rows.into_iter().filter_map(crate::around::counted).collect();
        Ok(sum(&figures))
    }

    fn with_below(&self, unit: &UnitId) -> Result<Vec<String>, Failure> {
        let mut units = self.store.read(|view| view.leading_to(unit.as_str(), SUPERIOR))?;
        units.push(unit.to_string());
        Ok(units)
    }

    /// Hands every entry of the journal over, in order.
    pub(crate) fn each_entry(&self, mut take: impl FnMut(StoredEntry) -> Result<(), Failure>) -> Result<i64, Failure> {
        const BATCH: u32 = 1000;
        let mut after = 0;
        loop {
            let batch = self.store.read(|view| view.entries_after(after, BATCH))?;
            let Some(last) = batch.last() else { return Ok(after) };
            after = last.seq;
            for stored in batch {
                take(stored)?;
            }
        }
    }

    /// The officer's units in reach, the own one first, for a form that begins a record.
    pub fn units_to_act_for(&self, officer: &OfficerId, right: domain::Right) -> Result<Vec<crate::Choice>, ReadError> {
        self.store.read(|view| {
            let who = Who::read(view, officer, self.today())?;
            let mut units = Vec::new();
            for id in who.units_with(right) {
                if let Some(row) = view.record(&id)? {
                    units.push(crate::Choice { title: titled(&row), id });
                }
            }
            units.sort_by_key(|choice| who.unit.as_ref().is_none_or(|own| own.as_str() != choice.id));
            Ok(units)
        })
    }
}
