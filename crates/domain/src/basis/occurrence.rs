//! Occurrence: one dated duty of an obligation, from scheduled to met, postponed, waived, replaced or missed
//! (domain vocabulary C.2). The period covered and the day held are different things.

mod shape;

use jiff::ToSpan;
use jiff::civil::Date;

pub use shape::*;

use crate::basis::obligation::Activity;
use crate::contact::hotline_call::HotlineCall;
use crate::contact::letter::Letter;
use crate::{
    AgreementId, Basis, CounterpartId, Decision, Due, Figure, Header, Link, Noun, ObligationId, RecordId, Right,
    Setting, Stamp, Wanted, Wing, Words,
};

/// The noun.
pub struct Occurrence;

impl Noun for Occurrence {
    const NAME: &'static str = "occurrence";
    const WING: Wing = Wing::Basis;
    type State = OccurrenceState;
    type Command = OccurrenceCommand;
    type Fact = OccurrenceFact;
    type Refusal = OccurrenceRefusal;

    fn decide(
        state: Option<&OccurrenceState>,
        command: OccurrenceCommand,
        setting: &Setting<'_>,
    ) -> Result<Decision<OccurrenceFact>, OccurrenceRefusal> {
        use OccurrenceCommand as C;
        let Some(duty) = state else { return schedule(setting, command) };
        let fact = match command {
            C::Meet { held_on, .. } if held_on > setting.today => return Err(OccurrenceRefusal::InTheFuture),
            C::Meet { held_on, by } => duty.met(held_on, by),
            _ if !duty.is_open() => return Err(duty.not_now()),
            C::Schedule { .. } => return Err(duty.not_now()),
            C::Postpone { due_on, .. } if due_on <= duty.due_on => {
                return Err(OccurrenceRefusal::NotLater { due_on: duty.due_on });
            }
            C::Postpone { asked_by, due_on, agreed_by_letter, reason } => {
                if agreed_by_letter.iter().any(|letter| !exists::<Letter>(setting, &letter.0)) {
                    return Err(OccurrenceRefusal::NoLetter);
                }
                OccurrenceFact::Postponed { asked_by, due_on, agreed_by_letter, reason }
            }
            C::Waive { agreed } => OccurrenceFact::Waived { agreed },
            C::Replace { by, reason } => {
                if !exists::<Letter>(setting, &by) && !exists::<HotlineCall>(setting, &by) {
                    return Err(OccurrenceRefusal::NoReplacement);
                }
                OccurrenceFact::Replaced { by, reason }
            }
            C::Miss { .. } if setting.today <= duty.due_on => {
                return Err(OccurrenceRefusal::NotYetDue { due_on: duty.due_on });
            }
            C::Miss { reason } => OccurrenceFact::Missed { reason },
            C::Lapse { reason } => OccurrenceFact::Lapsed { reason },
        };
        Ok(Decision::fact(fact))
    }

    fn apply(state: Option<OccurrenceState>, fact: OccurrenceFact, stamp: &Stamp) -> OccurrenceState {
        use OccurrenceFact as F;
        use OccurrenceStage as S;
        let mut duty = state.unwrap_or_else(|| OccurrenceState::blank(stamp));
        match fact {
            F::Scheduled {
                obligation,
                agreement,
                version,
                activity,
                name,
                counterpart,
                period,
                period_from,
                period_until,
                due_on,
                host,
            } => {
                duty = OccurrenceState {
                    obligation,
                    agreement,
                    version,
                    activity,
                    name,
                    counterpart,
                    period,
                    period_from,
                    period_until,
                    due_on,
                    host,
                    also: Vec::new(),
                    stage: S::Scheduled,
                };
            }
            F::Met { held_on, by } => duty.stage = S::Met { held_on, by },
            F::MetLate { held_on, by } => duty.stage = S::MetLate { held_on, by },
            F::HeldAgain { by, .. } => duty.also.push(by),
            F::Postponed { asked_by, due_on, agreed_by_letter, reason } => {
                duty.due_on = due_on;
                duty.stage = S::Postponed { asked_by, reason, agreed_by_letter };
            }
            F::Waived { agreed } => duty.stage = S::Waived { agreed },
            F::Replaced { by, reason } => duty.stage = S::Replaced { by, reason },
            F::Missed { reason } => duty.stage = S::Missed { reason },
            F::Lapsed { reason } => duty.stage = S::Lapsed { reason },
        }
        duty
    }

