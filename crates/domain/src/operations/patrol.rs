//! Patrol: both sides patrol an agreed section in an agreed time, from the plan to the signed record
//! (VI tuần tra song phương / liên hợp, ZH 双边巡逻、联合执法巡逻; domain vocabulary C.5, practice B.4).

mod rules;
mod shape;

use jiff::ToSpan;
use jiff::civil::Date;

use rules::{agree, finish, name_teams, not_past, plan, sign, start};
pub use shape::*;

use crate::basis::obligation::Activity;
use crate::{Basis, CounterpartId, Decision, Due, Figure, Header, Link, Noun, Right, Setting, Stamp, Wing, Words};

/// Days after the last day of a patrol within which its record is to be signed.
pub const SIGNING_DAYS: i32 = 7;

/// The noun.
pub struct Patrol;

impl Noun for Patrol {
    const NAME: &'static str = "patrol";
    const WING: Wing = Wing::Operations;
    type State = PatrolState;
    type Command = PatrolCommand;
    type Fact = PatrolFact;
    type Refusal = PatrolRefusal;

    fn decide(
        state: Option<&PatrolState>,
        command: PatrolCommand,
        setting: &Setting<'_>,
    ) -> Result<Decision<PatrolFact>, PatrolRefusal> {
        use PatrolCommand as C;
        use PatrolStage as S;
        let Some(patrol) = state else { return plan(setting, command) };
        match (&patrol.stage, command) {
            (S::Planned { .. } | S::Postponed { .. }, C::RecordAgreement { agreed_on }) => {
                agree(patrol, setting, agreed_on)
            }
            (S::Planned { .. } | S::Postponed { .. }, C::RecordOtherDate { planned_on }) => {
                not_past(setting, planned_on)?;
                Ok(Decision::fact(PatrolFact::OtherDateRecorded { planned_on, turn: setting.own.clone() }))
            }
            (S::Agreed { .. }, C::Approve) if setting.officer == patrol.planned_by => Err(PatrolRefusal::OwnPlan),
            (S::Agreed { .. }, C::Approve) => Ok(Decision::fact(PatrolFact::Approved { on: setting.happened_on() })),
            (S::Approved { .. } | S::TeamsNamed, command @ C::NameTeams { .. }) => name_teams(patrol, command),
            (S::TeamsNamed, C::Start { at }) => start(patrol, setting, at),
            (S::UnderWay { at }, command @ C::RecordFinished { .. }) => {
                finish(patrol, setting, setting.day_of(*at), command)
            }
            (S::Finished | S::Interrupted, C::SignRecord { signed_on, at_marker }) => {
                sign(patrol, setting, signed_on, at_marker)
            }
            (_, C::SignRecord { .. }) if !patrol.is_over() => Err(PatrolRefusal::NotFinished),
            (_, C::Postpone { asked_by, reason, planned_on }) => {
                patrol.still_ahead()?;
                planned_on.map_or(Ok(()), |day| not_past(setting, day))?;
                Ok(Decision::fact(PatrolFact::Postponed { asked_by, reason, planned_on }))
            }
            (_, C::Cancel { reason }) => {
                patrol.still_ahead()?;
                Ok(Decision::fact(PatrolFact::Cancelled { reason }))
            }
            _ => Err(patrol.not_now()),
        }
    }

