//! Report: a unit's word to its superior about a period: counts that open to their records, results, problems
//! (VI báo cáo, ZH 报告).

mod shape;

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Date;

pub use shape::*;

use crate::around::Counted;
use crate::organisation::counterpart::Counterpart;
use crate::reporting::period::PeriodSpan;
use crate::{
    Consequence, Decision, Due, Header, Link, Noun, Right, Setting, SideId, Stamp, UnitId, Wanted, Wing, Words,
};

/// Days after the end of the period on which a report of each rank is due: station, province, command (D1; proposed).
pub const DUE_DAYS: [i64; 3] = [5, 10, 20];

/// Every figure a report counts, in the order in which it shows them.
pub const FIGURES: &[&str] = &[
    "talks-held",
    "talks-participants",
    "items-agreed",
    "items-noted",
    "items-beyond-authority",
    "items-reserved",
    "items-not-discussed",
    "meetings-held",
    "meeting-participants",
    "letters-sent",
    "letters-received",
    "calls-connected",
    "calls-failed",
    "patrols-bilateral",
    "patrols-enforcement",
    "patrols-parallel",
    "patrols-three-party",
    "patrol-participants",
    "patrol-markers",
    "patrol-residents",
    "patrol-leaflets",
    "patrol-talks",
    "visits",
    "visit-participants",
    "delegations-sent",
    "delegation-members-sent",
    "delegations-received",
    "delegation-members-received",
    "twinnings-station",
    "twinnings-force",
    "twinnings-community",
    "twinnings-administration",
    "twinning-own-members",
    "twinning-partners",
    "twinnings-signed",
    "twinning-reviews",
    "gate-restrictions",
    "obligations-due",
    "obligations-met",
    "obligations-met-late",
    "obligations-postponed",
    "obligations-waived",
    "obligations-replaced",
    "obligations-missed",
];

/// The figures that say how many there are at the end of a period, not how many came in it: each of their records adds
/// from the day on which it began to count, and takes away again from the day on which it no longer does.
pub const STANDING: &[&str] = &[
    "twinnings-station",
    "twinnings-force",
    "twinnings-community",
    "twinnings-administration",
    "twinning-own-members",
    "twinning-partners",
];

/// True when a figure of a day belongs to a period: one that stands belongs to every period after it as well.
pub fn belongs(code: &str, on: Date, from: Date, until: Date) -> bool {
    on < until && (from <= on || STANDING.contains(&code))
}

/// The noun.
pub struct Report;

impl Noun for Report {
    const NAME: &'static str = "report";
    const WING: Wing = Wing::Reporting;
    type State = ReportState;
    type Command = ReportCommand;
    type Fact = ReportFact;
    type Refusal = ReportRefusal;

