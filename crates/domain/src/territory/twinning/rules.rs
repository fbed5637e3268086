//! What each act on a twinning needs before it is allowed: members that are there, two approvals, days in order, and a
//! note of both sides where members change after the signature.

use jiff::ToSpan;
use jiff::civil::Date;

use super::{
    Approval, RegulationPoint, Twinning, TwinningCommand, TwinningFact, TwinningKind, TwinningMembers, TwinningRefusal,
    TwinningStage, TwinningState,
};
use crate::basis::agreement::Agreement;
use crate::organisation::counterpart::{Counterpart, paired};
use crate::organisation::side::Side;
use crate::organisation::unit::{Force, Unit, UnitStage};
use crate::territory::community::Community;
use crate::{CommunityId, Consequence, Decision, RecordId, Right, Setting, SideId, TwinningId, UnitId, Wanted, Words};

/// Proposes a twinning of members that are there.
pub(super) fn propose(
    setting: &Setting<'_>,
    command: TwinningCommand,
) -> Result<Decision<TwinningFact>, TwinningRefusal> {
    let TwinningCommand::Propose {
        kind,
        model,
        other_side,
        counterpart,
        own_units,
        own_communities,
        other_units,
        other_communities,
        other_names,
        agreement,
        points,
        meets_every,
        review_months,
    } = command
    else {
        return Err(TwinningRefusal::NotNow { status: "none".to_owned() });
    };
    if other_side == setting.own || setting.load::<Side>(&other_side.0).is_none() {
        return Err(TwinningRefusal::NoOtherSide);
    }
    if counterpart.as_ref().is_some_and(|with| setting.load::<Counterpart>(&with.0).is_none()) {
        return Err(TwinningRefusal::NoCounterpart);
    }
    if agreement.as_ref().is_some_and(|text| setting.load::<Agreement>(&text.0).is_none()) {
        return Err(TwinningRefusal::NoAgreement);
    }
    let members = TwinningMembers { own_units, own_communities, other_units, other_communities, other_names };
    let (members, title) = checked(setting, kind, &other_side, members)?;
    let points = points.into_iter().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    let points = (1..).zip(points).map(|(number, text)| RegulationPoint { number, text }).collect();
    Ok(Decision::fact(TwinningFact::Proposed {
        kind,
        model: model.map(Words::tidied).filter(|model| !model.is_empty()),
        title,
        other_side,
        counterpart,
        members,
        agreement,
        points,
        meets_every,
        review_months,
    }))
}

/// The members without blanks, with the title that their names make; each is there and on its side.
pub(super) fn checked(
    setting: &Setting<'_>,
    kind: TwinningKind,
    other_side: &SideId,
    members: TwinningMembers,
) -> Result<(TwinningMembers, Words), TwinningRefusal> {
    let names = members.other_names.iter().map(|name| name.trim().to_owned()).filter(|name| !name.is_empty());
    let members = TwinningMembers { other_names: names.collect(), ..members };
    let communities = kind == TwinningKind::Community;
    let own = if communities { members.own_communities.len() } else { members.own_units.len() };
    let other = if communities { members.other_communities.len() } else { members.other_units.len() };
    if own == 0 || other + members.other_names.len() == 0 {
        return Err(TwinningRefusal::NoMember);
    }
    let mut seen: Vec<&RecordId> = Vec::new();
    for member in members.own().chain(members.other()) {
        if seen.contains(&member) {
            return Err(TwinningRefusal::MemberTwice { member: member.to_string() });
        }
        seen.push(member);
    }
    let own = names_of(setting, &setting.own, &members.own_units, &members.own_communities)?;
    let mut other = names_of(setting, other_side, &members.other_units, &members.other_communities)?;
    other.extend(members.other_names.iter().map(Words::plain));
    let title = paired(&listed(&own), &listed(&other));
    Ok((members, title))
}

/// The names of members of one side, in the order in which they were given.
fn names_of(
    setting: &Setting<'_>,
    side: &SideId,
    units: &[UnitId],
    communities: &[CommunityId],
) -> Result<Vec<Words>, TwinningRefusal> {
    let unfit = |member: &RecordId| TwinningRefusal::UnfitMember { member: member.to_string() };
    let mut names = Vec::new();
    for id in units {
        let known = setting.load::<Unit>(&id.0).filter(|unit| unit.side == *side);
        let gone = |stage: &UnitStage| matches!(stage, UnitStage::Dissolved { on } if *on <= setting.today);
        let unit = known.filter(|unit| !gone(&unit.stage)).ok_or_else(|| unfit(&id.0))?;
        names.push(unit.name_on(setting.today));
    }
    for id in communities {
        let known = setting.load::<Community>(&id.0).filter(|community| community.side == *side);
        let there = known.filter(|community| community.gone_on().is_none_or(|on| on > setting.today));
        names.push(there.ok_or_else(|| unfit(&id.0))?.name_on(setting.today));
    }
    Ok(names)
}