    fn apply(state: Option<PatrolState>, fact: PatrolFact, stamp: &Stamp) -> PatrolState {
        use PatrolFact as F;
        use PatrolStage as S;
        let mut patrol = state.unwrap_or_else(|| PatrolState::blank(stamp));
        match fact {
            F::Planned {
                counterpart,
                kind,
                planned_on,
                from_marker,
                to_marker,
                chair,
                mode,
                night,
                own_teams,
                own_strength,
                occurrence,
                period,
                turn,
            } => {
                patrol = PatrolState {
                    counterpart,
                    kind,
                    planned_on,
                    from_marker,
                    to_marker,
                    chair,
                    mode,
                    night,
                    own_teams,
                    own_strength,
                    occurrence,
                    period,
                    stage: S::Planned { turn },
                    ..PatrolState::blank(stamp)
                };
            }
            F::OtherDateRecorded { planned_on, turn } => {
                patrol.planned_on = planned_on;
                patrol.stage = S::Planned { turn };
            }
            F::Agreed { on } => patrol.stage = S::Agreed { on },
            F::Approved { on } => {
                patrol.approved_by = Some(stamp.officer.clone());
                patrol.stage = S::Approved { on };
            }
            F::TeamsNamed { teams, own_teams, own_strength } => {
                (patrol.own_teams, patrol.own_strength) = (own_teams, own_strength);
                patrol.teams = Some(teams);
                patrol.stage = S::TeamsNamed;
            }
            F::Started { at } => patrol.stage = S::UnderWay { at },
            F::Finished { course } => {
                patrol.course = Some(course);
                patrol.stage = S::Finished;
            }
            F::Interrupted { course } => {
                patrol.course = Some(course);
                patrol.stage = S::Interrupted;
            }
            F::RecordSigned { on, at_marker } => {
                let interrupted = patrol.stage == S::Interrupted;
                patrol.stage = S::Signed { on, at_marker, interrupted };
            }
            F::Postponed { asked_by, reason, planned_on } => {
                patrol.planned_on = planned_on.unwrap_or(patrol.planned_on);
                (patrol.approved_by, patrol.teams) = (None, None);
                patrol.stage = S::Postponed { asked_by, reason, new_date: planned_on };
            }
            F::Cancelled { reason } => patrol.stage = S::Cancelled { reason },
        }
        patrol
    }

    fn header(patrol: &PatrolState) -> Header {
        let (status, open, due) = patrol.standing();
        let mut links = vec![Link { role: "with", to: patrol.counterpart.0.clone() }];
        links.extend(patrol.occurrence.iter().map(|met| Link { role: "meets", to: met.0.clone() }));
        let section = format!("{} · {} – {}", patrol.planned_on, patrol.from_marker, patrol.to_marker);
        Header {
            status,
            title: Words::plain(section),
            open,
            turn: match &patrol.stage {
                PatrolStage::Planned { turn } => Some(turn.clone()),
                _ => None,
            },
            counterpart: Some(patrol.counterpart.clone()),
            held_on: Some(patrol.day()),
            due: due.map(Due::On),
            period: patrol.period.clone(),
            links,
            figures: patrol.figures(),
            ..Header::default()
        }
    }

    fn offers(state: Option<&PatrolState>) -> Vec<&'static str> {
        use PatrolStage as S;
        match state.map(|patrol| &patrol.stage) {
            None => vec!["plan"],
            Some(S::Planned { .. }) => vec!["record-agreement", "record-other-date", "postpone", "cancel"],
            Some(S::Postponed { new_date: Some(_), .. }) => vec!["record-agreement", "record-other-date", "cancel"],
            Some(S::Postponed { .. }) => vec!["record-other-date", "postpone", "cancel"],
            Some(S::Agreed { .. }) => vec!["approve", "postpone", "cancel"],
            Some(S::Approved { .. }) => vec!["name-teams", "postpone", "cancel"],
            Some(S::TeamsNamed) => vec!["start", "name-teams", "postpone", "cancel"],
            Some(S::UnderWay { .. }) => vec!["record-finished"],
            Some(S::Finished | S::Interrupted) => vec!["sign-record"],
            Some(S::Signed { .. } | S::Cancelled { .. }) => vec![],
        }
    }

    fn right(command: &str) -> Right {
        if matches!(command, "approve" | "sign-record") { Right::Decide } else { Right::Record }
    }
}

impl PatrolKind {
    /// True when such a patrol can meet an obligation of that activity; the last two kinds meet either.
    fn meets(self, activity: Activity) -> bool {
        match self {
            Self::Bilateral => activity == Activity::BilateralPatrol,
            Self::LawEnforcement => activity == Activity::LawEnforcementPatrol,
            Self::Parallel | Self::ThreeParty => {
                matches!(activity, Activity::BilateralPatrol | Activity::LawEnforcementPatrol)
            }
        }
    }

    fn figure(self) -> &'static str {
        match self {
            Self::Bilateral => "patrols-bilateral",
            Self::LawEnforcement => "patrols-enforcement",
            Self::Parallel => "patrols-parallel",
            Self::ThreeParty => "patrols-three-party",
        }
    }
}

impl Teams {
    /// True when each side named a liaison officer who goes with the other (B.4).
    pub fn exchanged_liaison(&self) -> bool {
        [&self.liaison_out, &self.liaison_in]
            .into_iter()
            .all(|office| office.as_ref().is_some_and(|office| !office.trim().is_empty()))
    }
}

