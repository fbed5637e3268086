//! What each act on marker works needs before it is allowed, from the finding to the signed record.

use jiff::civil::Date;

use super::shape::{MarkerWorksCommand, MarkerWorksFact, MarkerWorksRefusal};
use super::state::*;
use super::{MarkerWorks, NOTICE_DAYS, NOTIFY_HOURS, ORIGINALS};
use crate::contact::hotline_call::HotlineCall;
use crate::contact::letter::{Letter, LetterState, Register};
use crate::operations::patrol::Patrol;
use crate::organisation::counterpart::{Counterpart, CounterpartState};
use crate::territory::marker::{ComparisonOutcome, Marker, MarkerState, Metres, Position, PositionFault};
use crate::{LetterId, MarkerId, Noun, Setting, SideId, Wanted, Words};

type Facts = Result<Vec<MarkerWorksFact>, MarkerWorksRefusal>;

/// Records a finding; where the own side has looked already, its note as well.
pub(super) fn find(setting: &Setting<'_>, command: MarkerWorksCommand) -> Facts {
    let MarkerWorksCommand::RecordFinding {
        marker,
        counterpart,
        subject,
        found_at,
        found_by,
        condition,
        text,
        photo,
        patrol,
        notify_hours,
        notice_days,
    } = command
    else {
        return Err(MarkerWorksRefusal::NotNow { status: "none".to_owned() });
    };
    let stone = standing(setting, &marker)?;
    let relation = setting.load::<Counterpart>(&counterpart.0).filter(CounterpartState::is_in_force);
    let other_side = relation.ok_or(MarkerWorksRefusal::NoCounterpart)?.other_side;
    let found_by = found_by.unwrap_or_else(|| setting.own.clone());
    of_two(setting, &other_side, &found_by)?;
    if found_at > setting.now {
        return Err(MarkerWorksRefusal::InTheFuture);
    }
    if patrol.as_ref().is_some_and(|patrol| setting.load::<Patrol>(&patrol.0).is_none()) {
        return Err(MarkerWorksRefusal::NoPatrol);
    }
    let same = Wanted { linked: Some(("at-marker", marker.0.clone())), open: true, ..Wanted::default() };
    if let Some((works, _)) = setting.find::<MarkerWorks>(&same).into_iter().next() {
        return Err(MarkerWorksRefusal::UnderWay { works: works.id });
    }
    let found_on = setting.day_of(found_at);
    let found = MarkerWorksFact::Found {
        title: Words::plain(format!("{}: {subject}", stone.number)),
        number: stone.number.clone(),
        responsible: stone.maintained_by().cloned(),
        marker,
        counterpart,
        other_side,
        subject,
        found_by,
        found_at,
        found_on,
        patrol,
        notify_hours: notify_hours.unwrap_or(NOTIFY_HOURS),
        notice_days: notice_days.unwrap_or(NOTICE_DAYS),
    };
    let noted =
        condition.map(|condition| MarkerWorksFact::Noted { noted: Noted { on: found_on, condition, text, photo } });
    Ok([found].into_iter().chain(noted).collect())
}

/// The other side is told by call, letter or in another way that is said; or it tells us.
pub(super) fn notify(works: &MarkerWorksState, setting: &Setting<'_>, notice: FindingNotice) -> Facts {
    if works.noted.is_none() && works.found_by == setting.own {
        return Err(MarkerWorksRefusal::NotNoted);
    }
    if notice.at > setting.now {
        return Err(MarkerWorksRefusal::InTheFuture);
    }
    in_order(works.found_on, setting.day_of(notice.at))?;
    if notice.call.as_ref().is_some_and(|call| setting.load::<HotlineCall>(call).is_none()) {
        return Err(MarkerWorksRefusal::NoCall);
    }
    if let Some(letter) = &notice.letter {
        in_a_register(setting, letter)?;
    }
    let is_said = notice.remark.as_ref().is_some_and(|remark| !remark.trim().is_empty());
    if notice.call.is_none() && notice.letter.is_none() && !is_said {
        return Err(MarkerWorksRefusal::NoNotice);
    }
    Ok(vec![MarkerWorksFact::Notified { notice }])
}

/// Both sides look together, with survey instruments where they have them.
pub(super) fn check(works: &MarkerWorksState, setting: &Setting<'_>, command: MarkerWorksCommand) -> Facts {
    let MarkerWorksCommand::RecordJointCheck { held_on, position, accuracy_m, device, photo, text } = command else {
        return Err(works.not_now());
    };
    happened(setting, works.found_on, held_on)?;
    let stone = standing(setting, &works.marker)?;
    let (position, accuracy_m) = (position.map(Position::read).transpose()?, length(accuracy_m)?);
    let comparison = position.as_ref().map(|position| stone.compared_on(held_on, position, accuracy_m));
    let check = JointCheck { held_on, text, position, accuracy_m, device, photo, comparison };
    Ok(vec![MarkerWorksFact::JointlyChecked { check }])
}

