//! Obligation: one thing that an agreement requires of a unit, in a form from which dated duties follow
//! (VI nội dung cam kết, nghĩa vụ; ZH 义务; domain vocabulary C.2).

mod shape;

use jiff::ToSpan;
use jiff::civil::Date;

pub use shape::*;

use crate::basis::agreement::Agreement;
use crate::basis::occurrence::{Occurrence, OccurrenceCommand};
use crate::organisation::counterpart::{Counterpart, CounterpartStage};
use crate::organisation::unit::Unit;
use crate::reporting::period::{Every, PeriodSpan};
use crate::{
    AgreementId, Consequence, CounterpartId, Decision, Grade, Header, Link, Noun, ObligationId, OccurrenceId, Right,
    Setting, SideId, Stamp, Wanted, Wing, Words,
};

/// How many occurrences one command opens at most; the next command goes on where it stopped.
pub const SCHEDULED_AT_ONCE: usize = 100;

/// The noun.
pub struct Obligation;

impl Noun for Obligation {
    const NAME: &'static str = "obligation";
    const WING: Wing = Wing::Basis;
    const GRADE: Grade = Grade::Open;
    type State = ObligationState;
    type Command = ObligationCommand;
    type Fact = ObligationFact;
    type Refusal = ObligationRefusal;

    fn decide(
        state: Option<&ObligationState>,
        command: ObligationCommand,
        setting: &Setting<'_>,
    ) -> Result<Decision<ObligationFact>, ObligationRefusal> {
        use ObligationCommand as C;
        use ObligationStage as S;
        match (state.map(|duty| (&duty.stage, duty)), command) {
            (None, command @ C::Register { .. }) => register(setting, command),
            (Some((S::Active, duty)), C::Schedule { from, until }) => schedule(duty, setting, from, until),
            (Some((S::Ended { on, .. }, duty)), C::Schedule { from, until }) => {
                schedule(duty, setting, from, until.min(*on))
            }
            (Some((S::Active, _)), C::End { on, reason }) => {
                let lapse = OccurrenceCommand::Lapse { reason: reason.clone() };
                let wanted =
                    Wanted { linked: Some(("under", setting.record.clone())), open: true, ..Wanted::default() };
                let ahead = setting.find::<Occurrence>(&wanted).into_iter().filter(|(_, due)| due.period_from >= on);
                let lapses: Vec<_> =
                    ahead.map(|(found, _)| Consequence::of::<Occurrence>(found.id, found.unit, &lapse)).collect();
                Ok(Decision::fact(ObligationFact::Ended { on, reason }).and_all(lapses))
            }
            (stage, _) => {
                let status = stage.map_or("none", |(stage, _)| stage.status()).to_owned();
                Err(ObligationRefusal::NotNow { status })
            }
        }
    }

    fn apply(state: Option<ObligationState>, fact: ObligationFact, stamp: &Stamp) -> ObligationState {
        let mut duty = state.unwrap_or_else(|| ObligationState::blank(stamp));
        match fact {
            ObligationFact::Registered {
                agreement,
                name,
                clause,
                unit,
                counterpart,
                activity,
                every,
                hosts,
                first_host,
                from,
                grace_days,
            } => {
                let (last_period, stage) = (None, ObligationStage::Active);
                duty = ObligationState {
                    agreement,
                    name,
                    clause,
                    unit,
                    counterpart,
                    activity,
                    every,
                    hosts,
                    first_host,
                    from,
                    grace_days,
                    last_period,
                    stage,
                };
            }
            ObligationFact::Scheduled { periods } => {
                duty.last_period =
                    periods.iter().map(|period| Some(period.index)).max().flatten().max(duty.last_period);
            }
            ObligationFact::Ended { on, reason } => duty.stage = ObligationStage::Ended { on, reason },
        }
        duty
    }

    fn header(duty: &ObligationState) -> Header {
        Header {
            status: duty.stage.status(),
            title: duty.name.clone(),
            holder: Some(duty.unit.clone()),
            counterpart: Some(duty.counterpart.clone()),
            links: vec![
                Link { role: "under", to: duty.agreement.0.clone() },
                Link { role: "with", to: duty.counterpart.0.clone() },
            ],
            ..Header::default()
        }
    }

    fn offers(state: Option<&ObligationState>) -> Vec<&'static str> {
        match state.map(|duty| &duty.stage) {
            None => vec!["register"],
            Some(ObligationStage::Active) => vec!["schedule", "end"],
            Some(ObligationStage::Ended { .. }) => vec![],
        }
    }

    fn right(command: &str) -> Right {
        if command == "schedule" { Right::Record } else { Right::Administer }
    }
}