impl PatrolState {
    fn blank(stamp: &Stamp) -> Self {
        Self {
            counterpart: CounterpartId(stamp.record.clone()),
            kind: PatrolKind::Bilateral,
            planned_on: Date::ZERO,
            from_marker: String::new(),
            to_marker: String::new(),
            chair: stamp.side.clone(),
            mode: PatrolMode::Foot,
            night: false,
            own_teams: 0,
            own_strength: 0,
            occurrence: None,
            period: None,
            planned_by: stamp.officer.clone(),
            approved_by: None,
            teams: None,
            course: None,
            stage: PatrolStage::Cancelled { reason: String::new() },
        }
    }

    fn not_now(&self) -> PatrolRefusal {
        PatrolRefusal::NotNow { status: self.standing().0.to_owned() }
    }

    fn still_ahead(&self) -> Result<(), PatrolRefusal> {
        use PatrolStage as S;
        match self.stage {
            S::Planned { .. } | S::Agreed { .. } | S::Approved { .. } | S::TeamsNamed | S::Postponed { .. } => Ok(()),
            _ => Err(self.not_now()),
        }
    }

    /// True once nothing more can happen on the ground.
    fn is_over(&self) -> bool {
        self.course.is_some() || matches!(self.stage, PatrolStage::Cancelled { .. })
    }

    /// The first day held, or the day planned.
    pub fn day(&self) -> Date {
        self.course.as_ref().map_or(self.planned_on, |course| course.held_on)
    }

    /// Name of the stage, whether somebody must act, until which day.
    fn standing(&self) -> (&'static str, bool, Option<Date>) {
        use PatrolStage as S;
        let planned = Some(self.planned_on);
        let signing = self.course.as_ref().map(|course| course.until_on.saturating_add(SIGNING_DAYS.days()));
        match &self.stage {
            S::Planned { .. } => ("planned", true, planned),
            S::Agreed { .. } => ("agreed", true, planned),
            S::Approved { .. } => ("approved", true, planned),
            S::TeamsNamed => ("teams-named", true, planned),
            S::UnderWay { .. } => ("under-way", true, planned),
            S::Finished => ("finished", true, signing),
            S::Interrupted => ("interrupted", true, signing),
            S::Signed { .. } => ("signed", false, None),
            S::Postponed { new_date, .. } => ("postponed", true, *new_date),
            S::Cancelled { .. } => ("cancelled", false, None),
        }
    }