    fn decide(
        state: Option<&ReportState>,
        command: ReportCommand,
        setting: &Setting<'_>,
    ) -> Result<Decision<ReportFact>, ReportRefusal> {
        use ReportCommand as C;
        use ReportStage as S;
        let Some(report) = state else {
            let C::Draft { period, results, problems, directions } = command else {
                return Err(ReportRefusal::NotNow { status: "none".into() });
            };
            return draft(setting, &period, Told { results, problems, directions });
        };
        match (&report.stage, command) {
            (S::Draft | S::Returned { .. }, C::Amend { results, problems, directions }) => {
                Ok(Decision::fact(ReportFact::Amended { told: Told { results, problems, directions } }))
            }
            (S::Draft | S::Returned { .. }, C::Recount) => {
                let counts = counted(setting, &report.unit, report.from, report.until);
                Ok(Decision::fact(ReportFact::Recounted { counts }))
            }
            (
                S::Draft | S::Returned { .. } | S::Signed { .. },
                C::RecordOtherCount { figure, counterpart, count, source },
            ) => {
                known_figure(&figure)?;
                let other = setting.load::<Counterpart>(&counterpart.0).ok_or(ReportRefusal::NoCounterpart)?;
                let stated = OtherCount { figure, counterpart, side: other.other_side, count, source };
                Ok(Decision::fact(ReportFact::OtherCountRecorded { stated }))
            }
            (S::Draft | S::Returned { .. }, C::Sign) => sign(report, setting),
            (S::Signed { .. }, C::Send { sent_on }) => {
                let to = report.to.clone().ok_or(ReportRefusal::NoSuperior)?;
                Ok(Decision::fact(ReportFact::Sent { on: sent_on, to }))
            }
            (S::Sent { .. }, C::Receive) => {
                addressed(report, setting)?;
                Ok(Decision::fact(ReportFact::Received))
            }
            (S::Received { .. }, C::Return { remarks }) => {
                addressed(report, setting)?;
                Ok(Decision::fact(ReportFact::Returned { remarks }))
            }
            (S::Received { signed_by, .. }, C::Accept) => {
                addressed(report, setting)?;
                if *signed_by == setting.officer {
                    return Err(ReportRefusal::OwnReport);
                }
                Ok(Decision::fact(ReportFact::Accepted))
            }
            (S::Accepted { .. }, C::Consolidate { into }) => Ok(Decision::fact(ReportFact::Consolidated { into })),
            (S::Signed { .. } | S::Accepted { .. } | S::Consolidated { .. }, C::Restate { reason }) => {
                let counts = counted(setting, &report.unit, report.from, report.until);
                if counts == report.counts {
                    return Err(ReportRefusal::NothingChanged);
                }
                Ok(Decision::fact(ReportFact::Restated { counts, reason }))
            }
            (stage, _) => Err(ReportRefusal::NotNow { status: stage.status().to_owned() }),
        }
    }

    fn apply(state: Option<ReportState>, fact: ReportFact, stamp: &Stamp) -> ReportState {
        let mut report = state.unwrap_or_else(|| ReportState::blank(stamp));
        match fact {
            ReportFact::Drafted { period, from, until, due_on, unit, to, counts, below, other_counts, told } => {
                let title = Words::plain(period.clone());
                report = ReportState {
                    unit,
                    to,
                    period,
                    from,
                    until,
                    due_on,
                    title,
                    counts,
                    below,
                    told,
                    other_counts,
                    restatements: Vec::new(),
                    stage: ReportStage::Draft,
                };
            }
            ReportFact::Amended { told } => report.told = told,
            ReportFact::Recounted { counts } => report.counts = counts,
            ReportFact::OtherCountRecorded { stated } => {
                report.other_counts.retain(|known| !known.same_as(&stated));
                report.other_counts.push(stated);
            }
            ReportFact::Signed { counts, other_counts } => {
                report.counts = counts;
                for stated in other_counts {
                    if !report.other_counts.iter().any(|known| known.same_as(&stated)) {
                        report.other_counts.push(stated);
                    }
                }
                report.stage = ReportStage::Signed { signed_by: stamp.officer.clone() };
            }
            ReportFact::Sent { on, .. } => {
                report.stage = ReportStage::Sent { signed_by: report.signer(stamp), on };
            }
            ReportFact::Received => report.stage = ReportStage::Received { signed_by: report.signer(stamp) },
            ReportFact::Returned { remarks } => report.stage = ReportStage::Returned { remarks },
            ReportFact::Accepted => report.stage = ReportStage::Accepted { accepted_by: stamp.officer.clone() },
            ReportFact::Consolidated { into } => report.stage = ReportStage::Consolidated { into },
            ReportFact::Restated { counts, reason } => {
                let old = std::mem::replace(&mut report.counts, counts);
                report.restatements.push(Restatement { reason, counts_before: old });
            }
        }
        report
    }

