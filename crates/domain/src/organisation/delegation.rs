//! Delegation: a named group of either side for one activity across the line, from the list to the report
//! (VI đoàn đại biểu, ZH 代表团; domain vocabulary C.1). Only the head is named; members go by office and number.

mod rules;
mod shape;
mod state;

use jiff::ToSpan;
use jiff::civil::Date;

use rules::{answer, change, crossing, leave, propose, send, substitute_head};
pub use shape::*;
pub use state::*;

use crate::organisation::border_representative::PersonInOffice;
use crate::{
    Basis, CounterpartId, Decision, Due, Figure, Header, Link, Noun, Right, Setting, SideId, Stamp, Wing, Words,
};

/// Days after its return within which a delegation is reported upward; proposed default (no source names one).
pub const REPORT_DAYS: i64 = 5;

/// The noun.
pub struct Delegation;

impl Noun for Delegation {
    const NAME: &'static str = "delegation";
    const WING: Wing = Wing::Organisation;
    type State = DelegationState;
    type Command = DelegationCommand;
    type Fact = DelegationFact;
    type Refusal = DelegationRefusal;

    fn decide(
        state: Option<&DelegationState>,
        command: DelegationCommand,
        setting: &Setting<'_>,
    ) -> Result<Decision<DelegationFact>, DelegationRefusal> {
        use DelegationCommand as C;
        use DelegationFact as F;
        use DelegationStage as S;
        let Some(delegation) = state else { return propose(setting, command) };
        match (&delegation.stage, command) {
            (
                _,
                C::Change { members, interpreter, documents, route, vehicles, gifts, enters_on, leaves_on, told_on },
            ) => {
                let composition =
                    Composition { members, interpreter, documents, route, vehicles, gifts, enters_on, leaves_on };
                change(delegation, setting, composition, told_on)
            }
            (_, C::SubstituteHead { name, rank, office, unit, remark, told_on }) => {
                let head = PersonInOffice { name, rank, office };
                substitute_head(delegation, setting, head, unit, remark, told_on)
            }
            (S::Proposed, C::SendList { sent_on }) => send(delegation, setting, true, sent_on),
            (S::Proposed, C::RecordList { received_on }) => send(delegation, setting, false, received_on),
            (S::ListSent | S::Changed, C::Answer { accepts, remark }) => {
                answer(delegation, setting, true, accepts, remark)
            }
            (S::ListSent | S::Changed, C::RecordAnswer { accepts, remark }) => {
                answer(delegation, setting, false, accepts, remark)
            }
            (S::ListAccepted | S::Changed, C::RecordEntry { at, persons, gate }) => {
                Ok(Decision::fact(F::Entered { entry: crossing(setting, at, persons, gate, None)? }))
            }
            (S::Proposed | S::ListSent, C::RecordEntry { .. }) => Err(DelegationRefusal::ListNotAccepted),
            (S::Entered, C::RecordExit { at, persons, gate, remark }) => {
                leave(delegation, crossing(setting, at, persons, gate, remark)?)
            }
            (S::Left, C::Report { results }) => Ok(Decision::fact(F::Reported { results, on: setting.happened_on() })),
            (_, C::StandDown { asked_by, reason, remark }) => {
                delegation.may_change()?;
                if asked_by != delegation.side && asked_by != delegation.host {
                    return Err(DelegationRefusal::NoSide);
                }
                Ok(Decision::fact(F::StoodDown { asked_by, reason, remark }))
            }
            _ => Err(delegation.not_now()),
        }
    }