/// Both sides sign what they agree on, or the texts of both.
pub(super) fn settle(works: &MarkerWorksState, setting: &Setting<'_>, command: MarkerWorksCommand) -> Facts {
    use MarkerWorksCommand as C;
    let checked_on = works.check.as_ref().ok_or(MarkerWorksRefusal::NoJointCheck)?.held_on;
    match command {
        C::AgreeFacts { signed_on, condition, agreed_text, cause, responsible } => {
            happened(setting, checked_on, signed_on)?;
            let facts = CheckedFacts {
                signed_on,
                condition: Some(condition.into()),
                agreed_text: Some(agreed_text),
                cause,
                own_text: None,
                other_text: None,
            };
            let responsible = named_responsible(works, setting, responsible)?;
            Ok(vec![MarkerWorksFact::FactsAgreed { facts, responsible }])
        }
        C::RecordDifferingFacts { signed_on, own_text, other_text, condition, responsible } => {
            happened(setting, checked_on, signed_on)?;
            let facts = CheckedFacts {
                signed_on,
                condition: condition.map(Into::into),
                agreed_text: None,
                cause: None,
                own_text: Some(own_text),
                other_text: Some(other_text),
            };
            let responsible = named_responsible(works, setting, responsible)?;
            Ok(vec![MarkerWorksFact::FactsNotAgreed { facts, responsible }])
        }
        _ => Err(works.not_now()),
    }
}

/// The side that works: as the register says on this day; only where it says nothing, as both agreed at the check.
fn named_responsible(
    works: &MarkerWorksState,
    setting: &Setting<'_>,
    agreed: Option<SideId>,
) -> Result<Option<SideId>, MarkerWorksRefusal> {
    let register = standing(setting, &works.marker)?.maintained_by().cloned();
    if let Some(side) = &agreed {
        of_two(setting, &works.other_side, side)?;
    }
    match (register, agreed) {
        (Some(side), Some(agreed)) if side != agreed => Err(MarkerWorksRefusal::NotResponsible { side }),
        (register, agreed) => Ok(register.or(agreed)),
    }
}

/// A notice of works: by the side that maintains the marker, and in time, unless the other side agreed in writing.
/// Days are counted from the day of delivery to the first day of works: the 12th for the 24th is twelve days.
pub(super) fn announce(works: &MarkerWorksState, setting: &Setting<'_>, notice: WorksNotice) -> Facts {
    of_two(setting, &works.other_side, &notice.side)?;
    if let Some(side) = works.responsible.as_ref().filter(|side| **side != notice.side) {
        return Err(MarkerWorksRefusal::NotResponsible { side: side.clone() });
    }
    let before = works.announcements.last().map(|before| before.delivered_on);
    let before = before.or_else(|| works.check.as_ref().map(|check| check.held_on)).unwrap_or(works.found_on);
    happened(setting, before, notice.delivered_on)?;
    in_order(notice.delivered_on, notice.start_on)?;
    if let Some(letter) = &notice.letter {
        in_a_register(setting, letter)?;
    }
    let days = (notice.start_on - notice.delivered_on).get_days();
    match &notice.earlier_start_letter {
        Some(letter) => {
            let theirs = if notice.side == setting.own { Register::In } else { Register::Out };
            let found = in_a_register(setting, letter)?;
            if found.entry.is_none_or(|entry| entry.register != theirs) {
                return Err(MarkerWorksRefusal::NotTheirAgreement { letter: letter.clone() });
            }
        }
        None if i64::from(days) < i64::from(works.notice_days) => {
            return Err(MarkerWorksRefusal::TooShort { days, needed: works.notice_days });
        }
        None => {}
    }
    Ok(vec![MarkerWorksFact::WorksAnnounced { announcement: notice }])
}

/// The works were carried out, not before the announced day and not without the other side.
pub(super) fn carry_out(works: &MarkerWorksState, setting: &Setting<'_>, command: MarkerWorksCommand) -> Facts {
    let MarkerWorksCommand::RecordWorks { held_on, until_on, present, text } = command else {
        return Err(works.not_now());
    };
    let announced = works.announcements.last().filter(|_| works.stage == MarkerWorksStage::Announced);
    if let Some(notice) = announced.filter(|notice| held_on < notice.start_on) {
        return Err(MarkerWorksRefusal::BeforeStart { start_on: notice.start_on });
    }
    let until_on = until_on.unwrap_or(held_on);
    in_order(works.found_on, held_on)?;
    happened(setting, held_on, until_on)?;
    if present.trim().is_empty() {
        return Err(MarkerWorksRefusal::NobodyPresent);
    }
    Ok(vec![MarkerWorksFact::WorksCarriedOut { carried_out: CarriedOut { held_on, until_on, present, text } }])
}