    fn header(report: &ReportState) -> Header {
        let upward = matches!(report.stage, ReportStage::Sent { .. } | ReportStage::Received { .. });
        let open = match report.stage {
            ReportStage::Accepted { .. } | ReportStage::Consolidated { .. } => false,
            // At the top nobody waits for a signed report.
            ReportStage::Signed { .. } => report.to.is_some(),
            _ => true,
        };
        let mut links: Vec<Link> =
            report.below.iter().map(|below| Link { role: "consolidates", to: below.clone() }).collect();
        links.push(Link { role: "of-unit", to: report.unit.0.clone() });
        Header {
            status: report.stage.status(),
            title: report.title.clone(),
            open,
            holder: if upward { report.to.clone() } else { None },
            due: open.then_some(Due::On(report.due_on)),
            held_on: report.until.yesterday().ok(),
            period: Some(report.period.clone()),
            links,
            ..Header::default()
        }
    }

    fn offers(state: Option<&ReportState>) -> Vec<&'static str> {
        match state.map(|report| &report.stage) {
            None => vec!["draft"],
            Some(ReportStage::Draft | ReportStage::Returned { .. }) => {
                vec!["sign", "amend", "recount", "record-other-count"]
            }
            Some(ReportStage::Signed { .. }) => vec!["send", "record-other-count", "restate"],
            Some(ReportStage::Sent { .. }) => vec!["receive"],
            Some(ReportStage::Received { .. }) => vec!["accept", "return"],
            Some(ReportStage::Accepted { .. } | ReportStage::Consolidated { .. }) => vec!["restate"],
        }
    }

    fn right(command: &str) -> Right {
        match command {
            "sign" | "accept" | "return" | "restate" => Right::Decide,
            _ => Right::Record,
        }
    }
}

fn draft(setting: &Setting<'_>, period: &str, told: Told) -> Result<Decision<ReportFact>, ReportRefusal> {
    let span = PeriodSpan::parse(period).ok_or_else(|| ReportRefusal::NoPeriod { period: period.to_owned() })?;
    if span.from > setting.today {
        return Err(ReportRefusal::NotBegun);
    }
    let unit = setting.unit.clone();
    let standing = setting.find::<Report>(&Wanted { unit: Some(unit.clone()), ..Wanted::default() });
    if standing.iter().any(|(_, report)| report.period == span.label) {
        return Err(ReportRefusal::AlreadyDrafted { period: span.label });
    }
    let superiors = setting.around.superiors(&unit);
    let reporting: Vec<UnitId> = superiors.into_iter().filter(|above| reports(setting, above)).collect();
    let rank = 2usize.saturating_sub(reporting.len());
    let due_on = span.until.saturating_add((DUE_DAYS.get(rank).copied().unwrap_or(20) - 1).days());
    let below = below(setting, &unit, &span.label);
    let fact = ReportFact::Drafted {
        period: span.label,
        from: span.from,
        until: span.until,
        due_on,
        counts: counted(setting, &unit, span.from, span.until),
        to: reporting.into_iter().next(),
        other_counts: stated_below(&below),
        below: below.iter().map(|(id, _)| id.clone()).collect(),
        unit,
        told,
    };
    Ok(Decision::fact(fact))
}

/// True when a unit takes part in the scheme of talks and so sends reports upward.
fn reports(setting: &Setting<'_>, unit: &UnitId) -> bool {
    let known = setting.load::<crate::organisation::unit::Unit>(&unit.0);
    known.is_some_and(|unit| unit.levels.contains_key(crate::organisation::level::TALKS_SCHEME))
}

/// The accepted reports of units directly below for the same period.
fn below(setting: &Setting<'_>, unit: &UnitId, period: &str) -> Vec<(crate::RecordId, ReportState)> {
    let all = setting.find::<Report>(&Wanted::default()).into_iter();
    let same = all.filter(|(_, report)| report.period == period && report.to.as_ref() == Some(unit));
    same.map(|(found, report)| (found.id, report)).collect()
}

/// What the other side stated to the units below, each statement once.
fn stated_below(below: &[(crate::RecordId, ReportState)]) -> Vec<OtherCount> {
    let mut stated: Vec<OtherCount> = Vec::new();
    for said in below.iter().flat_map(|(_, report)| &report.other_counts) {
        if !stated.iter().any(|known| known.same_as(said)) {
            stated.push(said.clone());
        }
    }
    stated
}

