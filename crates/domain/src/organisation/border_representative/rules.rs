//! What each act on a border representative needs before it is allowed: a segment, a letter of credence, one
//! representative in office for each side, and a mandate before a deputy acts.

use jiff::civil::Date;

use super::{
    BorderRepresentative, BorderRepresentativeCommand as C, BorderRepresentativeFact as F,
    BorderRepresentativeRefusal as R, BorderRepresentativeState, Credential, HandledEvent, Mandate, OutdatedCredential,
    PersonInOffice, RepresentativeRole, RepresentativeStage,
};
use crate::contact::letter::Letter;
use crate::organisation::side::Side;
use crate::organisation::unit::{Unit, UnitStage};
use crate::{
    BorderRepresentativeId, Consequence, Decision, LetterId, Noun, RecordId, Right, Setting, SideId, TreatySegmentId,
    UnitId, Wanted,
};

/// Begins the appointment of a person of either side.
pub(super) fn begin(setting: &Setting<'_>, command: C) -> Result<Decision<F>, R> {
    match command {
        C::Propose { other_side, segment, role, name, rank, office, unit } => {
            known_side(setting, &other_side)?;
            let person = PersonInOffice { name, rank, office };
            propose(setting, setting.own.clone(), other_side, segment, role, person, unit)
        }
        C::RecordNotified {
            other_side,
            segment,
            role,
            name,
            rank,
            office,
            unit,
            authority,
            credential_number,
            signed_by,
            signed_on,
            credential_unit,
            from,
            until,
            notified_on,
            letter,
        } => {
            known_side(setting, &other_side)?;
            let person = PersonInOffice { name, rank, office };
            let side = other_side.clone();
            let mut decision = propose(setting, other_side, setting.own.clone(), segment, role, person, unit)?;
            let credential = Credential { number: credential_number, signed_by, signed_on, unit: credential_unit };
            decision.facts.extend(appoint(setting, &side, authority, credential, from, until)?.facts);
            in_order(signed_on, notified_on)?;
            decision.facts.extend(notify(setting, notified_on, letter)?.facts);
            Ok(decision)
        }
        _ => Err(R::NotNow { status: "none".to_owned() }),
    }
}

fn known_side(setting: &Setting<'_>, other_side: &SideId) -> Result<(), R> {
    if *other_side == setting.own || setting.load::<Side>(&other_side.0).is_none() {
        Err(R::NoOtherSide)
    } else {
        Ok(())
    }
}

fn propose(
    setting: &Setting<'_>,
    side: SideId,
    other_side: SideId,
    segment: TreatySegmentId,
    role: RepresentativeRole,
    person: PersonInOffice,
    unit: Option<UnitId>,
) -> Result<Decision<F>, R> {
    setting.around.record("treaty-segment", &segment.0).ok_or(R::NoSegment)?;
    if let Some(unit) = &unit {
        unit_of(setting, &side, unit)?;
    }
    Ok(Decision::fact(F::Proposed { side, other_side, segment, role, person, unit }))
}

/// The day on which the unit was dissolved, where it was; a unit of another side or none at all is refused.
fn unit_of(setting: &Setting<'_>, side: &SideId, unit: &UnitId) -> Result<Option<Date>, R> {
    let known = setting.load::<Unit>(&unit.0).filter(|unit| unit.side == *side).ok_or(R::NoUnit)?;
    Ok(match known.stage {
        UnitStage::Dissolved { on } => Some(on),
        _ => None,
    })
}

/// Records the appointment. A letter of credence that names a dissolved unit is kept as it is, and flagged.
pub(super) fn appoint(
    setting: &Setting<'_>,
    side: &SideId,
    authority: String,
    credential: Credential,
    from: Date,
    until: Option<Date>,
) -> Result<Decision<F>, R> {
    not_ahead(setting, credential.signed_on)?;
    if let Some(until) = until.filter(|until| *until <= from) {
        return Err(R::WrongOrder { earlier: from, later: until });
    }
    let flag = flagged(setting, side, &credential)?;
    let mut decision = Decision::fact(F::Appointed { authority, credential, from, until });
    decision.facts.extend(flag);
    Ok(decision)
}

