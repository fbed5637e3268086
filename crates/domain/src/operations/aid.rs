//! Aid: goods, medical supplies, works and help that one side gives the other, from the plan to the receipt
//! (VI giúp đỡ, hỗ trợ; ZH 援助).

mod rules;
mod shape;
#[cfg(test)]
mod tests;

use jiff::civil::Date;

use rules::{amend, approve, begin, complete, hand_over, involved, not_past, planned, postpone};
pub use shape::*;

use crate::deed;
use crate::{
    Basis, CounterpartId, Decision, Due, Figure, Header, Noun, Postponement, Right, Setting, SideId, Stamp, Wing, Words,
};

/// The noun.
pub struct Aid;

impl Noun for Aid {
    const NAME: &'static str = "aid";
    const WING: Wing = Wing::Operations;
    type State = AidState;
    type Command = AidCommand;
    type Fact = AidFact;
    type Refusal = AidRefusal;

    fn decide(
        state: Option<&AidState>,
        command: AidCommand,
        setting: &Setting<'_>,
    ) -> Result<Decision<AidFact>, AidRefusal> {
        use AidCommand as C;
        use AidStage as S;
        let Some(aid) = state else {
            let C::Plan(plan) = command else { return Err(AidRefusal::NotNow { status: "none".to_owned() }) };
            return planned(setting, plan).map(Decision::fact);
        };
        let is_ahead = matches!(aid.stage, S::Planned | S::Approved | S::Postponed);
        match (&aid.stage, command) {
            (S::Planned | S::Postponed, command @ C::Amend { .. }) if !aid.is_approved() => amend(aid, command),
            (S::Planned | S::Postponed, C::Approve) => approve(aid, setting),
            (_, C::RecordBegun { begun_on }) if is_ahead => begin(aid, setting, begun_on),
            (S::Begun, C::RecordCompleted { completed_on }) => complete(aid, setting, completed_on),
            (_, C::RecordCompleted { .. }) if aid.kind != AidKind::CivilWorks => Err(AidRefusal::NotWorks),
            (S::Begun | S::Completed, command @ C::RecordHandover { .. }) => hand_over(aid, setting, command),
            (_, command @ C::RecordHandover { .. }) if is_ahead => hand_over(aid, setting, command),
            (_, C::Postpone { asked_by, reason, new_date }) if is_ahead => {
                postpone(aid, setting, asked_by, reason, new_date)
            }
            (S::Postponed, C::RecordNewDay { new_date }) => {
                not_past(setting, new_date)?;
                Ok(Decision::fact(AidFact::NewDayRecorded { new_date }))
            }
            (_, C::Decline { declined_by, reason }) if is_ahead => {
                involved(aid, &declined_by)?;
                Ok(Decision::fact(AidFact::Declined { declined_by, reason }))
            }
            (S::Begun, C::Cancel { reason }) => Ok(Decision::fact(AidFact::Cancelled { reason })),
            (_, C::Cancel { reason }) if is_ahead => Ok(Decision::fact(AidFact::Cancelled { reason })),
            _ => Err(aid.not_now()),
        }
    }

    fn apply(state: Option<AidState>, fact: AidFact, stamp: &Stamp) -> AidState {
        use AidFact as F;
        use AidStage as S;
        let mut aid = state.unwrap_or_else(|| AidState::blank(stamp));
        match fact {
            F::Planned {
                kind,
                subject,
                occasion,
                counterpart,
                giver,
                receiver,
                communities,
                items,
                value,
                place,
                planned_on,
                until_on,
                programme,
            } => {
                let is_given = giver == stamp.side;
                aid = AidState {
                    kind,
                    direction: if is_given { AidDirection::Given } else { AidDirection::Received },
                    subject,
                    occasion,
                    counterpart,
                    giver,
                    receiver,
                    communities,
                    items,
                    value,
                    place,
                    planned_on: Some(planned_on),
                    until_on,
                    programme,
                    ..AidState::blank(stamp)
                };
            }
            F::Amended { subject, items, value, place } => {
                aid.subject = subject.unwrap_or(aid.subject);
                aid.items = items.unwrap_or(aid.items);
                aid.value = value.or(aid.value);
                aid.place = place.unwrap_or(aid.place);
            }
            F::Approved { approved_on } => {
                (aid.approved_by, aid.approved_on) = (Some(stamp.officer.clone()), Some(approved_on));
                if aid.stage == S::Planned {
                    aid.stage = S::Approved;
                }
            }
            F::Begun { begun_on } => {
                aid.begun_on = Some(begun_on);
                aid.stage = S::Begun;
            }
            F::Completed { completed_on } => {
                aid.completed_on = Some(completed_on);
                aid.stage = S::Completed;
            }
            F::HandedOver { handed_over_on, items, people_helped, receipt } => {
                aid.items = items;
                aid.stage = S::HandedOver { handed_over_on, people_helped, receipt };
            }
            F::Postponed { asked_by, reason, new_date } => {
                let before = std::mem::replace(&mut aid.planned_on, new_date);
                aid.postponements.push(Postponement { asked_by: Some(asked_by), reason, planned_on: before, new_date });
                aid.stage = S::Postponed;
            }
            F::NewDayRecorded { new_date } => {
                aid.planned_on = Some(new_date);
                aid.stage = if aid.is_approved() { S::Approved } else { S::Planned };
            }
            F::Declined { declined_by, reason } => aid.stage = S::Declined { declined_by, reason },
            F::Cancelled { reason } => aid.stage = S::Cancelled { reason },
        }
        aid
    }