/// Several names as one, in every language.
fn listed(names: &[Words]) -> Words {
    let joined = |code: &str| names.iter().map(|name| name.pick(code).1).collect::<Vec<_>>().join(", ");
    Words(Words::LANGUAGES.iter().map(|code| ((*code).to_owned(), joined(code))).collect())
}

/// Records the approval of the own superior: a unit above a member or above the keeper, or, for villages and
/// authorities, a civil authority or ministry.
pub(super) fn approve(
    twinning: &TwinningState,
    setting: &Setting<'_>,
    unit: UnitId,
    on: Date,
    paper: Option<String>,
) -> Result<Decision<TwinningFact>, TwinningRefusal> {
    if twinning.own_approval.is_some() {
        return Err(TwinningRefusal::AlreadyApproved);
    }
    if setting.officer == twinning.proposed_by {
        return Err(TwinningRefusal::OwnProposal);
    }
    let known = setting.load::<Unit>(&unit.0).filter(|unit| unit.side == setting.own);
    let below = twinning.members.own_units.iter().chain([&setting.unit]);
    let above = || below.clone().any(|below| setting.around.superiors(below).contains(&unit));
    let civil = matches!(twinning.kind, TwinningKind::Community | TwinningKind::Administration);
    let fits = known.is_some_and(|known| {
        above()
            || (civil
                && matches!(known.force, Force::CivilAuthority | Force::Ministry)
                && !twinning.members.own_units.contains(&unit))
    });
    if !fits {
        return Err(TwinningRefusal::NotSuperior { unit });
    }
    not_ahead(setting, on)?;
    let own_approval = Approval { on, unit: Some(unit), authority: None, paper };
    Ok(Decision::fact(TwinningFact::Approved { own_approval }))
}

/// Records the signatures; a twinning that rules already is in force at once.
pub(super) fn sign(
    twinning: &TwinningState,
    setting: &Setting<'_>,
    signed_on: Date,
    in_force_on: Option<Date>,
) -> Result<Decision<TwinningFact>, TwinningRefusal> {
    let (Some(own), Some(other)) = (&twinning.own_approval, &twinning.other_approval) else {
        return Err(TwinningRefusal::NotApproved);
    };
    not_ahead(setting, signed_on)?;
    in_order(own.on.max(other.on), signed_on)?;
    let in_force_on = in_force_on.unwrap_or(signed_on);
    in_order(signed_on, in_force_on)?;
    let mut decision = Decision::fact(TwinningFact::Signed { signed_on, in_force_on });
    if in_force_on <= setting.today {
        decision.facts.push(started(twinning, in_force_on));
    }
    Ok(decision)
}

/// It is in force from a day on, and its first review is counted from there.
pub(super) fn started(twinning: &TwinningState, in_force_on: Date) -> TwinningFact {
    TwinningFact::Started { in_force_on, next_review_on: after_months(in_force_on, twinning.review_months) }
}

/// Records a review by both sides and names the day of the next.
pub(super) fn review(
    twinning: &TwinningState,
    setting: &Setting<'_>,
    reviewed_on: Date,
    result: String,
    review_months: Option<u32>,
) -> Result<Decision<TwinningFact>, TwinningRefusal> {
    not_ahead(setting, reviewed_on)?;
    let before = twinning.reviews.last().map(|review| review.on).or(twinning.in_force_on);
    before.map_or(Ok(()), |before| in_order(before, reviewed_on))?;
    let review_months = review_months.or(twinning.review_months);
    let next_review_on = after_months(reviewed_on, review_months);
    Ok(Decision::fact(TwinningFact::Reviewed { reviewed_on, result, review_months, next_review_on }))
}

/// The day so many months later.
pub(super) fn after_months(day: Date, months: Option<u32>) -> Option<Date> {
    months.map(|months| day.saturating_add(i64::from(months.min(1200)).months()))
}

/// Names the members anew. What was approved is to be approved again; what was signed changes by a note of both sides.
pub(super) fn amend_members(
    twinning: &TwinningState,
    setting: &Setting<'_>,
    members: TwinningMembers,
    note_signed_on: Option<Date>,
) -> Result<Decision<TwinningFact>, TwinningRefusal> {
    let (members, title) = checked(setting, twinning.kind, &twinning.other_side, members)?;
    if twinning.signed_on.is_some() {
        note(twinning, setting, note_signed_on)?;
    }
    Ok(Decision::fact(TwinningFact::MembersAmended { members, title, note_signed_on }))
}