    fn apply(state: Option<DelegationState>, fact: DelegationFact, stamp: &Stamp) -> DelegationState {
        use DelegationFact as F;
        use DelegationStage as S;
        let mut delegation = state.unwrap_or_else(|| DelegationState::blank(stamp));
        match fact {
            F::Proposed {
                side,
                host,
                counterpart,
                activity,
                occasion,
                record,
                unit,
                host_unit,
                scheme,
                head,
                composition,
            } => {
                delegation = DelegationState {
                    side,
                    host,
                    counterpart,
                    activity,
                    occasion,
                    record,
                    unit,
                    host_unit,
                    scheme,
                    head,
                    ..DelegationState::blank(stamp)
                };
                delegation.take(*composition);
            }
            F::Changed { composition, .. } => {
                delegation.take(composition);
                delegation.changed();
            }
            F::HeadSubstituted { head, unit, remark, told_on } => {
                let before = std::mem::replace(&mut delegation.head, head);
                let unit = std::mem::replace(&mut delegation.unit, unit);
                delegation.substitutions.push(Substitution { before, unit, remark, told_on });
                delegation.changed();
            }
            F::ListSent { sent_on } => {
                delegation.lists.push(SentList { sent_on, accepted_on: None, objection: None });
                delegation.stage = S::ListSent;
            }
            F::ListAccepted { accepted_on } => {
                let last = delegation.lists.last_mut();
                last.into_iter().for_each(|list| list.accepted_on = Some(accepted_on));
                delegation.stage = S::ListAccepted;
            }
            F::ListReturned { remark } => {
                let last = delegation.lists.last_mut();
                last.into_iter().for_each(|list| list.objection = Some(remark.clone()));
                delegation.stage = S::Proposed;
            }
            F::Entered { entry } => {
                delegation.entry = Some(entry);
                delegation.stage = S::Entered;
            }
            F::Left { exit } => {
                delegation.exit = Some(exit);
                delegation.stage = S::Left;
            }
            F::Reported { results, on } => {
                delegation.results = Some(results);
                delegation.stage = S::Reported { on };
            }
            F::StoodDown { asked_by, reason, remark } => {
                delegation.stage = S::StoodDown { asked_by, reason, remark };
            }
        }
        delegation
    }

    fn header(delegation: &DelegationState) -> Header {
        let (turn, due) = delegation.next();
        let mut links = vec![
            Link { role: "with", to: delegation.counterpart.0.clone() },
            Link { role: "head-of", to: delegation.unit.0.clone() },
            Link { role: "received-by", to: delegation.host_unit.0.clone() },
        ];
        links.extend(delegation.record.iter().map(|record| Link { role: "named-for", to: record.clone() }));
        let gates = [&delegation.entry, &delegation.exit].into_iter().flatten();
        links.extend(
            gates.filter_map(|crossing| crossing.gate.clone()).map(|gate| Link { role: "through", to: gate.0 }),
        );
        Header {
            status: delegation.stage.status(),
            title: Words::plain(format!("{} · {}", delegation.occasion, delegation.head.office)),
            open: turn.is_some(),
            turn,
            counterpart: Some(delegation.counterpart.clone()),
            held_on: Some(delegation.entry.as_ref().map_or(delegation.enters_on, |entry| entry.on)),
            due: due.map(Due::On),
            links,
            figures: delegation.figures(),
            ..Header::default()
        }
    }

    fn offers(state: Option<&DelegationState>) -> Vec<&'static str> {
        use DelegationStage as S;
        let Some(delegation) = state else { return vec!["propose"] };
        let own = delegation.side == delegation.own;
        let (send, answer) = if own { ("send-list", "record-answer") } else { ("record-list", "answer") };
        match delegation.stage {
            S::Proposed => vec![send, "change", "substitute-head", "stand-down"],
            S::ListSent => vec![answer, "substitute-head", "change", "stand-down"],
            S::ListAccepted => vec!["record-entry", "substitute-head", "change", "stand-down"],
            S::Changed => vec!["record-entry", answer, "substitute-head", "change", "stand-down"],
            S::Entered => vec!["record-exit"],
            S::Left => vec!["report"],
            S::Reported { .. } | S::StoodDown { .. } => vec![],
        }
    }

    fn right(command: &str) -> Right {
        if matches!(command, "send-list" | "answer") { Right::Decide } else { Right::Record }
    }
}

