//! What each act on a gate needs before it is allowed: both names, days in order, times that can be read, and one
//! restriction that is meant.

use jiff::civil::Date;

use super::{
    GateClass, GateCommand, GateFact, GateHours, GateNames, GateRefusal, GateState, GateVersion, Restriction, in_order,
    not_ahead,
};
use crate::basis::agreement::Agreement;
use crate::contact::letter::Letter;
use crate::organisation::counterpart::Counterpart;
use crate::organisation::side::Side;
use crate::{Decision, LetterId, Setting, SideId, Words};

/// Registers a gate to which both sides agreed, open or not.
pub(super) fn register(setting: &Setting<'_>, command: GateCommand) -> Result<Decision<GateFact>, GateRefusal> {
    let GateCommand::Register {
        name,
        other_name,
        other_side,
        line,
        near,
        class,
        hours,
        counterpart,
        agreement,
        agreed_on,
        already_open,
        opened_on,
        planned_on,
        source,
    } = command
    else {
        return Err(GateRefusal::NotNow { status: "none".to_owned() });
    };
    let names = names(None, name, other_name, None)?;
    if other_side == setting.own || setting.load::<Side>(&other_side.0).is_none() {
        return Err(GateRefusal::NoOtherSide);
    }
    setting.around.record("line", &line.0).ok_or(GateRefusal::NoLine)?;
    if near.as_ref().is_some_and(|place| setting.around.record("marker-place", &place.0).is_none()) {
        return Err(GateRefusal::NoMarkerPlace);
    }
    if counterpart.as_ref().is_some_and(|with| setting.load::<Counterpart>(&with.0).is_none()) {
        return Err(GateRefusal::NoCounterpart);
    }
    if agreement.as_ref().is_some_and(|text| setting.load::<Agreement>(&text.0).is_none()) {
        return Err(GateRefusal::NoAgreement);
    }
    for day in [agreed_on, opened_on].into_iter().flatten() {
        not_ahead(setting, day)?;
    }
    if let (Some(agreed), Some(opened)) = (agreed_on, opened_on.or(planned_on)) {
        in_order(agreed, opened)?;
    }
    let hours = read_hours(&[&setting.own, &other_side], hours)?;
    let version = GateVersion { from: None, class, hours, basis: None };
    let registered = GateFact::Registered {
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
    };
    let mut decision = Decision::fact(registered);
    if already_open || opened_on.is_some() {
        decision.facts.push(GateFact::Opened { opened_on });
    }
    Ok(decision)
}

/// Both names; neither may be blank.
pub(super) fn names(
    from: Option<Date>,
    name: Words,
    other_name: Words,
    basis: Option<String>,
) -> Result<GateNames, GateRefusal> {
    let (name, other_name) = (name.tidied(), other_name.tidied());
    if name.is_empty() || other_name.is_empty() {
        return Err(GateRefusal::NoName);
    }
    Ok(GateNames { from, name, other_name, basis })
}

/// Hours as they can be read on the clock of one of the two sides.
pub(super) fn hours(
    gate: &GateState,
    setting: &Setting<'_>,
    hours: Vec<GateHours>,
) -> Result<Vec<GateHours>, GateRefusal> {
    read_hours(&[&setting.own, &gate.other_side], hours)
}

fn read_hours(sides: &[&SideId; 2], hours: Vec<GateHours>) -> Result<Vec<GateHours>, GateRefusal> {
    let read = |line: GateHours| {
        if !sides.contains(&&line.clock) {
            return Err(GateRefusal::NoClock);
        }
        let (opens, closes) = (minutes(&line.opens)?, minutes(&line.closes)?);
        if closes <= opens {
            return Err(GateRefusal::NoTime { time: line.closes });
        }
        Ok(GateHours { opens: told(opens), closes: told(closes), ..line })
    };
    hours.into_iter().map(read).collect()
}

/// A time of day in minutes since midnight; `24:00` is the end of the day.
fn minutes(text: &str) -> Result<u32, GateRefusal> {
    let bad = || GateRefusal::NoTime { time: text.to_owned() };
    let (hour, minute) = text.trim().split_once(':').ok_or_else(bad)?;
    let digits = |part: &str| part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    let (Ok(hour), Ok(minute)) = (hour.parse::<u32>(), minute.parse::<u32>()) else { return Err(bad()) };
    let fits = minute < 60 && (hour < 24 || (hour == 24 && minute == 0));
    if fits && text.trim().split(':').all(digits) { Ok(hour * 60 + minute) } else { Err(bad()) }
}