/// Records a new letter of credence.
pub(super) fn renew(
    representative: &BorderRepresentativeState,
    setting: &Setting<'_>,
    credential: Credential,
) -> Result<Decision<F>, R> {
    not_ahead(setting, credential.signed_on)?;
    let before = representative.credential.as_ref();
    before.map_or(Ok(()), |before| in_order(before.signed_on, credential.signed_on))?;
    let flag = flagged(setting, &representative.side, &credential)?;
    let mut decision = Decision::fact(F::CredentialRenewed { credential });
    decision.facts.extend(flag);
    Ok(decision)
}

fn flagged(setting: &Setting<'_>, side: &SideId, credential: &Credential) -> Result<Option<F>, R> {
    let dissolved = unit_of(setting, side, &credential.unit)?;
    Ok(dissolved.map(|on| F::CredentialFlagged { outdated: OutdatedCredential { unit: credential.unit.clone(), on } }))
}

/// Records that the side across the line was told.
pub(super) fn notify(setting: &Setting<'_>, notified_on: Date, letter: Option<LetterId>) -> Result<Decision<F>, R> {
    not_ahead(setting, notified_on)?;
    if letter.as_ref().is_some_and(|letter| setting.load::<Letter>(&letter.0).is_none()) {
        return Err(R::NoLetter);
    }
    Ok(Decision::fact(F::Notified { notified_on, letter }))
}

/// Records the answer of the side that was told: the own side answers for itself only.
pub(super) fn answer(
    representative: &BorderRepresentativeState,
    setting: &Setting<'_>,
    own_answer: bool,
    accepts: bool,
    remark: Option<String>,
) -> Result<Decision<F>, R> {
    if own_answer != (representative.other_side == setting.own) {
        return Err(R::OtherSideAnswers);
    }
    if accepts {
        return Ok(Decision::fact(F::Accepted));
    }
    Ok(Decision::fact(F::Declined { remark: remark.ok_or(R::NoRemark)? }))
}

/// The person takes office; the one who is followed leaves it in the same act.
pub(super) fn take_office(
    representative: &BorderRepresentativeState,
    setting: &Setting<'_>,
    from: Date,
    replaces: Option<BorderRepresentativeId>,
) -> Result<Decision<F>, R> {
    not_ahead(setting, from)?;
    let same_office = |other: &BorderRepresentativeState| {
        other.stage == RepresentativeStage::Active
            && other.side == representative.side
            && other.segment == representative.segment
            && other.role == representative.role
    };
    if representative.role == RepresentativeRole::Representative {
        let wanted = Wanted { linked: Some(("on-segment", representative.segment.0.clone())), ..Wanted::default() };
        let mut others = setting.find::<BorderRepresentative>(&wanted).into_iter();
        let standing = others.find(|(found, other)| {
            found.id != setting.record
                && same_office(other)
                && replaces.as_ref().is_none_or(|replaced| replaced.0 != found.id)
        });
        if let Some((found, _)) = standing {
            return Err(R::AlreadyRepresented { representative: BorderRepresentativeId(found.id) });
        }
    }
    let decision = Decision::fact(F::OfficeTaken { from });
    let Some(replaced) = replaces else { return Ok(decision) };
    let found = setting.around.record(BorderRepresentative::NAME, &replaced.0).ok_or(R::NotTheRepresentative)?;
    setting.load::<BorderRepresentative>(&replaced.0).filter(same_office).ok_or(R::NotTheRepresentative)?;
    let leave =
        C::Replace { replaced_on: from, successor: Some(BorderRepresentativeId(setting.record.clone())), remark: None };
    Ok(decision.and(Consequence::of::<BorderRepresentative>(replaced.0, found.unit, &leave)))
}