    fn header(duty: &OccurrenceState) -> Header {
        use OccurrenceStage as S;
        let open = duty.is_open();
        let mut links = vec![Link { role: "under", to: duty.obligation.0.clone() }];
        match &duty.stage {
            S::Met { by, .. } | S::MetLate { by, .. } => links.push(Link { role: "met-by", to: by.clone() }),
            S::Replaced { by, .. } => links.push(Link { role: "replaced-by", to: by.clone() }),
            S::Postponed { agreed_by_letter: Some(letter), .. } => {
                links.push(Link { role: "agreed-by", to: letter.0.clone() });
            }
            _ => {}
        }
        links.extend(duty.also.iter().map(|by| Link { role: "held-again", to: by.clone() }));
        let held_on = match duty.stage {
            S::Met { held_on, .. } | S::MetLate { held_on, .. } => Some(held_on),
            _ => None,
        };
        Header {
            status: duty.stage.status(),
            title: duty.title(),
            open,
            turn: duty.host.clone().filter(|_| open),
            counterpart: Some(duty.counterpart.clone()),
            held_on,
            due: open.then_some(Due::On(duty.due_on)),
            period: Some(duty.period.clone()),
            links,
            figures: duty.figures(),
            ..Header::default()
        }
    }

    fn offers(state: Option<&OccurrenceState>) -> Vec<&'static str> {
        match state {
            Some(duty) if duty.is_open() => vec!["postpone", "replace", "meet", "waive", "miss", "lapse"],
            Some(duty) if matches!(duty.stage, OccurrenceStage::Missed { .. }) => vec!["meet"],
            _ => vec![],
        }
    }

    fn right(command: &str) -> Right {
        match command {
            "schedule" => Right::Administer,
            "waive" | "miss" | "lapse" => Right::Decide,
            _ => Right::Record,
        }
    }
}

fn schedule(setting: &Setting<'_>, command: OccurrenceCommand) -> Result<Decision<OccurrenceFact>, OccurrenceRefusal> {
    let OccurrenceCommand::Schedule {
        obligation,
        agreement,
        version,
        activity,
        name,
        counterpart,
        period,
        period_from,
        period_until,
        due_on,
        host,
    } = command
    else {
        return Err(OccurrenceRefusal::NotNow { status: "none".to_owned() });
    };
    let wanted = Wanted { linked: Some(("under", obligation.0.clone())), ..Wanted::default() };
    if setting.find::<Occurrence>(&wanted).iter().any(|(_, known)| known.period == period) {
        return Err(OccurrenceRefusal::AlreadyScheduled { period });
    }
    Ok(Decision::fact(OccurrenceFact::Scheduled {
        obligation,
        agreement,
        version,
        activity,
        name,
        counterpart,
        period,
        period_from,
        period_until,
        due_on,
        host,
    }))
}

fn exists<N: Noun>(setting: &Setting<'_>, id: &RecordId) -> bool {
    setting.around.record(N::NAME, id).is_some()
}

impl OccurrenceStage {
    fn status(&self) -> &'static str {
        match self {
            Self::Scheduled => "scheduled",
            Self::Met { .. } => "met",
            Self::MetLate { .. } => "met-late",
            Self::Postponed { .. } => "postponed",
            Self::Waived { .. } => "waived",
            Self::Replaced { .. } => "replaced",
            Self::Missed { .. } => "missed",
            Self::Lapsed { .. } => "lapsed",
        }
    }
}

impl OccurrenceState {
    fn blank(stamp: &Stamp) -> Self {
        Self {
            obligation: ObligationId(stamp.record.clone()),
            agreement: AgreementId(stamp.record.clone()),
            version: 0,
            activity: Activity::Talks,
            name: Words::default(),
            counterpart: CounterpartId(stamp.record.clone()),
            period: String::new(),
            period_from: Date::ZERO,
            period_until: Date::ZERO,
            due_on: Date::ZERO,
            host: None,
            also: Vec::new(),
            stage: OccurrenceStage::Scheduled,
        }
    }

    /// True while it is owed: scheduled, or postponed by agreement.
    pub fn is_open(&self) -> bool {
        matches!(self.stage, OccurrenceStage::Scheduled | OccurrenceStage::Postponed { .. })
    }

    fn not_now(&self) -> OccurrenceRefusal {
        OccurrenceRefusal::NotNow { status: self.stage.status().to_owned() }
    }