fn register(setting: &Setting<'_>, command: ObligationCommand) -> Result<Decision<ObligationFact>, ObligationRefusal> {
    let ObligationCommand::Register {
        agreement,
        name,
        clause,
        unit,
        counterpart,
        activity,
        every,
        hosts,
        first_host,
        from,
        grace_days,
    } = command
    else {
        return Err(ObligationRefusal::NotNow { status: "none".to_owned() });
    };
    let name = name.tidied();
    if name.is_empty() {
        return Err(ObligationRefusal::NoName);
    }
    setting.load::<Agreement>(&agreement.0).ok_or(ObligationRefusal::NoAgreement)?;
    setting.load::<Unit>(&unit.0).ok_or_else(|| ObligationRefusal::NoUnit { unit: unit.to_string() })?;
    let relation = setting.load::<Counterpart>(&counterpart.0).ok_or(ObligationRefusal::NoCounterpart)?;
    if matches!(relation.stage, CounterpartStage::Ended { .. }) {
        return Err(ObligationRefusal::NoCounterpart);
    }
    if relation.own != unit {
        return Err(ObligationRefusal::CounterpartOfOtherUnit { unit: relation.own });
    }
    if hosts == Hosts::Alternate {
        let host = first_host.clone().ok_or(ObligationRefusal::NoFirstHost)?;
        if host != setting.own && host != relation.other_side {
            return Err(ObligationRefusal::HostNotInvolved { host });
        }
    }
    Ok(Decision::fact(ObligationFact::Registered {
        agreement,
        name,
        clause,
        unit,
        counterpart,
        activity,
        every,
        hosts,
        first_host,
        from,
        grace_days,
    }))
}

fn schedule(
    duty: &ObligationState,
    setting: &Setting<'_>,
    from: Option<Date>,
    until: Date,
) -> Result<Decision<ObligationFact>, ObligationRefusal> {
    let text = setting.load::<Agreement>(&duty.agreement.0).ok_or(ObligationRefusal::NoAgreement)?;
    let relation = setting.load::<Counterpart>(&duty.counterpart.0).ok_or(ObligationRefusal::NoCounterpart)?;
    let begin = duty.next_index();
    let over = |span: &PeriodSpan| from.is_some_and(|from| span.until <= from);
    let ahead = (begin..).map(|index| (index, duty.span_at(index))).take_while(|(_, span)| span.from < until);
    let mut owed = ahead.skip_while(|(_, span)| over(span)).peekable();
    let Some((_, first)) = owed.peek().cloned() else { return Err(ObligationRefusal::NothingNew { until }) };
    let ruled = owed.filter_map(|(index, span)| Some((index, text.version_on(span.from)?.number, span)));
    let (mut periods, mut consequences) = (Vec::new(), Vec::new());
    for (index, version, span) in ruled.take(SCHEDULED_AT_ONCE) {
        let occurrence = setting.around.fresh_id();
        let open = OccurrenceCommand::Schedule {
            obligation: ObligationId(setting.record.clone()),
            agreement: duty.agreement.clone(),
            version,
            activity: duty.activity,
            name: duty.name.clone(),
            counterpart: duty.counterpart.clone(),
            period: span.label.clone(),
            period_from: span.from,
            period_until: span.until,
            due_on: span.last_day().saturating_add(i64::from(duty.grace_days).days()),
            host: duty.host_of(index, &setting.own, &relation.other_side),
        };
        consequences.push(Consequence::of::<Occurrence>(occurrence.clone(), duty.unit.clone(), &open));
        periods.push(ScheduledPeriod { index, period: span.label, version, occurrence: OccurrenceId(occurrence) });
    }
    if periods.is_empty() {
        return Err(ObligationRefusal::NotInForce { from: first.from });
    }
    Ok(Decision::fact(ObligationFact::Scheduled { periods }).and_all(consequences))
}

impl ObligationStage {
    fn status(&self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Ended { .. } => "ended",
        }
    }
}

impl ObligationState {
    fn blank(stamp: &Stamp) -> Self {
        Self {
            agreement: AgreementId(stamp.record.clone()),
            name: Words::default(),
            clause: String::new(),
            unit: stamp.unit.clone(),
            counterpart: CounterpartId(stamp.record.clone()),
            activity: Activity::Talks,
            every: Every::Quarter,
            hosts: Hosts::Any,
            first_host: None,
            from: Date::ZERO,
            grace_days: 0,
            last_period: None,
            stage: ObligationStage::Active,
        }
    }

