//! Gate: a place where crossing is allowed, always a pair with a name on each side, from an international gate to an
//! opening for residents (VI cửa khẩu, lối mở; ZH 口岸、通道; domain vocabulary C.4).

mod rules;
mod shape;
mod state;
mod timeline;

use jiff::civil::Date;

use rules::{change_class, extend, open_restriction, register, restrict};
pub use shape::*;
pub use state::*;

use crate::organisation::counterpart::paired;
use crate::{Basis, Decision, Due, Figure, Grade, Header, Link, Noun, Right, Setting, SideId, Stamp, Wing, Words};

/// The noun.
pub struct Gate;

impl Noun for Gate {
    const NAME: &'static str = "gate";
    const WING: Wing = Wing::Territory;
    const GRADE: Grade = Grade::Open;
    type State = GateState;
    type Command = GateCommand;
    type Fact = GateFact;
    type Refusal = GateRefusal;

    fn decide(
        state: Option<&GateState>,
        command: GateCommand,
        setting: &Setting<'_>,
    ) -> Result<Decision<GateFact>, GateRefusal> {
        use GateCommand as C;
        let Some(gate) = state else { return register(setting, command) };
        gate.still_there()?;
        match command {
            C::Open { opened_on } if !gate.is_opened() => {
                not_ahead(setting, opened_on)?;
                gate.agreed_on.map_or(Ok(()), |agreed| in_order(agreed, opened_on))?;
                Ok(Decision::fact(GateFact::Opened { opened_on: Some(opened_on) }))
            }
            C::SetHours { from, hours, basis } => {
                let hours = rules::hours(gate, setting, hours)?;
                let version = GateVersion { from: Some(from), class: gate.class_on(from), hours, basis };
                Ok(Decision::fact(GateFact::HoursSet { version }))
            }
            C::ChangeClass { class, from, basis } => change_class(gate, setting, class, from, basis),
            C::Rename { from, name, other_name, basis } => {
                let names = rules::names(Some(from), name, other_name, basis)?;
                Ok(Decision::fact(GateFact::Renamed { names }))
            }
            command @ C::Restrict { .. } if gate.is_opened() => restrict(gate, setting, command),
            C::RecordTold { number, told_on, letter } => {
                let number = open_restriction(gate, number, |held| held.told_on.is_none())?.number;
                not_ahead(setting, told_on)?;
                rules::known_letter(setting, letter.as_ref())?;
                Ok(Decision::fact(GateFact::Told { number, told_on, letter }))
            }
            C::RecordBegun { number } => {
                let announced = open_restriction(gate, number, |held| !held.begun)?;
                if announced.begun {
                    return Err(GateRefusal::AlreadyBegun);
                }
                not_ahead(setting, announced.from)?;
                Ok(Decision::fact(GateFact::Begun { number: announced.number }))
            }
            command @ C::Extend { .. } => extend(gate, setting, command),
            C::Lift { number, lifted_on } => {
                let held = open_restriction(gate, number, |_| true)?;
                not_ahead(setting, lifted_on)?;
                if held.begun {
                    in_order(held.from, lifted_on)?;
                }
                Ok(Decision::fact(GateFact::Lifted { number: held.number, lifted_on }))
            }
            C::Close { closed_on, remark } => {
                not_ahead(setting, closed_on)?;
                gate.opened_on.map_or(Ok(()), |opened| in_order(opened, closed_on))?;
                Ok(Decision::fact(GateFact::Closed { closed_on, remark }))
            }
            C::Register { .. } | C::Open { .. } | C::Restrict { .. } => Err(gate.not_now()),
        }
    }