/// A mandate is given to a deputy in office by the representative of the same side and segment, for a time.
pub(super) fn give_mandate(
    deputy: &BorderRepresentativeState,
    setting: &Setting<'_>,
    mandate: Mandate,
) -> Result<Decision<F>, R> {
    if deputy.role != RepresentativeRole::Deputy {
        return Err(R::NotADeputy);
    }
    represents(deputy, setting, &mandate.by)?;
    if mandate.until <= mandate.from {
        return Err(R::WrongOrder { earlier: mandate.from, later: mandate.until });
    }
    mandate.told_on.map_or(Ok(()), |told| not_ahead(setting, told))?;
    let number = next_number(deputy.mandates.len());
    Ok(Decision::fact(F::MandateGiven { mandate: Mandate { number, ..mandate } }))
}

/// The representative of the same side and segment who is in office.
pub(super) fn represents(
    other: &BorderRepresentativeState,
    setting: &Setting<'_>,
    by: &BorderRepresentativeId,
) -> Result<(), R> {
    let known = setting.load::<BorderRepresentative>(&by.0);
    let fits = known.is_some_and(|known| {
        known.role == RepresentativeRole::Representative
            && known.stage == RepresentativeStage::Active
            && (&known.side, &known.segment) == (&other.side, &other.segment)
    });
    if fits { Ok(()) } else { Err(R::NotTheRepresentative) }
}

/// Records a border event that the person handled while in office, a deputy under a mandate of that day.
pub(super) fn handle(
    representative: &BorderRepresentativeState,
    setting: &Setting<'_>,
    on: Date,
    what: String,
    record: Option<RecordId>,
) -> Result<Decision<F>, R> {
    not_ahead(setting, on)?;
    if !representative.in_office_on(on) {
        return Err(R::NotInOffice { on });
    }
    if !representative.may_act_on(on) {
        return Err(R::NoMandate { on });
    }
    if record.as_ref().is_some_and(|record| setting.noun_of(record).is_none()) {
        return Err(R::NoRecord);
    }
    let number = next_number(representative.handled.len());
    Ok(Decision::fact(F::EventHandled { event: HandledEvent { number, on, what, record, confirmed_by: None } }))
}

/// The one thing that is meant: by its number, or the only one there is.
pub(super) fn meant<T>(
    all: &[T],
    number: Option<u32>,
    number_of: impl Fn(&T) -> u32,
    fits: impl Fn(&T) -> bool,
) -> Result<&T, R> {
    let mut fitting: Vec<&T> = all.iter().filter(|one| fits(one)).collect();
    if let Some(number) = number {
        fitting.retain(|one| number_of(one) == number);
    }
    match fitting.as_slice() {
        [only] => Ok(only),
        several => Err(R::WhichOne { count: u32::try_from(several.len()).unwrap_or(u32::MAX) }),
    }
}

/// What follows for border representatives when a unit is dissolved that their letters of credence name: each is flagged
/// and stays in office (domain D6). Where the officer has no say over one, its keeper renews the letter when it is seen.
pub(crate) fn credential_flags(setting: &Setting<'_>, on: Date) -> Vec<Consequence> {
    let wanted = Wanted { linked: Some(("credential-of", setting.record.clone())), ..Wanted::default() };
    let mine =
        |unit: &UnitId| [Right::Record, Right::Administer].into_iter().any(|right| setting.around.may(right, unit));
    let found = setting.find::<BorderRepresentative>(&wanted).into_iter();
    let concerned =
        found.filter(|(found, person)| person.is_standing() && person.outdated.is_none() && mine(&found.unit));
    let flag = C::FlagCredential { unit: UnitId(setting.record.clone()), on };
    concerned.map(|(found, _)| Consequence::of::<BorderRepresentative>(found.id, found.unit, &flag)).collect()
}

fn next_number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX).saturating_add(1)
}

/// What happened cannot lie in the future.
pub(super) fn not_ahead(setting: &Setting<'_>, day: Date) -> Result<(), R> {
    if day > setting.today { Err(R::InTheFuture) } else { Ok(()) }
}

/// The second day is not before the first.
pub(super) fn in_order(earlier: Date, later: Date) -> Result<(), R> {
    if later < earlier { Err(R::WrongOrder { earlier, later }) } else { Ok(()) }
}