impl DelegationStage {
    fn status(&self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::ListSent => "list-sent",
            Self::ListAccepted => "list-accepted",
            Self::Changed => "changed",
            Self::Entered => "entered",
            Self::Left => "left",
            Self::Reported { .. } => "reported",
            Self::StoodDown { .. } => "stood-down",
        }
    }
}

impl DelegationState {
    fn blank(stamp: &Stamp) -> Self {
        let unit = || stamp.unit.clone();
        Self {
            side: stamp.side.clone(),
            host: stamp.side.clone(),
            own: stamp.side.clone(),
            counterpart: CounterpartId(stamp.record.clone()),
            activity: DelegationActivity::Other,
            occasion: String::new(),
            record: None,
            unit: unit(),
            host_unit: unit(),
            scheme: String::new(),
            head: PersonInOffice { name: String::new(), rank: None, office: String::new() },
            members: Vec::new(),
            interpreter: None,
            documents: None,
            route: None,
            vehicles: Vec::new(),
            gifts: Vec::new(),
            enters_on: Date::ZERO,
            leaves_on: Date::ZERO,
            lists: Vec::new(),
            substitutions: Vec::new(),
            entry: None,
            exit: None,
            results: None,
            stage: DelegationStage::Proposed,
        }
    }

    fn take(&mut self, composition: Composition) {
        let Composition { members, interpreter, documents, route, vehicles, gifts, enters_on, leaves_on } = composition;
        (self.members, self.vehicles, self.gifts) = (members, vehicles, gifts);
        (self.interpreter, self.documents, self.route) = (interpreter, documents, route);
        (self.enters_on, self.leaves_on) = (enters_on, leaves_on);
    }

    /// A change after the list was accepted is a state of its own: the other side was told.
    fn changed(&mut self) {
        if self.stage == DelegationStage::ListAccepted {
            self.stage = DelegationStage::Changed;
        }
    }

    fn not_now(&self) -> DelegationRefusal {
        DelegationRefusal::NotNow { status: self.stage.status().to_owned() }
    }

    /// It changes only before it has entered.
    fn may_change(&self) -> Result<(), DelegationRefusal> {
        use DelegationStage as S;
        match self.stage {
            S::Proposed | S::ListSent | S::ListAccepted | S::Changed => Ok(()),
            S::Entered | S::Left => Err(DelegationRefusal::AlreadyEntered),
            S::Reported { .. } | S::StoodDown { .. } => Err(self.not_now()),
        }
    }

    /// The side that has to act next, and by which day.
    fn next(&self) -> (Option<SideId>, Option<Date>) {
        use DelegationStage as S;
        match self.stage {
            S::Proposed => (Some(self.side.clone()), Some(self.enters_on)),
            S::ListSent => (Some(self.host.clone()), Some(self.enters_on)),
            S::ListAccepted | S::Changed => (Some(self.side.clone()), Some(self.enters_on)),
            S::Entered => (Some(self.side.clone()), Some(self.leaves_on)),
            S::Left => {
                let left = self.exit.as_ref().map_or(self.leaves_on, |exit| exit.on);
                (Some(self.own.clone()), Some(left.saturating_add(REPORT_DAYS.days())))
            }
            S::Reported { .. } | S::StoodDown { .. } => (None, None),
        }
    }

    /// A delegation counts once it has entered, with those who did.
    fn figures(&self) -> Vec<Figure> {
        let Some(entry) = &self.entry else { return Vec::new() };
        let (one, members) = if self.side == self.own {
            ("delegations-sent", "delegation-members-sent")
        } else {
            ("delegations-received", "delegation-members-received")
        };
        let figure = |code, quantity| Figure { code, on: entry.on, quantity, basis: Basis::Own };
        vec![figure(one, 1), figure(members, i64::from(entry.persons))]
    }
}

#[cfg(test)]
mod tests;