    fn apply(state: Option<GateState>, fact: GateFact, stamp: &Stamp) -> GateState {
        use GateFact as F;
        use GateStage as S;
        let mut gate = state.unwrap_or_else(|| GateState::blank(stamp));
        let mut upgraded = gate.stage == S::Upgraded;
        match fact {
            F::Registered {
                names,
                other_side,
                line,
                near,
                version,
                counterpart,
                agreement,
                agreed_on,
                planned_on,
                source,
            } => {
                let blank = GateState::blank(stamp);
                gate = GateState { other_side, line, near, counterpart, agreement, agreed_on, source, ..blank };
                gate.names.push(names);
                gate.versions.push(version);
                gate.stage = S::Agreed { planned_on };
            }
            F::Opened { opened_on } => {
                (gate.was_opened, gate.opened_on) = (true, opened_on);
                gate.stage = S::Open;
            }
            F::HoursSet { version } => gate.take_version(version),
            F::Upgraded { version, begun } => {
                upgraded |= begun;
                gate.take_version(version);
            }
            F::Downgraded { version } => {
                upgraded = false;
                gate.take_version(version);
            }
            F::Renamed { names } => gate.names.push(names),
            F::Restricted { restriction } => gate.restrictions.push(restriction),
            F::Told { number, told_on, letter } => gate.change(number, |held| {
                held.told_on = Some(told_on);
                held.letter = letter.or(held.letter.take());
            }),
            F::Begun { number } => gate.change(number, |held| held.begun = true),
            F::Extended { number, until, told_on, letter } => gate.change(number, |held| {
                (held.until, held.told_on) = (until, told_on);
                held.letter = letter.or(held.letter.take());
            }),
            F::Lifted { number, lifted_on } => {
                upgraded = false;
                gate.change(number, |held| held.lifted_on = Some(lifted_on));
            }
            F::Closed { closed_on, remark } => {
                let held = gate.restrictions.iter_mut().filter(|held| held.lifted_on.is_none());
                held.for_each(|held| held.lifted_on = Some(closed_on));
                gate.stage = S::Closed { on: closed_on, remark };
            }
        }
        gate.stage = gate.stage_now(upgraded);
        gate.timeline = gate.spans();
        gate
    }

    fn header(gate: &GateState) -> Header {
        let next = gate.next_duty();
        let mut links = vec![Link { role: "along", to: gate.line.0.clone() }];
        links.extend(gate.near.iter().map(|place| Link { role: "near", to: place.0.clone() }));
        links.extend(gate.counterpart.iter().map(|with| Link { role: "with", to: with.0.clone() }));
        links.extend(gate.agreement.iter().map(|text| Link { role: "under", to: text.0.clone() }));
        let letters = gate.restrictions.iter().filter_map(|held| held.letter.as_ref());
        links.extend(letters.map(|letter| Link { role: "told-by", to: letter.0.clone() }));
        Header {
            status: gate.stage.status(),
            title: gate.title(),
            open: next.is_some() || gate.is_held_up(),
            turn: gate.turn(),
            counterpart: gate.counterpart.clone(),
            due: next.map(|(on, _)| Due::On(on)),
            links,
            figures: gate.figures(),
            ..Header::default()
        }
    }

    fn offers(state: Option<&GateState>) -> Vec<&'static str> {
        let Some(gate) = state else { return vec!["register"] };
        let mut offers = Vec::new();
        let held: Vec<&Restriction> = gate.restrictions.iter().filter(|held| held.lifted_on.is_none()).collect();
        match gate.stage {
            GateStage::Closed { .. } => return offers,
            GateStage::Agreed { .. } => offers.push("open"),
            _ => {
                if held.iter().any(|held| held.told_on.is_none()) {
                    offers.push("record-told");
                }
                if held.iter().any(|held| !held.begun) {
                    offers.push("record-begun");
                }
                if !held.is_empty() {
                    offers.extend(["lift", "extend"]);
                }
                offers.push("restrict");
            }
        }
        offers.extend(["set-hours", "change-class", "rename", "close"]);
        offers
    }

    fn right(command: &str) -> Right {
        if matches!(command, "change-class" | "close") { Right::Decide } else { Right::Record }
    }
}

/// What happened cannot lie in the future.
fn not_ahead(setting: &Setting<'_>, day: Date) -> Result<(), GateRefusal> {
    if day > setting.today { Err(GateRefusal::InTheFuture) } else { Ok(()) }
}

/// The second day is not before the first.
fn in_order(earlier: Date, later: Date) -> Result<(), GateRefusal> {
    if later < earlier { Err(GateRefusal::WrongOrder { earlier, later }) } else { Ok(()) }
}

