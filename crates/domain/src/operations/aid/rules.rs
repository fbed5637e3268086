//! What each act on aid needs before it is allowed, from the plan to the receipt.

use jiff::civil::Date;

use super::{AidCommand, AidFact, AidItem, AidKind, AidPlan, AidReceipt, AidRefusal, AidStage, AidState, AidValue};
use crate::contact::talks::PostponeReason;
use crate::{Decision, Setting, SideId, deed};

/// The plan, when everybody it names exists and one of the two sides gives.
pub(super) fn planned(setting: &Setting<'_>, plan: AidPlan) -> Result<AidFact, AidRefusal> {
    let AidPlan {
        kind,
        subject,
        occasion,
        counterpart,
        giver,
        communities,
        items,
        value,
        place,
        planned_on,
        until_on,
        programme,
    } = plan;
    let other = deed::relation(setting, &counterpart).ok_or(AidRefusal::NoCounterpart)?.other_side;
    let receiver = if giver == setting.own {
        other
    } else if giver == other {
        setting.own.clone()
    } else {
        return Err(AidRefusal::NotASide { side: giver });
    };
    not_past(setting, planned_on)?;
    in_order(planned_on, until_on.unwrap_or(planned_on))?;
    named(kind, &items)?;
    let value = value.map(valued).transpose()?;
    if let Some(community) = deed::unknown_community(setting, &communities) {
        return Err(AidRefusal::NoCommunity { community });
    }
    if !deed::takes_part(setting, programme.as_ref(), planned_on) {
        return Err(AidRefusal::NoProgramme);
    }
    Ok(AidFact::Planned {
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
    })
}

/// Goods and supplies are named, and whatever is named has a quantity.
fn named(kind: AidKind, items: &[AidItem]) -> Result<(), AidRefusal> {
    let has_nothing = items.is_empty() && matches!(kind, AidKind::Goods | AidKind::MedicalSupplies);
    if has_nothing || items.iter().any(|item| item.quantity == 0) { Err(AidRefusal::NoItems) } else { Ok(()) }
}

/// The value, its currency by three capital letters.
fn valued(value: AidValue) -> Result<AidValue, AidRefusal> {
    let currency = value.currency.trim().to_ascii_uppercase();
    if currency.len() != 3 || !currency.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return Err(AidRefusal::NoCurrency { currency: value.currency });
    }
    Ok(AidValue { currency, ..value })
}

pub(super) fn not_past(setting: &Setting<'_>, day: Date) -> Result<(), AidRefusal> {
    if deed::is_past(setting, day) { Err(AidRefusal::InThePast) } else { Ok(()) }
}

fn not_ahead(setting: &Setting<'_>, day: Date) -> Result<(), AidRefusal> {
    if deed::is_ahead(setting, day) { Err(AidRefusal::InTheFuture) } else { Ok(()) }
}

fn in_order(earlier: Date, later: Date) -> Result<(), AidRefusal> {
    if later < earlier { Err(AidRefusal::WrongOrder { earlier, later }) } else { Ok(()) }
}

/// The plan is amended while nobody has approved it.
pub(super) fn amend(aid: &AidState, command: AidCommand) -> Result<Decision<AidFact>, AidRefusal> {
    let AidCommand::Amend { subject, items, value, place } = command else { return Err(aid.not_now()) };
    let subject = subject.filter(|subject| *subject != aid.subject);
    let items = items.filter(|items| *items != aid.items);
    let value = value.map(valued).transpose()?.filter(|value| Some(value) != aid.value.as_ref());
    let place = place.filter(|place| *place != aid.place);
    if let Some(items) = &items {
        named(aid.kind, items)?;
    }
    if subject.is_none() && items.is_none() && value.is_none() && place.is_none() {
        return Err(AidRefusal::NothingChanged);
    }
    Ok(Decision::fact(AidFact::Amended { subject, items, value, place }))
}

/// A commander approves what another officer planned.
pub(super) fn approve(aid: &AidState, setting: &Setting<'_>) -> Result<Decision<AidFact>, AidRefusal> {
    if aid.is_approved() {
        return Err(aid.not_now());
    }
    if setting.officer == aid.planned_by {
        return Err(AidRefusal::OwnPlan);
    }
    Ok(Decision::fact(AidFact::Approved { approved_on: setting.happened_on() }))
}

/// Works begin when they are approved.
pub(super) fn begin(aid: &AidState, setting: &Setting<'_>, begun_on: Date) -> Result<Decision<AidFact>, AidRefusal> {
    if aid.kind != AidKind::CivilWorks {
        return Err(AidRefusal::NotWorks);
    }
    if !aid.is_approved() {
        return Err(AidRefusal::NotApproved);
    }
    not_ahead(setting, begun_on)?;
    Ok(Decision::fact(AidFact::Begun { begun_on }))
}

/// Works are completed on the day on which they began or later.
pub(super) fn complete(
    aid: &AidState,
    setting: &Setting<'_>,
    completed_on: Date,
) -> Result<Decision<AidFact>, AidRefusal> {
    in_order(aid.begun_on.unwrap_or(completed_on), completed_on)?;
    not_ahead(setting, completed_on)?;
    Ok(Decision::fact(AidFact::Completed { completed_on }))
}

/// What was approved is handed over against a receipt; help is rendered with or without one.
pub(super) fn hand_over(
    aid: &AidState,
    setting: &Setting<'_>,
    command: AidCommand,
) -> Result<Decision<AidFact>, AidRefusal> {
    let AidCommand::RecordHandover { handed_over_on, items, people_helped, receipt } = command else {
        return Err(aid.not_now());
    };
    if !aid.is_approved() {
        return Err(AidRefusal::NotApproved);
    }
    if aid.kind == AidKind::CivilWorks && aid.stage != AidStage::Completed {
        return Err(AidRefusal::NotCompleted);
    }
    not_ahead(setting, handed_over_on)?;
    in_order(aid.completed_on.unwrap_or(handed_over_on), handed_over_on)?;
    let is_help = matches!(aid.kind, AidKind::MedicalHelp | AidKind::DisasterHelp);
    match &receipt {
        None if !is_help => return Err(AidRefusal::NoReceipt),
        Some(AidReceipt { signed_on, .. }) => {
            in_order(handed_over_on, *signed_on)?;
            not_ahead(setting, *signed_on)?;
        }
        None => {}
    }
    let items = if items.is_empty() { aid.items.clone() } else { items };
    named(aid.kind, &items)?;
    Ok(Decision::fact(AidFact::HandedOver { handed_over_on, items, people_helped, receipt }))
}

/// One of the two sides asks to put it off.
pub(super) fn postpone(
    aid: &AidState,
    setting: &Setting<'_>,
    asked_by: SideId,
    reason: PostponeReason,
    new_date: Option<Date>,
) -> Result<Decision<AidFact>, AidRefusal> {
    involved(aid, &asked_by)?;
    new_date.map_or(Ok(()), |day| not_past(setting, day))?;
    Ok(Decision::fact(AidFact::Postponed { asked_by, reason, new_date }))
}

/// The side gives or receives.
pub(super) fn involved(aid: &AidState, side: &SideId) -> Result<(), AidRefusal> {
    if *side == aid.giver || *side == aid.receiver { Ok(()) } else { Err(AidRefusal::NotASide { side: side.clone() }) }
}