    /// What counts once the patrol is finished; one that was interrupted counts nowhere.
    fn figures(&self) -> Vec<Figure> {
        let joint = match self.stage {
            PatrolStage::Finished => false,
            PatrolStage::Signed { interrupted: false, .. } => true,
            _ => return Vec::new(),
        };
        let Some(course) = &self.course else { return Vec::new() };
        let figure = |code, quantity: u32, basis| Figure { code, on: course.held_on, quantity: quantity.into(), basis };
        let mut figures = vec![
            figure(self.kind.figure(), 1, Basis::Own),
            figure("patrol-participants", self.own_strength, Basis::Own),
        ];
        if joint {
            figures.push(figure(self.kind.figure(), 1, Basis::Joint));
        }
        for (code, quantity) in [
            ("patrol-markers", course.markers_checked),
            ("patrol-residents", course.residents_met),
            ("patrol-leaflets", course.leaflets),
            ("patrol-talks", course.talks_on_the_spot),
        ] {
            if quantity > 0 {
                figures.push(figure(code, quantity, Basis::Own));
            }
        }
        figures
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::basis::occurrence::{Occurrence, OccurrenceCommand, OccurrenceState};
    use crate::contact::talks::{PostponeReason, TaskGiven};
    use crate::contact::task::Task;
    use crate::rehearsal::{Rehearsal, id, instant, side};
    use crate::{AgreementId, ObligationId, OccurrenceId};

    fn planned(occurrence: Option<&str>, chair: &str) -> PatrolCommand {
        PatrolCommand::Plan {
            counterpart: CounterpartId(id("vs1-nt1")),
            kind: PatrolKind::Bilateral,
            planned_on: date(2026, 2, 26),
            from_marker: "T10".into(),
            to_marker: "T14(2)".into(),
            chair: side(chair),
            mode: PatrolMode::Foot,
            night: false,
            own_teams: 3,
            own_strength: 24,
            occurrence: occurrence.map(|due| OccurrenceId(id(due))),
        }
    }

    /// A quarterly bilateral patrol is owed, with side `v` as host.
    fn owed() -> Rehearsal {
        let mut line = Rehearsal::new();
        let schedule = OccurrenceCommand::Schedule {
            obligation: ObligationId(id("o1")),
            agreement: AgreementId(id("a1")),
            version: 1,
            activity: Activity::BilateralPatrol,
            name: Words::plain("Quarterly patrol"),
            counterpart: CounterpartId(id("vs1-nt1")),
            period: "2026-Q1".into(),
            period_from: date(2026, 1, 1),
            period_until: date(2026, 4, 1),
            due_on: date(2026, 3, 31),
            host: Some(side("v")),
        };
        line.act::<Occurrence>("d1", schedule);
        line
    }

    fn teams(liaison_in: Option<&str>) -> PatrolCommand {
        PatrolCommand::NameTeams {
            own_lead: "Deputy head of station".into(),
            other_lead: "Company commander".into(),
            liaison_out: Some("Platoon leader".into()),
            liaison_in: liaison_in.map(str::to_owned),
            own_teams: 3,
            own_strength: 30,
            other_strength: 28,
        }
    }

    fn approved() -> Rehearsal {
        let mut line = owed();
        line.act::<Patrol>("p1", planned(Some("d1"), "v"));
        line.act::<Patrol>("p1", PatrolCommand::RecordAgreement { agreed_on: date(2026, 2, 2) });
        line.officer_of("chief", "vs1");
        line.act::<Patrol>("p1", PatrolCommand::Approve);
        line
    }

    fn under_way() -> Rehearsal {
        let mut line = approved();
        line.act::<Patrol>("p1", teams(Some("Platoon leader")));
        line.now("2026-02-26T01:00:00Z");
        line.act::<Patrol>("p1", PatrolCommand::Start { at: instant("2026-02-26T00:30:00Z") });
        line.now("2026-02-27T10:00:00Z");
        line
    }

    fn finished(held_on: Date, until_on: Option<Date>, interrupted: bool) -> PatrolCommand {
        let task = TaskGiven { title: "Clear the path".into(), side: side("n"), due_on: date(2026, 4, 30) };
        let finding = Finding { marker: Some("T12".into()), text: "Observed position agrees with the register".into() };
        PatrolCommand::RecordFinished {
            held_on,
            until_on,
            markers_checked: 9,
            residents_met: 40,
            leaflets: 0,
            talks_on_the_spot: 2,
            findings: vec![finding],
            interrupted,
            next_on: None,
            tasks: vec![task],
        }
    }

    fn sign(signed_on: Date, at: Option<&str>) -> PatrolCommand {
        PatrolCommand::SignRecord { signed_on, at_marker: at.map(str::to_owned) }
    }

    #[test]
    fn an_ordinary_patrol_goes_from_plan_to_signed_record_and_meets_its_occurrence() {
        let mut line = under_way();
        line.act::<Patrol>("p1", finished(date(2026, 2, 26), None, false));
        assert_eq!(line.header::<Occurrence>("d1").status, "met");
        assert_eq!(line.all::<Task>().len(), 1);
        line.act::<Patrol>("p1", sign(date(2026, 2, 26), Some("T14(2)")));
        let header = line.header::<Patrol>("p1");
        assert_eq!((header.status, header.open, header.period.as_deref()), ("signed", false, Some("2026-Q1")));
        let expected = [
            ("patrols-bilateral", "own", 1),
            ("patrol-participants", "own", 30),
            ("patrols-bilateral", "joint", 1),
            ("patrol-markers", "own", 9),
            ("patrol-residents", "own", 40),
            ("patrol-talks", "own", 2),
        ];
        assert_eq!(line.figures::<Patrol>("p1"), expected);
    }

    #[test]
    fn a_patrol_is_not_approved_by_the_officer_who_planned_it() {
        let mut line = owed();
        line.act::<Patrol>("p1", planned(None, "v"));
        assert_eq!(line.refused::<Patrol>("p1", PatrolCommand::Approve), "not-now");
        line.act::<Patrol>("p1", PatrolCommand::RecordAgreement { agreed_on: date(2026, 2, 2) });
        assert_eq!(line.refused::<Patrol>("p1", PatrolCommand::Approve), "own-plan");
        assert_eq!(Patrol::right("approve"), Right::Decide);
    }

    #[test]
    fn a_patrol_does_not_start_before_liaison_officers_are_exchanged() {
        let mut line = approved();
        for missing in [None, Some("  ")] {
            line.act::<Patrol>("p1", teams(missing));
            let start = PatrolCommand::Start { at: instant("2026-02-02T02:00:00Z") };
            assert_eq!(line.refused::<Patrol>("p1", start), "no-liaison");
        }
    }

    #[test]
    fn the_host_of_the_occurrence_chairs_the_patrol() {
        assert_eq!(owed().refused::<Patrol>("p1", planned(Some("d1"), "n")), "other-host");
    }

    #[test]
    fn a_patrol_meets_only_an_open_occurrence_of_its_kind() {
        let mut line = owed();
        assert_eq!(line.refused::<Patrol>("p1", planned(Some("d9"), "v")), "no-occurrence");
        let mut other = planned(Some("d1"), "v");
        if let PatrolCommand::Plan { kind, .. } = &mut other {
            *kind = PatrolKind::LawEnforcement;
        }
        assert_eq!(line.refused::<Patrol>("p1", other), "other-activity");
    }

    #[test]
    fn a_section_runs_from_marker_to_marker() {
        let mut wrong = planned(None, "v");
        if let PatrolCommand::Plan { to_marker, .. } = &mut wrong {
            *to_marker = "the bridge".into();
        }
        assert_eq!(owed().refused::<Patrol>("p1", wrong), "no-marker");
    }

    #[test]
    fn another_date_is_for_the_own_side_to_agree_to() {
        let mut line = owed();
        line.act::<Patrol>("p1", planned(None, "v"));
        assert_eq!(line.header::<Patrol>("p1").turn, Some(side("n")));
        line.act::<Patrol>("p1", PatrolCommand::RecordOtherDate { planned_on: date(2026, 3, 2) });
        let header = line.header::<Patrol>("p1");
        assert_eq!((header.turn, header.due), (Some(side("v")), Some(Due::On(date(2026, 3, 2)))));
    }

    #[test]
    fn a_postponed_patrol_needs_a_day_and_a_new_approval() {
        let mut line = approved();
        let postpone =
            PatrolCommand::Postpone { asked_by: side("n"), reason: PostponeReason::Weather, planned_on: None };
        line.act::<Patrol>("p1", postpone);
        let agree = || PatrolCommand::RecordAgreement { agreed_on: date(2026, 2, 2) };
        assert_eq!(line.refused::<Patrol>("p1", agree()), "no-date");
        line.act::<Patrol>("p1", PatrolCommand::RecordOtherDate { planned_on: date(2026, 3, 2) });
        line.act::<Patrol>("p1", agree());
        assert_eq!(line.state::<Patrol>("p1").approved_by, None);
        assert!(line.state::<Occurrence>("d1").is_open());
    }

    #[test]
    fn the_days_of_a_patrol_follow_one_another() {
        let mut line = under_way();
        assert_eq!(line.refused::<Patrol>("p1", finished(date(2026, 2, 25), None, false)), "wrong-order");
        let back = finished(date(2026, 2, 27), Some(date(2026, 2, 26)), false);
        assert_eq!(line.refused::<Patrol>("p1", back), "wrong-order");
        let ahead = finished(date(2026, 2, 26), Some(date(2026, 2, 28)), false);
        assert_eq!(line.refused::<Patrol>("p1", ahead), "in-the-future");
    }

    #[test]
    fn a_record_cannot_be_signed_before_the_patrol_is_finished() {
        let mut line = under_way();
        assert_eq!(line.refused::<Patrol>("p1", sign(date(2026, 2, 26), None)), "not-finished");
        line.act::<Patrol>("p1", finished(date(2026, 2, 26), Some(date(2026, 2, 27)), false));
        assert_eq!(line.refused::<Patrol>("p1", sign(date(2026, 2, 26), None)), "not-finished");
    }

    #[test]
    fn an_interrupted_patrol_meets_nothing_and_counts_nowhere() {
        let mut line = under_way();
        line.act::<Patrol>("p1", finished(date(2026, 2, 26), None, true));
        line.act::<Patrol>("p1", sign(date(2026, 2, 27), None));
        assert_eq!(line.figures::<Patrol>("p1"), []);
        assert!(line.all::<Occurrence>().iter().all(OccurrenceState::is_open));
    }

    #[test]
    fn a_patrol_that_began_cannot_be_cancelled() {
        let mut line = under_way();
        let cancel = PatrolCommand::Cancel { reason: "flood".into() };
        assert_eq!(line.refused::<Patrol>("p1", cancel), "not-now");
    }
}