    fn next_index(&self) -> u32 {
        self.last_period.map_or(0, |last| last.saturating_add(1))
    }

    /// The period at an index, counted from 0 for the first that begins on or after [`Self::from`].
    pub fn span_at(&self, index: u32) -> PeriodSpan {
        let number = self.every.number_of(self.from);
        let begun = i32::from(self.every.span_at(number).from < self.from);
        self.every.span_at(number.saturating_add(begun).saturating_add_unsigned(index))
    }

    /// The host of the period at an index; none where either side may host.
    pub fn host_of(&self, index: u32, own: &SideId, other: &SideId) -> Option<SideId> {
        match self.hosts {
            Hosts::Any => None,
            Hosts::Own => Some(own.clone()),
            Hosts::Other => Some(other.clone()),
            Hosts::Alternate => {
                let first = self.first_host.as_ref()?;
                let second = if first == own { other } else { own };
                Some(if index.is_multiple_of(2) { first.clone() } else { second.clone() })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::basis::agreement::{AgreementCommand, AgreementKind};
    use crate::basis::occurrence::OccurrenceState;
    use crate::rehearsal::{Rehearsal, id, side, unit};

    fn owed(every: Every, hosts: Hosts, first_host: Option<&str>, from: Date) -> ObligationCommand {
        ObligationCommand::Register {
            agreement: AgreementId(id("a1")),
            name: Words::plain("Talks"),
            clause: "The stations hold talks. The sides host in turn.".into(),
            unit: unit("vs1"),
            counterpart: CounterpartId(id("vs1-nt1")),
            activity: Activity::Talks,
            every,
            hosts,
            first_host: first_host.map(side),
            from,
            grace_days: 5,
        }
    }

    /// An agreement whose version 1 is in force from that day.
    fn agreement(in_force_on: Date) -> Rehearsal {
        let mut line = Rehearsal::new();
        let register = AgreementCommand::Register {
            kind: AgreementKind::StationArrangement,
            name: Words::plain("Station arrangement"),
            parties: vec![unit("vs1"), unit("nt1")],
            parent: None,
            source: None,
        };
        line.act::<Agreement>("a1", register);
        version(&mut line, 1, in_force_on);
        line
    }

    fn version(line: &mut Rehearsal, number: u32, in_force_on: Date) {
        let signed_on = Some(date(2023, 12, 10));
        line.act::<Agreement>("a1", AgreementCommand::AddVersion { number, signed_on, note: None, source: None });
        line.act::<Agreement>("a1", AgreementCommand::RecordEntryIntoForce { number, on: in_force_on, basis: None });
    }

    fn quarterly() -> Rehearsal {
        let mut line = agreement(date(2024, 1, 1));
        line.act::<Obligation>("o1", owed(Every::Quarter, Hosts::Alternate, Some("v"), date(2026, 1, 1)));
        line
    }

    fn schedule(until: Date) -> ObligationCommand {
        ObligationCommand::Schedule { from: None, until }
    }

    fn occurrences<T>(line: &Rehearsal, read: impl Fn(&OccurrenceState) -> T) -> Vec<T> {
        line.all::<Occurrence>().iter().map(read).collect()
    }

    #[test]
    fn every_period_that_begins_before_the_day_gets_one_occurrence() {
        let mut line = quarterly();
        line.act::<Obligation>("o1", schedule(date(2026, 7, 1)));
        assert_eq!(occurrences(&line, |due| due.period.clone()), ["2026-Q1", "2026-Q2"]);
        assert_eq!(occurrences(&line, |due| due.due_on), [date(2026, 4, 5), date(2026, 7, 5)]);
        assert!(occurrences(&line, |due| due.obligation == ObligationId(id("o1"))).into_iter().all(|same| same));
    }

    #[test]
    fn a_post_that_starts_later_leaves_out_the_periods_that_are_over() {
        let mut line = quarterly();
        let from = Some(date(2026, 4, 1));
        line.act::<Obligation>("o1", ObligationCommand::Schedule { from, until: date(2027, 1, 1) });
        assert_eq!(occurrences(&line, |due| due.period.clone()), ["2026-Q2", "2026-Q3", "2026-Q4"]);
        assert_eq!(occurrences(&line, |due| due.host.clone()), ["n", "v", "n"].map(|code| Some(side(code))));
    }

    #[test]
    fn scheduling_twice_makes_no_second_occurrence() {
        let mut line = quarterly();
        line.act::<Obligation>("o1", schedule(date(2026, 7, 1)));
        assert_eq!(line.refused::<Obligation>("o1", schedule(date(2026, 7, 1))), "nothing-new");
        assert_eq!(line.refused::<Obligation>("o1", schedule(date(2026, 2, 1))), "nothing-new");
        line.act::<Obligation>("o1", schedule(date(2027, 1, 1)));
        assert_eq!(occurrences(&line, |due| due.period.clone()), ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]);
    }

    #[test]
    fn the_sides_host_in_turn_from_the_first_host_on_and_across_commands() {
        let mut line = quarterly();
        line.act::<Obligation>("o1", schedule(date(2026, 2, 1)));
        line.act::<Obligation>("o1", schedule(date(2027, 1, 1)));
        assert_eq!(occurrences(&line, |due| due.host.clone()), ["v", "n", "v", "n"].map(|code| Some(side(code))));
    }

    #[test]
    fn a_period_that_began_before_the_first_day_is_not_owed() {
        let mut line = agreement(date(2024, 1, 1));
        line.act::<Obligation>("o1", owed(Every::HalfYear, Hosts::Any, None, date(2026, 1, 2)));
        line.act::<Obligation>("o1", schedule(date(2027, 7, 1)));
        assert_eq!(occurrences(&line, |due| due.period.clone()), ["2026-H2", "2027-H1"]);
        assert_eq!(occurrences(&line, |due| due.host.clone()), [None, None]);
    }

    #[test]
    fn only_a_version_in_force_on_the_first_day_of_a_period_obliges() {
        let mut line = agreement(date(2026, 2, 1));
        line.act::<Obligation>("o1", owed(Every::Quarter, Hosts::Own, None, date(2026, 1, 1)));
        assert_eq!(line.refused::<Obligation>("o1", schedule(date(2026, 4, 1))), "not-in-force");
        line.act::<Obligation>("o1", schedule(date(2026, 10, 1)));
        assert_eq!(occurrences(&line, |due| due.period.clone()), ["2026-Q2", "2026-Q3"]);
    }

    #[test]
    fn each_occurrence_names_the_version_that_rules_on_its_first_day() {
        let mut line = quarterly();
        version(&mut line, 2, date(2026, 10, 9));
        line.act::<Obligation>("o1", schedule(date(2027, 4, 1)));
        assert_eq!(occurrences(&line, |due| due.version), [1, 1, 1, 1, 2]);
    }

    #[test]
    fn one_command_opens_at_most_a_hundred_and_the_next_goes_on() {
        let mut line = agreement(date(2024, 1, 1));
        line.act::<Obligation>("o1", owed(Every::Month, Hosts::Any, None, date(2026, 1, 1)));
        line.act::<Obligation>("o1", schedule(date(2036, 1, 1)));
        assert_eq!(line.all::<Occurrence>().len(), SCHEDULED_AT_ONCE);
        line.act::<Obligation>("o1", schedule(date(2036, 1, 1)));
        let mut labels = occurrences(&line, |due| due.period.clone());
        labels.dedup();
        assert_eq!(labels.len(), 120);
    }

    #[test]
    fn ending_an_obligation_lapses_what_begins_later_and_keeps_what_was_owed_before() {
        let mut line = quarterly();
        line.act::<Obligation>("o1", schedule(date(2027, 1, 1)));
        let end = ObligationCommand::End { on: date(2026, 7, 1), reason: "version 2 in force".into() };
        line.act::<Obligation>("o1", end);
        assert_eq!(occurrences(&line, OccurrenceState::is_open), [true, true, false, false]);
        assert_eq!(line.refused::<Obligation>("o1", schedule(date(2028, 1, 1))), "nothing-new");
    }

    #[test]
    fn an_obligation_rests_on_known_records_and_names_its_first_host() {
        let mut line = Rehearsal::new();
        let from = date(2026, 1, 1);
        assert_eq!(line.refused::<Obligation>("o1", owed(Every::Year, Hosts::Any, None, from)), "no-agreement");
        let mut line = agreement(from);
        let alternate = |host| owed(Every::Year, Hosts::Alternate, host, from);
        assert_eq!(line.refused::<Obligation>("o1", alternate(None)), "no-first-host");
        assert_eq!(line.refused::<Obligation>("o1", alternate(Some("third"))), "host-not-involved");
        let mut other = alternate(Some("n"));
        if let ObligationCommand::Register { counterpart, .. } = &mut other {
            *counterpart = CounterpartId(id("vs2-nt1"));
        }
        assert_eq!(line.refused::<Obligation>("o1", other), "counterpart-of-other-unit");
    }
}