    /// What a record held on that day means: met in time or late, or, once settled, one more record. What was held
    /// is never refused, so that a record of what happened is not lost for the state of its duty.
    fn met(&self, held_on: Date, by: RecordId) -> OccurrenceFact {
        let owed = self.is_open() || matches!(self.stage, OccurrenceStage::Missed { .. });
        match (owed, held_on <= self.due_on) {
            (true, true) => OccurrenceFact::Met { held_on, by },
            (true, false) => OccurrenceFact::MetLate { held_on, by },
            (false, _) => OccurrenceFact::HeldAgain { held_on, by },
        }
    }

    fn title(&self) -> Words {
        let named = self.name.0.iter().map(|(code, name)| (code.clone(), format!("{name} · {}", self.period)));
        Words(named.collect())
    }

    /// Counted on the last day of the period covered, whenever it was held.
    fn figures(&self) -> Vec<Figure> {
        use OccurrenceStage as S;
        let on = self.period_until.saturating_sub(1.day());
        let figure = |code| Figure { code, on, quantity: 1, basis: Basis::Own };
        let outcome = match self.stage {
            S::Lapsed { .. } => return Vec::new(),
            S::Scheduled => None,
            S::Met { .. } => Some("obligations-met"),
            S::MetLate { .. } => Some("obligations-met-late"),
            S::Postponed { .. } => Some("obligations-postponed"),
            S::Waived { .. } => Some("obligations-waived"),
            S::Replaced { .. } => Some("obligations-replaced"),
            S::Missed { .. } => Some("obligations-missed"),
        };
        let mut figures = vec![figure("obligations-due")];
        figures.extend(outcome.map(figure));
        figures
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::LetterId;
    use crate::contact::talks::PostponeReason;
    use crate::rehearsal::{Rehearsal, id, side};

    fn scheduled(obligation: &str, host: Option<&str>) -> OccurrenceCommand {
        OccurrenceCommand::Schedule {
            obligation: ObligationId(id(obligation)),
            agreement: AgreementId(id("a1")),
            version: 1,
            activity: Activity::Talks,
            name: Words::plain("Quarterly talks"),
            counterpart: CounterpartId(id("vs1-nt1")),
            period: "2026-Q1".into(),
            period_from: date(2026, 1, 1),
            period_until: date(2026, 4, 1),
            due_on: date(2026, 4, 5),
            host: host.map(side),
        }
    }

    /// Talks owed in the first quarter, on 20 May.
    fn owed() -> Rehearsal {
        let mut line = Rehearsal::new();
        line.act::<Occurrence>("d1", scheduled("o1", Some("n")));
        line.now("2026-05-20T03:00:00Z");
        line
    }

    fn meet(held_on: Date, by: &str) -> OccurrenceCommand {
        OccurrenceCommand::Meet { held_on, by: id(by) }
    }

    fn postpone(due_on: Date, letter: Option<&str>) -> OccurrenceCommand {
        let agreed_by_letter = letter.map(|letter| LetterId(id(letter)));
        OccurrenceCommand::Postpone { asked_by: side("n"), due_on, agreed_by_letter, reason: PostponeReason::Epidemic }
    }

    fn status(line: &Rehearsal) -> &'static str {
        line.header::<Occurrence>("d1").status
    }

    #[test]
    fn an_open_occurrence_waits_for_its_host_until_its_last_day() {
        let header = owed().header::<Occurrence>("d1");
        assert_eq!((header.open, header.turn, header.due), (true, Some(side("n")), Some(Due::On(date(2026, 4, 5)))));
        assert_eq!(header.title.pick("en").1, "Quarterly talks · 2026-Q1");
    }

    #[test]
    fn an_occurrence_met_on_its_last_day_is_met_in_time() {
        let mut line = owed();
        line.act::<Occurrence>("d1", meet(date(2026, 4, 5), "talks-1"));
        let header = line.header::<Occurrence>("d1");
        assert_eq!((header.status, header.held_on, header.due), ("met", Some(date(2026, 4, 5)), None));
        assert!(header.links.contains(&Link { role: "met-by", to: id("talks-1") }));
    }

    #[test]
    fn an_occurrence_met_after_its_last_day_is_met_late() {
        let mut line = owed();
        line.act::<Occurrence>("d1", meet(date(2026, 4, 6), "talks-1"));
        assert_eq!(status(&line), "met-late");
        assert_eq!(
            line.figures::<Occurrence>("d1"),
            [("obligations-due", "own", 1), ("obligations-met-late", "own", 1)]
        );
    }

