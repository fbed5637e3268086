//! What each act on a delegation needs before it is allowed: a head of equal level, an interpreter, a list that the
//! receiving side accepted, and word to the other side before something changes.

use jiff::Timestamp;
use jiff::civil::Date;

use super::{
    Composition, Crossing, DelegationActivity, DelegationCommand as C, DelegationFact as F, DelegationRefusal as R,
    DelegationStage as S, DelegationState,
};
use crate::organisation::border_representative::PersonInOffice;
use crate::organisation::counterpart::{Counterpart, CounterpartState};
use crate::organisation::level::{Level, TALKS_SCHEME};
use crate::organisation::unit::Unit;
use crate::{Decision, GateId, LevelCode, Setting, SideId, UnitId};

/// The scheme of levels of friendship exchanges.
const EXCHANGE_SCHEME: &str = "exchange";

/// Puts a delegation of either side together for the other side of a counterpart relation in force.
pub(super) fn propose(setting: &Setting<'_>, command: C) -> Result<Decision<F>, R> {
    let C::Propose {
        counterpart,
        side,
        activity,
        occasion,
        record,
        name,
        rank,
        office,
        unit,
        host_unit,
        scheme,
        members,
        interpreter,
        documents,
        route,
        vehicles,
        gifts,
        enters_on,
        leaves_on,
    } = command
    else {
        return Err(R::NotNow { status: "none".to_owned() });
    };
    let relation = setting.load::<Counterpart>(&counterpart.0).filter(CounterpartState::is_in_force);
    let relation = relation.ok_or(R::NoCounterpart)?;
    let (host, sends, receives) = if side == setting.own {
        (relation.other_side, relation.own, relation.other)
    } else if side == relation.other_side {
        (setting.own.clone(), relation.other, relation.own)
    } else {
        return Err(R::NoSide);
    };
    let (unit, host_unit) = (unit.unwrap_or(sends), host_unit.unwrap_or(receives));
    let scheme = scheme.map(|scheme| scheme.trim().to_owned()).filter(|scheme| !scheme.is_empty());
    let scheme = scheme.unwrap_or_else(|| activity.scheme().to_owned());
    unit_of(setting, &host, &host_unit)?;
    equal_level(setting, &side, &unit, &host_unit, &scheme)?;
    if record.as_ref().is_some_and(|record| setting.noun_of(record).is_none()) {
        return Err(R::NoRecord);
    }
    let composition = Composition { members, interpreter, documents, route, vehicles, gifts, enters_on, leaves_on };
    in_order(enters_on, leaves_on)?;
    Ok(Decision::fact(F::Proposed {
        side,
        host,
        counterpart,
        activity,
        occasion,
        record,
        unit,
        host_unit,
        scheme,
        head: PersonInOffice { name, rank, office },
        composition: Box::new(composition),
    }))
}

impl DelegationActivity {
    /// The scheme of levels in which the heads of such a delegation are compared.
    fn scheme(self) -> &'static str {
        match self {
            Self::Exchange => EXCHANGE_SCHEME,
            _ => TALKS_SCHEME,
        }
    }
}

fn unit_of(setting: &Setting<'_>, side: &SideId, unit: &UnitId) -> Result<(), R> {
    let known = setting.load::<Unit>(&unit.0).filter(|unit| unit.side == *side);
    known.map(|_| ()).ok_or(R::NoUnit)
}

/// The unit of the head and the unit that receives it have the same rank in the scheme, where both have one there.
fn equal_level(setting: &Setting<'_>, side: &SideId, unit: &UnitId, host_unit: &UnitId, scheme: &str) -> Result<(), R> {
    unit_of(setting, side, unit)?;
    let level = |unit: &UnitId| setting.load::<Unit>(&unit.0).and_then(|unit| unit.levels.get(scheme).cloned());
    let (Some(sent), Some(received)) = (level(unit), level(host_unit)) else { return Ok(()) };
    let (sent, received) = (format!("{scheme}-{sent}"), format!("{scheme}-{received}"));
    let rank = |code: &str| Some(setting.load::<Level>(&LevelCode::parse(code).ok()?.0)?.rank);
    let equal = sent == received || rank(&sent).is_some_and(|known| rank(&received) == Some(known));
    if equal { Ok(()) } else { Err(R::UnequalLevel { sent, received, scheme: scheme.to_owned() }) }
}