impl GateStage {
    fn status(&self) -> &'static str {
        match self {
            Self::Agreed { .. } => "agreed",
            Self::Open => "open",
            Self::Restricted => "restricted",
            Self::ClosedForATime => "closed-for-a-time",
            Self::Upgraded => "upgraded",
            Self::Closed { .. } => "closed",
        }
    }
}

impl GateState {
    fn blank(stamp: &Stamp) -> Self {
        Self {
            names: Vec::new(),
            other_side: stamp.side.clone(),
            line: crate::LineId(stamp.record.clone()),
            near: None,
            counterpart: None,
            agreement: None,
            agreed_on: None,
            was_opened: false,
            opened_on: None,
            versions: Vec::new(),
            restrictions: Vec::new(),
            source: None,
            timeline: Vec::new(),
            stage: GateStage::Agreed { planned_on: None },
        }
    }

    fn not_now(&self) -> GateRefusal {
        GateRefusal::NotNow { status: self.stage.status().to_owned() }
    }

    fn still_there(&self) -> Result<(), GateRefusal> {
        if matches!(self.stage, GateStage::Closed { .. }) { Err(self.not_now()) } else { Ok(()) }
    }

    fn is_opened(&self) -> bool {
        !matches!(self.stage, GateStage::Agreed { .. } | GateStage::Closed { .. })
    }

    fn change(&mut self, number: u32, change: impl FnOnce(&mut Restriction)) {
        if let Some(held) = self.restrictions.iter_mut().find(|held| held.number == number) {
            change(held);
        }
    }

    /// Versions stand in the order of their first days; a later word about the same day comes after.
    fn take_version(&mut self, version: GateVersion) {
        self.versions.push(version);
        self.versions.sort_by_key(|version| version.from.unwrap_or(Date::MIN));
    }

    /// The stage that follows from what is recorded: a restriction counts from the day on which somebody recorded that
    /// it holds until the day on which somebody lifted it.
    fn stage_now(&self, upgraded: bool) -> GateStage {
        if !self.is_opened() {
            return self.stage.clone();
        }
        let mut holding = self.restrictions.iter().filter(|held| held.begun && held.lifted_on.is_none()).peekable();
        if holding.peek().is_none() {
            return if upgraded { GateStage::Upgraded } else { GateStage::Open };
        }
        let closed = holding.any(|held| held.extent == RestrictionExtent::Everything);
        if closed { GateStage::ClosedForATime } else { GateStage::Restricted }
    }

    /// Both names as they stand now, own side first.
    fn title(&self) -> Words {
        self.names.last().map(|names| paired(&names.name, &names.other_name)).unwrap_or_default()
    }

    fn is_held_up(&self) -> bool {
        self.restrictions.iter().any(|held| held.lifted_on.is_none())
    }

    /// What is to be done next, by when and by which side: tell of a restriction by its first day, record that it holds,
    /// lift it by its last day, open an agreed gate on the day named.
    fn next_duty(&self) -> Option<(Date, Option<&SideId>)> {
        if let GateStage::Agreed { planned_on } = &self.stage {
            return planned_on.map(|on| (on, None));
        }
        let open = self.restrictions.iter().filter(|held| held.lifted_on.is_none());
        let duty = |held: &Restriction| match (held.told_on, held.begun) {
            (None, _) | (_, false) => Some(held.from),
            (Some(_), true) => held.until,
        };
        open.filter_map(|held| Some((duty(held)?, Some(&held.by)))).min_by_key(|(on, _)| *on)
    }

    /// The side that restricts has to tell and to lift.
    fn turn(&self) -> Option<SideId> {
        let next = self.next_duty().and_then(|(_, by)| by.cloned());
        let holding = || self.restrictions.iter().find(|held| held.lifted_on.is_none()).map(|held| held.by.clone());
        next.or_else(holding)
    }

    /// One restriction that was begun counts on its first day.
    fn figures(&self) -> Vec<Figure> {
        let mut figures: Vec<Figure> = Vec::new();
        for held in self.restrictions.iter().filter(|held| held.begun) {
            match figures.iter_mut().find(|figure| figure.on == held.from) {
                Some(figure) => figure.quantity += 1,
                None => {
                    figures.push(Figure { code: "gate-restrictions", on: held.from, quantity: 1, basis: Basis::Own })
                }
            }
        }
        figures
    }
}

#[cfg(test)]
mod tests;