/// Both sides signed a note, not before the twinning itself and not in the future.
fn note(
    twinning: &TwinningState,
    setting: &Setting<'_>,
    note_signed_on: Option<Date>,
) -> Result<Date, TwinningRefusal> {
    let signed = note_signed_on.ok_or(TwinningRefusal::NoNote)?;
    not_ahead(setting, signed)?;
    twinning.signed_on.map_or(Ok(()), |before| in_order(before, signed))?;
    Ok(signed)
}

/// Lets a new twinning continue this one with members that are there.
pub(super) fn continued(
    twinning: &TwinningState,
    setting: &Setting<'_>,
    members: TwinningMembers,
    from: Date,
    note_signed_on: Option<Date>,
) -> Result<Decision<TwinningFact>, TwinningRefusal> {
    let (members, _) = checked(setting, twinning.kind, &twinning.other_side, members)?;
    let note_signed_on = note(twinning, setting, note_signed_on)?;
    not_ahead(setting, from)?;
    twinning.last_day().map_or(Ok(()), |last| in_order(last, from))?;
    let successor = TwinningId(setting.around.fresh_id());
    let predecessor = TwinningId(setting.record.clone());
    let take_over = TwinningCommand::TakeOver { predecessor, members, from, note_signed_on };
    let follows = Consequence::of::<Twinning>(successor.0.clone(), setting.unit.clone(), &take_over);
    Ok(Decision::fact(TwinningFact::Continued { successor, from, note_signed_on }).and(follows))
}

/// Begins as the continuation of a twinning that says so itself.
pub(super) fn take_over(
    setting: &Setting<'_>,
    predecessor: TwinningId,
    members: TwinningMembers,
    from: Date,
    note_signed_on: Date,
) -> Result<Decision<TwinningFact>, TwinningRefusal> {
    let before = setting.load::<Twinning>(&predecessor.0).ok_or(TwinningRefusal::NoPredecessor)?;
    let names_this =
        matches!(&before.stage, TwinningStage::Continued { successor, .. } if successor.0 == setting.record);
    if !names_this {
        return Err(TwinningRefusal::NoPredecessor);
    }
    let (members, title) = checked(setting, before.kind, &before.other_side, members)?;
    let next_review_on = before.next_review_on.filter(|on| *on > from);
    Ok(Decision::fact(TwinningFact::TakenOver {
        predecessor,
        kind: before.kind,
        model: before.model,
        title,
        other_side: before.other_side,
        counterpart: before.counterpart,
        members,
        agreement: before.agreement,
        points: before.points,
        meets_every: before.meets_every,
        next_review_on: next_review_on.or_else(|| after_months(from, before.review_months)),
        review_months: before.review_months,
        from,
        note_signed_on,
    }))
}

/// What follows for twinnings when a unit or community that is a member merges or is dissolved: both sides are to sign a
/// note. Where the officer has no say over a twinning, its keeper sees the change at the next act.
pub(crate) fn member_changed(setting: &Setting<'_>, on: Date) -> Vec<Consequence> {
    let member = &setting.record;
    let linked = |role| Wanted { linked: Some((role, member.clone())), ..Wanted::default() };
    let mut found = setting.find::<Twinning>(&linked("own-member"));
    found.extend(setting.find::<Twinning>(&linked("other-member")));
    let mine =
        |unit: &UnitId| [Right::Record, Right::Administer].into_iter().any(|right| setting.around.may(right, unit));
    let concerned = found
        .into_iter()
        .filter(|(found, twinning)| twinning.is_standing() && !twinning.notes(member) && mine(&found.unit));
    let note = TwinningCommand::NoteMemberChange { member: member.clone(), on };
    concerned.map(|(found, _)| Consequence::of::<Twinning>(found.id, found.unit, &note)).collect()
}

/// What happened cannot lie in the future.
pub(super) fn not_ahead(setting: &Setting<'_>, day: Date) -> Result<(), TwinningRefusal> {
    if day > setting.today { Err(TwinningRefusal::InTheFuture) } else { Ok(()) }
}

/// The second day is not before the first.
pub(super) fn in_order(earlier: Date, later: Date) -> Result<(), TwinningRefusal> {
    if later < earlier { Err(TwinningRefusal::WrongOrder { earlier, later }) } else { Ok(()) }
}