fn sign(report: &ReportState, setting: &Setting<'_>) -> Result<Decision<ReportFact>, ReportRefusal> {
    if setting.today < report.until {
        return Err(ReportRefusal::PeriodNotOver { until: report.until });
    }
    let below = below(setting, &report.unit, &report.period);
    if let Some((_, waiting)) = below.iter().find(|(_, report)| !report.is_accepted()) {
        return Err(ReportRefusal::BelowNotAccepted { unit: waiting.unit.clone() });
    }
    let counts = counted(setting, &report.unit, report.from, report.until);
    let other_counts = stated_below(&below);
    let into = setting.record.clone();
    let consolidated = below.into_iter().filter(|(_, report)| !report.is_consolidated()).map(|(id, report)| {
        let consolidate = ReportCommand::Consolidate { into: into.clone() };
        Consequence::of::<Report>(id, report.unit, &consolidate)
    });
    Ok(Decision::fact(ReportFact::Signed { counts, other_counts }).and_all(consolidated))
}

fn addressed(report: &ReportState, setting: &Setting<'_>) -> Result<(), ReportRefusal> {
    let to = report.to.as_ref().ok_or(ReportRefusal::NoSuperior)?;
    if setting.around.may(Right::Record, to) { Ok(()) } else { Err(ReportRefusal::NotAddressee) }
}

fn known_figure(code: &str) -> Result<(), ReportRefusal> {
    if FIGURES.contains(&code) { Ok(()) } else { Err(ReportRefusal::NoFigure { figure: code.to_owned() }) }
}

/// The counts of a unit and those below it: one line for each figure, unit and counterpart, own and joint apart.
pub fn counted(setting: &Setting<'_>, unit: &UnitId, from: Date, until: Date) -> Vec<Count> {
    let mut figures = setting.around.figures(unit, from, until);
    figures.extend(setting.around.standing(unit, from));
    sum(&figures)
}

/// Adds figures up to lines, in the order of [`FIGURES`], then unit, then counterpart. What no longer stands has no line.
pub fn sum(figures: &[Counted]) -> Vec<Count> {
    let mut lines: BTreeMap<(usize, String, String), Count> = BTreeMap::new();
    for figure in figures {
        let Some(place) = FIGURES.iter().position(|code| *code == figure.code) else { continue };
        let counterpart = figure.counterpart.as_ref().map(ToString::to_string).unwrap_or_default();
        let line = lines.entry((place, figure.unit.to_string(), counterpart)).or_insert_with(|| Count {
            figure: figure.code.clone(),
            unit: figure.unit.clone(),
            counterpart: figure.counterpart.clone(),
            own: 0,
            joint: 0,
        });
        match figure.basis.as_str() {
            "joint" => line.joint += figure.quantity,
            _ => line.own += figure.quantity,
        }
    }
    let gone = |line: &Count| STANDING.contains(&line.figure.as_str()) && line.own == 0 && line.joint == 0;
    lines.into_values().filter(|line| !gone(line)).collect()
}

impl OtherCount {
    /// True when both state the same figure with the same counterpart.
    fn same_as(&self, other: &Self) -> bool {
        self.figure == other.figure && self.counterpart == other.counterpart
    }
}

impl ReportState {
    fn blank(stamp: &Stamp) -> Self {
        Self {
            unit: stamp.unit.clone(),
            to: None,
            period: String::new(),
            from: Date::ZERO,
            until: Date::ZERO,
            due_on: Date::ZERO,
            title: Words::default(),
            counts: Vec::new(),
            other_counts: Vec::new(),
            below: Vec::new(),
            told: Told::default(),
            restatements: Vec::new(),
            stage: ReportStage::Draft,
        }
    }

    fn signer(&self, stamp: &Stamp) -> crate::OfficerId {
        match &self.stage {
            ReportStage::Signed { signed_by }
            | ReportStage::Sent { signed_by, .. }
            | ReportStage::Received { signed_by } => signed_by.clone(),
            _ => stamp.officer.clone(),
        }
    }