    #[test]
    fn what_is_held_late_counts_for_the_period_covered() {
        let mut line = owed();
        line.act::<Occurrence>("d1", meet(date(2026, 5, 18), "talks-1"));
        let days: Vec<Date> = line.header::<Occurrence>("d1").figures.into_iter().map(|figure| figure.on).collect();
        assert_eq!(days, [date(2026, 3, 31), date(2026, 3, 31)]);
    }

    #[test]
    fn an_agreed_postponement_moves_the_last_day_and_keeps_the_duty_open() {
        let mut line = owed();
        assert_eq!(line.refused::<Occurrence>("d1", postpone(date(2026, 4, 5), None)), "not-later");
        assert_eq!(line.refused::<Occurrence>("d1", postpone(date(2026, 5, 31), Some("l9"))), "no-letter");
        line.act::<Occurrence>("d1", postpone(date(2026, 5, 31), None));
        assert!(line.state::<Occurrence>("d1").is_open());
        assert_eq!(line.figures::<Occurrence>("d1")[1].0, "obligations-postponed");
        line.act::<Occurrence>("d1", meet(date(2026, 5, 18), "talks-1"));
        assert_eq!(status(&line), "met");
    }

    #[test]
    fn nothing_is_missed_while_there_is_still_time() {
        let mut line = owed();
        let miss = || OccurrenceCommand::Miss { reason: "no answer".into() };
        line.now("2026-04-05T16:59:00Z");
        assert_eq!(line.refused::<Occurrence>("d1", miss()), "not-yet-due");
        line.now("2026-04-05T17:00:00Z");
        line.act::<Occurrence>("d1", miss());
        assert_eq!(status(&line), "missed");
    }

    #[test]
    fn a_missed_occurrence_that_is_held_after_all_is_met_late() {
        let mut line = owed();
        line.act::<Occurrence>("d1", OccurrenceCommand::Miss { reason: "no answer".into() });
        line.act::<Occurrence>("d1", meet(date(2026, 5, 18), "talks-1"));
        assert_eq!(status(&line), "met-late");
    }

    #[test]
    fn what_is_held_again_is_linked_and_counts_once() {
        let mut line = owed();
        line.act::<Occurrence>("d1", meet(date(2026, 3, 1), "talks-1"));
        line.act::<Occurrence>("d1", meet(date(2026, 5, 1), "talks-2"));
        assert_eq!(line.figures::<Occurrence>("d1"), [("obligations-due", "own", 1), ("obligations-met", "own", 1)]);
        assert!(line.header::<Occurrence>("d1").links.contains(&Link { role: "held-again", to: id("talks-2") }));
    }

    #[test]
    fn a_day_ahead_meets_nothing() {
        let mut line = owed();
        assert_eq!(line.refused::<Occurrence>("d1", meet(date(2026, 5, 21), "talks-1")), "in-the-future");
    }

    #[test]
    fn a_settled_occurrence_is_settled() {
        let waive = || OccurrenceCommand::Waive { agreed: "letter 12, both sides".into() };
        let mut line = owed();
        line.act::<Occurrence>("d1", waive());
        assert_eq!(line.refused::<Occurrence>("d1", waive()), "not-now");
        assert_eq!(line.refused::<Occurrence>("d1", postpone(date(2026, 6, 1), None)), "not-now");
        assert_eq!(line.header::<Occurrence>("d1").turn, None);
    }

    #[test]
    fn only_a_letter_or_a_call_replaces_an_occurrence() {
        let mut line = owed();
        let replace = OccurrenceCommand::Replace { by: id("talks-1"), reason: "flood".into() };
        assert_eq!(line.refused::<Occurrence>("d1", replace), "no-replacement");
    }

    #[test]
    fn a_lapsed_occurrence_counts_nowhere() {
        let mut line = owed();
        line.act::<Occurrence>("d1", OccurrenceCommand::Lapse { reason: "version 2".into() });
        assert_eq!(line.figures::<Occurrence>("d1"), []);
    }

    #[test]
    fn an_obligation_has_one_occurrence_for_a_period() {
        let mut line = owed();
        assert_eq!(line.refused::<Occurrence>("d2", scheduled("o1", None)), "already-scheduled");
        line.act::<Occurrence>("d2", scheduled("o2", None));
    }

    #[test]
    fn only_a_commander_waives_or_lets_a_duty_lapse() {
        for command in ["waive", "miss", "lapse"] {
            assert_eq!(Occurrence::right(command), Right::Decide);
        }
    }
}
