//! The check of the demonstration: the quarter is played in a folder that goes again, and what must come out is held
//! against what the records say.

mod two_sides;

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::time::Instant;

use desk::{Desk, Filter, Order, ReportView, Row};
use domain::OfficerId;
use domain::basis::occurrence::OccurrenceState;
use domain::contact::referral::ReferralState;
use domain::contact::talks::TalksState;
use domain::reporting::period::{Every, PeriodSpan};
use domain::reporting::report::ReportState;
use jiff::Timestamp;
use serde::de::DeserializeOwned;

use super::course::{Course, Played};
use super::neighbour::at_once;
use crate::folders::ProfileFolder;
use crate::stop::{Outcome, Stop};
use crate::{report, shown};

/// The quarter of the check.
const QUARTER: &str = "2026-Q1";
/// How many records of a noun are looked at.
const ROWS: u32 = 5000;

/// Plays the quarter, lets both sides sign its papers, checks it, and prints the consolidated report.
pub fn run(folder: &ProfileFolder) -> Outcome {
    let begun = Instant::now();
    let course = Course::read(folder)?;
    let quarter = PeriodSpan::parse(QUARTER).ok_or_else(|| Stop::Failed(format!("{QUARTER} is no quarter")))?;
    let temporary = || tempfile::tempdir().map_err(|fault| Stop::Failed(format!("no temporary folder: {fault}")));
    let (here, there) = (temporary()?, temporary()?);
    shown::say(&format!("{}, {QUARTER}", course.script.title));
    let (played, neighbour) = at_once(
        || {
            let played = course.found_with_keys(here.path(), &quarter)?;
            course.play(&played, Timestamp::MAX, |act, number| {
                let refused = act.refused.as_ref().map(|reason| format!(" [refused: {reason}]")).unwrap_or_default();
                shown::say(&format!("{number:>4}  {:<12} {:<15} {}{refused}", act.on, act.by, act.say));
            })?;
            Ok(played)
        },
        || course.found_neighbour(there.path(), &quarter),
    )?;
    let mut found = Found::default();
    match &neighbour {
        Some(neighbour) => {
            neighbour.clock.set(played.desk.now());
            two_sides::run(&played, neighbour, &mut found)?;
            whole(&neighbour.desk, "the neighbour's post", &mut found)?;
        }
        None => shown::say("The script names no neighbour: one side alone."),
    }
    if let Some(view) = checked(&played, &mut found)? {
        shown::table(&report::figures(&view))?;
    }
    shown::say(&format!("{} acts, {:.1} s", course.script.acts.len(), begun.elapsed().as_secs_f64()));
    if found.wrong.is_empty() { Ok(()) } else { Err(Stop::Failed(found.wrong.join("\n"))) }
}

/// What was found to be right or wrong.
#[derive(Default)]
struct Found {
    wrong: Vec<String>,
}

impl Found {
    fn note(&mut self, what: &str, is_right: bool, detail: &str) {
        let mark = if is_right { "right" } else { "WRONG" };
        shown::say(&format!("{mark}  {what}: {detail}"));
        if !is_right {
            self.wrong.push(format!("{what}: {detail}"));
        }
    }
}

fn checked(played: &Played, found: &mut Found) -> Outcome<Option<ReportView>> {
    let officers: Vec<OfficerId> = played.officers.values().cloned().collect();
    let desk = &played.desk;
    for (_, view) in reports(desk, &officers, &played.quarter.label)? {
        recounted(desk, &view, found)?;
    }
    let consolidated = consolidated(desk, &officers, &played.quarter.label)?.map(|(_, view)| view);
    let told = match &consolidated {
        Some(view) => format!("{} brings {} reports together", view.report.unit, view.report.below.len()),
        None => "no report brings others together".to_owned(),
    };
    found.note("the consolidated report", consolidated.is_some(), &told);
    next_talks(played, &officers, found)?;
    let checkup = desk.checkup()?;
    for finding in &checkup.findings {
        found.note(finding.subject, finding.well, &finding.detail);
    }
    whole(desk, "rebuild", found)?;
    Ok(consolidated)
}

/// Every table of a post is the same after it was made again from the journal.
fn whole(desk: &Desk, what: &str, found: &mut Found) -> Outcome {
    let before = desk.dump()?;
    let entries = desk.rebuild(|_, _| {})?;
    let is_same = desk.dump()? == before;
    let told = if is_same { "the tables are the same" } else { "the tables differ" };
    found.note(what, is_same, &format!("{told} after a rebuild from {entries} entries"));
    Ok(())
}

/// A recount from the journal alone gives the totals of the report; where records came after it was signed, it gives
/// what the report itself says of them.
fn recounted(desk: &Desk, view: &ReportView, found: &mut Found) -> Outcome {
    let counted = desk.recount(&view.report)?;
    let late: BTreeMap<&str, i64> = view.late.iter().map(|(figure, _, now)| (figure.as_str(), *now)).collect();
    let totals = report::compared(&view.report, &counted);
    let differing: Vec<&str> = totals
        .iter()
        .filter(|total| match late.get(total.figure) {
            Some(now) => total.counted.0 != *now,
            None => !total.agrees(),
        })
        .map(|total| total.figure)
        .collect();
    let what = format!("recount of {} {}", view.report.unit, view.report.period);
    let told = match (differing.is_empty(), late.is_empty()) {
        (true, true) => format!("{} figures, all the same", totals.len()),
        (true, false) => format!("{} figures, {} of them with records that came later", totals.len(), late.len()),
        (false, _) => format!("different: {}", differing.join(", ")),
    };
    found.note(&what, differing.is_empty(), &told);
    Ok(())
}