/// Both sides sign the record: restored at its place, or set at the place that the Joint Committee fixed.
pub(super) fn sign(works: &MarkerWorksState, setting: &Setting<'_>, command: MarkerWorksCommand) -> Facts {
    let MarkerWorksCommand::SignRecord { signed_on, originals, photo, position, accuracy_m, device } = command else {
        return Err(works.not_now());
    };
    let done_on = works.carried_out.as_ref().map_or(works.found_on, |done| done.until_on);
    happened(setting, done_on, signed_on)?;
    let (position, accuracy_m) = (position.read()?, length(accuracy_m)?);
    let originals = originals.unwrap_or(ORIGINALS);
    let mut record = WorksRecord { signed_on, originals, photo, position, accuracy_m, device, comparison: None };
    if works.gets_new_place() {
        return Ok(vec![MarkerWorksFact::ReSited { record }]);
    }
    let stone = standing(setting, &works.marker)?;
    let comparison = stone.compared_on(signed_on, &record.position, accuracy_m);
    if comparison.outcome == ComparisonOutcome::Differs {
        let distance = comparison.distance_m.map(|distance| distance.to_string()).unwrap_or_default();
        return Err(MarkerWorksRefusal::NotAtItsPlace { distance });
    }
    record.comparison = Some(comparison);
    Ok(vec![MarkerWorksFact::Restored { record }])
}

/// The marker, if it is in the register.
fn standing(setting: &Setting<'_>, marker: &MarkerId) -> Result<MarkerState, MarkerWorksRefusal> {
    let found = setting.load::<Marker>(&marker.0).filter(|marker| !marker.is_withdrawn());
    found.ok_or(MarkerWorksRefusal::NoMarker)
}

fn of_two(setting: &Setting<'_>, other: &SideId, side: &SideId) -> Result<(), MarkerWorksRefusal> {
    let is_one = *side == setting.own || side == other;
    if is_one { Ok(()) } else { Err(MarkerWorksRefusal::NotASide { side: side.clone() }) }
}

/// A letter that was sent or received.
fn in_a_register(setting: &Setting<'_>, letter: &LetterId) -> Result<LetterState, MarkerWorksRefusal> {
    let found = setting.load::<Letter>(&letter.0);
    let found = found.ok_or_else(|| MarkerWorksRefusal::NoLetter { letter: letter.clone() })?;
    if found.entry.is_none() {
        return Err(MarkerWorksRefusal::LetterNotSent { letter: letter.clone() });
    }
    Ok(found)
}

fn in_order(earlier: Date, later: Date) -> Result<(), MarkerWorksRefusal> {
    if later < earlier { Err(MarkerWorksRefusal::WrongOrder { earlier, later }) } else { Ok(()) }
}

/// A day that is over or today, and not before the one that it follows.
pub(super) fn happened(setting: &Setting<'_>, after: Date, on: Date) -> Result<(), MarkerWorksRefusal> {
    in_order(after, on)?;
    if on > setting.today { Err(MarkerWorksRefusal::InTheFuture) } else { Ok(()) }
}

fn length(text: Option<String>) -> Result<Option<Metres>, MarkerWorksRefusal> {
    let text = text.filter(|text| !text.trim().is_empty());
    text.map(|text| Metres::parse(&text).ok_or(MarkerWorksRefusal::NoLength { text })).transpose()
}

impl From<PositionFault> for MarkerWorksRefusal {
    fn from(fault: PositionFault) -> Self {
        match fault {
            PositionFault::Incomplete => Self::NoCoordinates,
            PositionFault::OffTheGlobe => Self::OffTheGlobe,
            PositionFault::NoSystem => Self::NoSystem,
        }
    }
}

/// The marker takes over what the works say of it, where this officer may record on the marker; where not, whoever may
/// does it there by hand.
pub(super) fn told_to_marker(works: &MarkerWorksState, setting: &Setting<'_>) -> Option<crate::Consequence> {
    use crate::territory::marker::{MarkerCommand, told_by};
    let found = setting.around.record(Marker::NAME, &works.marker.0)?;
    let may =
        [crate::Right::Record, crate::Right::Administer].iter().any(|right| setting.around.may(*right, &found.unit));
    let stone: MarkerState = serde_json::from_value(found.state).ok()?;
    let id = crate::MarkerWorksId(setting.record.clone());
    if !may || stone.is_withdrawn() || told_by(&stone, &id, works).is_none() {
        return None;
    }
    Some(crate::Consequence::of::<Marker>(
        works.marker.0.clone(),
        found.unit,
        &MarkerCommand::FollowWorks { works: id },
    ))
}