    /// True when the superior accepted the report, whether or not it was consolidated since.
    pub fn is_accepted(&self) -> bool {
        matches!(self.stage, ReportStage::Accepted { .. } | ReportStage::Consolidated { .. })
    }

    fn is_consolidated(&self) -> bool {
        matches!(self.stage, ReportStage::Consolidated { .. })
    }

    /// The own total of a figure.
    pub fn own_total(&self, figure: &str) -> i64 {
        self.counts.iter().filter(|count| count.figure == figure).map(|count| count.own).sum()
    }

    /// The joint total of a figure.
    pub fn joint_total(&self, figure: &str) -> i64 {
        self.counts.iter().filter(|count| count.figure == figure).map(|count| count.joint).sum()
    }

    /// Where the other side's stated count differs from the own one: the statement and the own count.
    pub fn differences(&self) -> impl Iterator<Item = (&OtherCount, i64)> {
        let own = |stated: &OtherCount| -> i64 {
            let same = |count: &&Count| {
                count.figure == stated.figure && count.counterpart.as_ref() == Some(&stated.counterpart)
            };
            self.counts.iter().filter(same).map(|count| count.own).sum()
        };
        self.other_counts.iter().map(move |stated| (stated, own(stated))).filter(|(stated, own)| stated.count != *own)
    }

    /// The sides whose counts were stated.
    pub fn sides_heard(&self) -> impl Iterator<Item = &SideId> {
        self.other_counts.iter().map(|stated| &stated.side)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::{CounterpartId, RecordId};

    fn figure(code: &str, unit: &str, quantity: i64, basis: &str) -> Counted {
        let (Ok(record), Ok(unit), Ok(counterpart)) =
            (RecordId::parse("r"), UnitId::parse(unit), CounterpartId::parse("c"))
        else {
            panic!("codes")
        };
        let on = date(2026, 2, 14);
        Counted { record, unit, code: code.into(), basis: basis.into(), counterpart: Some(counterpart), on, quantity }
    }

    #[test]
    fn a_joint_event_is_counted_once_for_the_side_and_once_jointly() {
        let lines = sum(&[figure("talks-held", "s", 1, "own"), figure("talks-held", "s", 1, "joint")]);
        assert_eq!(lines.len(), 1);
        assert_eq!((lines[0].own, lines[0].joint), (1, 1));
    }

    #[test]
    fn lines_stand_in_the_order_of_the_figures() {
        let lines = sum(&[
            figure("letters-sent", "a", 2, "own"),
            figure("talks-held", "b", 1, "own"),
            figure("letters-sent", "a", 1, "own"),
        ]);
        let shown: Vec<_> = lines.iter().map(|line| (line.figure.as_str(), line.own)).collect();
        assert_eq!(shown, [("talks-held", 1), ("letters-sent", 3)]);
    }

    #[test]
    fn a_figure_that_stands_belongs_to_every_later_period_and_any_other_to_its_own() {
        let (from, until) = (date(2026, 1, 1), date(2026, 4, 1));
        for (code, on, expected) in [
            ("twinning-partners", date(2015, 5, 1), true),
            ("twinning-partners", date(2026, 3, 31), true),
            ("twinning-partners", until, false),
            ("talks-held", date(2015, 5, 1), false),
            ("talks-held", from, true),
            ("talks-held", until, false),
        ] {
            assert_eq!(belongs(code, on, from, until), expected, "{code} on {on}");
        }
        assert!(STANDING.iter().all(|code| FIGURES.contains(code)));
    }

    #[test]
    fn what_no_longer_stands_has_no_line() {
        let ended = [figure("twinning-partners", "s", 3, "own"), figure("twinning-partners", "s", -3, "own")];
        assert!(sum(&ended).is_empty());
    }

    #[test]
    fn a_figure_that_no_report_knows_is_left_out() {
        assert!(sum(&[figure("unheard-of", "a", 2, "own")]).is_empty());
    }
}