fn told(minutes: u32) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// Puts the gate into another class; the hours stay as they are.
pub(super) fn change_class(
    gate: &GateState,
    setting: &Setting<'_>,
    class: GateClass,
    from: Date,
    basis: Option<String>,
) -> Result<Decision<GateFact>, GateRefusal> {
    let before = gate.class_on(from);
    if class == before {
        return Err(GateRefusal::SameClass);
    }
    if let Some(agreed) = gate.agreed_on {
        in_order(agreed, from)?;
    }
    let hours = gate.on(from).map(|then| then.hours.to_vec()).unwrap_or_default();
    let version = GateVersion { from: Some(from), class, hours, basis };
    let begun = from <= setting.today;
    Ok(Decision::fact(if class > before {
        GateFact::Upgraded { version, begun }
    } else {
        GateFact::Downgraded { version }
    }))
}

/// Records a restriction; one whose first day is still to come is announced only.
pub(super) fn restrict(
    gate: &GateState,
    setting: &Setting<'_>,
    command: GateCommand,
) -> Result<Decision<GateFact>, GateRefusal> {
    let GateCommand::Restrict { by, extent, what, from, until, reason, told_on, letter } = command else {
        return Err(gate.not_now());
    };
    if by != setting.own && by != gate.other_side {
        return Err(GateRefusal::NotOfThisGate);
    }
    gate.opened_on.map_or(Ok(()), |opened| in_order(opened, from))?;
    after(from, until)?;
    told_on.map_or(Ok(()), |told| not_ahead(setting, told))?;
    known_letter(setting, letter.as_ref())?;
    let number = u32::try_from(gate.restrictions.len()).unwrap_or(u32::MAX).saturating_add(1);
    let begun = from <= setting.today;
    let restriction =
        Restriction { number, by, extent, what, from, until, reason, told_on, letter, begun, lifted_on: None };
    Ok(Decision::fact(GateFact::Restricted { restriction }))
}

/// Names another end of a restriction.
pub(super) fn extend(
    gate: &GateState,
    setting: &Setting<'_>,
    command: GateCommand,
) -> Result<Decision<GateFact>, GateRefusal> {
    let GateCommand::Extend { number, until, told_on, letter } = command else { return Err(gate.not_now()) };
    let held = open_restriction(gate, number, |_| true)?;
    after(held.from, until)?;
    told_on.map_or(Ok(()), |told| not_ahead(setting, told))?;
    known_letter(setting, letter.as_ref())?;
    Ok(Decision::fact(GateFact::Extended { number: held.number, until, told_on, letter }))
}

/// A restriction ends after it begins.
fn after(from: Date, until: Option<Date>) -> Result<(), GateRefusal> {
    match until {
        Some(until) if until <= from => Err(GateRefusal::WrongOrder { earlier: from, later: until }),
        _ => Ok(()),
    }
}

/// The letter exists, where one is named.
pub(super) fn known_letter(setting: &Setting<'_>, letter: Option<&LetterId>) -> Result<(), GateRefusal> {
    match letter {
        Some(letter) if setting.load::<Letter>(&letter.0).is_none() => Err(GateRefusal::NoLetter),
        _ => Ok(()),
    }
}

/// The restriction that is meant: by its number, or the only one that is not lifted and fits.
pub(super) fn open_restriction(
    gate: &GateState,
    number: Option<u32>,
    fits: impl Fn(&Restriction) -> bool,
) -> Result<&Restriction, GateRefusal> {
    let open: Vec<&Restriction> = gate.restrictions.iter().filter(|held| held.lifted_on.is_none()).collect();
    let which = |found: &[&Restriction]| GateRefusal::WhichRestriction {
        count: u32::try_from(found.len()).unwrap_or(u32::MAX),
    };
    if let Some(number) = number {
        return open.iter().copied().find(|held| held.number == number).ok_or_else(|| which(&open));
    }
    let fitting: Vec<&Restriction> = open.into_iter().filter(|held| fits(held)).collect();
    match fitting.as_slice() {
        [only] => Ok(only),
        several => Err(which(several)),
    }
}