/// The referral that the talks opened is still open with the superior and stands on the next agenda; the next talks are
/// hosted by the side that did not host before.
fn next_talks(played: &Played, officers: &[OfficerId], found: &mut Found) -> Outcome {
    let desk = &played.desk;
    let next: PeriodSpan = Every::Quarter.span_of(played.quarter.until);
    let talks: Vec<(Row, TalksState)> = seen(desk, officers, "talks")?;
    let in_period =
        |label: &str| talks.iter().filter(|(_, talks)| talks.period.as_deref() == Some(label)).collect::<Vec<_>>();
    let (first, second) = (in_period(&played.quarter.label), in_period(&next.label));
    let referrals: Vec<(Row, ReferralState)> = seen(desk, officers, "referral")?;
    let of_quarter =
        referrals.iter().filter(|(_, referral)| first.iter().any(|(row, _)| row.id == referral.opened_by.as_str()));
    let of_quarter: Vec<_> = of_quarter.collect();
    found.note(
        "referrals",
        !of_quarter.is_empty(),
        &format!("{} came out of the talks of the quarter", of_quarter.len()),
    );
    for (row, referral) in of_quarter {
        let holder = row.holder.as_deref().unwrap_or(&row.unit);
        let is_above = row.open && holder != row.unit && holder == referral.to.as_str();
        found.note("the referral", is_above, &format!("{} with {holder}: {}", row.status, referral.title));
        let taken = second.iter().find(|(_, talks)| {
            talks.agenda.iter().any(|item| item.follows.as_ref().is_some_and(|id| id.as_str() == row.id))
        });
        let told =
            taken.map_or("on no agenda".to_owned(), |(row, _)| format!("on the agenda of {}", shown::row_title(row)));
        found.note("the referral in the next quarter", taken.is_some(), &told);
    }
    for (_, held) in &first {
        let after = second.iter().find(|(_, talks)| talks.counterpart == held.counterpart);
        let host = after.map(|(_, talks)| talks.host.to_string());
        let is_other = host.as_deref().is_some_and(|host| host != held.host.as_str());
        let told = format!(
            "{} hosted in {}, {} in {}",
            held.host,
            played.quarter.label,
            host.as_deref().unwrap_or("nobody"),
            next.label
        );
        found.note("the next host", is_other, &told);
    }
    let owed: Vec<(Row, OccurrenceState)> = seen(desk, officers, "occurrence")?;
    let met = owed.iter().filter(|(row, owed)| owed.period == played.quarter.label && !row.open).count();
    found.note("the duties of the quarter", met > 0, &format!("{met} settled"));
    Ok(())
}

/// The reports of a period that some of the officers may see, each once, with one who sees it.
fn reports(desk: &Desk, officers: &[OfficerId], period: &str) -> Outcome<Vec<(OfficerId, ReportView)>> {
    let mut views = BTreeMap::new();
    for officer in officers {
        let filter = Filter {
            nouns: vec!["report".to_owned()],
            period: Some(period.to_owned()),
            order: Order::Begun,
            ..Filter::default()
        };
        for row in desk.rows(officer, &filter, ROWS)? {
            if let Entry::Vacant(place) = views.entry(row.id.clone()) {
                place.insert((officer.clone(), desk.report(officer, &row.id)?));
            }
        }
    }
    Ok(views.into_values().collect())
}

/// The report of a period that brings most others together, with an officer who sees it.
pub fn consolidated(desk: &Desk, officers: &[OfficerId], period: &str) -> Outcome<Option<(OfficerId, ReportView)>> {
    let reports = reports(desk, officers, period)?.into_iter();
    let consolidating = reports.filter(|(_, view)| !view.report.below.is_empty() && is_done(&view.report));
    Ok(consolidating.max_by_key(|(_, view)| view.report.below.len()))
}

fn is_done(report: &ReportState) -> bool {
    !matches!(report.stage.status(), "draft" | "returned")
}

/// The records of a noun that some of the officers may see, each once, with their states.
fn seen<T: DeserializeOwned>(desk: &Desk, officers: &[OfficerId], noun: &str) -> Outcome<Vec<(Row, T)>> {
    let mut rows = BTreeMap::new();
    for officer in officers {
        let filter = Filter { nouns: vec![noun.to_owned()], order: Order::Begun, ..Filter::default() };
        rows.extend(desk.rows(officer, &filter, ROWS)?.into_iter().map(|row| (row.id.clone(), row)));
    }
    let read = |row: Row| {
        let state =
            serde_json::from_value(row.state.clone()).map_err(|fault| Stop::Failed(format!("{noun}: {fault}")))?;
        Ok((row, state))
    };
    rows.into_values().map(read).collect()
}