/// Another head of equal level; once the list was sent, only after the other side was told.
pub(super) fn substitute_head(
    delegation: &DelegationState,
    setting: &Setting<'_>,
    head: PersonInOffice,
    unit: UnitId,
    remark: String,
    told_on: Option<Date>,
) -> Result<Decision<F>, R> {
    delegation.may_change()?;
    equal_level(setting, &delegation.side, &unit, &delegation.host_unit, &delegation.scheme)?;
    told(delegation, setting, told_on)?;
    Ok(Decision::fact(F::HeadSubstituted { head, unit, remark, told_on }))
}

/// Other members, papers, route, vehicles, gifts or days; once the list was sent, only after the other side was told.
pub(super) fn change(
    delegation: &DelegationState,
    setting: &Setting<'_>,
    composition: Composition,
    told_on: Option<Date>,
) -> Result<Decision<F>, R> {
    delegation.may_change()?;
    in_order(composition.enters_on, composition.leaves_on)?;
    if delegation.stage != S::Proposed {
        has_interpreter(composition.interpreter.as_ref())?;
    }
    told(delegation, setting, told_on)?;
    Ok(Decision::fact(F::Changed { composition, told_on }))
}

/// Once the list was sent, the other side was told of a change, today or before.
fn told(delegation: &DelegationState, setting: &Setting<'_>, told_on: Option<Date>) -> Result<(), R> {
    match told_on {
        Some(told) => not_ahead(setting, told),
        None if delegation.stage == S::Proposed => Ok(()),
        None => Err(R::NotTold),
    }
}

/// The list goes to the side that receives, with an interpreter on it; each side sends its own.
pub(super) fn send(
    delegation: &DelegationState,
    setting: &Setting<'_>,
    own_list: bool,
    sent_on: Date,
) -> Result<Decision<F>, R> {
    if own_list != (delegation.side == setting.own) {
        return Err(R::WrongSide { side: delegation.side.clone() });
    }
    has_interpreter(delegation.interpreter.as_ref())?;
    equal_level(setting, &delegation.side, &delegation.unit, &delegation.host_unit, &delegation.scheme)?;
    not_ahead(setting, sent_on)?;
    Ok(Decision::fact(F::ListSent { sent_on }))
}

fn has_interpreter(interpreter: Option<&String>) -> Result<(), R> {
    if interpreter.is_some_and(|office| !office.trim().is_empty()) { Ok(()) } else { Err(R::NoInterpreter) }
}

/// The side that receives answers; the own side for itself only.
pub(super) fn answer(
    delegation: &DelegationState,
    setting: &Setting<'_>,
    own_answer: bool,
    accepts: bool,
    remark: Option<String>,
) -> Result<Decision<F>, R> {
    if own_answer != (delegation.host == setting.own) {
        return Err(R::WrongSide { side: delegation.host.clone() });
    }
    if accepts {
        return Ok(Decision::fact(F::ListAccepted { accepted_on: setting.happened_on() }));
    }
    Ok(Decision::fact(F::ListReturned { remark: remark.ok_or(R::NoRemark)? }))
}

/// How a delegation crosses, at a time that is over, through a gate that is known.
pub(super) fn crossing(
    setting: &Setting<'_>,
    at: Timestamp,
    persons: u32,
    gate: Option<GateId>,
    remark: Option<String>,
) -> Result<Crossing, R> {
    if at > setting.now {
        return Err(R::InTheFuture);
    }
    if gate.as_ref().is_some_and(|gate| setting.load::<crate::territory::gate::Gate>(&gate.0).is_none()) {
        return Err(R::NoGate);
    }
    Ok(Crossing { at, on: setting.day_of(at), persons, gate, remark })
}

/// The delegation goes back; where another number goes than came, somebody says why.
pub(super) fn leave(delegation: &DelegationState, exit: Crossing) -> Result<Decision<F>, R> {
    if let Some(entry) = &delegation.entry {
        if exit.at < entry.at {
            return Err(R::WrongOrder { earlier: entry.on, later: exit.on });
        }
        if exit.persons != entry.persons && exit.remark.is_none() {
            return Err(R::CountsDiffer { persons: entry.persons });
        }
    }
    Ok(Decision::fact(F::Left { exit }))
}

/// What happened cannot lie in the future.
pub(super) fn not_ahead(setting: &Setting<'_>, day: Date) -> Result<(), R> {
    if day > setting.today { Err(R::InTheFuture) } else { Ok(()) }
}

fn in_order(earlier: Date, later: Date) -> Result<(), R> {
    if later < earlier { Err(R::WrongOrder { earlier, later }) } else { Ok(()) }
}