    fn header(aid: &AidState) -> Header {
        let (status, open, turn, due) = aid.standing();
        Header {
            status,
            title: Words::plain(format!("{} · {}", aid.subject, aid.place)),
            open,
            turn,
            counterpart: Some(aid.counterpart.clone()),
            held_on: aid.day(),
            due: due.map(Due::On),
            links: deed::links(Some(&aid.counterpart), aid.programme.as_ref(), None, &aid.communities),
            figures: aid.figures(),
            ..Header::default()
        }
    }

    fn offers(state: Option<&AidState>) -> Vec<&'static str> {
        use AidStage as S;
        let Some(aid) = state else { return vec!["plan"] };
        let next = if aid.kind == AidKind::CivilWorks { "record-begun" } else { "record-handover" };
        match (&aid.stage, aid.is_approved()) {
            (S::Planned, _) => vec!["approve", "amend", "postpone", "decline", "cancel"],
            (S::Approved, _) => vec![next, "postpone", "decline", "cancel"],
            (S::Postponed, true) => vec!["record-new-day", next, "postpone", "decline", "cancel"],
            (S::Postponed, false) => vec!["record-new-day", "approve", "amend", "postpone", "decline", "cancel"],
            (S::Begun, _) => vec!["record-completed", "cancel"],
            (S::Completed, _) => vec!["record-handover"],
            (S::HandedOver { .. } | S::Declined { .. } | S::Cancelled { .. }, _) => vec![],
        }
    }

    fn right(command: &str) -> Right {
        if command == "approve" { Right::Decide } else { Right::Record }
    }
}

impl AidState {
    fn blank(stamp: &Stamp) -> Self {
        Self {
            kind: AidKind::Goods,
            direction: AidDirection::Given,
            subject: String::new(),
            occasion: None,
            counterpart: CounterpartId(stamp.record.clone()),
            giver: stamp.side.clone(),
            receiver: stamp.side.clone(),
            communities: Vec::new(),
            items: Vec::new(),
            value: None,
            place: String::new(),
            planned_on: None,
            until_on: None,
            programme: None,
            planned_by: stamp.officer.clone(),
            approved_by: None,
            approved_on: None,
            begun_on: None,
            completed_on: None,
            postponements: Vec::new(),
            stage: AidStage::Planned,
        }
    }

    fn not_now(&self) -> AidRefusal {
        AidRefusal::NotNow { status: self.standing().0.to_owned() }
    }

    /// True once a commander of the own side approved it, also while it is put off.
    pub fn is_approved(&self) -> bool {
        self.approved_on.is_some()
    }

    /// The day handed over, or begun, or planned.
    pub fn day(&self) -> Option<Date> {
        match self.stage {
            AidStage::HandedOver { handed_over_on, .. } => Some(handed_over_on),
            _ => self.begun_on.or(self.planned_on),
        }
    }

    /// Name of the stage, whether somebody must act, whose turn it is, until which day. What is approved waits for the
    /// side that gives; what was put off without a day waits for the side that asked.
    fn standing(&self) -> (&'static str, bool, Option<SideId>, Option<Date>) {
        use AidStage as S;
        let gives = || Some(self.giver.clone());
        match &self.stage {
            S::Planned => ("planned", true, None, self.planned_on),
            S::Approved => ("approved", true, gives(), self.planned_on),
            S::Postponed => ("postponed", true, deed::names_next_day(&self.postponements), self.planned_on),
            S::Begun => ("begun", true, gives(), self.until_on),
            S::Completed => ("completed", true, gives(), None),
            S::HandedOver { .. } => ("handed-over", false, None, None),
            S::Declined { .. } => ("declined", false, None, None),
            S::Cancelled { .. } => ("cancelled", false, None, None),
        }
    }

    fn figures(&self) -> Vec<Figure> {
        let AidStage::HandedOver { handed_over_on, people_helped, .. } = self.stage else { return Vec::new() };
        let figure = |code, quantity| Figure { code, on: handed_over_on, quantity, basis: Basis::Own };
        let code = match self.direction {
            AidDirection::Given => "aid-given",
            AidDirection::Received => "aid-received",
        };
        let mut figures = vec![figure(code, 1)];
        figures.extend(people_helped.filter(|people| *people > 0).map(|people| figure("aid-people", people.into())));
        figures
    }
}
